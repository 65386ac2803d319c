/* What the kernel tells of the devices under a file: /proc/self/mountinfo, /sys/dev/block, /proc/swaps. */
#include "disk_cover.h"

#include <dirent.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>

enum { PATH_MOST = 512, LINE_MOST = 2048, LAYERS_MOST = 8 };

static bool first_line(const char *path, char *out, size_t room)
{
	FILE *in = fopen(path, "re");
	bool ok = in && fgets(out, (int)room, in);

	if (in)
		fclose(in);
	if (ok)
		out[strcspn(out, "\n")] = '\0';
	return ok;
}

static enum disk_cover look_at(const char *folder, int layers);

/* A volume of several disks is encrypted when each of them is. */
static enum disk_cover look_beneath(const char *folder, int layers)
{
	enum disk_cover least = DISK_COVER_NONE;
	char path[PATH_MOST];
	bool is_first = true;
	struct dirent *one;
	DIR *slaves;

	if (snprintf(path, sizeof path, "%s/slaves", folder) >= (int)sizeof path || !(slaves = opendir(path)))
		return least;
	while ((one = readdir(slaves))) {
		char beneath[PATH_MOST];
		enum disk_cover its;

		if (*one->d_name == '.' ||
		    snprintf(beneath, sizeof beneath, "%s/%s", path, one->d_name) >= (int)sizeof beneath)
			continue;
		its = look_at(beneath, layers + 1);
		least = is_first || its < least ? its : least;
		is_first = false;
	}
	closedir(slaves);
	return least;
}

static enum disk_cover look_at(const char *folder, int layers)
{
	char path[PATH_MOST], uuid[128];

	if (layers >= LAYERS_MOST)
		return DISK_COVER_UNKNOWN;
	if (snprintf(path, sizeof path, "%s/dm/uuid", folder) < (int)sizeof path &&
	    first_line(path, uuid, sizeof uuid) && strncmp(uuid, "CRYPT-", 6) == 0)
		return DISK_COVER_CRYPT;
	return look_beneath(folder, layers);
}

static enum disk_cover look_at_device(const char *root, unsigned high, unsigned low)
{
	char folder[PATH_MOST];
	struct stat about;

	if (snprintf(folder, sizeof folder, "%s/sys/dev/block/%u:%u", root, high, low) >= (int)sizeof folder ||
	    stat(folder, &about) != 0)
		return DISK_COVER_UNKNOWN;
	return look_at(folder, 0);
}

/* Some file systems (Btrfs) have a number of their own: mountinfo says which device is mounted under it. */
static bool device_of_mount(const char *root, dev_t device, unsigned *high, unsigned *low)
{
	char path[PATH_MOST], line[LINE_MOST], source[PATH_MOST], at[PATH_MOST + PATH_MOST];
	struct stat about;
	bool is_found = false;
	FILE *in;

	if (snprintf(path, sizeof path, "%s/proc/self/mountinfo", root) >= (int)sizeof path ||
	    !(in = fopen(path, "re")))
		return false;
	while (!is_found && fgets(line, sizeof line, in)) {
		const char *rest = strstr(line, " - ");

		is_found = rest && sscanf(line, "%*d %*d %u:%u", high, low) == 2 && makedev(*high, *low) == device &&
			   sscanf(rest, " - %*s %511s", source) == 1;
	}
	fclose(in);
	if (!is_found || *source != '/')
		return false;
	snprintf(at, sizeof at, "%s%s", root, source);
	if (stat(at, &about) != 0 || !S_ISBLK(about.st_mode))
		return false;
	*high = major(about.st_rdev);
	*low = minor(about.st_rdev);
	return true;
}

enum disk_cover disk_cover_of(const char *root, dev_t device)
{
	unsigned high = major(device), low = minor(device);

	if (high == 0 && !device_of_mount(root, device, &high, &low))
		return DISK_COVER_UNKNOWN;
	return look_at_device(root, high, low);
}

enum disk_cover disk_cover_of_swap(const char *root)
{
	enum disk_cover least = DISK_COVER_CRYPT;
	char path[PATH_MOST], line[LINE_MOST], name[PATH_MOST], at[PATH_MOST + PATH_MOST];
	FILE *in;

	if (snprintf(path, sizeof path, "%s/proc/swaps", root) >= (int)sizeof path || !(in = fopen(path, "re")))
		return DISK_COVER_UNKNOWN;
	while (fgets(line, sizeof line, in)) {
		enum disk_cover its = DISK_COVER_UNKNOWN;
		struct stat about;

		if (*line != '/' || sscanf(line, "%511s", name) != 1 || strncmp(name, "/dev/zram", 9) == 0)
			continue; /* a heading; memory that is packed, not put away */
		snprintf(at, sizeof at, "%s%s", root, name);
		if (stat(at, &about) == 0)
			its = disk_cover_of(root, S_ISBLK(about.st_mode) ? about.st_rdev : about.st_dev);
		least = its < least ? its : least;
	}
	fclose(in);
	return least;
}
