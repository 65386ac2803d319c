/* What a person typed, made fit to keep. */
#ifndef CASEWORK_WORDS_TIDY_H
#define CASEWORK_WORDS_TIDY_H

#include "base/arena.h"
#include "base/fault.h"

/* NULL becomes "". Refuses control characters, by the name of the field; `lines`: line breaks are kept. */
bool words_tidy(const char **text, const char *field, bool lines, struct arena *mem, struct fault *f);

#endif
