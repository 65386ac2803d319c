/* Copies of the case file that the program kept beside it. Private to src/casework. */
#ifndef CASEWORK_KEPT_COPIES_H
#define CASEWORK_KEPT_COPIES_H

#include "work.h"

/* Their names, one a line, of those that hold what was let go at this moment (INT64_MAX: what is in the case file now);
 * "" none. On a demonstration, whose clock is its own, every one. */
const char *kept_copies(const struct casework *cw, const struct store_beside *beside, int64_t let_go_at,
			struct arena *mem);
/* The same, looked for now; NULL where the folder may not be looked at. */
const char *kept_copies_now(const struct casework *cw, int64_t let_go_at, struct arena *mem);

#endif
