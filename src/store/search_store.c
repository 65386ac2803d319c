/* Finding people by what they are called. */
#include "store/search_store.h"

#include "may_see.h"
#include "search_words.h"
#include "statement_list.h"

static const struct statement search_drop = {"DELETE FROM name_search WHERE rowid = :person", true};
static const struct statement search_add = {"INSERT INTO name_search (rowid, folded) VALUES (:person, :folded)", true};
/* Whoever is only in families this user may not see is neither found nor counted. There are few of them, so they are
 * gathered once for a search. */
#define MATCHING                                                                                                       \
	" FROM name_search WHERE name_search MATCH :words AND rowid NOT IN (SELECT m.person_id FROM family AS f"       \
	" JOIN family_member AS m ON m.family_id = f.id WHERE f.is_restricted = 1 AND NOT EXISTS (SELECT 1"            \
	" FROM family_member AS o JOIN family AS g ON g.id = o.family_id WHERE o.person_id = m.person_id "             \
	"AND " MAY_SEE_AS("g") "))"

static const struct statement search_count = {"SELECT count(*)" MATCHING, true};
/* The shorter the names, the more of them the words make up. */
static const struct statement search_closest = {
	"SELECT rowid AS id" MATCHING " ORDER BY length(folded), rowid LIMIT :most", true};
static const struct statement search_first = {"SELECT rowid AS id" MATCHING " ORDER BY rowid LIMIT :most", true};

const struct statement *const search_statements[] = {&search_drop,    &search_add,   &search_count,
						     &search_closest, &search_first, NULL};

struct id_row {
	int64_t id;
};
static const struct column id_columns[] = {COLUMN(struct id_row, id, INTEGER)};
static const struct column_list id_rows = COLUMN_LIST(struct id_row, id_columns);

/* To order by closeness each found row must be read; past this many the words are too few for closeness to mean
 * anything. */
static const int64_t most_to_order = 1000;

bool search_person_put(struct store *s, int64_t person, const char *folded, struct fault *f)
{
	const struct parameter *whom = PARAMETERS(PARAMETER_INTEGER("person", person));

	if (!store_change(s, &search_drop, NULL, NULL, whom, NULL, f))
		return false;
	return !folded || !*folded ||
	       store_change(s, &search_add, NULL, NULL,
			    PARAMETERS(PARAMETER_INTEGER("person", person), PARAMETER_TEXT("folded", folded)), NULL, f);
}

bool search_people(struct store *s, const char *folded_words, int64_t user, int most, struct arena *mem,
		   struct id_list *out, int64_t *total, struct fault *f)
{
	const char *query = search_words(mem, folded_words, WORDS_BEGIN);
	int64_t found;

	*out = (struct id_list){0};
	if (total)
		*total = 0;
	if (arena_exhausted(mem))
		return fault_set(f, FAULT_MEMORY,
				 "There is not enough memory to search. Close other programs and try again.");
	if (!query)
		return true;
	if (!store_select_number(s, &search_count,
				 PARAMETERS(PARAMETER_TEXT("words", query), PARAMETER_ID("user", user)), 0, &found, f))
		return false;
	if (total)
		*total = found;
	return store_select(
		s, found > most_to_order ? &search_first : &search_closest,
		PARAMETERS(PARAMETER_TEXT("words", query), PARAMETER_ID("user", user), PARAMETER_INTEGER("most", most)),
		&id_rows, mem, out, f);
}
