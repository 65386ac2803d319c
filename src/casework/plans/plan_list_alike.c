/* Who on the list of children on plans is spelt like what was typed: "mohamad" for Muhammad. A name heard over the
 * telephone at night is seldom spelt as it is kept, and nobody must be told no for that. */
#include "plan_list_reading.h"

#include "base/nearest.h"

#include <string.h>

enum { MOST_WORDS = 24, LEAST_OF_A_WORD = 4 };

struct words {
	const char *items[MOST_WORDS];
	size_t count;
};

/* Of a folded text, a copy of which lives in `mem`. */
static struct words words_of(const char *folded, struct arena *mem)
{
	struct words words = {.count = 0};
	char *rest = arena_text(mem, folded);

	for (char *word; words.count < MOST_WORDS && (word = strsep(&rest, " "));)
		if (*word)
			words.items[words.count++] = word;
	return words;
}

static bool begins_a_word(const char *typed, const struct words *words)
{
	for (size_t i = 0; i < words->count; i++)
		if (strncmp(words->items[i], typed, strlen(typed)) == 0)
			return true;
	return false;
}

/* The same first letter, and near enough to be meant. */
static bool is_near(const char *typed, const struct words *name)
{
	const char *near[MOST_WORDS];
	size_t count = 0;

	if (strlen(typed) < LEAST_OF_A_WORD)
		return begins_a_word(typed, name);
	for (size_t i = 0; i < name->count; i++)
		if (name->items[i][0] == typed[0])
			near[count++] = name->items[i];
	return nearest_word(typed, near, count) != NULL;
}

static bool is_alike(const struct words *typed, const char *folded, struct arena *mem)
{
	const struct words name = words_of(folded, mem);

	for (size_t i = 0; i < typed->count; i++)
		if (!is_near(typed->items[i], &name))
			return false;
	return true;
}

bool plan_list_spelt_alike(struct casework *cw, const struct listed_query *query, size_t most, struct arena *mem,
			   struct plan_list_meant *out, struct fault *f)
{
	const struct words typed = words_of(query->words, mem);
	struct listed_name_list names;
	struct arena scratch = {0};
	bool ok;

	*out = (struct plan_list_meant){0};
	ok = listed_names(cw->store, query, &scratch, &names, f);
	for (size_t i = 0; ok && i < names.count && out->count < most; i++) {
		int64_t *id = is_alike(&typed, names.items[i].folded, &scratch) ? ARENA_PUSH(mem, out) : NULL;

		if (id)
			*id = names.items[i].found_id;
	}
	ok = ok && (!arena_exhausted(&scratch) || fault_set(f, FAULT_MEMORY, "There is not enough memory to search."));
	arena_finish(&scratch);
	return ok;
}
