/* One note of a live conference, written in the built-in editor. */
#include "base/text.h"
#include "live_note_inside.h"
#include "screens.h"
#include "tui/prompt.h"

#include <stdio.h>
#include <string.h>

enum { OP_STORE = OP_FIRST_OWN, OP_THEIRS, OP_FIND };
enum { ANSWER_FIND = 8841 };
enum { WIDEST = 78, HINTS_FROM = 14 };

static const struct binding note_keys[] = {
	{KEY_CONTROL('S'), TUI_F(10), 0, OP_STORE, "Store", "Stores the note now; leaving it does so too."},
	{KEY_CONTROL('T'), 0, 0, OP_THEIRS, "Theirs too",
	 "Puts what somebody else wrote meanwhile beneath yours, to make one text of both."},
	{KEY_CONTROL('F'), 0, 0, OP_FIND, "Find", "Goes to the next place where these words stand."},
	{0},
};

/* --- Drawing --- */

static void note_status(const struct screen *s, char *out, size_t room)
{
	const struct note_state *state = screen_state(s);

	if (state->is_conflict)
		snprintf(out, room, "Not stored: make one text of both, then Ctrl-S. Ctrl-T puts theirs beneath.");
	else if (note_is_typed(state))
		snprintf(out, room, "Stored 5 seconds after the last key, and on leaving.");
	else
		live_status(s, out, room);
}

static int draw_heading(const struct note_state *state, struct canvas *c)
{
	int columns = canvas_columns(c), rows = canvas_rows(c), row;
	char words[300];

	snprintf(words, sizeof words, "%s%s%s%s", state->heading->heading, *state->child ? " · " : "", state->child,
		 state->place.is_restricted ? " · for professionals only" : "");
	row = canvas_paragraph(c, 0, 0, columns, 2, TUI_HEADING, words);
	if (rows >= HINTS_FROM && !state->is_conflict)
		row += canvas_paragraph(c, row, 2, columns - 2, 4, TUI_MUTED, state->heading->hints);
	return row + (rows >= HINTS_FROM);
}

/* The upper half; what has no room is read when it is put beneath one's own. */
static int draw_theirs(const struct note_state *state, struct canvas *c, int row)
{
	int half = (canvas_rows(c) - row) / 2, columns = canvas_columns(c), first = row;

	if (half < 2)
		return row;
	canvas_print(c, row++, 0, columns, TUI_TITLE, "%s wrote meanwhile:", state->there ? state->there->by_user : "");
	row += canvas_paragraph(c, row, 2, columns - 2, half - 2, TUI_TEXT, state->there ? state->there->text : "");
	canvas_text(c, row++, 0, columns, TUI_TITLE, "Yours, not stored yet:");
	return row > first + half ? first + half : row;
}

static void note_draw(const struct screen *s, struct canvas *c)
{
	const struct note_state *state = screen_state(s);
	int columns = canvas_columns(c) < WIDEST ? canvas_columns(c) : WIDEST, row;
	struct canvas_part part;

	row = draw_heading(state, c);
	if (state->is_conflict)
		row = draw_theirs(state, c, row);
	if (row >= canvas_rows(c))
		row = canvas_rows(c) - 1;
	edit_text_draw(state->text, canvas_part(c, &part, row, 0, canvas_rows(c) - row, columns), true);
}

/* --- Keys --- */

static bool is_moving(tui_key key)
{
	return (key >= TUI_KEY_UP && key <= TUI_KEY_PAGE_DOWN) || key == TUI_KEY_WORD_LEFT || key == TUI_KEY_WORD_RIGHT;
}

static tui_key key_of_edit(int op)
{
	for (const struct binding *row = edit_text_keys; row->op; row++)
		if (row->op == op)
			return row->key;
	return 0;
}

static enum handled edit(struct note_state *state, struct tui *t, tui_key key)
{
	size_t before = edit_text_changes(state->text);
	bool is_full = false;

	if (key == TUI_F(1)) {
		tui_say(t, "%s", *state->heading->hints ? state->heading->hints : state->heading->heading);
		return HANDLED;
	}
	if (!live_is_going_on(&state->live) && !is_moving(key)) {
		if (!tui_key_is_letter(key))
			return NOT_MINE;
		tui_say(t, "%s is not being held: this note can be read only.", state->live.page.conference.reference);
		return HANDLED;
	}
	if (!key || !edit_text_key(state->text, key, &is_full))
		return NOT_MINE;
	if (is_full)
		tui_say(t, "The note is full: nothing was added. Go on under another heading.");
	if (edit_text_changes(state->text) != before)
		state->is_refused = false;
	return HANDLED;
}

static void add_theirs(struct note_state *state, struct tui *t)
{
	if (!state->is_conflict || !state->there) {
		tui_say(t, "Nobody else wrote this note meanwhile.");
		return;
	}
	note_to_end(state->text);
	if (!edit_text_insert(state->text, "\n") || !edit_text_insert(state->text, state->there->text))
		tui_say(t, "There is no room for both: shorten yours first.");
}

static enum handled note_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct note_state *state = screen_state(s);
	struct fault f = {0};

	if (op == OP_TYPED)
		return edit(state, t, typed);
	switch (op) {
	case OP_STORE:
		if (!note_is_typed(state) || note_store(state, t, &f))
			tui_say(t, "Stored.");
		else
			note_put_by(state, t, &f);
		return HANDLED;
	case OP_THEIRS: add_theirs(state, t); return HANDLED;
	case OP_FIND:
		if (!prompt_line(t, ANSWER_FIND, "Find", "", state->found, &f))
			tui_say_fault(t, &f);
		return HANDLED;
	default: break;
	}
	if (op >= OP_UP && op <= OP_LAST)
		return HANDLED; /* on the first or the last row there is nowhere to go */
	return edit(state, t, key_of_edit(op));
}

static void note_answered(struct screen *s, struct tui *t, const struct answer *answer)
{
	struct note_state *state = screen_state(s);
	struct arena mem = {0};
	const char *folded;

	if (answer->code != ANSWER_FIND)
		return;
	snprintf(state->found, sizeof state->found, "%s", answer->text);
	folded = text_fold(&mem, answer->text);
	if (!folded || !*folded || !edit_text_find(state->text, folded))
		tui_say(t, "\"%s\" does not stand in this note.", state->found);
	arena_finish(&mem);
}

static bool note_takes_text(const struct screen *s)
{
	(void)s;
	return true;
}

static bool note_key_is_live(const struct screen *s, int op)
{
	const struct note_state *state = screen_state(s);

	return op == OP_THEIRS ? state->is_conflict : op == OP_STORE ? live_is_going_on(&state->live) : true;
}

static void note_dispose(struct screen *s)
{
	struct note_state *state = screen_state(s);

	edit_text_destroy(state->text);
}

const struct screen_class live_note_screen = {
	.name = "live-note",
	.purpose = "One note of a live conference: it is stored as it is written.",
	.keys = note_keys,
	.widget_keys = edit_text_keys,
	.state_size = sizeof(struct note_state),
	.load = note_load,
	.title = live_title,
	.about = live_about,
	.status = note_status,
	.draw = note_draw,
	.act = note_act,
	.takes_text = note_takes_text,
	.answered = note_answered,
	.keep = note_keep,
	.may_close = note_may_close,
	.key_is_live = note_key_is_live,
	.dispose = note_dispose,
};
