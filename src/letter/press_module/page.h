/* How a document lies on its pages: measured once, so that "page 2 of 3" is known before the first is drawn. */
#ifndef PRESS_PAGE_H
#define PRESS_PAGE_H

#include "letter/document.h"

#include <pango/pango.h>

/* Points; A4 with margins of 22 mm. */
#define PAGE_WIDTH  595.276
#define PAGE_HEIGHT 841.890
#define PAGE_MARGIN 62.362
#define TEXT_WIDTH  (PAGE_WIDTH - 2 * PAGE_MARGIN)
#define TEXT_HEIGHT (PAGE_HEIGHT - 2 * PAGE_MARGIN)

#define ITEM_INDENT 16.0
#define LABEL_SHARE 0.34 /* of a row's width */
#define ROW_GAP     10.0
#define WRITING_GAP 26.0 /* between ruled lines to write on */

#define PAGE_FONT   "DejaVu Sans,Sans"

/* One line of a block; points from the block's top and left. */
struct line_place {
	double top, baseline, left;
};

struct laid_block {
	const struct block *block;
	PangoLayout *text, *label; /* NULL where a kind has none */
	struct line_place *lines;  /* line_count + 1: the last only says where the block ends */
	int line_count;
	double space_before;
	bool is_whole; /* never parted between pages where a page can hold it */
	bool is_right_to_left;
};

/* Lines of one block that stand together on one page. */
struct strip {
	const struct laid_block *laid;
	int page; /* from 1 */
	int first, end;
	double y; /* of the first line's top, from the page's top */
};
struct strip_list {
	struct strip *items;
	size_t count, room;
};

struct laid_document {
	struct laid_block *blocks;
	size_t block_count;
	struct strip_list strips;
	int pages;
};

/* False when memory has run out; laid_document_release is safe either way. */
bool document_lay(const struct document *document, PangoContext *context, struct arena *mem, struct laid_document *out);
void laid_document_release(struct laid_document *laid);

/* A postcode is read off a line: "E13" at the end of one and "8AQ" on the next is none. */
void keep_postcodes_whole(PangoAttrList *attributes, const char *text);
/* Lays one run of text; `width` in points. Never NULL: GLib ends the process when it has no memory. */
PangoLayout *text_lay(PangoContext *context, const char *text, double size, bool is_bold, double width);

/* document_lay's second half: gives every line its page. */
bool document_paginate(struct laid_document *laid, struct arena *mem);

/* Draws the pages of one laid document onto the context's surface. */
struct _cairo;
void document_draw(const struct document *document, const struct laid_document *laid, PangoContext *context,
		   struct _cairo *cairo);

#endif
