/* Days as spreadsheets and returns write them. */
#include "written.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static const struct {
	const char *why, *text;
	enum written_date read;
	const char *iso;
} rows[] = {
	{"day first", "07/03/2026", WRITTEN_DATE, "2026-03-07"},
	{"day first even where month first would do", "03/04/2026", WRITTEN_DATE, "2026-04-03"},
	{"no leading noughts", "7/3/2026", WRITTEN_DATE, "2026-03-07"},
	{"dashes", "07-03-2026", WRITTEN_DATE, "2026-03-07"},
	{"dots", "7.3.2026", WRITTEN_DATE, "2026-03-07"},
	{"a month by its name, as spreadsheets show it", "7-Mar-2026", WRITTEN_DATE, "2026-03-07"},
	{"in full", "7 March 2026", WRITTEN_DATE, "2026-03-07"},
	{"any case", "7 MARCH 2026", WRITTEN_DATE, "2026-03-07"},
	{"four letters", "1 Sept 2026", WRITTEN_DATE, "2026-09-01"},
	{"ISO", "2026-03-07", WRITTEN_DATE, "2026-03-07"},
	{"midnight, as a database exports it", "2026-03-07 00:00:00", WRITTEN_DATE, "2026-03-07"},
	{"midnight of XML", "2026-03-07T00:00:00", WRITTEN_DATE, "2026-03-07"},
	{"midnight after day first", "07/03/2026 00:00", WRITTEN_DATE, "2026-03-07"},
	{"a leap day", "29/02/2024", WRITTEN_DATE, "2024-02-29"},
	{"no leap day that year", "29/02/2026", WRITTEN_DATE_NOT_REAL, ""},
	{"no such day", "31/02/2026", WRITTEN_DATE_NOT_REAL, ""},
	{"no such month: month first is not guessed", "03/17/2026", WRITTEN_DATE_NOT_REAL, ""},
	{"before the dates kept", "1066-04-13", WRITTEN_DATE_NOT_REAL, ""},
	{"day nought", "00/01/2026", WRITTEN_DATE_NOT_REAL, ""},
	{"which century?", "17/12/12", WRITTEN_DATE_SHORT_YEAR, ""},
	{"a time that is not midnight is no date", "07/03/2026 14:30", WRITTEN_NO_DATE, ""},
	{"two letters may be two months", "1 Ma 2026", WRITTEN_NO_DATE, ""},
	{"a word", "next Tuesday", WRITTEN_NO_DATE, ""},
	{"a spreadsheet's own day number", "46088", WRITTEN_NO_DATE, ""},
	{"too many digits", "007/03/2026", WRITTEN_NO_DATE, ""},
	{"a year of five digits", "07/03/20266", WRITTEN_NO_DATE, ""},
	{"something after it", "07/03/2026x", WRITTEN_NO_DATE, ""},
	{"nothing", "", WRITTEN_NO_DATE, ""},
	{"cut short", "07/", WRITTEN_NO_DATE, ""},
};

static void dates_are_read_day_first(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char iso[DATE_TEXT_ROOM];
		day_number day = 1;

		if (written_date(rows[i].text, &day) != rows[i].read)
			fail_msg("%s: %s", rows[i].why, rows[i].text);
		assert_string_equal(date_to_iso(day, iso), rows[i].iso);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(dates_are_read_day_first)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
