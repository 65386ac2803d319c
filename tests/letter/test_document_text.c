/* A letter as plain text: broken by cells, labels in a column, nothing to the right of the last one. */
#include "letter/document.h"

#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

enum { COLUMNS = 30 };

static const struct {
	struct block blocks[4];
	const char *text, *why;
} rows[] = {
	{{{BLOCK_ADDRESS, "Nadia Rahman\n2 Mill Lane", ""}, {BLOCK_PARAGRAPH, "Dear Nadia,", ""}},
	 "Nadia Rahman\n2 Mill Lane\n\nDear Nadia,\n",
	 "an address keeps its lines"},
	{{{BLOCK_HEADING, "Why", ""}, {BLOCK_PARAGRAPH, "Because a line holds thirty cells and no more.", ""}},
	 "Why\n---\nBecause a line holds thirty\ncells and no more.\n",
	 "what a heading is about stands under it"},
	{{{BLOCK_ITEM, "an item that is longer than one line can be", ""}, {BLOCK_ITEM, "two", ""}},
	 "- an item that is longer than\n  one line can be\n- two\n",
	 "items hang and stand together"},
	{{{BLOCK_ROW, "Thursday 2 April 2026", "Day"}, {BLOCK_ROW, "10:00", "Time of day"}},
	 "Day          Thursday 2 April\n             2026\nTime of day  10:00\n",
	 "labels in one column, values in another"},
	{{{BLOCK_ROW, "10:00", "A label far longer than its column"}, {BLOCK_ROW, "", "No value"}},
	 "A label far   10:00\nlonger than\nits column\nNo value\n",
	 "a long label runs down beside its value"},
	{{{BLOCK_PARAGRAPH, "x", ""}, {BLOCK_ROW, "1", "a"}, {BLOCK_RULE, "", ""}, {BLOCK_ROW, "2", "bbb"}},
	 "x\n\na  1\n\n------------------------------\n\nbbb  2\n",
	 "rows that are parted have columns of their own"},
	{{{BLOCK_LINES, "2", ""}, {BLOCK_PAGE, "", ""}},
	 "______________________________\n______________________________\n\n==============================\n",
	 "lines to write on, and a new page"},
	{{{BLOCK_PARAGRAPH,
	   "\xE6\xBC\xA2\xE5\xAD\x97\xE6\xBC\xA2\xE5\xAD\x97\xE6\xBC\xA2\xE5\xAD\x97\xE6\xBC\xA2\xE5\xAD"
	   "\x97\xE6\xBC\xA2\xE5\xAD\x97\xE6\xBC\xA2\xE5\xAD\x97\xE6\xBC\xA2\xE5\xAD\x97\xE6\xBC\xA2"
	   "\xE5\xAD\x97",
	   ""}},
	 "\xE6\xBC\xA2\xE5\xAD\x97\xE6\xBC\xA2\xE5\xAD\x97\xE6\xBC\xA2\xE5\xAD\x97\xE6\xBC\xA2\xE5\xAD\x97\xE6\xBC\xA2"
	 "\xE5\xAD\x97\xE6\xBC\xA2\xE5\xAD\x97\xE6\xBC\xA2\xE5\xAD\x97\xE6\xBC\xA2\n\xE5\xAD\x97\n",
	 "wide letters count as the two cells they take"},
	{{{BLOCK_PARAGRAPH, "a\x1B[2J\r\nb", ""}},
	 "a\xEF\xBF\xBD[2J\xEF\xBF\xBD\xEF\xBF\xBD"
	 "b\n",
	 "a terminal is not spoken to"},
};

static void set_out(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct arena mem = {0};
		struct document document = {.title = "T"};
		const char *text;

		for (size_t b = 0; b < 4 && rows[i].blocks[b].text; b++)
			*ARENA_PUSH(&mem, &document.blocks) = rows[i].blocks[b];
		text = document_text(&document, COLUMNS, &mem);
		if (strcmp(text, rows[i].text) != 0)
			fail_msg("%s:\n--- wanted\n%s--- got\n%s", rows[i].why, rows[i].text, text);
		arena_finish(&mem);
	}
}

static void says_its_classification_last(void **state)
{
	struct arena mem = {0};
	struct block block = {BLOCK_PARAGRAPH, "x", NULL};
	struct document document = {
		.classification = "OFFICIAL-SENSITIVE", .reference = "C-0421", .blocks = {&block, 1, 1}};

	(void)state;
	assert_string_equal(document_text(&document, 78, &mem), "x\n\nOFFICIAL-SENSITIVE   C-0421\n");
	document.classification = NULL;
	document.blocks.count = 0;
	assert_string_equal(document_text(&document, 78, &mem), "C-0421\n");
	document.reference = NULL;
	assert_string_equal(document_text(&document, 78, &mem), "");
	arena_finish(&mem);
}

static void no_line_is_wider_than_asked(void **state)
{
	struct block block = {BLOCK_ROW, "one two three four five six seven eight nine", "a label that is long too"};
	struct document document = {.blocks = {&block, 1, 1}};

	(void)state;
	for (int columns = 0; columns < 90; columns++) {
		struct arena mem = {0};

		for (const char *line = document_text(&document, columns, &mem); *line; line = strchr(line, '\n') + 1)
			assert_in_range(text_width_n(line, strcspn(line, "\n")), 1, columns > 20 ? columns : 20);
		arena_finish(&mem);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(set_out),
		cmocka_unit_test(says_its_classification_last),
		cmocka_unit_test(no_line_is_wider_than_asked),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
