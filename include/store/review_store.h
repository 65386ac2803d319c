/* Reviews before they are held: why one is earlier, the update asked for, looked-after children, and how every plan's
 * next review stands. Inside the caller's transaction or look. */
#ifndef STORE_REVIEW_STORE_H
#define STORE_REVIEW_STORE_H

#include "domain/record.h"
#include "domain/review.h"
#include "store/store.h"

bool review_early_insert(struct store *s, struct review_early *early, struct fault *f); /* id is filled in */
/* Newest first. */
bool review_earlies_of_family(struct store *s, int64_t family, struct arena *mem, struct review_early_list *out,
			      struct fault *f);
/* The day the review after that of `last` was brought forward to; DAY_NONE it was not. */
bool review_brought_to(struct store *s, int64_t plan, day_number last, day_number *out, struct fault *f);
/* Why: the row that brought it to the earliest day; id 0 none. */
bool review_early_of_plan(struct store *s, int64_t plan, day_number last, struct arena *mem, struct review_early *out,
			  struct fault *f);

bool review_update_insert(struct store *s, struct review_update *update, struct fault *f);
/* The answer, by version: FAULT_CONFLICT. */
bool review_update_answer(struct store *s, struct review_update *update, struct fault *f);
bool review_update_plan_insert(struct store *s, int64_t update, int64_t plan, struct fault *f);
bool review_update_by_id(struct store *s, int64_t id, struct arena *mem, struct review_update *out, struct fault *f);
/* The newest that was asked for this plan's review since the last was held; id 0 none. */
bool review_update_of_plan(struct store *s, int64_t plan, day_number since, struct arena *mem,
			   struct review_update *out, struct fault *f);

bool looked_after_insert(struct store *s, struct looked_after *row, struct fault *f);
bool looked_after_save(struct store *s, struct looked_after *row, struct fault *f); /* by version; FAULT_CONFLICT */
/* Now, or the last time; id 0 never. */
bool looked_after_of(struct store *s, int64_t person, struct arena *mem, struct looked_after *out, struct fault *f);

/* When the looked-after review begins that is held after this conference; -1: none is, or it was agreed for a day that
 * the conference has no more. */
bool combined_review_at(struct store *s, int64_t conference, int *starts, struct fault *f);
bool combined_review_set(struct store *s, int64_t conference, int starts, struct fault *f); /* -1: it is not */

/* The conference that is to be held and reviews this child's open plan: a review, or one that goes on with a review;
 * id 0 none. */
bool review_waiting_of(struct store *s, int64_t person, struct arena *mem, struct conference *out, struct fault *f);

/* One open plan and its next review. */
struct review_standing {
	int64_t plan_id, person_id, family_id, conference_id, chair_id, last_chair_id, update_id;
	const char *plan_reference, *family_reference, *name; /* name: the family's */
	const char *given_names, *surname;
	day_number started_on, born_on;
	enum rule_key rule;
	day_number trigger_on, due_on, limit_on; /* DAY_NONE: nothing is known */
	const char *conference_reference;        /* "": nobody asked for it */
	enum conference_state state;
	int64_t conference_version;
	day_number held_on;
	int starts, minutes;
	const char *chair, *place, *last_chair, *social_worker;
	bool last_chair_is_gone; /* no longer in the calendar */
	day_number asked_on, answered_on;
	day_number brought_to;
	enum early_trigger trigger; /* EARLY_TRIGGER_COUNT none */
	day_number looked_after_since, looked_after_review;
	int combined;           /* when the looked-after review begins, -1 */
	day_number combined_on; /* the day that was agreed for: when the conference moves it is asked again */
};
struct review_standing_list {
	struct review_standing *items;
	size_t count, room;
};
/* Of every open plan whose review is to be held, or is booked, by `until`, or whose limit is not known; of one family
 * with `family`. Only families this user may see. By family. */
bool review_standings(struct store *s, int64_t family, int64_t user, day_number until, struct arena *mem,
		      struct review_standing_list *out, struct fault *f);

#endif
