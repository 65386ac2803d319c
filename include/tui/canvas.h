/* Clipped drawing of UTF-8 text in roles. Everything passes the text filter here: stored text cannot drive the
 * terminal. Rows and columns count from 0 inside the canvas. Drawing outside is clipped, a wide character is never
 * split. */
#ifndef TUI_CANVAS_H
#define TUI_CANVAS_H

#include <stdbool.h>
#include <stddef.h>

/* A role, never a colour: theme.c decides what it looks like. Meaning is always also in a word or a sign. */
#define TUI_ROLES(X)                                                                                                   \
	X(TEXT, "text")                                                                                                \
	X(TITLE, "title")                                                                                              \
	X(HEADING, "heading")                                                                                          \
	X(MUTED, "muted")                                                                                              \
	X(SELECTED, "selected")                                                                                        \
	X(LATE, "late")                                                                                                \
	X(SOON, "soon")                                                                                                \
	X(GOOD, "good")                                                                                                \
	X(LINK, "link")                                                                                                \
	X(FIELD, "field")                                                                                              \
	X(FIELD_FOCUS, "field focus")                                                                                  \
	X(KEY, "key")                                                                                                  \
	X(MESSAGE, "message")                                                                                          \
	X(ERROR, "error")                                                                                              \
	X(BANNER, "banner")                                                                                            \
	X(RULE, "rule")

enum tui_role {
#define X(id, label) TUI_##id,
	TUI_ROLES(X)
#undef X
		TUI_ROLE_COUNT
};

struct canvas;

int canvas_rows(const struct canvas *c);
int canvas_columns(const struct canvas *c);

/* Draws at most `cells` cells (negative: to the right edge) and returns the cells used. No line breaks. */
int canvas_text(struct canvas *c, int row, int column, int cells, enum tui_role role, const char *text);
__attribute__((format(printf, 6, 7))) int canvas_print(struct canvas *c, int row, int column, int cells,
						       enum tui_role role, const char *format, ...);
/* As canvas_text, with "…" where the text is longer, and padded with blanks to exactly `cells`. */
void canvas_cell(struct canvas *c, int row, int column, int cells, enum tui_role role, const char *text);
void canvas_cell_right(struct canvas *c, int row, int column, int cells, enum tui_role role, const char *text);
void canvas_fill(struct canvas *c, int row, int column, int cells, enum tui_role role); /* blanks */
void canvas_rule(struct canvas *c, int row);                                            /* a horizontal line */
void canvas_vertical(struct canvas *c, int column, int from_row, int rows);
/* Several wrapped lines; returns rows used (at most `rows`). */
int canvas_paragraph(struct canvas *c, int row, int column, int cells, int rows, enum tui_role role, const char *text);

/* The real cursor: the last act of every draw, on what has the focus. */
void canvas_cursor(struct canvas *c, int row, int column);

/* A part of a canvas, with its own origin. Lives on the caller's stack; valid while the whole is. */
struct canvas_part {
	void *reserved[6];
};
struct canvas *canvas_part(struct canvas *c, struct canvas_part *room, int row, int column, int rows, int columns);

/* Box-drawing or ASCII, colours or not: asked by widgets that draw bars or charts. */
bool canvas_is_ascii(const struct canvas *c);

#endif
