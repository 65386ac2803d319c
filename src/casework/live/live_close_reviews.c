/* The reviews that wait while a conference closes: each is for the children who have a plan, and one that nobody needs
 * any more is given back. */
#include "live_closing.h"

#include "live_review.h"
#include "plan_stop.h"
#include "store/live_store.h"

/* What was booked here is kept for those who need it; the state of the run-sheet is another version then. */
bool closing_review(struct casework *cw, struct closing *closing, struct arena *mem, struct fault *f)
{
	struct live_state now;

	if (!live_review_settle(cw, &closing->conference, mem, f) ||
	    !live_state_of(cw->store, closing->conference.id, mem, &now, f))
		return false;
	closing->live.state.review_id = now.review_id;
	closing->live.state.version = now.version;
	return true;
}

/* Those booked before, for whoever was on a plan then. */
bool closing_other_reviews(struct casework *cw, const struct closing *closing, struct arena *mem, struct fault *f)
{
	return reviews_narrow(cw, closing->conference.family_id, mem, f);
}
