/* Every verb and query of casework/live_plan.h, each called once about the small world. */
#ifndef TESTS_LIVE_PLAN_CALLS_H
#define TESTS_LIVE_PLAN_CALLS_H

#include "call_world.h"
#include "casework/live_plan.h"

CALL(live_plan_page)
{
	struct live_plan_page out;

	return casework_live_plan_page(cw, w->live, mem, &out, f);
}

CALL(live_plan_again)
{
	struct live_plan_page out;

	return casework_live_plan_again(cw, w->live, mem, &out, f);
}

CALL(live_plan)
{
	struct plan_version plan = plan_version_blank();

	(void)mem;
	plan.id = w->live_plan;
	plan.conference_id = w->live;
	plan.version = 1;
	return casework_live_plan(cw, &plan, f);
}

static inline struct plan_action action_of_world(void)
{
	struct plan_action one = plan_action_blank();

	one.what = "nursery place";
	one.who = "Emma Evans";
	return one;
}

CALL(live_action)
{
	struct plan_action one = action_of_world();

	(void)mem;
	return casework_live_action(cw, w->live, &one, f);
}

CALL(live_action_drop)
{
	(void)mem;
	return casework_live_action_drop(cw, w->live, w->live_action, 1, f);
}

CALL(live_network)
{
	struct plan_network one = plan_network_blank();

	(void)mem;
	one.name = "Joy Bell";
	return casework_live_network(cw, w->live, &one, f);
}

CALL(live_network_drop)
{
	(void)mem;
	return casework_live_network_drop(cw, w->live, w->live_helper, 1, f);
}

CALL(live_action_mark)
{
	struct plan_action one = action_of_world();

	(void)mem;
	one.id = w->earlier_action;
	one.version = 1;
	return casework_live_action_mark(cw, w->later, &one, f);
}

CALL(live_plan_from_earlier)
{
	(void)mem;
	return casework_live_plan_from_earlier(cw, w->later, f);
}

CALL(live_core_group_propose)
{
	struct core_group_member_list out;
	const char *left_out;

	return casework_live_core_group_propose(cw, w->live, mem, &out, &left_out, f);
}

CALL(live_core_group)
{
	struct core_group_member one = core_group_member_blank();

	(void)mem;
	one.name = "Joy Bell";
	return casework_live_core_group(cw, w->live, 0, &one, 1, "Emma Evans", f);
}

CALL(live_core_group_meeting)
{
	struct core_group_meeting one = core_group_meeting_blank();

	(void)mem;
	one.day = date_from_iso(FIXTURE_TODAY);
	return casework_live_core_group_meeting(cw, w->later, &one, "", f);
}

CALL(live_review_facts)
{
	struct booking_facts out;

	return casework_live_review_facts(cw, w->live, mem, &out, f);
}

CALL(live_review_proposals)
{
	struct proposal_list out;

	return casework_live_review_proposals(cw, w->live, DAY_NONE, 3, mem, &out, f);
}

CALL(live_review_check)
{
	const struct booking booking = {.slot = w->review_slot};

	(void)mem;
	return casework_live_review_check(cw, w->live, &booking, f);
}

CALL(live_review)
{
	const struct booking booking = {.slot = w->review_slot};

	(void)mem;
	return casework_live_review(cw, w->live, &booking, f);
}

CALL(live_review_drop)
{
	(void)mem;
	return casework_live_review_drop(cw, w->later, f);
}

CALL(live_free_for_review)
{
	struct resource_list chairs, rooms, minute_takers;

	return casework_live_free_for_review(cw, w->live, w->review_slot.day, w->review_slot.starts,
					     w->review_slot.minutes, mem, &chairs, &rooms, &minute_takers, f);
}

/* Of each conference that is being held one child is on a plan after it: not the one of live_calls.h, who is decided
 * for there. */
static inline void put_on_plan(struct casework_fixture *fixture, int64_t conference)
{
	number(fixture,
	       "INSERT INTO child_decision (conference_id, person_id, outcome, category) SELECT conference_id,"
	       " max(person_id), 'plan_made', 'NEG' FROM conference_child WHERE conference_id = %lld",
	       (long long)conference);
}

/* The second conference goes on from an earlier plan, has named its core group and booked its review. */
static inline void make_live_plan(struct casework_fixture *fixture, struct world *w)
{
	struct core_group_member member = core_group_member_blank();
	struct plan_action action = action_of_world();
	struct plan_network helper = plan_network_blank();
	struct booking booking = {0};
	struct proposal_list slots;

	w->later = a_waiting_conference(fixture, "Osei", "2026-03-26");
	number(fixture,
	       "UPDATE conference SET state = 'in_progress', held_on = '" FIXTURE_TODAY "', starts = 600, minutes = 60,"
	       " chair_id = (SELECT id FROM resource WHERE login = 'chair') WHERE id = %lld",
	       (long long)w->later);
	number(fixture, "INSERT INTO live_state (conference_id, format) VALUES (%lld, 'signs_of_safety')",
	       (long long)w->later);
	number(fixture,
	       "INSERT INTO plan_version (family_id, number, written_on, by_user) SELECT family_id, 1, '2026-01-05',"
	       " 'x' FROM conference WHERE id = %lld",
	       (long long)w->later);
	number(fixture,
	       "INSERT INTO plan_action (plan_version_id, position, what) SELECT max(id), 1, 'x' FROM plan_version");
	w->earlier_action = number(fixture, "SELECT max(id) FROM plan_action");
	number(fixture, "UPDATE plan_version SET issued_on = '2026-01-05'");
	put_on_plan(fixture, w->live);
	put_on_plan(fixture, w->later);
	MUST(casework_live_action(fixture->cw, w->live, &action, f));
	w->live_action = action.id;
	w->live_plan = action.plan_version_id;
	helper.name = "Nana Bell";
	MUST(casework_live_network(fixture->cw, w->live, &helper, f));
	w->live_helper = helper.id;
	member.name = "Joy Bell";
	MUST(casework_live_core_group(fixture->cw, w->later, 0, &member, 1, "Emma Evans", f));
	MUST(casework_live_review_proposals(fixture->cw, w->later, DAY_NONE, 2, &fixture->mem, &slots, f));
	booking.slot = slots.items[0].slot;
	w->review_slot = slots.items[1].slot;
	MUST(casework_live_review(fixture->cw, w->later, &booking, f));
}

#endif
