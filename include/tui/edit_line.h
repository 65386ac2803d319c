/* One line of text being edited: moves by what a person sees as a character, never by code point. No drawing. */
#ifndef TUI_EDIT_LINE_H
#define TUI_EDIT_LINE_H

#include "tui/key.h"

#include <stdbool.h>
#include <stddef.h>

#define EDIT_LINE_ROOM 512 /* bytes with the NUL */

struct edit_line {
	char text[EDIT_LINE_ROOM];
	size_t length, caret; /* bytes */
	size_t most;          /* most bytes the field may hold, below EDIT_LINE_ROOM */
	char undo[EDIT_LINE_ROOM];
	size_t undo_caret;
};

void edit_line_set(struct edit_line *e, const char *text, size_t most);
bool edit_line_insert(struct edit_line *e, const char *text); /* false when there is no room: nothing changes */
/* One editing key: arrows, word arrows, Home, End, Backspace, Delete, Ctrl-W word, Ctrl-U to start, Ctrl-K to end, Ctrl-Z undo,
 * letters. False when the key is not an editing key. *refused when it was one but there was no room. */
bool edit_line_key(struct edit_line *e, tui_key key, bool *refused);
int edit_line_column(const struct edit_line *e); /* cells before the caret */

#endif
