/* The next review of a child's plan: by when it is held, why it is earlier, and what is known of a child who is looked
 * after besides. Facts and sources: docs/practice.md, "Reviews". */
#ifndef DOMAIN_REVIEW_H
#define DOMAIN_REVIEW_H

#include "domain/policy.h"

#include <stdint.h>

/* Why a review is wanted earlier. id, token, label (for whoever works with the family). */
#define EARLY_TRIGGERS(X)                                                                                              \
	X(PLAN_TO_END, "plan_to_end", "the core group wants the plan ended")                                           \
	X(FURTHER_HARM, "further_harm", "further significant harm, or a new section 47 enquiry")                       \
	X(PLAN_FAILS, "plan_fails", "the plan cannot be carried out")                                                  \
	X(RISKY_PERSON, "risky_person", "a person who may be a risk begins contact")                                   \
	X(CHANGE, "change", "a significant change in the family")                                                      \
	X(SAFER_PLACE, "safer_place", "the child moves to a safer place")                                              \
	X(COMPLAINT, "complaint", "a complaint")                                                                       \
	X(OTHER, "other", "other")

enum early_trigger {
#define X(id, token, label) EARLY_TRIGGER_##id,
	EARLY_TRIGGERS(X)
#undef X
		EARLY_TRIGGER_COUNT
};
const char *early_trigger_token(enum early_trigger trigger);
const char *early_trigger_label(enum early_trigger trigger);
bool early_trigger_from_token(const char *text, enum early_trigger *out);

/* Said once and kept: a review that was brought forward never moves later for anything that is said after. */
struct review_early {
	int64_t id, plan_id, family_id, asked_at;
	const char *by_user;
	day_number asked_on, review_by;
	day_number after_on; /* the conference that the review follows: it binds until that review was held */
	enum early_trigger trigger;
	const char *why;  /* for those who work with the family: in no letter */
	const char *told; /* what letters may say of it; "" that things have changed */
};
struct review_early_list {
	struct review_early *items;
	size_t count, room;
};

/* The social worker is asked, some weeks before a review, who is to come and what has changed. */
#define ASK_WAYS(X)                                                                                                    \
	X(EMAIL, "email", "e-mail")                                                                                    \
	X(TELEPHONE, "telephone", "telephone")                                                                         \
	X(IN_PERSON, "in_person", "in person")                                                                         \
	X(MANAGER, "manager", "through their manager")

enum ask_way {
#define X(id, token, label) ASK_WAY_##id,
	ASK_WAYS(X)
#undef X
		ASK_WAY_COUNT
};
const char *ask_way_token(enum ask_way way);
const char *ask_way_label(enum ask_way way);
bool ask_way_from_token(const char *text, enum ask_way *out);

struct review_update {
	int64_t id, family_id;
	const char *by_user, *asked_of; /* asked_of: the social worker, or whoever was asked */
	day_number asked_on, answered_on;
	enum ask_way way;
	const char *answer; /* who is to come, what has changed; "" not answered */
	int64_t version;
};

/* Under what a child is looked after: the law's words. */
#define LEGAL_STATUSES(X)                                                                                              \
	X(ACCOMMODATED, "accommodated", "accommodated by agreement (section 20)")                                      \
	X(INTERIM_ORDER, "interim_care_order", "interim care order")                                                   \
	X(CARE_ORDER, "care_order", "care order")                                                                      \
	X(PLACEMENT_ORDER, "placement_order", "placement order")                                                       \
	X(EMERGENCY, "emergency_protection", "emergency protection order")                                             \
	X(POLICE, "police_protection", "police protection")                                                            \
	X(REMAND, "remand", "remanded")                                                                                \
	X(NOT_SAID, "not_said", "not said")

enum legal_status {
#define X(id, token, label) LEGAL_STATUS_##id,
	LEGAL_STATUSES(X)
#undef X
		LEGAL_STATUS_COUNT
};
const char *legal_status_token(enum legal_status status);
const char *legal_status_label(enum legal_status status);
bool legal_status_from_token(const char *text, enum legal_status *out);

struct looked_after {
	int64_t id, person_id;
	day_number since, ended_on;
	enum legal_status status;
	day_number next_review_on; /* of the child as a looked-after one; DAY_NONE not known */
	int64_t version;
};

/* --- By when --- */
/* What the next review of a plan counts from. DAY_NONE where there is none. */
struct review_course {
	day_number initial_on, last_review_on;
	day_number born_on;    /* a birth since which no review was held */
	day_number brought_to; /* it was brought forward to this day */
};
struct review_limit {
	enum rule_key rule; /* review.first, review.next, review.after_birth */
	day_number trigger_on, due_on, limit_on;
};
/* The one limit: that of the first or of a later review, or that after a birth where it is sooner; never later than it
 * was brought forward to. The national limit of the plan stays whichever rule is the sooner. due_on is DAY_NONE where
 * the policy has no such rule. */
struct review_limit review_next(const struct policy *policy, const struct working_calendar *calendar,
				const struct review_course *course);

#endif
