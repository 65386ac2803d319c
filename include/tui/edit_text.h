/* Several lines of text being edited: wraps at the width it is given, moves by character, word and line, undo, find,
 * paste. */
#ifndef TUI_EDIT_TEXT_H
#define TUI_EDIT_TEXT_H

#include "base/fault.h"
#include "tui/canvas.h"
#include "tui/key.h"

struct edit_text;

/* The keys and what they do, for the help screen and the manual; the operations are enum edit_op of edit_line.h. */
extern const struct binding edit_text_keys[];

/* A `text` longer than `most_bytes` is kept whole, and only takes what makes it shorter. */
bool edit_text_create(struct edit_text **out, const char *text, size_t most_bytes, struct fault *f);
void edit_text_destroy(struct edit_text *e);
const char *edit_text_value(struct edit_text *e);  /* borrowed until the next change; '\n' only where it was typed */
size_t edit_text_caret(const struct edit_text *e); /* bytes before the caret */
/* Tabs become blanks and what cannot be shown is left out. False when there is no room: nothing changes. */
bool edit_text_insert(struct edit_text *e, const char *text);
/* As edit_line_key, with Up, Down, Page, Enter, and Ctrl-Y to do again. Up on the first row and Down on the last are
 * not taken, so that a form can leave the field. */
bool edit_text_key(struct edit_text *e, tui_key key, bool *refused);
/* Wraps to the canvas, one column kept for the caret at the end of a row, and keeps the caret in view. */
void edit_text_draw(struct edit_text *e, struct canvas *c, bool has_focus);
/* Wraps to so many columns and shows so many rows, as drawing does. */
void edit_text_resize(struct edit_text *e, int columns, int rows);
/* Moves the caret to the next place after it where `folded` (text_fold) stands, from the top again at the end. */
bool edit_text_find(struct edit_text *e, const char *folded);
size_t edit_text_changes(const struct edit_text *e); /* counts changes of the text, not of the caret */
size_t edit_text_words(const struct edit_text *e);

#endif
