/* How much two people are alike: names in any order and spelling of accents, dates with a slip of the keys. */
#include "people_likeness.h"

#include "base/text.h"

#include <stdlib.h>
#include <string.h>

enum { WORDS_MOST = 32, ABOUT_DUE_DAYS = 42 /* babies come early, and due dates are corrected */ };

struct name_words {
	const char *items[WORDS_MOST];
	size_t count;
};

static bool has_word(const struct name_words *words, const char *word)
{
	for (size_t i = 0; i < words->count; i++)
		if (strcmp(words->items[i], word) == 0)
			return true;
	return false;
}

static void add_words(struct name_words *words, const char *name, struct arena *mem)
{
	char *rest = NULL;

	for (char *word = strtok_r(text_fold(mem, name ? name : ""), " ", &rest); word && words->count < WORDS_MOST;
	     word = strtok_r(NULL, " ", &rest))
		if (!has_word(words, word))
			words->items[words->count++] = word;
}

static size_t shared(const struct name_words *words, const struct name_words *among)
{
	size_t count = 0;

	for (size_t i = 0; i < words->count; i++)
		count += has_word(among, words->items[i]);
	return count;
}

/* Are all of the fewer words among the more? One word alone says too little, but where it is all the name there is. */
static bool is_within(const struct name_words *fewer, const struct name_words *more, size_t names_of_the_more)
{
	return fewer->count > 0 && shared(fewer, more) == fewer->count && (fewer->count > 1 || names_of_the_more == 1);
}

enum names { NAMES_OTHER, NAMES_PART, NAMES_SAME };

static enum names compare_names(const struct person *typed, const struct person *kept, const struct alias_list *aliases,
				struct arena *mem)
{
	struct name_words asked = {.count = 0}, main = {.count = 0}, all;

	add_words(&asked, typed->surname, mem);
	add_words(&asked, typed->given_names, mem);
	add_words(&main, kept->surname, mem);
	add_words(&main, kept->given_names, mem);
	all = main;
	add_words(&all, kept->known_as, mem);
	for (size_t i = 0; i < aliases->count; i++)
		add_words(&all, aliases->items[i].name, mem);
	if (is_within(&asked, &all, main.count) || is_within(&main, &asked, asked.count))
		return NAMES_SAME;
	return shared(&asked, &all) ? NAMES_PART : NAMES_OTHER;
}

enum dates { DATES_APART, DATES_UNKNOWN, DATES_SLIP, DATES_AGREE };

/* "3 4 2014" for "4 3 2014", or one of the three typed wrongly. */
static bool is_slip(day_number a, day_number b)
{
	struct civil_date one = date_civil(a), other = date_civil(b);
	int same = (one.day == other.day) + (one.month == other.month) + (one.year == other.year);

	return same == 2 || (one.year == other.year && one.day == other.month && one.month == other.day);
}

static enum dates compare_dates(const struct person *a, const struct person *b)
{
	bool is_birth = a->born_on != DAY_NONE && b->born_on != DAY_NONE;
	day_number one = a->born_on != DAY_NONE ? a->born_on : a->expected_on,
		   other = b->born_on != DAY_NONE ? b->born_on : b->expected_on;

	if (one == DAY_NONE || other == DAY_NONE)
		return DATES_UNKNOWN;
	if (!is_birth)
		return labs((long)one - (long)other) <= ABOUT_DUE_DAYS ? DATES_AGREE : DATES_APART;
	return one == other ? DATES_AGREE : is_slip(one, other) ? DATES_SLIP : DATES_APART;
}

enum likeness people_likeness(const struct person *typed, const struct person *kept, const struct alias_list *aliases,
			      struct arena *mem)
{
	enum names names;
	enum dates dates = compare_dates(typed, kept);

	if (typed->la_child_id && *typed->la_child_id && strcmp(typed->la_child_id, kept->la_child_id) == 0)
		return LIKENESS_WHOLE;
	if (dates == DATES_APART)
		return LIKENESS_NONE;
	names = compare_names(typed, kept, aliases, mem);
	if (names == NAMES_PART)
		return dates == DATES_AGREE ? LIKENESS_PART : LIKENESS_NONE;
	if (names == NAMES_OTHER)
		return LIKENESS_NONE;
	return dates == DATES_AGREE ? LIKENESS_WHOLE : dates == DATES_SLIP ? LIKENESS_SLIP : LIKENESS_UNDATED;
}
