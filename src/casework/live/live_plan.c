/* The outline plan of a conference: what its page shows, and its text. */
#include "casework/live_plan.h"

#include "booking_facts.h"
#include "conference_reach.h"
#include "invitee_words.h"
#include "live_core_group.h"
#include "live_reach.h"
#include "live_review.h"
#include "live_words.h"
#include "plan_words.h"
#include "review_limit.h"
#include "store/conference_store.h"
#include "store/core_group_store.h"
#include "store/family_store.h"
#include "store/invitee_store.h"
#include "store/plan_version_store.h"

/* --- What the page shows --- */

/* What stands there before anything is written: the family's own social worker leads. */
static struct plan_version plan_not_begun(const struct conference *c)
{
	struct plan_version plan = plan_version_blank();

	plan.family_id = c->family_id;
	plan.conference_id = c->id;
	plan.lead_social_worker = c->social_worker;
	return plan;
}

static bool read_plans(struct casework *cw, struct arena *mem, struct live_plan_page *out, struct fault *f)
{
	const struct conference *c = &out->conference;

	if (!plan_version_of_conference(cw->store, c->id, mem, &out->plan, f) ||
	    !live_plan_before(cw, c, &out->plan, mem, &out->earlier, f) ||
	    (out->plan.id && (!plan_actions_of(cw->store, out->plan.id, mem, &out->actions, f) ||
			      !plan_network_of(cw->store, out->plan.id, mem, &out->network, f))) ||
	    (out->earlier.id && !plan_actions_of(cw->store, out->earlier.id, mem, &out->earlier_actions, f)))
		return false;
	if (!out->plan.id)
		out->plan = plan_not_begun(c);
	return true;
}

static bool read_group(struct casework *cw, struct arena *mem, struct live_plan_page *out, struct fault *f)
{
	const struct conference *c = &out->conference;

	out->meeting = core_group_meeting_blank();
	if (!core_group_of_conference(cw->store, c->id, mem, &out->group, f) ||
	    !core_group_meeting_due(cw, c, mem, &out->meeting_due, f))
		return false;
	if (!out->group.id)
		out->group.lead = c->social_worker;
	else if (!core_group_members_of(cw->store, out->group.id, mem, &out->members, f) ||
		 !core_group_first_meeting(cw, out->group.id, mem, &out->meeting, f))
		return false;
	out->meeting_late_reason = out->meeting.late_reason;
	return true;
}

static bool read_review(struct casework *cw, const struct live_after *after, struct arena *mem,
			struct live_plan_page *out, struct fault *f)
{
	const struct deadline_row *nearest;
	struct deadline_row_list limits;

	if (!live_review_find(cw, &out->conference, after, mem, &out->review, f) ||
	    !review_limits_from(cw, &out->conference, &after->on_plan, mem, &limits, f))
		return false;
	nearest = review_limit_nearest(&limits);
	out->review_due = nearest ? nearest->due_on : DAY_NONE;
	out->review_limit = nearest ? nearest->limit_on : DAY_NONE;
	return true;
}

static bool read_must_copy(struct casework *cw, const struct live_after *after, struct arena *mem,
			   struct live_plan_page *out, struct fault *f)
{
	struct fault why = {0};

	out->must_copy = "";
	if (out->plan.id || live_plan_may_begin(cw, &out->conference, after, mem, &why))
		return true;
	out->must_copy = arena_text(mem, why.message);
	if (why.code != FAULT_REFUSED && f)
		*f = why;
	return why.code == FAULT_REFUSED;
}

static bool read_page(struct casework *cw, int64_t id, struct arena *mem, struct live_plan_page *out, struct fault *f)
{
	struct family family;
	struct live_after after;

	if (!conference_reach(cw, id, mem, &out->conference, f) ||
	    !family_by_id(cw->store, out->conference.family_id, mem, &family, f) ||
	    !live_after_read(cw, &out->conference, mem, &after, f) || !read_plans(cw, mem, out, f) ||
	    !read_group(cw, mem, out, f) || !read_review(cw, &after, mem, out, f))
		return false;
	out->is_needed = after.on_plan.count > 0;
	out->staying_words = live_children_words(&after.staying, mem);
	if (!read_must_copy(cw, &after, mem, out, f))
		return false;
	out->children_words = live_children_words(&after.on_plan, mem);
	out->family_words = family_words(family.name, family.reference, after.children.all.count, mem);
	out->marker = live_marker(family.is_restricted);
	return !arena_exhausted(mem) ||
	       fault_set(f, FAULT_MEMORY, "There is not enough memory to show the plan of this conference.");
}

bool casework_live_plan_page(struct casework *cw, int64_t conference, struct arena *mem, struct live_plan_page *out,
			     struct fault *f)
{
	*out = (struct live_plan_page){0};
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	if (!read_page(cw, conference, mem, out, f))
		return look_undo(cw);
	return look_end(cw, f, "live.plan_look", SUBJECT_CONFERENCE, conference, out->conference.family_id, "%s",
			out->conference.reference);
}

bool casework_live_plan_again(struct casework *cw, int64_t conference, struct arena *mem, struct live_plan_page *out,
			      struct fault *f)
{
	bool ok;

	*out = (struct live_plan_page){0};
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	ok = read_page(cw, conference, mem, out, f);
	look_undo(cw); /* the first look at this screen is logged */
	return ok;
}

/* --- Its text --- */

/* The one that was read is still the one of this conference, and what is not typed is as it was. */
static bool take_known(const struct conference *c, const struct plan_version *known, struct plan_version *plan,
		       struct fault *f)
{
	if (!live_plan_may_change(c, known, f))
		return false;
	if (known->id != (plan->version ? plan->id : 0))
		return fault_set(f, FAULT_CONFLICT,
				 "Another person began the plan of %s since you opened it. Look at it again, then make "
				 "your change.",
				 c->reference);
	plan->id = known->id;
	plan->family_id = c->family_id;
	plan->number = known->number;
	plan->written_on = c->held_on;
	plan->issued_on = DAY_NONE;
	return true;
}

static bool plan_in(struct casework *cw, struct plan_version *plan, struct arena *mem, struct conference *c,
		    struct fault *f)
{
	struct plan_version known;
	struct live_after after;

	if (!plan_texts_tidy(plan, mem, f) || !live_reach(cw, ACTION_WRITE_RECORD, plan->conference_id, mem, c, f) ||
	    !plan_version_of_conference(cw->store, c->id, mem, &known, f) || !take_known(c, &known, plan, f) ||
	    !live_after_read(cw, c, mem, &after, f) || (!known.id && !live_plan_may_begin(cw, c, &after, mem, f)))
		return false;
	plan->by_user = casework_user_name(cw);
	return plan_version_keep(cw->store, plan, f) && live_plan_children_follow(cw, &after, plan->id, mem, f);
}

bool casework_live_plan(struct casework *cw, struct plan_version *plan, struct fault *f)
{
	struct arena mem = {0};
	struct plan_version kept = *plan;
	struct conference c;
	bool ok;

	if (!work_begin(cw, ACTION_WRITE_RECORD, f))
		return false;
	ok = plan_in(cw, &kept, &mem, &c, f);
	ok = ok ? work_end(cw, f, "live.plan", SUBJECT_CONFERENCE, c.id, c.family_id, "%s: plan %d, version %lld",
			   c.reference, kept.number, (long long)kept.version)
		: work_undo(cw);
	if (ok) {
		plan->id = kept.id;
		plan->number = kept.number;
		plan->version = kept.version;
	}
	arena_finish(&mem);
	return ok;
}

/* --- Begun with the earlier one --- */

static const struct invitee *same_invitee(const struct invitee_list *here, const struct invitee *there)
{
	for (size_t i = 0; i < here->count; i++) {
		const struct invitee *one = &here->items[i];

		if ((there->person_id && one->person_id == there->person_id) ||
		    (there->contact_id && one->contact_id == there->contact_id))
			return one;
	}
	return NULL;
}

/* Who was on the list then may not be on this one; and a day that has passed is no day to do it by, but for those who
 * were not reviewed here: theirs is overdue. */
static bool renew_action(struct casework *cw, const struct conference *c, const struct invitee_list *here,
			 bool keeps_days, struct plan_action *action, struct arena *mem, struct fault *f)
{
	struct invitee then;
	const struct invitee *now;

	if (!keeps_days && action->by_on != DAY_NONE && action->by_on < c->held_on)
		action->by_on = DAY_NONE;
	if (action->who_invitee_id) {
		if (!invitee_by_id(cw->store, action->who_invitee_id, mem, &then, f))
			return false;
		now = same_invitee(here, &then);
		action->who_invitee_id = now ? now->id : 0;
	}
	return plan_action_keep(cw->store, action, f);
}

static bool renew_actions(struct casework *cw, const struct conference *c, bool keeps_days, int64_t plan,
			  struct arena *mem, size_t *count, struct fault *f)
{
	struct plan_action_list actions;
	struct invitee_list here;

	if (!plan_actions_of(cw->store, plan, mem, &actions, f) || !invitees_of(cw->store, c->id, false, mem, &here, f))
		return false;
	for (size_t i = 0; i < actions.count; i++)
		if (!renew_action(cw, c, &here, keeps_days, &actions.items[i], mem, f))
			return false;
	*count = actions.count;
	return true;
}

static bool from_earlier_in(struct casework *cw, int64_t id, struct arena *mem, struct conference *c,
			    struct plan_version *earlier, size_t *count, struct fault *f)
{
	struct plan_version known, plan;
	struct live_after after;

	if (!live_reach(cw, ACTION_WRITE_RECORD, id, mem, c, f) ||
	    !plan_version_of_conference(cw->store, id, mem, &known, f) ||
	    !live_plan_before(cw, c, &known, mem, earlier, f))
		return false;
	if (known.id)
		return fault_set(f, FAULT_CONFLICT, "The plan of %s is begun already: look at it, then go on with it.",
				 c->reference);
	if (!earlier->id)
		return fault_set(f, FAULT_REFUSED, "No outline plan from before %s is in this file: write one.",
				 c->reference);
	plan = *earlier;
	plan.id = plan.version = 0;
	plan.conference_id = c->id;
	plan.written_on = c->held_on;
	plan.issued_on = DAY_NONE;
	plan.by_user = casework_user_name(cw);
	plan.why = "";
	return live_after_read(cw, c, mem, &after, f) && plan_version_keep(cw->store, &plan, f) &&
	       plan_version_carry_over(cw->store, earlier->id, plan.id, f) &&
	       live_plan_children_follow(cw, &after, plan.id, mem, f) &&
	       renew_actions(cw, c, after.staying.count > 0, plan.id, mem, count, f);
}

bool casework_live_plan_from_earlier(struct casework *cw, int64_t conference, struct fault *f)
{
	struct arena mem = {0};
	struct plan_version earlier;
	struct conference c;
	size_t count = 0;
	bool ok;

	if (!work_begin(cw, ACTION_WRITE_RECORD, f))
		return false;
	ok = from_earlier_in(cw, conference, &mem, &c, &earlier, &count, f);
	ok = ok ? work_end(cw, f, "live.plan", SUBJECT_CONFERENCE, c.id, c.family_id, "%s: from plan %d, %zu actions",
			   c.reference, earlier.number, count)
		: work_undo(cw);
	arena_finish(&mem);
	return ok;
}
