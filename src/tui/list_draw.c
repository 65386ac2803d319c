/* Drawing a list: filter line, heading row, the rows in view, '>' and reverse on the selected one with the real cursor
 * on it. */
#include "list_private.h"

#include "surface.h"

#include "base/text.h"

#include <stdio.h>

#define MARK_CELLS    2  /* '>' and a blank */
#define GAP           1  /* between columns */
#define REACH_LEAST   12 /* of the selected row so many cells are reversed: see reach_of */
#define REACH_COLUMNS 3  /* and so many columns where there is room */
#define REACH_MOST    32

/* What the columns of width 0 leave empty goes to those that may widen, from the left. */
static void widen(const struct list *l, int widths[])
{
	int empty = 0, given = 0;

	for (int i = 0; i < l->column_count; i++)
		if (!l->columns[i].width && widths[i] > l->longest[i])
			empty += widths[i] - l->longest[i];
	for (int i = 0; i < l->column_count; i++) {
		int wanted = l->longest[i] - widths[i], more = wanted < empty - given ? wanted : empty - given;

		if (!(l->widens & 1u << i) || widths[i] <= 0 || more <= 0)
			continue;
		widths[i] += more;
		given += more;
	}
	for (int i = 0; given && i < l->column_count; i++) {
		int spare = l->columns[i].width ? 0 : widths[i] - l->longest[i], less = spare < given ? spare : given;

		if (less > 0) {
			widths[i] -= less;
			given -= less;
		}
	}
}

/* Widths of the columns in `columns` cells: 0 for one that does not fit or is for wider screens. */
static void lay_out(const struct list *l, int columns, int widths[])
{
	int left = columns - MARK_CELLS, sharing = 0;

	for (int i = 0; i < l->column_count; i++) {
		const struct list_column *column = &l->columns[i];

		widths[i] = 0;
		if (column->wide_only > columns)
			continue;
		if (!column->width) {
			sharing++;
			left -= GAP;
			widths[i] = -1;
		} else if (left > 0) {
			widths[i] = column->width < left ? column->width : left;
			left -= widths[i] + GAP;
		}
	}
	left += GAP; /* none after the last */
	for (int i = 0; i < l->column_count; i++)
		if (widths[i] < 0) {
			widths[i] = left > 0 ? left / sharing : 0;
			left -= widths[i];
			sharing--;
		}
	if (l->widens)
		widen(l, widths);
}

static enum tui_role role_of(const struct list *l, size_t source, int i)
{
	return l->source.role ? l->source.role(l->source.rows, source, i) : TUI_TEXT;
}

static void draw_cell(const struct list *l, struct canvas *c, int row, int column, int width, int i, size_t source)
{
	enum tui_role role = role_of(l, source, i);
	char text[CELL_ROOM] = "";

	l->source.cell(l->source.rows, source, i, text, sizeof text);
	if (l->columns[i].align == LIST_RIGHT)
		canvas_cell_right(c, row, column, width, role, text);
	else
		canvas_cell(c, row, column, width, role, text);
}

static void draw_row(const struct list *l, struct canvas *c, int row, const int widths[], size_t shown)
{
	enum tui_role before = TUI_TEXT;
	int column = MARK_CELLS;

	if (list_is_marked(l, shown))
		canvas_text(c, row, 1, 1, TUI_TEXT, "*");
	if (list_is_heading(l, shown)) { /* a heading has the whole row */
		draw_cell(l, c, row, column, canvas_columns(c) - MARK_CELLS, 0, l->shown[shown]);
		return;
	}
	for (int i = 0; i < l->column_count; i++) {
		enum tui_role role = role_of(l, l->shown[shown], i);

		if (widths[i] <= 0)
			continue;
		if (role == before &&
		    role != TUI_TEXT) /* one look from cell to cell: every change of it costs 25 bytes */
			canvas_fill(c, row, column - GAP, GAP, role);
		draw_cell(l, c, row, column, widths[i], i, l->shown[shown]);
		column += widths[i] + GAP;
		before = role;
	}
}

/* A reversed row costs its cells twice, once going and once coming. Few of them keep a move within 150 bytes, with what
 * a screen says of the row besides, and a slow line shows that at once; beyond them the row keeps its own looks, so
 * that LATE stays LATE. The bar ends where a column does. */
static int reach_of(const struct list *l, const int widths[])
{
	int column = MARK_CELLS, columns = 0;

	for (int i = 0; i < l->column_count; i++) {
		if (widths[i] <= 0)
			continue;
		if (column >= REACH_LEAST && (columns == REACH_COLUMNS || column + widths[i] > REACH_MOST))
			break;
		column += widths[i] + GAP;
		columns++;
	}
	return column - GAP < REACH_MOST ? column - GAP : REACH_MOST;
}

static void draw_selected(const struct list *l, struct canvas *c, int row, const int widths[], bool has_focus)
{
	if (l->is_lost) {
		canvas_cursor(c, row, 0);
		return;
	}
	canvas_text(c, row, 0, 1, TUI_TEXT, ">");
	if (!has_focus)
		return;
	canvas_repaint(c, row, 0, reach_of(l, widths), TUI_SELECTED);
	canvas_cursor(c, row, 0);
}

static void draw_heading(const struct list *l, struct canvas *c, int row, const int widths[])
{
	int column = MARK_CELLS;

	for (int i = 0; i < l->column_count; i++) {
		char text[80];

		if (widths[i] <= 0)
			continue;
		snprintf(text, sizeof text, "%s%s", l->columns[i].heading,
			 i != l->sort_column ? ""
			 : l->sort_reversed  ? " v"
					     : " ^");
		if (l->columns[i].align == LIST_RIGHT)
			canvas_cell_right(c, row, column, widths[i], TUI_TEXT, text);
		else
			canvas_cell(c, row, column, widths[i], TUI_TEXT, text);
		column += widths[i] + GAP;
	}
}

static void draw_sort_choice(const struct list *l, struct canvas *c, int row)
{
	int column = MARK_CELLS;

	canvas_fill(c, row, 0, -1, TUI_TEXT);
	column += canvas_text(c, row, column, -1, TUI_TEXT, "Sort by:");
	for (int i = 0; i < l->column_count; i++)
		if (l->columns[i].sort_key)
			column += canvas_print(c, row, column, -1, TUI_KEY, " %c %s ", l->columns[i].sort_key,
					       l->columns[i].heading);
	canvas_text(c, row, column, -1, TUI_KEY, l->sort_column < 0 ? " 0 none" : " 0 none  s reverses");
	canvas_cursor(c, row, MARK_CELLS);
}

static bool has_heading_row(const struct list *l)
{
	for (int i = 0; i < l->column_count; i++)
		if (l->columns[i].heading && *l->columns[i].heading)
			return true;
	return l->is_choosing_sort;
}

static size_t count_rows(const struct list *l)
{
	size_t count = 0;

	for (size_t i = 0; i < l->shown_count; i++)
		count += !list_is_heading(l, i);
	return count;
}

static void draw_filter(const struct list *l, struct canvas *c, int row)
{
	int column = canvas_print(c, row, MARK_CELLS, -1, TUI_KEY, "/%s", l->filter) + MARK_CELLS;
	size_t found = count_rows(l);

	canvas_print(c, row, column + 3, -1, TUI_MUTED, "%zu found%s", found,
		     l->is_typing_filter ? "" : " · Esc shows all");
	if (l->is_typing_filter)
		canvas_cursor(c, row, column);
}

/* Where the view begins and how much of it there is are a memory of the last draw, not the state of the list: a screen
 * that is only drawn again shows the same. The page is wanted by the page keys. */
static void bring_into_view(const struct list *l, int rows)
{
	struct list *memory = (struct list *)l;
	size_t page = rows > 0 ? (size_t)rows : 1;

	memory->page = rows;
	if (l->selected < l->first)
		memory->first = l->selected;
	if (l->selected >= l->first + page)
		memory->first = l->selected - page + 1;
	if (l->first + page > l->shown_count)
		memory->first = l->shown_count > page ? l->shown_count - page : 0;
	if (l->first == l->selected && l->first > 0 && page > 1 && list_is_heading(l, l->first - 1))
		memory->first--;
}

static void draw_rows(const struct list *l, struct canvas *c, int top, const int widths[], bool has_focus)
{
	int rows = canvas_rows(c) - top;
	int at_cursor = -1;

	bring_into_view(l, rows);
	if (has_focus) /* for a list of headings alone: the focus is seen somewhere */
		canvas_cursor(c, top, 0);
	for (int i = 0; i < rows && l->first + (size_t)i < l->shown_count; i++) {
		draw_row(l, c, top + i, widths, l->first + (size_t)i);
		if (l->first + (size_t)i == l->selected && !list_is_heading(l, l->selected))
			at_cursor = top + i;
	}
	if (at_cursor >= 0)
		draw_selected(l, c, at_cursor, widths, has_focus);
}

/* A filter that finds nothing is why nothing is shown, whatever there would be without it. */
static void draw_empty(const struct list *l, struct canvas *c, int row, const char *when_empty)
{
	char words[sizeof l->filter + 40];
	int columns = canvas_columns(c) - MARK_CELLS;

	snprintf(words, sizeof words, "No row matches \"%s\". Esc shows all.", l->filter);
	canvas_paragraph(c, row, MARK_CELLS, columns, 3, TUI_TEXT, l->filter[0] ? words : when_empty);
}

void list_draw(const struct list *l, struct canvas *c, bool has_focus, const char *when_empty)
{
	int widths[LIST_COLUMNS_MOST];
	int row = 0;

	lay_out(l, canvas_columns(c), widths);
	if (l->filter[0] || l->is_typing_filter)
		row++;
	if (has_heading_row(l))
		draw_heading(l, c, row++, widths);
	if (l->shown_count)
		draw_rows(l, c, row, widths, has_focus);
	else
		draw_empty(l, c, row, when_empty);
	if (!l->shown_count && has_focus)
		canvas_cursor(c, row, MARK_CELLS);
	if (l->filter[0] || l->is_typing_filter)
		draw_filter(l, c, 0);
	if (l->is_choosing_sort)
		draw_sort_choice(l, c, row - 1);
}
