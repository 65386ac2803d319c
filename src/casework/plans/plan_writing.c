/* The next version of a plan, written between conferences: its texts, actions and safety network. */
#include "casework/family_plan.h"

#include "domain/plan_list.h"
#include "plan_reach.h"
#include "plan_words.h"
#include "store/person_store.h"
#include "store/plan_version_store.h"

static bool too_late(const char *what, struct fault *f)
{
	return fault_set(f, FAULT_CONFLICT,
			 "Another person changed %s since you opened it. Look at it again, then make your change.",
			 what);
}

/* --- Begun --- */

static bool begin_in(struct casework *cw, int64_t family, struct arena *mem, struct plan_reached *reached,
		     struct fault *f)
{
	if (!plan_reach(cw, family, mem, reached, f))
		return false;
	if (reached->draft.id)
		return fault_set(f, FAULT_CONFLICT,
				 "Version %d of this plan is begun already: look at it, then go on with it.",
				 reached->draft.number);
	return plan_draft(cw, reached, mem, f);
}

bool casework_plan_begin(struct casework *cw, int64_t family, int64_t *out, struct fault *f)
{
	struct arena mem = {0};
	struct plan_reached reached;
	bool ok;

	*out = 0;
	if (!work_begin(cw, ACTION_WRITE_PLAN, f))
		return false;
	ok = begin_in(cw, family, &mem, &reached, f);
	ok = ok ? work_end(cw, f, "plan.begin", SUBJECT_FAMILY, family, family, "%s: plan %d, from plan %d",
			   reached.family.reference, reached.draft.number, reached.newest.number)
		: work_undo(cw);
	if (ok)
		*out = reached.draft.id;
	arena_finish(&mem);
	return ok;
}

/* --- Its texts --- */

static bool texts_in(struct casework *cw, int64_t family, struct plan_version *plan, struct arena *mem,
		     struct plan_reached *reached, struct fault *f)
{
	if (!plan_texts_tidy(plan, mem, f) || !plan_reach(cw, family, mem, reached, f))
		return false;
	if (reached->draft.id != (plan->version ? plan->id : 0))
		return too_late("this plan", f);
	if (!plan_draft(cw, reached, mem, f))
		return false;
	plan->id = reached->draft.id;
	plan->family_id = family;
	plan->conference_id = 0;
	plan->number = reached->draft.number;
	plan->written_on = casework_today(cw);
	plan->issued_on = DAY_NONE;
	plan->by_user = casework_user_name(cw);
	if (!plan->version)
		plan->version = reached->draft.version;
	return plan_version_keep(cw->store, plan, f);
}

bool casework_plan_texts(struct casework *cw, int64_t family, struct plan_version *plan, struct fault *f)
{
	struct arena mem = {0};
	struct plan_version kept = *plan;
	struct plan_reached reached;
	bool ok;

	if (!work_begin(cw, ACTION_WRITE_PLAN, f))
		return false;
	ok = texts_in(cw, family, &kept, &mem, &reached, f);
	ok = ok ? work_end(cw, f, "plan.texts", SUBJECT_FAMILY, family, family, "%s: plan %d, version %lld",
			   reached.family.reference, kept.number, (long long)kept.version)
		: work_undo(cw);
	if (ok) {
		plan->id = kept.id;
		plan->version = kept.version;
		plan->number = kept.number;
	}
	arena_finish(&mem);
	return ok;
}

/* --- Actions --- */

/* An action of the version that was given out is changed where it stands in the one being written. */
static bool find_copy(struct casework *cw, const struct plan_reached *reached, const struct plan_action_list *all,
		      int64_t *id, int64_t *version, struct arena *mem, struct fault *f)
{
	const struct plan_action *known = plan_action_find(all, *id);
	struct plan_action_list issued;

	if (known || !*version)
		return true;
	if (!plan_actions_of(cw->store, reached->newest.id, mem, &issued, f))
		return false;
	known = plan_action_find(&issued, *id);
	if (!known)
		return plan_action_gone(f);
	if (known->version != *version)
		return too_late("this action", f);
	if (!plan_action_is_open(known))
		return fault_set(f, FAULT_REFUSED,
				 "This action is %s: it stays as it was. Add a new one with what is to be done.",
				 plan_action_state_label(known->state));
	for (size_t i = 0; i < all->count; i++)
		if (all->items[i].earlier_id == *id) {
			*id = all->items[i].id;
			*version = all->items[i].version;
			return true;
		}
	return plan_action_gone(f);
}

static bool is_of_plan(const struct plan_reached *reached, int64_t child, struct fault *f)
{
	return plan_of_ours(&reached->plans, child) ||
	       fault_field(f, "child",
			   "Choose a child who is on a plan of ours now, or leave it empty: for all of them.");
}

static bool action_in(struct casework *cw, int64_t family, struct plan_action *action, struct arena *mem,
		      struct plan_reached *reached, struct fault *f)
{
	struct plan_action_list all;
	const struct plan_action *known;
	struct plan_desk desk = {.family_id = family, .from = casework_today(cw)};

	if (!plan_reach(cw, family, mem, reached, f) ||
	    (action->person_id && !is_of_plan(reached, action->person_id, f)) || !plan_draft(cw, reached, mem, f) ||
	    !plan_actions_of(cw->store, reached->draft.id, mem, &all, f) ||
	    !find_copy(cw, reached, &all, &action->id, &action->version, mem, f))
		return false;
	known = action->version ? plan_action_find(&all, action->id) : NULL;
	action->earlier_id = known ? known->earlier_id : 0;
	return plan_action_write(cw, &desk, reached->draft.id, &all, action, mem, f);
}

bool casework_plan_action(struct casework *cw, int64_t family, struct plan_action *action, struct fault *f)
{
	struct arena mem = {0};
	struct plan_action kept = *action;
	struct plan_reached reached;
	bool ok;

	if (!work_begin(cw, ACTION_WRITE_PLAN, f))
		return false;
	ok = action_in(cw, family, &kept, &mem, &reached, f);
	ok = ok ? work_end(cw, f, "plan.action", SUBJECT_FAMILY, family, family, "%s: plan %d, action %lld",
			   reached.family.reference, reached.draft.number, (long long)kept.id)
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

static bool action_drop_in(struct casework *cw, int64_t family, int64_t id, int64_t version, struct arena *mem,
			   struct plan_reached *reached, struct fault *f)
{
	struct plan_action_list all;

	if (!plan_reach(cw, family, mem, reached, f) || !plan_draft(cw, reached, mem, f) ||
	    !plan_actions_of(cw->store, reached->draft.id, mem, &all, f) ||
	    !find_copy(cw, reached, &all, &id, &version, mem, f))
		return false;
	return plan_action_find(&all, id) ? plan_action_drop(cw->store, id, version, f) : plan_action_gone(f);
}

bool casework_plan_action_drop(struct casework *cw, int64_t family, int64_t id, int64_t version, struct fault *f)
{
	struct arena mem = {0};
	struct plan_reached reached;
	bool ok;

	if (!work_begin(cw, ACTION_WRITE_PLAN, f))
		return false;
	ok = action_drop_in(cw, family, id, version, &mem, &reached, f);
	ok = ok ? work_end(cw, f, "plan.action_drop", SUBJECT_FAMILY, family, family, "%s: plan %d, action %lld",
			   reached.family.reference, reached.draft.number, (long long)id)
		: work_undo(cw);
	arena_finish(&mem);
	return ok;
}

/* --- The safety network --- */

/* Somebody who stands in the version that was given out is changed where they stand in the one being written. */
static bool find_helper(struct casework *cw, const struct plan_reached *reached, int64_t *id, int64_t *version,
			struct arena *mem, struct fault *f)
{
	struct plan_network_list issued, all;
	const struct plan_network *now;

	if (!*version || !reached->newest.id)
		return true;
	if (!plan_network_of(cw->store, reached->newest.id, mem, &issued, f) ||
	    !plan_network_of(cw->store, reached->draft.id, mem, &all, f))
		return false;
	for (size_t i = 0; i < issued.count; i++) {
		if (issued.items[i].id != *id)
			continue;
		now = plan_network_match(&all, &issued.items[i]);
		if (now) {
			*id = now->id;
			*version = now->version;
		}
	}
	return true;
}

static bool network_in(struct casework *cw, int64_t family, struct plan_network *one, struct arena *mem,
		       struct plan_reached *reached, struct fault *f)
{
	return plan_reach(cw, family, mem, reached, f) && plan_draft(cw, reached, mem, f) &&
	       find_helper(cw, reached, &one->id, &one->version, mem, f) &&
	       plan_network_write(cw, family, reached->draft.id, one, mem, f);
}

bool casework_plan_network(struct casework *cw, int64_t family, struct plan_network *one, struct fault *f)
{
	struct arena mem = {0};
	struct plan_network kept = *one;
	struct plan_reached reached;
	bool ok;

	if (!work_begin(cw, ACTION_WRITE_PLAN, f))
		return false;
	ok = network_in(cw, family, &kept, &mem, &reached, f);
	ok = ok ? work_end(cw, f, "plan.network", SUBJECT_FAMILY, family, family, "%s: plan %d, helper %lld",
			   reached.family.reference, reached.draft.number, (long long)kept.id)
		: work_undo(cw);
	if (ok) {
		one->id = kept.id;
		one->version = kept.version;
		one->plan_version_id = kept.plan_version_id;
	}
	arena_finish(&mem);
	return ok;
}

bool casework_plan_network_drop(struct casework *cw, int64_t family, int64_t id, int64_t version, struct fault *f)
{
	struct arena mem = {0};
	struct plan_reached reached;
	bool ok;

	if (!work_begin(cw, ACTION_WRITE_PLAN, f))
		return false;
	ok = plan_reach(cw, family, &mem, &reached, f) && plan_draft(cw, &reached, &mem, f) &&
	     find_helper(cw, &reached, &id, &version, &mem, f) &&
	     plan_network_take_out(cw, reached.draft.id, id, version, &mem, f);
	ok = ok ? work_end(cw, f, "plan.network_drop", SUBJECT_FAMILY, family, family, "%s: plan %d, helper %lld",
			   reached.family.reference, reached.draft.number, (long long)id)
		: work_undo(cw);
	arena_finish(&mem);
	return ok;
}
