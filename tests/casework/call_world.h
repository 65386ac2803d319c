/* The small world that every call of casework is tried in, and the shape of one call. */
#ifndef TESTS_CALL_WORLD_H
#define TESTS_CALL_WORLD_H

#include "booking_steps.h"

/* What the calls are about: one family with a plan, one that waits for its conference, one that has it booked. */
struct world {
	struct casework_fixture *fixture;
	int64_t family, child, plan, mother, mother_family;
	int64_t planned; /* whose plan it is */
	int64_t waiting, waiting_version, enquiry, enquiry_version;
	int64_t booked, booked_version;
	int64_t task, done_task, draft;
	int64_t invitee, asked, asked_version;       /* on the list of the booked one; asked: to stay away */
	int64_t report, report_version, owed, paper; /* of the booked one: one that is in, and one that is not */
	int64_t to_invite, letter;                   /* of the booked one, as those below: deliveries */
	int64_t by_hand, to_post, went_out, not_sent;
	struct person person;
	struct booking booking;
	struct slot other_slot;
	int64_t live, to_start, to_close; /* being held; its day is today; said of every child why nothing is decided */
	int64_t live_invitee, live_child, recommendation, other_chair, live_chair;
	int64_t later, live_plan, live_action, live_helper, earlier_action; /* later: another that is being held */
	struct slot review_slot;
	int64_t drafted, with_chair, approved; /* by how far the record is */
	int64_t section, correction, parent;   /* of the drafted one */
	int64_t plan_given, plan_draft, plan_draft_version, plan_draft_action, plan_helper; /* of group_family */
	int64_t group_family, group_member, group_held, group_booked, group_action, group_asked;
	int64_t move, unborn;         /* of the one plan; a child expected, in a family of its own */
	int64_t ending;               /* of the one plan, asked for */
	int64_t asked_update;         /* of the plan's review */
	int64_t complaint;            /* about the one with the chair */
	int64_t escalation;           /* of the same */
	int64_t matched;              /* a worker who may be related to a family */
	int64_t opened, access_event; /* a family whose restriction may be lifted; somebody's glass */
	int64_t over, disposal, hold; /* a record that is due to go; one that somebody proposed; what keeps `opened` */
	const char *founder;          /* the first account */
	int64_t conflict;             /* of interest, with the booked one's family */
	int64_t contact, twin;        /* the same person twice in the directory */
	int64_t entry_family, entry, second_entry,
		merge; /* one of the family entered three times, of which two are one */
};

typedef bool call(struct casework *cw, const struct world *w, struct arena *mem, struct fault *f);

#define CALL(name)                                                                                                     \
	static inline bool name(struct casework *cw, const struct world *w, struct arena *mem, struct fault *f)
#define UNUSED                                                                                                         \
	(void)w;                                                                                                       \
	(void)mem

#endif
