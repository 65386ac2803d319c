/* Core groups: who is in them and when they meet. Saves as in live_store.h. Inside the caller's transaction or look. */
#ifndef STORE_CORE_GROUP_STORE_H
#define STORE_CORE_GROUP_STORE_H

#include "domain/live.h"
#include "store/store.h"

struct core_group_list {
	struct core_group *items;
	size_t count, room;
};

bool core_group_keep(struct store *s, struct core_group *group, struct fault *f);
/* Id 0 in *out when the conference named none. */
bool core_group_of_conference(struct store *s, int64_t conference, struct arena *mem, struct core_group *out,
			      struct fault *f);
/* Of the latest conference first. */
bool core_groups_of_family(struct store *s, int64_t family, struct arena *mem, struct core_group_list *out,
			   struct fault *f);

bool core_group_member_keep(struct store *s, struct core_group_member *member, struct fault *f);
/* For a slip only: whoever leaves the group keeps the row, with `until`. */
bool core_group_member_drop(struct store *s, int64_t id, int64_t version, struct fault *f);
/* Those still in it first, in the order they joined. */
bool core_group_members_of(struct store *s, int64_t group, struct arena *mem, struct core_group_member_list *out,
			   struct fault *f);

/* A group that is named anew takes the meetings with it: core_group_id is saved too. */
bool core_group_meeting_keep(struct store *s, struct core_group_meeting *meeting, struct fault *f);
/* By day. */
bool core_group_meetings_of(struct store *s, int64_t group, struct arena *mem, struct core_group_meeting_list *out,
			    struct fault *f);

#endif
