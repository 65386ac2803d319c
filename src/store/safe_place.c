/* Whether a case file may live where it is. The file itself is never opened here: closing it would drop SQLite's locks.
 */
#include "safe_place.h"

#include "store/store.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/vfs.h>
#include <unistd.h>

static const struct {
	unsigned long type; /* f_type of statfs(2) */
	bool is_local;
	const char *name;
} file_systems[] = {
	{0x6969, false, "NFS"},
	{0x517b, false, "SMB"},
	{0xff534d42, false, "CIFS"},
	{0xfe534d42, false, "SMB2"},
	{0x01021997, false, "9P"},
	{0x786f4256, false, "VirtualBox share"},
	{0x65735546, false, "FUSE"},
	{0x5346414f, false, "AFS"},
	{0x6b414653, false, "AFS"},
	{0x73757245, false, "Coda"},
	{0x00c36400, false, "Ceph"},
	{0x0bd00bd0, false, "Lustre"},
	{0x01161970, false, "GFS2"},
	{0x7461636f, false, "OCFS2"},
	{0x47504653, false, "GPFS"},
	{0xbacbacbc, false, "VMware share"},
	{0x7c7c6673, false, "Parallels share"},
	{0x564c, false, "NCP"},
	{0xef53, true, "ext4"},
	{0x58465342, true, "XFS"},
	{0x9123683e, true, "Btrfs"},
	{0x2fc12fc1, true, "ZFS"},
	{0x01021994, true, "tmpfs"},
	{0x794c7630, true, "overlay"},
	{0xf2f52010, true, "F2FS"},
	{0xca451a4e, true, "bcachefs"},
};

bool safe_place_is_local_type(unsigned long type, const char **name)
{
	for (size_t i = 0; i < sizeof file_systems / sizeof *file_systems; i++)
		if (file_systems[i].type == type) {
			*name = file_systems[i].name;
			return file_systems[i].is_local;
		}
	*name = "another kind";
	return true;
}

bool safe_place_is_local(const char *folder, const char **file_system)
{
	struct statfs where;

	*file_system = "unknown";
	return statfs(folder, &where) != 0 ||
	       safe_place_is_local_type((unsigned long)where.f_type & 0xffffffff, file_system);
}

static char *folder_of(const char *path)
{
	const char *slash = strrchr(path, '/');

	if (!slash)
		return strdup(".");
	return slash == path ? strdup("/") : strndup(path, (size_t)(slash - path));
}

char *safe_place_resolve(const char *path, const char *what, struct fault *f)
{
	const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
	char *folder = folder_of(path), *resolved = folder ? realpath(folder, NULL) : NULL, *out = NULL;

	if (!*name)
		fault_set(f, FAULT_NOT_FOUND, "A folder was named, not a %s. Add the name of the file.", what);
	else if (!resolved && errno == ENOMEM)
		fault_set(f, FAULT_MEMORY, "There is not enough memory for the %s.", what);
	else if (!resolved)
		fault_set(f, FAULT_NOT_FOUND,
			  "The folder of the %s is not there or may not be entered. Check its name.", what);
	else if (asprintf(&out, "%s/%s", strcmp(resolved, "/") == 0 ? "" : resolved, name) < 0) {
		out = NULL;
		fault_set(f, FAULT_MEMORY, "There is not enough memory for the %s.", what);
	}
	free(folder);
	free(resolved);
	return out;
}

bool safe_place_file(const char *path, struct stat *out, struct fault *f)
{
	if (lstat(path, out) != 0 && errno == ENOENT)
		return fault_set(
			f, FAULT_NOT_FOUND,
			"There is no case file of that name. Check the name, or make one with \"quorate init\".");
	if (lstat(path, out) != 0) {
		fault_set(f, FAULT_STORAGE,
			  "The case file may not be looked at. Ask for the right to enter its folder.");
		fault_detail(f, "lstat: %s", strerror(errno));
		return false;
	}
	if (S_ISLNK(out->st_mode))
		return fault_set(f, FAULT_REFUSED,
				 "The name given is a symbolic link. Two names for one case file can damage it: "
				 "give the file's own name.");
	if (S_ISDIR(out->st_mode))
		return fault_set(f, FAULT_CORRUPT, "A folder was named, not a case file. Add the name of the file.");
	if (!S_ISREG(out->st_mode))
		return fault_set(f, FAULT_CORRUPT, "This is not a case file. Check the name that was given.");
	if (out->st_nlink != 1)
		return fault_set(
			f, FAULT_REFUSED,
			"The case file has a second name (a hard link). Two names for one case file can damage it: "
			"remove the other name first.");
	if (out->st_size == 0)
		return fault_set(f, FAULT_CORRUPT,
				 "This file is empty, so it is not a case file. Check the name, or restore "
				 "the newest back-up.");
	return true;
}

bool safe_place_folder(const char *path, bool (*is_local)(const char *folder, const char **file_system),
		       struct fault *f)
{
	char *folder = folder_of(path);
	const char *file_system = "";
	struct stat where;
	bool ok = false;

	if (!folder)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to open the case file.");
	if (stat(folder, &where) != 0)
		fault_set(f, FAULT_NOT_FOUND,
			  "The folder of the case file is not there or may not be entered. Check its name.");
	else if ((where.st_mode & S_IWOTH) && !(where.st_mode & S_ISVTX))
		fault_set(f, FAULT_REFUSED,
			  "Everybody on this machine may write to the folder of the case file, so anybody could "
			  "replace it. "
			  "Take that right away (chmod o-w), then try again.");
	else if (!(is_local ? is_local : safe_place_is_local)(folder, &file_system))
		fault_set(f, FAULT_REFUSED,
			  "The case file is on a shared file system (%s), where two people's saves can destroy each "
			  "other. "
			  "Keep it on a disk of this machine.",
			  file_system);
	else
		ok = true;
	free(folder);
	return ok;
}

bool safe_place_folder_is_writable(const char *path)
{
	char *folder = folder_of(path);
	bool yes = folder && faccessat(AT_FDCWD, folder, W_OK, AT_EACCESS) == 0;

	free(folder);
	return yes;
}

unsigned store_file_mode(const char *path)
{
	const unsigned shared = S_ISGID | S_IRWXG;
	char *folder = folder_of(path);
	struct stat where;
	bool is_shared = folder && stat(folder, &where) == 0 && (where.st_mode & shared) == shared &&
			 !(where.st_mode & S_IRWXO);

	free(folder);
	return is_shared ? 0660 : 0600;
}

void safe_place_sync_folder(const char *path)
{
	char *folder = folder_of(path);
	int fd = folder ? open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;

	if (fd >= 0) {
		fsync(fd);
		close(fd);
	}
	free(folder);
}
