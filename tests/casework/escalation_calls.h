/* Every verb and query of casework/escalations.h, each called once about the small world. */
#ifndef TESTS_ESCALATION_CALLS_H
#define TESTS_ESCALATION_CALLS_H

#include "call_world.h"
#include "casework/escalations.h"

static inline struct escalation a_small_escalation(const struct world *w)
{
	struct escalation e = escalation_blank();

	e.conference_id = w->approved;
	e.cause = ESCALATION_CAUSE_DRIFT;
	e.about = "the duty team";
	e.words = "Nothing was begun.";
	e.with = "E. Marsh";
	return e;
}

CALL(escalation_raise)
{
	struct escalation e = a_small_escalation(w);

	return casework_escalation_raise(cw, &e, mem, f);
}

CALL(escalation_step)
{
	const struct escalation_act act = {.escalation_id = w->escalation,
					   .version = 1,
					   .step = ESCALATION_STEP_ANSWER,
					   .on = DAY_NONE,
					   .words = "We will begin."};

	UNUSED;
	return casework_escalation_step(cw, &act, f);
}

CALL(escalations)
{
	struct escalation_line_list out;

	UNUSED;
	return casework_escalations(cw, 0, false, mem, &out, f);
}

CALL(escalation)
{
	struct escalation_page out;

	return casework_escalation(cw, w->escalation, mem, &out, f);
}

static inline void make_escalation(struct casework_fixture *fixture, struct world *w)
{
	struct escalation e = a_small_escalation(w);

	e.conference_id = w->with_chair;
	MUST(casework_escalation_raise(fixture->cw, &e, &fixture->mem, f));
	w->escalation = e.id;
}

#endif
