/* The one-line editor: a model without a terminal. */
#include "tui/edit_line.h"

#include "base/text.h"
#include "edit_motion.h"

#include <string.h>

/* Runs that are not operations of the key table. */
enum { RUN_TYPING = -1, RUN_PASTE = -2 };

const struct binding edit_line_keys[] = {
	{TUI_KEY_LEFT, 0, 0, EDIT_LEFT, NULL, "Moves one character to the left."},
	{TUI_KEY_RIGHT, 0, 0, EDIT_RIGHT, NULL, "Moves one character to the right."},
	{TUI_KEY_WORD_LEFT, 0, 0, EDIT_WORD_LEFT, NULL, "Moves to the start of the word before."},
	{TUI_KEY_WORD_RIGHT, 0, 0, EDIT_WORD_RIGHT, NULL, "Moves to the start of the next word."},
	{TUI_KEY_HOME, KEY_CONTROL('A'), 0, EDIT_HOME, NULL, "Moves to the start of the line."},
	{TUI_KEY_END, KEY_CONTROL('E'), 0, EDIT_END, NULL, "Moves to the end of the line."},
	{TUI_KEY_BACKSPACE, 0, 0, EDIT_BACKSPACE, NULL, "Deletes the character before the cursor."},
	{TUI_KEY_DELETE, KEY_CONTROL('D'), 0, EDIT_DELETE, NULL, "Deletes the character under the cursor."},
	{KEY_CONTROL('W'), 0, 0, EDIT_DELETE_WORD, NULL, "Deletes the word before the cursor."},
	{KEY_CONTROL('U'), 0, 0, EDIT_DELETE_TO_START, NULL, "Deletes from the start of the line to the cursor."},
	{KEY_CONTROL('K'), 0, 0, EDIT_DELETE_TO_END, NULL, "Deletes from the cursor to the end of the line."},
	{KEY_CONTROL('Z'), 0, 0, EDIT_UNDO, NULL, "Takes back the last change to the text, several times if need be."},
	{0},
};

/* Keeps the present text for Ctrl-Z unless the change continues the run before it. */
static void remember(struct edit_line *e, int run)
{
	struct edit_line_state *kept;

	if (run == e->run && run != 0)
		return;
	e->run = run;
	if (e->past_count == EDIT_LINE_PAST)
		memmove(e->past, e->past + 1, --e->past_count * sizeof *e->past);
	kept = &e->past[e->past_count++];
	memcpy(kept->text, e->text, sizeof kept->text);
	kept->caret = e->caret;
}

static void undo(struct edit_line *e)
{
	const struct edit_line_state *kept;

	if (!e->past_count)
		return;
	kept = &e->past[--e->past_count];
	memcpy(e->text, kept->text, sizeof e->text);
	e->length = strlen(e->text);
	e->caret = kept->caret;
	e->run = 0;
}

void edit_line_set(struct edit_line *e, const char *text, size_t most)
{
	char kept[EDIT_LINE_ROOM];
	size_t length = 0, n;

	memset(e, 0, sizeof *e);
	e->most = most < EDIT_LINE_ROOM ? most : EDIT_LINE_ROOM - 1;
	motion_gate(kept, sizeof kept, text, false);
	while ((n = text_cluster(kept + length)) > 0 && length + n <= e->most)
		length += n;
	memcpy(e->text, kept, length);
	e->length = e->caret = length;
}

static bool insert(struct edit_line *e, const char *text, int run)
{
	char kept[EDIT_LINE_ROOM];
	size_t bytes = motion_gate(kept, sizeof kept, text, false);
	uint32_t first;

	if (e->length + bytes > e->most)
		return false;
	text_decode(kept, &first);
	if (e->caret == 0 && bytes && motion_joins_previous(first))
		return false;
	if (!bytes)
		return true;
	remember(e, run);
	memmove(e->text + e->caret + bytes, e->text + e->caret, e->length - e->caret + 1);
	memcpy(e->text + e->caret, kept, bytes);
	e->length += bytes;
	e->caret = motion_snap(e->text, e->caret + bytes);
	return true;
}

bool edit_line_insert(struct edit_line *e, const char *text)
{
	return insert(e, text, 0);
}

static void cut(struct edit_line *e, size_t from, size_t to, int run)
{
	if (from == to)
		return;
	remember(e, run);
	memmove(e->text + from, e->text + to, e->length - to + 1);
	e->length -= to - from;
	e->caret = motion_snap(e->text, from);
}

static bool insert_letter(struct edit_line *e, tui_key key)
{
	/* A run ends where a word begins, so that Ctrl-Z takes back a word and not the whole line. */
	bool starts_word = key != ' ' && e->caret && e->text[e->caret - 1] == ' ';
	char bytes[5];

	text_encode(key, bytes);
	if (starts_word && e->run == RUN_TYPING)
		e->run = 0;
	return insert(e, bytes, e->pasting ? RUN_PASTE : RUN_TYPING);
}

static void begin_anew(struct edit_line *e, int run)
{
	remember(e, run);
	e->text[0] = '\0';
	e->length = e->caret = 0;
}

/* One step for Ctrl-Z: what was offered goes as the first letter comes. A letter that cannot stand alone leaves it. */
static bool insert_key(struct edit_line *e, tui_key key)
{
	bool replaces = e->offered && e->length > 0;

	e->offered = false;
	if (replaces)
		begin_anew(e, e->pasting ? RUN_PASTE : RUN_TYPING);
	if (insert_letter(e, key))
		return true;
	if (replaces)
		undo(e);
	return false;
}

/* What a key stands for inside a paste; 0 when it carries no text. */
static tui_key pasted(tui_key key)
{
	if (key == TUI_KEY_ENTER || key == TUI_KEY_TAB || key == '\r' || key == '\n' || key == '\t')
		return ' ';
	return tui_key_is_letter(key) ? key : 0;
}

static void move(struct edit_line *e, size_t to)
{
	e->caret = to;
	e->run = 0;
}

static bool operate(struct edit_line *e, int op)
{
	const char *text = e->text;
	size_t at = e->caret;

	switch (op) {
	case EDIT_LEFT: move(e, motion_left(text, at)); return true;
	case EDIT_RIGHT: move(e, motion_right(text, at)); return true;
	case EDIT_WORD_LEFT: move(e, motion_word_left(text, at)); return true;
	case EDIT_WORD_RIGHT: move(e, motion_word_right(text, at)); return true;
	case EDIT_HOME: move(e, 0); return true;
	case EDIT_END: move(e, e->length); return true;
	case EDIT_BACKSPACE: cut(e, motion_left(text, at), at, op); return true;
	case EDIT_DELETE: cut(e, at, motion_right(text, at), op); return true;
	case EDIT_DELETE_WORD: cut(e, motion_word_left(text, at), at, 0); return true;
	case EDIT_DELETE_TO_START: cut(e, 0, at, 0); return true;
	case EDIT_DELETE_TO_END: cut(e, at, e->length, 0); return true;
	case EDIT_UNDO: undo(e); return true;
	default: return false;
	}
}

void edit_line_offer(struct edit_line *e, const char *text, size_t most)
{
	edit_line_set(e, text, most);
	e->offered = true;
}

bool edit_line_key(struct edit_line *e, tui_key key, bool *refused)
{
	*refused = false;
	if (key == TUI_KEY_PASTE_BEGIN || key == TUI_KEY_PASTE_END) {
		e->pasting = key == TUI_KEY_PASTE_BEGIN;
		e->run = 0;
		return true;
	}
	if (e->pasting || key == '\n') {
		key = pasted(key);
		*refused = key && !insert_key(e, key);
		return true;
	}
	if (tui_key_is_letter(key)) {
		*refused = !insert_key(e, key);
		return true;
	}
	if (!operate(e, binding_find(edit_line_keys, key)))
		return false;
	e->offered = false;
	return true;
}

int edit_line_column(const struct edit_line *e)
{
	return text_width_n(e->text, e->caret);
}
