/* Steps 8, 9 and 0 of a live conference by hand: the outline plan, its actions, core group, meeting, review, closing.
 */
#include "casework/live_plan.h"
#include "live_desk.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static void decide_all(struct desk_fixture *desk, enum outcome outcome)
{
	struct live_page page;

	MUST(casework_live(desk->file->cw, live_conference(desk), &desk->file->mem, &page, f));
	for (size_t i = 0; i < page.children.count; i++) {
		struct child_decision one = page.children.items[i].decision;

		one.outcome = outcome;
		one.category = outcome_makes_plan(outcome) ? CATEGORY_NEGLECT : CATEGORY_COUNT;
		one.categories = outcome_makes_plan(outcome) ? CATEGORY_BIT(CATEGORY_NEGLECT) : 0;
		one.reasons = "Left alone for two nights.";
		MUST(casework_live_decide(desk->file->cw, &one, "as the weekend showed", f));
	}
}

/* The chair of it is at work, and it is decided that both children have a plan. */
static void decided(struct desk_fixture *desk)
{
	int64_t id = live_conference(desk);

	everybody_comes(desk);
	number(desk->file,
	       "UPDATE conference SET chair_id = (SELECT id FROM resource WHERE login = 'spritchard') WHERE id = %lld",
	       (long long)id);
	start_as(desk, "spritchard", ROLE_BIT(ROLE_CHAIR));
	decide_all(desk, OUTCOME_PLAN_MADE);
	start_as(desk, "spritchard", ROLE_BIT(ROLE_CHAIR));
}

static void before_deciding_there_is_no_plan(void **state)
{
	struct desk_fixture *desk = *state;

	open_step(desk, "8");
	desk_shows(desk, "No child has a plan after today");
	desk_shows(desk, "Decide first: 7");
	open_step(desk, "9");
	desk_shows(desk, "no core group and no review follow");
	desk_shows(desk, "Decide first: 7");
	open_step(desk, "0");
	desk_shows(desk, "Before it can be closed");
}

/* What was decided asks for no plan: no name stands before an empty one, and nothing says to decide. */
static void where_no_plan_follows_none_is_asked_for(void **state)
{
	struct desk_fixture *desk = *state;

	decided(desk);
	open_step(desk, "8");
	desk_keys(desk, "Enter");
	desk_type(desk, "Nobody was at home for two nights.");
	desk_keys(desk, "Esc");
	desk_shows(desk, "Outline plan for");
	decide_all(desk, OUTCOME_EARLY_HELP);
	open_step(desk, "8");
	desk_shows(desk, "No child has a plan after today");
	desk_shows(desk, "Nobody was at home");
	desk_shows_not(desk, "Outline plan for");
	open_step(desk, "9");
	desk_shows(desk, "no core group and no review follow");
	desk_shows_not(desk, "Decide first");
}

static void every_part_of_the_plan_is_stored_when_it_is_left(void **state)
{
	struct desk_fixture *desk = *state;

	decided(desk);
	open_step(desk, "8");
	live_golden(desk, "live-plan-empty-80x24.screen");
	desk_keys(desk, "Enter");
	desk_type(desk, "Nobody was at home for two nights.");
	desk_keys(desk, "Tab");
	desk_type(desk, "Somebody the children know is always there.");
	assert_string_equal(casework_fixture_text(desk->file, "SELECT harm FROM plan_version"),
			    "Nobody was at home for two nights.");
	desk_keys(desk, "Esc");
	assert_string_equal(casework_fixture_text(desk->file, "SELECT change FROM plan_version"),
			    "Somebody the children know is always there.");
	desk_shows(desk, "What must change      Somebody the children know");
}

static void two_people_write_in_one_plan(void **state)
{
	struct desk_fixture *desk = *state;
	struct casework *other;
	struct live_plan_page page;
	struct arena mem = {0};

	decided(desk);
	other = another_session(desk, "minutes");
	open_step(desk, "8");
	desk_keys(desk, "Enter");
	desk_type(desk, "Nobody was at home.");
	desk_keys(desk, "Tab");
	desk_keys(desk, "BackTab End");
	desk_type(desk, " Twice.");
	MUST(casework_live_plan_again(other, live_conference(desk), &mem, &page, f));
	page.plan.conference_id = live_conference(desk);
	page.plan.visits = "Every ten days.";
	page.plan.harm = "No food either.";
	MUST(casework_live_plan(other, &page.plan, f));
	desk_keys(desk, "Tab"); /* one of their fields is taken in; where both wrote nothing is stored */
	desk_shows(desk, "Another person wrote in the same field meanwhile.");
	assert_string_equal(casework_fixture_text(desk->file, "SELECT harm FROM plan_version"), "No food either.");
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "Nobody was at home. Twice.");
	desk_shows(desk, "No food either.");
	desk_keys(desk, "b Ctrl-S");
	assert_string_equal(casework_fixture_text(desk->file, "SELECT harm FROM plan_version"),
			    "No food either.\nNobody was at home. Twice.");
	assert_string_equal(casework_fixture_text(desk->file, "SELECT visits FROM plan_version"), "Every ten days.");
	casework_close(other);
	arena_finish(&mem);
}

static void an_action_says_what_who_and_by_when(void **state)
{
	struct desk_fixture *desk = *state;

	decided(desk);
	open_step(desk, "8");
	desk_keys(desk, "a");
	desk_shows(desk, "professionals + family · Action");
	desk_type(desk, "Sees the children at school every Monday");
	desk_keys(desk, "Tab");
	desk_type(desk, "evans");
	desk_keys(desk, "Down Enter");
	desk_type(desk, "27 3 2026");
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "By"); /* a day that has passed stays in the form */
	assert_int_equal(number(desk->file, "SELECT count(*) FROM plan_action"), 0);
	desk_keys(desk, "Ctrl-U");
	desk_type(desk, "20 4");
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "Saved: Sees the children");
	live_golden(desk, "live-plan-action-80x24.screen");
	desk_keys(desk, "End x");
	assert_int_equal(number(desk->file, "SELECT count(*) FROM plan_action"), 0);
}

/* While everybody is there, and after closing: the file is the chair's alone. */
static void the_plan_is_printed_for_the_room(void **state)
{
	struct desk_fixture *desk = *state;
	char folder[] = "/tmp/quorate-plan-XXXXXX", path[80];
	struct stat found;

	decided(desk);
	assert_non_null(mkdtemp(folder));
	open_step(desk, "8");
	desk_keys(desk, "P");
	desk_shows(desk, "Outline plan for the room: into which folder?");
	desk_keys(desk, "Ctrl-U");
	desk_type(desk, folder);
	desk_keys(desk, "Enter");
	desk_shows(desk, "There is no outline plan of C-0");
	desk_keys(desk, "Esc Enter");
	desk_type(desk, "Nobody was at home for two nights.");
	desk_keys(desk, "Esc P Ctrl-U");
	desk_type(desk, folder);
	desk_keys(desk, "Enter");
	desk_shows(desk, "The outline plan is in");
	snprintf(path, sizeof path, "%s/%s-outline-plan.pdf", folder,
		 casework_fixture_text(desk->file, "SELECT reference FROM conference WHERE held_on = '" FIXTURE_TODAY
						   "' AND starts = 600 ORDER BY id"));
	assert_int_equal(stat(path, &found), 0);
	assert_int_equal(found.st_mode & 0777, 0600);
	unlink(path);
	rmdir(folder);
}

/* After the line was cut in a form: the draft is one key away from every step. */
static void a_draft_is_taken_up_from_any_step(void **state)
{
	struct desk_fixture *desk = *state;

	decided(desk);
	open_step(desk, "8");
	desk_keys(desk, "a");
	desk_type(desk, "Sees the children at school");
	desk_keys(desk, "Esc k 3 D");
	desk_shows(desk, "Drafts · 1 not saved yet");
	desk_keys(desk, "Enter");
	desk_shows(desk, "Sees the children at school");
}

static void the_core_group_meets_inside_its_limit(void **state)
{
	struct desk_fixture *desk = *state;

	decided(desk);
	open_step(desk, "9");
	desk_shows(desk, "Core group: nobody yet. p proposes its members.");
	desk_keys(desk, "p");
	desk_shows(desk, "Amelia Loveridge");
	desk_shows(desk, "N. Rahman");
	desk_shows(desk, "Left to you (a adds): Tommy Doran, father:"); /* an address is kept from him */
	desk_keys(desk, "m");
	desk_type(desk, "20 4");
	desk_keys(desk, "Tab");
	desk_type(desk, "10");
	desk_keys(desk, "Tab Tab");
	desk_type(desk, "Ashfield School");
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "Why late");
	assert_int_equal(number(desk->file, "SELECT count(*) FROM core_group_meeting"), 0);
	desk_keys(desk, "BackTab BackTab BackTab BackTab Ctrl-U");
	desk_type(desk, "14 4");
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "Tue 14 Apr 2026 10:00, Ashfield School");
	live_golden(desk, "live-dates-80x24.screen");
}

static void the_review_is_booked_there_and_then(void **state)
{
	struct desk_fixture *desk = *state;

	decided(desk);
	open_step(desk, "9");
	desk_keys(desk, "r");
	desk_shows(desk, "Book · review");
	desk_keys(desk, "Enter y");
	assert_int_equal(number(desk->file,
				"SELECT count(*) FROM conference WHERE type = 'review' AND"
				" state = 'scheduled' AND earlier_id = %lld",
				(long long)live_conference(desk)),
			 1);
	desk_shows(desk, "Next review");
	desk_shows_not(desk, "not booked: by Tue 30 Jun");
	desk_keys(desk, "g y");
	assert_int_equal(number(desk->file, "SELECT count(*) FROM conference WHERE type = 'review' AND"
					    " state = 'scheduled'"),
			 0);
}

static void closing_names_what_is_missing_and_asks_why(void **state)
{
	struct desk_fixture *desk = *state;

	decided(desk);
	open_step(desk, "9");
	desk_keys(desk, "p m");
	desk_type(desk, "14 4");
	desk_keys(desk, "Tab");
	desk_type(desk, "10");
	desk_keys(desk, "Tab Tab");
	desk_type(desk, "Ashfield School");
	desk_keys(desk, "Ctrl-S r Enter y 0");
	live_golden(desk, "live-check-80x24.screen");
	desk_keys(desk, "c");
	desk_shows(desk, "Why is it closed all the same?");
	desk_keys(desk, "Enter");
	assert_int_equal(number(desk->file, "SELECT count(*) FROM plan WHERE started_on = '" FIXTURE_TODAY "'"), 0);
	desk_type(desk, "The fire alarm");
	desk_keys(desk, "Enter");
	desk_shows(desk, "is closed. Look at the decision letters now?");
	desk_keys(desk, "n");
	desk_shows(desk, "It is over. P prints the plan for the room");
	assert_int_equal(number(desk->file, "SELECT count(*) FROM plan WHERE started_on = '" FIXTURE_TODAY "'"), 2);
	assert_int_equal(number(desk->file, "SELECT count(*) FROM plan_version WHERE issued_on IS NOT NULL"), 0);
}

#define HELD "(SELECT id FROM conference WHERE state = 'in_progress')"

/* As a chair leaves it who did everything. */
static void everything_is_done(struct desk_fixture *desk)
{
	static const char *const done[] = {
		"INSERT OR REPLACE INTO run_mark (conference_id, invitee_id, item, answer, by_user, at) SELECT"
		" i.conference_id, i.id, m.item, 'yes', 'x', 1 FROM (SELECT 'leaflet' AS item UNION SELECT "
		"'reports_read'"
		" UNION SELECT 'names_right' UNION SELECT 'rights' UNION SELECT 'recording') AS m, invitee AS i WHERE"
		" i.conference_id = " HELD,
		"INSERT OR REPLACE INTO run_mark (conference_id, invitee_id, item, answer, by_user, at) SELECT " HELD
		", 0, item, 'yes', 'x', 1 FROM (SELECT 'welcome' AS item UNION SELECT 'apologies' UNION SELECT"
		" 'confidentiality' UNION SELECT 'equality' UNION SELECT 'difference' UNION SELECT 'purpose' UNION "
		"SELECT"
		" 'interpreter')",
		"INSERT INTO view (conference_id, invitee_id, person_id, plan, by_user, at) SELECT i.conference_id, "
		"i.id,"
		" c.person_id, 'yes', 'x', 1 FROM invitee AS i JOIN conference_child AS c ON c.conference_id ="
		" i.conference_id WHERE i.capacity = 'professional' AND i.conference_id = " HELD,
		"INSERT INTO live_note (conference_id, heading, text, by_user, at) VALUES (" HELD
		", 'purpose', 'x', 'x', 1)",
		"UPDATE report SET not_shared_why = 'read out'",
	};

	attends(desk, "Joy Bell", ATTENDANCE_ABSENT);
	attends(desk, "Tommy", ATTENDANCE_APOLOGIES);
	for (size_t i = 0; i < sizeof done / sizeof *done; i++)
		casework_fixture_number(desk->file, done[i]);
}

/* Its "yes" closes it and is no answer to any other question of a live conference. */
static void with_nothing_missing_one_question_closes_it(void **state)
{
	struct desk_fixture *desk = *state;

	decided(desk);
	everything_is_done(desk);
	open_step(desk, "8");
	desk_keys(desk, "Enter");
	desk_type(desk, "Alone.");
	desk_keys(desk, "Tab");
	desk_type(desk, "Never alone.");
	desk_keys(desk, "Tab Tab Tab Tab Tab Tab Tab");
	desk_type(desk, "The discussion meets at once.");
	desk_keys(desk, "Esc a");
	desk_type(desk, "Visits");
	desk_keys(desk, "Tab");
	desk_type(desk, "Nana");
	desk_keys(desk, "Ctrl-S 9 p m");
	desk_type(desk, "14 4");
	desk_keys(desk, "Tab");
	desk_type(desk, "10");
	desk_keys(desk, "Tab Tab");
	desk_type(desk, "Ashfield School");
	desk_keys(desk, "Ctrl-S r Enter y 0");
	desk_shows_not(desk, "Missing:");
	desk_keys(desk, "c");
	desk_shows(desk, "Close C-0006");
	desk_keys(desk, "y");
	desk_shows(desk, "is closed. Look at the decision letters now?");
	assert_int_equal(number(desk->file, "SELECT count(*) FROM plan WHERE started_on = '" FIXTURE_TODAY "'"), 2);
}

static void it_keeps_working_at_every_size(void **state)
{
	static const char *const steps[] = {"8", "9", "0"};
	struct desk_fixture *desk = *state;

	decided(desk);
	for (size_t i = 0; i < 3; i++) {
		open_step(desk, steps[i]);
		for (int rows = 1; rows <= 60; rows += 11)
			for (int columns = 1; columns <= 200; columns += 33) {
				tui_headless_resize(desk->tui, rows, columns);
				desk_keys(desk, *steps[i] == '0' ? "Down Up" : "Down Enter Esc Up");
			}
		tui_headless_resize(desk->tui, 24, 80);
		desk_shows(desk, "LIVE C-");
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		LIVE_TEST(before_deciding_there_is_no_plan),
		LIVE_TEST(where_no_plan_follows_none_is_asked_for),
		LIVE_TEST(every_part_of_the_plan_is_stored_when_it_is_left),
		LIVE_TEST(two_people_write_in_one_plan),
		LIVE_TEST(an_action_says_what_who_and_by_when),
		LIVE_TEST(the_plan_is_printed_for_the_room),
		LIVE_TEST(a_draft_is_taken_up_from_any_step),
		LIVE_TEST(the_core_group_meets_inside_its_limit),
		LIVE_TEST(the_review_is_booked_there_and_then),
		LIVE_TEST(closing_names_what_is_missing_and_asks_why),
		LIVE_TEST(with_nothing_missing_one_question_closes_it),
		LIVE_TEST(it_keeps_working_at_every_size),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
