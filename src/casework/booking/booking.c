/* Booking and moving a conference: the old slot given back, the new one taken, history and deadlines right, all in one
 * transaction. */
#include "base/text.h"
#include "booking_check.h"
#include "change_notice.h"
#include "conference_reach.h"
#include "deadline_keeping.h"
#include "report_keeping.h"
#include "sittings_keeping.h"
#include "slot_keeping.h"
#include "store/conference_store.h"
#include "words_tidy.h"

#include <string.h>

/* The trigger of the case file has the last word; what it says is put in the names of those concerned. */
static bool take_resource(struct casework *cw, const struct conference *c, const struct slot *slot, int64_t resource,
			  struct arena *mem, struct fault *f)
{
	const struct booking_row row = {resource, c->id, slot->day, slot->starts, slot->starts + slot->minutes};

	if (!resource || booking_insert(cw->store, &row, f))
		return true;
	if (store_refused_by(cw->store, "double booking"))
		(void)(booking_is_free(cw, slot, c->id, mem, f) &&
		       fault_set(f, FAULT_REFUSED, "This slot was taken a moment ago. Choose another."));
	return false;
}

static const char *given(const char *text)
{
	return text ? text : "";
}

static bool take_slot(struct casework *cw, struct conference *c, const struct booking *booking, bool is_late, int began,
		      struct arena *mem, struct fault *f)
{
	const struct slot *slot = &booking->slot;

	c->held_on = slot->day;
	c->starts = slot->starts;
	c->minutes = slot->minutes;
	c->chair_id = slot->chair_id;
	c->room_id = slot->room_id;
	c->minute_taker_id = slot->minute_taker_id;
	c->place = slot->place;
	c->late_reason = is_late ? booking->late_reason : "";
	c->late_agreed_by = is_late ? booking->late_agreed_by : "";
	c->policy = work_policy_name(cw);
	return conference_save(cw->store, c, f) && take_resource(cw, c, slot, slot->chair_id, mem, f) &&
	       take_resource(cw, c, slot, slot->room_id, mem, f) &&
	       take_resource(cw, c, slot, slot->minute_taker_id, mem, f) && sittings_follow_slot(cw, c, began, f) &&
	       conference_by_id(cw->store, c->id, mem, c, f); /* with the names of the new slot */
}

static bool tidy_booking(struct booking *b, struct arena *mem, struct fault *f)
{
	return words_tidy(&b->slot.place, "place", false, mem, f) &&
	       words_tidy(&b->late_reason, "late_reason", true, mem, f) &&
	       words_tidy(&b->late_agreed_by, "late_agreed_by", false, mem, f) &&
	       words_tidy(&b->reason, "reason", true, mem, f) &&
	       words_tidy(&b->agreed_by, "agreed_by", false, mem, f) &&
	       words_tidy(&b->interim_plan, "interim_plan", true, mem, f);
}

static bool book_in(struct casework *cw, struct conference *c, const struct booking *booking, struct arena *mem,
		    const struct transition **step, struct fault *f)
{
	struct booking_facts facts;
	struct change_words words = {.from = c->state,
				     .reason = booking->reason,
				     .agreed_by = booking->agreed_by,
				     .interim_plan = booking->interim_plan};
	int64_t *children;
	size_t count = 0;
	int began;

	if (!booking_facts_read(cw, c, mem, &facts, f) || !booking_check(cw, &facts, booking, mem, step, f))
		return false;
	words.step = conference_step_token((*step)->step);
	words.from_slot = slot_words(c, mem);
	c->state = (*step)->to;
	if (text_is_given(booking->interim_plan))
		c->interim_plan = booking->interim_plan;
	began = c->starts;
	if (!slot_give_back(cw, c, f) ||
	    !take_slot(cw, c, booking, booking_is_late(&facts, booking->slot.day), began, mem, f))
		return false;
	words.to_slot = slot_words(c, mem);
	return conference_note_change(cw, c, &words, f) &&
	       conference_children_ids(cw, c->id, mem, &children, &count, f) &&
	       deadlines_of_booking(cw, c, children, count, f) && reports_follow_day(cw, c, f) &&
	       change_notice_open(cw, c, f);
}

bool casework_book(struct casework *cw, const struct booking *booking, struct fault *f)
{
	struct arena mem = {0};
	struct booking tidy = *booking;
	struct conference c;
	const struct transition *step;
	bool ok;

	if (!work_begin(cw, ACTION_BOOK, f))
		return false;
	ok = tidy_booking(&tidy, &mem, f) && conference_reach(cw, booking->conference_id, &mem, &c, f) &&
	     book_in(cw, &c, &tidy, &mem, &step, f);
	ok = ok ? work_end(cw, f, step->step == STEP_BOOK ? "conference.book" : "conference.move", SUBJECT_CONFERENCE,
			   c.id, c.family_id, "%s: %s%s%s%s%s", c.reference, slot_words(&c, &mem),
			   *c.late_reason ? "; late: " : "", c.late_reason,
			   text_is_given(booking->reason) ? "; why: " : "", given(booking->reason))
		: work_undo(cw);
	arena_finish(&mem);
	return ok;
}
