/* The file of bank holidays: the shipped one against a copy of its own, and slips made by whoever adds a year. */
#include "reading.h"

#include "bank_holidays.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define KNOWN "source: GOV.UK\nknown_from: \"2026-01-01\"\nknown_until: \"2026-12-31\"\n"

static void the_shipped_days_are_the_announced_days(void **state)
{
	struct arena mem = {0};
	struct settings *settings;
	struct fault f = {0};
	const struct holiday_list *shipped;

	(void)state;
	if (!settings_load(&settings, NULL, "national", &mem, &f))
		fail_msg("%s", f.message);
	shipped = &settings->calendar.bank_holidays;
	assert_int_equal(shipped->count, BANK_HOLIDAY_COUNT);
	for (size_t i = 0; i < shipped->count; i++) {
		assert_int_equal(shipped->items[i].day, date_from_iso(bank_holidays[i].iso));
		assert_true(date_weekday(shipped->items[i].day) <= FRIDAY);
		assert_true(*shipped->items[i].name);
	}
	assert_int_equal(settings->calendar.known_from, date_from_iso("2012-01-01"));
	assert_int_equal(settings->calendar.known_until, date_from_iso("2028-12-31"));
	assert_int_equal(settings->calendar.closures.count, 0);
	arena_finish(&mem);
}

static void days_may_be_added_in_any_order(void **state)
{
	struct arena mem = {0};
	struct settings settings = {0};

	(void)state;
	assert_string_equal(read_text(SETTINGS_HOLIDAYS,
				      KNOWN "days:\n  - {day: \"2026-12-25\", name: Christmas Day}\n"
					    "  - {day: \"2026-01-01\", name: New Year's Day}\n",
				      &settings, &mem),
			    "");
	assert_int_equal(settings.calendar.bank_holidays.count, 2);
	assert_string_equal(settings.calendar.bank_holidays.items[0].name, "New Year's Day");
	assert_string_equal(read_text(SETTINGS_HOLIDAYS, KNOWN "days: []\n", &settings, &mem), "");
	assert_int_equal(settings.calendar.bank_holidays.count, 0);
	arena_finish(&mem);
}

static void a_slip_is_named(void **state)
{
	static const struct reading_row rows[] = {
		{"the same day twice",
		 "days: [{day: \"2026-12-25\", name: Christmas}, {day: \"2026-12-25\", name: Christmas}]\n",
		 "file.yaml:4:1: 2026-12-25 is listed twice; keep one of them."},
		{"a new year without moving the bound", "days: [{day: \"2027-01-01\", name: New Year's Day}]\n",
		 "file.yaml:4:8: this day lies outside known_from and known_until; move the bounds."},
		{"a day without a name", "days: [{day: \"2026-12-25\"}]\n", "file.yaml:4:8: \"name\" is missing here."},
		{"a map of days", "days: {\"2026-12-25\": Christmas}\n", "file.yaml:4:7: \"days\" wants a list."},
		{"a key of the old feed", "days: [{date: \"2026-12-25\", name: Christmas}]\n",
		 "file.yaml:4:9: unknown key \"date\"; did you mean \"day\"?"},
		{"no days", "", "file.yaml:1:1: \"days\" is missing here."},
	};
	struct arena mem = {0};

	(void)state;
	assert_int_equal(first_other_message(SETTINGS_HOLIDAYS, KNOWN, rows, sizeof rows / sizeof *rows), -1);
	assert_string_equal(read_text(SETTINGS_HOLIDAYS,
				      "source: x\nknown_from: \"2026-02-01\"\nknown_until: \"2026-01-01\"\ndays: []\n",
				      NULL, &mem),
			    "file.yaml:3:14: known_until lies before known_from.");
	arena_finish(&mem);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_shipped_days_are_the_announced_days),
		cmocka_unit_test(days_may_be_added_in_any_order),
		cmocka_unit_test(a_slip_is_named),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
