/* What is done without a quorum: an interim plan and another day, or going on with a reason, not twice running. */
#include "live_steps.h"

static struct quorum_choice choice_of(enum quorum_answer answer)
{
	return (struct quorum_choice){.answer = answer,
				      .exception = answer == QUORUM_ANSWER_PROCEEDED ? QUORUM_EXCEPTION_ENOUGH_KNOWN
										     : QUORUM_EXCEPTION_NONE,
				      .reason = "the nurse is ill",
				      .interim_plan = "Nana stays in the house; visits every second day"};
}

static void each_answer_is_asked_what_it_needs(void **state)
{
	static const struct {
		const char *why, *field, *words;
		enum quorum_answer answer;
		enum quorum_exception exception;
		const char *reason, *plan;
		bool quorate;
	} rows[] = {
		{"it is not", "answer", "There is no quorum", QUORUM_ANSWER_QUORATE, QUORUM_EXCEPTION_NONE, "", "",
		 false},
		{"from outside the table", "answer", "Choose what is done", QUORUM_ANSWER_COUNT, QUORUM_EXCEPTION_NONE,
		 "x", "x", false},
		{"no exception", "quorum_exception", "choose one", QUORUM_ANSWER_PROCEEDED, QUORUM_EXCEPTION_NONE, "x",
		 "", false},
		{"no reason", "reason", "Say why", QUORUM_ANSWER_PROCEEDED, QUORUM_EXCEPTION_ENOUGH_KNOWN, " ", "",
		 false},
		{"no interim plan", "interim_plan", "keeps the children safe", QUORUM_ANSWER_INTERIM_PLAN,
		 QUORUM_EXCEPTION_NONE, "x", " ", false},
		{"there is one", "answer", "There is a quorum", QUORUM_ANSWER_INTERIM_PLAN, QUORUM_EXCEPTION_NONE, "x",
		 "x", true},
	};
	struct casework_fixture *fixture = *state;
	struct live_day d = a_started_day(fixture);

	as_chair(fixture);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const struct quorum_choice one = {rows[i].answer, rows[i].exception, rows[i].reason, rows[i].plan};

		if (rows[i].quorate)
			make_quorate(fixture, &d);
		REFUSED(casework_live_quorum(fixture->cw, d.id, 1, &one, f), rows[i].field, rows[i].words);
	}
	assert_int_equal(number(fixture, "SELECT version FROM live_state"), 1);
}

static void an_interim_plan_ends_it_and_another_day_is_owed(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_started_day(fixture);
	const struct quorum_choice choice = choice_of(QUORUM_ANSWER_INTERIM_PLAN);
	struct run_mark mark = {.conference_id = d.id, .item = RUN_ITEM_WELCOME, .answer = OPINION_YES};
	struct live_page page;

	as_chair(fixture);
	CONFLICTS(casework_live_quorum(fixture->cw, d.id, 7, &choice, f));
	assert_int_equal(number(fixture, "SELECT count(*) FROM deadline WHERE rule = 'inquorate.rebook'"), 0);
	MUST(casework_live_quorum(fixture->cw, d.id, 1, &choice, f));
	page = live_now(fixture, d.id);
	assert_int_equal(page.conference.state, STATE_INQUORATE);
	assert_string_equal(page.conference.interim_plan, choice.interim_plan);
	assert_string_equal(page.state.interim_plan, choice.interim_plan);
	assert_int_equal(number(fixture,
				"SELECT count(*) FROM deadline WHERE rule = 'inquorate.rebook' AND state = 'open'"
				" AND trigger_on = '" FIXTURE_TODAY "'"),
			 1);
	assert_int_equal(
		number(fixture, "SELECT count(*) FROM deadline WHERE rule IN ('replies', 'bundle') AND state = 'open'"),
		0);
	assert_int_equal(number(fixture, "SELECT count(*) FROM conference_change WHERE step = 'find_inquorate'"), 1);
	assert_int_equal(casework_fixture_audited(fixture, "live.inquorate"), 1);
	REFUSED(casework_live_mark(fixture->cw, &mark, f), "", "is over");
}

/* The one before went on without a quorum: this one may not, unless too few agencies know the child. */
static void not_twice_running(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_started_day(fixture);
	struct quorum_choice choice = choice_of(QUORUM_ANSWER_PROCEEDED);
	int64_t before = a_waiting_conference(fixture, "Marlowe", "2026-03-26");

	number(fixture, "INSERT INTO live_state (conference_id, format, quorum) VALUES (%lld, '', 'proceeded')",
	       (long long)before);
	number(fixture, "UPDATE conference SET earlier_id = %lld WHERE id = %lld", (long long)before, (long long)d.id);
	as_chair(fixture);
	REFUSED(casework_live_quorum(fixture->cw, d.id, 1, &choice, f), "quorum_exception", "The conference before");
	choice.exception = QUORUM_EXCEPTION_FEW_AGENCIES;
	MUST(casework_live_quorum(fixture->cw, d.id, 1, &choice, f));
	assert_int_equal(live_now(fixture, d.id).state.quorum, QUORUM_ANSWER_PROCEEDED);
	choice = (struct quorum_choice){.answer = QUORUM_ANSWER_NONE}; /* the agencies came after all */
	MUST(casework_live_quorum(fixture->cw, d.id, 2, &choice, f));
	assert_string_equal(live_now(fixture, d.id).state.quorum_reason, "");
	assert_int_equal(casework_fixture_audited(fixture, "live.quorum"), 2);
}

static void it_is_the_chairs_to_answer(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_started_day(fixture);
	const struct quorum_choice choice = choice_of(QUORUM_ANSWER_PROCEEDED);
	struct fault fault = {0};

	assert_false(casework_live_quorum(fixture->cw, d.id, 1, &choice, &fault));
	assert_int_equal(fault.code, FAULT_NOT_ALLOWED);
	casework_fixture_open_as(fixture, "other", ROLE_BIT(ROLE_CHAIR));
	assert_false(casework_live_quorum(fixture->cw, d.id, 1, &choice, &fault));
	assert_int_equal(fault.code, FAULT_NOT_ALLOWED);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(each_answer_is_asked_what_it_needs),
		TEST(an_interim_plan_ends_it_and_another_day_is_owed),
		TEST(not_twice_running),
		TEST(it_is_the_chairs_to_answer),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
