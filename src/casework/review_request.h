/* The review of a plan: the one that waits, or a new one. Inside a verb. */
#ifndef CASEWORK_REVIEW_REQUEST_H
#define CASEWORK_REVIEW_REQUEST_H

#include "work.h"

struct review_reached {
	struct plan plan;
	int64_t conference;
	bool is_new; /* asked for here and now: a verb that undoes itself has asked for nothing */
};
bool review_reach(struct casework *cw, int64_t plan, struct arena *mem, struct review_reached *out, struct fault *f);

#endif
