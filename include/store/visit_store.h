/* Visits and the children they were to. Inside the caller's transaction or look. */
#ifndef STORE_VISIT_STORE_H
#define STORE_VISIT_STORE_H

#include "domain/visit.h"
#include "store/store.h"

/* id is filled in. FAULT_CONFLICT: another person corrected the same visit first. */
bool visit_insert(struct store *s, struct visit *visit, struct fault *f);
bool visit_child_insert(struct store *s, const struct visit_child *child, struct fault *f);

/* FAULT_NOT_FOUND with a sentence. */
bool visit_by_id(struct store *s, int64_t id, struct arena *mem, struct visit *out, struct fault *f);
/* Every row, also those another stands in the place of; newest first. */
bool visits_of_family(struct store *s, int64_t family, struct arena *mem, struct visit_list *out, struct fault *f);
/* Of them all, by visit. */
bool visit_children_of_family(struct store *s, int64_t family, struct arena *mem, struct visit_child_list *out,
			      struct fault *f);

/* The last day on which the child was seen, not before `from`; DAY_NONE. */
bool visit_last_seen(struct store *s, int64_t person, day_number from, day_number *out, struct fault *f);
/* From when the child is owed visits under a plan that was made here: its start, or the birth after it. DAY_NONE: the
 * plan came from elsewhere, or the child is not born. */
bool visits_owed_from(struct store *s, int64_t plan, day_number *out, struct fault *f);

#endif
