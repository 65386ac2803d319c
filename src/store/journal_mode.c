/* Which journal a connection uses: decided by the linked library, because of the WAL-reset defect
 * (docs/reliability.md). */
#include "journal_mode.h"

#include "guard.h"
#include "sqlite_fault.h"

#include <string.h>

bool store_wal_is_safe(int version_number)
{
	return version_number >= 3051003 || (version_number >= 3050007 && version_number < 3051000) ||
	       (version_number >= 3044006 && version_number < 3045000);
}

static bool mode_becomes(struct store *s, const char *sql, const char *wanted, bool *is)
{
	sqlite3_stmt *q = NULL;
	bool asked = sqlite3_prepare_v2(s->db, sql, -1, &q, NULL) == SQLITE_OK && sqlite3_step(q) == SQLITE_ROW;

	*is = asked && strcmp((const char *)sqlite3_column_text(q, 0), wanted) == 0;
	sqlite3_finalize(q);
	return asked;
}

static bool set_synchronous(struct store *s, const char *sql, int64_t wanted, struct fault *f)
{
	int64_t now = -1;

	if (sqlite3_exec(s->db, sql, NULL, NULL, NULL) != SQLITE_OK)
		return sqlite_fault(s->db, STORE_OPENING, f);
	return guard_number(s, "PRAGMA synchronous", &now, f) &&
	       (now == wanted || sqlite_fault(s->db, STORE_OPENING, f));
}

static bool use_wal(struct store *s, struct fault *f)
{
	bool is_wal, is_truncate;

	mode_becomes(s, "PRAGMA journal_mode = WAL", "wal", &is_wal);
	if (!is_wal) { /* others are at work in the rollback mode: join them */
		mode_becomes(s, "PRAGMA journal_mode = TRUNCATE", "truncate", &is_truncate);
		if (!is_truncate)
			return sqlite_fault(s->db, STORE_OPENING, f);
		s->why_mode = "others had the file open when it could have been switched to the write-ahead log";
		return set_synchronous(s, "PRAGMA synchronous = EXTRA", 3, f);
	}
	s->why_mode = "the SQLite library has the repair that makes the write-ahead log safe for several people";
	if (sqlite3_exec(s->db, "PRAGMA journal_size_limit = 67108864", NULL, NULL, NULL) != SQLITE_OK)
		return sqlite_fault(s->db, STORE_OPENING, f);
	return set_synchronous(s, "PRAGMA synchronous = FULL", 2, f);
}

static bool use_rollback(struct store *s, struct fault *f)
{
	bool is_truncate, is_wal = false;

	/* Leaving WAL needs the file to ourselves; if others have it open this changes nothing. */
	mode_becomes(s, "PRAGMA journal_mode = TRUNCATE", "truncate", &is_truncate);
	if (!is_truncate) {
		if (!mode_becomes(s, "PRAGMA journal_mode", "wal", &is_wal) || !is_wal)
			return sqlite_fault(s->db, STORE_OPENING, f);
		/* The defect needs a checkpoint beside another person's save: make none. The last one to close makes it
		 * alone. */
		sqlite3_wal_autocheckpoint(s->db, 0);
		s->why_mode = "the file is in write-ahead mode and others have it open: it will be switched to the "
			      "rollback journal by the first person to open it alone, because this SQLite library can "
			      "lose saves in "
			      "write-ahead mode";
		return set_synchronous(s, "PRAGMA synchronous = FULL", 2, f);
	}
	s->why_mode = "this SQLite library can lose saves in write-ahead mode (repaired in 3.51.3, 3.50.7 and 3.44.6)";
	return set_synchronous(s, "PRAGMA synchronous = EXTRA", 3, f);
}

bool journal_mode_set(struct store *s, int library_version, struct fault *f)
{
	if (s->read_only != MAY_WRITE) {
		s->why_mode = "the file was opened to look only";
		return true;
	}
	return store_wal_is_safe(library_version) ? use_wal(s, f) : use_rollback(s, f);
}
