/* The lane line of Today: how many in each, and which is shown. */
#ifndef TODAY_LANES_H
#define TODAY_LANES_H

#include "casework/worklist.h"
#include "tui/canvas.h"

int today_lanes_draw(struct canvas *c, const struct due_list *due, int lane); /* returns rows used */
int today_lane_beside(int lane, int step); /* all, late, book, invite, ... and round again */
int today_lane_of_digit(int digit);        /* 0 all, 1 late, 2 book, ... 9 core groups */

#endif
