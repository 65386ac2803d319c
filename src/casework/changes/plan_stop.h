/* What stops with a plan, whichever way it ends: its deadlines, the core group without a plan, the reviews of nobody.
 * Inside a verb. */
#ifndef CASEWORK_PLAN_STOP_H
#define CASEWORK_PLAN_STOP_H

#include "domain/decision.h"
#include "work.h"

/* The plan has ended on a day; what was owed for it is withdrawn. */
bool plan_stop(struct casework *cw, struct plan *plan, day_number on, enum plan_end_reason reason, struct fault *f);

/* A core group of which no plan is left meets no more: what it has booked from `after` on is cancelled. */
bool core_groups_stop(struct casework *cw, int64_t family, day_number after, struct arena *mem, struct fault *f);

/* Reviews that are to be held lose the children who have no plan any more; one that nobody needs is cancelled, and who
 * was told of it is told again. */
bool reviews_narrow(struct casework *cw, int64_t family, struct arena *mem, struct fault *f);

/* A conference that is to be held loses those of these children who are of it; it is cancelled for `why`, with all its
 * children in it, when nobody would be left. */
bool conference_lose_children(struct casework *cw, const struct conference *conference, const int64_t *persons,
			      size_t count, const char *why, struct arena *mem, struct fault *f);

#endif
