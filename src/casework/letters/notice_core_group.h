/* What the notices of a core group's meeting share: its members as readers. */
#ifndef CASEWORK_NOTICE_CORE_GROUP_H
#define CASEWORK_NOTICE_CORE_GROUP_H

#include "core_group_ask.h"
#include "notice_inside.h"

/* A meeting has no reference of its own: its family's leads to it, as do a plan's and a conference's. HELD: the last
 * that was; BOOKED: the next to come. FAULT_REFUSED where there is none; *id 0 of no such reference. */
bool notice_of_meeting_find(struct casework *cw, const char *reference, enum core_group_meeting_state state,
			    int64_t *id, struct fault *f);
/* A typed name is who the conference that named the group had on its list, or its lead; else a supporter. */
bool notice_reader_member(const struct notice_case *c, const struct core_group *group,
			  const struct core_group_member *member, struct invitee_list *out, struct fault *f);
/* Of which family it is: a colleague is in many core groups, the family knows. */
void notice_say_family(const struct notice_case *c, struct facts_work *w, const char *name);
/* The member this reader is; NULL no member. */
const struct core_group_telling_line *notice_line_of(const struct core_group_telling_list *of,
						     const struct invitee *reader);

#endif
