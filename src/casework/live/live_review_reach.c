/* Which review follows a conference that is being held, and for which children. */
#include "live_review.h"

#include "deadline_keeping.h"
#include "live_reach.h"
#include "store/conference_store.h"
#include "store/deadline_store.h"
#include "store/live_store.h"

/* A plan may only be in the making. One that goes on with an earlier review is not the next one after this conference.
 */
static bool next_of(struct casework *cw, int64_t child, struct arena *mem, struct conference *out, struct fault *f)
{
	struct conference_list list;

	if (!conferences_of_person(cw->store, child, mem, &list, f))
		return false;
	for (size_t i = 0; i < list.count; i++)
		if (list.items[i].type == CONFERENCE_REVIEW && conference_state_is_to_be_held(list.items[i].state))
			*out = list.items[i];
	return true;
}

static bool waiting_of_any(struct casework *cw, const struct person_list *children, struct arena *mem,
			   struct conference *out, struct fault *f)
{
	for (size_t i = 0; i < children->count && !out->id; i++)
		if (!next_of(cw, children->items[i].id, mem, out, f))
			return false;
	return true;
}

bool live_review_find(struct casework *cw, const struct conference *conference, const struct live_after *after,
		      struct arena *mem, struct conference *out, struct fault *f)
{
	struct live_state state;

	*out = (struct conference){0};
	if (!live_state_of(cw->store, conference->id, mem, &state, f) ||
	    (state.review_id && !conference_by_id(cw->store, state.review_id, mem, out, f)))
		return false;
	if (out->id && conference_state_is_to_be_held(out->state))
		return true;
	*out = (struct conference){0};
	return waiting_of_any(cw, &after->on_plan, mem, out, f) && waiting_of_any(cw, &after->freed, mem, out, f);
}

/* Who was of it for this conference's sake and needs it no more. */
bool live_review_release(struct casework *cw, int64_t review, const struct person_list *freed, struct fault *f)
{
	for (size_t i = 0; i < freed->count; i++)
		if (!conference_child_drop(cw->store, review, freed->items[i].id, f) ||
		    !deadlines_child_drop(cw->store, SUBJECT_CONFERENCE, review, freed->items[i].id, f))
			return false;
	return true;
}

static bool children_follow(struct casework *cw, int64_t review, const struct live_after *after, struct fault *f)
{
	for (size_t i = 0; i < after->on_plan.count; i++)
		if (!conference_child_insert(cw->store, review, after->on_plan.items[i].id, f))
			return false;
	return live_review_release(cw, review, &after->freed, f);
}

/* It follows this conference now, whichever it was asked for after. */
bool live_review_take_up(struct casework *cw, const struct conference *conference, struct conference *review,
			 const struct live_after *after, struct fault *f)
{
	if (review->earlier_id != conference->id) {
		review->earlier_id = conference->id;
		if (!conference_save(cw->store, review, f))
			return false;
	}
	return children_follow(cw, review->id, after, f);
}

static bool take_new(struct casework *cw, const struct conference *conference, const struct person_list *on_plan,
		     struct arena *mem, int64_t *review, struct fault *f)
{
	struct request_child *children = arena_alloc(mem, (on_plan->count + 1) * sizeof *children);

	if (!children)
		return fault_set(f, FAULT_MEMORY,
				 "There is not enough memory to ask for this review: nothing was saved.");
	for (size_t i = 0; i < on_plan->count; i++)
		children[i].person_id = on_plan->items[i].id;
	return review_take(cw, conference->family_id, conference, conference->id, children, on_plan->count, mem, review,
			   f);
}

bool live_review_reach(struct casework *cw, int64_t conference, struct arena *mem, struct review_reached *out,
		       struct fault *f)
{
	struct conference held, review;
	struct live_after after;

	if (!live_reach(cw, ACTION_WRITE_RECORD, conference, mem, &held, f) ||
	    !live_after_read(cw, &held, mem, &after, f))
		return false;
	if (!after.on_plan.count)
		return fault_set(f, FAULT_REFUSED,
				 "No child is on a plan after %s so far: decide first, then book the review.",
				 held.reference);
	if (!live_review_find(cw, &held, &after, mem, &review, f))
		return false;
	*out = (struct review_reached){.family = held.family_id,
				       .conference = review.id,
				       .version = review.version,
				       .of = held.reference,
				       .is_new = review.id == 0};
	return out->is_new ? take_new(cw, &held, &after.on_plan, mem, &out->conference, f)
			   : live_review_take_up(cw, &held, &review, &after, f);
}
