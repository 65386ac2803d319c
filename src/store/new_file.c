/* A file that appears whole under its name or not at all: written without a name, put on the disk, then named. */
#include "new_file.h"

#include "safe_place.h"

#include "base/rights.h"
#include "store/store.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static bool cannot(const char *what, const char *doing, struct fault *f)
{
	int why = errno;

	if (why == EEXIST)
		fault_set(f, FAULT_REFUSED,
			  "There is already a file of that name, and it was left as it is. Give the %s another name.",
			  what);
	else if (why == ENOSPC || why == EDQUOT || why == EFBIG)
		fault_set(f, FAULT_STORAGE,
			  "The disk is full: the %s was not made, and nothing was left behind. Make room, then try "
			  "again.",
			  what);
	else if (why == EIO)
		fault_set(f, FAULT_STORAGE,
			  "The disk reported an error: the %s was not made, and nothing was left behind. Have the disk "
			  "checked, or name another folder.",
			  what);
	else
		fault_set(
			f, FAULT_STORAGE,
			"The %s could not be made there. Check that its folder is there and that you may write to it.",
			what);
	fault_detail(f, "%s: %s", doing, strerror(why));
	return false;
}

static int open_for(enum new_file_for whom, const char *path, int flags)
{
	return whom == NEW_FILE_FOR_A_PERSON ? rights_own_open(path, flags, 0600) : open(path, flags, 0600);
}

/* A file system without nameless files, as those shared over a network: a name of its own until it is whole. */
static bool begin_part(struct new_file *out, enum new_file_for whom, const char *what, struct fault *f)
{
	if (asprintf(&out->part, "%s.part-%ld", out->path, (long)getpid()) < 0) {
		out->part = NULL;
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to make the %s.", what);
	}
	out->fd = open_for(whom, out->part, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC);
	if (out->fd >= 0)
		return true;
	cannot(what, "open", f);
	free(out->part);
	out->part = NULL;
	return false;
}

bool new_file_begin(struct new_file *out, const char *path, enum new_file_for whom, const char *what, struct fault *f)
{
	struct stat there;
	char *folder;

	*out = (struct new_file){.fd = -1, .whom = whom};
	out->path = safe_place_resolve(path, what, f);
	if (!out->path)
		return false;
	if (lstat(out->path, &there) == 0) {
		errno = EEXIST;
		return cannot(what, "lstat", f);
	}
	folder = strndup(out->path, (size_t)(strrchr(out->path, '/') - out->path) + 1);
	if (!folder)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to make the %s.", what);
	out->fd = open_for(whom, folder, O_TMPFILE | O_RDWR | O_CLOEXEC);
	free(folder);
	if (out->fd < 0 && errno != EOPNOTSUPP && errno != EISDIR && errno != EINVAL)
		return cannot(what, "open", f);
	if (out->fd < 0 && !begin_part(out, whom, what, f))
		return false;
	return whom == NEW_FILE_FOR_A_PERSON || fchmod(out->fd, store_file_mode(out->path)) == 0 ||
	       cannot(what, "fchmod", f);
}

bool new_file_sync(const struct new_file *file, const char *what, struct fault *f)
{
	return fsync(file->fd) == 0 || cannot(what, "fsync", f);
}

/* A folder that a person named may have become another one meanwhile: what they may not write to is not written to. */
static bool give_name(const struct new_file *file)
{
	char by_number[48];

	if (file->whom == NEW_FILE_FOR_A_PERSON)
		return rights_own_name(file->fd, file->part, file->path);
	snprintf(by_number, sizeof by_number, "/proc/self/fd/%d", file->fd);
	return linkat(AT_FDCWD, file->part ? file->part : by_number, AT_FDCWD, file->path,
		      file->part ? 0 : AT_SYMLINK_FOLLOW) == 0;
}

static void drop_part(struct new_file *file)
{
	if (file->part && file->whom == NEW_FILE_FOR_A_PERSON)
		rights_own_unlink(file->part);
	else if (file->part)
		unlink(file->part);
	free(file->part);
	file->part = NULL;
}

bool new_file_name(struct new_file *file, const char *what, struct fault *f)
{
	if (!give_name(file))
		return cannot(what, "linkat", f);
	drop_part(file);
	safe_place_sync_folder(file->path);
	return true;
}

void new_file_end(struct new_file *file)
{
	if (file->fd >= 0)
		close(file->fd);
	drop_part(file);
	free(file->path);
	*file = (struct new_file){.fd = -1};
}
