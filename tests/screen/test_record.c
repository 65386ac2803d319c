/* The tab of a record, by hand: drafted, read, given to the chair, given back, corrected, approved, reopened. */
#include "record_desk.h"

static void it_is_drafted_by_one_key(void **state)
{
	struct desk_fixture *desk = *state;

	open_record(desk);
	desk_shows(desk, "not drafted yet; to be approved by Fri 10 Apr");
	desk_shows(desk, "d drafts it from what was entered");
	desk_keys(desk, "d");
	desk_golden(desk, "record-80x24.screen");
	desk_keys(desk, "End");
	desk_golden(desk, "record-end-80x24.screen");
	tui_headless_resize(desk->tui, 18, 60);
	desk_golden(desk, "record-end-60x18.screen");
	desk_keys(desk, "Home");
	desk_golden(desk, "record-60x18.screen");
}

static void what_is_for_professionals_can_be_hidden(void **state)
{
	struct desk_fixture *desk = *state;

	draft_it(desk);
	desk_keys(desk, "End");
	desk_shows(desk, "PROFESSIONALS");
	desk_keys(desk, "x");
	desk_shows_not(desk, "PROFESSIONALS");
	desk_shows_not(desk, "Amelia");
	desk_keys(desk, "p");
	desk_shows(desk, "x shows them again first");
	desk_keys(desk, "x");
	desk_shows(desk, "PROFESSIONALS ONLY parts too");
}

static void the_way_to_the_chair_and_back(void **state)
{
	struct desk_fixture *desk = *state;

	draft_it(desk);
	desk_keys(desk, "c");
	desk_shows(desk, "with the chair, C. Hair; to be approved by Fri 10 Apr");
	desk_keys(desk, "a");
	desk_shows(desk, "You may not approve a record");
	start_as(desk, "chair", ROLE_BIT(ROLE_CHAIR));
	open_record(desk);
	desk_keys(desk, "b");
	desk_type(desk, "Chidi is 12.");
	desk_keys(desk, "Enter");
	desk_shows(desk, "given back to root to be mended; to be approved by Fri 10 Apr; 1");
	desk_shows(desk, "not answered");
	start_as(desk, NULL, 0);
	open_record(desk);
	desk_keys(desk, "/");
	desk_type(desk, "chidi is 12");
	desk_keys(desk, "Enter Enter a");
	desk_type(desk, "Mended.");
	desk_keys(desk, "Enter Esc c");
	assert_int_equal(number(desk->file, "SELECT count(*) FROM conference_record WHERE state = 'with_chair'"), 1);
	start_as(desk, "chair", ROLE_BIT(ROLE_CHAIR));
	open_record(desk);
	desk_keys(desk, "a y");
	desk_shows(desk, "approved by chair on Wed 1 Apr; to be distributed by Fri 24 Apr");
	desk_keys(desk, "Down Enter");
	desk_shows(desk, "An initial conference brings the family");
	desk_keys(desk, "Esc m");
	desk_shows(desk, "Amelia Okonkwo");
	desk_keys(desk, "Esc E");
	desk_type(desk, "a slip");
	desk_keys(desk, "Enter");
	desk_shows(desk, "Edition 2: being written by");
}

static void a_correction_and_a_form_are_entered(void **state)
{
	struct desk_fixture *desk = *state;

	draft_it(desk);
	desk_keys(desk, "+");
	desk_type(desk, "Amel");
	desk_keys(desk, "Down Enter Tab");
	desk_type(desk, "I am 38, not 83.");
	desk_golden(desk, "record-correction-80x24.screen");
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "is to be answered before the record is approved");
	assert_string_equal(casework_fixture_text(desk->file, "SELECT asked_by FROM record_correction"),
			    "Amelia Okonkwo, mother");
	desk_keys(desk, "/");
	desk_type(desk, "mother not written");
	desk_keys(desk, "Enter f");
	desk_type(desk, "today");
	desk_keys(desk, "Tab");
	desk_type(desk, "today");
	desk_keys(desk, "Tab 4 Tab 5 Tab 3 Tab");
	desk_type(desk, "They listened.");
	desk_golden(desk, "record-feedback-80x24.screen");
	desk_keys(desk, "Ctrl-S Esc");
	assert_int_equal(number(desk->file, "SELECT count(*) FROM feedback WHERE kind = 'parent' AND heard = 4 AND"
					    " understood = 5 AND fair = 3 AND words = 'They listened.'"),
			 1);
}

static void a_section_of_ones_own_says_who_reads_it(void **state)
{
	struct desk_fixture *desk = *state;

	draft_it(desk);
	desk_keys(desk, "w p");
	desk_type(desk, "Told by the landlord");
	desk_keys(desk, "Enter");
	assert_int_equal(number(desk->file, "SELECT is_restricted FROM record_section WHERE key = 'own.1'"), 1);
	desk_keys(desk, "Home k");
	desk_shows(desk, "Choose who reads it only of a section of your own");
	desk_keys(desk, "/");
	desk_type(desk, "landlord");
	desk_keys(desk, "Enter k");
	desk_shows(desk, "Who reads \"Told by the landlord\"?");
	desk_keys(desk, "e");
	desk_shows(desk, "Saved: who reads the section.");
	assert_int_equal(number(desk->file, "SELECT is_restricted FROM record_section WHERE key = 'own.1'"), 0);
	desk_keys(desk, "Esc d n");
	assert_int_equal(casework_fixture_audited(desk->file, "record.draft"), 1);
	desk_keys(desk, "d y");
	assert_int_equal(casework_fixture_audited(desk->file, "record.draft"), 2);
}

static void a_copy_is_read_as_its_reader_will(void **state)
{
	struct desk_fixture *desk = *state;

	draft_it(desk);
	desk_keys(desk, "/");
	desk_type(desk, "mother");
	desk_keys(desk, "Enter p");
	desk_shows(desk, "Copy for Amelia Okonkwo, mother: without restricted parts");
	desk_shows(desk, "DRAFT, NOT APPROVED");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		RECORD_TEST(it_is_drafted_by_one_key),
		RECORD_TEST(what_is_for_professionals_can_be_hidden),
		RECORD_TEST(the_way_to_the_chair_and_back),
		RECORD_TEST(a_correction_and_a_form_are_entered),
		RECORD_TEST(a_section_of_ones_own_says_who_reads_it),
		RECORD_TEST(a_copy_is_read_as_its_reader_will),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
