/* What is typed of a plan, made fit to keep: its texts, an action and who does it, somebody of the safety network. */
#include "plan_words.h"

#include "invitee_words.h"
#include "live_reach.h"
#include "people_keeping.h"
#include "store/family_store.h"
#include "store/plan_version_store.h"
#include "words_tidy.h"

bool plan_texts_tidy(struct plan_version *plan, struct arena *mem, struct fault *f)
{
	for (int text = 0; text < PLAN_TEXT_COUNT; text++)
		if (!words_tidy(plan_text_in(plan, (enum plan_text)text), plan_text_token((enum plan_text)text),
				text != PLAN_TEXT_lead_social_worker, mem, f))
			return false;
	return words_tidy(&plan->why, "why", true, mem, f);
}

const struct plan_action *plan_action_find(const struct plan_action_list *all, int64_t id)
{
	for (size_t i = 0; i < all->count; i++)
		if (all->items[i].id == id)
			return &all->items[i];
	return NULL;
}

bool plan_action_gone(struct fault *f)
{
	return fault_set(f, FAULT_NOT_FOUND, "This action is not there any more. Open the plan again.");
}

/* --- Who does it --- */

static bool is_member(struct casework *cw, int64_t family, int64_t person, struct arena *mem, const char **name,
		      const char *field, struct fault *f)
{
	struct member_list members;
	char words[NAME_ROOM];

	if (!members_of_family(cw->store, family, mem, &members, f))
		return false;
	for (size_t i = 0; i < members.count; i++)
		if (members.items[i].person_id == person) {
			*name = arena_text(mem, person_full_name(&members.items[i].person, words));
			return true;
		}
	return fault_field(f, field, "This person is none of the family: choose somebody of the list, or write who.");
}

static bool name_invitee(struct casework *cw, const struct plan_desk *desk, const struct plan_action *known,
			 struct plan_action *action, struct arena *mem, struct fault *f)
{
	struct invitee invitee;

	if (known && known->who_invitee_id == action->who_invitee_id) {
		action->who = known->who;
		return true;
	}
	if (!desk->conference)
		return fault_field(f, "who", "Choose somebody of the family or of the core group, or write who.");
	if (!live_invitee(cw, desk->conference, action->who_invitee_id, mem, &invitee, f))
		return false;
	action->who = invitee_who(&invitee, mem);
	return true;
}

/* Whoever is chosen is written out too: a plan that was given out says whom it meant on that day. */
static bool name_who(struct casework *cw, const struct plan_desk *desk, const struct plan_action *known,
		     struct plan_action *action, struct arena *mem, struct fault *f)
{
	struct contact contact;

	if (!!action->who_invitee_id + !!action->who_contact_id + !!action->who_person_id > 1)
		return fault_field(f, "who", "Choose one person who does it, or write who.");
	if (action->who_invitee_id && !name_invitee(cw, desk, known, action, mem, f))
		return false;
	if (action->who_contact_id) {
		if (!people_contact_chosen(cw, "who", action->who_contact_id, mem, &contact, f))
			return false;
		action->who = arena_printf(mem, "%s, %s", contact.name, contact.agency);
	}
	if (action->who_person_id &&
	    !is_member(cw, desk->family_id, action->who_person_id, mem, &action->who, "who", f))
		return false;
	return *action->who || fault_field(f, "who", "Say who does it: choose somebody of the list, or write who.");
}

/* --- An action --- */

/* A day that stood there before may have passed since. */
static bool check_action(const struct plan_desk *desk, const struct plan_action *known,
			 const struct plan_action *action, struct fault *f)
{
	char day[DATE_TEXT_ROOM];

	if (!*action->what)
		return fault_field(f, "what", "Write what is to be done.");
	return action->by_on == DAY_NONE || action->by_on >= desk->from || (known && known->by_on == action->by_on) ||
	       fault_field(f, "by_on", "%s is in the past: enter the day it is to be done by, or none.",
			   date_medium(action->by_on, day));
}

/* What is new goes to the end; what became of it, and where it stands, stay as they are. */
static void take_known(const struct plan_action_list *all, const struct plan_action *known, struct plan_action *action)
{
	action->state = known ? known->state : PLAN_ACTION_OPEN;
	action->evidence = known ? known->evidence : "";
	action->difference = known ? known->difference : "";
	if (known && action->position <= 0)
		action->position = known->position;
	for (size_t i = 0; !known && i < all->count; i++)
		if (all->items[i].position >= action->position)
			action->position = all->items[i].position + 1;
	if (action->position <= 0)
		action->position = 1;
}

bool plan_action_write(struct casework *cw, const struct plan_desk *desk, int64_t plan,
		       const struct plan_action_list *all, struct plan_action *action, struct arena *mem,
		       struct fault *f)
{
	const struct plan_action *known = action->version ? plan_action_find(all, action->id) : NULL;

	if (action->version && !known)
		return plan_action_gone(f);
	if (!words_tidy(&action->what, "what", true, mem, f) || !words_tidy(&action->who, "who", false, mem, f) ||
	    !check_action(desk, known, action, f) || !name_who(cw, desk, known, action, mem, f))
		return false;
	take_known(all, known, action);
	action->plan_version_id = plan;
	return plan_action_keep(cw->store, action, f);
}

/* --- The safety network --- */

static bool network_gone(struct fault *f)
{
	return fault_set(f, FAULT_NOT_FOUND, "This helper is not in the plan any more. Open the plan again.");
}

static const struct plan_network *network_find(const struct plan_network_list *all, int64_t id)
{
	for (size_t i = 0; i < all->count; i++)
		if (all->items[i].id == id)
			return &all->items[i];
	return NULL;
}

static int network_place(const struct plan_network_list *all)
{
	int last = 0;

	for (size_t i = 0; i < all->count; i++)
		if (all->items[i].position > last)
			last = all->items[i].position;
	return last + 1;
}

bool plan_network_write(struct casework *cw, int64_t family, int64_t plan, struct plan_network *one, struct arena *mem,
			struct fault *f)
{
	const struct plan_network *known = NULL;
	struct plan_network_list all;

	if (!words_tidy(&one->name, "name", false, mem, f) || !words_tidy(&one->relation, "relation", false, mem, f) ||
	    !words_tidy(&one->does, "does", true, mem, f) || !plan_network_of(cw->store, plan, mem, &all, f) ||
	    (one->person_id && !is_member(cw, family, one->person_id, mem, &one->name, "name", f)))
		return false;
	if (!*one->name)
		return fault_field(f, "name", "Say who helps: choose somebody of the family, or write a name.");
	if (one->version && !(known = network_find(&all, one->id)))
		return network_gone(f);
	one->plan_version_id = plan;
	one->position = known ? known->position : network_place(&all);
	return plan_network_keep(cw->store, one, f);
}

bool plan_network_take_out(struct casework *cw, int64_t plan, int64_t id, int64_t version, struct arena *mem,
			   struct fault *f)
{
	struct plan_network_list all;

	if (!plan_network_of(cw->store, plan, mem, &all, f))
		return false;
	return network_find(&all, id) ? plan_network_drop(cw->store, id, version, f) : network_gone(f);
}
