/* Notices that wait while the case file goes on. */
#ifndef CASEWORK_NOTICE_HOLD_H
#define CASEWORK_NOTICE_HOLD_H

#include "domain/invitation.h"
#include "store/letter_store.h"
#include "work.h"

/* *why: DELIVERY_HELD_SAYS and what changed since this notice was written, "" when it is as it would be written now. */
bool notice_hold_of(struct casework *cw, int64_t letter, struct arena *mem, const char **why, struct fault *f);
/* It did not go: what followed from it is taken back. *is_one: false when the letter is no notice. */
bool notice_drop(struct casework *cw, int64_t letter, struct arena *mem, bool *is_one, struct fault *f);
/* Whom a notice went to, with what is known of them now: whose mail came back, where else they are reached. *is_one:
 * false when the letter is no notice, or its reader is none of its readers any more. */
bool notice_went_to(struct casework *cw, int64_t letter, struct arena *mem, struct invitee *out, bool *is_one,
		    struct fault *f);

#endif
