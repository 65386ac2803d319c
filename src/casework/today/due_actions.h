/* The actions of plans as tasks: one row for each family, by the first of them that is still to be done. */
#ifndef CASEWORK_DUE_ACTIONS_H
#define CASEWORK_DUE_ACTIONS_H

#include "due_group.h"
#include "work.h"

/* Adds them to what is due, of one family or of all (0). `only_among`: of families that have a row already. */
bool due_actions(struct casework *cw, int64_t family, bool only_among, struct arena *mem, struct due_group_list *groups,
		 struct fault *f);

#endif
