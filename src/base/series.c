/* Words in a row as people say them. */
#include "base/series.h"

void series_add(struct series *series, const char *word, struct arena *mem)
{
	if (series->last)
		series->before = series->before ? arena_printf(mem, "%s, %s", series->before, series->last)
						: series->last;
	series->last = word;
}

bool series_is_empty(const struct series *series)
{
	return !series->last;
}

const char *series_words(const struct series *series, struct arena *mem)
{
	if (!series->last)
		return "";
	return series->before ? arena_printf(mem, "%s and %s", series->before, series->last) : series->last;
}
