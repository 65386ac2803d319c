/* Whose child is whose, and of which children a report speaks. Inside the caller's transaction or look. */
#ifndef STORE_PARENT_STORE_H
#define STORE_PARENT_STORE_H

#include "domain/parent_of.h"
#include "store/store.h"

/* All that was said in a family, also of those who left it, by adult and child. */
bool parents_of_family(struct store *s, int64_t family, struct arena *mem, struct parent_of_list *out, struct fault *f);
/* Says it, in place of what was said before of these two. */
bool parent_of_keep(struct store *s, const struct parent_of *one, struct fault *f);
/* Nothing is said of these two any more. */
bool parent_of_drop(struct store *s, int64_t family, int64_t adult, int64_t child, struct fault *f);
/* Of each child that is theirs. */
bool parent_of_responsibility(struct store *s, int64_t family, int64_t adult, enum yes_no answer, struct fault *f);

/* One child of whom one report speaks; a report without any speaks of all. */
struct report_child {
	int64_t report_id, person_id;
};
struct report_child_list {
	struct report_child *items;
	size_t count, room;
};
bool report_children_of(struct store *s, int64_t conference, struct arena *mem, struct report_child_list *out,
			struct fault *f);
/* In place of those kept before; none: of all. */
bool report_children_keep(struct store *s, int64_t report, const int64_t *children, size_t count, struct fault *f);

#endif
