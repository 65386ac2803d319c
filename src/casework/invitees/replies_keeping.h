/* The deadline of the answers follows from who has answered. Inside a verb. */
#ifndef CASEWORK_REPLIES_KEEPING_H
#define CASEWORK_REPLIES_KEEPING_H

#include "work.h"

/* Has everybody answered who was invited and is not excluded from all of it? False while nobody was invited. */
bool replies_are_in(struct casework *cw, int64_t conference, struct arena *mem, bool *out, struct fault *f);

/* After a change to who is invited or what they answered: the deadline is met today when the last answer came in, and
 * open again when one is missing that was not (`were_in`: as it was before). One that was ticked by hand stays so. */
bool replies_keep(struct casework *cw, const struct conference *conference, bool were_in, struct arena *mem,
		  struct fault *f);

#endif
