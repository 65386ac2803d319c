/* Records that were let go and came back with a back-up. */
#ifndef CASEWORK_RETURNED_H
#define CASEWORK_RETURNED_H

#include "casework/backup.h"
#include "store/store.h"

#define RESTORE_SUBJECT  "restore" /* what audit rows about a restore are about */

#define RETURNED_KEPT_AS "the file before is kept as " /* before its name in such a row */

enum { RETURNED_A_ROW = 60 }; /* so many are named in one row of the log, which holds 4,000 bytes */

/* Of the file that is replaced: what was let go in it, and what its log says came back (`there`: it holds that still)
 * and was not let go again. */
bool returned_gather(struct store *old, struct arena *mem, struct record_back_list *out, struct record_back_list *there,
		     struct fault *f);
/* Of those, the ones whose record is in the back-up, where they were not let go; its form may be an older one. */
void returned_keep(struct store *copy, struct arena *mem, struct record_back_list *list);

/* Those from `first` on that one row of the log names, as returned_named reads them; "" none. */
const char *returned_words(const struct record_back_list *list, size_t first, struct arena *mem);
/* What the log says came back, as far as it is still there. */
bool returned_named(struct store *s, struct arena *mem, struct record_back_list *out, struct fault *f);

/* Behind the name of the file that was replaced, where it holds what the restored one has let go; else "". */
const char *returned_words_of_kept(const struct record_back_list *there, const struct record_back_list *back);
/* Does the log say so of the file with this name? */
bool returned_is_in_kept(struct store *s, const char *name, struct arena *mem, bool *yes, struct fault *f);

#endif
