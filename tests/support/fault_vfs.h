/* A file system for SQLite that fails when told to: the Nth operation, once or from then on. */
#ifndef SUPPORT_FAULT_VFS_H
#define SUPPORT_FAULT_VFS_H

#include <stdbool.h>

struct fault_plan {
	int after;    /* operations that still succeed; the next one fails */
	bool forever; /* and all that follow */
	int result;   /* SQLITE_FULL for writes, or an I/O error of the operation's own kind when 0 */
	bool kills;   /* the program dies there instead, as by kill -9 */
	bool reads;   /* count reading as well, else only writing, truncating, syncing and deleting */
};

void fault_vfs_install(void); /* as the default; over the system's own */
void fault_vfs_arm(const struct fault_plan *plan);
/* How many operations were counted since it was armed, and whether one was made to fail. */
int fault_vfs_disarm(bool *failed);

#endif
