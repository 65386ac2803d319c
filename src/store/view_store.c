/* What each person at a conference thought of each child, and what was recommended besides. */
#include "store/view_store.h"

#include "keep.h"
#include "live_tokens.h"
#include "statement_list.h"

static const struct column view_columns[] = {
	COLUMN(struct view, conference_id, ID),       COLUMN(struct view, invitee_id, ID),
	COLUMN(struct view, person_id, ID),           COLUMN_AS(struct view, at_risk, opinion_tokens),
	COLUMN_AS(struct view, plan, opinion_tokens), COLUMN_AS(struct view, category, said_category_tokens),
	COLUMN(struct view, scale, OPTIONAL_INT),     COLUMN(struct view, why, TEXT),
	COLUMN(struct view, is_dissent, BOOL),        COLUMN(struct view, dissent_words, TEXT),
	COLUMN(struct view, by_user, TEXT),           COLUMN(struct view, at, INTEGER),
	COLUMN(struct view, version, INTEGER),
};
static const struct column_list views = COLUMN_LIST(struct view, view_columns);

static const struct column recommendation_columns[] = {
	COLUMN(struct recommendation, id, ID),
	COLUMN(struct recommendation, conference_id, ID),
	COLUMN(struct recommendation, person_id, ID),
	COLUMN_AS(struct recommendation, kind, recommendation_kind_tokens),
	COLUMN(struct recommendation, words, TEXT),
	COLUMN(struct recommendation, who, TEXT),
	COLUMN(struct recommendation, by_on, DAY),
	COLUMN(struct recommendation, version, INTEGER),
};
static const struct column_list recommendations = COLUMN_LIST(struct recommendation, recommendation_columns);

static const struct statement view_add = {
	"INSERT INTO view (conference_id, invitee_id, person_id, at_risk, plan, category, scale, why, is_dissent,"
	" dissent_words, by_user, at) VALUES (:conference_id, :invitee_id, :person_id, :at_risk, :plan, :category,"
	" :scale, :why, :is_dissent, :dissent_words, :by_user, :at) ON CONFLICT DO NOTHING",
	true};
static const struct statement view_save = {
	"UPDATE view SET at_risk = :at_risk, plan = :plan, category = :category, scale = :scale, why = :why,"
	" is_dissent = :is_dissent, dissent_words = :dissent_words, by_user = :by_user, at = :at, version = version + 1"
	" WHERE conference_id = :conference_id AND invitee_id = :invitee_id AND person_id = :person_id"
	" AND version = :version",
	true};
static const struct statement views_read = {
	"SELECT conference_id, invitee_id, person_id, at_risk, plan, category, scale, why, is_dissent, dissent_words,"
	" by_user, at, version FROM view WHERE conference_id = :conference ORDER BY invitee_id, person_id",
	true};

static const struct statement recommendation_add = {
	"INSERT INTO recommendation (conference_id, person_id, kind, words, who, by_on) VALUES (:conference_id,"
	" :person_id, :kind, :words, :who, :by_on)",
	true};
static const struct statement recommendation_save = {
	"UPDATE recommendation SET person_id = :person_id, kind = :kind, words = :words, who = :who, by_on = :by_on,"
	" version = version + 1 WHERE id = :id AND version = :version",
	true};
static const struct statement recommendation_delete = {
	"DELETE FROM recommendation WHERE id = :id AND version = :version", true};
static const struct statement recommendations_read = {
	"SELECT id, conference_id, person_id, kind, words, who, by_on, version FROM recommendation"
	" WHERE conference_id = :conference ORDER BY id",
	true};

const struct statement *const view_statements[] = {&view_add,
						   &view_save,
						   &views_read,
						   &recommendation_add,
						   &recommendation_save,
						   &recommendation_delete,
						   &recommendations_read,
						   NULL};

bool view_keep(struct store *s, struct view *view, struct fault *f)
{
	static const struct keeping how = {&view_add, &view_save, "this view"};

	return keep_row(s, &how, &views, view, &view->version, f);
}

bool views_of(struct store *s, int64_t conference, struct arena *mem, struct view_list *out, struct fault *f)
{
	return store_select(s, &views_read, PARAMETERS(PARAMETER_ID("conference", conference)), &views, mem, out, f);
}

bool recommendation_keep(struct store *s, struct recommendation *recommendation, struct fault *f)
{
	static const struct keeping how = {&recommendation_add, &recommendation_save, "this recommendation"};

	return keep_row_by_id(s, &how, &recommendations, recommendation, &recommendation->id, &recommendation->version,
			      f);
}

bool recommendation_drop(struct store *s, int64_t id, int64_t version, struct fault *f)
{
	return keep_drop(s, &recommendation_delete, "this recommendation", id, version, f);
}

bool recommendations_of(struct store *s, int64_t conference, struct arena *mem, struct recommendation_list *out,
			struct fault *f)
{
	return store_select(s, &recommendations_read, PARAMETERS(PARAMETER_ID("conference", conference)),
			    &recommendations, mem, out, f);
}
