/* A restricted family on the screen: restricted from its page, its glass broken, acknowledged, and taken away. */
#include "../casework/booking_steps.h"
#include "desk_fixture.h"

static const role_set manager = ROLE_BIT(ROLE_MANAGER), officer = ROLE_BIT(ROLE_BUSINESS_SUPPORT);

/* The manager restricts it to the manager alone. */
static void restrict_one(struct desk_fixture *desk)
{
	desk_restart_as(desk, "boss", manager);
	desk_keys(desk, ":");
	desk_type(desk, "FAM-0001");
	desk_keys(desk, "Enter s");
	desk_keys(desk, "Tab");
	desk_type(desk, "1 jul");
	desk_keys(desk, "Tab");
	desk_type(desk, "A colleague lives next door.");
}

static void a_manager_restricts_a_family_from_its_page(void **state)
{
	struct desk_fixture *desk = *state;

	restrict_one(desk);
	desk_golden(desk, "restriction-form-80x24.screen");
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "Restricted: named staff only.");
	desk_shows(desk, "Restricted: named staff only (boss)");
	desk_restart_as(desk, "other", officer);
	desk_shows_not(desk, "Okonkwo");
	desk_keys(desk, ":");
	desk_type(desk, "fam-0001");
	desk_shows_not(desk, "Okonkwo");
	desk_keys(desk, "Enter");
	desk_shows(desk, "FAM-0001 is restricted: ask boss. If it cannot wait, break the glass.");
	assert_int_equal(
		number(desk->file, "SELECT count(*) FROM audit WHERE action = 'refused' AND login LIKE 'other%%'"), 1);
	desk_keys(desk, "s");
	desk_shows_not(desk, "break the glass");
	desk_keys(desk, "Enter");
	desk_shows(desk, "Nothing is found for");
}

/* Who is booked is asked about, by name; no leaves the form as it was typed. */
static void whoever_is_booked_is_not_shut_out_by_accident(void **state)
{
	struct desk_fixture *desk = *state;

	number(desk->file,
	       "UPDATE conference SET family_id = 1, state = 'scheduled', held_on = '2026-04-20', starts = 600, "
	       "minutes = "
	       "90, chair_id = (SELECT id FROM resource WHERE login = 'frahman') WHERE reference = 'C-0004'");
	restrict_one(desk);
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "Farida Rahman (frahman), chair of C-0004");
	desk_keys(desk, "n");
	desk_shows(desk, "A colleague lives next door.");
	assert_int_equal(number(desk->file, "SELECT count(*) FROM restriction"), 0);
	desk_keys(desk, "Ctrl-S y");
	desk_shows(desk, "Restricted: named staff only.");
}

static void the_glass_opens_it_and_a_manager_acknowledges(void **state)
{
	struct desk_fixture *desk = *state;

	restrict_one(desk);
	desk_keys(desk, "Ctrl-S");
	desk_restart_as(desk, "other", officer);
	desk_keys(desk, ":");
	desk_type(desk, "break");
	desk_keys(desk, "Enter");
	desk_type(desk, "fam-0001");
	desk_keys(desk, "Tab");
	desk_type(desk, "urgent");
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "at least 20 letters");
	desk_keys(desk, "End");
	desk_type(desk, ": the ward rings, she is in labour");
	desk_golden(desk, "glass-form-80x24.screen");
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "Okonkwo");
	desk_shows(desk, "Glass broken until ");
	desk_shows(desk, ": FAM-0001  ");
	tui_headless_resize(desk->tui, 20, 60);
	desk_shows(desk, ": FAM-0001 ");
	tui_headless_resize(desk->tui, 24, 80);
	/* closed to them meanwhile: the page does not stay on the screen */
	number(desk->file, "INSERT INTO access_event (kind, family_id, user_id, words, at, seen_at, seen_note) SELECT "
			   "'relative', family_id, user_id, 'told by a colleague', at, at, 'spoken with them' FROM "
			   "access_event");
	tui_headless_turn(desk->tui);
	desk_shows_not(desk, "Okonkwo");
	desk_restart_as(desk, "boss", manager);
	desk_shows(desk, "1 to acknowledge of restricted records");
	desk_keys(desk, ":");
	desk_type(desk, "restricted");
	desk_keys(desk, "Enter");
	desk_shows(desk, "Restricted records · 1 to acknowledge, 1 restricted");
	desk_shows(desk, "FAM-0001   broke the glass  other");
	desk_shows(desk, "FAM-0001   restricted       boss               named: boss");
	desk_keys(desk, "a");
	desk_type(desk, "rung the ward, it was right");
	tui_headless_turn(desk->tui); /* the line may break now */
	assert_int_equal(number(desk->file, "SELECT count(*) FROM draft WHERE family_id > 0"), 1);
	desk_keys(desk, "Enter");
	assert_int_equal(number(desk->file, "SELECT count(*) FROM draft"), 0);
	desk_shows(desk, "Restricted records · 0 to acknowledge, 1 restricted");
}

static void whoever_knows_the_family_sees_it_no_more(void **state)
{
	struct desk_fixture *desk = *state;

	desk_restart_as(desk, "other", officer);
	desk_keys(desk, ":");
	desk_type(desk, "FAM-0001");
	desk_keys(desk, "Enter");
	desk_shows(desk, "Okonkwo");
	desk_keys(desk, "k");
	desk_type(desk, "my sister's children");
	desk_keys(desk, "Enter");
	desk_shows(desk, "closed to you now");
	desk_shows_not(desk, "Okonkwo");
	desk_keys(desk, ":");
	desk_type(desk, "FAM-0001");
	desk_keys(desk, "Enter");
	desk_shows(desk, "FAM-0001 is kept from whoever knows the family: ask ");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, desk_fixture_setup, desk_fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_manager_restricts_a_family_from_its_page),
		TEST(whoever_is_booked_is_not_shut_out_by_accident),
		TEST(the_glass_opens_it_and_a_manager_acknowledges),
		TEST(whoever_knows_the_family_sees_it_no_more),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
