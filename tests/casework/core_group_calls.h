/* Every verb and query of casework/core_groups.h, each called once about the small world. */
#ifndef TESTS_CORE_GROUP_CALLS_H
#define TESTS_CORE_GROUP_CALLS_H

#include "call_world.h"
#include "casework/core_groups.h"

CALL(core_groups)
{
	struct core_group_board out;

	UNUSED;
	return casework_core_groups(cw, mem, &out, f);
}

CALL(core_group)
{
	struct core_group_page out;

	return casework_core_group(cw, w->group_family, mem, &out, f);
}

CALL(core_group_again)
{
	struct core_group_page out;

	return casework_core_group_again(cw, w->group_family, mem, &out, f);
}

static inline struct core_group_meeting meeting_of_world(const char *day)
{
	struct core_group_meeting one = core_group_meeting_blank();

	one.day = date_from_iso(day);
	return one;
}

CALL(core_group_book)
{
	struct core_group_meeting one = meeting_of_world("2026-04-08");

	(void)mem;
	return casework_core_group_book(cw, w->group_family, &one, f);
}

CALL(core_group_slots)
{
	struct core_group_offer_list out;

	return casework_core_group_slots(cw, w->group_family, 0, 6, mem, &out, f);
}

CALL(core_group_tellings)
{
	struct core_group_telling_list out;

	return casework_core_group_tellings(cw, w->group_family, w->group_booked, mem, &out, f);
}

CALL(core_group_tell)
{
	(void)mem;
	return casework_core_group_tell(cw, w->group_family, w->group_booked, w->group_member, CORE_GROUP_WAY_TELEPHONE,
					f);
}

CALL(core_group_answer)
{
	const struct core_group_asked one = {.id = w->group_asked, .version = 1};

	(void)mem;
	return casework_core_group_answer(cw, w->group_family, &one, CORE_GROUP_ANSWER_COMING, f);
}

CALL(core_group_run_try)
{
	struct core_group_run out;

	(void)mem;
	return casework_core_group_run_try(cw, w->group_family, date_from_iso("2026-04-08"), &out, f);
}

CALL(core_group_run)
{
	struct core_group_meeting one = meeting_of_world("2026-04-08");
	size_t booked;

	(void)mem;
	return casework_core_group_run(cw, w->group_family, &one, &booked, f);
}

CALL(core_group_cancel)
{
	(void)mem;
	return casework_core_group_cancel(cw, w->group_family, w->group_booked, 1, "Emma Evans", "ill", f);
}

CALL(core_group_missed)
{
	(void)mem;
	return casework_core_group_missed(cw, w->group_family, w->group_booked, 1, "nobody came", f);
}

CALL(core_group_held)
{
	struct core_group_meeting one = meeting_of_world("2026-04-01");

	(void)mem;
	one.id = w->group_booked;
	one.version = 1;
	return casework_core_group_held(cw, w->group_family, &one, NULL, 0, f);
}

CALL(core_group_undo)
{
	struct core_group_meeting again;

	(void)mem;
	return casework_core_group_undo(cw, w->group_family, w->group_held, 2, "another family's", &again, f);
}

CALL(core_group_notes)
{
	struct core_group_meeting one = meeting_of_world("2026-03-25");

	(void)mem;
	one.id = w->group_held;
	one.version = 2;
	one.notes = "The children are safe.";
	return casework_core_group_notes(cw, w->group_family, &one, f);
}

CALL(core_group_sent)
{
	struct core_group_sent one = {
		.meeting_id = w->group_held, .who = "Grace Adeyemi", .how = "post", .sent_on = casework_today(cw)};

	(void)mem;
	return casework_core_group_sent(cw, w->group_family, &one, f);
}

CALL(core_group_action)
{
	struct plan_action one = plan_action_blank();

	(void)mem;
	one.id = w->group_action;
	one.version = 1;
	one.state = PLAN_ACTION_DONE;
	return casework_core_group_action(cw, w->group_family, 0, &one, f);
}

CALL(core_group_join)
{
	struct core_group_member one = core_group_member_blank();

	(void)mem;
	one.name = "Nana";
	return casework_core_group_join(cw, w->group_family, &one, f);
}

CALL(core_group_leave)
{
	(void)mem;
	return casework_core_group_leave(cw, w->group_family, w->group_member, 1, casework_today(cw), "moved", f);
}

/* The family with a plan that another system kept: its group met on 25 Mar and meets today. */
static inline void make_core_group(struct casework_fixture *fixture, struct world *w)
{
	struct core_group_meeting held = meeting_of_world("2026-03-25"), booked = meeting_of_world(FIXTURE_TODAY);
	struct core_group_member member = core_group_member_blank();

	w->group_family = number(fixture, "SELECT family_id FROM plan WHERE id = %lld", (long long)w->plan);
	number(fixture,
	       "INSERT INTO plan_version (family_id, number, written_on, by_user) VALUES (%lld, 1, '2026-01-15', 'x')",
	       (long long)w->group_family);
	number(fixture,
	       "INSERT INTO plan_action (plan_version_id, position, what) SELECT max(id), 1, 'x' FROM plan_version");
	w->group_action = number(fixture, "SELECT max(id) FROM plan_action");
	number(fixture, "UPDATE plan_version SET issued_on = '2026-01-15' WHERE family_id = %lld",
	       (long long)w->group_family);
	member.name = "Pastor Bright";
	MUST(casework_core_group_join(fixture->cw, w->group_family, &member, f));
	MUST(casework_core_group_held(fixture->cw, w->group_family, &held, NULL, 0, f));
	MUST(casework_core_group_book(fixture->cw, w->group_family, &booked, f));
	w->group_asked = number(
		fixture,
		"INSERT INTO core_group_asked (meeting_id, member_id, what, day, how, asked_on, by_user)"
		" VALUES (%lld, %lld, 'asked', '2026-03-25', 'telephone', '2026-03-20', 'x') RETURNING id",
		(long long)held.id, (long long)member.id);
	w->group_member = member.id;
	w->group_held = held.id;
	w->group_booked = booked.id;
}

#endif
