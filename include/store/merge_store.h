/* Two entries of one person made one, and taken apart again. Everything that hangs on the second entry hangs on the
 * first afterwards; what changed is kept as SQLite's session extension writes it, and turned back from there. Inside
 * the caller's transaction. */
#ifndef STORE_MERGE_STORE_H
#define STORE_MERGE_STORE_H

#include "domain/record.h"
#include "store/store.h"

struct person_merge {
	int64_t id, kept_id, gone_id;
	const char *kept, *gone; /* their references: N-00012 */
	const char *gone_name, *gone_la_child_id;
	int64_t at;
	const char *by, *reason; /* login */
	int64_t undone_at;       /* 0: they are one */
	const char *undone_by, *undone_why;
};
struct person_merge_list {
	struct person_merge *items;
	size_t count, room;
};

/* How many rows of each kind hang on a person: "3 conferences". Kinds without any are left out. */
struct merge_count {
	const char *what; /* "conferences" */
	int count;
};
struct merge_count_list {
	struct merge_count *items;
	size_t count, room;
};
bool merge_counts(struct store *s, int64_t person, struct arena *mem, struct merge_count_list *out, struct fault *f);

/* What changes between these two is written down: everything but drafts, the audit log and what people are found by. */
struct recording;
bool recording_begin(struct store *s, struct recording **out, struct fault *f);
/* Never written down, and let go of. NULL is a no-op. */
void recording_drop(struct recording *r);

/* Everything of `gone` becomes `kept`'s; `gone` itself stays as an empty entry that points to `kept`. Where both have a
 * row of the same (both children of one conference) one is left; FAULT_REFUSED where both say something of their own
 * there, naming what. */
bool merge_rows(struct store *s, int64_t kept, int64_t gone, day_number today, struct fault *f);

/* Keeps the merge with what was recorded; `r` is let go of in any case. merge->id is filled in. */
bool merge_keep(struct store *s, struct person_merge *merge, struct recording *r, struct fault *f);
/* Turns every recorded change back. FAULT_REFUSED when something was changed since in a way that cannot be told apart;
 * the caller undoes the transaction then. */
bool merge_turn_back(struct store *s, const struct person_merge *merge, struct fault *f);

/* What was made one with this person and was not taken apart, newest first. */
bool merges_of(struct store *s, int64_t person, struct arena *mem, struct person_merge_list *out, struct fault *f);
/* Of everybody who belongs, or belonged, to the family. */
bool merges_of_family(struct store *s, int64_t family, struct arena *mem, struct person_merge_list *out,
		      struct fault *f);
/* Whose second entry this is; 0: it stands for itself. */
bool merged_into(struct store *s, int64_t person, int64_t *out, struct fault *f);
bool merge_by_id(struct store *s, int64_t id, struct arena *mem, struct person_merge *out, struct fault *f);

#endif
