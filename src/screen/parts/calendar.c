/* A month to choose a day from: weekends, bank holidays and closures named, conferences counted. It knows dates, so it
 * lives here and not in the toolkit. */
#include "casework/worklist.h"
#include "screens.h"

#include <stdio.h>

enum { OP_LEFT_DAY = OP_FIRST_OWN, OP_RIGHT_DAY, OP_TODAY, OP_CHOOSE };

static const struct binding calendar_keys[] = {
	{TUI_KEY_LEFT, 'h', 0, OP_LEFT_DAY, NULL, "The day before."},
	{TUI_KEY_RIGHT, 'l', 0, OP_RIGHT_DAY, NULL, "The day after."},
	{TUI_KEY_ENTER, 0, 0, OP_CHOOSE, "Choose", "Choose this day."},
	{'t', 0, 0, OP_TODAY, "Today", "Back to today."},
	{0},
};

struct calendar_state {
	int code;
	day_number day, today;
	const struct working_calendar *calendar;
	int count[31];     /* conferences of the shown month by day */
	int counted_month; /* year * 12 + month that `count` is of */
};

static int month_of(day_number day)
{
	struct civil_date date = date_civil(day);

	return date.year * 12 + date.month;
}

static day_number month_start(day_number day)
{
	return day - date_civil(day).day + 1;
}

static bool calendar_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct calendar_state *state = screen_state(s);
	struct casework *cw = casework_of(t);
	struct diary_list diary;
	day_number from = month_start(state->day), to = date_add_months(from, 1) - 1;

	state->today = casework_today(cw);
	state->calendar = casework_calendar(cw);
	if (!casework_diary(cw, from, to, NULL, screen_arena(s), &diary, f))
		return false;
	for (int i = 0; i < 31; i++)
		state->count[i] = 0;
	for (size_t i = 0; i < diary.count; i++)
		if (diary.items[i].day >= from && diary.items[i].day <= to)
			state->count[diary.items[i].day - from]++;
	state->counted_month = month_of(state->day);
	return true;
}

static void calendar_title(const struct screen *s, char *out, size_t room)
{
	const struct calendar_state *state = screen_state(s);
	struct civil_date date = date_civil(state->day);

	snprintf(out, room, "%s %d", date_month_name(date.month), date.year);
}

static void draw_day(const struct calendar_state *state, struct canvas *c, day_number day, int row, int column)
{
	bool is_off = !working_day_is(day, state->calendar, COUNT_LOCAL);
	int count = state->count[day - month_start(state->day)];
	enum tui_role role = day == state->day ? TUI_SELECTED : is_off ? TUI_MUTED : TUI_TEXT;
	char number[16], text[24];

	snprintf(number, sizeof number, day == state->today ? "[%d]" : "%d", date_civil(day).day);
	snprintf(text, sizeof text, "%4s%s", number, working_day_holiday(day, state->calendar) ? "*" : " ");
	canvas_text(c, row, column, 6, role, text);
	if (count)
		canvas_print(c, row, column + 5, 3, TUI_LINK, "%d", count);
	if (day == state->day)
		canvas_cursor(c, row, column + 1);
}

static void calendar_draw(const struct screen *s, struct canvas *c)
{
	const struct calendar_state *state = screen_state(s);
	day_number first = month_start(state->day), end = date_add_months(first, 1);
	const char *why = working_day_why_not(state->day, state->calendar);
	char day[DATE_TEXT_ROOM], distance[DISTANCE_TEXT_ROOM];
	int row = 2;

	for (int weekday = MONDAY; weekday <= SUNDAY; weekday++)
		canvas_print(c, 1, 6 + weekday * 8, 3, TUI_HEADING, "%.3s", date_weekday_name((enum weekday)weekday));
	for (day_number d = first; d < end; d++) {
		int weekday = (int)date_weekday(d);

		if (d == first || weekday == MONDAY)
			canvas_print(c, row, 0, 4, TUI_MUTED, "w%02d", date_iso_week(d));
		draw_day(state, c, d, row, 4 + weekday * 8);
		if (weekday == SUNDAY)
			row++;
	}
	row = 9;
	canvas_print(c, row, 2, -1, why ? TUI_SOON : TUI_TEXT, "%s · %s%s%s", date_medium(state->day, day),
		     working_day_distance(state->today, state->day, state->calendar, distance), why ? " · " : "",
		     why ? why : "");
	canvas_text(c, row + 1, 2, -1, TUI_MUTED,
		    "* bank holiday or closure · a number counts conferences · PgUp PgDn month");
}

/* Another month needs its own counts. */
static void go_to_day(struct calendar_state *state, struct tui *t, day_number day)
{
	if (date_civil(day).year < 1901 || date_civil(day).year > 2199)
		return;
	state->day = day;
	if (state->counted_month != month_of(day))
		tui_refresh(t);
}

static enum handled calendar_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct calendar_state *state = screen_state(s);

	(void)typed;
	switch (op) {
	case OP_LEFT_DAY: go_to_day(state, t, state->day - 1); return HANDLED;
	case OP_RIGHT_DAY: go_to_day(state, t, state->day + 1); return HANDLED;
	case OP_UP: go_to_day(state, t, state->day - 7); return HANDLED;
	case OP_DOWN: go_to_day(state, t, state->day + 7); return HANDLED;
	case OP_PAGE_UP: go_to_day(state, t, date_add_months(state->day, -1)); return HANDLED;
	case OP_PAGE_DOWN: go_to_day(state, t, date_add_months(state->day, 1)); return HANDLED;
	case OP_FIRST: go_to_day(state, t, month_start(state->day)); return HANDLED;
	case OP_LAST: go_to_day(state, t, date_add_months(month_start(state->day), 1) - 1); return HANDLED;
	case OP_TODAY: go_to_day(state, t, state->today); return HANDLED;
	case OP_OPEN:
	case OP_CHOOSE: tui_close(t, &(struct answer){.code = state->code, .number = state->day}); return HANDLED;
	default: return NOT_MINE;
	}
}

const struct screen_class calendar_screen = {
	.name = "calendar",
	.purpose = "Choose a day; bank holidays and closures are named.",
	.keys = calendar_keys,
	.state_size = sizeof(struct calendar_state),
	.load = calendar_load,
	.title = calendar_title,
	.draw = calendar_draw,
	.act = calendar_act,
};

bool calendar_open(struct tui *t, int code, day_number around, struct fault *f)
{
	struct calendar_state start = {.code = code, .day = around};

	return tui_push(t, &calendar_screen, &start, f);
}
