/* Two entries of one person made one and taken apart again: nothing is left behind, nothing is lost, every row goes
 * back. */
#include "casework/merging.h"
#include "casework/pages.h"
#include "every_call.h"

#include <sqlite3.h>

#include <stdlib.h>

/* --- The case file as text, past every guard --- */

static void add_rows(sqlite3 *db, const char *sql, FILE *out)
{
	sqlite3_stmt *q;

	assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &q, NULL), SQLITE_OK);
	while (sqlite3_step(q) == SQLITE_ROW) {
		for (int i = 0; i < sqlite3_column_count(q); i++)
			fprintf(out, "%s|", (const char *)sqlite3_column_text(q, i));
		fprintf(out, "\n");
	}
	sqlite3_finalize(q);
}

/* Every row but of the audit log and of the merges themselves; of a person not how often it was saved. */
static char *everything(const struct casework_fixture *fixture)
{
	sqlite3 *db = casework_fixture_rows(fixture);
	sqlite3_stmt *tables;
	char *text = NULL;
	size_t bytes = 0;
	FILE *out = open_memstream(&text, &bytes);

	assert_int_equal(sqlite3_prepare_v2(
				 db,
				 "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND "
				 "name NOT LIKE '%\\_search\\_%' ESCAPE '\\' AND name NOT IN ('audit', 'person_merge', "
				 "'person') ORDER BY name",
				 -1, &tables, NULL),
			 SQLITE_OK);
	while (sqlite3_step(tables) == SQLITE_ROW) {
		char sql[200];

		snprintf(sql, sizeof sql, "SELECT * FROM %s ORDER BY 1, 2",
			 (const char *)sqlite3_column_text(tables, 0));
		if (strstr(sql, "name_search"))
			snprintf(sql, sizeof sql, "SELECT rowid, folded FROM name_search ORDER BY rowid");
		if (strstr(sql, "address_search"))
			snprintf(sql, sizeof sql, "SELECT rowid, words FROM address_search ORDER BY rowid");
		if (strstr(sql, "FROM authority ") || strstr(sql, "FROM reference_counter "))
			snprintf(sql, sizeof sql, "SELECT 1");
		fprintf(out, "-- %s\n", (const char *)sqlite3_column_text(tables, 0));
		add_rows(db, sql, out);
	}
	sqlite3_finalize(tables);
	add_rows(db,
		 "SELECT id, reference, la_child_id, upn, nhs_number, surname, given_names, known_as, sex, born_on, "
		 "expected_on, "
		 "died_on, phone, email, merged_into_id FROM person ORDER BY id",
		 out);
	fclose(out);
	return text;
}

static void assert_alike(const char *before, const char *after, const char *what)
{
	size_t at = 0, line = 0;

	if (strcmp(before, after) == 0)
		return;
	while (before[at] && before[at] == after[at]) {
		at++;
		if (before[at] == '\n')
			line = at + 1;
	}
	fail_msg("%s: was\n%.160s\nis\n%.160s", what, before + line, after + line);
}

/* Every column of the schema that refers to a person, but the two that remember the merge. */
static void assert_nothing_refers_to(const struct casework_fixture *fixture, int64_t person, const char *what)
{
	sqlite3 *db = casework_fixture_rows(fixture);
	sqlite3_stmt *columns;
	int found = 0;

	assert_int_equal(
		sqlite3_prepare_v2(
			db,
			"SELECT t.name, k.\"from\" FROM sqlite_schema AS t, pragma_foreign_key_list(t.name) AS k "
			"WHERE t.type = 'table' AND k.\"table\" = 'person' AND t.name <> 'person_merge' "
			"ORDER BY 1, 2",
			-1, &columns, NULL),
		SQLITE_OK);
	while (sqlite3_step(columns) == SQLITE_ROW) {
		char sql[200];

		snprintf(sql, sizeof sql, "SELECT count(*) FROM %s WHERE %s = %lld",
			 (const char *)sqlite3_column_text(columns, 0), (const char *)sqlite3_column_text(columns, 1),
			 (long long)person);
		if (casework_fixture_number(fixture, sql) != 0)
			fail_msg("%s: %s.%s still refers to %lld", what, (const char *)sqlite3_column_text(columns, 0),
				 (const char *)sqlite3_column_text(columns, 1), (long long)person);
		found++;
	}
	sqlite3_finalize(columns);
	assert_true(found > 20);
}

/* --- Making one, taking apart --- */

static bool make_one(struct casework_fixture *fixture, int64_t kept, int64_t gone, struct fault *f)
{
	struct merging_page page;
	struct merging merging = {.kept_id = kept, .gone_id = gone, .reason = "the same birth certificate"};

	if (!casework_merge_try(fixture->cw, kept, gone, &fixture->mem, &page, f))
		return false;
	merging.kept_version = page.kept.version;
	merging.gone_version = page.gone.version;
	return casework_merge(fixture->cw, &merging, f);
}

static bool take_apart(struct casework_fixture *fixture, struct fault *f)
{
	return casework_merge_undo(fixture->cw, casework_fixture_number(fixture, "SELECT max(id) FROM person_merge"),
				   "two cousins of one name", f);
}

static void test_whoever_is_made_one_can_be_taken_apart(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t people, made = 0, refused = 0;

	make_world(fixture);
	people = casework_fixture_number(fixture, "SELECT max(id) FROM person");
	for (int64_t kept = 1; kept <= people; kept++)
		for (int64_t gone = 1 + kept % 5; gone <= people; gone += 5 + kept % 3) {
			struct fault f = {0};
			char *before = everything(fixture), *after;
			char what[80];

			snprintf(what, sizeof what, "%lld and %lld", (long long)kept, (long long)gone);
			if (!make_one(fixture, kept, gone, &f)) {
				if (f.code != FAULT_REFUSED || f.message[strlen(f.message) - 1] != '.')
					fail_msg("%s: %d %s", what, f.code, f.message);
				refused++;
			} else {
				made++;
				assert_nothing_refers_to(fixture, gone, what);
				assert_int_equal(casework_fixture_number(
							 fixture, "SELECT count(*) FROM pragma_foreign_key_check"),
						 0);
				assert_done(take_apart(fixture, &f), &f);
			}
			after = everything(fixture);
			assert_alike(before, after, what);
			free(before);
			free(after);
		}
	assert_true(made > 15);
	assert_true(refused > 5);
}

struct twins {
	int64_t family, other_family, kept, gone;
};

/* One girl, entered by an officer and again, in a family of her own, by another. */
static struct twins two_entries(struct casework_fixture *fixture)
{
	struct twins t;
	struct person first = some_person("Okonkwo", "Adaeze", "2014-03-03"),
		      second = some_person("Okonkwo", "Ada", "2014-03-03");
	struct address home = {.lines = "1 Marsh Road",
			       .postcode = "ZZ6 9UZ",
			       .from_on = DAY_NONE,
			       .to_on = DAY_NONE,
			       .confidential_from = ""};
	struct fault f = {0};

	second.la_child_id = "F000200";
	second.nhs_number = "";
	assert_done(casework_family_add_as(fixture->cw, "FAM-0001", "", &t.family, &f), &f);
	assert_done(casework_family_add_as(fixture->cw, "FAM-0002", "", &t.other_family, &f), &f);
	assert_done(casework_member_add(fixture->cw, t.family, &first, RELATIONSHIP_CHILD, ANSWER_UNKNOWN, &home, &f),
		    &f);
	assert_done(casework_member_add(fixture->cw, t.other_family, &second, RELATIONSHIP_CHILD, ANSWER_UNKNOWN, &home,
					&f),
		    &f);
	t.kept = first.id;
	t.gone = second.id;
	return t;
}

static void test_what_only_one_entry_says_is_kept(void **state)
{
	struct casework_fixture *fixture = *state;
	struct twins t = two_entries(fixture);
	struct merging_page page;
	struct person person;
	struct found_list found;
	enum found_kind kind;
	struct fault f = {0};
	int64_t id;

	assert_done(casework_merge_try(fixture->cw, t.kept, t.gone, &fixture->mem, &page, &f), &f);
	assert_string_equal(page.families, "FAM-0002 Okonkwo becomes part of FAM-0001 Okonkwo.");
	assert_string_equal(page.kept_family, "child of FAM-0001 Okonkwo");
	assert_string_equal(page.kept_words, "addresses 1");
	assert_string_equal(page.warning, "");
	assert_done(make_one(fixture, t.kept, t.gone, &f), &f);
	assert_done(casework_person(fixture->cw, t.kept, &fixture->mem, &person, &f), &f);
	assert_string_equal(person.given_names, "Adaeze");
	assert_string_equal(person.la_child_id, "F000200");
	assert_string_equal(casework_fixture_text(fixture, "SELECT group_concat(name) FROM person_alias"),
			    "Ada Okonkwo");
	assert_int_equal(casework_fixture_number(fixture, "SELECT count(*) FROM family"), 1);
	assert_int_equal(casework_fixture_number(fixture, "SELECT count(*) FROM address WHERE to_on IS NULL"), 1);
	/* By the other entry's name, reference and id the one child is found. */
	assert_done(casework_find(fixture->cw, "ada okonkwo", 5, true, &fixture->mem, &found, &f), &f);
	assert_int_equal(found.count, 1);
	assert_int_equal(found.items[0].id, t.kept);
	assert_done(casework_resolve(fixture->cw, page.gone.reference, &kind, &id, &f), &f);
	assert_int_equal(id, t.kept);
	assert_int_equal(casework_fixture_audited(fixture, "person.merge"), 1);
	assert_int_equal(casework_fixture_audited(fixture, "family.gather"), 1);
}

/* Work that was done since stays with the entry that was kept, and the other gets back what was its own. */
static void test_work_done_since_stays(void **state)
{
	struct casework_fixture *fixture = *state;
	struct twins t = two_entries(fixture);
	struct person_record record;
	struct person person;
	struct fault f = {0};

	assert_done(make_one(fixture, t.kept, t.gone, &f), &f);
	assert_done(casework_person_record(fixture->cw, t.kept, t.family, &fixture->mem, &record, &f), &f);
	record.person.phone = "01632 960123";
	assert_done(casework_person_save(fixture->cw, &record, &f), &f);
	assert_done(take_apart(fixture, &f), &f);
	assert_done(casework_person(fixture->cw, t.kept, &fixture->mem, &person, &f), &f);
	assert_string_equal(person.phone, "01632 960123");
	assert_string_equal(person.la_child_id, "");
	assert_done(casework_person(fixture->cw, t.gone, &fixture->mem, &person, &f), &f);
	assert_string_equal(person.la_child_id, "F000200");
	/* Whoever still has the page of before is told. */
	record.person.la_child_id = "";
	assert_false(casework_person_save(fixture->cw, &record, &f));
	assert_int_equal(f.code, FAULT_CONFLICT);
	/* Once apart, they stay apart. */
	assert_false(take_apart(fixture, &f));
	assert_non_null(strstr(f.message, "taken apart already"));
}

static void test_refusals(void **state)
{
	struct casework_fixture *fixture = *state;
	struct twins t = two_entries(fixture);
	struct person mother = some_person("Okonkwo", "Grace", "1990-01-01");
	struct merging merging = {
		.kept_id = t.kept, .gone_id = t.gone, .kept_version = 1, .gone_version = 1, .reason = "  "};
	struct fault f = {0};

	assert_false(casework_merge(fixture->cw, &merging, &f));
	assert_string_equal(f.field, "reason");
	merging.reason = "the same girl";
	merging.gone_version = 7;
	assert_false(casework_merge(fixture->cw, &merging, &f));
	assert_int_equal(f.code, FAULT_CONFLICT);
	assert_false(make_one(fixture, t.kept, t.kept, &f));
	assert_string_equal(f.message, "This is the same entry: choose the other one.");
	assert_done(casework_member_add(fixture->cw, t.family, &mother, RELATIONSHIP_MOTHER, ANSWER_YES, NULL, &f), &f);
	assert_false(make_one(fixture, t.kept, mother.id, &f));
	assert_string_equal(f.message,
			    "One entry is a child and the other a grown-up of a family: they are not the same "
			    "person.");
	assert_int_equal(casework_fixture_number(fixture, "SELECT count(*) FROM person_merge"), 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, casework_fixture_setup, casework_fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_what_only_one_entry_says_is_kept),
		TEST(test_work_done_since_stays),
		TEST(test_refusals),
		TEST(test_whoever_is_made_one_can_be_taken_apart),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
