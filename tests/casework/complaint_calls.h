/* Every verb and query of casework/complaints.h, each called once about the small world. */
#ifndef TESTS_COMPLAINT_CALLS_H
#define TESTS_COMPLAINT_CALLS_H

#include "call_world.h"
#include "casework/complaints.h"

CALL(complaint_register)
{
	struct complaint c = complaint_blank();

	c.conference_id = w->approved;
	c.who = "Amelia Okonkwo";
	c.ground = GROUND_NOT_HEARD;
	c.words = "Nobody asked me.";
	return casework_complaint_register(cw, &c, mem, f);
}

CALL(complaint_step)
{
	const struct complaint_act act = {
		.complaint_id = w->complaint, .version = 1, .step = COMPLAINT_STEP_ACKNOWLEDGE, .on = DAY_NONE};

	UNUSED;
	return casework_complaint_step(cw, &act, f);
}

CALL(complaint_settle)
{
	const struct complaint_settlement how = {.complaint_id = w->complaint,
						 .version = 1,
						 .outcome = COMPLAINT_OUTCOME_UPHELD,
						 .on = DAY_NONE,
						 .words = "The criteria were met.",
						 .review_by = DAY_NONE};
	int64_t second;

	return casework_complaint_settle(cw, &how, mem, &second, f);
}

CALL(complaints)
{
	struct complaint_line_list out;

	UNUSED;
	return casework_complaints(cw, 0, false, mem, &out, f);
}

CALL(complaint)
{
	struct complaint_page out;

	return casework_complaint(cw, w->complaint, mem, &out, f);
}

CALL(conference_stands)
{
	const char *out;

	return casework_conference_stands(cw, w->with_chair, mem, &out, f);
}

/* About the one whose record is with its chair. */
static inline void make_complaint(struct casework_fixture *fixture, struct world *w)
{
	struct complaint c = complaint_blank();

	c.conference_id = w->with_chair;
	c.who = "Amelia Okonkwo";
	c.ground = GROUND_CRITERIA;
	c.words = "It was never as bad as that.";
	MUST(casework_complaint_register(fixture->cw, &c, &fixture->mem, f));
	w->complaint = c.id;
}

#endif
