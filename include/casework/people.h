/* People, families, and the directory of agencies. */
#ifndef CASEWORK_PEOPLE_H
#define CASEWORK_PEOPLE_H

#include "casework/casework.h"

/* Somebody on file who may be the person typed. */
struct look_alike {
	struct member member; /* of the family they are a child of, else of the first that this worker may see */
	const char *family_reference, *family_name;
	const char *words; /* "born 4 May 2016, on a plan, F000001, FAM-0001 Okonkwo": a name does not tell two apart */
};
struct look_alike_list {
	struct look_alike *items;
	size_t count, room;
};

/* Who is likely the same person, the likeliest first: the same LA child id; or the same names in any order and
 * spelling of accents, an alias among them, when the dates agree, differ by a slip of the keys or are not known; or the
 * same birth date (for an unborn child: about the same) and one name in common. One row a person. Offered, never merged
 * silently. */
bool casework_people_like(struct casework *cw, const struct person *person, struct arena *mem,
			  struct look_alike_list *out, struct fault *f);

/* Adds a family with `name` ("" takes the first child's surname). *out is its id. */
bool casework_family_add(struct casework *cw, const char *name, int64_t *out, struct fault *f);
/* As above with the authority's own reference ("FAM-0001"); FAULT_REFUSED when it is taken. */
bool casework_family_add_as(struct casework *cw, const char *reference, const char *name, int64_t *out,
			    struct fault *f);

/* Adds a person to a family. Refuses a child who is in another family, a birth date in the future, an expected date in
 * the past by more than four weeks, both or neither of birth and expected date for a child, a person with no name at
 * all. person->id receives the new id; with an id it is somebody known who joins this family, or comes back to it, and
 * whose details stay as they are. */
bool casework_member_add(struct casework *cw, int64_t family, struct person *person, enum relationship relationship,
			 enum yes_no parental_responsibility, const struct address *address, struct fault *f);
/* A person as a form shows and changes it: what concerns one human being in several tables. */
struct person_record {
	struct person person;
	const char *aliases;           /* "Kwame Mensah, K. Owusu"; NULL: they stay as they are */
	const struct address *address; /* where the person lives now; NULL: it stays as it is */
	int64_t family_id;             /* whose relationship this is; 0: it stays as it is */
	enum relationship relationship;
	enum yes_no parental_responsibility;
};
/* As it is now. `family` 0 takes the first family the person belongs to; out->family_id is 0 when there is none. The
 * address is one with empty lines when none is known. */
bool casework_person_record(struct casework *cw, int64_t person, int64_t family, struct arena *mem,
			    struct person_record *out, struct fault *f);
/* Saves changed details; FAULT_CONFLICT when another person changed them since they were read. Another address with a
 * later `from_on` is a move and ends the one kept; otherwise the one kept is corrected; an empty one ends it. A child
 * stays a child. */
bool casework_person_save(struct casework *cw, const struct person_record *record, struct fault *f);

/* Somebody no longer belongs to a family: the row is kept, with its day. Refuses a child who is on a plan or for whom a
 * conference or an enquiry is open in that family. */
struct leaving {
	int64_t family_id, person_id, version; /* of the person, as read */
	day_number on;
	const char *reason;
};
bool casework_member_end(struct casework *cw, const struct leaving *leaving, struct fault *f);

bool casework_members(struct casework *cw, int64_t family, struct arena *mem, struct member_list *out, struct fault *f);
bool casework_person(struct casework *cw, int64_t id, struct arena *mem, struct person *out, struct fault *f);
bool casework_addresses(struct casework *cw, int64_t person, struct arena *mem, struct address_list *out,
			struct fault *f);
bool casework_family(struct casework *cw, int64_t id, struct arena *mem, struct family *out, struct fault *f);

/* Contacts whose name, role or agency begins with what was typed; "" lists all. `quorum_group` narrows, "" does not. */
bool casework_contacts(struct casework *cw, const char *typed, const char *quorum_group, struct arena *mem,
		       struct contact_list *out, struct fault *f);
bool casework_resources(struct casework *cw, enum resource_kind kind, struct arena *mem, struct resource_list *out,
			struct fault *f);

#endif
