/* The plan of a family on the screen: one version whole, two beside one another, and what is overdue by owner. */
#ifndef PLAN_PAGE_H
#define PLAN_PAGE_H

#include "casework/family_plan.h"
#include "tui/list.h"
#include "tui/tui.h"

extern const struct screen_class plan_page_screen, plan_compare_screen, overdue_actions_screen;

/* `child`: the part about one child; 0 all of it. */
bool plan_page_open(struct tui *t, int64_t family, int64_t child, struct fault *f);
bool plan_page_of_child(struct tui *t, int64_t child, struct fault *f);
bool plan_compare_open(struct tui *t, int64_t family, int64_t one, int64_t other, struct fault *f);
/* Of every plan in force, or of one family's (0 all). */
bool overdue_actions_open(struct tui *t, int64_t family, struct fault *f);
bool overdue_actions_go(struct tui *t, struct fault *f); /* from anywhere: all of them */

/* --- The rows of the page --- */
enum plan_row_kind {
	PLAN_ROW_HEADING,
	PLAN_ROW_TEXT,
	PLAN_ROW_ACTION,
	PLAN_ROW_HELPER,
	PLAN_ROW_SCALE,
	PLAN_ROW_VERSION,
	PLAN_ROW_GIVEN
};
struct plan_page_row {
	enum plan_row_kind kind;
	const char *label, *words; /* a long text takes several rows: the label stands in the first */
	enum tui_role role;
	enum plan_text text;
	const struct plan_action *action;
	const struct plan_network *helper;
	const struct plan_scale *scale; /* the first that was said of this child at this conference */
	const struct plan_version *version;
	int64_t identity;
};
struct plan_page_rows {
	struct plan_page_row *items;
	size_t count, room;
	int label_columns; /* the names that stand in the first column are whole, up to a third of the window */
};
/* `columns`: the width of the window; `child` 0: all of it. False: no memory. */
bool plan_page_rows_make(const struct family_plan *plan, int64_t child, day_number today,
			 const struct working_calendar *calendar, int columns, struct arena *mem,
			 struct plan_page_rows *out);
/* What was said of one child at one conference, as a text to read. */
const char *plan_scale_text(const struct family_plan *plan, const struct plan_scale *first, struct arena *mem);

/* On paper (plan_print.c): asks for whom; true when the answer was to that. */
bool plan_print_ask(struct tui *t, const struct family_plan *plan, struct fault *f);
bool plan_print_answered(struct tui *t, const struct answer *answer);

#endif
