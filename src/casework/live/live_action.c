/* The actions of an outline plan, and what became of those of the plan before it. */
#include "casework/live_plan.h"

#include "invitee_words.h"
#include "live_after.h"
#include "live_reach.h"
#include "slot_keeping.h"
#include "store/directory_store.h"
#include "store/family_store.h"
#include "store/plan_version_store.h"

static const struct plan_action *action_find(const struct plan_action_list *all, int64_t id)
{
	for (size_t i = 0; i < all->count; i++)
		if (all->items[i].id == id)
			return &all->items[i];
	return NULL;
}

static bool not_there(struct fault *f)
{
	return fault_set(f, FAULT_NOT_FOUND, "This action is not there any more. Open the plan again.");
}

/* --- Who does it --- */

static bool is_member(struct casework *cw, const struct conference *c, int64_t person, struct arena *mem,
		      const char **name, struct fault *f)
{
	struct member_list members;
	char words[NAME_ROOM];

	if (!members_of_family(cw->store, c->family_id, mem, &members, f))
		return false;
	for (size_t i = 0; i < members.count; i++)
		if (members.items[i].person_id == person) {
			*name = arena_text(mem, person_full_name(&members.items[i].person, words));
			return true;
		}
	return fault_field(f, "who", "This person is none of the family: choose somebody of the list, or write who.");
}

/* Whoever is chosen is written out too: a plan that was given out says whom it meant on that day. */
static bool name_who(struct casework *cw, const struct conference *c, const struct plan_action *known,
		     struct plan_action *action, struct arena *mem, struct fault *f)
{
	struct invitee invitee;
	struct contact contact;

	if (!!action->who_invitee_id + !!action->who_contact_id + !!action->who_person_id > 1)
		return fault_field(f, "who", "Choose one person who does it, or write who.");
	if (action->who_invitee_id && (!known || known->who_invitee_id != action->who_invitee_id)) {
		if (!live_invitee(cw, c, action->who_invitee_id, mem, &invitee, f))
			return false;
		action->who = invitee_who(&invitee, mem);
	} else if (action->who_invitee_id)
		action->who = known->who;
	if (action->who_contact_id) {
		if (!contact_by_id(cw->store, action->who_contact_id, mem, &contact, NULL))
			return fault_field(f, "who", "This contact is not in the directory any more: choose another.");
		action->who = arena_printf(mem, "%s, %s", contact.name, contact.agency);
	}
	if (action->who_person_id && !is_member(cw, c, action->who_person_id, mem, &action->who, f))
		return false;
	return *action->who || fault_field(f, "who", "Say who does it: choose somebody of the list, or write who.");
}

/* --- Written --- */

static bool check_action(const struct conference *c, const struct plan_action *action, struct fault *f)
{
	char day[DATE_TEXT_ROOM];

	if (!*action->what)
		return fault_field(f, "what", "Write what is to be done.");
	return action->by_on == DAY_NONE || action->by_on >= c->held_on ||
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

static bool action_in(struct casework *cw, int64_t id, struct plan_action *action, struct arena *mem,
		      struct conference *c, struct fault *f)
{
	const struct plan_action *known = NULL;
	const struct person *child;
	struct live_children children;
	struct plan_action_list all;
	struct plan_version plan;

	if (!words_tidy(&action->what, "what", true, mem, f) || !words_tidy(&action->who, "who", false, mem, f) ||
	    !live_reach(cw, ACTION_WRITE_RECORD, id, mem, c, f) || !check_action(c, action, f) ||
	    !live_children_read(cw, c, mem, &children, f) ||
	    (action->person_id && !live_child_find(&children, action->person_id, &child, f)) ||
	    !live_plan_begun(cw, c, mem, &plan, f) || !live_plan_may_change(c, &plan, f) ||
	    !plan_actions_of(cw->store, plan.id, mem, &all, f))
		return false;
	if (action->version) {
		known = action_find(&all, action->id);
		if (!known)
			return not_there(f);
	}
	if (!name_who(cw, c, known, action, mem, f))
		return false;
	take_known(&all, known, action);
	action->plan_version_id = plan.id;
	return plan_action_keep(cw->store, action, f);
}

bool casework_live_action(struct casework *cw, int64_t conference, struct plan_action *action, struct fault *f)
{
	struct arena mem = {0};
	struct plan_action kept = *action;
	struct conference c;
	bool ok;

	if (!work_begin(cw, ACTION_WRITE_RECORD, f))
		return false;
	ok = action_in(cw, conference, &kept, &mem, &c, f);
	ok = ok ? work_end(cw, f, "live.action", SUBJECT_CONFERENCE, c.id, c.family_id, "%s: action %lld", c.reference,
			   (long long)kept.id)
		: work_undo(cw);
	if (ok) {
		action->id = kept.id;
		action->version = kept.version;
		action->plan_version_id = kept.plan_version_id;
		action->position = kept.position;
	}
	arena_finish(&mem);
	return ok;
}

/* --- Dropped --- */

static bool drop_in(struct casework *cw, int64_t conference, int64_t id, int64_t version, struct arena *mem,
		    struct conference *c, struct fault *f)
{
	struct plan_action_list all;
	struct plan_version plan;

	if (!live_reach(cw, ACTION_WRITE_RECORD, conference, mem, c, f) ||
	    !plan_version_of_conference(cw->store, c->id, mem, &plan, f) || !live_plan_may_change(c, &plan, f) ||
	    !plan_actions_of(cw->store, plan.id, mem, &all, f))
		return false;
	return action_find(&all, id) ? plan_action_drop(cw->store, id, version, f) : not_there(f);
}

bool casework_live_action_drop(struct casework *cw, int64_t conference, int64_t id, int64_t version, struct fault *f)
{
	struct arena mem = {0};
	struct conference c;
	bool ok;

	if (!work_begin(cw, ACTION_WRITE_RECORD, f))
		return false;
	ok = drop_in(cw, conference, id, version, &mem, &c, f);
	ok = ok ? work_end(cw, f, "live.action_drop", SUBJECT_CONFERENCE, c.id, c.family_id, "%s: action %lld",
			   c.reference, (long long)id)
		: work_undo(cw);
	arena_finish(&mem);
	return ok;
}

/* --- What became of it --- */

static bool mark_in(struct casework *cw, int64_t id, struct plan_action *action, struct arena *mem,
		    struct conference *c, struct fault *f)
{
	struct plan_version own, earlier;
	struct plan_action_list all;

	if (!words_tidy(&action->evidence, "evidence", true, mem, f) ||
	    !words_tidy(&action->difference, "difference", true, mem, f) ||
	    !live_reach(cw, ACTION_WRITE_RECORD, id, mem, c, f) ||
	    !plan_version_of_conference(cw->store, c->id, mem, &own, f) ||
	    !live_plan_before(cw, c, &own, mem, &earlier, f) || !plan_actions_of(cw->store, earlier.id, mem, &all, f))
		return false;
	if ((unsigned)action->state >= PLAN_ACTION_STATE_COUNT)
		return fault_field(f, "state", "Choose what became of it.");
	return action_find(&all, action->id) ? plan_action_mark(cw->store, action, f) : not_there(f);
}

bool casework_live_action_mark(struct casework *cw, int64_t conference, struct plan_action *action, struct fault *f)
{
	struct arena mem = {0};
	struct plan_action kept = *action;
	struct conference c;
	bool ok;

	if (!work_begin(cw, ACTION_WRITE_RECORD, f))
		return false;
	ok = mark_in(cw, conference, &kept, &mem, &c, f);
	ok = ok ? work_end(cw, f, "live.action_mark", SUBJECT_CONFERENCE, c.id, c.family_id, "%s: action %lld: %s",
			   c.reference, (long long)kept.id, plan_action_state_label(kept.state))
		: work_undo(cw);
	if (ok)
		action->version = kept.version;
	arena_finish(&mem);
	return ok;
}
