/* Private to src/store. */
#ifndef STORE_WATCH_H
#define STORE_WATCH_H

#include "case_file.h"

bool watch_begin(struct store *s, struct fault *f);

#endif
