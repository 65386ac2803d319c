/* Siblings whose conference was one meeting: one of them born that day, the other not yet. */
#include "intake_rows.h"

static const struct child_row born = {.la_child_id = "K1",
				      .born_on = "2020-02-02",
				      .strategy_on = "2026-02-02",
				      .conference_on = "2026-02-20",
				      .not_required = ANSWER_NO};
static const struct child_row unborn = {.la_child_id = "K2",
					.expected_on = "2026-06-20",
					.strategy_on = "2026-02-02",
					.conference_on = "2026-02-20",
					.not_required = ANSWER_NO};

static void take_person(struct casework_fixture *fixture, const char *id, const char *born_on, const char *expected_on)
{
	struct intake_person row = person_row("FAM-1", id, "Lim", "", RELATIONSHIP_CHILD, born_on);
	enum intake_result result;
	struct fault f = {0};

	row.person.expected_on = day_or_none(expected_on);
	assert_done(intake_person(fixture->cw, &row, &result, &f), &f);
}

static void one_meeting(struct casework_fixture *fixture)
{
	assert_int_equal(
		casework_fixture_number(fixture, "SELECT count(*) FROM conference WHERE held_on = '2026-02-20'"), 1);
	assert_int_equal(casework_fixture_number(fixture, "SELECT count(*) FROM conference_child"), 2);
	assert_int_equal(take_row(fixture, &born), INTAKE_UNCHANGED);
	assert_int_equal(take_row(fixture, &unborn), INTAKE_UNCHANGED);
	assert_int_equal(casework_fixture_number(fixture, "SELECT count(*) FROM conference"), 1);
}

static void people_before_the_return(void **state)
{
	take_person(*state, "K1", "2020-02-02", "");
	take_person(*state, "K2", "", "2026-06-20");
	take_row(*state, &born);
	take_row(*state, &unborn);
	one_meeting(*state);
}

static void the_return_before_people(void **state)
{
	take_row(*state, &unborn);
	take_row(*state, &born);
	take_person(*state, "K1", "2020-02-02", "");
	take_person(*state, "K2", "", "2026-06-20");
	one_meeting(*state);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(people_before_the_return),
		FIXTURE_TEST(the_return_before_people),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
