/* The one limit of a plan's next review, and the day its update is asked for, kept right in the transaction of the verb
 * that changed what they count from. Who records a birth calls deadlines_of_birth (deadline_keeping.h). */
#ifndef CASEWORK_REVIEW_DEADLINES_H
#define CASEWORK_REVIEW_DEADLINES_H

#include "deadline_keeping.h"
#include "store/deadline_store.h"

/* The conference that the next review of this plan follows. */
day_number review_follows(const struct plan_course *plan);

/* The limit that the last review held was for is done. */
bool reviews_settled(struct casework *cw, const struct plan_course *plan, struct arena *mem, struct fault *f);

/* Of an open plan: the limit of its next review is the only one that is open, what a review settled is done. */
bool reviews_of_plan(struct casework *cw, const struct plan_course *plan, const struct deadline_subject *subject,
		     struct arena *mem, struct fault *f);

/* By when the next review of a plan is to be held, by the policy and nationally; DAY_NONE nothing is open. */
bool review_due_of(struct casework *cw, int64_t plan, struct arena *mem, day_number *out, struct fault *f);

/* A review was booked, moved or lost its day: its children's updates are asked for some weeks before that. Nothing
 * happens where the conference is of another type. */
bool updates_of_review(struct casework *cw, const struct conference *conference, struct fault *f);

#endif
