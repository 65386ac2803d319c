/* One person's session as the audit log tells it: how it began is written with the first thing done, the rest by these.
 */
#ifndef CASEWORK_SESSION_H
#define CASEWORK_SESSION_H

#include "casework/casework.h"

/* id, act in the log */
#define SESSION_ACTS(X)                                                                                                \
	X(LOCK, "session.lock")                                                                                        \
	X(UNLOCK, "session.unlock")                                                                                    \
	X(UNLOCK_REFUSED, "session.refused")                                                                           \
	X(SIGN_OUT, "sign-out")

enum session_act {
#define X(id, act) SESSION_##id,
	SESSION_ACTS(X)
#undef X
};

/* Leaves the row; `words` say how: "after 10 minutes", "the terminal hung up". Nothing on a file opened to look only,
 * and no sign-out where nothing was done. */
bool casework_session_note(struct casework *cw, enum session_act act, const char *words, struct fault *f);

#endif
