/* The booking form's state, shared by its keys (booking_form.c), what a time taken becomes (booking_take.c) and its
 * drawing (booking_draw.c). */
#ifndef BOOKING_FORM_H
#define BOOKING_FORM_H

#include "booking_about.h"
#include "proposal_list.h"

struct booking_state {
	struct booking_about about;
	day_number propose_from;
	size_t most; /* slots asked for: more of them each time, the first stay as they are */
	struct booking_facts facts;
	struct proposal_list proposals;
	struct list list;
	struct booking_lists lists;
	struct arena free_mem;  /* who is free at the time typed */
	struct slot free_asked; /* the time that was asked about */
	struct booking_values values;
	struct form form;
	bool in_form, is_open;
	int64_t seen_id, seen_version; /* the conference as it stood when this was opened, or was last told of */
	int64_t since;                 /* what others had done by then is no news */
	bool is_saved;                 /* moved; whether to tell those who were invited is asked */
	char reference[32];            /* of the conference; what a draft is kept under */
	char draft[4096];
};

enum { PROPOSALS_SHOWN = 6 }; /* at a time */

enum { BOOKING_ANSWER_BOOK = 7101, BOOKING_ANSWER_TELL, BOOKING_ANSWERS_END };

bool booking_is_move(const struct booking_state *state);
/* Which reasons are asked follows from the day as it stands. */
void booking_settle(struct booking_state *state);
/* What others did until now was shown. */
void booking_mark_seen(struct booking_state *state);

/* A proposed slot goes into the form; where nothing is left to answer, it is asked about at once. */
void booking_take_slot(struct screen *s, struct tui *t, size_t row);
/* Everything answered? Then the one question (BOOKING_ANSWER_BOOK); else the cursor goes to what is missing. */
void booking_try(struct screen *s, struct tui *t);
/* The yes to it. After a move whoever was invited may be told: BOOKING_ANSWER_TELL is asked, and is_saved is true. */
void booking_book(struct screen *s, struct tui *t);
void booking_end_telling(struct booking_state *state, struct tui *t, bool tell);

void booking_draw(const struct screen *s, struct canvas *c);

#endif
