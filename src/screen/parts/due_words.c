/* How a due item reads. */
#include "due_words.h"

#include <stdio.h>

enum { MOST_DAYS_LATE = 999, WORKING_DAYS_OF_A_YEAR = 253 };

char *due_left_words(enum deadline_state state, int working_days_left, char out[32])
{
	int late = working_days_left < 0 ? -working_days_left : 0;

	if (state == DEADLINE_LATE && late > MOST_DAYS_LATE)
		snprintf(out, 32, "%dy late", late / WORKING_DAYS_OF_A_YEAR);
	else if (state == DEADLINE_LATE)
		snprintf(out, 32, "%d late", late);
	else
		snprintf(out, 32, "%d wd", working_days_left);
	return out;
}

char *due_when_words(day_number due, day_number today, char out[24])
{
	char text[DATE_TEXT_ROOM];

	if (due == today)
		snprintf(out, 24, "today");
	else if (due - today > 300 || today - due > 300)
		snprintf(out, 24, "%s", date_plain(due, text));
	else
		snprintf(out, 24, "%s", date_short(due, text));
	return out;
}

enum tui_role due_role(enum deadline_state state)
{
	static const enum tui_role roles[] = {
		[DEADLINE_LATE] = TUI_LATE,
		[DEADLINE_TODAY] = TUI_SOON,
		[DEADLINE_SOON] = TUI_TEXT,
		[DEADLINE_OK] = TUI_TEXT,
	};
	return roles[state];
}

/* "booked Wed 8 Apr 13:00" loses its weekday and time: the list has no room for them, the page has. */
char *due_missing_words(const struct due_item *item, char out[64])
{
	char weekday[8], month[8];
	int day;

	if (sscanf(item->missing, "booked %7s %d %7s", weekday, &day, month) == 3)
		snprintf(out, 64, "booked %d %s", day, month);
	else
		snprintf(out, 64, "%s", item->missing);
	return out;
}

const char *due_sign(enum deadline_state state)
{
	return state == DEADLINE_LATE ? "!" : "";
}
