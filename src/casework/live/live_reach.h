/* What every act of a conference that is being held begins with: reaching it, its people and its children. Inside a
 * look or verb. */
#ifndef CASEWORK_LIVE_REACH_H
#define CASEWORK_LIVE_REACH_H

#include "domain/live.h"
#include "work.h"

/* A conference in progress to which this person may do `action`; refused with what to do when it has not begun or is
 * over. */
bool live_reach(struct casework *cw, enum action action, int64_t id, struct arena *mem, struct conference *out,
		struct fault *f);

/* Somebody on its list. */
bool live_invitee(struct casework *cw, const struct conference *conference, int64_t invitee, struct arena *mem,
		  struct invitee *out, struct fault *f);

/* The children to be decided for: those of the conference first, then the others of the household who are under 18. */
struct live_children {
	struct person_list all;
	size_t of_conference;      /* the first so many */
	struct member_list family; /* all of it, these among them */
};
bool live_children_read(struct casework *cw, const struct conference *conference, struct arena *mem,
			struct live_children *out, struct fault *f);
/* FAULT_NOT_FOUND when it is none of them. */
bool live_child_find(const struct live_children *children, int64_t person, const struct person **out, struct fault *f);

/* The minute at which presence is asked: now, while it is held on its day; -1, at any time, when it is entered later.
 */
int live_minute(const struct casework *cw, const struct conference *conference);

/* Who counts for its quorum there. */
bool live_presences(struct casework *cw, const struct conference *conference, const struct invitee_list *invitees,
		    const struct attendance_list *attendances, struct arena *mem, struct quorum_presence_list *out,
		    struct fault *f);
/* The same, read from the case file. */
bool live_presences_read(struct casework *cw, const struct conference *conference, struct arena *mem,
			 struct quorum_presence_list *out, struct fault *f);

#endif
