/* What a person has typed into a form and not yet saved. */
#include "store/draft_store.h"

#include "may_see.h"
#include "statement_list.h"

static const struct statement draft_keep_one = {
	"INSERT INTO draft (login, form, subject, summary, session, saved_at, fields, family_id, conference_id)"
	" VALUES (:login, :form, :subject, :summary, :session, :saved_at, :fields, :family_id, :conference_id)"
	" ON CONFLICT (login, form, subject, session) DO UPDATE SET"
	" summary = excluded.summary, saved_at = excluded.saved_at, fields = excluded.fields,"
	" family_id = excluded.family_id, conference_id = excluded.conference_id",
	true};
static const struct statement draft_drop_one = {
	"DELETE FROM draft WHERE login = :login AND form = :form AND subject = :subject AND session = :session", true};
static const struct statement draft_drop_by_id = {"DELETE FROM draft WHERE id = :id", true};
/* What was typed about a family that was hidden from this person since is kept, and not read: the family was open while
 * it was typed, or it names a reference of the family, or its form tells its subject by a row's number, first or after
 * a word ("12 raise", "plan 7"). A form that nobody thought of here is about every hidden family. */
#define ITS_REFERENCES                                                                                                 \
	"SELECT f.reference UNION ALL SELECT reference FROM conference WHERE family_id = f.id"                         \
	" UNION ALL SELECT reference FROM plan WHERE family_id = f.id"                                                 \
	" UNION ALL SELECT reference FROM complaint WHERE family_id = f.id"                                            \
	" UNION ALL SELECT reference FROM escalation WHERE family_id = f.id"                                           \
	" UNION ALL SELECT reference FROM transfer WHERE family_id = f.id"                                             \
	" UNION ALL SELECT reference FROM plan_ending WHERE family_id = f.id"                                          \
	" UNION ALL SELECT p.reference FROM family_member AS m JOIN person AS p ON p.id = m.person_id"                 \
	" WHERE m.family_id = f.id UNION ALL SELECT p.la_child_id FROM family_member AS m"                             \
	" JOIN person AS p ON p.id = m.person_id WHERE m.family_id = f.id AND p.la_child_id <> ''"
#define ITS_NUMBERS                                                                                                    \
	"CAST(subject AS INTEGER) AS first, CAST(substr(subject, instr(subject, ' ') + 1) AS INTEGER) AS second"
#define FAMILIES_BY_NUMBER                                                                                             \
	"SELECT d.second WHERE d.subject GLOB 'family *'"                                                              \
	" UNION ALL SELECT family_id FROM plan WHERE id = d.second AND d.subject GLOB 'plan *'"                        \
	" UNION ALL SELECT family_id FROM conference WHERE id = d.second AND d.subject GLOB 'held *'"                  \
	" UNION ALL SELECT family_id FROM transfer WHERE id = d.second AND d.subject GLOB 'm *'"                       \
	" UNION ALL SELECT family_id FROM plan_ending WHERE id = d.second AND d.subject GLOB 'x *'"
#define FAMILIES_BY_FORM                                                                                               \
	"SELECT family_id FROM family_member WHERE person_id = d.first AND d.form IN ('plan end', 'birth', 'loss')"    \
	" UNION ALL SELECT d.first WHERE d.form = 'move'"                                                              \
	" UNION ALL SELECT family_id FROM plan WHERE id = d.first AND d.form = 'review'"                               \
	" UNION ALL SELECT family_id FROM conference WHERE id = d.first AND d.form = 'escalation'"                     \
	" UNION ALL SELECT family_id FROM escalation WHERE id = d.first AND d.form = 'escalation step'"                \
	" UNION ALL SELECT family_id FROM complaint WHERE id = d.first AND d.form = 'complaint step'"
#define PERHAPS_BY_FORM                                                                                                \
	"SELECT f.id WHERE d.subject GLOB '[0-9]*' AND d.form NOT IN ('plan end', 'birth', 'loss', 'move',"            \
	" 'review', 'escalation', 'escalation step', 'complaint step', 'contact', 'agency')"
static const struct statement drafts_of_login = {
	"SELECT d.id, d.login, d.form, d.subject, d.summary, d.session, d.saved_at, d.fields, d.family_id, "
	"d.conference_id"
	" FROM (SELECT *, " ITS_NUMBERS ","
	" subject || ' ' || summary || ' ' || fields AS said FROM draft WHERE login = :login) AS d"
	" WHERE NOT EXISTS (SELECT 1 FROM family AS f WHERE f.is_restricted = 1 AND NOT " MAY_SEE
	" AND (f.id = d.family_id OR EXISTS (SELECT 1 FROM (" ITS_REFERENCES
	") AS r WHERE instr(d.said, r.reference) > 0)"
	" OR f.id IN (" FAMILIES_BY_NUMBER ") OR f.id IN (" FAMILIES_BY_FORM ") OR f.id IN (" PERHAPS_BY_FORM "))) "
	"ORDER BY d.saved_at DESC, d.id DESC",
	true};
/* Whatever it says, a draft about a family goes with it. */
static const struct statement drop_about = {
	"DELETE FROM draft WHERE id IN (SELECT d.id FROM (SELECT *, " ITS_NUMBERS " FROM draft) AS d"
	" WHERE d.family_id = :family OR :family IN (" FAMILIES_BY_NUMBER ") OR :family IN (" FAMILIES_BY_FORM "))",
	false};

const struct statement *const draft_statements[] = {&draft_keep_one,  &draft_drop_one, &draft_drop_by_id,
						    &drafts_of_login, &drop_about,     NULL};

static const struct column draft_columns[] = {
	COLUMN(struct draft_row, id, ID),
	COLUMN(struct draft_row, login, TEXT),
	COLUMN(struct draft_row, form, TEXT),
	COLUMN(struct draft_row, subject, TEXT),
	COLUMN(struct draft_row, summary, TEXT),
	COLUMN(struct draft_row, session, TEXT),
	COLUMN(struct draft_row, saved_at, INTEGER),
	COLUMN(struct draft_row, fields, TEXT),
	COLUMN(struct draft_row, family_id, ID),
	COLUMN(struct draft_row, conference_id, ID),
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

bool drafts_of(struct store *s, const char *login, int64_t user, struct arena *mem, struct draft_row_list *out,
	       struct fault *f)
{
	return store_select(s, &drafts_of_login, PARAMETERS(PARAMETER_TEXT("login", login), PARAMETER_ID("user", user)),
			    &draft_list, mem, out, f);
}

bool drafts_drop_about(struct store *s, int64_t family, int64_t *dropped, struct fault *f)
{
	return store_change(s, &drop_about, NULL, NULL, PARAMETERS(PARAMETER_ID("family", family)), dropped, f);
}
