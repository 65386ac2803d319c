/* The many-line editor: text, caret, undo and find, without a terminal. */
#include "tui/edit_text.h"

#include "base/text.h"
#include "edit_find.h"
#include "edit_motion.h"
#include "edit_text_inside.h"
#include "tui/edit_line.h"

#include <stdlib.h>
#include <string.h>

const struct binding edit_text_keys[] = {
	{TUI_KEY_LEFT, 0, 0, EDIT_LEFT, NULL, "Moves one character to the left."},
	{TUI_KEY_RIGHT, 0, 0, EDIT_RIGHT, NULL, "Moves one character to the right."},
	{TUI_KEY_WORD_LEFT, 0, 0, EDIT_WORD_LEFT, NULL, "Moves to the start of the word before."},
	{TUI_KEY_WORD_RIGHT, 0, 0, EDIT_WORD_RIGHT, NULL, "Moves to the start of the next word."},
	{TUI_KEY_HOME, KEY_CONTROL('A'), 0, EDIT_HOME, NULL, "Moves to the start of the row."},
	{TUI_KEY_END, KEY_CONTROL('E'), 0, EDIT_END, NULL, "Moves to the end of the row."},
	{TUI_KEY_UP, 0, 0, EDIT_UP, NULL, "Moves up a row; on the first row, to the field before."},
	{TUI_KEY_DOWN, 0, 0, EDIT_DOWN, NULL, "Moves down a row; on the last row, to the next field."},
	{TUI_KEY_PAGE_UP, 0, 0, EDIT_PAGE_UP, NULL, "Moves up by as many rows as are shown."},
	{TUI_KEY_PAGE_DOWN, 0, 0, EDIT_PAGE_DOWN, NULL, "Moves down by as many rows as are shown."},
	{TUI_KEY_ENTER, 0, 0, EDIT_NEW_LINE, NULL, "Starts a new line; Tab leaves the text."},
	{TUI_KEY_BACKSPACE, 0, 0, EDIT_BACKSPACE, NULL, "Deletes the character before the cursor."},
	{TUI_KEY_DELETE, KEY_CONTROL('D'), 0, EDIT_DELETE, NULL, "Deletes the character under the cursor."},
	{KEY_CONTROL('W'), 0, 0, EDIT_DELETE_WORD, NULL, "Deletes the word before the cursor."},
	{KEY_CONTROL('U'), 0, 0, EDIT_DELETE_TO_START, NULL, "Deletes from the start of the row to the cursor."},
	{KEY_CONTROL('K'), 0, 0, EDIT_DELETE_TO_END, NULL,
	 "Deletes from the cursor to the end of the row, or the line break."},
	{KEY_CONTROL('Z'), 0, 0, EDIT_UNDO, NULL, "Takes back the last change to the text; at least 100 steps."},
	{KEY_CONTROL('Y'), 0, 0, EDIT_REDO, NULL, "Does again what was taken back."},
	{0},
};

static bool make_room(struct edit_text *e, size_t bytes)
{
	size_t room = e->room ? e->room : 256;
	char *grown;

	while (room < bytes + 1)
		room *= 2;
	if (room == e->room)
		return true;
	grown = realloc(e->text, room);
	if (!grown)
		return false;
	e->text = grown;
	e->room = room;
	return true;
}

bool edit_text_create(struct edit_text **out, const char *text, size_t most_bytes, struct fault *f)
{
	struct edit_text *e = calloc(1, sizeof *e);
	size_t bytes = e ? motion_gate(NULL, 0, text, true) : 0;

	*out = NULL;
	if (!e || !make_room(e, bytes) || !wrap_rows_fit(&e->rows, "", 72)) {
		edit_text_destroy(e);
		return fault_set(f, FAULT_MEMORY,
				 "There is not enough memory to edit this text; close other windows and try again.");
	}
	motion_gate(e->text, e->room, text, true);
	e->length = bytes;
	e->most = most_bytes;
	e->page = 3;
	e->goal = -1;
	wrap_rows_fit(&e->rows, e->text, 72);
	*out = e;
	return true;
}

void edit_text_destroy(struct edit_text *e)
{
	if (!e)
		return;
	free(e->text);
	wrap_rows_finish(&e->rows);
	undo_finish(&e->undo);
	free(e);
}

const char *edit_text_value(struct edit_text *e)
{
	return e->text;
}

size_t edit_text_caret(const struct edit_text *e)
{
	return e->caret;
}

/* Replaces bytes and mends the rows; room has been made. */
static void replace(struct edit_text *e, size_t at, size_t removed, const char *inserted, size_t bytes)
{
	memmove(e->text + at + bytes, e->text + at + removed, e->length - at - removed + 1);
	memcpy(e->text + at, inserted, bytes);
	e->length = e->length - removed + bytes;
	e->caret = motion_snap(e->text, at + bytes);
	e->goal = -1;
	e->changes++;
	wrap_rows_edit(&e->rows, e->text, at, removed, bytes);
}

static bool change(struct edit_text *e, size_t at, size_t removed, const char *inserted, size_t bytes,
		   enum undo_run run)
{
	if (!removed && !bytes)
		return true;
	if (!make_room(e, e->length - removed + bytes) ||
	    !undo_note(&e->undo, at, e->text + at, removed, inserted, bytes, run))
		return false;
	replace(e, at, removed, inserted, bytes);
	return true;
}

static bool may_insert(const struct edit_text *e, const char *text, size_t bytes)
{
	uint32_t first;

	if (e->length + bytes > e->most)
		return false;
	text_decode(text, &first);
	return !motion_joins_previous(first) || (e->caret > 0 && e->text[e->caret - 1] != '\n');
}

bool edit_text_insert(struct edit_text *e, const char *text)
{
	size_t bytes = motion_gate(NULL, 0, text, true);
	char *kept = malloc(bytes + 1);
	bool ok;

	if (!kept)
		return false;
	motion_gate(kept, bytes + 1, text, true);
	ok = may_insert(e, kept, bytes) && change(e, e->caret, 0, kept, bytes, UNDO_ALONE);
	free(kept);
	return ok;
}

/* A run ends where a word begins, so that undo takes back a word and not a page. */
static bool insert_key(struct edit_text *e, tui_key key)
{
	char bytes[5];
	size_t count = text_encode(key, bytes);
	char before = e->caret ? e->text[e->caret - 1] : '\0';

	if (!count || !may_insert(e, bytes, count))
		return false;
	if (!e->pasting && key != ' ' && (before == ' ' || before == '\n'))
		e->undo.closed = true;
	return change(e, e->caret, 0, bytes, count, e->pasting ? UNDO_PASTED : UNDO_TYPED);
}

static bool cut(struct edit_text *e, size_t from, size_t to, enum undo_run run)
{
	return change(e, from, to - from, "", 0, run);
}

static void take_back(struct edit_text *e, bool again)
{
	const struct undo_step *step = again ? undo_again(&e->undo) : undo_back(&e->undo);

	if (!step)
		return;
	if (!make_room(e, e->length + step->removed + step->inserted)) {
		e->undo.done += again ? (size_t)-1 : 1; /* no memory: the step stays where it was */
		return;
	}
	if (again)
		replace(e, step->at, step->removed, step->bytes + step->removed, step->inserted);
	else
		replace(e, step->at, step->inserted, step->bytes, step->removed);
}

static void move(struct edit_text *e, size_t to)
{
	e->caret = to;
	e->goal = -1;
	e->undo.closed = true;
}

static size_t row_end(const struct edit_text *e, size_t row)
{
	size_t end = e->rows.starts[row] + wrap_rows_bytes(&e->rows, e->text, row);

	/* A word cut by the width has no blank to stand on: its end is already the next row. */
	if (row + 1 < e->rows.count && end == e->rows.starts[row + 1])
		end = motion_left(e->text, end);
	return end > e->rows.starts[row] ? end : e->rows.starts[row];
}

int edit_text_column(const struct edit_text *e)
{
	size_t start = e->rows.starts[wrap_rows_at(&e->rows, e->caret)];

	return text_width_n(e->text + start, e->caret - start);
}

static void go_to_row(struct edit_text *e, size_t row)
{
	int goal = e->goal >= 0 ? e->goal : edit_text_column(e);
	size_t start = e->rows.starts[row], end = row_end(e, row);
	size_t at = start + text_clip(e->text + start, goal);

	move(e, at < end ? at : end);
	e->goal = goal;
}

static bool move_rows(struct edit_text *e, int op)
{
	size_t row = wrap_rows_at(&e->rows, e->caret), last = e->rows.count - 1;
	size_t page = e->page > 1 ? (size_t)e->page - 1 : 1;

	switch (op) {
	case EDIT_UP:
		if (row == 0)
			return false;
		go_to_row(e, row - 1);
		return true;
	case EDIT_DOWN:
		if (row == last)
			return false;
		go_to_row(e, row + 1);
		return true;
	case EDIT_PAGE_UP: go_to_row(e, row > page ? row - page : 0); return true;
	default: go_to_row(e, last - row > page ? row + page : last); return true;
	}
}

/* Operations that change the text; false when there was no room or memory. */
static bool operate(struct edit_text *e, int op)
{
	size_t row = wrap_rows_at(&e->rows, e->caret), at = e->caret, end;

	switch (op) {
	case EDIT_NEW_LINE: return insert_key(e, '\n');
	case EDIT_BACKSPACE: return cut(e, motion_left(e->text, at), at, UNDO_BACKSPACED);
	case EDIT_DELETE: return cut(e, at, motion_right(e->text, at), UNDO_DELETED);
	case EDIT_DELETE_WORD: return cut(e, motion_word_left(e->text, at), at, UNDO_ALONE);
	case EDIT_DELETE_TO_START: return cut(e, e->rows.starts[row], at, UNDO_ALONE);
	case EDIT_DELETE_TO_END:
		end = e->rows.starts[row] + wrap_rows_bytes(&e->rows, e->text, row);
		return cut(e, at, end > at ? end : motion_right(e->text, at), UNDO_ALONE);
	case EDIT_UNDO: take_back(e, false); return true;
	default: take_back(e, true); return true;
	}
}

/* The text a key carries inside a paste; 0 when none. */
static tui_key pasted(tui_key key)
{
	if (key == TUI_KEY_ENTER || key == '\r' || key == '\n')
		return '\n';
	if (key == TUI_KEY_TAB || key == '\t')
		return ' ';
	return tui_key_is_letter(key) && text_is_safe(key) ? key : 0;
}

bool edit_text_key(struct edit_text *e, tui_key key, bool *refused)
{
	int op;

	*refused = false;
	if (key == TUI_KEY_PASTE_BEGIN || key == TUI_KEY_PASTE_END) {
		e->pasting = key == TUI_KEY_PASTE_BEGIN;
		e->undo.closed = true;
		return true;
	}
	if (e->pasting || key == '\n') {
		key = pasted(key);
		*refused = key && !insert_key(e, key);
		return true;
	}
	if (tui_key_is_letter(key)) {
		*refused = text_is_safe(key) && !insert_key(e, key);
		return true;
	}
	op = binding_find(edit_text_keys, key);
	switch (op) {
	case OP_NONE: return false;
	case EDIT_LEFT: move(e, motion_left(e->text, e->caret)); return true;
	case EDIT_RIGHT: move(e, motion_right(e->text, e->caret)); return true;
	case EDIT_WORD_LEFT: move(e, motion_word_left(e->text, e->caret)); return true;
	case EDIT_WORD_RIGHT: move(e, motion_word_right(e->text, e->caret)); return true;
	case EDIT_HOME: move(e, e->rows.starts[wrap_rows_at(&e->rows, e->caret)]); return true;
	case EDIT_END: move(e, row_end(e, wrap_rows_at(&e->rows, e->caret))); return true;
	case EDIT_UP:
	case EDIT_DOWN:
	case EDIT_PAGE_UP:
	case EDIT_PAGE_DOWN: return move_rows(e, op);
	default: *refused = !operate(e, op); return true;
	}
}

bool edit_text_find(struct edit_text *e, const char *folded)
{
	size_t at;

	if (!find_folded(e->text, motion_right(e->text, e->caret), folded, &at) &&
	    !find_folded(e->text, 0, folded, &at))
		return false;
	move(e, at);
	return true;
}

size_t edit_text_changes(const struct edit_text *e)
{
	return e->changes;
}

size_t edit_text_words(const struct edit_text *e)
{
	size_t words = 0;

	for (const char *at = e->text; *(at += strspn(at, " \n"));) {
		words++;
		at += strcspn(at, " \n");
	}
	return words;
}
