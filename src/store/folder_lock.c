/* Who has a case file of a folder open. SQLite's own locks cannot tell: with the rollback journal a session that waits
 * for a key holds none. The case file itself is not opened for it, since closing it would drop SQLite's locks. */
#include "folder_lock.h"

#include "transaction.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

static int open_folder(const char *path)
{
	char *folder = strndup(path, (size_t)(strrchr(path, '/') - path) + 1);
	int fd = folder ? open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;

	free(folder);
	return fd;
}

bool folder_lock_share(struct store *s, struct fault *f)
{
	int fd = open_folder(s->path);

	for (int count = 0; fd >= 0 && flock(fd, LOCK_SH | LOCK_NB) != 0; count++) {
		if (errno != EWOULDBLOCK) { /* a file system without such locks */
			close(fd);
			return true;
		}
		if (!transaction_wait(s, count)) {
			close(fd);
			return fault_set(
				f, FAULT_BUSY,
				"The case file is being restored from a back-up at this moment. Open it again in a "
				"minute.");
		}
	}
	s->presence = fd;
	return true;
}

bool folder_lock_alone(const char *path, int *out, struct fault *f)
{
	int fd = open_folder(path);

	*out = -1;
	if (fd < 0) {
		fault_set(f, FAULT_STORAGE,
			  "The folder of the case file may not be read, so nobody can say who has it open. Ask for the "
			  "right to read it.");
		fault_detail(f, "open: %s", strerror(errno));
		return false;
	}
	if (flock(fd, LOCK_EX | LOCK_NB) == 0) {
		*out = fd;
		return true;
	}
	close(fd);
	return fault_set(
		f, FAULT_BUSY,
		"Somebody has the case file (or another one in its folder) open. Nothing was restored: ask everybody "
		"to leave Quorate, then try again.");
}

void folder_lock_give(int lock)
{
	if (lock >= 0)
		close(lock);
}
