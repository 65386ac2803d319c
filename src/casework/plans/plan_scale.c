/* How safe a child was said to be between conferences. */
#include "casework/family_plan.h"

#include "domain/plan_list.h"
#include "plan_reach.h"
#include "store/plan_version_store.h"
#include "words_tidy.h"

#include <string.h>

static bool check_child(const struct plan_reached *reached, const struct plan_scale_said *said, struct fault *f)
{
	const struct plan *plan = plan_of_ours(&reached->plans, said->person_id);
	char words[DATE_TEXT_ROOM];

	if (!plan)
		return fault_field(f, "child", "Choose a child who is on a plan of ours now.");
	return said->said_on >= plan->started_on ||
	       fault_field(f, "on", "%s is before the plan began: enter the day it was said.",
			   date_medium(said->said_on, words));
}

static bool is_not_written(struct casework *cw, int64_t family, const struct plan_scale_said *said, struct arena *mem,
			   struct fault *f)
{
	struct plan_scale_said_list all;
	char day[DATE_TEXT_ROOM];

	if (!plan_scales_of_family(cw->store, family, mem, &all, f))
		return false;
	for (size_t i = 0; i < all.count; i++) {
		const struct plan_scale_said *one = &all.items[i];

		if (one->person_id == said->person_id && one->said_on == said->said_on && one->scale == said->scale &&
		    strcmp(one->who, said->who) == 0 && strcmp(one->why, said->why) == 0)
			return fault_field(f, "scale", "That %s said %d on %s is written down already.", said->who,
					   said->scale, date_medium(said->said_on, day));
	}
	return true;
}

static bool scale_in(struct casework *cw, int64_t family, struct plan_scale_said *said, struct arena *mem,
		     struct plan_reached *reached, struct fault *f)
{
	char words[DATE_TEXT_ROOM];

	if (!words_tidy(&said->who, "who", false, mem, f) || !words_tidy(&said->why, "why", true, mem, f) ||
	    !plan_reach(cw, family, mem, reached, f))
		return false;
	if (!reached->is_open)
		return fault_set(f, FAULT_REFUSED,
				 "No child of this family is on a plan of ours now: there is no plan to change.");
	if (said->scale < 0 || said->scale > PLAN_SCALE_MOST)
		return fault_field(f, "scale", "Enter a number from 0 to 10.");
	if (!*said->who)
		return fault_field(f, "who", "Say who said it: the core group, or a name.");
	if (said->said_on == DAY_NONE)
		return fault_field(f, "on", "Enter the day it was said.");
	if (said->said_on > casework_today(cw))
		return fault_field(f, "on", "%s is in the future: enter the day it was said.",
				   date_medium(said->said_on, words));
	if (!check_child(reached, said, f) || !is_not_written(cw, family, said, mem, f))
		return false;
	said->family_id = family;
	said->by_user = cw->login;
	return plan_scale_insert(cw->store, said, f);
}

bool casework_plan_scale(struct casework *cw, int64_t family, struct plan_scale_said *said, struct fault *f)
{
	struct arena mem = {0};
	struct plan_scale_said kept = *said;
	struct plan_reached reached;
	bool ok;

	if (!work_begin(cw, ACTION_WRITE_PLAN, f))
		return false;
	ok = scale_in(cw, family, &kept, &mem, &reached, f);
	ok = ok ? work_end(cw, f, "plan.scale", SUBJECT_PERSON, kept.person_id, family, "%s: %d of 10",
			   reached.family.reference, kept.scale)
		: work_undo(cw);
	if (ok)
		said->id = kept.id;
	arena_finish(&mem);
	return ok;
}
