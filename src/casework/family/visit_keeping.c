/* The visit each child on a plan is owed next, kept right whatever is written down, late, or corrected. */
#include "visit_keeping.h"

#include "domain/plan_list.h"
#include "store/deadline_store.h"
#include "store/plan_store.h"
#include "store/visit_store.h"

static bool has_any(struct casework *cw, int64_t plan, struct arena *mem, bool *out, struct fault *f)
{
	struct deadline_row_list rows;

	*out = false;
	if (!deadlines_of_subject(cw->store, SUBJECT_PLAN, plan, mem, &rows, f))
		return false;
	for (size_t i = 0; i < rows.count; i++)
		*out = *out || rows.items[i].rule == RULE_VISIT;
	return true;
}

static bool begin(struct casework *cw, const struct deadline_subject *plan, struct arena *mem, struct fault *f)
{
	day_number from;
	bool has;

	if (!has_any(cw, plan->id, mem, &has, f) || has)
		return has;
	return visits_owed_from(cw->store, plan->id, &from, f) &&
	       (from == DAY_NONE || deadline_set(cw, RULE_VISIT, plan, from, f));
}

bool visits_of_plan(struct casework *cw, const struct deadline_subject *plan, struct fault *f)
{
	struct arena mem = {0};
	bool ok = begin(cw, plan, &mem, f);

	arena_finish(&mem);
	return ok;
}

/* What the last visit had met is owed again, as often as it takes to come back to `from`. */
static bool go_back(struct casework *cw, int64_t plan, day_number from, struct deadline_row *open, struct arena *mem,
		    struct fault *f)
{
	while (open->id && (from == DAY_NONE || open->trigger_on > from))
		if (!deadline_withdraw(cw, RULE_VISIT, SUBJECT_PLAN, plan, "the visit was corrected", f) ||
		    !deadline_undone(cw, RULE_VISIT, SUBJECT_PLAN, plan, f) ||
		    !deadline_open_one(cw->store, RULE_VISIT, SUBJECT_PLAN, plan, mem, open, f))
			return false;
	return true;
}

static bool follow(struct casework *cw, const struct plan *plan, struct arena *mem, struct fault *f)
{
	const struct deadline_subject subject = {.kind = SUBJECT_PLAN,
						 .id = plan->id,
						 .family_id = plan->family_id,
						 .children = &plan->person_id,
						 .child_count = 1};
	struct deadline_row open;
	day_number seen, owed_from;

	if (!visit_last_seen(cw->store, plan->person_id, plan->started_on, &seen, f) ||
	    !visits_owed_from(cw->store, plan->id, &owed_from, f) ||
	    !deadline_open_one(cw->store, RULE_VISIT, SUBJECT_PLAN, plan->id, mem, &open, f) ||
	    !go_back(cw, plan->id, seen == DAY_NONE ? owed_from : seen, &open, mem, f))
		return false;
	if (seen == DAY_NONE || (open.id && open.trigger_on == seen))
		return true;
	return deadline_met(cw, RULE_VISIT, SUBJECT_PLAN, plan->id, seen, f) &&
	       deadline_set(cw, RULE_VISIT, &subject, seen, f);
}

bool visits_follow(struct casework *cw, int64_t person, struct arena *mem, struct fault *f)
{
	const struct plan *ours;
	struct plan_list plans;

	if (!plans_of_person(cw->store, person, mem, &plans, f))
		return false;
	ours = plan_of_ours(&plans, person);
	return !ours || follow(cw, ours, mem, f);
}
