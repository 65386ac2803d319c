/* Who has a case file of a folder open: a lock on the folder itself, which the kernel lets go of when its holder ends.
 * Private to src/store. */
#ifndef STORE_FOLDER_LOCK_H
#define STORE_FOLDER_LOCK_H

#include "case_file.h"

/* For as long as s is open. Waits as for a save while a back-up is being restored, then FAULT_BUSY. A folder that may
 * not be read cannot be locked: then nothing is held. */
bool folder_lock_share(struct store *s, struct fault *f);

/* Refuses (FAULT_BUSY) while anybody has a case file of this folder open; *out is given back by folder_lock_give. */
bool folder_lock_alone(const char *path, int *out, struct fault *f);

void folder_lock_give(int lock); /* -1 is a no-op */

#endif
