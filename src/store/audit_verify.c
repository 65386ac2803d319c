/* Checking the audit log: every hash is computed again from the rows. */
#include "audit_hash.h"
#include "sqlite_fault.h"
#include "statement.h"
#include "statement_list.h"

#include <string.h>

/* In slices, so that a long log never keeps others from saving. */
static const struct statement audit_slice = {
	"SELECT seq, at, uid, login, roles, terminal, address, session, action, subject_kind, subject_id, family_id, "
	"detail,"
	" program, previous, hash FROM audit WHERE seq > ?1 ORDER BY seq LIMIT 1000",
	true};
/* The highest number ever given: more than the newest row has when the end was cut off. */
static const struct statement audit_highest = {"SELECT seq FROM sqlite_sequence WHERE name = 'audit'", false};

const struct statement *const audit_verify_statements[] = {&audit_slice, &audit_highest, NULL};

/* How far the check has come, and what it found. */
struct chain {
	int64_t seq;
	unsigned char hash[AUDIT_HASH_BYTES];
	const struct audit_anchor *anchor; /* NULL: none */
	enum audit_verdict verdict;
	int64_t bad;
	bool is_other; /* the row of the anchor is not the one it was */
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
		.action = text_of(q, 8),
		.subject_kind = text_of(q, 9),
		.subject_id = sqlite3_column_int64(q, 10),
		.family_id = sqlite3_column_int64(q, 11),
		.detail = text_of(q, 12),
		.program = text_of(q, 13),
	};
}

/* A zero byte inside a text would hide what follows it from the hash. */
static bool texts_are_whole(sqlite3_stmt *q)
{
	for (int i = 3; i <= 13; i++)
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

static void check_row(struct chain *c, sqlite3_stmt *q)
{
	struct audit_row row = row_of(q);
	unsigned char hash[AUDIT_HASH_BYTES];

	audit_hash(&row, c->hash, hash);
	if (row.seq != c->seq + 1) {
		c->verdict = AUDIT_ROW_MISSING;
		c->bad = c->seq + 1;
	} else if (!texts_are_whole(q) || !is_hash(q, 14, c->hash) || !is_hash(q, 15, hash)) {
		c->verdict = AUDIT_ROW_CHANGED;
		c->bad = row.seq;
	} else {
		c->seq = row.seq;
		memcpy(c->hash, hash, sizeof hash);
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
	if (c->verdict != AUDIT_SOUND)
		return;
	if (c->is_other) {
		c->verdict = AUDIT_REWRITTEN;
		c->bad = c->anchor->row;
	} else if (c->seq < highest || (c->anchor && c->seq < c->anchor->row)) {
		c->verdict = AUDIT_END_CUT;
		c->bad = c->seq + 1;
	}
}

bool audit_verify(struct store *s, const struct audit_anchor *anchor, enum audit_verdict *verdict, int64_t *seq,
		  int64_t *rows, struct fault *f)
{
	struct chain c = {.anchor = anchor};
	bool more = true;
	int64_t highest;
	/* Asked first, since others may add rows while we read. */
	bool ok = store_select_number(s, &audit_highest, NULL, 0, &highest, f);

	while (ok && more)
		ok = check_slice(s, &c, &more, f);
	if (ok)
		conclude(&c, highest);
	*verdict = c.verdict;
	*seq = c.bad;
	*rows = c.seq;
	return ok;
}
