/* The first meeting of a core group: its limit after each kind of conference, its day, and who was first. */
#include "live_plan_steps.h"

static struct core_group_meeting on(const char *day)
{
	struct core_group_meeting one = core_group_meeting_blank();

	one.day = date_from_iso(day);
	return one;
}

static struct live_day a_named_day(struct casework_fixture *fixture)
{
	struct live_day d = a_decided_day(fixture);
	struct core_group_member nana = core_group_member_blank();

	nana.name = "Nana";
	MUST(casework_live_core_group(fixture->cw, d.id, 0, &nana, 1, "", f));
	return d;
}

static void the_group_is_named_first(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_decided_day(fixture);
	struct core_group_meeting one = on("2026-04-09");

	REFUSED(casework_live_core_group_meeting(fixture->cw, d.id, &one, "", f), "", "Name the core group");
}

static void the_limit_follows_from_the_kind_of_conference(void **state)
{
	static const struct {
		const char *type, *earlier, *due, *why;
	} rows[] = {
		{"initial", NULL, "2026-04-17", "ten working days, Easter left out"},
		{"pre_birth", NULL, "2026-04-17", "makes plans as well"},
		{"transfer_in", NULL, "2026-04-17", "is an initial conference here"},
		{"reconvened", "initial", "2026-04-17", "goes on with an initial one"},
		{"review", NULL, "2026-05-13", "six weeks, as between any two"},
		{"reconvened", "review", "2026-05-13", "goes on with a review"},
		{"reconvened", "reconvened", "2026-04-17", "of what is not known: the plans start here"},
	};
	struct casework_fixture *fixture = *state;
	struct live_day d = a_decided_day(fixture);

	number(fixture,
	       "INSERT INTO conference (reference, family_id, type, state, source, policy, requested_on) VALUES"
	       " ('C-0900', 1, 'initial', 'adjourned', 'typed', 'x', '2026-01-01')");
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		number(fixture,
		       "UPDATE conference SET type = '%s', earlier_id = (SELECT id FROM conference WHERE reference ="
		       " 'C-0900' AND %d) WHERE id = %lld",
		       rows[i].type, rows[i].earlier != NULL, (long long)d.id);
		number(fixture, "UPDATE conference SET type = '%s' WHERE reference = 'C-0900'",
		       rows[i].earlier ? rows[i].earlier : "initial");
		print_message("%s\n", rows[i].why);
		assert_int_equal(plan_page(fixture, d.id).meeting_due, date_from_iso(rows[i].due));
	}
}

/* A review moves no core group: the next counts from the one that was held, and a new plan's first is sooner. */
static void what_is_owed_already_stays_owed(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_decided_review(fixture);

	number(fixture,
	       "INSERT INTO deadline (rule, subject_kind, subject_id, family_id, trigger_on, due_on, policy)"
	       " SELECT 'core_group.next', 'plan', id, %lld, '2026-03-09', '2026-04-20', 'x' FROM plan WHERE person_id"
	       " = %lld",
	       (long long)d.family, (long long)d.ada);
	assert_int_equal(plan_page(fixture, d.id).meeting_due, date_from_iso("2026-04-17")); /* Chidi owes none */
	number(fixture,
	       "INSERT INTO deadline (rule, subject_kind, subject_id, family_id, trigger_on, due_on, policy)"
	       " SELECT 'core_group.next', 'plan', id, %lld, '2026-03-09', '2026-04-20', 'x' FROM plan WHERE person_id"
	       " = %lld",
	       (long long)d.family, (long long)d.chidi);
	assert_int_equal(plan_page(fixture, d.id).meeting_due, date_from_iso("2026-04-20"));
}

static void a_meeting_is_checked_by_field(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_named_day(fixture);
	const struct {
		const char *day;
		int starts, minutes;
		const char *field, *words, *why;
	} rows[] = {
		{"", -1, -1, "day", "Enter the day", "no day"},
		{"2026-03-31", -1, -1, "day", "before the conference", "the day before"},
		{"2026-04-04", -1, -1, "day", "at a weekend", "a Saturday"},
		{"2026-04-03", -1, -1, "day", "The next working day is Tue 7 Apr", "Good Friday"},
		{"2026-04-20", -1, -1, "late_reason", "The limit is Fri 17 Apr 2026", "the first working day after it"},
		{"2026-04-09", 1440, 60, "starts", "time it starts", "no time of the day"},
		{"2026-04-09", 600, 4, "minutes", "how long", "too short to meet"},
		{"2026-04-09", 600, 721, "minutes", "how long", "longer than a day's work"},
		{"2026-04-09", 1400, 60, "minutes", "past midnight", "into the next day"},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct core_group_meeting one = on(rows[i].day);

		one.starts = rows[i].starts;
		one.minutes = rows[i].minutes;
		print_message("%s\n", rows[i].why);
		REFUSED(casework_live_core_group_meeting(fixture->cw, d.id, &one, " ", f), rows[i].field,
			rows[i].words);
	}
	assert_int_equal(number(fixture, "SELECT count(*) FROM core_group_meeting"), 0);
}

static void a_late_one_keeps_why(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_named_day(fixture);
	struct core_group_meeting one = on("2026-04-20");
	struct live_plan_page page;

	one.place = " Station Primary School ";
	MUST(casework_live_core_group_meeting(fixture->cw, d.id, &one, " the nurse is away ", f));
	page = plan_page(fixture, d.id);
	assert_int_equal(page.meeting.id, one.id);
	assert_string_equal(page.meeting.place, "Station Primary School");
	assert_string_equal(page.meeting_late_reason, "the nurse is away");
	assert_int_equal(page.meeting.state, CORE_GROUP_MEETING_BOOKED);
	one.day = date_from_iso("2026-04-17"); /* the limit itself is in time */
	MUST(casework_live_core_group_meeting(fixture->cw, d.id, &one, "the nurse is away", f));
	assert_string_equal(plan_page(fixture, d.id).meeting_late_reason, "");
	assert_int_equal(number(fixture, "SELECT count(*) FROM core_group_meeting"), 1);
	assert_int_equal(audited(fixture, "live.core_group_meeting"), 2);
}

static void two_people_never_overwrite_each_other(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_named_day(fixture);
	struct core_group_meeting mine = on("2026-04-09"), theirs = on("2026-04-10");
	struct casework *other = second_session(fixture, NULL);

	MUST(casework_live_core_group_meeting(other, d.id, &theirs, "", f));
	CONFLICTS(casework_live_core_group_meeting(fixture->cw, d.id, &mine, "", f));
	mine = theirs;
	MUST(casework_live_core_group_meeting(other, d.id, &theirs, "", f));
	CONFLICTS(casework_live_core_group_meeting(fixture->cw, d.id, &mine, "", f));
	mine.id = 999;
	CONFLICTS(casework_live_core_group_meeting(fixture->cw, d.id, &mine, "", f));
	casework_close(other);
}

static void one_that_was_cancelled_is_not_the_first(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_named_day(fixture);
	struct core_group_meeting one = on("2026-04-09");

	MUST(casework_live_core_group_meeting(fixture->cw, d.id, &one, "", f));
	number(fixture, "UPDATE core_group_meeting SET state = 'cancelled'");
	assert_int_equal(plan_page(fixture, d.id).meeting.id, 0);
	one = on("2026-04-10");
	MUST(casework_live_core_group_meeting(fixture->cw, d.id, &one, "", f));
	assert_int_equal(plan_page(fixture, d.id).meeting.day, date_from_iso("2026-04-10"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_group_is_named_first),
		TEST(the_limit_follows_from_the_kind_of_conference),
		TEST(what_is_owed_already_stays_owed),
		TEST(a_meeting_is_checked_by_field),
		TEST(a_late_one_keeps_why),
		TEST(two_people_never_overwrite_each_other),
		TEST(one_that_was_cancelled_is_not_the_first),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
