/* What follows for a move from what is done elsewhere. Inside a look or verb. */
#ifndef CASEWORK_TRANSFER_KEEPING_H
#define CASEWORK_TRANSFER_KEEPING_H

#include "domain/transfer.h"
#include "work.h"

/* A transfer-in conference was held: the move it was held for is over. */
bool transfer_is_met(struct casework *cw, const struct conference *held, struct arena *mem, struct fault *f);

/* A transfer-in conference is asked for: the move of its children that waits for one waits for this. */
bool transfer_gets_conference(struct casework *cw, const struct conference *asked, const int64_t *children,
			      size_t count, struct arena *mem, struct fault *f);

/* What is to be said of the moves of this family that are under way, a sentence a line; "" none. */
bool transfer_words_of(struct casework *cw, int64_t family, struct arena *mem, const char **out, struct fault *f);

/* Of children who move away for good, the other authority's conference is followed: by the days the policy gives since
 * `from`, the notice, or the day they said that they stay. Of all others nothing. */
bool transfer_clock(struct casework *cw, const struct transfer *transfer, const int64_t *children, size_t count,
		    day_number from, struct fault *f);

/* The plan of a child who moves away ended on a day, and has been saved so: the child is not waited for any more; the
 * move of nobody else is over. */
bool transfer_loses_plan(struct casework *cw, int64_t person, day_number on, struct fault *f);

/* One line of evidence. */
bool transfer_tell(struct casework *cw, const struct transfer *transfer, enum transfer_step step, day_number on,
		   const char *words, struct fault *f);

#endif
