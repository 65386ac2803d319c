/* What children and parents said of a conference afterwards. */
#include "keep.h"
#include "live_tokens.h"
#include "statement_list.h"
#include "store/record_store.h"

static const struct column feedback_columns[] = {
	COLUMN(struct feedback, id, ID),           COLUMN(struct feedback, conference_id, ID),
	COLUMN(struct feedback, invitee_id, ID),   COLUMN_AS(struct feedback, kind, feedback_kind_tokens),
	COLUMN(struct feedback, sent_on, DAY),     COLUMN(struct feedback, returned_on, DAY),
	COLUMN(struct feedback, heard, INT),       COLUMN(struct feedback, understood, INT),
	COLUMN(struct feedback, fair, INT),        COLUMN(struct feedback, words, TEXT),
	COLUMN(struct feedback, version, INTEGER),
};
static const struct column_list forms = COLUMN_LIST(struct feedback, feedback_columns);

static const struct statement feedback_add = {
	"INSERT INTO feedback (conference_id, invitee_id, kind, sent_on, returned_on, heard, understood, fair, words)"
	" VALUES (:conference_id, :invitee_id, :kind, :sent_on, :returned_on, :heard, :understood, :fair, :words)"
	" ON CONFLICT DO NOTHING",
	true};
static const struct statement feedback_save = {
	"UPDATE feedback SET kind = :kind, sent_on = :sent_on, returned_on = :returned_on, heard = :heard,"
	" understood = :understood, fair = :fair, words = :words, version = version + 1"
	" WHERE id = :id AND version = :version",
	true};
static const struct statement feedback_read = {
	"SELECT id, conference_id, invitee_id, kind, sent_on, returned_on, heard, understood, fair, words, version"
	" FROM feedback WHERE conference_id = :conference ORDER BY id",
	true};

const struct statement *const feedback_statements[] = {&feedback_add, &feedback_save, &feedback_read, NULL};

bool feedback_keep(struct store *s, struct feedback *feedback, struct fault *f)
{
	static const struct keeping how = {&feedback_add, &feedback_save, "this form"};

	return keep_row_by_id(s, &how, &forms, feedback, &feedback->id, &feedback->version, f);
}

bool feedbacks_of(struct store *s, int64_t conference, struct arena *mem, struct feedback_list *out, struct fault *f)
{
	return store_select(s, &feedback_read, PARAMETERS(PARAMETER_ID("conference", conference)), &forms, mem, out, f);
}
