/* The next review of the children who are on a plan after a conference, held as a booking from the day that decides on
 * it. */
#include "live_review.h"

#include "casework/live_plan.h"
#include "deadline_keeping.h"
#include "live_reach.h"
#include "review_booking.h"
#include "store/conference_store.h"
#include "store/deadline_store.h"
#include "store/live_store.h"

/* --- Looked at --- */

static struct review_of of(int64_t conference)
{
	return (struct review_of){SUBJECT_CONFERENCE, conference};
}

bool casework_live_review_facts(struct casework *cw, int64_t conference, struct arena *mem, struct booking_facts *out,
				struct fault *f)
{
	const struct review_of held = of(conference);

	return review_facts(cw, &held, mem, out, f);
}

bool casework_live_review_proposals(struct casework *cw, int64_t conference, day_number from, size_t most,
				    struct arena *mem, struct proposal_list *out, struct fault *f)
{
	const struct review_of held = of(conference);

	return review_slots(cw, &held, from, most, mem, out, f);
}

bool casework_live_free_for_review(struct casework *cw, int64_t conference, day_number day, int starts, int minutes,
				   struct arena *mem, struct resource_list *chairs, struct resource_list *rooms,
				   struct resource_list *minute_takers, struct fault *f)
{
	const struct review_of held = of(conference);
	const struct free_at_slot slot = {day, starts, minutes};
	const struct free_at_lists lists = {chairs, rooms, minute_takers};

	return review_free_at(cw, &held, &slot, mem, &lists, f);
}

bool casework_live_review_check(struct casework *cw, int64_t conference, const struct booking *booking, struct fault *f)
{
	const struct review_of held = of(conference);

	return review_check(cw, &held, booking, f);
}

/* --- Booked --- */

static bool remember(struct casework *cw, int64_t conference, int64_t review, struct arena *mem, struct fault *f)
{
	struct live_state state;

	if (!live_state_of(cw->store, conference, mem, &state, f))
		return false;
	if (state.review_id == review)
		return true;
	state.review_id = review;
	return live_state_keep(cw->store, &state, f);
}

bool casework_live_review(struct casework *cw, int64_t conference, const struct booking *booking, struct fault *f)
{
	const struct review_of held = of(conference);
	struct arena mem = {0};
	struct conference c, review;
	int64_t id;
	bool ok;

	if (!work_begin(cw, ACTION_WRITE_RECORD, f))
		return false;
	ok = live_reach(cw, ACTION_WRITE_RECORD, conference, &mem, &c, f) &&
	     review_book(cw, &held, booking, &mem, &id, f) && remember(cw, conference, id, &mem, f) &&
	     conference_by_id(cw->store, id, &mem, &review, f);
	ok = ok ? work_end(cw, f, "live.review", SUBJECT_CONFERENCE, c.id, c.family_id, "%s: %s", c.reference,
			   review.reference)
		: work_undo(cw);
	arena_finish(&mem);
	return ok;
}

/* --- Given back --- */

static bool is_of_after(const struct live_after *after, int64_t child)
{
	const struct person_list *lists[] = {&after->on_plan, &after->freed};

	for (size_t k = 0; k < 2; k++)
		for (size_t i = 0; i < lists[k]->count; i++)
			if (lists[k]->items[i].id == child)
				return true;
	return false;
}

static bool has_other_children(struct casework *cw, int64_t review, const struct live_after *after, struct arena *mem,
			       bool *out, struct fault *f)
{
	struct person_list children;

	*out = false;
	if (!conference_children(cw->store, review, mem, &children, f))
		return false;
	for (size_t i = 0; i < children.count; i++)
		*out = *out || !is_of_after(after, children.items[i].id);
	return true;
}

/* One that siblings of another conference wait for too goes on for them. */
static bool give_back(struct casework *cw, const struct conference *conference, const struct conference *review,
		      const struct live_after *after, const char *why, struct arena *mem, struct fault *f)
{
	const struct withdrawal withdrawal = {.conference_id = review->id,
					      .version = review->version,
					      .reason = why,
					      .agreed_by = casework_user_name(cw)};
	bool others;

	if (!remember(cw, conference->id, 0, mem, f) || !has_other_children(cw, review->id, after, mem, &others, f))
		return false;
	return others ? live_review_release(cw, review->id, &after->on_plan, f) &&
				live_review_release(cw, review->id, &after->freed, f)
		      : casework_cancel(cw, &withdrawal, f);
}

static bool drop_in(struct casework *cw, int64_t id, struct arena *mem, struct conference *c, struct conference *review,
		    struct fault *f)
{
	struct live_after after;

	if (!live_reach(cw, ACTION_WRITE_RECORD, id, mem, c, f) || !live_after_read(cw, c, mem, &after, f) ||
	    !live_review_find(cw, c, &after, mem, review, f))
		return false;
	if (!review->id)
		return fault_set(f, FAULT_REFUSED, "No review is booked after %s: there is nothing to give back.",
				 c->reference);
	return give_back(cw, c, review, &after, arena_printf(mem, "given back at %s", c->reference), mem, f);
}

bool casework_live_review_drop(struct casework *cw, int64_t conference, struct fault *f)
{
	struct arena mem = {0};
	struct conference c, review;
	bool ok;

	if (!work_begin(cw, ACTION_WRITE_RECORD, f))
		return false;
	ok = drop_in(cw, conference, &mem, &c, &review, f);
	ok = ok ? work_end(cw, f, "live.review_drop", SUBJECT_CONFERENCE, c.id, c.family_id, "%s: %s", c.reference,
			   review.reference)
		: work_undo(cw);
	arena_finish(&mem);
	return ok;
}

/* --- Settled --- */

/* Its notices and reports concern the children who joined it, too. */
static bool deadlines_follow(struct casework *cw, const struct conference *review, const struct person_list *on_plan,
			     struct arena *mem, struct fault *f)
{
	int64_t *ids = arena_alloc(mem, (on_plan->count + 1) * sizeof *ids);

	if (!ids)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory for this review: nothing was saved.");
	for (size_t i = 0; i < on_plan->count; i++)
		ids[i] = on_plan->items[i].id;
	return review->held_on == DAY_NONE || deadlines_of_booking(cw, review, ids, on_plan->count, f);
}

bool live_review_settle(struct casework *cw, const struct conference *conference, struct arena *mem, struct fault *f)
{
	struct live_after after;
	struct conference review;

	if (!live_after_read(cw, conference, mem, &after, f) ||
	    !live_review_find(cw, conference, &after, mem, &review, f))
		return false;
	if (!review.id)
		return true;
	if (!after.on_plan.count)
		return give_back(cw, conference, &review, &after, "no child is on a plan any more", mem, f);
	return live_review_take_up(cw, conference, &review, &after, f) &&
	       deadlines_follow(cw, &review, &after.on_plan, mem, f) && remember(cw, conference->id, review.id, mem, f);
}
