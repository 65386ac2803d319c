/* Ticking a task done, waiving it, and taking that back: the same on every screen that lists what is due. */
#ifndef TICK_H
#define TICK_H

#include "screens.h"

/* Asks the day, today by default; of the update of a review, whom it was asked of. */
bool tick_ask_day(struct tui *t, const struct due_item *item, struct fault *f);
bool tick_ask_waiver(struct tui *t, const struct due_item *item, struct fault *f); /* asks the reason */
/* What to say after either question, which has kept its answer already; true when it was one of them. */
bool tick_answered(struct tui *t, const struct answer *answer);
bool tick_undo(struct tui *t, struct fault *f);

void drafts_offer(struct tui *t); /* says how many drafts wait, once, at the start */

#endif
