/* A text to read: scrolling, finding, and staying in place when the window changes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "asking_fixture.h"

static bool open_text(struct tui *t, struct fault *f)
{
	char text[4096];
	size_t length = 0;

	for (int n = 1; n <= 100; n++)
		length += (size_t)snprintf(text + length, sizeof text - length, "line %d%s\n", n,
					   n == 60 || n == 90 ? " Ọ̀ṣúndé said so"
					   : n == 50          ? " \x1b[2Jno escape"
							      : "");
	return pager_open(t, "Record of C-0412", text, f);
}

static const struct {
	const char *why;
	const char *keys; /* '\n' is Enter */
	tui_key special;
	const char *seen, *unseen;
} rows[] = {
	{"starts at the top", "", 0, " line 1\n", "line 18"},
	{"has a title", "", 0, "Record of C-0412", "line 60"},
	{"j goes down a row", "j", 0, " line 2\n", " line 1\n"},
	{"a blank shows the next page", " ", 0, " line 17\n", " line 15\n"},
	{"End shows the last page", "", TUI_KEY_END, " line 100\n", " line 80\n"},
	{"Up at the top stays", "kkk", 0, " line 1\n", "line 18"},
	{"finds without accents or capitals", "/osunde\n", 0, ">line 60 Ọ̀ṣúndé", "line 90"},
	{"n goes on to the next", "/OSUNDE\nn", 0, ">line 90 Ọ̀ṣúndé", "line 60"},
	{"and round to the first", "/osunde\nnn", 0, ">line 60 Ọ̀ṣúndé", "line 90"},
	{"N goes back", "/osunde\nnN", 0, ">line 60 Ọ̀ṣúndé", "line 90"},
	{"N on the first goes round to the last", "/osunde\nN", 0, ">line 90 Ọ̀ṣúndé", "line 60"},
	{"says what is not there", "/zebra\n", 0, "“zebra” is not in this text", "line 60"},
	{"typing a word shows it", "/q?", 0, "Find: q?", "line 60"},
	{"Esc leaves the word, not the text", "/q", TUI_KEY_ESCAPE, " line 1\n", "Find:"},
	{"n without a word says how to find", "n", 0, "Type / and a word", "line 60"},
	{"no escape sequence comes out of a text", "/escape\n", 0, "�[2Jno escape", "\x1b"},
};

static void reading(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct asking a = {.ask = open_text};
		struct tui *t = ask_on(&a, 24, 80);

		tui_headless_type(t, rows[i].keys);
		if (rows[i].special)
			tui_headless_key(t, rows[i].special);
		if (!has_words(t, rows[i].seen) || shows_now(t, rows[i].unseen))
			fail_msg("%s", rows[i].why);
		tui_headless_key(t, TUI_KEY_ESCAPE); /* leaves the word */
		tui_headless_key(t, TUI_KEY_ESCAPE); /* leaves the text */
		assert_true(shows_now(t, "beneath"));
		tui_headless_end(t);
	}
}

static void resizing_keeps_the_place(void **state)
{
	struct asking a = {.ask = open_text};
	struct tui *t = ask_on(&a, 24, 80);

	(void)state;
	tui_headless_type(t, "/line 42\n");
	assert_true(has_words(t, ">line 42"));
	tui_headless_resize(t, 12, 41);
	assert_true(has_words(t, ">line 42"));
	tui_headless_resize(t, 50, 132);
	assert_true(has_words(t, ">line 42"));
	tui_headless_end(t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reading),
		cmocka_unit_test(resizing_keeps_the_place),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
