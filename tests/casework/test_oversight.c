/* Who may work in the file is kept by its administrators, of whom one always stays; the audit log tells when it was
 * changed. */
#include "casework/oversight.h"

#include "casework_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const struct user *find(struct casework_fixture *fixture, const char *login, struct user_list *users)
{
	struct fault f = {0};

	if (!casework_users(fixture->cw, &fixture->mem, users, &f))
		fail_msg("%s", f.message);
	for (size_t i = 0; i < users->count; i++)
		if (strcmp(users->items[i].login, login) == 0)
			return &users->items[i];
	return NULL;
}

/* `daemon` is an account of every Unix machine. */
static void a_user_is_added_changed_disabled_and_enabled(void **state)
{
	struct casework_fixture *fixture = *state;
	struct casework *cw = fixture->cw;
	struct user_list users;
	const struct user *user;
	struct fault f = {0};

	assert_true(casework_user_add(cw, "daemon", "  Yusuf   Ọ̀ṣúndé ", ROLE_BIT(ROLE_CHAIR), &f));
	user = find(fixture, "daemon", &users);
	assert_non_null(user);
	assert_string_equal(user->name, "Yusuf Ọ̀ṣúndé");
	assert_int_equal(user->roles, ROLE_BIT(ROLE_CHAIR));

	assert_true(casework_user_disable(cw, "daemon", &f));
	assert_false(find(fixture, "daemon", &users)->is_active);

	assert_true(casework_user_add(cw, "daemon", NULL, ROLE_BIT(ROLE_MANAGER), &f));
	user = find(fixture, "daemon", &users);
	assert_true(user->is_active);
	assert_int_equal(user->roles, ROLE_BIT(ROLE_MANAGER));
	assert_string_equal(user->name, "Yusuf Ọ̀ṣúndé");
	assert_int_equal(casework_fixture_audited(fixture, "user.add"), 2);
	assert_int_equal(casework_fixture_audited(fixture, "user.disable"), 1);
}

static void what_is_wrong_is_refused_and_nothing_is_written(void **state)
{
	static const struct {
		const char *login, *name;
		role_set roles;
		enum fault_code code;
		const char *why;
	} rows[] = {
		{"daemon", NULL, 0, FAULT_REFUSED, "no role"},
		{"", NULL, ROLE_BIT(ROLE_CHAIR), FAULT_REFUSED, "no name"},
		{"dae\033mon", NULL, ROLE_BIT(ROLE_CHAIR), FAULT_REFUSED, "an account a terminal would obey"},
		{"no-such-account-here", NULL, ROLE_BIT(ROLE_CHAIR), FAULT_REFUSED, "no account of this machine"},
		{"daemon", "Siân\033[2J", ROLE_BIT(ROLE_CHAIR), FAULT_REFUSED, "a name a terminal would obey"},
	};
	struct casework_fixture *fixture = *state;
	int64_t before = casework_fixture_number(fixture, "SELECT count(*) FROM user_account");

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct fault f = {0};

		if (casework_user_add(fixture->cw, rows[i].login, rows[i].name, rows[i].roles, &f))
			fail_msg("%s was taken", rows[i].why);
		assert_int_equal(f.code, rows[i].code);
	}
	assert_int_equal(casework_fixture_number(fixture, "SELECT count(*) FROM user_account"), before);
	assert_int_equal(casework_fixture_audited(fixture, "user.add"), 0);
}

static void the_last_administrator_stays(void **state)
{
	struct casework_fixture *fixture = *state;
	const char *own = casework_user_login(fixture->cw);
	struct fault f = {0};

	assert_false(casework_user_disable(fixture->cw, own, &f));
	assert_int_equal(f.code, FAULT_REFUSED);
	assert_false(casework_user_add(fixture->cw, own, NULL, ROLE_BIT(ROLE_CHAIR), &f));
	assert_int_equal(f.code, FAULT_REFUSED);

	assert_true(casework_user_add(fixture->cw, "daemon", NULL, ROLE_BIT(ROLE_ADMINISTRATOR), &f));
	assert_true(casework_user_disable(fixture->cw, own, &f));
}

static void an_officer_keeps_no_users(void **state)
{
	struct casework_fixture *fixture = *state;
	struct user_list users;
	struct fault f = {0};

	casework_fixture_open_as(fixture, "officer", ROLE_BIT(ROLE_BUSINESS_SUPPORT));
	assert_false(casework_users(fixture->cw, &fixture->mem, &users, &f));
	assert_int_equal(f.code, FAULT_NOT_ALLOWED);
	assert_false(casework_user_add(fixture->cw, "daemon", NULL, ROLE_BIT(ROLE_CHAIR), &f));
	assert_int_equal(f.code, FAULT_NOT_ALLOWED);
	assert_false(casework_user_disable(fixture->cw, "officer", &f));
	assert_int_equal(f.code, FAULT_NOT_ALLOWED);
}

static void a_chair_does_not_check_the_log_and_an_auditor_does(void **state)
{
	struct casework_fixture *fixture = *state;
	struct audit_check check;
	struct fault f = {0};

	casework_fixture_open_as(fixture, "chair", ROLE_BIT(ROLE_CHAIR));
	assert_false(casework_audit_check(fixture->cw, NULL, &check, &f));
	assert_int_equal(f.code, FAULT_NOT_ALLOWED);
	casework_fixture_open_as(fixture, "auditor", ROLE_BIT(ROLE_AUDITOR));
	assert_true(casework_audit_check(fixture->cw, NULL, &check, &f));
	assert_true(check.is_sound);
	assert_true(check.rows > 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_user_is_added_changed_disabled_and_enabled, casework_fixture_setup,
						casework_fixture_teardown),
		cmocka_unit_test_setup_teardown(what_is_wrong_is_refused_and_nothing_is_written, casework_fixture_setup,
						casework_fixture_teardown),
		cmocka_unit_test_setup_teardown(the_last_administrator_stays, casework_fixture_setup,
						casework_fixture_teardown),
		cmocka_unit_test_setup_teardown(an_officer_keeps_no_users, casework_fixture_setup,
						casework_fixture_teardown),
		cmocka_unit_test_setup_teardown(a_chair_does_not_check_the_log_and_an_auditor_does,
						casework_fixture_setup, casework_fixture_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
