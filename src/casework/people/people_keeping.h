/* Keeping people and families right inside a verb: what they are found by, and who may see them. */
#ifndef CASEWORK_PEOPLE_KEEPING_H
#define CASEWORK_PEOPLE_KEEPING_H

#include "work.h"

/* What finding knows of a person follows every change: names, other names, identifiers. */
bool people_index(struct casework *cw, const struct person *person, struct fault *f);

/* FAULT_NOT_ALLOWED when the family's record is restricted and this person is not named. */
bool people_may_see_family(struct casework *cw, int64_t family, struct fault *f);
/* Of every family the person belongs to. */
bool people_may_see_person(struct casework *cw, int64_t person, struct fault *f);

/* What else the person is called, parted by commas. */
bool people_aliases(struct casework *cw, int64_t person, struct arena *mem, const char **out, struct fault *f);
/* Nobody else has this LA child id. */
bool people_la_child_id_is_free(struct casework *cw, const struct person *person, struct arena *mem, struct fault *f);

/* A new person as a member of a family, with an address when one is given (its lines or postcode). Inside a verb;
 * everything has been checked. person->id, reference and version are filled in. */
bool people_add(struct casework *cw, int64_t family, struct person *person, enum relationship relationship,
		enum yes_no parental_responsibility, const struct address *address, struct arena *mem, struct fault *f);

/* The family is listed under the surname most of its children share. *changed may be NULL. */
bool people_name_family(struct casework *cw, int64_t family, struct arena *mem, bool *changed, struct fault *f);

/* A fault of "not there" turned into an answer: true with *found false; other faults are passed on. */
bool people_found(bool ok, const struct fault *why, bool *found, struct fault *f);
/* Somebody of the directory who was chosen in `field`; refused there when they are in it no more. */
bool people_contact_chosen(struct casework *cw, const char *field, int64_t id, struct arena *mem, struct contact *out,
			   struct fault *f);

/* What a file says replaces what is kept, unless it says nothing. */
void people_take_text(const char **kept, const char *given, bool *changed);

#endif
