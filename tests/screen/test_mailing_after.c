/* The letters of the day after on the screen: what was decided, sent in one key after one question. */
#include "record_desk.h"

static void open_letters(struct desk_fixture *desk)
{
	number(desk->file, "UPDATE invitee SET method = 'in_person' WHERE person_id IS NOT NULL");
	desk_keys(desk, ":");
	desk_type(desk, casework_fixture_text(desk->file, "SELECT reference FROM conference WHERE id = (SELECT"
							  " min(conference_id) FROM live_state)"));
	desk_keys(desk, "Enter i");
}

static void decisions_go_out_in_one_key(void **state)
{
	struct desk_fixture *desk = *state;

	open_letters(desk);
	desk_golden(desk, "mailing-decisions-80x24.screen");
	desk_keys(desk, "Enter");
	desk_shows(desk, "child protection");
	desk_keys(desk, "Esc s y");
	assert_int_equal(number(desk->file, "SELECT count(*) FROM letter WHERE template LIKE 'decision-%%'"), 5);
	assert_int_equal(number(desk->file, "SELECT count(*) FROM letter"), 5);
	desk_shows(desk, "Decisions 0");
	desk_shows(desk, "Everybody was told what was decided.");
}

static void the_record_waits_for_its_chair(void **state)
{
	struct desk_fixture *desk = *state;

	open_letters(desk);
	desk_keys(desk, "5");
	desk_shows(desk, "its chair approves it first");
	desk_keys(desk, "4");
	desk_shows(desk, "outline plan");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		RECORD_TEST(decisions_go_out_in_one_key),
		RECORD_TEST(the_record_waits_for_its_chair),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
