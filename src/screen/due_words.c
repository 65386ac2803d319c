/* How a due item reads. */
#include "due_words.h"

#include <stdio.h>

char *due_left_words(const struct due_item *item, char out[32])
{
	if (item->state == DEADLINE_TODAY)
		snprintf(out, 32, "today");
	else if (item->state == DEADLINE_LATE)
		snprintf(out, 32, "%d wd late", item->working_days_left < 0 ? -item->working_days_left : 0);
	else
		snprintf(out, 32, "%d wd", item->working_days_left);
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

const char *due_sign(enum deadline_state state)
{
	return state == DEADLINE_LATE ? "!" : "";
}
