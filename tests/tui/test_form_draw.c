/* The form as it is drawn: boxes, echoes, suggestions, few rows and narrow windows, and the cursor. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "edit_model.h"
#include "form_fixture.h"

/* --- drawn --- */

static struct tui *open_screen(int rows, int columns)
{
	struct tui_start how = {.first = &booking_class};
	struct fault f = {0};
	struct tui *t = tui_headless_start(&how, rows, columns, &f);

	if (!t)
		fail_msg("%s", f.message);
	return t;
}

static void feed(struct tui *t, const char *keys)
{
	for (const char *tab; (tab = strchr(keys, '\t')) != NULL; keys = tab + 1) {
		char before[80];

		snprintf(before, sizeof before, "%.*s", (int)(tab - keys), keys);
		tui_headless_type(t, before);
		tui_headless_key(t, TUI_KEY_TAB);
	}
	tui_headless_type(t, keys);
}

static void shows(struct tui *t, const char *why, const char *words, bool wanted)
{
	char *text = tui_headless_text(t);

	if ((strstr(text, words) != NULL) != wanted)
		fail_msg("%s: \"%s\" %s in\n%s", why, words, wanted ? "is not" : "is", text);
	free(text);
}

static void drawn_wide(void **state)
{
	struct tui *t = open_screen(24, 80);

	(void)state;
	shows(t, "a heading", "When and where", true);
	shows(t, "a required field carries a sign", "Kind *", true);
	shows(t, "and a word in the hint", "Initial, review or pre-birth (needed)", true);
	shows(t, "a choice not made", "< not chosen >", true);
	feed(t, "r\t14");
	shows(t, "a choice", "< Review >", true);
	shows(t, "the echo is beside the date", "[14              ] = day 14 of April", true);
	tui_headless_key(t, KEY_CONTROL('S'));
	shows(t, "saved", "Saved.", true);
	tui_headless_key(t, KEY_CONTROL('U'));
	tui_headless_key(t, KEY_CONTROL('S'));
	shows(t, "the error is at the field", "Error: Date: an answer is needed. Type it here.", true);
	tui_headless_end(t);
}

static void help_is_asked_for(void **state)
{
	struct tui *t = open_screen(24, 80);

	(void)state;
	feed(t, "\t?");
	shows(t, "a question mark in an empty field", "The day the conference is held.", true);
	feed(t, "14");
	shows(t, "the mark was not typed", "[14 ", true);
	tui_headless_key(t, TUI_KEY_ESCAPE);
	tui_headless_key(t, TUI_F(1));
	shows(t, "F1 in a field that is not empty", "The day the conference is held.", true);
	shows(t, "and the keys", "Checks every field and saves.", true);
	shows(t, "the first row has the cursor", "\ncursor 7 0", true);
	tui_headless_key(t, TUI_KEY_ESCAPE);
	shows(t, "back in the form", "[14 ", true);
	tui_headless_key(t, TUI_F(7));
	shows(t, "F7 shows the messages", "Messages", true);
	tui_headless_end(t);
}

static void drawn_narrow(void **state)
{
	struct tui *t = open_screen(24, 42);

	(void)state;
	feed(t, "r\t1");
	shows(t, "labels stand over their fields", "Date *\n [1 ", true);
	shows(t, "and the echo beside them while it fits", "] = day 1 of April", true);
	tui_headless_end(t);
}

static void suggestions_are_listed_with_details(void **state)
{
	struct tui *t = open_screen(24, 80);

	(void)state;
	feed(t, "r\t14\thol");
	shows(t, "found by two letters", "Hollins, Peter  chair · team West", true);
	tui_headless_key(t, TUI_KEY_DOWN);
	shows(t, "the marked one carries a sign", "> Hollins, Peter", true);
	feed(t, "\n");
	shows(t, "taken", "[Hollins, Peter", true);
	tui_headless_end(t);
}

static void the_cursor_is_on_the_caret(void **state)
{
	static const struct {
		const char *why, *typed, *cursor;
	} rows[] = {
		{"empty", "", "cursor 5 12"},
		{"after Latin letters", "14", "cursor 5 14"},
		{"marks take no cell", "Ọ̀la", "cursor 5 15"},
		{"Chinese letters take two", "陈美", "cursor 5 16"},
		{"Arabic", "منى", "cursor 5 15"},
		{"a text longer than its box scrolls by half a box", "abcdefghijklmnopqr", "cursor 5 22"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct tui *t = open_screen(24, 80);

		feed(t, "\t");
		feed(t, rows[i].typed);
		shows(t, rows[i].why, rows[i].cursor, true);
		tui_headless_end(t);
	}
}

static void wide_letters_stay_in_their_box(void **state)
{
	struct tui *t = open_screen(24, 80);

	(void)state;
	feed(t, "\t字字字字字字字字字"); /* 18 cells into 16 */
	shows(t, "the start has moved out by half a box", "<字字字字字      ]", true);
	feed(t, "\t");
	shows(t, "the end is out of view", "[字字字字字字字字>", true);
	tui_headless_end(t);
}

static void long_texts_say_there_is_more(void **state)
{
	struct tui *t = open_screen(24, 80);

	(void)state;
	feed(t, "\t\t\t\tone\ntwo\nthree");
	feed(t, "\t");
	shows(t, "three lines fit", "│three\n", true);
	tui_headless_key(t, TUI_KEY_BACK_TAB);
	feed(t, "four\n\t");
	shows(t, "four do not", "…\n", true);
	tui_headless_end(t);
}

static void suggestions_fit_small_windows(void **state)
{
	struct tui *t = open_screen(10, 42);

	(void)state;
	feed(t, "\t\tol");
	tui_headless_key(t, TUI_KEY_DOWN);
	shows(t, "the first is marked in view", "> Hollins", true);
	tui_headless_key(t, TUI_KEY_DOWN);
	shows(t, "and so is the second", "\n │> Hollingsworth", true);
	shows(t, "no label shows beside the list", "\nL ", false);
	tui_headless_end(t);
}

/* --- a short value with a long echo --- */

struct copies {
	char number[48];
};

static bool echo_copies(void *world, const void *values, const char *typed, char *out, size_t room)
{
	(void)world;
	(void)values;
	snprintf(out, room, "= %s copies, which are printed two to a sheet", typed);
	return true;
}

static const struct field copies_fields[] = {{.name = "copies",
					      .label = "Copies",
					      .kind = FIELD_TEXT,
					      FIELD_OF(struct copies, number),
					      .echo = echo_copies}};

static bool copies_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct booking_screen *b = screen_state(s);

	(void)t;
	return form_open(&b->form, copies_fields, 1, &b->values, NULL, f);
}

static const struct screen_class copies_class = {
	.name = "copies",
	.keys = no_keys,
	.widget_keys = form_keys,
	.state_size = sizeof(struct booking_screen),
	.load = copies_load,
	.draw = booking_draw,
	.act = booking_act,
	.takes_text = booking_takes_text,
	.dispose = booking_dispose,
};

/* --- a choice with many words --- */

static const struct field_choice ways[] = {{"advocate", "did not come, an advocate knew the views"}, {0}};
static const struct field ways_fields[] = {
	{.name = "way", .label = "Took part", .kind = FIELD_CHOICE, FIELD_OF(struct copies, number), .choices = ways}};

static bool ways_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct booking_screen *b = screen_state(s);

	(void)t;
	return form_open(&b->form, ways_fields, 1, &b->values, NULL, f);
}

static void a_choice_that_is_cut_says_so(void **state)
{
	struct screen_class class = copies_class;
	struct tui_start how = {.first = &class};
	struct fault f = {0};
	struct tui *t;

	(void)state;
	class.load = ways_load;
	t = tui_headless_start(&how, 16, 80, &f);
	feed(t, "d");
	shows(t, "whole while it fits", "< did not come, an advocate knew the views > 1 of 1", true);
	tui_headless_end(t);
	t = tui_headless_start(&how, 16, 42, &f);
	feed(t, "d");
	shows(t, "an ellipsis and the closing sign", "… >\n", true);
	tui_headless_end(t);
}

/* What is typed changes its own row and, besides the cursor, nothing else. */
static void one_letter_changes_one_row(void **state)
{
	struct tui *t = open_screen(24, 80);
	char *before, *after, *a, *b;
	int changed = 0;

	(void)state;
	feed(t, "r\t");
	before = tui_headless_text(t);
	feed(t, "1");
	after = tui_headless_text(t);
	for (char *x = strtok_r(before, "\n", &a), *y = strtok_r(after, "\n", &b); x && y;
	     x = strtok_r(NULL, "\n", &a), y = strtok_r(NULL, "\n", &b))
		changed += strncmp(x, "cursor", 6) != 0 && strcmp(x, y) != 0;
	assert_int_equal(changed, 1);
	free(before);
	free(after);
	tui_headless_end(t);
}

static void the_focus_is_always_in_view(void **state)
{
	static const int sizes[][2] = {{24, 80}, {10, 40}, {12, 60}, {14, 132}, {11, 59}};
	uint64_t seed = 5;

	(void)state;
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		struct tui *t = open_screen(sizes[i][0], sizes[i][1]);

		for (int n = 0; n < 300; n++) {
			int row, column;
			char *text, *cursor;

			tui_headless_key(t, n % 5 ? some_key(next_number(&seed)) : TUI_KEY_TAB);
			text = tui_headless_text(t);
			cursor = strstr(text, "\ncursor ");
			assert_non_null(cursor);
			assert_int_equal(sscanf(cursor, "\ncursor %d %d", &row, &column), 2);
			assert_true(row >= 3 && row < sizes[i][0] - 3 && column < sizes[i][1]);
			free(text);
		}
		tui_headless_end(t);
	}
}

/* --- in few rows: a screen that leaves the form only so many --- */

static void draw_in_few_rows(const struct screen *s, struct canvas *c)
{
	const struct form *form = &((const struct booking_screen *)screen_state(s))->form;
	const int *rows = form->world;
	struct canvas_part room;

	form_draw(form, canvas_part(c, &room, 0, 0, *rows, canvas_columns(c)));
}

static void the_focus_is_in_view(struct tui *t, const char *why, int rows)
{
	char *text = tui_headless_text(t);
	int row, column;

	assert_int_equal(sscanf(strstr(text, "\ncursor "), "\ncursor %d %d", &row, &column), 2);
	if (row < 3 || row >= 3 + rows || column < 1)
		fail_msg("%s in %d rows: the cursor is at %d %d in\n%s", why, rows, row, column, text);
	free(text);
}

static void walk_in(int rows, int columns)
{
	static const char *const names[][3] = {{"kind", "Kind", "Initial, review"}, {"date", "Date", "A day, e.g. 14"},
					       {"chair", "Chair", "Two letters"},   {"late", "Late", "y or n"},
					       {"notes", "Notes", "Tab leaves"},    {"place", "Place", "Where the"}};
	struct screen_class class = booking_class;
	struct tui_start how = {.first = &class, .world = &rows};
	struct fault f = {0};
	struct tui *t;

	class.draw = draw_in_few_rows;
	t = tui_headless_start(&how, 16, columns, &f);
	for (size_t i = 0; i < 6; i++) {
		for (int n = 0; n < (i == 2 ? 6 : 4); n++) { /* untouched, typed into, with a suggestion marked */
			the_focus_is_in_view(t, names[i][0], rows);
			if (rows >= 3 && n == 0) {
				shows(t, names[i][0], names[i][1], true);
				shows(t, names[i][0], names[i][2], true);
			}
			if (n < 3 || i == 2)
				tui_headless_key(t, n < 3 ? (tui_key) "hol"[n] : TUI_KEY_DOWN);
		}
		tui_headless_key(t, TUI_KEY_TAB);
	}
	tui_headless_end(t);
}

static void the_focus_is_in_view_in_few_rows(void **state)
{
	(void)state;
	for (int rows = 1; rows <= 10; rows++)
		for (int columns = 40; columns <= 80; columns += 20)
			walk_in(rows, columns);
}

static void an_echo_is_never_cut(void **state)
{
	static const struct {
		const char *why;
		int columns;
		const char *shows;
	} rows[] = {
		{"beside while it fits", 80, "[7                   ] = 7 copies, which are printed two to a sheet"},
		{"under when it does not", 70, "]\n         = 7 copies, which are printed two to a sheet\n"},
		{"wrapped when that is too narrow", 40, "= 7 copies, which are printed two to a\n sheet\n"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct tui_start how = {.first = &copies_class};
		struct fault f = {0};
		struct tui *t = tui_headless_start(&how, 16, rows[i].columns, &f);

		feed(t, "7");
		shows(t, rows[i].why, rows[i].shows, true);
		tui_headless_end(t);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(drawn_wide),
		cmocka_unit_test(help_is_asked_for),
		cmocka_unit_test(drawn_narrow),
		cmocka_unit_test(a_choice_that_is_cut_says_so),
		cmocka_unit_test(suggestions_are_listed_with_details),
		cmocka_unit_test(the_cursor_is_on_the_caret),
		cmocka_unit_test(wide_letters_stay_in_their_box),
		cmocka_unit_test(long_texts_say_there_is_more),
		cmocka_unit_test(suggestions_fit_small_windows),
		cmocka_unit_test(one_letter_changes_one_row),
		cmocka_unit_test(the_focus_is_always_in_view),
		cmocka_unit_test(the_focus_is_in_view_in_few_rows),
		cmocka_unit_test(an_echo_is_never_cut),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
