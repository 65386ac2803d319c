/* "Did you mean": the nearest of some words to one that was mistyped. */
#include "base/nearest.h"

#include <string.h>

enum { LONGEST = 64 };

static size_t least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* Written out because tolower() asks the locale. */
static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* Changes of one letter, left-out letters, added letters and swapped neighbours, counted (optimal string alignment). */
static size_t distance(const char *a, size_t m, const char *b, size_t n)
{
	size_t rows[3][LONGEST + 1];
	size_t *before = rows[0], *last = rows[1], *now = rows[2];

	for (size_t j = 0; j <= n; j++)
		last[j] = j;
	for (size_t i = 1; i <= m; i++) {
		size_t *oldest = before;

		now[0] = i;
		for (size_t j = 1; j <= n; j++) {
			size_t cost = lower(a[i - 1]) != lower(b[j - 1]);

			now[j] = least(least(last[j] + 1, now[j - 1] + 1), last[j - 1] + cost);
			if (i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) && lower(a[i - 2]) == lower(b[j - 1]))
				now[j] = least(now[j], before[j - 2] + 1);
		}
		before = last;
		last = now;
		now = oldest;
	}
	return last[n];
}

const char *nearest_word(const char *typed, const char *const *words, size_t count)
{
	size_t typed_length = strlen(typed), nearest = LONGEST + 1;
	const char *best = NULL;

	if (typed_length == 0 || typed_length > LONGEST)
		return NULL;
	for (; count && *words; words++, count--) {
		size_t length = strlen(*words), far;

		if (length > LONGEST)
			continue;
		far = distance(typed, typed_length, *words, length);
		/* The beginning of a word is that word, however much is missing. */
		if (typed_length >= 2 && typed_length < length && strncmp(typed, *words, typed_length) == 0)
			far = least(far, 1);
		/* Further off than a third of what was typed is another word. */
		if (far < nearest && far <= 1 + typed_length / 3) {
			nearest = far;
			best = *words;
		}
	}
	return best;
}
