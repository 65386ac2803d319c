/* Conference types, the life of a conference, and what a conference may decide. Sources: docs/practice.md. */
#ifndef DOMAIN_CONFERENCE_H
#define DOMAIN_CONFERENCE_H

#include "base/fault.h"
#include "domain/deadline.h"
#include "domain/role.h"

/* id, token in the case file, label on the screen, short form in lists */
#define CONFERENCE_TYPES(X)                                                                                            \
	X(INITIAL, "initial", "Initial conference", "initial")                                                         \
	X(PRE_BIRTH, "pre_birth", "Pre-birth conference", "pre-birth")                                                 \
	X(TRANSFER_IN, "transfer_in", "Transfer-in conference", "transfer-in")                                         \
	X(REVIEW, "review", "Review conference", "review")                                                             \
	X(RECONVENED, "reconvened", "Reconvened conference", "reconvened")                                             \
	X(SECOND, "second", "Second conference after a complaint", "second")

enum conference_type {
#define X(id, token, label, brief) CONFERENCE_##id,
	CONFERENCE_TYPES(X)
#undef X
		CONFERENCE_TYPE_COUNT
};

const char *conference_type_token(enum conference_type type);
const char *conference_type_label(enum conference_type type);
const char *conference_type_brief(enum conference_type type);
bool conference_type_from_token(const char *token, enum conference_type *out); /* also label, brief, any case */
bool conference_type_is_initial(enum conference_type type); /* may make a plan: initial, pre-birth, transfer-in */

/* The rule whose limit the conference must meet; a review is first or next by `earlier_review`. RULE_COUNT for a second
 * conference after a complaint: no source sets its date. A pre-birth conference also has the `icpc` limit where a
 * strategy discussion began an enquiry. */
enum rule_key conference_rule(enum conference_type type, bool earlier_review);

#define CONFERENCE_STATES(X)                                                                                           \
	X(REQUESTED, "requested", "Requested")                                                                         \
	X(SCHEDULED, "scheduled", "Booked")                                                                            \
	X(INVITED, "invited", "Invitations sent")                                                                      \
	X(READY, "ready", "Ready")                                                                                     \
	X(IN_PROGRESS, "in_progress", "In progress")                                                                   \
	X(DECIDED, "decided", "Decided")                                                                               \
	X(RECORD_DRAFTED, "record_drafted", "Record drafted")                                                          \
	X(RECORD_APPROVED, "record_approved", "Record approved")                                                       \
	X(DISTRIBUTED, "distributed", "Record distributed")                                                            \
	X(CLOSED, "closed", "Closed")                                                                                  \
	X(POSTPONED, "postponed", "Postponed, no date")                                                                \
	X(CANCELLED, "cancelled", "Cancelled")                                                                         \
	X(INQUORATE, "inquorate", "Not quorate")                                                                       \
	X(ADJOURNED, "adjourned", "Adjourned")                                                                         \
	X(CHALLENGED, "challenged", "Challenged")

enum conference_state {
#define X(id, token, label) STATE_##id,
	CONFERENCE_STATES(X)
#undef X
		CONFERENCE_STATE_COUNT
};

const char *conference_state_token(enum conference_state state);
const char *conference_state_label(enum conference_state state);
const char *conference_state_said(enum conference_state state); /* in a sentence: "is booked and ..." */
bool conference_state_from_token(const char *token, enum conference_state *out);

/* What is done to a conference. */
#define CONFERENCE_STEPS(X)                                                                                            \
	X(BOOK, "book", "Book")                                                                                        \
	X(MOVE, "move", "Move")                                                                                        \
	X(POSTPONE, "postpone", "Postpone")                                                                            \
	X(CANCEL, "cancel", "Cancel")                                                                                  \
	X(INVITE, "invite", "Send invitations")                                                                        \
	X(MAKE_READY, "make_ready", "Make the bundle")                                                                 \
	X(START, "start", "Start")                                                                                     \
	X(DECIDE, "decide", "Decide")                                                                                  \
	X(FIND_INQUORATE, "find_inquorate", "Record that it is not quorate")                                           \
	X(ADJOURN, "adjourn", "Adjourn")                                                                               \
	X(RECONVENE, "reconvene", "Reconvene")                                                                         \
	X(DRAFT_RECORD, "draft_record", "Draft the record")                                                            \
	X(APPROVE_RECORD, "approve_record", "Approve the record")                                                      \
	X(DISTRIBUTE, "distribute", "Distribute the record")                                                           \
	X(CLOSE, "close", "Close")                                                                                     \
	X(CHALLENGE, "challenge", "Register a challenge")                                                              \
	X(SETTLE, "settle", "Settle a challenge")                                                                      \
	X(REOPEN, "reopen", "Reopen")

enum conference_step {
#define X(id, token, label) STEP_##id,
	CONFERENCE_STEPS(X)
#undef X
		CONFERENCE_STEP_COUNT
};

const char *conference_step_token(enum conference_step step);
const char *conference_step_label(enum conference_step step);

/* One row of the life of a conference. The table is the only place that knows what may follow what. */
struct transition {
	enum conference_state from;
	enum conference_step step;
	enum conference_state to;
	enum action who;      /* the right that is needed (domain/role.h) */
	bool needs_reason;    /* a reason is asked and kept */
	bool needs_agreement; /* who agreed is asked and kept */
	const char *follows;  /* what follows, in words, for help and the manual */
};

const struct transition *transition_table(size_t *count);
/* NULL when the step is not possible in that state. */
const struct transition *transition_find(enum conference_state from, enum conference_step step);
/* Says in one sentence why not and what may be done instead. */
bool transition_check(enum conference_state from, enum conference_step step, const struct transition **out,
		      struct fault *f);
bool conference_state_is_ended(enum conference_state state);      /* closed or cancelled: nothing more is expected */
bool conference_state_is_held(enum conference_state state);       /* the conference took place */
bool conference_state_is_to_be_held(enum conference_state state); /* asked for, booked or postponed: it has not begun */
bool conference_state_awaits_slot(enum conference_state state);   /* requested or postponed */

/* Categories of abuse, as the census spells them. */
#define CATEGORIES(X)                                                                                                  \
	X(NEGLECT, "NEG", "Neglect")                                                                                   \
	X(PHYSICAL, "PHY", "Physical abuse")                                                                           \
	X(SEXUAL, "SAB", "Sexual abuse")                                                                               \
	X(EMOTIONAL, "EMO", "Emotional abuse")                                                                         \
	X(MULTIPLE, "MUL", "Multiple")

enum category {
#define X(id, token, label) CATEGORY_##id,
	CATEGORIES(X)
#undef X
		CATEGORY_COUNT
};

const char *category_token(enum category category);
const char *category_label(enum category category);
bool category_from_token(const char *token, enum category *out);

/* How a person belongs to the family. */
#define RELATIONSHIPS(X)                                                                                               \
	X(CHILD, "child", "child")                                                                                     \
	X(MOTHER, "mother", "mother")                                                                                  \
	X(FATHER, "father", "father")                                                                                  \
	X(STEP_MOTHER, "step-mother", "step-mother")                                                                   \
	X(STEP_FATHER, "step-father", "step-father")                                                                   \
	X(PARTNER, "partner", "parent's partner")                                                                      \
	X(GRANDMOTHER, "grandmother", "grandmother")                                                                   \
	X(GRANDFATHER, "grandfather", "grandfather")                                                                   \
	X(AUNT, "aunt", "aunt")                                                                                        \
	X(UNCLE, "uncle", "uncle")                                                                                     \
	X(SIBLING, "adult sibling", "adult sibling")                                                                   \
	X(CARER, "carer", "carer")                                                                                     \
	X(GUARDIAN, "guardian", "guardian")                                                                            \
	X(OTHER, "other", "other relative or friend")

enum relationship {
#define X(id, token, label) RELATIONSHIP_##id,
	RELATIONSHIPS(X)
#undef X
		RELATIONSHIP_COUNT
};

const char *relationship_token(enum relationship relationship);
const char *relationship_label(enum relationship relationship);
bool relationship_from_token(const char *token, enum relationship *out); /* blanks, hyphens and case do not matter */

enum sex { SEX_MALE, SEX_FEMALE, SEX_UNKNOWN };
const char *sex_token(enum sex sex); /* M F U */
const char *sex_label(enum sex sex); /* boy girl words are the screen's; this is male, female, not recorded */

#endif
