/* A person who was entered twice: what the two entries say, side by side; making them one; taking them apart again. */
#ifndef CASEWORK_MERGING_H
#define CASEWORK_MERGING_H

#include "casework/casework.h"

/* Two entries, and which of them stays: `gone` is kept as an empty entry that leads to `kept`. */
struct merging {
	int64_t kept_id, gone_id;
	int64_t kept_version, gone_version; /* as read; FAULT_CONFLICT when either changed */
	const char *reason;                 /* how it is known that they are one (field: "reason") */
};

/* What a detail will be. */
enum merging_outcome { MERGING_SAME, MERGING_STAYS, MERGING_IS_TAKEN };
struct merging_row {
	const char *label;       /* "Born" */
	const char *kept, *gone; /* as each entry says it, "" nothing */
	enum merging_outcome outcome;
};
struct merging_row_list {
	struct merging_row *items;
	size_t count, room;
};

struct merging_page {
	struct person kept, gone;
	int64_t family_id;                     /* of the first, else of the second; 0 neither is of one now */
	const char *kept_family, *gone_family; /* "child of FAM-0001 Okonkwo", "" of none now */
	const char *kept_words, *gone_words;   /* what hangs on each: "conferences 2 · plans 1" */
	struct merging_row_list rows;
	const char *families; /* a sentence where two families become one, "" */
	const char *warning;  /* what speaks against it: "They were born on different days." "" nothing */
};
/* Tries it and leaves everything as it was. Refused as casework_merge is. Fields: none. */
bool casework_merge_try(struct casework *cw, int64_t kept, int64_t gone, struct arena *mem, struct merging_page *out,
			struct fault *f);

/* Everything that hangs on `gone` hangs on `kept` afterwards; names and details that only `gone` has are taken over. Of
 * two families with the same child the second becomes part of the first. Refused for one entry with itself, a child
 * with a grown-up of a family, two open plans, two decisions or views at one conference. */
bool casework_merge(struct casework *cw, const struct merging *merging, struct fault *f);

/* One merge as a page shows it. */
struct merged {
	int64_t id;
	const char *kept;  /* N-00012 */
	const char *words; /* "was also N-00044 Kai Okonkwo, since 1 Apr 2026: same birth certificate (abrennan)" */
};
struct merged_list {
	struct merged *items;
	size_t count, room;
};
/* Of everybody of a family, newest first; those taken apart again are left out. No audit row: part of a page's look. */
bool casework_merged(struct casework *cw, int64_t family, struct arena *mem, struct merged_list *out, struct fault *f);

/* Takes two entries apart again, with a reason (field: "reason"): every row goes back to where it was. What was added
 * since stays with the entry that was kept. FAULT_REFUSED when the two cannot be told apart any more. */
bool casework_merge_undo(struct casework *cw, int64_t merge, const char *reason, struct fault *f);

#endif
