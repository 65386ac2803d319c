/* One document, however it is shown: 78 columns of text, a PDF page, the body of a mail. */
#ifndef LETTER_DOCUMENT_H
#define LETTER_DOCUMENT_H

#include "base/arena.h"
#include "base/fault.h"

/* id, token in the kept form */
#define BLOCK_KINDS(X)                                                                                                 \
	X(ADDRESS, "address") /* lines kept as they are, parted by '\n' */                                             \
	X(HEADING, "heading")                                                                                          \
	X(PARAGRAPH, "paragraph")                                                                                      \
	X(ITEM, "item")   /* of a list */                                                                              \
	X(ROW, "row")     /* label and value side by side */                                                           \
	X(LINES, "lines") /* so many empty lines to write on; text is the number */                                    \
	X(RULE, "rule")                                                                                                \
	X(PAGE, "page") /* a new page begins */

enum block_kind {
#define X(id, token) BLOCK_##id,
	BLOCK_KINDS(X)
#undef X
		BLOCK_KIND_COUNT
};

struct block {
	enum block_kind kind;
	const char *text;  /* of a row its value */
	const char *label; /* of a row; "" otherwise */
};
struct block_list {
	struct block *items;
	size_t count, room;
};

struct document {
	const char *title;          /* the subject of a mail, the tagged title of a PDF */
	const char *classification; /* "OFFICIAL-SENSITIVE", in the foot of every page; "" none */
	const char *reference;      /* "C-0421", beside the page number */
	const char *language;       /* "en-GB" */
	int pages_of_whole;         /* that it begins: "page 1 of 9"; 0: it stands alone */
	struct block_list blocks;
};

/* The kept form: one block a line, so that what was sent can be read again for as long as the file lives. A text can
 * never begin a block of its own. */
char *document_keep(const struct document *document, struct arena *mem);
bool document_read(const char *kept, struct arena *mem, struct document *out, struct fault *f);

/* Plain text of `columns` cells (78 for a mail), lines ended by '\n', safe for a terminal. */
char *document_text(const struct document *document, int columns, struct arena *mem);

#endif
