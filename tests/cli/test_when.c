/* `quorate when`: known answers, dates from standard input, and what is no date. */
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

	scratch_begin(&scratch);
	*state = &scratch;
	return 0;
}

static int end(void **state)
{
	scratch_end(*state);
	return 0;
}

static struct command_result run(void **state, const char *line, const char *input)
{
	const struct scratch *scratch = *state;

	return command_run(&(struct command){.program = QUORATE_PROGRAM, .home = scratch->folder, .input = input},
			   line);
}

static const struct {
	const char *line, *out, *why;
} answers[] = {
	{"when icpc 2026-03-02", "2026-03-02\t2026-03-23\t2026-03-23\t2026-03-23\n", "15 working days, no holiday"},
	{"when icpc 2026-03-26", "2026-03-26\t2026-04-20\t2026-04-20\t2026-04-20\n", "over Easter"},
	{"when core_group.first 2026-12-18", "2026-12-18\t2027-01-06\t2027-01-06\t2027-01-06\n",
	 "over Christmas with a substitute day"},
	{"when review.first 2026-11-30", "2026-11-30\t2027-02-28\t2027-02-28\t2027-02-26\n",
	 "three months, clamped, on a Sunday that is not rolled"},
	{"when bundle 2026-04-07", "2026-04-07\t2026-04-02\t-\t2026-04-02\n", "counted back, no national limit"},
	{"when plan_issue 2026-04-07", "2026-04-07\t2026-04-07\t-\t2026-04-07\n", "the same day"},
	{"when icpc 2026-03-02 --profile newham", "2026-03-02\t2026-03-23\t2026-03-23\t2026-03-23\n",
	 "a council's profile"},
	{"--today 2026-03-02 when icpc t", "2026-03-02\t2026-03-23\t2026-03-23\t2026-03-23\n", "today in a letter"},
	{"when icpc '2 mar 2026'", "2026-03-02\t2026-03-23\t2026-03-23\t2026-03-23\n", "as people write it"},
	{"--csv when icpc 2026-03-02",
	 "input,due,limit,last_working_day\r\n2026-03-02,2026-03-23,2026-03-23,2026-03-23\r\n", "as CSV"},
	{"when --json icpc 2026-03-02",
	 "[\n{\"input\": \"2026-03-02\", \"due\": \"2026-03-23\", \"limit\": \"2026-03-23\", "
	 "\"last_working_day\": \"2026-03-23\"}\n]\n",
	 "as JSON"},
};

static void known_answers(void **state)
{
	for (size_t i = 0; i < sizeof answers / sizeof *answers; i++) {
		struct command_result result = run(state, answers[i].line, NULL);

		if (strcmp(result.out, answers[i].out) != 0 || result.status != 0 || *result.err)
			fail_msg("%s: exit %d, %s%s", answers[i].why, result.status, result.out, result.err);
		command_forget(&result);
	}
}

static const struct {
	const char *line, *says, *why;
	int status;
} refused[] = {
	{"when icpx 2026-03-02", "Did you mean \"icpc\"?", "a rule mistyped", 2},
	{"when icpc 2026-02-30", "February", "a day that is not", 3},
	{"when icpc ''", "", "an empty date", 3},
	{"when icpc 2026-03-02 --profile nowhere", "nowhere", "a profile that is not", 1},
	{"when icpc 2200-12-31", "1900 to 2200", "an answer past the years that are known", 3},
	{"--today 2026-02-30 when icpc t", "--today takes a real date", "a today that is not", 2},
};

static void refuses(void **state)
{
	for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
		struct command_result result = run(state, refused[i].line, NULL);

		if (!strstr(result.err, refused[i].says) || result.status != refused[i].status || *result.out)
			fail_msg("%s: exit %d, %s%s", refused[i].why, result.status, result.out, result.err);
		command_forget(&result);
	}
}

static void reads_standard_input(void **state)
{
	struct command_result result = run(state, "when icpc -", "2026-03-02\r\nnonsense\n\xff\xfe\n2026-03-26");

	assert_int_equal(result.status, 3);
	assert_string_equal(result.out, "2026-03-02\t2026-03-23\t2026-03-23\t2026-03-23\n"
					"2026-03-26\t2026-04-20\t2026-04-20\t2026-04-20\n");
	assert_non_null(strstr(result.err, "line 2:"));
	assert_non_null(strstr(result.err, "line 3:"));
	assert_null(strstr(result.err, "line 1:"));
	assert_null(strchr(result.err, '\xff'));
	command_forget(&result);
}

static void a_line_without_end_is_no_date(void **state)
{
	size_t bytes = 300000;
	char *input = malloc(bytes + 20);
	struct command_result result;

	assert_non_null(input);
	memset(input, '1', bytes);
	strcpy(input + bytes, "\n2026-03-02\n");
	result = run(state, "when icpc -", input);
	assert_int_equal(result.status, 3);
	assert_string_equal(result.out, "2026-03-02\t2026-03-23\t2026-03-23\t2026-03-23\n");
	command_forget(&result);
	free(input);
}

static void nothing_in_nothing_out(void **state)
{
	struct command_result result = run(state, "when icpc -", "");

	assert_int_equal(result.status, 0);
	assert_string_equal(result.out, "");
	command_forget(&result);
}

/* Said once, however many dates lie there, and the answers still come. */
static void warns_past_the_bank_holidays(void **state)
{
	struct command_result result = run(state, "when icpc -", "2030-03-01\n2031-03-03\n");

	assert_int_equal(result.status, 0);
	assert_non_null(strstr(result.err, "bank holidays are known"));
	assert_null(strstr(strstr(result.err, "bank holidays are known") + 1, "bank holidays are known"));
	assert_non_null(strstr(result.out, "2031-03-03\t"));
	command_forget(&result);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(known_answers, begin, end),
		cmocka_unit_test_setup_teardown(refuses, begin, end),
		cmocka_unit_test_setup_teardown(reads_standard_input, begin, end),
		cmocka_unit_test_setup_teardown(a_line_without_end_is_no_date, begin, end),
		cmocka_unit_test_setup_teardown(nothing_in_nothing_out, begin, end),
		cmocka_unit_test_setup_teardown(warns_past_the_bank_holidays, begin, end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
