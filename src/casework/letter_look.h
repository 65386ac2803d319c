/* A written letter as the documents it is made of. Inside a look or verb, but for making the PDF. */
#ifndef CASEWORK_LETTER_LOOK_H
#define CASEWORK_LETTER_LOOK_H

#include "letter/press.h"
#include "store/letter_store.h"
#include "work.h"

struct document_list {
	struct document *items;
	size_t count, room;
};

/* Appends the letter and the documents enclosed with it. */
bool letter_documents(struct casework *cw, const struct letter *letter, struct arena *mem, struct document_list *out,
		      struct fault *f);

bool documents_pdf(const struct document_list *documents, struct arena *mem, struct press_bytes *out, struct fault *f);

#endif
