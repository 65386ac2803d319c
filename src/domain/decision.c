/* The words of decisions, and what a conference of a type may decide. */
#include "domain/decision.h"

#include "words.h"

const char conference_cannot_remove[] = "A conference can recommend legal advice or an application to court. It cannot "
					"take a child away from home: only a "
					"court can decide that.";

WORDS_OF(outcome, OUTCOMES, OUTCOME_COUNT)
WORDS_OF(plan_end_reason, PLAN_END_REASONS, PLAN_END_COUNT)
WORDS_OF(participation, PARTICIPATIONS, PARTICIPATION_COUNT)
WORDS_OF(opinion, OPINIONS, OPINION_COUNT)
WORDS_OF(recommendation_kind, RECOMMENDATIONS, RECOMMENDATION_COUNT)
WORDS_OF(attendance_state, ATTENDANCES, ATTENDANCE_COUNT)

bool attendance_is_present(enum attendance_state state)
{
	return state == ATTENDANCE_ROOM || state == ATTENDANCE_VIDEO || state == ATTENDANCE_TELEPHONE ||
	       state == ATTENDANCE_DEPUTY;
}

char attendance_state_key(enum attendance_state state)
{
	static const char keys[] = {
#define X(id, token, label, key) key,
		ATTENDANCES(X)
#undef X
	};

	return (unsigned)state < ATTENDANCE_COUNT ? keys[state] : 0;
}

bool attendance_state_from_key(char key, enum attendance_state *out)
{
	for (int i = 0; i < ATTENDANCE_COUNT; i++)
		if (key && attendance_state_key((enum attendance_state)i) == key) {
			*out = (enum attendance_state)i;
			return true;
		}
	return false;
}

/* Which kinds of conference an outcome belongs to. */
enum kinds { KINDS_I = 1, KINDS_R = 2, KINDS_B = KINDS_I | KINDS_R };

static enum kinds kind_of(enum conference_type type)
{
	if (conference_type_is_initial(type))
		return KINDS_I;
	return type == CONFERENCE_REVIEW ? KINDS_R : KINDS_B;
}

bool outcome_is_possible(enum outcome outcome, enum conference_type type, enum conference_type of)
{
	static const enum kinds kinds[] = {
#define X(id, token, label, kinds) KINDS_##kinds,
		OUTCOMES(X)
#undef X
	};
	return (unsigned)outcome < OUTCOME_COUNT &&
	       (kinds[outcome] & kind_of(type == CONFERENCE_RECONVENED ? of : type)) != 0;
}

bool outcome_leaves_plan(enum outcome outcome)
{
	return outcome == OUTCOME_CHILD_IN_NEED || outcome == OUTCOME_EARLY_HELP || outcome == OUTCOME_REFERRED ||
	       outcome == OUTCOME_NO_FURTHER_ACTION;
}

bool outcome_makes_plan(enum outcome outcome)
{
	return outcome == OUTCOME_PLAN_MADE || outcome == OUTCOME_PLAN_CONTINUES;
}

bool plan_end_is_by_conference(enum plan_end_reason reason)
{
	static const bool by[] = {
#define X(id, token, label, by_conference) by_conference,
		PLAN_END_REASONS(X)
#undef X
	};

	return (unsigned)reason < PLAN_END_COUNT && by[reason];
}

struct child_decision child_decision_blank(void)
{
	return (struct child_decision){
		.child_views = "",
		.scale = -1,
		.category = CATEGORY_COUNT,
		.reasons = "",
		.step_down = "",
		.not_decided_why = "",
		.warnings_accepted = "",
		.decided_by = "",
	};
}
