/* What the pages of a family and of a conference, and the brief, say of a review to come: why it is earlier, who is
 * looked after besides, that both reviews are one meeting. Inside a look or verb. */
#ifndef CASEWORK_REVIEW_NOTES_H
#define CASEWORK_REVIEW_NOTES_H

#include "work.h"

/* EARLY holds what is for those who work with the family alone. */
enum review_note_kind { REVIEW_NOTE_EARLY, REVIEW_NOTE_LOOKED_AFTER, REVIEW_NOTE_COMBINED };
struct review_note {
	enum review_note_kind kind;
	const char *text; /* a sentence, or two */
};
struct review_note_list {
	struct review_note *items;
	size_t count, room;
};

/* Of the open plans of a family; with `conference`, of those it reviews alone. */
bool review_notes_of(struct casework *cw, int64_t family, int64_t conference, struct arena *mem,
		     struct review_note_list *out, struct fault *f);
/* The same, a sentence a line; "" nothing. */
bool review_note_lines(struct casework *cw, int64_t family, int64_t conference, struct arena *mem, const char **out,
		       struct fault *f);

#endif
