/* Words as a full-text index is asked for them. */
#include "search_words.h"

#include "base/text.h"

#include <stdbool.h>

enum { MOST_WORDS = 12 };

/* Letters and digits only; every byte of another script counts as a letter. The rest parts words, as the index itself
 * does. */
static bool is_word_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

static size_t word_bytes(const char *words)
{
	size_t bytes = 0;

	while (is_word_byte(words[bytes]))
		bytes++;
	return bytes;
}

const char *search_words(struct arena *mem, const char *words, enum search_how how)
{
	const char *query = NULL;

	for (int count = 0; *words && count < MOST_WORDS;) {
		size_t bytes = word_bytes(words);

		if (bytes) {
			query = arena_printf(mem, "%s%s\"%.*s\"%s", query ? query : "", query ? " " : "",
					     how == WORDS_INITIALS ? (int)text_cluster(words) : (int)bytes, words,
					     how == WORDS_WHOLE ? "" : "*");
			count++;
		}
		words += bytes ? bytes : 1;
	}
	return query;
}

int search_word_count(const char *words)
{
	int count = 0;

	while (*words) {
		size_t bytes = word_bytes(words);

		count += bytes != 0;
		words += bytes ? bytes : 1;
	}
	return count;
}
