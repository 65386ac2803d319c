/* The fields of the booking form, as texts, and what they come to. */
#ifndef BOOKING_FIELDS_H
#define BOOKING_FIELDS_H

#include "casework/booking.h"
#include "casework/people.h"
#include "domain/date_entry.h"
#include "tui/form.h"

struct booking_values {
	char day[48], starts[16], length[24];
	char chair[NAME_ROOM], room[NAME_ROOM], place[NAME_ROOM], minute_taker[NAME_ROOM];
	char late_reason[600], late_agreed_by[160];
	char reason[600], interim_plan[600], agreed_by[160];
	bool is_late, is_move, is_later; /* which of the last five are asked; later: than the day before the move */
};

/* What the fields need to know: lives in the screen's state. */
struct booking_lists {
	day_number today;
	const struct working_calendar *calendar;
	struct date_anchor anchors[3];
	size_t anchor_count;
	struct resource_list chairs, rooms, minute_takers;
	/* Who is free at the time typed, best first; suggested instead of all once the time is understood. */
	struct resource_list free_chairs, free_rooms, free_minute_takers;
	bool knows_free;
};

/* Why no slot can be proposed at all: a list without which there is none is empty, as on the first day. NULL otherwise.
 */
const char *booking_lists_lack(const struct booking_lists *lists);

extern const struct field booking_fields[];
enum { BOOKING_FIELD_COUNT = 14 };

void booking_values_from_slot(struct booking_values *values, const struct slot *slot,
			      const struct booking_lists *lists);
/* Why it is late and who agreed, as it stands with the conference: a move need not say it again. */
void booking_values_late(struct booking_values *values, const struct conference *kept);
/* Day, start and length as typed so far; false while they are not all understood. */
bool booking_values_time(const struct booking_values *values, const struct booking_lists *lists, struct slot *out);
/* Names the best of the free for what is still empty. */
void booking_values_fill(struct booking_values *values, const struct booking_lists *lists);
/* The day typed so far, DAY_NONE while it cannot be understood. */
day_number booking_values_day(const struct booking_values *values, const struct booking_lists *lists);
/* Texts to a booking; false with a fault at a field by name. */
bool booking_values_parse(const struct booking_values *values, const struct booking_lists *lists, struct booking *out,
			  struct fault *f);

#endif
