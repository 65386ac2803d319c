/* Whether a report is to be asked for at all. */
#ifndef CASEWORK_CHASE_CHECK_H
#define CASEWORK_CHASE_CHECK_H

#include "domain/invitation.h"
#include "work.h"

/* FAULT_REFUSED when it is in, not owed, or its conference is over. */
bool chase_is_wanted(const struct report *report, const struct conference *conference, struct fault *f);

#endif
