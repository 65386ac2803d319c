/* What a family asked to avoid, put to a day and a time. */
#ifndef CASEWORK_AVOIDANCE_H
#define CASEWORK_AVOIDANCE_H

#include "casework/booking.h"

/* "" when the slot honours it; else why not: "Tuesday: asked to avoid", "starts before 10:00". */
#define AVOIDANCE_WORDS_ROOM 64
char *avoidance_broken(const struct avoidance *avoid, day_number day, int starts, int ends,
		       char out[AVOIDANCE_WORDS_ROOM]);

/* "in person only", "not video". */
bool avoidance_bars_video(const char *text);

#endif
