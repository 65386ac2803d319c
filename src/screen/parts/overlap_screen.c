/* Mine and theirs side by side, field by field, whatever the form is: choose, then save. */
#include "overlap.h"
#include "screens.h"

#include <stdio.h>

enum overlap_op { OP_MINE = OP_FIRST_OWN, OP_THEIRS, OP_BOTH, OP_OTHER, OP_ALL_MINE, OP_ALL_THEIRS, OP_SAVE_CHOSEN };

static const struct binding keys[] = {
	{'m', 0, 0, OP_MINE, "Mine", "Keeps what you typed in this field."},
	{'t', 0, 0, OP_THEIRS, "Theirs", "Keeps what the other person saved in this field."},
	{'b', 0, 0, OP_BOTH, "Both", "Keeps both texts, theirs first; you can put them together afterwards."},
	{' ', 0, 0, OP_OTHER, NULL, "The other of the two."},
	{KEY_CONTROL('s'), TUI_F(2), 'S', OP_SAVE_CHOSEN, "Save", "Saves what is chosen, once every field is."},
	{'A', 0, 0, OP_ALL_MINE, "All mine", "Keeps what you typed in every field."},
	{'X', 0, 0, OP_ALL_THEIRS, "All theirs", "Keeps what the other person saved in every field."},
	{0},
};

enum { COLUMN_FIELD, COLUMN_KEPT, COLUMN_MINE, COLUMN_THEIRS, COLUMN_COUNT };
static const struct list_column columns[] = {
	{"", 20, LIST_LEFT, 0, 0},
	{"kept", 8, LIST_LEFT, 0, 0},
	{"yours", 0, LIST_LEFT, 0, 0},
	{"theirs", 0, LIST_LEFT, 0, 0},
};

struct overlap_state {
	struct overlap *overlap; /* of the form beneath, which outlives this screen */
	int code;
	struct list list;
	bool is_open;
};

static const char *kept_word(const struct overlap_row *row)
{
	switch (row->keeps) {
	case KEEPS_MINE: return "yours";
	case KEEPS_THEIRS: return "theirs";
	case KEEPS_BOTH: return "both";
	default: return "choose";
	}
}

static int64_t row_identity(const void *rows, size_t row)
{
	(void)rows;
	return (int64_t)row + 1;
}

static void row_cell(const void *rows, size_t at, int column, char *out, size_t room)
{
	const struct overlap_row *row = &((const struct overlap *)rows)->rows[at];

	switch (column) {
	case COLUMN_FIELD: snprintf(out, room, "%s", row->field->label); break;
	case COLUMN_KEPT: snprintf(out, room, "%s", kept_word(row)); break;
	case COLUMN_MINE: snprintf(out, room, "%s", row->my_words); break;
	default: snprintf(out, room, "%s", row->their_words); break;
	}
}

static enum tui_role row_role(const void *rows, size_t at, int column)
{
	const struct overlap_row *row = &((const struct overlap *)rows)->rows[at];

	if (column == COLUMN_KEPT)
		return row->keeps == KEEPS_NOTHING_YET ? TUI_LATE : TUI_TEXT;
	if (column == COLUMN_MINE)
		return row->keeps == KEEPS_THEIRS ? TUI_MUTED : TUI_TEXT;
	return column == COLUMN_THEIRS && row->keeps == KEEPS_MINE ? TUI_MUTED : TUI_TEXT;
}

static bool overlap_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct overlap_state *state = screen_state(s);
	const struct list_source source = {.count = state->overlap->count,
					   .identity = row_identity,
					   .cell = row_cell,
					   .role = row_role,
					   .rows = state->overlap};

	(void)t;
	(void)f;
	if (!state->is_open)
		list_open(&state->list, columns, COLUMN_COUNT);
	state->is_open = true;
	list_fill(&state->list, &source, screen_arena(s));
	return true;
}

static size_t still_open(const struct overlap *c)
{
	size_t count = 0;

	for (size_t i = 0; i < c->count; i++)
		count += c->rows[i].keeps == KEEPS_NOTHING_YET;
	return count;
}

static void overlap_title(const struct screen *s, char *out, size_t room)
{
	const struct overlap_state *state = screen_state(s);

	snprintf(out, room, "Saved twice · %s", state->overlap->title);
}

static void overlap_status(const struct screen *s, char *out, size_t room)
{
	const struct overlap_state *state = screen_state(s);
	size_t open = still_open(state->overlap);

	if (open)
		snprintf(out, room, "%zu field%s still to choose. Nothing is saved yet, nothing is lost.", open,
			 open == 1 ? " is" : "s are");
	else
		snprintf(out, room, "Everything is chosen: Ctrl-S saves it. Nothing is saved yet.");
}

/* --- Drawing: the list above, the selected field in full beneath --- */

static const struct overlap_row *selected(const struct overlap_state *state)
{
	size_t row;

	return list_selection(&state->list, &row) ? &state->overlap->rows[row] : NULL;
}

static void draw_side(struct canvas *c, int column, int cells, bool is_kept, const char *heading, const char *words)
{
	canvas_print(c, 0, column, cells, is_kept ? TUI_HEADING : TUI_MUTED, "%s%s", heading, is_kept ? " (kept)" : "");
	canvas_paragraph(c, 1, column, cells, canvas_rows(c) - 2, TUI_TEXT, words);
}

static void draw_in_full(const struct overlap_row *row, const struct overlap *overlap, struct canvas *c)
{
	int columns_of_one = (canvas_columns(c) - 4) / 2;
	char theirs[160];

	snprintf(theirs, sizeof theirs, "%s", overlap->who[0] ? overlap->who : "The other person");
	draw_side(c, 1, columns_of_one, row->keeps == KEEPS_MINE || row->keeps == KEEPS_BOTH, "You", row->my_words);
	draw_side(c, columns_of_one + 3, columns_of_one, row->keeps == KEEPS_THEIRS || row->keeps == KEEPS_BOTH, theirs,
		  row->their_words);
	canvas_print(c, canvas_rows(c) - 1, 1, -1, TUI_MUTED, "Before: %s", row->was_words);
}

static int draw_said(const struct overlap *overlap, struct canvas *c)
{
	char said[300];

	snprintf(said, sizeof said,
		 "%s saved the same record while you typed. What only one of you changed is kept; where both of you "
		 "did, choose.",
		 overlap->who[0] ? overlap->who : "Another person");
	return canvas_paragraph(c, 0, 1, canvas_columns(c) - 2, 3, TUI_TEXT, said);
}

static void overlap_draw(const struct screen *s, struct canvas *c)
{
	const struct overlap_state *state = screen_state(s);
	const struct overlap_row *row = selected(state);
	int head = draw_said(state->overlap, c) + 1, rows = canvas_rows(c) - head;
	int list_rows = (int)state->overlap->count + 1, full = rows - list_rows - 1;
	struct canvas_part part;

	if (full < 6)
		full = rows > 12 ? rows / 2 : 0;
	if (row && full) {
		canvas_rule(c, canvas_rows(c) - full - 1);
		draw_in_full(row, state->overlap,
			     canvas_part(c, &part, canvas_rows(c) - full, 0, full, canvas_columns(c)));
	}
	rows -= full ? full + 1 : 0;
	list_draw(&state->list, canvas_part(c, &part, head, 0, rows, canvas_columns(c)), true, "");
}

/* --- Choosing --- */

static void choose(struct overlap_state *state, enum overlap_keeps keeps)
{
	size_t row;

	if (list_selection(&state->list, &row))
		state->overlap->rows[row].keeps = keeps;
}

static void choose_all(struct overlap *c, enum overlap_keeps keeps)
{
	for (size_t i = 0; i < c->count; i++)
		c->rows[i].keeps = keeps;
}

static void choose_other(struct overlap_state *state)
{
	const struct overlap_row *row = selected(state);

	if (row)
		choose(state, row->keeps == KEEPS_MINE ? KEEPS_THEIRS : KEEPS_MINE);
}

static void choose_both(struct overlap_state *state, struct tui *t)
{
	const struct overlap_row *row = selected(state);

	if (row && row->may_keep_both)
		choose(state, KEEPS_BOTH);
	else
		tui_say(t, "There is no room for both in this field: m keeps yours, t theirs.");
}

/* What is still to be chosen comes under the cursor instead of being saved. */
static void save_chosen(struct overlap_state *state, struct tui *t)
{
	const struct overlap *c = state->overlap;

	for (size_t i = 0; i < c->count; i++)
		if (c->rows[i].keeps == KEEPS_NOTHING_YET) {
			list_select(&state->list, (int64_t)i + 1);
			tui_say(t, "Choose for \"%s\" first: m keeps yours, t theirs.", c->rows[i].field->label);
			return;
		}
	tui_close(t, &(struct answer){.code = state->code, .number = 1});
}

static enum handled overlap_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct overlap_state *state = screen_state(s);

	switch (op) {
	case OP_MINE: choose(state, KEEPS_MINE); return HANDLED;
	case OP_THEIRS: choose(state, KEEPS_THEIRS); return HANDLED;
	case OP_BOTH: choose_both(state, t); return HANDLED;
	case OP_OTHER:
	case OP_OPEN: choose_other(state); return HANDLED;
	case OP_ALL_MINE: choose_all(state->overlap, KEEPS_MINE); return HANDLED;
	case OP_ALL_THEIRS: choose_all(state->overlap, KEEPS_THEIRS); return HANDLED;
	case OP_SAVE_CHOSEN: save_chosen(state, t); return HANDLED;
	case OP_BACK: tui_close(t, &(struct answer){.code = state->code}); return HANDLED;
	default: return list_act(&state->list, op, typed, screen_arena(s));
	}
}

static bool overlap_key_is_live(const struct screen *s, int op)
{
	const struct overlap_row *row = selected(screen_state(s));

	return op != OP_BOTH || (row && row->may_keep_both);
}

const struct screen_class overlap_screen = {
	.name = "saved-twice",
	.purpose = "Another person saved the same record first: both side by side, and whose words are kept.",
	.keys = keys,
	.state_size = sizeof(struct overlap_state),
	.list = LIST_OF(struct overlap_state, list),
	.load = overlap_load,
	.title = overlap_title,
	.status = overlap_status,
	.draw = overlap_draw,
	.act = overlap_act,
	.key_is_live = overlap_key_is_live,
};

bool overlap_open(struct tui *t, struct overlap *c, int code, struct fault *f)
{
	struct overlap_state start = {.overlap = c, .code = code};

	return tui_push(t, &overlap_screen, &start, f);
}
