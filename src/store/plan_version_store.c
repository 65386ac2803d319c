/* Versions of a family's child protection plan, and which children each is for. */
#include "store/plan_version_store.h"

#include "answer.h"
#include "child_columns.h"
#include "keep.h"
#include "plan_frozen.h"
#include "statement_list.h"

static const struct column plan_columns[] = {
	COLUMN(struct plan_version, id, ID),
	COLUMN(struct plan_version, family_id, ID),
	COLUMN(struct plan_version, conference_id, ID),
	COLUMN(struct plan_version, number, INT),
	COLUMN(struct plan_version, written_on, DAY),
	COLUMN(struct plan_version, issued_on, DAY),
#define X(member, bytes, label, hint) COLUMN(struct plan_version, member, TEXT),
	PLAN_TEXTS(X)
#undef X
		COLUMN(struct plan_version, by_user, TEXT),
	COLUMN(struct plan_version, why, TEXT),
	COLUMN(struct plan_version, version, INTEGER),
};
static const struct column_list plans = COLUMN_LIST(struct plan_version, plan_columns);

/* The texts as they stand in a statement: every column, every value, every column with its value. */
#define X_NAME(member, bytes, label, hint)  ", " #member
#define X_VALUE(member, bytes, label, hint) ", :" #member
#define X_BOTH(member, bytes, label, hint)  ", " #member " = :" #member

#define PLAN_ROWS                                                                                                      \
	"SELECT id, family_id, conference_id, number, written_on, issued_on" PLAN_TEXTS(                               \
		X_NAME) ", by_user, why, version FROM plan_version "
#define NEWEST_FIRST "ORDER BY number DESC, id DESC"

static const struct statement next_number = {"SELECT max(number) + 1 FROM plan_version WHERE family_id = :family",
					     true};
static const struct statement plan_add = {
	"INSERT INTO plan_version (family_id, conference_id, number, written_on" PLAN_TEXTS(
		X_NAME) ", by_user, why) VALUES (:family_id, :conference_id, :number, "
			":written_on" PLAN_TEXTS(X_VALUE) ", :by_user, :why)",
	true};
static const struct statement plan_update = {
	"UPDATE plan_version SET written_on = :written_on" PLAN_TEXTS(
		X_BOTH) ", by_user = :by_user, why = :why, version = version + 1 WHERE id = :id AND version = :version",
	true};
static const struct statement issue = {
	"UPDATE plan_version SET issued_on = :on, version = version + 1 WHERE id = :id AND version = :version", true};
static const struct statement of_id = {PLAN_ROWS "WHERE id = :id", true};
static const struct statement of_conference = {PLAN_ROWS "WHERE conference_id = :conference " NEWEST_FIRST " LIMIT 1",
					       true};
static const struct statement of_family = {PLAN_ROWS "WHERE family_id = :family " NEWEST_FIRST, true};

static const struct statement children_drop = {"DELETE FROM plan_version_child WHERE plan_version_id = :plan", true};
static const struct statement child_add = {
	"INSERT INTO plan_version_child (plan_version_id, person_id) VALUES (:plan, :person) ON CONFLICT DO NOTHING",
	true};
static const struct statement children_of = {
	"SELECT " CHILD_COLUMNS " FROM plan_version_child AS c CROSS JOIN person AS p ON p.id = c.person_id"
	" WHERE c.plan_version_id = :plan" OLDEST_FIRST,
	true};
static const struct statement children_carry = {
	"INSERT INTO plan_version_child (plan_version_id, person_id) SELECT :to, person_id FROM plan_version_child"
	" WHERE plan_version_id = :from ON CONFLICT DO NOTHING",
	true};
static const struct statement actions_carry = {
	"INSERT INTO plan_action (plan_version_id, person_id, position, what, who, who_invitee_id, who_contact_id,"
	" who_person_id, by_on, earlier_id, state, evidence, difference) SELECT :to, person_id, position, what, who,"
	" who_invitee_id, who_contact_id, who_person_id, by_on, id, state, evidence, difference FROM plan_action"
	" WHERE plan_version_id = :from AND state IN ('open', 'partly')",
	true};
static const struct statement network_carry = {
	"INSERT INTO plan_network (plan_version_id, person_id, position, name, relation, does) SELECT :to, person_id,"
	" position, name, relation, does FROM plan_network WHERE plan_version_id = :from",
	true};
static const struct statement drop_children = {
	"DELETE FROM plan_version_child WHERE plan_version_id = (SELECT id FROM plan_version WHERE id = :id AND version"
	" = :version)",
	true};
static const struct statement drop_actions = {
	"DELETE FROM plan_action WHERE plan_version_id = (SELECT id FROM plan_version WHERE id = :id AND version ="
	" :version)",
	true};
static const struct statement drop_network = {
	"DELETE FROM plan_network WHERE plan_version_id = (SELECT id FROM plan_version WHERE id = :id AND version ="
	" :version)",
	true};
static const struct statement drop_plan = {"DELETE FROM plan_version WHERE id = :id AND version = :version", true};

const struct statement *const plan_version_statements[] = {
	&next_number,   &plan_add,      &plan_update,  &issue,        &of_id,          &of_conference,
	&of_family,     &children_drop, &child_add,    &children_of,  &children_carry, &actions_carry,
	&network_carry, &drop_children, &drop_actions, &drop_network, &drop_plan,      NULL};

static bool number_next(struct store *s, struct plan_version *plan, struct fault *f)
{
	int64_t number;

	if (!store_select_number(s, &next_number, PARAMETERS(PARAMETER_ID("family", plan->family_id)), 1, &number, f))
		return false;
	plan->number = (int)number;
	return true;
}

bool plan_version_keep(struct store *s, struct plan_version *plan, struct fault *f)
{
	static const struct keeping how = {&plan_add, &plan_update, "this plan"};

	if (plan->version == 0 && !number_next(s, plan, f))
		return false;
	return keep_row_by_id(s, &how, &plans, plan, &plan->id, &plan->version, f) || plan_frozen(s, f);
}

bool plan_version_issue(struct store *s, struct plan_version *plan, day_number on, struct fault *f)
{
	int64_t changed;

	if (!store_change(s, &issue, &plans, plan, PARAMETERS(PARAMETER_DAY("on", on)), &changed, f))
		return plan_frozen(s, f);
	if (!answer_saved(changed, &plan->version, "this plan", f))
		return false;
	plan->issued_on = on;
	return true;
}

bool plan_version_by_id(struct store *s, int64_t id, struct arena *mem, struct plan_version *out, struct fault *f)
{
	struct fault why = {0};

	return store_select_one(s, &of_id, PARAMETERS(PARAMETER_ID("id", id)), &plans, mem, out, &why) ||
	       answer_not_found(&why, f, "This version of the plan is no longer in the case file.");
}

bool plan_version_of_conference(struct store *s, int64_t conference, struct arena *mem, struct plan_version *out,
				struct fault *f)
{
	struct plan_version_list found;

	*out = plan_version_blank();
	if (!store_select(s, &of_conference, PARAMETERS(PARAMETER_ID("conference", conference)), &plans, mem, &found,
			  f))
		return false;
	if (found.count > 0)
		*out = found.items[0];
	return true;
}

bool plan_versions_of_family(struct store *s, int64_t family, struct arena *mem, struct plan_version_list *out,
			     struct fault *f)
{
	return store_select(s, &of_family, PARAMETERS(PARAMETER_ID("family", family)), &plans, mem, out, f);
}

bool plan_version_children_set(struct store *s, int64_t plan, const int64_t *people, size_t count, struct fault *f)
{
	if (!store_change(s, &children_drop, NULL, NULL, PARAMETERS(PARAMETER_ID("plan", plan)), NULL, f))
		return plan_frozen(s, f);
	for (size_t i = 0; i < count; i++)
		if (!store_change(s, &child_add, NULL, NULL,
				  PARAMETERS(PARAMETER_ID("plan", plan), PARAMETER_ID("person", people[i])), NULL, f))
			return plan_frozen(s, f);
	return true;
}

bool plan_version_children(struct store *s, int64_t plan, struct arena *mem, struct person_list *out, struct fault *f)
{
	return store_select(s, &children_of, PARAMETERS(PARAMETER_ID("plan", plan)), &child_column_list, mem, out, f);
}

bool plan_version_carry_over(struct store *s, int64_t from, int64_t to, struct fault *f)
{
	const struct parameter *both = PARAMETERS(PARAMETER_ID("from", from), PARAMETER_ID("to", to));

	return (store_change(s, &children_carry, NULL, NULL, both, NULL, f) &&
		store_change(s, &actions_carry, NULL, NULL, both, NULL, f) &&
		store_change(s, &network_carry, NULL, NULL, both, NULL, f)) ||
	       plan_frozen(s, f);
}

bool plan_version_drop(struct store *s, int64_t id, int64_t version, struct fault *f)
{
	const struct parameter *which = PARAMETERS(PARAMETER_ID("id", id), PARAMETER_INTEGER("version", version));

	return (store_change(s, &drop_children, NULL, NULL, which, NULL, f) &&
		store_change(s, &drop_actions, NULL, NULL, which, NULL, f) &&
		store_change(s, &drop_network, NULL, NULL, which, NULL, f) &&
		keep_drop(s, &drop_plan, "this plan", id, version, f)) ||
	       plan_frozen(s, f);
}
