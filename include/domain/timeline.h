/* What happened to a family or a child, and by when it was to happen: the events of a timeline. A new kind of event is
 * a row here, a SELECT in store/timeline_store.c, and nothing else. */
#ifndef DOMAIN_TIMELINE_H
#define DOMAIN_TIMELINE_H

#include "domain/deadline.h"

#define TIMELINE_LANES(X)                                                                                              \
	X(FAMILY, "family", "Family")                                                                                  \
	X(ENQUIRIES, "enquiries", "Enquiries")                                                                         \
	X(CONFERENCES, "conferences", "Conferences")                                                                   \
	X(PLANS, "plans", "Plans")                                                                                     \
	X(CORE_GROUPS, "core_groups", "Core groups")                                                                   \
	X(VISITS, "visits", "Visits")                                                                                  \
	X(COMPLAINTS, "complaints", "Complaints")                                                                      \
	X(SHARED, "shared", "Shared")

enum timeline_lane {
#define X(id, token, label) TIMELINE_LANE_##id,
	TIMELINE_LANES(X)
#undef X
		TIMELINE_LANE_COUNT
};
const char *timeline_lane_token(enum timeline_lane lane);
const char *timeline_lane_label(enum timeline_lane lane);

/* How an event is drawn. */
enum timeline_sign {
	TIMELINE_HAPPENED,
	TIMELINE_TO_COME,        /* booked */
	TIMELINE_DID_NOT_HAPPEN, /* missed, cancelled, not quorate */
	TIMELINE_SPAN,           /* from `on` to `until`; without it still going on */
	TIMELINE_LIMIT,          /* `on` is the last day; `until` the day it was done */
};

/* id, token, lane, sign, what it is called (conferences: by their type), what is said of it. The lane of a limit is its
 * rule's. */
#define TIMELINE_EVENTS(X)                                                                                             \
	X(BIRTH, "birth", FAMILY, HAPPENED, "Birth", "took place")                                                     \
	X(BIRTH_EXPECTED, "birth_expected", FAMILY, TO_COME, "Birth", "is expected about this day")                    \
	X(LOSS, "loss", FAMILY, HAPPENED, "", "")                                                                      \
	X(MOVE_HERE, "move_here", FAMILY, HAPPENED, "Move", "was told of")                                             \
	X(MOVE_AWAY, "move_away", FAMILY, HAPPENED, "Move", "was told of")                                             \
	X(MOVE_HELD, "move_held", FAMILY, HAPPENED, "Move", "was settled by a conference")                             \
	X(STRATEGY_DISCUSSION, "strategy_discussion", ENQUIRIES, HAPPENED, "Strategy discussion", "was held")          \
	X(CONFERENCE_HELD, "conference_held", CONFERENCES, HAPPENED, "", "was held")                                   \
	X(CONFERENCE_BOOKED, "conference_booked", CONFERENCES, TO_COME, "", "is booked")                               \
	X(CONFERENCE_MOVED, "conference_moved", CONFERENCES, DID_NOT_HAPPEN, "", "was moved away from this day")       \
	X(CONFERENCE_POSTPONED, "conference_postponed", CONFERENCES, DID_NOT_HAPPEN, "", "was postponed")              \
	X(CONFERENCE_CANCELLED, "conference_cancelled", CONFERENCES, DID_NOT_HAPPEN, "", "was cancelled")              \
	X(CONFERENCE_INQUORATE, "conference_inquorate", CONFERENCES, DID_NOT_HAPPEN, "", "was not quorate")            \
	X(CONFERENCE_ADJOURNED, "conference_adjourned", CONFERENCES, DID_NOT_HAPPEN, "", "was adjourned")              \
	X(EARLY_REVIEW, "early_review", CONFERENCES, TO_COME, "Review", "was brought forward to this day")             \
	X(PLAN, "plan", PLANS, SPAN, "Plan", "began")                                                                  \
	X(PLAN_ENDED, "plan_ended", PLANS, HAPPENED, "Plan", "ended")                                                  \
	X(CORE_GROUP_HELD, "core_group_held", CORE_GROUPS, HAPPENED, "Core group", "met")                              \
	X(CORE_GROUP_BOOKED, "core_group_booked", CORE_GROUPS, TO_COME, "Core group", "is booked")                     \
	X(CORE_GROUP_MOVED, "core_group_moved", CORE_GROUPS, DID_NOT_HAPPEN, "Core group",                             \
	  "was moved away from this day")                                                                              \
	X(CORE_GROUP_MISSED, "core_group_missed", CORE_GROUPS, DID_NOT_HAPPEN, "Core group", "did not meet")           \
	X(CORE_GROUP_CANCELLED, "core_group_cancelled", CORE_GROUPS, DID_NOT_HAPPEN, "Core group", "was cancelled")    \
	X(VISIT, "visit", VISITS, HAPPENED, "Visit", "was made")                                                       \
	X(VISIT_NOT_SEEN, "visit_not_seen", VISITS, DID_NOT_HAPPEN, "Visit", "saw no child")                           \
	X(COMPLAINT, "complaint", COMPLAINTS, HAPPENED, "Complaint", "was received")                                   \
	X(COMPLAINT_SETTLED, "complaint_settled", COMPLAINTS, HAPPENED, "Complaint", "was settled")                    \
	X(ESCALATION, "escalation", COMPLAINTS, HAPPENED, "Escalation", "was raised")                                  \
	X(ESCALATION_SETTLED, "escalation_settled", COMPLAINTS, HAPPENED, "Escalation", "was settled")                 \
	X(ESCALATION_WITHDRAWN, "escalation_withdrawn", COMPLAINTS, HAPPENED, "Escalation", "was withdrawn")           \
	X(SHARED, "shared", SHARED, HAPPENED, "Information", "was shared")                                             \
	X(LIMIT, "limit", CONFERENCES, LIMIT, "Limit", "")

enum timeline_kind {
#define X(id, token, lane, sign, noun, words) TIMELINE_EVENT_##id,
	TIMELINE_EVENTS(X)
#undef X
		TIMELINE_KIND_COUNT
};
const char *timeline_kind_token(enum timeline_kind kind);
const char *timeline_kind_noun(enum timeline_kind kind);
const char *timeline_kind_words(enum timeline_kind kind);
enum timeline_sign timeline_kind_sign(enum timeline_kind kind);

struct timeline_event {
	enum timeline_kind kind;
	enum timeline_lane lane;
	int64_t id; /* of what it is about: conference, complaint, plan; of a visit or what was shared, its own */
	int64_t family_id, child_id; /* whose it is; the one child it is about, 0 several or the whole family */
	day_number on, until;        /* until: DAY_NONE for what is one day, still going on, or not done yet */
	enum rule_key rule;          /* of a limit; RULE_COUNT */
	bool is_late;                /* a limit that was not kept: done after it, or over and not done */
	const char *reference;       /* C-0412, "" none */
	const char *about;           /* "Ada and Ben", "" the whole family */
	const char *sentence;        /* "Initial conference C-0412 was held." */
};
struct timeline_event_list {
	struct timeline_event *items;
	size_t count, room;
};

/* Where the limit of a rule is drawn. TIMELINE_LANE_COUNT: this rule's is not. */
enum timeline_lane timeline_rule_lane(enum rule_key rule);
enum timeline_lane timeline_kind_lane(enum timeline_kind kind);

/* Oldest first; on one day by lane, and what happened before its limit. */
int timeline_event_order(const void *a, const void *b);

#endif
