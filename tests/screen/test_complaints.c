/* Complaints on the screen: registered from a conference, taken through their steps by one key each, and the decision
 * that stands meanwhile. */
#include "../casework/complaint_steps.h"
#include "desk_fixture.h"

static int64_t count_of(const struct desk_fixture *desk, const char *sql)
{
	return casework_fixture_number(desk->file, sql);
}

/* A day that is over, and the program over it as somebody who may do all of this. */
static int complaint_desk_setup(void **state)
{
	struct desk_fixture *desk;

	if (desk_fixture_setup(state) != 0)
		return -1;
	desk = *state;
	a_decided_day(desk->file);
	desk_restart(desk);
	return 0;
}

static void open_conference(struct desk_fixture *desk)
{
	desk_keys(desk, ":");
	desk_type(desk, casework_fixture_text(desk->file, "SELECT reference FROM conference WHERE state = 'decided'"
							  " OR state = 'challenged'"));
	desk_keys(desk, "Enter");
}

static void register_one(struct desk_fixture *desk)
{
	open_conference(desk);
	desk_keys(desk, "c");
	desk_type(desk, "Amelia Okonkwo");
	desk_keys(desk, "Tab Tab n Tab Tab Tab Tab Tab"); /* not heard */
	desk_type(desk, "Nobody asked me what I thought, and the school was asked twice.");
}

static void one_is_registered_from_its_conference(void **state)
{
	struct desk_fixture *desk = *state;

	register_one(desk);
	desk_golden(desk, "complaint-form-80x24.screen");
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "Saved: K-0001 is registered: the decision stands until it is");
	desk_shows(desk, "settled. Write the letter now?");
	desk_keys(desk, "n");
	desk_shows(desk, "Challenged: the decision stands until K-0001 is settled.");
	desk_golden(desk, "complaint-conference-80x24.screen");
	desk_keys(desk, "6");
	desk_shows(desk, "Challenged: the decision stands until K-0001 is settled.");
	assert_int_equal(count_of(desk, "SELECT count(*) FROM complaint WHERE ground = 'not_heard'"), 1);
}

/* Late is a sign on its line, not only a number in the title. */
static void a_late_one_is_marked(void **state)
{
	struct desk_fixture *desk = *state;

	register_one(desk);
	desk_keys(desk, "Ctrl-S n");
	desk_restart_on(desk, "2026-04-13", 24, 80);
	desk_keys(desk, "K");
	desk_shows(desk, "Complaints · 1 open, 1 late");
	desk_shows(desk, "> ! K-0001");
}

static void the_register_leads_to_each_step(void **state)
{
	struct desk_fixture *desk = *state;

	register_one(desk);
	desk_keys(desk, "Ctrl-S n K");
	desk_shows(desk, "Complaints · 1 open, 0 late");
	desk_shows(desk, "acknowledge by Fri 10 Apr");
	desk_golden(desk, "complaints-80x24.screen");
	desk_keys(desk, "Enter");
	desk_shows(desk, "Amelia Okonkwo, parent");
	desk_golden(desk, "complaint-80x24.screen");
	desk_keys(desk, "a Ctrl-S");
	desk_shows(desk, "Kept: Acknowledged.");
	desk_keys(desk, "a"); /* once only: not offered again */
	desk_shows(desk, "Complaint K-0001");
	desk_keys(desk, "r Ctrl-S");
	desk_shows(desk, "With whom: an answer is needed");
	desk_type(desk, "D. Walker, P. Rowe");
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "Kept: Raised with managers.");
	desk_keys(desk, "2");
	desk_shows(desk, "Raised with managers: D. Walker, P. Rowe");
	assert_int_equal(count_of(desk, "SELECT count(*) FROM complaint_step"), 3);
}

static void it_is_settled_with_an_answer(void **state)
{
	struct desk_fixture *desk = *state;

	register_one(desk);
	desk_keys(desk, "Ctrl-S n K Enter x");
	desk_golden(desk, "complaint-settle-80x24.screen");
	desk_keys(desk, "r"); /* the review is brought forward */
	desk_keys(desk, "Tab");
	desk_type(desk, "13 may");
	desk_keys(desk, "Tab Tab");
	desk_type(desk, "The review is held in May.");
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "Saved: settled, the review is brought forward.");
	desk_keys(desk, "n");
	desk_shows(desk, "Wed 13 May 2026");
	assert_int_equal(count_of(desk, "SELECT count(*) FROM deadline WHERE rule = 'review.first' AND state = 'open'"
					" AND due_on = '2026-05-13'"),
			 2);
	desk_keys(desk, "Esc");
	desk_shows(desk, "No complaint is open.");
	desk_keys(desk, "e");
	desk_shows(desk, "settled Wed 1 Apr");
}

static void one_that_comes_late_is_asked_why(void **state)
{
	struct desk_fixture *desk = *state;

	casework_fixture_number(desk->file, "UPDATE conference SET held_on = '2026-02-02' WHERE state = 'decided'");
	register_one(desk);
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "Taken late as");
	assert_int_equal(count_of(desk, "SELECT count(*) FROM complaint"), 0);
	desk_type(desk, "she was in hospital");
	desk_keys(desk, "Ctrl-S");
	assert_int_equal(count_of(desk, "SELECT count(*) FROM complaint WHERE late_reason <> ''"), 1);
}

static void todays_lane_leads_to_it(void **state)
{
	struct desk_fixture *desk = *state;

	register_one(desk);
	desk_keys(desk, "Ctrl-S n T 9 Tab Tab");
	desk_shows(desk, "acknowledgement");
	desk_keys(desk, "Enter");
	desk_shows(desk, "Complaint K-0001");
}

/* The letter is a key away, and goes where they asked for it. */
static void they_are_written_to_at_once(void **state)
{
	struct desk_fixture *desk = *state;

	open_conference(desk);
	desk_keys(desk, "c");
	desk_type(desk, "Amelia Okonkwo");
	desk_keys(desk, "Tab Tab n Tab Tab Tab");
	desk_type(desk, "amelia@example.org");
	desk_keys(desk, "Tab");
	desk_type(desk, "P. Rowe, advocate");
	desk_keys(desk, "Tab");
	desk_type(desk, "rowe@advocates.example.org");
	desk_keys(desk, "Tab");
	desk_type(desk, "Nobody asked me.");
	desk_keys(desk, "Ctrl-S y");
	desk_shows(desk, "Letters to send");
	desk_shows(desk, "Amelia Okonkwo");
	desk_shows(desk, "P. Rowe");
	assert_int_equal(count_of(desk, "SELECT count(*) FROM complaint WHERE write_to = 'amelia@example.org' AND"
					" advocate_to = 'rowe@advocates.example.org'"),
			 1);
	desk_keys(desk, "s y");
	assert_int_equal(count_of(desk, "SELECT count(*) FROM complaint WHERE acknowledged_on IS NOT NULL"), 1);
}

/* By its reference, and by the name of the family. */
static void the_palette_finds_it(void **state)
{
	static const char *const typed[] = {"K-0001", "k1", "okonkwo"};
	struct desk_fixture *desk = *state;

	register_one(desk);
	desk_keys(desk, "Ctrl-S n");
	for (size_t i = 0; i < sizeof typed / sizeof *typed; i++) {
		desk_keys(desk, ":");
		desk_type(desk, typed[i]);
		desk_shows(desk, "K-0001 Okonkwo");
		desk_shows(desk, "complaint: not heard · open");
		desk_keys(desk, "Esc");
	}
	desk_keys(desk, ":");
	desk_type(desk, "k-0001");
	desk_keys(desk, "Enter");
	desk_shows(desk, "Complaint K-0001");
}

/* Upheld by the chair, it is taken further; the decision is challenged again. */
static void what_was_upheld_goes_on(void **state)
{
	struct desk_fixture *desk = *state;

	register_one(desk);
	desk_keys(desk, "Ctrl-S n K Enter x t Tab Tab");
	desk_type(desk, "The conference heard her, and the school was asked once.");
	desk_keys(desk, "Ctrl-S n");
	desk_shows(desk, "a formal investigation: n");
	assert_int_equal(count_of(desk, "SELECT count(*) FROM conference WHERE state = 'challenged'"), 0);
	desk_keys(desk, "n Tab");
	desk_type(desk, "not content with the answer");
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "stage 2 of 3");
	assert_int_equal(count_of(desk, "SELECT count(*) FROM conference WHERE state = 'challenged'"), 1);
}

/* From the family's page: about its last that was held; one that waits has nothing to complain of. */
static void a_family_page_leads_to_it_too(void **state)
{
	struct desk_fixture *desk = *state;

	open_conference(desk);
	desk_keys(desk, "f c");
	desk_shows(desk, "Complaint about C-0006");
	desk_keys(desk, "Esc Esc :");
	desk_type(desk,
		  casework_fixture_text(desk->file, "SELECT f.reference FROM conference AS c JOIN family AS f"
						    " ON f.id = c.family_id WHERE c.state = 'requested' AND NOT EXISTS"
						    " (SELECT 1 FROM conference AS o WHERE o.family_id = f.id AND"
						    " o.state = 'decided')"));
	desk_keys(desk, "Enter c");
	desk_shows(desk, "none to complain of");
}

/* What was typed is there again, about a conference and about a step. */
static void drafts_are_taken_up(void **state)
{
	struct desk_fixture *desk = *state;

	register_one(desk);
	desk_keys(desk, "Tab");
	desk_restart(desk);
	desk_keys(desk, "D Enter");
	desk_shows(desk, "Nobody asked me");
	desk_keys(desk, "Ctrl-S n K Enter n");
	desk_keys(desk, "Tab");
	desk_type(desk, "not content with the answer");
	desk_keys(desk, "Tab");
	desk_restart(desk);
	desk_keys(desk, "D Enter");
	desk_shows(desk, "not content with the answer");
	desk_keys(desk, "Ctrl-S");
	assert_int_equal(count_of(desk, "SELECT stage FROM complaint"), 2);
}

#define COMPLAINT_TEST(name) cmocka_unit_test_setup_teardown(name, complaint_desk_setup, desk_fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		COMPLAINT_TEST(one_is_registered_from_its_conference),
		COMPLAINT_TEST(a_late_one_is_marked),
		COMPLAINT_TEST(the_register_leads_to_each_step),
		COMPLAINT_TEST(it_is_settled_with_an_answer),
		COMPLAINT_TEST(they_are_written_to_at_once),
		COMPLAINT_TEST(the_palette_finds_it),
		COMPLAINT_TEST(what_was_upheld_goes_on),
		COMPLAINT_TEST(one_that_comes_late_is_asked_why),
		COMPLAINT_TEST(todays_lane_leads_to_it),
		COMPLAINT_TEST(a_family_page_leads_to_it_too),
		COMPLAINT_TEST(drafts_are_taken_up),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
