/* Of which children a report speaks, and which of the family may therefore have it. Inside a look or verb. */
#ifndef CASEWORK_REPORT_WHOSE_H
#define CASEWORK_REPORT_WHOSE_H

#include "domain/invitation.h"
#include "work.h"

/* May this member of the family have it, by whose child is whose? */
bool report_is_of_theirs(struct casework *cw, const struct conference *conference, int64_t person, int64_t report,
			 struct arena *mem, bool *out, struct fault *f);
/* "not for Kofi Mensah: it may speak of a child who is not theirs"; "" for all of these adults, and where nothing was
 * said of whose child is whose. */
bool report_not_for_words(struct casework *cw, const struct conference *conference, const struct member_list *family,
			  int64_t report, struct arena *mem, const char **out, struct fault *f);
/* "Ava, Ben" as it was typed; "" all of them. The field is `speaks_of`. */
bool report_speaks_of(struct casework *cw, const struct conference *conference, int64_t report, const char *typed,
		      struct arena *mem, struct fault *f);

#endif
