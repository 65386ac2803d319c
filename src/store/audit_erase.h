/* Taking the words out of rows of the audit log: who did what and when stays, and the chain still holds. Private to
 * src/store. */
#ifndef STORE_AUDIT_ERASE_H
#define STORE_AUDIT_ERASE_H

#include "store/audit.h"

#define AUDIT_ERASE_ACTION "audit.erase"

struct audit_erasing {
	bool (*is_of)(void *payload, const struct audit_row *row); /* is this one of them? */
	void *payload;
	int64_t at;        /* Unix seconds */
	const char *words; /* by which order: "Z-0003" */
	int64_t disposal;  /* its number; 0 none */
};

/* Empties the detail of each row that `is_of` picks and leaves one row, AUDIT_ERASE_ACTION, that answers for them: how
 * many, and a digest of which. `audit verify` takes a row without words for changed unless such a row answers for it.
 * Between guard_lower and guard_raise, inside the caller's transaction. */
bool audit_erase(struct store *s, const struct audit_identity *who, const struct audit_erasing *order, int64_t *rows,
		 struct fault *f);

#endif
