/* Scratch files for SQLite that hold nothing readable: without a name, and sealed page by page under a key that lives
 * in this process only. What is in them is gone with the process, however it ends. Private to src/store. */
#ifndef STORE_VEIL_H
#define STORE_VEIL_H

#include "base/fault.h"

#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { VEIL_FILES = 8, VEIL_BLOCK = 4096, VEIL_KEY_BYTES = 32, VEIL_NONCE_BYTES = 24, VEIL_TAG_BYTES = 16 };

struct veil_file {
	char name[24]; /* "": a temporary file of SQLite's own; free when fd is -1 */
	int fd;
	int64_t bytes;
};

struct veil {
	sqlite3_vfs vfs;
	char vfs_name[40];
	char folder[512]; /* where the nameless files lie */
	unsigned char key[VEIL_KEY_BYTES];
	unsigned char nonce[VEIL_NONCE_BYTES]; /* counted up at each block written: never the same twice */
	struct veil_file files[VEIL_FILES];
	int last_errno; /* of the last call of the system that failed, 0 none: ENOSPC is told apart by it */
};

/* `folder` NULL or not fit to write in: the system's own folder for temporary files. NULL with a fault. */
struct veil *veil_begin(const char *folder, struct fault *f);
void veil_end(struct veil *v); /* every connection over it is closed; NULL is a no-op */

/* A connection to the file of that name in the veil, made when it is not there. */
bool veil_open(struct veil *v, const char *name, sqlite3 **out, struct fault *f);

void veil_forget(struct veil *v, const char *name); /* the file is gone; nobody has it open */

int64_t veil_bytes(const struct veil *v, const char *name); /* -1 when there is none */
bool veil_read(struct veil *v, const char *name, void *into, size_t bytes, int64_t from, struct fault *f);
bool veil_write(struct veil *v, const char *name, const void *from, size_t bytes, int64_t at, struct fault *f);

/* A sentence for what went wrong under the veil, by errno: a full disk or a disk error. Always false. */
bool veil_fault(const struct veil *v, struct fault *f);

#endif
