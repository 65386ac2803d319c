/* What the case file already holds of one child on one day, so that the same event coming in again is known. */
#ifndef STORE_CHILD_EVENTS_STORE_H
#define STORE_CHILD_EVENTS_STORE_H

#include "domain/record.h"
#include "store/store.h"

/* The enquiry about this child that began on a day; id 0 in *out when none. */
bool enquiry_of_child(struct store *s, int64_t person, day_number strategy_on, struct arena *mem, struct enquiry *out,
		      struct fault *f);
/* An enquiry of the family of the same day and answer that another child of a return can join, 0 when none: one from a
 * return itself, for which nobody has asked for a conference by hand. */
bool enquiry_to_join(struct store *s, int64_t family, day_number strategy_on, enum yes_no required, int64_t *out,
		     struct fault *f);
/* The limits of the enquiry are the child's no more either. */
bool enquiry_child_drop(struct store *s, int64_t enquiry, int64_t person, struct fault *f);
bool enquiry_child_count(struct store *s, int64_t enquiry, int64_t *out, struct fault *f);
/* Was the child at a conference that came of this enquiry? */
bool enquiry_led_child_to_conference(struct store *s, int64_t enquiry, int64_t person, bool *out, struct fault *f);

/* A conference of this type about this child on a day, or one that went on with such a one, held or booked, not
 * cancelled; 0 when none. */
bool conference_of_child(struct store *s, enum conference_type type, int64_t person, day_number day, int64_t *out,
			 struct fault *f);
/* The initial, pre-birth or transfer-in conference about this child on a day, or the one that went on with it; 0 when
 * none. */
bool conference_that_began(struct store *s, int64_t person, day_number day, int64_t *out, struct fault *f);

#endif
