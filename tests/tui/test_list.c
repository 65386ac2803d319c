/* Lists: movement, filter, sort, the selection across reloads, headings and narrow screens. */
#include "play.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void keys_move_the_selection(void **state)
{
	static const struct {
		const char *why;
		tui_key key;
		const char *selected;
	} rows[] = {
		{"Down moves one", TUI_KEY_DOWN, ">     2 "},
		{"j as well", 'j', ">     3 "},
		{"Up goes back", TUI_KEY_UP, ">     2 "},
		{"k as well", 'k', ">     1 "},
		{"Up on the first row stays", TUI_KEY_UP, ">     1 "},
		{"a page keeps one row in sight: 17 visible", TUI_KEY_PAGE_DOWN, ">    17 "},
		{"page up comes back", TUI_KEY_PAGE_UP, ">     1 "},
		{"End goes to the last", TUI_KEY_END, ">   100 "},
		{"Down on the last row stays", TUI_KEY_DOWN, ">   100 "},
		{"page down on the last row stays", TUI_KEY_PAGE_DOWN, ">   100 "},
		{"g goes to the first", 'g', ">     1 "},
		{"G goes to the last", 'G', ">   100 "},
		{"Home goes to the first", TUI_KEY_HOME, ">     1 "},
	};
	struct play *p = *state;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char *text;

		press(p, rows[i].key);
		text = tui_headless_text(p->tui);
		if (!strstr(text, rows[i].selected))
			fail_msg("%s:\n%s", rows[i].why, text);
		free(text);
	}
}

static void cursor_and_reverse_are_on_the_selected_row(void **state)
{
	struct play *p = *state;
	char *text, *looks;

	press(p, TUI_KEY_DOWN);
	press(p, TUI_KEY_DOWN);
	text = tui_headless_text(p->tui);
	looks = tui_headless_roles(p->tui);
	assert_non_null(strstr(text, "cursor 6 0\n"));
	assert_int_equal(looks[6 * 81], 'r');
	assert_int_equal(looks[6 * 81 + 20], 'r');
	assert_int_equal(looks[5 * 81], '.');
	assert_int_equal(looks[7 * 81], '.');
	free(text);
	free(looks);
}

static void filter_narrows_at_once_whatever_the_accents(void **state)
{
	static const struct {
		const char *why, *typed, *found;
	} rows[] = {
		{"marks do not matter", "/osunde", "13 found"},
		{"nor do letters with strokes", "/wisniewska", "12 found"},
		{"nor apostrophes and hyphens", "/smith-jones", "12 found"},
		{"all words must match, in any column", "/ann letters", "12 found"},
		{"! leaves rows out", "/!ann !zoe !kai", "63 found"},
		{"! alone is nothing yet", "/!", "100 found"},
		{"other scripts stay themselves", "/小明", "13 found"},
		{"blanks are nothing", "/   ", "100 found"},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct play *p = *state;
		char *text;

		tui_headless_type(p->tui, rows[i].typed);
		text = tui_headless_text(p->tui);
		if (!strstr(text, rows[i].found))
			fail_msg("%s: %s\n%s", rows[i].why, rows[i].found, text);
		free(text);
		press(p, TUI_KEY_ESCAPE);
	}
}

static void escape_gives_the_place_back(void **state)
{
	struct play *p = *state;

	press(p, TUI_KEY_PAGE_DOWN);
	tui_headless_type(p->tui, "/wisniewska");
	assert_hides(p, "   17 ");
	assert_shows(p, "/wisniewska   12 found\n");
	press(p, TUI_KEY_DOWN);
	press(p, TUI_KEY_ENTER);
	assert_shows(p, "Esc shows all");
	assert_shows(p, "/wisniewska");
	press(p, 'r');
	assert_shows(p, "/wisniewska");
	press(p, TUI_KEY_ESCAPE);
	assert_hides(p, "/wisniewska");
	assert_shows(p, ">    17 ");
}

static void backspace_takes_whole_characters_and_then_the_filter(void **state)
{
	struct play *p = *state;

	tui_headless_type(p->tui, "/Zoë");
	press(p, TUI_KEY_BACKSPACE);
	assert_shows(p, "/Zo ");
	press(p, TUI_KEY_BACKSPACE);
	press(p, TUI_KEY_BACKSPACE);
	assert_shows(p, "/   100 found");
	press(p, TUI_KEY_BACKSPACE);
	assert_hides(p, "found");
}

static void filter_that_finds_nothing_says_what_to_do(void **state)
{
	struct play *p = *state;

	tui_headless_type(p->tui, "/smth");
	assert_shows(p, "No row matches \"smth\". Esc shows all.");
	assert_hides(p, "Nobody is called that");
	press(p, TUI_KEY_ENTER);
	press(p, TUI_KEY_DOWN);
	press(p, TUI_KEY_END);
	press(p, TUI_KEY_ENTER);
	assert_hides(p, "Opened");
}

static void sort_is_by_letter_and_turns_round(void **state)
{
	struct play *p = *state;

	press(p, 's');
	assert_shows(p, "Sort by: n no  f name  0 none\n");
	press(p, 'f');
	assert_shows(p, "name ^");
	assert_shows(p, ">     1 Chidi Okonkwo");
	tui_headless_type(p->tui, "sf");
	assert_shows(p, "name v");
	tui_headless_type(p->tui, "ss");
	assert_shows(p, "name ^");
	press(p, 's');
	assert_shows(p, "0 none  s reverses\n");
	press(p, 'n');
	assert_shows(p, "no ^");
	press(p, 's');
	press(p, TUI_KEY_ESCAPE);
	assert_shows(p, "no ^");
	tui_headless_type(p->tui, "s0");
	assert_hides(p, "no ^");
}

static void selection_is_who_not_where(void **state)
{
	struct play *p = *state;

	for (int i = 0; i < 5; i++)
		press(p, TUI_KEY_DOWN);
	memmove(p->toy.people + 3, p->toy.people, 50 * sizeof *p->toy.people);
	p->toy.people[0].number = 501;
	p->toy.people[1].number = 502;
	p->toy.people[2].number = 503;
	press(p, 'r');
	assert_shows(p, ">     6 ");
	p->toy.count = 4; /* the selected one has gone: the nearest row is next */
	press(p, 'r');
	assert_shows(p, ">     1 ");
	p->toy.count = 0;
	press(p, 'r');
	assert_shows(p, "Nobody is called that.");
	p->toy.count = 10;
	press(p, 'r');
	assert_shows(p, ">     1 "); /* who is still remembered */
}

static void columns_follow_the_width(void **state)
{
	struct play *p = *state;

	assert_hides(p, "wide");
	tui_headless_resize(p->tui, 24, 120);
	assert_shows(p, " wide\n");
	tui_headless_resize(p->tui, 12, 40);
	assert_hides(p, "wide");
	assert_shows(p, ">     1 Chidi Okonkwo");
}

/* --- sorting by text, without a program --- */

static int by_text(const void *rows, size_t a, size_t b, int column)
{
	(void)rows;
	(void)a;
	(void)b;
	(void)column;
	return LIST_BY_TEXT;
}

static void group_cell(const void *rows, size_t row, int column, char *out, size_t room);
static int64_t group_identity(const void *rows, size_t row);

static void texts_sort_whatever_their_accents_and_capitals(void **state)
{
	static const char *const names[] = {"Ọ̀ṣúndé", "Zola", "O'Brien", "Éamon", "pritchard", "Łukasz"};
	static const char *const sorted[] = {"Éamon", "Łukasz", "O'Brien", "Ọ̀ṣúndé", "pritchard", "Zola"};
	static const struct list_column columns[] = {{.heading = "name", .width = 10, .sort_key = 'f'}};
	struct list_source source = {
		.count = 6, .identity = group_identity, .cell = group_cell, .compare = by_text, .rows = names};
	struct arena mem = {0};
	struct list l;

	(void)state;
	list_open(&l, columns, 1);
	list_fill(&l, &source, &mem);
	list_act(&l, OP_SORT, 0, &mem);
	list_act(&l, OP_TYPED, 'f', &mem);
	for (size_t i = 0; i < 6; i++)
		assert_string_equal(names[l.shown[i]], sorted[i]);
	arena_finish(&mem);
}

/* --- a list with headings, without a program --- */

static const char *const groups[] = {"LATE", "one", "two", "SOON", "three", "TODAY"};

static int64_t group_identity(const void *rows, size_t row)
{
	(void)rows;
	return (int64_t)row + 1;
}

static void group_cell(const void *rows, size_t row, int column, char *out, size_t room)
{
	(void)column;
	snprintf(out, room, "%s", ((const char *const *)rows)[row]);
}

static bool group_heading(const void *rows, size_t row)
{
	return ((const char *const *)rows)[row][0] < 'a';
}

static const struct list_column group_columns[] = {{.heading = "", .width = 10}};

static void headings_are_never_selected(void **state)
{
	struct list_source source = {.count = 6,
				     .identity = group_identity,
				     .cell = group_cell,
				     .is_heading = group_heading,
				     .rows = groups};
	struct arena mem = {0};
	struct list l;
	size_t row;

	(void)state;
	list_open(&l, group_columns, 1);
	list_fill(&l, &source, &mem);
	assert_true(list_selection(&l, &row));
	assert_int_equal(row, 1);
	list_act(&l, OP_DOWN, 0, &mem);
	list_act(&l, OP_DOWN, 0, &mem);
	assert_true(list_selection(&l, &row));
	assert_int_equal(row, 4);
	list_act(&l, OP_DOWN, 0, &mem); /* only a heading below */
	list_act(&l, OP_LAST, 0, &mem);
	assert_true(list_selection(&l, &row));
	assert_int_equal(row, 4);
	list_act(&l, OP_FILTER, 0, &mem);
	list_act(&l, OP_TYPED, 't', &mem);
	list_act(&l, OP_TYPED, 'w', &mem);
	assert_int_equal(l.shown_count, 2); /* LATE and two: the groups without a row are gone */
	assert_true(list_selection(&l, &row));
	assert_int_equal(row, 2);
	source.count = 1; /* a heading alone */
	list_fill(&l, &source, &mem);
	assert_false(list_selection(&l, &row));
	arena_finish(&mem);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAY(keys_move_the_selection),
		PLAY(cursor_and_reverse_are_on_the_selected_row),
		PLAY(filter_narrows_at_once_whatever_the_accents),
		PLAY(escape_gives_the_place_back),
		PLAY(backspace_takes_whole_characters_and_then_the_filter),
		PLAY(filter_that_finds_nothing_says_what_to_do),
		PLAY(sort_is_by_letter_and_turns_round),
		PLAY(selection_is_who_not_where),
		PLAY(columns_follow_the_width),
		cmocka_unit_test(texts_sort_whatever_their_accents_and_capitals),
		cmocka_unit_test(headings_are_never_selected),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
