/* What every act on a family's core group begins with, and what follows from a meeting. Inside a look or verb. */
#ifndef CASEWORK_CORE_GROUP_REACH_H
#define CASEWORK_CORE_GROUP_REACH_H

#include "store/core_group_store.h"
#include "work.h"

struct core_group_reached {
	struct core_group_standing standing;
	struct core_group group;                 /* of the latest conference; id 0: none was named */
	struct core_group_meeting_list meetings; /* of every group the family had, by day */
	day_number review; /* the day of the next review, or its limit while it is not booked; DAY_NONE unknown */
	bool review_is_booked;
};
/* A family with an open plan that this person may see; refused when its plans are closed. */
bool core_group_reach(struct casework *cw, int64_t family, struct arena *mem, struct core_group_reached *out,
		      struct fault *f);
/* Begins a group between conferences where none was named: of a plan another system kept before. */
bool core_group_begin(struct casework *cw, struct core_group_reached *reached, struct fault *f);

/* Why a booked meeting says that it was moved, when it was held on another day than the one it was booked for. */
#define CORE_GROUP_HELD_ELSEWHEN "held on another day"

/* The meeting as it was read, still booked; FAULT_CONFLICT, FAULT_REFUSED or FAULT_NOT_FOUND with a sentence. */
bool core_group_booked(const struct core_group_reached *reached, int64_t id, int64_t version,
		       struct core_group_meeting *out, struct fault *f);
/* The same of one that was held. */
bool core_group_was_held(const struct core_group_reached *reached, int64_t id, struct core_group_meeting *out,
			 struct fault *f);

/* The next core group of each open plan counts from the last one held since it began: whatever is owed is met, and the
 * next opened. */
bool core_group_deadlines(struct casework *cw, int64_t family, struct arena *mem, struct fault *f);
/* A meeting that was said to be held on `held` was not: what it met is owed again. */
bool core_group_deadlines_undone(struct casework *cw, int64_t family, day_number held, struct arena *mem,
				 struct fault *f);

#endif
