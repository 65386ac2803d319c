/* Who goes on after a conference, and the outline plan they go on with. */
#include "live_after.h"

#include "live_reach.h"
#include "store/plan_store.h"
#include "store/plan_version_store.h"
#include "store/view_store.h"

static bool too_much(struct fault *f)
{
	return fault_set(f, FAULT_MEMORY, "There is not enough memory for this conference: nothing was saved.");
}

static enum outcome outcome_of(const struct child_decision_list *all, int64_t child)
{
	for (size_t i = 0; i < all->count; i++)
		if (all->items[i].person_id == child)
			return all->items[i].outcome;
	return OUTCOME_NONE;
}

bool live_after_read(struct casework *cw, const struct conference *conference, struct arena *mem,
		     struct live_after *out, struct fault *f)
{
	struct live_children children;
	struct child_decision_list decisions;

	*out = (struct live_after){0};
	if (!live_children_read(cw, conference, mem, &children, f) ||
	    !child_decisions_of(cw->store, conference->id, mem, &decisions, f))
		return false;
	for (size_t i = 0; i < children.all.count; i++) {
		enum outcome outcome = outcome_of(&decisions, children.all.items[i].id);
		struct person *one;

		if (outcome == OUTCOME_NONE || outcome == OUTCOME_ADJOURNED)
			continue;
		one = outcome_makes_plan(outcome) ? ARENA_PUSH(mem, &out->on_plan) : ARENA_PUSH(mem, &out->freed);
		if (!one)
			return too_much(f);
		*one = children.all.items[i];
	}
	return true;
}

bool live_plan_starts_here(struct casework *cw, const struct conference *conference, int64_t person, struct arena *mem,
			   bool *out, struct fault *f)
{
	struct plan_list plans;

	if (!plans_of_person(cw->store, person, mem, &plans, f))
		return false;
	*out = true;
	for (size_t i = 0; i < plans.count; i++)
		if (plans.items[i].ended_on == DAY_NONE && plans.items[i].conference_id != conference->id)
			*out = false;
	return true;
}

/* --- Its plan --- */

bool live_plan_children_follow(struct casework *cw, const struct conference *conference, int64_t plan,
			       struct arena *mem, struct fault *f)
{
	struct live_after after;
	int64_t *ids;

	if (!live_after_read(cw, conference, mem, &after, f))
		return false;
	ids = arena_alloc(mem, (after.on_plan.count + 1) * sizeof *ids);
	if (!ids)
		return too_much(f);
	for (size_t i = 0; i < after.on_plan.count; i++)
		ids[i] = after.on_plan.items[i].id;
	return plan_version_children_set(cw->store, plan, ids, after.on_plan.count, f);
}

bool live_plan_begun(struct casework *cw, const struct conference *conference, struct arena *mem,
		     struct plan_version *out, struct fault *f)
{
	if (!plan_version_of_conference(cw->store, conference->id, mem, out, f))
		return false;
	if (out->id)
		return true;
	*out = plan_version_blank();
	out->family_id = conference->family_id;
	out->conference_id = conference->id;
	out->written_on = conference->held_on;
	out->lead_social_worker = conference->social_worker;
	out->by_user = casework_user_name(cw);
	return plan_version_keep(cw->store, out, f) && live_plan_children_follow(cw, conference, out->id, mem, f);
}

bool live_plan_may_change(const struct conference *conference, const struct plan_version *plan, struct fault *f)
{
	char day[DATE_TEXT_ROOM];

	return plan->issued_on == DAY_NONE ||
	       fault_set(f, FAULT_REFUSED,
			 "The plan of %s was given out on %s and stays as it was: what changes is a new version of it.",
			 conference->reference, date_medium(plan->issued_on, day));
}

bool live_plan_before(struct casework *cw, const struct conference *conference, const struct plan_version *own,
		      struct arena *mem, struct plan_version *out, struct fault *f)
{
	struct plan_version_list all;

	*out = plan_version_blank();
	if (!plan_versions_of_family(cw->store, conference->family_id, mem, &all, f))
		return false;
	for (size_t i = all.count; i-- > 0;) { /* newest first: the last that fits is the newest */
		const struct plan_version *one = &all.items[i];
		bool counts = one->issued_on != DAY_NONE ||
			      (one->conference_id && one->conference_id == conference->earlier_id);

		if (counts && one->conference_id != conference->id && (!own->id || one->number < own->number))
			*out = *one;
	}
	return true;
}
