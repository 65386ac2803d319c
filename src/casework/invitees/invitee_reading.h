/* Finding one invitee, and what is not read with the row. Inside a look or verb. */
#ifndef CASEWORK_INVITEE_READING_H
#define CASEWORK_INVITEE_READING_H

#include "domain/invitation.h"
#include "work.h"

/* The postal address an invitee's letter would go to: as typed for this conference, else of the person now, else of the
 * contact. Asked of the case file only where their method is post; "" otherwise, or where none is known. */
bool invitee_postal(struct casework *cw, const struct invitee *invitee, struct arena *mem, const char **out,
		    struct fault *f);

/* An invitee who is on the list and the conference they are asked to, where this person may see and invite to it.
 * FAULT_CONFLICT when the row is not the one that was read. */
bool invitee_reach(struct casework *cw, int64_t id, int64_t version, struct arena *mem, struct invitee *invitee,
		   struct conference *conference, struct fault *f);

/* A list stays as it was once the conference has taken place or is cancelled. */
bool invitees_may_change(const struct conference *conference, struct fault *f);

#endif
