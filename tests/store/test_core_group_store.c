/* Core groups: one for each conference that names it, with whoever is in it by whatever name they go. */
#include "live_fixture.h"
#include "store/core_group_store.h"

static struct core_group a_group(struct fixture *x, const struct day *day, int64_t conference)
{
	struct core_group group = {.family_id = day->family, .conference_id = conference, .lead = "Ms Adeyemi"};

	assert_ok(x, core_group_keep(x->s, &group, &x->f));
	return group;
}

static void a_conference_names_one_group(void **state)
{
	struct fixture *x = *state;
	struct day day = a_day(x);
	struct conference earlier = a_conference(x, "C-0009", day.family, "2025-12-01", 570, STATE_DECIDED);
	struct core_group group = a_group(x, &day, day.conference.id), again = group, stale = group, back;
	struct core_group_list list;

	again.version = 0;
	assert_conflict(x, core_group_keep(x->s, &again, &x->f));
	group.lead = "Mr Osei";
	assert_ok(x, core_group_keep(x->s, &group, &x->f));
	assert_conflict(x, core_group_keep(x->s, &stale, &x->f));
	assert_ok(x, core_group_of_conference(x->s, day.conference.id, &x->mem, &back, &x->f));
	assert_int_equal(back.id, group.id);
	assert_int_equal(back.family_id, day.family);
	assert_string_equal(back.lead, "Mr Osei");
	assert_int_equal(back.version, 2);
	assert_ok(x, core_group_of_conference(x->s, earlier.id, &x->mem, &back, &x->f));
	assert_int_equal(back.id, 0);
	a_group(x, &day, earlier.id);
	assert_ok(x, core_groups_of_family(x->s, day.family, &x->mem, &list, &x->f));
	assert_int_equal(list.count, 2);
	assert_int_equal(list.items[0].id, group.id); /* of the latest conference, though it was made first */
}

static void members_are_shown_by_the_name_they_have(void **state)
{
	struct fixture *x = *state;
	struct day day = a_day(x);
	struct core_group group = a_group(x, &day, day.conference.id);
	struct core_group_member mother = core_group_member_blank(), school = mother, typed = mother, nobody = mother,
				 stale;
	struct core_group_member_list list;

	mother.core_group_id = school.core_group_id = typed.core_group_id = nobody.core_group_id = group.id;
	mother.since = school.since = typed.since = nobody.since = date_from_iso("2026-03-26");
	mother.person_id = day.mother;
	school.contact_id = day.school.contact_id;
	typed.name = "Pastor Bright";
	typed.role = "family friend";
	assert_ok(x, core_group_member_keep(x->s, &mother, &x->f));
	assert_ok(x, core_group_member_keep(x->s, &school, &x->f));
	assert_ok(x, core_group_member_keep(x->s, &typed, &x->f));
	assert_false(core_group_member_keep(x->s, &nobody, &x->f)); /* somebody, or it is no member */
	stale = mother;
	mother.role = "mother";
	mother.until = date_from_iso("2026-05-01");
	mother.left_why = "moved";
	assert_ok(x, core_group_member_keep(x->s, &mother, &x->f));
	assert_conflict(x, core_group_member_keep(x->s, &stale, &x->f));
	assert_conflict(x, core_group_member_drop(x->s, stale.id, stale.version, &x->f));
	assert_ok(x, core_group_members_of(x->s, group.id, &x->mem, &list, &x->f));
	assert_int_equal(list.count, 3);
	assert_string_equal(list.items[0].shown_name, "Ms Gill");
	assert_string_equal(list.items[0].shown_agency, "Ashfield School");
	assert_int_equal(list.items[0].contact_id, day.school.contact_id);
	assert_string_equal(list.items[1].shown_name, "Pastor Bright");
	assert_string_equal(list.items[1].shown_agency, "");
	assert_string_equal(list.items[1].role, "family friend");
	assert_string_equal(list.items[2].shown_name, "Akua Mensah"); /* who left, last */
	assert_int_equal(list.items[2].person_id, day.mother);
	assert_int_equal(list.items[2].since, mother.since);
	assert_int_equal(list.items[2].until, mother.until);
	assert_string_equal(list.items[2].left_why, "moved");
	assert_int_equal(list.items[2].version, 2);
	assert_ok(x, core_group_member_drop(x->s, typed.id, typed.version, &x->f));
	assert_ok(x, core_group_members_of(x->s, group.id, &x->mem, &list, &x->f));
	assert_int_equal(list.count, 2);
}

static void meetings_come_by_day(void **state)
{
	struct fixture *x = *state;
	struct day day = a_day(x);
	struct core_group group = a_group(x, &day, day.conference.id);
	struct core_group_meeting second = core_group_meeting_blank(), first = second, stale;
	struct core_group_meeting_list list;

	second.core_group_id = first.core_group_id = group.id;
	second.day = date_from_iso("2026-05-14");
	first.day = date_from_iso("2026-04-08");
	assert_ok(x, core_group_meeting_keep(x->s, &second, &x->f));
	assert_ok(x, core_group_meeting_keep(x->s, &first, &x->f));
	stale = first;
	first.starts = 0;
	first.minutes = 60;
	first.place = "Ashfield School";
	first.late_reason = "the health visitor was away";
	first.state = CORE_GROUP_MEETING_MISSED;
	assert_ok(x, core_group_meeting_keep(x->s, &first, &x->f));
	assert_conflict(x, core_group_meeting_keep(x->s, &stale, &x->f));
	assert_ok(x, core_group_meetings_of(x->s, group.id, &x->mem, &list, &x->f));
	assert_int_equal(list.count, 2);
	assert_int_equal(list.items[0].id, first.id);
	assert_int_equal(list.items[0].day, first.day);
	assert_int_equal(list.items[0].starts, 0);
	assert_int_equal(list.items[0].minutes, 60);
	assert_string_equal(list.items[0].place, "Ashfield School");
	assert_string_equal(list.items[0].late_reason, "the health visitor was away");
	assert_int_equal(list.items[0].state, CORE_GROUP_MEETING_MISSED);
	assert_int_equal(list.items[0].version, 2);
	assert_int_equal(list.items[1].starts, -1);
	assert_int_equal(list.items[1].minutes, -1);
	assert_string_equal(list.items[1].late_reason, "");
	assert_int_equal(list.items[1].state, CORE_GROUP_MEETING_BOOKED);
}

static void a_group_that_is_named_anew_takes_a_meeting_with_it(void **state)
{
	struct fixture *x = *state;
	struct day day = a_day(x);
	struct conference later = a_conference(x, "C-0009", day.family, "2026-06-01", 570, STATE_DECIDED);
	struct core_group group = a_group(x, &day, day.conference.id), next = a_group(x, &day, later.id);
	struct core_group_meeting meeting = core_group_meeting_blank();
	struct core_group_meeting_list list;

	meeting.core_group_id = group.id;
	meeting.day = date_from_iso("2026-06-10");
	assert_ok(x, core_group_meeting_keep(x->s, &meeting, &x->f));
	meeting.core_group_id = next.id;
	assert_ok(x, core_group_meeting_keep(x->s, &meeting, &x->f));
	assert_ok(x, core_group_meetings_of(x->s, group.id, &x->mem, &list, &x->f));
	assert_int_equal(list.count, 0);
	assert_ok(x, core_group_meetings_of(x->s, next.id, &x->mem, &list, &x->f));
	assert_int_equal(list.count, 1);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, saving_begin, saving_end)

/* What was held, who was there and to whom the record went is never said otherwise, whoever asks. */
static void a_settled_meeting_is_evidence(void **state)
{
	struct fixture *x = *state;
	struct day day = a_day(x);
	struct core_group group = a_group(x, &day, day.conference.id);
	struct core_group_meeting one = core_group_meeting_blank();
	struct core_group_member member = core_group_member_blank();
	struct core_group_sent sent = {.who = "Akua Mensah", .how = "post", .by_user = "x"};
	struct core_group_presence presence = {.state = ATTENDANCE_ROOM, .note = ""};
	struct core_group_presence_list there;

	member.core_group_id = one.core_group_id = group.id;
	member.name = "Pastor Bright";
	member.since = one.day = sent.sent_on = date_from_iso("2026-04-09");
	assert_ok(x, core_group_member_keep(x->s, &member, &x->f));
	assert_ok(x, core_group_meeting_keep(x->s, &one, &x->f));
	presence.meeting_id = sent.meeting_id = one.id;
	presence.member_id = member.id;
	assert_ok(x, core_group_presence_insert(x->s, &presence, &x->f));
	assert_false(core_group_presence_insert(x->s, &presence, &x->f)); /* twice */
	one.state = CORE_GROUP_MEETING_HELD;
	assert_ok(x, core_group_meeting_keep(x->s, &one, &x->f));
	one.notes = "Nana looks after them.";
	assert_ok(x, core_group_notes_keep(x->s, &one, &x->f));
	one.day++;
	assert_false(core_group_meeting_keep(x->s, &one, &x->f));
	assert_int_equal(x->f.code, FAULT_REFUSED);
	assert_ok(x, core_group_sent_insert(x->s, &sent, &x->f));
	one.notes = "Something else.";
	assert_false(core_group_notes_keep(x->s, &one, &x->f));
	assert_int_equal(x->f.code, FAULT_REFUSED);
	assert_ok(x, core_group_presences_of_family(x->s, day.family, &x->mem, &there, &x->f));
	assert_int_equal(there.count, 1);
	assert_int_equal(there.items[0].member_id, member.id);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_conference_names_one_group),  TEST(members_are_shown_by_the_name_they_have),
		TEST(meetings_come_by_day),          TEST(a_group_that_is_named_anew_takes_a_meeting_with_it),
		TEST(a_settled_meeting_is_evidence),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
