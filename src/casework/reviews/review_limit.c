/* When the next review must be held, worked out from the conference that is only deciding it. */
#include "review_limit.h"

#include "booking_facts.h"
#include "live_after.h"
#include "live_decision.h"
#include "store/conference_store.h"
#include "store/plan_store.h"

bool review_decided_at(struct casework *cw, const struct conference *review, struct arena *mem, struct conference *out,
		       struct fault *f)
{
	struct conference earlier;

	*out = (struct conference){0};
	if (review->type != CONFERENCE_REVIEW || !review->earlier_id)
		return true;
	if (!conference_by_id(cw->store, review->earlier_id, mem, &earlier, f))
		return false;
	if (earlier.state == STATE_IN_PROGRESS)
		*out = earlier;
	return true;
}

static bool add_limit(struct casework *cw, enum rule_key rule, day_number trigger, struct arena *mem,
		      struct deadline_row_list *out, struct fault *f)
{
	struct deadline_dates dates = deadline_compute(casework_policy(cw), casework_calendar(cw), rule, trigger);
	struct deadline_row *row;

	if (dates.due == DAY_NONE)
		return true;
	row = ARENA_PUSH(mem, out);
	if (!row)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to work out the limits.");
	*row = (struct deadline_row){.rule = rule, .trigger_on = trigger, .due_on = dates.due, .limit_on = dates.limit};
	return true;
}

/* As deadlines_of_plan knows it once the plan is there. */
static bool was_made_before_birth(struct casework *cw, const struct conference *held, bool starts_here, int64_t person,
				  struct arena *mem, bool *out, struct fault *f)
{
	enum conference_type of;
	struct plan_list plans;
	struct plan_course course;

	if (starts_here) {
		if (!live_type_repeated(cw, held, mem, &of, f))
			return false;
		*out = of == CONFERENCE_PRE_BIRTH;
		return true;
	}
	*out = false;
	if (!plans_of_person(cw->store, person, mem, &plans, f) || plans.count == 0)
		return plans.count == 0;
	if (!plan_course_of(cw->store, plans.items[0].id, mem, &course, f)) /* the open one comes first */
		return false;
	*out = course.was_unborn;
	return true;
}

/* A birth that is expected counts from the day it is expected on: the real one will move it. */
static bool add_after_birth(struct casework *cw, const struct conference *held, bool starts_here,
			    const struct person *child, struct arena *mem, struct deadline_row_list *out,
			    struct fault *f)
{
	day_number birth = child->expected_on;
	bool is_asked;

	if (!person_is_unborn(child) || birth == DAY_NONE)
		return true;
	if (!was_made_before_birth(cw, held, starts_here, child->id, mem, &is_asked, f))
		return false;
	if (birth < held->held_on)
		birth = held->held_on;
	return !is_asked || add_limit(cw, RULE_REVIEW_AFTER_BIRTH, birth, mem, out, f);
}

/* A second conference after a complaint is no review: what the plan owes already stays. */
static bool add_what_is_owed(struct casework *cw, int64_t person, struct arena *mem, struct deadline_row_list *out,
			     struct fault *f)
{
	struct deadline_row_list rows;
	struct plan_list plans;

	if (!plans_of_person(cw->store, person, mem, &plans, f))
		return false;
	if (plans.count == 0 || plans.items[0].ended_on != DAY_NONE) /* the open one comes first */
		return true;
	if (!deadlines_of_subject(cw->store, SUBJECT_PLAN, plans.items[0].id, mem, &rows, f))
		return false;
	for (size_t i = 0; i < rows.count; i++)
		if (rows.items[i].state == STANDING_OPEN && rule_lane(rows.items[i].rule) == LANE_REVIEWS) {
			struct deadline_row *row = ARENA_PUSH(mem, out);

			if (!row)
				return fault_set(f, FAULT_MEMORY, "There is not enough memory to work out the limits.");
			*row = rows.items[i];
		}
	return true;
}

bool review_limits_from(struct casework *cw, const struct conference *held, const struct person_list *children,
			struct arena *mem, struct deadline_row_list *out, struct fault *f)
{
	*out = (struct deadline_row_list){0};
	for (size_t i = 0; i < children->count; i++) {
		const struct person *child = &children->items[i];
		bool starts_here;

		if (!live_plan_starts_here(cw, held, child->id, mem, &starts_here, f))
			return false;
		if (held->type == CONFERENCE_SECOND && !starts_here) {
			if (!add_what_is_owed(cw, child->id, mem, out, f))
				return false;
			continue;
		}
		if (!add_limit(cw, starts_here ? RULE_REVIEW_FIRST : RULE_REVIEW_NEXT, held->held_on, mem, out, f) ||
		    !add_after_birth(cw, held, starts_here, child, mem, out, f))
			return false;
	}
	return true;
}

const struct deadline_row *review_limit_nearest(const struct deadline_row_list *rows)
{
	const struct deadline_row *nearest = NULL;

	for (size_t i = 0; i < rows->count; i++) {
		const struct deadline_row *row = &rows->items[i];

		if (!nearest || deadline_last_day(row->due_on, row->limit_on) <
					deadline_last_day(nearest->due_on, nearest->limit_on))
			nearest = row;
	}
	return nearest;
}
