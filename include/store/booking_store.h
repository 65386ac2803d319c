/* Bookings: what each chair, room and minute-taker is taken for. Inside the caller's transaction or look. */
#ifndef STORE_BOOKING_STORE_H
#define STORE_BOOKING_STORE_H

#include "domain/record.h"
#include "store/store.h"

struct booking_row {
	int64_t resource_id, conference_id;
	day_number day;
	int starts, ends; /* minutes since midnight */
};
struct booking_row_list {
	struct booking_row *items;
	size_t count, room;
};

/* FAULT_REFUSED when it is taken: store_refused_by(s, "double booking"). */
bool booking_insert(struct store *s, const struct booking_row *row, struct fault *f);
/* Gives back whatever a conference had taken. */
bool bookings_drop(struct store *s, int64_t conference, struct fault *f);
/* From one day to another, both included, by day. */
bool bookings_between(struct store *s, day_number from, day_number to, struct arena *mem, struct booking_row_list *out,
		      struct fault *f);
bool bookings_of(struct store *s, int64_t conference, struct arena *mem, struct booking_row_list *out, struct fault *f);

/* Another conference that has this resource at this time: conference_id 0 when it is free. Video rooms are always free.
 */
struct clash {
	int64_t conference_id, family_id; /* of the other conference; its family may be restricted */
	const char *reference;
	const char *resource; /* name */
	int starts, ends;
};
bool booking_clash(struct store *s, const struct booking_row *wanted, struct arena *mem, struct clash *out,
		   struct fault *f);

/* Every chair, room and minute-taker that can be booked, in the order of the settings. */
bool resources_in_use(struct store *s, struct arena *mem, struct resource_list *out, struct fault *f);
/* id 0 when there is none. */
bool resource_of_id(struct store *s, int64_t id, struct arena *mem, struct resource *out, struct fault *f);

#endif
