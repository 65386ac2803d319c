/* Joining two families, and rows about siblings that were kept apart, into one. Inside the caller's transaction. */
#ifndef STORE_GATHER_STORE_H
#define STORE_GATHER_STORE_H

#include "domain/record.h"
#include "store/store.h"

/* Everything that belongs to family `from` belongs to `to` afterwards, its members too. */
bool family_pour(struct store *s, int64_t from, int64_t to, struct fault *f);

struct twin {
	int64_t keep, drop; /* the older and the younger row of one event */
};
struct twin_list {
	struct twin *items;
	size_t count, room;
};
/* Conferences of the family taken from a return that are one meeting: same type, same day, both over. */
bool twin_conferences(struct store *s, int64_t family, struct arena *mem, struct twin_list *out, struct fault *f);
/* Enquiries of the family with the same strategy discussion day and the same answer about a conference. */
bool twin_enquiries(struct store *s, int64_t family, struct arena *mem, struct twin_list *out, struct fault *f);

/* Children, plans, deadlines and history of the younger go to the older; the younger row is gone afterwards. */
bool conference_join(struct store *s, const struct twin *twin, struct fault *f);
bool enquiry_join(struct store *s, const struct twin *twin, struct fault *f);

#endif
