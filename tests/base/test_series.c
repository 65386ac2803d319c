/* One, two and more words in a row. */
#include "base/series.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static void words_are_parted_as_they_are_said(void **state)
{
	static const struct {
		const char *words[4];
		const char *said;
	} rows[] = {
		{{NULL}, ""}, /* nobody */
		{{"Ada", NULL}, "Ada"},
		{{"Ada", "Ben", NULL}, "Ada and Ben"}, /* no comma before the only "and" */
		{{"Ada", "Ben", "Kai", NULL}, "Ada, Ben and Kai"},
		{{"", "Ben", NULL}, " and Ben"}, /* an empty word is one: who has none does not add it */
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct arena mem = {0};
		struct series series = {0};

		assert_true(series_is_empty(&series));
		for (size_t k = 0; rows[i].words[k]; k++)
			series_add(&series, rows[i].words[k], &mem);
		assert_int_equal(series_is_empty(&series), !rows[i].words[0]);
		assert_string_equal(series_words(&series, &mem), rows[i].said);
		arena_finish(&mem);
	}
	(void)state;
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(words_are_parted_as_they_are_said)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
