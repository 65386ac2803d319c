/* Killed at any moment: every save that was acknowledged is there, none is there by half. */
#include "soak.h"
#include "store_fixture.h"

#include <signal.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { WRITERS = 3 };

/* Saves one agency and its audit row after another, and says so over the pipe once each is saved. */
static void write_until_killed(const char *path, int round, int writer, int acknowledge)
{
	struct fault f = {0};
	struct store *s;
	char name[60];

	if (!store_open(&s, &(struct store_opening){.path = path, .busy_seconds = 20}, &f))
		_exit(1);
	for (int i = 0;; i++) {
		snprintf(name, sizeof name, "%d-%d-%d", round, writer, i);
		if (!fixture_save(s, name, &f))
			_exit(2);
		if (write(acknowledge, name, sizeof name) != (ssize_t)sizeof name)
			_exit(3);
	}
}

static void one_round(struct fixture *x, int round, int acknowledge)
{
	struct timespec nap = {.tv_nsec = (20 + round * 37 % 60) * 1000000L};
	pid_t writers[WRITERS];

	for (int i = 0; i < WRITERS; i++) {
		writers[i] = fork();
		if (writers[i] == 0)
			write_until_killed(x->scratch.file, round, i, acknowledge);
	}
	nanosleep(&nap, NULL);
	for (int i = 0; i < WRITERS; i++)
		kill(writers[i], SIGKILL);
	for (int i = 0; i < WRITERS; i++) {
		int status;

		waitpid(writers[i], &status, 0);
		if (WIFEXITED(status))
			fail_msg("round %d: a writer gave up with %d", round, WEXITSTATUS(status));
	}
}

static void check_acknowledged(struct fixture *x, struct store *s, int from, int64_t *acknowledged)
{
	static const struct statement is_there = {
		"SELECT count(*) FROM agency JOIN audit ON audit.detail = agency.name AND audit.subject_id = agency.id"
		" AND audit.subject_kind = 'agency' WHERE agency.name = :name",
		false};
	char name[60];
	int64_t found;

	while (read(from, name, sizeof name) == (ssize_t)sizeof name) {
		++*acknowledged;
		assert_ok(x, store_select_number(s, &is_there, PARAMETERS(PARAMETER_TEXT("name", name)), 0, &found,
						 &x->f));
		if (found != 1)
			fail_msg("lost: %s", name);
	}
}

static void check_file(struct fixture *x, int from, int64_t *acknowledged)
{
	static const struct statement halves = {"SELECT (SELECT count(*) FROM agency) - (SELECT count(*) FROM audit)",
						false};
	struct store_health health;
	enum audit_verdict verdict;
	int64_t bad, rows, difference;
	struct store *s;

	assert_ok(x, store_open(&s, &(struct store_opening){.path = x->scratch.file}, &x->f));
	assert_ok(x, store_examine(s, &x->mem, &health, &x->f));
	assert_string_equal(health.integrity, "ok");
	assert_string_equal(health.foreign_keys, "ok");
	assert_ok(x, store_select_number(s, &halves, NULL, -1, &difference, &x->f));
	assert_int_equal(difference, 0);
	assert_ok(x, audit_verify(s, NULL, &verdict, &bad, &rows, &x->f));
	assert_int_equal(verdict, AUDIT_SOUND);
	check_acknowledged(x, s, from, acknowledged);
	store_close(s);
	arena_reset(&x->mem);
}

static void what_was_acknowledged_is_kept(void **state)
{
	struct fixture *x = *state;
	int64_t acknowledged = 0;
	int rounds = soak_times(300, 30);

	store_close(x->s); /* never carried into a child */
	x->s = NULL;
	for (int round = 0; round < rounds; round++) {
		int ends[2];

		assert_int_equal(pipe(ends), 0);
		one_round(x, round, ends[1]);
		close(ends[1]);
		check_file(x, ends[0], &acknowledged);
		close(ends[0]);
	}
	assert_true(acknowledged > rounds / 4); /* or nothing was tried */
	print_message("%d kills, %lld acknowledged saves, none lost\n", rounds * WRITERS, (long long)acknowledged);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(what_was_acknowledged_is_kept, fixture_begin, fixture_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
