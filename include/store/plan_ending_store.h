/* Plans that end outside a review, and losses. Inside the caller's transaction or look. */
#ifndef STORE_PLAN_ENDING_STORE_H
#define STORE_PLAN_ENDING_STORE_H

#include "domain/plan_ending.h"
#include "store/store.h"

/* Keeps a new one, reference included; id and version are filled in. */
bool plan_ending_insert(struct store *s, struct plan_ending *ending, struct fault *f);
/* Saves what became of it, by version, counted up in *ending too. FAULT_CONFLICT. What it was asked for stays. */
bool plan_ending_save(struct store *s, struct plan_ending *ending, struct fault *f);
/* FAULT_NOT_FOUND with a sentence. */
bool plan_ending_by_id(struct store *s, int64_t id, struct arena *mem, struct plan_ending *out, struct fault *f);
/* The id of X-0001 and the like; 0 there is none. */
bool plan_ending_by_reference(struct store *s, const char *reference, int64_t *out, struct fault *f);
/* Of one family (0: all): the open ones oldest first, then the others, the newest first. */
bool plan_endings_of(struct store *s, int64_t user, int64_t family, bool only_open, int most, struct arena *mem,
		     struct plan_ending_list *out, struct fault *f);

bool plan_ending_plan_insert(struct store *s, int64_t ending, int64_t plan, struct fault *f);
/* The plans it is about, by child. */
bool plan_ending_plans(struct store *s, int64_t ending, struct arena *mem, struct plan_list *out, struct fault *f);
/* The open ending that names this plan; id 0 none. */
bool plan_ending_open_of(struct store *s, int64_t plan, struct arena *mem, struct plan_ending *out, struct fault *f);

bool plan_ending_note_insert(struct store *s, struct plan_ending_note *note, struct fault *f); /* id is filled in */
/* Oldest first. */
bool plan_ending_notes_of(struct store *s, int64_t ending, struct arena *mem, struct plan_ending_note_list *out,
			  struct fault *f);

/* --- A child who died or was not born alive --- */
struct loss_row {
	int64_t person_id;
	const char *kind; /* miscarriage stillbirth death */
	day_number day;
	int64_t at; /* Unix seconds: when it was recorded */
	const char *by_user, *words;
};
struct loss_list {
	struct loss_row *items;
	size_t count, room;
};
bool loss_insert(struct store *s, const struct loss_row *row, struct fault *f);
/* Of the children of a family who belong or belonged to it. */
bool losses_of_family(struct store *s, int64_t family, struct arena *mem, struct loss_list *out, struct fault *f);

#endif
