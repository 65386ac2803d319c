/* Letters that wait while the case file goes on: one that says what its reader may not read any more does not leave. */
#ifndef CASEWORK_LETTER_HOLD_H
#define CASEWORK_LETTER_HOLD_H

#include "store/letter_store.h"
#include "work.h"

/* *why: a sentence that says what changed since the letter was written, "" when it may go to `address`. Inside a look
 * or verb. */
bool letter_hold_of(struct casework *cw, int64_t letter, const char *address, struct arena *mem, const char **why,
		    struct fault *f);
/* Withdraws this waiting delivery for that reason. Who was told by it is to be told again: the task is there once more.
 * Inside a verb; FAULT_CONFLICT when it waits no more. */
bool letter_hold_back(struct casework *cw, struct delivery *delivery, const char *why, struct fault *f);
/* Withdraws every waiting delivery of this method that may not go any more, and says why with each. *count of them. A
 * verb of its own; writes nothing when there is none. */
bool letters_hold_back(struct casework *cw, enum invite_method method, size_t *count, struct fault *f);
/* Refused while the letter's delivery waits and may not go any more. Inside a look or verb. */
bool letter_may_leave(struct casework *cw, const struct letter *letter, struct arena *mem, struct fault *f);
/* The same of one that a person tells by telephone, hands over or lays in the portal: what they read of it has left. */
bool letter_may_be_read_out(struct casework *cw, const struct letter *letter, struct arena *mem, struct fault *f);

#endif
