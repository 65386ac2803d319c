/* What a conference decided about each child. */
#include "keep.h"
#include "live_tokens.h"
#include "statement_list.h"
#include "store/view_store.h"

static const struct column decision_columns[] = {
	COLUMN(struct child_decision, conference_id, ID),
	COLUMN(struct child_decision, person_id, ID),
	COLUMN_AS(struct child_decision, participation, participation_tokens),
	COLUMN(struct child_decision, child_views, TEXT),
	COLUMN(struct child_decision, scale, OPTIONAL_INT),
	COLUMN_AS(struct child_decision, outcome, outcome_tokens),
	COLUMN_AS(struct child_decision, category, said_category_tokens),
	COLUMN(struct child_decision, categories, INT),
	COLUMN(struct child_decision, reasons, TEXT),
	COLUMN_AS(struct child_decision, end_reason, plan_end_reason_tokens),
	COLUMN(struct child_decision, step_down, TEXT),
	COLUMN(struct child_decision, not_decided_why, TEXT),
	COLUMN(struct child_decision, warnings_accepted, TEXT),
	COLUMN(struct child_decision, decided_at, INTEGER),
	COLUMN(struct child_decision, decided_by, TEXT),
	COLUMN(struct child_decision, version, INTEGER),
};
static const struct column_list decisions = COLUMN_LIST(struct child_decision, decision_columns);

#define DECISION_ROWS                                                                                                  \
	"SELECT d.conference_id, d.person_id, d.participation, d.child_views, d.scale, d.outcome, d.category,"         \
	" d.categories, d.reasons, d.end_reason, d.step_down, d.not_decided_why, d.warnings_accepted, d.decided_at,"   \
	" d.decided_by, d.version FROM child_decision AS d "

static const struct statement decision_add = {
	"INSERT INTO child_decision (conference_id, person_id, participation, child_views, scale, outcome, category,"
	" categories, reasons, end_reason, step_down, not_decided_why, warnings_accepted, decided_at, decided_by) "
	"VALUES"
	" (:conference_id, :person_id, :participation, :child_views, :scale, :outcome, :category, :categories, "
	":reasons,"
	" :end_reason, :step_down, :not_decided_why, :warnings_accepted, :decided_at, :decided_by)"
	" ON CONFLICT DO NOTHING",
	true};
static const struct statement decision_save = {
	"UPDATE child_decision SET participation = :participation, child_views = :child_views, scale = :scale,"
	" outcome = :outcome, category = :category, categories = :categories, reasons = :reasons,"
	" end_reason = :end_reason, step_down = :step_down, not_decided_why = :not_decided_why,"
	" warnings_accepted = :warnings_accepted, decided_at = :decided_at, decided_by = :decided_by,"
	" version = version + 1 WHERE conference_id = :conference_id AND person_id = :person_id AND version = :version",
	true};
static const struct statement of_conference = {DECISION_ROWS "WHERE d.conference_id = :conference ORDER BY d.person_id",
					       true};
static const struct statement of_person = {
	DECISION_ROWS "JOIN conference AS c ON c.id = d.conference_id WHERE d.person_id = :person AND d.outcome <> ''"
		      " ORDER BY c.held_on DESC, c.starts DESC, c.id DESC",
	true};

const struct statement *const child_decision_statements[] = {&decision_add, &decision_save, &of_conference, &of_person,
							     NULL};

bool child_decision_keep(struct store *s, struct child_decision *decision, struct fault *f)
{
	static const struct keeping how = {&decision_add, &decision_save, "the decision about this child"};

	return keep_row(s, &how, &decisions, decision, &decision->version, f);
}

bool child_decisions_of(struct store *s, int64_t conference, struct arena *mem, struct child_decision_list *out,
			struct fault *f)
{
	return store_select(s, &of_conference, PARAMETERS(PARAMETER_ID("conference", conference)), &decisions, mem, out,
			    f);
}

bool child_decisions_of_person(struct store *s, int64_t person, struct arena *mem, struct child_decision_list *out,
			       struct fault *f)
{
	return store_select(s, &of_person, PARAMETERS(PARAMETER_ID("person", person)), &decisions, mem, out, f);
}
