/* The frame of the forms that say what was done about a complaint or an escalation: one step, its day and what it
 * asks. */
#ifndef CHALLENGE_STEP_H
#define CHALLENGE_STEP_H

#include "form_screen.h"

/* First in the form's own state. */
struct challenge_step {
	struct form_screen form; /* first: form_screen.c goes by it */
	int64_t id, version;     /* of what it is about, as read */
	struct casework *cw;
};

/* What the form is headed with, and what its draft is known by. */
struct challenge_step_heading {
	const char *doing, *reference, *family; /* "Settle", "K-0001", "Okonkwo" */
	const char *step;                       /* its token */
	const char *form;                       /* "complaint step" */
};
/* Opens the form with today in `on`; `about` is filled in by the caller. */
bool challenge_step_begin(struct challenge_step *x, struct tui *t, const struct challenge_step_heading *heading,
			  const struct field *fields, size_t count, void *values, char *on, size_t room,
			  struct fault *f);
/* Pushes the screen for `id` with the state at `x`, of the class's size and freed here; NULL: there was no memory. */
bool challenge_step_push(struct tui *t, const struct screen_class *screen, struct challenge_step *x, int64_t id,
			 const char *draft, struct fault *f);

#endif
