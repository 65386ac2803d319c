/* Rows of open deadlines made into what a person reads: sibling groups, words, distances. Pure. */
#ifndef CASEWORK_DUE_GROUP_H
#define CASEWORK_DUE_GROUP_H

#include "casework/worklist.h"
#include "store/worklist_store.h"

#define DUE_SOON_WD 10 /* what Today shows */

struct due_group {
	struct due_item item;
	const struct work_row *row; /* the group's first, or the first that has a conference */
};
struct due_group_list {
	struct due_group *items;
	size_t count, room;
};

/* One group for each rule, family, trigger and due date; by the day to act by, then lane, then family. `children` is by
 * deadline. */
bool due_groups(const struct work_row_list *rows, const struct work_child_list *children, day_number today,
		const struct working_calendar *calendar, struct arena *mem, struct due_group_list *out,
		struct fault *f);

/* The social worker's report to manager, chair and family: of each conference the next date stays, with the others in
 * its `later`. Each is ticked when it is the next. */
bool due_fold_readers(struct due_group_list *groups, struct arena *mem, struct fault *f);

/* By the day to act by, then lane, then family. */
void due_groups_sort(struct due_group_list *groups);
/* The day to act by: the earlier of the policy's date and the national limit. */
day_number due_act_by(day_number due, day_number limit);

/* What a child is called in `children` of an item, and whether an item is about the child so called: a whole line of
 * it, never a part. */
const char *due_child_label(const struct work_child *child, struct arena *mem);
bool due_names_child(const struct due_item *item, const char *label);

/* "Wed 8 Apr 13:00"; "" without a day. */
const char *due_booked_words(const struct work_row *row, struct arena *mem);

#endif
