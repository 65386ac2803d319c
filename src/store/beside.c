/* What lies beside the case file: copies of it that somebody made, and those the program kept. */
#include "statement.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { ID_AT = 68, HEAD_BYTES = 100 };

/* By its first bytes. Never the case file itself or another name of it: closing that would drop SQLite's locks. */
static bool is_case_file(int folder, const char *name, const struct store *s)
{
	static const char mark[] = "SQLite format 3";
	unsigned char head[HEAD_BYTES] = {0};
	struct stat about;
	int fd;
	bool yes;

	if (fstatat(folder, name, &about, AT_SYMLINK_NOFOLLOW) != 0 || !S_ISREG(about.st_mode) ||
	    (about.st_dev == s->device && about.st_ino == s->inode))
		return false;
	fd = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
	if (fd < 0)
		return false;
	yes = pread(fd, head, sizeof head, 0) == sizeof head && memcmp(head, mark, sizeof mark) == 0 &&
	      head[ID_AT] == (CASE_FILE_APPLICATION_ID >> 24 & 0xff) &&
	      head[ID_AT + 1] == (CASE_FILE_APPLICATION_ID >> 16 & 0xff) &&
	      head[ID_AT + 2] == (CASE_FILE_APPLICATION_ID >> 8 & 0xff) &&
	      head[ID_AT + 3] == (CASE_FILE_APPLICATION_ID & 0xff);
	close(fd);
	return yes;
}

static bool is_kept_by_us(const char *name, const char *own)
{
	size_t bytes = strlen(own);

	return strncmp(name, own, bytes) == 0 &&
	       (strncmp(name + bytes, ".before-v", 9) == 0 || strncmp(name + bytes, ".replaced-", 10) == 0);
}

bool store_look_beside(struct store *s, struct store_beside *out, struct fault *f)
{
	const char *own = strrchr(s->path, '/') + 1;
	char *path = strndup(s->path, (size_t)(own - s->path));
	DIR *folder = path ? opendir(path) : NULL;
	struct dirent *entry;

	free(path);
	*out = (struct store_beside){0};
	if (!folder)
		return fault_set(f, FAULT_STORAGE,
				 "The folder of the case file may not be looked at. Ask for the right to.");
	while ((entry = readdir(folder))) {
		if (!is_case_file(dirfd(folder), entry->d_name, s))
			continue;
		if (is_kept_by_us(entry->d_name, own))
			out->kept++;
		else
			out->others++;
	}
	closedir(folder);
	return true;
}
