/* Back-ups made while others save without a pause: each is a state that was, and nobody's save fails. */
#include "backup_fixture.h"
#include "case_file.h"

#include <signal.h>
#include <sqlite3.h>
#include <sys/wait.h>

enum { WRITERS = 3, BACK_UPS = 4, BULK = 12000 };

static void save_until_told(const char *path, int writer, int told)
{
	struct fault f = {0};
	struct store *s;
	char name[60], stop;

	if (!store_open(&s, &(struct store_opening){.path = path, .busy_seconds = 20}, &f))
		_exit(1);
	for (int i = 0; read(told, &stop, 1) < 0; i++) {
		snprintf(name, sizeof name, "%d-%d", writer, i);
		if (!fixture_save(s, name, &f))
			_exit(2);
		if (i % 8 == 7)
			usleep(2000);
	}
	store_close(s);
	_exit(0);
}

/* More than one slice of the copy. */
static void add_bulk(struct fixture *x)
{
	static const char bulk[] = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 12000)"
				   " INSERT INTO draft (login, form, subject, summary, session, saved_at, fields)"
				   " SELECT 'bulk', 'bulk', i, '', '', 0, printf('%01000d', i) FROM n";
	sqlite3 *db;

	assert_int_equal(sqlite3_open(x->scratch.file, &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, bulk, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
}

static void beside_writers(struct fixture *x, int library_version)
{
	int64_t before = -1, ends[2];
	pid_t writers[WRITERS];
	int told[2];

	store_close(x->s);
	x->s = NULL;
	assert_int_equal(pipe2(told, O_NONBLOCK), 0);
	for (int i = 0; i < WRITERS; i++) {
		writers[i] = fork();
		if (writers[i] == 0) {
			close(told[1]);
			save_until_told(x->scratch.file, i, told[0]);
		}
	}
	assert_ok(x, store_open_with(&x->s, &(struct store_opening){.path = x->scratch.file},
				     &(struct store_seams){.library_version = library_version}, &x->f));
	ends[0] = fixture_agencies(x->s);
	for (int i = 0; i < BACK_UPS; i++) {
		struct backup_manifest made, read;
		char name[30];

		snprintf(name, sizeof name, "%d.backup", i);
		assert_ok(x, make_backup(x, name, &fixture_key, &made));
		assert_ok(x, backup_verify(backup_path(x, name), &fixture_key, &x->mem, &read, &x->f));
		assert_int_equal(count_of(&read, "agency"), count_of(&read, "audit"));
		assert_int_equal(count_of(&read, "audit"), read.anchor.row);
		assert_int_equal(count_of(&read, "draft"), BULK);
		assert_true(read.anchor.row >= before);
		before = read.anchor.row;
		unlink(backup_path(x, name));
		arena_reset(&x->mem);
	}
	ends[1] = fixture_agencies(x->s);
	close(told[1]); /* an end that is read as zero bytes */
	close(told[0]);
	for (int i = 0; i < WRITERS; i++) {
		int status;

		assert_int_equal(waitpid(writers[i], &status, 0), writers[i]);
		if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
			fail_msg("writer %d could not save: %d", i, status);
	}
	assert_true(ends[1] > ends[0]); /* they did save meanwhile */
}

static void each_back_up_is_a_state_that_was(void **state)
{
	struct fixture *x = *state;

	add_bulk(x);
	beside_writers(x, sqlite3_libversion_number());
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(each_back_up_is_a_state_that_was, fixture_begin, fixture_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
