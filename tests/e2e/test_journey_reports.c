/* A conference from the empty list to the day that moved, in the real program: proposed, added, sent, a report in,
 * moved, everybody told again. */
#include "journey.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void assert_says(struct journey *j, const char *verb, const char *words)
{
	int status;
	char *said = journey_verb(j, verb, &status);

	if (status != 0 || !strstr(said, words))
		fail_msg("quorate %s ended with %d and does not say \"%s\":\n%s", verb, status, words, said);
	free(said);
}

/* The keys of one act. */
static void within(struct journey *j, int most, const char *script)
{
	j->pressed = 0;
	journey_do(j, script);
	assert_in_range(j->pressed, 1, most);
}

/* Esc before that would stop the sending. */
static void letters_are_out(struct journey *j)
{
	assert_true(terminal_wait_for(j->t, " sent"));
	assert_true(terminal_wait_for(j->t, "wait in the outbox (O)"));
}

static void to_a_booked_conference(struct journey *j)
{
	char *text, *at, find[40];

	journey_import_families(j);
	journey_open(j);
	journey_do(j, "c / {zdziarska} Enter b");
	journey_shows(j, "Book · initial · Zdziarska");
	text = terminal_text(j->t);
	at = strstr(text, " · C-");
	assert_non_null(at);
	snprintf(find, sizeof find, ": {%.6s} Enter", at + strlen(" · "));
	free(text);
	journey_do(j, "Enter y");
	journey_shows(j, "Saved: C-");
	journey_do(j, find);
	journey_shows(j, "Initial conference");
}

static void invited_reported_moved_and_told_again(void **state)
{
	struct journey *j = *state;

	to_a_booked_conference(j);
	journey_do(j, "3");
	journey_shows(j, "Nobody is on the list yet");

	within(j, 2, "p Enter");
	journey_shows(j, "people are put on the list");
	journey_shows(j, "not invited");
	within(j, 3, "i s y");
	letters_are_out(j);
	journey_shows(j, "Nobody on the list waits for an invitation");
	journey_do(j, "Esc");
	journey_shows(j, "no answer");

	journey_do(j, "4");
	journey_shows(j, "due ");
	within(j, 1, "r");
	journey_shows(j, "1 of ");
	journey_shows(j, "ok ");
	within(j, 1, "u"); /* and back, and again */
	journey_shows(j, "0 of ");
	within(j, 1, "r");
	journey_shows(j, "1 of ");

	journey_do(j, "1 b");
	journey_shows(j, "Move · initial");
	journey_do(j, "Tab [date] {15 4} [why moved] {Chair in court} [until then] {Weekly visits go on.}");
	journey_do(j, "[agreed] {D. Walker} Ctrl-S y");
	journey_shows(j, "tell them all now?");
	within(j, 3, "y s y");
	letters_are_out(j);
	journey_do(j, "Esc 5");
	journey_shows(j, "moved");
	journey_shows(j, "withdrawn");
	journey_do(j, "7");
	journey_shows(j, "Told of the change");
	journey_quit(j);
	assert_says(j, "doctor --file %F", "unbroken");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		JOURNEY(invited_reported_moved_and_told_again),
	};

	return cmocka_run_group_tests(tests, journey_begin_all, journey_end_all);
}
