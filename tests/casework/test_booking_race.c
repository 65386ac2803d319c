/* Twenty people book the same chair for the same hour at the same moment: one of them gets it, the others a sentence.
 */
#include "booking_steps.h"

#include <sys/wait.h>
#include <unistd.h>

enum { PEOPLE = 20, BOOKED = 0, TAKEN = 1, BROKEN = 2 };

/* One person at work: waits for the start, then books. */
static int work(const struct casework_fixture *fixture, const struct booking *booking, int start)
{
	const struct casework_opening how = {
		.path = fixture->path, .config_folder = fixture->config, .today = date_from_iso(FIXTURE_TODAY)};
	struct casework *cw = NULL;
	struct fault f = {0};
	char byte;
	int result;

	if (!casework_open(&cw, &how, &f) || read(start, &byte, 1) < 0)
		return BROKEN;
	if (casework_book(cw, booking, &f))
		result = BOOKED;
	else if (f.code == FAULT_REFUSED && strstr(f.message, "is taken by C-00"))
		result = TAKEN;
	else {
		fprintf(stderr, "%d: %s [%s]\n", f.code, f.message, f.detail);
		result = BROKEN;
	}
	casework_close(cw);
	return result;
}

static void exactly_one_wins(void **state)
{
	struct casework_fixture *fixture = *state;
	struct booking bookings[PEOPLE];
	int results[3] = {0}, start[2], status;

	for (int i = 0; i < PEOPLE; i++) {
		bookings[i] = first_booking(fixture, a_waiting_conference(fixture, "Okonkwo", "2026-03-26"));
		bookings[i].slot = bookings[0].slot;
	}
	casework_close(fixture->cw); /* no connection may cross a fork */
	fixture->cw = NULL;
	assert_int_equal(pipe(start), 0);
	for (int i = 0; i < PEOPLE; i++) {
		pid_t child = fork();

		assert_true(child >= 0);
		if (child == 0) {
			close(start[1]);
			_exit(work(fixture, &bookings[i], start[0]));
		}
	}
	close(start[0]);
	close(start[1]); /* everybody's read ends at once */
	for (int i = 0; i < PEOPLE; i++) {
		assert_true(wait(&status) > 0);
		assert_true(WIFEXITED(status) && WEXITSTATUS(status) <= BROKEN);
		results[WEXITSTATUS(status)]++;
	}
	assert_int_equal(results[BOOKED], 1);
	assert_int_equal(results[TAKEN], PEOPLE - 1);
	casework_fixture_reopen(fixture, FIXTURE_TODAY);
	assert_int_equal(number(fixture, "SELECT count(*) FROM booking"), 3);
	assert_int_equal(number(fixture, "SELECT count(*) FROM conference WHERE state = 'scheduled'"), 1);
	assert_int_equal(casework_fixture_audited(fixture, "conference.book"), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(exactly_one_wins, casework_fixture_setup, casework_fixture_teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
