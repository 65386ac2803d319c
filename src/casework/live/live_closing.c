/* Reading what ending a conference goes by, and what is asked of its children again and again. */
#include "live_closing.h"

#include "base/series.h"
#include "booking_facts.h"
#include "live_core_group.h"
#include "live_decision.h"
#include "live_reach.h"
#include "live_review.h"
#include "review_limit.h"
#include "store/core_group_store.h"
#include "store/invitee_store.h"
#include "store/live_store.h"
#include "store/plan_version_store.h"

static struct child_decision decision_of(const struct child_decision_list *all, int64_t conference, int64_t child)
{
	struct child_decision none = child_decision_blank();

	for (size_t i = 0; i < all->count; i++)
		if (all->items[i].person_id == child)
			return all->items[i];
	none.conference_id = conference;
	none.person_id = child;
	return none;
}

static bool read_children(struct casework *cw, struct arena *mem, struct closing *out, struct fault *f)
{
	struct live_children all;

	if (!live_children_read(cw, &out->conference, mem, &all, f))
		return false;
	out->children.items = arena_alloc(mem, (all.all.count + 1) * sizeof *out->children.items);
	if (!out->children.items)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory for this conference: nothing was saved.");
	for (size_t i = 0; i < all.all.count; i++) {
		struct closing_child *one = &out->children.items[out->children.count++];
		char name[NAME_ROOM];

		one->person = &all.all.items[i];
		one->name = arena_text(mem, person_full_name(one->person, name));
		one->is_of_conference = i < all.of_conference;
		one->decision = decision_of(&out->live.decisions, out->conference.id, one->person->id);
		if (!live_decision_child(cw, &out->conference, out->of, one->person, mem, &one->plan, &one->facts, f))
			return false;
	}
	return true;
}

static bool read_owed_review(struct casework *cw, const struct live_after *after, struct arena *mem,
			     struct closing *out, struct fault *f)
{
	struct deadline_row_list limits;
	const struct deadline_row *nearest;

	out->review_owed = DAY_NONE;
	if (out->conference.type != CONFERENCE_SECOND)
		return true;
	if (!review_limits_from(cw, &out->conference, &after->on_plan, mem, &limits, f))
		return false;
	nearest = review_limit_nearest(&limits);
	if (nearest)
		out->review_owed = deadline_last_day(nearest->due_on, nearest->limit_on);
	return true;
}

static bool read_dates(struct casework *cw, struct arena *mem, struct closing *out, struct fault *f)
{
	struct live_after after;

	out->meeting = core_group_meeting_blank();
	return live_after_read(cw, &out->conference, mem, &after, f) && read_owed_review(cw, &after, mem, out, f) &&
	       live_review_find(cw, &out->conference, &after, mem, &out->review, f) &&
	       core_group_of_conference(cw->store, out->conference.id, mem, &out->group, f) &&
	       (!out->group.id || core_group_first_meeting(cw, out->group.id, mem, &out->meeting, f)) &&
	       core_group_meeting_due(cw, &out->conference, mem, &out->meeting_last, f);
}

bool closing_read(struct casework *cw, int64_t conference, enum action action, struct arena *mem, struct closing *out,
		  struct fault *f)
{
	*out = (struct closing){0};
	return live_reach(cw, action, conference, mem, &out->conference, f) &&
	       live_of(cw->store, conference, mem, &out->live, f) &&
	       invitees_of(cw->store, conference, false, mem, &out->invitees, f) &&
	       live_type_repeated(cw, &out->conference, mem, &out->of, f) && read_children(cw, mem, out, f) &&
	       plan_version_of_conference(cw->store, conference, mem, &out->plan, f) &&
	       (!out->plan.id || plan_actions_of(cw->store, out->plan.id, mem, &out->actions, f)) &&
	       read_dates(cw, mem, out, f);
}

bool closing_is_decided(const struct closing_child *child)
{
	return child->decision.outcome != OUTCOME_NONE && child->decision.outcome != OUTCOME_ADJOURNED;
}

bool closing_is_adjourned(const struct closing_child *child, bool or_open)
{
	return child->decision.outcome == OUTCOME_ADJOURNED ||
	       (or_open && child->is_of_conference && child->decision.outcome == OUTCOME_NONE &&
		!*child->decision.not_decided_why);
}

bool closing_makes_plan(const struct closing_child *child)
{
	return outcome_makes_plan(child->decision.outcome);
}

bool closing_has_plan_after(const struct closing_child *child)
{
	return closing_makes_plan(child) || (child->plan.id && child->decision.outcome != OUTCOME_PLAN_ENDS);
}

size_t closing_count(const struct closing *closing, bool (*is)(const struct closing_child *child))
{
	size_t count = 0;

	for (size_t i = 0; i < closing->children.count; i++)
		count += is(&closing->children.items[i]);
	return count;
}

const char *closing_names(const struct closing *closing, bool (*is)(const struct closing_child *child),
			  struct arena *mem)
{
	struct series names = {0};

	for (size_t i = 0; i < closing->children.count; i++)
		if (is(&closing->children.items[i]))
			series_add(&names, closing->children.items[i].name, mem);
	return series_words(&names, mem);
}

static day_number last_by(const struct casework *cw, enum rule_key rule, day_number trigger)
{
	struct deadline_dates dates = deadline_compute(casework_policy(cw), casework_calendar(cw), rule, trigger);

	return deadline_last_day(dates.due, dates.limit);
}

static day_number sooner(day_number a, day_number b)
{
	return a == DAY_NONE || (b != DAY_NONE && b < a) ? b : a;
}

day_number closing_review_last(const struct casework *cw, const struct closing *closing)
{
	day_number last = DAY_NONE;

	if (closing->review_owed != DAY_NONE)
		return closing->review_owed;
	for (size_t i = 0; i < closing->children.count; i++)
		if (closing->children.items[i].decision.outcome == OUTCOME_PLAN_MADE)
			last = sooner(last, last_by(cw, RULE_REVIEW_FIRST, closing->conference.held_on));
		else if (closing->children.items[i].decision.outcome == OUTCOME_PLAN_CONTINUES)
			last = sooner(last, last_by(cw, RULE_REVIEW_NEXT, closing->conference.held_on));
	return last;
}
