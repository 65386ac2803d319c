/* What the rules of a decision need to know of a child: its open plan, referral and need. */
#include "live_decision.h"

#include "store/conference_store.h"
#include "store/episode_store.h"
#include "store/plan_store.h"

bool live_type_repeated(struct casework *cw, const struct conference *conference, struct arena *mem,
			enum conference_type *out, struct fault *f)
{
	struct conference earlier;

	*out = conference->type;
	if ((conference->type != CONFERENCE_RECONVENED && conference->type != CONFERENCE_SECOND) ||
	    !conference->earlier_id)
		return true;
	if (!conference_by_id(cw->store, conference->earlier_id, mem, &earlier, f))
		return false;
	*out = earlier.type;
	return true;
}

bool live_decision_child(struct casework *cw, const struct conference *conference, enum conference_type of,
			 const struct person *child, struct arena *mem, struct plan *plan, struct decision_child *out,
			 struct fault *f)
{
	struct plan_list plans;
	struct episode episode;

	*plan = (struct plan){0};
	*out = (struct decision_child){.person = child,
				       .type = conference->type,
				       .of = of,
				       .held_on = conference->held_on,
				       .may_be_multiple = casework_policy(cw)->may_be_multiple};
	if (!plans_of_person(cw->store, child->id, mem, &plans, f) ||
	    !episode_latest(cw->store, child->id, mem, &episode, f) ||
	    !need_plan_is_open(cw->store, child->id, &out->need_plan_is_open, f))
		return false;
	out->referred_on = episode.referred_on;
	if (plans.count && plans.items[0].ended_on == DAY_NONE) { /* open ones come first */
		*plan = plans.items[0];
		out->open_plan = plan;
	}
	return true;
}
