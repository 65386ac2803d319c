/* What may stand in a decision about one child: the hard rules of the national return and of practice, and the soft
 * ones. */
#include "domain/decision.h"

#include "base/text.h"
#include "domain/plan_list.h"

#include <string.h>

enum { UNDER_FOUR = 4, ADULT = 18, NAME_CELLS = 60, SCALE_MOST = 10 };

/* A decision with what its checks ask again and again. */
struct looked_at {
	const struct child_decision *decision;
	const struct decision_child *child;
	char name[NAME_ROOM];
	int age; /* on the day, -1 unborn or not known */
};

static struct looked_at look(const struct child_decision *decision, const struct decision_child *child)
{
	struct looked_at at = {.decision = decision, .child = child, .age = -1};

	person_full_name(child->person, at.name);
	at.name[text_clip(at.name, NAME_CELLS)] = '\0';
	if (child->person->born_on != DAY_NONE && child->held_on != DAY_NONE)
		at.age = date_age(child->person->born_on, child->held_on);
	return at;
}

static bool is_said(const char *text)
{
	return text && *text;
}

/* --- The days of a plan --- */

static bool check_start(const struct plan_days *days, bool made_here, struct fault *f)
{
	char start[DATE_TEXT_ROOM], other[DATE_TEXT_ROOM];

	date_medium(days->starts_on, start);
	if (made_here && days->conference_on != DAY_NONE && days->starts_on != days->conference_on)
		return fault_field(f, "starts_on",
				   "A plan starts on the day of the conference that makes it: enter %s, not %s.",
				   date_medium(days->conference_on, other), start);
	if (days->referred_on != DAY_NONE && days->starts_on < days->referred_on)
		return fault_field(
			f, "starts_on",
			"The plan would start on %s, before the referral of %s: correct one of the two days.", start,
			date_medium(days->referred_on, other));
	if (days->died_on != DAY_NONE && days->starts_on > days->died_on)
		return fault_field(f, "starts_on",
				   "The plan would start on %s, after the death on %s: no plan can be made.", start,
				   date_medium(days->died_on, other));
	return true;
}

bool plan_days_check(const struct plan_days *days, bool made_here, struct fault *f)
{
	char start[DATE_TEXT_ROOM], other[DATE_TEXT_ROOM];

	if (days->starts_on == DAY_NONE)
		return true;
	if (!check_start(days, made_here, f))
		return false;
	date_medium(days->starts_on, start);
	if (days->review_on != DAY_NONE && days->review_on <= days->starts_on)
		return fault_field(
			f, "review_on",
			"The plan starts on %s, so it cannot be reviewed on %s: enter a later day for the review.",
			start, date_medium(days->review_on, other));
	if (days->ends_on != DAY_NONE && days->ends_on <= days->starts_on)
		return fault_field(
			f, "ends_on",
			"The plan started on %s, so it cannot end on %s: a plan lasts a day at least. Enter a "
			"later day.",
			start, date_medium(days->ends_on, other));
	return true;
}

/* --- The hard rules --- */

static const char *outcomes_possible(const struct decision_child *child, char *out, size_t room)
{
	size_t at = 0;

	*out = '\0';
	for (int i = OUTCOME_NONE + 1; i < OUTCOME_COUNT; i++) {
		const char *label = outcome_label((enum outcome)i);

		if (!outcome_is_possible((enum outcome)i, child->type, child->of) || at + strlen(label) + 4 > room)
			continue;
		at += strlen(strcat(strcpy(out + at, at ? "; " : ""), label));
	}
	return out;
}

static bool check_outcome(const struct looked_at *at, struct fault *f)
{
	enum outcome outcome = at->decision->outcome;
	char possible[200];

	if (!outcome_is_possible(outcome, at->child->type, at->child->of))
		return fault_field(f, "outcome", "A conference of this kind cannot decide \"%s\". It can decide: %s.",
				   outcome_label(outcome), outcomes_possible(at->child, possible, sizeof possible));
	return true;
}

static bool check_open_plan(const struct looked_at *at, struct fault *f)
{
	enum outcome outcome = at->decision->outcome;
	const struct plan *plan = at->child->open_plan;
	bool wants = outcome == OUTCOME_PLAN_CONTINUES || outcome == OUTCOME_PLAN_ENDS;
	bool is_ours = plan && plan_is_ours(plan);
	char day[DATE_TEXT_ROOM];

	if (wants && !plan)
		return fault_field(f, "outcome",
				   "%s has no open plan to %s: choose another outcome, or say why nothing is decided.",
				   at->name, outcome == OUTCOME_PLAN_ENDS ? "end" : "continue");
	/* The plan of another authority ends when ours is made, which whoever saves sees to. */
	if (outcome == OUTCOME_PLAN_MADE && is_ours)
		return fault_field(
			f, "outcome",
			"%s already has plan %s, open since %s: a child has one plan at a time. Review that one.",
			at->name, plan->reference ? plan->reference : "", date_medium(plan->started_on, day));
	if (outcome_leaves_plan(outcome) && is_ours)
		return fault_field(
			f, "outcome",
			at->child->type == CONFERENCE_SECOND
				? "%s has plan %s, open since %s, which stands until now: decide that it ends "
				  "or that it goes on."
				: "%s has plan %s, open since %s, and only a review ends it: say why nothing "
				  "is decided here.",
			at->name, plan->reference ? plan->reference : "", date_medium(plan->started_on, day));
	return true;
}

static bool check_alive_and_young(const struct looked_at *at, struct fault *f)
{
	const struct decision_child *child = at->child;
	char day[DATE_TEXT_ROOM];

	if (!outcome_makes_plan(at->decision->outcome) || child->held_on == DAY_NONE)
		return true;
	if (child->person->died_on != DAY_NONE && child->held_on > child->person->died_on)
		return fault_field(f, "outcome", "%s died on %s: there can be no plan after that day.", at->name,
				   date_medium(child->person->died_on, day));
	if (at->age >= ADULT)
		return fault_field(f, "outcome",
				   "%s is %d: a plan ends at 18. Correct the birth date, or choose another outcome.",
				   at->name, at->age);
	return true;
}

static bool check_days(const struct looked_at *at, struct fault *f)
{
	const struct decision_child *child = at->child;
	struct plan_days days = {.conference_on = child->held_on,
				 .referred_on = DAY_NONE,
				 .starts_on = DAY_NONE,
				 .ends_on = DAY_NONE,
				 .review_on = DAY_NONE,
				 .died_on = DAY_NONE};

	switch (at->decision->outcome) {
	case OUTCOME_PLAN_MADE:
		days.starts_on = child->held_on;
		days.referred_on = child->referred_on;
		return plan_days_check(&days, true, f);
	case OUTCOME_PLAN_CONTINUES:
		days.starts_on = child->open_plan->started_on;
		days.review_on = child->held_on;
		return plan_days_check(&days, false, f);
	case OUTCOME_PLAN_ENDS:
		days.starts_on = child->open_plan->started_on;
		days.ends_on = child->held_on;
		return plan_days_check(&days, false, f);
	default: return true;
	}
}

static bool check_multiple(const struct looked_at *at, struct fault *f)
{
	unsigned named = at->decision->categories & ~CATEGORY_BIT(CATEGORY_MULTIPLE);

	if (!at->child->may_be_multiple)
		return fault_field(
			f, "category",
			"This authority does not use \"Multiple\": choose the one category that weighs most, "
			"and mark the others beside it.");
	if (!(named & (named - 1))) /* fewer than two bits */
		return fault_field(f, "category",
				   "\"Multiple\" stands for two categories or more: mark for %s which they are.",
				   at->name);
	return true;
}

static bool check_category(const struct looked_at *at, struct fault *f)
{
	enum category primary = at->decision->category;
	unsigned all = at->decision->categories;

	if (!outcome_makes_plan(at->decision->outcome))
		return true;
	if ((unsigned)primary >= CATEGORY_COUNT)
		return fault_field(f, "category", "A plan needs a category: choose the one that weighs most for %s.",
				   at->name);
	if (!(all & CATEGORY_BIT(primary)) || all >= CATEGORY_BIT(CATEGORY_COUNT))
		return fault_field(f, "category",
				   "\"%s\" is the first category of %s: mark it among the categories too.",
				   category_label(primary), at->name);
	if (primary == CATEGORY_MULTIPLE)
		return check_multiple(at, f);
	if (all & CATEGORY_BIT(CATEGORY_MULTIPLE))
		return fault_field(
			f, "category",
			"\"Multiple\" can only be the first category: take its mark away, or choose it as the "
			"first.");
	return true;
}

static bool check_end(const struct looked_at *at, struct fault *f)
{
	enum plan_end_reason reason = at->decision->end_reason;

	if (at->decision->outcome != OUTCOME_PLAN_ENDS)
		return true;
	if (reason == PLAN_END_NONE)
		return fault_field(f, "end_reason", "Say why the plan of %s ends.", at->name);
	if (!plan_end_is_by_conference(reason))
		return fault_field(
			f, "end_reason",
			"\"%s\" is not for a conference to decide: such a plan is ended on the child's page. "
			"Choose another reason.",
			plan_end_reason_label(reason));
	return true;
}

static bool check_words(const struct looked_at *at, struct fault *f)
{
	const struct child_decision *decision = at->decision;
	bool ends_safe = decision->outcome == OUTCOME_PLAN_ENDS && decision->end_reason == PLAN_END_NO_RISK;

	if (!is_said(decision->reasons))
		return fault_field(
			f, "reasons",
			"Write the reasons for the decision about %s: they stand in the letter and the record.",
			at->name);
	if (ends_safe && !is_said(decision->step_down))
		return fault_field(f, "step_down", "Name the help that %s and the family have after the plan ends.",
				   at->name);
	if (decision->outcome == OUTCOME_REFERRED && !is_said(decision->step_down))
		return fault_field(f, "step_down", "Name the agency that %s is referred to.", at->name);
	return true;
}

bool decision_check(const struct child_decision *decision, const struct decision_child *child, struct fault *f)
{
	struct looked_at at = look(decision, child);

	if (decision->scale < -1 || decision->scale > SCALE_MOST)
		return fault_field(f, "scale",
				   "The scale goes from 0 to 10: enter a number between them, or leave it empty.");
	if (decision->outcome == OUTCOME_NONE)
		return is_said(decision->not_decided_why) ||
		       fault_field(f, "outcome",
				   "Nothing is decided about %s yet: every child of the household is decided for. "
				   "Decide, or say why not.",
				   at.name);
	return check_outcome(&at, f) && check_open_plan(&at, f) && check_alive_and_young(&at, f) &&
	       check_days(&at, f) && check_category(&at, f) && check_end(&at, f) && check_words(&at, f);
}

/* --- The soft rules --- */

static void add_line(char **lines, const char *line, struct arena *mem)
{
	*lines = **lines ? arena_printf(mem, "%s\n%s", *lines, line) : arena_text(mem, line);
}

static void warn_of_participation(const struct looked_at *at, char **lines, struct arena *mem)
{
	enum participation how = at->decision->participation;

	if (person_is_unborn(at->child->person))
		return;
	if (how == PARTICIPATION_NONE)
		add_line(lines, arena_printf(mem, "It is not written down how %s took part.", at->name), mem);
	else if (how == PARTICIPATION_PN0 && at->age >= UNDER_FOUR)
		add_line(lines, arena_printf(mem, "PN0 is for children under four, and %s is %d.", at->name, at->age),
			 mem);
	else if (how != PARTICIPATION_PN0 && at->age >= 0 && at->age < UNDER_FOUR)
		add_line(lines,
			 arena_printf(mem, "%s is under four: PN0 is the usual code, not %s.", at->name,
				      participation_token(how)),
			 mem);
	if (at->age >= UNDER_FOUR && how != PARTICIPATION_PN4 && how != PARTICIPATION_PN7 &&
	    !is_said(at->decision->child_views))
		add_line(lines, arena_printf(mem, "The views of %s are not written down.", at->name), mem);
}

static void warn_of_plan(const struct looked_at *at, char **lines, struct arena *mem)
{
	const struct decision_child *child = at->child;
	enum outcome outcome = at->decision->outcome;
	char day[DATE_TEXT_ROOM];

	if (outcome_makes_plan(outcome) && child->need_plan_is_open)
		add_line(lines,
			 arena_printf(mem,
				      "The child in need plan of %s is still open: it should end when a child "
				      "protection plan runs.",
				      at->name),
			 mem);
	if (outcome == OUTCOME_PLAN_MADE && child->held_on != DAY_NONE && date_weekday(child->held_on) >= SATURDAY)
		add_line(lines,
			 arena_printf(mem, "%s is at the weekend: the national return asks whether the day is right.",
				      date_medium(child->held_on, day)),
			 mem);
}

/* A plan ends when the child is safe: a low scale beside it wants a word. */
static void warn_of_scale(const struct looked_at *at, char **lines, struct arena *mem)
{
	const struct child_decision *decision = at->decision;
	bool ends_safe = decision->outcome == OUTCOME_PLAN_ENDS && decision->end_reason == PLAN_END_NO_RISK;

	if (ends_safe && decision->scale >= 0 && decision->scale < SCALE_MOST / 2)
		add_line(lines,
			 arena_printf(mem, "The plan of %s ends at %d on the scale of 10.", at->name, decision->scale),
			 mem);
}

char *decision_warnings(const struct child_decision *decision, const struct decision_child *child, struct arena *mem)
{
	struct looked_at at = look(decision, child);
	char *lines = arena_text(mem, "");

	if (decision->outcome == OUTCOME_NONE)
		return lines;
	warn_of_participation(&at, &lines, mem);
	warn_of_plan(&at, &lines, mem);
	warn_of_scale(&at, &lines, mem);
	return lines;
}
