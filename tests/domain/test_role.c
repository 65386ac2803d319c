/* The whole matrix of who may do what, written down a second time by hand: a changed cell must be changed here too. */
#include "domain/role.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* One letter a role in the order of ROLES: officer, chair, manager, out of hours, auditor, administrator.
 * y may, o may for conferences they chair, - may not. */
static const struct {
	enum action action;
	const char *cells;
} matrix[] = {
	{ACTION_SEE_CASES, "yyy---"},
	{ACTION_LOOK_UP_PLANS, "yyyy--"},
	{ACTION_RECORD_PEOPLE, "yyy---"},
	{ACTION_TAKE_REQUESTS, "yyy---"},
	{ACTION_BOOK, "yyy---"},
	{ACTION_INVITE, "yoy---"},
	{ACTION_RECORD_REPORTS, "yoy---"},
	{ACTION_CHAIR_CONFERENCE, "-o----"},
	{ACTION_DECIDE, "-o----"},
	{ACTION_WRITE_RECORD, "yo----"},
	{ACTION_APPROVE_RECORD, "-o----"},
	{ACTION_DISTRIBUTE_RECORD, "yo----"},
	{ACTION_KEEP_CORE_GROUPS, "y-y---"},
	{ACTION_WRITE_PLAN, "yyy---"},
	{ACTION_KEEP_DEADLINES, "yyy---"},
	{ACTION_WAIVE_DEADLINES, "--y---"},
	{ACTION_IMPORT, "y-----"},
	{ACTION_EXPORT, "yoy---"},
	{ACTION_KEEP_DIRECTORY, "yyy---"},
	{ACTION_RECORD_VISITS, "yyy---"},
	{ACTION_RECORD_DISCLOSURES, "yyy---"},
	{ACTION_HANDLE_COMPLAINTS, "yoy---"},
	{ACTION_END_PLANS, "yyy---"},
	{ACTION_DECIDE_ENDINGS, "--y---"},
	{ACTION_RESTRICT_FAMILIES, "--y---"},
	{ACTION_REVIEW_RETENTION, "y-y---"},
	{ACTION_HOLD_RECORDS, "--y---"},
	{ACTION_DISPOSE, "--y---"},
	{ACTION_READ_AUDIT, "----y-"},
	{ACTION_KEEP_USERS, "-----y"},
	{ACTION_BACK_UP, "-----y"},
	{ACTION_RESTORE, "-----y"},
	{ACTION_ANYTHING_OWN, "yyyyyy"},
};

_Static_assert(sizeof matrix / sizeof *matrix == ACTION_COUNT, "every action is tried");

static void every_cell_is_as_signed(void **state)
{
	(void)state;
	for (size_t i = 0; i < ACTION_COUNT; i++) {
		assert_int_equal(strlen(matrix[i].cells), ROLE_COUNT);
		assert_int_equal(matrix[i].action, i);
		for (int role = 0; role < ROLE_COUNT; role++) {
			char cell = "-oy"[role_permission((enum role)role, matrix[i].action)];
			if (cell != matrix[i].cells[role])
				fail_msg("%s, %s: %c", action_token(matrix[i].action), role_token((enum role)role),
					 cell);
		}
	}
}

static void several_roles_give_the_widest_right(void **state)
{
	(void)state;
	for (role_set roles = 0; roles < ROLE_BIT(ROLE_COUNT); roles++)
		for (size_t i = 0; i < ACTION_COUNT; i++) {
			bool any = false, all = false;

			for (int role = 0; role < ROLE_COUNT; role++)
				if (roles & ROLE_BIT(role)) {
					any = any || matrix[i].cells[role] != '-';
					all = all || matrix[i].cells[role] == 'y';
				}
			assert_int_equal(roles_permission(roles, matrix[i].action), all   ? ALLOWED
										    : any ? ALLOWED_OWN
											  : NOT_ALLOWED);
		}
}

/* Values from a damaged file must not open a door. */
static void what_is_not_in_the_table_may_nothing(void **state)
{
	(void)state;
	assert_int_equal(role_permission(ROLE_COUNT, ACTION_SEE_CASES), NOT_ALLOWED);
	assert_int_equal(role_permission((enum role) - 1, ACTION_ANYTHING_OWN), NOT_ALLOWED);
	assert_int_equal(role_permission(ROLE_CHAIR, ACTION_COUNT), NOT_ALLOWED);
	assert_int_equal(roles_permission(0, ACTION_ANYTHING_OWN), NOT_ALLOWED);
	assert_int_equal(roles_permission(ROLE_BIT(ROLE_COUNT) | ROLE_BIT(31), ACTION_SEE_CASES), NOT_ALLOWED);
	assert_string_equal(role_label(ROLE_COUNT), "");
	assert_string_equal(action_words(ACTION_COUNT), "");
}

static void tokens_find_their_rows_again(void **state)
{
	enum role role;

	(void)state;
	for (int i = 0; i < ROLE_COUNT; i++) {
		assert_true(role_from_token(role_token((enum role)i), &role) && (int)role == i);
		assert_true(role_from_token(role_brief((enum role)i), &role) && (int)role == i);
		assert_true(*role_label((enum role)i));
	}
	assert_true(role_from_token("Out-of-Hours", &role) && role == ROLE_OUT_OF_HOURS);
	assert_false(role_from_token("root", &role));
	assert_false(role_from_token("", &role));
	for (int i = 0; i < ACTION_COUNT; i++)
		assert_true(*action_token((enum action)i) && *action_words((enum action)i));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_cell_is_as_signed),
		cmocka_unit_test(several_roles_give_the_widest_right),
		cmocka_unit_test(what_is_not_in_the_table_may_nothing),
		cmocka_unit_test(tokens_find_their_rows_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
