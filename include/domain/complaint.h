/* A complaint about a conference: who may make one and on what grounds, the steps it goes through, and how it ends. It
 * changes no decision by itself: what was decided stands meanwhile. Sources: docs/practice.md. */
#ifndef DOMAIN_COMPLAINT_H
#define DOMAIN_COMPLAINT_H

#include "base/fault.h"
#include "domain/date.h"

#define COMPLAINANTS(X)                                                                                                \
	X(PARENT, "parent", "parent")                                                                                  \
	X(RESPONSIBLE, "responsible", "other with parental responsibility")                                            \
	X(CHILD, "child", "child")                                                                                     \
	X(FOR_CHILD, "for_child", "for a child, who asked in writing")                                                 \
	X(OTHER, "other", "somebody else")

enum complainant {
#define X(id, token, label) COMPLAINANT_##id,
	COMPLAINANTS(X)
#undef X
		COMPLAINANT_COUNT
};

#define COMPLAINT_ABOUT(X)                                                                                             \
	X(MANAGEMENT, "management", "how it was managed")                                                              \
	X(PROCESS, "process", "the process")                                                                           \
	X(OUTCOME, "outcome", "the outcome")                                                                           \
	X(AGENCY, "agency", "one agency") /* not the conference's: passed to the agency */

enum complaint_about {
#define X(id, token, label) COMPLAINT_ABOUT_##id,
	COMPLAINT_ABOUT(X)
#undef X
		COMPLAINT_ABOUT_COUNT
};

/* id, token, label, what it is about */
#define COMPLAINT_GROUNDS(X)                                                                                           \
	X(ARRANGEMENTS, "arrangements", "invitation, time, place or access", MANAGEMENT)                               \
	X(DISRESPECT, "disrespect", "treated without respect", MANAGEMENT)                                             \
	X(PROCEDURE, "procedure", "procedure not followed", PROCESS)                                                   \
	X(NOT_HEARD, "not_heard", "not heard", PROCESS)                                                                \
	X(INFORMATION, "information", "information missing or wrong", PROCESS)                                         \
	X(CRITERIA, "criteria", "criteria for a plan not met", OUTCOME)                                                \
	X(PLAN_MADE, "plan_made", "a plan was made", OUTCOME)                                                          \
	X(PLAN_NOT_MADE, "plan_not_made", "no plan was made", OUTCOME)                                                 \
	X(PLAN_CONTINUED, "plan_continued", "the plan goes on", OUTCOME)                                               \
	X(PLAN_ENDED, "plan_ended", "the plan was ended", OUTCOME)                                                     \
	X(CATEGORY, "category", "the category", OUTCOME)                                                               \
	X(AGENCY, "agency", "service or conduct of one agency", AGENCY)

enum complaint_ground {
#define X(id, token, label, about) GROUND_##id,
	COMPLAINT_GROUNDS(X)
#undef X
		COMPLAINT_GROUND_COUNT
};
enum complaint_about complaint_ground_about(enum complaint_ground ground);

#define COMPLAINT_WAYS(X)                                                                                              \
	X(LETTER, "letter", "letter")                                                                                  \
	X(EMAIL, "email", "e-mail")                                                                                    \
	X(TELEPHONE, "telephone", "telephone")                                                                         \
	X(IN_PERSON, "in_person", "in person")

enum complaint_way {
#define X(id, token, label) COMPLAINT_BY_##id,
	COMPLAINT_WAYS(X)
#undef X
		COMPLAINT_WAY_COUNT
};

#define COMPLAINT_STATES(X)                                                                                            \
	X(OPEN, "open", "open")                                                                                        \
	X(PASSED, "passed", "passed to the agency")                                                                    \
	X(SETTLED, "settled", "settled")                                                                               \
	X(WITHDRAWN, "withdrawn", "withdrawn")

enum complaint_state {
#define X(id, token, label) COMPLAINT_##id,
	COMPLAINT_STATES(X)
#undef X
		COMPLAINT_STATE_COUNT
};

#define COMPLAINT_STEPS(X)                                                                                             \
	X(REGISTER, "register", "Registered")                                                                          \
	X(ACKNOWLEDGE, "acknowledge", "Acknowledged")                                                                  \
	X(SPEAK, "speak", "Chair spoke to them")                                                                       \
	X(RAISE, "raise", "Raised with managers")                                                                      \
	X(NEXT_STAGE, "next_stage", "Next stage")                                                                      \
	X(PASS, "pass", "Passed to the agency")                                                                        \
	X(SETTLE, "settle", "Settled")                                                                                 \
	X(WITHDRAW, "withdraw", "Withdrawn")

enum complaint_step {
#define X(id, token, label) COMPLAINT_STEP_##id,
	COMPLAINT_STEPS(X)
#undef X
		COMPLAINT_STEP_COUNT
};

#define COMPLAINT_OUTCOMES(X)                                                                                          \
	X(UPHELD, "upheld", "the decision is upheld")                                                                  \
	X(REVIEW_FORWARD, "review_forward", "the review is brought forward")                                           \
	X(SECOND_CONFERENCE, "second_conference", "a second conference, with another chair")

enum complaint_outcome {
#define X(id, token, label) COMPLAINT_OUTCOME_##id,
	COMPLAINT_OUTCOMES(X)
#undef X
		COMPLAINT_OUTCOME_COUNT /* none yet */
};

/* complainant_token(c), complainant_label(c), complainant_from_token(text, &out), and so on. */
#define COMPLAINT_WORDS(X)                                                                                             \
	X(complainant)                                                                                                 \
	X(complaint_about)                                                                                             \
	X(complaint_ground)                                                                                            \
	X(complaint_way)                                                                                               \
	X(complaint_state)                                                                                             \
	X(complaint_step)                                                                                              \
	X(complaint_outcome)
#define X(type)                                                                                                        \
	const char *type##_token(enum type value);                                                                     \
	const char *type##_label(enum type value);                                                                     \
	bool type##_from_token(const char *text, enum type *out);
COMPLAINT_WORDS(X)
#undef X

struct complaint {
	int64_t id, conference_id, family_id;
	const char *reference; /* K-0001 */
	const char *who;       /* complains, by name */
	const char *write_to;  /* e-mail or postal address they asked to be written to, "" as we know them */
	enum complainant as;
	enum complaint_ground ground;
	const char *agency, *agency_passed_to; /* which it is about; where it was sent; "" */
	day_number received_on;
	enum complaint_way way;
	const char *words;       /* theirs */
	const char *late_reason; /* why it is taken after its limit, "" in time */
	const char *advocate;    /* or friend who supports them, "" nobody */
	const char *
		advocate_to; /* e-mail or postal address a copy goes to, "" as we know them, or through who complains */
	enum complaint_state state;
	int stage; /* 1: the chair */
	day_number stage_on, acknowledged_on, spoke_on, raised_on;
	const char *raised_with; /* manager and complaints manager, by name */
	enum complaint_outcome outcome;
	day_number outcome_on;
	const char *outcome_words; /* as told to who complained */
	int64_t second_id;         /* the second conference that was asked for, 0 none */
	day_number review_by;      /* the day the review is brought forward to */
	int64_t version;
};
struct complaint_list {
	struct complaint *items;
	size_t count, room;
};
struct complaint complaint_blank(void);

/* May this step be taken now? One sentence why not. `stages`: how many the policy knows. One that was settled by
 * upholding the decision may still go to the next stage. */
bool complaint_step_check(const struct complaint *complaint, enum complaint_step step, int stages, struct fault *f);
/* Who looks into it at a stage: "the chair", "a formal investigation", "a panel". */
const char *complaint_stage_label(int stage, int stages);

/* What was done, as evidence: never changed once kept. */
struct complaint_note {
	int64_t id, complaint_id, at; /* Unix seconds */
	const char *by_user;
	enum complaint_step step;
	day_number day;
	const char *words;
};
struct complaint_note_list {
	struct complaint_note *items;
	size_t count, room;
};

#endif
