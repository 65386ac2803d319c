/* Private to src/store. */
#ifndef STORE_JOURNAL_MODE_H
#define STORE_JOURNAL_MODE_H

#include "case_file.h"

/* Puts the connection into the mode that is safe with this library and says why in s->why_mode. */
bool journal_mode_set(struct store *s, int library_version, struct fault *f);

#endif
