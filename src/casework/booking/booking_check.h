/* May a conference take this slot? Inside a look or verb; writes nothing. */
#ifndef CASEWORK_BOOKING_CHECK_H
#define CASEWORK_BOOKING_CHECK_H

#include "booking_facts.h"

/* FAULT_CONFLICT when it changed since it was read. */
bool conference_is_as_read(const struct conference *conference, int64_t version, struct fault *f);

/* Everything asked of a booking or a move; *step is what it is by the table of the conference's life. */
bool booking_check(struct casework *cw, const struct booking_facts *facts, const struct booking *booking,
		   struct arena *mem, const struct transition **step, struct fault *f);

/* Is the day after the limit, or after the policy's own due date where that is sooner? */
bool booking_is_late(const struct booking_facts *facts, day_number day);

/* Is there anything but blanks in it? NULL: no. */
bool text_is_given(const char *text);

/* The first of chair, room and minute-taker that another conference has taken then, said in a sentence. True when all
 * are free. */
bool booking_is_free(struct casework *cw, const struct slot *slot, int64_t conference, struct arena *mem,
		     struct fault *f);

#endif
