/* E, by hand: which end is possible now, another chair, no quorum. */
#include "live_desk.h"

static void as_the_chair(struct desk_fixture *desk, const char *step)
{
	start_as(desk, "spritchard", ROLE_BIT(ROLE_CHAIR));
	open_step(desk, step);
}

static void what_is_not_possible_says_why(void **state)
{
	struct desk_fixture *desk = *state;

	everybody_comes(desk);
	as_the_chair(desk, "3");
	desk_keys(desk, "E");
	live_golden(desk, "live-end-80x24.screen");
	desk_keys(desk, "q");
	desk_shows(desk, "No quorum: there is one");
	desk_keys(desk, "Esc");
	desk_shows(desk, "[3 People]");
}

static void another_chair_takes_over(void **state)
{
	struct desk_fixture *desk = *state;

	everybody_comes(desk);
	start_as(desk, "phollins", ROLE_BIT(ROLE_CHAIR));
	desk_keys(desk, "Y y");
	desk_type(desk, "prit");
	desk_keys(desk, "Enter L 7 Space");
	desk_shows(desk, "Only the chair of");
	desk_keys(desk, "E a");
	desk_shows(desk, "for its chair");
	desk_keys(desk, "c");
	live_golden(desk,
		    "live-end-take-over-80x24.screen"); /* whoever opens it is meant, when they chair and are free */
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "Why: an answer is needed");
	desk_type(desk, "She fell ill at noon.");
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "Saved: Peter Hollins chairs");
	desk_keys(desk, "Space");
	desk_shows(desk, "[x]");
	assert_int_equal(casework_fixture_audited(desk->file, "live.take_over"), 1);
}

static void a_busy_chair_is_not_offered(void **state)
{
	struct desk_fixture *desk = *state;

	everybody_comes(desk);
	as_the_chair(desk, "3");
	desk_keys(desk, "E c");
	desk_type(desk, "prit");
	desk_keys(desk, "Tab");
	desk_type(desk, "ill");
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "none of the list matches"); /* she chairs it already */
}

static void without_a_quorum_it_is_answered_from_every_step(void **state)
{
	struct desk_fixture *desk = *state;

	attends(desk, "T. Campbell", ATTENDANCE_ROOM);
	as_the_chair(desk, "3");
	desk_keys(desk, "E q h Tab f Tab");
	desk_type(desk, "Nobody else knows the child yet.");
	for (int i = 0; i < 6; i++)
		tui_headless_turn(desk->tui);
	start_as(desk, "spritchard", ROLE_BIT(ROLE_CHAIR)); /* the line broke */
	desk_keys(desk, "D Enter");
	desk_shows(desk, "Nobody else knows the child yet.");
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "is held without a quorum");
	assert_int_equal(number(desk->file, "SELECT count(*) FROM live_state WHERE quorum = 'proceeded' AND"
					    " quorum_exception = 'few_agencies'"),
			 1);
	assert_int_equal(number(desk->file, "SELECT count(*) FROM draft"), 0);
}

static int64_t conferences(struct desk_fixture *desk, const char *where)
{
	return number(desk->file, "SELECT count(*) FROM conference WHERE %s", where);
}

/* What is decided stays, and the day it goes on is asked for while everybody is still there. */
static void an_adjourned_one_is_booked_at_once(void **state)
{
	struct desk_fixture *desk = *state;

	everybody_comes(desk);
	as_the_chair(desk, "7");
	desk_keys(desk, "E a Ctrl-S");
	desk_shows(desk, "fields need attention");
	desk_type(desk, "They sleep at their aunt's; the social worker calls daily.");
	desk_keys(desk, "Tab");
	desk_type(desk, "The interpreter did not come.");
	live_golden(desk, "live-end-adjourn-80x24.screen");
	desk_keys(desk, "Ctrl-S n");
	assert_int_equal(conferences(desk, "type = 'reconvened'"), 0);
	desk_keys(desk, "Ctrl-S y");
	desk_shows(desk, "is adjourned. When does it go on?");
	desk_shows(desk, "Book · reconvened");
	desk_keys(desk, "Esc");
	desk_shows(desk, "[7 Decide]");
	assert_int_equal(conferences(desk, "type = 'reconvened' AND state = 'requested'"), 1);
	assert_int_equal(conferences(desk, "state = 'adjourned'"), 1);
	desk_keys(desk, "E a");
	desk_shows(desk, "Adjourn: it is not going on");
}

static void an_early_end_leaves_nobody_undecided(void **state)
{
	struct desk_fixture *desk = *state;

	everybody_comes(desk);
	as_the_chair(desk, "7");
	desk_keys(desk, "E e");
	desk_type(desk, "Fire alarm.");
	desk_keys(desk, "Ctrl-S y");
	desk_shows(desk, "Nothing is decided about");
	desk_shows(desk, "Fire alarm.");
	desk_keys(desk, "Esc d = n");
	desk_type(desk, "the alarm rang");
	desk_keys(desk, "Ctrl-S E e");
	desk_type(desk, "Fire alarm.");
	desk_keys(desk, "Ctrl-S y");
	desk_shows(desk, "has ended");
	assert_int_equal(conferences(desk, "state = 'decided'"), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		LIVE_TEST(what_is_not_possible_says_why),
		LIVE_TEST(another_chair_takes_over),
		LIVE_TEST(a_busy_chair_is_not_offered),
		LIVE_TEST(without_a_quorum_it_is_answered_from_every_step),
		LIVE_TEST(an_adjourned_one_is_booked_at_once),
		LIVE_TEST(an_early_end_leaves_nobody_undecided),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
