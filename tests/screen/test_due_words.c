/* How a due item reads where there is little room. */
#include "due_words.h"

#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void what_is_left_fits_its_column_at_any_age(void **state)
{
	static const struct {
		enum deadline_state state;
		int left;
		const char *words, *why;
	} rows[] = {
		{DEADLINE_OK, 12, "12 wd", "to come"},
		{DEADLINE_TODAY, 0, "0 wd", "today"},
		{DEADLINE_LATE, 0, "0 late", "over days nobody works"},
		{DEADLINE_LATE, -7, "7 late", "a week and a half"},
		{DEADLINE_LATE, -137, "137 late", "half a year"},
		{DEADLINE_LATE, -999, "999 late", "the last that is counted in days"},
		{DEADLINE_LATE, -1000, "3y late", "years from there"},
		{DEADLINE_LATE, -12000, "47y late", "all the years a file can know of"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char words[32];

		due_left_words(rows[i].state, rows[i].left, words);
		if (strcmp(words, rows[i].words) != 0)
			fail_msg("%s: %s", rows[i].why, words);
		if (text_width(words) > DUE_LEFT_CELLS)
			fail_msg("%s: %s is wider than its column", rows[i].why, words);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_left_fits_its_column_at_any_age),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
