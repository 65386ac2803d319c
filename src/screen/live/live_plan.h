/* Step 8 and 9 of a live conference: the outline plan printed, and the next meeting of the core group. */
#ifndef LIVE_PLAN_H
#define LIVE_PLAN_H

#include "casework/live_plan.h"
#include "tui/screen.h"

extern const struct screen_class live_meeting_form_screen;

/* The next meeting of the core group. */
bool live_meeting_form_open(struct tui *t, int64_t conference, const char *draft, struct fault *f);

/* Asks for a folder and puts the outline plan there as a PDF for the room; desk.live_conference is which. */
bool live_plan_print_ask(struct tui *t, int64_t conference, struct fault *f);
bool live_plan_print_answered(struct tui *t, const struct answer *answer);

#endif
