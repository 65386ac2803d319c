/* Homes that are kept from somebody, found again however they were written. */
#include "kept_home.h"

#include "store/family_store.h"
#include "store/person_store.h"

#include <string.h>

bool person_home(struct casework *cw, int64_t person, struct arena *mem, const char **lines, struct fault *f)
{
	struct address_list all;
	const struct address *now;

	*lines = "";
	if (!addresses_of(cw->store, person, mem, &all, f))
		return false;
	if (!all.count || all.items[0].to_on != DAY_NONE)
		return true;
	now = &all.items[0];
	*lines = arena_printf(mem, "%s%s%s", now->lines, *now->lines && *now->postcode ? "\n" : "", now->postcode);
	return true;
}

/* --- As words --- */

static bool is_word(char letter)
{
	unsigned char byte = (unsigned char)letter;

	return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
	       (byte >= 'a' && byte <= 'z');
}

/* " 7 rose row zz14 2yh " of "7 Rose Row,\nZZ14 2YH"; a letter's kept form has "\\n" where its line broke. */
static const char *as_words(const char *text, struct arena *mem)
{
	char *words = arena_alloc(mem, strlen(text) + 3), *to = words;

	if (!words)
		return " ";
	*to++ = ' ';
	for (const char *from = text; *from; from++) {
		if (*from == '\\' && from[1])
			from++;
		else if (is_word(*from)) {
			*to++ = *from >= 'A' && *from <= 'Z' ? (char)(*from + 'a' - 'A') : *from;
			continue;
		}
		if (to[-1] != ' ')
			*to++ = ' ';
	}
	if (to[-1] != ' ')
		*to++ = ' ';
	*to = '\0';
	return words;
}

/* --- Which --- */

static bool add_homes(struct casework *cw, const struct member_list *members, struct arena *mem,
		      struct kept_home_list *out, struct fault *f)
{
	for (size_t i = 0; i < members->count; i++) {
		struct address_list all;

		if (!addresses_of(cw->store, members->items[i].person_id, mem, &all, f))
			return false;
		for (size_t k = 0; k < all.count; k++) {
			const struct address *one = &all.items[k];
			struct kept_home *home;

			if (one->to_on != DAY_NONE || !*one->confidential_from || (!*one->lines && !*one->postcode))
				continue;
			home = ARENA_PUSH(mem, out);
			if (!home)
				return fault_set(f, FAULT_MEMORY, "There is not enough memory to write this letter.");
			*home = (struct kept_home){as_words(one->lines, mem), as_words(one->postcode, mem)};
		}
	}
	return true;
}

bool kept_homes_of_family(struct casework *cw, int64_t family, struct arena *mem, struct kept_home_list *out,
			  struct fault *f)
{
	struct member_list now, former;

	*out = (struct kept_home_list){0};
	return members_of_family(cw->store, family, mem, &now, f) && add_homes(cw, &now, mem, out, f) &&
	       former_members_of_family(cw->store, family, mem, &former, f) && add_homes(cw, &former, mem, out, f);
}

/* By its lines; a postcode is shared by a whole street, and tells a home only where nothing else is known. */
static const char *tells(const struct kept_home *home)
{
	return strcmp(home->lines, " ") != 0 ? home->lines : home->postcode;
}

bool kept_home_stands_in(const struct kept_home_list *list, const char *text, const char *own, struct arena *mem)
{
	const char *words = list->count ? as_words(text, mem) : " ", *known = list->count ? as_words(own, mem) : " ";

	for (size_t i = 0; i < list->count; i++)
		if (strstr(words, tells(&list->items[i])) && !strstr(known, tells(&list->items[i])))
			return true;
	return false;
}
