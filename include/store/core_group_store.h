/* Core groups: who is in them and when they meet. Saves as in live_store.h. Inside the caller's transaction or look. */
#ifndef STORE_CORE_GROUP_STORE_H
#define STORE_CORE_GROUP_STORE_H

#include "domain/invitation.h"
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

/* A group that is named anew takes the meetings with it: core_group_id is saved too. What was held, missed or cancelled
 * is evidence: FAULT_REFUSED. */
bool core_group_meeting_keep(struct store *s, struct core_group_meeting *meeting, struct fault *f);
/* Its notes alone: of a meeting that was held too, until its record was sent to somebody. */
bool core_group_notes_keep(struct store *s, struct core_group_meeting *meeting, struct fault *f);
/* Of all groups the family had, by day. */
bool core_group_meetings_of_family(struct store *s, int64_t family, struct arena *mem,
				   struct core_group_meeting_list *out, struct fault *f);
/* FAULT_NOT_FOUND with a sentence; *group is the one it belongs to. */
bool core_group_meeting_by_id(struct store *s, int64_t id, struct arena *mem, struct core_group_meeting *out,
			      struct core_group *group, struct fault *f);
/* By day. */
bool core_group_meetings_of(struct store *s, int64_t group, struct arena *mem, struct core_group_meeting_list *out,
			    struct fault *f);

/* --- What is left of a meeting --- */
/* Before the meeting is said to have been held. */
bool core_group_presence_insert(struct store *s, const struct core_group_presence *presence, struct fault *f);
/* Of every meeting of the family. */
bool core_group_presences_of_family(struct store *s, int64_t family, struct arena *mem,
				    struct core_group_presence_list *out, struct fault *f);
bool core_group_sent_insert(struct store *s, struct core_group_sent *sent, struct fault *f); /* id is filled in */
/* What was written down by hand, of every meeting of the family, by day. */
bool core_group_sent_of_family(struct store *s, int64_t family, struct arena *mem, struct core_group_sent_list *out,
			       struct fault *f);
/* The letters that brought its records, by day of the meeting. */
struct core_group_record_letter {
	int64_t meeting_id, settled_at; /* settled_at: Unix seconds, 0 while it waits */
	const char *recipient, *by_user;
	enum invite_method method;
	enum delivery_state state;
};
struct core_group_record_letter_list {
	struct core_group_record_letter *items;
	size_t count, room;
};
bool core_group_record_letters(struct store *s, int64_t family, struct arena *mem,
			       struct core_group_record_letter_list *out, struct fault *f);

/* --- The board --- */
/* A family with a plan that is open. */
struct core_group_standing {
	int64_t family_id;
	const char *reference, *name; /* of the family */
	int64_t plans;                /* open ones */
	day_number started_on;        /* the first of them */
	int64_t group_id;             /* of the latest conference; 0 none was named */
	day_number due_on;            /* the day to act by, the earliest of its plans; DAY_NONE nothing is owed */
	bool is_first;                /* what is owed is the first */
	day_number last_held, booked_on, missed_on; /* booked_on: the next that is booked; missed_on: the last missed */
	day_number unsent_on;                       /* last_held, while its record went to nobody; DAY_NONE */
	int booked_starts;
	const char *booked_place;
};
struct core_group_standing_list {
	struct core_group_standing *items;
	size_t count, room;
};
/* Every family with an open plan that `user` may see; of one `family`, 0 all of them. */
bool core_group_standings(struct store *s, int64_t family, int64_t user, struct arena *mem,
			  struct core_group_standing_list *out, struct fault *f);

#endif
