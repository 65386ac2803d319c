/* Points inside a transaction to go back to. */
#include "transaction.h"

#include "sqlite_fault.h"
#include "statement.h"

/* One name is enough: SQLite goes back to, and releases, the latest of that name. */
static const struct statement set_mark = {"SAVEPOINT mark", false};
static const struct statement keep_mark = {"RELEASE mark", false};
static const struct statement go_back = {"ROLLBACK TO mark", false};

static bool run(struct store *s, const struct statement *q, struct fault *f)
{
	LENT struct prepared *p = NULL;
	int rc = SQLITE_ERROR;

	if (s->depth == 0 || s->is_doomed || sqlite3_get_autocommit(s->db))
		return fault_set(f, FAULT_STORAGE, "Nothing was saved: the save had already been given up.");
	s->is_own_transaction = true;
	p = statement_borrow(s, q, f);
	if (p)
		rc = sqlite3_step(p->stmt);
	s->is_own_transaction = false;
	if (p && rc != SQLITE_DONE)
		sqlite_fault(s->db, transaction_is_for(s), f);
	return rc == SQLITE_DONE;
}

bool store_mark(struct store *s, struct fault *f)
{
	return run(s, &set_mark, f);
}

bool store_mark_keep(struct store *s, struct fault *f)
{
	return run(s, &keep_mark, f);
}

/* What cannot be undone in part must not be saved at all. */
void store_mark_undo(struct store *s)
{
	if (!run(s, &go_back, NULL) || !run(s, &keep_mark, NULL))
		s->is_doomed = true;
}
