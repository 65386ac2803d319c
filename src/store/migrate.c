/* Bringing a case file to the newest schema, one transaction a step, with a copy kept beside it first. */
#include "migrate.h"

#include "guard.h"
#include "safe_place.h"
#include "sqlite_fault.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int migrate_newest(const struct migration *list)
{
	int newest = 0;

	while (list[newest].sql)
		newest++;
	return newest;
}

static bool cannot_copy(struct fault *f, const char *why)
{
	fault_set(f, FAULT_STORAGE,
		  "The case file was made by an older version, and no copy of it could be kept before bringing it up "
		  "to date: "
		  "nothing was changed. Make room in its folder, then open it again.");
	fault_detail(f, "%s", why);
	return false;
}

/* Into an empty file that is already there with the right mode. */
static bool copy_pages(struct store *s, const char *into, struct fault *f)
{
	sqlite3 *copy = NULL;
	sqlite3_backup *backup = NULL;
	int rc = sqlite3_open_v2(into, &copy, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_NOMUTEX, NULL);

	if (rc == SQLITE_OK)
		backup = sqlite3_backup_init(copy, "main", s->db, "main");
	if (backup) {
		int waited = 0;

		do {
			rc = sqlite3_backup_step(backup, -1);
			if (rc == SQLITE_BUSY || rc == SQLITE_LOCKED)
				sqlite3_sleep(20);
		} while ((rc == SQLITE_BUSY || rc == SQLITE_LOCKED) && ++waited < 500);
	}
	if (backup)
		rc = sqlite3_backup_finish(backup);
	if (!backup || rc != SQLITE_OK)
		cannot_copy(f, copy ? sqlite3_errmsg(copy) : "out of memory");
	return sqlite3_close(copy) == SQLITE_OK && backup && rc == SQLITE_OK;
}

/* Written under another name first, so that a copy that was cut off is never taken for a whole one. */
static bool keep_copy(struct store *s, int newest, struct fault *f)
{
	char *part = NULL, *name = NULL;
	bool ok = false;
	int fd;

	if (asprintf(&name, "%s.before-v%d", s->path, newest) < 0)
		name = NULL;
	if (asprintf(&part, "%s.part-%ld", s->path, (long)getpid()) < 0)
		part = NULL;
	if (!name || !part) {
		sqlite_fault(NULL, STORE_OPENING, f);
		goto done;
	}
	fd = open(part, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	if (fd < 0) {
		cannot_copy(f, strerror(errno));
		goto done;
	}
	close(fd);
	ok = copy_pages(s, part, f) && (rename(part, name) == 0 || cannot_copy(f, strerror(errno)));
	if (ok)
		safe_place_sync_folder(s->path);
	else
		unlink(part);
done:
	free(name);
	free(part);
	return ok;
}

static bool run(struct store *s, const char *sql, struct fault *f)
{
	return sqlite3_exec(s->db, sql, NULL, NULL, NULL) == SQLITE_OK || sqlite_fault(s->db, STORE_OPENING, f);
}

/* Our own words on what the file says it is: where they do not fit, it is not what it says. */
static bool run_step(struct store *s, const struct migration *m, struct fault *f)
{
	int rc = sqlite3_exec(s->db, m->sql, NULL, NULL, NULL);

	if (rc != SQLITE_ERROR)
		return rc == SQLITE_OK || sqlite_fault(s->db, STORE_OPENING, f);
	fault_set(f, FAULT_CORRUPT,
		  "The case file says that it has form %d and does not have it: it is damaged, or another program "
		  "changed "
		  "it. Nothing was changed; restore the newest back-up.",
		  m->version - 1);
	fault_detail(f, "%s", sqlite3_errmsg(s->db));
	return false;
}

static bool nothing_is_broken(struct store *s, struct fault *f)
{
	int64_t orphans = 0, complaints = 0;

	if (!guard_number(s, "SELECT count(*) FROM pragma_foreign_key_check", &orphans, f) ||
	    !guard_number(s, "SELECT count(*) FROM pragma_quick_check WHERE quick_check <> 'ok'", &complaints, f))
		return false;
	if (orphans == 0 && complaints == 0)
		return true;
	fault_set(f, FAULT_CORRUPT,
		  "The case file could not be brought up to date, because some of its rows do not fit together: "
		  "nothing was changed. "
		  "Run \"quorate doctor\".");
	fault_detail(f, "%lld orphans, %lld complaints", (long long)orphans, (long long)complaints);
	return false;
}

static bool set_version(struct store *s, int version, struct fault *f)
{
	char set[96];

	snprintf(set, sizeof set, "PRAGMA application_id = %d; PRAGMA user_version = %d", CASE_FILE_APPLICATION_ID,
		 version);
	return run(s, set, f);
}

/* Another person may have made the same step while we waited for the lock: then there is nothing to do. */
static bool step(struct store *s, const struct migration *m, struct fault *f)
{
	int64_t version = -1;
	bool ok;

	if (!run(s, "BEGIN IMMEDIATE", f))
		return false;
	ok = guard_number(s, "PRAGMA user_version", &version, f);
	if (ok && version == m->version - 1)
		ok = run_step(s, m, f) && nothing_is_broken(s, f) && set_version(s, m->version, f);
	ok = ok && run(s, "COMMIT", f);
	if (!ok && !sqlite3_get_autocommit(s->db))
		sqlite3_exec(s->db, "ROLLBACK", NULL, NULL, NULL);
	return ok;
}

bool migrate(struct store *s, const struct migration *list, bool is_new, struct fault *f)
{
	int newest = migrate_newest(list);
	int64_t version = -1;

	if (!guard_number(s, "PRAGMA user_version", &version, f))
		return false;
	if (!is_new && version < newest && !keep_copy(s, newest, f))
		return false;
	for (int64_t v = version; v < newest; v++)
		if (!step(s, &list[v], f))
			return false;
	return true;
}
