/* Rights that a chair has for the conferences they chair and no others. Inside a look or verb. */
#ifndef CASEWORK_OWN_CONFERENCE_H
#define CASEWORK_OWN_CONFERENCE_H

#include "work.h"

/* Reads a conference this person may see and may do `action` to. FAULT_NOT_ALLOWED when the right is for one's own
 * conferences only and another person chairs this one. */
bool conference_reach_for(struct casework *cw, enum action action, int64_t id, struct arena *mem,
			  struct conference *out, struct fault *f);

/* For what is of no one conference: FAULT_NOT_ALLOWED, with a row in the log, where the right is for one's own only. */
bool conference_right_for_all(struct casework *cw, enum action action, struct fault *f);

#endif
