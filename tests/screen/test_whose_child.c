/* Whose child is whose on the screen: one key an answer, at 80 and at 132 columns, and what the family's page says. */
#include "../casework/invite_steps.h"
#include "desk_fixture.h"

/* Ada and Chidi, their mother and two fathers. */
static int half_siblings_setup(void **state)
{
	struct desk_fixture *desk;
	int64_t family;

	if (desk_fixture_setup(state) != 0)
		return -1;
	desk = *state;
	family = family_of(desk->file, a_waiting_conference(desk->file, "Adeyemi", "2026-03-26"));
	an_adult(desk->file, family, "Amara", "Adeyemi", RELATIONSHIP_MOTHER, ANSWER_YES, "");
	an_adult(desk->file, family, "Kofi", "Mensah", RELATIONSHIP_FATHER, ANSWER_UNKNOWN, "");
	an_adult(desk->file, family, "Liam", "Byrne", RELATIONSHIP_FATHER, ANSWER_YES, "");
	return 0;
}

static void open_whose(struct desk_fixture *desk)
{
	desk_keys(desk, ":");
	desk_type(desk, casework_fixture_text(desk->file, "SELECT reference FROM family ORDER BY id DESC LIMIT 1"));
	desk_keys(desk, "Enter p");
}

static void a_family_is_divided_by_one_key_an_answer(void **state)
{
	struct desk_fixture *desk = *state;

	open_whose(desk);
	desk_golden(desk, "whose-child-nothing-80x24.screen");
	desk_keys(desk, "Down p Right n"); /* Kofi: Ada with responsibility, not Chidi */
	desk_golden(desk, "whose-child-80x24.screen");
	desk_keys(desk, "Esc Tab");
	desk_golden(desk, "whose-child-family-80x24.screen");
}

static void at_132_columns(void **state)
{
	struct desk_fixture *desk = *state;

	tui_headless_resize(desk->tui, 43, 132);
	open_whose(desk);
	desk_keys(desk, "Down p Right n Down y Left n");
	desk_golden(desk, "whose-child-132x43.screen");
}

int main(void)
{
#define WHOSE_TEST(name) cmocka_unit_test_setup_teardown(name, half_siblings_setup, desk_fixture_teardown)
	const struct CMUnitTest tests[] = {
		WHOSE_TEST(a_family_is_divided_by_one_key_an_answer),
		WHOSE_TEST(at_132_columns),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
