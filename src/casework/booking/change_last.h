/* The last change of a conference, and who still believes what was so before it. */
#ifndef CASEWORK_CHANGE_LAST_H
#define CASEWORK_CHANGE_LAST_H

#include "domain/invitation.h"
#include "store/conference_store.h"
#include "work.h"

/* The last move, postponement or cancellation; its step is "" when there was none. */
bool change_last(struct casework *cw, int64_t conference, struct arena *mem, struct conference_change *out,
		 struct fault *f);

/* Does this invitee believe something that is not so any more: another day or time, a conference that is off, or that
 * they are still asked? Those not told anything believe nothing. */
bool invitee_is_behind(const struct conference *conference, const struct invitee *invitee);

#endif
