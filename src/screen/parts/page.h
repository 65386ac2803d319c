/* A page with tabs: each tab a list of labelled lines, some of which lead on. Conference, Family and Child are pages.
 */
#ifndef PAGE_H
#define PAGE_H

#include "casework/pages.h"
#include "casework/told.h"
#include "tui/list.h"

enum page_go { GO_NOWHERE, GO_CONFERENCE, GO_FAMILY, GO_CHILD, GO_ADULT, GO_DUE, GO_MERGE };

struct page_line {
	const char *label, *text;
	enum tui_role role;
	bool is_heading;
	enum page_go go;
	int64_t id;
	int64_t family; /* GO_ADULT: of which the adult is a member */
	const struct due_item *due;
	int64_t identity; /* of what it says, wherever it stands; set by page_show */
};
struct page_lines {
	struct page_line *items;
	size_t count, room;
};

enum { PAGE_TABS_MOST = 8 };

struct page {
	struct page_lines tabs[PAGE_TABS_MOST];
	const char *const *labels;
	int tab_count, tab;
	struct list list;
	struct page_line left_out; /* takes what a caller sets on a line that was left out */
	bool is_open;
	const struct history_list *history; /* cut to the window's width; NULL: the page has none */
	int history_tab;
};

enum page_op { OP_TAB_NEXT = 200, OP_TAB_BEFORE, OP_TAB_1, OP_TAB_4 = OP_TAB_1 + 3 };
#define PAGE_KEYS                                                                                                      \
	{TUI_KEY_TAB, ']', 0, OP_TAB_NEXT, "Next tab", "The next tab."},                                               \
		{TUI_KEY_BACK_TAB, '[', 0, OP_TAB_BEFORE, NULL, "The tab before."},                                    \
		{'1', 0, 0, OP_TAB_1, NULL, "The first tab; 2 and 3 are the others."},                                 \
		{'2', 0, 0, OP_TAB_1 + 1, NULL, "The second tab."},                                                    \
	{                                                                                                              \
		'3', 0, 0, OP_TAB_1 + 2, NULL, "The third tab."                                                        \
	}

/* Before a tab's lines are made anew; then page_heading and the others, then page_show. */
void page_begin(struct page *page, const char *const *labels, int tab_count);
void page_heading(struct page *page, int tab, struct arena *mem, const char *text);
/* Sentences parted by line breaks, each marked. */
void page_notes(struct page *page, int tab, struct arena *mem, const char *notes, const struct tui *t);
/* A line without text is left out. */
struct page_line *page_add(struct page *page, int tab, struct arena *mem, const char *label, const char *text);
/* The cells of a line beside its label. */
int page_text_columns(const struct tui *t);
/* A long text over several lines of so many cells, the label at the first. */
void page_add_wrapped(struct page *page, int tab, struct arena *mem, int cells, const char *label, const char *text);
/* What was done, each with its day, wrapped the same way. */
void page_told(struct page *page, int tab, struct arena *mem, int cells, const struct told_list *told);
void page_date(struct page *page, int tab, struct arena *mem, const char *label, day_number day);
void page_members(struct page *page, int tab, struct arena *mem, const struct member_list *members, day_number today);
void page_former(struct page *page, int tab, struct arena *mem, const struct member_list *former);
/* Whose child is whose; nothing where nothing was said. */
void page_whose(struct page *page, int tab, struct arena *mem, const struct whose_line_list *lines);
void page_conferences(struct page *page, int tab, struct arena *mem, const struct conference_list *conferences);
/* `members` says whose each is; NULL on the page of one child. */
void page_plans(struct page *page, int tab, struct arena *mem, const struct plan_list *plans,
		const struct member_list *members);
void page_deadlines(struct page *page, int tab, struct arena *mem, const struct due_list *due, day_number today);
/* Wrapped to the window of `t`, and anew when it changes. */
void page_history(struct page *page, int tab, struct arena *mem, const struct history_list *history,
		  const struct tui *t);
void page_show(struct page *page, struct arena *mem);
void page_choose_tab(struct page *page, int tab, struct arena *mem);

void page_draw(const struct page *page, struct canvas *c);
enum handled page_act(struct page *page, struct tui *t, int op, tui_key typed, struct arena *mem);
const struct page_line *page_selected(const struct page *page); /* NULL when none */

/* The same for every screen whose state begins with its struct page. */
void page_screen_draw(const struct screen *s, struct canvas *c);
bool page_screen_takes_text(const struct screen *s);
void page_screen_resized(struct screen *s, struct tui *t);
void page_screen_answered(struct screen *s, struct tui *t, const struct answer *answer); /* ticks and waivers */

#endif
