/* Bringing a back-up back: made whole beside the case file, then changed places with it in one step. */
#include "folder_lock.h"
#include "journal_mode.h"
#include "new_file.h"
#include "safe_place.h"
#include "sqlite_fault.h"
#include "unseal.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static const char what[] = "restored case file";

struct restoring {
	const struct restore_order *order;
	char *path;       /* of the case file, its folder resolved */
	const char *kept; /* what the file that is there will be called; "" when there is none */
	struct veil *veil;
	sqlite3 *old; /* the file that is there, held so that nobody else can open it; NULL when it cannot be opened */
	int lock;
	struct new_file file;
	struct stat old_file; /* whose it is and who may read it, when there is one */
};

/* --- Nobody else --- */

/* The folder's lock tells of every session of ours; this tells of any other program that has the file open, plays a
 * save that was cut off back, and takes the write-ahead log in. A damaged file cannot be opened, and is kept as it is.
 */
static bool hold_old(struct restoring *r, struct fault *f)
{
	static const char take[] = "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE";
	int rc = sqlite3_open_v2(r->path, &r->old, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_NOMUTEX,
				 NULL);

	if (rc == SQLITE_OK) {
		sqlite3_busy_timeout(r->old, 1000);
		rc = sqlite3_exec(r->old, take, NULL, NULL, NULL);
	}
	if (rc == SQLITE_OK)
		return true;
	sqlite3_close(r->old);
	r->old = NULL;
	if ((rc & 0xff) != SQLITE_BUSY && (rc & 0xff) != SQLITE_LOCKED)
		return true;
	return fault_set(f, FAULT_BUSY,
			 "Another program has the case file open. Nothing was restored: close it, then try again.");
}

static bool name_kept(struct restoring *r, struct arena *mem, struct fault *f)
{
	time_t now = time(NULL);
	struct tm utc;
	char when[32];

	r->kept = "";
	if (lstat(r->path, &r->old_file) != 0)
		return errno == ENOENT ||
		       fault_set(f, FAULT_STORAGE,
				 "The case file that is there may not be looked at. Ask for the right to "
				 "enter its folder.");
	if (!S_ISREG(r->old_file.st_mode))
		return fault_set(f, FAULT_REFUSED,
				 "What has the name of the case file is no plain file. Nothing was restored: give the "
				 "file's own name.");
	gmtime_r(&now, &utc);
	strftime(when, sizeof when, "%Y-%m-%d-%H%M%S", &utc);
	r->kept = arena_printf(mem, "%s.replaced-%s", r->path, when);
	return true;
}

/* --- The new file --- */

static bool admit(struct restoring *r, const struct backup_manifest *manifest, struct fault *f)
{
	const char *slash = strrchr(r->kept, '/');
	struct store *copy = NULL;
	bool ok = snapshot_open(r->veil, &copy, f);

	ok = ok &&
	     (!r->order->admit || r->order->admit(r->order->payload, copy, manifest, slash ? slash + 1 : r->kept, f));
	store_close(copy);
	return ok;
}

static bool write_all(int fd, const unsigned char *bytes, size_t count)
{
	while (count > 0) {
		ssize_t done = write(fd, bytes, count);

		if (done < 0 && errno == EINTR)
			continue;
		if (done == 0)
			errno = ENOSPC;
		if (done <= 0)
			return false;
		bytes += done;
		count -= (size_t)done;
	}
	return true;
}

static bool write_pages(struct restoring *r, struct fault *f)
{
	enum { PART = 64 * 1024 };
	int64_t bytes = veil_bytes(r->veil, SNAPSHOT_PAGES);
	unsigned char *part = malloc(PART);
	bool ok = part != NULL || fault_set(f, FAULT_MEMORY, "There is not enough memory to restore the back-up.");

	for (int64_t at = 0; ok && at < bytes; at += PART) {
		size_t now = bytes - at < PART ? (size_t)(bytes - at) : PART;

		ok = veil_read(r->veil, SNAPSHOT_PAGES, part, now, at, f);
		if (ok && !write_all(r->file.fd, part, now)) {
			bool is_full = errno == ENOSPC || errno == EDQUOT || errno == EFBIG;

			ok = fault_set(
				f, FAULT_STORAGE,
				is_full ? "The disk is full: nothing was restored, and the case file is as it was. "
					  "Make room, then try again."
					: "The disk reported an error: nothing was restored, and the case file is as "
					  "it was. Have the disk checked.");
			fault_detail(f, "write: %s", strerror(errno));
		}
	}
	free(part);
	return ok;
}

/* --- Changing places --- */

static bool not_changed(struct fault *f)
{
	fault_set(
		f, FAULT_STORAGE,
		"The restored file could not be put in the place of the case file, which is as it was. Check that you "
		"may write to its folder.");
	fault_detail(f, "rename: %s", strerror(errno));
	return false;
}

/* An empty journal means nothing. */
static bool is_empty(const char *path)
{
	struct stat about;

	return lstat(path, &about) == 0 && about.st_size == 0;
}

/* A journal left beside the old file goes with it: beside the new one it would be played into it. */
static bool move_journal(const struct restoring *r, const char *ending, struct fault *f)
{
	char *from = NULL, *to = NULL;
	bool ok = asprintf(&from, "%s%s", r->path, ending) >= 0;

	ok = ok && asprintf(&to, "%s%s", r->kept, ending) >= 0;
	if (!ok)
		fault_set(f, FAULT_MEMORY, "There is not enough memory to restore the back-up.");
	else if ((*r->kept && !is_empty(from) ? rename(from, to) : unlink(from)) != 0 && errno != ENOENT)
		ok = not_changed(f);
	free(from);
	free(to);
	return ok;
}

/* Whoever could read the old file can read the new one, and nobody else. */
static void take_after_old(const struct restoring *r)
{
	if (!*r->kept)
		return;
	if (fchown(r->file.fd, r->old_file.st_uid, r->old_file.st_gid) == 0 ||
	    fchown(r->file.fd, (uid_t)-1, r->old_file.st_gid) == 0)
		fchmod(r->file.fd, r->old_file.st_mode & 0770);
}

/* In one step: at every moment there is a whole case file. Where the file system has no such step, in three. */
static bool exchange(const struct restoring *r)
{
	char *aside = NULL;
	bool ok;

	if (renameat2(AT_FDCWD, r->kept, AT_FDCWD, r->path, RENAME_EXCHANGE) == 0)
		return true;
	if ((errno != EINVAL && errno != ENOSYS) || asprintf(&aside, "%s.restoring", r->path) < 0)
		return false;
	ok = rename(r->kept, aside) == 0 && rename(r->path, r->kept) == 0 && rename(aside, r->path) == 0;
	free(aside);
	return ok;
}

static bool change_places(struct restoring *r, struct fault *f)
{
	static const char *const endings[] = {"-journal", "-wal", "-shm"};

	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
		if (!move_journal(r, endings[i], f))
			return false;
	/* With no file there the new one gets its name at once; else first the name the old one will be kept under. */
	take_after_old(r);
	if (!new_file_name(&r->file, what, f))
		return false;
	if (*r->kept && !exchange(r)) {
		not_changed(f);
		unlink(r->kept);
		return false;
	}
	safe_place_sync_folder(r->path);
	return true;
}

/* --- All of it --- */

static bool restore(struct restoring *r, struct arena *mem, struct backup_manifest *out, struct fault *f)
{
	r->path = safe_place_resolve(r->order->case_file, "case file", f);
	if (!r->path || !safe_place_folder(r->path, NULL, f) || !folder_lock_alone(r->path, &r->lock, f) ||
	    !name_kept(r, mem, f))
		return false;
	if (*r->kept && !hold_old(r, f))
		return false;
	r->veil = veil_begin(unseal_folder(r->path, mem), f);
	return r->veil && unseal(r->order->path, r->order->key, r->veil, mem, out, f) && admit(r, out, f) &&
	       new_file_begin(&r->file, *r->kept ? r->kept : r->path, NEW_FILE_FOR_THE_CASE, what, f) &&
	       write_pages(r, f) && new_file_sync(&r->file, what, f) && change_places(r, f);
}

bool backup_restore(const struct restore_order *order, struct arena *mem, struct backup_manifest *out,
		    const char **kept, struct fault *f)
{
	struct restoring r = {.order = order, .lock = -1, .file = {.fd = -1}};
	bool ok = restore(&r, mem, out, f);

	*kept = ok ? r.kept : "";
	new_file_end(&r.file);
	veil_end(r.veil);
	sqlite3_close(r.old);
	folder_lock_give(r.lock);
	free(r.path);
	return ok;
}
