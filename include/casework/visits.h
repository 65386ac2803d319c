/* Visits to the children of a family as social workers report them: when each child was seen last, seen alone last, and
 * is to be seen next; and writing one down, or correcting it, for several children at once. */
#ifndef CASEWORK_VISITS_H
#define CASEWORK_VISITS_H

#include "casework/casework.h"
#include "domain/visit.h"

/* How one child of the family stands. */
struct visit_standing {
	int64_t person_id, plan_id; /* plan_id: open; 0 none */
	const char *name;           /* as the child is called */
	bool is_unborn, has_left;
	day_number last_seen, last_alone, last_bedroom; /* DAY_NONE never */
	day_number due;                                 /* the next visit; DAY_NONE nothing is owed */
	int working_days_left;
	enum deadline_state state;
};
struct visit_standing_list {
	struct visit_standing *items;
	size_t count, room;
};

struct visit_line {
	struct visit visit;
	const struct visit_child *children;
	size_t child_count;
	const char *words; /* "Ada seen alone; bedroom seen. Ben not at home" */
};
struct visit_line_list {
	struct visit_line *items;
	size_t count, room;
};

struct visit_page {
	struct family family;
	struct visit_standing_list children;
	struct visit_line_list visits; /* newest first; those that were corrected too */
	bool may_record;
};
bool casework_visits(struct casework *cw, int64_t family, struct arena *mem, struct visit_page *out, struct fault *f);
/* The same without an audit row of its own, for a screen that is open. */
bool casework_visits_again(struct casework *cw, int64_t family, struct arena *mem, struct visit_page *out,
			   struct fault *f);

/* Keeps a visit: day not in the future (field "visited_on"), by whom ("by_whom"), each child it was to once
 * ("children"). With corrects_id it stands in the place of that one from now on, with a reason ("correction_why");
 * is_struck: there was no such visit, and no child is asked. A child seen is next owed a visit from the last day it was
 * seen; one who was not stays owed. id is filled in. */
bool casework_visit_record(struct casework *cw, int64_t family, struct visit *visit, const struct visit_child *children,
			   size_t count, struct fault *f);

#endif
