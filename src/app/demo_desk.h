/* The last weeks before today as the officers lived them: requests taken, conferences booked and moved, tasks ticked.
 */
#ifndef APP_DEMO_DESK_H
#define APP_DEMO_DESK_H

#include "casework/casework.h"
#include "demo_family.h"

#define DEMO_DESK_WD 30 /* working days before today on which the officers' own work begins */

/* One family with something to come, and how far the officers are with it. */
struct demo_case {
	struct demo_family family;
	const struct demo_enquiry *enquiry; /* waits for its conference, NULL none */
	day_number review_on;               /* the day its next review is meant for, DAY_NONE */
	day_number on_plan_from;            /* when the plan under review was made */
	day_number request_on, book_on;     /* when the officers do it; DAY_NONE not yet */
	bool is_known;                      /* its people are in the file */
	int64_t conference;                 /* asked for or booked */
	bool is_booked;
	day_number booked_for;
};

struct demo_desk {
	const struct demo_world *world;
	struct demo_case *cases;
	size_t count;
	void (*going_on)(void *payload); /* called now and then within a day */
	void *payload;
};

/* Decides what happens to each family that has something to come after `first`. */
void demo_desk_arrange(struct demo_desk *desk, day_number first);

/* One working day: what became known since `before`, requests, bookings, changes, tasks. The file is open on `day`. */
bool demo_desk_live(struct casework *cw, struct demo_desk *desk, day_number before, day_number day, struct fault *f);

/* Requests and bookings of one day (demo_booking.c), and changes of plan. */
bool demo_book_case(struct casework *cw, const struct demo_world *world, struct demo_case *one, day_number day,
		    struct fault *f);
bool demo_upset_case(struct casework *cw, const struct demo_world *world, struct demo_case *one, day_number day,
		     struct fault *f);

/* Families that move in from elsewhere (demo_newcomers.c). */
bool demo_take_newcomers(struct casework *cw, const struct demo_world *world, day_number day, struct fault *f);

/* Forms that somebody began and did not finish (demo_drafts.c). */
bool demo_leave_drafts(struct casework *cw, const struct demo_desk *desk, struct fault *f);

#endif
