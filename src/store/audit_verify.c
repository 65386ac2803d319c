/* Checking the audit log: every hash is computed again from the rows. */
#include "audit_erase.h"
#include "audit_hash.h"
#include "sqlite_fault.h"
#include "statement.h"
#include "statement_list.h"

#include <string.h>

/* In slices, so that a long log never keeps others from saving. */
static const struct statement audit_slice = {
	"SELECT seq, at, uid, login, roles, terminal, address, session, kind, action, subject_kind, subject_id, "
	"family_id, "
	"detail,"
	" program, previous, hash, detail_seal FROM audit WHERE seq > ?1 ORDER BY seq LIMIT 1000",
	true};
/* The highest number ever given: more than the newest row has when the end was cut off. */
static const struct statement audit_highest = {"SELECT seq FROM sqlite_sequence WHERE name = 'audit'", false};

const struct statement *const audit_verify_statements[] = {&audit_slice, &audit_highest, NULL};

/* Rows that were erased together, and the row that must answer for them. */
struct erasure {
	int64_t by, first, rows;
	unsigned char sum[AUDIT_HASH_BYTES];
	bool is_answered;
};
struct erasure_list {
	struct erasure *items;
	size_t count, room;
};

/* How far the check has come, and what it found. */
struct chain {
	int64_t seq;
	unsigned char hash[AUDIT_HASH_BYTES];
	const struct audit_anchor *anchor; /* NULL: none */
	enum audit_verdict verdict;
	int64_t bad;
	bool is_other; /* the row of the anchor is not the one it was */
	int64_t later; /* the first row that was written after the anchor was taken, 0 none */
	bool was_erased_meanwhile;
	struct arena mem;
	struct erasure_list erasures;
};

static const char *text_of(sqlite3_stmt *q, int i)
{
	const char *text = (const char *)sqlite3_column_text(q, i);

	return text ? text : "";
}

static struct audit_row row_of(sqlite3_stmt *q)
{
	return (struct audit_row){
		.seq = sqlite3_column_int64(q, 0),
		.at = sqlite3_column_int64(q, 1),
		.uid = sqlite3_column_int64(q, 2),
		.login = text_of(q, 3),
		.roles = text_of(q, 4),
		.terminal = text_of(q, 5),
		.address = text_of(q, 6),
		.session = text_of(q, 7),
		.kind = text_of(q, 8),
		.action = text_of(q, 9),
		.subject_kind = text_of(q, 10),
		.subject_id = sqlite3_column_int64(q, 11),
		.family_id = sqlite3_column_int64(q, 12),
		.detail = text_of(q, 13),
		.program = text_of(q, 14),
	};
}

/* A zero byte inside a text would hide what follows it from the hash. */
static bool texts_are_whole(sqlite3_stmt *q)
{
	for (int i = 3; i <= 14; i++)
		if (sqlite3_column_type(q, i) == SQLITE_TEXT &&
		    strlen(text_of(q, i)) != (size_t)sqlite3_column_bytes(q, i))
			return false;
	return true;
}

static bool is_hash(sqlite3_stmt *q, int i, const unsigned char *hash)
{
	return sqlite3_column_bytes(q, i) == AUDIT_HASH_BYTES &&
	       memcmp(sqlite3_column_blob(q, i), hash, AUDIT_HASH_BYTES) == 0;
}

static struct erasure *erasure_by(struct chain *c, int64_t by)
{
	struct erasure *one;

	for (size_t i = 0; i < c->erasures.count; i++)
		if (c->erasures.items[i].by == by)
			return &c->erasures.items[i];
	one = ARENA_PUSH(&c->mem, &c->erasures);
	if (one)
		*one = (struct erasure){.by = by};
	return one;
}

static void note_erased(struct chain *c, const struct audit_row *row, const unsigned char *seal)
{
	struct erasure *e;
	uint64_t by = 0;

	for (int i = 7; i >= 0; i--)
		by = by << 8 | seal[AUDIT_HASH_BYTES + i];
	e = erasure_by(c, (int64_t)by);
	if (!e)
		return;
	if (e->rows++ == 0)
		e->first = row->seq;
	audit_erased_hash(e->sum, row->seq, seal);
}

/* The hash of a detail that is there, or the one it had. False: neither fits. */
static bool detail_hash(struct chain *c, const struct audit_row *row, sqlite3_stmt *q, unsigned char *out)
{
	const unsigned char *seal = sqlite3_column_blob(q, 17);

	switch (sqlite3_column_bytes(q, 17)) {
	case AUDIT_SALT_BYTES: audit_detail_hash(row->detail, seal, out); return true;
	case AUDIT_ERASED_BYTES:
		memcpy(out, seal, AUDIT_HASH_BYTES);
		note_erased(c, row, seal);
		return !*row->detail;
	default: return false;
	}
}

/* A row that erased others says how many and which: one more, or one less, and it does not fit. */
static void answer_for(struct chain *c, const struct audit_row *row)
{
	char words[AUDIT_ERASED_ROOM];
	size_t length, whole = strlen(row->detail);
	struct erasure *e = strcmp(row->action, AUDIT_ERASE_ACTION) == 0 ? erasure_by(c, row->seq) : NULL;

	if (!e)
		return;
	audit_erased_words(e->rows, e->sum, words);
	length = strlen(words);
	e->is_answered = whole >= length && strcmp(row->detail + whole - length, words) == 0;
	if (e->rows == 0)
		e->first = row->seq;
}

static void check_row(struct chain *c, sqlite3_stmt *q)
{
	struct audit_row row = row_of(q);
	unsigned char hash[AUDIT_HASH_BYTES], detail[AUDIT_HASH_BYTES] = {0};
	bool is_whole = detail_hash(c, &row, q, detail) && texts_are_whole(q);

	audit_hash(&row, detail, c->hash, hash);
	if (row.seq != c->seq + 1) {
		c->verdict = AUDIT_ROW_MISSING;
		c->bad = c->seq + 1;
	} else if (!is_whole || !is_hash(q, 15, c->hash) || !is_hash(q, 16, hash)) {
		c->verdict = AUDIT_ROW_CHANGED;
		c->bad = row.seq;
	} else {
		c->seq = row.seq;
		memcpy(c->hash, hash, sizeof hash);
		answer_for(c, &row);
		if (c->anchor && c->anchor->at && !c->later && row.at > c->anchor->at)
			c->later = row.seq;
		if (c->anchor && c->anchor->row == c->seq && memcmp(c->anchor->hash, hash, sizeof hash) != 0)
			c->is_other = true;
	}
}

/* *more is false at the end of the log or at the first bad row. */
static bool check_slice(struct store *s, struct chain *c, bool *more, struct fault *f)
{
	LENT struct prepared *p = statement_borrow(s, &audit_slice, f);
	int rc = SQLITE_DONE;

	*more = false;
	if (!p)
		return false;
	if (sqlite3_bind_int64(p->stmt, 1, c->seq) != SQLITE_OK)
		return sqlite_fault(s->db, STORE_READING, f);
	while (c->verdict == AUDIT_SOUND && (rc = sqlite3_step(p->stmt)) == SQLITE_ROW) {
		*more = true;
		check_row(c, p->stmt);
	}
	if (c->verdict != AUDIT_SOUND) {
		*more = false;
		/* A text that could not be had for want of memory must not pass for a changed row. */
		return sqlite3_errcode(s->db) != SQLITE_NOMEM || sqlite_fault(s->db, STORE_READING, f);
	}
	return rc == SQLITE_DONE || sqlite_fault(s->db, STORE_READING, f);
}

/* A break in the chain says most, so it comes first; then what an anchor alone can show. */
static void conclude(struct chain *c, int64_t highest)
{
	for (size_t i = 0; i < c->erasures.count && c->verdict == AUDIT_SOUND; i++)
		if (!c->erasures.items[i].is_answered) {
			c->verdict = AUDIT_ROW_CHANGED; /* emptied, and nothing says that it was rightly so */
			c->bad = c->erasures.items[i].first;
			c->was_erased_meanwhile = c->erasures.items[i].by > highest;
		}
	if (c->verdict != AUDIT_SOUND)
		return;
	if (c->is_other) {
		bool is_later = c->later && c->later <= c->anchor->row;

		c->verdict = is_later ? AUDIT_END_REPLACED : AUDIT_REWRITTEN;
		c->bad = is_later ? c->later : c->anchor->row;
	} else if (c->seq < highest || (c->anchor && c->seq < c->anchor->row)) {
		c->verdict = AUDIT_END_CUT;
		c->bad = c->seq + 1;
	}
}

static bool check_all(struct store *s, const struct audit_anchor *anchor, struct chain *c, struct fault *f)
{
	bool more = true, ok;
	int64_t highest;

	*c = (struct chain){.anchor = anchor};
	/* Asked first, since others may add rows while we read. */
	ok = store_select_number(s, &audit_highest, NULL, 0, &highest, f);
	while (ok && more)
		ok = check_slice(s, c, &more, f);
	ok = ok && (!arena_exhausted(&c->mem) ||
		    fault_set(f, FAULT_MEMORY, "There is not enough memory to check the audit log."));
	if (ok)
		conclude(c, highest);
	arena_finish(&c->mem);
	return ok;
}

bool audit_verify(struct store *s, const struct audit_anchor *anchor, enum audit_verdict *verdict, int64_t *seq,
		  int64_t *rows, struct fault *f)
{
	struct chain c = {0};
	bool ok = check_all(s, anchor, &c, f);

	/* Rows may have been erased between two slices; a second look then sees all of it. */
	if (ok && c.verdict == AUDIT_ROW_CHANGED && c.was_erased_meanwhile)
		ok = check_all(s, anchor, &c, f);
	*verdict = c.verdict;
	*seq = c.bad;
	*rows = c.seq;
	return ok;
}
