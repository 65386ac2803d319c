/* A table, index or trigger that another program put in, took out or changed is named, and no other. */
#include "store_fixture.h"

#include <sqlite3.h>

static const char *shape_of(struct fixture *x)
{
	const char *shape = "";

	assert_ok(x, store_shape(x->s, &x->mem, &shape, &x->f));
	return shape;
}

static void a_file_as_it_was_made_is_ok(void **state)
{
	struct fixture *x = *state;

	assert_string_equal(shape_of(x), "ok");
}

static const struct {
	const char *sql, *named, *why;
} rows[] = {
	{"CREATE TRIGGER aside AFTER INSERT ON person BEGIN UPDATE family SET version = version + 1; END",
	 "the trigger \"aside\" was put in", "it would change what people save"},
	{"DROP TRIGGER audit_is_never_deleted", "the trigger \"audit_is_never_deleted\" is missing",
	 "it guards nothing any more"},
	{"DROP TRIGGER audit_is_never_deleted;"
	 "CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit BEGIN SELECT 1; END",
	 "the trigger \"audit_is_never_deleted\" was changed", "it is there by its name alone"},
	{"DROP TRIGGER audit_is_never_deleted;"
	 "CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit BEGIN "
	 "SELECT RAISE(ABORT, 'the  audit log is never deleted'); END",
	 "the trigger \"audit_is_never_deleted\" was changed", "blanks count between quotes"},
	{"ALTER TABLE draft RENAME COLUMN summary TO words", "the table \"draft\" was changed",
	 "no statement finds it"},
	{"DROP TABLE draft", "the table \"draft\" is missing", "a table is gone"},
	{"CREATE TABLE beside (a)", "the table \"beside\" was put in", "names could be put aside there"},
	{"CREATE VIEW zzz AS SELECT * FROM person", "the view \"zzz\" was put in", "the last of all"},
	{"DROP INDEX deadline_child_person", "the index \"deadline_child_person\" is missing", "lists would be slow"},
	{"CREATE TABLE \"\x1b[2J\" (a)", "the table \"\xef\xbf\xbd[2J\" was put in", "a name that a terminal obeys"},
};

/* What SQLite does not read is no difference: a remark may be reworded between two releases. */
static void a_remark_and_blanks_make_no_other_trigger(void **state)
{
	struct fixture *x = *state;
	sqlite3 *db;

	assert_int_equal(sqlite3_open(x->scratch.file, &db), SQLITE_OK);
	assert_int_equal(
		sqlite3_exec(db,
			     "DROP TRIGGER audit_is_never_deleted;"
			     "CREATE TRIGGER audit_is_never_deleted  BEFORE DELETE ON audit -- not by anybody\n"
			     "BEGIN SELECT RAISE(ABORT,\n'the audit log is never deleted');\nEND",
			     NULL, NULL, NULL),
		SQLITE_OK);
	sqlite3_close(db);
	assert_string_equal(shape_of(x), "ok");
}

static void each_difference_is_named(void **state)
{
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct fixture *x;
		sqlite3 *db;

		assert_int_equal(fixture_begin(state), 0);
		x = *state;
		assert_int_equal(sqlite3_open(x->scratch.file, &db), SQLITE_OK);
		if (sqlite3_exec(db, rows[i].sql, NULL, NULL, NULL) != SQLITE_OK)
			fail_msg("%s: %s", rows[i].sql, sqlite3_errmsg(db));
		sqlite3_close(db);
		if (strcmp(shape_of(x), rows[i].named) != 0)
			fail_msg("%s: %s", rows[i].why, shape_of(x));
		fixture_end(state);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_file_as_it_was_made_is_ok, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(a_remark_and_blanks_make_no_other_trigger, fixture_begin, fixture_end),
		cmocka_unit_test(each_difference_is_named),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
