/* Saving one row that two people may be writing at once. Private to src/store. */
#ifndef STORE_KEEP_H
#define STORE_KEEP_H

#include "store/store.h"

/* `add` inserts a row that is not there (of one that may be: ON CONFLICT DO NOTHING), `save` writes over the version
 * that was read and counts it up. */
struct keeping {
	const struct statement *add, *save;
	const char *what; /* in "Another person changed ...": "this note" */
};

/* *version 0: not kept yet. FAULT_CONFLICT when another person was first, either way. Afterwards *version is the new
 * one. */
bool keep_row(struct store *s, const struct keeping *how, const struct column_list *columns, const void *row,
	      int64_t *version, struct fault *f);
/* The same of a row with an id of its own, filled in when it is new. */
bool keep_row_by_id(struct store *s, const struct keeping *how, const struct column_list *columns, const void *row,
		    int64_t *id, int64_t *version, struct fault *f);
/* Deletes one row by :id and :version; FAULT_CONFLICT as above. */
bool keep_drop(struct store *s, const struct statement *drop, const char *what, int64_t id, int64_t version,
	       struct fault *f);
/* After a failed save: when a trigger refused it with these words, `sentence` takes the place of what was said. Always
 * false. */
bool keep_refused(struct store *s, const char *words, const char *sentence, struct fault *f);

#endif
