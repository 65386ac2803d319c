/* Keys: names, look-up, and that a letter is never a function key. */
#include "key_read.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <curses.h>

#include <cmocka.h>

static void what_the_library_returns_becomes_our_key(void **state)
{
	static const struct {
		const char *why;
		bool is_code;
		wint_t got;
		tui_key key;
	} rows[] = {
		{"an arrow", true, KEY_RIGHT, TUI_KEY_RIGHT},
		{"the letter that has the arrow's number", false, KEY_RIGHT, 0x105},
		{"the letter that has Backspace's number", false, KEY_BACKSPACE, 0x107},
		{"the letter that has the resize's number", false, KEY_RESIZE, KEY_RESIZE},
		{"F1", true, KEY_F(1), TUI_F(1)},
		{"F12", true, KEY_F(12), TUI_F(12)},
		{"F21 is nobody's", true, KEY_F(21), TUI_KEY_UNKNOWN},
		{"Enter", false, '\r', TUI_KEY_ENTER},
		{"Ctrl-J", false, '\n', TUI_KEY_ENTER},
		{"keypad Enter", true, KEY_ENTER, TUI_KEY_ENTER},
		{"DEL is Backspace", false, 0x7f, TUI_KEY_BACKSPACE},
		{"so is BS", false, 0x08, TUI_KEY_BACKSPACE},
		{"Esc", false, 0x1b, TUI_KEY_ESCAPE},
		{"Ctrl-S", false, 0x13, KEY_CONTROL('s')},
		{"NUL is no key", false, 0, TUI_KEY_UNKNOWN},
		{"C1 is no letter", false, 0x9b, TUI_KEY_UNKNOWN},
		{"nor is a direction mark", false, 0x202e, TUI_KEY_UNKNOWN},
		{"a mark that joins letters is typed text", false, 0x200d, 0x200d},
		{"a combining mark is typed text", false, 0x0301, 0x0301},
		{"a variant we defined", true, KEY_CODE(TUI_KEY_PASTE_BEGIN), TUI_KEY_PASTE_BEGIN},
		{"a keypad digit", true, KEY_PLAIN + '7', '7'},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (key_from_curses(rows[i].is_code, rows[i].got) != rows[i].key)
			fail_msg("%s: %#x", rows[i].why, key_from_curses(rows[i].is_code, rows[i].got));
}

static void letters_are_put_together_from_bytes(void **state)
{
	static const struct {
		const char *why, *bytes;
		tui_key keys[4];
	} rows[] = {
		{"two bytes", "\xc3\xab", {0xeb}},
		{"three", "\xe7\x8e\x8b", {0x738b}},
		{"four", "\xf0\x9f\x91\xa8", {0x1f468}},
		{"two letters", "\xc3\xab\xc5\x82", {0xeb, 0x142}},
		{"a rest without a beginning", "\x8b\xc3\xab", {TUI_KEY_UNKNOWN, 0xeb}},
		{"a beginning without its rest", "\xe7\x8e\xc3\xab", {0xeb}},
		{"overlong", "\xc0\xaf", {TUI_KEY_UNKNOWN, TUI_KEY_UNKNOWN}},
		{"a surrogate", "\xed\xa0\x80", {TUI_KEY_UNKNOWN}},
		{"beyond Unicode", "\xf4\x90\x80\x80", {TUI_KEY_UNKNOWN}},
		{"a C1 control", "\xc2\x9b", {TUI_KEY_UNKNOWN}},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct key_reader reader = {0};
		size_t count = 0;
		tui_key key;

		for (const char *at = rows[i].bytes; *at; at++)
			if (key_add_byte(&reader, (unsigned char)*at, &key) && key != rows[i].keys[count++])
				fail_msg("%s: key %zu is %#x", rows[i].why, count, key);
		if (count >= 4 || rows[i].keys[count])
			fail_msg("%s: %zu keys", rows[i].why, count);
	}
}

static void names_are_what_is_on_the_key(void **state)
{
	static const struct {
		tui_key key;
		const char *name;
	} rows[] = {
		{'a', "a"},
		{'?', "?"},
		{' ', "Space"},
		{KEY_CONTROL('s'), "Ctrl-S"},
		{0x105, "ą"},
		{TUI_F(2), "F2"},
		{TUI_F(20), "F20"},
		{TUI_KEY_ENTER, "Enter"},
		{TUI_KEY_ESCAPE, "Esc"},
		{0x738b, "王"},
		{TUI_KEY_UNKNOWN, "That key"},
		{TUI_KEY_WORD_LEFT, "Ctrl-Left"},
	};
	char name[16];

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_string_equal(tui_key_name(rows[i].key, name), rows[i].name);
}

static void letters_are_letters(void **state)
{
	(void)state;
	assert_true(tui_key_is_letter('a'));
	assert_true(tui_key_is_letter(0x105));
	assert_true(tui_key_is_letter(' '));
	assert_false(tui_key_is_letter(KEY_CONTROL('a')));
	assert_false(tui_key_is_letter(0x7f));
	assert_false(tui_key_is_letter(0x85));
	assert_false(tui_key_is_letter(TUI_KEY_UP));
	assert_false(tui_key_is_letter(TUI_F(1)));
}

static void a_row_is_found_by_any_of_its_keys(void **state)
{
	static const struct binding table[] = {
		{'b', TUI_F(3), 'B', 101, "Book", "Books."},
		{TUI_KEY_ENTER, 0, 0, OP_OPEN, "Open", "Opens."},
		{0},
	};

	(void)state;
	assert_int_equal(binding_find(table, 'b'), 101);
	assert_int_equal(binding_find(table, TUI_F(3)), 101);
	assert_int_equal(binding_find(table, 'B'), 101);
	assert_int_equal(binding_find(table, TUI_KEY_ENTER), OP_OPEN);
	assert_int_equal(binding_find(table, 'x'), OP_NONE);
	assert_int_equal(binding_find(table, 0), OP_NONE); /* an unused twin is no key */
	assert_int_equal(binding_find(NULL, 'b'), OP_NONE);
}

/* Two rows for one sequence would make the second a lie. */
static void no_sequence_is_taught_twice(void **state)
{
	(void)state;
	for (const struct key_variant *a = key_variants; a->bytes; a++)
		for (const struct key_variant *b = a + 1; b->bytes; b++)
			assert_string_not_equal(a->bytes, b->bytes);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_the_library_returns_becomes_our_key),
		cmocka_unit_test(letters_are_put_together_from_bytes),
		cmocka_unit_test(names_are_what_is_on_the_key),
		cmocka_unit_test(letters_are_letters),
		cmocka_unit_test(a_row_is_found_by_any_of_its_keys),
		cmocka_unit_test(no_sequence_is_taught_twice),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
