/* Which obligations follow from a child's plan: the next review, core group and visit. The figures are the policy's. */
#include "core_group_reach.h"
#include "deadline_keeping.h"
#include "review_deadlines.h"
#include "store/conference_store.h"
#include "store/deadline_store.h"
#include "store/plan_store.h"
#include "visit_keeping.h"

/* One core group is owed of every open plan. A first one long past its limit was another system's work; when that group
 * met last is not known here, so that the next counts from the day the plan came to be known. */
static bool core_group_of_plan(struct casework *cw, const struct plan_course *plan,
			       const struct deadline_subject *subject, bool was_held_here, struct arena *mem,
			       struct fault *f)
{
	day_number due = deadline_compute(casework_policy(cw), casework_calendar(cw), RULE_CORE_GROUP_FIRST,
					  plan->initial_on)
				 .due;
	bool is_first_ours = due != DAY_NONE && (was_held_here || due >= casework_today(cw));
	struct deadline_row first, next;

	if (!deadline_open_one(cw->store, RULE_CORE_GROUP_FIRST, SUBJECT_PLAN, subject->id, mem, &first, f) ||
	    !deadline_open_one(cw->store, RULE_CORE_GROUP_NEXT, SUBJECT_PLAN, subject->id, mem, &next, f))
		return false;
	if (first.id || (is_first_ours && !next.id))
		return deadline_set(cw, RULE_CORE_GROUP_FIRST, subject, plan->initial_on, f);
	return next.id || (deadline_set(cw, RULE_CORE_GROUP_NEXT, subject, casework_today(cw), f) &&
			   core_group_deadlines(cw, plan->family_id, mem, f));
}

bool deadlines_of_plan(struct casework *cw, int64_t plan, bool was_held_here, struct fault *f)
{
	struct arena mem = {0};
	struct plan_course course;
	struct deadline_subject subject;
	bool ok = plan_course_of(cw->store, plan, &mem, &course, f);

	if (!ok)
		goto done;
	subject = (struct deadline_subject){.kind = SUBJECT_PLAN,
					    .id = plan,
					    .family_id = course.family_id,
					    .children = &course.person_id,
					    .child_count = 1};
	if (course.ended_on != DAY_NONE)
		ok = reviews_settled(cw, &course, &mem, f) &&
		     deadlines_end_all(cw, SUBJECT_PLAN, plan, course.ended_on, "the plan ended", f);
	else if (course.is_other_authority)
		ok = deadlines_withdraw_all(cw, SUBJECT_PLAN, plan, "another authority keeps this plan", f);
	else
		ok = reviews_of_plan(cw, &course, &subject, &mem, f) &&
		     core_group_of_plan(cw, &course, &subject, was_held_here, &mem, f) &&
		     visits_of_plan(cw, &subject, f);
done:
	arena_finish(&mem);
	return ok;
}

bool updates_of_review(struct casework *cw, const struct conference *conference, struct fault *f)
{
	struct arena mem = {0};
	struct person_list children;
	bool ok = conference->type != CONFERENCE_REVIEW ||
		  conference_children(cw->store, conference->id, &mem, &children, f);

	for (size_t i = 0; ok && conference->type == CONFERENCE_REVIEW && i < children.count; i++) {
		struct plan_list plans;

		ok = plans_of_person(cw->store, children.items[i].id, &mem, &plans, f) &&
		     (plans.count == 0 || plans.items[0].ended_on != DAY_NONE || /* the open one comes first */
		      deadlines_of_plan(cw, plans.items[0].id, false, f));
	}
	arena_finish(&mem);
	return ok;
}
