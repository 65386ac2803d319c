/* Marks of a report, for the verbs that set them on the way. */
#ifndef CASEWORK_REPORT_MARKS_H
#define CASEWORK_REPORT_MARKS_H

#include "domain/invitation.h"
#include "work.h"

/* The report came in today, in writing, when it was not in before or was only told. Deadlines follow. Inside a verb. */
bool report_came_in(struct casework *cw, struct report *report, const struct conference *conference, struct arena *mem,
		    struct fault *f);

#endif
