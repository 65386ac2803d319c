/* Rows of the contacts directory: the newer check wins, chairs can be booked, and what is refused. */
#include "casework/people.h"
#include "intake_rows.h"

static const struct intake_contact emma = {.agency = "Children's Social Care",
					   .quorum_group = "social care",
					   .name = "Emma Evans",
					   .role = "social worker",
					   .email = "emma.evans@example.net",
					   .phone = "01632 960437",
					   .checked_on = DAY_NONE};

static enum intake_result take(struct casework_fixture *fixture, const struct intake_contact *row)
{
	enum intake_result result = INTAKE_REFUSED;
	struct fault f = {0};

	assert_done(intake_contact(fixture->cw, row, &result, &f), &f);
	return result;
}

static void test_added_then_unchanged(void **state)
{
	struct casework_fixture *fixture = *state;

	assert_int_equal(take(fixture, &emma), INTAKE_ADDED);
	assert_int_equal(take(fixture, &emma), INTAKE_UNCHANGED);
	assert_int_equal(casework_fixture_audited(fixture, "intake.contact"), 1);
	assert_string_equal(casework_fixture_text(fixture, "SELECT quorum_group FROM agency"), "social care");
}

static void test_the_newer_check_wins(void **state)
{
	static const struct {
		const char *checked_on, *phone, *kept, *why;
		enum intake_result result;
	} rows[] = {
		{"", "01632 960001", "01632 960001", "neither was checked: the file coming in is newer",
		 INTAKE_CHANGED},
		{"2026-01-10", "01632 960002", "01632 960002", "checked", INTAKE_CHANGED},
		{"2025-12-01", "01632 960003", "01632 960002", "an older list", INTAKE_UNCHANGED},
		{"", "01632 960004", "01632 960002", "a list that was never checked", INTAKE_UNCHANGED},
		{"2026-02-10", "01632 960005", "01632 960005", "a newer list", INTAKE_CHANGED},
	};
	struct casework_fixture *fixture = *state;

	take(fixture, &emma);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct intake_contact row = emma;

		row.checked_on = day_or_none(rows[i].checked_on);
		row.phone = rows[i].phone;
		if (take(fixture, &row) != rows[i].result)
			fail_msg("%s", rows[i].why);
		assert_string_equal(casework_fixture_text(fixture, "SELECT phone FROM contact"), rows[i].kept);
	}
}

/* What the officer keeps beside the list stays, and mail that came back came back from the address kept then. */
static void test_what_a_list_does_not_speak_of_stays(void **state)
{
	static const struct {
		const char *checked_on, *email, *bounced_on, *why;
	} rows[] = {
		{"2026-03-20", "emma.evans@example.net", "2026-03-25", "checked before it came back"},
		{"2026-03-26", "emma.evans@example.net", "", "checked since"},
		{"2026-03-20", "e.evans@example.net", "", "another address"},
	};
	struct casework_fixture *fixture = *state;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct intake_contact row = emma;

		row.name = arena_printf(&fixture->mem, "Emma Evans %zu", i);
		assert_int_equal(take(fixture, &row), INTAKE_ADDED);
		casework_fixture_number(fixture, "UPDATE contact SET method = 'portal', address = '1 Station Road',"
						 " deputy_id = 1, bounced_on = '2026-03-25', version = version + 1"
						 " WHERE id = (SELECT max(id) FROM contact) RETURNING id");
		row.checked_on = date_from_iso(rows[i].checked_on);
		row.email = rows[i].email;
		assert_int_equal(take(fixture, &row), INTAKE_CHANGED);
		if (strcmp(casework_fixture_text(fixture, "SELECT coalesce(bounced_on, '') FROM contact"
							  " ORDER BY id DESC"),
			   rows[i].bounced_on) != 0)
			fail_msg("%s", rows[i].why);
		assert_string_equal(casework_fixture_text(fixture, "SELECT method || address || deputy_id FROM contact"
								   " ORDER BY id DESC"),
				    "portal1 Station Road1");
	}
}

/* A list may say how each is reached, where their post goes and who stands in; an empty cell says nothing. */
static void test_how_they_are_reached_and_who_stands_in(void **state)
{
	static const struct {
		const char *method, *address, *deputy, *kept, *why;
	} rows[] = {
		{NULL, NULL, NULL, "email||", "a list without these columns"},
		{"post", "1 Station Road\nExampleton", "", "post|1 Station Road\nExampleton|", "by post"},
		{"Secure portal", "", "", "portal|1 Station Road\nExampleton|", "the label; what is empty stays"},
		{"in_person", "", "Night desk", "in_person|1 Station Road\nExampleton|Night desk",
		 "a deputy, added by name"},
		{"", "", "", "in_person|1 Station Road\nExampleton|Night desk", "nothing said"},
	};
	struct casework_fixture *fixture = *state;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct intake_contact row = emma;

		row.method = rows[i].method;
		row.address = rows[i].address;
		row.deputy = rows[i].deputy;
		take(fixture, &row);
		if (strcmp(casework_fixture_text(fixture,
						 "SELECT k.method || '|' || k.address || '|' || coalesce(d.name, '')"
						 " FROM contact AS k LEFT JOIN contact AS d ON d.id = k.deputy_id"
						 " WHERE k.name = 'Emma Evans'"),
			   rows[i].kept) != 0)
			fail_msg("%s", rows[i].why);
	}
	assert_int_equal(take(fixture, &emma), INTAKE_UNCHANGED);
}

/* Two who stand in for each other can come in one list, in any order; one of another agency is found when there is one.
 */
static void test_a_deputy_may_come_later_or_from_elsewhere(void **state)
{
	struct casework_fixture *fixture = *state;
	struct intake_contact row = emma;

	row.deputy = "Kofi Bell";
	assert_int_equal(take(fixture, &row), INTAKE_ADDED);
	row.name = "Kofi Bell";
	row.deputy = "Emma Evans";
	assert_int_equal(take(fixture, &row), INTAKE_CHANGED);
	assert_int_equal(casework_fixture_number(fixture, "SELECT count(*) FROM contact AS a JOIN contact AS b"
							  " ON b.id = a.deputy_id AND a.id = b.deputy_id"),
			 2);
	row.agency = "Health Trust";
	row.name = "Ruth Abbey";
	row.deputy = "Kofi Bell";
	assert_int_equal(take(fixture, &row), INTAKE_ADDED);
	assert_int_equal(casework_fixture_number(fixture, "SELECT count(*) FROM contact"), 3);
	assert_string_equal(casework_fixture_text(fixture, "SELECT d.name FROM contact AS k JOIN contact AS d"
							   " ON d.id = k.deputy_id WHERE k.name = 'Ruth Abbey'"),
			    "Kofi Bell");
}

/* A list that still has both spellings of one person does not bring the second one back. */
static void test_a_merged_contact_is_the_one_it_became(void **state)
{
	struct casework_fixture *fixture = *state;
	struct intake_contact row = emma;

	take(fixture, &emma);
	row.name = "Em Evans";
	take(fixture, &row);
	casework_fixture_number(fixture, "UPDATE contact SET merged_into_id = (SELECT id FROM contact WHERE name = "
					 "'Emma Evans'), is_active = 0 WHERE name = 'Em Evans' RETURNING id");
	row.phone = "01632 960999";
	row.checked_on = date_from_iso("2026-03-20");
	assert_int_equal(take(fixture, &row), INTAKE_CHANGED);
	assert_string_equal(casework_fixture_text(fixture, "SELECT phone FROM contact WHERE name = 'Emma Evans'"),
			    "01632 960999");
	assert_int_equal(casework_fixture_number(fixture, "SELECT count(*) FROM contact"), 2);
	assert_int_equal(casework_fixture_number(fixture, "SELECT is_active FROM contact WHERE name = 'Em Evans'"), 0);
}

static void test_a_chair_can_be_booked(void **state)
{
	struct casework_fixture *fixture = *state;
	struct intake_contact row = emma;

	row.quorum_group = "Chair";
	row.agency = "Conference Unit";
	assert_int_equal(take(fixture, &row), INTAKE_ADDED);
	assert_int_equal(casework_fixture_number(fixture,
						 "SELECT count(*) FROM resource WHERE kind = 'chair' AND name = 'Emma "
						 "Evans' AND contact_id IS NOT NULL AND is_active"),
			 1);
	casework_fixture_reopen(fixture, FIXTURE_TODAY); /* the settings do not name her, and do not retire her */
	assert_int_equal(casework_fixture_number(fixture, "SELECT is_active FROM resource WHERE name = 'Emma Evans'"),
			 1);
	assert_int_equal(take(fixture, &row), INTAKE_UNCHANGED);
}

static void test_refusals(void **state)
{
	static const struct {
		const char *agency, *name, *email, *checked_on, *field, *why, *method, *deputy;
	} rows[] = {
		{"", "Emma", "", "", "Agency", "no agency", "", ""},
		{"Police", " ", "", "", "Name", "no name", "", ""},
		{"Police", "Emma", "emma.example.net", "", "Email", "no @", "", ""},
		{"Police", "Emma", "a@b@c", "", "Email", "two of them", "", ""},
		{"Police", "Em\tma\x01", "", "", "Name", "control characters", "", ""},
		{"Police", "Emma", "", "2026-04-02", "Checked on", "checked tomorrow", "", ""},
		{"Police", "Emma", "emma@example", "", "Email", "a host without a dot", "", ""},
		{"Police", "Emma", "", "", "Method", "no such way", "pigeon", ""},
		{"Police", "Emma", "", "", "Deputy", "her own deputy", "post", "Emma"},
	};
	struct casework_fixture *fixture = *state;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct intake_contact row = emma;
		enum intake_result result = INTAKE_ADDED;
		struct fault f = {0};

		row.agency = rows[i].agency;
		row.name = rows[i].name;
		row.email = rows[i].email;
		row.checked_on = day_or_none(rows[i].checked_on);
		row.method = rows[i].method;
		row.deputy = rows[i].deputy;
		if (intake_contact(fixture->cw, &row, &result, &f))
			fail_msg("%s", rows[i].why);
		assert_string_equal(f.field, rows[i].field);
		assert_int_equal(result, INTAKE_REFUSED);
	}
	assert_int_equal(casework_fixture_number(fixture, "SELECT count(*) FROM agency"), 0);
}

static void test_the_directory_is_found_by_first_letters(void **state)
{
	static const struct {
		const char *typed, *group;
		size_t count;
	} rows[] = {{"", "", 2},         {"ev", "", 1},     {"hương", "", 1},    {"HUO", "", 1},
		    {"social w", "", 1}, {"", "health", 1}, {"ev", "health", 0}, {"children", "", 1}};
	struct casework_fixture *fixture = *state;
	struct intake_contact row = emma;
	int64_t audited;

	take(fixture, &row);
	row.agency = "Health Trust";
	row.quorum_group = "health";
	row.name = "Hương Ivanova";
	row.role = "school nurse";
	take(fixture, &row);
	audited = casework_fixture_number(fixture, "SELECT count(*) FROM audit");
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct contact_list found;
		struct fault f = {0};

		assert_done(casework_contacts(fixture->cw, rows[i].typed, rows[i].group, &fixture->mem, &found, &f),
			    &f);
		assert_int_equal(found.count, rows[i].count);
	}
	assert_int_equal(casework_fixture_number(fixture, "SELECT count(*) FROM audit"), audited);
}

static void test_who_may(void **state)
{
	struct casework_fixture *fixture = *state;
	enum intake_result result;
	struct contact_list found;
	struct fault f = {0};

	casework_fixture_open_as(fixture, "audrey", ROLE_BIT(ROLE_AUDITOR));
	assert_false(intake_contact(fixture->cw, &emma, &result, &f));
	assert_int_equal(f.code, FAULT_NOT_ALLOWED);
	assert_false(casework_contacts(fixture->cw, "", "", &fixture->mem, &found, &f));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(test_added_then_unchanged),
		FIXTURE_TEST(test_the_newer_check_wins),
		FIXTURE_TEST(test_what_a_list_does_not_speak_of_stays),
		FIXTURE_TEST(test_how_they_are_reached_and_who_stands_in),
		FIXTURE_TEST(test_a_deputy_may_come_later_or_from_elsewhere),
		FIXTURE_TEST(test_a_merged_contact_is_the_one_it_became),
		FIXTURE_TEST(test_a_chair_can_be_booked),
		FIXTURE_TEST(test_refusals),
		FIXTURE_TEST(test_the_directory_is_found_by_first_letters),
		FIXTURE_TEST(test_who_may),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
