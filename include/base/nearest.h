/* "Did you mean": the nearest of some words to one that was mistyped. */
#ifndef BASE_NEAREST_H
#define BASE_NEAREST_H

#include <stddef.h>
#include <stdint.h>

#define WORDS_TO_NULL SIZE_MAX

/* NULL when nothing is near enough to be meant. `words` ends after `count` or with NULL. */
const char *nearest_word(const char *typed, const char *const *words, size_t count);

#endif
