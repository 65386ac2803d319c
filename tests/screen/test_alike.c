/* What two people typed in two ways and meant alike. */
#include "alike.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void the_same_in_two_ways(void **state)
{
	static const struct {
		bool (*alike)(const char *a, const char *b);
		const char *a, *b;
		bool is;
	} rows[] = {
		{alike_clock, "9:30", "09:30", true},
		{alike_clock, "930", "9.30", true},
		{alike_clock, "2", "2pm", true},
		{alike_clock, "9:30", "9:31", false},
		{alike_clock, "soon", "soon", false}, /* no time is no time: letters are compared elsewhere */
		{alike_length, "90", "1h30", true},
		{alike_length, "90", "9", false},
		{alike_length, "", "90", false},
		{alike_closed_up, "01632 960111", "01632960111", true},
		{alike_closed_up, "zz1 1zz", "ZZ1 1ZZ", true},
		{alike_closed_up, "943 476 5919", "943 476 5910", false},
		{alike_closed_up, "ZZ1", "ZZ1 1", false},
		{alike_closed_up, "ZZ1 ", "ZZ1", true},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (rows[i].alike(rows[i].a, rows[i].b) != rows[i].is ||
		    rows[i].alike(rows[i].b, rows[i].a) != rows[i].is)
			fail_msg("\"%s\" and \"%s\"", rows[i].a, rows[i].b);
	(void)state;
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(the_same_in_two_ways)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
