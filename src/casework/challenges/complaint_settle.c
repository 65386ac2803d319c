/* How a complaint ends: the decision is upheld, the review is brought forward, or a second conference is asked for. */
#include "complaint_keeping.h"

#include "deadline_keeping.h"
#include "domain/plan_list.h"
#include "review_early.h"
#include "slot_keeping.h"
#include "store/complaint_store.h"
#include "store/conference_store.h"
#include "store/deadline_store.h"
#include "store/plan_store.h"
#include "words_tidy.h"

struct settling {
	struct casework *cw;
	struct arena *mem;
	struct complaint c;
	struct conference of;
	const struct complaint_settlement *how;
	int64_t *children;
	size_t count;
	size_t moved;      /* reviews that were due later */
	day_number latest; /* review due, of all that are not moved */
};

/* --- A second conference --- */

/* What the family needed then it needs again, until somebody says otherwise; the chair is another. */
static struct conference second_of(const struct settling *s)
{
	struct conference next = s->of;

	next.id = next.version = next.enquiry_id = 0;
	next.earlier_id = s->of.id;
	next.type = CONFERENCE_SECOND;
	next.state = STATE_REQUESTED;
	next.source = SOURCE_TYPED;
	next.policy = work_policy_name(s->cw);
	next.requested_on = casework_today(s->cw);
	next.reason = arena_printf(s->mem, "complaint %s about %s", s->c.reference, s->of.reference);
	next.transfer_notified_on = next.transfer_referred_on = next.transfer_accepted_on = next.transfer_moved_on =
		DAY_NONE;
	next.held_on = DAY_NONE;
	next.starts = next.minutes = -1;
	next.chair_id = next.room_id = next.minute_taker_id = 0;
	next.chair = next.room = next.minute_taker = next.place = next.late_reason = next.late_agreed_by = "";
	next.interim_plan = "";
	return next;
}

static bool ask_second(struct settling *s, struct fault *f)
{
	struct conference next = second_of(s);
	const struct change_words words = {.step = "request", .from = STATE_REQUESTED, .reason = next.reason};
	struct deadline_subject subject = {.kind = SUBJECT_CONFERENCE,
					   .family_id = next.family_id,
					   .children = s->children,
					   .child_count = s->count};

	if (!store_next_reference(s->cw->store, "C", 4, s->mem, &next.reference, f) ||
	    !conference_insert(s->cw->store, &next, f))
		return false;
	for (size_t i = 0; i < s->count; i++)
		if (!conference_child_insert(s->cw->store, next.id, s->children[i], f))
			return false;
	s->c.second_id = next.id;
	subject.id = next.id;
	return deadline_set(s->cw, RULE_COMPLAINT_SECOND, &subject, s->c.outcome_on, f) &&
	       conference_note_change(s->cw, &next, &words, f);
}

/* --- A review brought forward --- */

static bool reviews_of(struct settling *s, int64_t plan, bool is_before, struct fault *f)
{
	struct deadline_row_list rows;

	if (!deadlines_of_subject(s->cw->store, SUBJECT_PLAN, plan, s->mem, &rows, f))
		return false;
	for (size_t i = 0; i < rows.count; i++) {
		const struct deadline_row *row = &rows.items[i];

		if (row->state != STANDING_OPEN || rule_lane(row->rule) != LANE_REVIEWS)
			continue;
		s->latest = row->due_on > s->latest || s->latest == DAY_NONE ? row->due_on : s->latest;
		s->moved += is_before && row->due_on > s->how->review_by;
	}
	return true;
}

/* Kept with the plan, beside every other reason why a review is earlier. */
static bool bring_forward(struct settling *s, int64_t plan, struct fault *f)
{
	struct review_early early = {
		.plan_id = plan,
		.trigger = EARLY_TRIGGER_COMPLAINT,
		.why = arena_printf(s->mem, "complaint %s about %s", s->c.reference, s->of.reference),
		.told = "",
		.review_by = s->how->review_by};

	return review_bring_forward(s->cw, &early, s->mem, f);
}

static bool each_plan(struct settling *s, bool is_before, struct fault *f)
{
	for (size_t i = 0; i < s->count; i++) {
		const struct plan *ours;
		struct plan_list plans;

		if (!plans_of_person(s->cw->store, s->children[i], s->mem, &plans, f))
			return false;
		ours = plan_of_ours(&plans, s->children[i]);
		if (ours && (is_before ? !reviews_of(s, ours->id, true, f) : !bring_forward(s, ours->id, f)))
			return false;
	}
	return true;
}

static bool check_review_by(struct settling *s, struct fault *f)
{
	char day[DATE_TEXT_ROOM];

	if (s->how->review_by == DAY_NONE)
		return fault_field(f, "review_by", "Enter the day by which the review is held now.");
	if (s->how->review_by < casework_today(s->cw))
		return fault_field(f, "review_by", "%s is over: enter today or a later day.",
				   date_medium(s->how->review_by, day));
	s->latest = DAY_NONE;
	if (!each_plan(s, true, f))
		return false;
	if (s->latest == DAY_NONE)
		return fault_field(f, "outcome",
				   "No child of %s waits for a review, so none can be brought forward: choose another "
				   "outcome.",
				   s->of.reference);
	return s->moved > 0 ||
	       fault_field(f, "review_by", "The review is due by %s already: brought forward means an earlier day.",
			   date_medium(s->latest, day));
}

/* --- Settling --- */

static bool follow(struct settling *s, struct fault *f)
{
	s->c.state = COMPLAINT_SETTLED;
	s->c.outcome = s->how->outcome;
	if (s->c.outcome == COMPLAINT_OUTCOME_SECOND_CONFERENCE && !ask_second(s, f))
		return false;
	if (s->c.outcome == COMPLAINT_OUTCOME_REVIEW_FORWARD)
		s->c.review_by = s->how->review_by;
	if (!complaint_save(s->cw->store, &s->c, f) ||
	    (s->c.outcome == COMPLAINT_OUTCOME_REVIEW_FORWARD && !each_plan(s, false, f)))
		return false;
	return deadline_met(s->cw, RULE_COMPLAINT_ANSWER, SUBJECT_COMPLAINT, s->c.id, s->c.outcome_on, f) &&
	       deadlines_withdraw_all(s->cw, SUBJECT_COMPLAINT, s->c.id, "settled", f) &&
	       complaint_tell(s->cw, &s->c, COMPLAINT_STEP_SETTLE, s->c.outcome_on,
			      arena_printf(s->mem, "%s: %s", complaint_outcome_label(s->c.outcome), s->c.outcome_words),
			      f) &&
	       complaint_settled(s->cw, &s->of,
				 arena_printf(s->mem, "%s: %s", s->c.reference, complaint_outcome_label(s->c.outcome)),
				 s->mem, f);
}

static bool settle(struct settling *s, struct fault *f)
{
	const struct complaint_settlement *how = s->how;

	if (!complaint_reach_for(s->cw, how->complaint_id, how->version, COMPLAINT_STEP_SETTLE, s->mem, &s->c, &s->of,
				 f))
		return false;
	s->c.outcome_on = how->on;
	s->c.outcome_words = how->words;
	if ((unsigned)how->outcome >= COMPLAINT_OUTCOME_COUNT)
		return fault_field(f, "outcome", "Choose how it is settled.");
	if (!words_tidy(&s->c.outcome_words, "words", true, s->mem, f) ||
	    !complaint_day(s->cw, &s->c.outcome_on, s->c.stage_on, "on", f))
		return false;
	if (!*s->c.outcome_words)
		return fault_field(f, "words", "Enter the answer, as they were told it.");
	return conference_children_ids(s->cw, s->of.id, s->mem, &s->children, &s->count, f) &&
	       (how->outcome != COMPLAINT_OUTCOME_REVIEW_FORWARD || check_review_by(s, f)) && follow(s, f);
}

bool casework_complaint_settle(struct casework *cw, const struct complaint_settlement *settlement, struct arena *mem,
			       int64_t *second, struct fault *f)
{
	struct settling s = {.cw = cw, .mem = mem, .how = settlement};

	*second = 0;
	if (!work_begin(cw, ACTION_HANDLE_COMPLAINTS, f))
		return false;
	if (!settle(&s, f))
		return work_undo(cw);
	*second = s.c.second_id;
	return work_end(cw, f, "complaint.settle", SUBJECT_COMPLAINT, s.c.id, s.c.family_id, "%s: %s", s.c.reference,
			complaint_outcome_label(s.c.outcome));
}
