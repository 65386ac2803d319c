/* What was shared outside, at the desk: the register, writing a row down, and putting one right. */
#include "timeline_desk.h"

static int64_t count_of(const struct desk_fixture *desk, const char *sql)
{
	return casework_fixture_number(desk->file, sql);
}

static void to_the_register(struct desk_fixture *desk)
{
	to_the_family(desk);
	desk_keys(desk, "I");
	desk_shows(desk, "Shared outside · ");
}

static void write_one(struct desk_fixture *desk)
{
	to_the_register(desk);
	desk_keys(desk, "a Ctrl-U");
	desk_type(desk, "20 4");
	desk_keys(desk, "Tab");
	desk_type(desk, "Northgate Housing");
	desk_keys(desk, "Tab");
	desk_type(desk, "Siân Pritchard");
	desk_keys(desk, "Tab Space Tab Tab Tab");
	desk_type(desk, "That the family needs a third bedroom by June.");
	desk_keys(desk, "Tab");
	desk_type(desk, "To be moved up the list for housing.");
	desk_keys(desk, "Tab Tab");
	desk_type(desk, "Amelia Okonkwo");
}

static void a_row_is_written_down(void **state)
{
	struct desk_fixture *desk = *state;

	write_one(desk);
	desk_golden(desk, "share-form-80x24.screen");
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "Written down. It is kept for good.");
	desk_golden(desk, "shared-80x24.screen");
	assert_int_equal(count_of(desk, "SELECT count(*) FROM disclosure"), 1);
	start_on(desk, "2026-04-22", 43, 132);
	to_the_register(desk);
	desk_golden(desk, "shared-132x43.screen");
}

static void what_is_missing_is_asked(void **state)
{
	struct desk_fixture *desk = *state;

	to_the_register(desk);
	desk_shows(desk, "Nothing was shared outside");
	desk_keys(desk, "e");
	desk_shows(desk, "Choose a line that was written down");
	desk_keys(desk, "a Ctrl-S");
	desk_shows(desk, "What: an answer is needed");
	desk_type(desk, "That the family moved.");
	desk_keys(desk, "Tab");
	desk_type(desk, "To find the school.");
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "Permitted or decided: an answer is needed");
	desk_type(desk, "Amelia Okonkwo");
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "Say with whom it was shared");
	desk_type(desk, "Northgate Housing");
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "Say which child it was about.");
	assert_int_equal(count_of(desk, "SELECT count(*) FROM disclosure"), 0);
	desk_keys(desk, "Space Home");
	for (int i = 0; i < 3; i++) /* up to the day */
		desk_keys(desk, "BackTab");
	desk_keys(desk, "Ctrl-U");
	desk_type(desk, "1 5 2026");
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "Date it was shared must be in the past or today");
	desk_keys(desk, "Ctrl-U t Ctrl-S");
	assert_int_equal(count_of(desk, "SELECT count(*) FROM disclosure"), 1);
}

static void a_row_is_put_right_and_struck_out(void **state)
{
	struct desk_fixture *desk = *state;

	write_one(desk);
	desk_keys(desk, "Ctrl-S Enter");
	desk_golden(desk, "shared-read-80x24.screen");
	desk_keys(desk, "Esc e Tab Ctrl-U");
	desk_type(desk, "Southgate Housing");
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "Why corrected: an answer is needed");
	desk_type(desk, "the wrong landlord");
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "Corrected: both rows are kept.");
	desk_golden(desk, "shared-corrected-80x24.screen");
	assert_int_equal(count_of(desk, "SELECT count(*) FROM disclosure WHERE agency = 'Southgate Housing'"), 1);
	desk_keys(desk, "Home e Ctrl-S");
	desk_type(desk, "nothing was told them");
	desk_keys(desk, "BackTab Space");
	desk_golden(desk, "share-struck-80x24.screen");
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "Corrected: both rows are kept.");
	desk_shows(desk, "(struck out)");
	assert_int_equal(count_of(desk, "SELECT count(*) FROM disclosure WHERE is_struck"), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		COURSE_TEST(a_row_is_written_down),
		COURSE_TEST(what_is_missing_is_asked),
		COURSE_TEST(a_row_is_put_right_and_struck_out),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
