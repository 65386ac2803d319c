/* No table is forgotten when a family's record goes: whatever can point at a row that goes is deleted too or points
 * nowhere afterwards, and whatever names a person either goes with them or keeps them. What becomes of the rows is
 * tried in casework/test_erase_families. */
#include "statement_list.h"
#include "store_fixture.h"

#include <sqlite3.h>

static bool holds(const struct statement *const *all, const char *words)
{
	for (; *all; all++)
		if (strstr((*all)->sql, words))
			return true;
	return false;
}

static bool begins(const struct statement *const *all, const char *words)
{
	for (; *all; all++)
		if (strncmp((*all)->sql, words, strlen(words)) == 0)
			return true;
	return false;
}

#define SAID(...) arena_printf(&x->mem, __VA_ARGS__)

static bool goes_or_points_nowhere(struct fixture *x, const char *table, const char *column)
{
	return begins(erase_statements, SAID("DELETE FROM %s WHERE ", table)) ||
	       begins(erase_statements, SAID("UPDATE %s SET %s = NULL WHERE ", table, column));
}

static bool goes_with_or_keeps(struct fixture *x, const char *table, const char *column)
{
	return begins(erase_people_statements, SAID("DELETE FROM %s WHERE %s = :person", table, column)) ||
	       holds(erase_people_statements, SAID("OR EXISTS (SELECT 1 FROM %s WHERE %s = :person)", table, column));
}

/* Second entries and merges are dealt with by name. */
static bool is_of_a_merge(const char *table, const char *column)
{
	return (strcmp(table, "person") == 0 && strcmp(column, "merged_into_id") == 0) ||
	       (strcmp(table, "person_merge") == 0);
}

static void every_reference_is_thought_of(void **state)
{
	struct fixture *x = *state;
	sqlite3 *db = NULL; /* without the guards, which let nobody ask for this */
	sqlite3_stmt *q;
	int of_rows = 0, of_people = 0;

	assert_int_equal(sqlite3_open_v2(x->scratch.file, &db, SQLITE_OPEN_READONLY, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(db,
					    "SELECT t.name, k.\"from\", k.\"table\" FROM sqlite_schema AS t, "
					    "pragma_foreign_key_list(t.name) AS k WHERE t.type = 'table'",
					    -1, &q, NULL),
			 SQLITE_OK);
	while (sqlite3_step(q) == SQLITE_ROW) {
		const char *table = (const char *)sqlite3_column_text(q, 0);
		const char *column = (const char *)sqlite3_column_text(q, 1);
		const char *to = (const char *)sqlite3_column_text(q, 2);

		if (strcmp(to, "person") == 0) {
			of_people++;
			if (!is_of_a_merge(table, column) && !goes_with_or_keeps(x, table, column))
				fail_msg("%s.%s names a person: does it go with them, or keep them?", table, column);
		} else if (begins(erase_statements, SAID("DELETE FROM %s WHERE ", to))) {
			of_rows++;
			if (!goes_or_points_nowhere(x, table, column))
				fail_msg("%s.%s points at a %s that goes", table, column, to);
		}
	}
	sqlite3_finalize(q);
	sqlite3_close(db);
	assert_true(of_rows > 60);
	assert_true(of_people > 20);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(every_reference_is_thought_of, fixture_begin, fixture_end)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
