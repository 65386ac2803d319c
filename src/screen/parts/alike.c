/* Texts of a field that are typed in more than one way and mean the same. */
#include "alike.h"

#include "domain/clock_entry.h"

#include <ctype.h>
#include <stddef.h>

bool alike_clock(const char *a, const char *b)
{
	int x, y;

	return clock_entry_parse(&x, a, "", NULL) && clock_entry_parse(&y, b, "", NULL) && x == y;
}

bool alike_length(const char *a, const char *b)
{
	int x, y;

	return length_entry_parse(&x, a, "", NULL) && length_entry_parse(&y, b, "", NULL) && x == y;
}

bool alike_closed_up(const char *a, const char *b)
{
	for (;; a++, b++) {
		while (isspace((unsigned char)*a))
			a++;
		while (isspace((unsigned char)*b))
			b++;
		if (toupper((unsigned char)*a) != toupper((unsigned char)*b))
			return false;
		if (!*a)
			return true;
	}
}
