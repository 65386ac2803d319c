/* The list of children on plans: finding on it by name, birth and address, who is on it on a day, and the log of who
 * asked. Inside the caller's transaction or look. */
#ifndef STORE_PLAN_LIST_STORE_H
#define STORE_PLAN_LIST_STORE_H

#include "domain/plan_list.h"
#include "store/store.h"

/* What is looked for: one of the three, the words folded by text_fold. */
enum listed_by { LISTED_BY_NAME, LISTED_BY_BIRTH, LISTED_BY_ADDRESS };
struct listed_query {
	enum listed_by by;
	const char *words;
	day_number born_on; /* with a name: only who was born then; DAY_NONE any */
	day_number day;     /* whoever is on a plan on it comes first */
	int64_t user;       /* restricted families that do not name this user are neither found nor counted */
	int most;
};
/* A child who has or had a plan, found by a name, birth date or address of its own or of anybody of its family. */
struct listed {
	int64_t person_id, family_id, found_id; /* found_id: who it was found by, itself or another */
	const char *family;                     /* its reference */
	int64_t closeness;                      /* 2 or more: found by itself */
	int64_t total;                          /* how many there are in all */
};
struct listed_list {
	struct listed *items;
	size_t count, room;
};
/* Found by themselves first, then whoever is on a plan on the day; one row a child. */
bool listed_find(struct store *s, const struct listed_query *query, struct arena *mem, struct listed_list *out,
		 struct fault *f);

/* Whoever has or had a plan, or belongs to the family of one who has, and whose names begin with the letters that the
 * words begin with: to look among them for one that is spelt alike. */
struct listed_name {
	int64_t found_id;
	const char *folded;
};
struct listed_name_list {
	struct listed_name *items;
	size_t count, room;
};
bool listed_names(struct store *s, const struct listed_query *query, struct arena *mem, struct listed_name_list *out,
		  struct fault *f);
/* The children found by one person, as listed_find. */
bool listed_by_person(struct store *s, int64_t person, const struct listed_query *query, struct arena *mem,
		      struct listed_list *out, struct fault *f);

/* Somebody of a restricted family that does not name this user is meant beyond doubt: every word is a whole word of a
 * name, two at least or with the birth date; or of an address, three at least. *out is a child of that family, 0 none.
 */
bool listed_hidden(struct store *s, const struct listed_query *query, struct arena *mem, int64_t *out, struct fault *f);

/* Is any home of anybody of the family, or of who left it, kept from somebody? */
bool family_keeps_a_home(struct store *s, int64_t family, bool *out, struct fault *f);

/* Everybody on a plan on the day, by name. */
bool listed_on(struct store *s, day_number day, int64_t user, struct arena *mem, struct listed_list *out,
	       struct fault *f);
struct listed_counts {
	int64_t children, unborn, other_authority;
	int64_t neglect, physical, sexual, emotional, multiple;
};
bool listed_counts(struct store *s, day_number day, int64_t user, struct listed_counts *out, struct fault *f);

bool list_enquiry_insert(struct store *s, struct list_enquiry *enquiry, struct fault *f); /* id is filled in */
/* Asked from `from` until before `until` (Unix seconds), the newest first; `person` 0 about anybody. */
bool list_enquiries(struct store *s, int64_t from, int64_t until, int64_t person, int most, struct arena *mem,
		    struct list_enquiry_list *out, struct fault *f);

#endif
