/* The record of a conference while it goes from its writer to the chair and out: what its verbs and its letters have in
 * common. Inside a look or verb. */
#ifndef CASEWORK_RECORD_KEEPING_H
#define CASEWORK_RECORD_KEEPING_H

#include "casework/conference_record.h"
#include "letter_facts.h"
#include "store/record_store.h"
#include "work.h"

/* A conference that this person may do `action` to, and the newest edition of its record; refused while there is none.
 */
bool record_reach(struct casework *cw, enum action action, int64_t conference, struct arena *mem,
		  struct conference *out, struct conference_record *record, struct fault *f);
/* Approved or distributed: never changed any more. */
bool record_is_fixed(const struct conference_record *record);
/* Refused for one that is fixed, and, while the chair has it, for everybody else. */
bool record_may_be_written(struct casework *cw, const struct conference *conference,
			   const struct conference_record *record, struct arena *mem, struct fault *f);
/* Is this person the chair of the conference, who approves its record and so is never its writer? */
bool record_is_the_chairs(struct casework *cw, const struct conference *conference, struct arena *mem);

/* "without restricted parts", "none: excluded from all of it". */
const char *record_copy_words(enum letter_copy copy, const struct invitee *invitee);

/* The text of a copy as casework_record_text; `invitee` NULL: the whole of it, with the corrections asked. */
bool record_text_of(struct casework *cw, const struct conference *conference, const struct conference_record *record,
		    const struct invitee *invitee, struct arena *mem, const char **out, struct fault *f);

/* A next edition has begun: it is to be approved and sent, like the one before. */
bool record_is_owed_again(struct casework *cw, int64_t conference, struct fault *f);
/* A copy written then is of an edition that was reopened since, or that another has followed. */
bool record_changed_since(struct casework *cw, int64_t conference, int64_t at, struct arena *mem, bool *out,
			  struct fault *f);
/* Copies of the approved record went out: it is distributed, so is the conference, and the deadline is met. Nothing
 * changes when that was said before. Refused while it is not approved. */
bool record_distributed(struct casework *cw, int64_t conference, struct arena *mem, struct fault *f);

#endif
