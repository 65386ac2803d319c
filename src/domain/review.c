/* By when the next review of a plan is held, and the words of why it is earlier and of looked-after children. */
#include "domain/review.h"

#include "words.h"

WORDS_OF(early_trigger, EARLY_TRIGGERS, EARLY_TRIGGER_COUNT)
WORDS_OF(ask_way, ASK_WAYS, ASK_WAY_COUNT)
WORDS_OF(legal_status, LEGAL_STATUSES, LEGAL_STATUS_COUNT)

static day_number sooner(day_number a, day_number b)
{
	if (a == DAY_NONE || b == DAY_NONE)
		return a == DAY_NONE ? b : a;
	return a < b ? a : b;
}

static struct review_limit limit_by(const struct policy *policy, const struct working_calendar *calendar,
				    enum rule_key rule, day_number trigger)
{
	struct deadline_dates dates = deadline_compute(policy, calendar, rule, trigger);

	return (struct review_limit){.rule = rule, .trigger_on = trigger, .due_on = dates.due, .limit_on = dates.limit};
}

struct review_limit review_next(const struct policy *policy, const struct working_calendar *calendar,
				const struct review_course *course)
{
	bool is_first = course->last_review_on == DAY_NONE;
	struct review_limit out = limit_by(policy, calendar, is_first ? RULE_REVIEW_FIRST : RULE_REVIEW_NEXT,
					   is_first ? course->initial_on : course->last_review_on);
	struct review_limit after = limit_by(policy, calendar, RULE_REVIEW_AFTER_BIRTH, course->born_on);

	if (after.due_on != DAY_NONE && (out.due_on == DAY_NONE || after.due_on < out.due_on)) {
		after.limit_on = sooner(after.limit_on, out.limit_on);
		out = after;
	}
	if (out.due_on != DAY_NONE)
		out.due_on = sooner(out.due_on, course->brought_to);
	return out;
}
