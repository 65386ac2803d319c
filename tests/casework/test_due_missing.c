/* What Today says is missing of a conference that is prepared. */
#include "report_steps.h"

static const char *missing_of(struct casework_fixture *fixture, enum rule_key rule)
{
	struct due_list due;

	MUST(casework_due(fixture->cw, &(struct due_filter){.within_wd = -1, .lane = -1}, &fixture->mem, &due, f));
	for (size_t i = 0; i < due.count; i++)
		if (due.items[i].rule == rule)
			return due.items[i].missing;
	return "nothing is due";
}

static void nothing_begun_says_what_it_said(void **state)
{
	struct casework_fixture *fixture = *state;

	a_booked_conference(fixture, "Okonkwo");
	assert_string_equal(missing_of(fixture, RULE_REPORT_INITIAL), "not in");
	assert_string_equal(missing_of(fixture, RULE_INVITE_INITIAL), "not sent");
	assert_string_equal(missing_of(fixture, RULE_REPLIES), "not asked");
	assert_string_equal(missing_of(fixture, RULE_BUNDLE), "not made");
}

static void reports_are_counted_and_named(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t conference = a_booked_conference(fixture, "Okonkwo"), other = a_booked_conference(fixture, "Begum");
	int64_t school = a_report(fixture, conference, "School", "K. Evans", "agency", "share");
	int64_t gp = a_report(fixture, conference, "GP", "Dr Tran", "agency", "share");
	int64_t social = a_report(fixture, conference, "Social care", "T. Campbell", "social_work", "share");
	int64_t housing = a_report(fixture, conference, "Housing", "L. Wood", "agency", "share");

	a_report(fixture, other, "CAMHS", "S. Cole", "agency", "share");
	number(fixture, "UPDATE conference SET state = 'postponed' WHERE id = %lld", (long long)other);
	number(fixture, "DELETE FROM deadline WHERE subject_id = %lld AND subject_kind = 'conference'",
	       (long long)other);
	number(fixture, "UPDATE report SET is_required = 0 WHERE id = %lld", (long long)housing);
	assert_string_equal(missing_of(fixture, RULE_REPORT_INITIAL), "3 of 3 missing: Social care, GP, School");
	marked(fixture, gp, MARK_RECEIVED, "2026-04-01", 0);
	number(fixture,
	       "INSERT INTO chaser (report_id, chased_on, how, by_user) VALUES (%lld, '2026-03-27', 'email', 'x'),"
	       " (%lld, '2026-03-30', 'email', 'x')",
	       (long long)school, (long long)school);
	assert_string_equal(missing_of(fixture, RULE_REPORT_INITIAL), "2 of 3 missing: Social care, School; chased ×2");
	assert_string_equal(missing_of(fixture, RULE_BUNDLE), "2 reports missing");
	marked(fixture, school, MARK_NOT_INVOLVED, "2026-04-01", 0);
	assert_string_equal(missing_of(fixture, RULE_REPORT_INITIAL), "1 of 2 missing: Social care");
	assert_string_equal(missing_of(fixture, RULE_BUNDLE), "1 report missing");
	marked(fixture, social, MARK_RECEIVED, "2026-04-01", 0);
	assert_string_equal(missing_of(fixture, RULE_REPORT_INITIAL), "nothing is due");
	assert_string_equal(missing_of(fixture, RULE_BUNDLE), "all 2 reports in");
}

static void invitations_and_answers_are_counted(void **state)
{
	static const struct {
		const char *why, *set, *invite, *replies;
	} rows[] = {
		{"nobody told", "told_day = NULL", "4 of 4 not told", "not asked"},
		{"all told, one answered",
		 "told_day = '2026-04-13', told_starts = 600, invited_on = '2026-03-30', reply = CASE id WHEN 1 THEN"
		 " 'coming' ELSE 'none' END",
		 "all 4 told", "3 unanswered"},
		{"one knows another day", "told_day = '2026-04-10' WHERE id = 1", "1 of 4 not told", "3 unanswered"},
		{"excluded from all of it", "exclusion = 'whole' WHERE id = 1", "all 3 told", "3 unanswered"},
		{"all answered", "reply = 'declined'", "all 3 told", "all answered"},
		{"a child the chair does not invite", "capacity = 'child' WHERE id = 2", "all 2 told", "all answered"},
		{"a child the chair invites", "chair_invites = 'yes' WHERE id = 2", "all 3 told", "all answered"},
	};
	struct casework_fixture *fixture = *state;
	int64_t conference = a_booked_conference(fixture, "Okonkwo");

	for (int i = 0; i < 4; i++)
		a_report(fixture, conference, "School", (const char *[]){"A", "B", "C", "D"}[i], "agency", "share");
	number(fixture,
	       "INSERT INTO invitee (conference_id, name, capacity, method, is_withdrawn) VALUES (%lld, 'X',"
	       " 'observer', 'email', 1)",
	       (long long)conference);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		number(fixture, "UPDATE invitee SET %s", rows[i].set);
		if (strcmp(missing_of(fixture, RULE_INVITE_INITIAL), rows[i].invite) != 0 ||
		    strcmp(missing_of(fixture, RULE_REPLIES), rows[i].replies) != 0)
			fail_msg("%s: %s; %s", rows[i].why, missing_of(fixture, RULE_INVITE_INITIAL),
				 missing_of(fixture, RULE_REPLIES));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(nothing_begun_says_what_it_said),
		FIXTURE_TEST(reports_are_counted_and_named),
		FIXTURE_TEST(invitations_and_answers_are_counted),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
