/* An action of the plan, for one reader: what is to be done, for whom, and by whom as far as they may know. */
#include "letter_facts_inside.h"

#include "invitee_apart.h"
#include "store/person_store.h"

/* On paper that everybody in the room takes home stand those whom everybody may meet. */
bool facts_is_named_to(const struct facts_work *w, const struct invitee *one)
{
	if (one->capacity == CAPACITY_CHILD && !facts_may_name_child(w, one))
		return false;
	if (w->is_for_room)
		return w->sittings.count < 2 || !invitee_is_apart(&w->invitees, one);
	return one->id == w->reader->id || facts_may_meet(w, one);
}

/* Somebody of the list whom the reader may not meet is called by their place, and not by name. */
static const char *who_words(const struct facts_work *w, const struct plan_action *action)
{
	for (size_t i = 0; i < w->invitees.count; i++) {
		const struct invitee *one = &w->invitees.items[i];
		bool is_meant = (action->who_invitee_id && action->who_invitee_id == one->id) ||
				(action->who_person_id && action->who_person_id == one->person_id) ||
				(action->who_contact_id && action->who_contact_id == one->contact_id);

		if (!is_meant)
			continue;
		return facts_is_named_to(w, one) ? one->shown_name : arena_text(w->mem, facts_place_in_it(one));
	}
	return facts_words(w, action->who);
}

bool facts_action(struct facts_work *w, const struct plan_action *action, struct letter_row **out)
{
	struct person child;
	const char *for_whom = "";
	char day[DATE_TEXT_ROOM];

	*out = NULL;
	if (action->person_id) {
		if (!person_by_id(w->cw->store, action->person_id, w->mem, &child, w->f))
			return false;
		if (!facts_may_know_of(w, &child))
			return true;
		for_whom = facts_given_words(w, &child);
	} else if (!w->knows_all_children) {
		return true;
	}
	*out = facts_row(w, LETTER_LIST_ACTIONS);
	if (!*out)
		return false;
	(*out)->fields[LETTER_FIELD_ACTION_WHAT] = facts_words(w, action->what);
	(*out)->fields[LETTER_FIELD_ACTION_WHO] = who_words(w, action);
	(*out)->fields[LETTER_FIELD_ACTION_CHILD] = for_whom;
	if (action->by_on != DAY_NONE)
		(*out)->fields[LETTER_FIELD_ACTION_BY] = arena_text(w->mem, date_long(action->by_on, day));
	return true;
}
