/* A file that a verb writes: new, whole or not at all, for nobody but its owner. */
#include "new_file.h"

#include "base/rights.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool refuse_taken(const char *path, const char *field, struct fault *f)
{
	return fault_field(f, field, "%s is there already and is not written over: give %s a new name.", path,
			   strcmp(field, "pdf") == 0 ? "--pdf" : "it");
}

static bool not_written(const char *path, struct fault *f)
{
	int why = errno;

	fault_set(f, FAULT_STORAGE, "%s could not be written; nothing was left there. Choose another place.", path);
	fault_detail(f, "%s", strerror(why));
	return false;
}

static bool write_whole(int file, const unsigned char *bytes, size_t count)
{
	while (count) {
		ssize_t done = write(file, bytes, count);

		if (done < 0 && errno == EINTR)
			continue;
		if (done <= 0)
			return false;
		bytes += done;
		count -= (size_t)done;
	}
	return fsync(file) == 0;
}

bool new_file_write(const char *path, const char *field, const unsigned char *bytes, size_t count, struct fault *f)
{
	int file = rights_own_open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600), why;
	bool ok;

	if (file < 0)
		return errno == EEXIST || errno == ELOOP ? refuse_taken(path, field, f) : not_written(path, f);
	ok = write_whole(file, bytes, count);
	why = errno;
	if (close(file) != 0 && ok) {
		ok = false;
		why = errno;
	}
	if (ok)
		return true;
	rights_own_unlink(path);
	errno = why;
	return not_written(path, f);
}

bool new_file_check(const char *path, const char *field, struct fault *f)
{
	struct stat there;

	return lstat(path, &there) != 0 || refuse_taken(path, field, f);
}
