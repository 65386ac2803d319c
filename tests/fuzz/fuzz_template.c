/* Any bytes as a letter's template: refused with a place and a sentence, or filled with a letter that is kept and read
 * back alike, holds no double blank, and is safe for a terminal. */
#include "base/text.h"
#include "letter/template.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void require(bool holds)
{
	if (!holds)
		abort();
}

static void require_safe(const char *text)
{
	uint32_t code;

	require(text_is_utf8(text, strlen(text)));
	for (size_t n; (n = text_decode(text, &code)) > 0; text += n)
		require(text_is_safe(code) || code == '\n');
}

static void check_refusal(const struct fault *f)
{
	int line, column;

	require(f->code == FAULT_REFUSED);
	if (strncmp(f->message, "Lines to write on", 17) == 0)
		return;
	require(sscanf(f->message, "letter:%d:%d: ", &line, &column) == 2 && line >= 0 && column >= 1);
	require_safe(f->message);
}

/* Every other field holds something, of which much looks like markup. */
static struct letter_facts some_facts(struct arena *mem)
{
	static const char *const values[] = {"yes",       "{{date}}", "- x\n# y\n| a | b |", " two  blanks ",
					     "---\n====", "4",        "\x1B[2J\xFF\r\n\t",   "{{#each children}}"};
	struct letter_facts facts = {0};

	for (int list = 0; list < LETTER_LIST_COUNT; list += 2) {
		require(ARENA_PUSH(mem, &facts.lists[list]) != NULL);
		require(ARENA_PUSH(mem, &facts.lists[list]) != NULL);
	}
	for (int field = 0; field < LETTER_FIELD_COUNT; field++) {
		enum letter_list list = letter_field_list((enum letter_field)field);
		const char *value = values[(unsigned)field / 2 % 8];

		if (field % 2 && list == LETTER_LIST_NONE)
			facts.top.fields[field] = value;
		else if (list != LETTER_LIST_NONE && facts.lists[list].count)
			facts.lists[list].items[field % 2].fields[field] = value;
	}
	return facts;
}

static void check_document(const struct document *document, struct arena *mem)
{
	const char *kept = document_keep(document, mem);
	struct document back;
	struct fault f = {0};

	require(document_read(kept, mem, &back, &f));
	require(strcmp(document_keep(&back, mem), kept) == 0);
	require(back.blocks.count == document->blocks.count);
	for (size_t i = 0; i < back.blocks.count; i++) {
		const struct block *block = &back.blocks.items[i];

		require(strcmp(block->text, document->blocks.items[i].text) == 0);
		require(!strstr(block->text, "  ") && !strstr(block->label, "  "));
		require(*block->text || block->kind == BLOCK_RULE || block->kind == BLOCK_PAGE);
		require(block->kind == BLOCK_ADDRESS || !strchr(block->text, '\n'));
	}
	require_safe(document_text(document, 78, mem));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct arena mem = {0};
	struct fault f = {0};
	struct letter_template *template;
	struct letter_facts facts = some_facts(&mem);
	struct document document;

	if (letter_template_parse("letter", (const char *)bytes, size, &mem, &template, &f) &&
	    letter_template_fill(template, &facts, &mem, &document, &f))
		check_document(&document, &mem);
	else
		check_refusal(&f);
	arena_finish(&mem);
	return 0;
}
