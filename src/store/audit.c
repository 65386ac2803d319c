/* The audit log: appending a row to the chain, and reading it back. */
#include "store/audit.h"

#include "audit_hash.h"
#include "row.h"
#include "sqlite_fault.h"
#include "statement_list.h"
#include "transaction.h"

#include <sodium.h>
#include <string.h>

#define AUDIT_FIELDS                                                                                                   \
	"seq, at, uid, login, roles, terminal, address, session, kind, action, subject_kind, subject_id, family_id, "  \
	"detail, program"
/* What was erased speaks of a family that is gone; its numbers may be another's by now. */
#define NOT_ERASED " AND length(detail_seal) = 16"

static const struct statement audit_newest_row = {"SELECT seq, hash, at FROM audit ORDER BY seq DESC LIMIT 1", false};
/* In the order of AUDIT_FIELDS, bound by hand. */
static const struct statement audit_add = {
	"INSERT INTO audit (" AUDIT_FIELDS ", previous, hash, detail_seal) VALUES"
	" (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)",
	true};
static const struct statement audit_by_subject = {
	"SELECT " AUDIT_FIELDS " FROM audit WHERE subject_kind = :kind AND subject_id = :id" NOT_ERASED
	" ORDER BY seq DESC LIMIT :most",
	true};
static const struct statement audit_by_family = {
	"SELECT " AUDIT_FIELDS " FROM audit WHERE family_id = :family" NOT_ERASED " ORDER BY seq DESC LIMIT :most",
	true};
/* Through the whole log, for a record goes seldom. */
static const struct statement audit_posts = {
	"SELECT " AUDIT_FIELDS " FROM audit AS a WHERE action = 'post.take_out' AND EXISTS (SELECT 1 FROM delivery AS d"
	" JOIN letter AS l ON l.id = d.letter_id WHERE l.family_id = :family AND d.method = 'post'"
	" AND d.queued_at <= a.at AND coalesce(d.settled_at, a.at) >= a.at) ORDER BY seq DESC LIMIT :most",
	false};

static const struct statement audit_after = {
	"SELECT " AUDIT_FIELDS " FROM audit WHERE seq > :after AND session <> :session ORDER BY seq LIMIT :most", true};

static const struct statement audit_by_kind = {
	"SELECT " AUDIT_FIELDS " FROM audit WHERE subject_kind = :kind AND subject_id = 0 ORDER BY seq DESC LIMIT 1",
	true};

static const struct statement audit_at = {"SELECT at FROM audit ORDER BY seq DESC LIMIT 1", false};

const struct statement *const audit_statements[] = {&audit_at,         &audit_newest_row, &audit_add,
						    &audit_by_subject, &audit_by_family,  &audit_by_kind,
						    &audit_after,      &audit_posts,      NULL};

static const struct column audit_columns[] = {
	COLUMN(struct audit_row, seq, INTEGER),       COLUMN(struct audit_row, at, INTEGER),
	COLUMN(struct audit_row, uid, INTEGER),       COLUMN(struct audit_row, login, TEXT),
	COLUMN(struct audit_row, roles, TEXT),        COLUMN(struct audit_row, terminal, TEXT),
	COLUMN(struct audit_row, address, TEXT),      COLUMN(struct audit_row, session, TEXT),
	COLUMN(struct audit_row, kind, TEXT),         COLUMN(struct audit_row, action, TEXT),
	COLUMN(struct audit_row, subject_kind, TEXT), COLUMN(struct audit_row, subject_id, INTEGER),
	COLUMN(struct audit_row, family_id, INTEGER), COLUMN(struct audit_row, detail, TEXT),
	COLUMN(struct audit_row, program, TEXT),
};
static const struct column_list audit_list = COLUMN_LIST(struct audit_row, audit_columns);

/* The newest row of the chain; number 0 and a hash of zeros when there is none. */
static bool read_newest(struct store *s, struct audit_anchor *out, struct fault *f)
{
	LENT struct prepared *p = statement_borrow(s, &audit_newest_row, f);
	int rc;

	*out = (struct audit_anchor){0};
	if (!p)
		return false;
	rc = sqlite3_step(p->stmt);
	if (rc == SQLITE_DONE)
		return true;
	if (rc != SQLITE_ROW)
		return sqlite_fault(s->db, transaction_is_for(s), f);
	if (sqlite3_column_bytes(p->stmt, 1) != AUDIT_HASH_BYTES)
		return fault_set(f, FAULT_CORRUPT,
				 "The newest row of the audit log is damaged: nothing was saved. Run \"quorate "
				 "audit verify\".");
	out->row = sqlite3_column_int64(p->stmt, 0);
	memcpy(out->hash, sqlite3_column_blob(p->stmt, 1), AUDIT_HASH_BYTES);
	out->at = sqlite3_column_int64(p->stmt, 2);
	return true;
}

struct seals {
	const unsigned char *previous, *hash, *salt;
};

static int bind_row(sqlite3_stmt *q, const struct audit_row *row, const struct seals *seals)
{
	const int64_t numbers[][2] = {
		{1, row->seq}, {2, row->at}, {3, row->uid}, {12, row->subject_id}, {13, row->family_id}};
	const struct {
		int at;
		const char *text;
	} texts[] = {{4, row->login},   {5, row->roles},   {6, row->terminal}, {7, row->address},
		     {8, row->session}, {9, row->kind},    {10, row->action},  {11, row->subject_kind},
		     {14, row->detail}, {15, row->program}};
	int rc = SQLITE_OK;

	for (size_t i = 0; i < sizeof numbers / sizeof *numbers && rc == SQLITE_OK; i++)
		rc = sqlite3_bind_int64(q, (int)numbers[i][0], numbers[i][1]);
	for (size_t i = 0; i < sizeof texts / sizeof *texts && rc == SQLITE_OK; i++)
		rc = sqlite3_bind_text(q, texts[i].at, texts[i].text, -1, SQLITE_STATIC);
	if (rc == SQLITE_OK)
		rc = sqlite3_bind_blob(q, 16, seals->previous, AUDIT_HASH_BYTES, SQLITE_STATIC);
	if (rc == SQLITE_OK)
		rc = sqlite3_bind_blob(q, 17, seals->hash, AUDIT_HASH_BYTES, SQLITE_STATIC);
	if (rc == SQLITE_OK)
		rc = sqlite3_bind_blob(q, 18, seals->salt, AUDIT_SALT_BYTES, SQLITE_STATIC);
	return rc;
}

static bool add_row(struct store *s, const struct audit_row *row, const unsigned char *previous, struct fault *f)
{
	LENT struct prepared *p = statement_borrow(s, &audit_add, f);
	unsigned char hash[AUDIT_HASH_BYTES], detail[AUDIT_HASH_BYTES], salt[AUDIT_SALT_BYTES];

	if (!p)
		return false;
	randombytes_buf(salt, sizeof salt);
	audit_detail_hash(row->detail, salt, detail);
	audit_hash(row, detail, previous, hash);
	if (bind_row(p->stmt, row, &(struct seals){previous, hash, salt}) != SQLITE_OK ||
	    sqlite3_step(p->stmt) != SQLITE_DONE)
		return sqlite_fault(s->db, transaction_is_for(s), f);
	s->audited.row = row->seq;
	memcpy(s->audited.hash, hash, sizeof hash);
	return true;
}

static const char *text_or_nothing(const char *text)
{
	return text ? text : "";
}

#define DETAIL_ROOM 4001

/* Long details are cut before the character that would not fit whole. */
static const char *cut_detail(const char *detail, char room[DETAIL_ROOM])
{
	size_t bytes = strnlen(detail, DETAIL_ROOM);

	if (bytes < DETAIL_ROOM)
		return detail;
	bytes = DETAIL_ROOM - 1;
	while (bytes > 0 && ((unsigned char)detail[bytes] & 0xc0) == 0x80)
		bytes--;
	memcpy(room, detail, bytes);
	room[bytes] = '\0';
	return room;
}

bool audit_append(struct store *s, const struct audit_identity *who, const struct audit_entry *entry, struct fault *f)
{
	char room[DETAIL_ROOM];
	struct audit_anchor newest;
	struct audit_row row = {
		.at = entry->at,
		.uid = who->uid,
		.login = text_or_nothing(who->login),
		.roles = text_or_nothing(who->roles),
		.terminal = text_or_nothing(who->terminal),
		.address = text_or_nothing(who->address),
		.session = text_or_nothing(who->session),
		.program = text_or_nothing(who->program),
		.kind = audit_kind_token(audit_kind_of(text_or_nothing(entry->action))),
		.action = text_or_nothing(entry->action),
		.subject_kind = text_or_nothing(entry->subject_kind),
		.subject_id = entry->subject_id,
		.family_id = entry->family_id,
		.detail = cut_detail(text_or_nothing(entry->detail), room),
	};

	if (!transaction_may_change(s, f) || !read_newest(s, &newest, f))
		return false;
	row.seq = newest.row + 1;
	return add_row(s, &row, newest.hash, f);
}

bool audit_of_subject(struct store *s, const char *kind, int64_t id, int most, struct arena *mem,
		      struct audit_row_list *out, struct fault *f)
{
	return store_select(
		s, &audit_by_subject,
		PARAMETERS(PARAMETER_TEXT("kind", kind), PARAMETER_INTEGER("id", id), PARAMETER_INTEGER("most", most)),
		&audit_list, mem, out, f);
}

bool audit_of_family(struct store *s, int64_t family, int most, struct arena *mem, struct audit_row_list *out,
		     struct fault *f)
{
	return store_select(s, &audit_by_family,
			    PARAMETERS(PARAMETER_INTEGER("family", family), PARAMETER_INTEGER("most", most)),
			    &audit_list, mem, out, f);
}

bool audit_of_posts(struct store *s, int64_t family, int most, struct arena *mem, struct audit_row_list *out,
		    struct fault *f)
{
	return store_select(s, &audit_posts,
			    PARAMETERS(PARAMETER_INTEGER("family", family), PARAMETER_INTEGER("most", most)),
			    &audit_list, mem, out, f);
}

bool audit_since(struct store *s, int64_t after, const char *session, int most, struct arena *mem,
		 struct audit_row_list *out, struct fault *f)
{
	return store_select(s, &audit_after,
			    PARAMETERS(PARAMETER_INTEGER("after", after), PARAMETER_TEXT("session", session),
				       PARAMETER_INTEGER("most", most)),
			    &audit_list, mem, out, f);
}

bool audit_newest_at(struct store *s, int64_t *out, struct fault *f)
{
	return store_select_number(s, &audit_at, NULL, 0, out, f);
}

bool audit_newest(struct store *s, struct audit_anchor *out, struct fault *f)
{
	return read_newest(s, out, f);
}

bool audit_last_of_kind(struct store *s, const char *kind, struct arena *mem, struct audit_row *out, bool *is_there,
			struct fault *f)
{
	struct fault why = {0};

	*is_there = store_select_one(s, &audit_by_kind, PARAMETERS(PARAMETER_TEXT("kind", kind)), &audit_list, mem, out,
				     &why);
	if (!*is_there && why.code != FAULT_NOT_FOUND && f)
		*f = why;
	return *is_there || why.code == FAULT_NOT_FOUND;
}
