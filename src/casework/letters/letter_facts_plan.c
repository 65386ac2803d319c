/* The outline plan, the core group and the next review, for who may have them. */
#include "letter_facts_inside.h"

#include "invitee_apart.h"
#include "letter_reader.h"
#include "store/core_group_store.h"
#include "store/live_store.h"
#include "store/person_store.h"
#include "store/plan_version_store.h"

#include <string.h>

struct core {
	struct core_group group;
	struct core_group_member_list members;
	struct core_group_meeting_list meetings;
};

static bool read_core(const struct facts_work *w, struct core *out)
{
	*out = (struct core){.group.id = 0};
	if (!core_group_of_conference(w->cw->store, w->conference->id, w->mem, &out->group, w->f))
		return false;
	return !out->group.id || (core_group_members_of(w->cw->store, out->group.id, w->mem, &out->members, w->f) &&
				  core_group_meetings_of(w->cw->store, out->group.id, w->mem, &out->meetings, w->f));
}

static bool is_same(const struct core_group_member *member, const struct invitee *one)
{
	if (member->person_id || one->person_id)
		return member->person_id == one->person_id;
	if (member->contact_id || one->contact_id)
		return member->contact_id == one->contact_id;
	return *one->name && strcmp(member->name, one->name) == 0;
}

static bool is_in_core(const struct core *core, const struct invitee *one)
{
	for (size_t i = 0; one && i < core->members.count; i++)
		if (core->members.items[i].until == DAY_NONE && is_same(&core->members.items[i], one))
			return true;
	return false;
}

/* --- The core group --- */

/* Where and when a member of the family will be is for those who will be there too, and for colleagues; on paper that
 * everybody in the room takes home only when all may meet. */
static bool is_told_of_core(const struct facts_work *w, const struct core *core)
{
	if (w->is_kept_away || !core->group.id)
		return false;
	if (w->is_for_room)
		return w->sittings.count < 2;
	if (w->audience == AUDIENCE_PROFESSIONAL)
		return true;
	return is_in_core(core, w->audience == AUDIENCE_COMPANION ? w->principal : w->reader);
}

bool facts_meets_core_group(struct facts_work *w, bool *out)
{
	struct core core;

	*out = false;
	if (!read_core(w, &core))
		return false;
	*out = w->audience == AUDIENCE_PROFESSIONAL || is_told_of_core(w, &core);
	return true;
}

static const struct invitee *invitee_of(const struct facts_work *w, const struct core_group_member *member)
{
	for (size_t i = 0; i < w->invitees.count; i++)
		if (is_same(member, &w->invitees.items[i]))
			return &w->invitees.items[i];
	return NULL;
}

static const char *place_of(const struct core_group_member *member, const struct invitee *one)
{
	if (*member->shown_agency)
		return member->shown_agency;
	if (one && *one->shown_agency)
		return one->shown_agency;
	return one && one->person_id ? facts_place_in_it(one) : member->role;
}

static bool say_member(struct facts_work *w, const struct core_group_member *member)
{
	const struct invitee *one = invitee_of(w, member);
	struct letter_row *row;

	if (member->until != DAY_NONE || (one && one->id != w->reader->id && !facts_may_meet(w, one)))
		return true;
	row = facts_row(w, LETTER_LIST_CORE_GROUP);
	if (!row)
		return false;
	row->fields[LETTER_FIELD_MEMBER_NAME] = member->shown_name;
	row->fields[LETTER_FIELD_MEMBER_AGENCY] = place_of(member, one);
	return true;
}

/* The next one after the conference. */
static const struct core_group_meeting *next_meeting(const struct facts_work *w, const struct core *core)
{
	for (size_t i = 0; i < core->meetings.count; i++)
		if (core->meetings.items[i].state == CORE_GROUP_MEETING_BOOKED &&
		    core->meetings.items[i].day >= w->conference->held_on)
			return &core->meetings.items[i];
	return NULL;
}

static bool say_core(struct facts_work *w, const struct core *core)
{
	const struct core_group_meeting *next = next_meeting(w, core);

	if (!is_told_of_core(w, core))
		return true;
	facts_say(w, LETTER_FIELD_CORE_GROUP_LEAD, core->group.lead);
	if (next) {
		facts_say_day(w, LETTER_FIELD_CORE_GROUP_DAY, next->day);
		if (next->starts >= 0)
			facts_say_clock(w, LETTER_FIELD_CORE_GROUP_TIME, next->starts);
		facts_say(w, LETTER_FIELD_CORE_GROUP_PLACE, facts_place_words(w, next->place));
	}
	for (size_t i = 0; i < core->members.count; i++)
		if (!say_member(w, &core->members.items[i]))
			return false;
	return true;
}

/* --- The next review --- */

/* The day is told to everybody whose children it is about; the hour and whether it is booked to who will be asked to
 * it. */
static bool say_review(struct facts_work *w)
{
	struct live_state state;
	struct conference review;

	if (!live_state_of(w->cw->store, w->conference->id, w->mem, &state, w->f))
		return false;
	if (!state.review_id)
		return true;
	if (!conference_by_id(w->cw->store, state.review_id, w->mem, &review, w->f))
		return false;
	if (review.held_on == DAY_NONE)
		return true;
	facts_say_day(w, LETTER_FIELD_REVIEW_DAY, review.held_on);
	if (!w->is_kept_away && !w->sitting && w->sittings.count < 2 && review.starts >= 0)
		facts_say_clock(w, LETTER_FIELD_REVIEW_TIME, review.starts);
	return true;
}

static bool is_on_plan(const struct facts_work *w)
{
	return w->out->top.fields[LETTER_FIELD_IS_PLAN] != NULL;
}

/* A plan that starts is reviewed sooner than one that goes on, whatever the conference is called. */
static enum rule_key review_rule(const struct facts_work *w)
{
	const struct letter_row_list *decisions = &w->out->lists[LETTER_LIST_DECISIONS];

	for (size_t i = 0; i < decisions->count; i++)
		if (decisions->items[i].fields[LETTER_FIELD_DECISION_STARTS])
			return RULE_REVIEW_FIRST;
	return RULE_REVIEW_NEXT;
}

/* While none is booked: by when it must be. */
static bool say_review_limit(struct facts_work *w)
{
	const struct deadline_dates limit = deadline_compute(casework_policy(w->cw), casework_calendar(w->cw),
							     review_rule(w), w->conference->held_on);

	if (!say_review(w))
		return false;
	if (!w->out->top.fields[LETTER_FIELD_REVIEW_DAY])
		facts_say_day(w, LETTER_FIELD_REVIEW_BY,
			      limit.limit != DAY_NONE && limit.limit < limit.due ? limit.limit : limit.due);
	return true;
}

/* --- The plan --- */

static void say_words(struct facts_work *w, const struct plan_version *plan)
{
	const struct {
		enum letter_field field;
		const char *words;
	} said[] = {
		{LETTER_FIELD_PLAN_HARM, plan->harm},
		{LETTER_FIELD_PLAN_CHANGE, plan->change},
		{LETTER_FIELD_PLAN_GOALS_SHORT, plan->goals_short},
		{LETTER_FIELD_PLAN_GOALS_LONG, plan->goals_long},
		{LETTER_FIELD_PLAN_OUTCOMES, plan->outcomes},
		{LETTER_FIELD_PLAN_CHILD_WISHES, plan->child_wishes},
		{LETTER_FIELD_PLAN_PARENTS_VIEWS, plan->parents_views},
		{LETTER_FIELD_PLAN_VISITS, plan->visits},
		{LETTER_FIELD_PLAN_CONTINGENCY, plan->contingency},
		{LETTER_FIELD_PLAN_ASSESSMENTS, plan->assessments},
		{LETTER_FIELD_PLAN_CONTACT_LIMITS, plan->contact_limits},
		{LETTER_FIELD_PLAN_FORMAT, plan->format_for_parents},
	};

	for (size_t i = 0; w->knows_all_children && i < sizeof said / sizeof *said; i++)
		facts_say(w, said[i].field, facts_words(w, said[i].words));
}

static void say_standing(struct facts_work *w, const struct plan_version *plan)
{
	if (plan->number > 0)
		facts_say(w, LETTER_FIELD_PLAN_NUMBER, arena_printf(w->mem, "%d", plan->number));
	facts_say_day(w, LETTER_FIELD_PLAN_DAY, plan->issued_on != DAY_NONE ? plan->issued_on : plan->written_on);
}

/* Of somebody whom the reader may not meet nothing is said: when they have the children is where they are. */
static bool may_know_helper(const struct facts_work *w, const struct plan_network *helper)
{
	for (size_t i = 0; helper->person_id && i < w->invitees.count; i++)
		if (w->invitees.items[i].person_id == helper->person_id)
			return facts_is_named_to(w, &w->invitees.items[i]);
	return true;
}

static bool say_network(struct facts_work *w, int64_t plan)
{
	struct plan_network_list all;

	if (!plan_network_of(w->cw->store, plan, w->mem, &all, w->f))
		return false;
	for (size_t i = 0; i < all.count; i++) {
		struct letter_row *row;

		if (!may_know_helper(w, &all.items[i]))
			continue;
		row = facts_row(w, LETTER_LIST_NETWORK);
		if (!row)
			return false;
		row->fields[LETTER_FIELD_HELPER_NAME] = facts_words(w, all.items[i].name);
		row->fields[LETTER_FIELD_HELPER_RELATION] = facts_words(w, all.items[i].relation);
		row->fields[LETTER_FIELD_HELPER_DOES] = facts_words(w, all.items[i].does);
	}
	return true;
}

static bool say_plan(struct facts_work *w, const struct plan_version *plan, bool with_states)
{
	struct plan_action_list actions;
	struct letter_row *row;

	say_words(w, plan);
	if (!plan_actions_of(w->cw->store, plan->id, w->mem, &actions, w->f))
		return false;
	for (size_t i = 0; i < actions.count; i++) {
		if (actions.items[i].state == PLAN_ACTION_DROPPED)
			continue;
		if (!facts_action(w, &actions.items[i], &row))
			return false;
		if (row && with_states)
			row->fields[LETTER_FIELD_ACTION_STATE] = plan_action_state_label(actions.items[i].state);
	}
	/* What speaks of all the children together is for who may read of each: of a plan that says nothing of theirs
	 * alone the reader has none. */
	if (w->knows_all_children || w->out->lists[LETTER_LIST_ACTIONS].count)
		say_standing(w, plan);
	return !w->knows_all_children || say_network(w, plan->id);
}

/* Others of the family have it when they are to carry it out. */
static bool may_have_plan(const struct facts_work *w, const struct core *core)
{
	return w->told.plan || (w->audience == AUDIENCE_FAMILY && !w->is_kept_away && is_in_core(core, w->reader));
}

bool facts_of_plan(struct facts_work *w)
{
	struct plan_version plan;
	struct core core;

	if (!w->told.decisions)
		return true;
	if (!plan_version_of_conference(w->cw->store, w->conference->id, w->mem, &plan, w->f) || !read_core(w, &core))
		return false;
	facts_say(w, LETTER_FIELD_PLAN_WORKER,
		  plan.id && *plan.lead_social_worker ? plan.lead_social_worker : w->conference->social_worker);
	if (!is_on_plan(w))
		return true;
	if (!say_review_limit(w) || !say_core(w, &core))
		return false;
	return !plan.id || !may_have_plan(w, &core) || say_plan(w, &plan, false);
}

bool facts_of_plan_version(struct facts_work *w, const struct plan_version *plan)
{
	struct core core;

	if (!read_core(w, &core))
		return false;
	if (!may_have_plan(w, &core))
		return true;
	facts_say(w, LETTER_FIELD_PLAN_WORKER, plan->lead_social_worker);
	facts_say_yes(w, LETTER_FIELD_PLAN_DRAFT, plan->issued_on == DAY_NONE);
	return say_plan(w, plan, true);
}
