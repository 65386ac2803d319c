/* A review that is wanted earlier than its limit: asked for, with its reason. */
#include "review_early.h"

#include "booking_check.h"
#include "casework/reviews.h"
#include "review_deadlines.h"
#include "review_request.h"
#include "store/review_store.h"
#include "words_tidy.h"

bool review_bring_forward(struct casework *cw, struct review_early *early, struct arena *mem, struct fault *f)
{
	struct plan_course course;
	day_number due;

	if (!review_due_of(cw, early->plan_id, mem, &due, f) ||
	    !plan_course_of(cw->store, early->plan_id, mem, &course, f))
		return false;
	if (due == DAY_NONE || due <= early->review_by)
		return true;
	early->family_id = course.family_id;
	early->asked_at = work_now(cw);
	early->asked_on = casework_today(cw);
	early->by_user = casework_user_name(cw);
	early->after_on = review_follows(&course);
	return review_early_insert(cw->store, early, f) && deadlines_of_plan(cw, early->plan_id, false, f);
}

/* --- Asked for --- */

struct bringing {
	const int64_t *plans;
	size_t count, moved;
	int64_t family;
	const char *reference; /* of the first plan */
	day_number latest;     /* due, of those that are not moved */
};

static bool check_words(struct casework *cw, struct review_early *early, struct arena *mem, struct fault *f)
{
	char day[DATE_TEXT_ROOM];

	if (!words_tidy(&early->why, "why", true, mem, f) || !words_tidy(&early->told, "told", true, mem, f))
		return false;
	if ((unsigned)early->trigger >= EARLY_TRIGGER_COUNT)
		return fault_field(f, "trigger", "Choose what the review is wanted earlier for.");
	if (early->review_by == DAY_NONE)
		return fault_field(f, "review_by", "Enter the day by which the review is wanted.");
	if (early->review_by < casework_today(cw))
		return fault_field(f, "review_by", "%s is over: enter today or a later day.",
				   date_medium(early->review_by, day));
	return text_is_given(early->why) ||
	       fault_field(f, "why", "Say what happened: whoever books and chairs the review reads it.");
}

static bool bring(struct casework *cw, struct bringing *b, const struct review_early *wanted, struct arena *mem,
		  struct fault *f)
{
	for (size_t i = 0; i < b->count; i++) {
		struct review_early early = *wanted;
		struct plan plan;
		day_number due;

		if (!review_plan_reach(cw, b->plans[i], mem, &plan, f) || !review_due_of(cw, plan.id, mem, &due, f))
			return false;
		if (b->family && plan.family_id != b->family)
			return fault_set(f, FAULT_REFUSED, "%s and %s are of two families: bring each forward alone.",
					 b->reference, plan.reference);
		b->family = plan.family_id;
		b->reference = i ? b->reference : plan.reference;
		if (due != DAY_NONE && due <= early.review_by)
			b->latest = b->latest == DAY_NONE || due > b->latest ? due : b->latest;
		early.plan_id = plan.id;
		if (!review_bring_forward(cw, &early, mem, f))
			return false;
		b->moved += early.after_on != DAY_NONE;
	}
	return true;
}

static bool early_in(struct casework *cw, struct bringing *b, struct review_early *early, struct arena *mem,
		     struct review_reached *reached, struct fault *f)
{
	char day[DATE_TEXT_ROOM];

	if (b->count == 0)
		return fault_set(f, FAULT_REFUSED, "No child is named: choose a review first.");
	early->after_on = DAY_NONE;
	if (!check_words(cw, early, mem, f) || !bring(cw, b, early, mem, f))
		return false;
	if (b->moved == 0)
		return b->latest == DAY_NONE
			       ? fault_set(f, FAULT_REFUSED,
					   "No limit of this review is known, so none can be brought "
					   "forward: ask for the review instead.")
			       : fault_field(f, "review_by",
					     "The review is due by %s already: brought forward means an earlier day.",
					     date_medium(b->latest, day));
	return review_reach(cw, &(struct review_of){SUBJECT_PLAN, b->plans[0]}, mem, reached, f);
}

bool casework_review_early(struct casework *cw, const int64_t *plans, size_t count, const struct review_early *early,
			   struct arena *mem, int64_t *conference, struct fault *f)
{
	struct bringing b = {.plans = plans, .count = count, .latest = DAY_NONE};
	struct review_early wanted = *early;
	struct review_reached reached;
	char day[DATE_TEXT_ROOM];

	*conference = 0;
	if (!work_begin(cw, ACTION_TAKE_REQUESTS, f))
		return false;
	if (!early_in(cw, &b, &wanted, mem, &reached, f))
		return work_undo(cw);
	*conference = reached.conference;
	return work_end(cw, f, "review.early", SUBJECT_PLAN, plans[0], b.family, "%s: by %s, %s", b.reference,
			date_to_iso(wanted.review_by, day), early_trigger_label(wanted.trigger));
}
