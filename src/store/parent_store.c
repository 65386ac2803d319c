/* Whose child is whose, and of which children a report speaks. */
#include "store/parent_store.h"

#include "statement_list.h"
#include "token_words.h"

TOKEN_WORDS(relationship_words, relationship, RELATIONSHIP_COUNT)
TOKEN_WORDS(answer_words, yes_no, ANSWER_NO + 1)

static const struct column parent_columns[] = {
	COLUMN(struct parent_of, family_id, ID),
	COLUMN(struct parent_of, adult_id, ID),
	COLUMN(struct parent_of, child_id, ID),
	COLUMN(struct parent_of, is_theirs, BOOL),
	COLUMN_AS(struct parent_of, parental_responsibility, answer_words),
	COLUMN(struct parent_of, said_at, INTEGER),
	COLUMN_AS(struct parent_of, relationship, relationship_words),
};
static const struct column_list parents = COLUMN_LIST(struct parent_of, parent_columns);

static const struct column child_columns[] = {
	COLUMN(struct report_child, report_id, ID),
	COLUMN(struct report_child, person_id, ID),
};
static const struct column_list report_children = COLUMN_LIST(struct report_child, child_columns);

static const struct statement read_parents = {
	"SELECT p.family_id, p.adult_id, p.child_id, p.is_theirs, p.parental_responsibility, p.said_at, "
	"coalesce(m.relationship, 'other') AS relationship FROM parent_of p "
	"LEFT JOIN family_member m ON m.family_id = p.family_id AND m.person_id = p.adult_id "
	"WHERE p.family_id = :family ORDER BY p.adult_id, p.child_id",
	true};
static const struct statement keep_parent = {
	"INSERT INTO parent_of (family_id, adult_id, child_id, is_theirs, parental_responsibility, said_at) "
	"VALUES (:family_id, :adult_id, :child_id, :is_theirs, :parental_responsibility, :said_at) "
	"ON CONFLICT DO UPDATE SET is_theirs = excluded.is_theirs, "
	"parental_responsibility = excluded.parental_responsibility, said_at = excluded.said_at",
	true};
static const struct statement drop_parent = {
	"DELETE FROM parent_of WHERE family_id = :family AND adult_id = :adult AND child_id = :child", true};
static const struct statement keep_responsibility = {
	"UPDATE parent_of SET parental_responsibility = :answer "
	"WHERE family_id = :family AND adult_id = :adult AND is_theirs = 1",
	true};

static const struct statement read_report_children = {
	"SELECT report_id, person_id FROM report_child WHERE report_id IN "
	"(SELECT id FROM report WHERE conference_id = :conference) ORDER BY report_id, person_id",
	true};
static const struct statement drop_report_children = {"DELETE FROM report_child WHERE report_id = :report", true};
static const struct statement add_report_child = {
	"INSERT INTO report_child (report_id, person_id) VALUES (:report_id, :person_id)", true};

const struct statement *const parent_statements[] = {
	&read_parents,         &keep_parent,          &drop_parent,      &keep_responsibility,
	&read_report_children, &drop_report_children, &add_report_child, NULL};

bool parents_of_family(struct store *s, int64_t family, struct arena *mem, struct parent_of_list *out, struct fault *f)
{
	return store_select(s, &read_parents, PARAMETERS(PARAMETER_ID("family", family)), &parents, mem, out, f);
}

bool parent_of_keep(struct store *s, const struct parent_of *one, struct fault *f)
{
	return store_change(s, &keep_parent, &parents, one, NULL, NULL, f);
}

bool parent_of_drop(struct store *s, int64_t family, int64_t adult, int64_t child, struct fault *f)
{
	return store_change(
		s, &drop_parent, NULL, NULL,
		PARAMETERS(PARAMETER_ID("family", family), PARAMETER_ID("adult", adult), PARAMETER_ID("child", child)),
		NULL, f);
}

bool parent_of_responsibility(struct store *s, int64_t family, int64_t adult, enum yes_no answer, struct fault *f)
{
	return store_change(s, &keep_responsibility, NULL, NULL,
			    PARAMETERS(PARAMETER_ID("family", family), PARAMETER_ID("adult", adult),
				       PARAMETER_TEXT("answer", yes_no_token(answer))),
			    NULL, f);
}

bool report_children_of(struct store *s, int64_t conference, struct arena *mem, struct report_child_list *out,
			struct fault *f)
{
	return store_select(s, &read_report_children, PARAMETERS(PARAMETER_ID("conference", conference)),
			    &report_children, mem, out, f);
}

bool report_children_keep(struct store *s, int64_t report, const int64_t *children, size_t count, struct fault *f)
{
	if (!store_change(s, &drop_report_children, NULL, NULL, PARAMETERS(PARAMETER_ID("report", report)), NULL, f))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct report_child one = {.report_id = report, .person_id = children[i]};

		if (!store_change(s, &add_report_child, &report_children, &one, NULL, NULL, f))
			return false;
	}
	return true;
}
