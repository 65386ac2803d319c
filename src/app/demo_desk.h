/* The last weeks before today as the officers lived them: requests taken, conferences booked and moved, tasks ticked.
 */
#ifndef APP_DEMO_DESK_H
#define APP_DEMO_DESK_H

#include "casework/casework.h"
#include "demo_family.h"

#define DEMO_DESK_WD 30 /* working days before today on which the officers' own work begins */
#define DEMO_HELD_WD 15 /* conferences of so many working days before today were booked by them */
#define DEMO_WAITING 5  /* requests at least that can be booked inside their limit */

/* One family with something to come, and how far the officers are with it. */
struct demo_case {
	struct demo_family family;
	struct demo_enquiry *enquiry;   /* its conference is the officers' to book, NULL none */
	struct demo_enquiry *reviewed;  /* or a review of the plan made after this one, NULL none */
	size_t review;                  /* which of its reviews */
	day_number review_on;           /* the day that review is meant for, DAY_NONE */
	bool waits_for_newcomer;        /* asked for and left to be booked by whoever opens the demonstration */
	day_number request_on, book_on; /* when the officers do it; DAY_NONE not yet */
	bool is_known;                  /* its people are in the file */
	int64_t conference;             /* asked for or booked */
	bool is_booked;
	day_number booked_for;
	bool is_listed, is_invited; /* who comes is written down; they were told */
	day_number told_for;        /* the day they know of, DAY_NONE that it is off */
	int64_t away;               /* the invitee whose exclusion waits for the chair, 0 none */
	day_number away_on;         /* since when */
};

struct demo_desk {
	const struct demo_world *world;
	struct demo_case *cases;
	size_t count;
	int waiting;                     /* of the cases, those left for whoever opens the demonstration */
	bool is_mended;                  /* addresses that mail came back from, since the day before */
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

/* Who comes to it, what they are told and answer (demo_invite.c); `is_mended`: addresses of the directory were. */
bool demo_invite_case(struct casework *cw, const struct demo_world *world, struct demo_case *one, day_number day,
		      bool is_mended, struct fault *f);

/* What is under way between authorities and before a manager when it is opened (demo_ends.c). */
bool demo_leave_ends(struct casework *cw, day_number day, struct fault *f);

/* Complaints and escalations, each at another stage (demo_challenges.c). */
bool demo_leave_challenges(struct casework *cw, day_number day, struct fault *f);

/* Who may see what, by several hands. `closed`: families of whom nothing is to be done, and a conference of each. */
struct demo_closed {
	int64_t families[3], conferences[3];
	size_t count;
};
bool demo_choose_closed(struct casework *cw, day_number day, struct demo_closed *out, struct fault *f);
bool demo_leave_restricted(struct casework *cw, const struct demo_closed *closed, day_number day, struct fault *f);
bool demo_break_glass(struct casework *cw, const char *reference, const char *reason, struct fault *f);
bool demo_leave_relative(struct casework *cw, const struct demo_closed *closed, struct fault *f);
bool demo_look_into_one(struct casework *cw, struct fault *f);

/* Records of long ago that are due to go (demo_retention.c), one of them held; then, as a manager, one proposed to. */
bool demo_leave_records(struct casework *cw, day_number day, struct fault *f);
bool demo_propose_record(struct casework *cw, struct fault *f);

/* One exclusion that was asked for today and is to be decided. */
bool demo_leave_exclusion(struct casework *cw, struct demo_desk *desk, day_number day, struct fault *f);

/* Reports that come in; once a day, those asked for again and the letters that go out (demo_reports.c). */
bool demo_report_case(struct casework *cw, const struct demo_world *world, const struct demo_case *one, day_number day,
		      struct fault *f);
bool demo_chase(struct casework *cw, const struct demo_world *world, day_number day, struct fault *f);
bool demo_send(struct casework *cw, const struct demo_world *world, day_number day, struct fault *f);

/* The social worker is asked for the update of a review, and mostly answers; reviews brought forward, and children who
 * are looked after besides (demo_reviews.c). */
bool demo_ask_update(struct casework *cw, const struct demo_world *world, int64_t plan, struct fault *f);
bool demo_leave_reviews(struct casework *cw, struct fault *f);

/* Core groups (demo_core_groups.c): those that met before this system knew of them, each day; then what is booked,
 * asked and answered, missed, or said by mistake when it is opened. */
bool demo_know_core_groups(struct casework *cw, const struct demo_world *world, day_number day, struct fault *f);
bool demo_leave_core_groups(struct casework *cw, const struct demo_world *world, struct fault *f);

/* Families that move in from elsewhere (demo_newcomers.c). */
bool demo_take_newcomers(struct casework *cw, const struct demo_desk *desk, day_number day, struct fault *f);

/* Forms that somebody began and did not finish (demo_drafts.c). */
bool demo_leave_drafts(struct casework *cw, const struct demo_desk *desk, struct fault *f);

/* The social worker of some families saw the children today (demo_visits.c). */
bool demo_visit(struct casework *cw, int64_t family, day_number day, struct fault *f);

#endif
