/* When the people of a core group are taken already. Inside the caller's transaction or look. */
#ifndef STORE_CORE_GROUP_BUSY_STORE_H
#define STORE_CORE_GROUP_BUSY_STORE_H

#include "domain/core_group.h"
#include "store/store.h"

/* Where each member who is known here (a person or a contact) is invited to, booked for, or meets in another core
 * group, from one day to another, both included; by day and time. Says nothing of whose meeting it is. */
bool core_group_busy_between(struct store *s, int64_t group, day_number from, day_number to, struct arena *mem,
			     struct core_group_busy_list *out, struct fault *f);

#endif
