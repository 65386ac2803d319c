/* The words of complaints, and the life of one as a table. */
#include "domain/complaint.h"
#include "words.h"

WORDS_OF(complainant, COMPLAINANTS, COMPLAINANT_COUNT)
WORDS_OF(complaint_about, COMPLAINT_ABOUT, COMPLAINT_ABOUT_COUNT)
WORDS_OF(complaint_ground, COMPLAINT_GROUNDS, COMPLAINT_GROUND_COUNT)
WORDS_OF(complaint_way, COMPLAINT_WAYS, COMPLAINT_WAY_COUNT)
WORDS_OF(complaint_state, COMPLAINT_STATES, COMPLAINT_STATE_COUNT)
WORDS_OF(complaint_step, COMPLAINT_STEPS, COMPLAINT_STEP_COUNT)
WORDS_OF(complaint_outcome, COMPLAINT_OUTCOMES, COMPLAINT_OUTCOME_COUNT)

static const enum complaint_about abouts[] = {
#define X(id, token, label, about) [GROUND_##id] = COMPLAINT_ABOUT_##about,
	COMPLAINT_GROUNDS(X)
#undef X
};

enum complaint_about complaint_ground_about(enum complaint_ground ground)
{
	return (unsigned)ground < COMPLAINT_GROUND_COUNT ? abouts[ground] : COMPLAINT_ABOUT_COUNT;
}

struct complaint complaint_blank(void)
{
	return (struct complaint){.reference = "",
				  .who = "",
				  .write_to = "",
				  .agency = "",
				  .agency_passed_to = "",
				  .received_on = DAY_NONE,
				  .words = "",
				  .late_reason = "",
				  .advocate = "",
				  .advocate_to = "",
				  .stage = 1,
				  .stage_on = DAY_NONE,
				  .acknowledged_on = DAY_NONE,
				  .spoke_on = DAY_NONE,
				  .raised_on = DAY_NONE,
				  .raised_with = "",
				  .outcome = COMPLAINT_OUTCOME_COUNT,
				  .outcome_on = DAY_NONE,
				  .outcome_words = "",
				  .review_by = DAY_NONE};
}

/* Whose complaints a step is for: those about the conference, those about one agency, or both. */
enum { OF_CONFERENCE = 1, OF_AGENCY = 2, OF_BOTH = 3 };

static const int step_of[COMPLAINT_STEP_COUNT] = {
	[COMPLAINT_STEP_REGISTER] = OF_BOTH,         [COMPLAINT_STEP_ACKNOWLEDGE] = OF_BOTH,
	[COMPLAINT_STEP_SPEAK] = OF_CONFERENCE,      [COMPLAINT_STEP_RAISE] = OF_CONFERENCE,
	[COMPLAINT_STEP_NEXT_STAGE] = OF_CONFERENCE, [COMPLAINT_STEP_PASS] = OF_AGENCY,
	[COMPLAINT_STEP_SETTLE] = OF_CONFERENCE,     [COMPLAINT_STEP_WITHDRAW] = OF_BOTH,
};

/* Done once and for all: the day it was done on. */
static day_number done_on(const struct complaint *c, enum complaint_step step)
{
	switch (step) {
	case COMPLAINT_STEP_ACKNOWLEDGE: return c->acknowledged_on;
	case COMPLAINT_STEP_SPEAK: return c->spoke_on;
	case COMPLAINT_STEP_RAISE: return c->raised_on;
	default: return DAY_NONE;
	}
}

/* Who was told that the decision is upheld may ask for the next stage; any other outcome ended it. */
static bool may_go_on(const struct complaint *c, enum complaint_step step)
{
	return step == COMPLAINT_STEP_NEXT_STAGE && c->state == COMPLAINT_SETTLED &&
	       c->outcome == COMPLAINT_OUTCOME_UPHELD;
}

bool complaint_step_check(const struct complaint *c, enum complaint_step step, int stages, struct fault *f)
{
	bool is_agencys = complaint_ground_about(c->ground) == COMPLAINT_ABOUT_AGENCY;
	char day[DATE_TEXT_ROOM];

	if ((unsigned)step >= COMPLAINT_STEP_COUNT || step == COMPLAINT_STEP_REGISTER)
		return fault_field(f, "step", "Choose what was done.");
	if (c->state != COMPLAINT_OPEN && !may_go_on(c, step))
		return fault_set(f, FAULT_REFUSED, "%s is %s: nothing more is done about it.", c->reference,
				 complaint_state_label(c->state));
	if (!(step_of[step] & (is_agencys ? OF_AGENCY : OF_CONFERENCE)))
		return is_agencys
			       ? fault_set(f, FAULT_REFUSED,
					   "%s is about one agency, which answers it: pass it to them.", c->reference)
			       : fault_set(f, FAULT_REFUSED,
					   "%s is about the conference, not about one agency: the chair answers it.",
					   c->reference);
	if (done_on(c, step) != DAY_NONE)
		return fault_set(f, FAULT_REFUSED, "That was done on %s already.", date_medium(done_on(c, step), day));
	return step != COMPLAINT_STEP_NEXT_STAGE || c->stage < stages ||
	       fault_set(f, FAULT_REFUSED,
			 c->state == COMPLAINT_SETTLED ? "%s was settled at its last stage: there is no other."
						       : "%s is at its last stage: record how it is settled.",
			 c->reference);
}

const char *complaint_stage_label(int stage, int stages)
{
	if (stage <= 1)
		return "the chair";
	return stage == 2 && stages > 2 ? "a formal investigation" : "a panel";
}
