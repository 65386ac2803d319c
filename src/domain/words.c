/* Finding the row of a table of words that a person or a file means. */
#include "words.h"

#include "word_match.h"

bool word_find(const struct word *words, int count, const char *text, int *out)
{
	for (int i = 0; i < count; i++)
		if (word_match(text, words[i].token) || word_match(text, words[i].label)) {
			*out = i;
			return true;
		}
	return false;
}
