/* What waits for a manager. */
#ifndef SCREEN_WAITING_H
#define SCREEN_WAITING_H

#include "tui/tui.h"

/* Says at the start what waits to be acknowledged or approved, to whoever does that; nothing to others. */
void waiting_offer(struct tui *t);

#endif
