/* Child protection plans: one row for each child and start. Inside the caller's transaction or look. */
#ifndef STORE_PLAN_STORE_H
#define STORE_PLAN_STORE_H

#include "domain/record.h"
#include "store/store.h"

/* Keeps a new plan under the next P-reference, made in `mem`; id, reference and version are filled in. */
bool plan_insert(struct store *s, struct plan *plan, struct arena *mem, struct fault *f);
/* Saves conference, dates, categories and counts by version, counted up in *plan too. FAULT_CONFLICT. */
bool plan_save(struct store *s, struct plan *plan, struct fault *f);

/* FAULT_NOT_FOUND with a sentence. */
bool plan_by_id(struct store *s, int64_t id, struct arena *mem, struct plan *out, struct fault *f);
/* Open first, then newest first. */
bool plans_of_person(struct store *s, int64_t person, struct arena *mem, struct plan_list *out, struct fault *f);
bool plans_of_family(struct store *s, int64_t family, struct arena *mem, struct plan_list *out, struct fault *f);
/* Is this child on a plan of ours now (domain/plan_list.h)? */
bool plan_of_ours_is_open(struct store *s, int64_t person, struct arena *mem, bool *out, struct fault *f);

#endif
