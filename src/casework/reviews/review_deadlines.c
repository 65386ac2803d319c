/* Keeps one limit open for the next review of each plan, and the day by which its update is asked for. */
#include "review_deadlines.h"

#include "domain/plan_ending.h"
#include "domain/review.h"
#include "store/conference_store.h"
#include "store/plan_store.h"
#include "store/review_store.h"

static const enum rule_key review_rules[] = {RULE_REVIEW_FIRST, RULE_REVIEW_NEXT, RULE_REVIEW_AFTER_BIRTH};
enum { REVIEW_RULE_COUNT = sizeof review_rules / sizeof *review_rules };

day_number review_follows(const struct plan_course *plan)
{
	return plan->last_review_on == DAY_NONE ? plan->initial_on : plan->last_review_on;
}

/* A review that took place settles the limit that was open for it, unless that one already counts from this review. */
static bool settle_held(struct casework *cw, enum rule_key rule, const struct plan_course *plan, struct arena *mem,
			struct fault *f)
{
	struct deadline_row row;

	if (!deadline_open_one(cw->store, rule, SUBJECT_PLAN, plan->id, mem, &row, f))
		return false;
	if (!row.id || row.trigger_on >= plan->last_review_on)
		return true;
	return deadline_met(cw, rule, SUBJECT_PLAN, plan->id, plan->last_review_on, f);
}

bool reviews_settled(struct casework *cw, const struct plan_course *plan, struct arena *mem, struct fault *f)
{
	for (int i = 0; plan->last_review_on != DAY_NONE && i < REVIEW_RULE_COUNT; i++)
		if (!settle_held(cw, review_rules[i], plan, mem, f))
			return false;
	return true;
}

/* No review was held since the birth: one held before it is not the first after it. */
static bool awaits_review_after_birth(const struct plan_course *plan)
{
	return plan->was_unborn && plan->born_on != DAY_NONE && plan->born_on >= plan->started_on &&
	       (plan->last_review_on == DAY_NONE || plan->last_review_on < plan->born_on);
}

/* --- The update --- */

/* Of the day the review is booked for, else of its limit. */
static bool review_day(struct casework *cw, const struct plan_course *plan, const struct review_limit *limit,
		       struct arena *mem, day_number *out, struct fault *f)
{
	struct conference waiting;

	if (!review_waiting_of(cw->store, plan->person_id, mem, &waiting, f))
		return false;
	*out = waiting.id ? waiting.held_on : DAY_NONE;
	if (*out == DAY_NONE)
		*out = limit->limit_on != DAY_NONE && limit->limit_on < limit->due_on ? limit->limit_on : limit->due_on;
	return true;
}

/* Asked once for each review. What was to be asked before the plan was in this file was asked elsewhere, or is past
 * asking: the reviews to come say so, and no task is late on the day it begins. */
static bool keep_update(struct casework *cw, const struct plan_course *plan, const struct review_limit *limit,
			const struct deadline_subject *subject, struct arena *mem, struct fault *f)
{
	struct review_update asked;
	struct deadline_row open;
	struct deadline_dates dates;
	day_number day;

	if (!review_update_of_plan(cw->store, plan->id, review_follows(plan), mem, &asked, f))
		return false;
	if (asked.id || limit->due_on == DAY_NONE)
		return deadline_withdraw(cw, RULE_REVIEW_UPDATE, SUBJECT_PLAN, plan->id, "asked already", f);
	if (!review_day(cw, plan, limit, mem, &day, f) ||
	    !deadline_open_one(cw->store, RULE_REVIEW_UPDATE, SUBJECT_PLAN, plan->id, mem, &open, f))
		return false;
	dates = deadline_compute(casework_policy(cw), casework_calendar(cw), RULE_REVIEW_UPDATE, day);
	return (!open.id && dates.due < casework_today(cw)) ||
	       deadline_set_to(cw, RULE_REVIEW_UPDATE, subject, day, dates, f);
}

/* --- The limit --- */

static bool withdraw_others(struct casework *cw, int64_t plan, enum rule_key but, struct fault *f)
{
	for (int i = 0; i < REVIEW_RULE_COUNT; i++)
		if (review_rules[i] != but &&
		    !deadline_withdraw(cw, review_rules[i], SUBJECT_PLAN, plan,
				       but == RULE_REVIEW_AFTER_BIRTH ? "the review after the birth is sooner"
								      : "another limit of the review is sooner",
				       f))
			return false;
	return true;
}

/* --- 18 --- */

/* A plan ends on that day: a task where no review is sooner that would see to it. */
static bool keep_age(struct casework *cw, const struct plan_course *plan, const struct review_limit *limit,
		     const struct deadline_subject *subject, struct fault *f)
{
	day_number birthday = person_birthday(plan->born_on, COMES_OF_AGE);

	if (birthday == DAY_NONE || birthday > limit->due_on)
		return deadline_withdraw(cw, RULE_COMES_OF_AGE, SUBJECT_PLAN, plan->id, "the review is sooner", f);
	return deadline_set(cw, RULE_COMES_OF_AGE, subject, birthday, f);
}

bool reviews_of_plan(struct casework *cw, const struct plan_course *plan, const struct deadline_subject *subject,
		     struct arena *mem, struct fault *f)
{
	struct review_course course = {.initial_on = plan->initial_on,
				       .last_review_on = plan->last_review_on,
				       .born_on = awaits_review_after_birth(plan) ? plan->born_on : DAY_NONE};
	struct review_limit limit;

	if (!review_brought_to(cw->store, plan->id, review_follows(plan), &course.brought_to, f))
		return false;
	limit = review_next(casework_policy(cw), casework_calendar(cw), &course);
	if (!reviews_settled(cw, plan, mem, f))
		return false;
	if (limit.due_on == DAY_NONE)
		return true;
	return withdraw_others(cw, plan->id, limit.rule, f) &&
	       deadline_set_to(cw, limit.rule, subject, limit.trigger_on,
			       (struct deadline_dates){limit.due_on, limit.limit_on}, f) &&
	       keep_update(cw, plan, &limit, subject, mem, f) && keep_age(cw, plan, &limit, subject, f);
}

bool review_due_of(struct casework *cw, int64_t plan, struct arena *mem, day_number *out, struct fault *f)
{
	struct deadline_row_list rows;

	*out = DAY_NONE;
	if (!deadlines_of_subject(cw->store, SUBJECT_PLAN, plan, mem, &rows, f))
		return false;
	for (size_t i = 0; i < rows.count; i++) {
		const struct deadline_row *row = &rows.items[i];

		if (row->state == STANDING_OPEN && rule_lane(row->rule) == LANE_REVIEWS &&
		    (*out == DAY_NONE || row->due_on < *out))
			*out = row->due_on;
	}
	return true;
}
