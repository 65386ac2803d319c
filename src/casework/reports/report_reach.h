/* Finding a report and its conference inside a verb or a look, for somebody who may work on it. */
#ifndef CASEWORK_REPORT_REACH_H
#define CASEWORK_REPORT_REACH_H

#include "domain/invitation.h"
#include "own_conference.h"

/* A report and its conference; a restricted family's is not there. */
bool report_reach(struct casework *cw, enum action action, int64_t id, struct arena *mem, struct report *out,
		  struct conference *conference, struct fault *f);

/* "School · K. Evans", as every list calls whoever owes a report. */
const char *report_who(const struct report *report, struct arena *mem);
/* "School", or the name where no agency is known. */
const char *report_owed_by(const struct report *report);

#endif
