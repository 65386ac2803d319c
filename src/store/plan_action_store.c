/* The actions of a plan, and what became of them. */
#include "answer.h"
#include "live_tokens.h"
#include "plan_frozen.h"
#include "statement_list.h"
#include "store/plan_version_store.h"

static const struct column action_columns[] = {
	COLUMN(struct plan_action, id, ID),
	COLUMN(struct plan_action, plan_version_id, ID),
	COLUMN(struct plan_action, person_id, ID),
	COLUMN(struct plan_action, position, INT),
	COLUMN(struct plan_action, what, TEXT),
	COLUMN(struct plan_action, who, TEXT),
	COLUMN(struct plan_action, who_invitee_id, ID),
	COLUMN(struct plan_action, who_contact_id, ID),
	COLUMN(struct plan_action, who_person_id, ID),
	COLUMN(struct plan_action, by_on, DAY),
	COLUMN(struct plan_action, earlier_id, ID),
	COLUMN_AS(struct plan_action, state, plan_action_state_tokens),
	COLUMN(struct plan_action, evidence, TEXT),
	COLUMN(struct plan_action, difference, TEXT),
	COLUMN(struct plan_action, version, INTEGER),
};
static const struct column_list actions = COLUMN_LIST(struct plan_action, action_columns);

static const struct statement action_add = {
	"INSERT INTO plan_action (plan_version_id, person_id, position, what, who, who_invitee_id, who_contact_id,"
	" who_person_id, by_on, earlier_id, state, evidence, difference) VALUES (:plan_version_id, :person_id,"
	" :position, :what, :who, :who_invitee_id, :who_contact_id, :who_person_id, :by_on, :earlier_id, :state,"
	" :evidence, :difference)",
	true};
static const struct statement action_save = {
	"UPDATE plan_action SET person_id = :person_id, position = :position, what = :what, who = :who,"
	" who_invitee_id = :who_invitee_id, who_contact_id = :who_contact_id, who_person_id = :who_person_id,"
	" by_on = :by_on, state = :state, evidence = :evidence, difference = :difference, version = version + 1"
	" WHERE id = :id AND version = :version",
	true};
/* Names nothing that was given out, so that the trigger lets it through. */
static const struct statement action_mark = {
	"UPDATE plan_action SET state = :state, evidence = :evidence, difference = :difference, version = version + 1"
	" WHERE id = :id AND version = :version",
	true};
/* What became of it goes with it into a version that is still being written. */
static const struct statement mark_copies = {
	"UPDATE plan_action SET state = :state, evidence = :evidence, difference = :difference, version = version + 1"
	" WHERE earlier_id = :id AND EXISTS (SELECT 1 FROM plan_version AS v WHERE v.id = plan_action.plan_version_id"
	" AND v.issued_on IS NULL AND v.conference_id IS NULL)",
	true};
static const struct statement action_delete = {"DELETE FROM plan_action WHERE id = :id AND version = :version", true};
static const struct statement actions_read = {
	"SELECT id, plan_version_id, person_id, position, what, who, who_invitee_id, who_contact_id, who_person_id,"
	" by_on, earlier_id, state, evidence, difference, version FROM plan_action WHERE plan_version_id = :plan"
	" ORDER BY position, id",
	true};

const struct statement *const plan_action_statements[] = {&action_add,    &action_save,  &action_mark, &mark_copies,
							  &action_delete, &actions_read, NULL};

bool plan_action_keep(struct store *s, struct plan_action *action, struct fault *f)
{
	static const struct keeping how = {&action_add, &action_save, "this action"};

	return keep_row_by_id(s, &how, &actions, action, &action->id, &action->version, f) || plan_frozen(s, f);
}

bool plan_action_mark(struct store *s, struct plan_action *action, struct fault *f)
{
	int64_t changed;

	return store_change(s, &action_mark, &actions, action, NULL, &changed, f) &&
	       answer_saved(changed, &action->version, "this action", f) &&
	       store_change(s, &mark_copies, &actions, action, NULL, NULL, f);
}

bool plan_action_drop(struct store *s, int64_t id, int64_t version, struct fault *f)
{
	return keep_drop(s, &action_delete, "this action", id, version, f) || plan_frozen(s, f);
}

bool plan_actions_of(struct store *s, int64_t plan, struct arena *mem, struct plan_action_list *out, struct fault *f)
{
	return store_select(s, &actions_read, PARAMETERS(PARAMETER_ID("plan", plan)), &actions, mem, out, f);
}
