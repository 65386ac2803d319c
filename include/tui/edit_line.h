/* One line of text being edited: moves by what a person sees as a character, never by code point. No drawing. */
#ifndef TUI_EDIT_LINE_H
#define TUI_EDIT_LINE_H

#include "tui/key.h"

#include <stdbool.h>
#include <stddef.h>

#define EDIT_LINE_ROOM 512 /* bytes with the NUL */
#define EDIT_LINE_PAST 8   /* steps that Ctrl-Z takes back */

/* Editing operations of edit_line_keys and edit_text_keys; between the common ones and the form's. */
enum edit_op {
	EDIT_LEFT = 30,
	EDIT_RIGHT,
	EDIT_WORD_LEFT,
	EDIT_WORD_RIGHT,
	EDIT_HOME,
	EDIT_END,
	EDIT_UP,
	EDIT_DOWN,
	EDIT_PAGE_UP,
	EDIT_PAGE_DOWN,
	EDIT_NEW_LINE,
	EDIT_BACKSPACE,
	EDIT_DELETE,
	EDIT_DELETE_WORD,
	EDIT_DELETE_TO_START,
	EDIT_DELETE_TO_END,
	EDIT_UNDO,
	EDIT_REDO,
};

struct edit_line_state {
	char text[EDIT_LINE_ROOM];
	size_t caret;
};

struct edit_line {
	char text[EDIT_LINE_ROOM];
	size_t length, caret;                        /* bytes; the caret is always between two clusters */
	size_t most;                                 /* most bytes the field may hold, below EDIT_LINE_ROOM */
	struct edit_line_state past[EDIT_LINE_PAST]; /* oldest first */
	size_t past_count;
	int run;      /* the op of the step being grouped, 0 none: a typed word is one step */
	bool pasting; /* between the paste marks every key is text */
	bool offered; /* nothing was done with what was offered yet: the first letter takes its place */
};

/* The keys and what they do, for the help screen and the manual. */
extern const struct binding edit_line_keys[];

/* Line breaks become blanks, what cannot be shown is left out, and what does not fit is cut between clusters. */
void edit_line_set(struct edit_line *e, const char *text, size_t most);
/* As edit_line_set, for a text that stands there already: the first letter typed or pasted takes its place, and any
 * other editing key is there to mend it. Ctrl-Z brings it back. */
void edit_line_offer(struct edit_line *e, const char *text, size_t most);
/* False when there is no room, or a combining mark has nothing to stand on: nothing changes. */
bool edit_line_insert(struct edit_line *e, const char *text);
/* One editing key: arrows, word arrows, Home, End, Backspace, Delete, Ctrl-W word, Ctrl-U to start, Ctrl-K to end,
 * Ctrl-Z undo, letters, '\n' for a pasted line break. False when the key is not an editing key. *refused when
 * it was one but there was no room. */
bool edit_line_key(struct edit_line *e, tui_key key, bool *refused);
int edit_line_column(const struct edit_line *e); /* cells before the caret */

#endif
