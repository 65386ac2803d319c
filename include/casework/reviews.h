/* The reviews to come: each against its limit, with its slot, its chair and the update asked of the social worker; a
 * review that is wanted earlier; children who are looked after besides. A family that is not for this person to see is
 * not there. */
#ifndef CASEWORK_REVIEWS_H
#define CASEWORK_REVIEWS_H

#include "casework/casework.h"
#include "domain/review.h"

enum { REVIEW_HORIZON_WEEKS = 12, REVIEW_UPDATE_WAITS_WD = 10 };

/* --- The horizon --- */
struct review_child {
	int64_t plan_id, person_id;
	const char *name; /* "Amara", "Amara Okonkwo" where there is none in the family */
	day_number looked_after_since, looked_after_review; /* DAY_NONE: is not looked after; not known */
};
/* How the update stands. Late: its day is over, or it was asked and nobody answered for REVIEW_UPDATE_WAITS_WD. */
enum update_state { UPDATE_LATER, UPDATE_TO_ASK, UPDATE_LATE, UPDATE_ASKED, UPDATE_UNANSWERED, UPDATE_ANSWERED };

/* The children of one family whose reviews are held together, or fall due on one day. */
struct review_line {
	int64_t family_id, conference_id; /* conference 0: nobody asked for this review */
	int64_t conference_version;
	const struct review_child *children;
	size_t count;
	const char *reference;             /* C-0412; P-0203 while nobody asked for it */
	const char *family, *family_words; /* FAM-0001, "Okonkwo ×3" */
	const char *names;                 /* "Amara, Chidi, Ngozi" */
	enum rule_key rule;                /* RULE_COUNT: no limit is known */
	day_number trigger_on, due, limit; /* by the policy; nationally */
	day_number last;                   /* the day to act by: the nearer of the two; DAY_NONE */
	int working_days_left;             /* to `last`; negative late; 0 where none is known */
	enum deadline_state state;
	enum conference_state conference_state; /* meaningless while conference_id is 0 */
	day_number booked_on;                   /* DAY_NONE no slot */
	int starts, ends;                       /* of the slot; -1 not known */
	bool is_booked_late;                    /* the slot is after the last day */
	const char *booked;                     /* "Wed 8 Apr 10:00", "no slot", "not asked for" */
	const char *place, *chair, *last_chair; /* "" none */
	bool is_same_chair, is_last_chair_gone; /* gone: is no chair of the calendar any more */
	const char *social_worker;
	int64_t update_id;
	day_number asked_on, answered_on, ask_by;
	enum update_state update;
	day_number brought_to;          /* DAY_NONE it is not earlier */
	enum early_trigger trigger;     /* why, EARLY_TRIGGER_COUNT */
	size_t looked_after;            /* of the children */
	day_number looked_after_review; /* the nearest of theirs */
	const char *keeps;              /* as in core_groups.h: the authority they moved to; "" none */
	int combined;                   /* when the looked-after review begins that follows, -1 */
};
struct review_horizon {
	struct review_line *items; /* late first, then by the day: booked, else the last */
	size_t count, room;
	size_t plans, late, unbooked, unasked; /* lines: without a slot; without anybody having asked for it */
	day_number until;
};
/* Every review that is to be held, or is booked, in the twelve weeks to come, and everything late. */
bool casework_review_horizon(struct casework *cw, struct arena *mem, struct review_horizon *out, struct fault *f);
/* The same without an audit row of its own, for a screen that is open. */
bool casework_review_horizon_again(struct casework *cw, struct arena *mem, struct review_horizon *out, struct fault *f);

/* --- One review --- */
struct review_page {
	struct review_line line;
	struct review_update update;      /* id 0: not asked */
	struct review_early_list earlies; /* of the children of the line, newest first */
};
bool casework_review(struct casework *cw, int64_t plan, struct arena *mem, struct review_page *out, struct fault *f);

/* --- The update --- */
/* Asked of the social worker for these plans of one family (field: "asked_of", "asked_on"); what was to be asked is
 * done. Asked again, it is another row. id and version are filled in. */
bool casework_review_update_ask(struct casework *cw, const int64_t *plans, size_t count, struct review_update *update,
				struct fault *f);
/* What they answered (field: "answer", "answered_on"), by id and version. */
bool casework_review_update_answer(struct casework *cw, struct review_update *update, struct fault *f);

/* --- Earlier --- */
/* The review of these plans of one family is wanted by early->review_by (fields: "trigger", "why", "review_by"): it is
 * asked for, and its limit moves to that day; one that is nearer stays. Refused where it would move none. *conference
 * is the review. */
bool casework_review_early(struct casework *cw, const int64_t *plans, size_t count, const struct review_early *early,
			   struct arena *mem, int64_t *conference, struct fault *f);

/* --- Looked after besides --- */
bool casework_looked_after(struct casework *cw, int64_t person, struct arena *mem, struct looked_after *out,
			   struct fault *f);
/* Since when, under what, when it is reviewed; `ended_on` where it is over (fields: "since", "ended_on",
 * "next_review_on"). id 0 begins a new time: refused while one goes on. */
bool casework_looked_after_save(struct casework *cw, struct looked_after *row, struct fault *f);
/* The looked-after review is held after this conference, in one meeting (field: "starts"): not before the conference is
 * over. -1: they are not combined. By the version of the conference. */
bool casework_review_combine(struct casework *cw, int64_t conference, int64_t version, int starts, struct fault *f);

#endif
