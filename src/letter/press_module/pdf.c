/* Prints documents to one PDF. */
#include "page.h"
#include "parts.h"
#include "pdf_file.h"

#include "base/text.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <stdlib.h>
#include <string.h>

struct growing_bytes {
	unsigned char *bytes;
	size_t count, room;
};

static cairo_status_t append(void *payload, const unsigned char *bytes, unsigned count)
{
	struct growing_bytes *to = payload;

	if (count > to->room - to->count) {
		size_t room = (to->room + count) * 2;
		unsigned char *more = realloc(to->bytes, room);

		if (!more)
			return CAIRO_STATUS_NO_MEMORY;
		to->bytes = more;
		to->room = room;
	}
	memcpy(to->bytes + to->count, bytes, count);
	to->count += count;
	return CAIRO_STATUS_SUCCESS;
}

/* Where there is none at all, Pango prints boxes. */
static bool fonts_are_there(struct fault *f)
{
	PangoContext *context = pango_font_map_create_context(pango_cairo_font_map_get_default());
	PangoFontDescription *description = pango_font_description_from_string(PAGE_FONT);
	PangoFont *font = pango_context_load_font(context, description);

	pango_font_description_free(description);
	g_object_unref(context);
	if (!font)
		return fault_set(
			f, FAULT_STORAGE,
			"There is no font on this machine to print letters with. Ask whoever looks after it to "
			"install the DejaVu fonts.");
	g_object_unref(font);
	return true;
}

/* Points as units, and the same shapes whatever the screen's settings are. */
static PangoContext *context_new(cairo_t *cairo)
{
	PangoContext *context = pango_cairo_create_context(cairo);
	cairo_font_options_t *options = cairo_font_options_create();

	cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
	cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
	pango_cairo_context_set_font_options(context, options);
	pango_cairo_context_set_resolution(context, 72);
	cairo_font_options_destroy(options);
	return context;
}

static bool draw_document(const struct document *document, PangoContext *context, cairo_t *cairo, int *pages)
{
	struct arena mem = {0};
	struct laid_document laid = {0};
	bool all_laid;

	pango_context_set_language(context, pango_language_from_string(document->language));
	all_laid = document_lay(document, context, &mem, &laid);
	if (all_laid) {
		document_draw(document, &laid, context, cairo);
		*pages += laid.pages;
	}
	laid_document_release(&laid);
	arena_finish(&mem);
	return all_laid;
}

/* One entry a document, where there are several. */
static void add_outline(cairo_surface_t *surface, const struct document *document, int page)
{
	struct arena mem = {0};
	char where[40];

	snprintf(where, sizeof where, "page=%d pos=[0 0]", page);
	cairo_pdf_surface_add_outline(surface, CAIRO_PDF_OUTLINE_ROOT, text_safe(&mem, document->title, false), where,
				      0);
	arena_finish(&mem);
}

static cairo_status_t print(const struct document *const *documents, size_t count, struct growing_bytes *to, int *pages)
{
	cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(append, to, PAGE_WIDTH, PAGE_HEIGHT);
	cairo_t *cairo = cairo_create(surface);
	PangoContext *context = context_new(cairo);
	cairo_status_t status = cairo_status(cairo);

	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "");
	for (size_t i = 0; i < count && !status; i++) {
		if (count > 1)
			add_outline(surface, documents[i], *pages + 1);
		status = draw_document(documents[i], context, cairo, pages) ? cairo_status(cairo)
									    : CAIRO_STATUS_NO_MEMORY;
	}
	g_object_unref(context);
	cairo_destroy(cairo);
	cairo_surface_finish(surface);
	if (!status)
		status = cairo_surface_status(surface);
	cairo_surface_destroy(surface);
	return status;
}

/* What cairo has no call for: the language, the title in the window, and no date, so that a document gives the same
 * bytes whenever it is printed. */
static bool finish_file(const struct document *first, const struct growing_bytes *printed, struct arena *mem,
			struct press_bytes *out, struct fault *f)
{
	const struct press_bytes bytes = {printed->bytes, printed->count};
	int pages;
	qpdf_data pdf = pdf_open("The letter", &bytes, &pages, f);
	bool written;

	if (!pdf)
		return false;
	pdf_describe(pdf, first->title, first->language);
	written = pdf_write(pdf, mem, out, f);
	qpdf_cleanup(&pdf);
	return written;
}

bool pdf_make(const struct document *const *documents, size_t count, struct arena *mem, struct press_bytes *out,
	      int *pages, struct fault *f)
{
	struct growing_bytes printed = {0};
	cairo_status_t status;
	bool made = false;
	int printed_pages = 0;

	libraries_be_quiet();
	if (count == 0)
		return fault_set(f, FAULT_REFUSED, "There is no letter to print.");
	if (!fonts_are_there(f))
		return false;
	status = print(documents, count, &printed, &printed_pages);
	if (status) {
		fault_set(f, status == CAIRO_STATUS_NO_MEMORY ? FAULT_MEMORY : FAULT_STORAGE,
			  "The PDF could not be made: %s. Nothing was written.",
			  status == CAIRO_STATUS_NO_MEMORY ? "there is not enough memory" : "it could not be drawn");
		fault_detail(f, "cairo: %s", cairo_status_to_string(status));
	} else {
		made = finish_file(documents[0], &printed, mem, out, f);
	}
	if (made && pages)
		*pages = printed_pages;
	free(printed.bytes);
	return made;
}
