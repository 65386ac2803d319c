/* Rows of the list of requests: taken once, refused with what to do, and the clock is never restarted. */
#include "intake_rows.h"

static const struct intake_request asked = {.family_reference = "FAM-0044",
					    .children = "F1 F2",
					    .type = CONFERENCE_INITIAL,
					    .social_worker = "minh singh",
					    .reason = "injury to a baby",
					    .interpreter = "yes",
					    .sittings = "",
					    .avoid = "not Tuesdays"};

static void prepare(struct casework_fixture *fixture)
{
	const struct intake_contact worker = {.agency = "Children's Social Care",
					      .quorum_group = "social care",
					      .name = "Minh Singh",
					      .role = "",
					      .email = "",
					      .phone = "",
					      .checked_on = DAY_NONE};
	struct intake_person rows[3] = {
		person_row("FAM-0044", "F1", "Okonkwo", "Chidi", RELATIONSHIP_CHILD, "2014-03-03"),
		person_row("FAM-0044", "F2", "Okonkwo", "Ada", RELATIONSHIP_CHILD, "2016-03-03"),
		person_row("FAM-0044", "", "Okonkwo", "Grace", RELATIONSHIP_MOTHER, ""),
	};
	enum intake_result result;
	struct fault f = {0};

	rows[2].person.language = "Igbo";
	rows[2].person.needs_interpreter = true;
	assert_done(intake_contact(fixture->cw, &worker, &result, &f), &f);
	for (size_t i = 0; i < 3; i++)
		assert_done(intake_person(fixture->cw, &rows[i], &result, &f), &f);
}

static struct intake_request asked_on(const char *strategy_on)
{
	struct intake_request row = asked;

	row.strategy_on = day_or_none(strategy_on);
	return row;
}

static enum intake_result take(struct casework_fixture *fixture, struct intake_request row)
{
	enum intake_result result = INTAKE_REFUSED;
	struct fault f = {0};

	assert_done(intake_request(fixture->cw, &row, &result, &f), &f);
	return result;
}

static void refuse(struct casework_fixture *fixture, struct intake_request row, const char *words)
{
	enum intake_result result = INTAKE_ADDED;
	struct fault f = {0};

	assert_false(intake_request(fixture->cw, &row, &result, &f));
	assert_int_equal(result, INTAKE_REFUSED);
	assert_true(*f.field);
	if (!strstr(f.message, words))
		fail_msg("%s", f.message);
}

static void test_taken_once(void **state)
{
	struct casework_fixture *fixture = *state;

	prepare(fixture);
	assert_int_equal(take(fixture, asked_on("2026-03-20")), INTAKE_ADDED);
	assert_int_equal(take(fixture, asked_on("2026-03-20")), INTAKE_UNCHANGED);
	assert_string_equal(
		casework_fixture_text(fixture, "SELECT state || ',' || social_worker || ',' || interpreter || ',' || "
					       "avoid || ',' || source FROM conference"),
		"requested,Minh Singh,Igbo,not Tuesdays,request");
	assert_int_equal(casework_fixture_number(fixture, "SELECT count(*) FROM conference_child"), 2);
	assert_string_equal(casework_fixture_text(fixture, "SELECT limit_on FROM deadline WHERE rule = 'icpc'"),
			    "2026-04-14");
	assert_int_equal(casework_fixture_audited(fixture, "intake.request"), 1);
	assert_int_equal(casework_fixture_audited(fixture, "request.take"), 1);
}

static void test_the_same_discussion_with_other_words(void **state)
{
	struct casework_fixture *fixture = *state;
	struct intake_request row = asked_on("2026-03-20");

	prepare(fixture);
	take(fixture, row);
	row.reason = "parental drug use";
	refuse(fixture, row, "C-0001");
	assert_int_equal(casework_fixture_number(fixture, "SELECT count(*) FROM conference"), 1);
}

static void test_a_later_discussion_does_not_restart_the_clock(void **state)
{
	struct casework_fixture *fixture = *state;

	prepare(fixture);
	take(fixture, asked_on("2026-03-20"));
	refuse(fixture, asked_on("2026-03-27"), "restart the clock");
	assert_int_equal(casework_fixture_number(fixture, "SELECT count(*) FROM enquiry"), 1);
}

static void test_an_enquiry_of_the_return_is_answered(void **state)
{
	struct casework_fixture *fixture = *state;
	const struct child_row row = {.la_child_id = "F1", .born_on = "2014-03-03", .strategy_on = "2026-03-20"};

	prepare(fixture);
	assert_int_equal(take_row(fixture, &row), INTAKE_CHANGED);
	assert_int_equal(take(fixture, asked_on("2026-03-20")), INTAKE_ADDED);
	assert_int_equal(casework_fixture_number(fixture, "SELECT count(*) FROM enquiry"), 1);
	assert_int_equal(casework_fixture_number(fixture, "SELECT count(*) FROM deadline WHERE rule = 'icpc'"), 1);
}

static void test_all_children_of_the_family(void **state)
{
	struct casework_fixture *fixture = *state;
	struct intake_request row = asked_on("2026-03-20");

	prepare(fixture);
	row.children = "";
	assert_int_equal(take(fixture, row), INTAKE_ADDED);
	assert_int_equal(casework_fixture_number(fixture, "SELECT count(*) FROM conference_child"), 2);
}

static void test_a_signer_is_not_an_interpreter(void **state)
{
	struct casework_fixture *fixture = *state;

	prepare(fixture);
	casework_fixture_number(fixture, "UPDATE person SET language = 'BSL' WHERE given_names = 'Grace'");
	take(fixture, asked_on("2026-03-20"));
	assert_string_equal(casework_fixture_text(fixture, "SELECT interpreter || signing FROM conference"), "BSL");
}

static void test_refusals(void **state)
{
	struct casework_fixture *fixture = *state;
	struct intake_request row;

	prepare(fixture);
	row = asked_on("2026-03-20");
	row.family_reference = "FAM-9999";
	refuse(fixture, row, "FAM-9999");
	row = asked_on("");
	refuse(fixture, row, "strategy discussion");
	row = asked_on("2026-04-02");
	refuse(fixture, row, "in the future");
	row = asked_on("2026-03-20");
	row.social_worker = "No Such Worker";
	refuse(fixture, row, "not in the directory");
	row = asked_on("2026-03-20");
	row.children = "F1 F9";
	refuse(fixture, row, "F9 is not a child of family FAM-0044");
	assert_int_equal(casework_fixture_number(fixture, "SELECT count(*) FROM conference"), 0);
}

static void test_who_may(void **state)
{
	struct casework_fixture *fixture = *state;
	struct intake_request row = asked_on("2026-03-20");
	enum intake_result result;
	struct fault f = {0};

	prepare(fixture);
	casework_fixture_open_as(fixture, "carol",
				 ROLE_BIT(ROLE_CHAIR)); /* may take requests, not import lists of them */
	assert_false(intake_request(fixture->cw, &row, &result, &f));
	assert_int_equal(f.code, FAULT_NOT_ALLOWED);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(test_taken_once),
		FIXTURE_TEST(test_the_same_discussion_with_other_words),
		FIXTURE_TEST(test_a_later_discussion_does_not_restart_the_clock),
		FIXTURE_TEST(test_an_enquiry_of_the_return_is_answered),
		FIXTURE_TEST(test_all_children_of_the_family),
		FIXTURE_TEST(test_a_signer_is_not_an_interpreter),
		FIXTURE_TEST(test_refusals),
		FIXTURE_TEST(test_who_may),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
