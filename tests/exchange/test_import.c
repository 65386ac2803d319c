/* The kinds of import by name, and how far a reading says it has come. */
#include "reading.h"

#include <sys/resource.h>

struct heard {
	int times, last_percent;
	size_t last_rows;
};

static void hear(void *payload, int percent, size_t rows)
{
	struct heard *heard = payload;

	assert_true(percent >= -1 && percent <= 100);
	assert_true(rows > heard->last_rows);
	heard->times++;
	heard->last_percent = percent;
	heard->last_rows = rows;
}

static void kinds_have_names(void **state)
{
	enum import_kind kind;

	(void)state;
	for (int i = 0; i < IMPORT_KIND_COUNT; i++) {
		assert_true(import_kind_from_token(import_kind_token((enum import_kind)i), &kind));
		assert_int_equal(kind, i);
		assert_true(import_kind_label(kind)[0] != '\0');
	}
	assert_true(import_kind_from_token("Census", &kind));
	assert_false(import_kind_from_token("sensus", &kind));
	assert_false(import_kind_from_token("", &kind));
}

static void columns_say_how_they_are_headed(void **state)
{
	struct arena mem = {0};
	size_t count = 0;

	(void)state;
	assert_null(import_column(IMPORT_CENSUS, 0));
	while (import_column(IMPORT_REQUESTS, count))
		count++;
	assert_int_equal(count, 9);
	assert_null(import_column(IMPORT_REQUESTS, 400));
	assert_string_equal(import_column_words(import_column(IMPORT_REQUESTS, 8), &mem),
			    "Days and times that are no good: not Tuesdays, afternoons only. Also headed: times to "
			    "avoid.");
	assert_string_equal(import_column_words(import_column(IMPORT_CONTACTS, 5), &mem),
			    "Also headed: telephone, mobile.");
	arena_finish(&mem);
}

static void a_long_reading_says_how_far_it_is(void **state)
{
	struct heard heard = {0};
	struct reading r = {0};
	const struct import_watch watch = {hear, &heard};
	const struct import_sink sink = {&r, reading_contact, reading_person, reading_request, reading_child, NULL};
	char path[400];
	FILE *file;

	(void)state;
	snprintf(path, sizeof path, "%s/tests/fixtures/samples/median-authority-people.csv", SOURCE_FOLDER);
	file = fopen(path, "rb");
	assert_non_null(file);
	r.into = open_memstream(&r.taken, &r.taken_bytes);
	assert_true(import_read(IMPORT_PEOPLE, file, "people.csv", &sink, &watch, &r.mem, &r.report, &r.fault));
	assert_int_equal(heard.times, 1782 / 64);
	assert_int_equal(heard.last_percent, 100);
	fclose(r.into);
	fclose(file);
	reading_end(&r);
}

static void a_folder_is_not_a_file(void **state)
{
	struct reading r = {0};

	(void)state;
	assert_false(reading_file(&r, IMPORT_PEOPLE, fopen(SOURCE_FOLDER, "rb")));
	assert_string_equal(r.fault.message, "list is a folder. Name the file inside it.");
	reading_end(&r);
	assert_false(reading_file(&r, IMPORT_CENSUS, fopen(SOURCE_FOLDER, "rb")));
	assert_string_equal(r.fault.message, "list is a folder. Name the file inside it.");
	reading_end(&r);
}

enum { LONG_FILE = 16 * 1024 * 1024, MEMORY_MOST_KB = 4 * 1024 };

/* A list without end, made as it is read: it lies on no disk and in no memory. */
static ssize_t endless(void *payload, char *into, size_t most)
{
	static const char heading[] = "Agency,Group,Name\n", row[] = "Northgate Primary School,education,Ada Obi\n";
	size_t *sent = payload;
	size_t n = 0;

	if (*sent == 0) {
		memcpy(into, heading, sizeof heading - 1);
		n = sizeof heading - 1;
	}
	for (; *sent < LONG_FILE && n + sizeof row - 1 <= most; n += sizeof row - 1)
		memcpy(into + n, row, sizeof row - 1);
	*sent += n;
	return (ssize_t)n;
}

static bool count_contact(void *payload, const struct intake_contact *row, enum intake_result *out, struct fault *f)
{
	size_t *count = payload;

	(void)row;
	(void)f;
	++*count;
	*out = INTAKE_ADDED;
	return true;
}

static long peak_kb(void)
{
	struct rusage usage;

	assert_int_equal(getrusage(RUSAGE_SELF, &usage), 0);
	return usage.ru_maxrss;
}

static void a_long_file_takes_no_more_memory_than_a_short_one(void **state)
{
	size_t sent = 0, count = 0;
	const struct import_sink sink = {.payload = &count, .contact = count_contact};
	struct reading r = {0};
	FILE *file = fopencookie(&sent, "rb", (cookie_io_functions_t){.read = endless});
	long before = peak_kb();

	(void)state;
	assert_non_null(file);
	assert_true(import_read(IMPORT_CONTACTS, file, "list", &sink, NULL, &r.mem, &r.report, &r.fault));
	assert_int_equal(r.report.added, count);
	assert_true(count > LONG_FILE / 50);
	if (peak_kb() - before > MEMORY_MOST_KB)
		fail_msg("%ld KB more were taken", peak_kb() - before);
	fclose(file);
	reading_end(&r);
}

static void a_problem_names_file_line_and_field(void **state)
{
	static const struct {
		struct import_problem problem;
		const char *text;
	} rows[] = {
		{{20, "", "DOB", "is empty."}, "p.csv, line 20, DOB: is empty."},
		{{20, "F1", "UPN", "is empty."}, "p.csv, line 20, F1, UPN: is empty."},
		{{20, "", "", "has 2 cells."}, "p.csv, line 20: has 2 cells."},
		{{0, "", "Shoe", "is not kept."}, "p.csv, Shoe: is not kept."},
		{{1, "\033[2J", "", "x"}, "p.csv, line 1, \xEF\xBF\xBD[2J: x"},
	};
	struct arena mem = {0};
	const struct import_report report = {.file = "p.csv"};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_string_equal(import_problem_text(&report, &rows[i].problem, &mem), rows[i].text);
	arena_finish(&mem);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(kinds_have_names),
					   cmocka_unit_test(columns_say_how_they_are_headed),
					   cmocka_unit_test(a_long_reading_says_how_far_it_is),
					   cmocka_unit_test(a_long_file_takes_no_more_memory_than_a_short_one),
					   cmocka_unit_test(a_folder_is_not_a_file),
					   cmocka_unit_test(a_problem_names_file_line_and_field)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
