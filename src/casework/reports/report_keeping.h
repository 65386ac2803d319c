/* The reports that are owed follow from who is invited and from the conference's day. Inside a verb. */
#ifndef CASEWORK_REPORT_KEEPING_H
#define CASEWORK_REPORT_KEEPING_H

#include "domain/invitation.h"
#include "work.h"

/* When agency reports for it are due; DAY_NONE while it has no day. */
day_number report_due_of(const struct casework *cw, const struct conference *conference);

/* Is this the social worker whom the conference names? */
bool invitee_is_social_worker(const struct conference *conference, const struct invitee *invitee, struct arena *mem);

/* A professional who is involved, or of whom that is not known yet, owes a report of the kind and handling of their
 * agency from now on. Of one who is not involved the row stays for the history and counts for nothing. `invitee` is as
 * the store reads it. */
bool report_owed_keep(struct casework *cw, const struct conference *conference, const struct invitee *invitee,
		      struct arena *mem, struct fault *f);

/* The conference has another day, or none: what is not in is due by the new one, and the deadlines of the new day know
 * what is done already. */
bool reports_follow_day(struct casework *cw, const struct conference *conference, struct fault *f);

#endif
