/* One sender at a time: a lock beside the case file that the kernel lets go of when the sender dies. */
#include "sending_inside.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

static bool refuse(struct fault *f)
{
	int why = errno;

	fault_set(
		f, FAULT_STORAGE,
		"The sending of letters cannot begin: the file that marks it, beside the case file, cannot be opened.");
	fault_detail(f, "%s", strerror(why));
	return false;
}

/* Whoever sent last has taken the file away again: then the one that was opened is not the one in the folder. */
static bool is_the_one_in_the_folder(int file, const char *path)
{
	struct stat opened, named;

	return fstat(file, &opened) == 0 && lstat(path, &named) == 0 && opened.st_dev == named.st_dev &&
	       opened.st_ino == named.st_ino;
}

/* -1 with the fault set. */
static int open_and_lock(const char *path, struct fault *f)
{
	for (int attempt = 0; attempt < 20; attempt++) {
		int file = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NOCTTY | O_NONBLOCK, 0600);

		if (file < 0) {
			refuse(f);
			return -1;
		}
		fchmod(file, store_file_mode(path)); /* somebody else's is right already */
		if (flock(file, LOCK_EX | LOCK_NB) != 0) {
			close(file);
			fault_set(f, FAULT_BUSY,
				  "Letters are being sent at this moment, by another session or the nightly run. Look "
				  "at the "
				  "outbox in a minute.");
			return -1;
		}
		if (is_the_one_in_the_folder(file, path))
			return file;
		close(file);
	}
	errno = EAGAIN;
	refuse(f);
	return -1;
}

bool sending_lock_take(const struct casework *cw, struct sending_lock *out, struct fault *f)
{
	static const char ending[] = ".sending";
	size_t bytes = strlen(cw->path);

	out->file = -1;
	out->path = malloc(bytes + sizeof ending);
	if (!out->path)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to send letters.");
	memcpy(out->path, cw->path, bytes);
	memcpy(out->path + bytes, ending, sizeof ending);
	out->file = open_and_lock(out->path, f);
	if (out->file >= 0)
		return true;
	free(out->path);
	out->path = NULL;
	return false;
}

/* Taken away while it is still locked: nobody else can be between opening and locking it unseen. */
void sending_lock_give(struct sending_lock *lock)
{
	if (lock->file >= 0) {
		unlink(lock->path);
		close(lock->file);
	}
	free(lock->path);
	*lock = (struct sending_lock){.file = -1};
}
