/* What a conference may decide for a child, and the pure checks of it. Each child is decided for alone: siblings may
 * differ, every child of the household is decided for or it is said why not. A view is heard, not counted. Sources:
 * docs/practice.md. */
#ifndef DOMAIN_DECISION_H
#define DOMAIN_DECISION_H

#include "base/arena.h"
#include "domain/record.h"

/* id, token, label, kinds of conference that may decide it: I initial, pre-birth, transfer-in; R review; B both */
#define OUTCOMES(X)                                                                                                    \
	X(NONE, "", "not decided", B)                                                                                  \
	X(PLAN_MADE, "plan_made", "plan made", I)                                                                      \
	X(CHILD_IN_NEED, "child_in_need", "no plan: child in need plan", I)                                            \
	X(EARLY_HELP, "early_help", "no plan: early help", I)                                                          \
	X(REFERRED, "referred", "no plan: referred to another agency", I)                                              \
	X(NO_FURTHER_ACTION, "no_further_action", "no plan: no further action", I)                                     \
	X(PLAN_CONTINUES, "plan_continues", "plan continues", R)                                                       \
	X(PLAN_ENDS, "plan_ends", "plan ends", R)                                                                      \
	X(ADJOURNED, "adjourned", "adjourned", B)

enum outcome {
#define X(id, token, label, kinds) OUTCOME_##id,
	OUTCOMES(X)
#undef X
		OUTCOME_COUNT
};

/* Why a plan ends. Last: whether a conference may decide it; the others happen, or are decided elsewhere. */
#define PLAN_END_REASONS(X)                                                                                            \
	X(NONE, "", "", false)                                                                                         \
	X(NO_RISK, "no_risk", "no longer at continuing risk of significant harm", true)                                \
	X(LOOKED_AFTER, "looked_after", "looked after, safe placement", true)                                          \
	X(ORDER, "order", "an order was made: care, special guardianship, child arrangements", true)                   \
	X(MOVED, "moved", "moved, the other authority has held its conference", false)                                 \
	X(EIGHTEEN, "eighteen", "reached 18", false)                                                                   \
	X(DIED, "died", "died", false)                                                                                 \
	X(ABROAD, "abroad", "left the United Kingdom for good", false)                                                 \
	X(EXECUTIVE, "executive", "ended by decision of the head of service", false)                                   \
	X(ERROR, "error", "recorded in error", false)

enum plan_end_reason {
#define X(id, token, label, by_conference) PLAN_END_##id,
	PLAN_END_REASONS(X)
#undef X
		PLAN_END_COUNT
};

/* How a child took part: the code set of the national safeguarding dataset. */
#define PARTICIPATIONS(X)                                                                                              \
	X(NONE, "", "not recorded")                                                                                    \
	X(PN0, "PN0", "under four")                                                                                    \
	X(PN1, "PN1", "came and spoke")                                                                                \
	X(PN2, "PN2", "came, an advocate spoke")                                                                       \
	X(PN3, "PN3", "came, gave views without words")                                                                \
	X(PN4, "PN4", "came, gave no views")                                                                           \
	X(PN5, "PN5", "did not come, an advocate or the chair knew the views")                                         \
	X(PN6, "PN6", "did not come, views by letter, drawing or recording")                                           \
	X(PN7, "PN7", "did not come, no views given")

enum participation {
#define X(id, token, label) PARTICIPATION_##id,
	PARTICIPATIONS(X)
#undef X
		PARTICIPATION_COUNT
};

/* What somebody thinks of one question about one child. */
#define OPINIONS(X)                                                                                                    \
	X(NONE, "", "not asked")                                                                                       \
	X(YES, "yes", "yes")                                                                                           \
	X(NO, "no", "no")                                                                                              \
	X(UNSURE, "unsure", "unsure")

enum opinion {
#define X(id, token, label) OPINION_##id,
	OPINIONS(X)
#undef X
		OPINION_COUNT
};

/* What a conference may recommend besides. It can never remove a child: only a court can. */
#define RECOMMENDATIONS(X)                                                                                             \
	X(LEGAL, "legal", "legal planning meeting, legal advice")                                                      \
	X(COURT, "court", "application to court")                                                                      \
	X(FAMILY_GROUP, "family_group", "family group conference")                                                     \
	X(ASSESSMENT, "assessment", "further assessment")                                                              \
	X(SPECIALIST, "specialist", "paediatric or other specialist")                                                  \
	X(EARLY_REVIEW, "early_review", "early review")                                                                \
	X(OTHER, "other", "other")

enum recommendation_kind {
#define X(id, token, label) RECOMMEND_##id,
	RECOMMENDATIONS(X)
#undef X
		RECOMMENDATION_COUNT
};
extern const char conference_cannot_remove[]; /* the sentence read out, shown and printed beside them */

/* How somebody was there. key: the single key that records it. */
#define ATTENDANCES(X)                                                                                                 \
	X(NONE, "", "not recorded", 0)                                                                                 \
	X(ROOM, "room", "in the room", 'r')                                                                            \
	X(VIDEO, "video", "by video", 'v')                                                                             \
	X(TELEPHONE, "telephone", "by telephone", 't')                                                                 \
	X(APOLOGIES, "apologies", "apologies", 'a')                                                                    \
	X(DEPUTY, "deputy", "deputy came", 'd')                                                                        \
	X(ABSENT, "absent", "absent", 'n')                                                                             \
	X(EXCLUDED, "excluded", "excluded", 'x')

enum attendance_state {
#define X(id, token, label, key) ATTENDANCE_##id,
	ATTENDANCES(X)
#undef X
		ATTENDANCE_COUNT
};
bool attendance_is_present(enum attendance_state state); /* room, video, telephone, deputy */
char attendance_state_key(enum attendance_state state);  /* 0 none */
bool attendance_state_from_key(char key, enum attendance_state *out);

/* For each: outcome_token(o), outcome_label(o), outcome_from_token(text, &out). */
#define DECISION_WORDS(X)                                                                                              \
	X(outcome)                                                                                                     \
	X(plan_end_reason)                                                                                             \
	X(participation)                                                                                               \
	X(opinion)                                                                                                     \
	X(recommendation_kind)                                                                                         \
	X(attendance_state)
#define X(type)                                                                                                        \
	const char *type##_token(enum type value);                                                                     \
	const char *type##_label(enum type value);                                                                     \
	bool type##_from_token(const char *text, enum type *out);
DECISION_WORDS(X)
#undef X

/* A review may continue, change or end; a reconvened conference decides what the one it goes on with could: `of` is
 * then that one's type, and where that is not known (of the same kind again) anything is possible. So it is at a second
 * conference, which decides about what stands by then: whether there is a plan is for decision_check(). */
bool outcome_is_possible(enum outcome outcome, enum conference_type type, enum conference_type of);
bool outcome_makes_plan(enum outcome outcome);  /* a plan is open afterwards */
bool outcome_leaves_plan(enum outcome outcome); /* says that there is none, and would leave an open one as it is */
bool plan_end_is_by_conference(enum plan_end_reason reason);

#define CATEGORY_BIT(category) (1u << (category))

/* One child's decision as it is typed and kept. */
struct child_decision {
	int64_t conference_id, person_id;
	enum participation participation;
	const char *child_views;
	int scale; /* 0 to 10, -1 not given */
	enum outcome outcome;
	enum category category; /* the primary one, CATEGORY_COUNT not said; meaningless without a plan */
	unsigned categories;    /* CATEGORY_BIT of all, the primary included */
	const char *reasons;
	enum plan_end_reason end_reason;
	const char *step_down;         /* the help that follows when a plan ends or is not made */
	const char *not_decided_why;   /* of a child of the household about whom nothing is decided */
	const char *warnings_accepted; /* why a soft rule was passed over */
	int64_t decided_at;            /* 0: not yet */
	const char *decided_by;
	int64_t version;
};
struct child_decision_list {
	struct child_decision *items;
	size_t count, room;
};

/* Nothing said yet: texts "", no category, no scale. */
struct child_decision child_decision_blank(void);

/* The days of a plan a conference makes, carries on or ends; DAY_NONE what does not matter or is not known. */
struct plan_days {
	day_number conference_on; /* the day it is decided on */
	day_number referred_on, starts_on, ends_on, review_on, died_on;
};
/* What the national return refuses: a plan starts on the day of the conference that makes it, not before the referral,
 * not after a death; no review on or before its start; it ends after it started. (field: "starts_on", "ends_on",
 * "review_on"). `made_here`: the plan starts with this conference. */
bool plan_days_check(const struct plan_days *days, bool made_here, struct fault *f);

/* What the checks need to know of the child besides. */
struct decision_child {
	const struct person *person;
	enum conference_type type, of;
	day_number held_on, referred_on; /* DAY_NONE not known */
	const struct plan *open_plan;    /* NULL none */
	bool need_plan_is_open;          /* child in need plan */
	bool may_be_multiple;            /* the policy allows MUL */
};
/* The hard rules of a whole decision: true, or one sentence with what to do (field: "outcome", "not_decided_why",
 * "category", "reasons", "end_reason", "step_down", "scale", or one of plan_days_check). A child about whom nothing is
 * decided passes with `not_decided_why`. */
bool decision_check(const struct child_decision *decision, const struct decision_child *child, struct fault *f);
/* The soft ones: a sentence a line, "" none; a reason is asked and kept. */
char *decision_warnings(const struct child_decision *decision, const struct decision_child *child, struct arena *mem);

#endif
