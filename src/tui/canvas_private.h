/* What a canvas is made of: private to the toolkit. */
#ifndef TUI_CANVAS_PRIVATE_H
#define TUI_CANVAS_PRIVATE_H

#include "surface.h"
#include "theme.h"

#include <curses.h>

struct surface {
	WINDOW *window;
	struct theme theme;
	bool is_ascii;
	bool has_cursor;
	int cursor_row, cursor_column;
};

struct canvas {
	struct surface *surface;
	int row, column, rows, columns; /* on the surface */
};

_Static_assert(sizeof(struct canvas) <= sizeof(struct canvas_part), "a canvas fits the room its caller keeps for it");

#endif
