/* The selected row of Today in full, beside the list on wide screens. */
#include "due_words.h"
#include "today_rows.h"

#include <stdio.h>
#include <string.h>

static int draw_fact(struct canvas *c, int row, const char *label, const char *text)
{
	if (!text[0])
		return row;
	canvas_text(c, row, 0, 12, TUI_MUTED, label);
	return row + canvas_paragraph(c, row, 12, canvas_columns(c) - 12, canvas_rows(c) - row, TUI_TEXT, text);
}

static int draw_day(struct canvas *c, int row, const char *label, day_number day, day_number today,
		    const struct working_calendar *calendar)
{
	char date[DATE_TEXT_ROOM], distance[DISTANCE_TEXT_ROOM], text[DATE_TEXT_ROOM + DISTANCE_TEXT_ROOM + 4];

	if (day == DAY_NONE)
		return row;
	snprintf(text, sizeof text, "%s, %s", date_medium(day, date),
		 working_day_distance(today, day, calendar, distance));
	return draw_fact(c, row, label, text);
}

static void draw_due(const struct due_item *due, day_number today, const struct working_calendar *calendar,
		     struct canvas *c)
{
	enum role owner;
	char left[32];
	int row = 2;

	canvas_text(c, 0, 0, -1, TUI_TITLE, rule_label(due->rule));
	canvas_print(c, 1, 0, -1, due_role(due->state), "%s%s", due_sign(due->state)[0] ? "! " : "",
		     due_left_words(due->state, due->working_days_left, left));
	row = draw_fact(c, row, "family", due->family_words);
	row = draw_fact(c, row, "reference", due->reference);
	row = draw_fact(c, row, "children", due->children);
	row = draw_day(c, row, "counts from", due->trigger_on, today, calendar);
	row = draw_day(c, row, "due", due->due, today, calendar);
	row = draw_day(c, row, "limit", due->limit, today, calendar);
	row = draw_fact(c, row, "missing", due->missing);
	row = draw_fact(c, row, "then", due->later);
	row = draw_fact(c, row, "chair", due->chair);
	draw_fact(c, row, "owner", role_from_token(due->owner, &owner) ? role_label(owner) : due->owner);
}

static void draw_meeting(const struct diary_item *meeting, struct canvas *c)
{
	char from[8], to[8], text[24] = "";
	int row = 2;

	canvas_text(c, 0, 0, -1, TUI_TITLE, conference_type_label(meeting->type));
	if (meeting->starts >= 0)
		snprintf(text, sizeof text, "%s to %s", date_clock(meeting->starts, from),
			 date_clock(meeting->starts + meeting->minutes, to));
	canvas_text(c, 1, 0, -1, TUI_TEXT, text);
	row = draw_fact(c, row, "family", meeting->family_words);
	row = draw_fact(c, row, "reference", meeting->reference);
	row = draw_fact(c, row, "state", conference_state_label(meeting->state));
	row = draw_fact(c, row, "chair", meeting->chair);
	row = draw_fact(c, row, "room", meeting->room[0] ? meeting->room : meeting->place);
	row = draw_fact(c, row, "minutes", meeting->minute_taker);
	draw_fact(c, row, "note", meeting->note);
}

void today_detail_draw(const struct today_row *row, day_number today, const struct working_calendar *calendar,
		       struct canvas *c)
{
	if (row->due)
		draw_due(row->due, today, calendar, c);
	else
		draw_meeting(row->meeting, c);
}
