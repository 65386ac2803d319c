/* The one-line editor moves and deletes by what a person sees as a character. */
#include "edit_model.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void type(struct edit_line *e, const char *text)
{
	uint32_t code;
	bool refused;

	for (size_t n; (n = text_decode(text, &code)) > 0; text += n)
		edit_line_key(e, code, &refused);
}

static void press(struct edit_line *e, tui_key key, int times)
{
	bool refused;

	while (times-- > 0)
		assert_true(edit_line_key(e, key, &refused));
}

static const struct {
	const char *why;
	const char *typed;
	int keys;
	tui_key key;
	const char *left;
	int column;
} rows[] = {
	{"marks typed one by one stay in their order", "Ọ̀la", 0, 0, "Ọ̀la", 3},
	{"Backspace takes base and marks together", "Ọ̀la", 3, TUI_KEY_BACKSPACE, "", 0},
	{"a decomposed accent goes with its letter", "Sia\xCC\x82n", 2, TUI_KEY_BACKSPACE, "Si", 2},
	{"Left passes a decomposed letter in one step", "Sia\xCC\x82n", 2, TUI_KEY_LEFT, "Sia\xCC\x82n", 2},
	{"Arabic is typed, and deleted from the logical end", "شادي", 1, TUI_KEY_BACKSPACE, "شاد", 3},
	{"a Chinese letter is two cells and one key", "漢字", 1, TUI_KEY_BACKSPACE, "漢", 2},
	{"a flag is one character", "a🇬🇧", 1, TUI_KEY_BACKSPACE, "a", 1},
	{"a joined family is one character", "a👨‍👩‍👧", 1, TUI_KEY_BACKSPACE, "a", 1},
	{"Ctrl-W takes the word and stops at the blank", "Amina Begum", 1, KEY_CONTROL('W'), "Amina ", 6},
	{"Ctrl-W takes the blanks behind a word as well", "Amina   ", 1, KEY_CONTROL('W'), "", 0},
	{"Ctrl-U takes all before the caret", "Amina Begum", 1, KEY_CONTROL('U'), "", 0},
	{"Ctrl-K at the end takes nothing", "Amina", 1, KEY_CONTROL('K'), "Amina", 5},
	{"Ctrl-Z takes back a word, not the line", "Amina Begum", 1, KEY_CONTROL('Z'), "Amina ", 6},
	{"Ctrl-Z twice takes back two words", "Amina Begum", 2, KEY_CONTROL('Z'), "", 0},
	{"Ctrl-Z with nothing to take back does nothing", "a", 9, KEY_CONTROL('Z'), "", 0},
	{"word left stops at the start of the word", "Amina Begum", 1, TUI_KEY_WORD_LEFT, "Amina Begum", 6},
	{"Left stops at the start", "ab", 5, TUI_KEY_LEFT, "ab", 0},
	{"a lone mark at the start is refused", "\xCC\x80", 0, 0, "", 0},
	{"a direction override is not text",
	 "a\xE2\x80\xAE"
	 "b",
	 0, 0, "ab", 2},
	{"a pasted line break becomes a blank", "one\ntwo", 0, 0, "one two", 7},
};

static void typing_and_editing(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct edit_line e;

		edit_line_set(&e, "", 64);
		type(&e, rows[i].typed);
		press(&e, rows[i].key, rows[i].keys);
		if (strcmp(e.text, rows[i].left) != 0 || edit_line_column(&e) != rows[i].column)
			fail_msg("%s: \"%s\" at %d", rows[i].why, e.text, edit_line_column(&e));
		assert_int_equal(e.length, strlen(e.text));
	}
}

static void deletes_under_the_caret(void **state)
{
	struct edit_line e;

	(void)state;
	edit_line_set(&e, "Sia\xCC\x82n", 64);
	press(&e, TUI_KEY_HOME, 1);
	press(&e, TUI_KEY_RIGHT, 2);
	press(&e, TUI_KEY_DELETE, 1);
	assert_string_equal(e.text, "Sin");
	press(&e, KEY_CONTROL('K'), 1);
	assert_string_equal(e.text, "Si");
}

static void room_never_splits_a_character(void **state)
{
	struct edit_line e;
	bool refused;

	(void)state;
	edit_line_set(&e, "漢字字", 7); /* nine bytes into seven */
	assert_string_equal(e.text, "漢字");
	assert_true(edit_line_key(&e, 0x5B57, &refused));
	assert_true(refused);
	assert_false(edit_line_insert(&e, "字"));
	assert_string_equal(e.text, "漢字");
	assert_true(edit_line_insert(&e, "x"));
	assert_false(edit_line_insert(&e, "y"));
	assert_string_equal(e.text, "漢字x");
}

static void halves_of_a_flag_join(void **state)
{
	struct edit_line e;

	(void)state;
	edit_line_set(&e, "🇧", 64);
	press(&e, TUI_KEY_HOME, 1);
	type(&e, "🇬");
	assert_string_equal(e.text, "🇬🇧");
	assert_int_equal(e.caret, e.length); /* the caret cannot stand inside the flag */
}

static void paste_is_text_whatever_it_looks_like(void **state)
{
	static const tui_key pasted[] = {'a', TUI_KEY_ENTER, 'b', TUI_KEY_TAB, KEY_CONTROL('U'), 'c'};
	struct edit_line e;

	(void)state;
	edit_line_set(&e, "", 64);
	press(&e, TUI_KEY_PASTE_BEGIN, 1);
	for (size_t i = 0; i < sizeof pasted / sizeof *pasted; i++)
		press(&e, pasted[i], 1);
	press(&e, TUI_KEY_PASTE_END, 1);
	assert_string_equal(e.text, "a b c");
	press(&e, KEY_CONTROL('Z'), 1);
	assert_string_equal(e.text, "");
}

static void keys_of_others_are_left_alone(void **state)
{
	static const tui_key others[] = {TUI_KEY_ENTER, TUI_KEY_TAB, TUI_KEY_ESCAPE,
					 TUI_KEY_UP,    TUI_F(2),    KEY_CONTROL('S')};
	struct edit_line e;
	bool refused;

	(void)state;
	edit_line_set(&e, "as it was", 64);
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		assert_false(edit_line_key(&e, others[i], &refused));
	assert_string_equal(e.text, "as it was");
}

static void keys_at_random_agree_with_a_naive_editor(void **state)
{
	uint64_t seed = 20260401;
	struct edit_line e;
	struct model m = {.text = ""};

	(void)state;
	edit_line_set(&e, "", 60);
	for (int n = 0; n < 100000; n++) {
		tui_key key = some_key(next_number(&seed));
		bool refused, typed = tui_key_is_letter(key) && text_is_safe(key);

		edit_line_key(&e, key, &refused);
		if (typed)
			assert_int_equal(refused, !model_type(&m, key, 60));
		else
			model_key(&m, key);
		if (!typed && key != TUI_KEY_LEFT && key != TUI_KEY_RIGHT && key != TUI_KEY_BACKSPACE &&
		    key != TUI_KEY_DELETE) { /* the naive editor knows no words and no undo */
			strcpy(m.text, e.text);
			m.caret = e.caret;
		}
		if (strcmp(m.text, e.text) != 0 || m.caret != e.caret)
			fail_msg("key %d of seed 20260401: \"%s\" at %zu, not \"%s\" at %zu", n, e.text, e.caret,
				 m.text, m.caret);
		assert_int_equal(e.length, strlen(e.text));
		assert_true(e.length <= 60 && text_is_utf8(e.text, e.length) && is_boundary(e.text, e.caret));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(typing_and_editing),
		cmocka_unit_test(deletes_under_the_caret),
		cmocka_unit_test(room_never_splits_a_character),
		cmocka_unit_test(halves_of_a_flag_join),
		cmocka_unit_test(paste_is_text_whatever_it_looks_like),
		cmocka_unit_test(keys_of_others_are_left_alone),
		cmocka_unit_test(keys_at_random_agree_with_a_naive_editor),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
