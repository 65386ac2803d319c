/* What people type for a date, row by row; then every shape on awkward days; then nonsense. */
#include "domain/date_entry.h"

#include "bank_holidays.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct holiday national[BANK_HOLIDAY_COUNT];
static struct working_calendar england;
static struct date_anchor anchors[4];

static int set_up(void **state)
{
	(void)state;
	bank_holidays_into(&england, national);
	anchors[0] = (struct date_anchor){"sd", date_from_iso("2026-03-02")};
	anchors[1] = (struct date_anchor){"icpc", date_from_iso("2026-11-30")};
	anchors[2] = (struct date_anchor){"edd", DAY_NONE};
	anchors[3] = (struct date_anchor){"rcpc2", date_from_iso("2026-05-06")};
	return 0;
}

static struct date_context context_of(enum date_field_kind kind, const char *today, bool approximate)
{
	return (struct date_context){.kind = kind,
				     .today = date_from_iso(today),
				     .calendar = &england,
				     .anchors = anchors,
				     .anchor_count = 4,
				     .label = "Strategy discussion",
				     .approximate_allowed = approximate};
}

/* "2026-07-14", "2026-07" and "2026" by precision, "*" behind where the month's end clamped it, "!" and the message. */
static const char *understood(const char *typed, const struct date_context *context, char out[400])
{
	struct date_entry entry;
	struct fault f = {0};

	if (!date_entry_parse(&entry, typed, context, &f)) {
		snprintf(out, 400, "!%s", f.message);
		assert_int_equal(f.code, FAULT_REFUSED);
		assert_int_equal(entry.day, DAY_NONE);
		return out;
	}
	date_to_iso(entry.day, out);
	if (entry.precision != DATE_EXACT)
		out[entry.precision == DATE_TO_MONTH ? 7 : 4] = '\0';
	if (entry.clamped)
		strcat(out, "*");
	return out;
}

struct row {
	const char *typed, *want; /* a wanted fault is a part of its message, after "!" */
};

#define PAST     DATE_FIELD_PAST
#define FUTURE   DATE_FIELD_FUTURE
#define BIRTH    DATE_FIELD_BIRTH
#define EXPECTED DATE_FIELD_EXPECTED
#define ANY      DATE_FIELD_ANY

#include "date_entry_rows.h"

static void test_rows(void **state)
{
	size_t wrong = 0, count = 0;

	(void)state;
	for (size_t g = 0; g < sizeof groups / sizeof *groups; g++) {
		struct date_context context = context_of(groups[g].kind, groups[g].today, groups[g].approximate);

		for (const struct row *row = groups[g].rows; row->typed; row++, count++) {
			char got[400];

			understood(row->typed, &context, got);
			if (row->want[0] == '!' ? got[0] == '!' && strstr(got, row->want + 1) : !strcmp(got, row->want))
				continue;
			wrong++;
			print_error("%s: \"%s\" gave %s, not %s\n", groups[g].why, row->typed, got, row->want);
		}
	}
	assert_int_equal(wrong, 0);
	assert_true(count >= 300);
}

static void test_words_of_faults(void **state)
{
	static const struct {
		const char *why, *label;
		enum date_field_kind kind;
		const char *typed, *message;
	} rows[] = {
		{"an event is dated", "Strategy discussion", PAST, "", "Enter the date of the strategy discussion"},
		{"blanks are nothing", "Strategy discussion", PAST, " \t ",
		 "Enter the date of the strategy discussion"},
		{"a date is not dated again", "Date of birth", BIRTH, "", "Enter the date of birth"},
		{"a day is no date of a day", "Day of the birth", FUTURE, "", "Enter the day of the birth"},
		{"nor is what is wrong with it", "Day", FUTURE, "soon", "Day must be a real date, such as 27 3 2026"},
		{"the day is one already", "The day", PAST, "1 7 2026", "The day must be in the past or today"},
		{"and is asked for as it is called", "The day of the meeting", FUTURE, "",
		 "Enter the day of the meeting"},
		{"nor is another", "Review date", FUTURE, "", "Enter the review date"},
		{"letters stay capitals", "ICPC", FUTURE, "", "Enter the date of the ICPC"},
		{"no label", NULL, FUTURE, "", "Enter the date"},
		{"no label for a birth", "", BIRTH, "", "Enter the date of birth"},
		{"no year", "Date of birth", BIRTH, "14 7", "Date of birth must include a year"},
		{"impossible before rule", "Date of conference", FUTURE, "31 2 2026",
		 "Date of conference must be a real date: February has 28 or 29 days"},
		{"29 February", "Date of conference", FUTURE, "29 2 2027",
		 "Date of conference must be a real date: February 2027 has 28 days"},
		{"nonsense", "Date of conference", FUTURE, "soon",
		 "Date of conference must be a real date, such as 27 3 2026"},
		{"after today", "Strategy discussion", PAST, "1 7 2026",
		 "Date of the strategy discussion must be in the past or today"},
		{"an anchor without a date", "Review date", FUTURE, "edd+1w",
		 "Review date cannot be worked out from edd, which has no date yet"},
		{"an unknown word in a sum", "Review date", FUTURE, "xyz+1w",
		 "Review date cannot be worked out from xyz: type a date, or count from t (today), sd, icpc, edd, "
		 "rcpc2"},
		{"an unknown unit", "Review date", FUTURE, "+3f",
		 "Review date must be a real date: after a number use d, w, m, y or wd, as in +10wd"},
		{"a weekday that is not", "Review date", FUTURE, "mon 14 7 2026",
		 "Review date must be a real date: 14 Jul 2026 is a Tuesday, not a Monday"},
		{"out of range", "Review date", FUTURE, "14 7 1899", "Review date must be between 1900 and 2200"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct date_context context = context_of(rows[i].kind, "2026-06-30", false);
		struct date_entry entry;
		struct fault f = {0};

		context.label = rows[i].label;
		assert_false(date_entry_parse(&entry, rows[i].typed, &context, &f));
		if (strcmp(f.message, rows[i].message) != 0)
			fail_msg("%s: \"%s\"", rows[i].why, f.message);
		if (rows[i].label && rows[i].label[0])
			assert_string_equal(f.field, rows[i].label);
		assert_false(date_entry_parse(&entry, rows[i].typed, &context, NULL));
	}
}

static void test_echo(void **state)
{
	static const struct {
		const char *why;
		enum date_field_kind kind;
		const char *typed, *echo;
	} rows[] = {
		{"a meeting", FUTURE, "14 7", "= Tue 14 Jul 2026 · in 10 working days · week 29"},
		{"today", PAST, "t", "= Tue 30 Jun 2026 · today · week 27"},
		{"a weekend is said", FUTURE, "18 7", "= Sat 18 Jul 2026 · in 13 working days (Saturday) · week 29"},
		{"a bank holiday is said", FUTURE, "31 8",
		 "= Mon 31 Aug 2026 · in 43 working days (Summer bank holiday) · week 36"},
		{"a clamp is said", FUTURE, "icpc+3m",
		 "= Sun 28 Feb 2027 · in 169 working days (Sunday) · week 8 · end of month"},
		{"beyond the table", FUTURE, "4 1 2029",
		 "= Thu 4 Jan 2029 · in 2 years · week 1 · bank holidays not known after 2028"},
		{"before the table", PAST, "4 1 2011",
		 "= Tue 4 Jan 2011 · 15 years ago · week 1 · bank holidays not known before 2012"},
		{"an age instead of a distance", BIRTH, "14 7 2014", "= Mon 14 Jul 2014 · aged 11"},
		{"a small child's in months", BIRTH, "14 7 2025", "= Mon 14 Jul 2025 · aged 11 months"},
		{"one month", BIRTH, "30 5 2026", "= Sat 30 May 2026 · aged 1 month"},
		{"a baby's in days", BIRTH, "y", "= Mon 29 Jun 2026 · aged 1 day"},
		{"a month", ANY, "jul 2026", "= July 2026 · day not known"},
		{"a year", ANY, "c 2019", "= 2019 · day and month not known"},
	};
	char out[DATE_ECHO_ROOM];

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct date_context context = context_of(rows[i].kind, "2026-06-30", true);
		struct date_entry entry;

		assert_true(date_entry_parse(&entry, rows[i].typed, &context, NULL));
		if (strcmp(date_entry_echo(&entry, &context, out), rows[i].echo) != 0)
			fail_msg("%s: \"%s\"", rows[i].why, out);
	}
}

static void test_a_field_without_a_calendar(void **state)
{
	struct date_context context = context_of(FUTURE, "2026-04-02", false);
	struct date_entry entry;
	char out[DATE_ECHO_ROOM];

	(void)state;
	context.calendar = NULL;
	assert_true(date_entry_parse(&entry, "+1wd", &context, NULL));
	assert_int_equal(entry.day, date_from_iso("2026-04-03"));
	assert_string_equal(date_entry_echo(&entry, &context, out),
			    "= Fri 3 Apr 2026 · tomorrow · week 14 · bank holidays not known");
	entry.day = DAY_NONE;
	assert_string_equal(date_entry_echo(&entry, &context, out), "");
}

/* Leap days, year ends, Sundays, clock-change days: nothing about today may change what a full date means. */
static const char *const awkward_days[] = {
	"2024-02-29", "2026-12-31", "2026-01-01", "2026-07-19", "2026-03-29", "2026-10-25",
	"2027-02-28", "2028-02-29", "2100-03-01", "1999-12-31", "2026-04-03", "2096-02-29",
};

#define WRITTEN_FORMS 14

static void write_date(char out[80], day_number day, size_t form)
{
	const struct civil_date date = date_civil(day);
	const int d = date.day, m = date.month, y = date.year;
	const char *month = date_month_name(m);

	switch (form) {
	case 0: snprintf(out, 80, "%d %d %d", d, m, y); break;
	case 1: snprintf(out, 80, "%02d/%02d/%d", d, m, y); break;
	case 2: snprintf(out, 80, "%d.%d.%d", d, m, y); break;
	case 3: snprintf(out, 80, "%d-%d-%d", d, m, y); break;
	case 4: snprintf(out, 80, "%02d%02d%d", d, m, y); break;
	case 5: snprintf(out, 80, "%d%.3s%d", d, month, y); break;
	case 6: snprintf(out, 80, "%d-%.3s-%d", d, month, y); break;
	case 7: snprintf(out, 80, "%dth of %s %d", d, month, y); break;
	case 8: snprintf(out, 80, "%s %d, %d", month, d, y); break;
	case 9: snprintf(out, 80, "  %d  %d\t%d ", d, m, y); break;
	case 10: snprintf(out, 80, "%d%02d%02d", y, m, d); break;
	case 11: snprintf(out, 80, "%d/%d/%d", y, m, d); break;
	case 12: snprintf(out, 80, "%d %.3s %d", y, month, d); break;
	default: date_long(day, out); break;
	}
}

static void test_full_dates_on_awkward_days(void **state)
{
	size_t count = 0;

	(void)state;
	for (size_t t = 0; t < sizeof awkward_days / sizeof *awkward_days; t++)
		for (int kind = DATE_FIELD_PAST; kind <= DATE_FIELD_ANY; kind++)
			for (int back = 0; back < 1000; back += 37, count++) {
				struct date_context context = context_of((enum date_field_kind)kind, awkward_days[t],
									 back % 2);
				char typed[80], got[400], iso[DATE_TEXT_ROOM];

				write_date(typed, context.today - back, count % WRITTEN_FORMS);
				assert_string_equal(understood(typed, &context, got),
						    date_to_iso(context.today - back, iso));
			}
	assert_true(count > 1500);
}

/* The definition, searched day by day: the last such day up to today, the next from today on, the nearer of both. */
static day_number search_without_year(int day, int month, const struct date_context *context)
{
	for (int away = 0; away < 366 * 9; away++)
		for (int way = 1; way >= -1; way -= 2) {
			struct civil_date date = date_civil(context->today + way * away);

			if (date.day != day || date.month != month)
				continue;
			if (context->kind == DATE_FIELD_ANY || (context->kind == DATE_FIELD_PAST) == (way < 0) ||
			    away == 0)
				return context->today + way * away;
		}
	return DAY_NONE;
}

static void test_no_year_on_awkward_days(void **state)
{
	static const enum date_field_kind kinds[] = {DATE_FIELD_PAST, DATE_FIELD_FUTURE, DATE_FIELD_EXPECTED,
						     DATE_FIELD_ANY};

	(void)state;
	for (size_t t = 0; t < sizeof awkward_days / sizeof *awkward_days; t++)
		for (size_t k = 0; k < 4; k++)
			for (int n = 0; n < 366; n += n < 55 || n > 70 ? 5 : 1) { /* closer about 29 February */
				struct date_context context = context_of(kinds[k], awkward_days[t], false);
				struct civil_date date = date_civil(date_from_iso("2024-01-01") + n);
				char typed[80], got[400], iso[DATE_TEXT_ROOM];

				snprintf(typed, sizeof typed, n % 2 ? "%d/%d" : "%02d%02d", date.day, date.month);
				date_to_iso(search_without_year(date.day, date.month, &context), iso);
				if (strcmp(understood(typed, &context, got), iso) != 0)
					fail_msg("%s on %s, kind %d: %s, not %s", typed, awkward_days[t], (int)kinds[k],
						 got, iso);
			}
}

static void test_sums_on_awkward_days(void **state)
{
	static const char *const before[] = {"", "t", "", "", ""}, *const after[] = {"", "w", "m", " years", "wd"};

	(void)state;
	for (size_t t = 0; t < sizeof awkward_days / sizeof *awkward_days; t++)
		for (int n = -40; n <= 40; n++) {
			struct date_context context = context_of(DATE_FIELD_FUTURE, awkward_days[t], false);
			const day_number want[] = {context.today + n, context.today + 7 * n,
						   date_add_months(context.today, n),
						   date_add_months(context.today, 12 * n),
						   working_day_add(context.today, n, &england, COUNT_LOCAL)};

			for (size_t s = 0; s < 5; s++) {
				struct date_entry entry;
				char typed[40];

				snprintf(typed, sizeof typed, "%s%+d%s", before[s], n, after[s]);
				assert_true(date_entry_parse(&entry, typed, &context, NULL));
				assert_int_equal(entry.day, want[s]);
				assert_int_equal(entry.clamped,
						 (s == 2 || s == 3) &&
							 date_civil(want[s]).day != date_civil(context.today).day);
			}
		}
}

/* What the screen says back may be typed again and means the same. */
static void test_what_is_shown_can_be_typed(void **state)
{
	char *(*const shown[])(day_number, char *) = {date_to_iso, date_medium, date_long, date_plain};
	struct date_context context = context_of(DATE_FIELD_ANY, "2026-06-30", true);

	(void)state;
	for (day_number day = -25567; day <= 84370; day += 3)
		for (size_t i = 0; i < 4; i++) {
			char text[DATE_TEXT_ROOM];
			struct date_entry entry;

			if (!date_entry_parse(&entry, shown[i](day, text), &context, NULL) || entry.day != day)
				fail_msg("%s is not read back", text);
		}
	for (day_number day = context.today; day < context.today + 365; day++) {
		struct date_entry entry;
		char text[DATE_TEXT_ROOM];

		context.kind = DATE_FIELD_FUTURE;
		assert_true(date_entry_parse(&entry, date_short(day, text), &context, NULL));
		assert_int_equal(entry.day, day);
	}
}

static uint64_t next_random(uint64_t *seed)
{
	uint64_t z = (*seed += 0x9E3779B97F4A7C15u);

	z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
	z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
	return z ^ (z >> 31);
}

/* Pieces of the language in any order find more than single characters do; the last few are not of it. */
static void random_text(char out[200], uint64_t *seed)
{
	static const char *const pieces[] = {
		"1",    "2",    "9",     "0",      "14",  "31",    "29",    "2026", "99", "00",   "/",    "-",
		"+",    " ",    ".",     "jul",    "feb", "next",  "last",  "tue",  "t",  "y",    "tom",  "wd",
		"m",    "w",    "d",     "eom",    "sow", "sd",    "c",     "of",   "th", "ago",  "in ",  "week",
		"1900", "2200", "99999", "999999", "edd", "rcpc2", "this ", "b",    "é",  "\xff", "\x01", "%n",
	};
	int count = (int)(next_random(seed) % 9);

	out[0] = '\0';
	while (count-- > 0)
		strcat(out, pieces[next_random(seed) % (sizeof pieces / sizeof *pieces)]);
}

static void test_nonsense(void **state)
{
	uint64_t seed = 20261121;
	size_t taken = 0;

	(void)state;
	for (int i = 0; i < 300000; i++) {
		uint64_t pick = next_random(&seed);
		struct date_context context = context_of((enum date_field_kind)(pick % 5), awkward_days[pick / 5 % 12],
							 pick & 64);
		struct date_entry entry;
		struct fault f = {0};
		char typed[200], echo[DATE_ECHO_ROOM];
		bool read;

		random_text(typed, &seed);
		read = date_entry_parse(&entry, typed, &context, &f);
		taken += read;
		if (read != date_in_range(entry.day) || read != (f.message[0] == '\0'))
			fail_msg("\"%s\"", typed);
		if (read && (context.kind == DATE_FIELD_PAST || context.kind == DATE_FIELD_BIRTH))
			assert_true(entry.day <= context.today);
		if (read && entry.precision != DATE_EXACT)
			assert_true(context.approximate_allowed);
		assert_int_equal(date_entry_echo(&entry, &context, echo)[0] != '\0', read);
	}
	assert_true(taken > 3000); /* or the sweep would test refusals alone */
}

static void test_a_long_text_is_refused(void **state)
{
	struct date_context context = context_of(FUTURE, "2026-06-30", false);
	char long_text[5000];
	struct date_entry entry;

	(void)state;
	memset(long_text, '1', sizeof long_text);
	long_text[sizeof long_text - 1] = '\0';
	assert_false(date_entry_parse(&entry, long_text, &context, NULL));
	memset(long_text, ' ', sizeof long_text - 1);
	memcpy(long_text + 4000, "t", 1);
	assert_true(date_entry_parse(&entry, long_text, &context, NULL)); /* stray blanks are free */
	assert_false(date_entry_parse(&entry, NULL, &context, NULL));
}

static bool take_cell(const char **line, char out[400])
{
	const char *from = *line, *end;
	size_t length;

	if (*from != '|' || !(end = strchr(from + 1, '|')))
		return false;
	*line = end;
	for (from++; *from == ' '; from++)
		;
	length = (size_t)(end - from);
	while (length && from[length - 1] == ' ')
		length--;
	if (length >= 2 && from[0] == '`' && from[length - 1] == '`')
		from++, length -= 2;
	snprintf(out, 400, "%.*s", (int)length, from);
	return true;
}

static bool kind_named(const char *name, enum date_field_kind *kind)
{
	static const char *const names[] = {"past", "future", "birth", "expected", "any"};

	for (int i = 0; i < 5; i++)
		if (strcmp(names[i], name) == 0) {
			*kind = (enum date_field_kind)i;
			return true;
		}
	return false;
}

/* The document's rows "| `typed` | kind | today | understood |" hold the echo or the message word for word. */
static void test_the_document_is_true(void **state)
{
	char line[1000], typed[400], kind_name[400], today[400], want[400];
	FILE *document = fopen(SOURCE_FOLDER "/docs/dates.md", "r");
	size_t rows = 0, wrong = 0;

	(void)state;
	assert_non_null(document);
	while (fgets(line, sizeof line, document)) {
		const char *at = line;
		enum date_field_kind kind;
		struct date_context context;
		struct date_entry entry;
		struct fault f = {0};
		char echo[DATE_ECHO_ROOM];
		const char *got;

		if (!take_cell(&at, typed) || !take_cell(&at, kind_name) || !kind_named(kind_name, &kind) ||
		    !take_cell(&at, today) || !take_cell(&at, want))
			continue;
		rows++;
		context = context_of(kind, today, strstr(want, "day not known") || strstr(want, "month not known"));
		if (kind == DATE_FIELD_BIRTH)
			context.label = "Date of birth";
		got = date_entry_parse(&entry, typed, &context, &f) ? date_entry_echo(&entry, &context, echo)
								    : f.message;
		if (strcmp(got, want) != 0) {
			print_error("`%s` %s %s: \"%s\", the document says \"%s\"\n", typed, kind_name, today, got,
				    want);
			wrong++;
		}
	}
	fclose(document);
	assert_int_equal(wrong, 0);
	assert_true(rows >= 60);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_words_of_faults),
		cmocka_unit_test(test_echo),
		cmocka_unit_test(test_a_field_without_a_calendar),
		cmocka_unit_test(test_full_dates_on_awkward_days),
		cmocka_unit_test(test_no_year_on_awkward_days),
		cmocka_unit_test(test_sums_on_awkward_days),
		cmocka_unit_test(test_what_is_shown_can_be_typed),
		cmocka_unit_test(test_nonsense),
		cmocka_unit_test(test_a_long_text_is_refused),
		cmocka_unit_test(test_the_document_is_true),
	};
	return cmocka_run_group_tests(tests, set_up, NULL);
}
