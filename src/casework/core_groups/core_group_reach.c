/* Reaching a family's core group, and keeping exactly one next core group owed for each of its open plans. */
#include "core_group_reach.h"

#include "deadline_keeping.h"
#include "domain/plan_list.h"
#include "store/conference_store.h"
#include "store/deadline_store.h"
#include "store/plan_store.h"

/* --- The next review --- */

static void earlier_of(day_number *kept, day_number other)
{
	if (other != DAY_NONE && (*kept == DAY_NONE || other < *kept))
		*kept = other;
}

static bool booked_review(struct casework *cw, int64_t family, struct arena *mem, day_number *out, struct fault *f)
{
	struct conference_list all;

	*out = DAY_NONE;
	if (!conferences_of_family(cw->store, family, mem, &all, f))
		return false;
	for (size_t i = 0; i < all.count; i++)
		if (all.items[i].type == CONFERENCE_REVIEW && conference_state_is_to_be_held(all.items[i].state))
			earlier_of(out, all.items[i].held_on);
	return true;
}

static bool review_limit(struct casework *cw, int64_t family, struct arena *mem, day_number *out, struct fault *f)
{
	static const enum rule_key rules[] = {RULE_REVIEW_FIRST, RULE_REVIEW_NEXT, RULE_REVIEW_AFTER_BIRTH};
	struct plan_list plans;
	struct deadline_row row;

	*out = DAY_NONE;
	if (!plans_of_family(cw->store, family, mem, &plans, f))
		return false;
	for (size_t i = 0; i < plans.count; i++)
		for (size_t k = 0; plan_is_ours(&plans.items[i]) && k < sizeof rules / sizeof *rules; k++) {
			if (!deadline_open_one(cw->store, rules[k], SUBJECT_PLAN, plans.items[i].id, mem, &row, f))
				return false;
			if (row.id)
				earlier_of(out, row.due_on);
		}
	return true;
}

/* --- Reaching --- */

static bool reach_family(struct casework *cw, int64_t family, struct arena *mem, struct core_group_reached *out,
			 struct fault *f)
{
	struct core_group_standing_list found;
	bool may = false;

	*out = (struct core_group_reached){.review = DAY_NONE};
	if (!work_may_see_family(cw, family, &may, f))
		return false;
	if (!may)
		return fault_set(f, FAULT_NOT_FOUND, "There is no such family, or it is not for you to see.");
	if (!core_group_standings(cw->store, family, cw->user_id, mem, &found, f))
		return false;
	if (!found.count)
		return fault_set(f, FAULT_REFUSED,
				 "No child of this family is on a plan now: a closed plan has no core group.");
	out->standing = found.items[0];
	return true;
}

bool core_group_reach(struct casework *cw, int64_t family, struct arena *mem, struct core_group_reached *out,
		      struct fault *f)
{
	struct core_group_list groups;

	if (!reach_family(cw, family, mem, out, f) || !core_groups_of_family(cw->store, family, mem, &groups, f) ||
	    !core_group_meetings_of_family(cw->store, family, mem, &out->meetings, f) ||
	    !booked_review(cw, family, mem, &out->review, f))
		return false;
	out->group = groups.count ? groups.items[0] : (struct core_group){.family_id = family, .lead = ""};
	out->review_is_booked = out->review != DAY_NONE;
	return out->review_is_booked || review_limit(cw, family, mem, &out->review, f);
}

bool core_group_begin(struct casework *cw, struct core_group_reached *reached, struct fault *f)
{
	return reached->group.id || core_group_keep(cw->store, &reached->group, f);
}

static const struct core_group_meeting *meeting_find(const struct core_group_reached *reached, int64_t id,
						     struct fault *f)
{
	for (size_t i = 0; i < reached->meetings.count; i++)
		if (reached->meetings.items[i].id == id)
			return &reached->meetings.items[i];
	fault_set(f, FAULT_NOT_FOUND, "This meeting is not in the case file any more. Look at the core group again.");
	return NULL;
}

bool core_group_booked(const struct core_group_reached *reached, int64_t id, int64_t version,
		       struct core_group_meeting *out, struct fault *f)
{
	const struct core_group_meeting *found = meeting_find(reached, id, f);

	if (!found)
		return false;
	*out = *found;
	if (found->state != CORE_GROUP_MEETING_BOOKED)
		return fault_set(f, FAULT_REFUSED, "This meeting is settled already: it is %s.",
				 core_group_meeting_state_label(found->state));
	return found->version == version ||
	       fault_set(f, FAULT_CONFLICT,
			 "Another person changed this meeting since you opened it. Look at it again, then make your "
			 "change.");
}

bool core_group_was_held(const struct core_group_reached *reached, int64_t id, struct core_group_meeting *out,
			 struct fault *f)
{
	const struct core_group_meeting *found = meeting_find(reached, id, f);

	if (!found)
		return false;
	*out = *found;
	return found->state == CORE_GROUP_MEETING_HELD ||
	       fault_set(f, FAULT_REFUSED, "This meeting was not held: say first that it was.");
}

/* --- Taken back --- */

static bool open_what_it_met(struct casework *cw, int64_t plan, day_number held, struct arena *mem, struct fault *f)
{
	struct deadline_row_list rows;

	if (!deadlines_of_subject(cw->store, SUBJECT_PLAN, plan, mem, &rows, f))
		return false;
	for (size_t i = 0; i < rows.count; i++) {
		const struct deadline_row *row = &rows.items[i];
		bool is_ours = row->rule == RULE_CORE_GROUP_FIRST || row->rule == RULE_CORE_GROUP_NEXT;

		if (is_ours && row->state == STANDING_DONE && row->done_on == held)
			return deadline_undone(cw, row->rule, SUBJECT_PLAN, plan, f);
	}
	return true;
}

/* What counted from that day counts no more. */
static bool withdraw_next(struct casework *cw, int64_t plan, day_number held, struct arena *mem, struct fault *f)
{
	struct deadline_row next;

	if (!deadline_open_one(cw->store, RULE_CORE_GROUP_NEXT, SUBJECT_PLAN, plan, mem, &next, f))
		return false;
	if (!next.id || next.trigger_on != held)
		return true;
	return deadline_withdraw(cw, RULE_CORE_GROUP_NEXT, SUBJECT_PLAN, plan,
				 "that the core group was held was said by mistake", f) &&
	       open_what_it_met(cw, plan, held, mem, f);
}

/* All are taken back before any is counted again: what is owed of one plan goes by the meetings of the family. */
bool core_group_deadlines_undone(struct casework *cw, int64_t family, day_number held, struct arena *mem,
				 struct fault *f)
{
	struct plan_list plans;

	if (!plans_of_family(cw->store, family, mem, &plans, f))
		return false;
	for (size_t i = 0; i < plans.count; i++)
		if (plan_is_ours(&plans.items[i]) && !withdraw_next(cw, plans.items[i].id, held, mem, f))
			return false;
	for (size_t i = 0; i < plans.count; i++)
		if (plan_is_ours(&plans.items[i]) && !deadlines_of_plan(cw, plans.items[i].id, false, f))
			return false;
	return core_group_deadlines(cw, family, mem, f);
}
