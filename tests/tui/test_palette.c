/* The palette: answers as one types, what is taken, and what cannot be. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "asking_fixture.h"
#include "base/text.h"

static const struct palette_item known[] = {
	{"Okonkwo, Chidi · born 3 Mar 2014", "child · FAM-0123", "", NULL, 2, 41},
	{"Okonkwo, Ada · born 9 Sep 2011", "child · FAM-0123", "", NULL, 2, 42},
	{"Ọ̀ṣúndé, Ọ̀la · born 1 Jan 2020", "child · FAM-0500", "", NULL, 2, 43},
	{"Book a conference", "", "b", NULL, 1, 7},
	{"Close the plan", "", "x", "no plan is open", 1, 8},
	{"王, 小明 · born 5 May 2016", "child · FAM-0777", "", NULL, 2, 44},
};

static bool find_known(void *world, const char *typed, struct arena *mem, struct palette_list *out, struct fault *f)
{
	const char *folded = text_fold(mem, typed);

	(void)world;
	if (strcmp(typed, "broken") == 0)
		return fault_set(f, FAULT_BUSY, "The case file is busy; try again.");
	for (size_t i = 0; typed[0] && i < sizeof known / sizeof *known; i++) {
		struct palette_item *item;

		if (!strstr(text_fold(mem, known[i].label), folded))
			continue;
		item = ARENA_PUSH(mem, out);
		if (!item)
			return false;
		*item = known[i];
	}
	if (strcmp(typed, "born") == 0)
		out->total = 5321;
	return true;
}

static bool open_palette(struct tui *t, struct fault *f)
{
	return palette_open(t, 3, find_known, f);
}

static const struct {
	const char *why;
	const char *typed;
	tui_key keys[4];
	const char *seen, *heard;
} rows[] = {
	{"starts empty and says what to type", "", {0}, "Type two letters of a name", ""},
	{"answers as one types", "okon", {0}, "> Okonkwo, Chidi", ""},
	{"says how many", "okon", {0}, "2 found", ""},
	{"says how many there are when not all are listed", "born", {0}, "4 of 5321 found", ""},
	{"accents do not matter", "osunde", {0}, "> Ọ̀ṣúndé, Ọ̀la", ""},
	{"Chinese is found", "小明", {0}, "> 王, 小明", ""},
	{"Enter takes the first", "okon", {TUI_KEY_ENTER}, "beneath", "3 41 2 okon"},
	{"Down marks the next", "okon", {TUI_KEY_DOWN, TUI_KEY_ENTER}, "beneath", "3 42 2 okon"},
	{"Down stops at the last, Up goes back",
	 "okon",
	 {TUI_KEY_DOWN, TUI_KEY_DOWN, TUI_KEY_UP, TUI_KEY_ENTER},
	 "beneath",
	 "3 41 2 okon"},
	{"a letter begins again at the best", "oko", {TUI_KEY_DOWN, 'n', TUI_KEY_ENTER}, "beneath", "3 41 2 okon"},
	{"an action shows its key", "book", {0}, " b │", ""},
	{"what cannot be done says why", "close", {0}, "Close the plan  (not now: no plan is open)", ""},
	{"and is not done", "close", {TUI_KEY_ENTER}, "Close the plan: no plan is open", ""},
	{"nothing found is said", "zzz", {0}, "Nothing found.", ""},
	{"and Enter says it again", "zzz", {TUI_KEY_ENTER}, "Nothing is found for “zzz”", ""},
	{"a fault is said and the line stays", "broken", {0}, "The case file is busy", ""},
	{"letters are text", "q?:", {0}, ": q?:", ""},
	{"Esc goes back", "okon", {TUI_KEY_ESCAPE}, "beneath", "0 0 "},
};

static void going(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct asking a = {.ask = open_palette};
		struct tui *t = ask_on(&a, 24, 80);

		tui_headless_type(t, rows[i].typed);
		for (size_t k = 0; k < 4 && rows[i].keys[k]; k++)
			tui_headless_key(t, rows[i].keys[k]);
		if (!has_words(t, rows[i].seen) || strcmp(a.heard, rows[i].heard) != 0)
			fail_msg("%s: heard \"%s\"", rows[i].why, a.heard);
		tui_headless_end(t);
	}
}

static void the_cursor_follows_line_and_list(void **state)
{
	struct asking a = {.ask = open_palette};
	struct tui *t = ask_on(&a, 24, 80);

	(void)state;
	tui_headless_type(t, "oko");
	assert_true(has_words(t, "cursor 4 7"));
	tui_headless_key(t, TUI_KEY_DOWN);
	assert_true(has_words(t, "cursor 6 4"));
	tui_headless_type(t, "n");
	assert_true(has_words(t, "cursor 4 8"));
	tui_headless_end(t);
}

static bool choose_one(struct tui *t, struct fault *f)
{
	return palette_choose(t, 3, "Who joins", "Letters of a name.", find_known, f);
}

/* Whom one chose cannot be taken: the search comes back as it was typed. */
static void a_choice_that_could_not_be_done_comes_back(void **state)
{
	struct asking a = {.ask = choose_one, .refuses = "Ada Okonkwo belongs to it already."};
	struct tui *t = ask_on(&a, 24, 80);

	(void)state;
	tui_headless_type(t, "okon");
	tui_headless_key(t, TUI_KEY_DOWN);
	tui_headless_key(t, TUI_KEY_ENTER);
	assert_string_equal(a.heard, "3 42 2 okon");
	assert_true(has_words(t, "Ada Okonkwo belongs to it already."));
	assert_true(has_words(t, "> Okonkwo, Ada"));
	tui_headless_key(t, TUI_KEY_UP);
	tui_headless_key(t, TUI_KEY_ENTER);
	assert_string_equal(a.heard, "3 41 2 okon");
	assert_false(shows_now(t, "Who joins"));
	tui_headless_end(t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(going),
		cmocka_unit_test(the_cursor_follows_line_and_list),
		cmocka_unit_test(a_choice_that_could_not_be_done_comes_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
