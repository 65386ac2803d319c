/* Documents become pages that print, read aloud and search as they should. Looked at with another program's eyes. */
#include "letter/press.h"

#include "pdf_view.h"

#include <ctype.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

struct desk {
	struct arena mem;
	struct document document;
	struct press_bytes pdf;
	struct fault fault;
	int pages;
};

static int begin(void **state)
{
	static struct desk desk;

	memset(&desk, 0, sizeof desk);
	desk.document = (struct document){.title = "Invitation to a review conference",
					  .classification = "OFFICIAL-SENSITIVE",
					  .reference = "C-0421",
					  .language = "en-GB"};
	*state = &desk;
	return 0;
}

static int finish(void **state)
{
	arena_finish(&((struct desk *)*state)->mem);
	return 0;
}

static void say(struct desk *desk, enum block_kind kind, const char *label, const char *text)
{
	struct block *block = ARENA_PUSH(&desk->mem, &desk->document.blocks);

	assert_non_null(block);
	*block = (struct block){.kind = kind, .label = label, .text = text};
}

static void print(struct desk *desk)
{
	const struct document *documents[] = {&desk->document};

	if (!press_pdf(documents, 1, &desk->mem, &desk->pdf, &desk->pages, &desk->fault))
		fail_msg("%s (%s)", desk->fault.message, desk->fault.detail);
}

static const char *words(struct desk *desk)
{
	return pdf_view("pdftotext -layout %s -", &desk->pdf, &desk->mem);
}

static void assert_says(struct desk *desk, const char *text, const char *expected)
{
	(void)desk;
	if (!strstr(text, expected))
		fail_msg("\"%s\" is not in:\n%s", expected, text);
}

static void letter(struct desk *desk)
{
	say(desk, BLOCK_ADDRESS, "", "Ms Oluwaseun Adébáyọ̀\n14 Balaam Street\nLondon\nE13 8AQ");
	say(desk, BLOCK_HEADING, "", "Your child protection conference");
	say(desk, BLOCK_PARAGRAPH, "", "Dear Ms Adébáyọ̀,");
	say(desk, BLOCK_ROW, "When", "Thursday 2 April 2026 at 10:00");
	say(desk, BLOCK_ROW, "Where", "Room 3, 1000 Dockside Road, London");
	say(desk, BLOCK_PARAGRAPH, "", "You can give your views in another way:");
	say(desk, BLOCK_ITEM, "", "in a letter to the chair");
	say(desk, BLOCK_ITEM, "", "through an advocate");
	say(desk, BLOCK_RULE, "", "");
	say(desk, BLOCK_LINES, "", "3");
}

static void everything_that_is_said_is_printed(void **state)
{
	struct desk *desk = *state;
	const char *text;

	letter(desk);
	print(desk);
	text = words(desk);
	assert_int_equal(desk->pages, 1);
	assert_says(desk, text, "14 Balaam Street\n");
	assert_says(desk, text, "Your child protection conference");
	assert_says(desk, text, "Thursday 2 April 2026 at 10:00");
	assert_says(desk, text, "through an advocate");
	assert_says(desk, text, "C-0421");
	assert_says(desk, text, "OFFICIAL-SENSITIVE");
	assert_says(desk, text, "page 1 of 1");
}

static void any_script_is_printed_and_comes_back(void **state)
{
	/* A word each: right-to-left text comes back in reading order, but its blanks and marks are the reader's. */
	static const struct {
		const char *why, *text;
	} scripts[] = {
		{"Yoruba, with marks that stand on marks", "Ọ̀ṣúndé"},
		{"Vietnamese", "Nguyễn"},
		{"Polish", "Łukasiewicz"},
		{"Romanian", "Ștefănescu"},
		{"Turkish", "Işıkçı"},
		{"Greek", "Παπαδόπουλος"},
		{"Cyrillic", "Шевченко"},
		{"Bengali", "সালমা"},
		{"Gurmukhi", "ਪੰਜਾਬੀ"},
		{"Gujarati", "ગુજરાતી"},
		{"Devanagari", "हिन्दी"},
		{"Tamil", "தமிழ்"},
		{"Ethiopic", "አማርኛ"},
		{"Chinese", "欧阳修"},
		{"an apostrophe as type has it", "O’Sullivan"},
	};
	struct desk *desk = *state;
	const char *text;

	for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++)
		say(desk, BLOCK_PARAGRAPH, "", scripts[i].text);
	print(desk);
	text = pdf_view("pdftotext -raw %s -", &desk->pdf, &desk->mem);
	for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++)
		if (!strstr(text, scripts[i].text))
			fail_msg("%s is not in:\n%s", scripts[i].why, text);
	assert_null(strstr(pdf_view("pdffonts %s", &desk->pdf, &desk->mem), " no  "));
}

/* The reader's idea of blanks and of direction marks left out. */
static char *letters_only(struct desk *desk, const char *text)
{
	char *out = arena_text(&desk->mem, text), *to = out;

	for (const char *from = out; *from;)
		if (strncmp(from, "\xe2\x80", 2) == 0)
			from += 3;
		else if (isspace((unsigned char)*from))
			from++;
		else
			*to++ = *from++;
	*to = '\0';
	return out;
}

static void what_is_read_from_the_right_begins_there(void **state)
{
	struct desk *desk = *state;
	const char *text;
	double left = 0;

	say(desk, BLOCK_ITEM, "", "مرحبا بكم");
	print(desk);
	text = pdf_view("pdftotext -layout %s -", &desk->pdf, &desk->mem);
	assert_says(desk, letters_only(desk, text), "مرحبابكم");
	text = strstr(pdf_view("pdftotext -bbox %s -", &desk->pdf, &desk->mem), "<word xMin=\"");
	assert_non_null(text);
	left = strtod(text + strlen("<word xMin=\""), NULL);
	assert_true(left > 300);
}

static void what_readers_and_machines_are_told(void **state)
{
	struct desk *desk = *state;
	const char *about;

	letter(desk);
	desk->document.title = "Einladung für Ọ̀ṣúndé";
	print(desk);
	about = pdf_view("pdfinfo -isodates %s", &desk->pdf, &desk->mem);
	assert_says(desk, about, "Title:           Einladung für Ọ̀ṣúndé\n");
	assert_says(desk, about, "Tagged:          yes");
	assert_says(desk, about, "(A4)");
	assert_null(strstr(about, "CreationDate"));
	about = pdf_view("pdfinfo -struct-text %s", &desk->pdf, &desk->mem);
	assert_says(desk, about, "Document");
	assert_says(desk, about, "  H1 (block)\n    \"Your child protection conference\"");
	assert_says(desk, about, "      TH\n        \"When\"\n      TD\n        \"Thursday 2 April 2026 at 10:00\"");
	assert_says(desk, about, "    LI (block)\n      LBody (block)\n        \"in a letter to the chair\"");
	assert_null(strstr(about, "Warning"));
	assert_null(strstr(about, "page 1 of 1"));
}

static void the_same_letter_gives_the_same_bytes(void **state)
{
	struct desk *desk = *state;
	struct press_bytes first;

	letter(desk);
	print(desk);
	first = desk->pdf;
	say(desk, BLOCK_PARAGRAPH, "", "Another letter in between.");
	print(desk);
	assert_false(first.count == desk->pdf.count && memcmp(first.bytes, desk->pdf.bytes, first.count) == 0);
	desk->document.blocks.count--;
	print(desk);
	assert_int_equal(first.count, desk->pdf.count);
	assert_memory_equal(first.bytes, desk->pdf.bytes, first.count);
}

static const char *sentence(struct desk *desk, int words_in_it, const char *name)
{
	char *text = arena_text(&desk->mem, "");

	for (int i = 0; i < words_in_it; i++)
		text = arena_printf(&desk->mem, "%s%s%d ", text, name, i);
	return text;
}

/* Pages of the document as their lines, the foot left out. */
static size_t page_lines(struct desk *desk, int page, const char *out[static 200])
{
	char *text = pdf_view(arena_printf(&desk->mem, "pdftotext -f %d -l %d %%s -", page, page), &desk->pdf,
			      &desk->mem);
	size_t count = 0;

	for (char *line = strtok(text, "\n\f"); line && count < 200; line = strtok(NULL, "\n\f"))
		if (!strstr(line, "C-0421") && !strstr(line, "OFFICIAL-") && strncmp(line, "page ", 5) != 0)
			out[count++] = line;
	return count;
}

/* Whatever stands before it, a heading is never the last line of a page and no paragraph leaves one line alone. */
static void headings_and_lines_are_never_left_alone(void **state)
{
	struct desk *desk = *state;
	int parted = 0;

	for (int before = 30; before < 46; before++) {
		const char *lines[200];
		size_t count;
		int shown = 0;

		desk->document.blocks.count = 0;
		for (int i = 0; i < before; i++)
			say(desk, BLOCK_ROW, "Row", "value");
		say(desk, BLOCK_HEADING, "", "The heading");
		say(desk, BLOCK_PARAGRAPH, "", sentence(desk, 60, "word"));
		print(desk);
		assert_in_range(desk->pages, 1, 2);
		count = page_lines(desk, 1, lines);
		assert_true(count > 0 && strcmp(lines[count - 1], "The heading") != 0);
		for (size_t i = 0; i < count; i++)
			shown += strncmp(lines[i], "word", 4) == 0;
		if (desk->pages == 1)
			continue;
		assert_int_not_equal(shown, 1);
		parted += shown > 1;
		shown = 0;
		count = page_lines(desk, 2, lines);
		for (size_t i = 0; i < count; i++)
			shown += strncmp(lines[i], "word", 4) == 0;
		assert_int_not_equal(shown, 1);
	}
	assert_true(parted > 0); /* or nothing above was tried */
}

static void long_documents_lose_nothing(void **state)
{
	struct desk *desk = *state;
	const char *text;

	say(desk, BLOCK_ROW, "A row longer than a page", sentence(desk, 900, "a"));
	say(desk, BLOCK_HEADING, "", sentence(desk, 900, "b"));
	say(desk, BLOCK_ITEM, "", sentence(desk, 900, "c"));
	say(desk, BLOCK_LINES, "", "60");
	say(desk, BLOCK_PARAGRAPH, "",
	    "Wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww.example");
	print(desk);
	text = pdf_view("pdftotext -raw %s -", &desk->pdf, &desk->mem);
	for (int i = 0; i < 900; i++)
		for (const char *name = "abc"; *name; name++) {
			char word[10];

			snprintf(word, sizeof word, "%c%d", *name, i);
			assert_says(desk, text, word);
		}
	assert_says(desk, text, arena_printf(&desk->mem, "page %d of %d", desk->pages, desk->pages));
	assert_null(strstr(text, "w-")); /* no hyphen within an address of the web */
}

static void a_new_page_begins_where_asked(void **state)
{
	struct desk *desk = *state;
	const char *lines[200];

	say(desk, BLOCK_PAGE, "", "");
	say(desk, BLOCK_PARAGRAPH, "", "first");
	say(desk, BLOCK_PAGE, "", "");
	say(desk, BLOCK_PAGE, "", "");
	say(desk, BLOCK_PARAGRAPH, "", "second");
	say(desk, BLOCK_PAGE, "", "");
	print(desk);
	assert_int_equal(desk->pages, 2);
	assert_int_equal(page_lines(desk, 2, lines), 1);
	assert_string_equal(lines[0], "second");
}

static void each_document_counts_its_own_pages(void **state)
{
	struct desk *desk = *state;
	const struct document *documents[3];
	struct document other = desk->document;
	const char *text, *at;

	letter(desk);
	other.blocks = (struct block_list){0};
	other.title = "Another";
	documents[0] = documents[2] = &desk->document;
	documents[1] = &other;
	assert_true(press_pdf(documents, 3, &desk->mem, &desk->pdf, &desk->pages, &desk->fault));
	assert_int_equal(desk->pages, 3);
	text = words(desk);
	for (int i = 0; i < 3; i++, text = at + 1) {
		at = strstr(text, "page 1 of 1");
		assert_non_null(at);
	}
	assert_true(press_count_pages("it", &desk->pdf, &desk->pages, &desk->fault));
	assert_int_equal(desk->pages, 3);
}

/* Wherever in the line it comes to stand. */
/* The contents of a bundle: whoever holds the first page knows how much there is. */
static void the_beginning_of_a_whole_counts_the_whole(void **state)
{
	struct desk *desk = *state;

	letter(desk);
	desk->document.pages_of_whole = 9;
	print(desk);
	assert_says(desk, words(desk), "page 1 of 9");
}

static void a_postcode_stands_on_one_line(void **state)
{
	struct desk *desk = *state;
	const char *text;

	for (int before = 40; before < 100; before++) {
		char *words_before = arena_alloc(&desk->mem, (size_t)before + 1);

		for (int i = 0; i < before; i++)
			words_before[i] = i % 8 == 7 ? ' ' : 'a';
		words_before[before] = '\0';
		say(desk, BLOCK_PARAGRAPH, "",
		    arena_printf(&desk->mem, "%s 1000 Dockside Road, London E16 2QU. A2 4ab.", words_before));
	}
	print(desk);
	text = pdf_view("pdftotext -raw %s -", &desk->pdf, &desk->mem);
	for (const char *at = strstr(text, "E16"); at; at = strstr(at + 1, "E16"))
		if (strncmp(at, "E16 2QU", strlen("E16 2QU")) != 0)
			fail_msg("%.20s", at);
	assert_non_null(strstr(text, "E16 2QU"));
}

/* Whatever was typed, one page or more comes out. */
static void odd_texts_are_printed_all_the_same(void **state)
{
	static const char *const odd[] = {"",
					  "\n\n\n",
					  "\x1b[2J\a\x7f",
					  "\xff\xfe broken",
					  "\xe2\x80\xae turned round \xe2\x80\xac",
					  "<b>&amp;</b> \\( %s %n",
					  "-1",
					  "99999999999999999999",
					  "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7",
					  "\xf0\x93\x80\x80"};
	struct desk *desk = *state;

	for (size_t i = 0; i < sizeof odd / sizeof *odd; i++)
		for (int kind = 0; kind < BLOCK_KIND_COUNT; kind++)
			say(desk, (enum block_kind)kind, odd[i], odd[i]);
	desk->document.title = desk->document.reference = odd[3];
	desk->document.language = odd[2];
	print(desk);
	assert_says(desk, words(desk), "<b>&amp;</b>");
}

static void nothing_to_print_is_said(void **state)
{
	struct desk *desk = *state;

	assert_false(press_pdf(NULL, 0, &desk->mem, &desk->pdf, &desk->pages, &desk->fault));
	assert_int_equal(desk->fault.code, FAULT_REFUSED);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(everything_that_is_said_is_printed, begin, finish),
		cmocka_unit_test_setup_teardown(any_script_is_printed_and_comes_back, begin, finish),
		cmocka_unit_test_setup_teardown(what_is_read_from_the_right_begins_there, begin, finish),
		cmocka_unit_test_setup_teardown(what_readers_and_machines_are_told, begin, finish),
		cmocka_unit_test_setup_teardown(the_same_letter_gives_the_same_bytes, begin, finish),
		cmocka_unit_test_setup_teardown(headings_and_lines_are_never_left_alone, begin, finish),
		cmocka_unit_test_setup_teardown(long_documents_lose_nothing, begin, finish),
		cmocka_unit_test_setup_teardown(a_new_page_begins_where_asked, begin, finish),
		cmocka_unit_test_setup_teardown(each_document_counts_its_own_pages, begin, finish),
		cmocka_unit_test_setup_teardown(the_beginning_of_a_whole_counts_the_whole, begin, finish),
		cmocka_unit_test_setup_teardown(a_postcode_stands_on_one_line, begin, finish),
		cmocka_unit_test_setup_teardown(odd_texts_are_printed_all_the_same, begin, finish),
		cmocka_unit_test_setup_teardown(nothing_to_print_is_said, begin, finish),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
