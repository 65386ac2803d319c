/* Information shared outside: the register of one family, what is written down by hand and what was kept already
 * (letters that left the authority, bundles and notices among them, answers from the list of children on plans), and
 * writing down or correcting a row. */
#ifndef CASEWORK_DISCLOSURES_H
#define CASEWORK_DISCLOSURES_H

#include "casework/casework.h"
#include "domain/disclosure.h"

/* Where a row of the register is from. */
#define SHARED_BY(X)                                                                                                   \
	X(HAND, "written", "written down")                                                                             \
	X(LETTER, "letter", "letter")                                                                                  \
	X(LIST, "list", "list of plans")

enum shared_by {
#define X(id, token, label) SHARED_BY_##id,
	SHARED_BY(X)
#undef X
		SHARED_BY_COUNT
};
const char *shared_by_token(enum shared_by by);
const char *shared_by_label(enum shared_by by);

struct shared_line {
	enum shared_by by;
	int64_t id; /* of the disclosure, letter or enquiry to the list */
	day_number day;
	const char *to;               /* "Siân Pritchard, Northgate Housing" */
	const char *what;             /* what was told, or the letter's subject */
	const char *why;              /* "" of a letter */
	const char *about;            /* "Ada and Ben"; "" of a letter about the whole family's conference */
	struct disclosure disclosure; /* SHARED_BY_HAND; id 0 otherwise */
	const int64_t *children;
	size_t child_count;
	bool stands;
};
struct shared_line_list {
	struct shared_line *items;
	size_t count, room;
};
struct disclosure_page {
	struct family family;
	struct member_list children;    /* of the family: whom a row may be about */
	struct shared_line_list shared; /* newest first */
	size_t written;                 /* of them, by hand */
	bool may_record;
};
bool casework_disclosures(struct casework *cw, int64_t family, struct arena *mem, struct disclosure_page *out,
			  struct fault *f);
/* The same without an audit row of its own, for a screen that is open. */
bool casework_disclosures_again(struct casework *cw, int64_t family, struct arena *mem, struct disclosure_page *out,
				struct fault *f);

/* Keeps what was shared: day not in the future ("shared_on"), about which children ("children"), what ("what"), with an
 * agency or a person ("agency"), why ("why"), who permitted or decided ("decided_by"), who told it ("shared_by"). A
 * letter of this family may be named by letter_id. With corrects_id it stands in the place of that one from now on,
 * with a reason ("correction_why"); is_struck: nothing was shared. id is filled in. */
bool casework_disclosure_record(struct casework *cw, int64_t family, struct disclosure *disclosure,
				const int64_t *children, size_t count, struct fault *f);

#endif
