/* The plan of a family's children, version by version: its texts, its actions, the safety network, to whom it was
 * given, and how two versions differ. Contents: docs/practice.md. */
#ifndef DOMAIN_PLAN_VERSION_H
#define DOMAIN_PLAN_VERSION_H

#include "domain/record.h"

/* member of struct plan_version, bytes typed at most, label, what to write there */
#define PLAN_TEXTS(X)                                                                                                  \
	X(harm, 4000, "What causes the harm", "What has happened to the children, and what is likely if it goes on.")  \
	X(change, 4000, "What must change", "In words the parents would use: what is different when the plan ends.")   \
	X(goals_short, 3000, "Goals for now", "Short-term: what is safer within the next weeks.")                      \
	X(goals_long, 3000, "Goals in the end",                                                                        \
	  "Long-term: how safe it must be, and for how long, for the plan to end.")                                    \
	X(outcomes, 4000, "Measures of success", "How it will be known: what people will see, and by when.")           \
	X(child_wishes, 2000, "Child's wishes", "What each child wants to happen.")                                    \
	X(parents_views, 2000, "Parents' view", "What the parents think of the plan.")                                 \
	X(visits, 1000, "Visits", "Who sees the children, how often, and alone.")                                      \
	X(contingency, 3000, "If it does not work",                                                                    \
	  "Bottom line: what is done at once when nothing changes or it gets worse.")                                  \
	X(assessments, 2000, "Assessments to do", "Which, by whom, by when.")                                          \
	X(contact_limits, 2000, "Limits of contact", "Who may not see the children, or only with somebody there.")     \
	X(format_for_parents, 400, "Language, format", "How the parents get the plan: Polish, large print, read out.") \
	X(lead_social_worker, 200, "Lead social worker", "The one name the family rings.")

enum plan_text {
#define X(member, bytes, label, hint) PLAN_TEXT_##member,
	PLAN_TEXTS(X)
#undef X
		PLAN_TEXT_COUNT
};

/* A version of the plan of a family's children. Frozen when issued; every change after is a new version. */
struct plan_version {
	int64_t id, family_id, conference_id; /* of which conference; 0: written between */
	int number;                           /* 1 is the outline plan */
	day_number written_on, issued_on;     /* DAY_NONE: not issued, may still change */
#define X(member, bytes, label, hint) const char *member;
	PLAN_TEXTS(X)
#undef X
	const char *by_user, *why; /* why: this version */
	int64_t version;
};
struct plan_version_list {
	struct plan_version *items;
	size_t count, room;
};
const char *plan_text_token(enum plan_text text);
const char *plan_text_label(enum plan_text text);
const char *plan_text_hint(enum plan_text text);
const char *plan_text_of(const struct plan_version *plan, enum plan_text text); /* "" nothing */
const char **plan_text_in(struct plan_version *plan, enum plan_text text);

#define ACTION_STATES(X)                                                                                               \
	X(OPEN, "open", "to do")                                                                                       \
	X(DONE, "done", "done")                                                                                        \
	X(PARTLY, "partly", "partly done")                                                                             \
	X(DROPPED, "dropped", "no longer needed")
enum plan_action_state {
#define X(id, token, label) PLAN_ACTION_##id,
	ACTION_STATES(X)
#undef X
		PLAN_ACTION_STATE_COUNT
};
const char *plan_action_state_token(enum plan_action_state state);
const char *plan_action_state_label(enum plan_action_state state);
bool plan_action_state_from_token(const char *text, enum plan_action_state *out);

struct plan_action {
	int64_t id, plan_version_id, person_id; /* person 0: for all children */
	int position;
	const char *what, *who;
	int64_t who_invitee_id, who_contact_id, who_person_id; /* at most one; 0 all: typed in `who` */
	day_number by_on;
	int64_t earlier_id; /* the same in the version it was carried over from; 0: new in this one */
	enum plan_action_state state;
	const char *evidence, *difference;
	int64_t version;
};
struct plan_action_list {
	struct plan_action *items;
	size_t count, room;
};
bool plan_action_is_open(const struct plan_action *action); /* to do, or done in part */
bool plan_action_is_overdue(const struct plan_action *action, day_number today);
/* Of all children, or of this one (child 0: of any). */
bool plan_action_is_for(const struct plan_action *action, int64_t child);

/* Somebody of the family's own people who helps to keep the children safe. */
struct plan_network {
	int64_t id, plan_version_id, person_id; /* person 0: not one of the family in the case file */
	int position;
	const char *name, *relation, *does;
	int64_t version;
};
struct plan_network_list {
	struct plan_network *items;
	size_t count, room;
};
/* To whom an issued version was given. Never changed. */
struct plan_given {
	int64_t id, plan_version_id;
	const char *who, *how, *by_user;
	day_number given_on;
};
struct plan_given_list {
	struct plan_given *items;
	size_t count, room;
};

/* How safe a child was said to be between conferences. Never changed. */
struct plan_scale_said {
	int64_t id, family_id, person_id;
	day_number said_on;
	const char *who, *why, *by_user; /* who: "core group", "Nana" */
	int scale;                       /* 0 to 10 */
};
struct plan_scale_said_list {
	struct plan_scale_said *items;
	size_t count, room;
};

/* --- How two versions differ --- */
#define PLAN_CHANGES(X)                                                                                                \
	X(SAME, " ", "as it was")                                                                                      \
	X(ADDED, "+", "new")                                                                                           \
	X(TAKEN_OUT, "-", "taken out")                                                                                 \
	X(CHANGED, "~", "changed")
enum plan_change {
#define X(id, mark, label) PLAN_CHANGE_##id,
	PLAN_CHANGES(X)
#undef X
		PLAN_CHANGE_COUNT
};
const char *plan_change_mark(enum plan_change change); /* one column wide */
const char *plan_change_label(enum plan_change change);
enum plan_change plan_text_change(const char *before, const char *now);

/* The same action in an older version: the one it was carried over from, else the one of the same words. NULL none. */
const struct plan_action *plan_action_match(const struct plan_action_list *before, const struct plan_action *now);
enum plan_change plan_action_change(const struct plan_action *before,
				    const struct plan_action *now); /* NULL: not there */
const struct plan_network *plan_network_match(const struct plan_network_list *before, const struct plan_network *now);
enum plan_change plan_network_change(const struct plan_network *before, const struct plan_network *now);

/* --- How safe --- */
/* A scale of 0 to 10 drawn: six of ten is "######····"; "" of one that was not given (below 0). */
enum { PLAN_SCALE_MOST = 10 };
#define PLAN_SCALE_ROOM (2 * PLAN_SCALE_MOST + 1) /* a dot takes two bytes */
char *plan_scale_strip(int scale, char out[PLAN_SCALE_ROOM]);

/* Nothing said yet, as in domain/live.h. */
struct plan_version plan_version_blank(void);
struct plan_action plan_action_blank(void);
struct plan_network plan_network_blank(void);

#endif
