/* By which events a plan may end outside a review, and the life of an ending that is decided, as tables. */
#include "domain/plan_ending.h"
#include "words.h"

WORDS_OF(plan_ending_way, PLAN_ENDING_WAYS, PLAN_ENDING_WAY_COUNT)
WORDS_OF(plan_ending_state, PLAN_ENDING_STATES, PLAN_ENDING_STATE_COUNT)
WORDS_OF(plan_ending_step, PLAN_ENDING_STEPS, PLAN_ENDING_STEP_COUNT)

struct plan_ending plan_ending_blank(void)
{
	return (struct plan_ending){.reference = "",
				    .state = PLAN_ENDING_ASKED,
				    .on = DAY_NONE,
				    .words = "",
				    .authority = "",
				    .asked_by = "",
				    .asked_on = DAY_NONE,
				    .told_on = DAY_NONE,
				    .object_by = DAY_NONE,
				    .decided_on = DAY_NONE,
				    .decided_by = "",
				    .decision_words = ""};
}

/* --- Which reason, how --- */

#define RECORDS ACTION_END_PLANS
#define DECIDES ACTION_DECIDE_ENDINGS

static const struct plan_ending_rule rules[] = {
	{PLAN_END_NO_RISK, PLAN_ENDING_BY_REVIEW, RECORDS, false, false, false, "",
	 "Only a review can find that a child is no longer at risk: book the review, or bring it forward."},
	{PLAN_END_EIGHTEEN, PLAN_ENDING_BY_EVENT, RECORDS, false, false, true,
	 "the 18th birthday, from the birth date that is kept", ""},
	{PLAN_END_DIED, PLAN_ENDING_BY_EVENT, RECORDS, true, false, false, "the day of death, and who told us", ""},
	{PLAN_END_MOVED, PLAN_ENDING_BY_TRANSFER, RECORDS, true, true, true,
	 "the other authority and the day of its conference", ""},
	{PLAN_END_ABROAD, PLAN_ENDING_BY_EVENT, DECIDES, true, false, true,
	 "the day they left for good, and how that was made sure", ""},
	{PLAN_END_ORDER, PLAN_ENDING_BY_EXECUTIVE, RECORDS, true, false, true, "which order, of which court and day",
	 ""},
	{PLAN_END_LOOKED_AFTER, PLAN_ENDING_BY_EXECUTIVE, RECORDS, true, false, true,
	 "where the child is placed and why the plan is not needed beside it", ""},
	{PLAN_END_EXECUTIVE, PLAN_ENDING_BY_EXECUTIVE, RECORDS, true, false, true, "why it cannot wait for a review",
	 ""},
	{PLAN_END_ERROR, PLAN_ENDING_BY_EVENT, DECIDES, true, false, false, "what was recorded wrongly", ""},
};
enum { RULES = sizeof rules / sizeof *rules };
_Static_assert(RULES == PLAN_END_COUNT - 1, "every reason has its row");

const struct plan_ending_rule *plan_ending_rule_of(enum plan_end_reason reason)
{
	for (size_t i = 0; i < RULES; i++)
		if (rules[i].reason == reason)
			return &rules[i];
	return NULL;
}

/* --- Days --- */

day_number person_birthday(day_number born_on, int years)
{
	struct civil_date born;
	day_number day;

	if (born_on == DAY_NONE)
		return DAY_NONE;
	born = date_civil(born_on);
	born.year += years;
	day = date_number(born);
	return day != DAY_NONE ? day : date_number((struct civil_date){born.year, 3, 1});
}

static bool check_eighteen(const struct plan_ending_facts *facts, struct fault *f)
{
	day_number birthday = person_birthday(facts->child->born_on, COMES_OF_AGE);
	char day[DATE_TEXT_ROOM];

	if (birthday == DAY_NONE)
		return fault_field(f, "reason", "This child has no birth date yet: enter it first.");
	if (birthday > facts->today)
		return fault_field(f, "reason", "This child turns 18 on %s: until then the plan goes on.",
				   date_medium(birthday, day));
	return facts->on == birthday || fault_field(f, "on", "This child turned 18 on %s: the plan ends on that day.",
						    date_medium(birthday, day));
}

static bool check_death(const struct plan_ending_facts *facts, struct fault *f)
{
	day_number kept = facts->child->died_on;
	char day[DATE_TEXT_ROOM];

	if (kept != DAY_NONE && kept != facts->on)
		return fault_field(f, "on",
				   "The day of death is kept as %s: the plan ends on that day, or correct it first.",
				   date_medium(kept, day));
	return facts->child->born_on == DAY_NONE || facts->on >= facts->child->born_on ||
	       fault_field(f, "on", "That is before the birth on %s: check the day.",
			   date_medium(facts->child->born_on, day));
}

static bool check_days(enum plan_end_reason reason, const struct plan_ending_facts *facts, struct fault *f)
{
	char day[DATE_TEXT_ROOM];

	if (reason == PLAN_END_EIGHTEEN && !check_eighteen(facts, f))
		return false;
	if (facts->on == DAY_NONE)
		return fault_field(f, "on", "Enter the day the plan ends.");
	if (facts->on > facts->today)
		return fault_field(f, "on", "%s is still to come: a plan is ended when it has happened.",
				   date_medium(facts->on, day));
	if (facts->on < facts->plan->started_on)
		return fault_field(f, "on", "The plan began on %s: it cannot end before that.",
				   date_medium(facts->plan->started_on, day));
	if (facts->on == facts->plan->started_on)
		return fault_field(f, "on", "The plan began on %s: it cannot end on the same day. Enter a later one.",
				   date_medium(facts->plan->started_on, day));
	if (reason == PLAN_END_DIED)
		return check_death(facts, f);
	return facts->child->died_on == DAY_NONE || facts->on <= facts->child->died_on ||
	       fault_field(f, "on", "This child died on %s: no plan lasts longer.",
			   date_medium(facts->child->died_on, day));
}

bool plan_ending_check(enum plan_end_reason reason, const struct plan_ending_facts *facts, struct fault *f)
{
	const struct plan_ending_rule *rule = plan_ending_rule_of(reason);
	char day[DATE_TEXT_ROOM];

	if (!rule)
		return fault_field(f, "reason", "Choose why the plan ends.");
	if (rule->way == PLAN_ENDING_BY_REVIEW)
		return fault_field(f, "reason", "%s", rule->refusal);
	if (facts->plan->ended_on != DAY_NONE)
		return fault_set(f, FAULT_REFUSED, "%s ended on %s already: nothing of it is left to end.",
				 facts->plan->reference, date_medium(facts->plan->ended_on, day));
	if (rule->needs_authority && !facts->authority[0])
		return fault_field(f, "authority", "Enter the authority that has held its conference.");
	if (rule->needs_words && !facts->words[0])
		return fault_field(f, "words", "Enter %s.", rule->asks);
	/* The day of one that is decided is not known while it is asked for. */
	return (rule->way == PLAN_ENDING_BY_EXECUTIVE && facts->on == DAY_NONE) || check_days(reason, facts, f);
}

/* --- Decided --- */

static const struct plan_ending_move moves[] = {
	{PLAN_ENDING_ASKED, PLAN_ENDING_STEP_TELL, PLAN_ENDING_TOLD, RECORDS, false},
	{PLAN_ENDING_ASKED, PLAN_ENDING_STEP_WITHDRAW, PLAN_ENDING_WITHDRAWN, RECORDS, true},
	{PLAN_ENDING_ASKED, PLAN_ENDING_STEP_REFUSE, PLAN_ENDING_REFUSED, DECIDES, true},
	{PLAN_ENDING_TOLD, PLAN_ENDING_STEP_AGREE, PLAN_ENDING_TOLD, RECORDS, false},
	{PLAN_ENDING_TOLD, PLAN_ENDING_STEP_OBJECT, PLAN_ENDING_TOLD, RECORDS, true},
	{PLAN_ENDING_TOLD, PLAN_ENDING_STEP_END, PLAN_ENDING_ENDED, DECIDES, false},
	{PLAN_ENDING_TOLD, PLAN_ENDING_STEP_REFUSE, PLAN_ENDING_REFUSED, DECIDES, true},
	{PLAN_ENDING_TOLD, PLAN_ENDING_STEP_WITHDRAW, PLAN_ENDING_WITHDRAWN, RECORDS, true},
};

const struct plan_ending_move *plan_ending_moves(size_t *count)
{
	*count = sizeof moves / sizeof *moves;
	return moves;
}

const struct plan_ending_move *plan_ending_move_find(enum plan_ending_state from, enum plan_ending_step step)
{
	for (size_t i = 0; i < sizeof moves / sizeof *moves; i++)
		if (moves[i].from == from && moves[i].step == step)
			return &moves[i];
	return NULL;
}

static bool refuse_step(const struct plan_ending *e, enum plan_ending_step step, struct fault *f)
{
	if (e->state != PLAN_ENDING_ASKED && e->state != PLAN_ENDING_TOLD)
		return fault_field(f, "step", "%s is %s: nothing more is done about it.", e->reference,
				   plan_ending_state_label(e->state));
	if (e->state == PLAN_ENDING_ASKED)
		return fault_field(f, "step",
				   "The agencies were not told yet that %s is asked for: tell them first, with the day "
				   "they may object until.",
				   e->reference);
	return step == PLAN_ENDING_STEP_TELL
		       ? fault_field(f, "step", "The agencies were told already: record what they answer.")
		       : fault_field(f, "step", "Choose what was done.");
}

bool plan_ending_step_check(const struct plan_ending *e, enum plan_ending_step step, const char *words,
			    day_number today, const struct plan_ending_move **out, struct fault *f)
{
	char day[DATE_TEXT_ROOM];

	*out = plan_ending_move_find(e->state, step);
	if (!*out)
		return refuse_step(e, step, f);
	if (step == PLAN_ENDING_STEP_END && e->object_by != DAY_NONE && today <= e->object_by)
		return fault_field(f, "step", "The agencies may object until %s: it is decided after that day.",
				   date_medium(e->object_by, day));
	if (step == PLAN_ENDING_STEP_END && e->objections > 0 && !words[0])
		return fault_field(f, "words", "An agency objected: say how that was answered before it is decided.");
	return !(*out)->needs_words || words[0] || fault_field(f, "words", "Enter why, in a sentence.");
}
