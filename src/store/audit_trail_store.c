/* The audit log as it is read: each way to narrow it goes along an index of its own, so that a page costs the same
 * after ten years. */
#include "store/audit_trail_store.h"

#include "statement_list.h"

/* Of an erased row the numbers may be another family's by now. */
#define IF_KEPT "length(a.detail_seal) = 16 AND "
#define REFERENCE(kind)                                                                                                \
	" WHEN '" kind "' THEN (SELECT r.reference FROM " kind " AS r WHERE " IF_KEPT "r.id = a.subject_id)"
#define REFERENCES                                                                                                     \
	REFERENCE("conference")                                                                                        \
	REFERENCE("person")                                                                                            \
	REFERENCE("plan")                                                                                              \
	REFERENCE("complaint")                                                                                         \
	REFERENCE("escalation")                                                                                        \
	" WHEN 'disposal' THEN (SELECT r.reference FROM disposal AS r WHERE r.id = a.subject_id)"
#define ROWS                                                                                                           \
	"SELECT seq, at, uid, login, roles, terminal, address, session, kind, action, subject_kind, subject_id, "      \
	"family_id, detail, program, length(detail_seal) <> 16 AS is_erased, coalesce((SELECT r.reference FROM "       \
	"family AS r WHERE " IF_KEPT "r.id = a.family_id), '') AS family_reference, "                                  \
	"coalesce(CASE subject_kind" REFERENCES " END, '') AS subject_reference FROM audit AS a WHERE "
#define REST                                                                                                           \
	" AND at >= :from_at AND at < :to_at AND (at < :before_at OR seq < :before_seq) "                              \
	"ORDER BY at DESC, seq DESC LIMIT :most"
#define OF_LOGIN "(:login = '' OR +login = :login)"
#define OF_KIND  "(:kind = '' OR +kind = :kind)"

static const struct statement by_time = {ROWS OF_LOGIN " AND " OF_KIND REST, true};
static const struct statement by_login = {ROWS "login = :login AND " OF_KIND REST, true};
static const struct statement by_kind = {ROWS "kind = :kind AND " OF_LOGIN REST, true};
static const struct statement by_family = {ROWS IF_KEPT "family_id = :family AND " OF_LOGIN " AND " OF_KIND REST, true};
static const struct statement by_person = {
	ROWS IF_KEPT "seq IN (SELECT seq FROM audit WHERE family_id IN "
		     "(SELECT family_id FROM family_member WHERE person_id = :person) "
		     "UNION SELECT seq FROM audit WHERE subject_kind = 'person' AND subject_id = :person) AND " OF_LOGIN
		     " AND " OF_KIND REST,
	true};
static const struct statement by_subject = {
	ROWS IF_KEPT "subject_kind = :subject_kind AND subject_id = :subject_id AND " OF_LOGIN " AND " OF_KIND REST,
	true};
/* What is about a disposal stays about it, with or without its words: certificates never go. */
#define ITS_ROWS "SELECT seq FROM audit WHERE subject_kind = 'disposal' AND subject_id = :disposal"
static const struct statement by_disposal = {ROWS "seq IN (" ITS_ROWS ") AND " OF_LOGIN " AND " OF_KIND REST, true};
/* With the rows of the record it let go, which was proposed by its number: those that have lost their words alone. */
static const struct statement by_gone = {
	ROWS "(subject_kind = 'disposal' OR detail = '') AND seq IN (" ITS_ROWS
	     " UNION SELECT seq FROM audit WHERE family_id IN (SELECT family_id FROM audit WHERE subject_kind = "
	     "'disposal' AND subject_id = :disposal AND family_id > 0)) AND " OF_LOGIN " AND " OF_KIND REST,
	true};

/* From one login to the next along the index: never through all rows. */
static const struct statement logins = {
	"WITH RECURSIVE one(login) AS (SELECT min(login) FROM audit UNION ALL "
	"SELECT (SELECT min(a.login) FROM audit AS a WHERE a.login > one.login) FROM one WHERE one.login IS NOT NULL) "
	"SELECT login FROM one WHERE login IS NOT NULL",
	false};

const struct statement *const audit_trail_statements[] = {&by_time,    &by_login,    &by_kind, &by_family, &by_person,
							  &by_subject, &by_disposal, &by_gone, &logins,    NULL};

static const struct column trail_columns[] = {
	COLUMN(struct trail_row, seq, INTEGER),
	COLUMN(struct trail_row, at, INTEGER),
	COLUMN(struct trail_row, uid, INTEGER),
	COLUMN(struct trail_row, login, TEXT),
	COLUMN(struct trail_row, roles, TEXT),
	COLUMN(struct trail_row, terminal, TEXT),
	COLUMN(struct trail_row, address, TEXT),
	COLUMN(struct trail_row, session, TEXT),
	COLUMN(struct trail_row, kind, TEXT),
	COLUMN(struct trail_row, action, TEXT),
	COLUMN(struct trail_row, subject_kind, TEXT),
	COLUMN(struct trail_row, subject_id, INTEGER),
	COLUMN(struct trail_row, family_id, INTEGER),
	COLUMN(struct trail_row, detail, TEXT),
	COLUMN(struct trail_row, program, TEXT),
	COLUMN(struct trail_row, is_erased, BOOL),
	COLUMN(struct trail_row, family_reference, TEXT),
	COLUMN(struct trail_row, subject_reference, TEXT),
};
static const struct column_list trail_list = COLUMN_LIST(struct trail_row, trail_columns);

static const struct column login_columns[] = {COLUMN(struct login_row, login, TEXT)};
static const struct column_list login_list = COLUMN_LIST(struct login_row, login_columns);

/* Looking, searching and changing is most of what there is: of one person's rows they are found soon, and along the
 * kind the person would not be. Any other kind is rare. */
static bool is_common(const char *kind)
{
	enum audit_kind found;

	return audit_kind_from_token(kind, &found) && (found == AUDIT_KIND_LOOK || found == AUDIT_KIND_CHANGE ||
						       found == AUDIT_KIND_SEARCH || found == AUDIT_KIND_SESSION);
}

/* The statement, and the parameters it names beside those of every one. */
static const struct statement *way_of(const struct trail_query *query, struct parameter *own)
{
	if (query->family) {
		own[0] = (struct parameter)PARAMETER_INTEGER("family", query->family);
		return &by_family;
	}
	if (query->person) {
		own[0] = (struct parameter)PARAMETER_INTEGER("person", query->person);
		return &by_person;
	}
	if (query->disposal) {
		own[0] = (struct parameter)PARAMETER_INTEGER("disposal", query->disposal);
		return query->with_record ? &by_gone : &by_disposal;
	}
	if (*query->subject_kind) {
		own[0] = (struct parameter)PARAMETER_TEXT("subject_kind", query->subject_kind);
		own[1] = (struct parameter)PARAMETER_INTEGER("subject_id", query->subject_id);
		return &by_subject;
	}
	if (*query->kind && !(*query->login && is_common(query->kind)))
		return &by_kind;
	return *query->login ? &by_login : &by_time;
}

bool trail_rows(struct store *s, const struct trail_query *query, struct arena *mem, struct trail_row_list *out,
		struct fault *f)
{
	enum { SHARED = 7, OWN_MOST = 2 };
	/* One upper bound, since only one of two would be looked up along the index. */
	int64_t to_at = query->before_at < query->to_at ? query->before_at + 1 : query->to_at;
	struct parameter parameters[SHARED + OWN_MOST + 1] = {
		PARAMETER_TEXT("login", query->login),
		PARAMETER_TEXT("kind", query->kind),
		PARAMETER_INTEGER("from_at", query->from_at),
		PARAMETER_INTEGER("to_at", to_at),
		PARAMETER_INTEGER("before_at", query->before_at),
		PARAMETER_INTEGER("before_seq", query->before_seq),
		PARAMETER_INTEGER("most", query->most),
	};
	const struct statement *way = way_of(query, parameters + SHARED);

	return store_select(s, way, parameters, &trail_list, mem, out, f);
}

bool trail_logins(struct store *s, struct arena *mem, struct login_row_list *out, struct fault *f)
{
	return store_select(s, &logins, NULL, &login_list, mem, out, f);
}
