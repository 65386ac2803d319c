/* Draws the rows of the many-line editor that are in view. */
#include "base/text.h"
#include "edit_text_inside.h"

#include <stdio.h>

void edit_text_resize(struct edit_text *e, int columns, int rows)
{
	size_t row;

	columns = columns > 1 ? columns - 1 : 1;
	e->page = rows > 0 ? rows : 1;
	if (columns != e->rows.columns || !e->rows.count)
		wrap_rows_fit(&e->rows, e->text, columns);
	row = wrap_rows_at(&e->rows, e->caret);
	if (row < e->first_row)
		e->first_row = row;
	if (row >= e->first_row + (size_t)e->page)
		e->first_row = row - (size_t)e->page + 1;
}

static void draw_row(struct edit_text *e, struct canvas *c, int row, enum tui_role role)
{
	size_t at = e->first_row + (size_t)row, bytes;
	struct arena mem = {0};

	canvas_fill(c, row, 0, canvas_columns(c), role);
	if (at >= e->rows.count)
		return;
	bytes = wrap_rows_bytes(&e->rows, e->text, at);
	canvas_text(c, row, 0, -1, role, arena_text_n(&mem, e->text + e->rows.starts[at], bytes));
	arena_finish(&mem);
}

void edit_text_draw(struct edit_text *e, struct canvas *c, bool has_focus)
{
	int column;

	edit_text_resize(e, canvas_columns(c), canvas_rows(c));
	for (int row = 0; row < canvas_rows(c); row++)
		draw_row(e, c, row, has_focus ? TUI_FIELD_FOCUS : TUI_FIELD);
	if (!has_focus)
		return;
	column = edit_text_column(e);
	if (column >= canvas_columns(c))
		column = canvas_columns(c) - 1; /* blanks at the end of a row may run past it */
	canvas_cursor(c, (int)(wrap_rows_at(&e->rows, e->caret) - e->first_row), column);
}
