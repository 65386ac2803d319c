/* Every verb and query of casework/reviews.h, each called once about the small world. */
#ifndef TESTS_REVIEW_CALLS_H
#define TESTS_REVIEW_CALLS_H

#include "call_world.h"
#include "casework/chair_calendar.h"
#include "casework/reviews.h"

CALL(chair_calendar)
{
	struct press_bytes out;
	size_t count;

	UNUSED;
	return casework_chair_calendar(cw, "", mem, &out, &count, f);
}

CALL(review_horizon)
{
	struct review_horizon out;

	UNUSED;
	return casework_review_horizon(cw, mem, &out, f);
}

CALL(review_horizon_again)
{
	struct review_horizon out;

	UNUSED;
	return casework_review_horizon_again(cw, mem, &out, f);
}

CALL(review)
{
	struct review_page out;

	return casework_review(cw, w->plan, mem, &out, f);
}

CALL(review_update_ask)
{
	struct review_update update = {.asked_of = "Di Poe", .asked_on = DAY_NONE, .way = ASK_WAY_EMAIL};

	UNUSED;
	return casework_review_update_ask(cw, &w->plan, 1, &update, f);
}

CALL(review_update_answer)
{
	struct review_update update = {
		.id = w->asked_update, .version = 1, .answered_on = DAY_NONE, .answer = "Nana comes too."};

	UNUSED;
	return casework_review_update_answer(cw, &update, f);
}

CALL(review_early)
{
	const struct review_early early = {.trigger = EARLY_TRIGGER_CHANGE,
					   .why = "He is out of prison.",
					   .told = "",
					   .review_by = casework_today(cw)};
	int64_t conference;

	return casework_review_early(cw, &w->plan, 1, &early, mem, &conference, f);
}

CALL(looked_after)
{
	struct looked_after out;

	return casework_looked_after(cw, w->planned, mem, &out, f);
}

CALL(looked_after_save)
{
	struct looked_after row = {
		.person_id = w->planned, .since = casework_today(cw), .ended_on = DAY_NONE, .next_review_on = DAY_NONE};

	UNUSED;
	return casework_looked_after_save(cw, &row, f);
}

CALL(review_combine)
{
	UNUSED;
	return casework_review_combine(cw, w->booked, w->booked_version, -1, f);
}

static inline void make_review_update(struct casework_fixture *fixture, struct world *w)
{
	struct review_update update = {.asked_of = "Emma Evans", .asked_on = DAY_NONE, .way = ASK_WAY_EMAIL};

	MUST(casework_review_update_ask(fixture->cw, &w->plan, 1, &update, f));
	w->asked_update = update.id;
}

#endif
