/* The safety network of an outline plan: who of the family's own people helps, and how. */
#include "casework/live_plan.h"

#include "live_after.h"
#include "live_reach.h"
#include "plan_words.h"
#include "store/plan_version_store.h"

static bool network_in(struct casework *cw, int64_t id, struct plan_network *one, struct arena *mem,
		       struct conference *c, struct fault *f)
{
	struct plan_version plan;

	return live_reach(cw, ACTION_WRITE_RECORD, id, mem, c, f) && live_plan_begun(cw, c, mem, &plan, f) &&
	       live_plan_may_change(c, &plan, f) && plan_network_write(cw, c->family_id, plan.id, one, mem, f);
}

bool casework_live_network(struct casework *cw, int64_t conference, struct plan_network *one, struct fault *f)
{
	struct arena mem = {0};
	struct plan_network kept = *one;
	struct conference c;
	bool ok;

	if (!work_begin(cw, ACTION_WRITE_RECORD, f))
		return false;
	ok = network_in(cw, conference, &kept, &mem, &c, f);
	ok = ok ? work_end(cw, f, "live.network", SUBJECT_CONFERENCE, c.id, c.family_id, "%s: helper %lld", c.reference,
			   (long long)kept.id)
		: work_undo(cw);
	if (ok) {
		one->id = kept.id;
		one->version = kept.version;
		one->plan_version_id = kept.plan_version_id;
	}
	arena_finish(&mem);
	return ok;
}

bool casework_live_network_drop(struct casework *cw, int64_t conference, int64_t id, int64_t version, struct fault *f)
{
	struct arena mem = {0};
	struct plan_version plan;
	struct conference c;
	bool ok;

	if (!work_begin(cw, ACTION_WRITE_RECORD, f))
		return false;
	ok = live_reach(cw, ACTION_WRITE_RECORD, conference, &mem, &c, f) &&
	     plan_version_of_conference(cw->store, c.id, &mem, &plan, f) && live_plan_may_change(&c, &plan, f) &&
	     plan_network_take_out(cw, plan.id, id, version, &mem, f);
	ok = ok ? work_end(cw, f, "live.network_drop", SUBJECT_CONFERENCE, c.id, c.family_id, "%s: helper %lld",
			   c.reference, (long long)id)
		: work_undo(cw);
	arena_finish(&mem);
	return ok;
}
