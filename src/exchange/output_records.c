/* A listing as "label: value" lines, a blank line between records: to be read aloud, or searched. */
#include "listing.h"

#include <string.h>

/* Lines after the first are set in, so that no text can look like a label of ours. */
static void put_value(FILE *to, const char *words)
{
	for (size_t n; words[n = strcspn(words, "\n")]; words += n + 1)
		fprintf(to, "%.*s\n  ", (int)n, words);
	fprintf(to, "%s\n", words);
}

bool listing_write_records(const struct listing *listing, FILE *to, struct arena *mem)
{
	for (size_t i = 0; i < listing_rows(listing) * listing->column_count; i++) {
		size_t column = i % listing->column_count;

		if (column == 0 && i > 0)
			fputc('\n', to);
		fprintf(to, "%s: ", listing->columns[column].label);
		put_value(to, listing_words(&listing->cells.items[i], true, mem));
		if (arena_exhausted(mem))
			return false;
		arena_reset(mem);
	}
	return true;
}
