/* Listings in their four forms, of every kind of cell, with texts that mean harm. */
#include "exchange/output.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct listing_column columns[] = {
	{"reference", "Reference"}, {"family", "Family"}, {"children", "Children"}, {"due", "Due"},
	{"days_left", "Days left"}, {"booked", "Booked"},
};
enum { COLUMN_COUNT = sizeof columns / sizeof *columns };

static void fill(struct listing *listing, struct arena *mem)
{
	static const char *const children[] = {"F1", "F2"};

	listing_begin(listing, columns, COLUMN_COUNT, mem);
	listing_text(listing, "C-00012");
	listing_text(listing, "O'Brien, \"Bee\"");
	listing_texts(listing, children, 2);
	listing_day(listing, date_from_iso("2026-07-14"));
	listing_number(listing, -3);
	listing_yes_no(listing, true);
	listing_text(listing, "C-00013");
	listing_text(listing, "李 Ọ̀ṣúndé");
	listing_texts(listing, NULL, 0);
	listing_day(listing, DAY_NONE);
	listing_number(listing, 12);
	listing_yes_no(listing, false);
}

static char *written(const struct listing *listing, struct listing_style style)
{
	struct fault f = {0};
	char *text = NULL;
	size_t bytes;
	FILE *to = open_memstream(&text, &bytes);

	assert_true(listing_write(listing, to, &style, &f));
	fclose(to);
	return text;
}

/* A reader of JSON gets objects; the flat forms say how many there are. */
static void a_listing_inside_another_is_an_array_of_objects(void **state)
{
	static const struct listing_column outer_columns[] = {{"name", "Name"}, {"due", "Due"}};
	static const struct listing_column inner_columns[] = {{"day", "Day"}, {"left", "Left"}};
	static const struct {
		struct listing_style style;
		const char *text;
	} rows[] = {
		{{.form = LISTING_JSON, .alone = true},
		 "{\"name\": \"Bee\", \"due\": [{\"day\": \"2026-07-14\", \"left\": 1}, {\"day\": null, \"left\": "
		 "2}]}\n"},
		{{.form = LISTING_CSV}, "name,due\r\nBee,2\r\n"},
		{{.form = LISTING_RECORDS}, "Name: Bee\nDue: 2\n"},
	};
	struct arena mem = {0};
	struct listing outer, inner;

	(void)state;
	listing_begin(&inner, inner_columns, 2, &mem);
	listing_day(&inner, date_from_iso("2026-07-14"));
	listing_number(&inner, 1);
	listing_nothing(&inner);
	listing_number(&inner, 2);
	listing_begin(&outer, outer_columns, 2, &mem);
	listing_text(&outer, "Bee");
	listing_nested(&outer, &inner);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char *text = written(&outer, rows[i].style);

		assert_string_equal(text, rows[i].text);
		free(text);
	}
	arena_finish(&mem);
}

static void a_listing_reads_alike_in_every_form(void **state)
{
	static const struct {
		struct listing_style style;
		const char *text;
	} rows[] = {
		{{.form = LISTING_TABLE},
		 "Reference  Family          Children  Due              Days left  Booked\n"
		 "C-00012    O'Brien, \"Bee\"  F1, F2    Tue 14 Jul 2026         -3  yes\n"
		 "C-00013    李 Ọ̀ṣúndé       -         -                       12  no\n"},
		{{.form = LISTING_TABLE, .width = 66},
		 "Reference  Family     Children  Due              Days left  Booked\n"
		 "C-00012    O'Brien,…  F1, F2    Tue 14 Jul 2026         -3  yes\n"
		 "C-00013    李 Ọ̀ṣúndé  -         -                       12  no\n"},
		{{.form = LISTING_JSON},
		 "[\n{\"reference\": \"C-00012\", \"family\": \"O'Brien, \\\"Bee\\\"\", \"children\": [\"F1\", "
		 "\"F2\"], "
		 "\"due\": \"2026-07-14\", \"days_left\": -3, \"booked\": true},\n"
		 "{\"reference\": \"C-00013\", \"family\": \"李 Ọ̀ṣúndé\", \"children\": [], \"due\": null, "
		 "\"days_left\": 12, "
		 "\"booked\": false}\n]\n"},
		{{.form = LISTING_CSV},
		 "reference,family,children,due,days_left,booked\r\n"
		 "C-00012,\"O'Brien, \"\"Bee\"\"\",F1; F2,2026-07-14,-3,yes\r\n"
		 "C-00013,李 Ọ̀ṣúndé,,,12,no\r\n"},
		{{.form = LISTING_RECORDS},
		 "Reference: C-00012\nFamily: O'Brien, \"Bee\"\nChildren: F1, F2\nDue: Tue 14 Jul 2026\nDays left: "
		 "-3\nBooked: yes\n\n"
		 "Reference: C-00013\nFamily: 李 Ọ̀ṣúndé\nChildren: -\nDue: -\nDays left: 12\nBooked: no\n"},
	};
	struct arena mem = {0};
	struct listing listing;

	(void)state;
	fill(&listing, &mem);
	assert_int_equal(listing_rows(&listing), 2);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char *text = written(&listing, rows[i].style);

		assert_string_equal(text, rows[i].text);
		free(text);
	}
	arena_finish(&mem);
}

static void nothing_is_listed_in_every_form(void **state)
{
	static const struct {
		struct listing_style style;
		const char *text;
	} rows[] = {
		{{.form = LISTING_TABLE}, ""},
		{{.form = LISTING_JSON}, "[]\n"},
		{{.form = LISTING_JSON, .alone = true}, "[]\n"},
		{{.form = LISTING_CSV}, "reference,family,children,due,days_left,booked\r\n"},
		{{.form = LISTING_RECORDS}, ""},
	};
	struct arena mem = {0};
	struct listing listing;

	(void)state;
	listing_begin(&listing, columns, COLUMN_COUNT, &mem);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char *text = written(&listing, rows[i].style);

		assert_string_equal(text, rows[i].text);
		free(text);
	}
	arena_finish(&mem);
}

/* Each of these, alone in a column called "x". */
static void texts_that_mean_harm(void **state)
{
	static const struct listing_column one = {"x", "X"};
	static const struct {
		const char *why, *text;
		struct listing_style style;
		const char *written;
	} rows[] = {
		{"a formula", "=1+1", {.form = LISTING_CSV}, "x\r\n'=1+1\r\n"},
		{"a formula with a comma", "=A(1,2)", {.form = LISTING_CSV}, "x\r\n\"'=A(1,2)\"\r\n"},
		{"a telephone number looks like one", "+44 1632", {.form = LISTING_CSV}, "x\r\n'+44 1632\r\n"},
		{"a dash", "-x", {.form = LISTING_CSV}, "x\r\n'-x\r\n"},
		{"an at sign", "@x", {.form = LISTING_CSV}, "x\r\n'@x\r\n"},
		{"full width", "＝1", {.form = LISTING_CSV}, "x\r\n'＝1\r\n"},
		{"behind blanks", " =1", {.form = LISTING_CSV}, "x\r\n\"' =1\"\r\n"},
		{"behind a line break", "\n=1", {.form = LISTING_CSV}, "x\r\n\"'\n=1\"\r\n"},
		{"left as it is when asked", "=1+1", {.form = LISTING_CSV, .raw = true}, "x\r\n=1+1\r\n"},
		{"an escape sequence", "\033[2J", {.form = LISTING_TABLE}, "X\n\xEF\xBF\xBD[2J\n"},
		{"an escape sequence in JSON",
		 "\033[2J",
		 {.form = LISTING_JSON, .alone = true},
		 "{\"x\": \"\xEF\xBF\xBD[2J\"}\n"},
		{"a text turned round",
		 "a\xE2\x80\xAE"
		 "b",
		 {.form = LISTING_RECORDS},
		 "X: a\xEF\xBF\xBD"
		 "b\n"},
		{"bytes that are no text",
		 "a\xFF"
		 "b",
		 {.form = LISTING_JSON, .alone = true},
		 "{\"x\": \"a\xEF\xBF\xBD"
		 "b\"}\n"},
		{"a line that looks like a label", "a\nX: b", {.form = LISTING_RECORDS}, "X: a\n  X: b\n"},
		{"lines in a table", "a\nb", {.form = LISTING_TABLE}, "X\na b\n"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct arena mem = {0};
		struct listing listing;
		char *text;

		listing_begin(&listing, &one, 1, &mem);
		listing_text(&listing, rows[i].text);
		text = written(&listing, rows[i].style);
		if (strcmp(text, rows[i].written) != 0)
			fail_msg("%s: %s", rows[i].why, text);
		free(text);
		arena_finish(&mem);
	}
}

static void a_full_disk_is_said(void **state)
{
	struct arena mem = {0};
	struct listing listing;
	struct fault f = {0};
	FILE *full = fopen("/dev/full", "w");

	(void)state;
	fill(&listing, &mem);
	assert_non_null(full);
	assert_false(listing_write(&listing, full, &(struct listing_style){.form = LISTING_CSV}, &f));
	assert_int_equal(f.code, FAULT_STORAGE);
	fclose(full);
	arena_finish(&mem);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(a_listing_reads_alike_in_every_form),
					   cmocka_unit_test(a_listing_inside_another_is_an_array_of_objects),
					   cmocka_unit_test(nothing_is_listed_in_every_form),
					   cmocka_unit_test(texts_that_mean_harm),
					   cmocka_unit_test(a_full_disk_is_said)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
