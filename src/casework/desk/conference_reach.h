/* The one door to a conference. Inside a look or verb. */
#ifndef CASEWORK_CONFERENCE_REACH_H
#define CASEWORK_CONFERENCE_REACH_H

#include "work.h"

/* Reads a conference this person may see; one of a restricted family is not there for others. */
bool conference_reach(struct casework *cw, int64_t id, struct arena *mem, struct conference *out, struct fault *f);

#endif
