/* Conflicts of interest: a chair or minute-taker who must not work on one family's conferences. They are offered no
 * slot of it and may not be booked, take over or begin. */
#ifndef CASEWORK_CONFLICTS_H
#define CASEWORK_CONFLICTS_H

#include "casework/casework.h"
#include "domain/conflict.h"

/* Who could have one: chairs and minute-takers. And what is in force of the conference's family. */
struct conflict_page {
	struct conference conference;
	struct resource_list people; /* whoever signs in as one of them comes first, then who is booked */
	struct conflict_list conflicts;
};
bool casework_conflicts(struct casework *cw, int64_t conference, struct arena *mem, struct conflict_page *out,
			struct fault *f);

/* By themselves or by whoever books. It holds for every conference of the family to come; where they are booked, the
 * page says that another is to be chosen. Fields: "who", "reason". */
bool casework_conflict_declare(struct casework *cw, int64_t conference, int64_t resource, const char *reason,
			       struct fault *f);
/* Field: "reason", why it stands no more. */
bool casework_conflict_end(struct casework *cw, int64_t conference, int64_t conflict, int64_t version,
			   const char *reason, struct fault *f);

#endif
