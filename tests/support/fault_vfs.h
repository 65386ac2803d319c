/* A file system for SQLite that fails when told to: the Nth operation, once or from then on. */
#ifndef SUPPORT_FAULT_VFS_H
#define SUPPORT_FAULT_VFS_H

#include <stdbool.h>
#include <stdint.h>

struct fault_plan {
	int after;    /* operations that still succeed; the next one fails */
	bool forever; /* and all that follow */
	int result;   /* SQLITE_FULL for writes, or an I/O error of the operation's own kind when 0 */
	bool kills;   /* the program dies there instead, as by kill -9 */
	bool reads;   /* count reading as well, else only writing, truncating, syncing and deleting */
};

enum fault_vfs_act { VFS_WRITES, VFS_TRUNCATES, VFS_SYNCS, VFS_DELETES };

/* Hears of every act that went through, on the case file or on its journal; from: bytes of a write, at: where, or the
 * size it is cut to. */
typedef void fault_vfs_hearer(enum fault_vfs_act act, bool is_journal, const void *from, int64_t at, int bytes);
void fault_vfs_hear(fault_vfs_hearer *hearer); /* NULL: nobody */

void fault_vfs_install(void); /* as the default; over the system's own */
void fault_vfs_arm(const struct fault_plan *plan);
/* How many operations were counted since it was armed, and whether one was made to fail. */
int fault_vfs_disarm(bool *failed);

#endif
