/* What others do to the case file while we have it open, and whether we leave it alone while waiting. */
#include "watch.h"

#include "statement.h"
#include "statement_list.h"
#include "transaction.h"

#include <malloc.h>
#include <sys/stat.h>

static const struct statement data_version = {"PRAGMA data_version", true};

const struct statement *const watch_statements[] = {&data_version, NULL};

bool watch_begin(struct store *s, struct fault *f)
{
	return store_select_number(s, &data_version, NULL, 0, &s->data_version, f);
}

bool store_changed_elsewhere(struct store *s)
{
	int64_t now;

	transaction_give_up_late(s);
	if (!store_select_number(s, &data_version, NULL, s->data_version, &now, NULL) || now == s->data_version)
		return false;
	s->data_version = now;
	return true;
}

bool store_still_ours(struct store *s, struct fault *f)
{
	struct stat file;

	if (lstat(s->path, &file) == 0 && file.st_dev == s->device && file.st_ino == s->inode)
		return true;
	return fault_set(f, FAULT_CONFLICT,
			 "The case file was moved, replaced or removed while it was open. Close it and open it again.");
}

bool store_is_at_rest(const struct store *s)
{
	if (s->depth > 0 || s->look_depth > 0 || !sqlite3_get_autocommit(s->db))
		return false;
	for (sqlite3_stmt *q = NULL; (q = sqlite3_next_stmt(s->db, q));)
		if (sqlite3_stmt_busy(q))
			return false;
	return true;
}

/* Giving up a save must work without memory: BEGIN, COMMIT and ROLLBACK stay prepared. */
void store_rest(struct store *s)
{
	if (!store_is_at_rest(s))
		return;
	statement_forget_but(s, transaction_is_framed_by);
	sqlite3_db_release_memory(s->db);
	malloc_trim(0);
}
