/* Escalations: what is asked, the clock of each stage, who answered what, and that a dissent nobody took further is not
 * forgotten. */
#include "carrier_steps.h"
#include "casework/escalations.h"
#include "casework/notices.h"
#include "complaint_steps.h"

static struct escalation an_escalation(int64_t conference)
{
	struct escalation e = escalation_blank();

	e.conference_id = conference;
	e.cause = ESCALATION_CAUSE_DRIFT;
	e.about = "Northgate Children's Services";
	e.words = "No action of the plan was begun in six weeks.";
	e.with = "E. Marsh";
	e.with_to = "e.marsh@example.org";
	return e;
}

static struct escalation raised(struct casework_fixture *fixture, int64_t conference)
{
	struct escalation e = an_escalation(conference);

	MUST(casework_escalation_raise(fixture->cw, &e, &fixture->mem, f));
	return e;
}

static bool steps(struct casework_fixture *fixture, int64_t id, enum escalation_step step, const char *with,
		  const char *words, struct fault *f)
{
	const struct escalation_act act = {
		.escalation_id = id,
		.version = number(fixture, "SELECT version FROM escalation WHERE id = %lld", (long long)id),
		.step = step,
		.on = DAY_NONE,
		.with = with,
		.words = words};

	return casework_escalation_step(fixture->cw, &act, f);
}

/* "escalation.stage1 2026-04-10 open, ..." */
static const char *stage_clocks(struct casework_fixture *fixture)
{
	return casework_fixture_text(fixture,
				     "SELECT group_concat(rule || ' ' || due_on || ' ' || state, ', ') FROM (SELECT *"
				     " FROM deadline WHERE subject_kind = 'escalation' ORDER BY id)");
}

static struct escalation_line_list register_of(struct casework_fixture *fixture, bool only_open)
{
	struct escalation_line_list list;

	MUST(casework_escalations(fixture->cw, 0, only_open, &fixture->mem, &list, f));
	return list;
}

/* Days of the stages: 5, 5 and 10 working days; Good Friday and Easter Monday lie between. */
static void each_stage_has_its_clock_and_its_manager(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_decided_day(fixture);
	struct escalation e = raised(fixture, d.id);
	struct escalation_page page;

	assert_string_equal(e.reference, "A-0001");
	assert_string_equal(stage_clocks(fixture), "escalation.stage1 2026-04-10 open");
	assert_string_equal(register_of(fixture, true).items[0].next, "E. Marsh answers by Fri 10 Apr");
	assert_non_null(strstr(today_words(fixture), "escalation.stage1 A-0001 due 2026-04-10"));
	MUST(steps(fixture, e.id, ESCALATION_STEP_ANSWER, "", "We will see.", f));
	assert_string_equal(register_of(fixture, true).items[0].next, "answered Wed 1 Apr: settle or go on");
	REFUSED(steps(fixture, e.id, ESCALATION_STEP_ANSWER, "", "Again.", f), "", "settle it, or take it to the next");
	REFUSED(steps(fixture, e.id, ESCALATION_STEP_NEXT_STAGE, "", "Nothing was done.", f), "with",
		"service manager it goes to");
	MUST(steps(fixture, e.id, ESCALATION_STEP_NEXT_STAGE, "S. Okoro", "Nothing was done.", f));
	MUST(steps(fixture, e.id, ESCALATION_STEP_NEXT_STAGE, "H. Lunt", "No answer.", f));
	assert_string_equal(stage_clocks(fixture), "escalation.stage1 2026-04-10 done, escalation.stage2 2026-04-10 "
						   "withdrawn, escalation.stage3 2026-04-17 open");
	REFUSED(steps(fixture, e.id, ESCALATION_STEP_NEXT_STAGE, "X", "More.", f), "", "the last stage");
	MUST(steps(fixture, e.id, ESCALATION_STEP_SETTLE, "", "A new worker starts on Monday.", f));
	MUST(casework_escalation(fixture->cw, e.id, &fixture->mem, &page, f));
	assert_int_equal(page.told.count, 5);
	assert_string_equal(page.told.items[1].what, "Answered, team manager E. Marsh");
	assert_string_equal(page.told.items[1].words, "We will see.");
	assert_string_equal(page.line.next, "settled Wed 1 Apr");
	assert_int_equal(register_of(fixture, true).count, 0);
	assert_int_equal(register_of(fixture, false).count, 1);
	REFUSED(steps(fixture, e.id, ESCALATION_STEP_WITHDRAW, "", "No.", f), "", "nothing more is done");
	assert_int_equal(
		number(fixture, "SELECT count(*) FROM deadline WHERE subject_kind = 'escalation' AND state = 'open'"),
		0);
}

static void what_is_missing_is_asked_for(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_decided_day(fixture);
	struct escalation e;

#define ASKED(change, field, words)                                                                                    \
	e = an_escalation(d.id);                                                                                       \
	change;                                                                                                        \
	REFUSED(casework_escalation_raise(fixture->cw, &e, &fixture->mem, f), field, words)
	ASKED(e.cause = ESCALATION_CAUSE_COUNT, "cause", "Choose");
	ASKED(e.about = " ", "about", "whose practice");
	ASKED(e.words = "", "words", "what is asked for");
	ASKED(e.with = "", "with", "team manager");
	ASKED(e.raised_on = date_from_iso("2026-04-02"), "raised_on", "still to come");
	ASKED(e.dissent_id = d.school, "cause", "formal dissent");
#undef ASKED
	assert_int_equal(number(fixture, "SELECT count(*) FROM escalation"), 0);
}

/* From the board of core groups a family is known, and no conference. */
static void a_family_stands_for_its_latest_conference(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_decided_day(fixture);
	struct escalation e = an_escalation(0);

	e.family_id = d.family;
	MUST(casework_escalation_raise(fixture->cw, &e, &fixture->mem, f));
	assert_int_equal(e.conference_id, d.id);
}

static void a_dissent_is_listed_until_somebody_takes_it_further(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_decided_day(fixture);
	struct escalation_line_list list;
	struct escalation e;

	number(fixture, "DELETE FROM view WHERE invitee_id = %lld", (long long)d.school);
	number(fixture,
	       "INSERT INTO view (conference_id, invitee_id, person_id, plan, why, is_dissent, dissent_words, by_user, "
	       "at)"
	       " VALUES (%lld, %lld, %lld, 'yes', 'Neglect goes on.', 1, 'Chidi needs a plan.', 'chair', 0)",
	       (long long)d.id, (long long)d.school, (long long)d.chidi);
	list = register_of(fixture, true);
	assert_int_equal(list.count, 1);
	assert_int_equal(list.items[0].escalation.id, 0);
	assert_string_equal(list.items[0].escalation.about, "K. Evans, Station Primary School");
	assert_string_equal(list.items[0].escalation.words, "Chidi needs a plan.");
	e = list.items[0].escalation;
	e.with = "E. Marsh";
	MUST(casework_escalation_raise(fixture->cw, &e, &fixture->mem, f));
	list = register_of(fixture, true);
	assert_int_equal(list.count, 1);
	assert_string_equal(list.items[0].escalation.reference, "A-0001");
}

static void the_manager_of_each_stage_is_written_to(void **state)
{
	struct casework_fixture *fixture = *state;
	struct mailing_item_list list;
	struct escalation e;
	struct live_day d;
	size_t written;

	configured(fixture, "/bin/cat", "/bin/cat");
	d = a_decided_day(fixture);
	e = raised(fixture, d.id);
	MUST(casework_notice_preview(fixture->cw, NOTICE_ESCALATION_RAISED, e.id, &fixture->mem, &list, f));
	assert_int_equal(list.count, 1);
	assert_string_equal(list.items[0].address, "e.marsh@example.org");
	assert_non_null(strstr(list.items[0].text, "No action of the plan was begun"));
	assert_non_null(strstr(list.items[0].text, "answer by"));
	MUST(casework_notice_send(fixture->cw, NOTICE_ESCALATION_RAISED, e.id, NULL, 0, &written, f));
	assert_int_equal(sent(fixture).sent, 1);
	MUST(steps(fixture, e.id, ESCALATION_STEP_ANSWER, "", "We are short of people.", f));
	REFUSED(casework_notice_preview(fixture->cw, NOTICE_ESCALATION_RAISED, e.id, &fixture->mem, &list, f), "",
		"has answered A-0001");
	MUST(steps(fixture, e.id, ESCALATION_STEP_NEXT_STAGE, "S. Okoro", "That changes nothing.", f));
	MUST(casework_notice_preview(fixture->cw, NOTICE_ESCALATION_RAISED, e.id, &fixture->mem, &list, f));
	assert_int_equal(list.count, 1);
	assert_string_equal(list.items[0].who, "S. Okoro, service manager");
	assert_non_null(strstr(list.items[0].text, "We are short of people."));
}

static void a_restricted_family_is_not_there(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_decided_day(fixture);
	struct escalation e = raised(fixture, d.id);
	struct escalation_page page;

	number(fixture,
	       "INSERT INTO view (conference_id, invitee_id, person_id, is_dissent, dissent_words, by_user, at)"
	       " VALUES (%lld, %lld, %lld, 1, 'No.', 'chair', 0)",
	       (long long)d.id, (long long)d.nurse, (long long)d.skye);
	number(fixture, "UPDATE family SET is_restricted = 1 WHERE id = %lld", (long long)d.family);
	number(fixture, "DELETE FROM family_named");
	assert_int_equal(register_of(fixture, false).count, 0);
	REFUSED(casework_escalation(fixture->cw, e.id, &fixture->mem, &page, f), "", "not in the case file any more");
	REFUSED(steps(fixture, e.id, ESCALATION_STEP_SETTLE, "", "So.", f), "", "not in the case file any more");
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, casework_fixture_setup, casework_fixture_teardown)
	const struct CMUnitTest tests[] = {
		CASE(each_stage_has_its_clock_and_its_manager),
		CASE(what_is_missing_is_asked_for),
		CASE(a_family_stands_for_its_latest_conference),
		CASE(a_dissent_is_listed_until_somebody_takes_it_further),
		CASE(the_manager_of_each_stage_is_written_to),
		CASE(a_restricted_family_is_not_there),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
