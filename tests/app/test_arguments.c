/* The command line is read as its tables say, and what it does not understand gets one sentence with a remedy. */
#include "arguments.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { WORDS_MOST = 30 };

static bool read_line(const char *line, struct arguments *out, struct fault *f, char *room, size_t size)
{
	char program[] = "quorate";
	char *argv[WORDS_MOST] = {program};
	int argc = 1;

	snprintf(room, size, "%s", line);
	for (char *rest = room, *word; argc < WORDS_MOST && (word = strsep(&rest, " "));)
		if (*word)
			argv[argc++] = word;
	return arguments_read(out, argc, argv, f);
}

static const struct {
	const char *line, *verb, *why;
	enum option option; /* OPTION_COUNT: none to look at */
	const char *value, *operand;
} understood[] = {
	{"", "", "nothing typed is the full screen", OPTION_COUNT, NULL, NULL},
	{"--file a.db", "", "the full screen over a file", OPTION_FILE, "a.db", NULL},
	{"--file a.db due", "due", "an option before the verb", OPTION_FILE, "a.db", NULL},
	{"due --file a.db", "due", "an option after the verb", OPTION_FILE, "a.db", NULL},
	{"due --file=a=b.db", "due", "only the first = parts", OPTION_FILE, "a=b.db", NULL},
	{"due --chair=", "due", "an empty value is a value", OPTION_CHAIR, "", NULL},
	{"when icpc -", "when", "a dash alone is no option", OPTION_COUNT, NULL, "icpc"},
	{"when -- icpc -3wd", "when", "-- ends the options", OPTION_COUNT, NULL, "icpc"},
	{"-- due", "due", "-- before the verb", OPTION_COUNT, NULL, NULL},
	{"import people p.csv -n", "import", "a short option", OPTION_DRY_RUN, NULL, "people"},
	{"due --help", "due", "help for a verb", OPTION_HELP, NULL, NULL},
	{"when --help", "when", "help asks for no operand", OPTION_HELP, NULL, NULL},
	{"audit verify --json", "audit", "what no act names, each takes", OPTION_JSON, NULL, "verify"},
	{"audit --csv --who root", "audit", "of the verb alone", OPTION_WHO, "root", NULL},
	{"export annex-a --as-at 2026-01-01", "export", "a word of none is the verb's to refuse", OPTION_COUNT, NULL,
	 "annex-a"},
	{"demo -o x.db --no-open", "demo", "two spellings in one line", OPTION_OUT, "x.db", NULL},
};

static void understands(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof understood / sizeof *understood; i++) {
		struct arguments arguments;
		struct fault f = {0};
		char room[200];

		if (!read_line(understood[i].line, &arguments, &f, room, sizeof room))
			fail_msg("%s: %s", understood[i].why, f.message);
		assert_string_equal(arguments.verb ? arguments.verb->name : "", understood[i].verb);
		if (understood[i].option != OPTION_COUNT) {
			assert_true(arguments.given[understood[i].option]);
			if (understood[i].value)
				assert_string_equal(arguments.values[understood[i].option], understood[i].value);
		}
		if (understood[i].operand)
			assert_string_equal(arguments.operands[0], understood[i].operand);
	}
}

static const struct {
	const char *line, *says, *why;
} refused[] = {
	{"deu", "Did you mean \"quorate due\"?", "a verb mistyped"},
	{"frobnicate", "\"quorate help\" lists them", "a verb of nobody"},
	{"due --with 10wd", "Did you mean \"--within\"?", "an option mistyped"},
	{"--fiel a.db", "Did you mean \"--file\"?", "a common option mistyped"},
	{"due -q", "no option \"-q\"", "a short option of nobody"},
	{"due -hn", "no option \"-hn\"", "short options do not join"},
	{"due --json=yes", "takes no value", "a value for a flag"},
	{"due --file", "needs a value", "the value left out at the end"},
	{"due --file --json", "needs a value", "an option is no value"},
	{"due --file a --file b", "given twice", "one value wins nowhere"},
	{"due --json --csv", "Choose one", "two forms at once"},
	{"due --dry-run", "does not take --dry-run", "another verb's option"},
	{"completion bash --json", "does not take --json", "no listing, no JSON"},
	{"--json", "belongs to a verb", "the full screen writes no listing"},
	{"when icpc", "needs DATE", "an operand left out"},
	{"when icpc 1 2 3", "one word too many", "a word too many"},
	{"init x.db --la-code 201 --profile national", "needs --authority", "a needed option left out"},
	{"audit --against 1:2", "--against is for \"quorate audit verify\", not for \"audit\"", "of the check alone"},
	{"audit --key k", "--key is for \"quorate audit verify\"", "a key for nothing"},
	{"audit verify --who root", "--who is for \"quorate audit\", not for \"audit verify\"", "of the list alone"},
	{"audit verify --most 1", "--most is for \"quorate audit\"", "all of it is checked"},
	{"export plans --chair N", "--chair is for \"quorate export calendar\"", "the list is of all"},
	{"export actions --as-at 2026-01-01", "--as-at is for \"quorate export plans\"", "as they stand"},
	{"export calendar --json", "--json is for \"quorate export plans\"", "a calendar has one form"},
	{"export --csv calendar", "--csv is for \"quorate export plans\"", "the same before the word"},
	{"user list --roles chair", "--roles is for \"quorate user add\"", "of another act"},
	{"user disable x --json", "--json is for \"quorate user list\"", "no listing"},
	{"retention certificate Z-0001 --csv", "--csv is for \"quorate retention\"", "a text has one form"},
	{"check x --year 3", "does not have \"check\" yet", "a verb of a later version, whatever follows"},
	{"check", "does not have \"check\" yet", "a verb of a later version alone"},
};

static void refuses(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
		struct arguments arguments;
		struct fault f = {0};
		char room[200];

		if (read_line(refused[i].line, &arguments, &f, room, sizeof room))
			fail_msg("%s: \"%s\" was understood", refused[i].why, refused[i].line);
		assert_int_equal(f.code, FAULT_USAGE);
		if (!strstr(f.message, refused[i].says))
			fail_msg("%s: %s", refused[i].why, f.message);
	}
}

static void an_empty_verb_is_refused(void **state)
{
	char program[] = "quorate", nothing[] = "";
	char *argv[] = {program, nothing};
	struct arguments arguments;
	struct fault f = {0};

	(void)state;
	assert_false(arguments_read(&arguments, 2, argv, &f));
	assert_int_equal(f.code, FAULT_USAGE);
}

static void numbers_have_bounds(void **state)
{
	static const struct {
		const char *typed;
		bool ok;
	} typed[] = {{"1", true},   {"30", true},  {"0", false},
		     {"31", false}, {"", false},   {"-1", false},
		     {"3x", false}, {" 3", false}, {"999999999999999999999", false}};
	(void)state;
	for (size_t i = 0; i < sizeof typed / sizeof *typed; i++) {
		struct arguments arguments = {.given[OPTION_YEARS] = true, .values[OPTION_YEARS] = typed[i].typed};
		struct fault f = {0};
		long long n;

		if (arguments_number(&arguments, OPTION_YEARS, 1, 30, 2, &n, &f) != typed[i].ok)
			fail_msg("--years \"%s\"", typed[i].typed);
	}
}

/* Help, completion and the manual are written from the tables: nothing in them may be left empty. */
static void every_row_says_what_it_is(void **state)
{
	size_t count;
	const struct verb *verbs = verb_table(&count);

	(void)state;
	for (size_t i = 0; i < count; i++) {
		assert_ptr_equal(verb_find(verbs[i].name), &verbs[i]);
		if (!verbs[i].run)
			continue;
		assert_non_null(verbs[i].purpose);
		assert_non_null(verbs[i].manual);
	}
	for (int i = 0; i < OPTION_COUNT; i++)
		for (int j = 0; j < i; j++) {
			assert_string_not_equal(option_row((enum option)i)->name, option_row((enum option)j)->name);
			if (option_row((enum option)i)->letter)
				assert_int_not_equal(option_row((enum option)i)->letter,
						     option_row((enum option)j)->letter);
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(understands),
		cmocka_unit_test(refuses),
		cmocka_unit_test(an_empty_verb_is_refused),
		cmocka_unit_test(numbers_have_bounds),
		cmocka_unit_test(every_row_says_what_it_is),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
