/* What people type for times and lengths. */
#include "domain/clock_entry.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void times_are_understood(void **state)
{
	static const struct {
		const char *typed;
		int minutes; /* -1: refused */
	} rows[] = {
		{"9:30", 570},
		{"9.30", 570},
		{"0930", 570},
		{"930", 570},
		{"9", 540},
		{"9am", 540},
		{"9 am", 540},
		{"2pm", 840},
		{"2", 840},
		{"14", 840},
		{"14:00", 840},
		{"1400", 840},
		{"noon", 720},
		{"12", 720},
		{"12am", 0},
		{"12pm", 720},
		{"0200", 120},
		{"6:15", 1095},
		{"7", 420},
		{"23:59", 1439},
		{"24:00", -1},
		{"9:60", -1},
		{"nine", -1},
		{"9:3", -1},
		{"13pm", -1},
		{"", -1},
		{"12345", -1},
		{"9:30x", -1},
		{"-9", -1},
		{"9h30", 570},
		{"99999999999999999999999999", -1},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct fault f = {0};
		int minutes = -1;
		bool understood = clock_entry_parse(&minutes, rows[i].typed, "Starts", &f);

		if (understood != (rows[i].minutes >= 0) || (understood && minutes != rows[i].minutes))
			fail_msg("'%s' gave %d, not %d", rows[i].typed, understood ? minutes : -1, rows[i].minutes);
		assert_true(understood || f.message[0]);
	}
}

static void lengths_are_understood(void **state)
{
	static const struct {
		const char *typed;
		int minutes;
	} rows[] = {
		{"90", 90},   {"90m", 90},  {"90 min", 90},   {"1h", 60},     {"1h30", 90},      {"1 h 30", 90},
		{"1:30", 90}, {"1.5h", 90}, {"2 hours", 120}, {"1 hour", 60}, {"1 hour 15", 75}, {"4", -1},
		{"721", -1},  {"", -1},     {"soon", -1},     {"1:75", -1},   {"1h30x", -1},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct fault f = {0};
		int minutes = -1;
		bool understood = length_entry_parse(&minutes, rows[i].typed, "Length", &f);

		if (understood != (rows[i].minutes >= 0) || (understood && minutes != rows[i].minutes))
			fail_msg("'%s' gave %d, not %d", rows[i].typed, understood ? minutes : -1, rows[i].minutes);
	}
}

static void lengths_read_back_as_typed(void **state)
{
	(void)state;
	for (int minutes = 5; minutes <= 720; minutes++) {
		char words[LENGTH_WORDS_ROOM];
		int again = 0;

		assert_true(length_entry_parse(&again, length_words(minutes, words), "Length", NULL));
		assert_int_equal(again, minutes);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(times_are_understood),
		cmocka_unit_test(lengths_are_understood),
		cmocka_unit_test(lengths_read_back_as_typed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
