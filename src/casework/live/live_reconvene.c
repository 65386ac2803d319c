/* Asking for the conference that goes on where one could not, and what becomes of the limits of the one that was begun.
 */
#include "live_reconvene.h"

#include "deadline_keeping.h"
#include "slot_keeping.h"
#include "store/conference_store.h"
#include "store/deadline_store.h"
#include "store/letter_store.h"

/* The limits that a conference has of its own; an enquiry's and a plan's are theirs. */
static const enum rule_key own_limits[] = {RULE_TRANSFER_IN, RULE_PREBIRTH, RULE_COMPLAINT_SECOND};
enum { OWN_LIMITS = sizeof own_limits / sizeof *own_limits };

/* What the family needed today it needs then, until somebody says otherwise. */
static struct conference as_before(const struct casework *cw, const struct conference *c, const char *why,
				   struct arena *mem)
{
	struct conference next = *c;

	next.id = next.version = 0;
	next.earlier_id = c->id;
	next.type = CONFERENCE_RECONVENED;
	next.state = STATE_REQUESTED;
	next.source = SOURCE_TYPED;
	next.policy = work_policy_name(cw);
	next.requested_on = casework_today(cw);
	next.reason = arena_printf(mem, "goes on with %s: %s", c->reference, why);
	next.held_on = DAY_NONE;
	next.starts = next.minutes = -1;
	next.chair_id = next.room_id = next.minute_taker_id = 0;
	next.chair = next.room = next.minute_taker = next.place = "";
	next.late_reason = next.late_agreed_by = "";
	return next;
}

static bool ask(struct casework *cw, struct conference *next, const int64_t *children, size_t count, struct arena *mem,
		struct fault *f)
{
	const struct change_words words = {.step = "request",
					   .from = STATE_REQUESTED,
					   .from_slot = "",
					   .to_slot = "",
					   .reason = next->reason,
					   .interim_plan = next->interim_plan};

	if (!store_next_reference(cw->store, "C", 4, mem, &next->reference, f) ||
	    !conference_insert(cw->store, next, f))
		return false;
	for (size_t i = 0; i < count; i++)
		if (!conference_child_insert(cw->store, next->id, children[i], f))
			return false;
	return conference_note_change(cw, next, &words, f);
}

/* A limit that was not met goes on with the one that is to meet it, counted from where it was counted from. */
static bool carry_limit(struct casework *cw, enum rule_key rule, const struct conference *from,
			const struct conference *to, const struct deadline_subject *subject, struct arena *mem,
			struct fault *f)
{
	struct deadline_row row;

	if (!deadline_open_one(cw->store, rule, SUBJECT_CONFERENCE, from->id, mem, &row, f))
		return false;
	return !row.id || (deadline_set(cw, rule, subject, row.trigger_on, f) &&
			   deadline_withdraw(cw, rule, SUBJECT_CONFERENCE, from->id,
					     arena_printf(mem, "it goes on with %s", to->reference), f));
}

bool live_reconvene(struct casework *cw, const struct conference *conference, const int64_t *children, size_t count,
		    const char *why, struct arena *mem, int64_t *out, struct fault *f)
{
	struct conference next = as_before(cw, conference, why, mem);
	struct deadline_subject subject = {.kind = SUBJECT_CONFERENCE,
					   .family_id = conference->family_id,
					   .children = children,
					   .child_count = count};

	if (!ask(cw, &next, children, count, mem, f))
		return false;
	subject.id = next.id;
	for (int i = 0; i < OWN_LIMITS; i++)
		if (!carry_limit(cw, own_limits[i], conference, &next, &subject, mem, f))
			return false;
	*out = next.id;
	/* One that was itself asked for again was held within its days, whatever came of it. */
	return deadline_met(cw, RULE_INQUORATE_REBOOK, SUBJECT_CONFERENCE, conference->id, conference->held_on, f) &&
	       deadline_set(cw, RULE_INQUORATE_REBOOK, &subject, conference->held_on, f);
}

static bool answer_enquiry(struct casework *cw, const struct conference *c, struct arena *mem, struct fault *f)
{
	struct enquiry enquiry;

	if (!c->enquiry_id)
		return true;
	if (!enquiry_by_id(cw->store, c->enquiry_id, mem, &enquiry, f))
		return false;
	if (enquiry.conference_required != ANSWER_YES) {
		enquiry.conference_required = ANSWER_YES;
		if (!enquiry_save(cw->store, &enquiry, f))
			return false;
	}
	return deadline_met(cw, RULE_ICPC, SUBJECT_ENQUIRY, c->enquiry_id, c->held_on, f);
}

/* One that decided for some goes its own way to its record. */
static bool end_earlier(struct casework *cw, struct conference *earlier, const char *why, struct fault *f)
{
	const struct transition *step = transition_find(earlier->state, STEP_RECONVENE);
	struct change_words words = {
		.step = conference_step_token(STEP_RECONVENE), .from = earlier->state, .reason = why};

	if (!step)
		return true;
	earlier->state = step->to;
	return conference_save(cw->store, earlier, f) && conference_note_change(cw, earlier, &words, f);
}

bool live_earlier_is_over(struct casework *cw, const struct conference *conference, struct arena *mem, struct fault *f)
{
	const char *why = arena_printf(mem, "%s went on with it", conference->reference);
	struct conference at = *conference;

	while (at.type == CONFERENCE_RECONVENED && at.earlier_id) {
		if (!conference_by_id(cw->store, at.earlier_id, mem, &at, f) || !end_earlier(cw, &at, why, f))
			return false;
	}
	return true;
}

bool live_limits_met(struct casework *cw, const struct conference *conference, struct arena *mem, struct fault *f)
{
	for (int i = 0; i < OWN_LIMITS; i++)
		if (!deadline_met(cw, own_limits[i], SUBJECT_CONFERENCE, conference->id, conference->held_on, f))
			return false;
	return deadline_met(cw, RULE_INQUORATE_REBOOK, SUBJECT_CONFERENCE, conference->id, conference->held_on, f) &&
	       answer_enquiry(cw, conference, mem, f);
}

/* An invitation that still waits to be sent would now ask somebody to come to what was. */
static bool withdraw_letters(struct casework *cw, const struct conference *c, const char *why, struct arena *mem,
			     struct fault *f)
{
	struct letter_listed_list all;

	if (!letters_of_conference(cw->store, c->id, mem, &all, f))
		return false;
	for (size_t i = 0; i < all.count; i++) {
		struct delivery delivery;

		if (all.items[i].state != DELIVERY_WAITING)
			continue;
		if (!delivery_by_id(cw->store, all.items[i].delivery_id, mem, &delivery, f))
			return false;
		delivery.state = DELIVERY_WITHDRAWN;
		delivery.settled_at = work_now(cw);
		delivery.said = why;
		if (!delivery_save(cw->store, &delivery, DELIVERY_WAITING, f))
			return false;
	}
	return true;
}

bool live_day_is_over(struct casework *cw, const struct conference *conference, const char *why, struct arena *mem,
		      struct fault *f)
{
	return deadlines_of_lost_day(cw, conference, why, f) &&
	       deadline_withdraw(cw, RULE_CHANGE_NOTICE, SUBJECT_CONFERENCE, conference->id, why, f) &&
	       withdraw_letters(cw, conference, why, mem, f);
}
