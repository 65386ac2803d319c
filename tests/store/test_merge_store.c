/* No table is forgotten: whatever refers to a person goes along when two entries become one, and whatever refers to a
 * family when two families do. What becomes of the rows is tried in casework/test_merging. */
#include "case_file.h"
#include "statement_list.h"
#include "store_fixture.h"

struct exception {
	const char *table, *column, *why;
};

static bool is_excepted(const struct exception *exceptions, const char *table, const char *column)
{
	for (; exceptions->table; exceptions++)
		if (strcmp(exceptions->table, table) == 0 && strcmp(exceptions->column, column) == 0)
			return true;
	return false;
}

static bool is_moved(const struct statement *const *all, const char *table, const char *column)
{
	char updates[3][160];

	snprintf(updates[0], sizeof updates[0], "UPDATE OR IGNORE %s SET %s = :kept ", table, column);
	snprintf(updates[1], sizeof updates[1], "UPDATE %s SET %s = :keep ", table, column);
	snprintf(updates[2], sizeof updates[2], "UPDATE OR IGNORE %s SET %s = :keep ", table, column);
	for (; *all; all++)
		for (int i = 0; i < 3; i++)
			if (strncmp((*all)->sql, updates[i], strlen(updates[i])) == 0)
				return true;
	return false;
}

static void assert_all_moved(struct fixture *x, const char *to, const struct statement *const *all,
			     const struct exception *exceptions)
{
	sqlite3 *db = NULL; /* without the guards, which let nobody ask for this */
	sqlite3_stmt *q;
	int found = 0;

	assert_int_equal(sqlite3_open_v2(x->scratch.file, &db, SQLITE_OPEN_READONLY, NULL), SQLITE_OK);
	assert_int_equal(
		sqlite3_prepare_v2(db,
				   "SELECT t.name, k.\"from\" FROM sqlite_schema AS t, "
				   "pragma_foreign_key_list(t.name) AS k WHERE t.type = 'table' AND k.\"table\" = ?",
				   -1, &q, NULL),
		SQLITE_OK);
	sqlite3_bind_text(q, 1, to, -1, SQLITE_STATIC);
	while (sqlite3_step(q) == SQLITE_ROW) {
		const char *table = (const char *)sqlite3_column_text(q, 0);
		const char *column = (const char *)sqlite3_column_text(q, 1);

		found++;
		if (!is_excepted(exceptions, table, column) && !is_moved(all, table, column))
			fail_msg("%s.%s refers to a %s and does not go along", table, column, to);
	}
	sqlite3_finalize(q);
	sqlite3_close(db);
	assert_true(found > 10);
}

static void everything_of_a_person_goes_along(void **state)
{
	static const struct exception exceptions[] = {
		{"person_merge", "kept_id", "it remembers both"},
		{"person_merge", "gone_id", "it remembers both"},
		{NULL, NULL, NULL},
	};

	assert_all_moved(*state, "person", merge_statements, exceptions);
}

static void everything_of_a_family_goes_along(void **state)
{
	static const struct exception exceptions[] = {
		{"family_member", "family_id", "whoever is in both is there once: UPDATE OR REPLACE"},
		{NULL, NULL, NULL},
	};

	assert_all_moved(*state, "family", gather_statements, exceptions);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_begin, fixture_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(everything_of_a_person_goes_along),
		TEST(everything_of_a_family_goes_along),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
