/* The Plan page, shared by what it shows and what its keys do. */
#ifndef PLAN_PAGE_KEYS_H
#define PLAN_PAGE_KEYS_H

#include "plan_page.h"

enum {
	OP_ACTION = OP_FIRST_OWN,
	OP_HELPER,
	OP_EDIT,
	OP_TAKE_OUT,
	OP_DRAFT,
	OP_GIVE_OUT,
	OP_COMPARE,
	OP_SCALE,
	OP_OVERDUE,
	OP_CORE_GROUP,
	OP_BOOK_GROUP,
	OP_THROW_AWAY,
	OP_PRINT,
	OP_MARK
};

struct plan_page_state {
	int64_t family, child, version; /* version: which is shown; 0 the newest */
	struct family_plan plan;
	struct plan_page_rows rows;
	struct list list;
	struct list_column columns[2];
	day_number today;
	const struct working_calendar *calendar;
	bool is_open;
	bool is_writing; /* a form of the next version was opened: it is shown when it is there */
};

/* The row under the cursor; NULL none. */
const struct plan_page_row *plan_page_selected(const struct plan_page_state *state);
bool plan_page_is_newest(const struct plan_page_state *state);
/* What is shown can go on in the next version: it is the newest, or that version itself. */
bool plan_page_is_current(const struct plan_page_state *state);
/* One operation of the page. */
bool plan_page_do(struct plan_page_state *state, struct tui *t, int op, struct fault *f);
void plan_page_answered(struct screen *s, struct tui *t, const struct answer *answer);

#endif
