/* People and where they live. Inside the caller's transaction or look. */
#ifndef STORE_PERSON_STORE_H
#define STORE_PERSON_STORE_H

#include "domain/record.h"
#include "store/store.h"

/* Keeps a new person under the next N-reference, made in `mem`; id, reference and version are filled in. */
bool person_insert(struct store *s, struct person *person, struct arena *mem, struct fault *f);
/* Saves every member but id and reference and counts the version up, in *person too. FAULT_CONFLICT when another person
 * changed it since it was read. */
bool person_save(struct store *s, struct person *person, struct fault *f);

/* FAULT_NOT_FOUND with a sentence. */
bool person_by_id(struct store *s, int64_t id, struct arena *mem, struct person *out, struct fault *f);
/* FAULT_NOT_FOUND without a sentence: the caller says what it looked for. */
bool person_by_la_child_id(struct store *s, const char *la_child_id, struct arena *mem, struct person *out,
			   struct fault *f);
bool person_by_reference(struct store *s, const char *reference, struct arena *mem, struct person *out,
			 struct fault *f);
/* Everybody born on a day, but for those who are only in families this person may not see. */
bool people_born_on(struct store *s, int64_t user, day_number day, struct arena *mem, struct person_list *out,
		    struct fault *f);

struct alias {
	int64_t person_id;
	const char *name;
};
struct alias_list {
	struct alias *items;
	size_t count, room;
};
bool alias_insert(struct store *s, const struct alias *alias, struct fault *f);
bool aliases_of(struct store *s, int64_t person, struct arena *mem, struct alias_list *out, struct fault *f);

bool aliases_drop(struct store *s, int64_t person, struct fault *f); /* all of them, before they are written anew */

bool address_insert(struct store *s, struct address *address, struct fault *f); /* id is filled in */
bool address_save(struct store *s, const struct address *address, struct fault *f);
/* Where the person lives now first, then the latest. */
bool addresses_of(struct store *s, int64_t person, struct arena *mem, struct address_list *out, struct fault *f);

#endif
