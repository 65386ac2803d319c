/* Private to src/store. */
#ifndef STORE_HEALTH_H
#define STORE_HEALTH_H

#include "case_file.h"

/* "ok" or the first complaint of each. */
bool health_soundness(struct store *s, struct arena *mem, const char **integrity, const char **foreign_keys,
		      struct fault *f);

#endif
