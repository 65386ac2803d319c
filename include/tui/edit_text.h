/* Several lines of text being edited: wraps at the width it is given, moves by character, word and line, undo, find, paste. */
#ifndef TUI_EDIT_TEXT_H
#define TUI_EDIT_TEXT_H

#include "base/fault.h"
#include "tui/canvas.h"
#include "tui/key.h"

struct edit_text;

bool edit_text_create(struct edit_text **out, const char *text, size_t most_bytes, struct fault *f);
void edit_text_destroy(struct edit_text *e);
const char *edit_text_value(struct edit_text *e); /* borrowed until the next change; '\n' only where it was typed */
bool edit_text_insert(struct edit_text *e, const char *text);
bool edit_text_key(struct edit_text *e, tui_key key, bool *refused); /* as edit_line_key, with Up, Down, Page, Enter */
void edit_text_draw(struct edit_text *e, struct canvas *c, bool has_focus); /* wraps to the canvas, keeps the caret in view */
bool edit_text_find(struct edit_text *e, const char *folded);
size_t edit_text_words(const struct edit_text *e);

#endif
