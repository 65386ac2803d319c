/* Step 9 of a live conference, shared by its rows, its core group and its keys. */
#ifndef LIVE_DATES_H
#define LIVE_DATES_H

#include "live.h"
#include "live_plan.h"

enum dates_row_kind { ROW_HEADING, ROW_MEMBER, ROW_LEAD, ROW_MEETING, ROW_REVIEW };
struct dates_row {
	enum dates_row_kind kind;
	const char *label, *words;
	bool is_missing;
	size_t member; /* in the list of them */
	int64_t identity;
};
struct dates_rows {
	struct dates_row *items;
	size_t count, room;
};
struct dates_state {
	struct live_screen live; /* first */
	struct live_plan_page plan;
	struct dates_rows rows;
};

enum { DATES_COLUMNS = 2 };
extern const struct list_column dates_columns[DATES_COLUMNS];

/* From state->plan, in `mem`; none where no child has a plan after today. */
bool dates_rows_make(struct dates_state *state, struct arena *mem);
struct list_source dates_source(const struct dates_rows *rows);

/* Who leads it now, or is proposed to. */
const char *dates_lead(const struct dates_state *state);
/* Each changes the group at once. */
bool dates_propose_members(struct dates_state *state, struct tui *t, struct fault *f);
bool dates_take_out(struct dates_state *state, struct tui *t, const struct dates_row *row, struct fault *f);
bool dates_set_lead(struct dates_state *state, struct tui *t, const char *lead, struct fault *f);
/* Asks for somebody of the list, or whoever is typed; the answer of `code` is one for dates_add_member. */
bool dates_ask_member(struct dates_state *state, struct tui *t, int code, struct fault *f);
bool dates_add_member(struct dates_state *state, struct tui *t, const struct answer *answer, struct fault *f);

#endif
