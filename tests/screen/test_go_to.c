/* The palette offers each role the places that it may open, all of them, and no other. */
#include "desk_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static const role_set cases = ROLE_BIT(ROLE_BUSINESS_SUPPORT) | ROLE_BIT(ROLE_CHAIR) | ROLE_BIT(ROLE_MANAGER),
		      auditor = ROLE_BIT(ROLE_AUDITOR), manager = ROLE_BIT(ROLE_MANAGER),
		      keeper = ROLE_BIT(ROLE_BUSINESS_SUPPORT) | ROLE_BIT(ROLE_MANAGER);

static const struct {
	const char *words;
	role_set roles; /* whose it is */
} places[] = {
	{"Today", cases},
	{"Clock", cases},
	{"Diary", cases},
	{"Add request", cases},
	{"Drafts", cases},
	{"Outbox", cases},
	{"Reports of the week", cases},
	{"Chase reports", cases},
	{"My day", cases},
	{"List of children on plans", cases},
	{"Complaints", cases},
	{"Escalations", cases},
	{"Core groups", cases},
	{"Reviews to come", cases},
	{"Moves and endings", cases},
	{"Family moves here", cases},
	{"Overdue actions", cases},
	{"Break the glass", cases},
	{"Restricted records", manager},
	{"Records to go", keeper},
	{"Disposals", keeper},
	{"Audit log", auditor},
	{"Directory", cases},
	{"Blank the screen", cases},
	{"Lock the screen", cases},
	{"Help", cases},
	{"Quit", cases},
};

static int64_t refusals(struct desk_fixture *desk)
{
	return casework_fixture_number(desk->file, "SELECT count(*) FROM audit WHERE kind = 'refusal'");
}

static bool is_offered(struct desk_fixture *desk, const char *words)
{
	char row[100];

	desk_keys(desk, ":");
	desk_type(desk, words);
	snprintf(row, sizeof row, "> %s ", words);
	return strstr(desk_screen(desk), row) != NULL;
}

/* What is offered opens, and nobody is told afterwards that it is not for them. */
static void each_role_is_offered_what_it_may_open(void **state)
{
	/* Who has one screen alone has no palette; an auditor does who is something else too. */
	static const struct {
		const char *login;
		role_set roles;
	} who[] = {
		{"officer", ROLE_BIT(ROLE_BUSINESS_SUPPORT)},
		{"chair", ROLE_BIT(ROLE_CHAIR)},
		{"manager", ROLE_BIT(ROLE_MANAGER)},
		{"auditing", ROLE_BIT(ROLE_CHAIR) | ROLE_BIT(ROLE_AUDITOR)},
	};
	struct desk_fixture *desk = *state;

	for (size_t r = 0; r < sizeof who / sizeof *who; r++) {
		desk_restart_as(desk, who[r].login, who[r].roles);
		for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
			bool is_theirs = (places[i].roles & who[r].roles) != 0, opens = places[i].words[0] != 'Q';
			int64_t before = refusals(desk);

			if (is_offered(desk, places[i].words) != is_theirs)
				fail_msg("%s of %s is %soffered\n%s", places[i].words, who[r].login,
					 is_theirs ? "not " : "", desk_screen(desk));
			desk_keys(desk, is_theirs && opens ? "Enter" : "Esc");
			if (refusals(desk) != before)
				fail_msg("%s of %s was refused\n%s", places[i].words, who[r].login, desk_screen(desk));
			desk_start_over(desk);
		}
	}
}

/* Whoever types a name, reads who that is and goes away again has looked. */
static void a_name_that_is_only_looked_at_is_logged(void **state)
{
	static const char searches[] = "SELECT count(*) FROM audit WHERE action = 'find'";
	struct desk_fixture *desk = *state;

	desk_keys(desk, ":");
	desk_type(desk, "osunde");
	desk_shows(desk, "found");
	assert_int_equal(casework_fixture_number(desk->file, searches), 0);
	desk_keys(desk, "Esc");
	tui_headless_turn(desk->tui);
	assert_int_equal(casework_fixture_number(desk->file, searches), 1);
	assert_string_equal(
		casework_fixture_text(desk->file, "SELECT substr(detail, 1, 9) FROM audit WHERE action = 'find'"),
		"\"osunde\":");
	desk_keys(desk, ":");
	desk_type(desk, "osun");
	desk_keys(desk, "Esc");
	desk_restart(desk); /* the program is left at once */
	assert_int_equal(casework_fixture_number(desk->file, searches), 2);
	desk_keys(desk, "a"); /* the family of a request */
	desk_type(desk, "osu");
	tui_headless_turn(desk->tui);
	assert_int_equal(casework_fixture_number(desk->file, searches), 3);
	desk_start_over(desk);
	desk_keys(desk, ":");
	desk_type(desk, "diary");
	desk_keys(desk, "Enter");
	tui_headless_turn(desk->tui);
	assert_int_equal(casework_fixture_number(desk->file, searches), 3); /* a command is no search */
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(each_role_is_offered_what_it_may_open, desk_fixture_setup,
						desk_fixture_teardown),
		cmocka_unit_test_setup_teardown(a_name_that_is_only_looked_at_is_logged, desk_fixture_setup,
						desk_fixture_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
