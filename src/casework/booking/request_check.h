/* What a request must and should say, before anything is kept. Inside a look or verb. */
#ifndef CASEWORK_REQUEST_CHECK_H
#define CASEWORK_REQUEST_CHECK_H

#include "casework/request.h"
#include "work.h"

/* Refuses what cannot be kept, by field. *enquiry becomes the enquiry it answers: the one named, or the waiting one of
 * the same discussion day; 0 when a new one is to be made. */
bool request_check(struct casework *cw, const struct request *request, struct arena *mem, int64_t *enquiry,
		   struct fault *f);

/* Initial and pre-birth conferences follow from a strategy discussion. */
bool request_has_discussion(enum conference_type type);

/* The day a transfer-in conference is counted from in this authority. */
day_number request_transfer_day(const struct policy *policy, const struct request *request);

/* The child's name for a sentence: given name first. */
const char *request_child_name(struct casework *cw, const struct request_child *child, struct arena *mem);

/* Takes it and takes it back: the fault of the first thing that `casework_request_take` would refuse. */
bool request_can_be_taken(struct casework *cw, const struct request *request, struct arena *mem, struct fault *f);

/* Warnings of a request that can be taken. */
bool request_warnings_read(struct casework *cw, const struct request *request, struct arena *mem, const char **out,
			   struct fault *f);

#endif
