/* Twenty people book the same chair for the same hour at the same moment: exactly one gets it. */
#include "store_fixture.h"

#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

enum { PEOPLE = 20, WON = 0, TAKEN = 7 };

static const struct statement book = {"INSERT INTO booking (resource_id, conference_id, day, starts, ends) VALUES (1, "
				      ":conference, '2026-04-02', :starts, :ends)",
				      false};

static void furnish(struct fixture *x)
{
	sqlite3 *db;
	char sql[300];

	assert_int_equal(sqlite3_open(x->scratch.file, &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db,
				      "INSERT INTO resource (id, kind, name) VALUES (1, 'chair', 'Siân Pritchard');"
				      "INSERT INTO family (id, reference) VALUES (1, 'F-0001')",
				      NULL, NULL, NULL),
			 SQLITE_OK);
	for (int i = 1; i <= PEOPLE; i++) {
		snprintf(sql, sizeof sql,
			 "INSERT INTO conference (id, reference, family_id, type, state, source, policy, requested_on)"
			 " VALUES (%d, 'C-%04d', 1, 'initial', 'requested', 'typed', 'national 2026-04', '2026-03-02')",
			 i, i);
		assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
	}
	sqlite3_close(db);
}

static int try_to_book(const char *path, int person, int start)
{
	struct fault f = {0};
	struct store *s;
	char go;
	int result = 1;

	if (!store_open(&s, &(struct store_opening){.path = path, .busy_seconds = 30}, &f) || read(start, &go, 1) != 0)
		return 2;
	if (!store_begin(s, &f))
		return 3;
	/* Each a little later than the one before, all within the first one's hour. */
	if (store_change(s, &book, NULL, NULL,
			 PARAMETERS(PARAMETER_INTEGER("conference", person), PARAMETER_INTEGER("starts", 570 + person),
				    PARAMETER_INTEGER("ends", 660 + person)),
			 NULL, &f))
		result = store_commit(s, &f) ? WON : 4;
	else if (store_refused_by(s, "double booking"))
		result = TAKEN;
	store_rollback(s);
	store_close(s);
	return result;
}

static void exactly_one_wins(void **state)
{
	static const struct statement count = {"SELECT count(*) FROM booking", false};
	struct fixture *x = *state;
	int start[2], won = 0;
	int64_t bookings;
	pid_t people[PEOPLE];

	furnish(x);
	store_close(x->s);
	x->s = NULL;
	assert_int_equal(pipe(start), 0);
	for (int i = 0; i < PEOPLE; i++) {
		people[i] = fork();
		if (people[i] == 0) {
			close(start[1]);
			_exit(try_to_book(x->scratch.file, i + 1, start[0]));
		}
	}
	close(start[0]);
	close(start[1]); /* all are waiting for this */
	for (int i = 0; i < PEOPLE; i++) {
		int status;

		assert_int_equal(waitpid(people[i], &status, 0), people[i]);
		assert_true(WIFEXITED(status));
		if (WEXITSTATUS(status) != WON && WEXITSTATUS(status) != TAKEN)
			fail_msg("person %d ended with %d", i + 1, WEXITSTATUS(status));
		won += WEXITSTATUS(status) == WON;
	}
	assert_int_equal(won, 1);
	assert_ok(x, store_open(&x->s, &(struct store_opening){.path = x->scratch.file}, &x->f));
	assert_ok(x, store_select_number(x->s, &count, NULL, 0, &bookings, &x->f));
	assert_int_equal(bookings, 1);
}

static void next_to_one_another_is_no_clash(void **state)
{
	static const struct {
		const char *why;
		int conference, starts, ends;
		bool fits;
	} rows[] = {
		{"the first", 1, 570, 660, true},           {"ends when it begins", 2, 480, 570, true},
		{"begins when it ends", 3, 660, 750, true}, {"the same hour", 4, 570, 660, false},
		{"within it", 5, 600, 610, false},          {"around it", 6, 560, 670, false},
		{"after the last", 7, 750, 751, true},      {"over the last one's end by a minute", 8, 750, 800, false},
	};
	struct fixture *x = *state;

	furnish(x);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		bool fits;

		assert_ok(x, store_begin(x->s, &x->f));
		fits = store_change(x->s, &book, NULL, NULL,
				    PARAMETERS(PARAMETER_INTEGER("conference", rows[i].conference),
					       PARAMETER_INTEGER("starts", rows[i].starts),
					       PARAMETER_INTEGER("ends", rows[i].ends)),
				    NULL, &x->f);
		if (fits != rows[i].fits)
			fail_msg("%s", rows[i].why);
		assert_ok(x, store_commit(x->s, &x->f));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(exactly_one_wins, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(next_to_one_another_is_no_clash, fixture_begin, fixture_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
