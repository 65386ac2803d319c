/* Written letters on paper: each with what is enclosed as a document or a PDF. */
#ifndef CASEWORK_LETTER_LOOK_H
#define CASEWORK_LETTER_LOOK_H

#include "letter/press.h"
#include "store/letter_store.h"
#include "work.h"

/* In the order of the pages: a document to be set, or a PDF of the case file (`paper`, when `document` is NULL). */
struct letter_sheet {
	const struct document *document;
	struct press_bytes paper;
	const char *name;
};
struct letter_sheets {
	struct letter_sheet *items;
	size_t count, room;
	bool has_paper;
};

/* Appends the letter, then its enclosures; a calendar file and papers that are no PDF are not for printing. `post_to`
 * is the address on the envelope, "" none: where the letter was written for another way or address, it stands at the
 * head of the page. Inside a look or verb. */
bool letter_sheets_add(struct casework *cw, const struct letter *letter, const char *post_to, struct arena *mem,
		       struct letter_sheets *out, struct fault *f);

/* One PDF of all. Needs no look. */
bool letter_sheets_pdf(const struct letter_sheets *sheets, struct arena *mem, struct press_bytes *out, struct fault *f);

#endif
