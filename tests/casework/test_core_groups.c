/* The board of core groups: what is due first, late, booked; and what a page of one leaves in the log. */
#include "core_group_calls.h"
#include "core_group_steps.h"

static struct core_group_board board(struct casework_fixture *fixture)
{
	struct core_group_board out;

	MUST(casework_core_groups(fixture->cw, &fixture->mem, &out, f));
	return out;
}

static void a_group_is_on_it_while_a_plan_is_open(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = a_family_on_plan(fixture, "2026-04-01");
	struct core_group_board all = board(fixture);

	assert_int_equal(all.count, 1);
	assert_int_equal(all.plans, 2);
	assert_int_equal(all.soon, 1); /* in ten working days to the day */
	assert_int_equal(all.items[0].family_id, family);
	assert_string_equal(all.items[0].family_words, "Okonkwo ×2");
	assert_string_equal(all.items[0].held_words, "none");
	assert_string_equal(all.items[0].due_words, "Fri 17 Apr");
	assert_string_equal(all.items[0].booked, "Thu 9 Apr 14:00");
	assert_string_equal(all.items[0].booked_said, "booked Thu 9 Apr 14:00");
	assert_true(all.items[0].is_first && all.items[0].is_named && !all.items[0].is_booked_late);
	assert_false(all.items[0].is_unsaid);
	casework_fixture_reopen(fixture, "2026-04-10"); /* it is over and nobody said how it went */
	all = board(fixture);
	assert_true(all.items[0].is_unsaid);
	assert_string_equal(all.items[0].booked, "held or missed?");
	assert_string_equal(all.items[0].booked_said, "held or missed on Thu 9 Apr?");
	number(fixture, "UPDATE core_group_meeting SET day = '2026-04-20'");
	casework_fixture_reopen(fixture, "2026-04-20");
	all = board(fixture);
	assert_int_equal(all.late, 1);
	assert_int_equal(all.items[0].working_days_left, -1);
	assert_true(all.items[0].is_booked_late);
	number(fixture, "UPDATE plan SET ended_on = '2026-04-20'");
	assert_int_equal(board(fixture).count, 0);
	assert_int_equal(audited(fixture, "look.core_groups"), 4);
}

static void a_page_that_is_open_leaves_one_row(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = a_family_on_plan(fixture, "2026-04-01");
	struct core_group_page page;

	MUST(casework_core_group(fixture->cw, family, &fixture->mem, &page, f));
	MUST(casework_core_group_again(fixture->cw, family, &fixture->mem, &page, f));
	assert_int_equal(audited(fixture, "look.core_group"), 1);
	assert_string_equal(page.group.lead, "Emma Evans");
	assert_int_equal(page.meetings.count, 1);
	assert_int_equal(page.review, date_from_iso("2026-06-24"));
	assert_true(page.review_is_booked && page.may_change);
	number(fixture, "UPDATE conference SET state = 'cancelled' WHERE reference = 'C-0900'");
	page = group_page(fixture, family);
	assert_false(page.review_is_booked);
	assert_int_equal(page.review, date_from_iso("2026-07-01")); /* its limit */
}

/* A restricted family that does not name this person is on no board, and every act on it says as little. */
static void a_restricted_family_is_silent(void **state)
{
	static call *const calls[] = {core_group,        core_group_again,   core_group_book,   core_group_run_try,
				      core_group_run,    core_group_cancel,  core_group_missed, core_group_held,
				      core_group_notes,  core_group_sent,    core_group_action, core_group_join,
				      core_group_leave,  core_group_undo,    core_group_slots,  core_group_tell,
				      core_group_answer, core_group_tellings};
	struct casework_fixture *fixture = *state;
	struct world w = {.fixture = fixture, .group_family = a_family_on_plan(fixture, "2026-04-01")};
	struct core_group_board all;

	w.group_booked = booked_meeting(fixture, w.group_family).id;
	w.group_member = number(fixture, "SELECT min(id) FROM core_group_member");
	number(fixture, "UPDATE family SET is_restricted = 1");
	casework_fixture_open_as(fixture, "other", ROLE_BIT(ROLE_BUSINESS_SUPPORT));
	for (size_t i = 0; i < sizeof calls / sizeof *calls; i++) {
		struct fault f = {0};

		if (calls[i](fixture->cw, &w, &fixture->mem, &f))
			fail_msg("call %zu was done", i);
		assert_int_equal(f.code, FAULT_NOT_FOUND);
		assert_string_equal(f.message, "There is no such family, or it is not for you to see.");
		assert_true(casework_is_at_rest(fixture->cw));
	}
	assert_true(core_groups(fixture->cw, &w, &fixture->mem, NULL));
	all = board(fixture);
	assert_int_equal(all.count, 0);
	assert_int_equal(all.plans, 0);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, casework_fixture_setup, casework_fixture_teardown)
	const struct CMUnitTest tests[] = {
		TEST(a_group_is_on_it_while_a_plan_is_open),
		TEST(a_page_that_is_open_leaves_one_row),
		TEST(a_restricted_family_is_silent),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
