/* The matrix of reports: what each line says, what is counted, and that a week is read in a handful of statements. */
#include "report_steps.h"

static void each_state_has_its_words(void **state)
{
	static const struct {
		const char *why, *set, *in, *shared;
		enum report_standing standing;
	} rows[] = {
		{"not asked for yet", "requested_on = NULL", "not asked", "", REPORT_NOT_ASKED},
		{"still time: 9 April is four working days away", "due_on = '2026-04-09'", "due in 4 wd", "",
		 REPORT_AWAITED},
		{"the day itself", "due_on = '2026-04-01'", "due today", "", REPORT_AWAITED},
		{"no day yet", "due_on = NULL", "awaited", "", REPORT_AWAITED},
		{"late since Thursday", "due_on = '2026-03-26'", "! 4 wd late", "", REPORT_OVERDUE},
		{"in on its day", "due_on = '2026-03-26', received_on = '2026-03-26'", "ok Thu 26 Mar", "not yet",
		 REPORT_ON_TIME},
		{"in two working days after", "due_on = '2026-03-26', received_on = '2026-03-30'",
		 "2 wd late, Mon 30 Mar", "not yet", REPORT_LATE},
		{"in at the weekend", "due_on = '2026-03-27', received_on = '2026-03-28'", "1 wd late, Sat 28 Mar",
		 "not yet", REPORT_LATE},
		{"told only", "received_on = '2026-03-31', is_verbal = 1", "verbal only Tue 31 Mar", "not yet",
		 REPORT_VERBAL},
		{"police", "kind = 'police', handling = 'professionals_only'", "due in 4 wd", "never (police)",
		 REPORT_AWAITED},
		{"chair only", "handling = 'chair_only'", "due in 4 wd", "never (chair only)", REPORT_AWAITED},
		{"a reason not to", "not_shared_why = 'names a third party'", "due in 4 wd",
		 "not shared: names a third party", REPORT_AWAITED},
	};
	struct casework_fixture *fixture = *state;
	int64_t conference = a_booked_conference(fixture, "Okonkwo");
	int64_t id = a_report(fixture, conference, "Station School", "K. Evans", "agency", "share");

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct reports_page page;
		const struct report_line *line;

		number(fixture,
		       "UPDATE report SET kind = 'agency', handling = 'share', due_on = '2026-04-09', requested_on ="
		       " '2026-03-30', received_on = NULL, is_verbal = 0, not_shared_why = ''");
		number(fixture, "UPDATE report SET %s", rows[i].set);
		page = page_of(fixture, conference);
		line = line_of(&page, id);
		if (strcmp(line->in, rows[i].in) != 0 || strcmp(line->shared, rows[i].shared) != 0 ||
		    line->standing != rows[i].standing)
			fail_msg("%s: \"%s\", \"%s\", %d", rows[i].why, line->in, line->shared, (int)line->standing);
		assert_string_equal(line->who, "Station School · K. Evans");
	}
}

static void readers_and_chasers_have_their_days(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t conference = a_booked_conference(fixture, "Okonkwo");
	int64_t mother = a_reader(fixture, conference, "Amelia", RELATIONSHIP_MOTHER);
	int64_t father = a_reader(fixture, conference, "Tommy", RELATIONSHIP_FATHER);
	int64_t id = a_report(fixture, conference, "Station School", "K. Evans", "agency", "share");
	int64_t child = number(fixture, "SELECT person_id FROM family_member JOIN person ON id = person_id"
					" WHERE given_names = 'Chidi'");
	struct reports_page page;
	const struct report_line *line;

	marked(fixture, id, MARK_SHARED, "2026-03-27", mother);
	marked(fixture, id, MARK_SHARED, "2026-03-27", father);
	marked(fixture, id, MARK_SHARED, "2026-03-30", child);
	marked(fixture, id, MARK_SEEN, "2026-03-30", mother);
	number(fixture,
	       "INSERT INTO chaser (report_id, chased_on, how, by_user) VALUES (%lld, '2026-03-27', 'email',"
	       " 'x'), (%lld, '2026-03-30', 'telephone', 'x'), (%lld, '2026-03-30', 'email', 'x'),"
	       " (%lld, '2026-04-01', 'email', 'x')",
	       (long long)id, (long long)id, (long long)id, (long long)id);
	page = page_of(fixture, conference);
	line = line_of(&page, id);
	assert_string_equal(line->shared, "mother, father Fri 27 Mar; Chidi Mon 30 Mar");
	assert_string_equal(line->chased, "chased 27, 30 Mar, 1 Apr");
	assert_non_null(strstr(line->detail, "seen by mother Mon 30 Mar"));
	assert_non_null(strstr(line->detail, "asked Mon 30 Mar"));
	number(fixture, "UPDATE report SET handling = 'chair_only'");
	page = page_of(fixture, conference);
	assert_string_equal(line_of(&page, id)->shared,
			    "mother, father Fri 27 Mar; Chidi Mon 30 Mar, now never (chair only)");
	assert_int_equal(page.family.count, 4);
}

static void what_is_counted(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t conference = a_booked_conference(fixture, "Okonkwo");
	int64_t social = a_report(fixture, conference, "Social care", "T. Campbell", "social_work", "share");
	int64_t school = a_report(fixture, conference, "School", "K. Evans", "agency", "share");
	int64_t gp = a_report(fixture, conference, "GP", "Dr Tran", "agency", "share");
	int64_t camhs = a_report(fixture, conference, "CAMHS", "S. Cole", "agency", "share");
	int64_t housing = a_report(fixture, conference, "Housing", "L. Wood", "agency", "share");
	struct reports_page page = page_of(fixture, conference);

	assert_string_equal(page.summary, "0 of 5 reports in · missing 5");
	assert_int_equal(page.lines.items[0].report.id, social); /* first, then by agency */
	assert_int_equal(page.lines.items[1].report.id, camhs);
	number(fixture, "UPDATE report SET is_required = 0 WHERE id = %lld", (long long)housing);
	number(fixture, "UPDATE report SET due_on = '2026-03-30' WHERE id = %lld", (long long)school);
	marked(fixture, social, MARK_RECEIVED, "2026-03-31", 0);
	marked(fixture, school, MARK_RECEIVED, "2026-03-31", 0);
	marked(fixture, gp, MARK_VERBAL, "2026-03-31", 0);
	marked(fixture, camhs, MARK_NOT_INVOLVED, "2026-03-31", 0);
	page = page_of(fixture, conference);
	assert_string_equal(page.summary,
			    "3 of 3 reports in · on time 1 · late 1 · verbal only 1 · not involved 1 (CAMHS)");
	assert_int_equal(page.missing, 0);
	assert_string_equal(page.when, "Mon 13 Apr 10:00");
	assert_string_equal(page.family_words, "Okonkwo ×2");
}

static void days_show_every_conference(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t one = a_booked_conference(fixture, "Okonkwo"), two = a_booked_conference(fixture, "Begum");
	struct reports_page page;

	a_report(fixture, two, "School", "K. Evans", "agency", "share");
	a_report(fixture, one, "School", "J. Lund", "agency", "share");
	a_report(fixture, one, "GP", "Dr Tran", "agency", "share");
	MUST(casework_reports_between(fixture->cw, date_from_iso("2026-04-13"), date_from_iso("2026-04-17"),
				      &fixture->mem, &page, f));
	assert_int_equal(page.lines.count, 3);
	assert_string_equal(page.lines.items[0].reference, "C-0001");
	assert_string_equal(page.lines.items[0].family_words, "Okonkwo ×2");
	assert_string_equal(page.lines.items[1].family_words, "Okonkwo ×2");
	assert_string_equal(page.lines.items[2].reference, "C-0002");
	assert_int_equal(page.lines.items[2].conference_day, date_from_iso("2026-04-13"));
	assert_int_equal(page.lines.items[2].conference_starts, 730);
	assert_string_equal(page.when, "Mon 13 Apr to Fri 17 Apr");
	MUST(casework_reports_between(fixture->cw, date_from_iso("2026-04-14"), date_from_iso("2026-04-17"),
				      &fixture->mem, &page, f));
	assert_int_equal(page.lines.count, 0);
	number(fixture, "INSERT INTO report_reader SELECT r.id, k.person_id, '2026-03-31', NULL FROM report AS r JOIN"
			" conference_child AS k USING (conference_id)");
	number(fixture,
	       "UPDATE family SET is_restricted = 1 WHERE id = (SELECT family_id FROM conference WHERE id ="
	       " %lld)",
	       (long long)one);
	MUST(casework_reports_between(fixture->cw, date_from_iso("2026-04-13"), date_from_iso("2026-04-17"),
				      &fixture->mem, &page, f));
	assert_int_equal(page.lines.count, 1);
	assert_int_equal(page.readers.count, 2); /* and nobody of the restricted family */
}

static void saving_says_how_it_is_handled(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t conference = a_booked_conference(fixture, "Okonkwo");
	int64_t police = a_report(fixture, conference, "Police", "DC Hall", "police", "professionals_only");
	int64_t school = a_report(fixture, conference, "School", "K. Evans", "agency", "share");
	struct reports_page page = page_of(fixture, conference);
	struct report report = line_of(&page, police)->report;

	report.handling = HANDLING_SHARE;
	REFUSED(casework_report_save(fixture->cw, &report, f), "handling", "never shared with the family");
	report = line_of(&page, school)->report;
	report.copies = 100;
	REFUSED(casework_report_save(fixture->cw, &report, f), "copies", "0 to 99");
	report.copies = 4;
	report.note = "bell\x07";
	REFUSED(casework_report_save(fixture->cw, &report, f), "note", "control characters");
	report.note = "comes  by hand";
	report.not_shared_why = "names a third party";
	report.is_signed = ANSWER_NO;
	MUST(casework_report_save(fixture->cw, &report, f));
	assert_int_equal(report.version, 2);
	page = page_of(fixture, conference);
	assert_string_equal(line_of(&page, school)->detail, "asked Mon 30 Mar · not signed · copies 4 · comes by hand");
	report.version = 1;
	REFUSED(casework_report_save(fixture->cw, &report, f), "", "Another person changed this report");
	assert_int_equal(casework_fixture_audited(fixture, "report.save"), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(each_state_has_its_words),
		FIXTURE_TEST(readers_and_chasers_have_their_days),
		FIXTURE_TEST(what_is_counted),
		FIXTURE_TEST(days_show_every_conference),
		FIXTURE_TEST(saving_says_how_it_is_handled),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
