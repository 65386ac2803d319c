/* Whether a core group met, and what is owed afterwards: at every moment one core group for each open plan. */
#include "core_group_steps.h"

static void the_next_counts_from_the_meeting_held(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = a_family_on_plan(fixture, "2026-04-08");
	struct core_group_meeting one = booked_meeting(fixture, family), late = meeting_on("2026-04-02");
	struct core_group_page page;

	assert_string_equal(owed_words(fixture), "core_group.first due 2026-04-17 from 2026-04-01");
	REFUSED(casework_core_group_held(fixture->cw, family, &one, NULL, 0, f), "day", "in the future");
	one.day = date_from_iso("2026-04-08"); /* a day early: it moves the next */
	one.is_without_social_worker = one.is_inquorate = true;
	one.notes = "The children are safe at Nana's.";
	MUST(casework_core_group_held(fixture->cw, family, &one, NULL, 0, f));
	assert_string_equal(owed_words(fixture), "core_group.next due 2026-05-20 from 2026-04-08");
	assert_string_equal(casework_fixture_text(fixture, "SELECT group_concat(DISTINCT state || ' ' || done_on) FROM"
							   " deadline WHERE rule = 'core_group.first'"),
			    "done 2026-04-08");
	MUST(casework_core_group_held(fixture->cw, family, &late, NULL, 0, f)); /* one before it comes in late */
	assert_string_equal(owed_words(fixture), "core_group.next due 2026-05-20 from 2026-04-08");
	REFUSED(casework_core_group_held(fixture->cw, family,
					 &(struct core_group_meeting){.day = late.day, .place = ""}, NULL, 0, f),
		"day", "written down already");
	late.day = date_from_iso("2026-03-31");
	late.id = late.version = 0;
	REFUSED(casework_core_group_held(fixture->cw, family, &late, NULL, 0, f), "day", "before the plan began");
	page = group_page(fixture, family);
	assert_int_equal(page.line.last_held, date_from_iso("2026-04-08"));
	assert_int_equal(page.meetings.items[1].moved_from, date_from_iso("2026-04-09"));
	assert_true(page.meetings.items[1].is_without_social_worker && page.meetings.items[1].is_inquorate);
	assert_one_of_each(fixture);
	assert_int_equal(audited(fixture, "core_group.held"), 2);
}

/* The plan that another authority holds for one of the children is owed its core groups there. */
static void a_plan_of_another_authority_is_owed_none(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = a_family_on_plan(fixture, "2026-04-09"), ada;
	struct core_group_meeting one = booked_meeting(fixture, family);

	ada = number(fixture, "SELECT id FROM person WHERE given_names = 'Ada'");
	number(fixture, "DELETE FROM deadline_child WHERE person_id = %lld", (long long)ada);
	number(fixture, "DELETE FROM deadline WHERE id NOT IN (SELECT deadline_id FROM deadline_child)");
	number(fixture, "UPDATE plan SET is_other_authority = 1 WHERE person_id = %lld", (long long)ada);
	MUST(casework_core_group_held(fixture->cw, family, &one, NULL, 0, f));
	assert_int_equal(number(fixture, "SELECT count(*) FROM deadline WHERE rule = 'core_group.next'"), 1);
	assert_int_equal(number(fixture, "SELECT count(*) FROM deadline_child WHERE person_id = %lld", (long long)ada),
			 0);
}

static void one_that_is_missed_stays_owed(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = a_family_on_plan(fixture, "2026-04-08");
	struct core_group_meeting one = booked_meeting(fixture, family);

	REFUSED(casework_core_group_missed(fixture->cw, family, one.id, one.version, "nobody came", f), "",
		"still to come");
	casework_fixture_reopen(fixture, "2026-04-20");
	REFUSED(casework_core_group_missed(fixture->cw, family, one.id, one.version, " ", f), "why", "Say why");
	MUST(casework_core_group_missed(fixture->cw, family, one.id, one.version, "nobody came", f));
	assert_string_equal(owed_words(fixture), "core_group.first due 2026-04-17 from 2026-04-01");
	assert_int_equal(group_page(fixture, family).line.missed_on, one.day);
	assert_int_equal(group_page(fixture, family).line.working_days_left, -1);
	one = meeting_on("2026-04-20");
	REFUSED(casework_core_group_book(fixture->cw, family, &one, f), "late_reason", "Fri 17 Apr 2026");
	assert_int_equal(audited(fixture, "core_group.missed"), 1);
}

static void who_was_there_is_evidence(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = a_family_on_plan(fixture, "2026-04-09");
	struct core_group_meeting one = booked_meeting(fixture, family);
	struct core_group_page page = group_page(fixture, family);
	struct core_group_presence there[3] = {
		{.member_id = page.members.items[0].id, .state = ATTENDANCE_ROOM, .note = ""},
		{.member_id = page.members.items[1].id, .state = ATTENDANCE_NONE, .note = ""},
		{.member_id = 999, .state = ATTENDANCE_ROOM, .note = ""}};
	struct core_group_sent sent = {.who = "Amelia Okonkwo", .how = "post", .sent_on = date_from_iso("2026-04-09")};

	assert_true(page.members.count >= 2);
	REFUSED(casework_core_group_held(fixture->cw, family, &one, there, 3, f), "presence", "no member");
	there[2] = there[0];
	there[2].member_id = page.members.items[1].id;
	there[2].state = ATTENDANCE_EXCLUDED;
	REFUSED(casework_core_group_held(fixture->cw, family, &one, there, 3, f), "presence", "how each member");
	sent.meeting_id = one.id;
	REFUSED(casework_core_group_sent(fixture->cw, family, &sent, f), "", "not held");
	MUST(casework_core_group_held(fixture->cw, family, &one, there, 2, f));
	page = group_page(fixture, family);
	assert_int_equal(page.presences.count, 1);
	assert_int_equal(page.presences.items[0].state, ATTENDANCE_ROOM);
	one.notes = "Nana looks after them.";
	MUST(casework_core_group_notes(fixture->cw, family, &one, f));
	sent.who = "";
	REFUSED(casework_core_group_sent(fixture->cw, family, &sent, f), "who", "to whom");
	sent.who = "Amelia Okonkwo";
	sent.sent_on = date_from_iso("2026-04-08");
	REFUSED(casework_core_group_sent(fixture->cw, family, &sent, f), "sent_on", "before the core group met");
	sent.sent_on = date_from_iso("2026-04-10");
	REFUSED(casework_core_group_sent(fixture->cw, family, &sent, f), "sent_on", "in the future");
	sent.sent_on = date_from_iso("2026-04-09");
	MUST(casework_core_group_sent(fixture->cw, family, &sent, f));
	one.notes = "Something else.";
	REFUSED(casework_core_group_notes(fixture->cw, family, &one, f), "", "its notes stay");
	page = group_page(fixture, family);
	assert_int_equal(page.sent.count, 1);
	assert_string_equal(page.sent.items[0].who, "Amelia Okonkwo");
	assert_string_equal(page.meetings.items[0].notes, "Nana looks after them.");
	assert_int_equal(audited(fixture, "core_group.notes") + audited(fixture, "core_group.sent"), 2);
}

/* Neither on Today nor by a manager: it is met when the group has met. */
static void it_is_not_ticked_away(void **state)
{
	struct casework_fixture *fixture = *state;
	const char *id;

	a_family_on_plan(fixture, "2026-04-08");
	id = casework_fixture_text(fixture, "SELECT id FROM deadline WHERE rule = 'core_group.first'");
	REFUSED(casework_deadline_done(fixture->cw, id, date_from_iso("2026-04-08"), "", f), "", "board");
	REFUSED(casework_deadline_waive(fixture->cw, id, "no time", f), "", "board");
	assert_one_of_each(fixture);
}

/* --- Any history --- */

static unsigned drawn(unsigned *seed, unsigned below)
{
	*seed = *seed * 1103515245u + 12345u;
	return (*seed >> 16) % below;
}

/* Somebody does one thing; what is refused changes nothing. */
static void something_happens(struct casework_fixture *fixture, int64_t family, unsigned *seed)
{
	day_number today = casework_today(fixture->cw);
	struct core_group_page page = group_page(fixture, family);
	const struct core_group_meeting
		*some = page.meetings.count ? &page.meetings.items[drawn(seed, (unsigned)page.meetings.count)] : NULL;
	struct core_group_meeting one = core_group_meeting_blank();
	size_t booked;

	one.day = today + (day_number)drawn(seed, 60) - 10;
	one.late_reason = "x";
	switch (drawn(seed, 7)) {
	case 0: casework_core_group_book(fixture->cw, family, &one, NULL); break;
	case 1: casework_core_group_run(fixture->cw, family, &one, &booked, NULL); break;
	case 2: casework_core_group_held(fixture->cw, family, &one, NULL, 0, NULL); break;
	default: break;
	}
	if (!some)
		return;
	one = *some;
	switch (drawn(seed, 5)) {
	case 0: casework_core_group_held(fixture->cw, family, &one, NULL, 0, NULL); break;
	case 1: casework_core_group_missed(fixture->cw, family, one.id, one.version, "x", NULL); break;
	case 2: casework_core_group_cancel(fixture->cw, family, one.id, one.version, "x", "x", NULL); break;
	case 3:
		one.day += (day_number)drawn(seed, 20) - 10;
		one.moved_why = one.late_reason = "x";
		casework_core_group_book(fixture->cw, family, &one, NULL);
		break;
	default: break;
	}
}

/* What is owed is six weeks from the last that was held, or the first. */
static void assert_owed(struct casework_fixture *fixture, unsigned seed)
{
	if (number(fixture,
		   "SELECT count(*) FROM deadline AS d WHERE state = 'open' AND rule = 'core_group.next' AND"
		   " (trigger_on <> (SELECT max(day) FROM core_group_meeting WHERE state = 'held') OR due_on <>"
		   " date(trigger_on, '+42 days'))"))
		fail_msg("%u: %s after %s", seed, owed_words(fixture), meetings_words(fixture));
	if (number(fixture, "SELECT count(*) FROM core_group_meeting WHERE state = 'held'") == 0)
		assert_string_equal(owed_words(fixture), "core_group.first due 2026-04-17 from 2026-04-01");
}

static void one_is_owed_at_every_moment(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = a_family_on_plan(fixture, "2026-04-01");
	day_number day = date_from_iso("2026-04-01");
	unsigned seed = 7;

	number(fixture, "UPDATE conference SET held_on = '2027-03-01' WHERE reference = 'C-0900'");
	for (int days = 0; days < 40; days++) {
		char iso[DATE_TEXT_ROOM];

		day += (day_number)drawn(&seed, 12);
		casework_fixture_reopen(fixture, date_to_iso(day, iso));
		for (int i = 0; i < 6; i++) {
			something_happens(fixture, family, &seed);
			assert_one_of_each(fixture);
			assert_owed(fixture, seed);
		}
	}
	assert_true(number(fixture, "SELECT count(*) FROM core_group_meeting WHERE state = 'held'") > 5);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, casework_fixture_setup, casework_fixture_teardown)
	const struct CMUnitTest tests[] = {
		TEST(the_next_counts_from_the_meeting_held),
		TEST(a_plan_of_another_authority_is_owed_none),
		TEST(one_that_is_missed_stays_owed),
		TEST(who_was_there_is_evidence),
		TEST(it_is_not_ticked_away),
		TEST(one_is_owed_at_every_moment),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
