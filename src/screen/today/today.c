/* Today: what is late, what is due in ten working days by lane, and the day's conferences. The officer's first screen.
 */
#include "due_words.h"
#include "mailing.h"
#include "screens.h"
#include "tick.h"
#include "today_lanes.h"
#include "today_rows.h"
#include "tui/list.h"
#include "waiting.h"

#include <stdio.h>
#include <string.h>

enum {
	OP_NEXT_LANE = OP_FIRST_OWN,
	OP_PREVIOUS_LANE,
	OP_ADD,
	OP_BOOK_IT,
	OP_LETTERS,
	OP_TICK,
	OP_WAIVE,
	OP_UNDO,
	OP_CLOCK,
	OP_DIARY,
	OP_DRAFTS,
	OP_EVERYTHING,
	OP_LANE_0, /* ten in a row: the digits */
	OP_LANE_9 = OP_LANE_0 + 9,
};

static const struct binding today_keys[] = {
	{TUI_KEY_ENTER, 'o', 0, OP_OPEN, "Open", "Open the conference, child or family of this row."},
	{'b', 0, 0, OP_BOOK_IT, "Book", "Book it: the slots that are free are proposed."},
	{'a', 0, 0, OP_ADD, "Add request", "Take a new request for a conference."},
	{'i', 0, 0, OP_LETTERS, "Invite", "The letters of this row's conference that are due to be sent."},
	{'t', 0, 0, OP_TICK, "Tick", "Mark the task of this row as done."},
	{'w', 0, 0, OP_WAIVE, NULL, "Waive the task of this row, with a reason."},
	{'u', 0, 0, OP_UNDO, NULL, "Take back the last tick or waiver."},
	{'c', 0, 0, OP_CLOCK, "Clock", "Every enquiry that waits for its conference."},
	{'d', 0, 0, OP_DIARY, "Diary", "The diary by week and month."},
	{'D', TUI_F(6), 0, OP_DRAFTS, NULL, "What was typed and not yet saved."},
	{TUI_KEY_TAB, ']', 0, OP_NEXT_LANE, "Lane", "Show the next lane only."},
	{TUI_KEY_BACK_TAB, '[', 0, OP_PREVIOUS_LANE, NULL, "Show the lane before."},
	{'e', 0, 0, OP_EVERYTHING, NULL, "Show everything that is open, or ten working days again."},
	{'0', 0, 0, OP_LANE_0, NULL, "All lanes."},
	{'1', 0, 0, OP_LANE_0 + 1, NULL, "Late."},
	{'2', 0, 0, OP_LANE_0 + 2, NULL, "Book."},
	{'3', 0, 0, OP_LANE_0 + 3, NULL, "Invite."},
	{'4', 0, 0, OP_LANE_0 + 4, NULL, "Replies."},
	{'5', 0, 0, OP_LANE_0 + 5, NULL, "Reports."},
	{'6', 0, 0, OP_LANE_0 + 6, NULL, "Bundle."},
	{'7', 0, 0, OP_LANE_0 + 7, NULL, "Letters."},
	{'8', 0, 0, OP_LANE_0 + 8, NULL, "Record."},
	{'9', 0, 0, OP_LANE_0 + 9, NULL, "Core groups, then with Tab reviews and complaints."},
	{0},
};

enum { DETAIL_COLUMNS = 42 }; /* beside the list, from 120 columns */

struct today_state {
	struct due_list due;
	struct diary_list meetings;
	struct today_row_list rows;
	struct list list;
	int lane;        /* TODAY_LANE_ALL, TODAY_LANE_LATE or an enum lane */
	bool everything; /* not only ten working days */
	day_number today;
	const struct working_calendar *calendar;
	bool is_open;
};

static bool today_fill(struct today_state *state, struct arena *mem, struct fault *f)
{
	struct list_source source;

	if (!today_rows_make(&state->due, &state->meetings, state->lane, state->today, mem, &state->rows))
		return fault_set(f, FAULT_MEMORY, "The list is too long to show.");
	source = today_source(&state->rows);
	list_fill(&state->list, &source, mem);
	return true;
}

static bool today_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct today_state *state = screen_state(s);
	struct casework *cw = casework_of(t);
	/* The lane line counts what the list holds, not every review of the next six months. */
	struct due_filter filter = {
		.within_wd = state->everything ? -1 : 10, .lane = -1, .folds_readers = true, .counts_listed = true};

	if (!state->is_open) {
		state->is_open = true;
		state->lane = TODAY_LANE_ALL;
		list_open(&state->list, today_columns, TODAY_COLUMN_COUNT);
	}
	state->today = casework_today(cw);
	state->calendar = casework_calendar(cw);
	if (!casework_board(cw, &filter, screen_arena(s), &state->due, &state->meetings, f) ||
	    !today_fill(state, screen_arena(s), f))
		return false;
	if (!desk_of(t)->drafts_offered) {
		desk_of(t)->drafts_offered = true;
		waiting_offer(t);
		drafts_offer(t);
	}
	return true;
}

/* "bank holidays: Fri 3 Apr, Mon 6 Apr" in the ten working days to come. */
static void today_holidays(const struct today_state *state, char *out, size_t room)
{
	day_number end = working_day_add(state->today, 10, state->calendar, COUNT_LOCAL);
	size_t used = 0;

	out[0] = '\0';
	for (day_number day = state->today; day <= end; day++) {
		char text[DATE_TEXT_ROOM];

		if (!working_day_holiday(day, state->calendar) || used + 24 > room)
			continue;
		used += (size_t)snprintf(out + used, room - used, "%s%s",
					 used ? ", " : "closed: ", date_short(day, text));
	}
}

static void today_title(const struct screen *s, char *out, size_t room)
{
	const struct today_state *state = screen_state(s);
	char day[DATE_TEXT_ROOM];

	char closed[80];

	today_holidays(state, closed, sizeof closed);
	snprintf(out, room, "Today · %s%s%s%s", date_long(state->today, day), closed[0] ? " · " : "", closed,
		 state->everything ? " · everything open" : "");
}

static void today_status(const struct screen *s, char *out, size_t room)
{
	const struct today_state *state = screen_state(s);
	size_t row;

	out[0] = '\0';
	if (list_selection(&state->list, &row))
		today_row_words(&state->rows.items[row], out, room);
}

/* A request is waiting from its first day, long before its limit comes near. */
static const char *when_empty(const struct today_state *state)
{
	if (state->lane != TODAY_LANE_ALL)
		return "Nothing in this lane. Press 0 for all lanes.";
	return state->everything
		       ? "Nothing is open."
		       : "Nothing is due in the next 10 working days. Press e for what comes later, c for who "
			 "waits for a conference.";
}

static void today_draw(const struct screen *s, struct canvas *c)
{
	const struct today_state *state = screen_state(s);
	struct canvas_part part;
	int rows = canvas_rows(c), head = today_lanes_draw(c, &state->due, state->lane);
	bool wide = canvas_columns(c) >= 120;
	int columns = canvas_columns(c) - (wide ? DETAIL_COLUMNS : 0);
	size_t row;

	if (wide && list_selection(&state->list, &row)) {
		canvas_vertical(c, columns, head, rows - head);
		today_detail_draw(&state->rows.items[row], state->today, state->calendar,
				  canvas_part(c, &part, head, columns + 2, rows - head, DETAIL_COLUMNS - 2));
	}
	list_draw(&state->list, canvas_part(c, &part, head, 0, rows - head, columns), true, when_empty(state));
}

static const struct today_row *selected_row(const struct today_state *state)
{
	size_t row;

	return list_selection(&state->list, &row) ? &state->rows.items[row] : NULL;
}

static void show_lane(struct screen *s, struct tui *t, int lane)
{
	struct today_state *state = screen_state(s);
	struct fault f = {0};

	state->lane = lane;
	if (!today_fill(state, screen_arena(s), &f))
		tui_say_fault(t, &f);
}

static bool open_row(struct tui *t, const struct today_row *row, struct fault *f)
{
	return row->due ? due_item_open(t, row->due, f) : conference_open(t, row->meeting->id, f);
}

static bool book_row(struct tui *t, const struct today_row *row, struct fault *f)
{
	return row->due ? due_item_book(t, row->due, f) : booking_form_open(t, row->meeting->id, NULL, f);
}

static bool letters_of_row(struct tui *t, const struct today_row *row, struct fault *f)
{
	int64_t conference = row->due ? row->due->conference_id : row->meeting->id;

	return conference
		       ? mailing_open_due(t, conference, f)
		       : fault_set(f, FAULT_REFUSED, "No letter goes out for this row: no conference was asked for.");
}

static bool tick_row(struct tui *t, const struct today_row *row, int op, struct fault *f)
{
	if (!row->due)
		return fault_set(f, FAULT_REFUSED, "This row is a conference, not a task. Enter opens it.");
	return op == OP_TICK ? tick_ask_day(t, row->due, f) : tick_ask_waiver(t, row->due, f);
}

/* The operations that need a row. */
static bool act_on_row(struct tui *t, const struct today_row *row, int op, struct fault *f)
{
	if (!row)
		return fault_set(f, FAULT_REFUSED, "Choose a row first.");
	switch (op) {
	case OP_OPEN: return open_row(t, row, f);
	case OP_BOOK_IT: return book_row(t, row, f);
	case OP_LETTERS: return letters_of_row(t, row, f);
	default: return tick_row(t, row, op, f);
	}
}

static bool act_elsewhere(struct screen *s, struct tui *t, int op, struct fault *f)
{
	struct today_state *state = screen_state(s);
	static const struct request_start nothing;

	switch (op) {
	case OP_ADD: return request_form_open(t, &nothing, f);
	case OP_CLOCK: return clock_open(t, f);
	case OP_DIARY: return diary_open(t, state->today, f);
	case OP_DRAFTS: return drafts_open(t, f);
	case OP_UNDO: return tick_undo(t, f);
	case OP_EVERYTHING:
		state->everything = !state->everything;
		tui_refresh(t);
		tui_say(t, state->everything ? "Everything that is open is shown." : "Ten working days are shown.");
		return true;
	default: return true;
	}
}

static enum handled today_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct today_state *state = screen_state(s);
	struct fault f = {0};
	bool done;

	if (list_act(&state->list, op, typed, screen_arena(s)) == HANDLED)
		return HANDLED;
	if (op == OP_NEXT_LANE || op == OP_PREVIOUS_LANE) {
		show_lane(s, t, today_lane_beside(state->lane, op == OP_NEXT_LANE ? 1 : -1));
		return HANDLED;
	}
	if (op >= OP_LANE_0 && op <= OP_LANE_9) {
		show_lane(s, t, today_lane_of_digit(op - OP_LANE_0));
		return HANDLED;
	}
	if (op == OP_OPEN || op == OP_BOOK_IT || op == OP_LETTERS || op == OP_TICK || op == OP_WAIVE)
		done = act_on_row(t, selected_row(state), op, &f);
	else if (op >= OP_FIRST_OWN)
		done = act_elsewhere(s, t, op, &f);
	else
		return NOT_MINE;
	if (!done)
		tui_say_fault(t, &f);
	return HANDLED;
}

static bool today_takes_text(const struct screen *s)
{
	const struct today_state *state = screen_state(s);

	return list_takes_text(&state->list);
}

/* Invitations are offered where they are the task; i works on every row of a conference. */
static bool today_key_is_live(const struct screen *s, int op)
{
	const struct today_row *row = selected_row(screen_state(s));

	return op != OP_LETTERS || (row && row->due && row->due->lane == LANE_INVITE);
}

static void today_answered(struct screen *s, struct tui *t, const struct answer *answer)
{
	(void)s;
	tick_answered(t, answer);
}

const struct screen_class today_screen = {
	.name = "today",
	.purpose = "What is late, what is due in ten working days, and today's conferences.",
	.keys = today_keys,
	.state_size = sizeof(struct today_state),
	.list = LIST_OF(struct today_state, list),
	.load = today_load,
	.title = today_title,
	.status = today_status,
	.draw = today_draw,
	.act = today_act,
	.takes_text = today_takes_text,
	.answered = today_answered,
	.key_is_live = today_key_is_live,
};
