/* What closing a conference will do, in sentences that the chair reads before doing it. */
#include "live_closing.h"

#include "booking_facts.h"
#include "invitee_words.h"

#include <ctype.h>
#include <string.h>

/* "emotional abuse" */
static const char *category_words(enum category category, struct arena *mem)
{
	char *words = arena_text(mem, category_label(category));

	if (*words)
		words[0] = (char)tolower((unsigned char)words[0]);
	return words;
}

static const char *day_words(day_number day, struct arena *mem)
{
	char words[DATE_TEXT_ROOM];

	return arena_text(mem, date_medium(day, words));
}

static day_number due_of(const struct casework *cw, const struct closing *at, enum rule_key rule)
{
	struct deadline_dates dates = deadline_compute(casework_policy(cw), casework_calendar(cw), rule,
						       at->conference.held_on);

	return deadline_last_day(dates.due, dates.limit);
}

static const char *by_words(day_number by, struct arena *mem)
{
	return by == DAY_NONE ? "" : arena_printf(mem, " by %s", day_words(by, mem));
}

static const char *continues_words(const struct closing_child *child, struct arena *mem)
{
	if (child->decision.category == child->plan.category_latest)
		return arena_printf(mem, "plan continues, %s", category_words(child->decision.category, mem));
	return arena_printf(mem, "plan continues, now %s instead of %s", category_words(child->decision.category, mem),
			    category_words(child->plan.category_latest, mem));
}

static const char *undecided_words(const struct closing_child *child, struct arena *mem)
{
	const char *why = child->decision.not_decided_why;
	size_t length = strlen(why);

	if (*why) /* the line ends it */
		return arena_printf(mem, "nothing decided: %.*s", (int)(length - (why[length - 1] == '.')), why);
	return "nothing is decided yet";
}

static const char *child_words(const struct casework *cw, const struct closing *at, const struct closing_child *child,
			       struct arena *mem)
{
	const struct child_decision *decision = &child->decision;

	switch (decision->outcome) {
	case OUTCOME_NONE: return undecided_words(child, mem);
	case OUTCOME_PLAN_MADE: return arena_printf(mem, "plan starts, %s", category_words(decision->category, mem));
	case OUTCOME_PLAN_CONTINUES: return continues_words(child, mem);
	case OUTCOME_PLAN_ENDS: return arena_printf(mem, "plan ends: %s", plan_end_reason_label(decision->end_reason));
	case OUTCOME_ADJOURNED:
		return arena_printf(mem, "decided at a reconvened conference%s",
				    by_words(due_of(cw, at, RULE_INQUORATE_REBOOK), mem));
	default: return outcome_label(decision->outcome);
	}
}

static void add_line(const char **lines, const char *line, struct arena *mem)
{
	*lines = **lines ? arena_printf(mem, "%s\n%s", *lines, line) : line;
}

static void add_plan(const struct closing *at, const char **lines, struct arena *mem)
{
	const struct core_group_meeting *meeting = &at->meeting;
	char clock[8];

	if (at->plan.id)
		add_line(lines,
			 arena_printf(mem,
				      "The outline plan is issued for %s and can only be changed by a new version.",
				      closing_names(at, closing_makes_plan, mem)),
			 mem);
	if (meeting->id)
		add_line(lines,
			 arena_printf(mem, "The core group meets on %s%s%s.", day_words(meeting->day, mem),
				      meeting->starts < 0 ? "" : " at ",
				      meeting->starts < 0 ? "" : date_clock(meeting->starts, clock)),
			 mem);
	else
		add_line(lines, arena_printf(mem, "The core group is to meet%s.", by_words(at->meeting_last, mem)),
			 mem);
}

static void add_review(const struct casework *cw, const struct closing *at, const char **lines, struct arena *mem)
{
	day_number last = closing_review_last(cw, at);

	if (!closing_count(at, closing_makes_plan)) {
		if (at->review.id && !closing_count(at, closing_has_plan_after))
			add_line(lines,
				 arena_printf(mem, "%s, the next review, is given back: nobody has a plan any more.",
					      at->review.reference),
				 mem);
		return;
	}
	if (at->review.id && at->review.held_on != DAY_NONE)
		add_line(lines,
			 arena_printf(mem, "The next review is %s, %s%s.", at->review.reference,
				      conference_when(&at->review, mem),
				      last == DAY_NONE ? ""
						       : arena_printf(mem, "; its limit is %s", day_words(last, mem))),
			 mem);
	else
		add_line(lines, arena_printf(mem, "The next review is still to be booked%s.", by_words(last, mem)),
			 mem);
}

static void add_papers(const struct casework *cw, const struct closing *at, const char **lines, struct arena *mem)
{
	day_number letters = due_of(cw, at, RULE_DECISION_LETTER), record = due_of(cw, at, RULE_RECORD_DISTRIBUTE);

	if (letters != DAY_NONE)
		add_line(lines, arena_printf(mem, "Decision letters are due%s.", by_words(letters, mem)), mem);
	if (record != DAY_NONE)
		add_line(lines, arena_printf(mem, "The record is due%s.", by_words(record, mem)), mem);
}

const char *closing_follows(struct casework *cw, const struct closing *closing, struct arena *mem)
{
	const char *lines = "";

	for (size_t i = 0; i < closing->children.count; i++)
		add_line(&lines,
			 arena_printf(mem, "%s: %s.", closing->children.items[i].name,
				      child_words(cw, closing, &closing->children.items[i], mem)),
			 mem);
	if (closing_count(closing, closing_makes_plan))
		add_plan(closing, &lines, mem);
	add_review(cw, closing, &lines, mem);
	add_papers(cw, closing, &lines, mem);
	return lines;
}
