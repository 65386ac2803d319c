/* Names in the words of audit rows, veiled from whoever reads the log and not the cases. A word is compared as names
 * are found: folded, so that neither case nor accents get a name through. */
#include "audit_names.h"

#include "base/text.h"
#include "store/family_store.h"
#include "store/person_store.h"

#include <ctype.h>
#include <string.h>

/* --- Gathering the names of a family --- */

static bool add_words(struct audit_names *names, int64_t family, const char *text, const char *reference,
		      bool is_persons, struct fault *f)
{
	char *folded = text_fold(names->mem, text);

	for (char *word; folded && (word = strsep(&folded, " "));) {
		struct veiled_word *one;

		if (!*word)
			continue;
		one = ARENA_PUSH(names->mem, &names->words);
		if (!one)
			return fault_set(f, FAULT_MEMORY, "There is not enough memory to read the log.");
		*one = (struct veiled_word){family, word, reference, is_persons};
	}
	return true;
}

static bool add_person(struct audit_names *names, int64_t family, const struct person *person, struct fault *f)
{
	struct alias_list aliases;

	if (!add_words(names, family, person->given_names, person->reference, true, f) ||
	    !add_words(names, family, person->known_as, person->reference, true, f) ||
	    !add_words(names, family, person->surname, person->reference, true, f) ||
	    !aliases_of(names->cw->store, person->id, names->mem, &aliases, f))
		return false;
	for (size_t i = 0; i < aliases.count; i++)
		if (!add_words(names, family, aliases.items[i].name, person->reference, true, f))
			return false;
	return true;
}

/* The family's own name comes first: a surname that all share stands for the family. */
static bool add_family(struct audit_names *names, int64_t id, struct fault *f)
{
	struct member_list members, former;
	struct fault why = {0};
	struct family family;

	if (!family_by_id(names->cw->store, id, names->mem, &family, &why)) {
		if (why.code != FAULT_NOT_FOUND && f)
			*f = why;
		return why.code == FAULT_NOT_FOUND;
	}
	if (!add_words(names, id, family.name, family.reference, false, f) ||
	    !members_of_family(names->cw->store, id, names->mem, &members, f) ||
	    !former_members_of_family(names->cw->store, id, names->mem, &former, f))
		return false;
	for (size_t i = 0; i < members.count; i++)
		if (!add_person(names, id, &members.items[i].person, f))
			return false;
	for (size_t i = 0; i < former.count; i++)
		if (!add_person(names, id, &former.items[i].person, f))
			return false;
	return true;
}

static bool know_family(struct audit_names *names, int64_t id, bool *may, struct fault *f)
{
	struct veiled_family *one;

	for (size_t i = 0; i < names->families.count; i++)
		if (names->families.items[i].id == id) {
			*may = names->families.items[i].may;
			return true;
		}
	*may = casework_may(names->cw, ACTION_SEE_CASES, NULL);
	if (*may && !work_may_see_family(names->cw, id, may, f))
		return false;
	one = ARENA_PUSH(names->mem, &names->families);
	if (!one)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to read the log.");
	*one = (struct veiled_family){id, *may};
	return *may || add_family(names, id, f);
}

/* --- Replacing them --- */

static const struct veiled_word *veiled(const struct audit_names *names, int64_t family, const char *word)
{
	for (size_t i = 0; i < names->words.count; i++)
		if (names->words.items[i].family == family && strcmp(names->words.items[i].folded, word) == 0)
			return &names->words.items[i];
	return NULL;
}

static bool is_of_word(unsigned char c)
{
	return isalpha(c) || c >= 0x80 || c == '\'';
}

/* "Ada Okonkwo-Hale" becomes "P-0041": words of a name that follow each other are one. */
static const char *without_names(struct audit_names *names, int64_t family, const char *text)
{
	const char *out = "", *at = text, *plain = text;
	const struct veiled_word *last = NULL;

	while (*at) {
		const char *word = at, *between = at;
		const struct veiled_word *hit;

		while (*at && !is_of_word((unsigned char)*at))
			at++;
		word = at;
		while (is_of_word((unsigned char)*at))
			at++;
		hit = at > word ? veiled(names, family,
					 text_fold(names->mem, arena_text_n(names->mem, word, (size_t)(at - word))))
				: NULL;
		if (!hit) {
			if (last)
				out = arena_printf(names->mem, "%s%s", out, last->reference);
			last = NULL;
			continue;
		}
		/* Only a blank or a hyphen between two words keeps them one name. */
		if (last && (size_t)(word - between) == 1 && (*between == ' ' || *between == '-')) {
			last = last->is_persons ? last : hit;
		} else {
			out = arena_printf(names->mem, "%s%s%.*s", out, last ? last->reference : "",
					   (int)(word - plain), plain);
			last = hit;
		}
		plain = at;
	}
	return arena_printf(names->mem, "%s%s%s", out, last ? last->reference : "", plain);
}

/* What was typed, between quotation marks: "o… h…". References and figures tell no name and stay. */
static const char *by_first_letters(struct audit_names *names, const char *text)
{
	const char *out = "", *at = strchr(text, '"'), *end = strrchr(text, '"');

	if (!at || end == at)
		return text;
	out = arena_text_n(names->mem, text, (size_t)(++at - text));
	while (at < end) {
		size_t bytes = strcspn(at, " \"");
		uint32_t code;
		size_t first = text_decode(at, &code);

		if (at + bytes > end)
			bytes = (size_t)(end - at);
		if (bytes == 0)
			out = arena_printf(names->mem, "%s%c", out, *at++);
		else if (memchr(at, '-', bytes) && isdigit((unsigned char)at[bytes - 1]))
			out = arena_printf(names->mem, "%s%.*s", out, (int)bytes, at);
		else
			out = arena_printf(names->mem, "%s%.*s…", out, (int)first, at);
		at += bytes;
	}
	return arena_printf(names->mem, "%s%s", out, end);
}

static bool first_family(struct audit_names *names, int64_t person, int64_t *out, struct fault *f)
{
	struct member_list of;

	*out = 0;
	if (!members_of_person(names->cw->store, person, names->mem, &of, f))
		return false;
	if (of.count)
		*out = of.items[0].family_id;
	return true;
}

bool audit_names_veil(struct audit_names *names, const struct trail_row *row, const char **out, struct fault *f)
{
	int64_t family = row->family_id;
	bool may = false;

	*out = row->detail;
	if (row->is_erased) {
		*out = "(erased)";
		return true;
	}
	if (!family && strcmp(row->subject_kind, "person") == 0 && !first_family(names, row->subject_id, &family, f))
		return false;
	if (!family) {
		if (!casework_may(names->cw, ACTION_SEE_CASES, NULL))
			*out = by_first_letters(names, row->detail);
		return true;
	}
	if (!know_family(names, family, &may, f))
		return false;
	if (!may)
		*out = without_names(names, family, row->detail);
	return true;
}
