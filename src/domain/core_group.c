/* When a core group meets next, and what a run of its dates to the review is. */
#include "domain/core_group.h"

#include <string.h>

enum { WEEKS_SHOWN = 12, DAYS_SHOWN = WEEKS_SHOWN * 7 };

day_number core_group_next_due(const struct policy *policy, const struct working_calendar *calendar, day_number held)
{
	return deadline_compute(policy, calendar, RULE_CORE_GROUP_NEXT, held).due;
}

day_number core_group_limit(const struct core_group_ahead *ahead, day_number day, const struct policy *policy,
			    const struct working_calendar *calendar)
{
	day_number before = DAY_NONE;

	for (size_t i = 0; i < ahead->meetings->count; i++) {
		const struct core_group_meeting *one = &ahead->meetings->items[i];

		if (one->state == CORE_GROUP_MEETING_BOOKED && one->id != ahead->except && one->day >= ahead->today &&
		    one->day < day && (before == DAY_NONE || one->day > before))
			before = one->day;
	}
	return before == DAY_NONE ? ahead->owed_by : core_group_next_due(policy, calendar, before);
}

day_number core_group_last_before(day_number review, const struct policy *policy,
				  const struct working_calendar *calendar)
{
	int days = policy->core_group_before_review_wd;

	return days > 0 ? working_day_add(review, -days, calendar, COUNT_LOCAL) : review - 1;
}

size_t core_group_lay(day_number first, day_number review, const struct policy *policy,
		      const struct working_calendar *calendar, struct core_group_date out[CORE_GROUP_RUN_MOST])
{
	day_number last = core_group_last_before(review, policy, calendar);
	size_t count = 0;

	out[count++] = (struct core_group_date){.day = first, .asked = first};
	while (count < CORE_GROUP_RUN_MOST) {
		day_number before = out[count - 1].day, asked = core_group_next_due(policy, calendar, before);
		bool is_last = asked == DAY_NONE || asked > last;

		if (asked == DAY_NONE || (is_last && policy->core_group_before_review_wd == 0))
			break;
		if (is_last)
			asked = last;
		out[count] = (struct core_group_date){.day = working_day_on_or_before(asked, calendar, COUNT_LOCAL),
						      .asked = asked,
						      .why = working_day_why_not(asked, calendar)};
		if (out[count].day <= before)
			break;
		count++;
		if (is_last)
			break;
	}
	return count;
}

/* --- To scale --- */

/* Today is the middle column. */
static int column_of(day_number day, day_number today, int columns)
{
	int from_left = (int)(day - today) + DAYS_SHOWN / 2, column = from_left * columns / DAYS_SHOWN;

	return from_left < 0 ? 0 : column >= columns ? columns - 1 : column;
}

static char mark_at(const struct core_group_time *time, int column, int columns)
{
	int now = column_of(time->today, time->today, columns);
	int held = time->last_held == DAY_NONE ? -1 : column_of(time->last_held, time->today, columns);
	int due = time->due == DAY_NONE ? -1 : column_of(time->due, time->today, columns);

	if (time->booked != DAY_NONE && column == column_of(time->booked, time->today, columns))
		return 'x';
	if (column == held)
		return '|';
	if (time->due != DAY_NONE && time->due < time->today && column >= due && column <= now)
		return '!';
	if (column < held)
		return '.';
	if (column <= now && (held >= 0 || time->due != DAY_NONE))
		return '-';
	return column <= due ? '.' : ' ';
}

char *core_group_strip(const struct core_group_time *time, int columns, char out[CORE_GROUP_STRIP_ROOM])
{
	static const char dot[] = "·";
	char *at = out;

	if (columns > CORE_GROUP_STRIP_MOST)
		columns = CORE_GROUP_STRIP_MOST;
	for (int column = 0; column < columns; column++) {
		char mark = mark_at(time, column, columns);

		if (mark != '.') {
			*at++ = mark;
			continue;
		}
		memcpy(at, dot, sizeof dot - 1);
		at += sizeof dot - 1;
	}
	while (at > out && at[-1] == ' ')
		at--;
	*at = '\0';
	return out;
}
