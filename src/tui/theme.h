/* Roles to attributes and colours: private to the toolkit. */
#ifndef TUI_THEME_H
#define TUI_THEME_H

#include "tui/canvas.h"
#include "tui/tui.h"

#include <curses.h>

struct theme {
	bool has_colours;
};

/* NO_COLOR counts when it is not empty (no-color.org); `able`: the terminal has eight colours. */
bool theme_wants_colour(enum tui_colour wish, const char *no_color, bool able);
void theme_open(struct theme *theme, enum tui_colour wish); /* after newterm */
attr_t theme_look(const struct theme *theme, enum tui_role role, short *pair);

#endif
