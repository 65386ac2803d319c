/* Finding a row of a table by what a person or a file calls it. */
#ifndef DOMAIN_WORD_MATCH_H
#define DOMAIN_WORD_MATCH_H

#include <stdbool.h>

/* Equal when letters and digits agree: case, blanks, hyphens, underscores and apostrophes do not matter. */
bool word_match(const char *a, const char *b);

#endif
