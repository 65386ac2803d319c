/* Two people saved the same record: in which fields they differ, what each has in them, and whose is kept. A form asks
 * this when a save by version comes second (form_screen.h); the screen is the same for every form. */
#ifndef OVERLAP_H
#define OVERLAP_H

#include "tui/form.h"
#include "tui/list.h"

enum overlap_keeps { KEEPS_NOTHING_YET, KEEPS_MINE, KEEPS_THEIRS, KEEPS_BOTH };

/* One field that is not the same for both. */
struct overlap_row {
	const struct field *field;
	const char *was, *mine, *theirs;                /* as the form holds them */
	const char *was_words, *my_words, *their_words; /* as people read them */
	bool is_changed_by_both;                        /* nothing is kept until somebody chooses */
	bool may_keep_both;                             /* there is room for one text after the other */
	enum overlap_keeps keeps;
};

struct overlap {
	struct arena mem;    /* the texts of theirs */
	const char **theirs; /* of every field of the form */
	char who[120];       /* "Aoife Brennan at 10:42"; "" not known */
	char title[300];     /* of the form */
	struct arena row_mem;
	struct overlap_row *rows;
	size_t count;
};

/* The text of each field in `values`, a struct as the form's is. NULL without memory. */
const char **overlap_texts(const struct form *form, const void *values, struct arena *mem);

/* NULL without memory. `theirs`: each field as the other person left it. */
struct overlap *overlap_create(const struct form *form, const char *const *theirs);
void overlap_destroy(struct overlap *c);

/* The rows, from what stands in the form at this moment; `was` is each field as it was read. What only one of the two
 * changed is kept as that one has it until it is chosen otherwise; what was chosen before stays chosen. */
bool overlap_compare(struct overlap *c, const struct form *form, const char *const *was, struct fault *f);
/* Did the other person change anything that the form shows? */
bool overlap_is_met(const struct overlap *c);
/* What was chosen, into the form. */
void overlap_settle(const struct overlap *c, struct form *form);

/* Shows them side by side. The answer: `code`, number 1 when everything is chosen and to be saved, 0 for Esc. The
 * conflict is the caller's and outlives the screen. */
bool overlap_open(struct tui *t, struct overlap *c, int code, struct fault *f);

#endif
