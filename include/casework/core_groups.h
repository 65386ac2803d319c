/* Core groups between conferences: every open plan's group on one board, its meetings booked, moved, held or missed,
 * its members, and what became of the plan's actions. A family has one group for all its open plans; what is asked by
 * `family` is refused when no plan is open (FAULT_REFUSED), and a family that is not for this person to see is not
 * there. What is said of a meeting once (held, missed, cancelled) stays. */
#ifndef CASEWORK_CORE_GROUPS_H
#define CASEWORK_CORE_GROUPS_H

#include "casework/casework.h"
#include "domain/core_group.h"

/* --- The board --- */
struct core_group_line {
	int64_t family_id;
	const char *reference, *family_words; /* "Charles ×2" */
	size_t plans;
	day_number started_on;                           /* the first of the plans */
	day_number last_held, due, booked_on, missed_on; /* missed_on: since the last was held; DAY_NONE */
	int working_days_left;                           /* to `due`; negative late; 0 where nothing is owed */
	enum deadline_state state;
	bool is_first;          /* what is due is the first */
	bool is_booked_late;    /* booked after the day it is due */
	bool is_unsaid;         /* the day it is booked for is over, and nobody said how it went */
	bool is_named;          /* a conference named the group, or it was begun since */
	day_number unsent_on;   /* held last, and its record went to nobody yet; DAY_NONE */
	const char *keeps;      /* "Newham": they live there now and we keep the plan until its conference; "" */
	const char *held_words; /* "Mon 9 Feb", "none" */
	const char *due_words;  /* "Mon 30 Mar"; "not known" where nothing is owed */
	const char *booked;     /* "Wed 8 Apr 13:00", "held or missed?", "-" */
	/* "booked Wed 8 Apr 13:00", "held or missed on Wed 25 Mar?", "not booked" */
	const char *booked_said;
};
struct core_group_board {
	struct core_group_line *items; /* by the day they are due */
	size_t count, room;
	size_t plans, late, soon; /* soon: due within ten working days, today too */
};
bool casework_core_groups(struct casework *cw, struct arena *mem, struct core_group_board *out, struct fault *f);

/* --- One group --- */
struct core_group_page {
	struct core_group_line line;
	struct core_group group;               /* id 0: nobody named it yet */
	struct core_group_member_list members; /* those who left too, last */
	struct core_group_meeting_list meetings;
	struct core_group_presence_list presences; /* of them all */
	struct core_group_sent_list sent;
	struct core_group_correction_list corrections; /* of what was said by mistake */
	struct core_group_asked_list asked;            /* of every meeting, oldest first */
	struct plan_version plan;                      /* the plan that was given out last; id 0 none */
	struct plan_action_list actions;
	struct plan_action_said_list said; /* of those actions, oldest first */
	day_number review;                 /* the next, or its limit while it is not booked */
	bool review_is_booked;
	day_number last_before; /* the last day before that review, where the policy sets one; DAY_NONE */
	bool may_change;
};
bool casework_core_group(struct casework *cw, int64_t family, struct arena *mem, struct core_group_page *out,
			 struct fault *f);
/* The same without an audit row of its own, for a screen that is open. */
bool casework_core_group_again(struct casework *cw, int64_t family, struct arena *mem, struct core_group_page *out,
			       struct fault *f);

/* --- When it meets --- */
/* Books one (id 0), or moves one that is booked, by its version (field: "moved_why"). On a working day from today
 * (field: "day"); after its limit with a reason (field: "late_reason"). id and version are filled in. */
bool casework_core_group_book(struct casework *cw, int64_t family, struct core_group_meeting *meeting, struct fault *f);
/* Days that suit, the best first: within the limit, when the members who are known here are free, on the weekday and at
 * the time it met before, and before the review as the policy wants it. `except`: the meeting that is moved, 0 none. */
struct core_group_offer {
	struct core_group_slot slot;
	const char *
		words; /* "as it met before", "Grace Adeyemi is elsewhere then", "after the limit"; "" nothing to say */
	bool is_warning;
};
struct core_group_offer_list {
	struct core_group_offer *items;
	size_t count, room;
};
bool casework_core_group_slots(struct casework *cw, int64_t family, int64_t except, size_t most, struct arena *mem,
			       struct core_group_offer_list *out, struct fault *f);
/* What a run from `first` on to the review would be; nothing is written. */
struct core_group_run {
	struct core_group_date dates[CORE_GROUP_RUN_MOST];
	size_t count;
	day_number review;
	bool review_is_booked;
};
bool casework_core_group_run_try(struct casework *cw, int64_t family, day_number first, struct core_group_run *out,
				 struct fault *f);
/* Books them all, at the same time and place. Refused while one is booked already. */
bool casework_core_group_run(struct casework *cw, int64_t family, const struct core_group_meeting *first,
			     size_t *booked, struct fault *f);
/* By whom and why (field: "by", "why"). */
bool casework_core_group_cancel(struct casework *cw, int64_t family, int64_t meeting, int64_t version, const char *by,
				const char *why, struct fault *f);
/* Its day came and nobody met (field: "why"). What is owed stays owed. */
bool casework_core_group_missed(struct casework *cw, int64_t family, int64_t meeting, int64_t version, const char *why,
				struct fault *f);
/* It met: `meeting` by id and version, or id 0 where it was not booked. Its day is not in the future nor before the
 * plan (field: "day"). Each presence is of a member (state NONE is left out). The next is owed from this day. */
bool casework_core_group_held(struct casework *cw, int64_t family, struct core_group_meeting *meeting,
			      const struct core_group_presence *presences, size_t count, struct fault *f);

/* What was said of a meeting (held, missed) was a mistake (field: "why"). It stays as it was said, marked, with who was
 * said to be there; what it met is owed again, and one that was booked is booked again, as *again (id 0: it was not).
 * Until the next one was held, and until its record was sent to somebody. */
bool casework_core_group_undo(struct casework *cw, int64_t family, int64_t meeting, int64_t version, const char *why,
			      struct core_group_meeting *again, struct fault *f);

/* --- Who was asked to it --- */
/* A member and a meeting: what they were told last, and what they must still be told. */
struct core_group_telling_line {
	struct core_group_member member;
	struct core_group_asked last;    /* id 0: nothing yet */
	day_number told_before;          /* the last other day they were told; DAY_NONE: none */
	enum core_group_telling to_tell; /* COUNT: nothing more */
	bool is_apart;                   /* where another lives is kept from them: asked on their own */
};
struct core_group_telling_list {
	struct core_group_telling_line *items;
	size_t count, room;
	struct core_group_meeting meeting;
	size_t to_tell; /* how many */
};
bool casework_core_group_tellings(struct casework *cw, int64_t family, int64_t meeting, struct arena *mem,
				  struct core_group_telling_list *out, struct fault *f);
/* Somebody of the office told this member, by telephone, in person or by secure e-mail; letters are notices
 * (casework/notices.h). Refused when there is nothing to tell them. */
bool casework_core_group_tell(struct casework *cw, int64_t family, int64_t meeting, int64_t member,
			      enum core_group_way how, struct fault *f);
/* What they answered to what they were told last; NONE takes it back. */
bool casework_core_group_answer(struct casework *cw, int64_t family, const struct core_group_asked *asked,
				enum core_group_answer answer, struct fault *f);

/* --- What is left of it --- */
/* Notes of a meeting that was held, until they were sent. */
bool casework_core_group_notes(struct casework *cw, int64_t family, struct core_group_meeting *meeting,
			       struct fault *f);
/* To whom the record went (field: "who", "sent_on"), `how` in words. Kept for good. */
bool casework_core_group_sent(struct casework *cw, int64_t family, struct core_group_sent *sent, struct fault *f);
/* What was said of an action of the plan that was given out last: state, evidence, difference; at which meeting, that
 * was held or whose day has come (0: between two). Each time is kept beside the action. */
bool casework_core_group_action(struct casework *cw, int64_t family, int64_t meeting, struct plan_action *action,
				struct fault *f);

/* --- Who is in it --- */
/* A person of the family, a contact or a name (field: "name"), from today. */
bool casework_core_group_join(struct casework *cw, int64_t family, struct core_group_member *member, struct fault *f);
/* From `on` (field: "on"), with a reason (field: "why"). */
bool casework_core_group_leave(struct casework *cw, int64_t family, int64_t member, int64_t version, day_number on,
			       const char *why, struct fault *f);

#endif
