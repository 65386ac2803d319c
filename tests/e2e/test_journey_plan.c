/* The Plan page by the real program: an action added between conferences, given out, done, put on paper; and what a
 * chair, who runs no core group, may do with it. */
#include "journey.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void open_plan(struct journey *j)
{
	journey_open(j);
	journey_do(j, "B / {hashimi} Enter S");
	journey_shows(j, "Plan · al-Hashimi");
}

static void an_officer_keeps_a_plan(void **state)
{
	struct journey *j = *state;
	char keys[400], *list;
	int status;

	open_plan(j);
	journey_do(j, "a {A place at the nursery} Tab {Auntie Joy} Tab {30 4} Ctrl-S");
	journey_shows(j, "is being written");
	journey_do(j, "w");
	journey_shows(j, "The next version is being written: w shows it.");
	journey_do(j, "w i [what] {A new action was agreed on.} Ctrl-S");
	journey_shows(j, "Given out: this version stays as it is from now on.");
	journey_do(j, "/ {nursery} Enter y");
	journey_shows(j, "Saved: done.");
	journey_do(j, "v");
	journey_shows(j, "Plan, versions");
	journey_do(j, "Esc P c r");
	journey_shows(j, "The plan on paper");
	journey_do(j, "/ {nursery} Enter");
	journey_shows(j, "A place at the nursery");
	snprintf(keys, sizeof keys, "Esc P c f Ctrl-U {%s} Enter", j->scratch.folder);
	journey_do(j, keys);
	journey_shows(j, "To print: ");
	journey_quit(j);
	list = journey_verb(j, "due --lane actions --file %F --today 2026-06-01", &status);
	assert_int_equal(status, 0);
	assert_null(strstr(list, "Auntie Joy")); /* done: nobody owes it */
	free(list);
}

/* The chair reads, writes and prints; what became of an action is said by whoever keeps the core group. */
static void a_chair_reads_and_writes_but_marks_nothing(void **state)
{
	struct journey *j = *state;

	j->user = "frahman";
	open_plan(j);
	journey_do(j, "P c r");
	journey_shows(j, "Child protection plan");
	journey_do(j, "Esc a {A place at the nursery} Tab {Auntie Joy} Tab {30 4} Ctrl-S");
	journey_shows(j, "is being written");
	journey_do(j, "/ {nursery} Enter y");
	journey_shows_not(j, "Saved: done.");
	journey_do(j, "z y");
	journey_shows(j, "thrown away");
	journey_quit(j);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		JOURNEY(an_officer_keeps_a_plan),
		JOURNEY(a_chair_reads_and_writes_but_marks_nothing),
	};

	return cmocka_run_group_tests(tests, journey_begin_all, journey_end_all);
}
