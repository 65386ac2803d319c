/* How far the reports of a conference are, and the deadlines that are met or open again when that changes. */
#ifndef CASEWORK_REPORT_PROGRESS_H
#define CASEWORK_REPORT_PROGRESS_H

#include "domain/invitation.h"
#include "work.h"

/* What is done of it, and on which day; DAY_NONE: not. */
struct report_progress {
	day_number all_in;                          /* every report that is required */
	day_number to_chair, to_manager, to_family; /* the social worker's */
};
bool report_progress_read(struct casework *cw, const struct conference *conference, struct arena *mem,
			  struct report_progress *out, struct fault *f);
/* After a change: what became done is met on its day, what was done and is not any more is open again. What was open
 * and stays open, or was ticked by hand and stays so, is left alone. Inside a verb. */
bool report_progress_keep(struct casework *cw, const struct conference *conference,
			  const struct report_progress *before, struct arena *mem, struct fault *f);

/* Whom a report goes to when nobody is named: family members on the list who come with the others. Somebody who is
 * excluded, or about whom that is asked, or who comes to a sitting of their own, is named one by one or gets nothing;
 * whoever may not read of each child it speaks of gets nothing. */
struct reader_ids {
	int64_t *items;
	size_t count, room;
};
bool report_readers_by_default(struct casework *cw, const struct conference *conference, int64_t report,
			       struct arena *mem, struct reader_ids *out, struct fault *f);

#endif
