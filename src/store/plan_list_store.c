/* The list of children on plans: finding on it, and who is on it on a day. */
#include "store/plan_list_store.h"

#include "answer.h"
#include "may_see.h"
#include "search_words.h"
#include "statement_list.h"

/* A family this user may see; and the other way about. */
#define IN_FORCE " l.started_on <= :day AND (l.ended_on IS NULL OR l.ended_on > :day)"

/* From whoever is meant to the children of the family who have or had a plan: itself, when it is one of them. The row
 * with the highest rank gives found_id. CROSS JOIN keeps the order: a letter finds few people, a council has many
 * plans. */
#define CHILDREN_OF(meant)                                                                                             \
	"SELECT l.person_id, l.family_id, " meant " AS found_id, max((" meant " = l.person_id) * 2 + (" IN_FORCE       \
	")) AS closeness, f.reference AS family, count(*) OVER () AS total"
#define TO_PLANS(meant)                                                                                                \
	" CROSS JOIN family_member AS m ON m.person_id = " meant " CROSS JOIN plan AS l ON l.family_id = m.family_id"  \
	" AND (l.person_id = " meant " OR NOT EXISTS (SELECT 1 FROM plan AS o WHERE o.person_id = " meant "))"         \
	" CROSS JOIN family AS f ON f.id = l.family_id CROSS JOIN person AS p ON p.id = l.person_id"
#define CLOSEST_FIRST                                                                                                  \
	" AND " MAY_SEE " GROUP BY l.person_id ORDER BY closeness DESC, p.surname, p.given_names, l.person_id LIMIT "  \
	":most"

static const struct statement by_name = {
	CHILDREN_OF("n.rowid") " FROM name_search AS n" TO_PLANS(
		"n.rowid") " WHERE n.name_search MATCH :words"
			   " AND (:born IS NULL OR EXISTS (SELECT 1 FROM person AS b WHERE b.id = n.rowid AND "
			   "b.born_on = :born))" CLOSEST_FIRST,
	true};
static const struct statement by_birth = {
	CHILDREN_OF("n.id") " FROM person AS n" TO_PLANS("n.id") " WHERE n.born_on = :born" CLOSEST_FIRST, true};
static const struct statement by_address = {
	CHILDREN_OF("n.person_id") " FROM address_search AS w CROSS JOIN address AS n ON n.id = w.rowid" TO_PLANS(
		"n.person_id") " WHERE w.address_search MATCH :words" CLOSEST_FIRST,
	true};

static const struct statement by_person = {
	CHILDREN_OF("n.id") " FROM person AS n" TO_PLANS("n.id") " WHERE n.id = :person" CLOSEST_FIRST, true};
static const struct statement by_initials = {
	"SELECT n.rowid AS found_id, n.folded FROM name_search AS n CROSS JOIN family_member AS m ON m.person_id = "
	"n.rowid"
	" CROSS JOIN family AS f ON f.id = m.family_id WHERE n.name_search MATCH :words AND " MAY_SEE
	" AND EXISTS (SELECT 1 FROM plan AS l WHERE l.family_id = f.id) GROUP BY n.rowid",
	true};

#define HIDDEN_CHILD_OF(meant)                                                                                         \
	" CROSS JOIN family_member AS m ON m.person_id = " meant " CROSS JOIN family AS f ON f.id = m.family_id"       \
	" CROSS JOIN family_member AS c ON c.family_id = f.id AND c.relationship = 'child'"
static const struct statement hidden_by_name = {
	"SELECT c.person_id FROM name_search AS n" HIDDEN_CHILD_OF(
		"n.rowid") " WHERE n.name_search MATCH :words AND NOT" MAY_SEE
			   " AND (:born IS NULL OR EXISTS (SELECT 1 FROM person AS b WHERE b.id = n.rowid AND "
			   "b.born_on ="
			   " :born)) ORDER BY c.person_id <> n.rowid, c.person_id LIMIT 1",
	true};
static const struct statement hidden_by_address = {
	"SELECT c.person_id FROM address_search AS w CROSS JOIN address AS n ON n.id = w.rowid" HIDDEN_CHILD_OF(
		"n.person_id") " WHERE w.address_search MATCH :words AND NOT" MAY_SEE " ORDER BY c.person_id LIMIT 1",
	true};

static const struct statement kept_home = {
	"SELECT EXISTS (SELECT 1 FROM family_member AS m CROSS JOIN address AS a ON a.person_id = m.person_id"
	" WHERE m.family_id = :family AND a.confidential_from <> '')"
	" OR EXISTS (SELECT 1 FROM transfer WHERE family_id = :family AND kept_from <> '')",
	true};

static const struct statement on_a_day = {
	"SELECT l.person_id, l.family_id, l.person_id AS found_id, 3 AS closeness, f.reference AS family, count(*) "
	"OVER () AS total FROM plan "
	"AS l"
	" JOIN family AS f ON f.id = l.family_id JOIN person AS p ON p.id = l.person_id WHERE" IN_FORCE " AND " MAY_SEE
	" ORDER BY p.surname, p.given_names, l.person_id",
	false};
#define COUNTED(what, name) ", CAST(total(" what ") AS INTEGER) AS " name
static const struct statement counted = {
	"SELECT count(*) AS children" COUNTED("p.born_on IS NULL AND p.expected_on IS NOT NULL",
					      "unborn") COUNTED("l.is_other_authority", "other_authority")
		COUNTED("l.category_latest = 'NEG'", "neglect") COUNTED("l.category_latest = 'PHY'", "physical")
			COUNTED("l.category_latest = 'SAB'", "sexual") COUNTED("l.category_latest = 'EMO'", "emotional")
				COUNTED("l.category_latest = 'MUL'",
					"multiple") " FROM plan AS l JOIN family AS f ON f.id = l.family_id JOIN "
						    "person AS p ON p.id = l.person_id WHERE" IN_FORCE " AND " MAY_SEE,
	false};

const struct statement *const plan_list_statements[] = {
	&by_name,           &by_birth,  &by_address, &by_person, &by_initials, &hidden_by_name,
	&hidden_by_address, &kept_home, &on_a_day,   &counted,   NULL};

static const struct column listed_columns[] = {
	COLUMN(struct listed, person_id, ID),  COLUMN(struct listed, family_id, ID),
	COLUMN(struct listed, found_id, ID),   COLUMN(struct listed, closeness, INTEGER),
	COLUMN(struct listed, total, INTEGER), COLUMN(struct listed, family, TEXT),
};
static const struct column_list listed_rows = COLUMN_LIST(struct listed, listed_columns);

static const struct column name_columns[] = {COLUMN(struct listed_name, found_id, ID),
					     COLUMN(struct listed_name, folded, TEXT)};
static const struct column_list name_rows = COLUMN_LIST(struct listed_name, name_columns);

static const struct column count_columns[] = {
	COLUMN(struct listed_counts, children, INTEGER),        COLUMN(struct listed_counts, unborn, INTEGER),
	COLUMN(struct listed_counts, other_authority, INTEGER), COLUMN(struct listed_counts, neglect, INTEGER),
	COLUMN(struct listed_counts, physical, INTEGER),        COLUMN(struct listed_counts, sexual, INTEGER),
	COLUMN(struct listed_counts, emotional, INTEGER),       COLUMN(struct listed_counts, multiple, INTEGER),
};
static const struct column_list count_rows = COLUMN_LIST(struct listed_counts, count_columns);

bool listed_find(struct store *s, const struct listed_query *query, struct arena *mem, struct listed_list *out,
		 struct fault *f)
{
	const char *words = search_words(mem, query->words, WORDS_BEGIN);

	*out = (struct listed_list){0};
	if (query->by == LISTED_BY_BIRTH)
		return store_select(s, &by_birth,
				    PARAMETERS(PARAMETER_DAY("born", query->born_on), PARAMETER_DAY("day", query->day),
					       PARAMETER_ID("user", query->user),
					       PARAMETER_INTEGER("most", query->most)),
				    &listed_rows, mem, out, f);
	if (arena_exhausted(mem))
		return answer_too_much(f);
	if (!words)
		return true;
	if (query->by == LISTED_BY_ADDRESS)
		return store_select(s, &by_address,
				    PARAMETERS(PARAMETER_TEXT("words", words), PARAMETER_DAY("day", query->day),
					       PARAMETER_ID("user", query->user),
					       PARAMETER_INTEGER("most", query->most)),
				    &listed_rows, mem, out, f);
	return store_select(s, &by_name,
			    PARAMETERS(PARAMETER_TEXT("words", words), PARAMETER_DAY("born", query->born_on),
				       PARAMETER_DAY("day", query->day), PARAMETER_ID("user", query->user),
				       PARAMETER_INTEGER("most", query->most)),
			    &listed_rows, mem, out, f);
}

bool listed_names(struct store *s, const struct listed_query *query, struct arena *mem, struct listed_name_list *out,
		  struct fault *f)
{
	const char *words = search_words(mem, query->words, WORDS_INITIALS);

	*out = (struct listed_name_list){0};
	if (arena_exhausted(mem))
		return answer_too_much(f);
	return !words || store_select(s, &by_initials,
				      PARAMETERS(PARAMETER_TEXT("words", words), PARAMETER_ID("user", query->user)),
				      &name_rows, mem, out, f);
}

bool listed_by_person(struct store *s, int64_t person, const struct listed_query *query, struct arena *mem,
		      struct listed_list *out, struct fault *f)
{
	*out = (struct listed_list){0};
	return store_select(s, &by_person,
			    PARAMETERS(PARAMETER_ID("person", person), PARAMETER_DAY("day", query->day),
				       PARAMETER_ID("user", query->user), PARAMETER_INTEGER("most", query->most)),
			    &listed_rows, mem, out, f);
}

/* How many words say beyond doubt who or where is meant. */
static bool says_enough(const struct listed_query *query)
{
	int count = search_word_count(query->words);

	if (query->by == LISTED_BY_NAME)
		return count >= (query->born_on == DAY_NONE ? 2 : 1);
	return query->by == LISTED_BY_ADDRESS && count >= 3;
}

bool listed_hidden(struct store *s, const struct listed_query *query, struct arena *mem, int64_t *out, struct fault *f)
{
	const char *words;

	*out = 0;
	if (!says_enough(query))
		return true;
	words = search_words(mem, query->words, WORDS_WHOLE);
	if (arena_exhausted(mem))
		return answer_too_much(f);
	if (query->by == LISTED_BY_ADDRESS)
		return store_select_number(
			s, &hidden_by_address,
			PARAMETERS(PARAMETER_TEXT("words", words), PARAMETER_ID("user", query->user)), 0, out, f);
	return store_select_number(s, &hidden_by_name,
				   PARAMETERS(PARAMETER_TEXT("words", words), PARAMETER_DAY("born", query->born_on),
					      PARAMETER_ID("user", query->user)),
				   0, out, f);
}

bool family_keeps_a_home(struct store *s, int64_t family, bool *out, struct fault *f)
{
	int64_t keeps = 0;

	if (!store_select_number(s, &kept_home, PARAMETERS(PARAMETER_ID("family", family)), 0, &keeps, f))
		return false;
	*out = keeps != 0;
	return true;
}

bool listed_on(struct store *s, day_number day, int64_t user, struct arena *mem, struct listed_list *out,
	       struct fault *f)
{
	return store_select(s, &on_a_day, PARAMETERS(PARAMETER_DAY("day", day), PARAMETER_ID("user", user)),
			    &listed_rows, mem, out, f);
}

bool listed_counts(struct store *s, day_number day, int64_t user, struct listed_counts *out, struct fault *f)
{
	struct arena mem = {0};
	bool ok = store_select_one(s, &counted, PARAMETERS(PARAMETER_DAY("day", day), PARAMETER_ID("user", user)),
				   &count_rows, &mem, out, f);

	arena_finish(&mem);
	return ok;
}
