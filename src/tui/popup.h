/* The box that questions and menus stand in. */
#ifndef TUI_POPUP_H
#define TUI_POPUP_H

#include "tui/canvas.h"

/* Clears and frames a box for so many rows and columns inside, as large as the canvas allows; returns the inside. */
struct canvas *popup_box(struct canvas *c, struct canvas_part *room, const char *title, int rows, int columns);
/* Rows that a text takes when wrapped. */
int popup_rows(const char *text, int columns);
/* Columns a popup of so many takes on this canvas. */
int popup_columns(const struct canvas *c, int wanted);

/* Copies what fits, cut between clusters; NULL is "". */
void popup_copy(char *out, size_t room, const char *text);

#endif
