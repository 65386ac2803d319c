/* A conference that was held, as a census child tells of it: found or kept, and what was booked for it closed. */
#include "intake_parts.h"

#include "deadline_keeping.h"
#include "slot_keeping.h"
#include "store/child_events_store.h"
#include "store/conference_store.h"
#include "store/plan_store.h"

static bool find_for_child(struct child_intake *in, const struct intake_held *held, int64_t *out, struct fault *f)
{
	if (conference_type_is_initial(held->type))
		return conference_that_began(in->cw->store, in->person.id, held->day, out, f);
	return conference_of_child(in->cw->store, held->type, in->person.id, held->day, out, f);
}

static bool keep_conference(struct child_intake *in, const struct intake_held *held, int64_t *out, struct fault *f)
{
	struct conference row = {.family_id = in->family_id,
				 .enquiry_id = held->enquiry_id,
				 .earlier_id = held->earlier_id,
				 .type = held->type,
				 .state = STATE_CLOSED,
				 .source = SOURCE_CENSUS,
				 .policy = "", /* arranged before this file, by rules that are not known */
				 .requested_on = held->requested_on,
				 .transfer_notified_on = DAY_NONE,
				 .transfer_referred_on = DAY_NONE,
				 .transfer_accepted_on = DAY_NONE,
				 .transfer_moved_on = DAY_NONE,
				 .held_on = held->day,
				 .starts = -1,
				 .minutes = -1};

	if (!store_next_reference(in->cw->store, "C", 4, &in->scratch, &row.reference, f) ||
	    !conference_insert(in->cw->store, &row, f))
		return false;
	in->conferences++;
	*out = row.id;
	return true;
}

/* A family meets once a day: a conference about an unborn child is its born siblings' initial conference too. */
static bool find_for_family(struct child_intake *in, const struct intake_held *held, int64_t *out, struct fault *f)
{
	struct store *store = in->cw->store;

	if (!conference_held_on(store, held->type, in->family_id, held->day, out, f))
		return false;
	if (*out || (held->type != CONFERENCE_INITIAL && held->type != CONFERENCE_PRE_BIRTH))
		return true;
	return conference_held_on(store, held->type == CONFERENCE_INITIAL ? CONFERENCE_PRE_BIRTH : CONFERENCE_INITIAL,
				  in->family_id, held->day, out, f);
}

/* The next reviews of all children count from this one, not only those of the child who is being taken in. */
static bool count_from_it(struct child_intake *in, int64_t conference, struct fault *f)
{
	struct person_list children;
	struct plan_list plans;

	if (!conference_children(in->cw->store, conference, &in->scratch, &children, f))
		return false;
	for (size_t i = 0; i < children.count; i++) {
		if (!plans_of_person(in->cw->store, children.items[i].id, &in->scratch, &plans, f))
			return false;
		for (size_t k = 0; k < plans.count; k++)
			if (plans.items[k].ended_on == DAY_NONE &&
			    !deadlines_of_plan(in->cw, plans.items[k].id, false, f))
				return false;
	}
	return true;
}

/* What was arranged here took place, says the return: it keeps the slot it was booked with, and what was to be done
 * before the day is over. */
static bool close_booked(struct child_intake *in, int64_t id, bool *closed, struct fault *f)
{
	struct conference c;
	struct change_words words = {.step = conference_step_token(STEP_CLOSE),
				     .from_slot = "",
				     .to_slot = "",
				     .reason = "held, says the census return",
				     .agreed_by = ""};

	if (!conference_by_id(in->cw->store, id, &in->scratch, &c, f))
		return false;
	*closed = c.state == STATE_SCHEDULED || c.state == STATE_INVITED || c.state == STATE_READY;
	if (!*closed)
		return true;
	words.from = c.state;
	c.state = STATE_CLOSED;
	return conference_save(in->cw->store, &c, f) && conference_note_change(in->cw, &c, &words, f) &&
	       deadline_met(in->cw, conference_rule(c.type, false), SUBJECT_CONFERENCE, c.id, c.held_on, f) &&
	       deadlines_withdraw_all(in->cw, SUBJECT_CONFERENCE, c.id, "the conference was held", f) &&
	       count_from_it(in, c.id, f);
}

bool intake_conference_held(struct child_intake *in, const struct intake_held *held, int64_t *out, bool *added,
			    struct fault *f)
{
	*added = false;
	if (!find_for_child(in, held, out, f))
		return false;
	if (*out) {
		if (!close_booked(in, *out, added, f))
			return false;
		in->has_changed = in->has_changed || *added;
		return true;
	}
	if (!find_for_family(in, held, out, f) || (*out == 0 && !keep_conference(in, held, out, f)))
		return false;
	*added = in->has_changed = true;
	return conference_child_insert(in->cw->store, *out, in->person.id, f);
}
