/* What an auditor is not to read in the words of a row: the names of a family that this person may not see. */
#ifndef CASEWORK_AUDIT_NAMES_H
#define CASEWORK_AUDIT_NAMES_H

#include "store/audit_trail_store.h"
#include "work.h"

/* One name's word, folded, and the reference that stands in its place. */
struct veiled_word {
	int64_t family;
	const char *folded, *reference;
	bool is_persons; /* of one person; else of the family */
};
struct veiled_word_list {
	struct veiled_word *items;
	size_t count, room;
};
/* A family that came up already: whether it may be seen. */
struct veiled_family {
	int64_t id;
	bool may;
};
struct veiled_family_list {
	struct veiled_family *items;
	size_t count, room;
};

/* Of one page. Start with cw and mem set. */
struct audit_names {
	struct casework *cw;
	struct arena *mem;
	struct veiled_word_list words;
	struct veiled_family_list families;
};

/* The row's words with the names of who may not be seen replaced by references, and what was typed into a search by
 * first letters. Inside a look. */
bool audit_names_veil(struct audit_names *names, const struct trail_row *row, const char **out, struct fault *f);

#endif
