/* A file system for SQLite that fails when told to. Everything else goes to the system's own. */
#include "fault_vfs.h"

#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

struct fault_file {
	sqlite3_file base;
	sqlite3_file *real; /* follows this struct in memory */
	bool is_journal, is_case_file;
};

static struct {
	struct fault_plan plan;
	bool armed, failed;
	int counted;
	sqlite3_vfs *real;
	fault_vfs_hearer *hearer;
} state;

static bool fails_now(void)
{
	bool fails;

	if (!state.armed)
		return false;
	fails = state.plan.forever ? state.counted >= state.plan.after : state.counted == state.plan.after;
	state.counted++;
	state.failed |= fails;
	if (fails && state.plan.kills)
		kill(getpid(), SIGKILL);
	return fails;
}

static int result_or(int usual)
{
	return state.plan.result ? state.plan.result : usual;
}

static sqlite3_file *real_of(sqlite3_file *file)
{
	return ((struct fault_file *)file)->real;
}

/* Tells what was done, when it was. */
static int heard(int rc, sqlite3_file *file, enum fault_vfs_act act, const void *from, int64_t at, int bytes)
{
	const struct fault_file *ours = (const struct fault_file *)file;

	if (rc == SQLITE_OK && state.hearer && (ours->is_journal || ours->is_case_file))
		state.hearer(act, ours->is_journal, from, at, bytes);
	return rc;
}

static int file_close(sqlite3_file *file)
{
	return real_of(file)->pMethods->xClose(real_of(file));
}

static int file_read(sqlite3_file *file, void *into, int bytes, sqlite3_int64 at)
{
	if (state.plan.reads && fails_now())
		return SQLITE_IOERR_READ;
	return real_of(file)->pMethods->xRead(real_of(file), into, bytes, at);
}

static int file_write(sqlite3_file *file, const void *from, int bytes, sqlite3_int64 at)
{
	if (fails_now())
		return result_or(SQLITE_IOERR_WRITE);
	return heard(real_of(file)->pMethods->xWrite(real_of(file), from, bytes, at), file, VFS_WRITES, from, at,
		     bytes);
}

static int file_truncate(sqlite3_file *file, sqlite3_int64 bytes)
{
	if (fails_now())
		return SQLITE_IOERR_TRUNCATE;
	return heard(real_of(file)->pMethods->xTruncate(real_of(file), bytes), file, VFS_TRUNCATES, NULL, bytes, 0);
}

static int file_sync(sqlite3_file *file, int flags)
{
	if (fails_now())
		return result_or(SQLITE_IOERR_FSYNC);
	return heard(real_of(file)->pMethods->xSync(real_of(file), flags), file, VFS_SYNCS, NULL, 0, 0);
}

static int file_size(sqlite3_file *file, sqlite3_int64 *bytes)
{
	return real_of(file)->pMethods->xFileSize(real_of(file), bytes);
}

static int file_lock(sqlite3_file *file, int lock)
{
	return real_of(file)->pMethods->xLock(real_of(file), lock);
}

static int file_unlock(sqlite3_file *file, int lock)
{
	return real_of(file)->pMethods->xUnlock(real_of(file), lock);
}

static int file_is_reserved(sqlite3_file *file, int *out)
{
	return real_of(file)->pMethods->xCheckReservedLock(real_of(file), out);
}

static int file_control(sqlite3_file *file, int what, void *argument)
{
	return real_of(file)->pMethods->xFileControl(real_of(file), what, argument);
}

static int file_sector_size(sqlite3_file *file)
{
	return real_of(file)->pMethods->xSectorSize(real_of(file));
}

static int file_characteristics(sqlite3_file *file)
{
	return real_of(file)->pMethods->xDeviceCharacteristics(real_of(file));
}

/* The write-ahead log's shared memory. */
static int file_shm_map(sqlite3_file *file, int page, int bytes, int extend, void volatile **out)
{
	return real_of(file)->pMethods->xShmMap(real_of(file), page, bytes, extend, out);
}

static int file_shm_lock(sqlite3_file *file, int at, int count, int flags)
{
	return real_of(file)->pMethods->xShmLock(real_of(file), at, count, flags);
}

static void file_shm_barrier(sqlite3_file *file)
{
	real_of(file)->pMethods->xShmBarrier(real_of(file));
}

static int file_shm_unmap(sqlite3_file *file, int remove)
{
	return real_of(file)->pMethods->xShmUnmap(real_of(file), remove);
}

static const sqlite3_io_methods methods = {
	.iVersion = 2,
	.xClose = file_close,
	.xRead = file_read,
	.xWrite = file_write,
	.xTruncate = file_truncate,
	.xSync = file_sync,
	.xFileSize = file_size,
	.xLock = file_lock,
	.xUnlock = file_unlock,
	.xCheckReservedLock = file_is_reserved,
	.xFileControl = file_control,
	.xSectorSize = file_sector_size,
	.xDeviceCharacteristics = file_characteristics,
	.xShmMap = file_shm_map,
	.xShmLock = file_shm_lock,
	.xShmBarrier = file_shm_barrier,
	.xShmUnmap = file_shm_unmap,
};

static int vfs_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out_flags)
{
	struct fault_file *ours = (struct fault_file *)file;
	int rc;

	(void)vfs;
	ours->real = (sqlite3_file *)(void *)(ours + 1);
	ours->base.pMethods = NULL;
	ours->is_journal = flags & SQLITE_OPEN_MAIN_JOURNAL;
	ours->is_case_file = flags & SQLITE_OPEN_MAIN_DB;
	if (flags & (SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_WAL) && fails_now())
		return result_or(SQLITE_CANTOPEN);
	rc = state.real->xOpen(state.real, name, ours->real, flags, out_flags);
	if (rc == SQLITE_OK)
		ours->base.pMethods = &methods;
	return rc;
}

static int vfs_delete(sqlite3_vfs *vfs, const char *name, int sync_folder)
{
	int rc;

	(void)vfs;
	if (fails_now())
		return SQLITE_IOERR_DELETE;
	rc = state.real->xDelete(state.real, name, sync_folder);
	if (rc == SQLITE_OK && state.hearer)
		state.hearer(VFS_DELETES, true, NULL, sync_folder, 0);
	return rc;
}

void fault_vfs_install(void)
{
	static sqlite3_vfs vfs;

	if (state.real)
		return;
	state.real = sqlite3_vfs_find(NULL);
	vfs = *state.real; /* the rest of its functions do not look at the struct they are given */
	vfs.pNext = NULL;
	vfs.zName = "fault";
	vfs.szOsFile = (int)sizeof(struct fault_file) + state.real->szOsFile;
	vfs.xOpen = vfs_open;
	vfs.xDelete = vfs_delete;
	sqlite3_vfs_register(&vfs, 1);
}

void fault_vfs_hear(fault_vfs_hearer *hearer)
{
	state.hearer = hearer;
}

void fault_vfs_arm(const struct fault_plan *plan)
{
	state.plan = *plan;
	state.armed = true;
	state.failed = false;
	state.counted = 0;
}

int fault_vfs_disarm(bool *failed)
{
	state.armed = false;
	if (failed)
		*failed = state.failed;
	return state.counted;
}
