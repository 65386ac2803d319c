/* What changes while two entries become one, written down and turned back. Private to src/store. */
#ifndef STORE_MERGE_RECORD_H
#define STORE_MERGE_RECORD_H

#include "case_file.h"

/* The triggers that keep evidence as it was said do not know that only a name of the same human being changes: they
 * are down while two entries become one or are taken apart, and up again whatever happened. */
bool merge_guards_down(struct store *s, struct fault *f);
void merge_guards_up(struct store *s);

#endif
