/* What is known of who works here, and of whom it could be. Inside the caller's transaction or look. */
#ifndef STORE_STAFF_STORE_H
#define STORE_STAFF_STORE_H

#include "domain/date.h"
#include "store/store.h"

struct staff_detail {
	int64_t user_id;
	const char *name; /* of the account */
	day_number born_on;
	const char *postcode, *phone;
};
struct staff_detail_list {
	struct staff_detail *items;
	size_t count, room;
};
/* In the place of what was kept of this user. */
bool staff_put(struct store *s, const struct staff_detail *detail, struct fault *f);
bool staff_all(struct store *s, struct arena *mem, struct staff_detail_list *out, struct fault *f);

/* Somebody of a family, as far as it tells who they are. */
struct staff_candidate {
	int64_t person_id, family_id;
	const char *surname, *given_names, *phone, *postcode; /* of where they live now */
	day_number born_on;
};
struct staff_candidate_list {
	struct staff_candidate *items;
	size_t count, room;
};
/* One row for each family and address of a person; 0: of everybody. */
bool staff_candidates(struct store *s, int64_t person, struct arena *mem, struct staff_candidate_list *out,
		      struct fault *f);
/* Was it ever said, of this worker and this family, that they are related, rightly or not? */
bool staff_was_told(struct store *s, int64_t family, int64_t user, bool *out, struct fault *f);

#endif
