/* When a core group meets: its limits, a move, a run to the review, and giving one up. */
#include "core_group_steps.h"

static void a_day_is_asked_for_what_it_needs(void **state)
{
	static const struct {
		const char *day, *late, *field, *words, *why;
		int starts, minutes;
	} rows[] = {
		{"", "", "day", "Enter the day", "no day at all", -1, -1},
		{"2026-03-31", "", "day", "is past", "gone by", -1, -1},
		{"2026-04-06", "", "day", "Easter Monday: nobody works then. The working day before is Thu 2 Apr",
		 "a bank holiday: the working day before", -1, -1},
		{"2026-05-04", "", "day", "Mon 4 May 2026 is the Early May bank holiday: nobody works then.",
		 "a bank holiday that is called one", -1, -1},
		{"2026-05-16", "", "day", "at a weekend", "a Saturday", -1, -1},
		{"2026-04-09", "", "day", "meets on Thu 9 Apr 2026 already", "twice on one day", -1, -1},
		{"2026-05-22", "", "late_reason", "The limit is Thu 21 May 2026",
		 "six weeks from the one that is booked before it", -1, -1},
		{"2026-05-21", "", "starts", "9:30", "no such time", 1500, -1},
		{"2026-05-21", "", "minutes", "5 minutes", "too short", 600, 2},
		{"2026-05-21", "", "minutes", "midnight", "runs on", 1430, 60},
		{"2026-05-22", "the school is closed", NULL, NULL, "late with a reason", 600, 60},
		{"2026-05-01", "", NULL, NULL, "within it", -1, -1},
	};
	struct casework_fixture *fixture = *state;
	int64_t family = a_family_on_plan(fixture, "2026-04-01");

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct core_group_meeting one = meeting_on(rows[i].day);
		struct fault why = {0};
		bool done;

		one.late_reason = rows[i].late;
		one.starts = rows[i].starts;
		one.minutes = rows[i].minutes;
		done = casework_core_group_book(fixture->cw, family, &one, &why);
		if (done != !rows[i].field)
			fail_msg("%s: %s", rows[i].why, done ? "was booked" : why.message);
		if (rows[i].field && (strcmp(why.field, rows[i].field) != 0 || !strstr(why.message, rows[i].words)))
			fail_msg("%s: %s: %s", rows[i].why, why.field, why.message);
	}
	assert_string_equal(meetings_words(fixture), "2026-04-09 booked, 2026-05-01 booked, 2026-05-22 booked");
	assert_string_equal(casework_fixture_text(fixture, "SELECT late_reason FROM core_group_meeting WHERE day = "
							   "'2026-05-22'"),
			    "the school is closed");
	assert_int_equal(audited(fixture, "core_group.book"), 2);
}

static void a_closed_plan_has_none(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = a_family_on_plan(fixture, "2026-04-01");
	struct core_group_meeting one = meeting_on("2026-04-10");

	number(fixture, "UPDATE plan SET ended_on = '2026-04-02'");
	REFUSED(casework_core_group_book(fixture->cw, family, &one, f), "", "a closed plan has no core group");
}

static void a_move_says_from_when_and_why(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = a_family_on_plan(fixture, "2026-04-01");
	struct core_group_meeting one = booked_meeting(fixture, family), stale = one;

	one.starts = 600; /* the time alone */
	MUST(casework_core_group_book(fixture->cw, family, &one, f));
	one.day = date_from_iso("2026-04-08");
	REFUSED(casework_core_group_book(fixture->cw, family, &one, f), "moved_why", "Say why");
	one.moved_why = "the school trip";
	MUST(casework_core_group_book(fixture->cw, family, &one, f));
	stale.day = date_from_iso("2026-04-10");
	stale.moved_why = "x";
	CONFLICTS(casework_core_group_book(fixture->cw, family, &stale, f));
	one = booked_meeting(fixture, family);
	assert_int_equal(one.day, date_from_iso("2026-04-08"));
	assert_int_equal(one.moved_from, date_from_iso("2026-04-09"));
	assert_string_equal(one.moved_why, "the school trip");
	assert_int_equal(one.starts, 600);
	one.day = date_from_iso("2026-04-20"); /* what is owed is by the 17th */
	REFUSED(casework_core_group_book(fixture->cw, family, &one, f), "late_reason", "The limit is Fri 17 Apr 2026");
	assert_int_equal(audited(fixture, "core_group.move"), 2);
}

/* The advice to begin earlier would lead nowhere. */
static void a_run_needs_a_review_to_come(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = a_family_on_plan(fixture, "2026-04-01");
	struct core_group_run run;

	casework_fixture_reopen(fixture, "2026-07-01");
	REFUSED(casework_core_group_run_try(fixture->cw, family, date_from_iso("2026-07-06"), &run, f), "",
		"Wed 24 Jun 2026 is not to come any more: book the next review first");
}

static void a_run_goes_to_the_review(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = a_family_on_plan(fixture, "2026-04-01");
	struct core_group_meeting first = meeting_on("2026-05-21");
	struct core_group_run run;
	size_t booked;

	first.starts = 840;
	first.place = "Station Primary School";
	first.day = date_from_iso("2026-06-24");
	REFUSED(casework_core_group_run(fixture->cw, family, &first, &booked, f), "day", "not before the review");
	first.day = date_from_iso("2026-04-08");
	REFUSED(casework_core_group_run(fixture->cw, family, &first, &booked, f), "day", "begin the run after it");
	number(fixture, "UPDATE conference SET held_on = '2026-12-31' WHERE reference = 'C-0900'");
	first.day = date_from_iso("2026-05-20");
	MUST(casework_core_group_run_try(fixture->cw, family, first.day, &run, f));
	assert_true(run.review_is_booked);
	assert_int_equal(run.count, 6);
	MUST(casework_core_group_run(fixture->cw, family, &first, &booked, f));
	assert_int_equal(booked, 6);
	assert_string_equal(meetings_words(fixture),
			    "2026-04-09 booked, 2026-05-20 booked, 2026-07-01 booked, 2026-08-12 booked, 2026-09-23 "
			    "booked, 2026-11-04 booked, 2026-12-16 booked");
	assert_int_equal(number(fixture, "SELECT count(*) FROM core_group_meeting WHERE starts = 840 AND place ="
					 " 'Station Primary School'"),
			 7);
	assert_int_equal(audited(fixture, "core_group.run"), 1);
}

static void over_a_holiday_it_is_on_the_working_day_before(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = a_family_on_plan(fixture, "2026-04-01");
	struct core_group_meeting first = meeting_on("2026-04-13"); /* six weeks on is the spring bank holiday */
	size_t booked;

	MUST(casework_core_group_run(fixture->cw, family, &first, &booked, f));
	assert_int_equal(booked, 2);
	assert_string_equal(casework_fixture_text(fixture,
						  "SELECT day || ' for ' || moved_from || ': ' || moved_why FROM"
						  " core_group_meeting WHERE moved_from IS NOT NULL"),
			    "2026-05-22 for 2026-05-25: Spring bank holiday");
}

static void by_whom_and_why_it_is_cancelled(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = a_family_on_plan(fixture, "2026-04-01");
	struct core_group_meeting one = booked_meeting(fixture, family);

	REFUSED(casework_core_group_cancel(fixture->cw, family, one.id, one.version, " ", "ill", f), "by", "who");
	REFUSED(casework_core_group_cancel(fixture->cw, family, one.id, one.version, "Emma Evans", "", f), "why",
		"why");
	MUST(casework_core_group_cancel(fixture->cw, family, one.id, one.version, "Emma Evans", "ill", f));
	REFUSED(casework_core_group_cancel(fixture->cw, family, one.id, one.version + 1, "Emma Evans", "ill", f), "",
		"settled already: it is cancelled");
	REFUSED(casework_core_group_cancel(fixture->cw, family, 999, 1, "Emma Evans", "ill", f), "", "not in the case");
	assert_string_equal(
		casework_fixture_text(fixture, "SELECT cancelled_by || ': ' || why FROM core_group_meeting"),
		"Emma Evans: ill");
	assert_string_equal(owed_words(fixture), "core_group.first due 2026-04-17 from 2026-04-01");
	assert_int_equal(audited(fixture, "core_group.cancel"), 1);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, casework_fixture_setup, casework_fixture_teardown)
	const struct CMUnitTest tests[] = {
		TEST(a_day_is_asked_for_what_it_needs), TEST(a_closed_plan_has_none),
		TEST(a_move_says_from_when_and_why),    TEST(a_run_goes_to_the_review),
		TEST(a_run_needs_a_review_to_come),     TEST(over_a_holiday_it_is_on_the_working_day_before),
		TEST(by_whom_and_why_it_is_cancelled),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
