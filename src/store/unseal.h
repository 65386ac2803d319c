/* Opening a sealed file into a veil and looking through it. Private to src/store. */
#ifndef STORE_UNSEAL_H
#define STORE_UNSEAL_H

#include "snapshot.h"

/* Opens all of it into `v` and checks seal, end, digest, form, pages, references, audit log and counts against the
 * manifest. */
bool unseal(const char *path, const struct backup_key *key, struct veil *v, struct arena *mem,
	    struct backup_manifest *out, struct fault *f);

/* "/var/backups" of "/var/backups/NAME", "." of "NAME"; lives in `mem`. */
const char *unseal_folder(const char *path, struct arena *mem);

#endif
