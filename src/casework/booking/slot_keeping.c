/* What booking and giving up a slot have in common. */
#include "slot_keeping.h"

#include "store/booking_store.h"
#include "store/conference_store.h"

bool conference_children_ids(struct casework *cw, int64_t conference, struct arena *mem, int64_t **ids, size_t *count,
			     struct fault *f)
{
	struct person_list children;

	if (!conference_children(cw->store, conference, mem, &children, f))
		return false;
	*ids = arena_alloc(mem, (children.count + 1) * sizeof **ids);
	if (!*ids)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to save this: nothing was saved.");
	for (size_t i = 0; i < children.count; i++)
		(*ids)[i] = children.items[i].id;
	*count = children.count;
	return true;
}

bool slot_give_back(struct casework *cw, struct conference *c, struct fault *f)
{
	if (!bookings_drop(cw->store, c->id, f))
		return false;
	c->held_on = DAY_NONE;
	c->starts = c->minutes = -1;
	c->chair_id = c->room_id = c->minute_taker_id = 0;
	c->chair = c->room = c->minute_taker = c->place = "";
	c->late_reason = c->late_agreed_by = "";
	return true;
}

bool conference_note_change(struct casework *cw, const struct conference *c, const struct change_words *words,
			    struct fault *f)
{
	const struct conference_change change = {
		.conference_id = c->id,
		.at = work_now(cw),
		.by_user = casework_user_name(cw),
		.step = words->step,
		.from_state = words->from,
		.to_state = c->state,
		.from_slot = words->from_slot,
		.to_slot = words->to_slot,
		.reason = words->reason ? words->reason : "",
		.agreed_by = words->agreed_by ? words->agreed_by : "",
		.interim_plan = words->interim_plan ? words->interim_plan : "",
	};

	return conference_change_insert(cw->store, &change, f);
}
