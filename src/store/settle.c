/* Whether a save whose COMMIT ended in a disk error was made after all.
 *
 * A save is made when its journal is emptied; the disk may still report an error in the sync after that. Saying
 * "nothing was saved" would then be untrue, and a person who saves again would make everything twice. The audit row
 * tells: its hash is like no other. */
#include "row.h"
#include "statement_list.h"
#include "transaction.h"

#include <string.h>
#include <sys/stat.h>

static const struct statement settle_newest = {"SELECT hash FROM audit WHERE seq = ?1", true};
/* Any change at all: when it is saved, what was saved before it is on the disk too. */
static const struct statement settle_write = {
	"INSERT INTO draft (login, form, subject, summary, session, saved_at, fields)"
	" VALUES ('', '', '', '', '', 0, '')",
	true};
static const struct statement settle_clear = {"DELETE FROM draft WHERE login = '' AND form = ''", true};

const struct statement *const settle_statements[] = {&settle_newest, &settle_write, &settle_clear, NULL};

enum presence { ABSENT, PRESENT, UNKNOWN };

/* A journal with something in it that could not be played back holds a save that was not made. Looked at by name only:
 * opening and closing it here would drop SQLite's locks. */
static enum presence by_journal(struct store *s)
{
	const char *journal = sqlite3_filename_journal(sqlite3_db_filename(s->db, "main"));
	struct stat file;

	if ((sqlite3_errcode(s->db) & 0xff) == SQLITE_BUSY) /* it may be another person's */
		return UNKNOWN;
	return journal && lstat(journal, &file) == 0 && file.st_size > 0 ? ABSENT : UNKNOWN;
}

static enum presence is_there(struct store *s)
{
	LENT struct prepared *p = statement_borrow(s, &settle_newest, NULL);
	int rc;

	if (!p || sqlite3_bind_int64(p->stmt, 1, s->audited.row) != SQLITE_OK)
		return UNKNOWN;
	rc = sqlite3_step(p->stmt);
	if (rc == SQLITE_DONE)
		return ABSENT;
	if (rc != SQLITE_ROW)
		return by_journal(s);
	if (sqlite3_column_bytes(p->stmt, 0) != AUDIT_HASH_BYTES)
		return UNKNOWN;
	return memcmp(sqlite3_column_blob(p->stmt, 0), s->audited.hash, AUDIT_HASH_BYTES) == 0 ? PRESENT : ABSENT;
}

static bool save_once_more(struct store *s)
{
	if (!store_begin(s, NULL))
		return false;
	if (store_change(s, &settle_write, NULL, NULL, NULL, NULL, NULL) &&
	    store_change(s, &settle_clear, NULL, NULL, NULL, NULL, NULL))
		return store_commit(s, NULL);
	store_rollback(s);
	return false;
}

static void say_unsure(struct fault *f)
{
	fault_set(f, FAULT_STORAGE,
		  "The disk reported an error at the end of the save: it may or may not be kept. Have the disk "
		  "checked, and "
		  "look before you save again.");
}

bool settle(struct store *s, struct fault *f)
{
	enum presence presence;

	if (s->audited.row == 0) { /* a draft leaves no row to look for */
		if (by_journal(s) != ABSENT)
			say_unsure(f);
		return false;
	}
	presence = is_there(s);
	s->audited.row = 0; /* the write below has no audit row and is not settled in its turn */
	if (presence == PRESENT && save_once_more(s))
		return true;
	if (presence != ABSENT)
		say_unsure(f);
	return false;
}
