/* A morning at the desk, in the real program: look round, take a request, book it, and see it wherever it should be. */
#include "journey.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* The line of the screen that the selection is on. Caller frees. */
static char *selected_line(struct journey *j)
{
	char *text = terminal_text(j->t), *at = strstr(text, "\n>"), *line;

	assert_non_null(at);
	line = strndup(at + 1, strcspn(at + 1, "\n"));
	free(text);
	return line;
}

static void looking_round_and_leaving(void **state)
{
	struct journey *j = *state;
	char *first, *second;

	journey_import_families(j);
	journey_open(j);
	journey_shows(j, "DEMO");
	assert_true(terminal_is_on_other_screen(j->t));
	first = selected_line(j);
	journey_do(j, "Down");
	second = selected_line(j);
	assert_string_not_equal(first, second);
	free(first);
	free(second);
	journey_do(j, "e 2");
	journey_shows(j, "initial conference");
	journey_shows_not(j, "first core group");
	journey_do(j, "0 / {osunde}");
	journey_shows(j, "Ọ̀ṣúndé ×2");
	journey_shows_not(j, "Zdziarska");
	journey_do(j, "Esc");
	journey_do(j, "?");
	journey_shows(j, "Take a new request for a conference");
	journey_do(j, "Esc : {lucja} Enter");
	journey_shows(j, "Łucja Zdziarska");
	journey_do(j, "Esc");
	journey_shows(j, "Today · Wednesday 1 April 2026");
	journey_quit(j);
}

static void a_child_is_found_in_at_most_six_keys(void **state)
{
	struct journey *j = *state;

	journey_import_families(j);
	journey_open(j);
	j->pressed = 0;
	journey_do(j, ": {zdz} Enter"); /* the family; its child is one more */
	assert_in_range(j->pressed, 1, 6);
	journey_shows(j, "Zdziarska");
	journey_quit(j);
}

/* The reference in the title line. Caller frees. */
static char *reference_on_screen(struct journey *j)
{
	char *text = terminal_text(j->t), *at = strstr(text, " · C-"), *reference;

	assert_non_null(at);
	at += strlen(" · ");
	reference = strndup(at, 2 + strspn(at + 2, "0123456789"));
	free(text);
	return reference;
}

static void assert_says(struct journey *j, const char *verb, const char *words)
{
	int status;
	char *said = journey_verb(j, verb, &status);

	if (status != 0 || !strstr(said, words))
		fail_msg("quorate %s ended with %d and does not say \"%s\":\n%s", verb, status, words, said);
	free(said);
}

static void a_request_is_taken_booked_and_seen_everywhere(void **state)
{
	struct journey *j = *state;
	char *reference, verb[200];

	journey_open(j);
	j->pressed = 0;
	journey_do(j, "a {Ní Dhomhnaill} [new child 1] {Caoimhe} [born] {3 3 2014} [sex] f [type] i [strategy] {27 3} "
		      "[reason] "
		      "{Bruising that nobody can explain.} Ctrl-S");
	if (terminal_shows(j->t, "all the same?"))
		journey_do(j, "y");
	journey_shows(j, "Book · initial · Ní Dhomhnaill");
	reference = reference_on_screen(j);
	assert_in_range(j->pressed, 1, 100);

	j->pressed = 0;
	journey_do(j, "Enter y");
	journey_shows(j, "Saved: C-");
	assert_in_range(j->pressed, 1, 6);
	journey_do(j, "/ {dhomhnaill}");
	journey_shows(j, "Ní Dhomhnaill");
	journey_do(j, "Esc d");
	journey_shows(j, "Diary");
	journey_do(j, "Esc : {caoimhe} Enter");
	journey_shows(j, "Caoimhe Ní Dhomhnaill");
	journey_do(j, "Esc");
	journey_quit(j);

	snprintf(verb, sizeof verb, "show %s --file %%F --today %s", reference, JOURNEY_TODAY);
	assert_says(j, verb, "Caoimhe Ní Dhomhnaill");
	assert_says(j, verb, "Bruising that nobody can explain.");
	snprintf(verb, sizeof verb, "due --json --file %%F --today %s", JOURNEY_TODAY);
	assert_says(j, verb, reference);
	assert_says(j, "doctor --file %F", "unbroken");
	free(reference);
}

/* Asked on saving; the child on file is taken, and what holds for them is said. */
static void a_child_on_file_is_offered_before_saving(void **state)
{
	struct journey *j = *state;

	journey_import_families(j);
	journey_open(j);
	journey_do(j, "a {Nowak} [new child 1] {Lucja} [born] {20 1 2014} [type] i [strategy] {27 3} [reason] "
		      "{Left alone at night.} Ctrl-S");
	journey_shows(j, "already on file?");
	journey_shows(j, "Łucja Zdziarska");
	journey_do(j, "Esc");
	journey_shows(j, "On file: Łucja Zdziarska");
	journey_do(j, "Ctrl-S Enter");
	journey_shows(j, "Łucja Zdziarska is taken from the file and ticked");
	journey_do(j, "Ctrl-S"); /* that child waits already: one conference is enough */
	journey_shows(j, "already waits for a conference");
	journey_do(j, "Esc d");
	journey_quit(j);
	assert_says(j, "doctor --file %F", "unbroken");
}

static void the_booked_slot_is_in_the_diary(void **state)
{
	struct journey *j = *state;
	char *text, *day, words[40];

	journey_import_families(j);
	journey_open(j);
	journey_do(j, "c / {zdziarska} Enter b");
	journey_shows(j, "Book · initial · Zdziarska");
	text = selected_line(j); /* "> 1 Wed 15 Apr 09:00-11:30 ..." */
	day = text + strlen("> 1 ");
	snprintf(words, sizeof words, "%.16s", day);
	journey_do(j, "Enter y");
	journey_shows(j, "Saved: C-");
	journey_do(j, "Esc Esc d");
	for (int week = 0; week < 4 && !terminal_shows(j->t, "Zdziarska"); week++)
		journey_do(j, "Right");
	journey_shows(j, "Zdziarska");
	journey_shows(j, words + strlen("Wed 15 Apr ")); /* its time */
	free(text);
	journey_quit(j);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		JOURNEY(looking_round_and_leaving),
		JOURNEY(a_child_is_found_in_at_most_six_keys),
		JOURNEY(a_request_is_taken_booked_and_seen_everywhere),
		JOURNEY(a_child_on_file_is_offered_before_saving),
		JOURNEY(the_booked_slot_is_in_the_diary),
	};

	return cmocka_run_group_tests(tests, journey_begin_all, journey_end_all);
}
