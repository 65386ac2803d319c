/* Names from many languages, broken bytes and long runs through every text function. */
#include "base/text.h"
#include "hostile_text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct arena mem;

static int tear_down(void **state)
{
	(void)state;
	arena_finish(&mem);
	return 0;
}

static void test_code_points(void **state)
{
	static const struct {
		const char *why, *text;
		uint32_t code;
		size_t bytes;
	} rows[] = {
		{"the end", "", 0, 0},
		{"ASCII", "A", 'A', 1},
		{"two bytes", "é", 0xE9, 2},
		{"three", "ọ", 0x1ECD, 3},
		{"four", "😀", 0x1F600, 4},
		{"a lone continuation", "\x80", 0xFFFD, 1},
		{"cut short by the end", "\xE2\x82", 0xFFFD, 1},
		{"an overlong slash", "\xC0\xAF", 0xFFFD, 1},
		{"a surrogate", "\xED\xA0\x80", 0xFFFD, 1},
		{"above the last", "\xF4\x90\x80\x80", 0xFFFD, 1},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		uint32_t code = 1;

		if (text_decode(rows[i].text, &code) != rows[i].bytes || code != rows[i].code)
			fail_msg("%s", rows[i].why);
	}
}

static void test_every_code_point_round_trips(void **state)
{
	(void)state;
	for (uint32_t code = 1; code <= 0x10FFFF; code++) {
		char bytes[5];
		uint32_t back;
		size_t n = text_encode(code, bytes);

		if (code >= 0xD800 && code <= 0xDFFF) {
			assert_int_equal(n, 0);
			continue;
		}
		assert_int_equal(text_decode(bytes, &back), n);
		assert_int_equal(back, code);
		assert_true(text_is_utf8(bytes, n));
		assert_false(n > 1 && text_is_utf8(bytes, n - 1));
	}
	assert_int_equal(text_encode(0x110000, (char[5]){0}), 0);
	assert_true(text_is_utf8("", 0));
	assert_true(text_is_utf8("a\0b", 3));
}

static void test_clusters_and_cells(void **state)
{
	static const struct {
		const char *why, *text;
		size_t first; /* bytes of the first cluster */
		int cells;    /* of the whole */
	} rows[] = {
		{"nothing", "", 0, 0},
		{"plain", "Amina", 1, 5},
		{"composed", "Éva", 2, 3},
		{"decomposed", "E\xCC\x81va", 3, 3},
		{"two marks on one letter", "o\xCC\xA3\xCC\x80", 5, 1},
		{"Yoruba", "Ọ̀ṣúndé", 5, 6},
		{"Chinese takes two cells", "王伟", 3, 4},
		{"Hangul spelt out in jamo", "\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB", 9, 2},
		{"a family is one", "👨‍👩‍👧", 18, 2},
		{"a skin tone", "👍🏽", 8, 2},
		{"a lone mark still takes a cell", "\xCC\x81", 2, 1},
		{"Arabic", "فاطمة", 2, 5},
		{"Devanagari: terminals set the vowel sign beside its letter", "कि", 6, 2},
		{"a broken byte takes a cell",
		 "\xFF"
		 "a",
		 1, 2},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		if (text_cluster(rows[i].text) != rows[i].first)
			fail_msg("%s: first cluster of %zu bytes", rows[i].why, text_cluster(rows[i].text));
		if (text_width(rows[i].text) != rows[i].cells)
			fail_msg("%s: %d cells", rows[i].why, text_width(rows[i].text));
	}
	assert_int_equal(text_cluster("\r\nx"), 2);
	assert_int_equal(text_width_n("abc", 2), 2);
	assert_int_equal(text_width_n("ab", 9), 2);
}

static void test_stepping_back_meets_every_start(void **state)
{
	static const char *const texts[] = {"Ọ̀ṣúndé",         "👨‍👩‍👧x", "a\xFF\x80\x80z",
					    "Łukasz O’Neill", "王伟e\xCC\x81",       "\x80\x80\x80\x80\x80\x80",
					    "a\r\nb"};

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		size_t starts[64], count = 0, at = 0;

		while (texts[i][at]) {
			starts[count++] = at;
			at += text_cluster(texts[i] + at);
		}
		while (count-- > 0) {
			at -= text_cluster_before(texts[i], at);
			assert_int_equal(at, starts[count]);
		}
		assert_int_equal(text_cluster_before(texts[i], 0), 0);
	}
}

static void test_clipping(void **state)
{
	(void)state;
	assert_int_equal(text_clip("Amina", 3), 3);
	assert_int_equal(text_clip("Amina", 9), 5);
	assert_int_equal(text_clip("王伟", 3), 3); /* half a character is none */
	assert_int_equal(text_clip("abc", 0), 0);
	assert_int_equal(text_clip("abc", -1), 0);
	assert_string_equal(text_clipped(&mem, "Amina Yusuf", 11), "Amina Yusuf");
	assert_string_equal(text_clipped(&mem, "Amina Yusuf", 8), "Amina Y…");
	assert_string_equal(text_clipped(&mem, "王伟王伟", 4), "王…");
	assert_string_equal(text_clipped(&mem, "abc", 1), "…");
	assert_string_equal(text_clipped(&mem, "abc", 0), "");
	assert_string_equal(text_clipped(&mem, "", 0), "");
}

static void test_wrapping(void **state)
{
	static const struct {
		const char *why, *text;
		int cells;
		const char *lines; /* joined by "|" */
	} rows[] = {
		{"nothing", "", 10, ""},
		{"fits", "one two", 7, "one two"},
		{"breaks at the blank", "one two", 6, "one|two"},
		{"the blank itself need not fit", "one two", 3, "one|two"},
		{"a run of blanks is one break", "one    two", 5, "one|two"},
		{"a long word is cut", "abcdefgh", 3, "abc|def|gh"},
		{"its end keeps company", "abcdef gh", 4, "abcd|ef|gh"},
		{"line breaks stay", "one\ntwo", 10, "one|two"},
		{"an empty line stays", "one\n\ntwo", 10, "one||two"},
		{"a blank before a break makes no empty line", "hello \nworld", 5, "hello|world"},
		{"as Windows writes them", "one\r\n\r\ntwo\r\n", 10, "one||two"},
		{"an empty first line", "\none", 10, "|one"},
		{"a last break opens no line", "one\n", 10, "one"},
		{"wide characters", "王伟王", 3, "王|伟|王"},
		{"too narrow for one still moves on", "王伟", 1, "王|伟"},
		{"no cells at all", "ab", 0, "a|b"},
		{"an indented long word does not leave an empty line", "  abcdefgh", 6, "  abcd|efgh"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const char *text = rows[i].text;
		char got[100] = "";
		size_t used, shown;

		for (int line = 0; (used = text_wrap(text, rows[i].cells, &shown)) > 0; line++, text += used) {
			if (line)
				strcat(got, "|");
			strncat(got, text, shown);
		}
		assert_int_equal(shown, 0);
		if (strcmp(got, rows[i].lines) != 0)
			fail_msg("%s: %s", rows[i].why, got);
	}
}

static void test_folding(void **state)
{
	static const struct {
		const char *why, *text, *folded;
	} rows[] = {
		{"nothing", "", ""},
		{"case and outer blanks", "  Amina  YUSUF ", "amina yusuf"},
		{"apostrophe", "O'Brien", "obrien"},
		{"the printer's apostrophe", "O’Brien", "obrien"},
		{"an acute accent for one",
		 "O\xC2\xB4"
		 "Brien",
		 "obrien"},
		{"fada", "Ó Briain", "o briain"},
		{"hyphen", "Smith-Jones", "smith jones"},
		{"Yoruba", "Ọ̀ṣúndé", "osunde"},
		{"the same decomposed", "O\xCC\xA3\xCC\x80s\xCC\xA3u\xCC\x81nde\xCC\x81", "osunde"},
		{"Polish", "Łukasz Żółć", "lukasz zolc"},
		{"Danish", "Bjørn Ærø", "bjorn aero"},
		{"German", "Groß", "gross"},
		{"and its capital", "GROẞ", "gross"},
		{"Turkish dotted", "İrem", "irem"},
		{"Turkish dotless", "Işık", "isik"},
		{"Vietnamese", "Nguyễn Đức", "nguyen duc"},
		{"Hausa", "Ɓala Ƙasim", "bala kasim"},
		{"Welsh", "Siân Llŷr", "sian llyr"},
		{"Romanian", "Ștefan Țîru", "stefan tiru"},
		{"a ligature", "ﬁona", "fiona"},
		{"Greek case", "ΣΟΦΊΑ", "σοφια"},
		{"Arabic stays, its vowel marks go", "مُحَمَّد", "محمد"},
		{"Chinese stays", "王伟", "王伟"},
		{"Hindi vowel signs do not cut words", "राधिका", "राधिका"},
		{"figures and punctuation", "Flat 2, 14/16 High St.", "flat 2 14 16 high st"},
		{"a zero-width joiner is nothing",
		 "a\xE2\x80\x8D"
		 "b",
		 "ab"},
		{"broken bytes are a gap",
		 "a\xFF"
		 "b",
		 "a b"},
		{"only punctuation", "--- ' !", ""},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char *folded = text_fold(&mem, rows[i].text);

		if (strcmp(folded, rows[i].folded) != 0)
			fail_msg("%s: %s", rows[i].why, folded);
		assert_string_equal(text_fold(&mem, folded), folded); /* folding again changes nothing */
	}
}

static void test_every_code_point_folds_once(void **state)
{
	(void)state;
	for (uint32_t code = 1; code <= 0x1FFFF; code++) {
		struct arena once = {0};
		char bytes[5];
		char *folded;

		text_encode(code, bytes);
		folded = text_fold(&once, bytes);
		if (strcmp(text_fold(&once, folded), folded) != 0)
			fail_msg("U+%04X folds to %s and then to something else", code, folded);
		arena_finish(&once);
	}
}

static const struct {
	const char *why, *text;
	bool lines;
	const char *tidy; /* NULL: refused */
} tidied[] = {
	{"nothing", "", false, ""},
	{"blanks alone", " \t ", false, ""},
	{"outer and inner blanks", "  Amina \t Yusuf ", false, "Amina Yusuf"},
	{"a non-breaking blank",
	 "Amina\xC2\xA0"
	 "Yusuf",
	 false, "Amina Yusuf"},
	{"never normalised", "E\xCC\x81va", false, "E\xCC\x81va"},
	{"an escape is refused", "a\x1b[31m", false, NULL},
	{"a delete is refused", "a\x7f", false, NULL},
	{"C1 is refused", "a\xC2\x9B", false, NULL},
	{"a line separator is refused",
	 "a\xE2\x80\xA8"
	 "b",
	 false, NULL},
	{"no character is refused: XML could not hold it", "a\xEF\xBF\xBF", false, NULL},
	{"broken bytes are refused", "a\xFF", false, NULL},
	{"a line break in a name is refused", "a\nb", false, NULL},
	{"and stays in a text", "a\nb", true, "a\nb"},
	{"as Windows writes it", "a\r\nb", true, "a\nb"},
	{"as old Macs did", "a\rb", true, "a\nb"},
	{"blanks about a break go", "a \n  b", true, "a\nb"},
	{"outer empty lines go", "\n\n a\n\nb\n \n", true, "a\n\nb"},
	{"a byte order mark goes",
	 "\xEF\xBB\xBF"
	 "Amina",
	 false, "Amina"},
	{"direction marks go",
	 "\xE2\x80\xAE"
	 "anima\xE2\x80\xAC",
	 false, "anima"},
	{"a zero-width blank goes",
	 "Ami\xE2\x80\x8B"
	 "na",
	 false, "Amina"},
	{"a soft hyphen goes",
	 "Ami\xC2\xAD"
	 "na",
	 false, "Amina"},
	{"a joiner inside a word stays",
	 "می\xE2\x80\x8C"
	 "خواهم",
	 false,
	 "می\xE2\x80\x8C"
	 "خواهم"},
	{"one at the start goes",
	 "\xE2\x80\x8D"
	 "a",
	 false, "a"},
	{"one at the end goes", "a\xE2\x80\x8D ", false, "a"},
};

static void test_tidying(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof tidied / sizeof *tidied; i++) {
		char *tidy = text_tidy(&mem, tidied[i].text, tidied[i].lines);

		if (!tidy != !tidied[i].tidy || (tidy && strcmp(tidy, tidied[i].tidy) != 0))
			fail_msg("%s: %s", tidied[i].why, tidy ? tidy : "refused");
		if (tidy)
			assert_string_equal(text_tidy(&mem, tidy, tidied[i].lines), tidy);
	}
}

static void test_the_last_gate(void **state)
{
	static const struct {
		const char *why, *text;
		bool lines;
		const char *safe;
	} rows[] = {
		{"plain text is untouched", "Amina Yusuf", false, "Amina Yusuf"},
		{"so is every script", "Ọ̀ṣúndé 王伟 فاطمة", false, "Ọ̀ṣúndé 王伟 فاطمة"},
		{"an escape", "a\x1b[2Jb", false, "a�[2Jb"},
		{"a mail header's line break", "a\r\nBcc: b", false, "a��Bcc: b"},
		{"a line break where lines are", "a\nb", true, "a\nb"},
		{"a carriage return even there", "a\rb", true, "a�b"},
		{"a tab", "a\tb", false, "a�b"},
		{"C1 control sequence introducer",
		 "\xC2\x9B"
		 "31m",
		 false, "�31m"},
		{"a right-to-left override",
		 "\xE2\x80\xAE"
		 "abc",
		 false, "�abc"},
		{"a paragraph separator", "\xE2\x80\xA9", true, "�"},
		{"one bad byte, one mark", "\xFF\xFE", false, "��"},
		{"a delete", "\x7f", false, "�"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char *safe = text_safe(&mem, rows[i].text, rows[i].lines);

		if (strcmp(safe, rows[i].safe) != 0)
			fail_msg("%s: %s", rows[i].why, safe);
		assert_string_equal(text_safe(&mem, safe, rows[i].lines), safe);
	}
	for (uint32_t code = 0; code < 0xA0; code++)
		assert_int_equal(text_is_safe(code), code >= 0x20 && code < 0x7F);
	assert_false(text_is_safe(0xD800));
	assert_false(text_is_safe(0x110000));
}

/* Every code point of every class that must not be shown, and longer sequences of them. */
static void test_no_hostile_text_passes(void **state)
{
	int tried = 0;

	(void)state;
	for (size_t i = 0; i < HOSTILE_RANGES; i++)
		for (uint32_t code = hostile_ranges[i].first; code <= hostile_ranges[i].last; code++, tried++)
			if (text_is_safe(code))
				fail_msg("U+%04X passes: %s", code, hostile_ranges[i].class);
	for (size_t i = 0; i < HOSTILE_SEQUENCES; i++, tried++) {
		const char *at = text_safe(&mem, hostile_sequences[i].bytes, false);
		uint32_t code;

		for (size_t n; (n = text_decode(at, &code)) > 0; at += n)
			if (is_hostile(code))
				fail_msg("U+%04X passes: %s", code, hostile_sequences[i].class);
		arena_reset(&mem);
	}
	print_message("%d code points and sequences of %d classes\n", tried, HOSTILE_RANGES + HOSTILE_SEQUENCES);
	/* What stands between letters of real names and words does. */
	for (const char *at = "\u200C\u200D\u0301\uFE0F\u0640\u0605\u06DD"; *at; at += text_cluster(at)) {
		uint32_t code;

		assert_true(text_decode(at, &code) > 0);
		assert_true(text_is_safe(code));
	}
}

static uint64_t next_random(uint64_t *seed)
{
	uint64_t z = (*seed += 0x9E3779B97F4A7C15u);

	z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
	return z ^ (z >> 31);
}

/* Random bytes: clusters cover the text, the parts' cells add up, wrapping shows all but blanks, nothing unsafe leaves.
 */
static void test_random_bytes(void **state)
{
	static const char *const pieces[] = {"a", " ",    "\r",   "\n",       "é",    "\xCC\x81", "王", "\xE2\x80\x8D",
					     "👩", "\xFF", "\x80", "\xE2\x82", "\x1b", "🇬",        "-"};
	uint64_t seed = 7;

	(void)state;
	for (int round = 0; round < 20000; round++) {
		char text[128] = "";
		const char *safe;
		int cells = 0, wide = (int)(next_random(&seed) % 12);
		size_t at = 0, shown, used;

		for (uint64_t n = next_random(&seed) % 16; n > 0; n--)
			strcat(text, pieces[next_random(&seed) % (sizeof pieces / sizeof *pieces)]);
		while (text[at]) {
			size_t n = text_cluster(text + at);

			assert_true(n > 0 && n <= strlen(text + at));
			cells += text_width_n(text + at, n);
			at += n;
		}
		assert_int_equal(cells, text_width(text));
		assert_true(text_width_n(text, text_clip(text, wide)) <= wide);
		for (at = 0; (used = text_wrap(text + at, wide, &shown)) > 0; at += used)
			assert_true(shown <= used && !memchr(text + at, '\n', shown));
		assert_int_equal(at, strlen(text));
		safe = text_safe(&mem, text, false);
		assert_true(text_is_utf8(safe, strlen(safe)));
		assert_null(strpbrk(safe, "\x1b\n"));
		arena_reset(&mem);
	}
}

static void test_words_that_begin(void **state)
{
	static const struct {
		const char *name, *typed;
		bool begins;
		const char *why;
	} rows[] = {
		{"K. Evans, Ashfield School", "eva", true, "in the middle of the words"},
		{"K. Evans, Ashfield School", "sch eva", true, "in any order"},
		{"K. Evans, Ashfield School", "vans", false, "inside a word is not its beginning"},
		{"K. Evans, Ashfield School", "eva sutton", false, "every word must be there"},
		{"Ọláńrewájú Zoë", "zoe olan", true, "without accents and capitals"},
		{"Sam", "", true, "nothing typed leaves nobody out"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (text_begins_words(&mem, rows[i].name, rows[i].typed) != rows[i].begins)
			fail_msg("%s: %s, %s", rows[i].why, rows[i].name, rows[i].typed);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_code_points),
		cmocka_unit_test(test_every_code_point_round_trips),
		cmocka_unit_test(test_clusters_and_cells),
		cmocka_unit_test(test_stepping_back_meets_every_start),
		cmocka_unit_test(test_clipping),
		cmocka_unit_test(test_wrapping),
		cmocka_unit_test(test_folding),
		cmocka_unit_test(test_every_code_point_folds_once),
		cmocka_unit_test(test_words_that_begin),
		cmocka_unit_test(test_tidying),
		cmocka_unit_test(test_the_last_gate),
		cmocka_unit_test(test_no_hostile_text_passes),
		cmocka_unit_test(test_random_bytes),
	};
	return cmocka_run_group_tests(tests, NULL, tear_down);
}
