/* To whom the record of a core group's meeting went: letters from here, and what was written down by hand. Inside a
 * look or verb. */
#ifndef CASEWORK_CORE_GROUP_RECORDS_H
#define CASEWORK_CORE_GROUP_RECORDS_H

#include "domain/live.h"
#include "work.h"

/* Of every meeting of the family; a letter that was withdrawn before it left is none. */
bool core_group_records(struct casework *cw, int64_t family, struct arena *mem, struct core_group_sent_list *out,
			struct fault *f);
/* To whom the record of this meeting went for certain: NULL to nobody yet. */
const struct core_group_sent *core_group_record_gone(const struct core_group_sent_list *all, int64_t meeting);
/* False, with a sentence, once the record went to somebody: they have what it said. */
bool core_group_notes_are_open(struct casework *cw, int64_t family, int64_t meeting, struct arena *mem,
			       struct fault *f);

#endif
