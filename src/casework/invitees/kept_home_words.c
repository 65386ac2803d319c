/* Homes that are kept from somebody, found again however they were written. */
#include "kept_home.h"

#include <string.h>

/* --- As words --- */

static bool is_ascii_word(unsigned char byte)
{
	return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
}

enum glyph { GLYPH_WORD, GLYPH_GAP, GLYPH_UNSEEN };

/* Of the general punctuation of Unicode (U+2000 to U+206F), by its third byte: apostrophes join, marks of direction and
 * of no width are not seen, blanks, dashes and quotation marks part words. */
static enum glyph glyph_of_punctuation(unsigned char second, unsigned char third)
{
	if (second == 0x81)
		return third >= 0xa0 ? GLYPH_UNSEEN : GLYPH_GAP;
	return third == 0x98 || third == 0x99 || (third >= 0x8b && third <= 0x8f) || (third >= 0xaa && third <= 0xae)
		       ? GLYPH_UNSEEN
		       : GLYPH_GAP;
}

/* What begins at `at`, and how many bytes it has. */
static enum glyph glyph_at(const char *at, size_t *bytes)
{
	unsigned char first = (unsigned char)at[0], second = first ? (unsigned char)at[1] : 0;

	*bytes = 1;
	if (first < 0x80)
		return is_ascii_word(first) ? GLYPH_WORD : first == '\'' || first == '`' ? GLYPH_UNSEEN : GLYPH_GAP;
	if (first == 0xc2 && (second == 0xa0 || second == 0xad)) {
		*bytes = 2;
		return second == 0xa0 ? GLYPH_GAP : GLYPH_UNSEEN;
	}
	if (first == 0xe2 && (second == 0x80 || second == 0x81) && at[2]) {
		*bytes = 3;
		return glyph_of_punctuation(second, (unsigned char)at[2]);
	}
	if (first == 0xef && second == 0xbb && (unsigned char)at[2] == 0xbf) {
		*bytes = 3;
		return GLYPH_UNSEEN;
	}
	return GLYPH_WORD;
}

/* Written out or in short, it is the same street. */
static void shorten(char *word, char **end)
{
	static const char *const pairs[][2] = {
		{"road", "rd"},   {"street", "st"},     {"saint", "st"},     {"avenue", "ave"},
		{"lane", "ln"},   {"close", "cl"},      {"gardens", "gdns"}, {"drive", "dr"},
		{"court", "ct"},  {"crescent", "cres"}, {"terrace", "terr"}, {"square", "sq"},
		{"house", "hse"}, {"grove", "gr"},      {"place", "pl"},     {"apartment", "apt"}};
	size_t bytes = (size_t)(*end - word);

	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		if (strlen(pairs[i][0]) != bytes || strncmp(word, pairs[i][0], bytes) != 0)
			continue;
		memcpy(word, pairs[i][1], strlen(pairs[i][1]));
		*end = word + strlen(pairs[i][1]);
		return;
	}
}

static void end_word(char **word, char **to)
{
	if (*to == *word)
		return;
	shorten(*word, to);
	*(*to)++ = ' ';
	*word = *to;
}

/* " 7 rose row zz14 2yh " of "7 Rose Row,\nZZ14 2YH"; a letter's kept form has "\\n" where its line broke. */
static const char *as_words(const char *text, size_t bytes, struct arena *mem)
{
	char *words = arena_alloc(mem, bytes + 3), *to = words, *word;
	const char *from = text;

	if (!words)
		return " ";
	*to++ = ' ';
	word = to;
	for (size_t taken; from < text + bytes && *from; from += taken) {
		enum glyph glyph = glyph_at(from, &taken);

		if (*from == '\\' && from[1])
			taken = 2;
		if (glyph == GLYPH_GAP)
			end_word(&word, &to);
		for (size_t i = 0; glyph == GLYPH_WORD && i < taken; i++)
			*to++ = from[i] >= 'A' && from[i] <= 'Z' ? (char)(from[i] + 'a' - 'A') : from[i];
	}
	end_word(&word, &to);
	*to = '\0';
	return words;
}

static const char *all_words(const char *text, struct arena *mem)
{
	return as_words(text, strlen(text), mem);
}

/* --- What of an address tells the house --- */

static size_t count_words(const char *words)
{
	size_t count = 0;

	for (const char *at = words + 1; *at; at++)
		count += *at == ' ';
	return count;
}

static bool is_number(char letter)
{
	return letter >= '0' && letter <= '9';
}

/* From the last number that a word follows: " 7 rose row " of " flat 3 7 rose row "; NULL none. */
static const char *from_number(const char *part)
{
	const char *found = NULL;

	for (const char *at = part; at[0] && at[1]; at += 1 + strcspn(at + 1, " ")) {
		const char *next = at + 1 + strcspn(at + 1, " ");

		if (is_number(at[1]) && next[0] && next[1] && !is_number(next[1]))
			found = at;
	}
	return found;
}

static bool is_kind_of_street(const char *word, size_t bytes)
{
	static const char *const kinds[] = {"rd",   "st",   "ave", "ln", "cl", "gdns", "dr",  "ct",
					    "cres", "terr", "sq",  "gr", "pl", "row",  "way", "walk"};

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (strlen(kinds[i]) == bytes && strncmp(word, kinds[i], bytes) == 0)
			return true;
	return false;
}

/* " 7 rose row " of " 7 rose row manor park london ": up to the word that says street, which is never the first of its
 * name ("st marys rd"). */
static const char *to_street(const char *numbered, struct arena *mem)
{
	const char *name = numbered + 1 + strcspn(numbered + 1, " ") + 1;

	for (const char *at = name + strcspn(name, " "); at[0] && at[1]; at += 1 + strcspn(at + 1, " ")) {
		size_t bytes = strcspn(at + 1, " ");

		if (is_kind_of_street(at + 1, bytes))
			return arena_printf(mem, "%.*s ", (int)(at + 1 + bytes - numbered), numbered);
	}
	return numbered;
}

static bool has_number(const char *words)
{
	for (const char *at = words; at[0] && at[1]; at += 1 + strcspn(at + 1, " "))
		if (is_number(at[1]))
			return true;
	return false;
}

/* The part with a number and a street; where none has, the first of two words or more: the house has a name. */
static void find_door(struct kept_home *home, const char *lines, struct arena *mem)
{
	const char *named = " ";

	for (const char *at = lines; *at;) {
		size_t bytes = strcspn(at, ",\n");
		const char *part = as_words(at, bytes, mem), *numbered = from_number(part);

		if (numbered) {
			home->door = to_street(numbered, mem);
			home->street = home->door + 1 + strcspn(home->door + 1, " ");
			break;
		}
		if (strcmp(named, " ") == 0 && count_words(part) > 1 && !has_number(part))
			named = part;
		at += bytes + (at[bytes] != '\0');
	}
	if (strcmp(home->door, " ") == 0)
		home->door = named;
	if (count_words(home->street) < 2)
		home->street = " ";
}

static const char *joined(const char *words, struct arena *mem)
{
	char *to = arena_text(mem, words), *out = to;

	for (const char *from = words; *from; from++)
		if (*from != ' ' || from == words || !from[1])
			*to++ = *from;
	*to = '\0';
	return out;
}

struct kept_home kept_home_of(const char *lines, const char *postcode, struct arena *mem)
{
	struct kept_home home = {
		.lines = all_words(lines, mem), .postcode = all_words(postcode, mem), .door = " ", .street = " "};

	home.joined_postcode = joined(home.postcode, mem);
	find_door(&home, lines, mem);
	return home;
}

/* --- Found again --- */

static bool is_any(const char *words)
{
	return strcmp(words, " ") != 0;
}

static bool stands(const char *words, const char *tell)
{
	return is_any(tell) && strstr(words, tell);
}

/* By its lines, or the door; a postcode is shared by a whole street, and tells a home only where nothing else is
 * known. */
bool kept_home_stands_in(const struct kept_home_list *list, const char *text, const char *own, struct arena *mem)
{
	const char *words = list->count ? all_words(text, mem) : " ", *known = list->count ? all_words(own, mem) : " ";

	for (size_t i = 0; i < list->count; i++) {
		const struct kept_home *home = &list->items[i];
		const char *tells[] = {is_any(home->lines) ? home->lines : home->postcode, home->door};

		for (size_t k = 0; k < sizeof tells / sizeof *tells; k++)
			if (stands(words, tells[k]) && !stands(known, tells[k]))
				return true;
	}
	return false;
}

/* "rose row primary school", "rose row surgery": everybody knows where that is, and who goes there is no secret. */
static bool is_a_place_of_that_name(const char *after)
{
	static const char *const places[] = {
		"primary ",   "junior ",  "infant ", "infants ", "secondary ", "school ",   "academy ",  "nursery ",
		"college ",   "surgery ", "health ", "medical ", "clinic ",    "practice ", "children ", "childrens ",
		"community ", "family ",  "police ", "library ", "hospital ",  "park "};

	for (size_t i = 0; i < sizeof places / sizeof *places; i++)
		if (strncmp(after, places[i], strlen(places[i])) == 0)
			return true;
	return false;
}

static bool tells_street(const char *words, const char *street)
{
	for (const char *at = is_any(street) ? strstr(words, street) : NULL; at; at = strstr(at + 1, street))
		if (!is_a_place_of_that_name(at + strlen(street)))
			return true;
	return false;
}

bool kept_home_is_told_by(const struct kept_home_list *list, const char *typed, struct arena *mem)
{
	const char *words = list->count ? all_words(typed, mem) : " ";

	if (kept_home_stands_in(list, typed, "", mem))
		return true;
	for (size_t i = 0; i < list->count; i++) {
		const struct kept_home *home = &list->items[i];

		if (stands(words, home->postcode) || stands(words, home->joined_postcode) ||
		    tells_street(words, home->street))
			return true;
	}
	return false;
}
