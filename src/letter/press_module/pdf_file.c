/* Reads and writes PDF files, and says in words why one cannot be read. */
#include "pdf_file.h"

#include "base/text.h"
#include "parts.h"

#include <string.h>

static qpdf_data open_silent(struct fault *f)
{
	qpdf_data pdf = qpdf_init();

	if (!pdf) {
		fault_set(f, FAULT_MEMORY, "There is not enough memory to make a PDF.");
		return NULL;
	}
	qpdf_silence_errors(pdf);
	qpdf_set_suppress_warnings(pdf, QPDF_TRUE);
	return pdf;
}

qpdf_data pdf_open_empty(struct fault *f)
{
	qpdf_data pdf = open_silent(f);

	if (pdf && (qpdf_empty_pdf(pdf) & QPDF_ERRORS)) {
		qpdf_cleanup(&pdf);
		fault_set(f, FAULT_MEMORY, "There is not enough memory to make a PDF.");
	}
	return pdf;
}

static void refuse(const char *name, enum qpdf_error_code_e code, const struct press_bytes *bytes, struct fault *f)
{
	struct arena mem = {0};
	const char *safe = text_clipped(&mem, text_safe(&mem, name, false), 80);

	if (code == qpdf_e_password)
		fault_set(f, FAULT_REFUSED,
			  "%s asks for a password. Ask for it without one, or open it and print it to a new PDF.",
			  safe);
	else if (bytes->count < 5 || !memmem(bytes->bytes, bytes->count < 1024 ? bytes->count : 1024, "%PDF-", 5))
		fault_set(f, FAULT_REFUSED, "%s is not a PDF. Save it as one, or let it lie beside the bundle.", safe);
	else if (code == qpdf_e_unsupported)
		fault_set(f, FAULT_REFUSED,
			  "%s is locked in a way that cannot be read here. Ask for it again without a lock.", safe);
	else
		fault_set(f, FAULT_REFUSED, "%s is damaged and cannot be read. Ask for it to be sent again.", safe);
	arena_finish(&mem);
}

static enum qpdf_error_code_e last_error(qpdf_data pdf)
{
	return qpdf_has_error(pdf) ? qpdf_get_error_code(pdf, qpdf_get_error(pdf)) : qpdf_e_success;
}

qpdf_data pdf_open(const char *name, const struct press_bytes *bytes, int *pages, struct fault *f)
{
	qpdf_data pdf = open_silent(f);
	QPDF_ERROR_CODE read;

	*pages = -1;
	if (!pdf)
		return NULL;
	read = bytes->count ? qpdf_read_memory(pdf, "", (const char *)bytes->bytes, bytes->count, NULL) : QPDF_ERRORS;
	if (!(read & QPDF_ERRORS))
		*pages = qpdf_get_num_pages(pdf);
	if (*pages > 0)
		return pdf;
	refuse(name, last_error(pdf), bytes, f);
	qpdf_cleanup(&pdf);
	return NULL;
}

static void text_entry(qpdf_data pdf, qpdf_oh dictionary, const char *key, const char *text)
{
	struct arena mem = {0};

	if (text && *text)
		qpdf_oh_replace_key(pdf, dictionary, key,
				    qpdf_oh_new_unicode_string(pdf, text_safe(&mem, text, false)));
	arena_finish(&mem);
}

/* A tagged file says so, and its tree has one element at the top: the document. Cairo leaves both out. */
static void join_structure(qpdf_data pdf, qpdf_oh root)
{
	qpdf_oh tree = qpdf_oh_get_key(pdf, root, "/StructTreeRoot"), children = qpdf_oh_get_key(pdf, tree, "/K");
	qpdf_oh marks = qpdf_oh_new_dictionary(pdf), top = qpdf_make_indirect_object(pdf, qpdf_oh_new_dictionary(pdf));

	qpdf_oh_replace_key(pdf, marks, "/Marked", qpdf_oh_new_bool(pdf, QPDF_TRUE));
	qpdf_oh_replace_key(pdf, root, "/MarkInfo", marks);
	qpdf_oh_replace_key(pdf, tree, "/Type", qpdf_oh_new_name(pdf, "/StructTreeRoot"));
	qpdf_oh_replace_key(pdf, top, "/Type", qpdf_oh_new_name(pdf, "/StructElem"));
	qpdf_oh_replace_key(pdf, top, "/S", qpdf_oh_new_name(pdf, "/Document"));
	qpdf_oh_replace_key(pdf, top, "/P", tree);
	qpdf_oh_replace_key(pdf, top, "/K", children);
	for (int i = 0; i < qpdf_oh_get_array_n_items(pdf, children); i++)
		qpdf_oh_replace_key(pdf, qpdf_oh_get_array_item(pdf, children, i), "/P", top);
	qpdf_oh_replace_key(pdf, tree, "/K", top);
}

void pdf_describe(qpdf_data pdf, const char *title, const char *language)
{
	qpdf_oh root = qpdf_get_root(pdf), preferences = qpdf_oh_new_dictionary(pdf),
		about = qpdf_make_indirect_object(pdf, qpdf_oh_new_dictionary(pdf));

	text_entry(pdf, about, "/Title", title);
	text_entry(pdf, about, "/Creator", "Quorate");
	qpdf_oh_replace_key(pdf, qpdf_get_trailer(pdf), "/Info", about);
	qpdf_oh_replace_key(pdf, preferences, "/DisplayDocTitle", qpdf_oh_new_bool(pdf, QPDF_TRUE));
	qpdf_oh_replace_key(pdf, root, "/ViewerPreferences", preferences);
	text_entry(pdf, root, "/Lang", language);
	if (qpdf_oh_has_key(pdf, root, "/StructTreeRoot"))
		join_structure(pdf, root);
}

bool pdf_write(qpdf_data pdf, struct arena *mem, struct press_bytes *out, struct fault *f)
{
	QPDF_ERROR_CODE written = qpdf_init_write_memory(pdf);

	if (!(written & QPDF_ERRORS)) {
		qpdf_set_deterministic_ID(pdf, QPDF_TRUE);
		qpdf_set_object_stream_mode(pdf, qpdf_o_generate);
		qpdf_set_stream_data_mode(pdf, qpdf_s_preserve);
		qpdf_set_minimum_pdf_version(pdf, "1.7");
		written = qpdf_write(pdf);
	}
	if (!(written & QPDF_ERRORS))
		return bytes_keep(out, qpdf_get_buffer(pdf), qpdf_get_buffer_length(pdf), mem, f);
	fault_set(f, FAULT_STORAGE,
		  "The PDF could not be put together. Try again; if it fails again, leave out the "
		  "report that was added last.");
	fault_detail(f, "qpdf %d", (int)last_error(pdf));
	return false;
}
