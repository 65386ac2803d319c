/* Puts several PDF files into one, each under its name in the outline. */
#include "parts.h"
#include "pdf_clean.h"
#include "pdf_file.h"

#include "base/text.h"

#include <stdlib.h>

bool pdf_count_pages(const char *name, const struct press_bytes *bytes, int *pages, struct fault *f)
{
	qpdf_data pdf;

	libraries_be_quiet();
	pdf = pdf_open(name, bytes, pages, f);
	if (!pdf)
		return false;
	qpdf_cleanup(&pdf);
	return true;
}

struct outline {
	qpdf_data pdf;
	qpdf_oh root, last; /* last only when count > 0 */
	long long count;
};

/* A new entry at the end, pointing at the page with this number. */
static void outline_add(struct outline *outline, const char *name, size_t page)
{
	qpdf_data pdf = outline->pdf;
	struct arena mem = {0};
	qpdf_oh entry = qpdf_make_indirect_object(pdf, qpdf_oh_new_dictionary(pdf));
	qpdf_oh target = qpdf_oh_new_array(pdf);

	qpdf_oh_append_item(pdf, target, qpdf_get_page_n(pdf, page));
	qpdf_oh_append_item(pdf, target, qpdf_oh_new_name(pdf, "/Fit"));
	qpdf_oh_replace_key(pdf, entry, "/Title", qpdf_oh_new_unicode_string(pdf, text_safe(&mem, name, false)));
	qpdf_oh_replace_key(pdf, entry, "/Dest", target);
	qpdf_oh_replace_key(pdf, entry, "/Parent", outline->root);
	if (outline->count == 0) {
		qpdf_oh_replace_key(pdf, outline->root, "/First", entry);
	} else {
		qpdf_oh_replace_key(pdf, entry, "/Prev", outline->last);
		qpdf_oh_replace_key(pdf, outline->last, "/Next", entry);
	}
	qpdf_oh_replace_key(pdf, outline->root, "/Last", entry);
	outline->last = entry;
	qpdf_oh_replace_key(pdf, outline->root, "/Count", qpdf_oh_new_integer(pdf, ++outline->count));
	arena_finish(&mem);
}

static bool part_refused(const struct press_part *part, struct fault *f)
{
	struct arena mem = {0};

	fault_set(f, FAULT_REFUSED, "%s is damaged: its pages cannot be taken over. Ask for it to be sent again.",
		  text_clipped(&mem, text_safe(&mem, part->name, false), 80));
	arena_finish(&mem);
	return false;
}

/* The source stays open until the whole is written: its pages are copied only then. */
static bool add_part(struct outline *outline, size_t *page, const struct press_part *part, qpdf_data *source,
		     struct fault *f)
{
	size_t first = *page;
	int pages;

	*source = pdf_open(part->name, &part->pdf, &pages, f);
	if (!*source)
		return false;
	if (qpdf_push_inherited_attributes_to_page(*source) & QPDF_ERRORS)
		return part_refused(part, f);
	for (int i = 0; i < pages; i++, (*page)++) {
		qpdf_oh taken = qpdf_get_page_n(*source, (size_t)i);

		pdf_clean_page(*source, taken);
		if (qpdf_add_page(outline->pdf, *source, taken, QPDF_FALSE) & QPDF_ERRORS)
			return part_refused(part, f);
	}
	outline_add(outline, part->name, first);
	return true;
}

static bool add_parts(qpdf_data whole, const struct press_part *parts, size_t count, qpdf_data *sources,
		      struct fault *f)
{
	struct outline outline = {.pdf = whole,
				  .root = qpdf_make_indirect_object(whole, qpdf_oh_new_dictionary(whole))};
	size_t page = 0;

	for (size_t i = 0; i < count; i++)
		if (!add_part(&outline, &page, &parts[i], &sources[i], f))
			return false;
	qpdf_oh_replace_key(whole, outline.root, "/Type", qpdf_oh_new_name(whole, "/Outlines"));
	qpdf_oh_replace_key(whole, qpdf_get_root(whole), "/Outlines", outline.root);
	qpdf_oh_replace_key(whole, qpdf_get_root(whole), "/PageMode", qpdf_oh_new_name(whole, "/UseOutlines"));
	return true;
}

bool pdf_merge(const char *title, const struct press_part *parts, size_t count, struct arena *mem,
	       struct press_bytes *out, struct fault *f)
{
	qpdf_data whole, *sources;
	bool done = false;

	libraries_be_quiet();
	if (count == 0)
		return fault_set(f, FAULT_REFUSED, "There is nothing to put into the bundle.");
	sources = calloc(count, sizeof *sources);
	whole = sources ? pdf_open_empty(f) : NULL;
	if (whole && add_parts(whole, parts, count, sources, f)) {
		pdf_describe(whole, title, "en-GB");
		done = pdf_write(whole, mem, out, f);
	}
	if (!sources)
		fault_set(f, FAULT_MEMORY, "There is not enough memory to make a PDF.");
	if (whole)
		qpdf_cleanup(&whole);
	for (size_t i = 0; sources && i < count; i++)
		if (sources[i])
			qpdf_cleanup(&sources[i]);
	free(sources);
	return done;
}
