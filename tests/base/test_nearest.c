/* "Did you mean" names what was meant, and nothing when that is anybody's guess. */
#include "base/nearest.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const char *const words[] = {"demo", "init", "when", "due", "today", "show", "import", "core_group.first", NULL};

static const struct {
	const char *typed, *meant, *why;
} rows[] = {
	{"whn", "when", "a letter left out"},
	{"wehn", "when", "two letters swapped"},
	{"duee", "due", "a letter doubled"},
	{"Today", "today", "a capital"},
	{"imp", "import", "the beginning of a word"},
	{"core", "core_group.first", "the beginning of a long word"},
	{"todays", "today", "a letter too many at the end"},
	{"x", NULL, "one letter is nobody's word"},
	{"", NULL, "nothing typed"},
	{"calendar", NULL, "near nothing"},
	{"due due due due due due due due due due due due", NULL, "longer than any word"},
};

static void means(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const char *meant = nearest_word(rows[i].typed, words, WORDS_TO_NULL);

		if (!rows[i].meant != !meant)
			fail_msg("%s: \"%s\" gave %s", rows[i].why, rows[i].typed, meant ? meant : "nothing");
		if (meant)
			assert_string_equal(meant, rows[i].meant);
	}
}

static void looks_no_further_than_told(void **state)
{
	(void)state;
	assert_string_equal(nearest_word("whn", words, 3), "when");
	assert_null(nearest_word("whn", words, 2));
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(means), cmocka_unit_test(looks_no_further_than_told)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
