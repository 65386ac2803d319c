/* Whether what lies under a file is encrypted by this machine (dm-crypt), as the kernel tells it. */
#ifndef STORE_DISK_COVER_H
#define STORE_DISK_COVER_H

#include <sys/types.h>

enum disk_cover {
	DISK_COVER_NONE,
	DISK_COVER_UNKNOWN, /* memory, a container, a host that keeps its disks to itself */
	DISK_COVER_CRYPT
};

/* `root` is "" or a folder that stands for it, for tests; `device` is st_dev of the file. */
enum disk_cover disk_cover_of(const char *root, dev_t device);
/* Of all that memory may be put away to; DISK_COVER_CRYPT too when there is no swap. */
enum disk_cover disk_cover_of_swap(const char *root);

#endif
