/* Booking a review that nobody has asked for yet. What it would be is found by asking for it and taking that back: one
 * way of making a review, and nothing kept until it is booked. */
#include "booking_check.h"
#include "free_at.h"
#include "review_request.h"

/* A review tried out: everything between begin and end leaves nothing behind. */
struct trial {
	struct casework *cw;
	struct review_reached reached;
	struct conference conference;
};

static bool trial_begin(struct trial *trial, struct casework *cw, int64_t plan, struct arena *mem, struct fault *f)
{
	*trial = (struct trial){.cw = cw};
	if (!work_begin(cw, ACTION_BOOK, f))
		return false;
	if (casework_may(cw, ACTION_TAKE_REQUESTS, f) && review_reach(cw, plan, mem, &trial->reached, f) &&
	    conference_reach(cw, trial->reached.conference, mem, &trial->conference, f))
		return true;
	return work_undo(cw);
}

/* What was tried is not there any more. */
static void without_identity(struct conference *c)
{
	c->id = c->version = 0;
	c->reference = "";
}

/* What was shown is audited by a look of its own, for the trial took its rows with it. */
static bool leave_look(const struct trial *trial, const char *action, const char *what, struct fault *f)
{
	const struct plan *plan = &trial->reached.plan;

	return look_begin(trial->cw, ACTION_BOOK, f) &&
	       look_end(trial->cw, f, action, SUBJECT_PLAN, plan->id, plan->family_id, "review of %s%s",
			plan->reference, what);
}

bool casework_review_facts(struct casework *cw, int64_t plan, struct arena *mem, struct booking_facts *out,
			   struct fault *f)
{
	struct trial trial;
	bool ok;

	if (!trial_begin(&trial, cw, plan, mem, f))
		return false;
	ok = booking_facts_read(cw, &trial.conference, mem, out, f);
	work_undo(cw);
	if (ok && trial.reached.is_new)
		without_identity(&out->conference);
	return ok && leave_look(&trial, "booking.look", "", f);
}

bool casework_propose_review_slots(struct casework *cw, int64_t plan, day_number from, size_t most, struct arena *mem,
				   struct proposal_list *out, struct fault *f)
{
	struct trial trial;
	bool ok;

	*out = (struct proposal_list){0};
	if (!trial_begin(&trial, cw, plan, mem, f))
		return false;
	ok = slots_propose(cw, &trial.conference, from, most, mem, out, f);
	work_undo(cw);
	return ok && leave_look(&trial, "booking.slots", arena_printf(mem, ": %zu proposed", out->count), f);
}

bool casework_free_for_review(struct casework *cw, int64_t plan, day_number day, int starts, int minutes,
			      struct arena *mem, struct resource_list *chairs, struct resource_list *rooms,
			      struct resource_list *minute_takers, struct fault *f)
{
	const struct free_at_slot slot = {day, starts, minutes};
	struct free_at_lists lists = {chairs, rooms, minute_takers};
	struct trial trial;
	bool ok;

	free_at_empty(&lists);
	if (!trial_begin(&trial, cw, plan, mem, f))
		return false;
	ok = free_at(cw, &trial.conference, &slot, mem, &lists, f);
	work_undo(cw);
	return ok;
}

/* The booking was filled in from facts that gave id 0 for a review not asked for: is that still so? */
static bool name_conference(const struct trial *trial, struct booking *booking, struct fault *f)
{
	const struct conference *c = &trial->conference;

	if (!booking->conference_id && trial->reached.is_new) {
		booking->conference_id = c->id;
		booking->version = c->version;
		return true;
	}
	if (booking->conference_id == c->id && !trial->reached.is_new)
		return true;
	if (!booking->conference_id)
		return fault_set(f, FAULT_CONFLICT,
				 "Another person asked for this review while you were choosing, %s. Look at it again, "
				 "then book it.",
				 c->reference);
	return fault_set(f, FAULT_CONFLICT,
			 "Another person changed this review since you opened it. Look at it again, then book it.");
}

bool casework_review_booking_check(struct casework *cw, int64_t plan, const struct booking *booking, struct fault *f)
{
	struct arena mem = {0};
	struct booking wanted = *booking;
	struct booking_facts facts;
	const struct transition *step;
	struct trial trial;
	bool ok = false;

	if (trial_begin(&trial, cw, plan, &mem, f)) {
		ok = name_conference(&trial, &wanted, f) &&
		     booking_facts_read(cw, &trial.conference, &mem, &facts, f) &&
		     booking_check(cw, &facts, &wanted, &mem, &step, f);
		work_undo(cw);
	}
	arena_finish(&mem);
	return ok;
}

bool casework_review_booking(struct casework *cw, int64_t plan, const struct booking *booking, struct arena *mem,
			     int64_t *conference, struct fault *f)
{
	struct booking wanted = *booking;
	struct trial trial;

	*conference = 0;
	if (!trial_begin(&trial, cw, plan, mem, f))
		return false;
	if (!name_conference(&trial, &wanted, f) || !casework_book(cw, &wanted, f))
		return work_undo(cw);
	*conference = wanted.conference_id;
	return work_end(cw, f, "review.book", SUBJECT_PLAN, plan, trial.reached.plan.family_id, "%s: %s",
			trial.reached.plan.reference, trial.conference.reference);
}
