/* Everything a letter was given can be found in its facts as text. */
#include "letter/facts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void every_field_is_in_it(void **state)
{
	struct arena mem = {0};
	struct letter_facts facts = {0};
	const char *text;

	(void)state;
	assert_string_equal(letter_facts_text(&facts, &mem), "");
	for (int field = 0; field < LETTER_FIELD_COUNT; field++) {
		enum letter_list list = letter_field_list((enum letter_field)field);
		struct letter_row *row = list == LETTER_LIST_NONE ? &facts.top : ARENA_PUSH(&mem, &facts.lists[list]);

		row->fields[field] = arena_printf(&mem, "value %d;", field);
	}
	text = letter_facts_text(&facts, &mem);
	for (int field = 0; field < LETTER_FIELD_COUNT; field++)
		assert_non_null(strstr(text, arena_printf(&mem, "%s: value %d;\n",
							  letter_field_name((enum letter_field)field), field)));
	arena_finish(&mem);
}

static void rows_are_told_apart(void **state)
{
	struct letter_row rows[2] = {{.fields = {[LETTER_FIELD_WAY] = "write"}},
				     {.fields = {[LETTER_FIELD_WAY] = "tele\nphone"}}};
	struct letter_facts facts = {.lists[LETTER_LIST_WAYS] = {rows, 2, 2}};
	struct arena mem = {0};

	(void)state;
	facts.top.fields[LETTER_FIELD_DATE] = "today";
	facts.top.fields[LETTER_FIELD_ACCESS] = "";
	assert_string_equal(letter_facts_text(&facts, &mem),
			    "date: today\nways 1, way: write\nways 2, way: tele\nphone\n");
	arena_finish(&mem);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_field_is_in_it),
		cmocka_unit_test(rows_are_told_apart),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
