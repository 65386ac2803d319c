/* Conflicts of interest of chairs and minute-takers. Inside the caller's transaction or look. */
#ifndef STORE_CONFLICT_STORE_H
#define STORE_CONFLICT_STORE_H

#include "domain/conflict.h"
#include "store/store.h"

/* id and version are filled in. */
bool conflict_insert(struct store *s, struct conflict *conflict, struct fault *f);
/* Saves how it ended, by version. FAULT_CONFLICT. */
bool conflict_end(struct store *s, struct conflict *conflict, struct fault *f);
/* In force, of one family; of all that this person may see. */
bool conflicts_of_family(struct store *s, int64_t family, struct arena *mem, struct conflict_list *out,
			 struct fault *f);
bool conflicts_in_force(struct store *s, int64_t user, struct arena *mem, struct conflict_list *out, struct fault *f);
/* Conferences still to be held that one in force is booked for, of families that this person may see. */
bool conflicts_booked(struct store *s, int64_t user, struct arena *mem, struct conflict_booked_list *out,
		      struct fault *f);

#endif
