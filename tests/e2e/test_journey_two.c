/* Two people, two programs, one case file. */
#include "journey.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

int main(void)
{
	const struct CMUnitTest tests[] = {
		JOURNEY(one_of_two_gets_the_slot),
		JOURNEY(a_change_by_the_other_shows_and_moves_nothing),
	};

	return cmocka_run_group_tests(tests, journey_begin_all, journey_end_all);
}
