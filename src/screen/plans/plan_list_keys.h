/* The look-up, shared by what it shows and what its keys do. */
#ifndef PLAN_LIST_KEYS_H
#define PLAN_LIST_KEYS_H

#include "plan_list.h"
#include "tui/edit_line.h"
#include "tui/list.h"

enum { OP_ANSWER = OP_FIRST_OWN, OP_AS_AT, OP_LOG, OP_TYPE };
enum { MOST_LISTED = 50, WORDS_ROOM = 200, LEAST_BYTES = 2 };

struct plan_list_state {
	struct edit_line line;
	struct plan_list_found found;
	struct plan_list_counts counts;
	struct list list;
	day_number as_at;                /* DAY_NONE today */
	const char *duty_manager;        /* name and number, "" not in the settings */
	char unlogged[WORDS_ROOM];       /* what was looked for and has left no row yet, "" nothing */
	bool is_open, is_in_list, grows; /* grows: the last key made the words longer */
	bool only_words;                 /* nothing changed since they were counted but what is looked for */
};

/* The line under the cursor; NULL none. */
const struct plan_list_line *plan_list_selected(const struct plan_list_state *state);

/* Of the screen's class: what was looked for leaves its row when it rests and on leaving; a key; an answer. */
void plan_list_keep(struct screen *s, struct tui *t);
bool plan_list_may_close(struct screen *s, struct tui *t);
enum handled plan_list_act(struct screen *s, struct tui *t, int op, tui_key typed);
void plan_list_answered(struct screen *s, struct tui *t, const struct answer *answer);

#endif
