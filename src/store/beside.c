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

static int by_name(const void *a, const void *b)
{
	return strcmp(((const struct store_kept *)a)->name, ((const struct store_kept *)b)->name);
}

/* Of a file that was replaced when it was damaged the first bytes say nothing, and its journal is no case file. */
static bool add_kept(int folder, const char *name, struct arena *mem, struct store_beside *out, struct fault *f)
{
	struct store_kept *one;
	struct stat about;

	if (fstatat(folder, name, &about, AT_SYMLINK_NOFOLLOW) != 0 || !S_ISREG(about.st_mode))
		return true;
	one = ARENA_PUSH(mem, &out->kept);
	if (one)
		*one = (struct store_kept){arena_text(mem, name), about.st_mtime};
	return one || fault_set(f, FAULT_MEMORY, "There is not enough memory to look beside the case file.");
}

bool store_look_beside(struct store *s, struct arena *mem, struct store_beside *out, struct fault *f)
{
	const char *own = strrchr(s->path, '/') + 1;
	char *path = strndup(s->path, (size_t)(own - s->path));
	DIR *folder = path ? opendir(path) : NULL;
	struct dirent *entry;
	bool ok = true;

	free(path);
	*out = (struct store_beside){0};
	if (!folder)
		return fault_set(f, FAULT_STORAGE,
				 "The folder of the case file may not be looked at. Ask for the right to.");
	while (ok && (entry = readdir(folder))) {
		if (is_kept_by_us(entry->d_name, own))
			ok = add_kept(dirfd(folder), entry->d_name, mem, out, f);
		else if (is_case_file(dirfd(folder), entry->d_name, s))
			out->others++;
	}
	closedir(folder);
	if (ok && out->kept.count)
		qsort(out->kept.items, out->kept.count, sizeof *out->kept.items, by_name);
	return ok;
}
