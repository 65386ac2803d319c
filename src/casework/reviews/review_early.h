/* A review brought forward: why is kept, and its limit moves, never to a later day. Inside a verb. */
#ifndef CASEWORK_REVIEW_EARLY_H
#define CASEWORK_REVIEW_EARLY_H

#include "domain/review.h"
#include "work.h"

/* `early` says plan, trigger, why, told and review_by; the rest is filled in. Nothing is kept of a plan whose review is
 * due by then already. */
bool review_bring_forward(struct casework *cw, struct review_early *early, struct arena *mem, struct fault *f);

#endif
