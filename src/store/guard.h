/* Private to src/store. */
#ifndef STORE_GUARD_H
#define STORE_GUARD_H

#include "case_file.h"

/* The settings every connection has, each read back; then the authorizer and the commit hook. */
bool guard_connection(struct store *s, struct fault *f);
void guard_authorize(struct store *s);

/* The first column of the first row, -1 when there is no row. Only before guard_authorize. */
bool guard_number(struct store *s, const char *sql, int64_t *out, struct fault *f);

/* Between the two, evidence may be deleted and the words taken out of rows of the audit log: the triggers that keep
 * them are down and the authorizer lets it through, for this connection alone. Raised again whatever happened. */
bool guard_lower(struct store *s, struct fault *f);
void guard_raise(struct store *s);

#endif
