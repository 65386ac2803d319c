/* What doctor tells about the case file. */
#include "store_fixture.h"

#include <sqlite3.h>

static void a_sound_file_is_called_sound(void **state)
{
	struct fixture *x = *state;
	struct store_health health;

	assert_ok(x, store_examine(x->s, &x->mem, &health, &x->f));
	assert_string_equal(health.integrity, "ok");
	assert_string_equal(health.foreign_keys, "ok");
	assert_int_equal(health.schema_version, CASE_FILE_VERSION);
	assert_int_equal(health.bytes, health.page_count * 4096);
	assert_true(health.disk_free_bytes > 0);
	assert_true(health.sync_microseconds >= 0 || health.sync_microseconds == -1);
	assert_string_equal(health.journal_mode, store_wal_is_safe(sqlite3_libversion_number()) ? "wal" : "truncate");
	assert_true(strlen(health.why_mode) > 20);
	assert_string_equal(health.library, sqlite3_libversion());
	assert_true(store_is_at_rest(x->s));
}

static void an_orphan_is_named(void **state)
{
	struct fixture *x = *state;
	struct store_health health;
	sqlite3 *db;

	assert_int_equal(sqlite3_open(x->scratch.file, &db), SQLITE_OK);
	assert_int_equal(
		sqlite3_exec(db, "INSERT INTO contact (agency_id, name) VALUES (77, 'Nobody''s')", NULL, NULL, NULL),
		SQLITE_OK);
	sqlite3_close(db);
	assert_ok(x, store_examine(x->s, &x->mem, &health, &x->f));
	assert_string_equal(health.foreign_keys, "row 1 of contact points at nothing in agency");
}

static void a_value_out_of_its_range_is_named(void **state)
{
	struct fixture *x = *state;
	struct store_health health;
	sqlite3 *db;

	assert_int_equal(sqlite3_open(x->scratch.file, &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, "PRAGMA ignore_check_constraints = ON; INSERT INTO agency (name) VALUES ('')",
				      NULL, NULL, NULL),
			 SQLITE_OK);
	sqlite3_close(db);
	assert_ok(x, store_examine(x->s, &x->mem, &health, &x->f));
	assert_string_equal(health.integrity, "CHECK constraint failed in agency");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_sound_file_is_called_sound, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(an_orphan_is_named, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(a_value_out_of_its_range_is_named, fixture_begin, fixture_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
