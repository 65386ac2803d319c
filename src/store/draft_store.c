/* What a person has typed into a form and not yet saved. */
#include "store/draft_store.h"

#include "statement_list.h"

static const struct statement draft_keep_one = {
	"INSERT INTO draft (login, form, subject, summary, session, saved_at, fields)"
	" VALUES (:login, :form, :subject, :summary, :session, :saved_at, :fields)"
	" ON CONFLICT (login, form, subject, session) DO UPDATE SET"
	" summary = excluded.summary, saved_at = excluded.saved_at, fields = excluded.fields",
	true};
static const struct statement draft_drop_one = {
	"DELETE FROM draft WHERE login = :login AND form = :form AND subject = :subject AND session = :session", true};
static const struct statement draft_drop_by_id = {"DELETE FROM draft WHERE id = :id", true};
static const struct statement drafts_of_login = {
	"SELECT id, login, form, subject, summary, session, saved_at, fields FROM draft WHERE login = :login"
	" ORDER BY saved_at DESC, id DESC",
	true};

const struct statement *const draft_statements[] = {&draft_keep_one, &draft_drop_one, &draft_drop_by_id,
						    &drafts_of_login, NULL};

static const struct column draft_columns[] = {
	COLUMN(struct draft_row, id, ID),
	COLUMN(struct draft_row, login, TEXT),
	COLUMN(struct draft_row, form, TEXT),
	COLUMN(struct draft_row, subject, TEXT),
	COLUMN(struct draft_row, summary, TEXT),
	COLUMN(struct draft_row, session, TEXT),
	COLUMN(struct draft_row, saved_at, INTEGER),
	COLUMN(struct draft_row, fields, TEXT),
};
static const struct column_list draft_list = COLUMN_LIST(struct draft_row, draft_columns);

/* A draft is kept in a transaction of its own unless the caller has one. */
static bool change_alone(struct store *s, const struct statement *q, const struct draft_row *row,
			 const struct parameter *parameters, struct fault *f)
{
	if (!store_begin(s, f))
		return false;
	if (!store_change(s, q, row ? &draft_list : NULL, row, parameters, NULL, f)) {
		store_rollback(s);
		return false;
	}
	return store_commit(s, f);
}

bool draft_keep(struct store *s, const struct draft_row *draft, struct fault *f)
{
	return change_alone(s, &draft_keep_one, draft, NULL, f);
}

bool draft_drop(struct store *s, const char *login, const char *form, const char *subject, const char *session,
		struct fault *f)
{
	return change_alone(s, &draft_drop_one, NULL,
			    PARAMETERS(PARAMETER_TEXT("login", login), PARAMETER_TEXT("form", form),
				       PARAMETER_TEXT("subject", subject), PARAMETER_TEXT("session", session)),
			    f);
}

bool draft_drop_id(struct store *s, int64_t id, struct fault *f)
{
	return change_alone(s, &draft_drop_by_id, NULL, PARAMETERS(PARAMETER_INTEGER("id", id)), f);
}

bool drafts_of(struct store *s, const char *login, struct arena *mem, struct draft_row_list *out, struct fault *f)
{
	return store_select(s, &drafts_of_login, PARAMETERS(PARAMETER_TEXT("login", login)), &draft_list, mem, out, f);
}
