/* qpdf through its C interface: reading what came from outside, writing what goes out. */
#ifndef PRESS_PDF_FILE_H
#define PRESS_PDF_FILE_H

#include "letter/press.h"

#include <qpdf/qpdf-c.h>

/* Silent. NULL when memory has run out. Ended by qpdf_cleanup. */
qpdf_data pdf_open_empty(struct fault *f);

/* The bytes must outlive it. NULL with FAULT_REFUSED, naming it, when it is no PDF, damaged or asks for a password. */
qpdf_data pdf_open(const char *name, const struct press_bytes *pdf, int *pages, struct fault *f);

/* Writes it, byte for byte alike for the same content. */
bool pdf_write(qpdf_data pdf, struct arena *mem, struct press_bytes *out, struct fault *f);

/* "/Title" and the like of the document's own information; nothing else stays in it. */
void pdf_describe(qpdf_data pdf, const char *title, const char *language);

#endif
