/* The plan of a family: each version as it was given out, the one that is being written between conferences, how safe
 * the children were said to be over time, and what is overdue. A version that was given out stays as it was: whatever
 * is to change begins the next one, with what the newest says. One is written at a time: while a conference writes its
 * outline plan, or somebody a version between, the other waits (FAULT_CONFLICT). A family that is not for this person
 * to see is not there; one without a plan is refused in a sentence (FAULT_REFUSED). */
#ifndef CASEWORK_FAMILY_PLAN_H
#define CASEWORK_FAMILY_PLAN_H

#include "casework/casework.h"
#include "domain/plan_version.h"

/* --- What is read --- */
struct family_plan_child {
	int64_t person_id;
	const char *name;       /* what they are called: "Skye" */
	const char *plan_words; /* "P-0041 neglect, since 3 Mar 2025"; "P-0012 ended 4 May 2025" */
	bool is_on_plan;        /* of ours, now */
	day_number since;       /* the plan's first day */
};
struct family_plan_child_list {
	struct family_plan_child *items;
	size_t count, room;
};
/* How safe one child was said to be: by the chair at the end of a conference (`is_chair`), by somebody there, or
 * between conferences. */
struct plan_scale {
	day_number day;
	const char *reference; /* of the conference; "" between */
	int64_t person_id;
	const char *child, *who, *why; /* who: "chair", "K. Evans, Ashfield School", "core group" */
	bool is_chair;
	int scale; /* 0 to 10 */
};
struct plan_scale_list {
	struct plan_scale *items;
	size_t count, room;
};
/* Who may be meant by "who does it" or as a helper: the family, and the core group. */
struct plan_person {
	const char *name, *words;      /* words: "mother", "health visitor, Ashfield Surgery" */
	int64_t person_id, contact_id; /* at most one */
};
struct plan_person_list {
	struct plan_person *items;
	size_t count, room;
};

struct family_plan {
	int64_t family_id;
	const char *reference, *family_words, *marker; /* marker: who may see it */
	struct family_plan_child_list children;        /* on a plan now, then those who were */
	bool is_open;                                  /* some child is on a plan of ours now */
	struct plan_version plan;                      /* the one that is shown; id 0: none was written here yet */
	const char *for_words;                         /* for whom it is: "Kai and Skye" */
	struct plan_action_list actions;
	struct plan_network_list network;
	struct plan_given_list given;
	struct plan_version_list versions; /* all, newest first */
	int64_t newest, draft;             /* given out last; being written between conferences; 0 none */
	const char *stands;                /* that a decision is challenged and stands meanwhile; "" none is */
	const char *live_reference;        /* "" no conference is writing its outline plan */
	struct plan_scale_list scales;     /* by day, child, the chair first */
	struct plan_person_list people;
	size_t overdue; /* actions of the newest */
	bool may_write, may_mark;
};
/* `version`: 0 the one that was given out last, else the one being written. */
bool casework_family_plan(struct casework *cw, int64_t family, int64_t version, struct arena *mem,
			  struct family_plan *out, struct fault *f);
/* The same without an audit row of its own, for a screen that is open. */
bool casework_family_plan_again(struct casework *cw, int64_t family, int64_t version, struct arena *mem,
				struct family_plan *out, struct fault *f);

/* In which family a child's plan is: the one of the plan in force, else of the last, else where the child is a child
 * now (FAULT_NOT_FOUND: nowhere this person may see). No audit row: its page leaves one. */
bool casework_plan_family(struct casework *cw, int64_t person, int64_t *family, struct fault *f);

/* Two versions beside one another, of one family. */
struct plan_side {
	struct plan_version plan;
	struct plan_action_list actions;
	struct plan_network_list network;
};
struct plan_comparison {
	const char *reference, *family_words;
	struct plan_side before, now; /* the older and the newer, however they were asked for */
};
bool casework_plan_compare(struct casework *cw, int64_t family, int64_t one, int64_t other, struct arena *mem,
			   struct plan_comparison *out, struct fault *f);

/* --- What is written between conferences --- */
/* Begins the next version with what the newest says, its actions that are still to do, and its network; empty when none
 * is here yet. *out its id. */
bool casework_plan_begin(struct casework *cw, int64_t family, int64_t *out, struct fault *f);
/* Its texts, by id and version; version 0 begins it. */
bool casework_plan_texts(struct casework *cw, int64_t family, struct plan_version *plan, struct fault *f);
/* A new action (version 0), or another wording of one: of the version being written, or of the one that was given out
 * last, which then is changed in the next. Begins that where need be. Refusals as of casework_live_action. */
bool casework_plan_action(struct casework *cw, int64_t family, struct plan_action *action, struct fault *f);
bool casework_plan_action_drop(struct casework *cw, int64_t family, int64_t id, int64_t version, struct fault *f);
/* Somebody of the safety network: a person of the family, or a name (field: "name"). Begins the version. */
bool casework_plan_network(struct casework *cw, int64_t family, struct plan_network *one, struct fault *f);
bool casework_plan_network_drop(struct casework *cw, int64_t family, int64_t id, int64_t version, struct fault *f);
/* Thrown away: never given out. */
bool casework_plan_drop(struct casework *cw, int64_t family, int64_t id, int64_t version, struct fault *f);

/* --- Given out --- */
/* Given out on a day up to today and not before the version before it (field: "on"), and to whom, each on a line of
 * `who` (field: "who"); what it is changed for (`why`) is kept with it. It never changes after. */
struct plan_giving {
	int64_t id, version; /* of the plan */
	day_number on;
	const char *who, *how, *why;
};
bool casework_plan_give_out(struct casework *cw, int64_t family, const struct plan_giving *giving, struct fault *f);
/* To whom a version that was given out went besides. */
bool casework_plan_given(struct casework *cw, int64_t family, const struct plan_giving *giving, struct fault *f);

/* --- How safe --- */
/* Said between conferences, as at a core group: of a child on a plan (field: "child"), by whom (field: "who"), 0 to 10
 * (field: "scale"), on a day up to today and not before the plan (field: "on"). Kept for good; the id is filled in. */
bool casework_plan_scale(struct casework *cw, int64_t family, struct plan_scale_said *said, struct fault *f);

/* --- On paper --- */
/* A version (0: the one that was given out last, else the one being written) as one reader may have it: `person` a
 * member of the family, 0 colleagues. 78 columns. Refused for whoever may not have it. Logged. */
bool casework_plan_text(struct casework *cw, int64_t family, int64_t version, int64_t person, struct arena *mem,
			const char **text, struct fault *f);
/* The same as a PDF in a new file of mode 0600 in `folder`, named after the family; *path is where. Logged. */
bool casework_plan_take_out(struct casework *cw, int64_t family, int64_t version, int64_t person, const char *folder,
			    struct arena *mem, const char **path, struct fault *f);

/* --- What is overdue --- */
struct overdue_line {
	int64_t family_id, action_id;
	const char *reference, *family_words, *who, *what;
	day_number by_on;
	int working_days; /* gone since */
	bool is_first;    /* of its owner: `owned` of them follow, this one too */
	size_t owned;
	bool is_partly;
};
struct overdue_lines {
	struct overdue_line *items; /* by owner, the longest overdue first */
	size_t count, room;
	size_t owners, families;
};
/* Of every plan in force, or of one family's (0 all). */
bool casework_overdue_actions(struct casework *cw, int64_t family, struct arena *mem, struct overdue_lines *out,
			      struct fault *f);
/* Of all families, taken out of the program: for who may export anything, and in the log as that. */
bool casework_export_actions(struct casework *cw, struct arena *mem, struct overdue_lines *out, struct fault *f);

#endif
