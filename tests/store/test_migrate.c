/* Bringing an older case file up to date, with an invented second step. */
#include "migrate.h"
#include "store_fixture.h"

#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

static struct migration second(const char *sql)
{
	return (struct migration){2, sql};
}

static bool open_newer(struct fixture *x, const char *sql, bool read_only, struct store **out)
{
	const struct migration list[] = {schema_migrations[0], second(sql), {0, NULL}};

	x->f = (struct fault){0};
	return store_open_with(
		out, &(struct store_opening){.path = x->scratch.file, .read_only = read_only, .busy_seconds = 5},
		&(struct store_seams){.migrations = list}, &x->f);
}

static int64_t number(const char *path, const char *sql)
{
	sqlite3 *db = NULL;
	sqlite3_stmt *q = NULL;
	int64_t out = -1;

	if (sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK &&
	    sqlite3_prepare_v2(db, sql, -1, &q, NULL) == SQLITE_OK && sqlite3_step(q) == SQLITE_ROW)
		out = sqlite3_column_int64(q, 0);
	sqlite3_finalize(q);
	sqlite3_close(db);
	return out;
}

static const char good[] =
	"ALTER TABLE agency ADD COLUMN town TEXT NOT NULL DEFAULT ''; UPDATE agency SET town = 'Leeds'";

static void the_shipped_steps_count_up(void **state)
{
	(void)state;
	assert_int_equal(migrate_newest(schema_migrations), CASE_FILE_VERSION);
	for (int i = 0; i < CASE_FILE_VERSION; i++)
		assert_int_equal(schema_migrations[i].version, i + 1);
}

static void an_older_file_is_brought_up_to_date_and_a_copy_kept(void **state)
{
	struct fixture *x = *state;
	struct store *s;
	struct stat file;
	char copy[300];

	assert_ok(x, fixture_save(x->s, "Housing", &x->f));
	store_close(x->s);
	x->s = NULL;
	assert_ok(x, open_newer(x, good, false, &s));
	assert_int_equal(number(x->scratch.file, "PRAGMA user_version"), 2);
	assert_int_equal(number(x->scratch.file, "PRAGMA application_id"), CASE_FILE_APPLICATION_ID);
	assert_int_equal(number(x->scratch.file, "SELECT count(*) FROM agency WHERE town = 'Leeds'"), 1);
	assert_ok(x, fixture_save(s, "Probation", &x->f));
	store_close(s);
	snprintf(copy, sizeof copy, "%s.before-v2", x->scratch.file);
	assert_int_equal(stat(copy, &file), 0);
	assert_int_equal(file.st_mode & 0777, 0600);
	assert_int_equal(number(copy, "PRAGMA user_version"), 1);
	assert_int_equal(number(copy, "SELECT count(*) FROM agency"), 1);
	assert_ok(x, open_newer(x, good, false, &s)); /* the second time there is nothing to do */
	store_close(s);
	assert_false(store_open(&s, &(struct store_opening){.path = x->scratch.file}, &x->f));
	assert_int_equal(x->f.code, FAULT_REFUSED); /* and the older program keeps off it */
	assert_non_null(strstr(x->f.message, "newer"));
}

static void a_step_that_fails_changes_nothing(void **state)
{
	static const struct {
		const char *why, *sql;
	} rows[] = {
		{"a slip in the text", "ALTER TABLE agency ADD COLUMN town TEXT; CREATE NONSENSE"},
		{"rows that do not fit", "UPDATE agency SET name = ''"},
		{"rows left pointing at nothing", "PRAGMA defer_foreign_keys = ON; CREATE TABLE x (a INTEGER "
						  "REFERENCES agency); INSERT INTO x VALUES (99)"},
	};
	struct fixture *x = *state;
	struct store *s;

	assert_ok(x, fixture_save(x->s, "Housing", &x->f));
	store_close(x->s);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		if (open_newer(x, rows[i].sql, false, &s))
			fail_msg("went through: %s", rows[i].why);
		assert_true(x->f.message[0] != '\0');
		assert_int_equal(number(x->scratch.file, "PRAGMA user_version"), 1);
		assert_int_equal(
			number(x->scratch.file, "SELECT count(*) FROM pragma_table_info('agency') WHERE name = 'town'"),
			0);
	}
	assert_ok(x, store_open(&x->s, &(struct store_opening){.path = x->scratch.file}, &x->f));
	assert_int_equal(fixture_agencies(x->s), 1);
}

static void an_older_file_opened_to_look_only_is_left_alone(void **state)
{
	struct fixture *x = *state;
	struct store *s;

	assert_false(open_newer(x, good, true, &s));
	assert_int_equal(x->f.code, FAULT_REFUSED);
	assert_int_equal(number(x->scratch.file, "PRAGMA user_version"), 1);
}

/* A step that would fail the second time, taken by eight people at once. */
static void people_who_open_together_make_each_step_once(void **state)
{
	struct fixture *x = *state;

	store_close(x->s);
	x->s = NULL;
	for (int i = 0; i < 8; i++)
		if (fork() == 0) {
			struct store *s = NULL;
			bool ok = open_newer(x, good, false, &s);

			store_close(s);
			_exit(ok ? 0 : 1);
		}
	for (int i = 0; i < 8; i++) {
		int status;

		assert_true(wait(&status) > 0);
		assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
	}
	assert_int_equal(number(x->scratch.file, "PRAGMA user_version"), 2);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_begin, fixture_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_shipped_steps_count_up),
		TEST(an_older_file_is_brought_up_to_date_and_a_copy_kept),
		TEST(a_step_that_fails_changes_nothing),
		TEST(an_older_file_opened_to_look_only_is_left_alone),
		TEST(people_who_open_together_make_each_step_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
