/* Back-ups through casework: who may, what the log says of them, and that a restored file knows it was restored. */
#include "anchor.h"
#include "casework/backup.h"
#include "casework/oversight.h"

#include "casework_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static const struct backup_opener words = {.passphrase = "four plain words here", .is_quick = true};

static const char *beside(struct casework_fixture *fixture, const char *name)
{
	return arena_printf(&fixture->mem, "%s/%s", fixture->folder, name);
}

static void must_back_up(struct casework_fixture *fixture, const char *name, struct backup_facts *facts)
{
	struct fault f = {0};

	if (!casework_backup(fixture->cw, beside(fixture, name), &words, &fixture->mem, facts, &f))
		fail_msg("%s [%s]", f.message, f.detail);
}

static struct restoring_order order_of(struct casework_fixture *fixture, const char *name)
{
	return (struct restoring_order){.path = beside(fixture, name),
					.with = &words,
					.opening = {.path = fixture->path,
						    .config_folder = fixture->config,
						    .today = date_from_iso(FIXTURE_TODAY)}};
}

static void leave(struct casework_fixture *fixture)
{
	casework_close(fixture->cw);
	fixture->cw = NULL;
}

static void remove_beside(struct casework_fixture *fixture, const char *path)
{
	if (*path)
		unlink(path);
	(void)fixture;
}

static void a_back_up_is_made_logged_and_sound(void **state)
{
	struct casework_fixture *fixture = *state;
	struct backup_facts made, found;
	struct fault f = {0};

	must_back_up(fixture, "night.backup", &made);
	assert_string_equal(made.authority, "Northgate Council");
	assert_int_equal(casework_fixture_audited(fixture, "backup.make"), 1);
	assert_string_equal(casework_fixture_text(fixture, "SELECT substr(detail, 1, 16) FROM audit WHERE action = "
							   "'backup.make'"),
			    "to night.backup,");
	assert_true(backup_look_through(beside(fixture, "night.backup"), &words, &fixture->mem, &found, &f));
	assert_string_equal(found.head, made.head);
	assert_int_equal(strlen(made.made_iso), 20);
	assert_true(found.rows > 0);
	remove_beside(fixture, beside(fixture, "night.backup"));
}

/* The whole table: whoever holds the role alone. */
static void only_administrators_make_and_restore(void **state)
{
	struct casework_fixture *fixture = *state;
	struct backup_facts facts;

	must_back_up(fixture, "first.backup", &facts);
	for (int role = 0; role < ROLE_COUNT; role++) {
		bool may = role == ROLE_ADMINISTRATOR;
		const char *login = role_token((enum role)role), *path = beside(fixture, login);
		struct restoring_order order = order_of(fixture, "first.backup");
		struct fault f = {0};
		struct restored done;

		casework_fixture_open_as(fixture, login, ROLE_BIT(role));
		assert_int_equal(casework_backup(fixture->cw, path, &words, &fixture->mem, &facts, &f), may);
		assert_int_equal(f.code, may ? FAULT_NONE : FAULT_NOT_ALLOWED);
		assert_int_equal(access(path, F_OK) == 0, may);
		remove_beside(fixture, path);
		leave(fixture);
		order.opening.user = login;
		f = (struct fault){0};
		assert_int_equal(casework_restore(&order, &fixture->mem, &done, &f), may);
		assert_int_equal(f.code, may ? FAULT_NONE : FAULT_NOT_ALLOWED);
		remove_beside(fixture, done.kept);
	}
	remove_beside(fixture, beside(fixture, "first.backup"));
}

static void what_is_not_fit_is_refused_with_nothing_made(void **state)
{
	static const struct {
		struct backup_opener with;
		const char *why;
	} rows[] = {
		{{.passphrase = "short words"}, "eleven letters"},
		{{.passphrase = "four plain words \xff here"}, "no text"},
		{{.public_key = "abcd"}, "no key"},
	};
	struct casework_fixture *fixture = *state;
	struct backup_facts facts;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct fault f = {0};

		if (casework_backup(fixture->cw, beside(fixture, "no.backup"), &rows[i].with, &fixture->mem, &facts,
				    &f))
			fail_msg("%s was taken", rows[i].why);
		assert_int_equal(f.code, FAULT_REFUSED);
		assert_int_not_equal(access(beside(fixture, "no.backup"), F_OK), 0);
	}
	assert_int_equal(casework_fixture_audited(fixture, "backup.make"), 0);
}

static void keys_come_in_pairs_for_their_owner_only(void **state)
{
	struct casework_fixture *fixture = *state;
	const char *public_path = beside(fixture, "key.public"), *secret_path = beside(fixture, "key.secret");
	struct fault f = {0};
	struct stat about;

	assert_true(backup_keys_make(beside(fixture, "key"), &fixture->mem, &f));
	assert_int_equal(stat(secret_path, &about), 0);
	assert_int_equal(about.st_mode & 0777, 0600);
	assert_false(backup_keys_make(beside(fixture, "key"), &fixture->mem, &f));
	assert_int_equal(f.code, FAULT_REFUSED);
	assert_int_equal(unlink(public_path), 0);
	assert_false(backup_keys_make(beside(fixture, "key"), &fixture->mem, &f)); /* the secret one is still there */
	assert_int_not_equal(access(public_path, F_OK), 0);
	unlink(secret_path);
}

static void a_restored_file_says_so_and_goes_on_from_its_back_up(void **state)
{
	struct casework_fixture *fixture = *state;
	struct restoring_order order = order_of(fixture, "night.backup");
	struct audit_check check;
	struct backup_facts facts;
	struct restored done;
	struct fault f = {0};

	must_back_up(fixture, "night.backup", &facts);
	assert_true(casework_user_add(fixture->cw, "daemon", NULL, ROLE_BIT(ROLE_CHAIR), &f));
	assert_false(casework_restore(&order, &fixture->mem, &done, &f)); /* it is open */
	assert_int_equal(f.code, FAULT_BUSY);
	leave(fixture);
	if (!casework_restore(&order, &fixture->mem, &done, &f))
		fail_msg("%s [%s]", f.message, f.detail);
	assert_true(done.audit_rows_old > facts.audit_rows);
	casework_fixture_reopen(fixture, FIXTURE_TODAY);
	assert_int_equal(casework_fixture_number(fixture, "SELECT count(*) FROM user_account WHERE login = 'daemon'"),
			 0);
	assert_int_equal(casework_fixture_audited(fixture, "backup.restore"), 1);
	assert_non_null(
		strstr(casework_fixture_text(fixture, "SELECT detail FROM audit WHERE action = 'backup.restore'"),
		       "from night.backup, a back-up of"));
	assert_true(casework_audit_check(fixture->cw, facts.head, &check, &f));
	assert_int_equal(check.finding, LOG_SOUND);
	unlink(done.kept);
	unlink(beside(fixture, "night.backup"));
}

/* The file that would say who may is gone: the back-up itself says it. */
static void where_the_file_is_gone_the_back_up_says_who_may(void **state)
{
	struct casework_fixture *fixture = *state;
	struct restoring_order order = order_of(fixture, "night.backup");
	struct backup_facts facts;
	struct restored done;
	struct fault f = {0};

	must_back_up(fixture, "night.backup", &facts);
	casework_fixture_number(fixture, "UPDATE user_account SET roles = 1");
	leave(fixture);
	assert_false(casework_restore(&order, &fixture->mem, &done, &f)); /* an officer now */
	assert_int_equal(f.code, FAULT_NOT_ALLOWED);
	unlink(fixture->path);
	f = (struct fault){0};
	if (!casework_restore(&order, &fixture->mem, &done, &f)) /* an administrator when it was made */
		fail_msg("%s [%s]", f.message, f.detail);
	assert_string_equal(done.kept, "");
	assert_int_equal(done.audit_rows_old, -1);
	unlink(fixture->path);
	unlink(beside(fixture, "night.backup"));
}

static void a_log_made_anew_shows_against_the_head_of_a_back_up(void **state)
{
	struct casework_fixture *fixture = *state;
	struct audit_check check;
	struct backup_facts facts;
	struct fault f = {0};
	char guard[500];

	must_back_up(fixture, "night.backup", &facts);
	assert_true(casework_audit_check(fixture->cw, facts.head, &check, &f));
	assert_true(check.is_sound);
	snprintf(guard, sizeof guard, "%s",
		 casework_fixture_text(fixture, "SELECT sql FROM sqlite_schema WHERE name = 'audit_is_never_deleted'"));
	casework_fixture_number(fixture, "DROP TRIGGER audit_is_never_deleted");
	casework_fixture_number(fixture, "DELETE FROM audit WHERE seq > 1");
	casework_fixture_number(fixture, "UPDATE sqlite_sequence SET seq = 1 WHERE name = 'audit'");
	assert_false(casework_audit_check(fixture->cw, NULL, &check, &f));
	assert_non_null(strstr(f.message, "the trigger \"audit_is_never_deleted\" is missing"));
	assert_int_equal(f.code, FAULT_CORRUPT);
	casework_fixture_number(fixture, guard);
	assert_true(casework_audit_check(fixture->cw, NULL, &check, &f));
	assert_true(check.is_sound); /* nobody can tell without a head */
	assert_true(casework_audit_check(fixture->cw, facts.head, &check, &f));
	assert_int_equal(check.finding, LOG_END_CUT);
	for (int i = 0; i < 5; i++)
		assert_true(casework_user_add(fixture->cw, "daemon", NULL, ROLE_BIT(ROLE_CHAIR), &f));
	snprintf(guard, sizeof guard, "%.*s", (int)strcspn(facts.head, "@"), facts.head); /* its moment was not kept */
	assert_true(casework_audit_check(fixture->cw, guard, &check, &f));
	assert_int_equal(check.finding, LOG_REWRITTEN);
	assert_false(casework_audit_check(fixture->cw, "no head", &check, &f));
	assert_int_equal(f.code, FAULT_USAGE);
	unlink(beside(fixture, "night.backup"));
}

/* What the machine logs names the authority's code, a number and a hash: nobody and no case. */
static void the_machine_is_told_a_head_and_nothing_else(void **state)
{
	struct casework_fixture *fixture = *state;
	struct audit_anchor anchor = {.row = 7};
	char line[ANCHOR_LINE_ROOM];

	anchor_line(fixture->cw, &anchor, line);
	assert_string_equal(line, "audit log of authority 201: head 7:"
				  "0000000000000000000000000000000000000000000000000000000000000000");
}

/* Counted by the frame of work: the first transaction of a day finds a newest row of another day. */
static void the_first_of_a_day_is_known(void **state)
{
	struct casework_fixture *fixture = *state;
	struct fault f = {0};

	assert_true(casework_user_add(fixture->cw, "daemon", NULL, ROLE_BIT(ROLE_CHAIR), &f));
	assert_false(fixture->cw->is_first_today); /* the file was founded today */
	casework_fixture_number(fixture, "DROP TRIGGER audit_is_never_changed");
	casework_fixture_number(fixture, "UPDATE audit SET at = at - 86400");
	casework_fixture_reopen(fixture, FIXTURE_TODAY);
	assert_true(casework_user_add(fixture->cw, "daemon", NULL, ROLE_BIT(ROLE_CHAIR), &f));
	assert_true(fixture->cw->is_first_today);
	casework_fixture_reopen(fixture, FIXTURE_TODAY);
	assert_true(casework_user_add(fixture->cw, "daemon", NULL, ROLE_BIT(ROLE_CHAIR), &f));
	assert_false(fixture->cw->is_first_today);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, casework_fixture_setup, casework_fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_back_up_is_made_logged_and_sound),
		TEST(only_administrators_make_and_restore),
		TEST(what_is_not_fit_is_refused_with_nothing_made),
		TEST(keys_come_in_pairs_for_their_owner_only),
		TEST(a_restored_file_says_so_and_goes_on_from_its_back_up),
		TEST(where_the_file_is_gone_the_back_up_says_who_may),
		TEST(a_log_made_anew_shows_against_the_head_of_a_back_up),
		TEST(the_machine_is_told_a_head_and_nothing_else),
		TEST(the_first_of_a_day_is_known),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
