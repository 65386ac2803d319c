/* The reviews that wait while a conference closes: each is for the children who have a plan, and one that nobody needs
 * any more is given back. */
#include "live_closing.h"

#include "casework/booking.h"
#include "live_review.h"
#include "store/conference_store.h"
#include "store/deadline_store.h"
#include "store/live_store.h"
#include "store/plan_store.h"

static bool has_open_plan(struct casework *cw, int64_t person, struct arena *mem, bool *out, struct fault *f)
{
	struct plan_list plans;

	if (!plans_of_person(cw->store, person, mem, &plans, f))
		return false;
	*out = plans.count > 0 && plans.items[0].ended_on == DAY_NONE; /* open ones come first */
	return true;
}

static bool drop_child(struct casework *cw, const struct conference *review, int64_t person, struct fault *f)
{
	return conference_child_drop(cw->store, review->id, person, f) &&
	       deadlines_child_drop(cw->store, SUBJECT_CONFERENCE, review->id, person, f);
}

/* Everybody who was told of it is told again: as when an officer cancels it. */
static bool give_back(struct casework *cw, const struct conference *review, struct fault *f)
{
	const struct withdrawal withdrawal = {.conference_id = review->id,
					      .version = review->version,
					      .reason = "no child of it has a plan any more",
					      .agreed_by = casework_user_name(cw),
					      .interim_plan = ""};

	return casework_cancel(cw, &withdrawal, f);
}

/* Children whose plan has ended leave it. */
static bool narrow(struct casework *cw, const struct conference *review, struct arena *mem, struct fault *f)
{
	struct person_list children;
	int64_t *leaving;
	size_t count = 0;

	if (!conference_children(cw->store, review->id, mem, &children, f))
		return false;
	leaving = arena_alloc(mem, (children.count + 1) * sizeof *leaving);
	if (!leaving)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to close this: nothing was saved.");
	for (size_t i = 0; i < children.count; i++) {
		bool is_on_plan = false;

		if (!has_open_plan(cw, children.items[i].id, mem, &is_on_plan, f))
			return false;
		if (!is_on_plan)
			leaving[count++] = children.items[i].id;
	}
	if (count == children.count)
		return give_back(cw, review, f);
	for (size_t i = 0; i < count; i++)
		if (!drop_child(cw, review, leaving[i], f))
			return false;
	return true;
}

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
	struct conference_list all;

	if (!conferences_of_family(cw->store, closing->conference.family_id, mem, &all, f))
		return false;
	for (size_t i = 0; i < all.count; i++) {
		const struct conference *one = &all.items[i];

		if (one->type == CONFERENCE_REVIEW && conference_state_is_to_be_held(one->state) &&
		    !narrow(cw, one, mem, f))
			return false;
	}
	return true;
}
