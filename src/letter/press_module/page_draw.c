/* Draws laid pages, tagged so that a screen reader hears headings, lists and tables. */
#include "page.h"

#include "base/text.h"

#include <pango/pangocairo.h>

#define FOOT_SIZE 8.5
#define FOOT_Y    (PAGE_HEIGHT - 40.0)
#define FAINT     0.45

static void draw_text_at(cairo_t *cairo, PangoLayout *layout, double x, double y)
{
	cairo_move_to(cairo, x, y);
	pango_cairo_show_layout(cairo, layout);
}

static void draw_line(cairo_t *cairo, double y, double width)
{
	cairo_save(cairo);
	cairo_set_line_width(cairo, width);
	cairo_set_source_rgb(cairo, FAINT, FAINT, FAINT);
	cairo_move_to(cairo, PAGE_MARGIN, y);
	cairo_line_to(cairo, PAGE_WIDTH - PAGE_MARGIN, y);
	cairo_stroke(cairo);
	cairo_restore(cairo);
}

static void draw_lines(cairo_t *cairo, const struct strip *strip, double x)
{
	const struct laid_block *laid = strip->laid;

	for (int i = strip->first; i < strip->end; i++) {
		const struct line_place *line = &laid->lines[i];

		cairo_move_to(cairo, x + line->left, strip->y + line->baseline - laid->lines[strip->first].top);
		pango_cairo_show_layout_line(cairo, pango_layout_get_line_readonly(laid->text, i));
	}
}

/* On the side where reading begins. */
static void draw_bullet(cairo_t *cairo, const struct strip *strip)
{
	double side = strip->laid->is_right_to_left ? TEXT_WIDTH - 5 : 5;

	if (strip->first > 0)
		return;
	cairo_new_path(cairo);
	cairo_arc(cairo, PAGE_MARGIN + side, strip->y + strip->laid->lines[0].baseline - 4, 1.7, 0, 6.2832);
	cairo_fill(cairo);
}

static void draw_tagged(cairo_t *cairo, const char *tag, const struct strip *strip, double x)
{
	cairo_tag_begin(cairo, tag, NULL);
	draw_lines(cairo, strip, x);
	cairo_tag_end(cairo, tag);
}

static void draw_item(cairo_t *cairo, const struct strip *strip)
{
	draw_bullet(cairo, strip);
	cairo_tag_begin(cairo, "LI", NULL);
	draw_tagged(cairo, "LBody", strip, PAGE_MARGIN + (strip->laid->is_right_to_left ? 0 : ITEM_INDENT));
	cairo_tag_end(cairo, "LI");
}

static void draw_row(cairo_t *cairo, const struct strip *strip)
{
	cairo_tag_begin(cairo, "TR", NULL);
	cairo_tag_begin(cairo, "TH", NULL);
	if (strip->first == 0)
		draw_text_at(cairo, strip->laid->label, PAGE_MARGIN, strip->y);
	cairo_tag_end(cairo, "TH");
	draw_tagged(cairo, "TD", strip, PAGE_MARGIN + TEXT_WIDTH * LABEL_SHARE + ROW_GAP);
	cairo_tag_end(cairo, "TR");
}

static void draw_strip(cairo_t *cairo, const struct strip *strip, bool is_first_heading)
{
	switch (strip->laid->block->kind) {
	case BLOCK_HEADING: draw_tagged(cairo, is_first_heading ? "H1" : "H2", strip, PAGE_MARGIN); break;
	case BLOCK_ADDRESS:
	case BLOCK_PARAGRAPH: draw_tagged(cairo, "P", strip, PAGE_MARGIN); break;
	case BLOCK_ITEM: draw_item(cairo, strip); break;
	case BLOCK_ROW: draw_row(cairo, strip); break;
	case BLOCK_LINES:
		for (int i = strip->first; i < strip->end; i++)
			draw_line(cairo, strip->y + (i - strip->first + 1) * WRITING_GAP, 0.5);
		break;
	case BLOCK_RULE: draw_line(cairo, strip->y, 0.8); break;
	case BLOCK_PAGE:
	case BLOCK_KIND_COUNT: break;
	}
}

/* What neighbouring strips of one kind stand in together; NULL for none. */
static const char *surrounding_tag(const struct strip *strip)
{
	if (!strip)
		return NULL;
	return strip->laid->block->kind == BLOCK_ITEM ? "L" : strip->laid->block->kind == BLOCK_ROW ? "Table" : NULL;
}

enum foot_place { FOOT_LEFT, FOOT_CENTRE, FOOT_RIGHT };

static void draw_foot_part(PangoContext *context, cairo_t *cairo, const char *text, bool is_bold, enum foot_place place)
{
	PangoLayout *layout = text_lay(context, text, FOOT_SIZE, is_bold, TEXT_WIDTH);
	static const PangoAlignment sides[] = {PANGO_ALIGN_LEFT, PANGO_ALIGN_CENTER, PANGO_ALIGN_RIGHT};

	pango_layout_set_alignment(layout, sides[place]);
	pango_layout_set_auto_dir(layout, FALSE);
	draw_text_at(cairo, layout, PAGE_MARGIN, FOOT_Y);
	g_object_unref(layout);
}

static void draw_foot(const struct document *document, PangoContext *context, cairo_t *cairo, int page, int pages)
{
	struct arena mem = {0};

	draw_foot_part(context, cairo, text_safe(&mem, document->reference, false), false, FOOT_LEFT);
	draw_foot_part(context, cairo, text_safe(&mem, document->classification, false), true, FOOT_CENTRE);
	if (document->pages_of_whole > pages)
		pages = document->pages_of_whole;
	draw_foot_part(context, cairo, arena_printf(&mem, "page %d of %d", page, pages), false, FOOT_RIGHT);
	arena_finish(&mem);
}

static size_t draw_page(const struct laid_document *laid, cairo_t *cairo, int page, size_t at, bool *heading_was_drawn)
{
	const struct strip *strips = laid->strips.items;

	for (; at < laid->strips.count && strips[at].page == page; at++) {
		bool has_before = at > 0 && strips[at - 1].page == page;
		bool has_after = at + 1 < laid->strips.count && strips[at + 1].page == page;
		const char *tag = surrounding_tag(&strips[at]);

		if (tag && tag != surrounding_tag(has_before ? &strips[at - 1] : NULL))
			cairo_tag_begin(cairo, tag, NULL);
		draw_strip(cairo, &strips[at], !*heading_was_drawn);
		*heading_was_drawn = *heading_was_drawn || strips[at].laid->block->kind == BLOCK_HEADING;
		if (tag && tag != surrounding_tag(has_after ? &strips[at + 1] : NULL))
			cairo_tag_end(cairo, tag);
	}
	return at;
}

/* Tags are closed at the foot of every page and opened again on the next. */
void document_draw(const struct document *document, const struct laid_document *laid, PangoContext *context,
		   cairo_t *cairo)
{
	bool heading_was_drawn = false;
	size_t at = 0;

	for (int page = 1; page <= laid->pages; page++) {
		at = draw_page(laid, cairo, page, at, &heading_was_drawn);
		draw_foot(document, context, cairo, page, laid->pages);
		cairo_show_page(cairo);
	}
}
