/* Brief, by hand: what it shows on two screens, and what is gone when the family may look. */
#include "brief_desk.h"

static void the_brief_reads_well_on_two_screens(void **state)
{
	desk_keys(*state, "Y Enter");
	desk_golden(*state, "brief-80x24.screen");
	desk_keys(*state, "End");
	desk_golden(*state, "brief-end-80x24.screen");
}

static const char *const for_professionals[] = {
	"Risks", "Tommy Doran, father excluded", "kept from", "injury to a baby", "Police (", "*"};

static void nothing_for_professionals_is_left_when_it_is_hidden(void **state)
{
	struct desk_fixture *desk = *state;

	desk_keys(desk, "Y Enter");
	desk_shows(desk, "Professionals only · Brief · Loveridge ×2");
	desk_shows(desk, "Risks");
	desk_keys(desk, "x");
	desk_shows(desk, "Family may look · Brief · Loveridge ×2");
	for (int screen = 0; screen < 2; screen++, desk_keys(desk, "End"))
		for (size_t i = 0; i < sizeof for_professionals / sizeof *for_professionals; i++)
			desk_shows_not(desk, for_professionals[i]);
	desk_keys(desk, "x Home");
	desk_shows(desk, "Professionals only · Brief");
	desk_shows(desk, "Risks");
}

/* A screen that was made safe for the room stays so, whatever is opened next. */
static void what_is_hidden_stays_hidden_in_the_next_brief(void **state)
{
	struct desk_fixture *desk = *state;

	desk_keys(desk, "Y Enter x n");
	desk_shows(desk, "Family may look · Brief · Hussain ×2");
	desk_keys(desk, "n");
	desk_shows(desk, "This is the last conference");
	desk_keys(desk, "Esc Up Enter");
	desk_shows(desk, "Family may look · Brief");
	desk_keys(desk, "p");
	desk_shows(desk, "first conference");
	desk_keys(desk, "F5");
	desk_shows(desk, "Family may look");
	desk_keys(desk, "x n");
	desk_shows(desk, "Professionals only · Brief · Hussain ×2");
}

static void signs_are_said_in_words(void **state)
{
	struct desk_fixture *desk = *state;

	desk_keys(desk, "Y Enter /");
	desk_type(desk, "excluded");
	desk_keys(desk, "Enter");
	desk_shows(desk, "* for professionals only · ! to be settled or known: x hides it.");
}

static void the_conference_is_a_key_away(void **state)
{
	struct desk_fixture *desk = *state;

	desk_keys(desk, "Y Enter o");
	desk_shows(desk, "[Page] Family");
	desk_keys(desk, "Esc");
	desk_shows(desk, "Professionals only · Brief");
	desk_keys(desk, "Esc o");
	desk_shows(desk, "[Page] Family");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		BRIEF_TEST(the_brief_reads_well_on_two_screens),
		BRIEF_TEST(nothing_for_professionals_is_left_when_it_is_hidden),
		BRIEF_TEST(what_is_hidden_stays_hidden_in_the_next_brief),
		BRIEF_TEST(signs_are_said_in_words),
		BRIEF_TEST(the_conference_is_a_key_away),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
