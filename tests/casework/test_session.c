/* A session as the audit log tells it: who came and why, what was refused, a clock that was set, a lock, the end. */
#include "casework/session.h"

#include "booking_steps.h"
#include "casework/oversight.h"
#include "casework/people.h"
#include "intake_rows.h"
#include "work.h"

#include <stdlib.h>
#include <time.h>
#include <unistd.h>

static const char *newest(struct casework_fixture *fixture, const char *what)
{
	char sql[120];

	snprintf(sql, sizeof sql, "SELECT %s FROM audit ORDER BY seq DESC LIMIT 1", what);
	return casework_fixture_text(fixture, sql);
}

static void look(struct casework_fixture *fixture)
{
	struct user_list users;

	MUST(casework_users(fixture->cw, &fixture->mem, &users, f));
}

static void who_came_says_for_what_and_from_where(void **state)
{
	struct casework_fixture *fixture = *state;
	struct casework_opening how = {.path = fixture->path,
				       .config_folder = fixture->config,
				       .today = date_from_iso(FIXTURE_TODAY),
				       .started_for = "quorate due"};
	char pid[20];

	casework_close(fixture->cw);
	setenv("SSH_CLIENT", "192.0.2.7 40022 22", 1);
	setenv("SUDO_UID", "1007", 1);
	setenv("LOGNAME", "somebody-else", 1);
	setenv("USER", "somebody-else", 1);
	MUST(casework_open(&fixture->cw, &how, f));
	unsetenv("SSH_CLIENT");
	unsetenv("SUDO_UID");
	look(fixture);
	assert_string_equal(casework_fixture_text(fixture, "SELECT detail FROM audit WHERE action = 'sign-in' "
							   "ORDER BY seq DESC LIMIT 1"),
			    "quorate due, on a given day");
	assert_string_equal(newest(fixture, "address"), "192.0.2.7, sudo by user number 1007");
	assert_string_not_equal(newest(fixture, "login"), "somebody-else");
	assert_int_equal(number(fixture, "SELECT uid FROM audit ORDER BY seq DESC LIMIT 1"), getuid());
	snprintf(pid, sizeof pid, ".%ld", (long)getpid());
	assert_non_null(strstr(newest(fixture, "session"), pid));
	assert_string_equal(newest(fixture, "kind"), "look");
}

static void the_end_is_written_where_something_was_done(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t before;

	casework_fixture_reopen(fixture, FIXTURE_TODAY);
	before = number(fixture, "SELECT count(*) FROM audit");
	MUST(casework_session_note(fixture->cw, SESSION_SIGN_OUT, "left", f));
	assert_int_equal(number(fixture, "SELECT count(*) FROM audit"), before);
	look(fixture);
	MUST(casework_session_note(fixture->cw, SESSION_LOCK, "after 10 minutes", f));
	MUST(casework_session_note(fixture->cw, SESSION_UNLOCK_REFUSED, "try 1", f));
	MUST(casework_session_note(fixture->cw, SESSION_UNLOCK, "", f));
	MUST(casework_session_note(fixture->cw, SESSION_SIGN_OUT, "left", f));
	assert_string_equal(casework_fixture_text(fixture,
						  "SELECT group_concat(action || '/' || kind, ' ') FROM (SELECT "
						  "action, kind FROM audit ORDER BY seq DESC LIMIT 4)"),
			    "sign-out/session session.unlock/session session.refused/refusal session.lock/session");
}

static void asking_leaves_nothing_and_trying_leaves_a_row(void **state)
{
	struct casework_fixture *fixture = *state;
	struct fault f = {0};
	int64_t rows;

	casework_fixture_open_as(fixture, "night", ROLE_BIT(ROLE_OUT_OF_HOURS));
	rows = number(fixture, "SELECT count(*) FROM audit");
	assert_false(casework_may(fixture->cw, ACTION_BOOK, NULL));
	assert_int_equal(number(fixture, "SELECT count(*) FROM audit"), rows);
	assert_false(casework_may(fixture->cw, ACTION_BOOK, &f));
	assert_string_equal(newest(fixture, "action || ': ' || detail"),
			    "refused: book, move, postpone or cancel conferences");
	assert_string_equal(
		newest(fixture, "login"),
		casework_fixture_text(fixture, "SELECT login FROM audit WHERE login LIKE 'night%%' LIMIT 1"));
	assert_true(casework_is_at_rest(fixture->cw));
}

static void a_restricted_record_that_was_tried_is_named(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = number(fixture, "INSERT INTO family (reference, name, is_restricted) VALUES ('FAM-7001', "
					 "'Nwosu', 1) RETURNING id");
	struct family out;
	struct fault f = {0};
	char wanted[80];

	assert_false(casework_family(fixture->cw, family, &fixture->mem, &out, &f));
	snprintf(wanted, sizeof wanted, "refused a restricted record %lld", (long long)family);
	assert_string_equal(newest(fixture, "action || ' ' || detail || ' ' || family_id"), wanted);
}

static void what_was_done_all_the_same_was_no_refusal(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t rows;
	struct fault why = {0};

	casework_fixture_open_as(fixture, "night", ROLE_BIT(ROLE_OUT_OF_HOURS));
	look_begin(fixture->cw, ACTION_ANYTHING_OWN, &why);
	assert_false(casework_may(fixture->cw, ACTION_BOOK, &why));
	MUST(look_end(fixture->cw, f, "test.look", SUBJECT_NONE, 0, 0, "got over it"));
	rows = number(fixture, "SELECT count(*) FROM audit WHERE kind = 'refusal'");
	assert_int_equal(rows, 0);
}

static void an_account_that_is_not_let_in_leaves_a_row(void **state)
{
	struct casework_fixture *fixture = *state;
	struct casework_opening how = {
		.path = fixture->path, .config_folder = fixture->config, .today = date_from_iso(FIXTURE_TODAY)};
	struct casework *cw = NULL;
	struct fault f = {0};

	number(fixture, "UPDATE user_account SET is_active = 0 RETURNING id");
	assert_false(casework_open(&cw, &how, &f));
	assert_int_equal(f.code, FAULT_NOT_ALLOWED);
	assert_string_equal(newest(fixture, "action || '/' || kind || '/' || roles"), "sign-in.refused/refusal/");
}

/* --- The clock --- */

static struct clock_moment told(void *payload)
{
	return *(struct clock_moment *)payload;
}

static void a_clock_that_is_set_shows(void **state)
{
	struct casework_fixture *fixture = *state;
	struct clock_moment clock = {.wall = (long long)time(NULL), .steady = 500};

	casework_fixture_reopen(fixture, FIXTURE_TODAY);
	fixture->cw->read_clock = told;
	fixture->cw->clock_payload = &clock;
	look(fixture);
	clock.wall += 30;
	clock.steady += 30;
	look(fixture);
	assert_int_equal(casework_fixture_audited(fixture, "clock.jump"), 0);
	clock.wall += 3 * 3600 + 120;
	clock.steady += 1;
	look(fixture);
	assert_string_equal(casework_fixture_text(fixture, "SELECT detail FROM audit WHERE action = 'clock.jump'"),
			    "forward by 3 h 1 min, while this session was open");
	look(fixture);
	assert_int_equal(casework_fixture_audited(fixture, "clock.jump"), 1);
	clock.wall -= 90000;
	look(fixture);
	assert_string_equal(casework_fixture_text(fixture, "SELECT detail || '/' || kind FROM audit WHERE action = "
							   "'clock.jump' ORDER BY seq DESC"),
			    "back by 1 day, while this session was open/clock");
}

static void a_clock_set_back_before_the_start_shows(void **state)
{
	struct casework_fixture *fixture = *state;
	struct clock_moment clock = {.wall = (long long)time(NULL) - 7200, .steady = 5};

	look(fixture);
	casework_fixture_reopen(fixture, FIXTURE_TODAY);
	fixture->cw->read_clock = told;
	fixture->cw->clock_payload = &clock;
	look(fixture);
	assert_non_null(strstr(casework_fixture_text(fixture, "SELECT detail FROM audit WHERE action = 'clock.jump'"),
			       "back by "));
	assert_non_null(strstr(casework_fixture_text(fixture, "SELECT detail FROM audit WHERE action = 'clock.jump'"),
			       ", the newest row was written later than now"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(who_came_says_for_what_and_from_where),
		FIXTURE_TEST(the_end_is_written_where_something_was_done),
		FIXTURE_TEST(asking_leaves_nothing_and_trying_leaves_a_row),
		FIXTURE_TEST(a_restricted_record_that_was_tried_is_named),
		FIXTURE_TEST(what_was_done_all_the_same_was_no_refusal),
		FIXTURE_TEST(an_account_that_is_not_let_in_leaves_a_row),
		FIXTURE_TEST(a_clock_that_is_set_shows),
		FIXTURE_TEST(a_clock_set_back_before_the_start_shows),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
