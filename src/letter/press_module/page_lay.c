/* Sets the blocks of a document as lines of type, each at its own width. */
#include "page.h"

#include "base/text.h"

#include <stdlib.h>

enum { WRITING_LINES_MOST = 200 };

#define BODY_SIZE    11.0
#define HEADING_SIZE 13.0
#define LINE_GAP     1.5

static double points(int units)
{
	return (double)units / PANGO_SCALE;
}

PangoLayout *text_lay(PangoContext *context, const char *text, double size, bool is_bold, double width)
{
	PangoLayout *layout = pango_layout_new(context);
	PangoFontDescription *font = pango_font_description_from_string(PAGE_FONT);
	PangoAttrList *attributes = pango_attr_list_new();

	pango_font_description_set_absolute_size(font, size * PANGO_SCALE);
	if (is_bold)
		pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD);
	pango_layout_set_font_description(layout, font);
	pango_font_description_free(font);
	/* A long address of the web is broken where it must be, without a hyphen that would become part of it. */
	pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(FALSE));
	keep_postcodes_whole(attributes, text);
	pango_layout_set_attributes(layout, attributes);
	pango_attr_list_unref(attributes);
	pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
	pango_layout_set_width(layout, (int)(width * PANGO_SCALE));
	pango_layout_set_spacing(layout, (int)(LINE_GAP * PANGO_SCALE));
	pango_layout_set_text(layout, text, -1);
	return layout;
}

static bool is_right_to_left(PangoLayout *layout)
{
	PangoLayoutLine *first = pango_layout_get_line_readonly(layout, 0);

	return first && pango_layout_line_get_resolved_direction(first) == PANGO_DIRECTION_RTL;
}

/* Where the lines of the text lie; a label that is taller makes the block as tall as itself. */
static bool place_lines(struct laid_block *laid, struct arena *mem)
{
	PangoLayoutIter *at = pango_layout_get_iter(laid->text);
	double end = 0;
	int n = 0;

	laid->line_count = pango_layout_get_line_count(laid->text);
	laid->lines = arena_alloc(mem, ((size_t)laid->line_count + 1) * sizeof *laid->lines);
	for (bool more = laid->lines != NULL; more && n < laid->line_count; more = pango_layout_iter_next_line(at)) {
		PangoRectangle logical;
		int top, bottom;

		pango_layout_iter_get_line_extents(at, NULL, &logical);
		pango_layout_iter_get_line_yrange(at, &top, &bottom);
		laid->lines[n++] = (struct line_place){.top = points(top),
						       .baseline = points(pango_layout_iter_get_baseline(at)),
						       .left = points(logical.x)};
		end = points(bottom);
	}
	pango_layout_iter_free(at);
	if (laid->label) {
		int width, height;

		pango_layout_get_size(laid->label, &width, &height);
		end = points(height) > end ? points(height) : end;
	}
	if (laid->lines)
		laid->lines[n].top = end;
	return laid->lines != NULL;
}

static bool place_writing_lines(struct laid_block *laid, struct arena *mem)
{
	long count = strtol(laid->block->text, NULL, 10);

	laid->line_count = (int)(count < 0 ? 0 : count > WRITING_LINES_MOST ? WRITING_LINES_MOST : count);
	laid->lines = arena_alloc(mem, ((size_t)laid->line_count + 1) * sizeof *laid->lines);
	for (int i = 0; laid->lines && i <= laid->line_count; i++)
		laid->lines[i] = (struct line_place){.top = i * WRITING_GAP, .baseline = (i + 1) * WRITING_GAP};
	return laid->lines != NULL;
}

static bool place_rule(struct laid_block *laid, struct arena *mem)
{
	laid->line_count = 1;
	laid->lines = arena_alloc(mem, 2 * sizeof *laid->lines);
	if (laid->lines)
		laid->lines[1].top = 1;
	return laid->lines != NULL;
}

static const struct {
	double size, space_before;
	bool is_bold, is_whole;
} looks[BLOCK_KIND_COUNT] = {
	[BLOCK_ADDRESS] = {BODY_SIZE, 14, false, true},   [BLOCK_HEADING] = {HEADING_SIZE, 16, true, true},
	[BLOCK_PARAGRAPH] = {BODY_SIZE, 8, false, false}, [BLOCK_ITEM] = {BODY_SIZE, 4, false, false},
	[BLOCK_ROW] = {BODY_SIZE, 4, false, true},        [BLOCK_LINES] = {BODY_SIZE, 2, false, false},
	[BLOCK_RULE] = {BODY_SIZE, 10, false, true},      [BLOCK_PAGE] = {BODY_SIZE, 0, false, false},
};

static bool block_lay(const struct block *block, PangoContext *context, struct arena *mem, struct laid_block *out)
{
	const char *text = text_safe(mem, block->text, true);
	double size = looks[block->kind].size, width = TEXT_WIDTH;

	*out = (struct laid_block){.block = block,
				   .space_before = looks[block->kind].space_before,
				   .is_whole = looks[block->kind].is_whole};
	if (block->kind == BLOCK_PAGE)
		return true;
	if (block->kind == BLOCK_LINES)
		return place_writing_lines(out, mem);
	if (block->kind == BLOCK_RULE)
		return place_rule(out, mem);
	if (block->kind == BLOCK_ITEM)
		width -= ITEM_INDENT;
	if (block->kind == BLOCK_ROW) {
		out->label = text_lay(context, text_safe(mem, block->label, true), size, true,
				      TEXT_WIDTH * LABEL_SHARE);
		width -= TEXT_WIDTH * LABEL_SHARE + ROW_GAP;
	}
	out->text = text_lay(context, text, size, looks[block->kind].is_bold, width);
	out->is_right_to_left = is_right_to_left(out->text);
	return place_lines(out, mem);
}

bool document_lay(const struct document *document, PangoContext *context, struct arena *mem, struct laid_document *out)
{
	*out = (struct laid_document){0};
	out->blocks = arena_alloc(mem, (document->blocks.count + 1) * sizeof *out->blocks);
	for (size_t i = 0; out->blocks && i < document->blocks.count; i++) {
		out->block_count = i + 1;
		if (!block_lay(&document->blocks.items[i], context, mem, &out->blocks[i]))
			return false;
	}
	return out->blocks && document_paginate(out, mem);
}

void laid_document_release(struct laid_document *laid)
{
	for (size_t i = 0; i < laid->block_count; i++) {
		if (laid->blocks[i].text)
			g_object_unref(laid->blocks[i].text);
		if (laid->blocks[i].label)
			g_object_unref(laid->blocks[i].label);
	}
	laid->block_count = 0;
}
