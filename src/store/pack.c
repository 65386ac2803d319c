/* Writing the case file anew. With secure_delete every deleted row is zeroed, but a page that was rebuilt may keep an
 * older image of a row between its cells; only a file written anew has no such room. The copy is made in memory, since
 * temporary files are (guard.c), and written back under the journal like any save: killed in the middle, the file is as
 * it was before. */
#include "store/erase_store.h"

#include "guard.h"
#include "sqlite_fault.h"

/* A write-ahead log keeps old pages until it is emptied. */
static int empty_log(struct store *s)
{
	return sqlite3_wal_checkpoint_v2(s->db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
}

bool store_pack(struct store *s, struct fault *f)
{
	int rc;

	if (s->read_only != MAY_WRITE || s->depth > 0 || s->look_depth > 0)
		return fault_set(f, FAULT_STORAGE, "The case file cannot be packed now: something else is under way.");
	sqlite3_set_authorizer(s->db, NULL, NULL);
	sqlite3_commit_hook(s->db, NULL, NULL);
	rc = sqlite3_exec(s->db, "VACUUM", NULL, NULL, NULL);
	if (rc == SQLITE_OK)
		rc = empty_log(s);
	if (rc != SQLITE_OK)
		sqlite_fault(s->db, STORE_SAVING, f);
	guard_authorize(s);
	return rc == SQLITE_OK;
}
