/* The one window everything is drawn on, and how to read it back: private to the toolkit, without curses.h. */
#ifndef TUI_SURFACE_H
#define TUI_SURFACE_H

#include "tui/canvas.h"
#include "tui/tui.h"

struct surface;

struct surface *surface_create(enum tui_colour colour, bool ascii); /* after newterm; NULL: no memory */
void surface_destroy(struct surface *s);

/* begin, draw on the canvas, end: one update of the terminal. */
struct canvas *surface_begin(struct surface *s, struct canvas_part *room);
void surface_end(struct surface *s);
void surface_forget(struct surface *s); /* the terminal was garbled: the next end paints every cell */

int surface_rows(const struct surface *s);
int surface_columns(const struct surface *s);

/* Gives cells already drawn another role; never half of a wide character. */
void canvas_repaint(struct canvas *c, int row, int column, int cells, enum tui_role role);

char *surface_text(const struct surface *s);  /* tui_headless_text */
char *surface_roles(const struct surface *s); /* tui_headless_roles */

#endif
