/* Between the store's words for a back-up and those of casework. Private to src/casework. */
#ifndef CASEWORK_BACKUP_FACTS_H
#define CASEWORK_BACKUP_FACTS_H

#include "casework/backup.h"
#include "store/backup.h"

struct backup_key backup_key_of(const struct backup_opener *with);
void backup_facts_of(const struct backup_manifest *manifest, struct arena *mem, struct backup_facts *out);

/* "nightly.backup" of "/srv/backups/nightly.backup". */
const char *backup_file_name(const char *path);

#define BACKUP_SUBJECT "backup" /* what audit rows about back-ups are about */

#endif
