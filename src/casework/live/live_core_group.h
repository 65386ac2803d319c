/* The core group a conference names, and the one that went on until then. Inside a look or verb. */
#ifndef CASEWORK_LIVE_CORE_GROUP_H
#define CASEWORK_LIVE_CORE_GROUP_H

#include "domain/live.h"
#include "work.h"

/* The group of the family that the latest other conference named; id 0 none. */
bool core_group_before(struct casework *cw, const struct conference *conference, struct arena *mem,
		       struct core_group *out, struct fault *f);
/* The member of the list who is the same person, contact or typed name; NULL nobody. */
const struct core_group_member *core_group_member_find(const struct core_group_member_list *list,
						       const struct core_group_member *member, struct arena *mem);

/* The first meeting of a group that was not cancelled; id 0 none. */
bool core_group_first_meeting(struct casework *cw, int64_t group, struct arena *mem, struct core_group_meeting *out,
			      struct fault *f);
/* The last day it may be on: by the policy or the nation, the earlier; DAY_NONE no rule. */
bool core_group_meeting_due(struct casework *cw, const struct conference *conference, struct arena *mem,
			    day_number *out, struct fault *f);

/* Its time of day and length, each of them known or not (field: "starts", "minutes"). */
bool core_group_time_check(const struct core_group_meeting *one, struct fault *f);

#endif
