/* Begin, keep, undo; nesting by count; and waiting for other people's saves. */
#include "transaction.h"

#include "sqlite_fault.h"
#include "statement.h"

#include <time.h>

static const struct statement begin_writing = {"BEGIN IMMEDIATE", false};
static const struct statement begin_reading = {"BEGIN DEFERRED", false};
static const struct statement keep = {"COMMIT", false};
static const struct statement undo = {"ROLLBACK", false};

int64_t monotonic_milliseconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Short steps at first, since most saves take a few milliseconds; the jitter keeps two waiters from marching in step.
 * Never long ones: whoever has waited longest would ask least often, and those who come later would be served before
 * them. Whoever waits in the middle of a COMMIT has everybody else waiting behind them until the last reader is done.
 */
int transaction_wait(void *payload, int count)
{
	static const int steps[] = {1, 1, 2, 3, 5, 8, 10, 12};
	static const int last = sizeof steps / sizeof *steps - 1;
	const struct store *s = payload;
	struct waiting *w = &((struct store *)payload)->waiting;
	int64_t now = monotonic_milliseconds();
	long step = s->may_commit ? 1 : steps[count < last ? count : last];
	struct timespec nap = {0};

	if (count == 0) {
		w->since = now;
		w->told = false;
	}
	if (now - w->since >= w->most_milliseconds)
		return 0;
	if (!w->told && w->tell && now - w->since >= 300) {
		w->told = true;
		w->tell(w->payload);
	}
	w->jitter = w->jitter * 1103515245u + 12345u;
	nap.tv_nsec = step * 1000000 + (long)(w->jitter >> 16 & 0x3ff) * step * 500;
	nanosleep(&nap, NULL);
	return 1;
}

int transaction_commit_hook(void *payload)
{
	const struct store *s = payload;

	return !s->may_commit;
}

static bool run(struct store *s, const struct statement *q, enum store_doing doing, struct fault *f)
{
	LENT struct prepared *p = NULL;
	int rc = SQLITE_ERROR;

	s->is_own_transaction = true;
	p = statement_borrow(s, q, f);
	if (p)
		rc = sqlite3_step(p->stmt);
	s->is_own_transaction = false;
	if (p && rc != SQLITE_DONE)
		sqlite_fault(s->db, doing, f);
	return rc == SQLITE_DONE;
}

static const struct statement *const all[] = {&begin_writing, &begin_reading, &keep, &undo};

bool transaction_is_framed_by(const struct statement *q)
{
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (all[i] == q)
			return true;
	return false;
}

bool transaction_prepare(struct store *s, struct fault *f)
{
	bool ok = true;

	s->is_own_transaction = true;
	for (size_t i = 0; i < sizeof all / sizeof *all && ok; i++) {
		struct prepared *p = statement_borrow(s, all[i], f);

		ok = p != NULL;
		statement_return(&p);
	}
	s->is_own_transaction = false;
	return ok;
}

static bool may_write(const struct store *s, struct fault *f)
{
	if (s->read_only == MAY_WRITE)
		return true;
	if (s->read_only == ASKED_TO_LOOK_ONLY)
		return fault_set(f, FAULT_REFUSED, "The case file was opened to look only: nothing was saved.");
	return fault_set(f, FAULT_STORAGE,
			 "You may read this case file but not write to it: nothing was saved. Ask whoever looks after "
			 "the file for "
			 "the right to write.");
}

void transaction_give_up_late(struct store *s)
{
	if (s->depth == 0 && s->look_depth == 0 && !sqlite3_get_autocommit(s->db))
		run(s, &undo, STORE_SAVING, NULL);
}

enum store_doing transaction_is_for(const struct store *s)
{
	return s->is_noting ? STORE_NOTING : STORE_SAVING;
}

static bool begin(struct store *s, bool is_noting, struct fault *f)
{
	transaction_give_up_late(s);
	if (!may_write(s, f))
		return false;
	if (s->look_depth > 0 && s->depth == 0)
		return fault_set(f, FAULT_STORAGE, "Nothing was saved: the save was begun in the middle of a look.");
	if (s->depth == 0) {
		s->refusal[0] = '\0';
		s->is_doomed = false;
		s->audited.row = 0;
		s->is_noting = is_noting;
		if (!run(s, &begin_writing, transaction_is_for(s), f))
			return false;
	}
	s->depth++;
	return true;
}

bool store_begin(struct store *s, struct fault *f)
{
	return begin(s, false, f);
}

bool store_begin_noting(struct store *s, struct fault *f)
{
	return begin(s, true, f);
}

/* After some faults SQLite has already undone everything by itself. */
static void undo_all(struct store *s)
{
	if (!sqlite3_get_autocommit(s->db))
		run(s, &undo, STORE_SAVING, NULL);
	s->depth = 0;
	s->is_doomed = false;
}

static bool given_up(struct fault *f)
{
	return fault_set(f, FAULT_STORAGE, "Nothing was saved: a part of the save had been given up. Try again.");
}

bool transaction_may_change(const struct store *s, struct fault *f)
{
	return (s->depth > 0 && !s->is_doomed && !sqlite3_get_autocommit(s->db)) || given_up(f);
}

bool store_commit(struct store *s, struct fault *f)
{
	bool ok, busy;

	if (s->depth == 0)
		return given_up(f);
	if (s->depth > 1) {
		s->depth--;
		return !s->is_doomed || given_up(f);
	}
	if (s->is_doomed || sqlite3_get_autocommit(s->db)) {
		undo_all(s);
		return given_up(f);
	}
	s->may_commit = true;
	ok = run(s, &keep, transaction_is_for(s), f);
	s->may_commit = false;
	busy = (sqlite3_errcode(s->db) & 0xff) == SQLITE_BUSY;
	undo_all(s);
	return ok || (!busy && settle(s, f));
}

void store_rollback(struct store *s)
{
	if (s->depth > 1) {
		s->depth--;
		s->is_doomed = true;
	} else if (s->depth == 1) {
		undo_all(s);
	}
}

bool store_in_transaction(const struct store *s)
{
	return s->depth > 0;
}

bool store_look_begin(struct store *s, struct fault *f)
{
	transaction_give_up_late(s);
	if (s->depth == 0 && s->look_depth == 0 && !run(s, &begin_reading, STORE_READING, f))
		return false;
	s->look_depth++;
	return true;
}

void store_look_end(struct store *s)
{
	if (s->look_depth > 0 && --s->look_depth == 0 && s->depth == 0 && !sqlite3_get_autocommit(s->db))
		run(s, &undo, STORE_READING, NULL);
}
