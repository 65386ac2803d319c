/* The board of core groups: every open plan's, what is due first, with its weeks drawn to scale. */
#include "core_groups.h"

#include "escalation.h"
#include "plan_page.h"
#include "screens.h"
#include "tui/list.h"

#include <stdio.h>
#include <string.h>

enum { OP_ESCALATE = OP_FIRST_OWN, OP_PLAN };

static const struct binding board_keys[] = {
	{TUI_KEY_ENTER, 'o', 0, OP_OPEN, "Open", "This core group: its meetings, members and actions."},
	{'S', 0, 0, OP_PLAN, "Plan", "The plan of this line."},
	{'A', 0, 0, OP_ESCALATE, "Escalate", "It does not meet: take that to the team manager."},
	{0},
};

enum { MARK, FAMILY, HELD, DUE, BOOKED, STRIP, COLUMN_COUNT };
static const struct list_column columns[COLUMN_COUNT] = {
	[MARK] = {"", 1, LIST_LEFT, 0, 0},
	[FAMILY] = {"family", 0, LIST_LEFT, 0, 'f'},
	[HELD] = {"last held", 10, LIST_LEFT, 0, 'h'},
	[DUE] = {"next due", 10, LIST_LEFT, 0, 'd'},
	[BOOKED] = {"booked", 16, LIST_LEFT, 0, 'b'},
	[STRIP] = {"six weeks at a time", 19, LIST_LEFT, 0, 0},
};
enum { STRIP_COLUMNS = 19 };

struct board_rows {
	struct core_group_board board;
	day_number today;
};
struct board_state {
	struct board_rows rows;
	struct list list;
	const struct working_calendar *calendar;
	bool is_open;
};

static const struct core_group_line *line_at(const void *rows, size_t row)
{
	return &((const struct board_rows *)rows)->board.items[row];
}

static int64_t line_identity(const void *rows, size_t row)
{
	return line_at(rows, row)->family_id;
}

static void line_found_by(const void *rows, size_t row, char *out, size_t room)
{
	snprintf(out, room, "%s", line_at(rows, row)->reference);
}

/* One that never met counts from the plan. */
static void strip_cell(const struct core_group_line *line, day_number today, char *out, size_t room)
{
	day_number from = line->last_held != DAY_NONE ? line->last_held : line->started_on;
	const struct core_group_time time = {.last_held = line->due == DAY_NONE ? DAY_NONE : from,
					     .due = line->due,
					     .booked = line->booked_on,
					     .today = today};
	char strip[CORE_GROUP_STRIP_ROOM];

	snprintf(out, room, "%s", core_group_strip(&time, STRIP_COLUMNS, strip));
}

static void line_cell(const void *rows, size_t row, int column, char *out, size_t room)
{
	const struct core_group_line *line = line_at(rows, row);

	switch (column) {
	case MARK: snprintf(out, room, "%s", line->state == DEADLINE_LATE ? "!" : ""); break;
	case FAMILY:
		snprintf(out, room, "%s%s%s", line->family_words, *line->keeps ? " · in " : "", line->keeps);
		break;
	case HELD: snprintf(out, room, "%s", line->held_words); break;
	case DUE: snprintf(out, room, "%s", line->due_words); break;
	case BOOKED:
		snprintf(out, room, "%s%s", line->booked, line->is_booked_late && !line->is_unsaid ? " !" : "");
		break;
	default: strip_cell(line, ((const struct board_rows *)rows)->today, out, room); break;
	}
}

static enum tui_role line_role(const void *rows, size_t row, int column)
{
	const struct core_group_line *line = line_at(rows, row);

	if (line->state == DEADLINE_LATE && (column == MARK || column == DUE || column == STRIP))
		return TUI_LATE;
	return column == DUE && (line->state == DEADLINE_SOON || line->state == DEADLINE_TODAY) ? TUI_SOON : TUI_TEXT;
}

static int by_day(day_number a, day_number b)
{
	return (a > b) - (a < b);
}

static int line_compare(const void *rows, size_t a, size_t b, int column)
{
	const struct core_group_line *x = line_at(rows, a), *y = line_at(rows, b);

	switch (column) {
	case HELD: return by_day(x->last_held, y->last_held);
	case DUE: return by_day(x->due, y->due);
	case BOOKED: return by_day(x->booked_on, y->booked_on);
	default: return LIST_BY_TEXT;
	}
}

static bool board_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct board_state *state = screen_state(s);
	struct list_source source = {.identity = line_identity,
				     .cell = line_cell,
				     .role = line_role,
				     .compare = line_compare,
				     .found_by = line_found_by,
				     .rows = &state->rows};

	if (!state->is_open)
		list_open(&state->list, columns, COLUMN_COUNT);
	state->is_open = true;
	state->rows.today = casework_today(casework_of(t));
	state->calendar = casework_calendar(casework_of(t));
	if (!casework_core_groups(casework_of(t), screen_arena(s), &state->rows.board, f))
		return false;
	source.count = state->rows.board.count;
	list_fill(&state->list, &source, screen_arena(s));
	return true;
}

static void board_title(const struct screen *s, char *out, size_t room)
{
	const struct board_state *state = screen_state(s);
	const struct core_group_board *board = &state->rows.board;

	snprintf(out, room, "Core groups · %zu plan%s · %zu late · %zu due in 10 wd", board->plans,
		 board->plans == 1 ? "" : "s", board->late, board->soon);
}

static const struct core_group_line *selected(const struct board_state *state)
{
	size_t row;

	return list_selection(&state->list, &row) ? &state->rows.board.items[row] : NULL;
}

/* The strip in words: for whoever hears the screen. */
static void board_status(const struct screen *s, char *out, size_t room)
{
	const struct board_state *state = screen_state(s);
	const struct core_group_line *line = selected(state);
	char distance[DISTANCE_TEXT_ROOM], day[DATE_TEXT_ROOM], closed[CLOSED_TEXT_ROOM];
	size_t used;

	out[0] = '\0';
	if (!line)
		return;
	if (line->due == DAY_NONE) {
		snprintf(out, room, "%s · %s · no core group is known here yet", line->family_words, line->reference);
		return;
	}
	working_day_distance(state->rows.today, line->due, state->calendar, distance);
	used = (size_t)snprintf(out, room, "%s · %s · %s due %s · %s", line->family_words, line->reference,
				line->is_first ? "first" : "next", distance, line->booked_said);
	if (working_day_holiday(line->due, state->calendar) && used < room)
		used += (size_t)snprintf(out + used, room - used, " · that day is %s",
					 working_day_closed_words(line->due, state->calendar, closed));
	if (line->missed_on != DAY_NONE && used < room)
		used += (size_t)snprintf(out + used, room - used, " · missed %s", date_short(line->missed_on, day));
	if (line->unsent_on != DAY_NONE && used < room)
		used += (size_t)snprintf(out + used, room - used, " · record of %s not sent",
					 date_short(line->unsent_on, day));
	if (*line->keeps && used < room)
		snprintf(out + used, room - used, " · in %s: we keep the plan", line->keeps);
}

/* "closed: Fri 3 Apr Good Friday · Mon 6 Apr Easter Monday": the days of the weeks to come on which no group meets. */
static void closed_words(const struct board_state *state, char *out, size_t room)
{
	enum { DAYS_AHEAD = 42 };
	day_number today = state->rows.today;
	char day[DATE_TEXT_ROOM];
	size_t used = 0;

	out[0] = '\0';
	for (day_number at = today; at <= today + DAYS_AHEAD && used < room; at++) {
		const char *name = working_day_holiday(at, state->calendar);
		bool is_more = name && at > today && working_day_holiday(at - 1, state->calendar) &&
			       strcmp(name, working_day_holiday(at - 1, state->calendar)) == 0;

		if (name && !is_more) /* a closure of several days is said by its first */
			used += (size_t)snprintf(out + used, room - used, "%s%s %s",
						 used ? " · " : "closed: ", date_short(at, day), name);
	}
}

static void board_draw(const struct screen *s, struct canvas *c)
{
	const struct board_state *state = screen_state(s);
	struct canvas_part part;
	char closed[240];
	int rows = canvas_rows(c), below = 1;

	closed_words(state, closed, sizeof closed);
	below += closed[0] != '\0';
	list_draw(&state->list, canvas_part(c, &part, 0, 0, rows - below, canvas_columns(c)), true,
		  "No child is on a plan now: no core group meets.");
	canvas_text(c, rows - below, 2, -1, TUI_MUTED, closed);
	canvas_text(c, rows - 1, 2, -1, TUI_MUTED,
		    "| met, or plan made  - gone  ! late  x booked  · to come (6 weeks each side)");
}

static bool open_line(struct tui *t, const struct core_group_line *line, int op, struct fault *f)
{
	switch (op) {
	case OP_PLAN: return plan_page_open(t, line->family_id, 0, f);
	case OP_ESCALATE: return escalate(t, 0, line->family_id, ESCALATION_CAUSE_NO_CORE_GROUP, "", f);
	default: return core_group_open(t, line->family_id, f);
	}
}

static enum handled board_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct board_state *state = screen_state(s);
	const struct core_group_line *line;
	struct fault f = {0};

	if (list_act(&state->list, op, typed, screen_arena(s)) == HANDLED)
		return HANDLED;
	if (op != OP_OPEN && op != OP_ESCALATE && op != OP_PLAN)
		return NOT_MINE;
	line = selected(state);
	if (line && !open_line(t, line, op, &f))
		tui_say_fault(t, &f);
	return HANDLED;
}

static bool board_takes_text(const struct screen *s)
{
	const struct board_state *state = screen_state(s);

	return list_takes_text(&state->list);
}

const struct screen_class core_groups_screen = {
	.name = "core-groups",
	.purpose = "Every open plan's core group: last held, next due, booked, with its weeks to scale.",
	.keys = board_keys,
	.state_size = sizeof(struct board_state),
	.list = LIST_OF(struct board_state, list),
	.load = board_load,
	.title = board_title,
	.status = board_status,
	.draw = board_draw,
	.act = board_act,
	.takes_text = board_takes_text,
};

bool core_groups_open(struct tui *t, struct fault *f)
{
	return tui_go(t, &core_groups_screen, NULL, f);
}
