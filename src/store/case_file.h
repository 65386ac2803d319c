/* What one connection to the case file holds. Private to src/store. */
#ifndef STORE_CASE_FILE_H
#define STORE_CASE_FILE_H

#include "store/audit.h"

#include <sqlite3.h>
#include <sys/types.h>

#define AUDIT_HASH_BYTES  AUDIT_DIGEST_BYTES
#define STATEMENT_BUCKETS 256
#define REFUSAL_ROOM      200

struct prepared;

/* How long we have been waiting for another person's save, and whom to tell. */
struct waiting {
	void (*tell)(void *payload);
	void *payload;
	int64_t most_milliseconds, since;
	bool told;
	unsigned jitter;
};

enum read_only_reason { MAY_WRITE, ASKED_TO_LOOK_ONLY, FILE_IS_READ_ONLY };

struct store {
	sqlite3 *db;
	char *path; /* its folder is resolved, so that a change of working folder does not matter */
	dev_t device;
	ino_t inode;
	int presence; /* held while it is open, so that nobody puts another file in its place; -1 none */
	enum read_only_reason read_only;
	struct waiting waiting;
	const char *why_mode; /* one sentence on the journal mode in force */

	int depth, look_depth;   /* how often begun */
	bool is_doomed;          /* rolled back inside: the outermost commit saves nothing */
	bool is_noting;          /* the transaction holds no change but the row that says who looked */
	bool is_own_transaction; /* a BEGIN, COMMIT or ROLLBACK of transaction.c is running */
	bool may_commit;
	bool is_erasing; /* between guard_lower and guard_raise */

	struct audit_anchor audited; /* the newest audit row of this transaction; row 0 none */

	char refusal[REFUSAL_ROOM]; /* SQLite's words for the last constraint that refused a change */
	int64_t data_version;
	struct prepared *prepared[STATEMENT_BUCKETS];
};

/* What tests may put in place of the world. All zero means: as it is. */
struct migration;
struct store_seams {
	const struct migration *migrations; /* instead of data/schema; ends with a row whose sql is NULL */
	bool (*is_local)(const char *folder, const char **file_system);
	int library_version; /* for the journal mode */
};

bool store_open_with(struct store **out, const struct store_opening *how, const struct store_seams *seams,
		     struct fault *f);
bool store_create_with(const char *path, const struct store_seams *seams, struct fault *f);

#endif
