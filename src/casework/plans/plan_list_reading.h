/* How the list of children on plans is read: one child's line of it. Inside a look or verb. */
#ifndef CASEWORK_PLAN_LIST_READING_H
#define CASEWORK_PLAN_LIST_READING_H

#include "casework/plan_list.h"
#include "store/plan_list_store.h"
#include "work.h"

/* Everything but family and found_by, which are "". *is_listed false: the child never had a plan. */
bool plan_list_line_read(struct casework *cw, int64_t person, int64_t family, day_number as_at, struct arena *mem,
			 struct plan_list_line *out, bool *is_listed, struct fault *f);

/* Where a person lived on the day, and from whom that is kept: its own mark, or that of anybody of the family at the
 * same place. Texts "" when not known. */
struct plan_list_home {
	const char *lines, *kept_from; /* lines parted by '\n' */
};
bool plan_list_home_read(struct casework *cw, int64_t person, int64_t family, day_number as_at, struct arena *mem,
			 struct plan_list_home *out, struct fault *f);

/* Who on the list is spelt like this, where nobody is called so: every word of four letters or more near one of a name,
 * shorter ones as they stand. The ids of whoever is meant, at most `most`. */
struct plan_list_meant {
	int64_t *items;
	size_t count, room;
};
bool plan_list_spelt_alike(struct casework *cw, const struct listed_query *query, size_t most, struct arena *mem,
			   struct plan_list_meant *out, struct fault *f);

/* The entry without an audit row. FAULT_NOT_FOUND for a child that never had a plan, FAULT_NOT_ALLOWED for one of a
 * restricted family. */
bool plan_list_entry_read(struct casework *cw, int64_t person, day_number as_at, struct arena *mem,
			  struct plan_list_entry *out, struct fault *f);

/* Is what was asked in words to be answered by the duty manager alone? *person: of whom, 0 no. */
bool plan_list_is_kept_back(struct casework *cw, const char *words, struct arena *mem, int64_t *person,
			    struct fault *f);

/* "born 4 May 2016", "unborn, due 3 Sep 2026", "". */
const char *plan_list_birth_words(const struct person *child, struct arena *mem);

#endif
