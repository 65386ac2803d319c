/* Who goes on after a conference that is being held: by what is decided for each child so far. Inside a look or verb.
 */
#ifndef CASEWORK_LIVE_AFTER_H
#define CASEWORK_LIVE_AFTER_H

#include "domain/live.h"
#include "live_reach.h"
#include "work.h"

struct live_after {
	struct live_children children; /* whom the conference decides for */
	struct person_list on_plan;    /* a plan is made or goes on */
	struct person_list freed;      /* none is made, or it ends */
	/* Brothers and sisters whom the conference is not about, and who stay on the plan of ours they have: it is one
	 * plan for the family, so that what this one writes goes on from it. */
	struct person_list staying;
};
/* A child of the conference who is not decided for, or adjourned, is in none. */
bool live_after_read(struct casework *cw, const struct conference *conference, struct arena *mem,
		     struct live_after *out, struct fault *f);

/* Does the child's plan start with this conference, rather than go on? */
bool live_plan_starts_here(struct casework *cw, const struct conference *conference, int64_t person, struct arena *mem,
			   bool *out, struct fault *f);

/* The outline plan of a conference, begun when there is none yet: for the children who are on a plan after it. Refused
 * where some stay on a plan, which is begun with then (casework_live_plan_from_earlier). */
bool live_plan_begun(struct casework *cw, const struct conference *conference, struct arena *mem,
		     struct plan_version *out, struct fault *f);
/* Refused for one that was given out. */
bool live_plan_may_change(const struct conference *conference, const struct plan_version *plan, struct fault *f);
/* The newest plan of the family before that of this conference (`own`, id 0 none yet); id 0 none. One that was never
 * given out only counts where this conference goes on with the one it was written at. */
bool live_plan_before(struct casework *cw, const struct conference *conference, const struct plan_version *own,
		      struct arena *mem, struct plan_version *out, struct fault *f);
/* May it be begun with nothing in it? */
bool live_plan_may_begin(struct casework *cw, const struct conference *conference, const struct live_after *after,
			 struct arena *mem, struct fault *f);
/* The children of the plan are those who are on a plan after the conference, and those who stay on theirs. Before it is
 * issued. */
bool live_plan_children_follow(struct casework *cw, const struct live_after *after, int64_t plan, struct arena *mem,
			       struct fault *f);

#endif
