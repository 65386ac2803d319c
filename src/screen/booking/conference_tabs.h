/* The tabs of a conference. Page, Family and History are one screen; Invitees, Reports, Letters and Record are screens
 * of their own that take its place, so that Esc always leads back to where the conference was opened from. */
#ifndef CONFERENCE_TABS_H
#define CONFERENCE_TABS_H

#include "casework/casework.h"
#include "tui/canvas.h"
#include "tui/screen.h"

/* id, label, function that shows it: bool (*)(struct tui *, int64_t conference, enum conference_tab, bool in_place,
 * struct fault *), in_place true when it takes the place of another tab. */
#define CONFERENCE_TABS(X)                                                                                             \
	X(PAGE, "Page", conference_page_show)                                                                          \
	X(FAMILY, "Family", conference_page_show)                                                                      \
	X(INVITEES, "Invitees", invitees_show)                                                                         \
	X(REPORTS, "Reports", reports_show)                                                                            \
	X(LETTERS, "Letters", letters_show)                                                                            \
	X(RECORD, "Record", record_show)                                                                               \
	X(HISTORY, "History", conference_page_show)

enum conference_tab {
#define X(id, label, show) CONFERENCE_TAB_##id,
	CONFERENCE_TABS(X)
#undef X
		CONFERENCE_TAB_COUNT
};

#define X(id, label, show)                                                                                             \
	bool show(struct tui *t, int64_t conference, enum conference_tab tab, bool in_place, struct fault *f);
CONFERENCE_TABS(X)
#undef X

enum { OP_CONFERENCE_TAB_NEXT = 220, OP_CONFERENCE_TAB_BEFORE, OP_CONFERENCE_TAB_FIRST };
/* For the key table of each; the digits 1 to 8 are tabs. */
#define CONFERENCE_TAB_KEYS                                                                                            \
	{TUI_KEY_TAB, ']', 0, OP_CONFERENCE_TAB_NEXT, "Next tab", "The next tab."},                                    \
		{TUI_KEY_BACK_TAB, '[', 0, OP_CONFERENCE_TAB_BEFORE, NULL, "The tab before."},                         \
		{'1', 0, 0, OP_CONFERENCE_TAB_FIRST, NULL, "The first tab; 2, 3 ... are the others."},                 \
		{'2', 0, 0, OP_CONFERENCE_TAB_FIRST + 1, NULL, "The second tab."},                                     \
		{'3', 0, 0, OP_CONFERENCE_TAB_FIRST + 2, NULL, "The third tab."},                                      \
		{'4', 0, 0, OP_CONFERENCE_TAB_FIRST + 3, NULL, "The fourth tab."},                                     \
		{'5', 0, 0, OP_CONFERENCE_TAB_FIRST + 4, NULL, "The fifth tab."},                                      \
		{'6', 0, 0, OP_CONFERENCE_TAB_FIRST + 5, NULL, "The sixth tab."},                                      \
		{'7', 0, 0, OP_CONFERENCE_TAB_FIRST + 6, NULL, "The seventh tab."},                                    \
	{                                                                                                              \
		'8', 0, 0, OP_CONFERENCE_TAB_FIRST + 7, NULL, "The eighth tab."                                        \
	}

extern const char *const conference_tab_labels[CONFERENCE_TAB_COUNT];

/* Draws the row of tabs, beneath it what `stands` says (casework_conference_stands; "" nothing), and gives what is
 * left.
 */
struct canvas *conference_tabs_draw(struct canvas *c, struct canvas_part *part, enum conference_tab present,
				    const char *stands);
/* The tab a key asks for, -1 when it asks for none. */
int conference_tab_wanted(int op, enum conference_tab present);
/* HANDLED when `op` was one of the keys above: another tab took this one's place, or why not is in the message line. */
enum handled conference_tabs_act(struct tui *t, int op, int64_t conference, enum conference_tab present);
bool conference_tab_open(struct tui *t, int64_t conference, enum conference_tab tab, struct fault *f);

#endif
