/* The deadline engine's vocabulary: rules are data in a policy, trigger events are code.
 * Sources of every figure stand in data/policy/<profile>.yaml beside the figure itself. */
#ifndef DOMAIN_DEADLINE_H
#define DOMAIN_DEADLINE_H

#include "domain/working_day.h"

/* Where a task stands on Today. The order is the order of the work. */
#define LANES(X)                                                                                                       \
	X(BOOK, "book", "Book")                                                                                        \
	X(INVITE, "invite", "Invite")                                                                                  \
	X(REPLIES, "replies", "Replies")                                                                               \
	X(REPORTS, "reports", "Reports")                                                                               \
	X(BUNDLE, "bundle", "Bundle")                                                                                  \
	X(LETTERS, "letters", "Letters")                                                                               \
	X(RECORD, "record", "Record")                                                                                  \
	X(CORE_GROUPS, "core_groups", "Core groups")                                                                   \
	X(REVIEWS, "reviews", "Reviews")                                                                               \
	X(COMPLAINTS, "complaints", "Complaints")                                                                      \
	X(ACTIONS, "actions", "Actions")

enum lane {
#define X(id, token, label) LANE_##id,
	LANES(X)
#undef X
		LANE_COUNT
};

/* What happened, or will happen, that a rule counts from. */
#define TRIGGERS(X)                                                                                                    \
	X(STRATEGY_DISCUSSION, "strategy discussion")                                                                  \
	X(TRANSFER_NOTICE, "transfer notice")                                                                          \
	X(INITIAL_CONFERENCE, "initial conference")                                                                    \
	X(REVIEW_CONFERENCE, "review conference")                                                                      \
	X(CONFERENCE, "conference") /* of any type: its day */                                                         \
	X(CORE_GROUP, "core group held")                                                                               \
	X(BIRTH, "birth")                                                                                              \
	X(EXPECTED_BIRTH, "expected date of delivery")                                                                 \
	X(EIGHTEENTH_BIRTHDAY, "18th birthday")                                                                        \
	X(INQUORATE_CONFERENCE, "conference without quorum")                                                           \
	X(COMPLAINT, "complaint received")                                                                             \
	X(COMPLAINT_STAGE, "stage of a complaint begun")                                                               \
	X(COMPLAINT_SETTLED, "complaint settled")                                                                      \
	X(ESCALATION_STAGE, "stage of an escalation begun")                                                            \
	X(VISIT, "visit")                                                                                              \
	X(CONFERENCE_CHANGE, "change of conference")                                                                   \
	X(ACTION_DAY, "day agreed in the plan")

enum trigger {
#define X(id, label) TRIGGER_##id,
	TRIGGERS(X)
#undef X
		TRIGGER_COUNT
};

/* id, key, lane, trigger, label (what the worker must see done). A key is a contract: tests and timers use it. */
#define RULES(X)                                                                                                       \
	X(ICPC, "icpc", BOOK, STRATEGY_DISCUSSION, "initial conference")                                               \
	X(TRANSFER_IN, "transfer_in", BOOK, TRANSFER_NOTICE, "transfer-in")                                            \
	X(PREBIRTH, "prebirth", BOOK, EXPECTED_BIRTH, "pre-birth limit")                                               \
	X(INQUORATE_REBOOK, "inquorate.rebook", BOOK, INQUORATE_CONFERENCE, "reconvene")                               \
	X(COMPLAINT_SECOND, "complaint.second", BOOK, COMPLAINT_SETTLED, "second conference")                          \
	X(INVITE_INITIAL, "invite.initial", INVITE, CONFERENCE, "send invitations")                                    \
	X(INVITE_REVIEW, "invite.review", INVITE, CONFERENCE, "send invitations")                                      \
	X(REVIEW_UPDATE, "review.update", INVITE, CONFERENCE, "ask for the update")                                    \
	X(POLICE_NOTICE, "police_notice", INVITE, CONFERENCE, "invite police")                                         \
	X(CHANGE_NOTICE, "change_notice", INVITE, CONFERENCE_CHANGE, "tell of the change")                             \
	X(REPLIES, "replies", REPLIES, CONFERENCE, "answers missing")                                                  \
	X(EXCLUSION_REQUEST, "exclusion_request", REPLIES, CONFERENCE, "exclusion requests")                           \
	X(REPORT_INITIAL, "report.initial", REPORTS, CONFERENCE, "agency reports")                                     \
	X(REPORT_REVIEW, "report.review", REPORTS, CONFERENCE, "agency reports")                                       \
	X(REPORT_MANAGER_INITIAL, "report.manager.initial", REPORTS, CONFERENCE, "report to manager")                  \
	X(REPORT_MANAGER_REVIEW, "report.manager.review", REPORTS, CONFERENCE, "report to manager")                    \
	X(REPORT_CHAIR_INITIAL, "report.chair.initial", REPORTS, CONFERENCE, "report to chair")                        \
	X(REPORT_CHAIR_REVIEW, "report.chair.review", REPORTS, CONFERENCE, "report to chair")                          \
	X(REPORT_FAMILY_INITIAL, "report.family.initial", REPORTS, CONFERENCE, "report to family")                     \
	X(REPORT_FAMILY_REVIEW, "report.family.review", REPORTS, CONFERENCE, "report to family")                       \
	X(BUNDLE, "bundle", BUNDLE, CONFERENCE, "bundle")                                                              \
	X(DECISION_LETTER, "decision_letter", LETTERS, CONFERENCE, "decision letter")                                  \
	X(PLAN_ISSUE, "plan_issue", LETTERS, CONFERENCE, "outline plan")                                               \
	X(RECORD_APPROVE, "record.approve", RECORD, CONFERENCE, "approve record")                                      \
	X(RECORD_DISTRIBUTE, "record.distribute", RECORD, CONFERENCE, "distribute record")                             \
	X(CORE_GROUP_FIRST, "core_group.first", CORE_GROUPS, INITIAL_CONFERENCE, "first core group")                   \
	X(CORE_GROUP_NEXT, "core_group.next", CORE_GROUPS, CORE_GROUP, "core group")                                   \
	X(VISIT, "visit", CORE_GROUPS, VISIT, "visit to child")                                                        \
	X(REVIEW_FIRST, "review.first", REVIEWS, INITIAL_CONFERENCE, "first review")                                   \
	X(REVIEW_NEXT, "review.next", REVIEWS, REVIEW_CONFERENCE, "review")                                            \
	X(REVIEW_AFTER_BIRTH, "review.after_birth", REVIEWS, BIRTH, "review after birth")                              \
	X(TRANSFER_OUT, "transfer_out", REVIEWS, TRANSFER_NOTICE, "their conference")                                  \
	X(COMES_OF_AGE, "comes_of_age", LETTERS, EIGHTEENTH_BIRTHDAY, "end plan at 18")                                \
	X(COMPLAINT_RAISE, "complaint.raise", COMPLAINTS, CONFERENCE, "complaints close")                              \
	X(COMPLAINT_ACKNOWLEDGE, "complaint.acknowledge", COMPLAINTS, COMPLAINT, "acknowledgement")                    \
	X(COMPLAINT_CHAIR_CONTACT, "complaint.chair_contact", COMPLAINTS, COMPLAINT, "complainant called")             \
	X(COMPLAINT_ANSWER, "complaint.answer", COMPLAINTS, COMPLAINT_STAGE, "answer complaint")                       \
	X(ESCALATION_1, "escalation.stage1", COMPLAINTS, ESCALATION_STAGE, "team manager answers")                     \
	X(ESCALATION_2, "escalation.stage2", COMPLAINTS, ESCALATION_STAGE, "service manager answers")                  \
	X(ESCALATION_3, "escalation.stage3", COMPLAINTS, ESCALATION_STAGE, "head of service answers")                  \
	X(PLAN_ACTION, "plan.action", ACTIONS, ACTION_DAY, "action of the plan")

enum rule_key {
#define X(id, key, lane, trigger, label) RULE_##id,
	RULES(X)
#undef X
		RULE_COUNT
};

#define RULE_UNITS(X)                                                                                                  \
	X(WORKING_DAYS, "wd", "working day")                                                                           \
	X(DAYS, "day", "day")                                                                                          \
	X(WEEKS, "week", "week")                                                                                       \
	X(MONTHS, "month", "month")

enum rule_unit {
#define X(id, token, label) UNIT_##id,
	RULE_UNITS(X)
#undef X
		RULE_UNIT_COUNT
};

/* One rule of one policy. n = 0 with `in_force` means the day of the trigger itself. */
struct rule {
	bool in_force; /* a profile may leave a rule out: no deadline is made */
	int n;         /* 0 to 400 */
	enum rule_unit unit;
	bool before;    /* counted back from the trigger; the day of the trigger is day 0 */
	bool inclusive; /* the trigger's own day is day 1 */
	bool statutory; /* a national duty; only the profile `national` may say so. Its limit ignores closure days */
	char owner[32]; /* role that owns the task: "business_support", "chair", ... */
	char source[160];
};

/* Closure days or a looser local rule can put due after the limit: show both, act on the earlier. */
struct deadline_dates {
	day_number due;   /* by the policy's rule, closure days taken away */
	day_number limit; /* the national limit from the same trigger, or DAY_NONE where there is none */
};

struct policy; /* domain/policy.h */

/* Both dates for one trigger day. due is DAY_NONE when the rule is not in force; both are when there is no trigger day
 * or `rule` is RULE_COUNT (conference_rule's "no rule").
 * A month is the same day number, clamped; nothing is ever rolled forward past a limit. */
struct deadline_dates deadline_compute(const struct policy *policy, const struct working_calendar *calendar,
				       enum rule_key rule, day_number trigger);

/* The day to act by: the earlier of what the policy and the nation ask; DAY_NONE when neither asks. */
day_number deadline_last_day(day_number due, day_number limit);

/* How a deadline stands today. Late from the first day after due; soon within `soon` working days. */
enum deadline_state { DEADLINE_LATE, DEADLINE_TODAY, DEADLINE_SOON, DEADLINE_OK };
enum deadline_state deadline_state(day_number due, day_number today, const struct working_calendar *calendar, int soon);
const char *deadline_state_token(enum deadline_state state); /* late today soon ok */

const char *lane_token(enum lane lane);
const char *lane_label(enum lane lane);
bool lane_from_token(const char *token, enum lane *out); /* also accepts the label, any case, '-' for '_' */

const char *rule_token(enum rule_key rule); /* "review.next" */
const char *rule_label(enum rule_key rule); /* "review conference" */
enum lane rule_lane(enum rule_key rule);
enum trigger rule_trigger(enum rule_key rule);
const char *trigger_label(enum trigger trigger);
bool rule_from_token(const char *token, enum rule_key *out);

/* "strategy discussion + 15 working days", "conference - 2 working days", "core group held + 6 weeks",
 * "conference, the same day", "no limit set" */
#define RULE_WORDS_ROOM 120
char *rule_words(enum rule_key key, const struct rule *rule, char out[RULE_WORDS_ROOM]);

#endif
