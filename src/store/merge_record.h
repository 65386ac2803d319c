/* What changes while two entries become one, written down and turned back. Private to src/store. */
#ifndef STORE_MERGE_RECORD_H
#define STORE_MERGE_RECORD_H

#include "case_file.h"
#include "store/merge_store.h"

/* The triggers that keep evidence as it was said do not know that only a name of the same human being changes: they
 * are down while two entries become one or are taken apart, and up again whatever happened. */
bool merge_guards_down(struct store *s, struct fault *f);
void merge_guards_up(struct store *s);

/* BLAKE2b of everything that was recorded so far. */
bool recording_digest(struct store *s, struct recording *r, unsigned char out[32], struct fault *f);

#endif
