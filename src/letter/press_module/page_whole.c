/* Words that stand on one line although there is a blank in them: postcodes. */
#include "page.h"

#include <string.h>

static bool is_letter(char c)
{
	return c >= 'A' && c <= 'Z';
}

static bool is_figure(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_part_of_word(char c)
{
	return is_letter(c) || is_figure(c) || (c >= 'a' && c <= 'z') || (unsigned char)c >= 0x80;
}

/* "8AQ", and no word goes on after it. */
static bool is_inward(const char *text)
{
	return is_figure(text[0]) && is_letter(text[1]) && is_letter(text[2]) && !is_part_of_word(text[3]);
}

/* "E13", "SW1A": one or two letters, then one or two figures or a figure and a letter. Bytes of it, 0 it is none. */
static size_t outward(const char *text)
{
	size_t bytes = is_letter(text[0]) ? 1 : 0;

	if (!bytes)
		return 0;
	bytes += is_letter(text[1]);
	if (!is_figure(text[bytes]))
		return 0;
	bytes++;
	return bytes + (is_figure(text[bytes]) || is_letter(text[bytes]));
}

void keep_postcodes_whole(PangoAttrList *attributes, const char *text)
{
	for (const char *at = text; *at; at++) {
		size_t bytes = at > text && is_part_of_word(at[-1]) ? 0 : outward(at);
		PangoAttribute *whole;

		if (!bytes || at[bytes] != ' ' || !is_inward(at + bytes + 1))
			continue;
		whole = pango_attr_allow_breaks_new(FALSE);
		whole->start_index = (guint)(at - text);
		whole->end_index = whole->start_index + (guint)bytes + 4;
		pango_attr_list_insert(attributes, whole);
		at += bytes + 3;
	}
}
