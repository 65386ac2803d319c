/* What stops with a plan: deadlines, core groups of nobody, reviews of nobody. */
#include "plan_stop.h"

#include "casework/booking.h"
#include "deadline_keeping.h"
#include "domain/plan_list.h"
#include "store/conference_store.h"
#include "store/core_group_store.h"
#include "store/deadline_store.h"
#include "store/plan_store.h"
#include "transfer_keeping.h"

/* Is another child of that conference on a plan still? */
static bool is_shared(struct casework *cw, const struct plan *plan, int64_t conference, struct arena *mem, bool *out,
		      struct fault *f)
{
	struct person_list children;
	struct plan_list all;

	*out = false;
	if (!plans_of_family(cw->store, plan->family_id, mem, &all, f) ||
	    !conference_children(cw->store, conference, mem, &children, f))
		return false;
	for (size_t i = 0; i < all.count; i++)
		for (size_t k = 0; k < children.count; k++)
			*out = *out || (all.items[i].person_id == children.items[k].id && all.items[i].id != plan->id &&
					plan_is_ours(&all.items[i]));
	return true;
}

static bool stop_outline_of(struct casework *cw, const struct plan *plan, int64_t conference, struct arena *mem,
			    struct fault *f)
{
	struct deadline_row row = {0};
	bool is_others;

	if (!deadline_open_one(cw->store, RULE_PLAN_ISSUE, SUBJECT_CONFERENCE, conference, mem, &row, f))
		return false;
	if (!row.id)
		return true;
	if (!is_shared(cw, plan, conference, mem, &is_others, f))
		return false;
	return is_others ? deadline_child_drop(cw->store, row.id, plan->person_id, f)
			 : deadline_withdraw(cw, RULE_PLAN_ISSUE, SUBJECT_CONFERENCE, conference, "the plan ended", f);
}

/* The outline of a plan that is over is sent to nobody, whichever conference wrote it; of brothers and sisters it still
 * is. */
static bool stop_outline(struct casework *cw, const struct plan *plan, struct fault *f)
{
	struct arena mem = {0};
	struct conference_list all;
	bool ok = conferences_of_person(cw->store, plan->person_id, &mem, &all, f);

	for (size_t i = 0; ok && i < all.count; i++)
		if (all.items[i].held_on >= plan->started_on)
			ok = stop_outline_of(cw, plan, all.items[i].id, &mem, f);
	arena_finish(&mem);
	return ok;
}

bool plan_stop(struct casework *cw, struct plan *plan, day_number on, enum plan_end_reason reason, struct fault *f)
{
	if (reason == PLAN_END_EIGHTEEN && !deadline_met(cw, RULE_COMES_OF_AGE, SUBJECT_PLAN, plan->id, on, f))
		return false;
	plan->ended_on = on;
	plan->end_reason = plan_end_reason_token(reason);
	return plan_save(cw->store, plan, f) && deadlines_of_plan(cw, plan->id, false, f) &&
	       stop_outline(cw, plan, f) &&
	       (plan->is_other_authority || transfer_loses_plan(cw, plan->person_id, on, f));
}

/* --- Core groups --- */

static bool cancel_meetings(struct casework *cw, int64_t group, day_number after, struct arena *mem, struct fault *f)
{
	struct core_group_meeting_list meetings;

	if (!core_group_meetings_of(cw->store, group, mem, &meetings, f))
		return false;
	for (size_t i = 0; i < meetings.count; i++) {
		struct core_group_meeting *one = &meetings.items[i];

		if (one->state != CORE_GROUP_MEETING_BOOKED || one->day < after)
			continue;
		one->state = CORE_GROUP_MEETING_CANCELLED;
		one->why = "the plan ended";
		if (!core_group_meeting_keep(cw->store, one, f))
			return false;
	}
	return true;
}

bool core_groups_stop(struct casework *cw, int64_t family, day_number after, struct arena *mem, struct fault *f)
{
	struct plan_list plans;
	struct core_group_list groups;

	if (!plans_of_family(cw->store, family, mem, &plans, f))
		return false;
	for (size_t i = 0; i < plans.count; i++)
		if (plan_is_ours(&plans.items[i]))
			return true;
	if (!core_groups_of_family(cw->store, family, mem, &groups, f))
		return false;
	for (size_t i = 0; i < groups.count; i++)
		if (!cancel_meetings(cw, groups.items[i].id, after, mem, f))
			return false;
	return true;
}

/* --- Conferences --- */

static bool drop_child(struct casework *cw, const struct conference *conference, int64_t person, struct fault *f)
{
	return conference_child_drop(cw->store, conference->id, person, f) &&
	       deadlines_child_drop(cw->store, SUBJECT_CONFERENCE, conference->id, person, f);
}

/* Everybody who was told of it is told again: as when an officer cancels it. */
static bool give_back(struct casework *cw, const struct conference *conference, const char *why, struct fault *f)
{
	const struct withdrawal withdrawal = {.conference_id = conference->id,
					      .version = conference->version,
					      .reason = why,
					      .agreed_by = casework_user_name(cw),
					      .interim_plan = "",
					      .no_longer_required = conference->type != CONFERENCE_REVIEW};

	return casework_cancel(cw, &withdrawal, f);
}

bool conference_lose_children(struct casework *cw, const struct conference *conference, const int64_t *persons,
			      size_t count, const char *why, struct arena *mem, struct fault *f)
{
	struct person_list children;
	int64_t *leaving;
	size_t of_it = 0;

	if (!conference_children(cw->store, conference->id, mem, &children, f))
		return false;
	leaving = arena_alloc(mem, (children.count + 1) * sizeof *leaving);
	if (!leaving)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to change this conference.");
	for (size_t i = 0; i < children.count; i++)
		for (size_t k = 0; k < count; k++)
			if (children.items[i].id == persons[k])
				leaving[of_it++] = persons[k];
	if (of_it && of_it == children.count)
		return give_back(cw, conference, why, f);
	for (size_t i = 0; i < of_it; i++)
		if (!drop_child(cw, conference, leaving[i], f) ||
		    (conference->enquiry_id &&
		     !deadlines_child_drop(cw->store, SUBJECT_ENQUIRY, conference->enquiry_id, leaving[i], f)))
			return false;
	return true;
}

/* Children whose plan has ended leave it. */
static bool narrow(struct casework *cw, const struct conference *review, struct arena *mem, struct fault *f)
{
	struct person_list children;
	int64_t *leaving;
	size_t count = 0;

	if (!conference_children(cw->store, review->id, mem, &children, f))
		return false;
	leaving = arena_alloc(mem, (children.count + 1) * sizeof *leaving);
	if (!leaving)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to close this: nothing was saved.");
	for (size_t i = 0; i < children.count; i++) {
		bool is_on_plan = false;

		if (!plan_of_ours_is_open(cw->store, children.items[i].id, mem, &is_on_plan, f))
			return false;
		if (!is_on_plan)
			leaving[count++] = children.items[i].id;
	}
	if (count == children.count)
		return give_back(cw, review, "no child of it has a plan any more", f);
	for (size_t i = 0; i < count; i++)
		if (!drop_child(cw, review, leaving[i], f))
			return false;
	return true;
}

bool reviews_narrow(struct casework *cw, int64_t family, struct arena *mem, struct fault *f)
{
	struct conference_list all;

	if (!conferences_of_family(cw->store, family, mem, &all, f))
		return false;
	for (size_t i = 0; i < all.count; i++) {
		const struct conference *one = &all.items[i];

		if (one->type == CONFERENCE_REVIEW && conference_state_is_to_be_held(one->state) &&
		    !narrow(cw, one, mem, f))
			return false;
	}
	return true;
}
