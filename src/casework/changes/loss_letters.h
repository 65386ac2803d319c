/* Letters that name a child who was lost after they were written: none of them leaves. Inside a look or verb. */
#ifndef CASEWORK_LOSS_LETTERS_H
#define CASEWORK_LOSS_LETTERS_H

#include "domain/record.h"
#include "store/letter_store.h"
#include "work.h"

/* Those of the family that wait and name the child. */
bool loss_letters_waiting(struct casework *cw, int64_t family, const struct person *child, struct arena *mem,
			  struct letter_listed_list *out, struct fault *f);
/* Holds each of them back. *count of them. Inside a verb. */
bool loss_letters_hold(struct casework *cw, int64_t family, const struct person *child, struct arena *mem,
		       size_t *count, struct fault *f);
/* Is this a letter of before the loss of a child whom it names? */
bool loss_is_named(struct casework *cw, const struct letter *letter, struct arena *mem, bool *out, struct fault *f);

extern const char loss_held_words[];

#endif
