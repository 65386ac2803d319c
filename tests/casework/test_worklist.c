/* What is due, the diary and the clock: grouped, in order, in plain words, and only for those who may see. */
#include "booking_steps.h"

static struct due_list due(struct casework_fixture *fixture, struct due_filter filter)
{
	struct due_list list;

	MUST(casework_due(fixture->cw, &filter, &fixture->mem, &list, f));
	return list;
}

static void a_sibling_group_is_one_line(void **state)
{
	struct casework_fixture *fixture = *state;
	struct due_list list;
	const struct due_item *item;

	a_waiting_conference(fixture, "Okonkwo", "2026-03-26");
	list = due(fixture, (struct due_filter){.within_wd = -1, .lane = -1});
	assert_int_equal(list.count, 1);
	item = &list.items[0];
	assert_string_equal(item->family_words, "Okonkwo ×2");
	assert_string_equal(item->children, "Chidi Okonkwo\nAda Okonkwo");
	assert_string_equal(item->reference, "C-0001");
	assert_string_equal(item->missing, "no slot");
	assert_int_equal(item->rule, RULE_ICPC);
	assert_int_equal(item->working_days_left, 11);
	assert_int_equal(item->state, DEADLINE_OK);
	assert_int_equal(list.by_lane[LANE_BOOK], 1);
}

/* Of the newest look at what is due: what was asked for, as the log has it. */
static void must_log(struct casework_fixture *fixture, struct due_filter filter, size_t found, const char *words)
{
	assert_int_equal(due(fixture, filter).count, found);
	assert_string_equal(casework_fixture_text(fixture, "SELECT detail FROM audit WHERE action = 'due.look'"
							   " ORDER BY seq DESC LIMIT 1"),
			    words);
}

static void the_log_says_how_far_was_looked(void **state)
{
	struct casework_fixture *fixture = *state;

	a_waiting_conference(fixture, "Okonkwo", "2026-03-26"); /* due Mon 20 Apr, on the 11th working day */
	must_log(fixture, (struct due_filter){.within_wd = -1, .lane = -1}, 1, "all, lane all: 1 found");
	must_log(fixture, (struct due_filter){.within_wd = 10, .lane = -1}, 0,
		 "within 10 working days, lane all: 0 found");
	must_log(fixture, (struct due_filter){.within_wd = 1, .lane = LANE_BOOK}, 0,
		 "within 1 working day, lane book: 0 found");
	must_log(fixture, (struct due_filter){.within_wd = -1, .within_days = 18, .lane = -1}, 0,
		 "within 18 days, lane all: 0 found");
	must_log(fixture, (struct due_filter){.within_wd = -1, .within_days = 19, .lane = -1}, 1,
		 "within 19 days, lane all: 1 found");
}

static void siblings_with_rows_of_their_own_are_one_line_too(void **state)
{
	struct casework_fixture *fixture = *state;
	struct due_list list;
	int64_t id = a_waiting_conference(fixture, "Okonkwo", "2026-03-26");

	/* Two plans that began together: two rows, as an import leaves them. */
	casework_fixture_text(fixture, "SELECT 1");
	(void)id;
	number(fixture,
	       "INSERT INTO plan (reference, person_id, family_id, started_on, category_initial, category_latest)"
	       " SELECT 'P-000' || person_id, person_id, family_id, '2026-01-05', 'NEG', 'NEG' FROM family_member");
	number(fixture,
	       "INSERT INTO deadline (rule, subject_kind, subject_id, family_id, trigger_on, due_on, limit_on, policy)"
	       " SELECT 'review.first', 'plan', id, family_id, '2026-01-05', '2026-04-05', '2026-04-05', 'x' FROM "
	       "plan");
	number(fixture, "INSERT INTO deadline_child SELECT deadline.id, person_id FROM deadline JOIN plan ON "
			"subject_kind = 'plan'"
			" AND subject_id = plan.id");
	list = due(fixture, (struct due_filter){.within_wd = 10, .lane = LANE_REVIEWS});
	assert_int_equal(list.count, 1);
	assert_int_equal(list.items[0].child_count, 2);
	assert_string_equal(list.items[0].ids, "2 3");
	assert_string_equal(list.items[0].reference, "P-0001");
	assert_string_equal(list.items[0].missing, "not requested");
	assert_int_equal(list.items[0].state, DEADLINE_SOON);
	assert_int_equal(list.by_lane[LANE_REVIEWS], 1);
	assert_int_equal(list.by_lane[LANE_BOOK], 1);
	assert_int_equal(list.later, 0);

	MUST(casework_review_request(fixture->cw, 1, &fixture->mem, &id, f));
	assert_int_equal(
		number(fixture, "SELECT count(*) FROM conference_child WHERE conference_id = %lld", (long long)id), 2);
	list = due(fixture, (struct due_filter){.within_wd = 10, .lane = LANE_REVIEWS});
	assert_string_equal(list.items[0].missing, "no slot");
	assert_int_equal(list.items[0].conference_id, id);
	{
		int64_t again;
		struct booking_facts facts = facts_of(fixture, id);

		MUST(casework_review_request(fixture->cw, 2, &fixture->mem, &again, f));
		assert_int_equal(again, id); /* the sibling's review is the same conference */
		assert_string_equal(facts.rule_words, "initial conference Mon 5 Jan 2026 + 3 months");
	}
}

static void late_first_and_the_rest_counted(void **state)
{
	struct casework_fixture *fixture = *state;
	struct due_list list;

	a_waiting_conference(fixture, "Later", "2026-03-31");
	a_waiting_conference(fixture, "Soon", "2026-03-16");
	a_waiting_conference(fixture, "Late", "2026-02-27");
	list = due(fixture, (struct due_filter){.within_wd = 10, .lane = -1});
	assert_int_equal(list.count, 2);
	assert_string_equal(list.items[0].family_words, "Late ×2");
	assert_int_equal(list.items[0].state, DEADLINE_LATE);
	assert_int_equal(list.items[0].working_days_left, -8); /* limit Fri 20 Mar */
	assert_int_equal(list.items[0].by, list.items[0].due);
	number(fixture, "UPDATE deadline SET due_on = '2026-03-27' WHERE rule = 'icpc' AND due_on = '2026-03-20'");
	list = due(fixture, (struct due_filter){.within_wd = 10, .lane = -1});
	assert_int_equal(list.items[0].due, date_from_iso("2026-03-27")); /* counted by a looser rule */
	assert_int_equal(list.items[0].by, date_from_iso("2026-03-20"));
	assert_int_equal(list.items[0].working_days_left, -8);
	assert_string_equal(list.items[1].family_words, "Soon ×2");
	assert_int_equal(list.late, 1);
	assert_int_equal(list.by_lane[LANE_BOOK], 3);
	assert_int_equal(list.later, 1);
	list = due(fixture, (struct due_filter){.within_wd = -1, .lane = LANE_BUNDLE});
	assert_int_equal(list.count, 0);
	assert_int_equal(list.late, 1);
}

static void a_booked_one_says_when_and_whose(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = a_waiting_conference(fixture, "Okonkwo", "2026-03-26");
	struct booking booking = first_booking(fixture, id);
	struct diary_list diary;
	struct due_list list;
	char day[DATE_TEXT_ROOM], clock[8], words[60];

	MUST(casework_book(fixture->cw, &booking, f));
	list = due(fixture, (struct due_filter){.within_wd = -1, .lane = LANE_BOOK});
	snprintf(words, sizeof words, "booked %s %s", date_short(booking.slot.day, day),
		 date_clock(booking.slot.starts, clock));
	assert_string_equal(list.items[0].missing, words);
	assert_int_equal(
		due(fixture, (struct due_filter){.within_wd = -1, .lane = -1, .chair = list.items[0].chair}).count, 10);
	assert_int_equal(due(fixture, (struct due_filter){.within_wd = -1, .lane = -1, .family_id = 1}).count, 10);
	assert_int_equal(due(fixture, (struct due_filter){.within_wd = -1, .lane = -1, .family_id = 2}).count, 0);
	{
		struct due_filter nobody = {.within_wd = -1, .lane = -1, .chair = "Nobody"};

		REFUSED(casework_due(fixture->cw, &nobody, &fixture->mem, &list, f), "", "No chair here is called");
	}
	MUST(casework_diary(fixture->cw, booking.slot.day, booking.slot.day, NULL, &fixture->mem, &diary, f));
	assert_int_equal(diary.count, 1);
	assert_string_equal(diary.items[0].family_words, "Okonkwo ×2");
	assert_int_equal(diary.items[0].starts, booking.slot.starts);
	MUST(casework_diary(fixture->cw, booking.slot.day + 1, booking.slot.day + 30, NULL, &fixture->mem, &diary, f));
	assert_int_equal(diary.count, 0);
}

static void the_clock_shows_what_each_could_have(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = a_waiting_conference(fixture, "Okonkwo", "2026-03-26");
	struct booking booking = first_booking(fixture, id);
	struct clock_list clock;

	a_waiting_conference(fixture, "Begum", "2026-03-30");
	number(fixture, "INSERT INTO enquiry (family_id, strategy_on, source) VALUES (1, '2026-03-18', 'census')");
	number(fixture,
	       "INSERT INTO deadline (rule, subject_kind, subject_id, family_id, trigger_on, due_on, limit_on, policy)"
	       " VALUES ('icpc', 'enquiry', 3, 1, '2026-03-18', '2026-04-10', '2026-04-10', 'x')");
	MUST(casework_book(fixture->cw, &booking, f));
	MUST(casework_clock(fixture->cw, &fixture->mem, &clock, f));
	assert_int_equal(clock.count, 3);
	assert_int_equal(clock.items[0].conference_id, 0);
	assert_string_equal(clock.items[0].missing, "not requested");
	assert_string_equal(clock.items[0].earliest, "Thu 2 Apr 09:30");
	assert_int_equal(clock.items[0].earliest_left, 4);
	assert_string_equal(clock.items[1].earliest, "");
	assert_non_null(strstr(clock.items[1].booked, ". "));
	assert_string_equal(clock.items[2].booked, "");
	assert_string_equal(clock.items[2].social_worker, "Emma Evans");
	assert_string_equal(clock.items[2].missing, "");
}

static void a_restricted_family_is_not_there_for_others(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = a_waiting_conference(fixture, "Hidden", "2026-03-26");
	struct booking booking = first_booking(fixture, id);
	struct diary_list diary;
	struct clock_list clock;
	struct booking_facts facts;

	MUST(casework_book(fixture->cw, &booking, f));
	number(fixture, "UPDATE family SET is_restricted = 1");
	assert_int_equal(due(fixture, (struct due_filter){.within_wd = 10, .lane = -1}).count, 0);
	assert_int_equal(due(fixture, (struct due_filter){.within_wd = 10, .lane = -1}).by_lane[LANE_BOOK], 0);
	MUST(casework_clock(fixture->cw, &fixture->mem, &clock, f));
	assert_int_equal(clock.count, 0);
	MUST(casework_diary(fixture->cw, booking.slot.day, booking.slot.day, NULL, &fixture->mem, &diary, f));
	assert_int_equal(diary.count, 1); /* the slot is taken; nothing else may be seen */
	assert_string_equal(diary.items[0].family_words, "Restricted");
	assert_string_equal(diary.items[0].reference, "");
	assert_int_equal(diary.items[0].id, 0);
	REFUSED(casework_booking_facts(fixture->cw, id, &fixture->mem, &facts, f), "", "not in the case file any more");
	number(fixture, "INSERT INTO family_named SELECT 1, id FROM user_account");
	assert_true(due(fixture, (struct due_filter){.within_wd = 10, .lane = -1}).by_lane[LANE_BOOK] == 1);
}

static void tasks_are_ticked_waived_and_taken_back(void **state)
{
	struct casework_fixture *fixture = *state;
	struct booking booking = first_booking(fixture, a_waiting_conference(fixture, "Okonkwo", "2026-03-26"));
	struct due_list list;

	MUST(casework_book(fixture->cw, &booking, f));
	list = due(fixture, (struct due_filter){.within_wd = -1, .lane = LANE_BUNDLE});
	REFUSED(casework_deadline_done(fixture->cw, list.items[0].ids, date_from_iso("2026-04-02"), "", f), "on",
		"not later");
	MUST(casework_deadline_done(fixture->cw, list.items[0].ids, date_from_iso("2026-04-01"), "sent by hand", f));
	assert_int_equal(due(fixture, (struct due_filter){.within_wd = -1, .lane = LANE_BUNDLE}).count, 0);
	REFUSED(casework_deadline_done(fixture->cw, list.items[0].ids, date_from_iso("2026-04-01"), "", f), "",
		"done already");
	MUST(casework_deadline_reopen(fixture->cw, list.items[0].ids, f));
	REFUSED(casework_deadline_reopen(fixture->cw, list.items[0].ids, f), "", "nothing to take back");
	REFUSED(casework_deadline_waive(fixture->cw, list.items[0].ids, " ", f), "reason", "Say why");
	MUST(casework_deadline_waive(fixture->cw, list.items[0].ids, "no papers", f));
	assert_int_equal(casework_fixture_audited(fixture, "deadline.waive"), 1);
	list = due(fixture, (struct due_filter){.within_wd = -1, .lane = LANE_BOOK});
	REFUSED(casework_deadline_done(fixture->cw, list.items[0].ids, date_from_iso("2026-04-01"), "", f), "",
		"is not ticked");
	REFUSED(casework_deadline_done(fixture->cw, "", date_from_iso("2026-04-01"), "", f), "", "No task was named");
}

static void no_task_is_done_before_it_existed(void **state)
{
	struct casework_fixture *fixture = *state;
	struct booking booking = first_booking(fixture, a_waiting_conference(fixture, "Okonkwo", "2026-03-26"));
	const struct {
		const char *why, *day, *words;
	} rows[] = {
		{"2/4 typed on 1 April is read as last year's", "2025-04-02",
		 "Thu 2 Apr 2026 is in the future, and Wed 2 Apr 2025 is long before this task (bundle) existed. Enter "
		 "the day it was done."},
		{"the year was mistyped", "2025-04-01", "(bundle) existed: was it on Wed 1 Apr 2026?"},
		{"61 days before the request", "2026-01-30", "Sat 30 Jan 2027 is in the future"},
		{"29 February comes every fourth year", "2024-02-29", "Tue 29 Feb 2028 is in the future"},
		{"a day to come", "2026-04-02", "Thu 2 Apr 2026 is in the future: enter"},
	};
	struct due_list list;

	MUST(casework_book(fixture->cw, &booking, f));
	list = due(fixture, (struct due_filter){.within_wd = -1, .lane = LANE_BUNDLE});
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct fault fault = {0};

		if (casework_deadline_done(fixture->cw, list.items[0].ids, date_from_iso(rows[i].day), "", &fault) ||
		    strcmp(fault.field, "on") != 0 || !strstr(fault.message, rows[i].words))
			fail_msg("%s: %s: %s", rows[i].why, fault.field, fault.message);
	}
	assert_int_equal(number(fixture, "SELECT count(*) FROM deadline WHERE state = 'done'"), 0);
	MUST(casework_deadline_done(fixture->cw, list.items[0].ids, date_from_iso("2026-01-31"), "", f)); /* on paper */
	MUST(casework_deadline_reopen(fixture->cw, list.items[0].ids, f));
	number(fixture, "UPDATE deadline SET subject_kind = 'plan', trigger_on = '2026-03-26' WHERE rule = 'bundle'");
	REFUSED(casework_deadline_done(fixture->cw, list.items[0].ids, date_from_iso("2026-01-24"), "", f), "on",
		"long before this task");
	MUST(casework_deadline_done(fixture->cw, list.items[0].ids, date_from_iso("2026-01-25"), "", f));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, casework_fixture_setup, casework_fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_sibling_group_is_one_line),
		TEST(the_log_says_how_far_was_looked),
		TEST(siblings_with_rows_of_their_own_are_one_line_too),
		TEST(late_first_and_the_rest_counted),
		TEST(a_booked_one_says_when_and_whose),
		TEST(the_clock_shows_what_each_could_have),
		TEST(a_restricted_family_is_not_there_for_others),
		TEST(tasks_are_ticked_waived_and_taken_back),
		TEST(no_task_is_done_before_it_existed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
