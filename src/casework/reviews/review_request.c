/* Asking for the review of a child's plan: one conference for all siblings whose reviews fall due together. */
#include "review_request.h"

#include "casework/booking.h"
#include "live_review.h"
#include "review_deadlines.h"
#include "store/conference_store.h"
#include "store/plan_store.h"
#include "store/review_store.h"

#define SAME_WINDOW_DAYS 42 /* siblings reviewed within six weeks of each other sit together, once */

/* The child asked about first, then the siblings on plans who are due with it and wait for no other review. */
static bool gather(struct casework *cw, const struct plan *plan, struct arena *mem, struct request_child *children,
		   size_t *count, const struct plan_list *siblings, struct fault *f)
{
	day_number due, other;
	struct conference elsewhere;

	children[0].person_id = plan->person_id;
	*count = 1;
	if (!review_due_of(cw, plan->id, mem, &due, f))
		return false;
	for (size_t i = 0; i < siblings->count; i++) {
		const struct plan *one = &siblings->items[i];

		if (one->id == plan->id || one->ended_on != DAY_NONE)
			continue;
		if (!review_due_of(cw, one->id, mem, &other, f) ||
		    !review_waiting_of(cw->store, one->person_id, mem, &elsewhere, f))
			return false;
		if (elsewhere.id || due == DAY_NONE || other == DAY_NONE || other - due > SAME_WINDOW_DAYS ||
		    due - other > SAME_WINDOW_DAYS)
			continue;
		children[(*count)++].person_id = one->person_id;
	}
	return true;
}

static bool take_of_plan(struct casework *cw, const struct plan *plan, struct arena *mem, int64_t *conference,
			 struct fault *f)
{
	struct conference last;
	struct plan_list siblings;
	struct request_child *children;
	size_t count;

	if (!plans_of_family(cw->store, plan->family_id, mem, &siblings, f) ||
	    !conference_last_held(cw->store, plan->family_id, casework_today(cw), mem, &last, f))
		return false;
	children = arena_alloc(mem, (siblings.count + 1) * sizeof *children);
	if (!children)
		return fault_set(f, FAULT_MEMORY,
				 "There is not enough memory to ask for this review: nothing was saved.");
	return gather(cw, plan, mem, children, &count, &siblings, f) &&
	       review_take(cw, plan->family_id, &last, 0, children, count, mem, conference, f);
}

bool review_plan_reach(struct casework *cw, int64_t id, struct arena *mem, struct plan *out, struct fault *f)
{
	bool may = false;

	if (!plan_by_id(cw->store, id, mem, out, f) || !work_may_see_family(cw, out->family_id, &may, f))
		return false;
	if (!may)
		return fault_set(f, FAULT_NOT_FOUND,
				 "This plan is not in the case file any more. Find the child again.");
	return out->ended_on == DAY_NONE ||
	       fault_set(f, FAULT_REFUSED, "%s has ended, so there is nothing to review.", out->reference);
}

static bool reach_of_plan(struct casework *cw, int64_t id, struct arena *mem, struct review_reached *out,
			  struct fault *f)
{
	struct conference waiting;
	struct plan plan;

	if (!review_plan_reach(cw, id, mem, &plan, f))
		return false;
	if (!review_waiting_of(cw->store, plan.person_id, mem, &waiting, f))
		return false;
	*out = (struct review_reached){.family = plan.family_id,
				       .conference = waiting.id,
				       .version = waiting.version,
				       .of = plan.reference,
				       .is_new = waiting.id == 0};
	return !out->is_new || take_of_plan(cw, &plan, mem, &out->conference, f);
}

bool review_reach(struct casework *cw, const struct review_of *of, struct arena *mem, struct review_reached *out,
		  struct fault *f)
{
	*out = (struct review_reached){0};
	return of->kind == SUBJECT_CONFERENCE ? live_review_reach(cw, of->id, mem, out, f)
					      : reach_of_plan(cw, of->id, mem, out, f);
}

bool casework_review_request(struct casework *cw, int64_t plan, struct arena *mem, int64_t *conference, struct fault *f)
{
	const struct review_of of = {SUBJECT_PLAN, plan};
	struct review_reached reached;

	*conference = 0;
	if (!work_begin(cw, ACTION_TAKE_REQUESTS, f))
		return false;
	if (!review_reach(cw, &of, mem, &reached, f))
		return work_undo(cw);
	*conference = reached.conference;
	return work_end(cw, f, "review.request", SUBJECT_PLAN, plan, reached.family, "%s", reached.of);
}
