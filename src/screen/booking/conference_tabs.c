/* The tabs of a conference: their row, and going from one to another. */
#include "conference_tabs.h"

#include "tui/tabs.h"
#include "tui/tui.h"

const char *const conference_tab_labels[] = {
#define X(id, label, show) label,
	CONFERENCE_TABS(X)
#undef X
};

static bool show(struct tui *t, int64_t conference, enum conference_tab tab, bool in_place, struct fault *f)
{
	static bool (*const shows[])(struct tui *, int64_t, enum conference_tab, bool, struct fault *) = {
#define X(id, label, show) show,
		CONFERENCE_TABS(X)
#undef X
	};

	return shows[tab](t, conference, tab, in_place, f);
}

bool conference_tab_open(struct tui *t, int64_t conference, enum conference_tab tab, struct fault *f)
{
	return show(t, conference, tab, false, f);
}

struct canvas *conference_tabs_draw(struct canvas *c, struct canvas_part *part, enum conference_tab present,
				    const char *stands)
{
	int head = tabs_draw(c, 0, conference_tab_labels, CONFERENCE_TAB_COUNT, (int)present);

	if (*stands)
		head += canvas_paragraph(c, head, 2, canvas_columns(c) - 4, 2, TUI_SOON, stands);
	return canvas_part(c, part, head, 0, canvas_rows(c) - head, canvas_columns(c));
}

int conference_tab_wanted(int op, enum conference_tab present)
{
	int tab = op - OP_CONFERENCE_TAB_FIRST;

	if (op == OP_CONFERENCE_TAB_NEXT)
		return ((int)present + 1) % CONFERENCE_TAB_COUNT;
	if (op == OP_CONFERENCE_TAB_BEFORE)
		return ((int)present + CONFERENCE_TAB_COUNT - 1) % CONFERENCE_TAB_COUNT;
	return tab >= 0 && tab < CONFERENCE_TAB_COUNT ? tab : -1;
}

enum handled conference_tabs_act(struct tui *t, int op, int64_t conference, enum conference_tab present)
{
	int tab = conference_tab_wanted(op, present);
	struct fault f = {0};

	if (tab < 0)
		return NOT_MINE;
	if (tab != (int)present && !show(t, conference, (enum conference_tab)tab, true, &f))
		tui_say_fault(t, &f);
	return HANDLED;
}
