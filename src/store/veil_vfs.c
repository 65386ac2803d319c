/* The calls by which SQLite reaches its files under the veil. Nobody else can, so nothing is locked and nothing synced.
 */
#include "veil_vfs.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

struct handle {
	sqlite3_file base;
	struct veil *veil;
	struct veil_file *file;
	bool is_temporary; /* gone when it is closed */
};

static int failed(const struct veil *v, int otherwise)
{
	return v->last_errno == ENOSPC || v->last_errno == EDQUOT || v->last_errno == EFBIG ? SQLITE_FULL : otherwise;
}

static int handle_close(sqlite3_file *file)
{
	struct handle *h = (struct handle *)file;

	if (h->is_temporary)
		veil_drop(h->file);
	return SQLITE_OK;
}

static int handle_read(sqlite3_file *file, void *into, int bytes, sqlite3_int64 from)
{
	struct handle *h = (struct handle *)file;
	int64_t there = h->file->bytes - from;
	size_t wanted = there <= 0 ? 0 : there < bytes ? (size_t)there : (size_t)bytes;

	if (wanted > 0 && !veil_file_read(h->veil, h->file, into, wanted, from))
		return SQLITE_IOERR_READ;
	if (wanted == (size_t)bytes)
		return SQLITE_OK;
	memset((char *)into + wanted, 0, (size_t)bytes - wanted);
	return SQLITE_IOERR_SHORT_READ;
}

static int handle_write(sqlite3_file *file, const void *from, int bytes, sqlite3_int64 at)
{
	struct handle *h = (struct handle *)file;

	return veil_file_write(h->veil, h->file, from, (size_t)bytes, at) ? SQLITE_OK
									  : failed(h->veil, SQLITE_IOERR_WRITE);
}

static int handle_truncate(sqlite3_file *file, sqlite3_int64 bytes)
{
	struct handle *h = (struct handle *)file;

	return veil_file_cut(h->veil, h->file, bytes) ? SQLITE_OK : failed(h->veil, SQLITE_IOERR_TRUNCATE);
}

static int handle_sync(sqlite3_file *file, int flags)
{
	(void)file;
	(void)flags;
	return SQLITE_OK;
}

static int handle_size(sqlite3_file *file, sqlite3_int64 *out)
{
	*out = ((struct handle *)file)->file->bytes;
	return SQLITE_OK;
}

static int handle_lock(sqlite3_file *file, int level)
{
	(void)file;
	(void)level;
	return SQLITE_OK;
}

static int handle_is_reserved(sqlite3_file *file, int *out)
{
	(void)file;
	*out = 0;
	return SQLITE_OK;
}

static int handle_control(sqlite3_file *file, int what, void *argument)
{
	(void)file;
	(void)what;
	(void)argument;
	return SQLITE_NOTFOUND;
}

static int handle_sector(sqlite3_file *file)
{
	(void)file;
	return VEIL_BLOCK;
}

static int handle_characteristics(sqlite3_file *file)
{
	(void)file;
	return 0;
}

static const sqlite3_io_methods handle_calls = {
	.iVersion = 1,
	.xClose = handle_close,
	.xRead = handle_read,
	.xWrite = handle_write,
	.xTruncate = handle_truncate,
	.xSync = handle_sync,
	.xFileSize = handle_size,
	.xLock = handle_lock,
	.xUnlock = handle_lock,
	.xCheckReservedLock = handle_is_reserved,
	.xFileControl = handle_control,
	.xSectorSize = handle_sector,
	.xDeviceCharacteristics = handle_characteristics,
};

static int veil_vfs_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *out, int flags, int *out_flags)
{
	struct veil *v = vfs->pAppData;
	struct handle *h = (struct handle *)out;
	bool is_new;

	*h = (struct handle){.veil = v, .file = name ? veil_find(v, name) : NULL};
	is_new = !h->file;
	if (is_new && !(flags & (SQLITE_OPEN_CREATE | SQLITE_OPEN_DELETEONCLOSE)))
		return SQLITE_CANTOPEN;
	if (is_new)
		h->file = veil_make(v, name ? name : "");
	if (!h->file)
		return failed(v, SQLITE_CANTOPEN);
	h->is_temporary = !name || (flags & SQLITE_OPEN_DELETEONCLOSE);
	h->base.pMethods = &handle_calls;
	if (out_flags)
		*out_flags = flags;
	return SQLITE_OK;
}

static int veil_vfs_delete(sqlite3_vfs *vfs, const char *name, int sync_folder)
{
	struct veil_file *file = veil_find(vfs->pAppData, name);

	(void)sync_folder;
	if (file)
		veil_drop(file);
	return SQLITE_OK;
}

static int veil_vfs_access(sqlite3_vfs *vfs, const char *name, int how, int *out)
{
	(void)how;
	*out = veil_find(vfs->pAppData, name) != NULL;
	return SQLITE_OK;
}

static int veil_vfs_full_name(sqlite3_vfs *vfs, const char *name, int room, char *out)
{
	(void)vfs;
	sqlite3_snprintf(room, out, "%s", name);
	return SQLITE_OK;
}

bool veil_register(struct veil *v)
{
	const sqlite3_vfs *system = sqlite3_vfs_find("unix");

	if (!system)
		return false;
	snprintf(v->vfs_name, sizeof v->vfs_name, "veil-%p", (void *)v);
	v->vfs = (sqlite3_vfs){
		.iVersion = 1,
		.szOsFile = sizeof(struct handle),
		.mxPathname = sizeof v->files[0].name - 1,
		.zName = v->vfs_name,
		.pAppData = v,
		.xOpen = veil_vfs_open,
		.xDelete = veil_vfs_delete,
		.xAccess = veil_vfs_access,
		.xFullPathname = veil_vfs_full_name,
		.xRandomness = system->xRandomness,
		.xSleep = system->xSleep,
		.xCurrentTime = system->xCurrentTime,
	};
	return sqlite3_vfs_register(&v->vfs, 0) == SQLITE_OK;
}
