/* The conference that goes on where one could not: not quorate, or adjourned. Inside a verb. */
#ifndef CASEWORK_LIVE_RECONVENE_H
#define CASEWORK_LIVE_RECONVENE_H

#include "work.h"

/* Asks for it for these children, to be held within the policy's days of `conference`, which carries on to it what it
 * did not answer: its enquiry and its own limits. `conference` is as it is saved; *out is the new one's id. */
bool live_reconvene(struct casework *cw, const struct conference *conference, const int64_t *children, size_t count,
		    const char *why, struct arena *mem, int64_t *out, struct fault *f);

/* It was held, and answered what it was to answer: its own limits and its enquiry's are met on its day. */
bool live_limits_met(struct casework *cw, const struct conference *conference, struct arena *mem, struct fault *f);

/* The one it goes on with is over by that; nothing happens where it goes on with none. */
bool live_earlier_is_over(struct casework *cw, const struct conference *conference, struct arena *mem, struct fault *f);

/* What was to be done before its day is over, done or not, and what waits to be sent is not sent any more. */
bool live_day_is_over(struct casework *cw, const struct conference *conference, const char *why, struct arena *mem,
		      struct fault *f);

#endif
