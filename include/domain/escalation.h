/* A chair's escalation, or a professional's formal dissent taken further: what practice is complained of, to which
 * manager, what they answered, and how it ended. It changes no decision. Sources: docs/practice.md. */
#ifndef DOMAIN_ESCALATION_H
#define DOMAIN_ESCALATION_H

#include "base/fault.h"
#include "domain/date.h"

#define ESCALATION_CAUSES(X)                                                                                           \
	X(REPORT, "report", "a report late, missing or poor")                                                          \
	X(DRIFT, "drift", "the plan drifts")                                                                           \
	X(NO_CORE_GROUP, "no_core_group", "the core group does not meet")                                              \
	X(NOT_CARRIED_OUT, "not_carried_out", "the plan is not carried out")                                           \
	X(DISSENT, "dissent", "formal dissent from what was decided")                                                  \
	X(OTHER, "other", "another matter of practice")

enum escalation_cause {
#define X(id, token, label) ESCALATION_CAUSE_##id,
	ESCALATION_CAUSES(X)
#undef X
		ESCALATION_CAUSE_COUNT
};

#define ESCALATION_STATES(X)                                                                                           \
	X(OPEN, "open", "open")                                                                                        \
	X(SETTLED, "settled", "settled")                                                                               \
	X(WITHDRAWN, "withdrawn", "withdrawn")

enum escalation_state {
#define X(id, token, label) ESCALATION_##id,
	ESCALATION_STATES(X)
#undef X
		ESCALATION_STATE_COUNT
};

#define ESCALATION_STEPS(X)                                                                                            \
	X(RAISE, "raise", "Raised")                                                                                    \
	X(ANSWER, "answer", "Answered")                                                                                \
	X(NEXT_STAGE, "next_stage", "Next stage")                                                                      \
	X(SETTLE, "settle", "Settled")                                                                                 \
	X(WITHDRAW, "withdraw", "Withdrawn")

enum escalation_step {
#define X(id, token, label) ESCALATION_STEP_##id,
	ESCALATION_STEPS(X)
#undef X
		ESCALATION_STEP_COUNT
};

/* escalation_cause_token(c), escalation_cause_label(c), escalation_cause_from_token(text, &out), and so on. */
#define X(type)                                                                                                        \
	const char *type##_token(enum type value);                                                                     \
	const char *type##_label(enum type value);                                                                     \
	bool type##_from_token(const char *text, enum type *out);
X(escalation_cause)
X(escalation_state)
X(escalation_step)
#undef X

/* Whose it is at a stage: 1 the team manager, 2 the service manager, 3 the head of service. */
enum { ESCALATION_STAGES = 3 };
const char *escalation_stage_label(int stage);

struct escalation {
	int64_t id, conference_id, family_id;
	int64_t dissent_id;    /* the invitee whose dissent it takes further, 0 none */
	const char *reference; /* A-0001 */
	enum escalation_cause cause;
	const char *about; /* whose practice: an agency, a team, a person */
	const char *words; /* what is wrong, and what is asked for */
	day_number raised_on;
	const char *raised_by; /* by name */
	enum escalation_state state;
	int stage;
	day_number stage_on; /* the stage began */
	const char *with,
		*with_to;       /* the manager it is with, and where they are written to, "" as the directory says */
	day_number answered_on; /* at this stage, DAY_NONE not yet */
	const char *answer;
	day_number ended_on;
	const char *ended_words; /* how it was settled, or why it was withdrawn */
	int64_t version;
};
struct escalation_list {
	struct escalation *items;
	size_t count, room;
};
struct escalation escalation_blank(void);

/* May this step be taken now? One sentence why not. */
bool escalation_step_check(const struct escalation *escalation, enum escalation_step step, struct fault *f);

/* What was done, as evidence: never changed once kept. */
struct escalation_note {
	int64_t id, escalation_id, at; /* Unix seconds */
	const char *by_user;
	enum escalation_step step;
	int stage;
	day_number day;
	const char *with, *words;
};
struct escalation_note_list {
	struct escalation_note *items;
	size_t count, room;
};

#endif
