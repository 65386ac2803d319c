/* What a key costs in a section of 120 KB, forty pages, in the real program on a pseudo-terminal: `ninja record_bench
 * && tests/record_bench`. No test: it judges nothing, it prints what docs/benchmarks.md quotes. */
#include "journey.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

enum { PRESSES = 300, PAGES = 130 };

static double microseconds(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec * 1e6 + (double)time.tv_nsec / 1e3;
}

static int by_size(const void *a, const void *b)
{
	const double *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

/* Each key is waited for: the time is from the key to the finished picture. `key` NULL: letters of a sentence. */
static void measure(struct journey *j, const char *what, const char *key, int presses)
{
	static const char sentence[] = "the children are safe with her now ";
	double times[PRESSES], bytes[PRESSES];

	for (int i = 0; i < presses; i++) {
		char letter[4] = {'{', sentence[(size_t)i % (sizeof sentence - 1)], '}', '\0'};
		double start;

		terminal_take_bytes(j->t);
		start = microseconds();
		journey_do(j, key ? key : letter);
		times[i] = microseconds() - start;
		bytes[i] = (double)terminal_take_bytes(j->t);
	}
	qsort(times, (size_t)presses, sizeof *times, by_size);
	qsort(bytes, (size_t)presses, sizeof *bytes, by_size);
	printf("  %-46s median %5.0f us, most %6.0f us; median %3.0f bytes, most %4.0f bytes\n", what,
	       times[presses / 2], times[presses - 1], bytes[presses / 2], bytes[presses - 1]);
}

/* A record whose first section has 1,500 times these 81 bytes, in paragraphs or in one. */
static void make_record(const struct journey *j, const char *sentence)
{
	char sql[1200];

	snprintf(sql, sizeof sql,
		 "UPDATE conference SET reference = 'C-9999' WHERE id = (SELECT max(id) FROM conference WHERE state ="
		 " 'closed');"
		 "INSERT INTO conference_record (conference_id, edition, state, writer, drafted_on) SELECT id, 1,"
		 " 'drafting', 'x', '2026-04-01' FROM conference WHERE reference = 'C-9999';"
		 "INSERT INTO record_section (record_id, position, key, heading, text, by_user, at) SELECT max(id), 1,"
		 " 'about', 'The conference', replace(hex(zeroblob(1500)), '00', '%s'), '', 0 FROM conference_record;",
		 sentence);
	journey_sql(j, sql);
}

static void open_section(struct journey *j)
{
	journey_open(j);
	journey_do(j, ": {C-9999} Enter 6 Enter");
	journey_shows(j, "professionals + family");
}

static void type_in(struct journey *j, const char *kind)
{
	printf("%s\n", kind);
	open_section(j);
	measure(j, "a letter at the start", NULL, PRESSES);
	measure(j, "Down", "Down", 40);
	measure(j, "a page", "PgDn", PAGES);
	journey_do(j, "Ctrl-E");
	measure(j, "a letter at the end", NULL, PRESSES);
	measure(j, "Backspace at the end", "Backspace", 100);
	measure(j, "saved", "Ctrl-S", 1);
}

static void in_paragraphs(void **state)
{
	struct journey *j = *state;

	make_record(j, "The health visitor saw the children on Tuesday; both were clean, fed and playing.' || char(10) "
		       "|| '");
	type_in(j, "120 KB in 1,500 paragraphs");
}

static void in_one_paragraph(void **state)
{
	struct journey *j = *state;

	make_record(j, "The health visitor saw the children on Tuesday; both were clean, fed and playing. ");
	type_in(j, "120 KB in one paragraph");
}

int main(void)
{
	const struct CMUnitTest tests[] = {JOURNEY(in_paragraphs), JOURNEY(in_one_paragraph)};

	return cmocka_run_group_tests(tests, journey_begin_all, journey_end_all);
}
