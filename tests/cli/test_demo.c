/* `quorate demo`: a fictional authority is made where asked, opened as it was left, and never in place of a file. */
#include "command.h"
#include "scratch.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>

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

static void must(void **state, const char *line, int status, const char *out, const char *err)
{
	const struct scratch *scratch = *state;
	struct command_result result = command_run(
		&(struct command){.program = QUORATE_PROGRAM, .home = scratch->folder}, line);

	if (result.status != status || !strstr(result.out, out) || !strstr(result.err, err))
		fail_msg("%s: exit %d\n%s\n%s", line, result.status, result.out, result.err);
	command_forget(&result);
}

static void it_is_made_and_worked_in(void **state)
{
	const struct scratch *scratch = *state;
	char line[600];

	snprintf(line, sizeof line, "--today 2026-04-01 demo --families 4 --years 1 --seed 7 --no-open --out %s",
		 scratch->file);
	must(state, line, 0, "Made the demonstration", "");
	must(state, line, 3, "", "There is already a file");
	snprintf(line, sizeof line, "--today 2026-04-01 --file %s today", scratch->file);
	must(state, line, 0, "nobody in it is real", "");
	/* Its rooms and chairs are the demonstration's own, whoever opens it and however. */
	snprintf(line, sizeof line, "--file %s doctor", scratch->file);
	must(state, line, 0, "demo/authority.yaml", "");
	snprintf(line, sizeof line, "--file %s --user nobody-there due", scratch->file);
	must(state, line, 4, "", "is not a user");
	snprintf(line, sizeof line, "--file %s user add somebody --roles chair", scratch->file);
	must(state, line, 0, "somebody may work", "");
	snprintf(line, sizeof line, "--file %s --user somebody due --json", scratch->file);
	must(state, line, 0, "[", "");
}

/* The whole list leaves the file by the hand of an officer only. */
static void the_list_of_plans_is_exported(void **state)
{
	static const struct {
		const char *words;
		int status;
		const char *out, *err, *why;
	} rows[] = {
		{"export plans --csv", 0,
		 "plan,la_child_id,name,born,expected,family,started,category_initial,category", "", "as CSV"},
		{"export plans --json", 0, "\"other_authority\": false", "", "as JSON"},
		{"export plans", 0, "Since", "", "as a table"},
		{"export plans --as-at 2026-01-15", 0, "Since", "", "as it stood on a past day"},
		{"export plans --as-at 2026-04-02", 2, "", "is still to come", "nobody knows tomorrow's list"},
		{"export plans --as-at soon", 2, "", "asks for a day", "a day as programs write it"},
		{"export calendar --as-at 2026-01-15", 2, "", "is for \"quorate export plans\"", "a diary is of now"},
		{"--user duty export plans", 4, "", "You may not export data", "out of hours one child is looked up"},
		{"--user spritchard export plans", 4, "", "only for conferences that you chair",
		 "a chair has their own"},
	};
	const struct scratch *scratch = *state;
	char line[600];

	snprintf(line, sizeof line, "--today 2026-04-01 demo --families 12 --years 1 --seed 7 --no-open --out %s",
		 scratch->file);
	must(state, line, 0, "Made the demonstration", "");
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		snprintf(line, sizeof line, "--file %s %s", scratch->file, rows[i].words);
		must(state, line, rows[i].status, rows[i].out, rows[i].err);
	}
}

static void without_a_name_it_is_made_once_and_opened_again(void **state)
{
	const struct scratch *scratch = *state;
	struct stat about;
	char path[600];

	must(state, "demo --families 3 --years 1 --no-open", 0,
	     "Made the demonstration: ~/.local/share/quorate/demo.db", "");
	snprintf(path, sizeof path, "%s/.local/share/quorate", scratch->folder);
	assert_int_equal(stat(path, &about), 0);
	assert_int_equal(about.st_mode & 0777, 0700);
	must(state, "demo --no-open", 0, "", "Opening the demonstration made before");
	must(state, "demo --families 3 --no-open", 3, "", "There is already a file");
	must(state, "due", 1, "", "There is no case file yet"); /* it is not the authority's own */
}

/* Opened weeks later it would be nothing but late. */
static void it_stays_on_the_day_it_was_made_for(void **state)
{
	const struct scratch *scratch = *state;
	char line[600];

	snprintf(line, sizeof line, "--today 2020-03-04 demo --families 4 --years 1 --no-open --out %s", scratch->file);
	must(state, line, 0, "Made the demonstration", "");
	snprintf(line, sizeof line, "--file %s today", scratch->file);
	must(state, line, 0, "Northgate Council, Wednesday 4 March 2020.", "");
	snprintf(line, sizeof line, "--today 2020-03-06 --file %s today", scratch->file);
	must(state, line, 0, "Northgate Council, Friday 6 March 2020.", "");
	must(state, "--today 2020-03-04 demo --families 3 --years 1 --no-open", 0, "Made the demonstration", "");
	must(state, "demo", 1, "", "The demonstration plays on Wednesday 4 March 2020.");
}

/* Lines fit a terminal and hold nothing that only looks like something: a screen reader reads them. */
static void reads_aloud(char *text)
{
	assert_null(strchr(text, '\033'));
	assert_null(strstr(text, " · "));
	for (char *rest = text, *line; (line = strsep(&rest, "\n"));) {
		size_t cells = 0;

		for (; *line; line++)
			cells += (*line & 0xc0) != 0x80;
		assert_true(cells <= 80);
	}
}

static void a_chairs_day_is_plain_sentences_with_the_brief(void **state)
{
	static const char *const wanted[] = {
		"    When: ",    "    Children: ", "    Risks, professionals only", "    Reports: ",
		" Reports in: ", "Quor",           "chairs called \"a\" today"};
	const struct scratch *scratch = *state;
	struct command_result result;
	char line[600];

	snprintf(line, sizeof line, "--today 2026-04-01 demo --families 30 --years 1 --seed 7 --no-open --out %s",
		 scratch->file);
	must(state, line, 0, "Made the demonstration", "");
	/* "a" is in the names of four chairs; three of their conferences are on the day it is made for. */
	snprintf(line, sizeof line, "--file %s today --chair a", scratch->file);
	result = command_run(&(struct command){.program = QUORATE_PROGRAM, .home = scratch->folder}, line);
	assert_int_equal(result.status, 0);
	for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
		if (!strstr(result.out, wanted[i]))
			fail_msg("\"%s\" is not said:\n%s", wanted[i], result.out);
	reads_aloud(result.out);
	command_forget(&result);
	snprintf(line, sizeof line, "--file %s today --chair nobody-of-that-name", scratch->file);
	must(state, line, 1, "", "No chair here is called");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(it_is_made_and_worked_in, begin, end),
		cmocka_unit_test_setup_teardown(a_chairs_day_is_plain_sentences_with_the_brief, begin, end),
		cmocka_unit_test_setup_teardown(it_stays_on_the_day_it_was_made_for, begin, end),
		cmocka_unit_test_setup_teardown(without_a_name_it_is_made_once_and_opened_again, begin, end),
		cmocka_unit_test_setup_teardown(the_list_of_plans_is_exported, begin, end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
