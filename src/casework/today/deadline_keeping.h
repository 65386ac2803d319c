/* Deadlines follow from events: verbs say what happened, and this keeps the rows right in the same transaction. */
#ifndef CASEWORK_DEADLINE_KEEPING_H
#define CASEWORK_DEADLINE_KEEPING_H

#include "work.h"

struct deadline_subject {
	enum subject_kind kind;
	int64_t id, family_id;
	const int64_t *children; /* person ids it is about */
	size_t child_count;
};

/* The trigger of `rule` is on `trigger` (happened, or is booked): opens the deadline, or moves the open one when the
 * trigger was corrected. Nothing happens when the policy has no such rule. Done and waived rows keep their original due
 * date. */
bool deadline_set(struct casework *cw, enum rule_key rule, const struct deadline_subject *subject, day_number trigger,
		  struct fault *f);
/* The same with days that were worked out already (domain/review.h): nothing happens where `dates.due` is DAY_NONE. */
bool deadline_set_to(struct casework *cw, enum rule_key rule, const struct deadline_subject *subject,
		     day_number trigger, struct deadline_dates dates, struct fault *f);
/* What the rule asked for was done on a day. No open row is no fault. */
bool deadline_met(struct casework *cw, enum rule_key rule, enum subject_kind kind, int64_t subject, day_number on,
		  struct fault *f);
/* What was done was taken back: the row that was done last is open again. A waived one stays waived, and nothing
 * happens while one is open. */
bool deadline_undone(struct casework *cw, enum rule_key rule, enum subject_kind kind, int64_t subject, struct fault *f);
/* What it counted from is gone: the open row is withdrawn with a reason, kept for the history. */
bool deadline_withdraw(struct casework *cw, enum rule_key rule, enum subject_kind kind, int64_t subject,
		       const char *reason, struct fault *f);
/* All open rows of one subject. */
bool deadlines_withdraw_all(struct casework *cw, enum subject_kind kind, int64_t subject, const char *reason,
			    struct fault *f);
/* The subject ended on a day: what was to be done before it and was not has lapsed, all that was to come is withdrawn.
 */
bool deadlines_end_all(struct casework *cw, enum subject_kind kind, int64_t subject, day_number on, const char *reason,
		       struct fault *f);

/* A conference is booked for a day: its notices, reports, bundle and letters get their dates (which rules apply by type
 * is code here, figures are the policy's). Booked again for another day: all open ones move. */
bool deadlines_of_booking(struct casework *cw, const struct conference *conference, const int64_t *children,
			  size_t child_count, struct fault *f);

/* The day was given up (postponed): what was open because of it is withdrawn; the conference's own limit stays. */
bool deadlines_of_lost_day(struct casework *cw, const struct conference *conference, const char *reason,
			   struct fault *f);

/* A child's plan: the next review counts from the last conference (initial, or the latest review held), or from a birth
 * since (review_deadlines.h). One limit is open at a time: it moves when another review was held or brought forward,
 * and is withdrawn when the plan ended. The first core group is opened when the initial conference is no longer ago
 * than its limit or `was_held_here`. */
bool deadlines_of_plan(struct casework *cw, int64_t plan, bool was_held_here, struct fault *f);

/* A conference before a birth is to be held some weeks before the earliest birth expected; once all are born that limit
 * is withdrawn. */
bool deadline_of_pre_birth(struct casework *cw, const struct conference *conference, struct arena *mem,
			   struct fault *f);
/* A child was born, or is expected on another day: its reviews and the conferences before the birth count from that. */
bool deadlines_of_birth(struct casework *cw, int64_t person, struct fault *f);

#endif
