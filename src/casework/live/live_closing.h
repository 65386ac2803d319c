/* A conference that is about to end, read once: what stands in the way of closing it, and what follows from it. Inside
 * a look or verb. */
#ifndef CASEWORK_LIVE_CLOSING_H
#define CASEWORK_LIVE_CLOSING_H

#include "casework/live_close.h"
#include "domain/live.h"
#include "work.h"

struct closing_child {
	const struct person *person;
	const char *name;
	bool is_of_conference; /* false: of the household only */
	struct child_decision decision;
	struct decision_child facts; /* of domain/decision.h, as the conference stands */
	struct plan plan;            /* open so far, id 0 none */
};
struct closing_child_list {
	struct closing_child *items;
	size_t count, room;
};

struct closing {
	struct conference conference;
	struct live live;
	struct invitee_list invitees;
	enum conference_type of; /* live_decision.h */
	struct closing_child_list children;
	struct plan_version plan; /* the outline plan, id 0: not begun */
	struct plan_action_list actions;
	struct core_group group;           /* id 0: not named */
	struct core_group_meeting meeting; /* its first, id 0: none */
	day_number meeting_last;           /* the last day it may be, by policy and by law; DAY_NONE: no rule */
	struct conference review;          /* the next one, id 0: none */
	day_number review_owed;            /* a second conference is no review: what stays owed; DAY_NONE: nothing */
};
bool closing_read(struct casework *cw, int64_t conference, enum action action, struct arena *mem, struct closing *out,
		  struct fault *f);

/* Is something decided for it, on its own merits? Adjourned is not. */
bool closing_is_decided(const struct closing_child *child);
/* To be decided another day: adjourned, or (`or_open`) of the conference and nothing said of it. */
bool closing_is_adjourned(const struct closing_child *child, bool or_open);
bool closing_makes_plan(const struct closing_child *child); /* a plan by decision of this conference */
bool closing_has_plan_after(const struct closing_child *child);
size_t closing_count(const struct closing *closing, bool (*is)(const struct closing_child *child));
/* "Kai, Obi and Skye"; "" nobody */
const char *closing_names(const struct closing *closing, bool (*is)(const struct closing_child *child),
			  struct arena *mem);

/* The last day the next review may be held, by policy and by law; DAY_NONE: no rule, or no plan. */
day_number closing_review_last(const struct casework *cw, const struct closing *closing);

/* Every sentence of what stands in the way, hard ones first; live_check.c. */
bool closing_check(struct casework *cw, const struct closing *closing, struct arena *mem, struct live_check_list *out,
		   struct fault *f);
/* What closing will do, a sentence a line; live_follows.c. */
const char *closing_follows(struct casework *cw, const struct closing *closing, struct arena *mem);

/* What follows from what was decided, with the conference's new state and the line of its history: everything of
 * casework_live_close but the checks. `why`: what was accepted, or why it was adjourned. Children who are adjourned
 * wait for *reconvened, 0 when there are none; live_close.c. */
bool closing_apply(struct casework *cw, struct closing *closing, const char *why, struct arena *mem,
		   int64_t *reconvened, struct fault *f);
bool closing_plans(struct casework *cw, struct closing *closing, struct arena *mem, struct fault *f);
/* Before and after the plans: live_close_reviews.c. */
bool closing_review(struct casework *cw, struct closing *closing, struct arena *mem, struct fault *f);
bool closing_other_reviews(struct casework *cw, const struct closing *closing, struct arena *mem, struct fault *f);
bool closing_deadlines(struct casework *cw, const struct closing *closing, struct arena *mem, struct fault *f);

#endif
