/* By when a child on a plan is to be seen: exactly one open visit for each plan that is owed any. */
#ifndef CASEWORK_VISIT_KEEPING_H
#define CASEWORK_VISIT_KEEPING_H

#include "deadline_keeping.h"

/* A plan that was made here owes visits from its start, or from the birth after it. A plan that came from elsewhere
 * owes none until a visit is written down: what its return does not say was not necessarily left undone. */
bool visits_of_plan(struct casework *cw, const struct deadline_subject *plan, struct fault *f);

/* A visit to the child was written down or corrected: the next counts from the last day the child was seen. */
bool visits_follow(struct casework *cw, int64_t person, struct arena *mem, struct fault *f);

#endif
