/* What was shared outside: written down, by letters, and from the list of children on plans. Inside the caller's
 * transaction or look. */
#ifndef STORE_DISCLOSURE_STORE_H
#define STORE_DISCLOSURE_STORE_H

#include "domain/disclosure.h"
#include "store/store.h"

struct disclosure_child {
	int64_t disclosure_id, person_id;
};
struct disclosure_child_list {
	struct disclosure_child *items;
	size_t count, room;
};

/* id is filled in. FAULT_CONFLICT: another person corrected the same row first. */
bool disclosure_insert(struct store *s, struct disclosure *disclosure, struct fault *f);
bool disclosure_child_insert(struct store *s, const struct disclosure_child *child, struct fault *f);

/* FAULT_NOT_FOUND with a sentence. */
bool disclosure_by_id(struct store *s, int64_t id, struct arena *mem, struct disclosure *out, struct fault *f);
/* Every row, also those another stands in the place of; newest first. */
bool disclosures_of_family(struct store *s, int64_t family, struct arena *mem, struct disclosure_list *out,
			   struct fault *f);
/* Of them all. */
bool disclosure_children_of_family(struct store *s, int64_t family, struct arena *mem,
				   struct disclosure_child_list *out, struct fault *f);

/* A letter that went to somebody outside the family and the authority, with the papers in it, or an answer given from
 * the list of children on plans. */
struct shared_otherwise {
	int64_t id;
	int64_t at;                           /* Unix seconds */
	const char *to, *agency, *what, *why; /* why: of an enquiry to the list */
	const char *by_user;
	int64_t person_id; /* the child asked about; 0: the family's conference */
	const char *reference;
};
struct shared_otherwise_list {
	struct shared_otherwise *items;
	size_t count, room;
};
bool letters_shared_of_family(struct store *s, int64_t family, struct arena *mem, struct shared_otherwise_list *out,
			      struct fault *f);
/* The same of notices, which are on no list of invitees. */
bool notices_shared_of_family(struct store *s, int64_t family, struct arena *mem, struct shared_otherwise_list *out,
			      struct fault *f);
bool answers_shared_of_family(struct store *s, int64_t family, struct arena *mem, struct shared_otherwise_list *out,
			      struct fault *f);

#endif
