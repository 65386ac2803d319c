/* Deciding, by hand: one form for one child or several alike, what refuses it, what others write meanwhile. */
#include "live_desk.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const char reasons[] = "Left alone at night three times since January.";

static int64_t decided(struct desk_fixture *desk, const char *where)
{
	return number(desk->file, "SELECT count(*) FROM child_decision WHERE %s", where);
}

/* Chidi, Ada and Skye; everybody is there, and the chair sits at step 7. */
static void at_the_table(struct desk_fixture *desk)
{
	another_child(desk, "Skye", "2018-06-03");
	everybody_comes(desk);
	start_as(desk, "spritchard", ROLE_BIT(ROLE_CHAIR));
	open_step(desk, "7");
}

/* The same as a review: each of the conference has a plan for neglect. */
static void at_a_review(struct desk_fixture *desk)
{
	int64_t id = live_conference(desk);

	another_child(desk, "Skye", "2018-06-03");
	number(desk->file, "UPDATE conference SET type = 'review' WHERE id = %lld", (long long)id);
	number(desk->file,
	       "INSERT INTO plan (reference, person_id, family_id, started_on, category_initial, category_latest)"
	       " SELECT 'P-9' || k.person_id, k.person_id, c.family_id, '2025-06-03', 'NEG', 'NEG' FROM "
	       "conference_child k"
	       " JOIN conference c ON c.id = k.conference_id WHERE c.id = %lld",
	       (long long)id);
	everybody_comes(desk);
	start_as(desk, "spritchard", ROLE_BIT(ROLE_CHAIR));
	open_step(desk, "7");
}

static size_t keys_pressed(struct desk_fixture *desk, const char *keys)
{
	size_t count = 1;

	desk_keys(desk, keys);
	for (const char *at = keys; *at; at++)
		count += *at == ' ';
	return count;
}

/* --- One child --- */

static void a_new_plan_is_made(void **state)
{
	struct desk_fixture *desk = *state;

	at_the_table(desk);
	live_golden(desk, "live-decide-80x24.screen");
	desk_keys(desk, "Enter p Tab n Tab y Tab Tab Tab");
	desk_type(desk, reasons);
	desk_keys(desk, "Tab 1 Tab");
	desk_type(desk, "wants to stay with Nana");
	live_golden(desk, "live-decision-80x24.screen");
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "plan made: NEG, PHY");
	assert_int_equal(decided(desk, "outcome = 'plan_made' AND category = 'NEG' AND participation = 'PN1'"), 1);
}

/* Cut by its column it would read as eighteen years. */
static void the_age_of_a_baby_says_months(void **state)
{
	struct desk_fixture *desk = *state;

	another_child(desk, "Sol", "2024-09-20");
	at_the_table(desk);
	desk_shows(desk, "Sol Loveridge    18 m");
}

static void a_plan_without_a_category_is_refused(void **state)
{
	struct desk_fixture *desk = *state;

	at_the_table(desk);
	desk_keys(desk, "Enter p Tab Tab");
	desk_type(desk, reasons);
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "Category: an answer is needed");
	desk_shows(desk, reasons);
	assert_int_equal(decided(desk, "decided_at > 0"), 0);
}

static void what_may_be_decided_follows_from_the_kind(void **state)
{
	struct desk_fixture *desk = *state;

	at_the_table(desk);
	desk_keys(desk, "Enter e");
	desk_shows(desk, "< early help instead >");
	desk_keys(desk, "Down");
	desk_shows_not(desk, "Category");
	desk_shows(desk, "What help follows");
	desk_keys(desk, "Up s");
	desk_shows(desk, "Not decided because");
	desk_shows_not(desk, "Reasons");
	desk_keys(desk, "Left Left");
	desk_shows_not(desk, "< continues >"); /* no plan is there to go on */
}

static void soft_rules_ask_why_and_take_it(void **state)
{
	struct desk_fixture *desk = *state;

	at_the_table(desk);
	desk_keys(desk, "Enter n Tab");
	desk_type(desk, reasons);
	desk_keys(desk, "Ctrl-S");
	live_golden(desk, "live-decision-warned-80x24.screen");
	assert_int_equal(decided(desk, "decided_at > 0"), 0);
	desk_type(desk, "her aunt speaks for her on Friday");
	desk_keys(desk, "Ctrl-S");
	assert_int_equal(decided(desk, "warnings_accepted = 'her aunt speaks for her on Friday'"), 1);
}

/* What was warned of is written down after all: then nothing is left to answer for. */
static void what_was_mended_asks_no_reason(void **state)
{
	struct desk_fixture *desk = *state;

	at_the_table(desk);
	desk_keys(desk, "Enter n Tab");
	desk_type(desk, reasons);
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "It is not written down how");
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "Not saved yet");
	assert_int_equal(decided(desk, "decided_at > 0"), 0);
	desk_keys(desk, "BackTab BackTab BackTab 1 Tab");
	desk_type(desk, "wants to stay with Nana");
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "Saved for");
	assert_int_equal(decided(desk, "participation = 'PN1'"), 1);
	assert_int_equal(decided(desk, "warnings_accepted = ''"), 1);
}

/* What was agreed to is what stood there: a warning that came since is shown before it counts as answered. */
static void an_old_reason_answers_no_new_warning(void **state)
{
	struct desk_fixture *desk = *state;

	at_the_table(desk);
	desk_keys(desk, "Enter n Tab");
	desk_type(desk, reasons);
	desk_keys(desk, "Ctrl-S");
	desk_type(desk, "spoken to tomorrow");
	desk_keys(desk, "Ctrl-S Enter Ctrl-S");
	desk_shows(desk, "It is not written down how");
	desk_shows(desk, "Not saved yet");
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "Saved for");
}

/* --- Reviews --- */

static void siblings_differ_at_a_review(void **state)
{
	struct desk_fixture *desk = *state;

	at_a_review(desk);
	desk_keys(desk, "Enter c Tab e");
	desk_shows(desk, "< Emotional abuse >");
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "Reasons: an answer is needed");
	desk_type(desk, "It is the shouting now.");
	desk_keys(desk, "Ctrl-S");
	desk_type(desk, "asked tomorrow");
	desk_keys(desk, "Ctrl-S Down Enter e Tab n Tab");
	desk_type(desk, "Fed, dressed and at school since Christmas.");
	desk_keys(desk, "Tab");
	desk_type(desk, "child in need plan");
	desk_keys(desk, "Ctrl-S");
	desk_type(desk, "asked tomorrow");
	desk_keys(desk, "Ctrl-S Down c");
	desk_type(desk, reasons);
	desk_keys(desk, "Ctrl-S");
	desk_type(desk, "asked tomorrow");
	desk_keys(desk, "Ctrl-S");
	live_golden(desk, "live-decide-review-80x24.screen");
	assert_int_equal(decided(desk, "outcome = 'plan_continues' AND category = 'EMO'"), 1);
	assert_int_equal(decided(desk, "outcome = 'plan_continues' AND category = 'NEG'"), 1);
	assert_int_equal(decided(desk, "outcome = 'plan_ends' AND end_reason = 'no_risk'"), 1);
}

/* The reasons and the word about the warnings count as one key each. */
static void three_alike_take_few_keys(void **state)
{
	struct desk_fixture *desk = *state;
	size_t keys = 2;

	at_a_review(desk);
	keys += keys_pressed(desk, "= c");
	desk_type(desk, reasons);
	keys += keys_pressed(desk, "Ctrl-S");
	desk_shows(desk, "It is not written down how Chidi, Skye and Ada took part.");
	live_golden(desk, "live-decision-alike-80x24.screen");
	desk_type(desk, "all three are seen tomorrow");
	keys += keys_pressed(desk, "Ctrl-S");
	desk_shows(desk, "Saved for 3 children: plan continues.");
	assert_int_equal(decided(desk, "outcome = 'plan_continues' AND category = 'NEG'"), 3);
	assert_true(keys <= 20);
}

static void three_new_plans_alike_take_few_keys(void **state)
{
	struct desk_fixture *desk = *state;
	size_t keys = 2;

	at_the_table(desk);
	keys += keys_pressed(desk, "Space Space Space Enter p Tab n Tab Tab Tab Tab");
	desk_shows(desk, "One decision for 3 children");
	desk_type(desk, reasons);
	keys += keys_pressed(desk, "Ctrl-S");
	desk_type(desk, "all three are seen tomorrow");
	keys += keys_pressed(desk, "Ctrl-S");
	assert_int_equal(decided(desk, "outcome = 'plan_made' AND category = 'NEG'"), 3);
	assert_true(keys <= 20);
	desk_shows_not(desk, "[x]"); /* whoever is decided for is not ticked any more */
}

static void plans_of_other_categories_do_not_go_on_alike(void **state)
{
	struct desk_fixture *desk = *state;

	at_a_review(desk);
	number(desk->file, "UPDATE plan SET category_latest = 'EMO' WHERE id = (SELECT max(id) FROM plan)");
	desk_keys(desk, "r = c");
	desk_shows(desk, "have plans of other categories");
}

/* --- The household --- */

static void a_child_of_the_household_is_said_why_not(void **state)
{
	struct desk_fixture *desk = *state;
	struct person leo = a_child("Leo", "Loveridge", "2020-01-09");

	MUST(casework_member_add(desk->file->cw, family_of(desk->file, live_conference(desk)), &leo, RELATIONSHIP_CHILD,
				 ANSWER_UNKNOWN, NULL, f));
	at_the_table(desk);
	desk_shows(desk, "Also of the household");
	desk_keys(desk, "=");
	desk_shows(desk, "3 ticked: Enter decides for them alike.");
	desk_keys(desk, "=");
	desk_shows(desk, "4 ticked");
	desk_keys(desk, "=");
	desk_shows(desk, "Nobody is ticked.");
	desk_keys(desk, "End n");
	desk_shows(desk, "Decide · Leo Loveridge");
	desk_type(desk, "with his father in Leeds since March");
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "nothing decided: with");
	assert_int_equal(decided(desk, "not_decided_why = 'with his father in Leeds since March'"), 1);
}

/* --- The quorum --- */

static void without_a_quorum_it_proceeds_with_a_reason(void **state)
{
	struct desk_fixture *desk = *state;

	attends(desk, "T. Campbell", ATTENDANCE_ROOM);
	start_as(desk, "spritchard", ROLE_BIT(ROLE_CHAIR));
	open_step(desk, "7");
	desk_shows(desk, "No quorum");
	desk_keys(desk, "Enter n Tab");
	desk_type(desk, reasons);
	desk_keys(desk, "Ctrl-S");
	desk_type(desk, "asked tomorrow");
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "There is no quorum for");
	live_golden(desk, "live-quorum-80x24.screen");
	desk_keys(desk, "h Tab e Tab");
	desk_type(desk, "The nurse is ill; her report is in.");
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "is held without a quorum");
	assert_int_equal(decided(desk, "decided_at > 0"), 0);
	desk_keys(desk, "Ctrl-S"); /* what was typed stood there all the time */
	desk_shows(desk, "Saved for");
	assert_int_equal(decided(desk, "outcome = 'no_further_action'"), 1);
}

/* The longest reason fills the row: how many there are is then left out, not cut in the middle. */
static void a_long_choice_is_followed_by_no_half_count(void **state)
{
	struct desk_fixture *desk = *state;

	at_a_review(desk);
	open_step(desk, "7");
	desk_keys(desk, "Enter Right Right Tab Right");
	desk_shows(desk, "< no longer at continuing risk of significant harm >");
	desk_shows_not(desk, "significant harm > 1");
	tui_headless_resize(desk->tui, 24, 100);
	desk_shows(desk, "significant harm > 1 of ");
}

static void without_a_quorum_it_ends_with_an_interim_plan(void **state)
{
	struct desk_fixture *desk = *state;

	attends(desk, "T. Campbell", ATTENDANCE_ROOM);
	start_as(desk, "spritchard", ROLE_BIT(ROLE_CHAIR));
	open_step(desk, "7");
	desk_keys(desk, "Enter n Tab");
	desk_type(desk, reasons);
	desk_keys(desk, "Ctrl-S");
	desk_type(desk, "asked tomorrow");
	desk_keys(desk, "Ctrl-S n Tab");
	desk_type(desk, "They sleep at their aunt's; the social worker calls daily.");
	desk_keys(desk, "Tab");
	desk_type(desk, "Nobody came from health or school.");
	desk_keys(desk, "Ctrl-S y");
	desk_shows(desk, "was not quorate");
	desk_shows(desk, "[7 Decide]"); /* the decision's form has closed: nothing is left to decide */
	assert_int_equal(number(desk->file, "SELECT count(*) FROM conference WHERE state = 'inquorate'"), 1);
	assert_int_equal(number(desk->file, "SELECT count(*) FROM draft WHERE form = 'decision'"), 1);
}

/* --- Two people, and a line that breaks --- */

static void what_the_minute_taker_writes_arrives(void **state)
{
	struct desk_fixture *desk = *state;
	struct child_decision heard = child_decision_blank();
	struct casework *minutes;

	at_the_table(desk);
	desk_keys(desk, "Enter n Tab");
	desk_type(desk, reasons);
	minutes = another_session(desk, "minutes");
	heard.conference_id = live_conference(desk);
	heard.person_id = number(desk->file,
				 "SELECT person_id FROM conference_child k JOIN person p ON p.id = k.person_id"
				 " WHERE k.conference_id = %lld AND p.given_names = 'Chidi'",
				 (long long)heard.conference_id);
	heard.participation = PARTICIPATION_PN6;
	heard.child_views = "a drawing of the cat";
	MUST(casework_live_participation(minutes, &heard, f));
	casework_close(minutes);
	tui_headless_turn(desk->tui);
	desk_shows(desk, "what they wrote is here beside yours");
	desk_shows(desk, reasons);
	desk_shows(desk, "a drawing of the cat");
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "Saved for Chidi");
	assert_int_equal(decided(desk, "participation = 'PN6' AND outcome = 'no_further_action'"), 1);
}

static void a_cut_line_loses_nothing(void **state)
{
	struct desk_fixture *desk = *state;

	at_a_review(desk);
	desk_keys(desk, "= c");
	desk_type(desk, reasons);
	for (int i = 0; i < 6; i++)
		tui_headless_turn(desk->tui);
	start_as(desk, "spritchard", ROLE_BIT(ROLE_CHAIR));
	desk_shows(desk, "Plan continues ·");
	desk_keys(desk, "D Enter");
	desk_shows(desk, reasons);
	desk_shows(desk, "< continues >");
	desk_keys(desk, "Ctrl-S");
	desk_type(desk, "all three are seen tomorrow");
	desk_keys(desk, "Ctrl-S");
	assert_int_equal(decided(desk, "outcome = 'plan_continues'"), 3);
	assert_int_equal(number(desk->file, "SELECT count(*) FROM draft"), 0);
}

static void others_read_and_do_not_decide(void **state)
{
	struct desk_fixture *desk = *state;

	at_the_table(desk);
	start_as(desk, "minutes", ROLE_BIT(ROLE_BUSINESS_SUPPORT));
	number(desk->file, "UPDATE live_state SET step = 'decide'");
	desk_keys(desk, "Y y Down Enter L");
	desk_shows(desk, "[7 Decide]");
	desk_keys(desk, "Space");
	desk_shows(desk, "Only the chair of");
	desk_keys(desk, "Enter");
	desk_shows(desk, "Nothing is decided about");
}

/* --- Recommended besides --- */

static void a_recommendation_is_made_changed_and_dropped(void **state)
{
	struct desk_fixture *desk = *state;

	at_the_table(desk);
	desk_keys(desk, "a l");
	desk_type(desk, "Advice on an interim order.");
	desk_keys(desk, "Tab Right Tab");
	desk_type(desk, "legal services");
	desk_keys(desk, "Tab");
	desk_type(desk, "+5wd");
	live_golden(desk, "recommendation-80x24.screen");
	desk_keys(desk, "Ctrl-S End");
	live_golden(desk, "live-decide-recommended-80x24.screen");
	desk_keys(desk, "Enter Tab Tab Tab Ctrl-U Ctrl-S End");
	desk_shows_not(desk, "by Fri");
	desk_keys(desk, "d y");
	desk_shows(desk, "The recommendation is taken away.");
	assert_int_equal(number(desk->file, "SELECT count(*) FROM recommendation"), 0);
}

static void recommend_and_ask_to_drop(struct desk_fixture *desk)
{
	at_the_table(desk);
	desk_keys(desk, "a l");
	desk_type(desk, "Advice on an interim order.");
	desk_keys(desk, "Tab Right Tab");
	desk_type(desk, "legal services");
	desk_keys(desk, "Ctrl-S End d");
}

/* Yes takes away what was read, and not what another person made of it meanwhile. */
static void a_recommendation_changed_meanwhile_is_not_taken_away(void **state)
{
	struct desk_fixture *desk = *state;
	struct live_page page;
	struct recommendation changed;
	struct arena mem = {0};
	struct casework *chair;

	recommend_and_ask_to_drop(desk);
	casework_close(another_session(desk, "spritchard")); /* who chairs it, at another terminal */
	number(desk->file, "UPDATE user_account SET roles = %u WHERE login = 'spritchard'",
	       (unsigned)ROLE_BIT(ROLE_CHAIR));
	chair = another_session(desk, "spritchard");
	MUST(casework_live(chair, live_conference(desk), &mem, &page, f));
	changed = page.recommendations.items[0];
	changed.who = "the head of service";
	MUST(casework_live_recommend(chair, &changed, f));
	arena_finish(&mem);
	casework_close(chair);
	desk_keys(desk, "y");
	desk_shows(desk, "Nothing was done: ");
	assert_int_equal(number(desk->file, "SELECT count(*) FROM recommendation"), 1);
}

/* The minute-taker saves notes all the time: they are in the way of no yes. */
static void notes_are_in_the_way_of_no_yes(void **state)
{
	struct desk_fixture *desk = *state;
	struct casework *minutes;
	struct live_note note = {.heading = "purpose", .text = "All were welcomed."};

	recommend_and_ask_to_drop(desk);
	minutes = another_session(desk, "minutes");
	note.conference_id = live_conference(desk);
	MUST(casework_live_note(minutes, &note, f));
	casework_close(minutes);
	desk_keys(desk, "y");
	desk_shows(desk, "The recommendation is taken away.");
}

static void it_keeps_working_at_every_size(void **state)
{
	struct desk_fixture *desk = *state;

	at_a_review(desk);
	desk_keys(desk, "a o");
	desk_type(desk, "other");
	desk_keys(desk, "Ctrl-S Home");
	for (int rows = 1; rows <= 60; rows += 7)
		for (int columns = 1; columns <= 240; columns += 23) {
			tui_headless_resize(desk->tui, rows, columns);
			desk_keys(desk, "Enter Down Down Esc = Down End Home");
		}
	tui_headless_resize(desk->tui, 18, 60);
	live_golden(desk, "live-decide-60x18.screen");
	desk_keys(desk, "Enter c Tab");
	live_golden(desk, "live-decision-60x18.screen");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		LIVE_TEST(a_new_plan_is_made),
		LIVE_TEST(the_age_of_a_baby_says_months),
		LIVE_TEST(a_plan_without_a_category_is_refused),
		LIVE_TEST(what_may_be_decided_follows_from_the_kind),
		LIVE_TEST(soft_rules_ask_why_and_take_it),
		LIVE_TEST(what_was_mended_asks_no_reason),
		LIVE_TEST(an_old_reason_answers_no_new_warning),
		LIVE_TEST(siblings_differ_at_a_review),
		LIVE_TEST(three_alike_take_few_keys),
		LIVE_TEST(three_new_plans_alike_take_few_keys),
		LIVE_TEST(plans_of_other_categories_do_not_go_on_alike),
		LIVE_TEST(a_child_of_the_household_is_said_why_not),
		LIVE_TEST(without_a_quorum_it_proceeds_with_a_reason),
		LIVE_TEST(a_long_choice_is_followed_by_no_half_count),
		LIVE_TEST(without_a_quorum_it_ends_with_an_interim_plan),
		LIVE_TEST(what_the_minute_taker_writes_arrives),
		LIVE_TEST(a_cut_line_loses_nothing),
		LIVE_TEST(others_read_and_do_not_decide),
		LIVE_TEST(a_recommendation_is_made_changed_and_dropped),
		LIVE_TEST(a_recommendation_changed_meanwhile_is_not_taken_away),
		LIVE_TEST(notes_are_in_the_way_of_no_yes),
		LIVE_TEST(it_keeps_working_at_every_size),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
