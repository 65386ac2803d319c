/* Grouping of open deadlines, over plain structs. */
#include "due_group.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static const struct working_calendar no_holidays = {.known_from = 0, .known_until = INT32_MAX};

static struct work_row a_row(int64_t id, enum rule_key rule, int64_t family, const char *due)
{
	return (struct work_row){.id = id,
				 .rule = rule,
				 .subject_kind = SUBJECT_PLAN,
				 .subject_id = id,
				 .family_id = family,
				 .trigger_on = date_from_iso("2026-01-05"),
				 .due_on = date_from_iso(due),
				 .limit_on = DAY_NONE,
				 .owner = "business_support",
				 .family_reference = "FAM-1",
				 .family_name = "Begum",
				 .plan_reference = "P-0001",
				 .own_reference = "",
				 .authority = "",
				 .accepted_on = DAY_NONE,
				 .held_on = DAY_NONE,
				 .starts = -1,
				 .chair = ""};
}

static struct work_child a_name(int64_t deadline, const char *la_child_id, const char *given)
{
	return (struct work_child){deadline, deadline, la_child_id, "Begum", given, "", DAY_NONE, DAY_NONE};
}

static struct due_group_list grouped(struct work_row *rows, size_t count, struct work_child *children,
				     size_t child_count, struct arena *mem)
{
	const struct work_row_list list = {rows, count, count};
	const struct work_child_list names = {children, child_count, child_count};
	struct due_group_list out;
	struct fault f = {0};

	if (!due_groups(&list, &names, date_from_iso("2026-04-01"), &no_holidays, mem, &out, &f))
		fail_msg("%s", f.message);
	return out;
}

/* One report, three readers: the next date stands there, the others are named, and each has its own tick. */
static void the_readers_of_one_report_are_one_line(void **state)
{
	struct arena mem = {0};
	struct work_row rows[] = {
		a_row(1, RULE_REPORT_FAMILY_REVIEW, 1, "2026-04-10"),
		a_row(2, RULE_REPORT_MANAGER_REVIEW, 1, "2026-04-08"),
		a_row(3, RULE_REPORT_CHAIR_REVIEW, 1, "2026-04-09"),
		a_row(4, RULE_REPORT_REVIEW, 1, "2026-04-09"),
		a_row(5, RULE_REPORT_CHAIR_REVIEW, 2, "2026-04-09"),
	};
	struct due_group_list list;
	struct fault f = {0};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		rows[i].subject_kind = SUBJECT_CONFERENCE;
		rows[i].subject_id = rows[i].family_id;
	}
	list = grouped(rows, sizeof rows / sizeof *rows, NULL, 0, &mem);
	assert_int_equal(list.count, 5);
	assert_true(due_fold_readers(&list, &mem, &f));
	assert_int_equal(list.count, 3);
	assert_int_equal(list.items[0].item.rule, RULE_REPORT_MANAGER_REVIEW);
	assert_string_equal(list.items[0].item.ids, "2");
	assert_string_equal(list.items[0].item.later, "chair Thu 9 Apr, family Fri 10 Apr");
	for (size_t i = 1; i < list.count; i++)
		assert_string_equal(list.items[i].item.later, "");
	arena_finish(&mem);
}

static void siblings_join_and_others_do_not(void **state)
{
	struct arena mem = {0};
	struct work_row rows[] = {
		a_row(1, RULE_REVIEW_NEXT, 1, "2026-04-08"),     a_row(2, RULE_REVIEW_NEXT, 1, "2026-04-08"),
		a_row(3, RULE_REVIEW_NEXT, 1, "2026-04-09"),     /* another day */
		a_row(4, RULE_CORE_GROUP_NEXT, 1, "2026-04-08"), /* another task */
		a_row(5, RULE_REVIEW_NEXT, 2, "2026-04-08"),     /* another family */
		a_row(6, RULE_BUNDLE, 1, "2026-04-08"),          a_row(7, RULE_BUNDLE, 1, "2026-04-08"),
	};
	struct work_child children[] = {a_name(1, "F1", "Ada"), a_name(2, "", "Zoë"), a_name(2, "F1", "Ada")};
	struct due_group_list list;

	(void)state;
	rows[5].subject_kind = rows[6].subject_kind = SUBJECT_CONFERENCE; /* two conferences, two bundles */
	list = grouped(rows, 7, children, 3, &mem);
	assert_int_equal(list.count, 6);
	assert_string_equal(list.items[0].item.ids, "6"); /* lane by lane on one day */
	for (size_t i = 0; i < list.count; i++)
		if (strcmp(list.items[i].item.ids, "1 2") == 0) {
			assert_string_equal(list.items[i].item.children, "F1\nZoë Begum"); /* nobody twice */
			assert_int_equal(list.items[i].item.child_count, 2);
			assert_string_equal(list.items[i].item.family_words, "Begum ×2");
			arena_finish(&mem);
			return;
		}
	fail_msg("the siblings were not joined");
}

static void the_earlier_of_policy_and_nation_counts(void **state)
{
	struct arena mem = {0};
	struct work_row rows[] = {a_row(1, RULE_ICPC, 1, "2026-04-10"), a_row(2, RULE_ICPC, 2, "2026-04-02"),
				  a_row(3, RULE_ICPC, 3, "2026-03-28")};
	struct due_group_list list;

	(void)state;
	rows[0].limit_on = date_from_iso("2026-03-31");
	list = grouped(rows, 3, NULL, 0, &mem);
	assert_int_equal(list.items[0].item.id, 3); /* due on a Saturday that is over */
	assert_true(list.items[0].item.working_days_left < 0);
	assert_int_equal(list.items[1].item.id, 1);
	assert_int_equal(list.items[1].item.working_days_left, -1);
	assert_int_equal(list.items[1].item.state, DEADLINE_LATE);
	assert_int_equal(list.items[2].item.working_days_left, 1);
	arena_finish(&mem);
}

static void the_group_names_the_conference_any_of_it_has(void **state)
{
	struct arena mem = {0};
	struct work_row rows[] = {a_row(1, RULE_REVIEW_NEXT, 1, "2026-04-08"),
				  a_row(2, RULE_REVIEW_NEXT, 1, "2026-04-08")};
	struct due_group_list list;

	(void)state;
	list = grouped(rows, 2, NULL, 0, &mem);
	assert_string_equal(list.items[0].item.reference, "P-0001");
	assert_string_equal(list.items[0].item.missing, "not requested");
	rows[1].conference_id = 9;
	rows[1].conference_reference = "C-0009";
	rows[1].conference_state = STATE_SCHEDULED;
	rows[1].held_on = date_from_iso("2026-04-08");
	rows[1].starts = 780;
	list = grouped(rows, 2, NULL, 0, &mem);
	assert_string_equal(list.items[0].item.reference, "C-0009");
	assert_string_equal(list.items[0].item.missing, "booked Wed 8 Apr 13:00");
	rows[1].held_on = date_from_iso("2026-03-31"); /* over, and nobody said how it went */
	list = grouped(rows, 2, NULL, 0, &mem);
	assert_string_equal(list.items[0].item.missing, "held or postponed on Tue 31 Mar?");
	rows[1].conference_state = STATE_POSTPONED;
	rows[1].held_on = DAY_NONE;
	list = grouped(rows, 2, NULL, 0, &mem);
	assert_string_equal(list.items[0].item.missing, "postponed, no slot");
	assert_int_equal(grouped(NULL, 0, NULL, 0, &mem).count, 0);
	arena_finish(&mem);
}

static void a_core_group_says_how_its_next_stands(void **state)
{
	static const struct {
		const char *meets, *missing, *why;
	} rows[] = {
		{"", "not booked", "none"},
		{"2026-04-01", "booked Wed 1 Apr 10:00", "today it is to come"},
		{"2026-03-31", "held or missed on Tue 31 Mar?", "over, and nobody said how it went"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct work_row row = a_row(1, RULE_CORE_GROUP_NEXT, 1, "2026-04-08");
		struct arena mem = {0};
		const char *missing;

		row.meeting_on = *rows[i].meets ? date_from_iso(rows[i].meets) : DAY_NONE;
		row.meeting_starts = 600;
		row.unsent_on = DAY_NONE;
		missing = grouped(&row, 1, NULL, 0, &mem).items[0].item.missing;
		if (strcmp(missing, rows[i].missing) != 0)
			fail_msg("%s: %s", rows[i].why, missing);
		arena_finish(&mem);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_readers_of_one_report_are_one_line),
		cmocka_unit_test(siblings_join_and_others_do_not),
		cmocka_unit_test(the_earlier_of_policy_and_nation_counts),
		cmocka_unit_test(the_group_names_the_conference_any_of_it_has),
		cmocka_unit_test(a_core_group_says_how_its_next_stands),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
