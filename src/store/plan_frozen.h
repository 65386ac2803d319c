/* What is said when an issued plan refuses a change. Private to src/store. */
#ifndef STORE_PLAN_FROZEN_H
#define STORE_PLAN_FROZEN_H

#include "keep.h"

/* After a failed save. Always false. */
static inline bool plan_frozen(struct store *s, struct fault *f)
{
	return keep_refused(s, "an issued plan is never changed",
			    "This plan was given out and stays as it is. Write a new version of it.", f);
}

#endif
