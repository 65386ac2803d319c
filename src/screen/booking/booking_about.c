/* What a booking is about: a conference, or the review of a plan that nobody has asked for yet. */
#include "booking_about.h"

#include "casework/live_plan.h"

bool about_facts(struct casework *cw, const struct booking_about *about, struct arena *mem, struct booking_facts *out,
		 struct fault *f)
{
	if (about->held)
		return casework_live_review_facts(cw, about->held, mem, out, f);
	return about->conference ? casework_booking_facts(cw, about->conference, mem, out, f)
				 : casework_review_facts(cw, about->plan, mem, out, f);
}

bool about_slots(struct casework *cw, const struct booking_about *about, day_number from, size_t most,
		 struct arena *mem, struct proposal_list *out, struct fault *f)
{
	if (about->held)
		return casework_live_review_proposals(cw, about->held, from, most, mem, out, f);
	return about->conference ? casework_propose_slots(cw, about->conference, from, most, mem, out, f)
				 : casework_propose_review_slots(cw, about->plan, from, most, mem, out, f);
}

bool about_free(struct casework *cw, const struct booking_about *about, const struct slot *time, struct arena *mem,
		struct booking_lists *lists, struct fault *f)
{
	if (about->held)
		return casework_live_free_for_review(cw, about->held, time->day, time->starts, time->minutes, mem,
						     &lists->free_chairs, &lists->free_rooms,
						     &lists->free_minute_takers, f);
	return about->conference
		       ? casework_free_at(cw, about->conference, time->day, time->starts, time->minutes, mem,
					  &lists->free_chairs, &lists->free_rooms, &lists->free_minute_takers, f)
		       : casework_free_for_review(cw, about->plan, time->day, time->starts, time->minutes, mem,
						  &lists->free_chairs, &lists->free_rooms, &lists->free_minute_takers,
						  f);
}

bool about_check(struct casework *cw, const struct booking_about *about, const struct booking *booking, struct fault *f)
{
	if (about->held)
		return casework_live_review_check(cw, about->held, booking, f);
	return about->conference ? casework_booking_check(cw, booking, f)
				 : casework_review_booking_check(cw, about->plan, booking, f);
}

/* The review is a conference of its own from now on. */
static bool book_review(struct casework *cw, int64_t held, const struct booking *booking, int64_t *conference,
			struct fault *f)
{
	struct booking_facts facts;
	struct arena mem = {0};
	bool done = casework_live_review(cw, held, booking, f);

	if (done && casework_live_review_facts(cw, held, &mem, &facts, NULL))
		*conference = facts.conference.id;
	arena_finish(&mem);
	return done;
}

bool about_book(struct casework *cw, const struct booking_about *about, const struct booking *booking,
		int64_t *conference, struct fault *f)
{
	struct arena mem = {0};
	bool done;

	*conference = about->conference;
	if (about->held)
		return book_review(cw, about->held, booking, conference, f);
	if (about->conference)
		return casework_book(cw, booking, f);
	done = casework_review_booking(cw, about->plan, booking, &mem, conference, f);
	arena_finish(&mem);
	return done;
}
