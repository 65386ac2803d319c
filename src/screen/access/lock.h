/* The lock of the screens: when it comes, what stands there, what opens it. */
#ifndef DESK_LOCK_SCREEN_H
#define DESK_LOCK_SCREEN_H

#include "screen/desk.h"

/* Sets desk->lock as the policy and the options say. */
void lock_begin(struct desk *desk, const struct desk_options *options);

#endif
