/* Clipped drawing of UTF-8 text in roles: the last gate before the terminal. */
#include "canvas_private.h"

#include "base/text.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <wchar.h>

#define REPLACEMENT   0xFFFD
#define CODES_OF_CELL CCHARW_MAX /* a base and the marks that the terminal library keeps with it */

int canvas_rows(const struct canvas *c)
{
	return c->rows;
}

int canvas_columns(const struct canvas *c)
{
	return c->columns;
}

bool canvas_is_ascii(const struct canvas *c)
{
	return c->surface->is_ascii;
}

struct canvas *canvas_part(struct canvas *c, struct canvas_part *room, int row, int column, int rows, int columns)
{
	struct canvas *part = (struct canvas *)room;

	if (row < 0)
		row = 0;
	if (column < 0)
		column = 0;
	if (rows > c->rows - row)
		rows = c->rows - row;
	if (columns > c->columns - column)
		columns = c->columns - column;
	part->surface = c->surface;
	part->row = c->row + row;
	part->column = c->column + column;
	part->rows = rows > 0 ? rows : 0;
	part->columns = columns > 0 ? columns : 0;
	return part;
}

/* Signs the program itself draws, for terminals and fonts without them. Names and words stay as they are. */
static uint32_t plain_sign(uint32_t code)
{
	switch (code) {
	case 0x2026: return '~'; /* … */
	case 0x00B7: return '-'; /* · */
	case 0x00D7: return 'x'; /* × */
	case 0x2013:             /* – */
	case 0x2014: return '-'; /* — */
	case 0x2018:
	case 0x2019: return '\'';
	case 0x201C:
	case 0x201D: return '"';
	default: return code;
	}
}

static wchar_t showable(const struct surface *s, uint32_t code)
{
	if (s->is_ascii)
		code = plain_sign(code);
	if (code != REPLACEMENT && (!text_is_safe(code) || wcwidth((wchar_t)code) < 0))
		code = REPLACEMENT;
	return code == REPLACEMENT && s->is_ascii ? L'?' : (wchar_t)code;
}

struct pen {
	struct canvas *canvas;
	int row, column; /* where the next cell goes, on the surface */
	attr_t look;
	short pair;
	wchar_t codes[CODES_OF_CELL + 1]; /* the cell being gathered */
	int count, width;
};

static void pen_put(struct pen *pen)
{
	cchar_t cell;

	if (!pen->count)
		return;
	pen->codes[pen->count] = L'\0';
	if (setcchar(&cell, pen->codes, pen->look, pen->pair, NULL) == OK)
		mvwadd_wch(pen->canvas->surface->window, pen->row, pen->column, &cell);
	pen->column += pen->width;
	pen->count = 0;
	pen->width = 0;
}

/* One cluster in exactly `cells` cells. A letter that needs more than the text layer counted gives way to U+FFFD:
 * neighbours stay where they are. Marks beyond what a cell holds are left out of the picture, never out of the data. */
static void pen_cluster(struct pen *pen, const char *text, size_t bytes, int cells)
{
	int end = pen->column + cells;

	if (cells <= 0)
		return; /* a mark on its own would land on the neighbour */
	if (bytes == 1 && cells == 1 && text[0] >= ' ' && text[0] < 0x7F) { /* nearly every cell of every screen */
		pen->codes[pen->count++] = (wchar_t)text[0];
		pen->width = 1;
		pen_put(pen);
		return;
	}
	for (size_t at = 0; at < bytes;) {
		uint32_t code;
		wchar_t letter;
		int width;

		at += text_decode(text + at, &code);
		letter = showable(pen->canvas->surface, code);
		width = wcwidth(letter);
		if (width == 0 && !pen->count) {
			pen->codes[pen->count++] = L' '; /* a mark with nothing to stand on */
			pen->width = 1;
		}
		if (width == 0 && pen->count < CODES_OF_CELL) {
			pen->codes[pen->count++] = letter;
		} else if (width > 0 && pen->column + pen->width + width <= end) {
			pen_put(pen);
			pen->codes[pen->count++] = letter;
			pen->width = width;
		} else if (width > 0 && pen->column + pen->width + 1 <= end && at == bytes) {
			pen_put(pen);
			pen->codes[pen->count++] = showable(pen->canvas->surface, REPLACEMENT);
			pen->width = 1;
		}
	}
	pen_put(pen);
	while (pen->column < end) {
		pen->codes[pen->count++] = L' ';
		pen->width = 1;
		pen_put(pen);
	}
}

static bool pen_start(struct pen *pen, struct canvas *c, int row, int column, enum tui_role role)
{
	memset(pen, 0, sizeof *pen);
	pen->canvas = c;
	pen->row = c->row + row;
	pen->column = c->column + column;
	pen->look = theme_look(&c->surface->theme, role, &pen->pair);
	return row >= 0 && row < c->rows && column < c->columns;
}

/* Cells from `column` that may be drawn, when the caller asked for `cells` (negative: all). */
static int cells_left(const struct canvas *c, int column, int cells)
{
	int left = c->columns - column;

	return cells >= 0 && cells < left ? cells : left;
}

/* Line breaks and tabs inside a one-line text read as blanks. */
static size_t one_line_cluster(const char *text, const char **shown)
{
	if (*text == '\n' || *text == '\t') {
		*shown = " ";
		return 1;
	}
	*shown = text;
	return text_cluster(text);
}

static int draw_text(struct canvas *c, int row, int column, int cells, enum tui_role role, const char *text)
{
	struct pen pen;
	bool is_inside = pen_start(&pen, c, row, column, role);
	int left = cells_left(c, column, cells), used = 0;
	const char *shown;

	for (size_t n; *text && (n = one_line_cluster(text, &shown)) > 0; text += n) {
		int width = shown == text ? text_width_n(text, n) : 1;

		if (used + width > left)
			break;
		if (is_inside && column + used >= 0)
			pen_cluster(&pen, shown, shown == text ? n : 1, width);
		else
			pen.column += width;
		used += width;
	}
	return used;
}

int canvas_text(struct canvas *c, int row, int column, int cells, enum tui_role role, const char *text)
{
	return draw_text(c, row, column, cells, role, text);
}

int canvas_print(struct canvas *c, int row, int column, int cells, enum tui_role role, const char *format, ...)
{
	char text[1024];
	va_list args;

	va_start(args, format);
	vsnprintf(text, sizeof text, format, args);
	va_end(args);
	return draw_text(c, row, column, cells, role, text);
}

void canvas_fill(struct canvas *c, int row, int column, int cells, enum tui_role role)
{
	struct pen pen;

	if (!pen_start(&pen, c, row, column, role))
		return;
	for (int left = cells_left(c, column, cells); left > 0; left--) {
		if (column++ < 0)
			pen.column++;
		else
			pen_cluster(&pen, " ", 1, 1);
	}
}

/* Bytes of `text` that fit, and whether "…" takes the place of the rest; *used is the cells of both. */
static size_t fitting(const char *text, int cells, bool *is_cut, int *used)
{
	size_t fits = text_clip(text, cells);

	*is_cut = text[fits] != '\0';
	if (*is_cut)
		fits = text_clip(text, cells > 0 ? cells - 1 : 0);
	*used = text_width_n(text, fits) + (*is_cut && cells > 0);
	return fits;
}

static void draw_cell(struct canvas *c, int row, int column, int cells, enum tui_role role, const char *text,
		      bool right)
{
	char kept[1024];
	bool is_cut;
	int used;
	size_t fits = fitting(text, cells, &is_cut, &used);
	int before = right ? cells - used : 0;

	if (cells <= 0)
		return;
	if (fits >= sizeof kept)
		fits = sizeof kept - 1;
	memcpy(kept, text, fits);
	kept[fits] = '\0';
	canvas_fill(c, row, column, before, role);
	column += before;
	column += draw_text(c, row, column, cells - before, role, kept);
	if (is_cut)
		column += draw_text(c, row, column, 1, role, "…");
	canvas_fill(c, row, column, cells - before - used, role);
}

void canvas_cell(struct canvas *c, int row, int column, int cells, enum tui_role role, const char *text)
{
	draw_cell(c, row, column, cells, role, text, false);
}

void canvas_cell_right(struct canvas *c, int row, int column, int cells, enum tui_role role, const char *text)
{
	draw_cell(c, row, column, cells, role, text, true);
}

void canvas_rule(struct canvas *c, int row)
{
	for (int column = 0; column < c->columns; column++)
		draw_text(c, row, column, 1, TUI_RULE, c->surface->is_ascii ? "-" : "─");
}

void canvas_vertical(struct canvas *c, int column, int from_row, int rows)
{
	for (int row = from_row; row < from_row + rows; row++)
		draw_text(c, row, column, 1, TUI_RULE, c->surface->is_ascii ? "|" : "│");
}

int canvas_paragraph(struct canvas *c, int row, int column, int cells, int rows, enum tui_role role, const char *text)
{
	int width = cells_left(c, column, cells), used = 0;
	size_t taken, line;

	while (used < rows && width > 0 && (taken = text_wrap(text, width, &line)) > 0) {
		struct pen pen;
		bool is_inside = pen_start(&pen, c, row + used, column, role) && column >= 0;

		for (size_t at = 0, n; is_inside && at < line; at += n) {
			n = text_cluster(text + at);
			if (n > line - at)
				n = line - at;
			pen_cluster(&pen, text + at, n, text_width_n(text + at, n));
		}
		text += taken;
		used++;
	}
	return used;
}

void canvas_cursor(struct canvas *c, int row, int column)
{
	if (c->rows <= 0 || c->columns <= 0)
		return;
	row = row < 0 ? 0 : row >= c->rows ? c->rows - 1 : row;
	column = column < 0 ? 0 : column >= c->columns ? c->columns - 1 : column;
	c->surface->has_cursor = true;
	c->surface->cursor_row = c->row + row;
	c->surface->cursor_column = c->column + column;
}
