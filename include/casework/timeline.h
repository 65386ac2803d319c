/* The timeline of a family or of one child: what happened, what is booked, and by when each was to be done. */
#ifndef CASEWORK_TIMELINE_H
#define CASEWORK_TIMELINE_H

#include "casework/casework.h"
#include "domain/timeline.h"

struct timeline {
	int64_t family_id, child_id;       /* child_id 0: of the family */
	const char *title;                 /* "Okonkwo · FAM-0001"; "Ada Okonkwo · FAM-0001" */
	struct timeline_event_list events; /* oldest first */
	size_t late;                       /* limits that were not kept */
};
/* child 0: of `family`. Otherwise of this child, in every family it belonged to (family is not asked then), and only
 * what concerns it. A family, or a child of one, that is not for this person to see is not there. */
bool casework_timeline(struct casework *cw, int64_t family, int64_t child, struct arena *mem, struct timeline *out,
		       struct fault *f);

/* "Thu 12 Mar 2026, 14 working days ago" */
const char *timeline_when(const struct casework *cw, const struct timeline_event *event, struct arena *mem);

#endif
