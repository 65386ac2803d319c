/* What the real program sends down a slow line, in bytes, and what it never sends. */
#include "journey.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { PRESSES_MOST = 40 };

struct cost {
	size_t median, most;
};

static int by_size(const void *a, const void *b)
{
	const size_t *x = a, *y = b;

	return *x < *y ? -1 : *x > *y;
}

/* Bytes of the key pressed so many times. */
static struct cost cost_of(struct journey *j, const char *key, int times)
{
	size_t costs[PRESSES_MOST];

	assert_in_range(times, 1, PRESSES_MOST);
	terminal_take_bytes(j->t);
	for (int i = 0; i < times; i++) {
		journey_do(j, key);
		costs[i] = terminal_take_bytes(j->t);
	}
	qsort(costs, (size_t)times, sizeof *costs, by_size);
	return (struct cost){costs[times / 2], costs[times - 1]};
}

/* As the budgets are put: what a key usually costs; no single one may be far from it. */
static void assert_cost(struct cost cost, size_t median, size_t most)
{
	if (cost.median == 0 || cost.median > median || cost.most > most)
		fail_msg("It costs %zu bytes and once %zu; %zu and %zu are allowed", cost.median, cost.most, median,
			 most);
}

/* All that is open, so that the list is longer than the screen. */
static void open_long_list(struct journey *j)
{
	journey_open(j);
	journey_do(j, "e Home");
}

static int rows_of_list(struct journey *j)
{
	int row, column, last;
	bool is_visible;

	journey_do(j, "Home");
	terminal_cursor(j->t, &row, &column, &is_visible);
	journey_do(j, "PgDn PgDn");
	terminal_cursor(j->t, &last, &column, &is_visible);
	journey_do(j, "Home");
	assert_in_range(last - row, 8, 20);
	return last - row;
}

static void a_move_in_today_costs_at_most_150_bytes(void **state)
{
	struct journey *j = *state;
	int rows;

	open_long_list(j);
	rows = rows_of_list(j);
	assert_cost(cost_of(j, "Down", rows), 150, 200);
	assert_cost(cost_of(j, "Up", rows), 150, 200);
}

/* The chair reads on a poor line. */
static void a_move_in_the_chairs_day_and_brief_costs_at_most_150_bytes(void **state)
{
	struct journey *j = *state;

	journey_open(j);
	journey_do(j, "Y + + + + + + + + Home");
	journey_shows(j, "My day · all chairs");
	assert_cost(cost_of(j, "Down", 3), 150, 200);
	assert_cost(cost_of(j, "Up", 3), 150, 200);
	journey_do(j, "Enter");
	journey_shows(j, "Professionals only · Brief");
	assert_cost(cost_of(j, "Down", 16), 150, 250);
	assert_cost(cost_of(j, "Up", 16), 150, 250);
}

/* The conference of the day on the worst line: a tick repaints its row, the next one and what is said below. */
static void a_tick_of_attendance_costs_at_most_200_bytes(void **state)
{
	struct journey *j = *state;

	j->user = "twisniewski";
	journey_open(j);
	journey_do(j, "L S");
	journey_shows(j, "LIVE C-");
	journey_do(j, "y"); /* takes the words about the beginning away too */
	assert_cost(cost_of(j, "y", 6), 200, 250);
	journey_do(j, "3 Home");
	assert_cost(cost_of(j, "a", 6), 200, 300);
	journey_do(j, "Home");
	assert_cost(cost_of(j, "Down", 5), 150, 200);
}

/* A view for all children and on to the next person; what is said meanwhile, letter by letter. */
static void a_view_and_a_letter_of_a_note_cost_little(void **state)
{
	struct journey *j = *state;

	j->user = "twisniewski";
	journey_open(j);
	journey_do(j, "L S 3 r r r r r r r r r r 6");
	journey_shows(j, "Views are heard, not counted");
	journey_do(j, "g Down");
	assert_cost(cost_of(j, "g Down", 3), 300, 350);
	journey_do(j, "Tab BackTab BackTab Enter {a}"); /* the first letter says when it is stored */
	assert_cost(cost_of(j, "e", 30), 40, 40);
}

static void a_one_line_scroll_in_today_costs_at_most_250_bytes(void **state)
{
	struct journey *j = *state;

	open_long_list(j);
	cost_of(j, "Down", rows_of_list(j));
	assert_cost(cost_of(j, "Down", 20), 250, 300);
}

static void a_page_of_today_costs_at_most_2000_bytes(void **state)
{
	struct journey *j = *state;

	open_long_list(j);
	assert_cost(cost_of(j, "PgDn", 3), 2000, 2000);
}

static void a_hundred_moves_at_once_are_painted_seldom(void **state)
{
	struct journey *j = *state;
	struct journey_keys keys = {.count = 100};

	for (int i = 0; i < keys.count; i++)
		strcpy(keys.items[i], "\033OB");
	open_long_list(j);
	terminal_take_bytes(j->t);
	journey_press_ahead(j, &keys);
	assert_in_range(terminal_take_bytes(j->t), 1, 4000);
}

static void a_letter_in_the_request_form_costs_at_most_40_bytes(void **state)
{
	struct journey *j = *state;

	journey_open(j);
	journey_do(j, "a Tab");
	journey_do(j, "{A}"); /* the first letter shows the next child too */
	assert_cost(cost_of(j, "e", 30), 40, 40);
}

/* Forty pages are typed over a telephone line too. */
static void a_letter_in_a_long_section_costs_at_most_40_bytes(void **state)
{
	struct journey *j = *state;

	journey_sql(j, "UPDATE conference SET reference = 'C-9999' WHERE id = (SELECT max(id) FROM conference WHERE"
		       " state = 'closed');"
		       "INSERT INTO conference_record (conference_id, edition, state, writer, drafted_on) SELECT id, 1,"
		       " 'drafting', 'x', '2026-04-01' FROM conference WHERE reference = 'C-9999';"
		       "INSERT INTO record_section (record_id, position, key, heading, text, by_user, at) SELECT"
		       " max(id), 1, 'about', 'The conference', 'They are safe.' || char(10) ||"
		       " replace(hex(zeroblob(1500)), '00', 'The nurse saw the children on Tuesday, both were well.' ||"
		       " char(10)), '', 0 FROM conference_record;");
	journey_open(j);
	journey_do(j, ": {C-9999} Enter 6 Enter Ctrl-E");
	journey_shows(j, "professionals + family");
	journey_do(j, "{a}"); /* the first letter says that it is not saved yet */
	assert_cost(cost_of(j, "e", 30), 40, 40);
}

static void nothing_is_written_while_nobody_types(void **state)
{
	struct journey *j = *state;

	journey_open(j);
	assert_true(terminal_is_silent(j->t, 2200)); /* two looks for changes by others */
	journey_do(j, "a {Lim}");
	terminal_take_bytes(j->t);
	assert_true(terminal_is_silent(j->t, 1200));
	assert_int_equal(terminal_take_bytes(j->t), 0);
}

static void the_cursor_is_always_shown_on_the_chosen_row(void **state)
{
	struct journey *j = *state;

	open_long_list(j);
	for (int i = 0; i < 30; i++) {
		int row, column;
		bool is_visible;
		char *text;

		journey_do(j, i % 5 == 4 ? "PgDn" : "Down");
		terminal_cursor(j->t, &row, &column, &is_visible);
		assert_true(is_visible);
		text = terminal_text(j->t);
		for (int line = 0; line < row; line++)
			text = memmove(text, strchr(text, '\n') + 1, strlen(strchr(text, '\n')));
		assert_int_equal(text[0], '>');
		free(text);
	}
}

#define WHOLE_FORM                                                                                                     \
	"{Ní Dhomhnaill} [new child 1] {Caoimhe} [born] {3 3 2014} [sex] f [type] i [strategy] {27 3} "               \
	"[reason] {Bruising that nobody can explain; the health visitor saw it.} [interpreter] {Irish} [signing] "     \
	"{BSL} "                                                                                                       \
	"[access] {step-free} [separate] {domestic abuse} [avoid] {not Tuesdays, not before 10}"

static void a_form_typed_ahead_is_the_form_typed_slowly(void **state)
{
	struct journey *j = *state;
	struct journey_keys keys = {.count = 0};
	char *slowly, *ahead;

	journey_open(j);
	journey_learn(j, "a " WHOLE_FORM, &keys);
	assert_in_range(keys.count, 150, 500);
	slowly = terminal_text(j->t);
	journey_do(j, "Esc d");
	journey_shows(j, "Today · ");
	journey_press_ahead(j, &keys); /* through the change of screens too */
	ahead = terminal_text(j->t);
	assert_string_equal(slowly, ahead);
	assert_non_null(strstr(ahead, "not Tuesdays, not before 10"));
	free(slowly);
	free(ahead);
}

static void fifty_resizes_of_a_form_lose_nothing(void **state)
{
	struct journey *j = *state;
	char *before, *after;

	journey_open(j);
	journey_do(j, "a " WHOLE_FORM);
	before = terminal_text(j->t);
	for (int i = 0; i < 50; i++) {
		terminal_resize(j->t, 5 + i % 7 * 9, 20 + i % 5 * 40);
		if (i % 3 == 0)
			assert_true(terminal_wait_size(j->t));
	}
	terminal_resize(j->t, 5, 20);
	assert_true(terminal_wait_size(j->t));
	journey_do(j, "{!}");
	terminal_resize(j->t, 24, 80);
	assert_true(terminal_wait_size(j->t));
	journey_do(j, "Backspace");
	after = terminal_text(j->t);
	assert_string_equal(before, after);
	free(before);
	free(after);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		JOURNEY(a_move_in_today_costs_at_most_150_bytes),
		JOURNEY(a_move_in_the_chairs_day_and_brief_costs_at_most_150_bytes),
		JOURNEY(a_tick_of_attendance_costs_at_most_200_bytes),
		JOURNEY(a_view_and_a_letter_of_a_note_cost_little),
		JOURNEY(a_one_line_scroll_in_today_costs_at_most_250_bytes),
		JOURNEY(a_page_of_today_costs_at_most_2000_bytes),
		JOURNEY(a_hundred_moves_at_once_are_painted_seldom),
		JOURNEY(a_letter_in_the_request_form_costs_at_most_40_bytes),
		JOURNEY(a_letter_in_a_long_section_costs_at_most_40_bytes),
		JOURNEY(nothing_is_written_while_nobody_types),
		JOURNEY(the_cursor_is_always_shown_on_the_chosen_row),
		JOURNEY(a_form_typed_ahead_is_the_form_typed_slowly),
		JOURNEY(fifty_resizes_of_a_form_lose_nothing),
	};

	return cmocka_run_group_tests(tests, journey_begin_all, journey_end_all);
}
