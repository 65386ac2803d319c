/* What a booking is about: a conference, the review of a plan that nobody has asked for yet, or the review that a
 * conference being held arranges. Asked for and booked in one act, so that looking at slots and leaving again leaves
 * nothing behind. */
#ifndef BOOKING_ABOUT_H
#define BOOKING_ABOUT_H

#include "booking_fields.h"

struct booking_about {
	int64_t conference; /* 0 while it is only a plan's review to come */
	int64_t plan;
	int64_t held; /* the conference being held whose next review it is; 0 none */
};

bool about_facts(struct casework *cw, const struct booking_about *about, struct arena *mem, struct booking_facts *out,
		 struct fault *f);
bool about_slots(struct casework *cw, const struct booking_about *about, day_number from, size_t most,
		 struct arena *mem, struct proposal_list *out, struct fault *f);
/* Fills the lists' free_ members for a time that was typed. */
bool about_free(struct casework *cw, const struct booking_about *about, const struct slot *time, struct arena *mem,
		struct booking_lists *lists, struct fault *f);
bool about_check(struct casework *cw, const struct booking_about *about, const struct booking *booking,
		 struct fault *f);
/* *conference is the one that is booked now. */
bool about_book(struct casework *cw, const struct booking_about *about, const struct booking *booking,
		int64_t *conference, struct fault *f);

#endif
