/* The audit log on the screen: it is the auditor's first and only one, narrowed key by key. */
#include "desk_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void begin(struct desk_fixture *desk)
{
	struct fault f = {0};

	desk_restart_as(desk, "night", ROLE_BIT(ROLE_OUT_OF_HOURS));
	casework_may(desk->file->cw, ACTION_BOOK, &f);
	desk_restart_as(desk, "ifan", ROLE_BIT(ROLE_AUDITOR));
}

static void it_is_the_auditors_first_screen(void **state)
{
	struct desk_fixture *desk = *state;

	begin(desk);
	desk_shows(desk, "Audit log · everything");
	desk_shows_not(desk, "Okonkwo");
	desk_keys(desk, "C");
	desk_shows(desk, "C does nothing here");
	desk_keys(desk, "x");
	desk_shows(desk, "Audit log · Refused · 1 row, ");
	desk_shows(desk, "book, move, postpone");
	desk_keys(desk, "Enter");
	desk_shows(desk, "In the roles     out_of_hours");
	desk_shows(desk, "Account          night");
	desk_keys(desk, "Esc x");
	desk_shows(desk, "Audit log · everything");
}

static void it_is_narrowed_key_by_key(void **state)
{
	struct desk_fixture *desk = *state;

	begin(desk);
	desk_keys(desk, "w");
	desk_type(desk, "nigh");
	desk_keys(desk, "Enter");
	desk_shows(desk, "Audit log · by nigh");
	desk_shows(desk, "Signed in");
	desk_keys(desk, "e a");
	desk_type(desk, "FAM-0009");
	desk_keys(desk, "Enter");
	desk_shows(desk, "Nothing has the reference");
	desk_keys(desk, "Esc a");
	desk_type(desk, "FAM-0001");
	desk_keys(desk, "Enter");
	desk_shows(desk, "Audit log · about FAM-0001");
	desk_shows_not(desk, "Okonkwo");
	desk_keys(desk, "e d");
	desk_type(desk, "1 jan 2020 to 2 jan 2020");
	desk_keys(desk, "Enter");
	desk_shows(desk, "Nothing in the log is so. e shows everything.");
	desk_keys(desk, "e c");
	desk_shows(desk, "Which kind of act?");
	desk_shows(desk, "Broke glass  a restricted record was opened");
}

static void an_officer_has_no_way_to_it(void **state)
{
	struct desk_fixture *desk = *state;

	desk_keys(desk, ":");
	desk_type(desk, "audit");
	desk_shows_not(desk, "Audit log"); /* not offered, so that it need not be refused */
	desk_keys(desk, "Enter Esc");
	desk_shows(desk, "Today");
}

/* The rows of a morning, as they were written but for what is another at each run: who runs the tests, when, and where.
 */
static void a_morning_in_the_log(struct desk_fixture *desk)
{
	static const char *const steps[] = {
		"DROP TRIGGER audit_is_never_changed",
		"UPDATE audit SET at = 1775034000 + seq * 60, uid = 1001, terminal = 'pts/3', address = '10.1.2.3', "
		"session = '1775034000-4711', program = 'quorate'",
		"UPDATE audit SET login = CASE substr(login, 1, 4) WHEN 'nigh' THEN 'night' WHEN 'ifan' THEN 'ifan' "
		"WHEN "
		"'smos' THEN 'smoss' ELSE 'dwebb' END",
	};

	desk_restart_as(desk, "smoss", ROLE_BIT(ROLE_BUSINESS_SUPPORT));
	desk_keys(desk, ":");
	desk_type(desk, "okonk");
	desk_keys(desk, "Enter Esc c");
	begin(desk);
	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
		casework_fixture_number(desk->file, steps[i]);
	desk_keys(desk, "r");
}

static void goldens_of(struct desk_fixture *desk, const char *name)
{
	char file[80];

	tui_headless_resize(desk->tui, 24, 80);
	snprintf(file, sizeof file, "audit%s-80x24.screen", name);
	desk_golden(desk, file);
	tui_headless_resize(desk->tui, 43, 132);
	snprintf(file, sizeof file, "audit%s-132x43.screen", name);
	desk_golden(desk, file);
}

static void it_reads_at_both_sizes(void **state)
{
	struct desk_fixture *desk = *state;

	a_morning_in_the_log(desk);
	goldens_of(desk, "");
	desk_keys(desk, "x");
	goldens_of(desk, "-refused");
	desk_keys(desk, "e a");
	desk_type(desk, "FAM-0001");
	desk_keys(desk, "Enter w");
	desk_type(desk, "smoss");
	desk_keys(desk, "Enter");
	goldens_of(desk, "-about");
	desk_keys(desk, "Enter");
	goldens_of(desk, "-row");
}

#define DESK_TEST(test) cmocka_unit_test_setup_teardown(test, desk_fixture_setup, desk_fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		DESK_TEST(it_is_the_auditors_first_screen),
		DESK_TEST(it_is_narrowed_key_by_key),
		DESK_TEST(an_officer_has_no_way_to_it),
		DESK_TEST(it_reads_at_both_sizes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
