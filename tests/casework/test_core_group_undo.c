/* Taking back what was said of a core group: the meeting stays, marked, and what it met is owed again. */
#include "core_group_steps.h"

static const char *held_and_missed(struct casework_fixture *fixture)
{
	return casework_fixture_text(fixture, "SELECT group_concat(line, ', ') FROM (SELECT m.day || ' ' || m.state ||"
					      " coalesce(' was ' || c.was || ': ' || c.why, '') AS line FROM"
					      " core_group_meeting AS m LEFT JOIN core_group_correction AS c ON"
					      " c.meeting_id = m.id ORDER BY m.id)");
}

static bool takes_back(struct casework_fixture *fixture, int64_t family, const struct core_group_meeting *said,
		       const char *why, struct fault *f)
{
	struct core_group_meeting again;

	return casework_core_group_undo(fixture->cw, family, said->id, said->version, why, &again, f);
}

static void what_was_held_by_mistake_is_owed_again(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = a_family_on_plan(fixture, "2026-04-08");
	struct core_group_meeting one = booked_meeting(fixture, family), again;

	one.day = date_from_iso("2026-04-08");
	MUST(casework_core_group_held(fixture->cw, family, &one, NULL, 0, f));
	REFUSED(takes_back(fixture, family, &one, " ", f), "why", "Say what was wrong");
	MUST(casework_core_group_undo(fixture->cw, family, one.id, one.version, "another family's", &again, f));
	assert_string_equal(held_and_missed(fixture),
			    "2026-04-08 mistaken was held: another family's, 2026-04-09 booked");
	assert_int_equal(again.id, booked_meeting(fixture, family).id);
	assert_int_equal(again.day, date_from_iso("2026-04-09")); /* the day it was booked for */
	assert_string_equal(owed_words(fixture), "core_group.first due 2026-04-17 from 2026-04-01");
	assert_int_equal(group_page(fixture, family).line.last_held, DAY_NONE);
	assert_int_equal(group_page(fixture, family).corrections.count, 1);
	assert_one_of_each(fixture);
	REFUSED(takes_back(fixture, family, &again, "x", f), "", "booked");
	MUST(casework_core_group_held(
		fixture->cw, family,
		&(struct core_group_meeting){
			.day = date_from_iso("2026-04-08"), .place = "", .notes = "", .starts = -1, .minutes = -1},
		NULL, 0, f));
	assert_string_equal(owed_words(fixture), "core_group.next due 2026-05-20 from 2026-04-08");
	assert_int_equal(audited(fixture, "core_group.undo"), 1);
}

static void one_that_was_never_booked_is_not_booked_again(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = a_family_on_plan(fixture, "2026-04-08");
	struct core_group_meeting one = meeting_on("2026-04-08"), again;

	MUST(casework_core_group_held(fixture->cw, family, &one, NULL, 0, f));
	MUST(casework_core_group_undo(fixture->cw, family, one.id, one.version, "x", &again, f));
	assert_int_equal(again.id, 0);
	assert_string_equal(meetings_words(fixture), "2026-04-08 mistaken, 2026-04-09 booked");
}

static void the_one_before_counts_again(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = a_family_on_plan(fixture, "2026-05-20");
	struct core_group_meeting first = booked_meeting(fixture, family), second = meeting_on("2026-05-19");

	MUST(casework_core_group_held(fixture->cw, family, &first, NULL, 0, f));
	MUST(casework_core_group_held(fixture->cw, family, &second, NULL, 0, f));
	assert_string_equal(owed_words(fixture), "core_group.next due 2026-06-30 from 2026-05-19");
	REFUSED(takes_back(fixture, family, &first, "x", f), "", "held on Tue 19 May 2026 since");
	MUST(takes_back(fixture, family, &second, "x", f));
	assert_string_equal(owed_words(fixture), "core_group.next due 2026-05-21 from 2026-04-09");
	CONFLICTS(takes_back(fixture, family, &second, "x", f));
	MUST(takes_back(fixture, family, &first, "x", f));
	assert_string_equal(owed_words(fixture), "core_group.first due 2026-04-17 from 2026-04-01");
	assert_one_of_each(fixture);
}

static void what_went_out_is_not_taken_back(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = a_family_on_plan(fixture, "2026-04-09");
	struct core_group_meeting one = booked_meeting(fixture, family);
	struct core_group_sent sent = {.who = "Amelia Okonkwo", .how = "", .sent_on = date_from_iso("2026-04-09")};

	MUST(casework_core_group_held(fixture->cw, family, &one, NULL, 0, f));
	sent.meeting_id = one.id;
	MUST(casework_core_group_sent(fixture->cw, family, &sent, f));
	REFUSED(takes_back(fixture, family, &one, "x", f), "", "went to Amelia Okonkwo");
}

static void one_missed_by_mistake_is_booked_again(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = a_family_on_plan(fixture, "2026-04-10");
	struct core_group_meeting one = booked_meeting(fixture, family), again;

	MUST(casework_core_group_missed(fixture->cw, family, one.id, one.version, "nobody came", f));
	one.version++;
	MUST(casework_core_group_undo(fixture->cw, family, one.id, one.version, "they met next door", &again, f));
	assert_int_equal(group_page(fixture, family).line.missed_on, DAY_NONE);
	assert_string_equal(booked_meeting(fixture, family).place, "Station Primary School");
	MUST(casework_core_group_held(fixture->cw, family, &again, NULL, 0, f));
	assert_string_equal(owed_words(fixture), "core_group.next due 2026-05-21 from 2026-04-09");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, casework_fixture_setup, casework_fixture_teardown)
	const struct CMUnitTest tests[] = {
		TEST(what_was_held_by_mistake_is_owed_again),
		TEST(one_that_was_never_booked_is_not_booked_again),
		TEST(the_one_before_counts_again),
		TEST(what_went_out_is_not_taken_back),
		TEST(one_missed_by_mistake_is_booked_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
