/* The directory on the screen: found by first letters, checked by one key, what is wrong first, deputies, doubles, and
 * whoever saves second. */
#include "casework/directory.h"
#include "desk_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static int64_t number(struct desk_fixture *fixture, const char *sql)
{
	return casework_fixture_number(fixture->file, sql);
}

static const char *text(struct desk_fixture *fixture, const char *sql)
{
	return casework_fixture_text(fixture->file, sql);
}

static void next(struct desk_fixture *fixture, const char *words)
{
	desk_type(fixture, words);
	desk_keys(fixture, "Tab");
}

/* The row of somebody, by the first letters of a name. */
static void go_to_row(struct desk_fixture *fixture, const char *typed)
{
	desk_keys(fixture, "/");
	desk_type(fixture, typed);
	desk_keys(fixture, "Enter");
}

static void it_opens_from_anywhere(void **state)
{
	struct desk_fixture *fixture = *state;

	desk_keys(fixture, "P");
	desk_golden(fixture, "directory-80x24.screen");
	desk_keys(fixture, "Esc :");
	desk_type(fixture, "directory");
	desk_keys(fixture, "Enter");
	desk_shows(fixture, "Directory · 3 people of 2 agencies · 3 to look at");
	tui_headless_resize(fixture->tui, 43, 132);
	desk_golden(fixture, "directory-132x43.screen");
}

static void somebody_is_found_by_first_letters(void **state)
{
	static const struct {
		const char *typed, *shown, *not_shown;
	} rows[] = {
		{"huo", "Hương Ivanova", "Tomasz Campbell"},
		{"camp", "Tomasz Campbell", "Hương Ivanova"},
		{"detec", "Shabana Kovalenko", "Tomasz Campbell"},
		{"pol", "Shabana Kovalenko", "Hương Ivanova"},
	};
	struct desk_fixture *fixture = *state;

	desk_keys(fixture, "P");
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		go_to_row(fixture, rows[i].typed);
		desk_shows(fixture, rows[i].shown);
		desk_shows_not(fixture, rows[i].not_shown);
		desk_keys(fixture, "Esc");
	}
	go_to_row(fixture, "ovalenko"); /* not first letters */
	desk_shows_not(fixture, "Shabana");
}

static void checking_is_one_key(void **state)
{
	struct desk_fixture *fixture = *state;

	number(fixture, "UPDATE contact SET bounced_on = '2026-03-03' WHERE name = 'Hương Ivanova' RETURNING id");
	desk_keys(fixture, "P p");
	desk_golden(fixture, "directory-problems-80x24.screen");
	go_to_row(fixture, "huo");
	desk_shows(fixture, "mail came back Tue 3 Mar");
	desk_keys(fixture, "v");
	desk_shows(fixture, "Saved: the details of Hương Ivanova were checked today.");
	assert_string_equal(text(fixture, "SELECT checked_on || '/' || coalesce(bounced_on, '') FROM contact"
					  " WHERE name = 'Hương Ivanova'"),
			    "2026-04-01/");
	desk_keys(fixture, "Esc v v");
	desk_shows(fixture, "Nothing is wrong");
	desk_keys(fixture, "p");
	desk_shows(fixture, "3 people of 2 agencies · 0 to look at");
	desk_keys(fixture, "u");
	desk_shows(fixture, "Taken back: the details of ");
	assert_int_equal(number(fixture, "SELECT count(*) FROM contact WHERE checked_on = '2026-04-01'"), 2);
	desk_keys(fixture, "u");
	desk_shows(fixture, "Nobody was said to be checked");
}

static void somebody_is_added_beside_a_colleague(void **state)
{
	struct desk_fixture *fixture = *state;

	desk_keys(fixture, "P");
	go_to_row(fixture, "shab");
	desk_keys(fixture, "a");
	desk_shows(fixture, "Add to the directory · Police");
	next(fixture, "Night desk");
	next(fixture, "referrals");
	desk_keys(fixture, "Tab");
	next(fixture, "desk.example.org");
	desk_keys(fixture, "Ctrl-S");
	desk_shows(fixture, "name@example.org");
	assert_int_equal(number(fixture, "SELECT count(*) FROM contact"), 3);
	desk_keys(fixture, "Ctrl-U");
	next(fixture, "desk@example.org");
	next(fixture, "01632 960001");
	next(fixture, "1 High Street");
	desk_type(fixture, "shab");
	desk_keys(fixture, "Down Enter");
	desk_type(fixture, "y");
	desk_keys(fixture, "Ctrl-S");
	desk_shows(fixture, "Saved: Night desk, Police.");
	assert_string_equal(text(fixture, "SELECT k.role || '/' || k.address || '/' || d.name || '/' || k.checked_on"
					  " FROM contact AS k JOIN contact AS d ON d.id = k.deputy_id"
					  " WHERE k.name = 'Night desk'"),
			    "referrals/1 High Street/Shabana Kovalenko/2026-04-01");
	assert_int_equal(number(fixture, "SELECT count(*) FROM draft"), 0);
}

static void a_new_agency_asks_for_its_group(void **state)
{
	struct desk_fixture *fixture = *state;

	desk_keys(fixture, "P a BackTab Ctrl-U");
	desk_type(fixture, "Probation");
	desk_shows(fixture, "counts for");
	desk_keys(fixture, "Tab");
	next(fixture, "probation");
	next(fixture, "Di Poe");
	desk_keys(fixture, "Ctrl-S");
	desk_shows(fixture, "Probation · probation");
	desk_keys(fixture, "i");
	desk_golden(fixture, "agency-80x24.screen");
	desk_keys(fixture, "Tab Tab c Ctrl-S");
	desk_shows(fixture, "Saved: Probation.");
	desk_shows(fixture, "reports: chair only");
	assert_string_equal(text(fixture, "SELECT quorum_group || '/' || report_handling FROM agency WHERE name = "
					  "'Probation'"),
			    "probation/chair_only");
}

/* Offered, never decided: the entry that was there, or another person of the name. */
static void somebody_like_them_is_offered(void **state)
{
	struct desk_fixture *fixture = *state;

	desk_keys(fixture, "P");
	go_to_row(fixture, "shab");
	desk_keys(fixture, "a");
	next(fixture, "Campbell, Tomasz");
	desk_keys(fixture, "Ctrl-S");
	desk_golden(fixture, "contact-alike-80x24.screen");
	desk_keys(fixture, "Enter");
	desk_shows(fixture, "Nothing was added");
	assert_int_equal(number(fixture, "SELECT count(*) FROM contact"), 3);
	desk_keys(fixture, "Esc a"); /* the filter goes, and the row stays */
	desk_shows(fixture, "Children's Social Care");
	next(fixture, "Campbell, Tomasz");
	desk_keys(fixture, "Ctrl-S n");
	desk_shows(fixture, "Saved: Campbell, Tomasz");
	assert_int_equal(number(fixture, "SELECT count(*) FROM contact"), 4);
}

static void add_double(struct desk_fixture *fixture)
{
	struct contact twin = {.agency = "Children's Social Care",
			       .quorum_group = "",
			       .name = "T. Campbell",
			       .role = "",
			       .email = "tomasz.campbell@example.org",
			       .phone = "01632 960999",
			       .address = "2 Marsh Road\nExampleton",
			       .is_active = true};
	struct fault f = {0};

	if (!casework_contact_save(fixture->file->cw, &twin, true, &f))
		fail_msg("%s", f.message);
}

static void two_entries_become_one_after_a_look_at_both(void **state)
{
	struct desk_fixture *fixture = *state;

	add_double(fixture);
	desk_keys(fixture, "P");
	go_to_row(fixture, "t camp");
	desk_keys(fixture, "m");
	desk_shows(fixture, "Tomasz Campbell"); /* offered before a letter is typed: the same address */
	desk_shows_not(fixture, "Hương");
	desk_keys(fixture, "Enter");
	desk_golden(fixture, "merge-80x24.screen");
	desk_keys(fixture, "x");
	desk_shows(fixture, "Merge · Tomasz Campbell into T. Campbell");
	desk_keys(fixture, "x m");
	desk_shows(fixture, "This cannot be taken back.");
	desk_keys(fixture, "Enter n");
	assert_int_equal(number(fixture, "SELECT count(*) FROM contact WHERE merged_into_id IS NOT NULL"), 0);
	desk_keys(fixture, "m y");
	desk_shows(fixture, "is Tomasz Campbell now");
	assert_string_equal(text(fixture, "SELECT k.name || '/' || k.phone || '/' || k.address FROM contact AS g"
					  " JOIN contact AS k ON k.id = g.merged_into_id"),
			    "Tomasz Campbell/01632 960468/2 Marsh Road\nExampleton");
}

static void whoever_left_is_shown_when_asked_for(void **state)
{
	struct desk_fixture *fixture = *state;

	desk_keys(fixture, "P");
	go_to_row(fixture, "huo");
	desk_keys(fixture, "w");
	desk_shows(fixture, "Saved: Hương Ivanova has left.");
	desk_keys(fixture, "Esc x");
	desk_shows(fixture, "Hương Ivanova (left)");
	go_to_row(fixture, "huo");
	desk_keys(fixture, "w");
	desk_shows(fixture, "Saved: Hương Ivanova is at work again.");
}

static void who_stands_in_is_chosen_by_first_letters(void **state)
{
	struct desk_fixture *fixture = *state;

	desk_keys(fixture, "P");
	go_to_row(fixture, "huo");
	desk_keys(fixture, "d");
	desk_shows(fixture, "Tomasz Campbell"); /* a colleague, before anything is typed */
	desk_shows_not(fixture, "Shabana");
	desk_type(fixture, "shab");
	desk_keys(fixture, "Enter");
	desk_shows(fixture, "Saved: Shabana Kovalenko stands in for Hương Ivanova.");
	assert_string_equal(text(fixture, "SELECT d.name FROM contact AS k JOIN contact AS d ON d.id = k.deputy_id"),
			    "Shabana Kovalenko");
	desk_keys(fixture, "d Down Enter");
	desk_shows(fixture, "Saved: nobody stands in for Hương Ivanova.");
	assert_int_equal(number(fixture, "SELECT count(*) FROM contact WHERE deputy_id IS NOT NULL"), 0);
}

static void open_for_edit(struct desk_fixture *fixture, const char *typed)
{
	desk_keys(fixture, "P");
	go_to_row(fixture, typed);
	desk_keys(fixture, "Enter");
}

/* Another's save is one sentence: what they changed appears, what was typed here stays, and saving again keeps both. */
static void nothing_is_lost_to_whoever_saved_first(void **state)
{
	struct desk_fixture *fixture = *state;

	open_for_edit(fixture, "huo");
	desk_golden(fixture, "contact-80x24.screen");
	desk_keys(fixture, "Ctrl-U");
	desk_type(fixture, "h.ivanova@example.org");
	number(fixture, "UPDATE contact SET phone = '01632 960777', version = version + 1 WHERE name = 'Hương Ivanova'"
			" RETURNING id");
	desk_keys(fixture, "Ctrl-S");
	desk_shows(fixture, "Another person saved the same record");
	desk_shows(fixture, "01632 960777");
	desk_keys(fixture, "Ctrl-S");
	desk_shows(fixture, "Saved: Hương Ivanova");
	assert_string_equal(text(fixture, "SELECT email || ' ' || phone FROM contact WHERE name = 'Hương Ivanova'"),
			    "h.ivanova@example.org 01632 960777");
	assert_int_equal(number(fixture, "SELECT count(*) FROM draft"), 0);
}

static void a_kill_leaves_a_draft(void **state)
{
	struct desk_fixture *fixture = *state;

	open_for_edit(fixture, "huo");
	desk_keys(fixture, "Ctrl-U");
	next(fixture, "h.ivanova@example.org");
	desk_restart(fixture);
	desk_keys(fixture, "D Enter");
	desk_shows(fixture, "h.ivanova@example.org");
	desk_keys(fixture, "Ctrl-S");
	assert_int_equal(number(fixture, "SELECT count(*) FROM contact WHERE email = 'h.ivanova@example.org'"), 1);
}

/* A disk that is full, a file that may only be read: nobody goes on typing in the belief that it is kept. */
static void a_draft_that_cannot_be_kept_is_told(void **state)
{
	struct desk_fixture *fixture = *state;

	open_for_edit(fixture, "huo");
	desk_keys(fixture, "Ctrl-U");
	number(fixture, "CREATE TRIGGER full BEFORE INSERT ON draft BEGIN SELECT RAISE(ABORT, 'full'); END");
	next(fixture, "h.ivanova@example.org");
	desk_shows(fixture, "What you type is not kept as a draft.");
	number(fixture, "DROP TRIGGER full");
	desk_keys(fixture, "Ctrl-S");
	assert_int_equal(number(fixture, "SELECT count(*) FROM contact WHERE email = 'h.ivanova@example.org'"), 1);
}

#define DESK_TEST(name) cmocka_unit_test_setup_teardown(name, desk_fixture_setup, desk_fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		DESK_TEST(it_opens_from_anywhere),
		DESK_TEST(somebody_is_found_by_first_letters),
		DESK_TEST(checking_is_one_key),
		DESK_TEST(somebody_is_added_beside_a_colleague),
		DESK_TEST(a_new_agency_asks_for_its_group),
		DESK_TEST(somebody_like_them_is_offered),
		DESK_TEST(two_entries_become_one_after_a_look_at_both),
		DESK_TEST(whoever_left_is_shown_when_asked_for),
		DESK_TEST(who_stands_in_is_chosen_by_first_letters),
		DESK_TEST(nothing_is_lost_to_whoever_saved_first),
		DESK_TEST(a_kill_leaves_a_draft),
		DESK_TEST(a_draft_that_cannot_be_kept_is_told),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
