/* The review form's state, and how what was typed is kept (review_keep.c); its fields and opening are review_form.c. */
#ifndef REVIEW_KEEP_H
#define REVIEW_KEEP_H

#include "domain/date_entry.h"
#include "form_screen.h"
#include "reviews.h"

enum { REVIEW_CHILDREN_MOST = 24 };

struct review_values {
	char who[200], way[24], on[48], answer[2000];
	char trigger[24], review_by[48], why[1000], told[600];
	char child[120], since[48], status[32], next[48], ended[48];
	char starts[16];
	enum review_form_kind kind;
	bool has_many; /* children to choose one of */
};

struct review_form_state {
	struct form_screen form; /* first: form_screen.c goes by it */
	struct review_values values, now;
	int64_t plan;
	struct review_page page;
	int64_t versions[REVIEW_CHILDREN_MOST]; /* of how each child of it is looked after, as read */
	struct arena mem;
	struct casework *cw;
};

extern const char *const review_all_children; /* instead of one child */

/* The days that are understood here: any, the nearest first. */
struct date_context review_days(const struct review_form_state *state);
/* Keeps the checked form as its kind says, and says what was done; or nothing, with a fault at its field. */
bool review_keep(struct review_form_state *state, struct tui *t, struct fault *f);

#endif
