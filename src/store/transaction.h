/* Private to src/store. */
#ifndef STORE_TRANSACTION_H
#define STORE_TRANSACTION_H

#include "case_file.h"
#include "sqlite_fault.h"

/* Prepares BEGIN, COMMIT and ROLLBACK while there is memory: giving up a save must not need any. */
bool transaction_prepare(struct store *s, struct fault *f);
bool transaction_is_framed_by(const struct statement *q); /* one of those */

/* Gives up what could not be given up when it was due: switching triggers off makes SQLite prepare its ROLLBACK anew,
 * and for that there may be no memory. Until then others wait for the lock. */
void transaction_give_up_late(struct store *s);

int64_t monotonic_milliseconds(void);
int transaction_wait(void *payload, int count); /* SQLite's busy handler; payload is the store */
int transaction_commit_hook(void *payload);     /* refuses a COMMIT that is not ours */

/* False with a fault outside a transaction, or when SQLite has given it up by itself (full disk, I/O error): a change
 * would then be saved on its own. */
bool transaction_may_change(const struct store *s, struct fault *f);
/* How a failure of it is told: as a save, or as a look that could not be noted. */
enum store_doing transaction_is_for(const struct store *s);

/* After a COMMIT that failed: true when the save was made all the same. Else the fault stays, or says that it cannot be
 * known. */
bool settle(struct store *s, struct fault *f);

#endif
