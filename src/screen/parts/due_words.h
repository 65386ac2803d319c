/* How a due item reads, the same on Today, on pages and on the command line's plain sentences. */
#ifndef SCREEN_DUE_WORDS_H
#define SCREEN_DUE_WORDS_H

#include "casework/worklist.h"
#include "tui/canvas.h"

/* "6 late", "0 wd", "3 wd"; "4y late" where days would not fit the column. */
#define DUE_LEFT_CELLS 8
char *due_left_words(enum deadline_state state, int working_days_left, char out[32]);
char *due_when_words(day_number due, day_number today, char out[24]); /* "Tue 24 Mar", "today" */
enum tui_role due_role(enum deadline_state state);
char *due_missing_words(const struct due_item *item, char out[64]); /* "booked 8 Apr": without the weekday and time */
const char *due_sign(enum deadline_state state);                    /* "!" late, "" otherwise */

#endif
