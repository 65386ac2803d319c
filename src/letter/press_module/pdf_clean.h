/* Takes out of a page from outside what would act by itself. */
#ifndef PRESS_PDF_CLEAN_H
#define PRESS_PDF_CLEAN_H

#include <qpdf/qpdf-c.h>

/* Page and notes lose their scripts, launches, films and enclosed files; a filled form keeps what was written into it
 * as a picture. Links to the web stay. */
void pdf_clean_page(qpdf_data pdf, qpdf_oh page);

#endif
