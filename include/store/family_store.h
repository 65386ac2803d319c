/* Families, who belongs to them, and who may see them. Inside the caller's transaction or look. */
#ifndef STORE_FAMILY_STORE_H
#define STORE_FAMILY_STORE_H

#include "domain/record.h"
#include "store/store.h"

/* Keeps a new family, reference included; id and version are filled in. */
bool family_insert(struct store *s, struct family *family, struct fault *f);
/* Saves reference, name and flags and counts the version up, in *family too. FAULT_CONFLICT when another person was
 * first. */
bool family_save(struct store *s, struct family *family, struct fault *f);
/* Removes a family to which nothing belongs any more. */
bool family_drop(struct store *s, int64_t family, struct fault *f);

/* FAULT_NOT_FOUND with a sentence. */
bool family_by_id(struct store *s, int64_t id, struct arena *mem, struct family *out, struct fault *f);
/* FAULT_NOT_FOUND without a sentence: the caller says what it looked for. */
bool family_by_reference(struct store *s, const char *reference, struct arena *mem, struct family *out,
			 struct fault *f);
/* The one family in which this person is a child now; FAULT_NOT_FOUND without a sentence. */
bool family_of_child(struct store *s, int64_t person, struct arena *mem, struct family *out, struct fault *f);
/* The surname most of its children share, "" when none has one. */
bool family_common_surname(struct store *s, int64_t family, struct arena *mem, const char **out, struct fault *f);

/* A restricted family is hidden from everyone who is not named; one that is not there is hidden from all. */
bool family_is_hidden(struct store *s, int64_t family, int64_t user, bool *out, struct fault *f);

/* Only family_id, person_id, relationship and parental_responsibility of the member are written. */
bool member_insert(struct store *s, const struct member *member, struct fault *f);
bool member_save(struct store *s, const struct member *member, struct fault *f);
/* No longer of the family since `day`; DAY_NONE: a member again. */
bool member_end(struct store *s, int64_t family, int64_t person, day_number day, struct fault *f);
/* What would hang in the air if this child left: "is on a child protection plan", "belongs to conference C-0012, which
 * is still open"; "". */
bool member_is_needed(struct store *s, int64_t family, int64_t person, struct arena *mem, const char **out,
		      struct fault *f);
/* Who belongs to it now: children by birth with the unborn last, then adults in the order they were added. */
bool members_of_family(struct store *s, int64_t family, struct arena *mem, struct member_list *out, struct fault *f);
/* Who has left it, the last to leave first. */
bool former_members_of_family(struct store *s, int64_t family, struct arena *mem, struct member_list *out,
			      struct fault *f);
/* The families a person belongs to, as child or adult, then those left: `ended_on` tells. */
bool members_of_person(struct store *s, int64_t person, struct arena *mem, struct member_list *out, struct fault *f);

#endif
