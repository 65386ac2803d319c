/* Questions, one line, and menus: what answers them, and what does not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "asking_fixture.h"

static bool ask_cancel(struct tui *t, struct fault *f)
{
	return prompt_yes_no(t, 7, "Cancel the review of Begum ×2 on Thu 2 Apr 2026?",
			     "8 people were invited; each gets a letter. You cannot take this back.", f);
}

static bool ask_name(struct tui *t, struct fault *f)
{
	return prompt_line(t, 8, "Name of the view", "A few words, e.g. Mine this week", "Mine", f);
}

static bool ask_leave(struct tui *t, struct fault *f)
{
	return prompt_leave(t, 9, "this booking", f);
}

static bool ask_menu(struct tui *t, struct fault *f)
{
	static const struct menu_item items[] = {
		{'b', "Book", "the next conference", NULL, 1},
		{'k', "Keep", "", NULL, 2},
		{'x', "Close", NULL, "2 plans are open", 3},
		{0, "Ọ̀la's letter", "字", NULL, 4},
	};

	return prompt_menu(t, 5, "C-0412", items, sizeof items / sizeof *items, f);
}

static const struct {
	const char *why;
	bool (*ask)(struct tui *t, struct fault *f);
	tui_key keys[5];
	const char *heard;
} rows[] = {
	{"y is yes", ask_cancel, {'y'}, "7 1 "},
	{"n is no", ask_cancel, {'n'}, "7 0 "},
	{"Esc is no answer", ask_cancel, {TUI_KEY_ESCAPE}, "0 0 "},
	{"Enter answers nothing, however often", ask_cancel, {TUI_KEY_ENTER, TUI_KEY_ENTER, TUI_KEY_ENTER}, ""},
	{"a blank answers nothing", ask_cancel, {' ', 'x', TUI_KEY_TAB}, ""},
	{"a line starts with what it is given", ask_name, {TUI_KEY_ENTER}, "8 0 Mine"},
	{"letters are text, also those that are actions elsewhere",
	 ask_name,
	 {'q', '?', 'Q', TUI_KEY_ENTER},
	 "8 0 q?Q"},
	{"what is offered can be mended", ask_name, {TUI_KEY_END, '!', TUI_KEY_ENTER}, "8 0 Mine!"},
	{"a line can be left", ask_name, {'x', TUI_KEY_ESCAPE}, "0 0 "},
	{"a line is edited", ask_name, {KEY_CONTROL('W'), 0x1ECC, 0x0300, TUI_KEY_ENTER}, "8 0 Ọ̀"},
	{"leaving: the mark is on Save", ask_leave, {TUI_KEY_ENTER}, "9 1 "},
	{"leaving: keep as draft is below", ask_leave, {TUI_KEY_DOWN, TUI_KEY_ENTER}, "9 2 "},
	{"leaving: k keeps", ask_leave, {'k'}, "9 2 "},
	{"leaving: d discards", ask_leave, {'d'}, "9 3 "},
	{"leaving: Esc stays", ask_leave, {TUI_KEY_ESCAPE}, "0 0 "},
	{"a letter of the menu takes its entry", ask_menu, {'b'}, "5 1 "},
	{"also when the letter moves elsewhere", ask_menu, {'k'}, "5 2 "},
	{"what cannot be done now is not done", ask_menu, {'x', TUI_KEY_ENTER}, ""},
	{"an entry without a letter is reached by arrows", ask_menu, {TUI_KEY_END, TUI_KEY_ENTER}, "5 4 "},
	{"Down stops at the last entry", ask_menu, {TUI_KEY_END, TUI_KEY_DOWN, TUI_KEY_ENTER}, "5 4 "},
	{"j moves as everywhere", ask_menu, {'j', TUI_KEY_ENTER}, "5 2 "},
};

static void answers(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct asking a = {.ask = rows[i].ask};
		struct tui *t = ask_on(&a, 24, 80);

		for (size_t k = 0; k < 5 && rows[i].keys[k]; k++)
			tui_headless_key(t, rows[i].keys[k]);
		if (strcmp(a.heard, rows[i].heard) != 0)
			fail_msg("%s: heard \"%s\"", rows[i].why, a.heard);
		tui_headless_end(t);
	}
}

static void a_question_names_the_thing(void **state)
{
	struct asking a = {.ask = ask_cancel};
	struct tui *t = ask_on(&a, 24, 80);

	(void)state;
	assert_true(has_words(t, "Cancel the review of Begum ×2 on Thu 2 Apr 2026?"));
	assert_true(has_words(t, "this back.")); /* wrapped, not cut */
	assert_true(has_words(t, "y Yes    n No, leave it as it is"));
	assert_true(has_words(t, "beneath")); /* the screen beneath stays in view */
	tui_headless_key(t, TUI_KEY_ENTER);
	assert_true(has_words(t, "Type y for yes or n for no"));
	tui_headless_end(t);
}

static bool ask_with_many_warnings(struct tui *t, struct fault *f)
{
	return prompt_yes_no(
		t, 3, "Take the request all the same?",
		"The child has the same name and date of birth as another child in the case file. "
		"The strategy discussion was more than 15 working days ago, so the limit has passed already. "
		"The family moved in without a notice. No social worker is named, so nobody will be told "
		"of the conference. The sittings asked for need two rooms on the same day.",
		f);
}

static void several_warnings_are_read_to_the_end(void **state)
{
	struct asking a = {.ask = ask_with_many_warnings};
	struct tui *t = ask_on(&a, 24, 80);

	(void)state;
	assert_true(has_words(t, "same day."));
	assert_true(has_words(t, "y Yes"));
	tui_headless_end(t);
}

static void a_menu_says_why_not(void **state)
{
	struct asking a = {.ask = ask_menu};
	struct tui *t = ask_on(&a, 24, 80);

	(void)state;
	assert_true(has_words(t, "x Close  (not now: 2 plans are open)"));
	assert_true(has_words(t, "> b Book"));
	tui_headless_key(t, 'x');
	assert_true(has_words(t, "Close: 2 plans are open"));
	assert_true(has_words(t, "> x Close"));
	tui_headless_end(t);
}

static void leaving_is_asked_in_a_sentence(void **state)
{
	struct asking a = {.ask = ask_leave};
	struct tui *t = ask_on(&a, 24, 80);

	(void)state;
	assert_true(has_words(t, "This booking is not saved. Esc goes on with it."));
	tui_headless_end(t);
}

/* --- an answer that is checked before the prompt closes --- */

static bool check_number(void *world, const char *typed, struct fault *f)
{
	assert_non_null(world);
	return (typed[0] >= '1' && typed[0] <= '9') ||
	       fault_set(f, FAULT_REFUSED,
			 "Number of copies must be 1 or more, and as this sentence is longer than a "
			 "line of the box it goes on below.");
}

static bool echo_number(void *world, const char *typed, char *out, size_t room)
{
	assert_non_null(world);
	snprintf(out, room, check_number(world, typed, NULL) ? "= %s copies" : "a number", typed);
	return check_number(world, typed, NULL);
}

static bool ask_number(struct tui *t, struct fault *f)
{
	return prompt_question(t,
			       &(struct line_question){.code = 4,
						       .label = "Copies",
						       .hint = "A number, e.g. 2",
						       .start = "1",
						       .check = check_number,
						       .echo = echo_number},
			       f);
}

static void a_refused_answer_stays_with_its_text(void **state)
{
	struct asking a = {.ask = ask_number};
	struct tui *t = ask_on(&a, 24, 80);

	(void)state;
	assert_true(has_words(t, "= 1 copies"));
	tui_headless_type(t, "many");
	assert_true(has_words(t, "a number"));
	tui_headless_key(t, TUI_KEY_ENTER);
	assert_string_equal(a.heard, "");
	assert_true(has_words(t, "[many "));
	assert_true(has_words(t, "Error: Number of copies must be 1 or more"));
	assert_true(has_words(t, "goes on below."));
	tui_headless_key(t, KEY_CONTROL('U'));
	assert_false(shows_now(t, "Error:")); /* being mended */
	tui_headless_type(t, "3");
	assert_true(has_words(t, "= 3 copies"));
	tui_headless_key(t, TUI_KEY_ENTER);
	assert_string_equal(a.heard, "4 0 3");
	tui_headless_end(t);
}

/* What only the doing refuses comes back with what was typed, as often as it is refused. */
static void an_answer_that_could_not_be_done_comes_back(void **state)
{
	struct asking a = {.ask = ask_name};
	struct tui *t = ask_on(&a, 24, 80);

	(void)state;
	tui_headless_type(t, "Zoë's week");
	for (int i = 0; i < 2; i++) {
		a.refuses = "The disk is full.";
		tui_headless_key(t, TUI_KEY_ENTER);
		assert_string_equal(a.heard, "8 0 Zoë's week");
		assert_true(has_words(t, "[Zoë's week "));
		assert_true(has_words(t, "Error: The disk is full."));
		tui_headless_type(t, "s");
		tui_headless_key(t, TUI_KEY_BACKSPACE);
	}
	tui_headless_key(t, TUI_KEY_ENTER);
	assert_false(shows_now(t, "Name of the view"));
	tui_headless_end(t);
}

/* A question without text has nothing to lose: why it was not done is said. */
static void a_yes_that_could_not_be_done_is_said(void **state)
{
	struct asking a = {.ask = ask_cancel, .refuses = "The disk is full."};
	struct tui *t = ask_on(&a, 24, 80);

	(void)state;
	tui_headless_key(t, 'y');
	assert_true(has_words(t, "The disk is full."));
	assert_false(shows_now(t, "Cancel the review"));
	tui_headless_end(t);
}

/* A yes is an answer to what was asked: not to what another person made of it meanwhile. No stays no. */
static void a_yes_to_what_changed_meanwhile_answers_nothing(void **state)
{
	struct asking a = {.ask = ask_cancel, .moved = "Nothing was done: Lena changed this."};
	struct tui *t = ask_on(&a, 24, 80);

	(void)state;
	tui_headless_key(t, 'y');
	assert_string_equal(a.heard, "0 0 ");
	assert_true(has_words(t, "Nothing was done: Lena changed this."));
	assert_false(shows_now(t, "Cancel the review"));
	tui_headless_type(t, "an");
	assert_string_equal(a.heard, "7 0 ");
	a.moved = NULL;
	tui_headless_type(t, "ay");
	assert_string_equal(a.heard, "7 1 ");
	tui_headless_end(t);
}

static bool ask_long_menu(struct tui *t, struct fault *f)
{
	struct menu_item items[30] = {{0}};
	char labels[30][16];

	for (int n = 0; n < 30; n++) {
		snprintf(labels[n], sizeof labels[n], "Entry %d", n + 1);
		items[n] = (struct menu_item){.label = labels[n], .number = n + 1};
	}
	return prompt_menu(t, 6, "Many", items, 30, f); /* copied: the labels end with this call */
}

static void a_long_menu_scrolls(void **state)
{
	struct asking a = {.ask = ask_long_menu};
	struct tui *t = ask_on(&a, 12, 60);

	(void)state;
	tui_headless_key(t, TUI_KEY_END);
	assert_true(has_words(t, ">   Entry 30"));
	for (int n = 0; n < 10; n++)
		tui_headless_key(t, TUI_KEY_UP);
	assert_true(has_words(t, ">   Entry 20"));
	tui_headless_key(t, TUI_KEY_ENTER);
	assert_string_equal(a.heard, "6 20 ");
	tui_headless_end(t);
}

static void boxes_fit_small_windows(void **state)
{
	static bool (*const asks[])(struct tui *, struct fault *) = {ask_cancel, ask_name, ask_leave, ask_menu,
								     ask_number};
	static const int sizes[][2] = {{10, 40}, {12, 41}, {24, 80}, {60, 200}};

	(void)state;
	for (size_t i = 0; i < 20; i++) {
		struct asking a = {.ask = asks[i / 4]};
		struct tui *t = ask_on(&a, sizes[i % 4][0], sizes[i % 4][1]);
		int row, column;
		char *text = tui_headless_text(t);

		assert_int_equal(sscanf(strstr(text, "\ncursor "), "\ncursor %d %d", &row, &column), 2);
		assert_true(row > 2 && row < sizes[i % 4][0] - 3 && column > 0); /* in the box, never lost */
		free(text);
		tui_headless_end(t);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(answers),
		cmocka_unit_test(a_question_names_the_thing),
		cmocka_unit_test(several_warnings_are_read_to_the_end),
		cmocka_unit_test(a_menu_says_why_not),
		cmocka_unit_test(leaving_is_asked_in_a_sentence),
		cmocka_unit_test(a_refused_answer_stays_with_its_text),
		cmocka_unit_test(an_answer_that_could_not_be_done_comes_back),
		cmocka_unit_test(a_yes_that_could_not_be_done_is_said),
		cmocka_unit_test(a_yes_to_what_changed_meanwhile_answers_nothing),
		cmocka_unit_test(a_long_menu_scrolls),
		cmocka_unit_test(boxes_fit_small_windows),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
