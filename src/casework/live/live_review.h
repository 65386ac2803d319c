/* The next review, booked while the conference that decides on it is still being held. Inside a look or verb. */
#ifndef CASEWORK_LIVE_REVIEW_H
#define CASEWORK_LIVE_REVIEW_H

#include "live_after.h"
#include "review_request.h"

/* The review that waits for the children of `after`: the one this conference booked, else one that was booked before;
 * id 0 none. */
bool live_review_find(struct casework *cw, const struct conference *conference, const struct live_after *after,
		      struct arena *mem, struct conference *out, struct fault *f);

/* review_reach for a conference that is being held: its children go to the review that is found, too. */
bool live_review_reach(struct casework *cw, int64_t conference, struct arena *mem, struct review_reached *out,
		       struct fault *f);

/* A review that waits follows this conference from now on, with the children of `after`. */
bool live_review_take_up(struct casework *cw, const struct conference *conference, struct conference *review,
			 const struct live_after *after, struct fault *f);
/* Children who were of it for this conference's sake and need it no more. */
bool live_review_release(struct casework *cw, int64_t review, const struct person_list *freed, struct fault *f);

/* Before the conference is closed: the review is for the children who are on a plan now, those of other conferences
 * left alone; it is cancelled when nobody is left. Writes an audit row only when it is. */
bool live_review_settle(struct casework *cw, const struct conference *conference, struct arena *mem, struct fault *f);

#endif
