/* A core group from one winter to the next, by the real program: held, missed, said by mistake, moved over Christmas;
 * after each step the screen and the list of what is due name the same day. */
#include "journey.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* On another day, at the page of the group. */
static void on(struct journey *j, const char *today)
{
	if (j->t)
		journey_quit(j);
	j->today = today;
	journey_open(j);
	journey_do(j, "B / {hashimi} Enter Enter");
	journey_shows(j, "Core group · al-Hashimi · FAM-0006");
}

/* The family owes one core group, six weeks from the one that was held. */
static void assert_owed(struct journey *j, const char *held, const char *due)
{
	char words[100], dates[100], *list;
	int status, owed = 0;

	snprintf(words, sizeof words, "due --json --file %%F --today %s", j->today);
	snprintf(dates, sizeof dates, "\"trigger\": \"%s\", \"due\": \"%s\"", held, due);
	list = journey_verb(j, words, &status);
	assert_int_equal(status, 0);
	for (char *line = strtok(list, "\n"); line; line = strtok(NULL, "\n"))
		if (strstr(line, "\"lane\": \"core_groups\"") && strstr(line, "FAM-0006")) {
			owed++;
			if (!strstr(line, dates))
				fail_msg("Not owed by %s: %s", due, line);
		}
	assert_int_equal(owed, 1);
	free(list);
}

static void held_and_the_next_is_booked(struct journey *j)
{
	on(j, "2026-10-05");
	journey_do(j, "h {t} Ctrl-S");
	journey_shows(j, "Saved. The next is due Mon 16 Nov.");
	journey_do(j, "a {Auntie Joy} Enter Tab {aunt} Ctrl-S");
	journey_do(j, "b t {9 11} Tab {2pm} Ctrl-S");
	journey_shows(j, "Mon 9 Nov 2026 14:00");
	journey_do(j, "i t c t c t c t c t c t n");
	journey_shows(j, "0 to tell");
	journey_shows(j, "is not coming");
	journey_do(j, "Esc");
	assert_owed(j, "2026-10-05", "2026-11-16");
}

/* A meeting nobody came to moves nothing. */
static void missed(struct journey *j)
{
	on(j, "2026-11-09");
	journey_do(j, "m {Nobody came but the school} Ctrl-S");
	journey_shows(j, "Saved. The next is due Mon 16 Nov.");
	journey_shows(j, "last held Mon 5 Oct");
	assert_owed(j, "2026-10-05", "2026-11-16");
}

static void said_by_mistake(struct journey *j)
{
	on(j, "2026-11-13");
	journey_do(j, "h {t} Ctrl-S");
	journey_shows(j, "Saved. The next is due Fri 25 Dec.");
	assert_owed(j, "2026-11-13", "2026-12-25");
	journey_do(j, "u {It was the family next door} Ctrl-S");
	journey_shows(j, "Taken back. The next is due Mon 16 Nov.");
	journey_shows(j, "said by mistake to be held");
	assert_owed(j, "2026-10-05", "2026-11-16");
}

static void held_late(struct journey *j)
{
	on(j, "2026-11-17");
	journey_shows(j, "! The next is due Mon 16 Nov");
	journey_do(j, "h {16 11} Ctrl-S");
	journey_shows(j, "Saved. The next is due Mon 28 Dec.");
	assert_owed(j, "2026-11-16", "2026-12-28");
}

static void actions_are_gone_through(struct journey *j)
{
	on(j, "2026-12-01");
	journey_do(j, "b t {21 12} Tab {2pm} Ctrl-S i t c Esc");
	journey_do(j, "s");
	journey_shows(j, "! to do");
	journey_do(j, "Home d d d");
	journey_shows_not(j, "! to do");
	journey_do(j, "Esc");
	assert_owed(j, "2026-11-16", "2026-12-28");
}

/* The day it is due is a bank holiday; after it there must be a reason. */
static void moved_over_christmas(struct journey *j)
{
	on(j, "2026-12-14");
	journey_do(j, "v Ctrl-U {28 12} Ctrl-S");
	journey_shows(j, "Say why the core group is moved.");
	journey_do(j, "{The school breaks up on the 18th} Ctrl-S");
	journey_shows(j, "The working day before is Thu 24 Dec");
	journey_do(j, "Ctrl-U {6 1 2027} Ctrl-S");
	journey_shows(j, "The limit is Mon 28 Dec 2026");
	journey_do(j, "{Nobody is there before} Ctrl-S");
	journey_shows(j, "Saved. i shows who must be told.");
	journey_shows(j, "Wed 6 Jan 2027 14:00");
	journey_shows(j, "The next is due Mon 28 Dec");
	assert_owed(j, "2026-11-16", "2026-12-28");
	journey_do(j, "i");
	journey_shows(j, "must be told of the new day");
	journey_do(j, "t c Esc");
}

static void held_in_january(struct journey *j)
{
	on(j, "2027-01-06");
	journey_shows(j, "! The next is due Mon 28 Dec");
	journey_do(j, "h Ctrl-S");
	journey_shows(j, "Saved. The next is due Wed 17 Feb.");
	assert_owed(j, "2027-01-06", "2027-02-17");
	journey_quit(j);
}

static void from_one_winter_to_the_next(void **state)
{
	struct journey *j = *state;

	held_and_the_next_is_booked(j);
	missed(j);
	said_by_mistake(j);
	held_late(j);
	actions_are_gone_through(j);
	moved_over_christmas(j);
	held_in_january(j);
}

int main(void)
{
	const struct CMUnitTest tests[] = {JOURNEY(from_one_winter_to_the_next)};

	return cmocka_run_group_tests(tests, journey_begin_all, journey_end_all);
}
