/* The limit of a review that is booked before the conference it follows is closed: nothing is open for it yet. Inside a
 * look or verb. */
#ifndef CASEWORK_REVIEW_LIMIT_H
#define CASEWORK_REVIEW_LIMIT_H

#include "store/deadline_store.h"
#include "work.h"

/* The conference that `review` follows, while that one is being held; id 0 otherwise. */
bool review_decided_at(struct casework *cw, const struct conference *review, struct arena *mem, struct conference *out,
		       struct fault *f);

/* What closing `held` will open for the reviews of these children, by child: rule, trigger and days, nothing else of a
 * row. */
bool review_limits_from(struct casework *cw, const struct conference *held, const struct person_list *children,
			struct arena *mem, struct deadline_row_list *out, struct fault *f);

/* The nearest of some limits; NULL of none. */
const struct deadline_row *review_limit_nearest(const struct deadline_row_list *rows);

#endif
