/* Reaching a family's plan, and beginning its next version. */
#include "plan_reach.h"

#include "domain/plan_list.h"
#include "store/conference_store.h"
#include "store/family_store.h"
#include "store/plan_store.h"
#include "store/plan_version_store.h"

/* One that was begun before a version that was given out since does not count any more. */
static void sort_versions(struct plan_reached *out)
{
	out->newest = out->draft = plan_version_blank();
	for (size_t i = 0; i < out->versions.count; i++) { /* newest first */
		const struct plan_version *one = &out->versions.items[i];

		if (one->issued_on != DAY_NONE) {
			out->newest = *one;
			return;
		}
		if (!one->conference_id && !out->draft.id)
			out->draft = *one;
	}
}

static bool find_live(struct casework *cw, int64_t family, struct arena *mem, struct plan_reached *out, struct fault *f)
{
	struct conference_list all;

	out->live_reference = "";
	if (!conferences_of_family(cw->store, family, mem, &all, f))
		return false;
	for (size_t i = 0; i < all.count; i++)
		if (all.items[i].state == STATE_IN_PROGRESS)
			out->live_reference = all.items[i].reference;
	return true;
}

bool plan_reach(struct casework *cw, int64_t family, struct arena *mem, struct plan_reached *out, struct fault *f)
{
	bool may = false;

	*out = (struct plan_reached){0};
	if (!work_may_see_family(cw, family, &may, f))
		return false;
	if (!may)
		return fault_set(f, FAULT_NOT_FOUND, "There is no such family, or it is not for you to see.");
	if (!family_by_id(cw->store, family, mem, &out->family, f) ||
	    !plans_of_family(cw->store, family, mem, &out->plans, f) ||
	    !plan_versions_of_family(cw->store, family, mem, &out->versions, f) || !find_live(cw, family, mem, out, f))
		return false;
	for (size_t i = 0; i < out->plans.count; i++)
		out->is_open |= plan_is_ours(&out->plans.items[i]);
	sort_versions(out);
	return true;
}

/* --- Beginning the next --- */

static bool may_begin(const struct plan_reached *reached, struct fault *f)
{
	if (!reached->is_open)
		return fault_set(f, FAULT_REFUSED,
				 "No child of this family is on a plan of ours now: there is no plan to change.");
	if (*reached->live_reference)
		return fault_set(f, FAULT_CONFLICT,
				 "%s is being held and writes the plan now: change it there, or afterwards.",
				 reached->live_reference);
	return true;
}

/* For the children who are on a plan of ours today, whoever it was for before. */
static bool children_follow(struct casework *cw, const struct plan_reached *reached, int64_t plan, struct arena *mem,
			    struct fault *f)
{
	int64_t *ids = arena_alloc(mem, (reached->plans.count + 1) * sizeof *ids);
	size_t count = 0;

	if (!ids)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory for this plan: nothing was saved.");
	for (size_t i = 0; i < reached->plans.count; i++)
		if (plan_is_ours(&reached->plans.items[i]))
			ids[count++] = reached->plans.items[i].person_id;
	return plan_version_children_set(cw->store, plan, ids, count, f);
}

bool plan_draft(struct casework *cw, struct plan_reached *reached, struct arena *mem, struct fault *f)
{
	struct plan_version plan = reached->newest;

	if (!may_begin(reached, f))
		return false;
	if (reached->draft.id)
		return true;
	plan.id = plan.version = plan.conference_id = 0;
	plan.family_id = reached->family.id;
	plan.written_on = casework_today(cw);
	plan.issued_on = DAY_NONE;
	plan.by_user = casework_user_name(cw);
	plan.why = "";
	if (!plan_version_keep(cw->store, &plan, f) ||
	    (reached->newest.id && !plan_version_carry_over(cw->store, reached->newest.id, plan.id, f)) ||
	    !children_follow(cw, reached, plan.id, mem, f))
		return false;
	reached->draft = plan;
	return true;
}

bool plan_draft_follows(struct casework *cw, int64_t family, struct arena *mem, struct fault *f)
{
	struct plan_reached reached;

	if (!plan_reach(cw, family, mem, &reached, f))
		return false;
	if (!reached.is_open || *reached.live_reference || !reached.versions.count ||
	    reached.versions.items[0].issued_on != DAY_NONE)
		return true;
	return children_follow(cw, &reached, reached.versions.items[0].id, mem, f);
}
