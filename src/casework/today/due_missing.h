/* What is still missing of invitations, answers, reports and bundles, for the lists of what is due. */
#ifndef CASEWORK_DUE_MISSING_H
#define CASEWORK_DUE_MISSING_H

#include "due_group.h"
#include "work.h"

/* Puts "2 of 8 missing: School, GP; chased ×2" in place of "not in" where the list of invitees has begun, and
 * "another chair; " before it where the one who is booked has a conflict of interest: three statements for the whole
 * list. Inside a look. */
bool due_missing(struct casework *cw, struct due_group_list *groups, struct arena *mem, struct fault *f);

#endif
