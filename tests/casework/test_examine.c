/* What doctor is told: every label, no worry about a sound file, and a worry about one that was tampered with. */
#include "casework/backup.h"
#include "intake_rows.h"

#include <grp.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

static const struct finding *labelled(const struct finding_list *list, const char *label)
{
	for (size_t i = 0; i < list->count; i++)
		if (strcmp(list->items[i].label, label) == 0)
			return &list->items[i];
	fail_msg("nothing is said of the %s", label);
	return NULL;
}

static const struct finding *examined(struct casework_fixture *fixture, const char *label)
{
	struct finding_list list;
	struct fault f = {0};

	assert_done(casework_examine(fixture->cw, &fixture->mem, &list, &f), &f);
	return labelled(&list, label);
}

static void test_a_sound_file(void **state)
{
	static const char *const labels[] = {"program",
					     "authority",
					     "policy",
					     "settings read",
					     "bank holidays known until",
					     "to book with",
					     "office in letters",
					     "SQLite",
					     "journal mode",
					     "file system",
					     "size",
					     "one save takes",
					     "disk space left",
					     "form of the file",
					     "soundness",
					     "references",
					     "audit log",
					     "disk encryption",
					     "permissions",
					     "last back-up",
					     "copies",
					     "clock",
					     "mail queue",
					     "deadlines"};
	struct casework_fixture *fixture = *state;
	struct finding_list list;
	struct fault f = {0};

	assert_done(casework_examine(fixture->cw, &fixture->mem, &list, &f), &f);
	for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
		assert_true(*labelled(&list, labels[i])->value);
	assert_false(labelled(&list, "soundness")->is_worry);
	assert_false(labelled(&list, "references")->is_worry);
	assert_false(labelled(&list, "audit log")->is_worry);
	assert_non_null(strstr(labelled(&list, "audit log")->value, "unbroken"));
}

static void test_a_changed_audit_row_is_a_worry(void **state)
{
	struct casework_fixture *fixture = *state;
	struct finding_list list;
	struct fault f = {0};

	casework_fixture_number(fixture, "DROP TRIGGER audit_is_never_changed");
	casework_fixture_number(fixture, "UPDATE audit SET detail = 'nothing happened' WHERE seq = 2");
	assert_done(casework_examine(fixture->cw, &fixture->mem, &list, &f), &f);
	assert_true(labelled(&list, "audit log")->is_worry);
	assert_non_null(strstr(labelled(&list, "audit log")->value, "row 2 was changed"));
}

static void test_bank_holidays_that_run_out_are_a_worry(void **state)
{
	struct casework_fixture *fixture = *state;
	struct finding_list list;
	struct fault f = {0};

	casework_fixture_reopen(fixture, "2099-06-01");
	assert_done(casework_examine(fixture->cw, &fixture->mem, &list, &f), &f);
	assert_true(labelled(&list, "bank holidays known until")->is_worry);
}

/* As on the first day of a new file, before anybody named who chairs and where. */
static void test_nobody_and_nothing_to_book_with_is_a_worry(void **state)
{
	struct casework_fixture *fixture = *state;

	assert_false(examined(fixture, "to book with")->is_worry);
	casework_fixture_number(fixture, "UPDATE resource SET is_active = 0 WHERE kind = 'room'");
	assert_true(examined(fixture, "to book with")->is_worry);
	assert_non_null(strstr(examined(fixture, "to book with")->value, " 0 rooms"));
	casework_fixture_number(fixture, "UPDATE resource SET is_active = 0 WHERE kind = 'chair'");
	assert_non_null(strstr(examined(fixture, "to book with")->value, "0 chairs"));
	assert_non_null(strstr(examined(fixture, "to book with")->value, "name the chairs in authority.yaml"));
}

static void test_an_office_that_letters_cannot_name_is_a_worry(void **state)
{
	struct casework_fixture *fixture = *state;
	struct settings_office *office = &((struct settings *)casework_settings(fixture->cw))->office;

	assert_false(examined(fixture, "office in letters")->is_worry);
	office->phone = NULL;
	assert_true(examined(fixture, "office in letters")->is_worry);
	assert_non_null(strstr(examined(fixture, "office in letters")->value, "without its phone:"));
	office->name = "";
	assert_non_null(strstr(examined(fixture, "office in letters")->value, "without its name, phone:"));
}

/* --- How it is kept --- */

static void test_a_back_up_that_is_late_is_a_worry(void **state)
{
	struct casework_fixture *fixture = *state;
	const struct backup_opener with = {.passphrase = "four plain words here", .is_quick = true};
	const char *path = arena_printf(&fixture->mem, "%s/night", fixture->folder);
	struct backup_facts facts;
	struct fault f = {0};

	assert_false(examined(fixture, "last back-up")->is_worry); /* founded a moment ago */
	casework_fixture_number(fixture, "UPDATE authority SET created_at = created_at - 27 * 3600");
	casework_fixture_reopen(fixture, FIXTURE_TODAY);
	assert_true(examined(fixture, "last back-up")->is_worry);
	assert_done(casework_backup(fixture->cw, path, &with, &fixture->mem, &facts, &f), &f);
	assert_false(examined(fixture, "last back-up")->is_worry);
	assert_non_null(strstr(examined(fixture, "last back-up")->value, "less than an hour ago"));
	assert_null(strstr(examined(fixture, "last back-up")->value, "night")); /* a name may be anybody's */
	casework_fixture_number(fixture, "DROP TRIGGER audit_is_never_changed");
	casework_fixture_number(fixture, "UPDATE audit SET at = at - 100 * 3600");
	assert_true(examined(fixture, "last back-up")->is_worry);
	assert_non_null(strstr(examined(fixture, "last back-up")->value, "4 days ago"));
	unlink(path);
}

/* The back-up's row says the demonstration's day, whatever day it is. */
static void test_a_demonstration_counts_from_its_own_day(void **state)
{
	struct casework_fixture *fixture = *state;
	const struct backup_opener with = {.passphrase = "four plain words here", .is_quick = true};
	const char *path = arena_printf(&fixture->mem, "%s/night", fixture->folder);
	struct backup_facts facts;
	struct fault f = {0};

	casework_fixture_number(fixture, "UPDATE authority SET is_demo = 1");
	casework_fixture_reopen(fixture, FIXTURE_TODAY);
	assert_done(casework_backup(fixture->cw, path, &with, &fixture->mem, &facts, &f), &f);
	assert_non_null(strstr(examined(fixture, "last back-up")->value, ", on this day"));
	casework_fixture_reopen(fixture, "2026-04-02");
	assert_non_null(strstr(examined(fixture, "last back-up")->value, ", 1 day ago"));
	casework_fixture_reopen(fixture, "2025-08-09");
	assert_non_null(strstr(examined(fixture, "last back-up")->value, ", 235 days after this day"));
	unlink(path);
}

static void test_a_copy_by_hand_is_explained(void **state)
{
	struct casework_fixture *fixture = *state;
	char line[300], copy[200];

	assert_false(examined(fixture, "copies")->is_worry);
	snprintf(copy, sizeof copy, "%s/CANARY-family.db", fixture->folder);
	snprintf(line, sizeof line, "VACUUM INTO '%s'", copy);
	casework_fixture_number(fixture, line);
	assert_true(examined(fixture, "copies")->is_worry);
	assert_non_null(strstr(examined(fixture, "copies")->value, "copy made by hand"));
	assert_null(strstr(examined(fixture, "copies")->value, "CANARY"));
	unlink(copy);
}

static void test_rights_of_everybody_are_a_worry(void **state)
{
	struct casework_fixture *fixture = *state;

	assert_false(examined(fixture, "permissions")->is_worry);
	assert_int_equal(chmod(fixture->path, 0644), 0);
	assert_true(examined(fixture, "permissions")->is_worry);
}

/* Lent its group by the program, a person needs none; who is of it can copy the file. Counted, not named. */
static void test_an_account_of_the_folders_group_is_a_worry(void **state)
{
	struct casework_fixture *fixture = *state;
	const struct group *group;
	gid_t with_members = 0;
	char member[64] = "";

	setgrent();
	while (!*member && (group = getgrent()))
		if (group->gr_mem[0]) {
			with_members = group->gr_gid;
			snprintf(member, sizeof member, "%s", group->gr_mem[0]);
		}
	endgrent();
	if (!*member || geteuid() != 0) {
		print_message("Not run as root, or no group of this machine has a member.\n");
		skip();
	}
	assert_int_equal(chown(fixture->folder, (uid_t)-1, with_members), 0);
	assert_false(examined(fixture, "permissions")->is_worry);
	assert_int_equal(chmod(fixture->folder, 02770), 0);
	assert_int_equal(chmod(fixture->path, 0660), 0);
	assert_true(examined(fixture, "permissions")->is_worry);
	assert_non_null(strstr(examined(fixture, "permissions")->value, "of its group"));
	assert_null(strstr(examined(fixture, "permissions")->value, member));
	assert_int_equal(chmod(fixture->folder, 0700), 0);
}

static void test_a_clock_that_was_set_back_is_a_worry(void **state)
{
	struct casework_fixture *fixture = *state;

	assert_false(examined(fixture, "clock")->is_worry);
	casework_fixture_number(fixture, "DROP TRIGGER audit_is_never_changed");
	casework_fixture_number(fixture, "UPDATE audit SET at = at + 7200");
	assert_true(examined(fixture, "clock")->is_worry);
	assert_non_null(strstr(examined(fixture, "clock")->value, "minutes behind"));
}

static void test_a_deadline_about_nothing_is_a_worry(void **state)
{
	struct casework_fixture *fixture = *state;

	assert_false(examined(fixture, "deadlines")->is_worry);
	casework_fixture_number(fixture, "INSERT INTO family (id, reference, name) VALUES (1, 'FAM-0001', 'CANARY')");
	casework_fixture_number(
		fixture, "INSERT INTO deadline (rule, subject_kind, subject_id, family_id, trigger_on, due_on, policy)"
			 " VALUES ('icpc', 'conference', 99, 1, '2026-04-01', '2026-04-20', 'national')");
	assert_true(examined(fixture, "deadlines")->is_worry);
	assert_non_null(strstr(examined(fixture, "deadlines")->value, "1 of 1"));
}

/* Names in every table that doctor counts; none of what it says holds one. */
static void test_nothing_of_it_names_anybody(void **state)
{
	static const char *const rows[] = {
		"INSERT INTO family (id, reference, name) VALUES (1, 'FAM-0001', 'CANARY family')",
		"INSERT INTO agency (name) VALUES ('CANARY agency')",
		"INSERT INTO draft (login, form, subject, summary, session, saved_at, fields)"
		" VALUES ('CANARY', 'request', 'CANARY', 'Request, CANARY', '', 0, 'CANARY')",
		"INSERT INTO deadline (rule, subject_kind, subject_id, family_id, trigger_on, due_on, owner, policy)"
		" VALUES ('icpc', 'enquiry', 5, 1, '2026-04-01', '2026-04-20', 'CANARY', 'national')",
	};
	struct casework_fixture *fixture = *state;
	struct finding_list list;
	struct fault f = {0};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		casework_fixture_number(fixture, rows[i]);
	assert_int_equal(casework_fixture_number(fixture, "SELECT count(*) FROM family"), 1);
	assert_int_equal(casework_fixture_number(fixture, "SELECT count(*) FROM deadline"), 1);
	assert_done(casework_examine(fixture->cw, &fixture->mem, &list, &f), &f);
	for (size_t i = 0; i < list.count; i++)
		if (strstr(list.items[i].value, "CANARY"))
			fail_msg("%s: %s", list.items[i].label, list.items[i].value);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(test_a_sound_file),
		FIXTURE_TEST(test_a_changed_audit_row_is_a_worry),
		FIXTURE_TEST(test_bank_holidays_that_run_out_are_a_worry),
		FIXTURE_TEST(test_nobody_and_nothing_to_book_with_is_a_worry),
		FIXTURE_TEST(test_an_office_that_letters_cannot_name_is_a_worry),
		FIXTURE_TEST(test_a_back_up_that_is_late_is_a_worry),
		FIXTURE_TEST(test_a_demonstration_counts_from_its_own_day),
		FIXTURE_TEST(test_a_copy_by_hand_is_explained),
		FIXTURE_TEST(test_rights_of_everybody_are_a_worry),
		FIXTURE_TEST(test_an_account_of_the_folders_group_is_a_worry),
		FIXTURE_TEST(test_a_clock_that_was_set_back_is_a_worry),
		FIXTURE_TEST(test_a_deadline_about_nothing_is_a_worry),
		FIXTURE_TEST(test_nothing_of_it_names_anybody),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
