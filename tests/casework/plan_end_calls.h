/* Every verb and query of casework/plan_ends.h, each called once about the small world. */
#ifndef TESTS_PLAN_END_CALLS_H
#define TESTS_PLAN_END_CALLS_H

#include "call_world.h"
#include "casework/plan_ends.h"

static inline struct plan_end_request plan_end_of(const struct world *w, enum plan_end_reason reason)
{
	return (struct plan_end_request){.person_id = w->planned,
					 .reason = reason,
					 .on = date_from_iso("2026-03-20"),
					 .words = "told by the social worker",
					 .authority = ""};
}

CALL(plan_end_check)
{
	const struct plan_end_request request = plan_end_of(w, PLAN_END_DIED);
	const char *follows;

	return casework_plan_end_check(cw, &request, mem, &follows, f);
}

CALL(plan_end)
{
	const struct plan_end_request request = plan_end_of(w, PLAN_END_DIED);
	int64_t id;

	return casework_plan_end(cw, &request, mem, &id, f);
}

CALL(plan_end_by_manager)
{
	const struct plan_end_request request = plan_end_of(w, PLAN_END_ABROAD);
	int64_t id;

	return casework_plan_end(cw, &request, mem, &id, f);
}

static inline bool plan_ending_does(struct casework *cw, const struct world *w, enum plan_ending_step step,
				    struct fault *f)
{
	const struct plan_ending_act act = {.ending_id = w->ending,
					    .version = 1,
					    .step = step,
					    .on = DAY_NONE,
					    .object_by = casework_today(cw) + 7,
					    .words = "as agreed"};

	return casework_plan_ending_act(cw, &act, f);
}

CALL(plan_ending_tell)
{
	(void)mem;
	return plan_ending_does(cw, w, PLAN_ENDING_STEP_TELL, f);
}

CALL(plan_ending_refuse)
{
	(void)mem;
	return plan_ending_does(cw, w, PLAN_ENDING_STEP_REFUSE, f);
}

CALL(plan_endings)
{
	struct plan_ending_line_list out;

	(void)w;
	return casework_plan_endings(cw, 0, false, mem, &out, f);
}

CALL(plan_ending)
{
	struct plan_ending_page out;

	return casework_plan_ending(cw, w->ending, mem, &out, f);
}

/* An order that is asked to end the one plan. */
static inline void make_plan_ending(struct casework_fixture *fixture, struct world *w)
{
	struct plan_end_request request = plan_end_of(w, PLAN_END_ORDER);

	MUST(casework_plan_end(fixture->cw, &request, &fixture->mem, &w->ending, f));
}

#endif
