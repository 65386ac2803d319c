/* Who and what is free for a slot that was typed. Inside a look or verb. */
#ifndef CASEWORK_FREE_AT_H
#define CASEWORK_FREE_AT_H

#include "booking_facts.h"

struct free_at_slot {
	day_number day;
	int starts, minutes;
};
struct free_at_lists {
	struct resource_list *chairs, *rooms, *minute_takers;
};
void free_at_empty(const struct free_at_lists *out);
bool free_at(struct casework *cw, const struct conference *conference, const struct free_at_slot *slot,
	     struct arena *mem, const struct free_at_lists *out, struct fault *f);

#endif
