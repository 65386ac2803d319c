/* The words of escalations, and the life of one as a table. */
#include "domain/escalation.h"
#include "words.h"

WORDS_OF(escalation_cause, ESCALATION_CAUSES, ESCALATION_CAUSE_COUNT)
WORDS_OF(escalation_state, ESCALATION_STATES, ESCALATION_STATE_COUNT)
WORDS_OF(escalation_step, ESCALATION_STEPS, ESCALATION_STEP_COUNT)

struct escalation escalation_blank(void)
{
	return (struct escalation){.reference = "",
				   .cause = ESCALATION_CAUSE_COUNT,
				   .about = "",
				   .words = "",
				   .raised_on = DAY_NONE,
				   .raised_by = "",
				   .stage = 1,
				   .stage_on = DAY_NONE,
				   .with = "",
				   .with_to = "",
				   .answered_on = DAY_NONE,
				   .answer = "",
				   .ended_on = DAY_NONE,
				   .ended_words = ""};
}

const char *escalation_stage_label(int stage)
{
	static const char *const labels[ESCALATION_STAGES] = {"team manager", "service manager", "head of service"};

	return labels[stage < 1 ? 0 : stage > ESCALATION_STAGES ? ESCALATION_STAGES - 1 : stage - 1];
}

/* What a step needs of an open escalation. */
static const struct {
	bool unanswered; /* nobody answered at this stage yet */
	bool has_next;   /* this stage is not the last */
} needs[ESCALATION_STEP_COUNT] = {
	[ESCALATION_STEP_ANSWER] = {.unanswered = true},
	[ESCALATION_STEP_NEXT_STAGE] = {.has_next = true},
};

bool escalation_step_check(const struct escalation *e, enum escalation_step step, struct fault *f)
{
	char day[DATE_TEXT_ROOM];

	if ((unsigned)step >= ESCALATION_STEP_COUNT || step == ESCALATION_STEP_RAISE)
		return fault_field(f, "step", "Choose what was done.");
	if (e->state != ESCALATION_OPEN)
		return fault_set(f, FAULT_REFUSED, "%s is %s: nothing more is done about it.", e->reference,
				 escalation_state_label(e->state));
	if (needs[step].unanswered && e->answered_on != DAY_NONE)
		return fault_set(f, FAULT_REFUSED, "The %s answered on %s: settle it, or take it to the next stage.",
				 escalation_stage_label(e->stage), date_medium(e->answered_on, day));
	return !needs[step].has_next || e->stage < ESCALATION_STAGES ||
	       fault_set(f, FAULT_REFUSED, "%s is with the %s, the last stage: record how it is settled.", e->reference,
			 escalation_stage_label(e->stage));
}
