/* Actions of an outline plan: what each needs, who does it, and what became of those of the plan before. */
#include "live_plan_steps.h"

static void an_action_is_checked_by_field(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_decided_day(fixture);
	const struct {
		struct plan_action action;
		const char *field, *words, *why;
	} rows[] = {
		{an_action("  ", "Emma Evans"), "what", "what is to be done", "nothing to do"},
		{an_action("nursery place", " "), "who", "who does it", "nobody does it"},
		{{.what = "x", .who = "", .by_on = date_from_iso(FIXTURE_TODAY) - 1, .evidence = "", .difference = ""},
		 "by_on",
		 "in the past",
		 "nobody can do it by then"},
		{{.what = "x", .who = "", .by_on = DAY_NONE, .who_invitee_id = d.school, .who_person_id = d.ada},
		 "who",
		 "one person",
		 "two are chosen"},
		{{.what = "x", .who = "", .by_on = DAY_NONE, .who_person_id = 999},
		 "who",
		 "none of the family",
		 "nobody of the family"},
		{{.what = "x", .who = "", .by_on = DAY_NONE, .who_contact_id = 999},
		 "who",
		 "not in the directory",
		 "nobody of the directory"},
		{{.what = "x", .who = "", .by_on = DAY_NONE, .who_invitee_id = 999},
		 "",
		 "not on the list",
		 "nobody of the list"},
		{{.what = "x", .who = "y", .by_on = DAY_NONE, .person_id = 999},
		 "",
		 "none of the family's",
		 "no child"},
		{{.what = "x", .who = "y", .by_on = DAY_NONE, .id = 999, .version = 1},
		 "",
		 "not there any more",
		 "gone"},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct plan_action action = rows[i].action;

		print_message("%s\n", rows[i].why);
		REFUSED(casework_live_action(fixture->cw, d.id, &action, f), rows[i].field, rows[i].words);
	}
	assert_int_equal(number(fixture, "SELECT count(*) FROM plan_version"), 0); /* nothing is begun by a refusal */
}

static void the_first_action_begins_the_plan(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_decided_day(fixture);
	struct plan_action first = an_action(" nursery place ", "Emma Evans"), second = an_action("smoke alarm", "");
	struct live_plan_page page;

	second.who_invitee_id = d.school;
	second.person_id = d.ada;
	second.by_on = date_from_iso(FIXTURE_TODAY);
	MUST(casework_live_action(fixture->cw, d.id, &first, f));
	MUST(casework_live_action(fixture->cw, d.id, &second, f));
	page = plan_page(fixture, d.id);
	assert_int_equal(page.plan.number, 1);
	assert_string_equal(page.plan.lead_social_worker, "Emma Evans");
	assert_int_equal(page.actions.count, 2);
	assert_string_equal(page.actions.items[0].what, "nursery place");
	assert_int_equal(page.actions.items[1].id, second.id);
	assert_int_equal(page.actions.items[1].position, 2);
	assert_string_equal(page.actions.items[1].who, "K. Evans, Station Primary School"); /* as on that day */
	assert_int_equal(page.actions.items[1].person_id, d.ada);
	assert_int_equal(audited(fixture, "live.action"), 2);
	second.who_invitee_id = 0;
	second.who_person_id = d.chidi;
	MUST(casework_live_action(fixture->cw, d.id, &second, f));
	assert_string_equal(plan_page(fixture, d.id).actions.items[1].who, "Chidi Okonkwo");
	second.who_person_id = 0;
	second.who_contact_id = number(fixture, "SELECT id FROM contact WHERE name = 'DC Shaw'");
	MUST(casework_live_action(fixture->cw, d.id, &second, f));
	assert_string_equal(plan_page(fixture, d.id).actions.items[1].who, "DC Shaw, Northgate Police");
}

static void two_people_never_overwrite_each_other(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_decided_day(fixture);
	struct plan_action mine = an_action("nursery place", "Emma Evans"), theirs = an_action("dentist", "Amelia");
	struct casework *other = second_session(fixture, NULL);

	MUST(casework_live_action(fixture->cw, d.id, &mine, f));
	MUST(casework_live_action(other, d.id, &theirs, f)); /* one beside the other */
	assert_int_equal(plan_page(fixture, d.id).actions.count, 2);
	theirs = mine;
	MUST(casework_live_action(other, d.id, &theirs, f));
	CONFLICTS(casework_live_action(fixture->cw, d.id, &mine, f));
	CONFLICTS(casework_live_action_drop(fixture->cw, d.id, mine.id, mine.version, f));
	MUST(casework_live_action_drop(fixture->cw, d.id, mine.id, theirs.version, f));
	REFUSED(casework_live_action_drop(fixture->cw, d.id, mine.id, theirs.version, f), "", "not there any more");
	assert_int_equal(plan_page(fixture, d.id).actions.count, 1);
	assert_int_equal(audited(fixture, "live.action_drop"), 1);
	casework_close(other);
}

static void what_became_of_the_earlier_ones_is_said(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_decided_review(fixture);
	struct plan_action mark, own = an_action("nursery place", "Emma Evans"), changed;
	struct live_plan_page page;

	an_earlier_plan(fixture, &d);
	MUST(casework_live_action(fixture->cw, d.id, &own, f));
	page = plan_page(fixture, d.id);
	mark = page.earlier_actions.items[0];
	mark.state = PLAN_ACTION_DONE;
	mark.evidence = " started on 2 March ";
	mark.difference = "two calm mornings a week";
	mark.what = "something else"; /* it was given out: only what became of it is kept */
	MUST(casework_live_action_mark(fixture->cw, d.id, &mark, f));
	changed = plan_page(fixture, d.id).earlier_actions.items[0];
	assert_int_equal(changed.state, PLAN_ACTION_DONE);
	assert_string_equal(changed.evidence, "started on 2 March");
	assert_string_equal(changed.difference, "two calm mornings a week");
	assert_string_equal(changed.what, "nursery place");
	mark.version = 1;
	CONFLICTS(casework_live_action_mark(fixture->cw, d.id, &mark, f));
	mark.state = PLAN_ACTION_STATE_COUNT;
	REFUSED(casework_live_action_mark(fixture->cw, d.id, &mark, f), "state", "what became of it");
	own.state = PLAN_ACTION_DONE;
	REFUSED(casework_live_action_mark(fixture->cw, d.id, &own, f), "", "not there any more"); /* it is today's */
	assert_int_equal(audited(fixture, "live.action_mark"), 1);
}

/* Half done is half done, whoever writes it anew. */
static void what_became_of_it_stays_when_it_is_changed(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_decided_review(fixture);
	struct plan_action half;

	an_earlier_plan(fixture, &d);
	MUST(casework_live_plan_from_earlier(fixture->cw, d.id, f));
	half = plan_page(fixture, d.id).actions.items[1];
	half.state = PLAN_ACTION_OPEN;
	half.evidence = "other";
	half.who = "Amelia";
	MUST(casework_live_action(fixture->cw, d.id, &half, f));
	half = plan_page(fixture, d.id).actions.items[1];
	assert_int_equal(half.state, PLAN_ACTION_PARTLY);
	assert_string_equal(half.evidence, "");
	assert_string_equal(half.who, "Amelia");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(an_action_is_checked_by_field),
		TEST(the_first_action_begins_the_plan),
		TEST(two_people_never_overwrite_each_other),
		TEST(what_became_of_the_earlier_ones_is_said),
		TEST(what_became_of_it_stays_when_it_is_changed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
