/* A copy of a case file under a veil: taken, opened, looked through. Private to src/store. */
#ifndef STORE_SNAPSHOT_H
#define STORE_SNAPSHOT_H

#include "case_file.h"
#include "store/backup.h"
#include "veil.h"

#define SNAPSHOT_PAGES "pages" /* the name of the copy in its veil */

/* Copies s as it is at one moment into the veil, a few pages at a time so that nobody's save waits for long, then packs
 * the copy: what was erased from s is not in it. */
bool snapshot_take(struct store *s, struct veil *v, struct fault *f);

/* The copy as a case file, of whatever version. Its authorizer is not set. */
bool snapshot_open(struct veil *v, struct store **out, struct fault *f);

/* What the manifest says of it, but for bytes and hash. Texts in `mem`. */
bool snapshot_describe(struct store *copy, struct arena *mem, struct backup_manifest *out, struct fault *f);

/* Pages, references and the audit log. FAULT_CORRUPT; `whose` begins the sentence: "The case file", "This back-up". */
bool snapshot_check(struct store *copy, const char *whose, const struct audit_anchor *anchor, struct arena *mem,
		    struct fault *f);

/* Rows of each table that a case file of this version has. */
bool snapshot_count(struct store *copy, int form, struct arena *mem, struct backup_count_list *out, struct fault *f);

/* BLAKE2b of the whole copy, as it lies. */
bool snapshot_hash(struct veil *v, unsigned char out[BACKUP_HASH_BYTES], struct fault *f);

#endif
