/* A family's record taken out of the case file for good: its rows, whoever belonged to it alone, its words in drafts
 * and in the audit log, and what is left of it in free pages. docs/reliability.md says what stays and why. */
#ifndef STORE_ERASE_STORE_H
#define STORE_ERASE_STORE_H

#include "store/audit.h"
#include "store/retention_store.h"

struct erasing {
	int64_t family_id;
	const struct audit_identity *who;
	int64_t at;        /* Unix seconds */
	const char *order; /* Z-0003: for the row of the audit log */
	int64_t disposal;  /* its number; 0 none */
};

struct erased {
	int64_t people_gone, people_kept; /* kept: they belong to another family too */
	int64_t log_rows;                 /* whose words were taken out */
	const char *digest;               /* BLAKE2b of every row that went, hexadecimal */
	struct disposal_count_list counts;
};
/* Inside the caller's transaction, which undoes all of it together. Rows of other families that point here point
 * nowhere afterwards; where one cannot, FAULT_REFUSED. */
bool family_erase(struct store *s, const struct erasing *order, struct arena *mem, struct erased *out, struct fault *f);

/* A name of the family's people that is in these words, "" none: what is kept of a disposal must name nobody. */
bool family_is_named_in(struct store *s, int64_t family, const char *words, struct arena *mem, const char **out,
			struct fault *f);

/* Writes the whole file anew, so that nothing of what was deleted is left in free room of its pages. Outside of any
 * transaction; others wait, for about a second each 100 MB. FAULT_BUSY when they do not finish. */
bool store_pack(struct store *s, struct fault *f);

#endif
