/* Who did what, when: from the audit log and the history of conferences, in sentences. */
#ifndef CASEWORK_HISTORY_H
#define CASEWORK_HISTORY_H

#include "casework/pages.h"
#include "work.h"

/* Newest first; looks are the auditor's and not shown. Inside a look. */
bool history_of_conference(struct casework *cw, int64_t conference, struct arena *mem, struct history_list *out,
			   struct fault *f);
bool history_of_family(struct casework *cw, int64_t family, struct arena *mem, struct history_list *out,
		       struct fault *f);
/* With the visits to the child, and what was shared about it by hand or from the list of children on plans. */
bool history_of_child(struct casework *cw, int64_t family, int64_t child, struct arena *mem, struct history_list *out,
		      struct fault *f);

#endif
