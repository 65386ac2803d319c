/* "pritchard", "Siân", a login: which chairs a listing is narrowed to. Inside a look. */
#ifndef CASEWORK_CHAIR_FILTER_H
#define CASEWORK_CHAIR_FILTER_H

#include "work.h"

/* *ids becomes ",3,7,", or "" when nothing was said. FAULT_NOT_FOUND when no chair answers to it. */
bool chair_filter(struct casework *cw, const char *said, struct arena *mem, const char **ids, struct fault *f);
bool chair_is_in(const char *ids, int64_t chair);

#endif
