/* A child whom a return brought alone comes into its family: what is one event for the siblings becomes one. */
#ifndef CASEWORK_GATHER_H
#define CASEWORK_GATHER_H

#include "work.h"

/* `from` is a provisional family. Without a family of that reference it becomes that family; otherwise everything of it
 * goes over and enquiries and held conferences of the siblings that are one event are joined, the lowest reference
 * kept. Audited. *family is the family afterwards. Inside a verb. */
bool gather_child(struct casework *cw, const struct family *from, const char *reference, struct arena *mem,
		  int64_t *family, struct fault *f);

/* Everything of family `from` goes over to `to`, which this worker may see. Audited. Inside a verb. */
bool gather_family(struct casework *cw, const struct family *from, const struct family *to, struct arena *mem,
		   struct fault *f);

#endif
