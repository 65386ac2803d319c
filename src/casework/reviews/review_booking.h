/* Booking a review that nobody may have asked for yet: what stands in casework/booking.h of the review of a plan, for
 * whosever it is. Each begins and ends a look or verb of its own. */
#ifndef CASEWORK_REVIEW_BOOKING_H
#define CASEWORK_REVIEW_BOOKING_H

#include "casework/booking.h"
#include "free_at.h"
#include "review_request.h"

bool review_facts(struct casework *cw, const struct review_of *of, struct arena *mem, struct booking_facts *out,
		  struct fault *f);
bool review_slots(struct casework *cw, const struct review_of *of, day_number from, size_t most, struct arena *mem,
		  struct proposal_list *out, struct fault *f);
bool review_free_at(struct casework *cw, const struct review_of *of, const struct free_at_slot *slot, struct arena *mem,
		    const struct free_at_lists *out, struct fault *f);
bool review_check(struct casework *cw, const struct review_of *of, const struct booking *booking, struct fault *f);
bool review_book(struct casework *cw, const struct review_of *of, const struct booking *booking, struct arena *mem,
		 int64_t *conference, struct fault *f);

#endif
