/* The child protection plans of a census child: the conference each began at, its reviews, and what is due next. */
#include "intake_parts.h"

#include "deadline_keeping.h"

#include "store/child_events_store.h"
#include "store/plan_store.h"

#include <stdlib.h>

static bool is_a_category(enum category category)
{
	return (unsigned)category < CATEGORY_COUNT;
}

/* What is wrong with a plan by itself, in words; NULL when nothing is. */
static const char *plan_fault(const struct child_intake *in, const struct intake_plan *from, const char **field)
{
	*field = "CPPstartDate";
	if (in->person.died_on != DAY_NONE && from->started_on > in->person.died_on)
		return "starts after the child's death";
	*field = "CPPendDate";
	if (from->ended_on != DAY_NONE && from->ended_on <= from->started_on)
		return "ends on or before the day it starts";
	*field = "InitialCategoryOfAbuse";
	if (!is_a_category(from->initial))
		return "has no known first category of abuse (NEG, PHY, SAB, EMO or MUL)";
	*field = "LatestCategoryOfAbuse";
	if (!is_a_category(from->latest))
		return "has no known latest category of abuse (NEG, PHY, SAB, EMO or MUL)";
	*field = "NumberOfPreviousCPP";
	if (from->previous_plans < 0)
		return "has no number of earlier plans";
	return NULL;
}

static bool overlap(const struct plan *a, day_number started_on, day_number ended_on)
{
	return (a->ended_on == DAY_NONE || started_on <= a->ended_on) &&
	       (ended_on == DAY_NONE || a->started_on <= ended_on);
}

/* The plan of that start, id 0 when none; complains of another plan in the way. */
static bool find_plan(struct child_intake *in, const struct intake_plan *from, day_number ended_on, struct plan *out,
		      bool *good, struct fault *f)
{
	struct plan_list plans;
	char a[DATE_TEXT_ROOM], b[DATE_TEXT_ROOM];

	*out = (struct plan){0};
	*good = true;
	if (!plans_of_person(in->cw->store, in->person.id, &in->scratch, &plans, f))
		return false;
	for (size_t i = 0; i < plans.count; i++)
		if (plans.items[i].started_on == from->started_on)
			*out = plans.items[i];
	for (size_t i = 0; i < plans.count && out->id == 0; i++)
		if (overlap(&plans.items[i], from->started_on, ended_on)) {
			*good = false;
			return intake_complain(
				in, f, "CPPstartDate",
				"The plan of %s overlaps the plan of %s, which %s, and was left out: a child has one "
				"plan at a time. Correct the dates.",
				date_plain(from->started_on, a), date_plain(plans.items[i].started_on, b),
				plans.items[i].ended_on == DAY_NONE ? "is open" : "is in the case file");
		}
	return true;
}

/* A plan starts on the day of its conference; a return leaves out the conference of an earlier year. */
static bool begin_plan(struct child_intake *in, const struct intake_plan *from, day_number ended_on, struct plan *plan,
		       struct fault *f)
{
	struct intake_held held = {.type = intake_is_unborn_on(in, from->started_on) ? CONFERENCE_PRE_BIRTH
										     : CONFERENCE_INITIAL,
				   .day = from->started_on,
				   .requested_on = from->started_on};
	int64_t conference;
	bool added;

	if (!intake_conference_held(in, &held, &conference, &added, f))
		return false;
	*plan = (struct plan){.person_id = in->person.id,
			      .family_id = in->family_id,
			      .conference_id = conference,
			      .started_on = from->started_on,
			      .ended_on = ended_on,
			      .end_reason = "",
			      .category_initial = from->initial,
			      .category_latest = from->latest,
			      .previous_plans = from->previous_plans};
	in->plans++;
	in->has_changed = true;
	return plan_insert(in->cw->store, plan, &in->scratch, f);
}

/* A return knows nothing of the time after its reference date: it ends a plan, but never opens one again. */
static bool update_plan(struct child_intake *in, const struct intake_plan *from, day_number ended_on, struct plan *plan,
			struct fault *f)
{
	struct plan now = *plan;

	if (ended_on != DAY_NONE)
		now.ended_on = ended_on;
	now.category_initial = from->initial;
	now.category_latest = from->latest;
	now.previous_plans = from->previous_plans;
	if (now.ended_on == plan->ended_on && now.category_initial == plan->category_initial &&
	    now.category_latest == plan->category_latest && now.previous_plans == plan->previous_plans)
		return true;
	*plan = now;
	in->has_changed = true;
	return plan_save(in->cw->store, plan, f);
}

static int earlier_first(const void *a, const void *b)
{
	day_number x = *(const day_number *)a, y = *(const day_number *)b;

	return (x > y) - (x < y);
}

/* What is wrong with a review date, NULL when nothing is. */
static const char *review_fault(const struct child_intake *in, const struct plan *plan, day_number day)
{
	if (day == DAY_NONE)
		return "has no date that can be read";
	if (day > in->cw->today)
		return "is in the future";
	if (day <= plan->started_on)
		return "is on or before the day the plan starts";
	if (plan->ended_on != DAY_NONE && day > plan->ended_on)
		return "is after the end of the plan";
	return NULL;
}

static bool take_reviews(struct child_intake *in, const struct intake_plan *from, const struct plan *plan,
			 struct fault *f)
{
	day_number *days = arena_alloc(&in->scratch, (from->review_count + 1) * sizeof *days);
	int64_t earlier = plan->conference_id;

	if (!days)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to take in this child.");
	for (size_t i = 0; i < from->review_count; i++)
		days[i] = from->reviews[i];
	qsort(days, from->review_count, sizeof *days, earlier_first);
	for (size_t i = 0; i < from->review_count; i++) {
		struct intake_held held = {
			.type = CONFERENCE_REVIEW, .day = days[i], .requested_on = days[i], .earlier_id = earlier};
		const char *wrong = review_fault(in, plan, days[i]);
		char day[DATE_TEXT_ROOM], start[DATE_TEXT_ROOM];
		bool added;

		if (wrong) {
			if (!intake_complain(in, f, "CPPreviewDate",
					     "The review %s of the plan of %s %s and was left out: correct the date.",
					     date_plain(days[i], day), date_plain(plan->started_on, start), wrong))
				return false;
			continue;
		}
		if (!intake_conference_held(in, &held, &earlier, &added, f))
			return false;
	}
	return true;
}

/* An end that is still to come leaves the plan open: the child is on it today. */
static bool take_plan(struct child_intake *in, const struct intake_plan *from, struct fault *f)
{
	day_number ended_on = from->ended_on;
	const char *field, *wrong;
	char day[DATE_TEXT_ROOM];
	struct plan plan;
	bool good;

	if (!intake_day_check(in, from->started_on, "CPPstartDate", "child protection plan", &good, f))
		return false;
	if (!good)
		return true;
	wrong = plan_fault(in, from, &field);
	if (wrong)
		return intake_complain(in, f, field, "The plan of %s %s and was left out: correct it and import again.",
				       date_plain(from->started_on, day), wrong);
	if (ended_on != DAY_NONE && ended_on > in->cw->today) {
		if (!intake_complain(in, f, "CPPendDate",
				     "The plan's end %s is in the future and was left out; the plan stays open: "
				     "correct the date.",
				     date_plain(ended_on, day)))
			return false;
		ended_on = DAY_NONE;
	}
	if (!find_plan(in, from, ended_on, &plan, &good, f))
		return false;
	if (!good)
		return true;
	if (!(plan.id ? update_plan(in, from, ended_on, &plan, f) : begin_plan(in, from, ended_on, &plan, f)) ||
	    !take_reviews(in, from, &plan, f))
		return false;
	return !in->has_changed || deadlines_of_plan(in->cw, plan.id, false, f);
}

bool intake_plans(struct child_intake *in, const struct intake_episode *episode, struct fault *f)
{
	for (size_t i = 0; i < episode->plan_count; i++)
		if (!take_plan(in, &episode->plans[i], f))
			return false;
	return true;
}
