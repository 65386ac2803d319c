/* How a conference that is being held ends before its end, or goes on under another chair. */
#ifndef LIVE_END_H
#define LIVE_END_H

#include "casework/drafts.h"
#include "live.h"

enum live_end { LIVE_END_ADJOURN, LIVE_END_EARLY, LIVE_END_TAKE_OVER, LIVE_END_COUNT };

extern const struct screen_class live_end_screen;

/* Asks which: what is not possible now says why. */
bool live_end_ask(struct tui *t, const struct live_screen *live, struct fault *f);
/* True when the answer was to that question. */
bool live_end_answered(struct tui *t, int64_t conference, const struct answer *answer);

bool live_end_form_open(struct tui *t, int64_t conference, enum live_end kind, const char *draft, struct fault *f);
/* By the name its drafts have. */
bool live_end_from_draft(const char *form, enum live_end *out);

#endif
