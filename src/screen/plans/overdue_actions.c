/* What was to be done by now in the plans that are in force, by who owes it. */
#include "plan_page.h"
#include "screens.h"

#include <stdio.h>

static const struct binding overdue_keys[] = {
	{TUI_KEY_ENTER, 'o', 0, OP_OPEN, "Open", "The plan of this action."},
	{0},
};

enum { FAMILY, WHAT, BY, LATE, COLUMN_COUNT };
static const struct list_column columns[COLUMN_COUNT] = {[FAMILY] = {"family", 20, LIST_LEFT, 0, 0},
							 [WHAT] = {"what", 0, LIST_LEFT, 0, 0},
							 [BY] = {"by", 11, LIST_LEFT, 0, 0},
							 [LATE] = {"late", 9, LIST_RIGHT, 0, 0}};

/* A heading for each owner, then what they owe. */
struct overdue_row {
	const struct overdue_line *line;
	const char *heading; /* NULL: the line itself */
};
struct overdue_rows {
	struct overdue_row *items;
	size_t count, room;
};
struct overdue_state {
	int64_t family;
	struct overdue_lines lines;
	struct overdue_rows rows;
	struct list list;
	bool is_open;
};

static const struct overdue_row *row_at(const void *rows, size_t row)
{
	return &((const struct overdue_rows *)rows)->items[row];
}

static int64_t row_identity(const void *rows, size_t row)
{
	const struct overdue_row *one = row_at(rows, row);

	return one->heading ? -one->line->action_id : one->line->action_id;
}

static bool row_is_heading(const void *rows, size_t row)
{
	return row_at(rows, row)->heading != NULL;
}

static void row_cell(const void *rows, size_t row, int column, char *out, size_t room)
{
	const struct overdue_row *one = row_at(rows, row);
	char day[DATE_TEXT_ROOM];

	if (one->heading) {
		snprintf(out, room, "%s", column == FAMILY ? one->heading : "");
		return;
	}
	switch (column) {
	case FAMILY: snprintf(out, room, "%s", one->line->family_words); break;
	case WHAT: snprintf(out, room, "%s%s", one->line->is_partly ? "in part: " : "", one->line->what); break;
	case BY: snprintf(out, room, "%s", date_short(one->line->by_on, day)); break;
	default: snprintf(out, room, "%d wd", one->line->working_days); break;
	}
}

static enum tui_role row_role(const void *rows, size_t row, int column)
{
	(void)rows;
	(void)row;
	return column == LATE ? TUI_LATE : TUI_TEXT;
}

static bool make_rows(struct overdue_state *state, struct arena *mem)
{
	state->rows = (struct overdue_rows){0};
	for (size_t i = 0; i < state->lines.count; i++) {
		const struct overdue_line *line = &state->lines.items[i];
		struct overdue_row *row;

		if (line->is_first) {
			row = ARENA_PUSH(mem, &state->rows);
			if (!row)
				return false;
			*row = (struct overdue_row){
				.line = line, .heading = arena_printf(mem, "%s · %zu overdue", line->who, line->owned)};
		}
		row = ARENA_PUSH(mem, &state->rows);
		if (!row)
			return false;
		*row = (struct overdue_row){.line = line};
	}
	return !arena_exhausted(mem);
}

static bool overdue_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct overdue_state *state = screen_state(s);
	struct list_source source = {.identity = row_identity,
				     .cell = row_cell,
				     .role = row_role,
				     .is_heading = row_is_heading,
				     .rows = &state->rows};

	if (!casework_overdue_actions(casework_of(t), state->family, screen_arena(s), &state->lines, f))
		return false;
	if (!state->is_open)
		list_open(&state->list, columns, COLUMN_COUNT);
	state->is_open = true;
	if (!make_rows(state, screen_arena(s)))
		return fault_set(f, FAULT_MEMORY, "There is not enough memory for this list.");
	source.count = state->rows.count;
	list_fill(&state->list, &source, screen_arena(s));
	return true;
}

static void overdue_title(const struct screen *s, char *out, size_t room)
{
	const struct overdue_state *state = screen_state(s);
	const struct overdue_lines *lines = &state->lines;

	if (state->family)
		snprintf(out, room, "Overdue actions of one plan · %zu", lines->count);
	else
		snprintf(out, room, "Overdue actions · %zu of %zu famil%s · %zu owe%s them", lines->count,
			 lines->families, lines->families == 1 ? "y" : "ies", lines->owners,
			 lines->owners == 1 ? "s" : "");
}

static const struct overdue_line *selected(const struct overdue_state *state)
{
	size_t row;

	return list_selection(&state->list, &row) ? state->rows.items[row].line : NULL;
}

static void overdue_status(const struct screen *s, char *out, size_t room)
{
	const struct overdue_line *line = selected(screen_state(s));

	out[0] = '\0';
	if (line)
		snprintf(out, room, "%s · %s · %s", line->reference, line->who, line->what);
}

static void overdue_draw(const struct screen *s, struct canvas *c)
{
	const struct overdue_state *state = screen_state(s);

	list_draw(&state->list, c, true,
		  "Nothing is overdue: every action of a plan in force is done or still to come.");
}

static enum handled overdue_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct overdue_state *state = screen_state(s);
	const struct overdue_line *line;
	struct fault f = {0};

	if (list_act(&state->list, op, typed, screen_arena(s)) == HANDLED)
		return HANDLED;
	if (op != OP_OPEN)
		return NOT_MINE;
	line = selected(state);
	if (line && !plan_page_open(t, line->family_id, 0, &f))
		tui_say_fault(t, &f);
	return HANDLED;
}

static bool overdue_takes_text(const struct screen *s)
{
	const struct overdue_state *state = screen_state(s);

	return list_takes_text(&state->list);
}

const struct screen_class overdue_actions_screen = {
	.name = "overdue-actions",
	.purpose = "The overdue actions of every plan in force, by who owes them.",
	.keys = overdue_keys,
	.state_size = sizeof(struct overdue_state),
	.list = LIST_OF(struct overdue_state, list),
	.load = overdue_load,
	.title = overdue_title,
	.status = overdue_status,
	.draw = overdue_draw,
	.act = overdue_act,
	.takes_text = overdue_takes_text,
};

bool overdue_actions_open(struct tui *t, int64_t family, struct fault *f)
{
	const struct overdue_state start = {.family = family};

	return tui_push(t, &overdue_actions_screen, &start, f);
}

bool overdue_actions_go(struct tui *t, struct fault *f)
{
	return tui_go(t, &overdue_actions_screen, NULL, f);
}
