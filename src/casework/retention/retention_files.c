/* Files that were written out of the case file: letters, papers, plans. The audit log knows where to; when the record
 * goes, whoever approves takes away what is still there as it was written. */
#include "retention_keeping.h"

#include "base/rights.h"
#include "store/audit.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* SLACK: between a file's last byte and the row of the log that says so. */
enum { MOST_ROWS = 100000, SLACK_SECONDS = 60 };

static bool ends_with(const char *text, const char *ending)
{
	size_t length = strlen(text), end = strlen(ending);

	return length >= end && strcmp(text + length - end, ending) == 0;
}

/* "invitation to Dana Webb, to papers/C-0012.pdf": the path is what follows the last ", to ". */
static const char *path_in(const char *detail)
{
	static const char before[] = ", to ";
	const char *found = NULL;

	for (const char *at = detail; (at = strstr(at, before)); at++)
		found = at + sizeof before - 1;
	return found;
}

static bool add_files(const struct audit_row_list *rows, bool is_shared, struct arena *mem,
		      struct retention_file_list *out, struct fault *f)
{
	for (size_t i = 0; i < rows->count; i++) {
		const struct audit_row *row = &rows->items[i];
		const char *path = ends_with(row->action, ".take_out") ? path_in(row->detail) : NULL;
		struct retention_file *file;

		if (!path || !*path)
			continue;
		file = ARENA_PUSH(mem, out);
		if (!file)
			return fault_set(f, FAULT_MEMORY, "There is not enough memory to look for files outside.");
		*file = (struct retention_file){path, row->at, is_shared};
	}
	return true;
}

bool retention_files(struct casework *cw, int64_t family, struct arena *mem, struct retention_file_list *out,
		     struct fault *f)
{
	struct audit_row_list rows = {0}, posts = {0};

	*out = (struct retention_file_list){0};
	return audit_of_family(cw->store, family, MOST_ROWS, mem, &rows, f) &&
	       audit_of_posts(cw->store, family, MOST_ROWS, mem, &posts, f) && add_files(&rows, false, mem, out, f) &&
	       add_files(&posts, true, mem, out, f);
}

static bool is_as_written(int fd, int64_t at)
{
	struct stat about;

	return fstat(fd, &about) == 0 && S_ISREG(about.st_mode) && about.st_nlink == 1 &&
	       about.st_mtime <= at + SLACK_SECONDS && about.st_mtime >= at - SLACK_SECONDS;
}

/* Opened with the person's own rights for writing: what they may not change they may not take away. */
static bool remove_one(const struct retention_file *file)
{
	int fd = rights_own_open(file->path, O_WRONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC, 0);
	bool gone;

	if (fd < 0)
		return false;
	gone = is_as_written(fd, file->at) && ftruncate(fd, 0) == 0 && fsync(fd) == 0;
	close(fd);
	/* Emptied already; a name that stays because its folder may not be changed says what it said before. */
	return gone && rights_own_unlink(file->path);
}

int64_t retention_files_remove(const struct retention_file_list *files, struct arena *mem, const char **left)
{
	int64_t removed = 0;

	*left = "";
	for (size_t i = 0; i < files->count; i++) {
		const char *path = files->items[i].path;

		/* Of one that was written beside wherever somebody stood nobody knows where it is. */
		if (path[0] == '/' && !files->items[i].is_shared && remove_one(&files->items[i]))
			removed++;
		else if (path[0] != '/' || rights_own_is_there(path))
			*left = arena_joined(mem, *left, "\n", path);
	}
	return removed;
}
