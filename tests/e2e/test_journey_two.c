/* Two people, two programs, one case file. */
#include "journey.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include <cmocka.h>

/* The other program; what is done to it is done with the first out of the way. */
struct two {
	struct journey *j;
	struct terminal *first, *second;
};

static void turn_to(struct two *two, struct terminal *t)
{
	two->j->t = t;
}

static struct two open_two(struct journey *j)
{
	struct two two = {.j = j};

	journey_open(j);
	two.first = j->t;
	j->t = NULL;
	journey_open(j);
	two.second = j->t;
	return two;
}

static void close_two(struct two *two)
{
	turn_to(two, two->first);
	journey_quit(two->j);
	turn_to(two, two->second);
	journey_quit(two->j);
}

/* Both stand at the question for the same slot; the second to answer is told who has it and keeps what was typed. */
static void one_of_two_gets_the_slot(void **state)
{
	static const char form[] =
		"Tab [date] {thu 16 4} [starts] {9:00} [length] Ctrl-U {2 h} [chair] {Siân Pritchard} [room] "
		"{Room 1} [minutes] {Aoife Brennan} Ctrl-S";
	struct journey *j = *state;
	struct two two;

	journey_import_families(j);
	two = open_two(j);
	journey_do(j, "c / {zdziarska} Enter b");
	journey_do(j, form);
	journey_shows(j, "Book Zdziarska for Thu 16 Apr 2026 at 09:00?");

	turn_to(&two, two.first);
	journey_do(j, "c / {osunde} Enter b");
	journey_do(j, form);
	journey_do(j, "y");
	journey_shows(j, "Saved: C-");

	turn_to(&two, two.second);
	journey_do(j, "y");
	journey_shows_not(j, "Saved: C-");
	journey_shows(j, "Siân Pritchard is taken by C-");
	journey_shows(j, "16 4");
	journey_shows(j, "9:00");
	journey_shows(j, "2 h");
	journey_shows(j, "Siân Pritchard");
	journey_shows(j, "Room 1");
	journey_shows(j, "Aoife Brennan");
	journey_do(j, "Esc k Esc Esc");
	close_two(&two);
}

static char *line_of_cursor(struct journey *j)
{
	int row, column;
	bool is_visible;
	char *text = terminal_text(j->t), *at = text, *line;

	terminal_cursor(j->t, &row, &column, &is_visible);
	while (row-- > 0)
		at = strchr(at, '\n') + 1;
	line = strndup(at, strcspn(at, "\n"));
	free(text);
	return line;
}

/* A change by the other comes by itself, and the selection stays on its row. */
static void a_change_by_the_other_shows_and_moves_nothing(void **state)
{
	struct journey *j = *state;
	struct two two;
	char *before, *after;

	journey_import_families(j);
	two = open_two(j);
	journey_do(j, "c Down Down");
	before = line_of_cursor(j);
	assert_int_equal(before[0], '>');

	turn_to(&two, two.first);
	journey_do(j, "a {Ní Dhomhnaill} [new child 1] {Caoimhe} [born] {3 3 2014} [sex] f [type] i [strategy] {2 3} "
		      "[reason] "
		      "{Bruising} Ctrl-S");
	if (terminal_shows(j->t, "all the same?"))
		journey_do(j, "y");
	journey_shows(j, "Book · initial · Ní Dhomhnaill");
	journey_do(j, "Esc");

	turn_to(&two, two.second);
	if (!terminal_wait_for(j->t, "Ní Dhomhnaill"))
		journey_shows(j, "Ní Dhomhnaill");
	journey_do(j, "Ctrl-L"); /* the words may be there before the cursor is back: a key waits for the whole frame */
	after = line_of_cursor(j);
	assert_string_equal(before, after);
	free(before);
	free(after);
	close_two(&two);
}

/* --- On one record --- */

static void work_as(struct two *two, const char *user)
{
	struct journey *j = two->j;

	j->user = user;
	j->t = NULL;
	journey_open(j);
	j->user = NULL;
}

static void wait_until_gone(struct journey *j, const char *words)
{
	for (int turn = 0; turn < 50 && terminal_shows(j->t, words); turn++)
		terminal_is_silent(j->t, 100);
	journey_shows_not(j, words);
}

/* Who else has it open stands on the page while they have, is gone when they are killed, and costs an idle terminal
 * nothing. */
static void who_else_has_it_open_is_shown_and_ages_out(void **state)
{
	struct journey *j = *state;
	struct two two = {.j = j};
	int status;

	journey_import_families(j);
	journey_open(j);
	two.first = j->t;
	journey_do(j, ": {F900001} Enter");
	journey_shows(j, "Temilọlá");
	journey_shows_not(j, "Open by");
	work_as(&two, "twisniewski");
	two.second = j->t;
	journey_do(j, ": {FAM-9001} Enter");
	journey_shows(j, "Open by ");

	turn_to(&two, two.first);
	if (!terminal_wait_for(j->t, "Open by Tomasz Wi"))
		journey_shows(j, "Open by Tomasz Wi");
	turn_to(&two, two.second);
	journey_do(j, "2 Down e");
	turn_to(&two, two.first);
	if (!terminal_wait_for(j->t, ", writing"))
		journey_shows(j, ", writing");
	turn_to(&two, two.second);
	journey_do(j, "{x} Tab Esc k");
	journey_do(j, "Esc D");
	journey_shows(j, "1 not saved yet");
	journey_shows_not(j, "Open by ");
	journey_do(j, "Enter"); /* taken up from here the form says the same as above its page */
	journey_shows_not(j, "1 not saved yet");
	journey_shows(j, "Open by ");
	turn_to(&two, two.first);
	for (int turn = 0; turn < 5 && !terminal_is_silent(j->t, 1200); turn++)
		; /* what the other pressed last is arriving */
	terminal_take_bytes(j->t);
	for (int turn = 0; turn < 2; turn++)
		terminal_is_silent(j->t, 1200);
	assert_int_equal(terminal_take_bytes(j->t), 0);

	terminal_signal(two.second, SIGKILL);
	turn_to(&two, two.second);
	journey_wait_end(j, &status);
	turn_to(&two, two.first);
	wait_until_gone(j, "Open by");
	journey_quit(j);
}

static void open_details(struct journey *j)
{
	journey_do(j, ": {F900001} Enter e");
	journey_shows(j, "Details · Ọ̀ṣúndé, Temilọlá");
}

/* Both change one person. Whoever saves second sees both side by side, is killed over it, finds the draft, and still
 * overwrites nothing: the draft knows what was read. */
static void whoever_saves_second_chooses_field_by_field(void **state)
{
	struct journey *j = *state;
	struct two two = {.j = j};
	char *said;
	int status;

	journey_import_families(j);
	journey_open(j);
	two.first = j->t;
	open_details(j);
	work_as(&two, "twisniewski");
	two.second = j->t;
	open_details(j);
	journey_do(j, "[known] {Temi} [telephone] {01632 960222} Ctrl-S");
	journey_shows(j, "Saved: the details of");

	turn_to(&two, two.first);
	journey_do(j, "[known] {Lọlá} [e-mail] {lola@example.org} Ctrl-S");
	journey_shows(j, "Tomasz Wiśniewski at ");
	journey_shows(j, "1 field is still to choose");
	journey_do(j, "Ctrl-S");
	journey_shows(j, "Choose for \"Known as\" first");
	terminal_signal(two.first, SIGKILL);
	journey_wait_end(j, &status);

	journey_open(j);
	journey_do(j, "D Enter");
	journey_shows(j, "Another person saved this since the draft was kept.");
	journey_do(j, "[telephone]");
	journey_shows(j, "01632 960222");
	journey_do(j, "Ctrl-S m Ctrl-S");
	journey_shows(j, "Saved: the details of");
	journey_quit(j);
	said = journey_verb(j, "show F900001 --file %F", &status);
	assert_int_equal(status, 0);
	assert_non_null(strstr(said, "Lọlá"));
	free(said);
	turn_to(&two, two.second);
	if (!terminal_wait_for(j->t, "Lọlá"))
		journey_shows(j, "Lọlá");
	journey_quit(j);
}

static void comes_back_to(struct two *two, const char *user, const char *draft, const char *field, const char *typed)
{
	struct journey *j = two->j;

	j->user = user;
	j->t = journey_start(j, NULL);
	j->user = NULL;
	if (!terminal_wait_for(j->t, draft))
		journey_shows(j, draft);
	assert_true(terminal_wait(j->t));
	journey_do(j, "D Enter");
	journey_do(j, field);
	journey_shows(j, typed);
	journey_do(j, "Ctrl-S");
	journey_shows(j, "Saved");
	journey_quit(j);
}

/* Two in one conference: the line of one breaks in the middle of a word, the other is killed after a field. Each finds
 * what they typed, and nothing of the other's. */
static void two_in_one_conference_come_back_to_their_drafts(void **state)
{
	struct journey *j = *state;
	struct two two = {.j = j};
	int status;

	journey_open(j);
	two.first = j->t;
	journey_do(j, ": {C-0040} Enter e [access] {a ramp at the side do}");
	work_as(&two, "twisniewski");
	two.second = j->t;
	journey_do(j, ": {C-0040} Enter 3 Down e [access] {large print} Tab");
	turn_to(&two, two.first);
	if (!terminal_wait_for(j->t, "Open by Tomasz Wi"))
		journey_shows(j, "Open by Tomasz Wi");
	terminal_hang_up(two.first);
	journey_wait_end(j, &status);
	assert_true(WIFEXITED(status));
	turn_to(&two, two.second);
	terminal_signal(two.second, SIGKILL);
	journey_wait_end(j, &status);
	assert_true(WIFSIGNALED(status));

	comes_back_to(&two, NULL, "not saved: Change the request", "[access]", "a ramp at the side do");
	comes_back_to(&two, "twisniewski", "not saved: ", "[access]", "large print");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		JOURNEY(one_of_two_gets_the_slot),
		JOURNEY(a_change_by_the_other_shows_and_moves_nothing),
		JOURNEY(who_else_has_it_open_is_shown_and_ages_out),
		JOURNEY(whoever_saves_second_chooses_field_by_field),
		JOURNEY(two_in_one_conference_come_back_to_their_drafts),
	};

	return cmocka_run_group_tests(tests, journey_begin_all, journey_end_all);
}
