/* A plan that ends outside a review: by which events it may, on which day, what is asked of each, and the steps of one
 * that has to be decided. Only a review can find that a child is no longer at risk. Sources: docs/practice.md. */
#ifndef DOMAIN_PLAN_ENDING_H
#define DOMAIN_PLAN_ENDING_H

#include "domain/decision.h"

/* How a reason ends a plan outside a review. */
#define PLAN_ENDING_WAYS(X)                                                                                            \
	X(REVIEW, "review", "only a review can decide it")                                                             \
	X(EVENT, "event", "it happened, and is recorded")                                                              \
	X(EXECUTIVE, "executive", "asked for, every agency told, then decided by a manager")                           \
	X(TRANSFER, "transfer", "the other authority has held its conference")

enum plan_ending_way {
#define X(id, token, label) PLAN_ENDING_BY_##id,
	PLAN_ENDING_WAYS(X)
#undef X
		PLAN_ENDING_WAY_COUNT
};

/* What one reason means outside a review. */
struct plan_ending_rule {
	enum plan_end_reason reason;
	enum plan_ending_way way;
	enum action who;        /* who may record it, or ask for it */
	bool needs_words;       /* how it is known, or why */
	bool needs_authority;   /* which authority has the child now */
	bool family_is_written; /* the parents and the able child get a letter of the usual kind */
	const char *asks;       /* what is asked, for the form and the manual */
	const char *refusal;    /* why not, where the way is PLAN_ENDING_BY_REVIEW; "" otherwise */
};
/* One row for each reason but none; NULL for a value of no reason. */
const struct plan_ending_rule *plan_ending_rule_of(enum plan_end_reason reason);

#define COMES_OF_AGE 18 /* years: a plan ends on that birthday */
/* The day a child is so many years old. Whoever was born on 29 February is so on 1 March of a year without one. */
day_number person_birthday(day_number born_on, int years);

/* May this plan end for that reason on that day? Refused: a reason that is a review's, a closed plan, a day to come,
 * one before or on the first day of the plan, one that is not the 18th birthday or the day of death as they are kept. A
 * sentence each (field: "reason", "on", "authority", "words"). `words` and `authority` may be "". One that is asked for
 * may leave the day open (DAY_NONE): it is checked when it is decided. */
struct plan_ending_facts {
	const struct plan *plan;
	const struct person *child;
	day_number on, today;
	const char *words, *authority;
};
bool plan_ending_check(enum plan_end_reason reason, const struct plan_ending_facts *facts, struct fault *f);

/* The life of an ending. What happened is ended at once; what is decided goes through these. */
#define PLAN_ENDING_STATES(X)                                                                                          \
	X(ASKED, "asked", "asked for")                                                                                 \
	X(TOLD, "told", "agencies told")                                                                               \
	X(ENDED, "ended", "ended")                                                                                     \
	X(REFUSED, "refused", "not agreed")                                                                            \
	X(WITHDRAWN, "withdrawn", "withdrawn")

enum plan_ending_state {
#define X(id, token, label) PLAN_ENDING_##id,
	PLAN_ENDING_STATES(X)
#undef X
		PLAN_ENDING_STATE_COUNT
};

#define PLAN_ENDING_STEPS(X)                                                                                           \
	X(ASK, "ask", "Asked for")                                                                                     \
	X(TELL, "tell", "Agencies told")                                                                               \
	X(AGREE, "agree", "Agency agrees")                                                                             \
	X(OBJECT, "object", "Agency objects")                                                                          \
	X(END, "end", "Plan ended")                                                                                    \
	X(REFUSE, "refuse", "Not agreed: the plan goes on")                                                            \
	X(WITHDRAW, "withdraw", "Withdrawn")

enum plan_ending_step {
#define X(id, token, label) PLAN_ENDING_STEP_##id,
	PLAN_ENDING_STEPS(X)
#undef X
		PLAN_ENDING_STEP_COUNT
};

/* plan_ending_way_token(w), plan_ending_state_label(s), and so on. */
#define PLAN_ENDING_WORDS(X)                                                                                           \
	X(plan_ending_way)                                                                                             \
	X(plan_ending_state)                                                                                           \
	X(plan_ending_step)
#define X(type)                                                                                                        \
	const char *type##_token(enum type value);                                                                     \
	const char *type##_label(enum type value);                                                                     \
	bool type##_from_token(const char *text, enum type *out);
PLAN_ENDING_WORDS(X)
#undef X

struct plan_ending {
	int64_t id, family_id, transfer_id; /* transfer_id: of which it is the end, 0 none */
	const char *reference;              /* X-0001 */
	enum plan_end_reason reason;
	enum plan_ending_state state;
	day_number on;         /* the day the plans end; DAY_NONE while it is not decided */
	const char *words;     /* what happened and how it is known, or why it is asked for */
	const char *authority; /* that has the child now, "" */
	const char *asked_by;  /* name of who recorded it or asked */
	day_number asked_on, told_on, object_by, decided_on;
	int objections;
	const char *decided_by, *decision_words; /* "" while open */
	int64_t version;
};
struct plan_ending_list {
	struct plan_ending *items;
	size_t count, room;
};
struct plan_ending plan_ending_blank(void);

/* The table of the life of an ending that is decided: where a step leads, and who takes it. NULL: not from there. */
struct plan_ending_move {
	enum plan_ending_state from;
	enum plan_ending_step step;
	enum plan_ending_state to;
	enum action who;
	bool needs_words;
};
const struct plan_ending_move *plan_ending_moves(size_t *count);
const struct plan_ending_move *plan_ending_move_find(enum plan_ending_state from, enum plan_ending_step step);
/* The same with one sentence why not: not from there, agencies may object until a day that is not over, an objection
 * that is not answered (field: "step", "words"). */
bool plan_ending_step_check(const struct plan_ending *ending, enum plan_ending_step step, const char *words,
			    day_number today, const struct plan_ending_move **out, struct fault *f);

/* What was done, as evidence: never changed once kept. */
struct plan_ending_note {
	int64_t id, ending_id, at; /* Unix seconds */
	const char *by_user;
	enum plan_ending_step step;
	day_number day;
	const char *agency; /* who agrees or objects, "" */
	const char *words;
};
struct plan_ending_note_list {
	struct plan_ending_note *items;
	size_t count, room;
};

#endif
