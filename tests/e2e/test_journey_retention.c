/* Two managers and one record: one proposes that it goes, the other approves, and nothing of it is left. */
#include "journey.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static bool file_holds(const char *path, const char *sought)
{
	FILE *file = fopen(path, "rb");
	size_t length = strlen(sought), count;
	bool holds = false;
	char *bytes;
	long size;

	assert_non_null(file);
	assert_int_equal(fseek(file, 0, SEEK_END), 0);
	size = ftell(file);
	rewind(file);
	bytes = malloc((size_t)size + 1);
	assert_non_null(bytes);
	count = fread(bytes, 1, (size_t)size, file);
	fclose(file);
	for (size_t i = 0; !holds && i + length <= count; i++)
		holds = memcmp(bytes + i, sought, length) == 0;
	free(bytes);
	return holds;
}

static void must_say(struct journey *j, const char *verb, const char *words)
{
	int status;
	char *said = journey_verb(j, verb, &status);

	if (status != 0 || !strstr(said, words))
		fail_msg("%s: %d, %s", verb, status, said);
	free(said);
}

static void two_managers_let_a_record_go(void **state)
{
	struct journey *j = *state;

	assert_true(file_holds(j->scratch.file, "Hartnoll"));
	journey_open(j);
	journey_do(j, ": {to go} Enter / {hartnoll} Enter Enter");
	journey_shows(j, "Record of REG-0412 Hartnoll · due");
	journey_do(j, "p {Darren is a grown man now} Enter");
	journey_shows(j, "Leave out \"Darren\"");
	journey_do(j, "Ctrl-U {Nobody has asked for it in 30 years.} Enter");
	journey_shows(j, "Proposed: another manager decides.");
	journey_do(j, "a");
	journey_shows(j, "You proposed this yourself");
	journey_quit(j);

	j->user = "dokafor";
	journey_open(j);
	journey_shows(j, "Waiting for you: 2 on :restricted to acknowledge, 1 on :to go to decide.");
	journey_do(j, ": {to go} Enter / {tregenza} Enter Enter");
	journey_shows(j, "Held for");
	journey_do(j, "p");
	journey_shows(j, "This record is held");
	journey_do(j, "Esc Esc / {hartnoll} Enter Enter 2");
	journey_shows(j, "people of this family");
	journey_do(j, "a {REG-0411} Enter");
	journey_shows(j, "Type REG-0412");
	journey_do(j, "Ctrl-U {REG-0412} Enter");
	journey_shows(j, "Erased. Z-0002 is its certificate.");
	journey_shows_not(j, "Hartnoll");
	journey_do(j, "d Down Enter");
	journey_shows(j, "Certificate of disposal Z-0002");
	journey_do(j, "Esc Esc Esc");
	journey_quit(j);
	assert_false(file_holds(j->scratch.file, "Hartnoll"));
	assert_false(file_holds(j->scratch.file, "hartnoll"));
	assert_false(file_holds(j->scratch.file, "R412A"));
	must_say(j, "--file %F retention certificate Z-0002", "no trace is left in it");
	must_say(j, "--file %F retention --csv", "REG-0455,Tregenza,due,conference,");
	must_say(j, "--file %F audit verify", "unbroken");
}

int main(void)
{
	const struct CMUnitTest tests[] = {JOURNEY(two_managers_let_a_record_go)};

	return cmocka_run_group_tests(tests, journey_begin_all, journey_end_all);
}
