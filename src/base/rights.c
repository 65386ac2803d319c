/* The rights a process runs with, lent or its person's own. */
#include "base/rights.h"

#include <errno.h>
#include <fcntl.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/auxv.h>
#include <sys/stat.h>
#include <unistd.h>

bool rights_are_lent(void)
{
	return getauxval(AT_SECURE) != 0;
}

/* The saved group stays, so that the way back is open. */
int rights_own_open(const char *path, int flags, mode_t mode)
{
	const gid_t lent = getegid();
	int file, why;

	if (lent == getgid())
		return open(path, flags, mode);
	if (setegid(getgid()) != 0)
		return -1;
	file = open(path, flags, mode);
	why = errno;
	if (setegid(lent) != 0 && file >= 0) {
		why = errno;
		close(file);
		file = -1;
	}
	errno = why;
	return file;
}

/* Runs `does` with the person's own group; -1 when that group, or the way back from it, cannot be had. */
static int with_own_rights(int (*does)(const char *path), const char *path)
{
	const gid_t lent = getegid();
	int result;

	if (lent == getgid())
		return does(path);
	if (setegid(getgid()) != 0)
		return -1;
	result = does(path);
	return setegid(lent) == 0 ? result : -1;
}

static int look_for(const char *path)
{
	struct stat about;

	return lstat(path, &about);
}

bool rights_own_unlink(const char *path)
{
	return with_own_rights(unlink, path) == 0;
}

bool rights_own_name(int file, const char *part, const char *path)
{
	const gid_t lent = getegid();
	char by_number[48];
	bool ok;
	int why;

	snprintf(by_number, sizeof by_number, "/proc/self/fd/%d", file);
	if (lent != getgid() && setegid(getgid()) != 0)
		return false;
	ok = linkat(AT_FDCWD, part ? part : by_number, AT_FDCWD, path, part ? 0 : AT_SYMLINK_FOLLOW) == 0;
	why = errno;
	if (lent != getegid() && setegid(lent) != 0)
		ok = false;
	errno = why;
	return ok;
}

bool rights_own_is_there(const char *path)
{
	return with_own_rights(look_for, path) == 0;
}

bool rights_give_up(void)
{
	return setresgid(getgid(), getgid(), getgid()) == 0;
}

const char *rights_home(void)
{
	const struct passwd *account = rights_are_lent() ? getpwuid(getuid()) : NULL;
	const char *home = account ? account->pw_dir : secure_getenv("HOME");

	return home && home[0] == '/' ? home : NULL;
}
