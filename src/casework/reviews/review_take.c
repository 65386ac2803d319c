/* A new review is asked for, with what the family needed last time. */
#include "casework/booking.h"
#include "review_request.h"

bool review_take(struct casework *cw, int64_t family, const struct conference *last, int64_t decided_at,
		 const struct request_child *children, size_t count, struct arena *mem, int64_t *conference,
		 struct fault *f)
{
	const char *reference;
	struct request request = {.family_id = family,
				  .children = children,
				  .child_count = count,
				  .type = CONFERENCE_REVIEW,
				  .decided_at = decided_at,
				  .strategy_on = DAY_NONE,
				  .transfer_notified_on = DAY_NONE,
				  .transfer_referred_on = DAY_NONE,
				  .transfer_accepted_on = DAY_NONE,
				  .transfer_moved_on = DAY_NONE,
				  .reason = "review of the plan",
				  .source = SOURCE_TYPED,
				  .accept_warnings = true};

	if (last->id) { /* what the family needed last time it needs this time, until somebody says otherwise */
		request.interpreter = last->interpreter;
		request.signing = last->signing;
		request.access = last->access;
		request.sittings = last->sittings;
		request.avoid = last->avoid;
		request.social_worker = last->social_worker;
		request.social_worker_id = last->social_worker_id;
	}
	return casework_request_take(cw, &request, mem, &reference, conference, f);
}
