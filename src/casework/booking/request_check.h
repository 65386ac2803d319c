/* What a request must and should say, before anything is kept. Inside a look or verb. */
#ifndef CASEWORK_REQUEST_CHECK_H
#define CASEWORK_REQUEST_CHECK_H

#include "casework/request.h"
#include "work.h"

/* Refuses what cannot be kept, by field. *enquiry becomes the enquiry it answers: the one named, or the waiting one of
 * the same discussion day; 0 when a new one is to be made. */
bool request_check(struct casework *cw, const struct request *request, struct arena *mem, int64_t *enquiry,
		   struct fault *f);

/* Of these, what is about who they are: a family that may be seen, children who can be its. */
bool request_people_check(struct casework *cw, const struct request *request, struct arena *mem, struct fault *f);
/* The family and the children who are new. *children: ids of all it names, in `mem`. Inside a verb. */
bool request_people_keep(struct casework *cw, const struct request *request, struct arena *mem, int64_t *family,
			 int64_t **children, struct fault *f);

/* Initial and pre-birth conferences follow from a strategy discussion. */
bool request_has_discussion(enum conference_type type);

/* The day a transfer-in conference is counted from in this authority. */
day_number request_transfer_day(const struct policy *policy, const struct request *request);

/* The child's name for a sentence: given name first. */
const char *request_child_name(struct casework *cw, const struct request_child *child, struct arena *mem);

/* Warnings of a request that can be taken. */
bool request_warnings_read(struct casework *cw, const struct request *request, struct arena *mem, const char **out,
			   struct fault *f);
/* Refuses one that has some which nobody has read. */
bool request_warnings_are_read(struct casework *cw, const struct request *request, struct arena *mem, struct fault *f);

#endif
