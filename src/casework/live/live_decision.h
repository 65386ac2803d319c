/* What the rules of a decision need to know of a child. Inside a look or verb. */
#ifndef CASEWORK_LIVE_DECISION_H
#define CASEWORK_LIVE_DECISION_H

#include "domain/decision.h"
#include "work.h"

/* The type of the conference that a reconvened or second one repeats; its own type where that is not known. */
bool live_type_repeated(struct casework *cw, const struct conference *conference, struct arena *mem,
			enum conference_type *out, struct fault *f);

/* *out points to `child` and, where one is open, to *plan; plan->id is 0 otherwise. */
bool live_decision_child(struct casework *cw, const struct conference *conference, enum conference_type of,
			 const struct person *child, struct arena *mem, struct plan *plan, struct decision_child *out,
			 struct fault *f);

#endif
