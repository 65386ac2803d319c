/* Finding by reference and name: what the palette, `show` and the family picker ask. */
#ifndef STORE_FIND_STORE_H
#define STORE_FIND_STORE_H

#include "store/store.h"

/* A person with the family he or she is listed under. */
struct find_person_row {
	int64_t person_id, family_id;
	const char *reference, *la_child_id, *surname, *given_names, *known_as, *relationship;
	day_number born_on, expected_on;
	const char *family_reference, *family_name;
};
struct find_person_row_list {
	struct find_person_row *items;
	size_t count, room;
};
/* Empty when the person is in no family this user may see. One row for each family, as a child first. */
bool find_person(struct store *s, int64_t person, int64_t user, struct arena *mem, struct find_person_row_list *out,
		 struct fault *f);

struct find_row {
	int64_t id, family_id;
	const char *reference, *kind; /* kind: "conference", "family", "plan", "complaint", "escalation" */
	const char *family_reference, *family_name, *detail;
};
struct find_row_list {
	struct find_row *items;
	size_t count, room;
};
/* Conferences, families, plans, complaints and escalations whose reference begins with `from` (upper case), at most
 * `most` of each. A plan's id is its child's. */
bool find_references(struct store *s, const char *from, int64_t user, int most, struct arena *mem,
		     struct find_row_list *out, struct fault *f);
/* Complaints and escalations of one family, open ones first, then the newest; at most `most` of each. */
bool find_challenges(struct store *s, int64_t family, int64_t user, int most, struct arena *mem,
		     struct find_row_list *out, struct fault *f);
/* Families listed under a name that folds to a beginning of it is found through members; this gives one family's
 * children names. */
bool find_family_children(struct store *s, int64_t family, struct arena *mem, struct find_person_row_list *out,
			  struct fault *f);

#endif
