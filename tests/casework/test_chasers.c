/* Who is to be chased, by letter and by telephone, and when it goes to the manager. */
#include "report_steps.h"

static struct chase_line_list list_of(struct casework_fixture *fixture)
{
	struct chase_line_list list;

	MUST(casework_chase_list(fixture->cw, &fixture->mem, &list, f));
	return list;
}

static size_t chased_by_letter(struct casework_fixture *fixture, int64_t one, int64_t two)
{
	char ids[60];
	size_t written = 0;

	snprintf(ids, sizeof ids, "%lld%s", (long long)one, "");
	if (two)
		snprintf(ids, sizeof ids, "%lld %lld", (long long)one, (long long)two);
	MUST(casework_chase_by_letter(fixture->cw, ids, &written, f));
	return written;
}

static void the_list_holds_what_is_due_by_tomorrow(void **state)
{
	static const struct {
		const char *why, *set, *late;
		bool listed;
		int days;
	} rows[] = {
		{"due the day after tomorrow", "due_on = '2026-04-07'", "", false, 0},
		{"due tomorrow", "due_on = '2026-04-02'", "due Thu 2 Apr", true, 1},
		{"due today", "due_on = '2026-04-01'", "due today", true, 0},
		{"late since yesterday", "due_on = '2026-03-31'", "1 working day late", true, -1},
		{"late since Thursday", "due_on = '2026-03-26'", "4 working days late", true, -4},
		{"in", "due_on = '2026-03-26', received_on = '2026-03-31'", "", false, 0},
		{"not required", "due_on = '2026-03-26', is_required = 0", "", false, 0},
	};
	struct casework_fixture *fixture = *state;
	int64_t conference = a_booked_conference(fixture, "Okonkwo");

	a_report(fixture, conference, "School", "K. Evans", "agency", "share");
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct chase_line_list list;

		number(fixture, "UPDATE report SET received_on = NULL, is_required = 1");
		number(fixture, "UPDATE report SET %s", rows[i].set);
		list = list_of(fixture);
		if (list.count != rows[i].listed || (rows[i].listed && (strcmp(list.items[0].late, rows[i].late) != 0 ||
									list.items[0].working_days != rows[i].days)))
			fail_msg("%s: %zu: %s", rows[i].why, list.count, list.count ? list.items[0].late : "");
	}
	number(fixture, "UPDATE report SET is_required = 1, received_on = NULL, due_on = '2026-03-26'");
	number(fixture, "UPDATE invitee SET involved = 'no'");
	assert_int_equal(list_of(fixture).count, 0);
}

static void a_line_says_whom_and_for_what(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t conference = a_booked_conference(fixture, "Okonkwo");
	int64_t school = a_report(fixture, conference, "School", "K. Evans", "agency", "share");
	struct chase_line_list list;

	a_contact(fixture, "School", "B. Jones", "Headteacher");
	a_contact(fixture, "School", "A. Lead", "Leadership mentor"); /* a part of a word is no title */
	number(fixture, "UPDATE report SET due_on = '2026-03-26'");
	number(fixture,
	       "INSERT INTO chaser (report_id, chased_on, how, by_user) VALUES (%lld, '2026-03-27', 'email',"
	       " 'x'), (%lld, '2026-03-30', 'telephone', 'x')",
	       (long long)school, (long long)school);
	list = list_of(fixture);
	assert_int_equal(list.count, 1);
	assert_string_equal(list.items[0].who, "School · K. Evans");
	assert_string_equal(list.items[0].phone, "01632 960417");
	assert_string_equal(list.items[0].email, "k.evans@example.org");
	assert_string_equal(list.items[0].reference, "C-0001");
	assert_string_equal(list.items[0].family_words, "Okonkwo ×2");
	assert_string_equal(list.items[0].when, "Mon 13 Apr 10:00");
	assert_string_equal(list.items[0].earlier, "chased 27, 30 Mar");
	assert_true(list.items[0].goes_to_manager);
	assert_string_equal(list.items[0].manager, "B. Jones, 01632 960417");
	assert_int_equal(list.items[0].conference_id, conference);
}

/* The title that stands highest in the team, of the same agency, and never the one who owes it. */
static void the_manager_is_found_by_title(void **state)
{
	static const struct {
		const char *why, *agency, *name, *role, *manager;
	} rows[] = {
		{"nobody", "GP", "R. Abbey", "Receptionist", ""},
		{"another agency's", "Housing", "L. Wood", "Team manager", ""},
		{"a lead", "GP", "P. Nair", "Safeguarding lead", "P. Nair, 01632 960417"},
		{"a manager goes before a lead", "GP", "M. Abdi", "Practice Manager", "M. Abdi, 01632 960417"},
		{"a team manager before both", "GP", "Q. Osei", "TEAM MANAGER (north)", "Q. Osei, 01632 960417"},
		{"who owes it", "GP", "Dr Tran", "Team manager", "Q. Osei, 01632 960417"},
	};
	struct casework_fixture *fixture = *state;
	int64_t conference = a_booked_conference(fixture, "Okonkwo");

	a_report(fixture, conference, "GP", "Dr Tran", "agency", "share");
	number(fixture, "UPDATE report SET due_on = '2026-03-26'");
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct chase_line_list list;

		if (strcmp(rows[i].name, "Dr Tran") == 0)
			number(fixture, "UPDATE contact SET role = '%s' WHERE name = 'Dr Tran'", rows[i].role);
		else
			a_contact(fixture, rows[i].agency, rows[i].name, rows[i].role);
		list = list_of(fixture);
		if (strcmp(list.items[0].manager, rows[i].manager) != 0)
			fail_msg("%s: %s", rows[i].why, list.items[0].manager);
	}
}

static void a_letter_goes_and_then_to_the_manager_too(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t conference = a_booked_conference(fixture, "Okonkwo");
	int64_t school = a_report(fixture, conference, "School", "K. Evans", "agency", "share");
	int64_t gp = a_report(fixture, conference, "GP", "Dr Tran", "agency", "share");
	size_t written;

	a_contact(fixture, "School", "B. Jones", "Headteacher");
	assert_int_equal(chased_by_letter(fixture, school, gp), 2);
	assert_int_equal(number(fixture, "SELECT count(*) FROM delivery WHERE state = 'waiting'"), 2);
	assert_int_equal(number(fixture, "SELECT count(*) FROM chaser WHERE letter_id IS NOT NULL"), 2);
	assert_int_equal(casework_fixture_audited(fixture, "report.chase"), 2);
	REFUSED(casework_chase_by_letter(fixture->cw, "1 2", &written, f), "", "today already");
	number(fixture, "UPDATE chaser SET chased_on = '2026-03-30'");
	assert_int_equal(chased_by_letter(fixture, school, 0), 1);
	number(fixture, "UPDATE chaser SET chased_on = '2026-03-31' WHERE chased_on = '2026-04-01'");
	number(fixture, "UPDATE report SET due_on = '2026-03-26'");
	assert_int_equal(chased_by_letter(fixture, school, gp), 3); /* the third of the school, the second of the GP */
	assert_int_equal(number(fixture, "SELECT count(*) FROM chaser WHERE is_to_manager = 1"), 1);
	assert_string_equal(casework_fixture_text(fixture, "SELECT recipient FROM letter WHERE template ="
							   " 'report-not-received'"),
			    "B. Jones");
	assert_int_equal(number(fixture, "SELECT count(*) FROM letter WHERE template = 'report-not-received' AND"
					 " content LIKE '%%K. Evans, School%%' AND content LIKE '%%30, 31 Mar%%'"
					 " AND content LIKE '%%4 working days late%%'"),
			 1);
	/* the first two say who comes next, the third that they were written to */
	assert_int_equal(
		number(fixture, "SELECT count(*) FROM letter WHERE content LIKE '%%we write to B. Jones next%%'"), 2);
	assert_int_equal(
		number(fixture, "SELECT count(*) FROM letter WHERE content LIKE '%%We have written to B. Jones too%%'"),
		1);
}

static void one_who_cannot_be_reached_holds_up_all(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t conference = a_booked_conference(fixture, "Okonkwo");
	size_t written = 7;

	a_report(fixture, conference, "School", "K. Evans", "agency", "share");
	a_report(fixture, conference, "GP", "Dr Tran", "agency", "share");
	number(fixture, "UPDATE contact SET email = '' WHERE name = 'Dr Tran'");
	REFUSED(casework_chase_by_letter(fixture->cw, "1 2", &written, f), "",
		"Dr Tran cannot be written to: no e-mail address");
	assert_int_equal(written, 0);
	assert_int_equal(
		number(fixture, "SELECT count(*) FROM letter") + number(fixture, "SELECT count(*) FROM chaser"), 0);
	number(fixture, "UPDATE report SET received_on = '2026-03-31' WHERE id = 2");
	REFUSED(casework_chase_by_letter(fixture->cw, "1 2", &written, f), "", "The report of GP is in");
	REFUSED(casework_chase_by_letter(fixture->cw, "", &written, f), "", "No report was named");
	number(fixture, "UPDATE invitee SET method = 'telephone'"); /* can be mailed, so it is */
	assert_int_equal(chased_by_letter(fixture, 1, 0), 1);
	assert_string_equal(casework_fixture_text(fixture, "SELECT method FROM delivery"), "email");
}

static void a_call_says_with_whom(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t conference = a_booked_conference(fixture, "Okonkwo");
	int64_t school = a_report(fixture, conference, "School", "K. Evans", "agency", "share");
	struct reports_page page;

	REFUSED(casework_chase_by_telephone(fixture->cw, school, " ", "", false, f), "spoke_to", "with whom");
	REFUSED(casework_chase_by_telephone(fixture->cw, school, "J\x02", "", false, f), "spoke_to", "control");
	MUST(casework_chase_by_telephone(fixture->cw, school, "J. Lund, office", "comes tonight", false, f));
	MUST(casework_chase_by_telephone(fixture->cw, school, "B. Jones", NULL, true, f));
	page = page_of(fixture, conference);
	assert_string_equal(page.lines.items[0].chased, "chased 1 Apr");
	assert_int_equal(page.lines.items[0].report.chased, 1);
	assert_true(page.lines.items[0].report.manager_told);
	marked(fixture, school, MARK_VERBAL, "2026-04-01", 0);
	MUST(casework_chase_by_telephone(fixture->cw, school, "J. Lund", "for the paper", false, f));
	marked(fixture, school, MARK_RECEIVED, "2026-04-01", 0);
	REFUSED(casework_chase_by_telephone(fixture->cw, school, "J. Lund", "", false, f), "", "is in");
	assert_int_equal(casework_fixture_audited(fixture, "report.chase"), 3);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(the_list_holds_what_is_due_by_tomorrow),
		FIXTURE_TEST(a_line_says_whom_and_for_what),
		FIXTURE_TEST(the_manager_is_found_by_title),
		FIXTURE_TEST(a_letter_goes_and_then_to_the_manager_too),
		FIXTURE_TEST(one_who_cannot_be_reached_holds_up_all),
		FIXTURE_TEST(a_call_says_with_whom),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
