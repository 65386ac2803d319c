/* Families who have moved to another authority while we still keep their plan: until its conference, or for a stay.
 * Inside a look. */
#ifndef CASEWORK_KEPT_PLANS_H
#define CASEWORK_KEPT_PLANS_H

#include "work.h"

struct kept_plan {
	int64_t family_id, person_id; /* a child who moved */
	const char *authority;
};
struct kept_plan_list {
	struct kept_plan *items;
	size_t count, room;
};
/* Of one family or of all (0). */
bool kept_plans(struct casework *cw, int64_t family, struct arena *mem, struct kept_plan_list *out, struct fault *f);
/* Where the children of this family live now; of one child (0: any). "" none moved. */
const char *kept_plan_in(const struct kept_plan_list *all, int64_t family, int64_t person);

#endif
