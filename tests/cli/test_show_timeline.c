/* `quorate show REF --timeline` and `--shared`: what a family's demonstration holds, in a form another program reads.
 */
#include "command.h"
#include "scratch.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static int begin(void **state)
{
	static struct scratch scratch;
	char line[600];
	struct command_result made;

	scratch_begin(&scratch);
	*state = &scratch;
	snprintf(line, sizeof line, "--today 2026-04-01 demo --families 6 --years 2 --seed 7 --no-open --out %s",
		 scratch.file);
	made = command_run(&(struct command){.program = QUORATE_PROGRAM, .home = scratch.folder}, line);
	assert_int_equal(made.status, 0);
	command_forget(&made);
	return 0;
}

static int end(void **state)
{
	scratch_end(*state);
	return 0;
}

static const struct {
	const char *line, *out[3], *err, *why;
	int status;
} rows[] = {
	{"show FAM-0004 --timeline --json",
	 {"[\n{\"day\": \"20", "\"kind\": \"conference_held\", \"reference\": \"C-0001\"",
	  "Plan P-0001 for Ellie began: Neglect."},
	 "",
	 "every event is a row",
	 0},
	{"show FAM-0004 --timeline", {"FAM-0004\n", " working days", "."}, "", "read aloud, it is sentences", 0},
	{"show FAM-0004 --shared --json",
	 {"[\n{\"day\": \"2026-03-02\"", "\"source\": \"letter\"", "\"stands\": true"},
	 "",
	 "letters that went out are in it by themselves",
	 0},
	{"show FAM-0001 --shared --json", {"[]\n", "", ""}, "", "nothing shared is an empty list", 0},
	{"show FAM-0999 --timeline --json", {"", "", ""}, "FAM-0999", "a family that is not", 1},
};

static void it_is_told(void **state)
{
	const struct scratch *scratch = *state;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char line[600];
		struct command_result result;

		snprintf(line, sizeof line, "--today 2026-04-01 --file %s %s", scratch->file, rows[i].line);
		result = command_run(&(struct command){.program = QUORATE_PROGRAM, .home = scratch->folder}, line);
		if (result.status != rows[i].status || !strstr(result.err, rows[i].err))
			fail_msg("%s: exit %d\n%s\n%s", rows[i].why, result.status, result.out, result.err);
		for (int k = 0; k < 3; k++)
			if (!strstr(result.out, rows[i].out[k]))
				fail_msg("%s: no %s in\n%s", rows[i].why, rows[i].out[k], result.out);
		command_forget(&result);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test_setup_teardown(it_is_told, begin, end)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
