/* The screens in README.md are those of the program: the demonstration of 1 April 2026, as its officer sees it. Where
 * they differ, UPDATE_GOLDEN=1 writes them anew; a reviewer sees the change in the diff. */
#include "journey.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define README    SOURCE_FOLDER "/README.md"
#define BEGINNING "```\n Quorate · "

enum { README_ROOM = 64 * 1024 };

/* Everything as shipped, in the size that README.md speaks of; no test of its own file needs a second one. */
static int begin(void **state)
{
	struct journey *j = calloc(1, sizeof *j);
	char words[400];
	int status;

	assert_non_null(j);
	scratch_begin(&j->scratch);
	snprintf(words, sizeof words, "demo --today %s --no-open --out %s", JOURNEY_TODAY, j->scratch.file);
	free(journey_verb(j, words, &status));
	j->user = "abrennan";
	*state = j;
	return status;
}

static char *read_readme(void)
{
	char *text = calloc(1, README_ROOM);
	FILE *in = fopen(README, "rb");

	assert_non_null(text);
	assert_non_null(in);
	assert_in_range(fread(text, 1, README_ROOM - 1, in), 1, README_ROOM - 2);
	fclose(in);
	return text;
}

static char *screen_in(char *readme, int which)
{
	char *at = strstr(readme, BEGINNING);

	while (at && which-- > 0)
		at = strstr(at + 1, BEGINNING);
	assert_non_null(at);
	return at + strlen("```\n");
}

static void write_anew(const char *readme, const char *from, const char *to, const char *shown)
{
	FILE *out = fopen(README, "wb");

	assert_non_null(out);
	fprintf(out, "%.*s%s%s", (int)(from - readme), readme, shown, to);
	assert_int_equal(fclose(out), 0);
}

static void must_be_in_readme(struct journey *j, int which)
{
	char *readme = read_readme(), *from = screen_in(readme, which), *to = strstr(from, "```");
	char *shown = terminal_text(j->t);
	bool same = strlen(shown) == (size_t)(to - from) && strncmp(shown, from, strlen(shown)) == 0;

	if (!same && getenv("UPDATE_GOLDEN"))
		write_anew(readme, from, to, shown);
	else if (!same)
		fprintf(stderr, "%s", shown);
	free(shown);
	free(readme);
	if (!same && !getenv("UPDATE_GOLDEN"))
		fail_msg("screen %d of README.md is another than above; if that is right, run the test again with "
			 "UPDATE_GOLDEN=1",
			 which + 1);
}

static void its_screens_are_those_of_the_program(void **state)
{
	struct journey *j = *state;

	j->t = journey_start(j, NULL);
	assert_true(terminal_wait(j->t));
	journey_shows(j, "Today · Wednesday 1 April 2026");
	must_be_in_readme(j, 0);
	journey_do(j, "/ {morgan-bailey} Enter b");
	must_be_in_readme(j, 1);
	journey_do(j, "Esc : {C-0793} Enter 4 Down");
	must_be_in_readme(j, 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(its_screens_are_those_of_the_program, NULL, journey_end),
	};

	return cmocka_run_group_tests(tests, begin, journey_end_all);
}
