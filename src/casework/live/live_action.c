/* The actions of an outline plan, and what became of those of the plan before it. */
#include "casework/live_plan.h"

#include "live_after.h"
#include "live_reach.h"
#include "plan_words.h"
#include "store/plan_version_store.h"
#include "words_tidy.h"

static bool action_in(struct casework *cw, int64_t id, struct plan_action *action, struct arena *mem,
		      struct conference *c, struct fault *f)
{
	const struct person *child;
	struct live_children children;
	struct plan_action_list all;
	struct plan_version plan;
	struct plan_desk desk = {.conference = c};

	if (!live_reach(cw, ACTION_WRITE_RECORD, id, mem, c, f) || !live_children_read(cw, c, mem, &children, f) ||
	    (action->person_id && !live_child_find(&children, action->person_id, &child, f)) ||
	    !live_plan_begun(cw, c, mem, &plan, f) || !live_plan_may_change(c, &plan, f) ||
	    !plan_actions_of(cw->store, plan.id, mem, &all, f))
		return false;
	desk.family_id = c->family_id;
	desk.from = c->held_on;
	return plan_action_write(cw, &desk, plan.id, &all, action, mem, f);
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
	return plan_action_find(&all, id) ? plan_action_drop(cw->store, id, version, f) : plan_action_gone(f);
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
	return plan_action_find(&all, action->id) ? plan_action_mark(cw->store, action, f) : plan_action_gone(f);
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
