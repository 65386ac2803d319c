/* Versions of a family's child protection plan and their actions. An issued version is evidence: the case file refuses
 * every change of its text, children and actions (FAULT_REFUSED), whoever asks; only what became of an action may be
 * written. Saves as in live_store.h. Inside the caller's transaction or look. */
#ifndef STORE_PLAN_VERSION_STORE_H
#define STORE_PLAN_VERSION_STORE_H

#include "domain/plan_version.h"
#include "store/store.h"

/* A new one gets the family's next number. */
bool plan_version_keep(struct store *s, struct plan_version *plan, struct fault *f);
/* Gives it out: from now on it is never changed. */
bool plan_version_issue(struct store *s, struct plan_version *plan, day_number on, struct fault *f);
/* A version that was never given out, with all that is in it. */
bool plan_version_drop(struct store *s, int64_t id, int64_t version, struct fault *f);
bool plan_version_by_id(struct store *s, int64_t id, struct arena *mem, struct plan_version *out, struct fault *f);
/* The newest written at a conference; id 0 in *out when none. */
bool plan_version_of_conference(struct store *s, int64_t conference, struct arena *mem, struct plan_version *out,
				struct fault *f);
/* Newest first. */
bool plan_versions_of_family(struct store *s, int64_t family, struct arena *mem, struct plan_version_list *out,
			     struct fault *f);

/* These children and no others. */
bool plan_version_children_set(struct store *s, int64_t plan, const int64_t *people, size_t count, struct fault *f);
bool plan_version_children(struct store *s, int64_t plan, struct arena *mem, struct person_list *out, struct fault *f);

bool plan_action_keep(struct store *s, struct plan_action *action, struct fault *f);
/* What became of it: state, evidence and difference only; of issued plans too. A version that is being written between
 * conferences and carries it on says the same. */
bool plan_action_mark(struct store *s, struct plan_action *action, struct fault *f);
bool plan_action_drop(struct store *s, int64_t id, int64_t version, struct fault *f);
bool plan_actions_of(struct store *s, int64_t plan, struct arena *mem, struct plan_action_list *out, struct fault *f);

/* Of a version that was not given out. */
bool plan_network_keep(struct store *s, struct plan_network *one, struct fault *f);
bool plan_network_drop(struct store *s, int64_t id, int64_t version, struct fault *f);
bool plan_network_of(struct store *s, int64_t plan, struct arena *mem, struct plan_network_list *out, struct fault *f);

/* To whom it was given; kept for good. */
bool plan_given_insert(struct store *s, struct plan_given *given, struct fault *f);
bool plan_given_of(struct store *s, int64_t plan, struct arena *mem, struct plan_given_list *out, struct fault *f);

/* How safe the children were said to be between conferences, by day; kept for good. */
bool plan_scale_insert(struct store *s, struct plan_scale_said *said, struct fault *f);
bool plan_scales_of_family(struct store *s, int64_t family, struct arena *mem, struct plan_scale_said_list *out,
			   struct fault *f);

/* What was to be done before `today` in the plans that are in force, by who does it; families this user may not see are
 * left out. */
struct overdue_action {
	int64_t action_id, family_id;
	const char *reference, *name; /* of the family */
	int64_t plans;                /* children on a plan */
	const char *what, *who;
	day_number by_on;
	enum plan_action_state state;
};
struct overdue_action_list {
	struct overdue_action *items;
	size_t count, room;
};
bool plan_actions_overdue(struct store *s, int64_t user, day_number today, struct arena *mem,
			  struct overdue_action_list *out, struct fault *f);

/* What is still to be done in one family's plan that is in force: families this user may not see are left out. */
struct action_standing {
	int64_t family_id, plans, open, overdue; /* plans: children on a plan; open: actions to be done by some day */
	const char *reference, *name, *owing;    /* owing: who owes what is overdue, each once: "Nana, K. Evans" */
	day_number first_by;                     /* the first day of them all */
};
struct action_standing_list {
	struct action_standing *items;
	size_t count, room;
};
/* Of one family or of all (0). */
bool plan_actions_standing(struct store *s, int64_t user, int64_t family, day_number today, struct arena *mem,
			   struct action_standing_list *out, struct fault *f);

/* Children, the actions that are still to do, and the safety network, for a next version to begin with. */
bool plan_version_carry_over(struct store *s, int64_t from, int64_t to, struct fault *f);

#endif
