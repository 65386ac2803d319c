/* Slots: proposing, booking, moving, postponing, cancelling. */
#ifndef CASEWORK_BOOKING_H
#define CASEWORK_BOOKING_H

#include "casework/casework.h"
#include "domain/conflict.h"

/* What "avoid" was understood to mean: "not Tuesdays", "afternoons only", "not 14 April". */
struct avoidance {
	unsigned weekdays_out;      /* bit per weekday, Monday = bit 0 */
	int not_before, not_after;  /* minutes since midnight between which it may take place */
	const char *not_understood; /* words that were not understood: the officer honours them by eye; "" none */
};
struct avoidance avoidance_read(const char *text, struct arena *mem);

struct proposal {
	struct slot slot;
	const char *chair, *room, *minute_taker; /* names */
	int working_days_left;                   /* from the slot to the limit: negative is past it */
	const char *warning; /* "Tuesday: asked to avoid", "after the limit", "same chair not free"; "" none */
	const char *why;     /* "chaired the last conference", "step-free" ... "" none */
};
struct proposal_list {
	struct proposal *items;
	size_t count, room;
};

struct booking_facts {
	struct conference conference;
	const char *family_words; /* "Okonkwo ×3" */
	day_number trigger_on;
	const char *rule_words;   /* "strategy discussion Mon 2 Mar 2026 + 15 working days"; ", brought forward" */
	day_number due, limit;    /* by policy; nationally or DAY_NONE */
	day_number last;          /* the earlier of both: a later day asks why */
	const char *needs;        /* "Igbo interpreter · separate sittings (domestic abuse) · not Tuesdays" */
	int minutes;              /* length needed: type, children, interpreter, sittings */
	const char *length_words; /* "1 h 30 + 1 h 30" */
	day_number last_chair_day;
	int64_t last_chair_id;          /* who chaired this family last, 0 nobody */
	struct conflict_list conflicts; /* of interest, in force: none of them may be booked */
};
bool casework_booking_facts(struct casework *cw, int64_t conference, struct arena *mem, struct booking_facts *out,
			    struct fault *f);

/* Up to `most` slots at which chair, room and minute-taker are free, best class first and by day and time inside each:
 *	all well (of a review those in the last two weeks before its limit, then earlier ones);
 *	short notice by the policy: for police or invitations, then for agency reports, then for an interpreter;
 *	a second start, later in a half-day that is already proposed;
 *	breaks what was asked ("avoid"), said first in `warning`; only in half-days that have nothing better;
 *	after the limit, when those inside it are fewer than `most`.
 * A half-day appears once in the first classes, so that they are not five times the same morning. From a day on
 * (`from`; DAY_NONE: from the next working day) notice does not put later days first, because the day was chosen.
 * For more, ask again with the same `from` and a greater `most`: the first ones stay as they are and nothing is left
 * out between. */
bool casework_propose_slots(struct casework *cw, int64_t conference, day_number from, size_t most, struct arena *mem,
			    struct proposal_list *out, struct fault *f);

struct booking {
	int64_t conference_id, version; /* as read; FAULT_CONFLICT when it changed */
	struct slot slot;
	const char *late_reason, *late_agreed_by; /* asked when the day is after the limit or the policy's due date */
	const char *reason, *agreed_by;           /* asked when moving */
	/* What keeps the children safe until a day that is later than the one before; takes the place of what stood
	 * there. NULL or "": that stays. */
	const char *interim_plan;
};
/* Says what must still be answered before this slot can be taken: late or moved without reason (field "late_reason",
 * ...), weekend, bank holiday or closure by name, taken chair/room/minute-taker by name and what they are doing. Writes
 * nothing. */
bool casework_booking_check(struct casework *cw, const struct booking *booking, struct fault *f);

/* Books a requested or postponed conference, or moves a booked one; the old slot is given back in the same transaction,
 * deadlines that depend on the day are recomputed, the change is kept in the conference's history. A double booking
 * cannot happen: the second of two people at the same second gets FAULT_REFUSED with who took what. */
bool casework_book(struct casework *cw, const struct booking *booking, struct fault *f);

/* The slot is given back. Postponed: waits for a new date, its limit goes on. Cancelled: ended; its open deadlines are
 * withdrawn, the enquiry's own limit stays open unless `conference_required` is answered no. */
struct withdrawal {
	int64_t conference_id, version;
	const char *reason, *agreed_by;
	const char *interim_plan; /* what keeps the children safe while it waits, or without it; as above */
	bool no_longer_required;  /* cancelling: the enquiry needs no conference */
};
bool casework_postpone(struct casework *cw, const struct withdrawal *withdrawal, struct fault *f);
bool casework_cancel(struct casework *cw, const struct withdrawal *withdrawal, struct fault *f);

/* Who is free for a slot that was typed, best first. A conference that is moved: those it is booked with. Chairs: then
 * who knows the family, then who has least that week. Rooms: then those with the access asked for, video, those without
 * it. Nobody who does not work that weekday or has a conflict of interest; for a second conference not the chair of the
 * first. Without a day, time or length all lists are empty. Leaves no audit row: it says nothing of a family. */
bool casework_free_at(struct casework *cw, int64_t conference, day_number day, int starts, int minutes,
		      struct arena *mem, struct resource_list *chairs, struct resource_list *rooms,
		      struct resource_list *minute_takers, struct fault *f);

/* The review of a plan that nobody has asked for yet. Facts and proposals ask for nothing and keep nothing: where a
 * review of the child already waits they are that one's (facts.conference.id is its id), otherwise what it would be:
 * id 0, version 0, no reference. `casework_review_booking` asks for it and books it in one transaction: booking's
 * conference_id and version are as the facts gave them (0 and 0 for one not asked for). *conference is the one booked.
 * The same refusals as `casework_booking_check`, `casework_book` and `casework_review_request`. */
bool casework_review_facts(struct casework *cw, int64_t plan, struct arena *mem, struct booking_facts *out,
			   struct fault *f);
bool casework_propose_review_slots(struct casework *cw, int64_t plan, day_number from, size_t most, struct arena *mem,
				   struct proposal_list *out, struct fault *f);
bool casework_review_booking_check(struct casework *cw, int64_t plan, const struct booking *booking, struct fault *f);
bool casework_review_booking(struct casework *cw, int64_t plan, const struct booking *booking, struct arena *mem,
			     int64_t *conference, struct fault *f);
bool casework_free_for_review(struct casework *cw, int64_t plan, day_number day, int starts, int minutes,
			      struct arena *mem, struct resource_list *chairs, struct resource_list *rooms,
			      struct resource_list *minute_takers, struct fault *f);

/* A review is asked for without a slot: the command line and the demonstration. *conference is the new one when none
 * was open. */
bool casework_review_request(struct casework *cw, int64_t plan, struct arena *mem, int64_t *conference,
			     struct fault *f);

#endif
