/* The veil as SQLite sees it. Private to src/store/veil*.c. */
#ifndef STORE_VEIL_VFS_H
#define STORE_VEIL_VFS_H

#include "veil.h"

bool veil_register(struct veil *v); /* under v->vfs_name */

struct veil_file *veil_find(struct veil *v, const char *name); /* NULL when there is none, and for "" */
struct veil_file *veil_make(struct veil *v, const char *name); /* NULL with v->last_errno set */
void veil_drop(struct veil_file *file);

/* False with v->last_errno set. Reading behind the end gives zeros. */
bool veil_file_read(struct veil *v, const struct veil_file *file, void *into, size_t bytes, int64_t from);
bool veil_file_write(struct veil *v, struct veil_file *file, const void *from, size_t bytes, int64_t at);
bool veil_file_cut(struct veil *v, struct veil_file *file, int64_t bytes);

#endif
