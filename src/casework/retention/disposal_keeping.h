/* What proposing and approving a disposal share. */
#ifndef CASEWORK_DISPOSAL_KEEPING_H
#define CASEWORK_DISPOSAL_KEEPING_H

#include "retention_keeping.h"

/* May it be proposed (`proposed` NULL) or approved now? FAULT_REFUSED with what stands in the way. */
bool disposal_may(const struct retention_subject *subject, const struct disposal *proposed, bool is_own,
		  struct fault *f);
/* One of a family that this person may see, or of one that is gone. */
bool disposal_reach(struct casework *cw, int64_t id, struct arena *mem, struct disposal *out, struct fault *f);

#endif
