/* What a conference that closes does to the plans of its children: each starts, goes on or ends, and the outline plan
 * is given out. */
#include "live_closing.h"

#include "deadline_keeping.h"
#include "live_after.h"
#include "plan_stop.h"
#include "store/plan_store.h"
#include "store/plan_version_store.h"
#include "transfer_keeping.h"

#include <string.h>

/* Of this authority, for ever: what a return said of plans before this file counts, a plan made in error does not. */
static int plans_before(const struct plan_list *plans)
{
	int count = 0, said = 0;

	for (size_t i = 0; i < plans->count; i++) {
		const struct plan *one = &plans->items[i];

		if (one->is_other_authority || strcmp(one->end_reason, plan_end_reason_token(PLAN_END_ERROR)) == 0)
			continue;
		count++;
		if (one->previous_plans + 1 > said)
			said = one->previous_plans + 1;
	}
	return said > count ? said : count;
}

/* The plan of another authority, kept while the child was there, ends with ours. */
static bool start_plan(struct casework *cw, const struct conference *c, struct closing_child *child, struct arena *mem,
		       struct fault *f)
{
	struct plan_list before;

	if (!plans_of_person(cw->store, child->person->id, mem, &before, f) ||
	    (child->plan.id && !plan_stop(cw, &child->plan, c->held_on, PLAN_END_MOVED, f)))
		return false;
	child->plan = (struct plan){.person_id = child->person->id,
				    .family_id = c->family_id,
				    .conference_id = c->id,
				    .reference = "",
				    .started_on = c->held_on,
				    .ended_on = DAY_NONE,
				    .end_reason = "",
				    .category_initial = child->decision.category,
				    .category_latest = child->decision.category,
				    .previous_plans = plans_before(&before)};
	return plan_insert(cw->store, &child->plan, mem, f) && deadlines_of_plan(cw, child->plan.id, true, f);
}

/* The first category stays what it was. */
static bool continue_plan(struct casework *cw, struct closing_child *child, struct fault *f)
{
	if (child->plan.category_latest != child->decision.category) {
		child->plan.category_latest = child->decision.category;
		if (!plan_save(cw->store, &child->plan, f))
			return false;
	}
	return deadlines_of_plan(cw, child->plan.id, false, f);
}

/* That it was reviewed is done; what was to come of it is withdrawn. */
static bool end_reviewed(struct casework *cw, struct closing_child *child, day_number on, struct fault *f)
{
	return deadline_met(cw, RULE_REVIEW_FIRST, SUBJECT_PLAN, child->plan.id, on, f) &&
	       deadline_met(cw, RULE_REVIEW_AFTER_BIRTH, SUBJECT_PLAN, child->plan.id, on, f) &&
	       deadline_met(cw, RULE_REVIEW_NEXT, SUBJECT_PLAN, child->plan.id, on, f) &&
	       plan_stop(cw, &child->plan, on, child->decision.end_reason, f);
}

static bool follow_decision(struct casework *cw, const struct conference *c, struct closing_child *child,
			    struct arena *mem, struct fault *f)
{
	switch (child->decision.outcome) {
	case OUTCOME_PLAN_MADE: return start_plan(cw, c, child, mem, f);
	case OUTCOME_PLAN_CONTINUES: return continue_plan(cw, child, f);
	case OUTCOME_PLAN_ENDS: return end_reviewed(cw, child, c->held_on, f);
	default: return true;
	}
}

/* Given out on the day, for the children it is for. */
static bool issue_outline(struct casework *cw, struct closing *closing, struct arena *mem, struct fault *f)
{
	struct live_after after;

	if (!closing->plan.id || closing->plan.issued_on != DAY_NONE || !closing_count(closing, closing_makes_plan))
		return true;
	return live_after_read(cw, &closing->conference, mem, &after, f) &&
	       live_plan_children_follow(cw, &after, closing->plan.id, mem, f) &&
	       plan_version_issue(cw->store, &closing->plan, closing->conference.held_on, f);
}

bool closing_plans(struct casework *cw, struct closing *closing, struct arena *mem, struct fault *f)
{
	for (size_t i = 0; i < closing->children.count; i++)
		if (!follow_decision(cw, &closing->conference, &closing->children.items[i], mem, f))
			return false;
	return issue_outline(cw, closing, mem, f) && transfer_is_met(cw, &closing->conference, mem, f) &&
	       core_groups_stop(cw, closing->conference.family_id, closing->conference.held_on, mem, f);
}
