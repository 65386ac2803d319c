/* A letter is read back exactly as it was kept, and a text in it can pretend to nothing. */
#include "letter/document.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static struct block blocks[] = {
	{BLOCK_ADDRESS, "Nadia Rahman\n2 Mill Lane", ""},
	{BLOCK_HEADING, "Why", ""},
	{BLOCK_PARAGRAPH, "back\\slash, tab\tand\npage\theading", ""},
	{BLOCK_ROW, "10:00\n\t\\n", "Time\tof\nday"},
	{BLOCK_ITEM, "rule\t", ""},
	{BLOCK_LINES, "4", ""},
	{BLOCK_RULE, "", ""},
	{BLOCK_PAGE, "", ""},
};

static struct document some_document(void)
{
	return (struct document){.title = "A letter\ntitle\tB",
				 .classification = "OFFICIAL-SENSITIVE",
				 .reference = "C-0421",
				 .language = "en-GB",
				 .blocks = {blocks, sizeof blocks / sizeof *blocks, sizeof blocks / sizeof *blocks}};
}

static void keeps_and_reads_back(void **state)
{
	struct document document = some_document(), back;
	struct arena mem = {0};
	struct fault f = {0};
	const char *kept = document_keep(&document, &mem);

	(void)state;
	assert_true(document_read(kept, &mem, &back, &f));
	assert_string_equal(back.title, document.title);
	assert_string_equal(back.classification, document.classification);
	assert_string_equal(back.reference, document.reference);
	assert_string_equal(back.language, document.language);
	assert_int_equal(back.blocks.count, document.blocks.count);
	for (size_t i = 0; i < back.blocks.count; i++) {
		assert_int_equal(back.blocks.items[i].kind, blocks[i].kind);
		assert_string_equal(back.blocks.items[i].text, blocks[i].text);
		assert_string_equal(back.blocks.items[i].label, blocks[i].label);
	}
	assert_string_equal(document_keep(&back, &mem), kept);
	arena_finish(&mem);
}

#define HEAD "document 1\ntitle\tT\nclassification\t\nreference\t\nlanguage\ten-GB\n"

static const struct {
	const char *kept, *message, *why;
} damaged[] = {
	{"", "line 1 is not how a kept letter begins.", "nothing"},
	{"document 2\n", "line 1 is not how a kept letter begins.", "a later form"},
	{"document 1\ntitle\tT\n", "line 3 is missing.", "half a head"},
	{"document 1\ntitel\tT\n", "line 2 is not the one that stands there.", "another head"},
	{HEAD "paragraph\tx", "line 6 is cut off.", "a last line without its end"},
	{HEAD "table\tx\n", "line 6 begins with a word that no block has.", "an unknown block"},
	{HEAD "paragraph\n", "line 6 has not the parts it was written with.", "no text"},
	{HEAD "row\ta\tb\tc\n", "line 6 has not the parts it was written with.", "too many parts"},
	{HEAD "paragraph\tx\\\n", "line 6 holds a sign that is never written.", "half a sign"},
	{HEAD "paragraph\tx\\r\n", "line 6 holds a sign that is never written.", "an unknown sign"},
	{HEAD "paragraph\t\xFF\n", "it is not UTF-8 text.", "broken bytes"},
};

static void refuses_what_was_damaged(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof damaged / sizeof *damaged; i++) {
		struct arena mem = {0};
		struct fault f = {0};
		struct document out;

		if (document_read(damaged[i].kept, &mem, &out, &f))
			fail_msg("%s: was read", damaged[i].why);
		if (f.code != FAULT_CORRUPT || !strstr(f.message, damaged[i].message))
			fail_msg("%s: %s", damaged[i].why, f.message);
		arena_finish(&mem);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keeps_and_reads_back),
		cmocka_unit_test(refuses_what_was_damaged),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
