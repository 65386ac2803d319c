/* The plan between conferences: the next version begun from what was given out, given out itself, and never changed. */
#include "casework/live_plan.h"
#include "core_group_steps.h"
#include "plan_calls.h"

static struct family_plan plan_of(struct casework_fixture *fixture, int64_t family, int64_t version)
{
	struct family_plan page;

	MUST(casework_family_plan(fixture->cw, family, version, &fixture->mem, &page, f));
	return page;
}

static struct plan_action adds(struct casework_fixture *fixture, int64_t family, const char *what, const char *who,
			       const char *by)
{
	struct plan_action one = plan_action_blank();

	one.what = what;
	one.who = who;
	one.by_on = by ? date_from_iso(by) : DAY_NONE;
	MUST(casework_plan_action(fixture->cw, family, &one, f));
	return one;
}

static bool gives_out(struct casework_fixture *fixture, int64_t family, const char *on, const char *who,
		      struct fault *f)
{
	struct family_plan page;
	struct plan_giving giving = {.on = date_from_iso(on), .who = who, .how = "by hand", .why = "first core group"};

	if (!casework_family_plan(fixture->cw, family, 0, &fixture->mem, &page, f) || !page.draft ||
	    !casework_family_plan(fixture->cw, family, page.draft, &fixture->mem, &page, f))
		return false;
	giving.id = page.plan.id;
	giving.version = page.plan.version;
	return casework_plan_give_out(fixture->cw, family, &giving, f);
}

#define SAYS_NO(call, code_, words)                                                                                    \
	do {                                                                                                           \
		struct fault why = {0}, *f = &why;                                                                     \
                                                                                                                       \
		assert_false(call);                                                                                    \
		assert_int_equal(why.code, code_);                                                                     \
		if (!strstr(why.message, words))                                                                       \
			fail_msg("%s", why.message);                                                                   \
		assert_true(casework_is_at_rest(fixture->cw));                                                         \
	} while (0)

static void the_outline_plan_is_what_is_shown(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = a_family_on_plan(fixture, "2026-04-09");
	struct family_plan page = plan_of(fixture, family, 0);

	assert_true(page.is_open && page.may_write && page.may_mark);
	assert_string_equal(page.plan.harm, "left alone at night");
	assert_string_equal(page.for_words, "Chidi and Ada");
	assert_int_equal(page.plan.number, 1);
	assert_int_equal(page.newest, page.plan.id);
	assert_int_equal(page.draft, 0);
	assert_int_equal(page.actions.count, 1);
	assert_int_equal(page.children.count, 2);
	assert_true(page.people.count > 0);
	assert_int_equal(audited(fixture, "look.plan"), 1);
}

/* What the core group agrees on is the next version; the one that was given out counts until that one is. */
static void an_action_between_begins_the_next_version(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = a_family_on_plan(fixture, "2026-04-09");
	struct family_plan before = plan_of(fixture, family, 0), draft, after;

	adds(fixture, family, "nursery place", "Emma Evans", "2026-04-20");
	before = plan_of(fixture, family, 0);
	assert_int_equal(before.plan.number, 1);
	draft = plan_of(fixture, family, before.draft);
	assert_int_equal(draft.plan.number, 2);
	assert_int_equal(draft.plan.issued_on, DAY_NONE);
	assert_string_equal(draft.plan.harm, before.plan.harm);
	assert_string_equal(draft.for_words, "Chidi and Ada");
	assert_int_equal(draft.actions.count, 2);
	assert_int_equal(draft.actions.items[0].earlier_id, before.actions.items[0].id);
	assert_int_equal(draft.actions.items[1].earlier_id, 0);
	MUST(gives_out(fixture, family, "2026-04-09", "Grace Adeyemi, mother\n\nK. Evans, school", f));
	after = plan_of(fixture, family, 0);
	assert_int_equal(after.plan.number, 2);
	assert_int_equal(after.draft, 0);
	assert_int_equal(after.given.count, 2); /* an empty line is nobody */
	assert_string_equal(after.given.items[1].who, "K. Evans, school");
	assert_string_equal(after.plan.why, "first core group");
	assert_int_equal(group_page(fixture, family).plan.number, 2);
	assert_int_equal(group_page(fixture, family).actions.count, 2);
	assert_int_equal(audited(fixture, "plan.give_out"), 1);
}

/* What became of an action goes with it; a done one is not carried on, and stays in the version it was in. */
static void what_became_of_an_action_goes_with_it(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = a_family_on_plan(fixture, "2026-04-09");
	struct family_plan page = plan_of(fixture, family, 0);
	struct plan_action one = page.actions.items[0];

	adds(fixture, family, "nursery place", "Emma Evans", NULL);
	one.state = PLAN_ACTION_PARTLY;
	one.evidence = "seen on 9 April";
	MUST(casework_core_group_action(fixture->cw, family, 0, &one, f));
	page = plan_of(fixture, family, plan_of(fixture, family, 0).draft);
	assert_int_equal(page.actions.items[0].state, PLAN_ACTION_PARTLY);
	assert_string_equal(page.actions.items[0].evidence, "seen on 9 April");
	MUST(gives_out(fixture, family, "2026-04-09", "Grace Adeyemi", f));
	page = plan_of(fixture, family, 0);
	one = page.actions.items[0];
	one.state = PLAN_ACTION_DONE;
	MUST(casework_core_group_action(fixture->cw, family, 0, &one, f));
	adds(fixture, family, "health check", "K. Evans", NULL);
	page = plan_of(fixture, family, plan_of(fixture, family, 0).draft);
	assert_int_equal(page.actions.count, 2);
	assert_string_equal(page.actions.items[0].what, "nursery place");
	page = plan_of(fixture, family, page.versions.items[2].id); /* the outline plan */
	assert_int_equal(page.actions.items[0].state, PLAN_ACTION_PARTLY);
}

/* An action that was given out is changed in the next version, under its own text before. */
static void another_wording_is_of_the_next_version(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = a_family_on_plan(fixture, "2026-04-09");
	struct family_plan page = plan_of(fixture, family, 0);
	struct plan_action one = page.actions.items[0];
	struct plan_comparison both;

	one.what = "a lock for both doors";
	MUST(casework_plan_action(fixture->cw, family, &one, f));
	page = plan_of(fixture, family, 0);
	assert_string_equal(page.actions.items[0].what, "a lock for the door");
	MUST(casework_plan_compare(fixture->cw, family, page.draft, page.newest, &fixture->mem, &both, f));
	assert_int_equal(both.before.plan.number, 1);
	assert_int_equal(both.now.plan.number, 2);
	assert_string_equal(both.now.actions.items[0].what, "a lock for both doors");
	assert_int_equal(plan_action_change(plan_action_match(&both.before.actions, &both.now.actions.items[0]),
					    &both.now.actions.items[0]),
			 PLAN_CHANGE_CHANGED);
	MUST(casework_plan_action_drop(fixture->cw, family, page.actions.items[0].id, page.actions.items[0].version,
				       f));
	assert_int_equal(plan_of(fixture, family, page.draft).actions.count, 0);
	assert_int_equal(plan_of(fixture, family, 0).actions.count, 1);
}

static void a_version_that_was_given_out_stays(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = a_family_on_plan(fixture, "2026-04-09"), plan;
	struct family_plan page = plan_of(fixture, family, 0);
	struct plan_version texts = page.plan;
	struct plan_giving giving = {.id = page.plan.id,
				     .version = page.plan.version,
				     .on = date_from_iso("2026-04-09"),
				     .who = "x",
				     .how = "",
				     .why = ""};

	texts.harm = "another";
	SAYS_NO(casework_plan_texts(fixture->cw, family, &texts, f), FAULT_CONFLICT, "Another person changed");
	SAYS_NO(casework_plan_give_out(fixture->cw, family, &giving, f), FAULT_REFUSED, "stays as it is");
	SAYS_NO(casework_plan_drop(fixture->cw, family, page.plan.id, page.plan.version, f), FAULT_REFUSED,
		"written at a conference");
	MUST(casework_plan_begin(fixture->cw, family, &plan, f));
	SAYS_NO(casework_plan_begin(fixture->cw, family, &plan, f), FAULT_CONFLICT, "begun already");
	MUST(gives_out(fixture, family, "2026-04-09", "Nana", f));
	page = plan_of(fixture, family, 0);
	SAYS_NO(casework_plan_drop(fixture->cw, family, page.plan.id, page.plan.version, f), FAULT_REFUSED,
		"given out and stays");
}

static void what_is_given_out_says_when_and_to_whom(void **state)
{
	static const struct {
		const char *on, *who, *words, *why;
	} rows[] = {
		{"2026-04-10", "Nana", "in the future", "tomorrow has not been"},
		{"2026-03-31", "Nana", "before the plan it follows", "the outline plan came on 1 Apr"},
		{"2026-04-09", " \n ", "to whom", "blank lines are nobody"},
	};
	struct casework_fixture *fixture = *state;
	int64_t family = a_family_on_plan(fixture, "2026-04-09"), plan;

	MUST(casework_plan_begin(fixture->cw, family, &plan, f));
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		SAYS_NO(gives_out(fixture, family, rows[i].on, rows[i].who, f), FAULT_REFUSED, rows[i].words);
	assert_int_equal(plan_of(fixture, family, 0).draft, plan);
}

/* While a conference writes its own plan, nobody begins another; and the conference goes on from the newest. */
static void a_conference_that_is_held_writes_the_plan(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = a_family_on_plan(fixture, "2026-04-09"), plan, review;
	struct live_plan_page page;

	adds(fixture, family, "nursery place", "Emma Evans", NULL);
	MUST(gives_out(fixture, family, "2026-04-09", "Nana", f));
	review = number(fixture, "SELECT id FROM conference WHERE reference = 'C-0900'");
	number(fixture, "UPDATE conference SET state = 'in_progress' WHERE id = %lld", (long long)review);
	SAYS_NO(casework_plan_begin(fixture->cw, family, &plan, f), FAULT_CONFLICT, "C-0900 is being held");
	MUST(casework_live_plan_page(fixture->cw, review, &fixture->mem, &page, f));
	assert_int_equal(page.earlier.number, 2);
	assert_int_equal(page.earlier_actions.count, 2);
}

static void a_closed_plan_is_only_read(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = a_family_on_plan(fixture, "2026-04-09"), plan, other;
	struct family_plan page;
	struct plan_scale_said said = {.who = "core group", .why = "", .scale = 4};

	number(fixture, "UPDATE plan SET ended_on = '2026-04-09'");
	number(fixture, "INSERT INTO family (reference, name) VALUES ('FAM-9999', 'Bell')");
	other = number(fixture, "SELECT id FROM family WHERE reference = 'FAM-9999'");
	page = plan_of(fixture, family, 0);
	assert_false(page.is_open || page.may_write || page.may_mark);
	assert_int_equal(page.overdue, 0);
	SAYS_NO(casework_plan_begin(fixture->cw, family, &plan, f), FAULT_REFUSED,
		"No child of this family is on a plan");
	SAYS_NO(casework_plan_scale(fixture->cw, family, &said, f), FAULT_REFUSED, "No child of this family");
	SAYS_NO(casework_family_plan(fixture->cw, other, 0, &fixture->mem, &page, f), FAULT_REFUSED,
		"there is no plan to look at");
}

/* Another authority's plan for a child who is here for a time is theirs: our plan is not written for that child. */
static void their_plan_is_not_ours_to_write(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = a_family_on_plan(fixture, "2026-04-09"), ada, plan;
	struct plan_scale_said said = {.who = "core group", .why = "", .scale = 4};
	struct plan_action about_ada = plan_action_blank();
	struct overdue_lines overdue;
	struct family_plan page;

	ada = said.person_id = about_ada.person_id = number(fixture, "SELECT id FROM person WHERE given_names = 'Ada'");
	said.said_on = date_from_iso("2026-04-09");
	about_ada.what = "bring Ada to school";
	number(fixture, "UPDATE plan SET is_other_authority = 1 WHERE person_id = %lld", (long long)ada);
	SAYS_NO(casework_plan_scale(fixture->cw, family, &said, f), FAULT_REFUSED, "Choose a child");
	SAYS_NO(casework_plan_action(fixture->cw, family, &about_ada, f), FAULT_REFUSED, "Choose a child");
	adds(fixture, family, "a place at the nursery", "Nana", "2026-04-10");
	page = plan_of(fixture, family, 0);
	assert_string_equal(plan_of(fixture, family, page.draft).for_words, "Chidi");
	for (size_t i = 0; i < page.children.count; i++)
		assert_int_equal(page.children.items[i].is_on_plan,
				 !strstr(page.children.items[i].plan_words, "another authority's"));

	MUST(gives_out(fixture, family, "2026-04-09", "Nana", f));
	casework_fixture_reopen(fixture, "2026-04-13");
	MUST(casework_overdue_actions(fixture->cw, family, &fixture->mem, &overdue, f));
	assert_int_equal(overdue.count, 1);
	number(fixture, "UPDATE plan SET is_other_authority = 1");
	page = plan_of(fixture, family, 0);
	assert_false(page.is_open || page.may_write || page.may_mark);
	SAYS_NO(casework_plan_begin(fixture->cw, family, &plan, f), FAULT_REFUSED, "on a plan of ours now");
	MUST(casework_overdue_actions(fixture->cw, family, &fixture->mem, &overdue, f));
	assert_int_equal(overdue.count, 0);
}

static void overdue_actions_stand_under_their_owner(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = a_family_on_plan(fixture, "2026-04-09");
	struct overdue_lines all;

	adds(fixture, family, "nursery place", "Emma Evans", "2026-04-10");
	adds(fixture, family, "visit", "emma evans", "2026-04-13");
	adds(fixture, family, "bed", "Nana", "2026-04-13");
	adds(fixture, family, "later", "Nana", "2026-04-20");
	MUST(gives_out(fixture, family, "2026-04-09", "Nana", f));
	casework_fixture_reopen(fixture, "2026-04-20");
	MUST(casework_overdue_actions(fixture->cw, 0, &fixture->mem, &all, f));
	assert_int_equal(all.count, 3); /* what is due today is not late */
	assert_int_equal(all.owners, 2);
	assert_int_equal(all.families, 1);
	assert_string_equal(all.items[0].what, "nursery place"); /* the longest overdue first */
	assert_true(all.items[0].is_first);
	assert_int_equal(all.items[0].owned, 2); /* however the name was typed */
	assert_int_equal(all.items[0].working_days, 6);
	assert_false(all.items[1].is_first);
	assert_string_equal(all.items[2].who, "Nana");
	assert_int_equal(plan_of(fixture, family, 0).overdue, 3);
	number(fixture, "UPDATE family SET is_restricted = 1");
	casework_fixture_open_as(fixture, "other", ROLE_BIT(ROLE_BUSINESS_SUPPORT));
	MUST(casework_overdue_actions(fixture->cw, 0, &fixture->mem, &all, f));
	assert_int_equal(all.count, 0);
	assert_int_equal(all.families, 0);
}

static void how_safe_is_said_over_time(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = a_family_on_plan(fixture, "2026-04-09");
	struct plan_scale_said said = {.who = "core group", .why = "Nana moved in", .scale = 6};
	struct family_plan page;

	number(fixture, "UPDATE child_decision SET scale = 3 WHERE outcome = 'plan_made'");
	said.person_id = plan_of(fixture, family, 0).children.items[0].person_id;
	said.said_on = date_from_iso("2026-04-09");
	MUST(casework_plan_scale(fixture->cw, family, &said, f));
	page = plan_of(fixture, family, 0);
	assert_int_equal(page.scales.count, 3);
	assert_true(page.scales.items[0].is_chair);
	assert_int_equal(page.scales.items[0].scale, 3);
	assert_string_equal(page.scales.items[2].who, "core group");
	assert_string_equal(page.scales.items[2].reference, "");
	said.scale = 11;
	SAYS_NO(casework_plan_scale(fixture->cw, family, &said, f), FAULT_REFUSED, "from 0 to 10");
	said.scale = 5;
	said.said_on = date_from_iso("2026-03-31");
	SAYS_NO(casework_plan_scale(fixture->cw, family, &said, f), FAULT_REFUSED, "before the plan began");
	said.said_on = date_from_iso("2026-04-10");
	SAYS_NO(casework_plan_scale(fixture->cw, family, &said, f), FAULT_REFUSED, "in the future");
}

/* A restricted family that does not name this person is not there, whatever is asked. */
static void a_restricted_family_is_silent(void **state)
{
	static call *const calls[] = {family_plan,       family_plan_again, plan_begin,       plan_compare,
				      plan_texts,        plan_action,       plan_action_drop, plan_network,
				      plan_network_drop, plan_drop,         plan_give_out,    plan_given,
				      plan_scale,        overdue_actions,   plan_text,        plan_take_out};
	struct casework_fixture *fixture = *state;
	struct world w = {.fixture = fixture, .group_family = a_family_on_plan(fixture, "2026-04-09")};

	make_plan(fixture, &w);
	w.planned = number(fixture, "SELECT min(person_id) FROM plan");
	number(fixture, "UPDATE family SET is_restricted = 1");
	casework_fixture_open_as(fixture, "other", ROLE_BIT(ROLE_BUSINESS_SUPPORT));
	for (size_t i = 0; i < sizeof calls / sizeof *calls; i++) {
		struct fault f = {0};

		if (calls[i](fixture->cw, &w, &fixture->mem, &f))
			fail_msg("call %zu was done", i);
		assert_int_equal(f.code, FAULT_NOT_FOUND);
		assert_string_equal(f.message, "There is no such family, or it is not for you to see.");
		assert_true(casework_is_at_rest(fixture->cw));
	}
	assert_false(plan_family(fixture->cw, &w, &fixture->mem, NULL));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, casework_fixture_setup, casework_fixture_teardown)
	const struct CMUnitTest tests[] = {
		TEST(the_outline_plan_is_what_is_shown),
		TEST(an_action_between_begins_the_next_version),
		TEST(what_became_of_an_action_goes_with_it),
		TEST(another_wording_is_of_the_next_version),
		TEST(a_version_that_was_given_out_stays),
		TEST(what_is_given_out_says_when_and_to_whom),
		TEST(a_conference_that_is_held_writes_the_plan),
		TEST(a_closed_plan_is_only_read),
		TEST(their_plan_is_not_ours_to_write),
		TEST(overdue_actions_stand_under_their_owner),
		TEST(how_safe_is_said_over_time),
		TEST(a_restricted_family_is_silent),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
