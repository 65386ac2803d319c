/* What every verb owes: exit status, data on standard output, sentences on standard error, and no surprise from hostile
 * arguments. */
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

static struct command at(void **state)
{
	const struct scratch *scratch = *state;

	return (struct command){.program = QUORATE_PROGRAM, .home = scratch->folder};
}

static const struct {
	const char *line;
	int status;
	const char *out, *err; /* parts; "" nothing at all there */
	const char *why;
} rows[] = {
	{"--version", 0, "quorate ", "", "the version"},
	{"due --version", 0, "quorate ", "", "the version, after a verb"},
	{"help", 0, "Exit status: 0 done", "", "all of it"},
	{"-h", 0, "Exit status: 0 done", "", "the same"},
	{"help when", 0, "core_group.first", "", "a verb with its rules"},
	{"when --help", 0, "quorate when RULE DATE|-", "", "the same"},
	{"help import", 0, "The day the row was last found right.", "", "a verb with its columns"},
	{"help wehn", 2, "", "Did you mean \"when\"?", "a verb mistyped"},
	{"check census", 2, "", "This version of Quorate does not have \"check\" yet.", "what is not there"},
	{"check x.db", 2, "", "does not have \"check\" yet", "what is not there"},
	{"check --help", 2, "", "does not have \"check\" yet", "no help for what is not there"},
	{"export --help", 0, "quorate export plans", "", "help for what is"},
	{"export", 2, "", "needs plans", "what to export left out"},
	{"export annex-a", 2, "", "\"export annex-a\" is not in this version", "an export of a later version"},
	{"roles", 0, "take_requests", "", "the table of rights needs no file"},
	{"roles --json", 0, "\"action\": \"see_cases\"", "", "as JSON"},
	{"roles --csv", 0, "action,may,business_support", "", "as CSV"},
	{"due", 1, "", "quorate demo", "the first start says what to do"},
	{"", 1, "", "quorate init ", "the full screen's first start too"},
	{"--file /nonexistent/a.db due", 1, "", "There is no case file at", "a file that is named and not there"},
	{"--file '' due", 1, "", "quorate: ", "a file without a name"},
	{"due --lane bok", 2, "", "Did you mean \"book\"?", "a lane mistyped"},
	{"due --within soon", 2, "", "--within takes", "a distance that is none"},
	{"import cats x.csv", 2, "", "census, people, contacts, requests", "a kind that is none"},
	{"doctor", 0, "All is well", "", "doctor works without a file"},
	{"doctor --json", 0, "\"what\": \"version\"", "", "as JSON"},
	{"doctor --profile nowhere", 1, "", "There is no profile \"nowhere\"", "a profile that is not, as of when"},
	{"doctor --profile southwark", 0, "settings read for southwark: ", "", "one that is is read"},
	{"completion bash", 0, "complete -F _quorate quorate", "", "bash"},
	{"completion zsh", 0, "#compdef quorate", "", "zsh"},
	{"completion fish", 0, "complete -c quorate", "", "fish"},
	{"completion csh", 2, "", "bash, zsh and fish", "a shell without"},
	{"--color purple due", 2, "", "never, auto or always", "a colour that is none"},
	{"--config /nonexistent when icpc 2026-03-02", 2, "", "--config names a folder", "a slip in the folder's name"},
	{"audit show", 2, "", "There is no \"audit show\"", "an act there is not"},
	{"show FAM-0001 --timeline --shared", 2, "", "Choose one", "two lists at once"},
	{"user add", 2, "", "needs the name of an account", "an account left out"},
	{"user add x --roles chiar", 2, "", "Did you mean \"chair\"?", "a role mistyped"},
	{"demo --families 0 --out x.db", 2, "", "--families takes a whole number", "an authority without families"},
};

static bool has(const char *text, const char *part)
{
	return *part ? strstr(text, part) != NULL : *text == '\0';
}

static void answers(void **state)
{
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct command command = at(state);
		struct command_result result = command_run(&command, rows[i].line);

		if (result.status != rows[i].status || !has(result.out, rows[i].out) || !has(result.err, rows[i].err))
			fail_msg("%s (%s): exit %d\n%s\n%s", rows[i].line, rows[i].why, result.status, result.out,
				 result.err);
		assert_null(strchr(result.out, '\033'));
		command_forget(&result);
	}
}

/* What was typed is said back without anything a terminal would obey. */
static void hostile_words_are_said_back_safely(void **state)
{
	static const char *const lines[] = {
		"'\033]0;owned\007'",
		"due '\033[2J'",
		"--\033[31mred",
		"when '\xff\xfe\x80' 2026-03-02",
		"show '\xe2\x80\xae'",
		"when icpc '\033[2J\001'",
		"-",
		"--=",
		"-=",
		"---",
		"--file",
		"%s%n%s%n",
	};

	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
		struct command command = at(state);
		struct command_result result = command_run(&command, lines[i]);

		if (result.status < 1 || result.status > 3)
			fail_msg("line %zu: exit %d, %s", i, result.status, result.err);
		assert_null(strpbrk(result.err, "\033\007\001"));
		assert_null(strstr(result.err, "\xe2\x80\xae"));
		assert_string_equal(result.out, "");
		command_forget(&result);
	}
}

static void a_word_of_a_megabyte_is_refused(void **state)
{
	static char line[100100];
	struct command command = at(state);
	struct command_result result;

	memset(line, 'a', sizeof line - 1);
	result = command_run(&command, line);
	assert_int_equal(result.status, 2);
	assert_true(strlen(result.err) < 300);
	command_forget(&result);
}

static void closed_files_are_no_case_file(void **state)
{
	struct command command = at(state);
	struct command_result result;

	command.is_closed[0] = true;
	result = command_run(&command, "when icpc -");
	assert_int_equal(result.status, 1);
	command_forget(&result);

	command = at(state);
	command.is_closed[1] = true;
	result = command_run(&command, "when icpc 2026-03-02");
	assert_int_equal(result.status, 1);
	assert_non_null(strstr(result.err, "could not be written"));
	command_forget(&result);

	command = at(state);
	command.is_closed[2] = true;
	result = command_run(&command, "when icpc 2026-02-30");
	assert_int_equal(result.status, 3);
	command_forget(&result);
}

static void a_full_disk_is_a_failure(void **state)
{
	static const char *const lines[] = {"when icpc 2026-03-02", "roles --json", "help", "completion bash"};

	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
		struct command command = at(state);
		struct command_result result;

		command.out = "/dev/full";
		result = command_run(&command, lines[i]);
		if (result.status != 1 || !strstr(result.err, "could not be written"))
			fail_msg("%s: exit %d, %s", lines[i], result.status, result.err);
		command_forget(&result);
	}
}

/* "quorate roles | head -1": the reader has what was wanted, and nobody wants a sentence about it. */
static void a_reader_that_leaves_is_no_news(void **state)
{
	static const char *const lines[] = {
		"when icpc 2026-03-02", "when icpc -", "roles",         "roles --json",   "roles --csv", "help",
		"help --man verbs",     "doctor",      "doctor --json", "completion bash"};

	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
		struct command command = at(state);
		struct command_result result;

		command.has_no_reader = true;
		command.input = "2026-03-02\n2026-03-03\n";
		result = command_run(&command, lines[i]);
		if (result.status > 1 || *result.err)
			fail_msg("%s: exit %d, %s", lines[i], result.status, result.err);
		command_forget(&result);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(answers, begin, end),
		cmocka_unit_test_setup_teardown(hostile_words_are_said_back_safely, begin, end),
		cmocka_unit_test_setup_teardown(a_word_of_a_megabyte_is_refused, begin, end),
		cmocka_unit_test_setup_teardown(closed_files_are_no_case_file, begin, end),
		cmocka_unit_test_setup_teardown(a_full_disk_is_a_failure, begin, end),
		cmocka_unit_test_setup_teardown(a_reader_that_leaves_is_no_news, begin, end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
