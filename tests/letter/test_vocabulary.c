/* The words of the templates: each once, found by its name, described in a way a table can hold. */
#include "letter/vocabulary.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void every_word_is_found_by_its_name(void **state)
{
	enum letter_field field;
	enum letter_list list;

	(void)state;
	for (int i = 0; i < LETTER_FIELD_COUNT; i++) {
		const char *name = letter_field_name((enum letter_field)i);

		assert_true(letter_field_from_name(name, &field));
		assert_int_equal(field, i);
		assert_int_equal(strspn(name, "abcdefghijklmnopqrstuvwxyz._"), strlen(name));
		assert_false(letter_list_from_name(name, &list));
	}
	for (int i = 0; i < LETTER_LIST_COUNT; i++) {
		assert_true(letter_list_from_name(letter_list_name((enum letter_list)i), &list));
		assert_int_equal(list, i);
	}
	assert_false(letter_field_from_name("", &field));
	assert_false(letter_field_from_name("Date", &field));
}

static void every_word_is_described(void **state)
{
	(void)state;
	for (int i = 0; i < LETTER_FIELD_COUNT; i++) {
		const char *description = letter_field_description((enum letter_field)i);

		assert_true(*description);
		assert_null(strpbrk(description, "|\n"));
		assert_in_range(letter_field_list((enum letter_field)i) + 1, 0, LETTER_LIST_COUNT);
	}
	for (int i = 0; i < LETTER_LIST_COUNT; i++)
		assert_null(strpbrk(letter_list_description((enum letter_list)i), "|\n"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_word_is_found_by_its_name),
		cmocka_unit_test(every_word_is_described),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
