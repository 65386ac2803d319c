/* Views of each child by each person, the same of all children, how a child took part. */
#include "live_steps.h"

static struct view a_view(const struct live_day *d, int64_t invitee, int64_t child)
{
	struct view one = view_blank();

	one.conference_id = d->id;
	one.invitee_id = invitee;
	one.person_id = child;
	one.at_risk = one.plan = OPINION_YES;
	one.category = CATEGORY_NEGLECT;
	one.scale = 4;
	return one;
}

static void a_view_is_checked_by_field(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_started_day(fixture);
	struct view one = a_view(&d, d.school, d.ada);
	int64_t observer = put_on(fixture, d.id, typed(CAPACITY_OBSERVER, "Di Poe"));

	one.scale = 11;
	REFUSED(casework_live_view(fixture->cw, &one, f), "scale", "from 0 to 10");
	one = a_view(&d, d.school, d.ada);
	one.at_risk = OPINION_COUNT;
	REFUSED(casework_live_view(fixture->cw, &one, f), "at_risk", "yes, no or unsure");
	one = a_view(&d, d.school, d.ada);
	one.is_dissent = true;
	REFUSED(casework_live_view(fixture->cw, &one, f), "dissent_words", "K. Evans disagrees");
	one = a_view(&d, observer, d.ada);
	REFUSED(casework_live_view(fixture->cw, &one, f), "invitee", "no view is asked");
	one = a_view(&d, d.school, 999);
	REFUSED(casework_live_view(fixture->cw, &one, f), "", "none of the family's");
	one = a_view(&d, d.school, d.ada);
	one.dissent_words = "goes with no dissent";
	MUST(casework_live_view(fixture->cw, &one, f));
	assert_string_equal(casework_fixture_text(fixture, "SELECT dissent_words FROM view"), "");
	one.version = 0;
	CONFLICTS(casework_live_view(fixture->cw, &one, f));
}

static void the_same_of_all_children_in_one_act(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_started_day(fixture);
	struct view one = a_view(&d, d.school, d.ada);
	struct casework *other;
	struct view theirs = a_view(&d, d.school, d.skye);

	MUST(casework_live_view(fixture->cw, &one, f));
	one.scale = 2;
	MUST(casework_live_view_all(fixture->cw, &one, f));
	assert_int_equal(number(fixture, "SELECT count(*) FROM view WHERE scale = 2"), 3);
	casework_fixture_open_as(fixture, "minutes", ROLE_BIT(ROLE_BUSINESS_SUPPORT));
	casework_fixture_reopen(fixture, FIXTURE_TODAY);
	other = second_session(fixture, "minutes");
	theirs.version = 1;
	theirs.scale = 9;
	MUST(casework_live_view(other, &theirs, f));
	one.version = 2;
	one.scale = 5;
	CONFLICTS(casework_live_view_all(fixture->cw, &one, f));
	assert_int_equal(number(fixture, "SELECT count(*) FROM view WHERE scale = 5"), 0); /* none of them */
	assert_int_equal(number(fixture, "SELECT count(*) FROM view WHERE scale = 9"), 1);
	one.version = 1; /* and of the one on the screen it goes by what was read */
	CONFLICTS(casework_live_view_all(fixture->cw, &one, f));
	casework_close(other);
}

static void how_a_child_took_part_is_its_own(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_started_day(fixture);
	struct child_decision one = child_decision_blank();

	one.conference_id = d.id;
	one.person_id = d.chidi;
	one.participation = PARTICIPATION_COUNT;
	REFUSED(casework_live_participation(fixture->cw, &one, f), "participation", "Choose how");
	one.participation = PARTICIPATION_PN1;
	one.scale = -2;
	REFUSED(casework_live_participation(fixture->cw, &one, f), "scale", "from 0 to 10");
	one.scale = 7;
	one.outcome = OUTCOME_PLAN_MADE; /* not this verb's to say */
	MUST(casework_live_participation(fixture->cw, &one, f));
	assert_int_equal(number(fixture, "SELECT count(*) FROM child_decision WHERE outcome = '' AND scale = 7"), 1);
	assert_int_equal(one.version, 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_view_is_checked_by_field),
		TEST(the_same_of_all_children_in_one_act),
		TEST(how_a_child_took_part_is_its_own),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
