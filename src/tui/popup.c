/* A framed box in the middle of the screen beneath. */
#include "popup.h"

#include "base/text.h"

#include <string.h>

int popup_columns(const struct canvas *c, int wanted)
{
	int most = canvas_columns(c) - 4;

	return wanted < most ? wanted : most > 1 ? most : 1;
}

void popup_copy(char *out, size_t room, const char *text)
{
	size_t length = 0, n;

	text = text ? text : "";
	while ((n = text_cluster(text + length)) > 0 && length + n < room)
		length += n;
	memcpy(out, text, length);
	out[length] = '\0';
}

int popup_rows(const char *text, int columns)
{
	size_t shown;
	int rows = 0;

	for (size_t n; (n = text_wrap(text, columns, &shown)) > 0; text += n)
		rows++;
	return rows;
}

static void draw_edge(struct canvas *box, int row, const char *left, const char *right)
{
	canvas_rule(box, row);
	canvas_text(box, row, 0, 1, TUI_RULE, left);
	canvas_text(box, row, canvas_columns(box) - 1, 1, TUI_RULE, right);
}

struct canvas *popup_box(struct canvas *c, struct canvas_part *room, const char *title, int rows, int columns)
{
	struct canvas_part box_room;
	struct canvas *box;
	bool ascii = canvas_is_ascii(c);

	columns = popup_columns(c, columns);
	if (rows > canvas_rows(c) - 2)
		rows = canvas_rows(c) - 2;
	box = canvas_part(c, &box_room, (canvas_rows(c) - rows - 2) / 2, (canvas_columns(c) - columns - 4) / 2,
			  rows + 2, columns + 4);
	for (int row = 0; row < canvas_rows(box); row++)
		canvas_fill(box, row, 0, canvas_columns(box), TUI_TEXT);
	draw_edge(box, 0, ascii ? "+" : "┌", ascii ? "+" : "┐");
	draw_edge(box, canvas_rows(box) - 1, ascii ? "+" : "└", ascii ? "+" : "┘");
	canvas_vertical(box, 0, 1, canvas_rows(box) - 2);
	canvas_vertical(box, canvas_columns(box) - 1, 1, canvas_rows(box) - 2);
	if (title[0])
		canvas_print(box, 0, 2, columns, TUI_TITLE, " %s ", title);
	return canvas_part(box, room, 1, 2, rows, columns);
}
