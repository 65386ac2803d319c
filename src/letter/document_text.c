/* A document as plain text: the body of a mail, and what is read on a screen before it is sent. */
#include "letter/document.h"

#include "base/text.h"
#include "growing.h"

#include <stdlib.h>
#include <string.h>

enum { COLUMNS_LEAST = 20, GAP = 2, EMPTY_LINES_MOST = 60 };

struct setting {
	struct growing out;
	int columns, label_cells; /* of the rows that stand together */
	struct arena *mem;
};

static void add_blanks(struct setting *s, int count)
{
	growing_repeat(&s->out, s->mem, ' ', count);
}

static void add_line_of(struct setting *s, char letter, int cells)
{
	growing_repeat(&s->out, s->mem, letter, cells);
	growing_add(&s->out, s->mem, "\n");
}

/* Lines of `text`; all but the first begin `indent` cells to the right. */
static void add_wrapped(struct setting *s, const char *text, int indent)
{
	size_t used, shown;
	bool is_first = true;

	for (; (used = text_wrap(text, s->columns - indent, &shown)) > 0; text += used) {
		if (!is_first && shown)
			add_blanks(s, indent);
		is_first = false;
		growing_add_n(&s->out, s->mem, text, shown);
		growing_add(&s->out, s->mem, "\n");
	}
	if (is_first)
		growing_add(&s->out, s->mem, "\n");
}

static void add_heading(struct setting *s, const char *text)
{
	int cells = text_width(text);

	add_wrapped(s, text, 0);
	add_line_of(s, '-', cells < s->columns ? cells : s->columns);
}

/* The label at the left, the value beside it; a label longer than its column runs down beside the value. */
static void add_row(struct setting *s, const char *label, const char *value)
{
	int value_cells = s->columns - s->label_cells - GAP;

	while (*label || *value) {
		size_t label_shown = 0, value_shown = 0;
		size_t label_used = text_wrap(label, s->label_cells, &label_shown);
		size_t value_used = text_wrap(value, value_cells, &value_shown);

		growing_add_n(&s->out, s->mem, label, label_shown);
		if (value_shown) {
			add_blanks(s, s->label_cells + GAP - text_width_n(label, label_shown));
			growing_add_n(&s->out, s->mem, value, value_shown);
		}
		growing_add(&s->out, s->mem, "\n");
		label += label_used;
		value += value_used;
	}
}

/* The widest label of the rows that follow each other, at most two fifths of the line. */
static int label_cells(const struct document *document, size_t from, int columns)
{
	int cells = 1, most = columns * 2 / 5;

	for (; from < document->blocks.count && document->blocks.items[from].kind == BLOCK_ROW; from++) {
		int width = text_width(document->blocks.items[from].label);

		cells = width > cells ? width : cells;
	}
	return cells < most ? cells : most;
}

static void add_block(struct setting *s, const struct block *block)
{
	const char *text = text_safe(s->mem, block->text ? block->text : "", block->kind == BLOCK_ADDRESS);

	switch (block->kind) {
	case BLOCK_ADDRESS:
	case BLOCK_PARAGRAPH: add_wrapped(s, text, 0); break;
	case BLOCK_HEADING: add_heading(s, text); break;
	case BLOCK_ITEM:
		growing_add(&s->out, s->mem, "- ");
		add_wrapped(s, text, GAP);
		break;
	case BLOCK_ROW: add_row(s, text_safe(s->mem, block->label ? block->label : "", false), text); break;
	case BLOCK_LINES:
		for (long n = strtol(text, NULL, 10); n > 0 && n <= EMPTY_LINES_MOST; n--)
			add_line_of(s, '_', s->columns);
		break;
	case BLOCK_RULE: add_line_of(s, '-', s->columns); break;
	case BLOCK_PAGE: add_line_of(s, '=', s->columns); break;
	case BLOCK_KIND_COUNT: break;
	}
}

/* Items and rows stand close together, and what a heading is about stands under it. */
static bool is_close(const struct block *before, const struct block *after)
{
	return before->kind == BLOCK_HEADING ||
	       (before->kind == after->kind && (after->kind == BLOCK_ITEM || after->kind == BLOCK_ROW));
}

static void add_foot(struct setting *s, const struct document *document)
{
	const char *classification = document->classification ? document->classification : "";
	const char *reference = document->reference ? document->reference : "";
	const char *between = *classification && *reference ? "   " : "";
	const char *foot = arena_printf(s->mem, "%s%s%s", classification, between, reference);

	if (!*foot)
		return;
	if (document->blocks.count)
		growing_add(&s->out, s->mem, "\n");
	add_wrapped(s, text_safe(s->mem, foot, false), 0);
}

char *document_text(const struct document *document, int columns, struct arena *mem)
{
	struct setting s = {.columns = columns > COLUMNS_LEAST ? columns : COLUMNS_LEAST, .mem = mem};

	for (size_t i = 0; i < document->blocks.count; i++) {
		const struct block *block = &document->blocks.items[i];
		bool is_first_row = block->kind == BLOCK_ROW && (i == 0 || block[-1].kind != BLOCK_ROW);

		if (i > 0 && !is_close(block - 1, block))
			growing_add(&s.out, mem, "\n");
		if (is_first_row)
			s.label_cells = label_cells(document, i, s.columns);
		add_block(&s, block);
	}
	add_foot(&s, document);
	return growing_text(&s.out, mem);
}
