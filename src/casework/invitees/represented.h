/* Somebody who cannot come themselves and whoever comes in their place say the same reason. Inside a verb. */
#ifndef CASEWORK_REPRESENTED_H
#define CASEWORK_REPRESENTED_H

#include "domain/invitation.h"
#include "work.h"

/* A representative was put on the list, changed or (is_withdrawn) taken off: the one they come for is told so. Others
 * are left alone. */
bool represented_keep(struct casework *cw, const struct invitee *representative, struct arena *mem, struct fault *f);

#endif
