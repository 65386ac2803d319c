/* The matrix of reports by hand: one key a state, another day, the family, files, and taking it back. */
#include "reports_desk.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* From the week that begins on Monday 6 April to the conference of the first report in it. */
static void to_the_reports(struct desk_fixture *fixture)
{
	a_conference_with_reports(fixture);
	desk_keys(fixture, "R > o");
}

/* The row that holds these words. */
static void to_the_row(struct desk_fixture *fixture, const char *filter)
{
	desk_keys(fixture, "/");
	desk_type(fixture, filter);
	desk_keys(fixture, "Enter");
}

static int64_t count(struct desk_fixture *fixture, const char *table_where)
{
	char sql[400];

	snprintf(sql, sizeof sql, "SELECT count(*) FROM %s", table_where);
	return number_of(fixture, sql);
}

static const char *file_called(struct desk_fixture *fixture, const char *name, const char *content)
{
	static char path[200];
	FILE *file;

	snprintf(path, sizeof path, "%s/%s", fixture->file->folder, name);
	file = fopen(path, "w");
	assert_non_null(file);
	fputs(content, file);
	fclose(file);
	return path;
}

static void the_matrix_reads_well(void **state)
{
	struct desk_fixture *fixture = *state;

	to_the_reports(fixture);
	desk_keys(fixture, "Down r Down v Down x Down f");
	desk_golden(fixture, "reports-80x24.screen");
	tui_headless_resize(fixture->tui, 43, 132);
	desk_golden(fixture, "reports-132x43.screen");
}

static void the_week_is_grouped_by_conference(void **state)
{
	struct desk_fixture *fixture = *state;

	a_conference_with_reports(fixture);
	desk_keys(fixture, "R");
	desk_shows(fixture, "Reports · conferences of Mon 30 Mar to Sun 12 Apr");
	desk_shows(fixture, "No report is asked for in these two weeks. > goes a week on.");
	desk_keys(fixture, ">");
	desk_golden(fixture, "week-80x24.screen");
	to_the_row(fixture, "osunde police"); /* by family, which is in the heading only */
	desk_shows(fixture, "1 found");
	desk_keys(fixture, "Esc S d");
	desk_shows(fixture, "C-0004 Ọ̀ṣúndé ×2: Children's"); /* sorted, no heading says whose it is */
	desk_keys(fixture, ".");
	desk_shows(fixture, "of Mon 30 Mar");
}

static void one_key_marks_a_report_and_takes_it_back(void **state)
{
	struct desk_fixture *fixture = *state;

	to_the_reports(fixture);
	to_the_row(fixture, "ashgrove");
	desk_keys(fixture, "r");
	desk_shows(fixture, "Ashgrove Primary School: received Wed 1 Apr. u takes it back.");
	desk_shows(fixture, "4 wd late");
	desk_shows(fixture, "1 of 5 reports in");
	desk_keys(fixture, "r");
	desk_shows(fixture, "Taken back: Ashgrove");
	desk_shows(fixture, "! 4 wd late");
	desk_keys(fixture, "u");
	desk_shows(fixture, "As it was before: Ashgrove");
	assert_int_equal(count(fixture, "report WHERE received_on = '2026-04-01'"), 1);
	desk_keys(fixture, "u");
	desk_shows(fixture, "There is nothing to take back.");
}

/* Each key, twice and with u: the same row of the file as before. */
static void every_mark_can_be_taken_back(void **state)
{
	static const struct {
		const char *keys, *where, *why;
	} rows[] = {
		{"g", "report WHERE is_signed = 'yes'", "signed"},
		{"l", "report WHERE is_legible = 'yes'", "legible"},
		{"h", "report WHERE to_chair_on = '2026-04-01'", "given to the chair"},
		{"f", "report_reader WHERE shared_on = '2026-04-01' GROUP BY report_id", "shared with both"},
		{"v", "report WHERE is_verbal = 1", "in writing, said verbal only: u puts the writing back"},
		{"x", "invitee WHERE involved = 'no' AND contact_id <> (SELECT id FROM contact WHERE name = 'M. Abdi')",
		 "not involved"},
	};
	struct desk_fixture *fixture = *state;

	to_the_reports(fixture);
	to_the_row(fixture, "ashgrove");
	desk_keys(fixture, "r");
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		int64_t before = count(fixture, rows[i].where);

		desk_keys(fixture, rows[i].keys);
		if (count(fixture, rows[i].where) == before)
			fail_msg("%s: %s", rows[i].why, desk_screen(fixture));
		desk_keys(fixture, "u");
		if (count(fixture, rows[i].where) != before)
			fail_msg("%s, u: %s", rows[i].why, desk_screen(fixture));
		assert_int_equal(count(fixture, "report WHERE received_on = '2026-04-01' AND is_verbal = 0"), 1);
	}
}

static void another_day_is_asked_in_words(void **state)
{
	struct desk_fixture *fixture = *state;

	to_the_reports(fixture);
	to_the_row(fixture, "health");
	desk_keys(fixture, "d");
	desk_shows(fixture, "= Tue 31 Mar 2026"); /* yesterday stands there */
	desk_type(fixture, "tomorrow");
	desk_keys(fixture, "Enter");
	desk_shows(fixture, "Error: Date it happened must be");
	desk_keys(fixture, "Ctrl-U");
	desk_type(fixture, "mon");
	desk_keys(fixture, "Enter");
	desk_shows(fixture, "what happened on Mon 30 Mar 2026?");
	desk_shows(fixture, "Shared with everybody it may go to  (not now: it is not in yet)");
	desk_keys(fixture, "r");
	desk_shows(fixture, "ok Mon 30 Mar");
	desk_keys(fixture, "d");
	desk_shows(fixture, "= Mon 30 Mar 2026"); /* the pile on the desk came on one day */
	desk_keys(fixture, "Esc r");
	desk_shows(fixture, "2 wd late");
	desk_keys(fixture, "u"); /* the day that stood there before, not none */
	desk_shows(fixture, "ok Mon 30 Mar");
}

/* Kept apart, nobody is "the family": f asks to whom it went. */
static void parents_kept_apart_are_asked_for(void **state)
{
	struct desk_fixture *fixture = *state;

	to_the_reports(fixture);
	run_sql(fixture, "UPDATE invitee SET sitting = 1 WHERE person_id IS NOT NULL");
	to_the_row(fixture, "general");
	desk_keys(fixture, "r f");
	desk_shows(fixture, "Received on Wed 1 Apr: by whom of the family?");
	desk_keys(fixture, "Down Down Enter");
	desk_shows(fixture, "General practice: shared with mother Wed 1 Apr");
}

static void the_family_is_told_apart(void **state)
{
	struct desk_fixture *fixture = *state;

	to_the_reports(fixture);
	to_the_row(fixture, "general");
	desk_keys(fixture, "f");
	desk_shows(fixture, "it is not in yet");
	desk_keys(fixture, "r F");
	desk_shows(fixture, "Received on Wed 1 Apr: by whom of the family?");
	desk_shows(fixture, "Ngọ́zị̀ Ọ̀ṣúndé");
	desk_keys(fixture, "Esc s");
	desk_shows(fixture, "Read on Wed 1 Apr: by whom of the family?");
	desk_keys(fixture, "Down Down Down Enter"); /* two children come first */
	desk_shows(fixture, "General practice: seen by father Wed 1 Apr. u takes it back.");
	desk_keys(fixture, "F Down Down Enter");
	desk_shows(fixture, "General practice: shared with mother Wed 1 Apr");
	desk_keys(fixture, "u f");
	desk_shows(fixture, "mother, father Wed 1 Apr");
	assert_int_equal(count(fixture, "report_reader WHERE shared_on = '2026-04-01'"), 2);
}

static void the_police_report_never_goes_to_the_family(void **state)
{
	struct desk_fixture *fixture = *state;

	to_the_reports(fixture);
	to_the_row(fixture, "police");
	desk_keys(fixture, "r f");
	desk_shows(fixture, "A police report is never given to the family.");
	desk_keys(fixture, "F");
	desk_shows(fixture, "A police report is never given to the family.");
	desk_keys(fixture, "p s");
	desk_shows(fixture, "(not now: a police report never is)");
	desk_keys(fixture, "Esc");
	assert_int_equal(count(fixture, "report_reader"), 0);
}

static void who_may_read_it_is_a_menu(void **state)
{
	struct desk_fixture *fixture = *state;

	to_the_reports(fixture);
	to_the_row(fixture, "ashgrove");
	desk_keys(fixture, "p c");
	desk_shows(fixture, "Ashgrove Primary School: chair only. u takes it back.");
	desk_shows(fixture, "never (chair only)");
	desk_keys(fixture, "u");
	assert_int_equal(count(fixture, "report WHERE handling = 'chair_only'"), 0);
	desk_keys(fixture, "n");
	desk_type(fixture, "many");
	desk_keys(fixture, "Enter");
	desk_shows(fixture, "Error: Enter how many copies there are, 0 to 99.");
	desk_keys(fixture, "Ctrl-U 4 Enter");
	desk_shows(fixture, "Ashgrove Primary School: 4 copies. u takes it back.");
	desk_keys(fixture, "u");
	assert_int_equal(count(fixture, "report WHERE copies = 4"), 0);
}

static void a_call_says_with_whom(void **state)
{
	struct desk_fixture *fixture = *state;

	to_the_reports(fixture);
	to_the_row(fixture, "ashgrove");
	desk_keys(fixture, "t Enter");
	desk_shows(fixture, "Error: Say with whom you spoke");
	desk_type(fixture, "the office: comes tomorrow");
	desk_keys(fixture, "Enter");
	desk_shows(fixture, "Ashgrove Primary School: telephoned, spoke to the office.");
	desk_shows(fixture, "chased 1 Apr");
	assert_int_equal(count(fixture, "chaser WHERE spoke_to = 'the office' AND note = 'comes tomorrow'"), 1);
	run_sql(fixture, "UPDATE report SET received_on = '2026-03-26'");
	desk_keys(fixture, "F5 t");
	desk_shows(fixture, "is in: there is nothing to ask for.");
}

/* The policy asks the manager from the third on. */
static void after_enough_calls_the_manager_is_offered(void **state)
{
	struct desk_fixture *fixture = *state;

	to_the_reports(fixture);
	to_the_row(fixture, "ashgrove");
	for (int i = 0; i < 9; i++)
		run_sql(fixture,
			"INSERT INTO chaser (report_id, chased_on, how, spoke_to, by_user) SELECT report.id,"
			" '2026-03-30', 'telephone', 'the office', 'p' FROM report JOIN invitee ON invitee.id ="
			" invitee_id JOIN contact ON contact.id = contact_id WHERE contact.name LIKE 'Ọlábísí%'");
	desk_keys(fixture, "F5 t m");
	desk_shows(fixture, "The manager of Ashgrove");
	desk_type(fixture, "B. Jones");
	desk_keys(fixture, "Enter");
	assert_int_equal(count(fixture, "chaser WHERE is_to_manager = 1 AND spoke_to = 'B. Jones'"), 1);
}

static void a_letter_is_asked_about_first(void **state)
{
	struct desk_fixture *fixture = *state;

	to_the_reports(fixture);
	to_the_row(fixture, "ashgrove");
	desk_keys(fixture, "c");
	desk_shows(fixture, "Ask Ashgrove Primary School · Ọlábísí Kẹ́hìndé for the");
	desk_keys(fixture, "n");
	assert_int_equal(count(fixture, "chaser"), 0);
	desk_keys(fixture, "c y");
	desk_shows(fixture, "Ashgrove Primary School: 1 letter written; it waits to be sent.");
	assert_int_equal(count(fixture, "chaser"), 1);
	desk_keys(fixture, "c y");
	desk_shows(fixture, "A letter about this was written today already.");
}

static void a_file_is_kept_and_taken_out_again(void **state)
{
	struct desk_fixture *fixture = *state;
	char out[200];

	to_the_reports(fixture);
	to_the_row(fixture, "ashgrove");
	desk_keys(fixture, "a");
	desk_type(fixture, "~/no such file.pdf");
	desk_keys(fixture, "Enter");
	desk_shows(fixture, "Error: There is no file");
	desk_keys(fixture, "Ctrl-U");
	desk_type(fixture, "'");
	desk_type(fixture, file_called(fixture, "Kẹ́hìndé report.txt", "Zoë is well.\n"));
	desk_type(fixture, "' ");
	desk_keys(fixture, "Enter");
	desk_shows(fixture, "Kẹ́hìndé report.txt is in the case file.");
	desk_shows(fixture, "1 of 5 reports in"); /* whoever attaches it has it */
	desk_keys(fixture, "Esc Enter");
	desk_shows(fixture, "Report · ");
	desk_keys(fixture, "Esc");
	to_the_row(fixture, "ashgrove");
	desk_keys(fixture, "Enter End");
	desk_shows(fixture, "14 bytes");
	snprintf(out, sizeof out, "%s/out", fixture->file->folder);
	mkdir(out, 0700);
	desk_keys(fixture, "Enter");
	desk_type(fixture, "/nowhere at all");
	desk_keys(fixture, "Enter");
	desk_shows(fixture, "Error: /nowhere at all cannot take the file.");
	desk_keys(fixture, "Ctrl-U");
	desk_type(fixture, out);
	desk_keys(fixture, "Enter");
	desk_shows(fixture, "Saved: ");
	strcat(out, "/Kẹ́hìndé report.txt");
	assert_int_equal(access(out, R_OK), 0);
	desk_keys(fixture, "w Enter");
	desk_shows(fixture, "Error: Say why it is withdrawn");
	desk_type(fixture, "Of another child.");
	desk_keys(fixture, "Enter");
	desk_shows(fixture, "Withdrawn: ");
	desk_shows(fixture, "none yet");
}

static void one_report_reads_well(void **state)
{
	struct desk_fixture *fixture = *state;

	to_the_reports(fixture);
	to_the_row(fixture, "ashgrove");
	desk_keys(fixture, "r Enter");
	desk_golden(fixture, "report-80x24.screen");
	desk_keys(fixture, "g");
	desk_shows(fixture, "signed. u takes it back.");
	desk_keys(fixture, "e");
	desk_golden(fixture, "handling-80x24.screen");
}

static void the_form_keeps_what_two_people_do(void **state)
{
	struct desk_fixture *fixture = *state;

	to_the_reports(fixture);
	to_the_row(fixture, "ashgrove");
	desk_keys(fixture, "e");
	desk_keys(fixture, "Tab");
	desk_type(fixture, "speaks of a neighbour");
	run_sql(fixture, "UPDATE report SET copies = 7, version = version + 1");
	desk_keys(fixture, "Ctrl-S");
	desk_shows(fixture, "Another person saved the same record");
	desk_shows(fixture, "speaks of a neighbour");
	desk_keys(fixture, "Ctrl-S");
	desk_shows(fixture, "Saved: Report · Ashgrove");
	assert_int_equal(count(fixture, "report WHERE copies = 7 AND not_shared_why = 'speaks of a neighbour'"), 1);
	desk_shows(fixture, "not shared: speaks");
}

static void a_half_typed_form_is_a_draft(void **state)
{
	struct desk_fixture *fixture = *state;

	to_the_reports(fixture);
	to_the_row(fixture, "ashgrove");
	desk_keys(fixture, "e Tab");
	desk_type(fixture, "a third party");
	desk_keys(fixture, "Esc k");
	desk_restart(fixture);
	desk_keys(fixture, "D Enter");
	desk_shows(fixture, "a third party");
	desk_shows(fixture, "Report · Ashgrove");
}

static void somebody_elses_change_is_said(void **state)
{
	struct desk_fixture *fixture = *state;

	to_the_reports(fixture);
	to_the_row(fixture, "ashgrove");
	desk_keys(fixture, "p");
	run_sql(fixture, "UPDATE report SET version = version + 1");
	desk_keys(fixture, "c");
	desk_shows(fixture, "Another person changed this report since you opened it.");
	desk_keys(fixture, "r");
	desk_shows(fixture, "Ashgrove Primary School: received");
	run_sql(fixture, "UPDATE report SET version = version + 1");
	desk_keys(fixture, "u");
	desk_shows(fixture, "Another person changed this report since you opened it.");
}

static void it_works_at_every_size(void **state)
{
	struct desk_fixture *fixture = *state;

	to_the_reports(fixture);
	for (int rows = 1; rows <= 60; rows += 7)
		for (int columns = 1; columns <= 240; columns += 23) {
			tui_headless_resize(fixture->tui, rows, columns);
			desk_keys(fixture, "Down r Enter Down Esc b Esc R Down Esc H Esc u Up");
		}
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, desk_fixture_setup, desk_fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_matrix_reads_well),
		TEST(the_week_is_grouped_by_conference),
		TEST(one_key_marks_a_report_and_takes_it_back),
		TEST(every_mark_can_be_taken_back),
		TEST(another_day_is_asked_in_words),
		TEST(parents_kept_apart_are_asked_for),
		TEST(the_family_is_told_apart),
		TEST(the_police_report_never_goes_to_the_family),
		TEST(who_may_read_it_is_a_menu),
		TEST(a_call_says_with_whom),
		TEST(after_enough_calls_the_manager_is_offered),
		TEST(a_letter_is_asked_about_first),
		TEST(a_file_is_kept_and_taken_out_again),
		TEST(one_report_reads_well),
		TEST(the_form_keeps_what_two_people_do),
		TEST(a_half_typed_form_is_a_draft),
		TEST(somebody_elses_change_is_said),
		TEST(it_works_at_every_size),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
