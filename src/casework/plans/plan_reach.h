/* Reaching a family's plan: its versions, which of them counts, and whether a next one may be begun. Inside a look or
 * verb. */
#ifndef CASEWORK_PLAN_REACH_H
#define CASEWORK_PLAN_REACH_H

#include "domain/plan_version.h"
#include "work.h"

struct plan_reached {
	struct family family;
	struct plan_list plans;            /* open ones first */
	bool is_open;                      /* some are ours */
	struct plan_version_list versions; /* newest first */
	struct plan_version newest, draft; /* given out last; being written between conferences; id 0 none */
	const char *live_reference;        /* of the conference that is being held; "" none */
};
bool plan_reach(struct casework *cw, int64_t family, struct arena *mem, struct plan_reached *out, struct fault *f);

/* Its draft, begun with what the newest says where there is none: refused without an open plan of ours, and while a
 * conference writes its own (FAULT_CONFLICT). */
bool plan_draft(struct casework *cw, struct plan_reached *reached, struct arena *mem, struct fault *f);

/* What is written but not given out yet is for the children who are on a plan of ours now: one was born with a plan, or
 * one has ended. Nothing happens while a conference writes its own, or where no plan is left. */
bool plan_draft_follows(struct casework *cw, int64_t family, struct arena *mem, struct fault *f);

#endif
