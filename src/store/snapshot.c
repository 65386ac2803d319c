/* Taking a copy of the case file while others go on saving. */
#include "snapshot.h"

#include "guard.h"
#include "migrate.h"
#include "sqlite_fault.h"
#include "transaction.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#define COPY "copy" /* as it was read, before it is packed */

enum { SLICE_PAGES = 1024, MOST_RESTARTS = 4, MOST_WAITS = 500 };

static bool not_copied(struct store *s, const struct veil *v, int rc, struct fault *f)
{
	rc &= 0xff;
	if (v->last_errno)
		return veil_fault(v, f);
	if (rc == SQLITE_BUSY || rc == SQLITE_LOCKED)
		return fault_set(
			f, FAULT_BUSY,
			"The case file was being saved to all the time, so no copy of one moment could be taken. "
			"Try again in a minute.");
	return sqlite_fault(s->db, STORE_READING, f);
}

/* A slice holds the reading lock for a few milliseconds; between slices whoever waits saves. Such a save makes SQLite
 * begin again; after some of those the rest is read in one go, for which everybody waits once. */
static int copy_in_slices(sqlite3_backup *backup)
{
	int pages = SLICE_PAGES, left = INT32_MAX, restarts = 0, waits = 0;

	for (;;) {
		int rc = sqlite3_backup_step(backup, pages), remaining = sqlite3_backup_remaining(backup);

		if (rc == SQLITE_BUSY || rc == SQLITE_LOCKED) {
			if (++waits == MOST_WAITS)
				return rc;
			sqlite3_sleep(20);
			continue;
		}
		if (rc != SQLITE_OK)
			return rc == SQLITE_DONE ? SQLITE_OK : rc;
		if (remaining >= left && ++restarts == MOST_RESTARTS) /* no nearer the end: it began again */
			pages = -1;
		left = remaining;
		sqlite3_sleep(1);
	}
}

static bool copy_pages(struct store *s, struct veil *v, sqlite3 *copy, struct fault *f)
{
	sqlite3_backup *backup = sqlite3_backup_init(copy, "main", s->db, "main");
	int rc, finished;

	if (!backup)
		return sqlite_fault(copy, STORE_READING, f);
	rc = copy_in_slices(backup);
	finished = sqlite3_backup_finish(backup);
	return (rc == SQLITE_OK && finished == SQLITE_OK) || not_copied(s, v, rc != SQLITE_OK ? rc : finished, f);
}

/* Exclusive, since the head of a copy may speak of a write-ahead log, which needs shared memory otherwise. */
static bool pack(struct veil *v, sqlite3 *copy, struct fault *f)
{
	if (sqlite3_exec(copy, "PRAGMA locking_mode = EXCLUSIVE; VACUUM INTO '" SNAPSHOT_PAGES "'", NULL, NULL, NULL) ==
	    SQLITE_OK)
		return true;
	return v->last_errno ? veil_fault(v, f) : sqlite_fault(copy, STORE_READING, f);
}

bool snapshot_take(struct store *s, struct veil *v, struct fault *f)
{
	sqlite3 *copy = NULL;
	bool ok = veil_open(v, COPY, &copy, f) && copy_pages(s, v, copy, f) && pack(v, copy, f);

	sqlite3_close(copy);
	veil_forget(v, COPY);
	return ok;
}

/* --- The copy as a case file --- */

bool snapshot_open(struct veil *v, struct store **out, struct fault *f)
{
	struct store *s = calloc(1, sizeof *s);

	*out = NULL;
	if (!s)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to look through the copy.");
	s->presence = -1;
	s->path = strdup("/" SNAPSHOT_PAGES);
	if (s->path && veil_open(v, SNAPSHOT_PAGES, &s->db, f) &&
	    sqlite3_exec(s->db, "PRAGMA locking_mode = EXCLUSIVE", NULL, NULL, NULL) == SQLITE_OK &&
	    guard_connection(s, f) && transaction_prepare(s, f)) {
		*out = s;
		return true;
	}
	if (!s->path || f->code == FAULT_NONE)
		fault_set(f, FAULT_MEMORY, "There is not enough memory to look through the copy.");
	store_close(s);
	return false;
}

bool snapshot_hash(struct veil *v, unsigned char out[BACKUP_HASH_BYTES], struct fault *f)
{
	enum { PART = 64 * 1024 };
	int64_t bytes = veil_bytes(v, SNAPSHOT_PAGES);
	unsigned char *part = malloc(PART);
	crypto_generichash_state state;
	bool ok = part != NULL || fault_set(f, FAULT_MEMORY, "There is not enough memory to look through the copy.");

	crypto_generichash_init(&state, NULL, 0, BACKUP_HASH_BYTES);
	for (int64_t at = 0; ok && at < bytes; at += PART) {
		size_t now = bytes - at < PART ? (size_t)(bytes - at) : PART;

		ok = veil_read(v, SNAPSHOT_PAGES, part, now, at, f);
		crypto_generichash_update(&state, part, ok ? now : 0);
	}
	crypto_generichash_final(&state, out, BACKUP_HASH_BYTES);
	free(part);
	return ok;
}
