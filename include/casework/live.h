/* The conference itself, as the chair steps through it: everything is stored as it is done, so that a line that breaks
 * loses nothing and another machine goes on where this one stood. Two people may work in one: a save is of one thing,
 * goes by its version, and FAULT_CONFLICT leaves everything as it was and what was typed with the caller. Whoever
 * writes the record of the conference (the chair of it, an officer) may write here; the quorum and the decisions are
 * the chair's alone. */
#ifndef CASEWORK_LIVE_H
#define CASEWORK_LIVE_H

#include "casework/casework.h"
#include "domain/invitation.h"
#include "domain/live.h"
#include "settings/settings.h"

/* --- What the screen shows --- */
struct live_person {
	struct invitee invitee;
	struct attendance attendance; /* state NONE: nothing said yet */
	const char *who;              /* "Amelia Loveridge, mother" */
	const char *as;               /* "mother", "Station Primary School" */
	const char *note; /* "excluded: whole · views: by letter", "deputy DC Shaw", "14:00-14:20 · PN1" */
	bool is_present, is_professional, is_family, gives_view;
};
struct live_person_list {
	struct live_person *items;
	size_t count, room;
};
struct live_child {
	struct person person;
	const char *name, *age; /* "Kai", "13" */
	bool is_of_conference;  /* false: of the household only, to be decided for or said why not */
	struct child_decision decision;
	struct plan open_plan;    /* id 0 none */
	unsigned plan_categories; /* CATEGORY_BIT of those it runs under, as last decided */
	int reviews;              /* held of it so far */
	struct quorum quorum;
	const char *undecided_why; /* what still stands in the way of closing for this child, "" nothing */
};
struct live_child_list {
	struct live_child *items;
	size_t count, room;
};
struct live_page {
	struct conference conference;
	enum conference_type of; /* what it repeats or goes on with; its own type when that is nothing */
	const char *family_words, *when;
	struct live_state state; /* version 0: not begun */
	struct run_mark_list marks;
	struct live_person_list people;
	struct live_child_list children;
	struct live_note_list notes; /* restricted ones too: the family's screen leaves them out */
	struct view_list views;
	struct recommendation_list recommendations;
	const struct settings_format *format; /* headings of the notes */
	const char *marker;                   /* who may see what is shown: "professionals + family" */
	const char *stands;                   /* that a decision is challenged and stands meanwhile; "" none is */
	const char *quorum_words;             /* "quorate for both children", "Skye: one more agency" */
	const char *quorum_line; /* the same with who counts: "Quorum for both children: social care + ..." */
	bool is_quorate;         /* for every child */
	bool is_mine;            /* this person chairs it, or has taken it over */
	int minute;              /* the minute of the day it is now, -1 when it is entered later */
	const char *saved;       /* when anybody wrote in it last: "saved 14:07:12"; "" nothing yet */
	const char *also_here;   /* "Aoife Brennan, minute-taker": wrote in it lately; "" nobody else */
};
bool casework_live(struct casework *cw, int64_t conference, struct arena *mem, struct live_page *out, struct fault *f);
/* The same without an audit row of its own: what changed meanwhile, for a screen that is open. */
bool casework_live_again(struct casework *cw, int64_t conference, struct arena *mem, struct live_page *out,
			 struct fault *f);

/* --- Beginning --- */
/* On its day; later a reason is asked (field: "reason") and it counts for its day, earlier it must be moved first.
 * Whoever is excluded from all of it is marked so. */
bool casework_live_start(struct casework *cw, int64_t conference, const char *reason, struct fault *f);
/* The chair `from` is not there: another, who must be free, takes over on the day; the old one has no right to decide
 * from then on (field: "chair", "why"). FAULT_CONFLICT when somebody else chairs it by now. */
bool casework_live_take_over(struct casework *cw, int64_t conference, int64_t from, int64_t chair, const char *why,
			     struct fault *f);
/* Where the run-sheet stands: kept so that any machine goes on there. */
bool casework_live_step(struct casework *cw, int64_t conference, enum run_step step, struct fault *f);

/* --- As it goes: one thing each. conference_id is asked in every struct; version, and id where there is one, are
 * filled in --- */
bool casework_live_mark(struct casework *cw, struct run_mark *mark, struct fault *f);
/* Somebody who is excluded from all of it is only there with a reason (field: "note"); a deputy is named ("deputy"). */
bool casework_live_attend(struct casework *cw, struct attendance *attendance, struct fault *f);
/* Somebody who was not on the list is there: added to it (casework/invitees.h) and their attendance taken. */
bool casework_live_add_person(struct casework *cw, int64_t conference, struct invitee *invitee,
			      enum attendance_state state, struct fault *f);
/* Under a heading of the conference's format; one of each child is said for a child, the others for all. */
bool casework_live_note(struct casework *cw, struct live_note *note, struct fault *f);
bool casework_live_view(struct casework *cw, struct view *view, struct fault *f);
/* The same view of every child of the conference by this person; FAULT_CONFLICT when somebody else wrote another one of
 * theirs. */
bool casework_live_view_all(struct casework *cw, const struct view *view, struct fault *f);
bool casework_live_recommend(struct casework *cw, struct recommendation *recommendation, struct fault *f);
bool casework_live_recommend_drop(struct casework *cw, int64_t conference, int64_t id, int64_t version,
				  struct fault *f);
/* How a child took part, its views and where it is on the scale: these members only, before or after the decision. */
bool casework_live_participation(struct casework *cw, struct child_decision *decision, struct fault *f);

/* --- Quorum: the chair alone --- */
/* What is done where there is none: INTERIM_PLAN ends it as not quorate, its interim plan kept, to be rebooked within
 * the policy's days; PROCEEDED with an exception and reason, refused twice running. (field: "answer", "reason",
 * "interim_plan", "quorum_exception"). `version` is the live_state's. */
struct quorum_choice {
	enum quorum_answer answer;
	enum quorum_exception exception;
	const char *reason, *interim_plan;
};
bool casework_live_quorum(struct casework *cw, int64_t conference, int64_t version, const struct quorum_choice *choice,
			  struct fault *f);

/* --- Deciding: the chair alone --- */
/* Hard rules refuse by field (domain/decision.h), "quorum" where there is none for this child and nothing was said
 * about it; soft ones are FAULT_REFUSED with field "warnings" until `accepted` says why. */
bool casework_live_decide(struct casework *cw, struct child_decision *decision, const char *accepted, struct fault *f);
/* The same for several children: outcome, categories, reasons and what follows; how each took part stays its own. Each
 * is its own row; one that is refused refuses all. */
bool casework_live_decide_all(struct casework *cw, const struct child_decision *decision, const int64_t *children,
			      size_t count, const char *accepted, struct fault *f);
/* Warnings without saving, a sentence a line; "" none. */
bool casework_live_decision_warnings(struct casework *cw, const struct child_decision *decision, struct arena *mem,
				     const char **out, struct fault *f);

#endif
