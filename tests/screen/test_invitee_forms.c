/* The forms about one invitee: changed, excluded, answered, in sittings; drafts, and whoever saves second. */
#include "casework/intake.h"
#include "casework/invitees.h"
#include "desk_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

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

static void open_tab(struct desk_fixture *fixture)
{
	desk_keys(fixture, ":");
	desk_type(fixture, "C-0004");
	desk_keys(fixture, "Enter 3");
}

/* Both children, a father of one name in Arabic, and whoever else is proposed are on the list; the father is chosen. */
static int setup(void **state)
{
	const struct intake_person father = {.family_reference = "FAM-0003",
					     .relationship = RELATIONSHIP_FATHER,
					     .parental_responsibility = ANSWER_YES,
					     .person = {.reference = "",
							.la_child_id = "",
							.upn = "",
							.upn_unknown = "",
							.nhs_number = "",
							.surname = "",
							.given_names = "أحمد",
							.known_as = "",
							.born_on = DAY_NONE,
							.expected_on = DAY_NONE,
							.died_on = DAY_NONE,
							.ethnicity = "",
							.disabilities = "",
							.language = "Arabic",
							.needs_interpreter = true,
							.phone = "01632 960777",
							.email = ""},
					     .address = {.lines = "9 Quay Street",
							 .postcode = "ZZ6 9UZ",
							 .from_on = DAY_NONE,
							 .to_on = DAY_NONE,
							 .confidential_from = ""}};
	struct desk_fixture *fixture;
	enum intake_result result;
	struct fault f = {0};

	if (desk_fixture_setup(state) != 0)
		return -1;
	fixture = *state;
	if (!intake_person(fixture->file->cw, &father, &result, &f))
		fail_msg("%s", f.message);
	open_tab(fixture);
	desk_keys(fixture, "p a Enter");
	desk_shows(fixture, "put on the list");
	desk_keys(fixture, "Home Down Down"); /* beneath the two children */
	return 0;
}

#define FATHER "(SELECT id FROM person WHERE given_names = 'أحمد')"

static const char *father(struct desk_fixture *fixture, const char *column)
{
	char sql[300];

	snprintf(sql, sizeof sql, "SELECT %s FROM invitee WHERE person_id = " FATHER, column);
	return text(fixture, sql);
}

static void how_somebody_is_reached_is_changed(void **state)
{
	struct desk_fixture *fixture = *state;

	desk_keys(fixture, "e");
	desk_golden(fixture, "invitee-80x24.screen");
	desk_keys(fixture, "e Tab"); /* reached by: e-mail */
	next(fixture, "ahmad at example");
	desk_keys(fixture, "Ctrl-S");
	desk_shows(fixture, "it looks like name@example.org");
	desk_keys(fixture, "Ctrl-U");
	desk_type(fixture, "ahmad@example.org");
	desk_keys(fixture, "Ctrl-S");
	desk_shows(fixture, "Saved: أحمد, father.");
	assert_string_equal(father(fixture, "method || ' ' || email"), "email ahmad@example.org");
}

static void a_child_is_asked_about_as_a_child(void **state)
{
	struct desk_fixture *fixture = *state;

	desk_keys(fixture, "Home e");
	desk_golden(fixture, "invitee-child-80x24.screen");
	desk_shows_not(fixture, "Comes as");
	desk_keys(fixture, "Tab Tab");
	next(fixture, "needs pictures");
	next(fixture, "y");
	next(fixture, "t");
	desk_keys(fixture, "Ctrl-S");
	desk_shows(fixture, "Saved: Temilọlá Ọ̀ṣúndé.");
	assert_int_equal(number(fixture, "SELECT count(*) FROM invitee WHERE understanding = 'needs pictures' AND "
					 "chair_invites = 'yes' AND advocate_offered_on = '2026-04-01'"),
			 1);
}

static void whoever_comes_in_their_place_goes_on_the_list(void **state)
{
	struct desk_fixture *fixture = *state;

	desk_keys(fixture, "e Tab Tab Tab Tab");
	next(fixture, "Sarah Doran");
	desk_type(fixture, "cus");
	desk_keys(fixture, "Down Enter Ctrl-S");
	desk_shows(fixture, "Sarah Doran, representative");
	assert_string_equal(father(fixture, "represented_why"), "in custody");
	assert_int_equal(number(fixture, "SELECT count(*) FROM invitee WHERE name = 'Sarah Doran' AND capacity = "
					 "'representative' AND represented_why = 'in custody' AND for_invitee_id = "
					 "(SELECT id FROM invitee WHERE person_id = " FATHER ")"),
			 1);
}

/* Another's save is one sentence: what they changed appears, what was typed here stays, and saving again keeps both. */
static void nothing_is_lost_to_whoever_saved_first(void **state)
{
	struct desk_fixture *fixture = *state;
	struct arena mem = {0};
	struct invitees_page page;
	struct fault f = {0};

	desk_keys(fixture, "e Tab");
	desk_type(fixture, "01632 960999");
	assert_true(casework_invitees(fixture->file->cw, number(fixture, "SELECT conference_id FROM invitee LIMIT 1"),
				      &mem, &page, &f));
	for (size_t i = 0; i < page.lines.count; i++) {
		struct invitee theirs = page.lines.items[i].invitee;

		theirs.transport = "taxi";
		if (theirs.person_id == number(fixture, "SELECT id FROM person WHERE given_names = 'أحمد'"))
			assert_true(casework_invitee_save(fixture->file->cw, &theirs, &f));
	}
	arena_finish(&mem);
	desk_keys(fixture, "Ctrl-S");
	desk_shows(fixture, "Another person saved the same record");
	desk_shows(fixture, "taxi");
	assert_int_equal(number(fixture, "SELECT count(*) FROM draft WHERE form = 'invitee'"), 1);
	desk_keys(fixture, "Ctrl-S");
	desk_shows(fixture, "Saved");
	assert_string_equal(father(fixture, "phone || ' ' || transport"), "01632 960999 taxi");
	assert_int_equal(number(fixture, "SELECT count(*) FROM draft"), 0);
}

static void a_kill_leaves_a_draft_of_each_form(void **state)
{
	static const struct {
		const char *keys, *typed, *shows;
	} rows[] = {
		{"e Tab", "01632 960999", "Invitee · أحمد, father"},
		{"r c Tab", "mon", "Answer · أحمد, father"},
		{"x w Tab Tab", "Shabana", "Ask to stay away · أحمد, father"},
	};
	struct desk_fixture *fixture = *state;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		if (i)
			open_tab(fixture);
		desk_keys(fixture, "Home Down Down");
		desk_keys(fixture, rows[i].keys);
		desk_keys(fixture, "Ctrl-U");
		next(fixture, rows[i].typed);
		desk_restart(fixture);
		desk_keys(fixture, "D Enter");
		desk_shows(fixture, rows[i].shows);
		desk_shows(fixture, rows[i].typed);
		desk_keys(fixture, "Esc");
		desk_shows(fixture, "Discard");
		desk_keys(fixture, "d Esc");
		assert_int_equal(number(fixture, "SELECT count(*) FROM draft"), 0);
	}
}

static void a_newcomer_is_taken_up_again(void **state)
{
	struct desk_fixture *fixture = *state;

	desk_keys(fixture, "a");
	desk_type(fixture, "Hương");
	desk_keys(fixture, "Enter Tab Tab"); /* past how and the e-mail address */
	next(fixture, "01632 960123");
	desk_restart(fixture);
	desk_keys(fixture, "D Enter");
	desk_shows(fixture, "Add to the list · Hương Ivanova");
	desk_keys(fixture, "Ctrl-S");
	desk_shows(fixture, "Saved");
	assert_int_equal(number(fixture, "SELECT count(*) FROM invitee WHERE phone = '01632 960123'"), 1);
	assert_int_equal(number(fixture, "SELECT count(*) FROM draft"), 0);
}

static void ask_to_stay_away(struct desk_fixture *fixture)
{
	desk_keys(fixture, "x v Tab a Tab");
	next(fixture, "Shabana Kovalenko");
	desk_golden(fixture, "exclusion-80x24.screen");
	desk_keys(fixture, "Ctrl-S");
	desk_shows(fixture, "Saved: asked that");
}

static void an_exclusion_is_asked_decided_and_ended(void **state)
{
	struct desk_fixture *fixture = *state;

	ask_to_stay_away(fixture);
	desk_shows(fixture, "exclusion to decide");
	assert_string_equal(father(fixture, "exclusion || ' ' || exclusion_reason || ' ' || exclusion_asked_by"),
			    "asked disruption Shabana Kovalenko");
	desk_keys(fixture, "x d s");
	desk_shows(fixture, "could not go on calmly");
	desk_keys(fixture, "Tab Tab Tab");
	next(fixture, "A letter that the chair reads out.");
	desk_golden(fixture, "exclusion-decided-80x24.screen");
	next(fixture, "S. Pritchard");
	desk_keys(fixture, "Ctrl-S");
	desk_shows(fixture, "stays away from all of it. A letter is due.");
	desk_shows(fixture, "excluded: whole");
	desk_keys(fixture, "y");
	desk_shows(fixture, "end the exclusion first");
	desk_keys(fixture, "x e");
	desk_type(fixture, "The risk is over.");
	desk_keys(fixture, "Enter");
	desk_shows(fixture, "may come after all");
	assert_string_equal(father(fixture, "exclusion"), "none");
}

/* Words that nobody wrote follow the reason; words that somebody wrote stay. */
static void the_words_follow_the_reason(void **state)
{
	struct desk_fixture *fixture = *state;

	ask_to_stay_away(fixture);
	desk_keys(fixture, "x d s Tab t"); /* t: the child asks */
	desk_shows(fixture, "It would help the child");
	desk_keys(fixture, "Tab End");
	desk_type(fixture, " We are sorry to ask this of you.");
	desk_keys(fixture, "BackTab w");
	desk_shows(fixture, "It would help the child");
	desk_shows(fixture, "sorry to ask");
}

static void an_answer_has_its_day_and_words(void **state)
{
	struct desk_fixture *fixture = *state;

	desk_keys(fixture, "r n Tab");
	desk_keys(fixture, "Ctrl-U");
	next(fixture, "y");
	desk_type(fixture, "tel");
	desk_keys(fixture, "Down Enter");
	desk_type(fixture, "Works nights.");
	desk_keys(fixture, "Ctrl-S");
	desk_shows(fixture, "not coming");
	assert_string_equal(father(fixture, "reply || '/' || reply_on || '/' || reply_how || '/' || reply_note"),
			    "declined/2026-03-31/telephone/Works nights.");
}

static void sittings_have_times_of_their_own(void **state)
{
	struct desk_fixture *fixture = *state;

	desk_keys(fixture, "g");
	desk_shows(fixture, "has no time yet: book it first");
	desk_keys(fixture, "1 b Enter y Enter 3 g");
	desk_shows(fixture, "Booked from");
	desk_golden(fixture, "sittings-80x24.screen");
	next(fixture, "9:30");
	next(fixture, "45");
	next(fixture, "mother");
	next(fixture, "10");
	next(fixture, "45");
	next(fixture, "father");
	desk_keys(fixture, "Ctrl-S");
	desk_shows(fixture, "before sitting 1 ends");
	desk_keys(fixture, "BackTab BackTab BackTab Ctrl-U");
	desk_type(fixture, "10:30");
	desk_keys(fixture, "Ctrl-S");
	desk_shows(fixture, "Sitting 2  10:30 to 11:15  father");
	desk_keys(fixture, "Home Down Down e Tab Tab Tab Tab");
	desk_type(fixture, "3");
	desk_keys(fixture, "Ctrl-S");
	desk_shows(fixture, "There is no sitting \"3\"");
	desk_keys(fixture, "Ctrl-U 2");
	desk_shows(fixture, "= 10:30 to 11:15, father");
	desk_keys(fixture, "Ctrl-S");
	assert_string_equal(father(fixture, "sitting"), "2");
	desk_keys(fixture, "g Ctrl-U Tab Ctrl-U Tab Ctrl-U Tab Ctrl-U Tab Ctrl-U Tab Ctrl-U Ctrl-S");
	desk_shows(fixture, "is down for sitting 2");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, desk_fixture_teardown)
	const struct CMUnitTest tests[] = {
		TEST(how_somebody_is_reached_is_changed),
		TEST(a_child_is_asked_about_as_a_child),
		TEST(whoever_comes_in_their_place_goes_on_the_list),
		TEST(nothing_is_lost_to_whoever_saved_first),
		TEST(a_kill_leaves_a_draft_of_each_form),
		TEST(a_newcomer_is_taken_up_again),
		TEST(an_exclusion_is_asked_decided_and_ended),
		TEST(the_words_follow_the_reason),
		TEST(an_answer_has_its_day_and_words),
		TEST(sittings_have_times_of_their_own),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
