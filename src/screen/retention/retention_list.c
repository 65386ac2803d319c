/* Records to go: who is due and why, what is proposed, what is held, what cannot be told. */
#include "casework/retention.h"
#include "retention.h"
#include "screens.h"
#include "tui/list.h"

#include <stdio.h>

enum { OP_EVERYTHING = OP_FIRST_OWN, OP_DISPOSALS };
enum { FAMILY, NAME, STANDS, DUE, WHY, COLUMN_COUNT };

static const struct binding retention_keys[] = {
	{TUI_KEY_ENTER, 'o', 0, OP_OPEN, "Open",
	 "Why this record is kept, what holds it, and to propose that it goes."},
	{'e', 0, 0, OP_EVERYTHING, "All/due", "Every family with its day, or only what is to be looked at."},
	{'d', 0, 0, OP_DISPOSALS, "Disposals", "What was proposed and what went, with the certificates."},
	{0},
};

static const struct list_column columns[COLUMN_COUNT] = {
	[FAMILY] = {"family", 10, LIST_LEFT, 0, 'f'}, [NAME] = {"name", 16, LIST_LEFT, 0, 'n'},
	[STANDS] = {"stands", 10, LIST_LEFT, 0, 's'}, [DUE] = {"due", 12, LIST_LEFT, 0, 'u'},
	[WHY] = {"because", 0, LIST_LEFT, 0, 'b'},
};

struct retention_state {
	struct retention_line_list lines;
	struct list list;
	bool is_open, everything;
};

static int64_t line_identity(const void *rows, size_t row)
{
	return ((const struct retention_state *)rows)->lines.items[row].family_id;
}

static const char *stands_words(const struct retention_line *line)
{
	if (line->is_held)
		return "held";
	return line->disposal_id ? "proposed" : retention_standing_label(line->review.standing);
}

static void line_cell(const void *rows, size_t row, int column, char *out, size_t room)
{
	const struct retention_line *line = &((const struct retention_state *)rows)->lines.items[row];
	char day[DATE_TEXT_ROOM];

	switch (column) {
	case FAMILY: snprintf(out, room, "%s", line->reference); break;
	case NAME: snprintf(out, room, "%s", line->name); break;
	case STANDS:
		snprintf(out, room, "%s",
			 line->review.standing == RETENTION_IS_UNKNOWN && !line->is_held ? "unclear"
											 : stands_words(line));
		break;
	case DUE: snprintf(out, room, "%s", date_plain(line->review.due_on, day)); break;
	default: snprintf(out, room, "%s", line->why); break;
	}
}

static enum tui_role line_role(const void *rows, size_t row, int column)
{
	const struct retention_line *line = &((const struct retention_state *)rows)->lines.items[row];

	if (column != STANDS)
		return TUI_TEXT;
	if (line->is_held)
		return TUI_SOON;
	return line->review.standing == RETENTION_IS_DUE ? TUI_LATE : TUI_TEXT;
}

static bool retention_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct retention_state *state = screen_state(s);
	struct list_source source = {.identity = line_identity, .cell = line_cell, .role = line_role, .rows = state};

	if (!state->is_open)
		list_open(&state->list, columns, COLUMN_COUNT);
	state->is_open = true;
	if (!casework_retention(casework_of(t), state->everything, screen_arena(s), &state->lines, f))
		return false;
	source.count = state->lines.count;
	list_fill(&state->list, &source, screen_arena(s));
	return true;
}

static void retention_title(const struct screen *s, char *out, size_t room)
{
	const struct retention_state *state = screen_state(s);
	size_t due = 0, held = 0;

	for (size_t i = 0; i < state->lines.count; i++) {
		due += state->lines.items[i].review.standing == RETENTION_IS_DUE && !state->lines.items[i].is_held;
		held += state->lines.items[i].is_held;
	}
	snprintf(out, room, "Records to go · %zu due, %zu held%s", due, held, state->everything ? " · all" : "");
}

static void retention_status(const struct screen *s, char *out, size_t room)
{
	const struct retention_state *state = screen_state(s);
	size_t row;

	out[0] = '\0';
	if (list_selection(&state->list, &row))
		snprintf(out, room, "%s: %s", state->lines.items[row].reference, state->lines.items[row].why);
}

static void retention_draw(const struct screen *s, struct canvas *c)
{
	const struct retention_state *state = screen_state(s);

	list_draw(&state->list, c, true, "No record is due, held or proposed. Nothing ever goes by itself.");
}

static bool act_on(struct retention_state *state, struct tui *t, int op, struct fault *f)
{
	size_t row;

	if (op == OP_EVERYTHING) {
		state->everything = !state->everything;
		tui_refresh(t);
		return true;
	}
	if (op == OP_DISPOSALS)
		return disposals_open(t, f);
	return !list_selection(&state->list, &row) || retention_page_open(t, state->lines.items[row].family_id, f);
}

static enum handled retention_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct retention_state *state = screen_state(s);
	struct fault f = {0};

	if (list_act(&state->list, op, typed, screen_arena(s)) == HANDLED)
		return HANDLED;
	if (op != OP_EVERYTHING && op != OP_DISPOSALS && op != OP_OPEN)
		return NOT_MINE;
	if (!act_on(state, t, op, &f))
		tui_say_fault(t, &f);
	return HANDLED;
}

static bool retention_takes_text(const struct screen *s)
{
	return list_takes_text(&((const struct retention_state *)screen_state(s))->list);
}

const struct screen_class retention_screen = {
	.name = "records to go",
	.purpose = "Whose record has been kept for as long as the rules say, and what holds, proposes or hides that.",
	.keys = retention_keys,
	.state_size = sizeof(struct retention_state),
	.load = retention_load,
	.title = retention_title,
	.status = retention_status,
	.draw = retention_draw,
	.act = retention_act,
	.takes_text = retention_takes_text,
};

bool retention_open(struct tui *t, struct fault *f)
{
	struct fault why = {0};
	bool packed = false;

	if (!casework_may(casework_of(t), ACTION_REVIEW_RETENTION, f))
		return false;
	/* What was done when the file could not be packed is ended here. */
	if (!casework_disposals_settle(casework_of(t), &packed, &why))
		tui_say_fault(t, &why);
	else if (packed)
		tui_say(t, "The case file was packed after the last disposal.");
	return tui_push(t, &retention_screen, NULL, f);
}
