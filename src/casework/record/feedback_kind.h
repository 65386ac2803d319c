/* Which feedback form somebody gets. Inside a look or verb. */
#ifndef CASEWORK_FEEDBACK_KIND_H
#define CASEWORK_FEEDBACK_KIND_H

#include "domain/invitation.h"
#include "domain/live.h"
#include "work.h"

/* By age on the day of the conference for a child; everybody else gets the parents'. A child of unknown age gets the
 * form for the older: it is read out where it is too hard. */
bool feedback_kind_for(struct casework *cw, const struct conference *conference, const struct invitee *reader,
		       struct arena *mem, enum feedback_kind *out, struct fault *f);

#endif
