/* Finding one invitee, and what is not read with the row. */
#include "invitee_reading.h"

#include "own_conference.h"
#include "store/directory_store.h"
#include "store/invitee_store.h"
#include "store/person_store.h"

static bool postal_of_person(struct casework *cw, int64_t person, struct arena *mem, const char **out, struct fault *f)
{
	struct address_list all;
	const struct address *now;

	if (!addresses_of(cw->store, person, mem, &all, f))
		return false;
	if (all.count == 0 || all.items[0].to_on != DAY_NONE)
		return true;
	now = &all.items[0];
	*out = *now->postcode ? arena_joined(mem, now->lines, "\n", now->postcode) : now->lines;
	return true;
}

bool invitee_postal(struct casework *cw, const struct invitee *invitee, struct arena *mem, const char **out,
		    struct fault *f)
{
	struct contact contact;

	*out = invitee->address;
	if (invitee->method != METHOD_POST || *invitee->address)
		return true;
	if (invitee->person_id)
		return postal_of_person(cw, invitee->person_id, mem, out, f);
	if (!invitee->contact_id)
		return true;
	if (!contact_by_id(cw->store, invitee->contact_id, mem, &contact, f))
		return false;
	*out = contact.address;
	return true;
}

bool invitee_reach(struct casework *cw, int64_t id, int64_t version, struct arena *mem, struct invitee *invitee,
		   struct conference *conference, struct fault *f)
{
	struct fault hidden = {0};

	if (!invitee_by_id(cw->store, id, mem, invitee, f))
		return false;
	if (!conference_reach_for(cw, ACTION_INVITE, invitee->conference_id, mem, conference, &hidden)) {
		if (f)
			*f = hidden;
		return hidden.code != FAULT_NOT_FOUND ? false
						      : fault_set(f, FAULT_NOT_FOUND,
								  "This invitation is not in the case file any more. "
								  "Open the conference again.");
	}
	if (invitee->is_withdrawn)
		return fault_set(f, FAULT_REFUSED, "%s was taken off the list. Add them again first.",
				 invitee->shown_name);
	if (invitee->version != version)
		return fault_set(f, FAULT_CONFLICT,
				 "Another person changed this invitation since you opened it. Look at it again, then "
				 "make your change.");
	return true;
}

bool invitees_may_change(const struct conference *conference, struct fault *f)
{
	if (conference->state == STATE_CANCELLED)
		return fault_set(f, FAULT_REFUSED, "%s is cancelled: its list of invitees stays as it was.",
				 conference->reference);
	if (conference_state_is_held(conference->state) || conference_state_is_ended(conference->state))
		return fault_set(f, FAULT_REFUSED, "%s has taken place: its list of invitees stays as it was.",
				 conference->reference);
	return true;
}
