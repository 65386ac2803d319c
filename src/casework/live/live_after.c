/* Who goes on after a conference, and the outline plan they go on with. */
#include "live_after.h"

#include "domain/plan_list.h"
#include "live_words.h"
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

static bool sort_decided(struct live_after *out, const struct child_decision_list *decisions, struct arena *mem,
			 struct fault *f)
{
	for (size_t i = 0; i < out->children.all.count; i++) {
		const struct person *child = &out->children.all.items[i];
		enum outcome outcome = outcome_of(decisions, child->id);
		struct person *one;

		if (outcome == OUTCOME_NONE || outcome == OUTCOME_ADJOURNED)
			continue;
		one = outcome_makes_plan(outcome) ? ARENA_PUSH(mem, &out->on_plan) : ARENA_PUSH(mem, &out->freed);
		if (!one)
			return too_much(f);
		*one = *child;
	}
	return true;
}

/* --- Who stays --- */

static bool is_in(const struct person_list *list, size_t count, int64_t person)
{
	for (size_t i = 0; i < count; i++)
		if (list->items[i].id == person)
			return true;
	return false;
}

static bool find_staying(struct casework *cw, struct live_after *out, struct arena *mem, struct fault *f)
{
	const struct live_children *children = &out->children;

	for (size_t i = 0; i < children->family.count; i++) {
		const struct member *member = &children->family.items[i];
		struct person *kept;
		bool stays;

		if (member->relationship != RELATIONSHIP_CHILD ||
		    is_in(&children->all, children->of_conference, member->person.id) ||
		    is_in(&out->on_plan, out->on_plan.count, member->person.id) ||
		    is_in(&out->freed, out->freed.count, member->person.id))
			continue;
		if (!plan_of_ours_is_open(cw->store, member->person.id, mem, &stays, f))
			return false;
		if (!stays)
			continue;
		kept = ARENA_PUSH(mem, &out->staying);
		if (!kept)
			return too_much(f);
		*kept = member->person;
	}
	return true;
}

bool live_after_read(struct casework *cw, const struct conference *conference, struct arena *mem,
		     struct live_after *out, struct fault *f)
{
	struct child_decision_list decisions;

	*out = (struct live_after){0};
	return live_children_read(cw, conference, mem, &out->children, f) &&
	       child_decisions_of(cw->store, conference->id, mem, &decisions, f) &&
	       sort_decided(out, &decisions, mem, f) && find_staying(cw, out, mem, f);
}

bool live_plan_starts_here(struct casework *cw, const struct conference *conference, int64_t person, struct arena *mem,
			   bool *out, struct fault *f)
{
	struct plan_list plans;

	if (!plans_of_person(cw->store, person, mem, &plans, f))
		return false;
	*out = true;
	for (size_t i = 0; i < plans.count; i++)
		if (plan_is_ours(&plans.items[i]) && plans.items[i].conference_id != conference->id)
			*out = false;
	return true;
}

/* --- Its plan --- */

bool live_plan_children_follow(struct casework *cw, const struct live_after *after, int64_t plan, struct arena *mem,
			       struct fault *f)
{
	int64_t *ids = arena_alloc(mem, (after->on_plan.count + after->staying.count + 1) * sizeof *ids);
	size_t count = 0;

	if (!ids)
		return too_much(f);
	for (size_t i = 0; i < after->on_plan.count; i++)
		ids[count++] = after->on_plan.items[i].id;
	for (size_t i = 0; i < after->staying.count; i++)
		ids[count++] = after->staying.items[i].id;
	return plan_version_children_set(cw->store, plan, ids, count, f);
}

bool live_plan_may_begin(struct casework *cw, const struct conference *conference, const struct live_after *after,
			 struct arena *mem, struct fault *f)
{
	const struct plan_version none = plan_version_blank();
	struct plan_version earlier;

	if (!after->staying.count)
		return true;
	if (!live_plan_before(cw, conference, &none, mem, &earlier, f))
		return false;
	return !earlier.id ||
	       fault_set(f, FAULT_REFUSED,
			 "The plan of %s goes on: begin with it by c, so that nothing it asks for is lost.",
			 live_children_words(&after->staying, mem));
}

bool live_plan_begun(struct casework *cw, const struct conference *conference, struct arena *mem,
		     struct plan_version *out, struct fault *f)
{
	struct live_after after;

	if (!plan_version_of_conference(cw->store, conference->id, mem, out, f))
		return false;
	if (out->id)
		return true;
	if (!live_after_read(cw, conference, mem, &after, f) || !live_plan_may_begin(cw, conference, &after, mem, f))
		return false;
	*out = plan_version_blank();
	out->family_id = conference->family_id;
	out->conference_id = conference->id;
	out->written_on = conference->held_on;
	out->lead_social_worker = conference->social_worker;
	out->by_user = casework_user_name(cw);
	return plan_version_keep(cw->store, out, f) && live_plan_children_follow(cw, &after, out->id, mem, f);
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
