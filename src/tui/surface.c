/* The window under every canvas: one update of the terminal a turn, and reading the screen back for tests. */
#include "canvas_private.h"

#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>

struct surface *surface_create(enum tui_colour colour, bool ascii)
{
	struct surface *s = calloc(1, sizeof *s);

	if (!s)
		return NULL;
	s->window = stdscr;
	s->is_ascii = ascii;
	theme_open(&s->theme, colour);
	return s;
}

void surface_destroy(struct surface *s)
{
	free(s);
}

int surface_rows(const struct surface *s)
{
	return getmaxy(s->window);
}

int surface_columns(const struct surface *s)
{
	return getmaxx(s->window);
}

struct canvas *surface_begin(struct surface *s, struct canvas_part *room)
{
	struct canvas *whole = (struct canvas *)room;

	werase(s->window);
	s->has_cursor = false;
	whole->surface = s;
	whole->row = whole->column = 0;
	whole->rows = surface_rows(s);
	whole->columns = surface_columns(s);
	return whole;
}

void surface_end(struct surface *s)
{
	if (!s->has_cursor)
		s->cursor_row = s->cursor_column = 0;
	wmove(s->window, s->cursor_row, s->cursor_column);
	wnoutrefresh(s->window);
	doupdate();
}

void surface_forget(struct surface *s)
{
	clearok(s->window, TRUE);
}

/* The cell at a place: its code points and look. */
static void cell_at(const struct surface *s, int row, int column, wchar_t codes[CCHARW_MAX + 1], attr_t *look)
{
	cchar_t cell;
	short pair;

	codes[0] = L' ';
	codes[1] = L'\0';
	*look = A_NORMAL;
	if (mvwin_wch(s->window, row, column, &cell) != OK)
		return;
	getcchar(&cell, codes, look, &pair, NULL);
}

static int cell_width(const wchar_t *codes)
{
	int width = wcwidth(codes[0]);

	return width > 1 ? width : 1;
}

void canvas_repaint(struct canvas *c, int row, int column, int cells, enum tui_role role)
{
	short pair;
	attr_t look = theme_look(&c->surface->theme, role, &pair);
	int end = column + cells < c->columns ? column + cells : c->columns;

	if (row < 0 || row >= c->rows)
		return;
	while (column < end) {
		wchar_t codes[CCHARW_MAX + 1];
		attr_t before;
		cchar_t cell;

		cell_at(c->surface, c->row + row, c->column + column, codes, &before);
		if (setcchar(&cell, codes, look, pair, NULL) == OK)
			mvwadd_wch(c->surface->window, c->row + row, c->column + column, &cell);
		column += cell_width(codes);
	}
}

static void write_row(const struct surface *s, int row, FILE *out)
{
	int blanks = 0;

	for (int column = 0; column < surface_columns(s);) {
		wchar_t codes[CCHARW_MAX + 1];
		attr_t look;

		cell_at(s, row, column, codes, &look);
		column += cell_width(codes);
		if (codes[0] == L' ' && !codes[1]) {
			blanks++;
			continue;
		}
		fprintf(out, "%*s", blanks, "");
		blanks = 0;
		for (int i = 0; codes[i]; i++) {
			char bytes[5];
			text_encode((uint32_t)codes[i], bytes);
			fputs(bytes, out);
		}
	}
	fputc('\n', out);
}

char *surface_text(const struct surface *s)
{
	char *text = NULL;
	size_t size;
	FILE *out = open_memstream(&text, &size);

	if (!out)
		return NULL;
	for (int row = 0; row < surface_rows(s); row++)
		write_row(s, row, out);
	fprintf(out, "cursor %d %d\n", s->cursor_row, s->cursor_column);
	fclose(out);
	return text;
}

/* "." plain, b bold, u underlined, B both; r reversed, R bold, U underlined, A all three. */
static char look_letter(attr_t look)
{
	static const char letters[] = ".buBrRUA";

	return letters[(look & A_BOLD ? 1u : 0u) | (look & A_UNDERLINE ? 2u : 0u) | (look & A_REVERSE ? 4u : 0u)];
}

char *surface_roles(const struct surface *s)
{
	char *text = NULL;
	size_t size;
	FILE *out = open_memstream(&text, &size);

	if (!out)
		return NULL;
	for (int row = 0; row < surface_rows(s); row++) {
		for (int column = 0; column < surface_columns(s); column++) {
			wchar_t codes[CCHARW_MAX + 1];
			attr_t look;

			cell_at(s, row, column, codes, &look);
			fputc(look_letter(look), out);
		}
		fputc('\n', out);
	}
	fclose(out);
	return text;
}
