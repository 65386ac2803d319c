/* Taking the words out of rows of the audit log, so that the chain still holds. */
#include "audit_erase.h"

#include "audit_hash.h"
#include "domain/record.h"
#include "sqlite_fault.h"
#include "statement.h"
#include "statement_list.h"

#include <stdio.h>
#include <string.h>

enum { SLICE_ROWS = 500 };

static const struct statement erase_slice = {
	"SELECT seq, subject_id, family_id, action, subject_kind, detail, detail_seal FROM audit "
	"WHERE seq > ?1 AND seq < ?2 AND length(detail_seal) = 16 ORDER BY seq LIMIT ?3",
	true};
static const struct statement erase_row = {"UPDATE audit SET detail = '', detail_seal = ?2 WHERE seq = ?1", true};

const struct statement *const audit_erase_statements[] = {&erase_slice, &erase_row, NULL};

struct picked {
	int64_t seq;
	unsigned char seal[AUDIT_ERASED_BYTES];
};
struct picked_list {
	struct picked *items;
	size_t count, room;
};

struct erase_state {
	const struct audit_erasing *order;
	int64_t last, by, rows; /* the row looked at last; the row that will answer; how many so far */
	unsigned char sum[AUDIT_HASH_BYTES];
	struct arena mem; /* of one slice */
	struct picked_list picked;
};

static const char *text_of(sqlite3_stmt *q, int i)
{
	const char *text = (const char *)sqlite3_column_text(q, i);

	return text ? text : "";
}

static bool pick(struct erase_state *e, sqlite3_stmt *q, struct fault *f)
{
	const struct audit_row row = {.seq = sqlite3_column_int64(q, 0),
				      .subject_id = sqlite3_column_int64(q, 1),
				      .family_id = sqlite3_column_int64(q, 2),
				      .action = text_of(q, 3),
				      .subject_kind = text_of(q, 4),
				      .detail = text_of(q, 5)};
	struct picked *one;

	e->last = row.seq;
	/* What answers for others is needed for as long as they are. */
	if (!*row.detail || strcmp(row.action, AUDIT_ERASE_ACTION) == 0 || !e->order->is_of(e->order->payload, &row))
		return true;
	one = ARENA_PUSH(&e->mem, &e->picked);
	if (!one)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to erase: nothing was erased.");
	one->seq = row.seq;
	audit_detail_hash(row.detail, sqlite3_column_blob(q, 6), one->seal);
	for (int i = 0; i < 8; i++)
		one->seal[AUDIT_HASH_BYTES + i] = (unsigned char)((uint64_t)e->by >> 8 * i);
	return true;
}

/* *more is false at the end of the log. */
static bool pick_slice(struct store *s, struct erase_state *e, bool *more, struct fault *f)
{
	LENT struct prepared *p = statement_borrow(s, &erase_slice, f);
	int rc = SQLITE_DONE, seen = 0;

	e->picked = (struct picked_list){0};
	arena_reset(&e->mem);
	if (!p)
		return false;
	if (sqlite3_bind_int64(p->stmt, 1, e->last) != SQLITE_OK ||
	    sqlite3_bind_int64(p->stmt, 2, e->by) != SQLITE_OK || sqlite3_bind_int(p->stmt, 3, SLICE_ROWS) != SQLITE_OK)
		return sqlite_fault(s->db, STORE_SAVING, f);
	while ((rc = sqlite3_step(p->stmt)) == SQLITE_ROW) {
		seen++;
		if (!pick(e, p->stmt, f))
			return false;
	}
	*more = seen == SLICE_ROWS;
	return rc == SQLITE_DONE || sqlite_fault(s->db, STORE_SAVING, f);
}

static bool empty(struct store *s, struct erase_state *e, const struct picked *one, struct fault *f)
{
	LENT struct prepared *p = statement_borrow(s, &erase_row, f);

	if (!p)
		return false;
	if (sqlite3_bind_int64(p->stmt, 1, one->seq) != SQLITE_OK ||
	    sqlite3_bind_blob(p->stmt, 2, one->seal, sizeof one->seal, SQLITE_STATIC) != SQLITE_OK ||
	    sqlite3_step(p->stmt) != SQLITE_DONE)
		return sqlite_fault(s->db, STORE_SAVING, f);
	audit_erased_hash(e->sum, one->seq, one->seal);
	e->rows++;
	return true;
}

static bool empty_all(struct store *s, struct erase_state *e, struct fault *f)
{
	bool more = true;

	while (more) {
		if (!pick_slice(s, e, &more, f))
			return false;
		for (size_t i = 0; i < e->picked.count; i++)
			if (!empty(s, e, &e->picked.items[i], f))
				return false;
	}
	return true;
}

bool audit_erase(struct store *s, const struct audit_identity *who, const struct audit_erasing *order, int64_t *rows,
		 struct fault *f)
{
	struct erase_state e = {.order = order};
	struct audit_anchor newest;
	char ends[AUDIT_ERASED_ROOM], detail[AUDIT_ERASED_ROOM + 80];
	bool ok = audit_newest(s, &newest, f);

	e.by = newest.row + 1;
	ok = ok && empty_all(s, &e, f);
	arena_finish(&e.mem);
	*rows = e.rows;
	if (!ok)
		return false;
	audit_erased_words(e.rows, e.sum, ends);
	snprintf(detail, sizeof detail, "%.60s: %s", order->words, ends);
	return audit_append(
		s, who,
		&(struct audit_entry){.at = order->at,
				      .action = AUDIT_ERASE_ACTION,
				      .subject_kind = order->disposal ? subject_kind_token(SUBJECT_DISPOSAL) : "",
				      .subject_id = order->disposal,
				      .detail = detail},
		f);
}
