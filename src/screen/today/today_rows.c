/* The rows of Today and how each reads in the list. */
#include "today_rows.h"
#include "due_words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { COLUMN_SIGN, COLUMN_DUE, COLUMN_LEFT, COLUMN_WHAT, COLUMN_FAMILY, COLUMN_REFERENCE, COLUMN_MISSING };

const struct list_column today_columns[] = {
	{"", 1, LIST_LEFT, 0, 0},
	{"due", 10, LIST_LEFT, 0, 'd'},
	{"left", DUE_LEFT_CELLS, LIST_LEFT, 50, 0},
	{"what", 18, LIST_LEFT, 0, 'w'},
	{"family", 0, LIST_LEFT, 0, 'f'},
	{"reference", 9, LIST_LEFT, 70, 'r'},
	{"missing", 0, LIST_LEFT, 64, 'm'},
};

static bool is_in_lane(const struct due_item *item, int lane)
{
	if (lane == TODAY_LANE_ALL)
		return true;
	if (lane == TODAY_LANE_LATE)
		return item->state == DEADLINE_LATE;
	return (int)item->lane == lane;
}

static bool push_meetings(const struct diary_list *meetings, struct arena *mem, struct today_row_list *out)
{
	for (size_t i = 0; i < meetings->count; i++) {
		struct today_row *row = ARENA_PUSH(mem, out);
		if (!row)
			return false;
		row->meeting = &meetings->items[i];
	}
	return true;
}

/* The due list comes late first and then by due date; the day's conferences stand after today's tasks. */
bool today_rows_make(const struct due_list *due, const struct diary_list *meetings, int lane, day_number today,
		     struct arena *mem, struct today_row_list *out)
{
	bool meetings_done = lane != TODAY_LANE_ALL;

	*out = (struct today_row_list){.today = today};
	for (size_t i = 0; i < due->count; i++) {
		struct today_row *row;

		if (!meetings_done && due->items[i].by > today && due->items[i].state != DEADLINE_LATE) {
			meetings_done = true;
			if (!push_meetings(meetings, mem, out))
				return false;
		}
		if (!is_in_lane(&due->items[i], lane))
			continue;
		row = ARENA_PUSH(mem, out);
		if (!row)
			return false;
		row->due = &due->items[i];
	}
	return meetings_done || push_meetings(meetings, mem, out);
}

static const struct today_row *row_at(const void *rows, size_t row)
{
	return &((const struct today_row_list *)rows)->items[row];
}

static int64_t today_identity(const void *rows, size_t row)
{
	const struct today_row *r = row_at(rows, row);

	return r->due ? r->due->id * 2 : r->meeting->id * 2 + 1; /* even: a task, odd: a conference */
}

static void meeting_cell(const struct diary_item *meeting, int column, char *out, size_t room)
{
	char clock[8];

	switch (column) {
	case COLUMN_DUE: snprintf(out, room, "today"); break;
	case COLUMN_LEFT:
		snprintf(out, room, "%s", meeting->starts < 0 ? "" : date_clock(meeting->starts, clock));
		break;
	case COLUMN_WHAT:
		snprintf(out, room, "%s · %s", conference_type_brief(meeting->type),
			 meeting->room[0] ? meeting->room : meeting->place);
		break;
	case COLUMN_FAMILY: snprintf(out, room, "%s", meeting->family_words); break;
	case COLUMN_REFERENCE: snprintf(out, room, "%s", meeting->reference); break;
	case COLUMN_MISSING: snprintf(out, room, "%s", meeting->chair[0] ? meeting->chair : "no chair"); break;
	default: out[0] = '\0';
	}
}

static void today_cell(const void *rows, size_t row, int column, char *out, size_t room)
{
	const struct today_row *r = row_at(rows, row);
	day_number today = ((const struct today_row_list *)rows)->today;
	char words[32], missing[64];

	if (!r->due) {
		meeting_cell(r->meeting, column, out, room);
		return;
	}
	switch (column) {
	case COLUMN_SIGN: snprintf(out, room, "%s", due_sign(r->due->state)); break;
	case COLUMN_DUE: snprintf(out, room, "%s", due_when_words(r->due->by, today, words)); break;
	case COLUMN_LEFT:
		snprintf(out, room, "%s", due_left_words(r->due->state, r->due->working_days_left, words));
		break;
	case COLUMN_WHAT: snprintf(out, room, "%s", rule_label(r->due->rule)); break;
	case COLUMN_FAMILY: snprintf(out, room, "%s", r->due->family_words); break;
	case COLUMN_REFERENCE: snprintf(out, room, "%s", r->due->reference); break;
	case COLUMN_MISSING: snprintf(out, room, "%s", due_missing_words(r->due, missing)); break;
	default: out[0] = '\0';
	}
}

static enum tui_role today_role(const void *rows, size_t row, int column)
{
	const struct today_row *r = row_at(rows, row);

	if (!r->due)
		return TUI_TITLE;
	if (column == COLUMN_MISSING && strncmp(r->due->missing, "booked", 6) == 0)
		return TUI_GOOD;
	return column <= COLUMN_LEFT ? due_role(r->due->state) : TUI_TEXT;
}

static int today_compare(const void *rows, size_t a, size_t b, int column)
{
	const struct today_row *x = row_at(rows, a), *y = row_at(rows, b);
	day_number today = ((const struct today_row_list *)rows)->today;
	day_number due_x = x->due ? x->due->by : today, due_y = y->due ? y->due->by : today;

	return column == COLUMN_DUE ? (due_x > due_y) - (due_x < due_y) : LIST_BY_TEXT;
}

struct list_source today_source(const struct today_row_list *rows)
{
	return (struct list_source){
		.count = rows->count,
		.identity = today_identity,
		.cell = today_cell,
		.role = today_role,
		.compare = today_compare,
		.rows = rows,
	};
}

void today_row_words(const struct today_row *row, char *out, size_t room)
{
	char trigger[DATE_TEXT_ROOM], limit[DATE_TEXT_ROOM];
	const struct due_item *due = row->due;
	int used;

	if (!due) {
		snprintf(out, room, "%s · chair %s · minutes %s%s%s", row->meeting->family_words,
			 row->meeting->chair[0] ? row->meeting->chair : "not named",
			 row->meeting->minute_taker[0] ? row->meeting->minute_taker : "not named",
			 row->meeting->note[0] ? " · " : "", row->meeting->note);
		return;
	}
	if (due->rule == RULE_PLAN_ACTION) { /* the column has no room for who owes them */
		snprintf(out, room, "%s · %s · first by %s", due->family, due->missing, date_medium(due->due, trigger));
		return;
	}
	used = snprintf(out, room, "%s%s%s%s · %s %s", *due->later ? "then " : "", due->later, *due->later ? " · " : "",
			due->family, trigger_label(rule_trigger(due->rule)), date_medium(due->trigger_on, trigger));
	if (due->limit != DAY_NONE && used > 0 && (size_t)used < room)
		used += snprintf(out + used, room - (size_t)used, " · limit %s", date_short(due->limit, limit));
	if (due->chair[0] && used > 0 && (size_t)used < room)
		snprintf(out + used, room - (size_t)used, " · chair %s", due->chair);
}
