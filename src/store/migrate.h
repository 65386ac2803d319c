/* Bringing a case file to the newest schema. Private to src/store. */
#ifndef STORE_MIGRATE_H
#define STORE_MIGRATE_H

#include "case_file.h"

struct migration {
	int version; /* counts from 1 without a gap */
	const char *sql;
};

/* data/schema/NNNN-*.sql, made part of the program at build time. Ends with a row whose sql is NULL. */
extern const struct migration schema_migrations[];

int migrate_newest(const struct migration *list);

/* Each step is one transaction that ends with application_id and user_version set. Before the first step of an existing
 * file a copy is kept beside it, NAME.before-vN. `is_new` says that the file is empty and needs no copy. Only before
 * the authorizer. */
bool migrate(struct store *s, const struct migration *list, bool is_new, struct fault *f);

#endif
