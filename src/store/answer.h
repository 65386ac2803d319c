/* The sentences that every store says alike. Private to src/store. */
#ifndef STORE_ANSWER_H
#define STORE_ANSWER_H

#include "store/store.h"

/* Memory has run out while reading. Always false. */
bool answer_too_much(struct fault *f);
/* After a save by version: true and the version counted up, or FAULT_CONFLICT when no row was `changed`.
 * `what`: "this report". */
bool answer_saved(int64_t changed, int64_t *version, const char *what, struct fault *f);
/* After a failed look for one row: `sentence` when there was none, else what `found` says. Always false. */
bool answer_not_found(const struct fault *found, struct fault *f, const char *sentence);

#endif
