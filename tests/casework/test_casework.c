/* Founding and opening a case file: who may, what is refused, and what the first look leaves in the audit log. */
#include "casework_fixture.h"

#include <time.h>

#include "work.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static bool look(struct casework *cw, struct fault *f)
{
	return look_begin(cw, ACTION_SEE_CASES, f) && look_end(cw, f, "test.look", SUBJECT_NONE, 0, 0, "%d rows", 3);
}

static bool verb(struct casework *cw, struct fault *f)
{
	return work_begin(cw, ACTION_TAKE_REQUESTS, f) && work_end(cw, f, "test.verb", SUBJECT_PERSON, 7, 0, "done");
}

static bool failing_verb(struct casework *cw, struct fault *f)
{
	return work_begin(cw, ACTION_TAKE_REQUESTS, f) && verb(cw, f) && work_undo(cw);
}

static void test_founding_is_the_first_row(void **state)
{
	struct casework_fixture *fixture = *state;

	assert_string_equal(casework_fixture_text(fixture, "SELECT action FROM audit ORDER BY seq LIMIT 1"),
			    "file.found");
	assert_string_equal(casework_authority(fixture->cw), "Northgate Council");
	assert_true(casework_roles(fixture->cw) & ROLE_BIT(ROLE_ADMINISTRATOR));
	assert_true(casework_may(fixture->cw, ACTION_WAIVE_DEADLINES, NULL));
	assert_false(casework_is_demo(fixture->cw));
	assert_int_equal(casework_today(fixture->cw), date_from_iso(FIXTURE_TODAY));
	assert_true(casework_is_at_rest(fixture->cw));
}

static void test_founding_refusals(void **state)
{
	static const struct {
		const char *authority, *la_code, *profile, *field, *word, *why;
	} rows[] = {
		{"", "316", "national", "authority", "name", "an authority has a name"},
		{"Newham", "31", "newham", "la-code", "three digits", "two digits"},
		{"Newham", "3160", "newham", "la-code", "three digits", "four digits"},
		{"Newham", "31a", "newham", "la-code", "three digits", "a letter"},
		{"Newham", "316", "newhan", "profile", "islington", "an unknown profile lists those known"},
	};
	struct casework_fixture *fixture = *state;
	char path[160];

	snprintf(path, sizeof path, "%s/other.db", fixture->folder);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct fault f = {0};
		struct casework_founding founding = {.path = path,
						     .authority = rows[i].authority,
						     .la_code = rows[i].la_code,
						     .profile = rows[i].profile};

		assert_false(casework_found(&founding, &f));
		assert_int_equal(f.code, FAULT_REFUSED);
		assert_string_equal(f.field, rows[i].field);
		assert_non_null(strstr(f.message, rows[i].word));
		assert_int_not_equal(access(path, F_OK), 0); /* nothing is left behind */
	}
}

static void test_an_existing_file_is_not_touched(void **state)
{
	struct casework_fixture *fixture = *state;
	struct fault f = {0};

	assert_false(casework_found(
		&(struct casework_founding){
			.path = fixture->path, .authority = "Newham", .la_code = "316", .profile = "newham"},
		&f));
	assert_int_equal(casework_fixture_number(fixture, "SELECT count(*) FROM authority WHERE la_code = '201'"), 1);
}

static void test_who_may_open(void **state)
{
	struct casework_fixture *fixture = *state;
	struct casework_opening how = {.path = fixture->path, .config_folder = fixture->config, .today = DAY_NONE};
	struct casework *cw = NULL;
	struct fault f = {0};

	how.user = "nobody-known";
	assert_false(casework_open(&cw, &how, &f));
	assert_int_equal(f.code, FAULT_NOT_ALLOWED); /* a real file on a real day: never as another */
	assert_non_null(strstr(f.message, "--today"));
	assert_null(cw);
	how.today = date_from_iso("2026-04-01");
	assert_false(casework_open(&cw, &how, &f));
	assert_int_equal(f.code, FAULT_NOT_ALLOWED);
	assert_non_null(strstr(f.message, "nobody-known"));
}

static void test_working_as_another_names_both(void **state)
{
	struct casework_fixture *fixture = *state;
	const char *login;
	struct fault f = {0};

	casework_fixture_open_as(fixture, "amina", ROLE_BIT(ROLE_BUSINESS_SUPPORT));
	assert_string_equal(casework_user_login(fixture->cw), "amina");
	assert_true(look(fixture->cw, &f));
	login = casework_fixture_text(fixture, "SELECT login FROM audit ORDER BY seq DESC LIMIT 1");
	assert_non_null(strstr(login, "amina (account "));
	assert_int_equal(casework_fixture_number(fixture, "SELECT uid FROM audit ORDER BY seq DESC LIMIT 1"), getuid());
}

/* A day given with --today opens no door: only the administrator of a file may play another part on it. */
static void test_nobody_lends_themselves_a_role(void **state)
{
	struct casework_fixture *fixture = *state;
	struct casework_opening how = {.path = fixture->path, .config_folder = fixture->config, .user = "amina"};
	struct casework *cw = NULL;
	struct fault f = {0};

	how.today = date_from_iso(FIXTURE_TODAY);
	casework_fixture_open_as(fixture, "amina", ROLE_BIT(ROLE_MANAGER));
	casework_fixture_number(fixture, "UPDATE user_account SET roles = 1 WHERE login <> 'amina' RETURNING id");
	assert_false(casework_open(&cw, &how, &f));
	assert_int_equal(f.code, FAULT_NOT_ALLOWED);
	assert_null(cw);
}

static void test_sign_in_joins_the_first_look(void **state)
{
	struct casework_fixture *fixture = *state;
	struct fault f = {0};
	int64_t before;

	casework_fixture_reopen(fixture,
				FIXTURE_TODAY); /* rooms and chairs are in the file already: a start writes nothing */
	before = casework_fixture_number(fixture, "SELECT count(*) FROM audit");
	casework_fixture_reopen(fixture, FIXTURE_TODAY);
	assert_int_equal(casework_fixture_number(fixture, "SELECT count(*) FROM audit"), before);
	assert_true(look(fixture->cw, &f));
	assert_int_equal(casework_fixture_number(fixture, "SELECT count(*) FROM audit"), before + 2);
	assert_string_equal(
		casework_fixture_text(fixture,
				      "SELECT group_concat(action, ' ') FROM (SELECT action FROM audit ORDER BY seq "
				      "DESC LIMIT 2)"),
		"test.look sign-in");
	assert_true(look(fixture->cw, &f));
	assert_int_equal(casework_fixture_number(fixture, "SELECT count(*) FROM audit"), before + 3);
}

static void test_rooms_and_chairs_come_from_the_settings(void **state)
{
	struct casework_fixture *fixture = *state;

	assert_int_equal(casework_fixture_number(fixture, "SELECT count(*) FROM resource WHERE kind = 'chair'"), 6);
	assert_int_equal(casework_fixture_number(fixture, "SELECT count(*) FROM resource WHERE kind = 'room'"), 6);
	assert_int_equal(casework_fixture_number(
				 fixture, "SELECT is_video FROM resource WHERE kind = 'room' AND name = 'Video'"),
			 1);
	assert_int_equal(
		casework_fixture_number(fixture, "SELECT weekdays FROM resource WHERE name = 'Tomasz Wiśniewski'"), 15);
	assert_int_equal(casework_fixture_audited(fixture, "resources.sync"), 1);
}

static void test_a_role_without_the_right(void **state)
{
	struct casework_fixture *fixture = *state;
	struct fault f = {0};

	casework_fixture_open_as(fixture, "audrey", ROLE_BIT(ROLE_AUDITOR));
	assert_false(look(fixture->cw, &f));
	assert_int_equal(f.code, FAULT_NOT_ALLOWED);
	assert_false(verb(fixture->cw, &f));
	assert_int_equal(f.code, FAULT_NOT_ALLOWED);
	assert_true(casework_is_at_rest(fixture->cw));
	assert_int_equal(casework_fixture_audited(fixture, "test.look"), 0);
	assert_int_equal(casework_fixture_audited(fixture, "test.verb"), 0);
}

static void test_a_failed_verb_undoes_only_itself(void **state)
{
	struct casework_fixture *fixture = *state;
	struct fault f = {0};

	assert_true(casework_batch_begin(fixture->cw, &f));
	assert_true(verb(fixture->cw, &f));
	assert_false(failing_verb(fixture->cw, &f));
	assert_true(verb(fixture->cw, &f));
	assert_true(casework_batch_end(fixture->cw, true, &f));
	assert_int_equal(casework_fixture_audited(fixture, "test.verb"), 2);
	assert_true(casework_is_at_rest(fixture->cw));
	assert_false(failing_verb(fixture->cw, &f));
	assert_int_equal(casework_fixture_audited(fixture, "test.verb"), 2);
}

static void test_a_batch_can_be_tried_without_keeping(void **state)
{
	struct casework_fixture *fixture = *state;
	struct fault f = {0};
	int64_t before;

	casework_fixture_reopen(fixture, FIXTURE_TODAY);
	before = casework_fixture_number(fixture, "SELECT count(*) FROM audit");
	assert_true(casework_batch_begin(fixture->cw, &f));
	assert_true(verb(fixture->cw, &f));
	assert_true(look(fixture->cw, &f));
	assert_true(casework_batch_end(fixture->cw, false, &f));
	assert_int_equal(casework_fixture_number(fixture, "SELECT count(*) FROM audit"), before);
	assert_true(verb(fixture->cw, &f)); /* the sign-in that was undone with the batch comes again */
	assert_int_equal(casework_fixture_number(fixture, "SELECT count(*) FROM audit"), before + 2);
	assert_false(casework_batch_end(fixture->cw, true, &f));
}

static void test_looking_only(void **state)
{
	struct casework_fixture *fixture = *state;
	struct casework_opening how = {
		.path = fixture->path, .config_folder = fixture->config, .today = DAY_NONE, .read_only = true};
	struct casework *cw = NULL;
	struct fault f = {0};
	int64_t before = casework_fixture_number(fixture, "SELECT count(*) FROM audit");

	assert_true(casework_open(&cw, &how, &f));
	assert_true(casework_is_read_only(cw));
	assert_true(look(cw, &f));
	assert_false(verb(cw, &f));
	casework_close(cw);
	assert_int_equal(casework_fixture_number(fixture, "SELECT count(*) FROM audit"), before);
}

static void test_no_day_given_backdates_the_log(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t before = (int64_t)time(NULL), now = work_now(fixture->cw);

	assert_true(now >= before && now <= (int64_t)time(NULL)); /* though the day given is 1 April 2026 */
	assert_string_equal(work_moment_words(fixture->cw, 1775048820, &fixture->mem), "Wed 1 Apr 2026 14:07");
	assert_non_null(strstr(work_policy_name(fixture->cw), "national"));
}

/* What is longer than the log keeps is cut between two characters, wherever the cut falls. */
static void test_a_long_detail_is_cut_at_a_character(void **state)
{
	struct casework_fixture *fixture = *state;
	char text[6001];

	for (int shift = 0; shift < 2; shift++) {
		const char *kept;
		struct fault f = {0};
		size_t bytes;

		text[0] = 'x';
		for (int i = shift; i + 1 < 6000; i += 2)
			memcpy(text + i, "é", 2);
		text[5998 + shift] = '\0';
		assert_true(work_begin(fixture->cw, ACTION_TAKE_REQUESTS, &f));
		assert_true(work_end(fixture->cw, &f, "test.long", SUBJECT_NONE, 0, 0, "%s", text));
		kept = casework_fixture_text(fixture, "SELECT detail FROM audit ORDER BY seq DESC LIMIT 1");
		bytes = strlen(kept);
		assert_true(bytes > 3990 && bytes <= 4000);
		assert_string_equal(kept + bytes - 2, "é");
	}
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, casework_fixture_setup, casework_fixture_teardown)
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_a_long_detail_is_cut_at_a_character, casework_fixture_setup,
						casework_fixture_teardown),
		TEST(test_founding_is_the_first_row),
		TEST(test_founding_refusals),
		TEST(test_an_existing_file_is_not_touched),
		TEST(test_who_may_open),
		TEST(test_working_as_another_names_both),
		TEST(test_nobody_lends_themselves_a_role),
		TEST(test_sign_in_joins_the_first_look),
		TEST(test_rooms_and_chairs_come_from_the_settings),
		TEST(test_a_role_without_the_right),
		TEST(test_a_failed_verb_undoes_only_itself),
		TEST(test_a_batch_can_be_tried_without_keeping),
		TEST(test_looking_only),
		TEST(test_no_day_given_backdates_the_log),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
