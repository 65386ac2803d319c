/* Booking a review that nobody has asked for yet. What it would be is found by asking for it and taking that back: one
 * way of making a review, and nothing kept until it is booked. */
#include "review_booking.h"

#include "booking_check.h"
#include "conference_reach.h"

/* A review tried out: everything between begin and end leaves nothing behind. */
struct trial {
	struct casework *cw;
	const struct review_of *of;
	struct review_reached reached;
	struct conference conference;
};

static bool trial_begin(struct trial *trial, struct casework *cw, const struct review_of *of, struct arena *mem,
			struct fault *f)
{
	*trial = (struct trial){.cw = cw, .of = of};
	if (!work_begin(cw, ACTION_BOOK, f))
		return false;
	if (casework_may(cw, ACTION_TAKE_REQUESTS, f) && review_reach(cw, of, mem, &trial->reached, f) &&
	    conference_reach(cw, trial->reached.conference, mem, &trial->conference, f))
		return true;
	return work_undo(cw);
}

/* As it is without the trial: what was only tried is not there, and what was changed for it is as it was found. */
static void without_trial(const struct trial *trial, struct conference *c)
{
	c->version = trial->reached.version;
	if (!trial->reached.is_new)
		return;
	c->id = 0;
	c->reference = "";
}

/* What was shown is audited by a look of its own, for the trial took its rows with it. */
static bool leave_look(const struct trial *trial, const char *action, const char *what, struct fault *f)
{
	return look_begin(trial->cw, ACTION_BOOK, f) &&
	       look_end(trial->cw, f, action, trial->of->kind, trial->of->id, trial->reached.family, "review of %s%s",
			trial->reached.of, what);
}

bool review_facts(struct casework *cw, const struct review_of *of, struct arena *mem, struct booking_facts *out,
		  struct fault *f)
{
	struct trial trial;
	bool ok;

	if (!trial_begin(&trial, cw, of, mem, f))
		return false;
	ok = booking_facts_read(cw, &trial.conference, mem, out, f);
	work_undo(cw);
	if (ok)
		without_trial(&trial, &out->conference);
	return ok && leave_look(&trial, "booking.look", "", f);
}

bool review_slots(struct casework *cw, const struct review_of *of, day_number from, size_t most, struct arena *mem,
		  struct proposal_list *out, struct fault *f)
{
	struct trial trial;
	bool ok;

	*out = (struct proposal_list){0};
	if (!trial_begin(&trial, cw, of, mem, f))
		return false;
	ok = slots_propose(cw, &trial.conference, from, most, mem, out, f);
	work_undo(cw);
	return ok && leave_look(&trial, "booking.slots", arena_printf(mem, ": %zu proposed", out->count), f);
}

bool review_free_at(struct casework *cw, const struct review_of *of, const struct free_at_slot *slot, struct arena *mem,
		    const struct free_at_lists *out, struct fault *f)
{
	struct trial trial;
	bool ok;

	free_at_empty(out);
	if (!trial_begin(&trial, cw, of, mem, f))
		return false;
	ok = free_at(cw, &trial.conference, slot, mem, out, f);
	work_undo(cw);
	return ok;
}

/* The booking was filled in from facts that gave id 0 for a review not asked for: is that still so? A version that was
 * read is that of the row as the trial found it. */
static bool name_conference(const struct trial *trial, struct booking *booking, struct fault *f)
{
	const struct conference *c = &trial->conference;
	bool is_same = trial->reached.is_new ? !booking->conference_id : booking->conference_id == c->id;

	if (is_same) {
		booking->conference_id = c->id;
		if (booking->version == trial->reached.version)
			booking->version = c->version;
		else
			booking->version = 0; /* of another row, and so of none */
		return true;
	}
	if (!booking->conference_id)
		return fault_set(f, FAULT_CONFLICT,
				 "Another person asked for this review while you were choosing, %s. Look at it again, "
				 "then book it.",
				 c->reference);
	return fault_set(f, FAULT_CONFLICT,
			 "Another person changed this review since you opened it. Look at it again, then book it.");
}

bool review_check(struct casework *cw, const struct review_of *of, const struct booking *booking, struct fault *f)
{
	struct arena mem = {0};
	struct booking wanted = *booking;
	struct booking_facts facts;
	const struct transition *step;
	struct trial trial;
	bool ok = false;

	if (trial_begin(&trial, cw, of, &mem, f)) {
		ok = name_conference(&trial, &wanted, f) &&
		     booking_facts_read(cw, &trial.conference, &mem, &facts, f) &&
		     booking_check(cw, &facts, &wanted, &mem, &step, f);
		work_undo(cw);
	}
	arena_finish(&mem);
	return ok;
}

bool review_book(struct casework *cw, const struct review_of *of, const struct booking *booking, struct arena *mem,
		 int64_t *conference, struct fault *f)
{
	struct booking wanted = *booking;
	struct trial trial;

	*conference = 0;
	if (!trial_begin(&trial, cw, of, mem, f))
		return false;
	if (!name_conference(&trial, &wanted, f) || !casework_book(cw, &wanted, f))
		return work_undo(cw);
	*conference = wanted.conference_id;
	return work_end(cw, f, "review.book", of->kind, of->id, trial.reached.family, "%s: %s", trial.reached.of,
			trial.conference.reference);
}

/* --- Of a plan --- */

bool casework_review_facts(struct casework *cw, int64_t plan, struct arena *mem, struct booking_facts *out,
			   struct fault *f)
{
	return review_facts(cw, &(struct review_of){SUBJECT_PLAN, plan}, mem, out, f);
}

bool casework_propose_review_slots(struct casework *cw, int64_t plan, day_number from, size_t most, struct arena *mem,
				   struct proposal_list *out, struct fault *f)
{
	return review_slots(cw, &(struct review_of){SUBJECT_PLAN, plan}, from, most, mem, out, f);
}

bool casework_free_for_review(struct casework *cw, int64_t plan, day_number day, int starts, int minutes,
			      struct arena *mem, struct resource_list *chairs, struct resource_list *rooms,
			      struct resource_list *minute_takers, struct fault *f)
{
	return review_free_at(cw, &(struct review_of){SUBJECT_PLAN, plan}, &(struct free_at_slot){day, starts, minutes},
			      mem, &(struct free_at_lists){chairs, rooms, minute_takers}, f);
}

bool casework_review_booking_check(struct casework *cw, int64_t plan, const struct booking *booking, struct fault *f)
{
	return review_check(cw, &(struct review_of){SUBJECT_PLAN, plan}, booking, f);
}

bool casework_review_booking(struct casework *cw, int64_t plan, const struct booking *booking, struct arena *mem,
			     int64_t *conference, struct fault *f)
{
	return review_book(cw, &(struct review_of){SUBJECT_PLAN, plan}, booking, mem, conference, f);
}
