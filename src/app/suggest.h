/* "Did you mean": the nearest of some words to one that was mistyped. */
#ifndef APP_SUGGEST_H
#define APP_SUGGEST_H

#include <stddef.h>

/* NULL when nothing is near enough to be meant. `words` ends with NULL. */
const char *suggest(const char *typed, const char *const *words);

#endif
