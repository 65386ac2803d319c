/* The words by which erased people are known, found again where they are not a row of the family's: in drafts, in
 * questions to the list of children on plans, in the audit log. */
#include "erase_parts.h"

#include "audit_erase.h"
#include "base/text.h"
#include "search_words.h"
#include "statement_list.h"

#include <string.h>

enum { SHORTEST_NAME = 3 }; /* a shorter name alone is found in every other sentence */

struct word {
	const char *text;
};
struct word_list {
	struct word *items;
	size_t count, room;
};
struct text_row {
	int64_t id;
	const char *text;
};
struct text_row_list {
	struct text_row *items;
	size_t count, room;
};
static const struct column word_columns[] = {COLUMN(struct word, text, TEXT)};
static const struct column_list words = COLUMN_LIST(struct word, word_columns);
static const struct column text_columns[] = {COLUMN(struct text_row, id, ID), COLUMN(struct text_row, text, TEXT)};
static const struct column_list texts = COLUMN_LIST(struct text_row, text_columns);

static const struct statement references_of = {"SELECT reference AS text FROM family WHERE id = :family "
					       "UNION SELECT reference FROM conference WHERE family_id = :family "
					       "UNION SELECT reference FROM plan WHERE family_id = :family "
					       "UNION SELECT reference FROM complaint WHERE family_id = :family "
					       "UNION SELECT reference FROM escalation WHERE family_id = :family "
					       "UNION SELECT reference FROM plan_ending WHERE family_id = :family "
					       "UNION SELECT reference FROM transfer WHERE family_id = :family "
					       "UNION SELECT reference FROM disposal WHERE family_id = :family",
					       true};
static const struct statement names_of_family = {
	"SELECT p.surname AS text FROM family_member AS m JOIN person AS p ON p.id = m.person_id "
	"WHERE m.family_id = :family UNION SELECT p.given_names FROM family_member AS m JOIN person AS p "
	"ON p.id = m.person_id WHERE m.family_id = :family UNION SELECT p.known_as FROM family_member AS m JOIN person "
	"AS p "
	"ON p.id = m.person_id WHERE m.family_id = :family UNION SELECT name FROM family WHERE id = :family",
	true};
static const struct statement bearers = {"SELECT count(*) FROM name_search WHERE name_search MATCH :words", true};

/* Itself, and those that joined it and are no more: the log keeps what was written of them under their own numbers. */
static const struct statement families_in_it = {
	"WITH RECURSIVE joined(id) AS (SELECT :family UNION SELECT a.subject_id FROM joined AS j JOIN audit AS a ON"
	" a.family_id = j.id WHERE a.action = 'family.gather' AND a.subject_kind = 'family' AND NOT EXISTS"
	" (SELECT 1 FROM family AS there WHERE there.id = a.subject_id)) SELECT id, '' AS text FROM joined",
	false};
static const struct statement all_drafts = {
	"SELECT id, subject || ' ' || summary || ' ' || fields AS text FROM draft ORDER BY id", false};
static const struct statement drop_draft = {"DELETE FROM draft WHERE id = :id", true};
/* Those about a child went with the child; what is left was answered "nobody is known by that name". */
static const struct statement open_questions = {
	"SELECT id, words AS text FROM list_enquiry WHERE person_id IS NULL ORDER BY id", false};
static const struct statement drop_question = {"DELETE FROM list_enquiry WHERE id = :id", true};
/* Deleted words stay in older parts of the search index until its parts are made one. */
static const struct statement tidy_names = {"INSERT INTO name_search (name_search) VALUES ('optimize')", false};
static const struct statement tidy_homes = {"INSERT INTO address_search (address_search) VALUES ('optimize')", false};

const struct statement *const erase_words_statements[] = {
	&references_of,  &names_of_family, &families_in_it, &bearers,    &all_drafts, &drop_draft,
	&open_questions, &drop_question,   &tidy_names,     &tidy_homes, NULL};

bool erase_no_memory(struct fault *f)
{
	return fault_set(f, FAULT_MEMORY, "There is not enough memory to erase this record: nothing was erased.");
}

/* --- Marks --- */

static bool add_mark(struct erase_mark_list *marks, enum erase_mark_kind kind, const char *text, const char *also,
		     struct arena *mem, struct fault *f)
{
	const char *folded = text_fold(mem, text), *other = text_fold(mem, also);
	struct erase_mark *one;

	if (!folded || !other)
		return erase_no_memory(f);
	if (kind == MARK_WHOLE ? !*folded || !*other : strlen(folded) < SHORTEST_NAME)
		return true;
	one = ARENA_PUSH(mem, marks);
	if (!one)
		return erase_no_memory(f);
	*one = (struct erase_mark){kind, folded, other};
	return true;
}

bool erase_marks_of_family(struct store *s, int64_t family, struct arena *mem, struct erase_mark_list *out,
			   struct fault *f)
{
	struct word_list references = {0};

	if (!store_select(s, &references_of, PARAMETERS(PARAMETER_ID("family", family)), &words, mem, &references, f))
		return false;
	for (size_t i = 0; i < references.count; i++)
		if (!add_mark(out, MARK_REFERENCE, references.items[i].text, "", mem, f))
			return false;
	return true;
}

/* A name that somebody else bears too says nothing of whoever is gone. */
static bool add_lone_name(struct store *s, const char *name, struct arena *mem, struct erase_mark_list *out,
			  struct fault *f)
{
	const char *folded = text_fold(mem, name), *query = folded ? search_words(mem, folded, WORDS_WHOLE) : NULL;
	int64_t others = 0;

	if (!query)
		return !arena_exhausted(mem) || erase_no_memory(f);
	if (!store_select_number(s, &bearers, PARAMETERS(PARAMETER_TEXT("words", query)), 0, &others, f))
		return false;
	return others > 0 || add_mark(out, MARK_LONE, name, "", mem, f);
}

static bool add_lone_names(struct store *s, const char *names, struct arena *mem, struct erase_mark_list *out,
			   struct fault *f)
{
	for (names += strspn(names, " "); *names; names += strspn(names, " ")) {
		size_t length = strcspn(names, " ");
		const char *one = arena_text_n(mem, names, length);

		if (!one)
			return erase_no_memory(f);
		if (!add_lone_name(s, one, mem, out, f))
			return false;
		names += length;
	}
	return true;
}

static bool add_alias(struct store *s, const char *name, struct arena *mem, struct erase_mark_list *out,
		      struct fault *f)
{
	const char *blank = strchr(name, ' ');

	if (!blank)
		return add_lone_name(s, name, mem, out, f);
	return add_mark(out, MARK_WHOLE, arena_text_n(mem, name, (size_t)(blank - name)), blank + 1, mem, f) &&
	       add_lone_names(s, name, mem, out, f);
}

static bool add_aliases(struct store *s, const char *lines, struct arena *mem, struct erase_mark_list *out,
			struct fault *f)
{
	for (; *lines; lines += *lines == '\n') {
		size_t length = strcspn(lines, "\n");
		const char *one = arena_text_n(mem, lines, length);

		if (!one)
			return erase_no_memory(f);
		if (!add_alias(s, one, mem, out, f))
			return false;
		lines += length;
	}
	return true;
}

static bool add_person(struct store *s, const struct erase_person *one, struct arena *mem, struct erase_mark_list *out,
		       struct fault *f)
{
	return add_mark(out, MARK_REFERENCE, one->reference, "", mem, f) &&
	       add_mark(out, MARK_NUMBER, one->la_child_id, "", mem, f) &&
	       add_mark(out, MARK_NUMBER, one->upn, "", mem, f) &&
	       add_mark(out, MARK_NUMBER, one->nhs_number, "", mem, f) &&
	       add_mark(out, MARK_WHOLE, one->given_names, one->surname, mem, f) &&
	       add_mark(out, MARK_WHOLE, one->known_as, one->surname, mem, f) &&
	       add_lone_names(s, one->surname, mem, out, f) && add_lone_names(s, one->given_names, mem, out, f) &&
	       add_lone_names(s, one->known_as, mem, out, f) && add_aliases(s, one->aliases, mem, out, f);
}

bool erase_marks_of_people(struct store *s, const struct erase_person_list *people, struct arena *mem,
			   struct erase_mark_list *out, struct fault *f)
{
	for (size_t i = 0; i < people->count; i++)
		if (people->items[i].is_gone && !add_person(s, &people->items[i], mem, out, f))
			return false;
	return true;
}

/* As whole words: "ann" is not in "anna". */
static bool holds_words(const char *text, const char *sought)
{
	size_t length = strlen(sought);

	for (const char *at = text; (at = strstr(at, sought)); at++)
		if ((at == text || at[-1] == ' ') && (at[length] == '\0' || at[length] == ' '))
			return true;
	return false;
}

static bool holds_mark(const char *text, const struct erase_mark *mark, bool is_near, struct arena *mem)
{
	if (!holds_words(text, mark->folded))
		return false;
	if (mark->kind != MARK_WHOLE)
		return true;
	if (!is_near)
		return holds_words(text, mark->also);
	return holds_words(text, arena_printf(mem, "%s %s", mark->folded, mark->also)) ||
	       holds_words(text, arena_printf(mem, "%s %s", mark->also, mark->folded));
}

bool erase_is_marked(const struct erase_mark_list *marks, unsigned kinds, bool is_near, const char *text,
		     struct arena *mem)
{
	const char *folded = text_fold(mem, text);

	for (size_t i = 0; folded && i < marks->count; i++)
		if (kinds & marks->items[i].kind && holds_mark(folded, &marks->items[i], is_near, mem))
			return true;
	return false;
}

/* --- Where they are found --- */

static bool drop_marked(struct store *s, const struct statement *all, const struct statement *drop,
			const struct erase_mark_list *marks, unsigned kinds, int64_t *dropped, struct fault *f)
{
	struct arena mem = {0};
	struct text_row_list rows = {0};
	bool ok = store_select(s, all, NULL, &texts, &mem, &rows, f);

	for (size_t i = 0; ok && i < rows.count; i++) {
		if (!erase_is_marked(marks, kinds, false, rows.items[i].text, &mem))
			continue;
		ok = store_change(s, drop, NULL, NULL, PARAMETERS(PARAMETER_ID("id", rows.items[i].id)), NULL, f);
		*dropped += ok;
	}
	ok = ok && (!arena_exhausted(&mem) || erase_no_memory(f));
	arena_finish(&mem);
	return ok;
}

struct log_search {
	const struct text_row_list *families;
	const struct erase_person_list *people;
	const struct erase_mark_list *marks;
	struct arena mem; /* of one row */
};

static bool is_of_family(const struct log_search *search, const struct audit_row *row)
{
	for (size_t i = 0; i < search->families->count; i++)
		if (search->families->items[i].id == row->family_id)
			return true;
	return false;
}

static bool is_of_gone_person(const struct log_search *search, const struct audit_row *row)
{
	if (strcmp(row->subject_kind, "person") != 0)
		return false;
	for (size_t i = 0; i < search->people->count; i++)
		if (search->people->items[i].is_gone && search->people->items[i].id == row->subject_id)
			return true;
	return false;
}

/* Its own rows, those about who is gone, and any that names them in full. A name alone counts in what somebody typed to
 * search, which the log keeps in quotes: elsewhere "May" is a month. */
static bool is_in_log(void *payload, const struct audit_row *row)
{
	struct log_search *search = payload;
	bool is_typed = row->family_id == 0 && row->detail[0] == '"';

	if (is_of_family(search, row) || is_of_gone_person(search, row))
		return true;
	arena_reset(&search->mem);
	return erase_is_marked(search->marks, MARK_NUMBER | MARK_WHOLE | (is_typed ? MARK_LONE : 0u), !is_typed,
			       row->detail, &search->mem);
}

bool erase_words(struct store *s, const struct erasing *order, const struct erase_person_list *people,
		 const struct erase_mark_list *marks, int64_t *drafts, int64_t *log_rows, struct fault *f)
{
	struct arena mem = {0};
	struct text_row_list families = {0};
	struct log_search search = {&families, people, marks, {0}};
	int64_t questions = 0;
	bool ok = store_select(s, &families_in_it, PARAMETERS(PARAMETER_ID("family", order->family_id)), &texts, &mem,
			       &families, f) &&
		  drop_marked(s, &all_drafts, &drop_draft, marks, MARK_REFERENCE | MARK_NUMBER | MARK_WHOLE, drafts,
			      f) &&
		  drop_marked(s, &open_questions, &drop_question, marks, MARK_NUMBER | MARK_WHOLE | MARK_LONE,
			      &questions, f) &&
		  store_change(s, &tidy_names, NULL, NULL, NULL, NULL, f) &&
		  store_change(s, &tidy_homes, NULL, NULL, NULL, NULL, f) &&
		  audit_erase(s, order->who,
			      &(struct audit_erasing){is_in_log, &search, order->at, order->order, order->disposal},
			      log_rows, f);

	arena_finish(&search.mem);
	arena_finish(&mem);
	return ok;
}

/* "the Okonkwos" names them too. */
static bool begins_a_word(const char *text, const char *name)
{
	for (const char *at = text; (at = strstr(at, name)); at++)
		if (at == text || at[-1] == ' ')
			return true;
	return false;
}

bool family_is_named_in(struct store *s, int64_t family, const char *said, struct arena *mem, const char **out,
			struct fault *f)
{
	struct word_list names = {0};
	const char *folded = text_fold(mem, said);

	*out = "";
	if (!folded ||
	    !store_select(s, &names_of_family, PARAMETERS(PARAMETER_ID("family", family)), &words, mem, &names, f))
		return folded != NULL || erase_no_memory(f);
	for (size_t i = 0; i < names.count; i++) {
		const char *name = text_fold(mem, names.items[i].text);

		if (!name)
			return erase_no_memory(f);
		if (strlen(name) >= SHORTEST_NAME &&
		    (holds_words(folded, name) || (strlen(name) > SHORTEST_NAME && begins_a_word(folded, name))))
			*out = names.items[i].text;
	}
	return true;
}
