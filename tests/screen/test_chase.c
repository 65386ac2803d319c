/* Who is to be chased: by letter one by one and all at once, by telephone, and what leads on. */
#include "reports_desk.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static int64_t chasers(struct desk_fixture *fixture)
{
	return number_of(fixture, "SELECT count(*) FROM chaser");
}

static void to_the_chasers(struct desk_fixture *fixture)
{
	a_conference_with_reports(fixture);
	desk_keys(fixture, "H");
}

static void the_list_reads_well(void **state)
{
	struct desk_fixture *fixture = *state;

	to_the_chasers(fixture);
	desk_golden(fixture, "chase-80x24.screen");
	desk_keys(fixture, "T :");
	desk_type(fixture, "chase");
	desk_keys(fixture, "Enter");
	desk_shows(fixture, "Chase · 5 reports not in · 2 late");
}

static void all_are_asked_at_once_after_a_look(void **state)
{
	struct desk_fixture *fixture = *state;

	to_the_chasers(fixture);
	desk_keys(fixture, "A");
	desk_shows(fixture, "Ask for 5 reports by letter?");
	desk_shows(fixture, "None of them goes to a manager.");
	desk_keys(fixture, "n");
	assert_int_equal(chasers(fixture), 0);
	desk_keys(fixture, "A y");
	desk_shows(fixture, "Written: 5 letters; they wait to be sent.");
	assert_int_equal(chasers(fixture), 5);
	assert_int_equal(number_of(fixture, "SELECT count(*) FROM letter"), 5);
	desk_shows(fixture, " 1 Apr          Wed 15 Apr");
	desk_keys(fixture, "A y");
	desk_shows(fixture, "A letter about this was written today already.");
	assert_int_equal(chasers(fixture), 5);
}

static void one_without_an_address_does_not_keep_the_others(void **state)
{
	struct desk_fixture *fixture = *state;

	a_conference_with_reports(fixture);
	run_sql(fixture, "UPDATE contact SET email = '' WHERE name = 'DC Hall'");
	desk_keys(fixture, "H A y");
	desk_shows(fixture, "Written: 4 letters. Not written: Police · DC Hall; c on its line says why.");
	assert_int_equal(chasers(fixture), 4);
	desk_keys(fixture, "/");
	desk_type(fixture, "police");
	desk_keys(fixture, "Enter c y");
	desk_shows(fixture, "DC Hall cannot be written to");
}

static void managers_are_named_before(void **state)
{
	struct desk_fixture *fixture = *state;

	a_conference_with_reports(fixture);
	run_sql(fixture,
		"INSERT INTO contact (agency_id, name, role, email, phone) SELECT id, 'B. Jones', 'team manager',"
		" 'jones@example.org', '01632 960111' FROM agency WHERE name = 'Health visiting'");
	for (int i = 0; i < 9; i++)
		run_sql(fixture,
			"INSERT INTO chaser (report_id, chased_on, how, spoke_to, by_user) SELECT report.id,"
			" '2026-03-31', 'telephone', 'the office', 'p' FROM report WHERE due_on < '2026-04-01'");
	desk_keys(fixture, "H");
	desk_keys(fixture, "/");
	desk_type(fixture, "health");
	desk_keys(fixture, "Enter");
	desk_shows(fixture, "next to manager: B. Jones, 01632 960111");
	desk_keys(fixture, "Esc A");
	desk_shows(fixture, "1 of them goes to a manager as well.");
	desk_shows(fixture, "1 should");
	desk_keys(fixture, "y");
	desk_shows(fixture, "Written: 6 letters");
	assert_int_equal(number_of(fixture, "SELECT count(*) FROM chaser WHERE is_to_manager = 1"), 1);
}

static void a_row_leads_to_its_conference_and_its_report(void **state)
{
	struct desk_fixture *fixture = *state;

	to_the_chasers(fixture);
	desk_keys(fixture, "Enter");
	desk_shows(fixture, "[Reports]");
	desk_keys(fixture, "Esc e");
	desk_shows(fixture, "Report · ");
	desk_keys(fixture, "Esc r");
	desk_shows(fixture, "Chase · 4 reports not in");
	desk_keys(fixture, "u");
	desk_shows(fixture, "Chase · 5 reports not in");
	desk_keys(fixture, "t");
	desk_type(fixture, "nobody");
	desk_keys(fixture, "Enter");
	desk_shows(fixture, "telephoned, spoke to nobody.");
	assert_int_equal(chasers(fixture), 1);
}

static void nothing_to_chase_says_so(void **state)
{
	struct desk_fixture *fixture = *state;

	desk_keys(fixture, "H");
	desk_shows(fixture, "Nobody is to be chased: every report that is due is in.");
	desk_keys(fixture, "A");
	desk_shows(fixture, "Nobody is to be chased.");
	desk_keys(fixture, "c");
	desk_shows(fixture, "Choose a report first.");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, desk_fixture_setup, desk_fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_list_reads_well),
		TEST(all_are_asked_at_once_after_a_look),
		TEST(one_without_an_address_does_not_keep_the_others),
		TEST(managers_are_named_before),
		TEST(a_row_leads_to_its_conference_and_its_report),
		TEST(nothing_to_chase_says_so),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
