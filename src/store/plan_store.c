/* Child protection plans: one row for each child and start. */
#include "store/plan_store.h"

#include "answer.h"
#include "domain/plan_list.h"
#include "statement_list.h"
#include "token_words.h"

TOKEN_WORDS(categories, category, CATEGORY_COUNT)

static const struct column plan_columns[] = {
	COLUMN(struct plan, id, ID),
	COLUMN(struct plan, person_id, ID),
	COLUMN(struct plan, family_id, ID),
	COLUMN(struct plan, conference_id, ID),
	COLUMN(struct plan, reference, TEXT),
	COLUMN(struct plan, started_on, DAY),
	COLUMN(struct plan, ended_on, DAY),
	COLUMN(struct plan, end_reason, TEXT),
	COLUMN_AS(struct plan, category_initial, categories),
	COLUMN_AS(struct plan, category_latest, categories),
	COLUMN(struct plan, previous_plans, INT),
	COLUMN(struct plan, is_other_authority, BOOL),
	COLUMN(struct plan, version, INTEGER),
};
static const struct column_list plans = COLUMN_LIST(struct plan, plan_columns);

#define PLAN_MEMBERS                                                                                                   \
	"SELECT id, person_id, family_id, conference_id, reference, started_on, ended_on, end_reason, "                \
	"category_initial, "                                                                                           \
	"category_latest, previous_plans, is_other_authority, version FROM plan "

static const struct statement add_plan = {
	"INSERT INTO plan (reference, person_id, family_id, conference_id, started_on, ended_on, end_reason, "
	"category_initial, category_latest, previous_plans, is_other_authority) "
	"VALUES (:reference, :person_id, :family_id, :conference_id, :started_on, :ended_on, :end_reason, "
	":category_initial, :category_latest, :previous_plans, :is_other_authority)",
	true};
static const struct statement save_plan = {
	"UPDATE plan SET conference_id = :conference_id, started_on = :started_on, ended_on = :ended_on, "
	"end_reason = :end_reason, category_initial = :category_initial, category_latest = :category_latest, "
	"previous_plans = :previous_plans, is_other_authority = :is_other_authority, version = version + 1 "
	"WHERE id = :id AND version = :version",
	true};
static const struct statement plan_of_id = {PLAN_MEMBERS "WHERE id = :id", true};
static const struct statement of_person = {
	PLAN_MEMBERS "WHERE person_id = :person ORDER BY ended_on IS NOT NULL, started_on DESC", true};
static const struct statement of_family = {
	PLAN_MEMBERS
	"WHERE family_id = :family ORDER BY ended_on IS NOT NULL, started_on DESC, (SELECT ifnull(born_on, "
	"'9999') FROM person AS p WHERE p.id = plan.person_id), person_id",
	true};

const struct statement *const plan_statements[] = {&add_plan, &save_plan, &plan_of_id, &of_person, &of_family, NULL};

bool plan_insert(struct store *s, struct plan *plan, struct arena *mem, struct fault *f)
{
	if (!store_next_reference(s, "P", 4, mem, &plan->reference, f) ||
	    !store_change(s, &add_plan, &plans, plan, NULL, NULL, f))
		return false;
	plan->id = store_last_id(s);
	plan->version = 1;
	return true;
}

bool plan_save(struct store *s, struct plan *plan, struct fault *f)
{
	int64_t changed = 0;

	if (!store_change(s, &save_plan, &plans, plan, NULL, &changed, f))
		return false;
	if (changed == 0)
		return fault_set(f, FAULT_CONFLICT,
				 "Another person changed plan %s since you read it: look at it again, then save.",
				 plan->reference);
	plan->version++;
	return true;
}

bool plan_by_id(struct store *s, int64_t id, struct arena *mem, struct plan *out, struct fault *f)
{
	struct fault why = {0};

	return store_select_one(s, &plan_of_id, PARAMETERS(PARAMETER_ID("id", id)), &plans, mem, out, &why) ||
	       answer_not_found(&why, f, "This plan is no longer in the case file.");
}

bool plans_of_person(struct store *s, int64_t person, struct arena *mem, struct plan_list *out, struct fault *f)
{
	return store_select(s, &of_person, PARAMETERS(PARAMETER_ID("person", person)), &plans, mem, out, f);
}

bool plan_of_ours_is_open(struct store *s, int64_t person, struct arena *mem, bool *out, struct fault *f)
{
	struct plan_list own;

	if (!plans_of_person(s, person, mem, &own, f))
		return false;
	*out = plan_of_ours(&own, person) != NULL;
	return true;
}

bool plans_of_family(struct store *s, int64_t family, struct arena *mem, struct plan_list *out, struct fault *f)
{
	return store_select(s, &of_family, PARAMETERS(PARAMETER_ID("family", family)), &plans, mem, out, f);
}
