/* A file larger than memory is as good as a small one: what is read grows, what is held does not. The files are made
 * while they are read. */
#include "exchange/import.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>
#include <sys/resource.h>

#include <cmocka.h>

#ifdef __SANITIZE_ADDRESS__
enum { ROWS = 20000 }; /* what is freed is kept aside there, so that only the reading is tried */
#else
enum { ROWS = 400000 }; /* some 30 MB of people, 100 MB of children */
#endif
enum { MOST_KILOBYTES = 12 * 1024, LINE_ROOM = 400 };

/* A file of a beginning, many rows and an end. */
struct endless {
	const char *beginning, *row, *row_rest, *end; /* the number of the row is between its two parts */
	int next;                                     /* -1 beginning, then rows, then end */
	char line[LINE_ROOM];
	size_t given, bytes;
};

static void next_line(struct endless *e)
{
	int n = e->next++;

	e->given = 0;
	if (n < 0)
		snprintf(e->line, sizeof e->line, "%s", e->beginning);
	else if (n < ROWS)
		snprintf(e->line, sizeof e->line, "%s%d%s", e->row, n, e->row_rest);
	else
		snprintf(e->line, sizeof e->line, "%s", n == ROWS ? e->end : "");
	e->bytes = strlen(e->line);
}

static ssize_t give(void *payload, char *into, size_t most)
{
	struct endless *e = payload;
	size_t n;

	if (e->given == e->bytes && e->next <= ROWS)
		next_line(e);
	n = e->bytes - e->given < most ? e->bytes - e->given : most;
	memcpy(into, e->line + e->given, n);
	e->given += n;
	return (ssize_t)n;
}

static bool person(void *payload, const struct intake_person *row, enum intake_result *out, struct fault *f)
{
	(void)row;
	(void)f;
	++*(size_t *)payload;
	*out = INTAKE_UNCHANGED;
	return true;
}

static bool child(void *payload, const struct intake_child *row, struct arena *mem,
		  struct intake_complaint_list *complaints, enum intake_result *out, struct fault *f)
{
	(void)row;
	(void)mem;
	(void)complaints;
	(void)f;
	++*(size_t *)payload;
	*out = INTAKE_UNCHANGED;
	return true;
}

static long kilobytes_held(void)
{
	struct rusage usage;

	getrusage(RUSAGE_SELF, &usage);
	return usage.ru_maxrss;
}

static void takes_all_and_holds_little(enum import_kind kind, struct endless *e)
{
	FILE *file = fopencookie(e, "r", (cookie_io_functions_t){.read = give});
	size_t taken = 0;
	const struct import_sink sink = {.payload = &taken, .person = person, .child = child};
	struct import_report report = {.file = "large", .of = ""};
	struct arena mem = {0};
	struct fault f = {0};
	long before = kilobytes_held();

	assert_non_null(file);
	assert_true(kind == IMPORT_PEOPLE || kind == IMPORT_CENSUS);
	e->next = -1;
	if (!import_read(kind, file, "large", &sink, NULL, &mem, &report, &f))
		fail_msg("%s", f.message);
	assert_int_equal(taken, ROWS);
	assert_int_equal(report.refused, 0);
#ifndef __SANITIZE_ADDRESS__
	if (kilobytes_held() - before > MOST_KILOBYTES)
		fail_msg("%ld kB were held", kilobytes_held() - before);
#else
	(void)before;
#endif
	arena_finish(&mem);
	fclose(file);
}

static void a_list_of_people(void **state)
{
	struct endless e = {.beginning = "Family ref,Relationship,Surname,Given names,DOB,LA child ID,Address\n",
			    .row = "FAM-",
			    .row_rest = ",child,Okonkwo,Chidi,03/03/2014,,\"1 Long Street, with a good many words\"\n",
			    .end = ""};

	(void)state;
	takes_all_and_holds_little(IMPORT_PEOPLE, &e);
}

static void a_census_return(void **state)
{
	struct endless e = {
		.beginning = "<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2026</Year>"
			     "</CollectionDetails><Source><LEA>201</LEA></Source></Header><Children>\n",
		.row = "<Child><ChildIdentifiers><LAchildID>F",
		.row_rest = "</LAchildID><PersonBirthDate>2014-03-03"
			    "</PersonBirthDate><GenderCurrent>1</GenderCurrent></ChildIdentifiers><CINdetails>"
			    "<CINreferralDate>2026-01-05</CINreferralDate><ReferralSource>1A</ReferralSource>"
			    "</CINdetails></Child>\n",
		.end = "</Children></Message>\n"};

	(void)state;
	takes_all_and_holds_little(IMPORT_CENSUS, &e);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(a_list_of_people), cmocka_unit_test(a_census_return)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
