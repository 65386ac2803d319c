/* What one letter says, for one reader. Built by casework from what that reader may see, never filtered afterwards. */
#ifndef LETTER_FACTS_H
#define LETTER_FACTS_H

#include "base/arena.h"
#include "letter/vocabulary.h"

struct letter_row {
	const char *fields[LETTER_FIELD_COUNT]; /* NULL or "": not said */
};
struct letter_row_list {
	struct letter_row *items;
	size_t count, room;
};

/* Zeroed at the start. Texts live in the arena of whoever fills them; they may hold anything that was typed: the
 * template filler makes them safe and never reads markup in them. A "yes" field holds "yes" or nothing. */
struct letter_facts {
	struct letter_row top;
	struct letter_row_list lists[LETTER_LIST_COUNT];
};

/* The same as one text, name and value lines: what a test looks through for what must not be in it. */
char *letter_facts_text(const struct letter_facts *facts, struct arena *mem);

#endif
