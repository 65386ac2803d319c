/* What follows from what is decided, written while everybody is still in the room: the outline plan, the core group
 * and its first meeting, and the next review. As casework/live.h: one thing each, by its version, stored at once; the
 * chair or whoever writes the record. Contents of an outline plan: docs/practice.md. */
#ifndef CASEWORK_LIVE_PLAN_H
#define CASEWORK_LIVE_PLAN_H

#include "casework/booking.h"
#include "domain/live.h"

/* The outline plan of the conference and what it goes on from. One plan for the children who have a plan after it. */
struct live_plan_page {
	struct conference conference;
	const char *family_words;
	const char *marker;         /* who may see what is shown: "professionals + family" */
	bool is_needed;             /* some child has a plan after today; false: nothing of this page is asked for */
	const char *children_words; /* for whom: "Kai and Skye" */
	const char *staying_words;  /* who of the family stays on the plan they have, which this one goes on from; "" */
	const char *must_copy;      /* why nothing but the plan before may begin this one; "" it may, or is begun */
	struct plan_version plan;   /* id 0: not begun; the social worker is put there as its lead */
	struct plan_action_list actions;
	struct plan_network_list network;
	struct plan_version earlier; /* the plan that was given out before it, or that an adjourned conference
				      * began which goes on here; id 0 none */
	struct plan_action_list earlier_actions;
	struct core_group group; /* id 0: not named; the social worker is put there as its lead */
	struct core_group_member_list members;
	struct core_group_meeting meeting;   /* the first after today; id 0 none */
	day_number meeting_due;              /* the last day it may be, DAY_NONE no rule */
	const char *meeting_late_reason;     /* "" not late */
	struct conference review;            /* the next review: booked here, or one that waited already; id 0 none */
	day_number review_due, review_limit; /* by the policy, by the nation; counted from this conference */
};
bool casework_live_plan_page(struct casework *cw, int64_t conference, struct arena *mem, struct live_plan_page *out,
			     struct fault *f);
/* The same without an audit row of its own, for a screen that is open. */
bool casework_live_plan_again(struct casework *cw, int64_t conference, struct arena *mem, struct live_plan_page *out,
			      struct fault *f);

/* conference_id is asked in `plan`; number, id and version are filled in; version 0 begins it. Refused for one that was
 * issued. */
bool casework_live_plan(struct casework *cw, struct plan_version *plan, struct fault *f);
/* Begins the plan when none was begun. Who does it is a person of the list (who_invitee_id), of the directory or of the
 * family, whose name is then kept in `who` too; else the words. A day before the conference is refused (field:
 * "by_on"), without what or who too ("what", "who"). A new one goes to the end; what became of it is not changed here.
 */
bool casework_live_action(struct casework *cw, int64_t conference, struct plan_action *action, struct fault *f);
bool casework_live_action_drop(struct casework *cw, int64_t conference, int64_t id, int64_t version, struct fault *f);
/* Somebody of the family's own people who helps: a person of the family, or a name (field: "name"). Begins the plan. */
bool casework_live_network(struct casework *cw, int64_t conference, struct plan_network *one, struct fault *f);
bool casework_live_network_drop(struct casework *cw, int64_t conference, int64_t id, int64_t version, struct fault *f);
/* What became of an action of the earlier plan, said at its review: state, evidence, difference. */
bool casework_live_action_mark(struct casework *cw, int64_t conference, struct plan_action *action, struct fault *f);
/* Begins the plan with what the earlier one said and with its actions that are still to do, without a day that has
 * passed unless brothers and sisters stay on it. Nothing else begins it then. FAULT_CONFLICT when it is begun. */
bool casework_live_plan_from_earlier(struct casework *cw, int64_t conference, struct fault *f);

/* Proposed members: parents, a child old enough, social worker, professionals who came or sent a deputy unless they are
 * said to have no direct contact; at a review those of the present group first. Nobody who was excluded from all of it,
 * and nobody kept from the address of another without the officer's choice: *left_out names
 * them and why, "" nobody. */
bool casework_live_core_group_propose(struct casework *cw, int64_t conference, struct arena *mem,
				      struct core_group_member_list *out, const char **left_out, struct fault *f);
/* These members and no others (field: "members"), each of the family, of the directory or by name: whoever is left out
 * of a group that met already, or of the one that went on until now, leaves it on the day. What that one has booked is
 * a meeting of this one. A lead is asked (field: "lead"), by default the social worker. `version` is the group's, 0
 * names it. */
bool casework_live_core_group(struct casework *cw, int64_t conference, int64_t version,
			      const struct core_group_member *members, size_t count, const char *lead, struct fault *f);
/* Its first meeting after today, once the group is named: id, version of `meeting`; refused on a day before the
 * conference, on a day nobody works, and after its limit without a reason (field: "day", "late_reason"). */
bool casework_live_core_group_meeting(struct casework *cw, int64_t conference, struct core_group_meeting *meeting,
				      const char *late_reason, struct fault *f);

/* The next review, booked as a conference of its own so that the slot is held. Proposals as casework_propose_slots;
 * booking's conference_id and version are the review's when one is booked already, else 0. The same refusals as
 * casework_book: past its limit a reason (field: "late_reason", "late_agreed_by"). */
bool casework_live_review_facts(struct casework *cw, int64_t conference, struct arena *mem, struct booking_facts *out,
				struct fault *f);
bool casework_live_review_proposals(struct casework *cw, int64_t conference, day_number from, size_t most,
				    struct arena *mem, struct proposal_list *out, struct fault *f);
bool casework_live_review_check(struct casework *cw, int64_t conference, const struct booking *booking,
				struct fault *f);
bool casework_live_review(struct casework *cw, int64_t conference, const struct booking *booking, struct fault *f);
/* Given back: no plan is left, or another day is wanted later. */
bool casework_live_review_drop(struct casework *cw, int64_t conference, struct fault *f);
bool casework_live_free_for_review(struct casework *cw, int64_t conference, day_number day, int starts, int minutes,
				   struct arena *mem, struct resource_list *chairs, struct resource_list *rooms,
				   struct resource_list *minute_takers, struct fault *f);

#endif
