/* Reports that agencies owe, who of the family had them, and how they were chased. Inside the caller's transaction or
 * look. */
#ifndef STORE_REPORT_STORE_H
#define STORE_REPORT_STORE_H

#include "domain/invitation.h"
#include "store/store.h"

bool report_insert(struct store *s, struct report *report, struct fault *f); /* id and version are filled in */
bool report_save(struct store *s, struct report *report, struct fault *f);   /* by version; FAULT_CONFLICT */
bool report_by_id(struct store *s, int64_t id, struct arena *mem, struct report *out, struct fault *f);
/* Id 0 in *out when the invitee owes none. */
bool report_of_invitee(struct store *s, int64_t invitee, struct arena *mem, struct report *out, struct fault *f);
/* Social worker's first, then by agency and name; those of invitees who were taken off the list are left out. */
bool reports_of(struct store *s, int64_t conference, struct arena *mem, struct report_list *out, struct fault *f);
/* Of all conferences to be held from one day to another, both included, by conference's day and time; not those of
 * restricted families `user` is not named for. For the week's matrix: one statement. */
bool reports_between(struct store *s, day_number from, day_number to, int64_t user, struct arena *mem,
		     struct report_list *out, struct fault *f);
/* Not received, due on or before `by`, required and not said to be not involved, of conferences still to be held on or
 * after `today`. Restricted as above. */
bool reports_to_chase(struct store *s, day_number today, day_number by, int64_t user, struct arena *mem,
		      struct report_list *out, struct fault *f);

bool report_reader_keep(struct store *s, const struct report_reader *reader, struct fault *f); /* inserts or replaces */
bool report_readers_of(struct store *s, int64_t conference, struct arena *mem, struct report_reader_list *out,
		       struct fault *f); /* of all reports of a conference */

bool chaser_insert(struct store *s, struct chaser *chaser, struct fault *f);
/* Its letter never left. */
bool chaser_drop(struct store *s, int64_t letter, struct fault *f);
bool chasers_of(struct store *s, int64_t report, struct arena *mem, struct chaser_list *out,
		struct fault *f); /* oldest first */

#endif
