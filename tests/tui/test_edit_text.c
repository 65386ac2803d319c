/* The many-line editor: rows, undo, find, and 10^5 keys against a naive editor. */
#include "../../src/tui/wrap_rows.h"
#include "edit_model.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static struct edit_text *text_of(const char *text, int columns, int rows)
{
	struct edit_text *e;
	struct fault f = {0};

	assert_true(edit_text_create(&e, text, 4000, &f));
	edit_text_resize(e, columns + 1, rows); /* one column is the caret's */
	return e;
}

static void press(struct edit_text *e, tui_key key, int times)
{
	bool refused;

	while (times-- > 0)
		edit_text_key(e, key, &refused);
}

static void type(struct edit_text *e, const char *text)
{
	uint32_t code;

	for (size_t n; (n = text_decode(text, &code)) > 0; text += n)
		press(e, code, 1);
}

static const struct {
	const char *why;
	const char *text; /* shown ten cells wide */
	tui_key keys[6];
	size_t caret;
} moves[] = {
	{"Down goes to the same column of the next row",
	 "abcdef\nxyz\nklmnop",
	 {TUI_KEY_RIGHT, TUI_KEY_RIGHT, TUI_KEY_DOWN},
	 9},
	{"the column is kept across a short row", "abcdef\nx\nklmnop", {TUI_KEY_END, TUI_KEY_DOWN, TUI_KEY_DOWN}, 15},
	{"a wrapped row is a row", "one two three four", {TUI_KEY_DOWN}, 8},
	{"End stops before the blank the row was broken at", "one two three four", {TUI_KEY_END}, 7},
	{"End of a cut word stays on its row", "abcdefghijklmnop", {TUI_KEY_END}, 9},
	{"Home goes to the start of the row", "one two three four", {TUI_KEY_DOWN, TUI_KEY_RIGHT, TUI_KEY_HOME}, 8},
	{"Page Down stops at the last row", "a\nb\nc\nd", {TUI_KEY_PAGE_DOWN, TUI_KEY_PAGE_DOWN, TUI_KEY_PAGE_DOWN}, 6},
	{"Page Up stops at the first row", "a\nb\nc\nd", {TUI_KEY_PAGE_DOWN, TUI_KEY_PAGE_UP, TUI_KEY_PAGE_UP}, 0},
	{"a Chinese letter is passed whole", "漢字\nabcd", {TUI_KEY_RIGHT, TUI_KEY_DOWN}, 9},
	{"Down into the middle of a wide letter stands before it", "abcd\n漢字", {TUI_KEY_RIGHT, TUI_KEY_DOWN}, 5},
};

static void moving(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof moves / sizeof *moves; i++) {
		struct edit_text *e = text_of(moves[i].text, 10, 3);

		for (size_t k = 0; k < 6 && moves[i].keys[k]; k++)
			press(e, moves[i].keys[k], 1);
		if (edit_text_caret(e) != moves[i].caret)
			fail_msg("%s: at %zu", moves[i].why, edit_text_caret(e));
		edit_text_destroy(e);
	}
}

static void up_and_down_leave_at_the_ends(void **state)
{
	struct edit_text *e = text_of("one\ntwo", 20, 3);
	bool refused;

	(void)state;
	assert_false(edit_text_key(e, TUI_KEY_UP, &refused));
	assert_true(edit_text_key(e, TUI_KEY_DOWN, &refused));
	assert_false(edit_text_key(e, TUI_KEY_DOWN, &refused));
	assert_false(edit_text_key(e, TUI_KEY_TAB, &refused));
	edit_text_destroy(e);
}

static void typing_is_taken_back_by_words(void **state)
{
	struct edit_text *e = text_of("", 20, 3);

	(void)state;
	type(e, "Mother says");
	press(e, KEY_CONTROL('Z'), 1);
	assert_string_equal(edit_text_value(e), "Mother ");
	press(e, KEY_CONTROL('Z'), 1);
	assert_string_equal(edit_text_value(e), "");
	press(e, KEY_CONTROL('Y'), 2);
	assert_string_equal(edit_text_value(e), "Mother says");
	press(e, TUI_KEY_BACKSPACE, 4);
	press(e, KEY_CONTROL('Z'), 1); /* the four are one step */
	assert_string_equal(edit_text_value(e), "Mother says");
	edit_text_destroy(e);
}

static void a_hundred_steps_are_kept(void **state)
{
	struct edit_text *e = text_of("", 40, 3);

	(void)state;
	for (int n = 0; n < 120; n++)
		type(e, "word ");
	press(e, KEY_CONTROL('Z'), 100);
	assert_int_equal(edit_text_words(e), 20);
	edit_text_destroy(e);
}

static void pasted_text_keeps_its_lines(void **state)
{
	struct edit_text *e = text_of("", 40, 3);

	(void)state;
	assert_true(edit_text_insert(e, "one\r\ntwo\rthree\tfour\x1b[2J"));
	assert_string_equal(edit_text_value(e), "one\ntwo\nthree four[2J");
	press(e, KEY_CONTROL('Z'), 1);
	assert_string_equal(edit_text_value(e), "");
	edit_text_destroy(e);
}

static void room_is_kept(void **state)
{
	struct edit_text *e;
	bool refused;

	(void)state;
	assert_true(edit_text_create(&e, "abcd", 6, NULL));
	assert_false(edit_text_insert(e, "xyz"));
	assert_true(edit_text_insert(e, "xy"));
	assert_true(edit_text_key(e, 'z', &refused));
	assert_true(refused);
	assert_string_equal(edit_text_value(e), "xyabcd");
	edit_text_destroy(e);
}

static const struct {
	const char *why, *text, *folded;
	size_t caret;
	bool found;
} finds[] = {
	{"finds without regard to case", "the Core Group", "core", 4, true},
	{"finds a plain spelling of an accented name", "met Ọ̀ṣúndé there", "osunde", 4, true},
	{"an apostrophe does not matter", "by O'Brien", "obrien", 3, true},
	{"a line break is a blank", "core\n group", "core group", 0, true},
	{"from the top again", "Core", "core", 0, true},
	{"what is not there is not found", "core", "cure", 0, false},
	{"nothing is not found", "core", "", 0, false},
};

static void finding(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof finds / sizeof *finds; i++) {
		struct edit_text *e = text_of(finds[i].text, 40, 3);

		if (edit_text_find(e, finds[i].folded) != finds[i].found || edit_text_caret(e) != finds[i].caret)
			fail_msg("%s: at %zu", finds[i].why, edit_text_caret(e));
		edit_text_destroy(e);
	}
}

static void rows_mended_are_rows_measured_afresh(const struct wrap_rows *mended, const char *text, int step)
{
	struct wrap_rows fresh = {0};

	assert_true(wrap_rows_fit(&fresh, text, mended->columns));
	if (fresh.count != mended->count ||
	    memcmp(fresh.starts, mended->starts, fresh.count * sizeof *fresh.starts) != 0)
		fail_msg("step %d: %zu rows, not %zu, of \"%s\"", step, mended->count, fresh.count, text);
	wrap_rows_finish(&fresh);
}

static void wrapping_is_mended(void **state)
{
	static const char *const pieces[] = {"a",    " ",     "\n", "word ", "  ", "\xCC\x80", "字", "longlonglonglong",
					     "\n\n", "x y z "};
	uint64_t seed = 7;
	struct wrap_rows rows = {0};
	char text[600] = "";
	size_t length = 0;

	(void)state;
	assert_true(wrap_rows_fit(&rows, text, 11));
	for (int step = 0; step < 20000; step++) {
		const char *piece = pieces[next_number(&seed) % 10];
		size_t at = length ? next_number(&seed) % (length + 1) : 0, bytes = strlen(piece), removed = 0;

		while (((unsigned char)text[at] & 0xC0) == 0x80)
			at++;
		if (length > 400 || next_number(&seed) % 3 == 0) {
			removed = next_number(&seed) % (length - at + 1);
			while (((unsigned char)text[at + removed] & 0xC0) == 0x80)
				removed++;
			bytes = 0;
		}
		memmove(text + at + bytes, text + at + removed, length - at - removed + 1);
		memcpy(text + at, piece, bytes);
		length = length + bytes - removed;
		assert_true(wrap_rows_edit(&rows, text, at, removed, bytes));
		rows_mended_are_rows_measured_afresh(&rows, text, step);
	}
	wrap_rows_finish(&rows);
}

static void undo_and_redo_come_back(struct edit_text *e)
{
	char *before = strdup(edit_text_value(e));

	press(e, KEY_CONTROL('Z'), 15);
	press(e, KEY_CONTROL('Y'), 15);
	assert_string_equal(edit_text_value(e), before);
	free(before);
}

static void keys_at_random_agree_with_a_naive_editor(void **state)
{
	uint64_t seed = 20260402;
	struct edit_text *e = text_of("", 17, 4);
	struct model m = {.text = ""};

	(void)state;
	for (int n = 0; n < 100000; n++) {
		tui_key key = some_key(next_number(&seed));
		bool refused,
			typed = (tui_key_is_letter(key) && text_is_safe(key)) || key == '\n' || key == TUI_KEY_ENTER;

		edit_text_key(e, key, &refused);
		if (typed)
			assert_int_equal(refused, !model_type(&m, key == TUI_KEY_ENTER ? '\n' : key, 4000));
		else
			model_key(&m, key);
		if (!typed && key != TUI_KEY_LEFT && key != TUI_KEY_RIGHT && key != TUI_KEY_BACKSPACE &&
		    key != TUI_KEY_DELETE) { /* the naive editor knows no rows and no undo */
			strcpy(m.text, edit_text_value(e));
			m.caret = edit_text_caret(e);
		}
		if (strcmp(m.text, edit_text_value(e)) != 0 || m.caret != edit_text_caret(e))
			fail_msg("key %d (%x) of seed 20260402: caret %zu, not %zu", n, key, edit_text_caret(e),
				 m.caret);
		assert_true(strlen(m.text) <= 4000);
		if (n % 1000 == 0)
			undo_and_redo_come_back(e);
		m.caret = edit_text_caret(e);
		if (n % 5000 == 0)
			edit_text_resize(e, 3 + (int)(next_number(&seed) % 40), 5);
	}
	edit_text_destroy(e);
}

static void undoing_everything_gives_the_first_text(void **state)
{
	uint64_t seed = 11;

	(void)state;
	for (int round = 0; round < 200; round++) {
		struct edit_text *e = text_of("Ọ̀la and Siân\nلقاء 漢字", 9, 3);

		for (int n = 0; n < 150; n++) {
			tui_key key = some_key(next_number(&seed));

			if (key != KEY_CONTROL('Z') && key != KEY_CONTROL('Y'))
				press(e, key, 1);
		}
		press(e, KEY_CONTROL('Z'), 200);
		assert_string_equal(edit_text_value(e), "Ọ̀la and Siân\nلقاء 漢字");
		edit_text_destroy(e);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(moving),
		cmocka_unit_test(up_and_down_leave_at_the_ends),
		cmocka_unit_test(typing_is_taken_back_by_words),
		cmocka_unit_test(a_hundred_steps_are_kept),
		cmocka_unit_test(pasted_text_keeps_its_lines),
		cmocka_unit_test(room_is_kept),
		cmocka_unit_test(finding),
		cmocka_unit_test(wrapping_is_mended),
		cmocka_unit_test(keys_at_random_agree_with_a_naive_editor),
		cmocka_unit_test(undoing_everything_gives_the_first_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
