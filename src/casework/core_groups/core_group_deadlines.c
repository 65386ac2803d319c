/* The limits of a core group: what a meeting that was held meets, and what it opens. */
#include "core_group_reach.h"
#include "deadline_keeping.h"
#include "domain/plan_list.h"
#include "store/deadline_store.h"
#include "store/plan_store.h"

/* Meetings are by day. */
static day_number last_held_since(const struct core_group_meeting_list *meetings, day_number from)
{
	for (size_t i = meetings->count; i-- > 0;)
		if (meetings->items[i].state == CORE_GROUP_MEETING_HELD)
			return meetings->items[i].day >= from ? meetings->items[i].day : DAY_NONE;
	return DAY_NONE;
}

static bool follow_plan(struct casework *cw, const struct plan *plan, const struct core_group_meeting_list *meetings,
			struct arena *mem, struct fault *f)
{
	const struct deadline_subject subject = {.kind = SUBJECT_PLAN,
						 .id = plan->id,
						 .family_id = plan->family_id,
						 .children = &plan->person_id,
						 .child_count = 1};
	day_number held = last_held_since(meetings, plan->started_on);
	struct deadline_row next;

	if (held == DAY_NONE)
		return true;
	if (!deadline_open_one(cw->store, RULE_CORE_GROUP_NEXT, SUBJECT_PLAN, plan->id, mem, &next, f))
		return false;
	if (next.id && next.trigger_on == held) /* as it was: an older meeting came into the file late */
		return true;
	if (next.id && next.trigger_on > held) /* counted from the day the plan came to be known: it met before */
		return deadline_set(cw, RULE_CORE_GROUP_NEXT, &subject, held, f);
	return deadline_met(cw, RULE_CORE_GROUP_FIRST, SUBJECT_PLAN, plan->id, held, f) &&
	       deadline_met(cw, RULE_CORE_GROUP_NEXT, SUBJECT_PLAN, plan->id, held, f) &&
	       deadline_set(cw, RULE_CORE_GROUP_NEXT, &subject, held, f);
}

bool core_group_deadlines(struct casework *cw, int64_t family, struct arena *mem, struct fault *f)
{
	struct core_group_meeting_list meetings;
	struct plan_list plans;

	if (!core_group_meetings_of_family(cw->store, family, mem, &meetings, f) ||
	    !plans_of_family(cw->store, family, mem, &plans, f))
		return false;
	for (size_t i = 0; i < plans.count; i++)
		if (plan_is_ours(&plans.items[i]) && !follow_plan(cw, &plans.items[i], &meetings, mem, f))
			return false;
	return true;
}
