/* Separate sittings go with their conference. Inside a verb. */
#ifndef CASEWORK_SITTINGS_KEEPING_H
#define CASEWORK_SITTINGS_KEEPING_H

#include "work.h"

/* The conference has a new slot, `conference` is as it is now; it began at `began` before (-1: it had no time).
 * Sittings that were set keep their order, people and, where they fit, their lengths; a conference that asked for
 * separate sittings and has none gets two halves with the policy's gap; one that no longer asks for them, and whose
 * sittings nobody named, has none. FAULT_REFUSED when the new length is too short for them. */
bool sittings_follow_slot(struct casework *cw, const struct conference *conference, int began, struct fault *f);

#endif
