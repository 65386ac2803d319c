/* Drawing: clipping by cells, wide and combining characters, and that hostile text never reaches the terminal raw. */
#include "surface.h"
#include "term.h"

#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct paper {
	struct surface *surface;
	struct canvas_part room;
	struct canvas *canvas;
};

static void open_paper(struct paper *p, int rows, int columns, bool ascii)
{
	struct fault f = {0};

	if (!term_open_headless(rows, columns, &f))
		fail_msg("%s", f.message);
	p->surface = surface_create(TUI_COLOUR_NEVER, ascii);
	assert_non_null(p->surface);
	p->canvas = surface_begin(p->surface, &p->room);
}

static void close_paper(struct paper *p)
{
	surface_destroy(p->surface);
	term_close_headless();
}

static void assert_row(struct paper *p, const char *why, const char *expected)
{
	char *text = surface_text(p->surface);

	text[strcspn(text, "\n")] = '\0';
	if (strcmp(text, expected) != 0)
		fail_msg("%s: \"%s\", not \"%s\"", why, text, expected);
	free(text);
}

static void text_is_clipped_by_cells(void **state)
{
	static const struct {
		const char *why;
		int column, cells;
		const char *text, *shown;
		int used;
	} rows[] = {
		{"fits", 0, -1, "abc", "abc", 3},
		{"the right edge", 0, -1, "abcdefghijkl", "abcdefghij", 10},
		{"fewer cells than text", 0, 4, "abcdefgh", "abcd", 4},
		{"a wide character that would be split is left out", 0, -1, "abcdefghi王", "abcdefghi", 9},
		{"one that just fits stays", 0, -1, "abcdefgh王", "abcdefgh王", 10},
		{"a wide character in one cell", 0, 1, "王", "", 0},
		{"marks stay on their letter", 0, 3, "Ọ̀ṣún", "Ọ̀ṣú", 3},
		{"left of the canvas", -2, -1, "abcd", "cd", 4},
		{"half a wide character at the left", -1, -1, "王ab", " ab", 4},
		{"right of the canvas", 10, -1, "abc", "", 0},
		{"nothing", 0, -1, "", "", 0},
		{"no cells", 0, 0, "abc", "", 0},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct paper p;
		int used;

		open_paper(&p, 2, 10, false);
		used = canvas_text(p.canvas, 0, rows[i].column, rows[i].cells, TUI_TEXT, rows[i].text);
		assert_row(&p, rows[i].why, rows[i].shown);
		if (rows[i].column >= 0)
			assert_int_equal(used, rows[i].used);
		close_paper(&p);
	}
}

static void cells_are_padded_and_cut_with_a_sign(void **state)
{
	static const struct {
		const char *why;
		int cells;
		const char *text, *left, *right;
	} rows[] = {
		{"short", 6, "ab", "ab    |", "    ab|"},
		{"just fits", 6, "abcdef", "abcdef|", "abcdef|"},
		{"cut", 6, "abcdefg", "abcde…|", "abcde…|"},
		{"a wide one does not fit before the sign", 4, "ab王王", "ab… |", " ab…|"},
		{"one cell", 1, "ab", "…|", "…|"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct paper p;

		open_paper(&p, 2, 12, false);
		canvas_text(p.canvas, 0, 0, -1, TUI_TEXT, "xxxxxxxxxxxx");
		canvas_cell(p.canvas, 0, 0, rows[i].cells, TUI_TEXT, rows[i].text);
		canvas_text(p.canvas, 0, rows[i].cells, -1, TUI_TEXT, "|           ");
		assert_row(&p, rows[i].why, rows[i].left);
		canvas_text(p.canvas, 0, 0, rows[i].cells, TUI_TEXT, "xxxxxx");
		canvas_cell_right(p.canvas, 0, 0, rows[i].cells, TUI_TEXT, rows[i].text);
		assert_row(&p, rows[i].why, rows[i].right);
		close_paper(&p);
	}
}

static void hostile_text_is_shown_as_harmless_signs(void **state)
{
	static const struct {
		const char *why, *text, *shown;
	} rows[] = {
		{"ESC goes: it has no width", "a\033[2Jb", "a[2Jb"},
		{"BEL, backspace, carriage return go", "a\a\b\rb", "ab"},
		{"line breaks and tabs are blanks on one line", "a\nb\tc", "a b c"},
		{"DEL goes",
		 "a\x7f"
		 "b",
		 "ab"},
		{"C1 as a code point goes",
		 "a\xc2\x9b"
		 "2Jb",
		 "a2Jb"},
		{"C1 as a raw byte is a broken one",
		 "a\x9b"
		 "2Jb",
		 "a\xef\xbf\xbd"
		 "2Jb"},
		{"direction marks go", "a\u202eb\u2066c\u200fd", "abcd"},
		{"invisible marks go", "a\u200bb\ufeffc\u2060d", "abcd"},
		{"line separators are not lines", "a\u2028b", "ab"},
		{"broken UTF-8", "a\xc3(b", "a\xef\xbf\xbd(b"},
		{"overlong",
		 "a\xc0\xaf"
		 "b",
		 "a\xef\xbf\xbd\xef\xbf\xbd"
		 "b"},
		{"a surrogate",
		 "a\xed\xa0\x80"
		 "b",
		 "a\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"
		 "b"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct paper p;

		open_paper(&p, 2, 20, false);
		canvas_text(p.canvas, 0, 0, -1, TUI_TEXT, rows[i].text);
		assert_row(&p, rows[i].why, rows[i].shown);
		close_paper(&p);
	}
}

/* Every code point there is, eight at a time between letters: nothing but safe ones comes out, and letters stay in
 * place. */
static void no_unsafe_code_point_reaches_the_screen(void **state)
{
	struct paper p;

	open_paper(&p, 1, 40, false);
	(void)state;
	for (uint32_t first = 1; first < 0x110000; first += 8) {
		char text[64] = "", *shown;
		uint32_t code;

		if (first >= 0x20000 && first < 0xE0000 && first % 4096 != 1)
			continue; /* rare ideographs, unassigned planes: a sample */
		for (uint32_t c = first; c < first + 8; c++) {
			char bytes[5];

			text_encode(c, bytes);
			strcat(text, bytes);
		}
		surface_begin(p.surface, &p.room);
		canvas_text(p.canvas, 0, 0, -1, TUI_TEXT, text);
		shown = surface_text(p.surface);
		shown[strcspn(shown, "\n")] = '\0';
		for (const char *at = shown; *at; at += text_decode(at, &code)) {
			text_decode(at, &code);
			if (code != 0xFFFD && !text_is_safe(code))
				fail_msg("U+%04X came through from U+%04X", code, first);
		}
		free(shown);
	}
	close_paper(&p);
}

static void long_clusters_keep_their_first_marks(void **state)
{
	struct paper p;

	open_paper(&p, 1, 10, false);
	(void)state;
	canvas_text(p.canvas, 0, 0, -1, TUI_TEXT, "a\u0301\u0302\u0303\u0304\u0305\u0306z");
	assert_row(&p, "five code points are what a cell holds", "a\u0301\u0302\u0303\u0304z");
	close_paper(&p);
}

/* A vowel sign that stands beside its letter has a cell of its own in terminals: leaving it out would misspell the
 * name. */
static void vowel_signs_beside_their_letter_are_drawn(void **state)
{
	static const struct {
		const char *why, *text;
		int used;
	} rows[] = {
		{"Hindi", "का|", 3},   {"Hindi, sign before its letter", "कि|", 3},         {"Tamil", "ரா|", 3},
		{"Bengali", "মো|", 3}, {"Korean letters joined", "\u1112\u1161\u11ab|", 3},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct paper p;

		open_paper(&p, 1, 10, false);
		assert_int_equal(canvas_text(p.canvas, 0, 0, -1, TUI_TEXT, rows[i].text), rows[i].used);
		assert_row(&p, rows[i].why, rows[i].text);
		close_paper(&p);
	}
}

static void ascii_has_plain_lines_and_signs(void **state)
{
	struct paper p;

	open_paper(&p, 1, 10, true);
	(void)state;
	canvas_rule(p.canvas, 0);
	assert_row(&p, "rule", "----------");
	canvas_cell(p.canvas, 0, 0, 10, TUI_TEXT, "Zoë ×2 · and more");
	assert_row(&p, "names stay, signs are plain", "Zoë x2 - ~");
	close_paper(&p);
}

static void parts_clip_to_themselves(void **state)
{
	struct paper p;
	struct canvas_part room, inner_room;
	struct canvas *part, *inner;

	open_paper(&p, 3, 10, false);
	part = canvas_part(p.canvas, &room, 0, 2, 1, 5);
	(void)state;
	canvas_text(part, 0, 0, -1, TUI_TEXT, "abcdefgh");
	canvas_text(part, 1, 0, -1, TUI_TEXT, "never");
	assert_row(&p, "five cells from the third", "  abcde");
	inner = canvas_part(part, &inner_room, 0, 3, 9, 9);
	assert_int_equal(canvas_rows(inner), 1);
	assert_int_equal(canvas_columns(inner), 2);
	canvas_text(inner, 0, 0, -1, TUI_TEXT, "XYZ");
	assert_row(&p, "a part of a part", "  abcXY");
	inner = canvas_part(part, &inner_room, 5, 5, 5, 5);
	assert_int_equal(canvas_rows(inner), 0);
	canvas_text(inner, 0, 0, -1, TUI_TEXT, "never");
	canvas_cursor(inner, 0, 0);
	close_paper(&p);
}

static void paragraphs_wrap_between_words(void **state)
{
	struct paper p;
	char *text;

	open_paper(&p, 4, 10, false);
	(void)state;
	assert_int_equal(canvas_paragraph(p.canvas, 0, 0, -1, 4, TUI_TEXT, "one two three\nfour"), 3);
	text = surface_text(p.surface);
	assert_ptr_equal(strstr(text, "one two\nthree\nfour\n"), text);
	free(text);
	assert_int_equal(canvas_paragraph(p.canvas, 0, 0, -1, 2, TUI_TEXT, "one two three\nfour"), 2);
	close_paper(&p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_is_clipped_by_cells),
		cmocka_unit_test(cells_are_padded_and_cut_with_a_sign),
		cmocka_unit_test(hostile_text_is_shown_as_harmless_signs),
		cmocka_unit_test(no_unsafe_code_point_reaches_the_screen),
		cmocka_unit_test(long_clusters_keep_their_first_marks),
		cmocka_unit_test(vowel_signs_beside_their_letter_are_drawn),
		cmocka_unit_test(ascii_has_plain_lines_and_signs),
		cmocka_unit_test(parts_clip_to_themselves),
		cmocka_unit_test(paragraphs_wrap_between_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
