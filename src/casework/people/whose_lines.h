/* Whose child is whose as pages say it. Inside a look or verb that may see the family. */
#ifndef CASEWORK_WHOSE_LINES_H
#define CASEWORK_WHOSE_LINES_H

#include "casework/whose_child.h"
#include "work.h"

/* How a list calls a child: "Ava", "the unborn baby". */
const char *whose_child_name(const struct person *child, struct arena *mem);
/* Members, what was said of them, and the lines of it; `family` is left as it is. */
bool whose_child_read(struct casework *cw, int64_t family, struct arena *mem, struct whose_child *out, struct fault *f);

#endif
