/* A row of tabs: Tab, Shift-Tab and the digits choose; the present one is reversed and in words for a screen reader. */
#ifndef TUI_TABS_H
#define TUI_TABS_H

#include "tui/canvas.h"

/* Draws labels in one row; returns rows used (1). `present` is drawn in the selected role between marks. */
int tabs_draw(struct canvas *c, int row, const char *const *labels, int count, int present);

#endif
