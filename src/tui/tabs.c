/* A row of tabs: the present one is reversed and stands between marks, so that it reads without colour and aloud. */
#include "tui/tabs.h"

#include "base/text.h"

static int tab_width(const char *label)
{
	return text_width(label) + 2;
}

/* The first tab to draw, so that the present one is in view on a narrow screen. */
static int first_shown(struct canvas *c, const char *const *labels, int present)
{
	int first = present, width = 1;

	if (present < 0)
		return 0;
	for (; first >= 0; first--) {
		width += tab_width(labels[first]);
		if (width > canvas_columns(c))
			break;
	}
	return first < present ? first + 1 : present;
}

int tabs_draw(struct canvas *c, int row, const char *const *labels, int count, int present)
{
	int column = 1;

	canvas_fill(c, row, 0, -1, TUI_TEXT);
	for (int i = first_shown(c, labels, present); i < count; i++) {
		enum tui_role role = i == present ? TUI_SELECTED : TUI_TEXT;

		canvas_print(c, row, column, -1, role, i == present ? "[%s]" : " %s ", labels[i]);
		column += tab_width(labels[i]);
	}
	return 1;
}
