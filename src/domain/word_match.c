/* Finding a row of a table by what a person or a file calls it. */
#include "word_match.h"

#include <stddef.h>
#include <string.h>

/* Written out because tolower() asks the locale, and a token must mean the same everywhere. */
static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static const char *next_letter(const char *text)
{
	while (*text && strchr(" -_'", *text))
		text++;
	return text;
}

bool word_match(const char *a, const char *b)
{
	if (!a || !b)
		return false;
	for (;;) {
		a = next_letter(a);
		b = next_letter(b);
		if (lower(*a) != lower(*b))
			return false;
		if (!*a)
			return true;
		a++;
		b++;
	}
}
