/* Words in a row as people say them: "Ada", "Ada and Ben", "Ada, Ben and Kai". */
#ifndef BASE_SERIES_H
#define BASE_SERIES_H

#include "base/arena.h"

#include <stdbool.h>

/* {0} has none yet. Its members are for series.c alone. */
struct series {
	const char *before, *last;
};
/* The word is not copied. */
void series_add(struct series *series, const char *word, struct arena *mem);
bool series_is_empty(const struct series *series);
/* "" of none. */
const char *series_words(const struct series *series, struct arena *mem);

#endif
