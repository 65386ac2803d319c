/* Moves between authorities: which step may be taken when, whose plan it is, what is missing. */
#include "domain/transfer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static struct transfer a_move(enum transfer_direction direction, enum transfer_stay stay)
{
	struct transfer t = transfer_blank();

	t.reference = "M-0001";
	t.authority = "Ashcombe";
	t.direction = direction;
	t.stay = stay;
	t.notified_on = t.moved_on = date_from_iso("2026-03-20");
	return t;
}

static void steps_where_they_belong(void **state)
{
	static const struct {
		const char *why;
		enum transfer_direction direction;
		enum transfer_stay stay;
		enum transfer_state state;
		bool was_accepted;
		enum transfer_step step;
		const char *words, *refusal; /* refusal NULL: it may */
	} rows[] = {
		{"sent", TRANSFER_OUT, TRANSFER_STAY_FOR_GOOD, TRANSFER_OPEN, false, TRANSFER_STEP_PAPERS, "", NULL},
		{"received", TRANSFER_IN, TRANSFER_STAY_FOR_GOOD, TRANSFER_OPEN, false, TRANSFER_STEP_PAPERS, "", NULL},
		{"once", TRANSFER_OUT, TRANSFER_STAY_FOR_GOOD, TRANSFER_OPEN, true, TRANSFER_STEP_ACCEPT, "",
		 "already"},
		{"why not", TRANSFER_OUT, TRANSFER_STAY_FOR_GOOD, TRANSFER_OPEN, false, TRANSFER_STEP_DECLINE, "",
		 "why"},
		{"theirs", TRANSFER_OUT, TRANSFER_STAY_FOR_GOOD, TRANSFER_OPEN, false, TRANSFER_STEP_HELD, "", NULL},
		{"ours", TRANSFER_IN, TRANSFER_STAY_FOR_GOOD, TRANSFER_OPEN, false, TRANSFER_STEP_HELD, "", "is ours"},
		{"a visit ends no plan", TRANSFER_OUT, TRANSFER_STAY_FOR_A_TIME, TRANSFER_OPEN, false,
		 TRANSFER_STEP_HELD, "", "for a time"},
		{"now for good", TRANSFER_OUT, TRANSFER_STAY_FOR_A_TIME, TRANSFER_OPEN, false, TRANSFER_STEP_STAYS, "",
		 NULL},
		{"for good already", TRANSFER_OUT, TRANSFER_STAY_FOR_GOOD, TRANSFER_OPEN, false, TRANSFER_STEP_STAYS,
		 "", "already"},
		{"letters follow", TRANSFER_OUT, TRANSFER_STAY_FOR_GOOD, TRANSFER_OPEN, false, TRANSFER_STEP_MOVED, "",
		 NULL},
		{"a visit moves no home", TRANSFER_OUT, TRANSFER_STAY_FOR_A_TIME, TRANSFER_OPEN, false,
		 TRANSFER_STEP_MOVED, "", "their home stays"},
		{"later than thought", TRANSFER_IN, TRANSFER_STAY_FOR_A_TIME, TRANSFER_OPEN, false, TRANSFER_STEP_MOVED,
		 "", NULL},
		{"over", TRANSFER_OUT, TRANSFER_STAY_FOR_GOOD, TRANSFER_HELD, false, TRANSFER_STEP_PAPERS, "",
		 "is over"},
		{"not a step", TRANSFER_OUT, TRANSFER_STAY_FOR_GOOD, TRANSFER_OPEN, false, TRANSFER_STEP_REGISTER, "",
		 "Choose"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct transfer t = a_move(rows[i].direction, rows[i].stay);
		struct fault f = {0};
		bool ok;

		t.state = rows[i].state;
		t.accepted_on = rows[i].was_accepted ? t.notified_on : DAY_NONE;
		ok = transfer_step_check(&t, rows[i].step, rows[i].words, &f);
		if (ok != (rows[i].refusal == NULL) || (!ok && !strstr(f.message, rows[i].refusal)))
			fail_msg("%s: %s", rows[i].why, f.message);
	}
}

/* Under 15 days the other authority is told, and no conference is asked for. */
static void short_stays(void **state)
{
	static const struct {
		const char *until, *today;
		enum transfer_stay stay;
		bool is_short;
	} rows[] = {
		{"2026-04-03", "2026-03-21", TRANSFER_STAY_FOR_A_TIME, true},
		{"2026-04-04", "2026-03-21", TRANSFER_STAY_FOR_A_TIME, false},
		{"", "2026-04-03", TRANSFER_STAY_FOR_A_TIME, true},
		{"", "2026-04-04", TRANSFER_STAY_FOR_A_TIME, false},
		{"", "2026-03-21", TRANSFER_STAY_FOR_GOOD, false},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct transfer t = a_move(TRANSFER_IN, rows[i].stay);

		t.until_on = *rows[i].until ? date_from_iso(rows[i].until) : DAY_NONE;
		assert_int_equal(transfer_is_short(&t, date_from_iso(rows[i].today)), rows[i].is_short);
	}
}

static void words(void **state)
{
	struct arena mem = {0};
	struct transfer t = a_move(TRANSFER_OUT, TRANSFER_STAY_FOR_GOOD);
	enum transfer_paper paper;

	(void)state;
	assert_string_equal(transfer_whose(&t, &mem), "We keep our plan until Ashcombe has held its conference.");
	t.direction = TRANSFER_IN;
	assert_string_equal(transfer_whose(&t, &mem), "Ashcombe keeps its plan until our conference.");
	t.state = TRANSFER_HELD;
	assert_string_equal(transfer_whose(&t, &mem), "");
	assert_string_equal(transfer_papers_missing(TRANSFER_PAPERS_ALL, &mem), "");
	assert_string_equal(transfer_papers_missing(TRANSFER_PAPERS_ALL & ~(TRANSFER_PAPER_BIT(TRANSFER_PAPER_PLAN) |
									    TRANSFER_PAPER_BIT(TRANSFER_PAPER_NEEDS)),
						    &mem),
			    "current plan; special needs");
	for (int i = 0; i < TRANSFER_PAPER_COUNT; i++) {
		assert_true(transfer_paper_from_token(transfer_paper_token((enum transfer_paper)i), &paper));
		assert_int_equal(paper, i);
	}
	arena_finish(&mem);
}

/* Where letters go until it is kept that they moved, and what Today waits for. */
static void letters_wait_for_the_move(void **state)
{
	static const struct {
		const char *why;
		enum transfer_direction direction;
		enum transfer_stay stay;
		const char *moved, *home, *words, *waits_for;
	} rows[] = {
		{"a day to come", TRANSFER_OUT, TRANSFER_STAY_FOR_GOOD, "2026-03-24", "",
		 "They are to move on Tue 24 Mar", "not held"},
		{"today", TRANSFER_OUT, TRANSFER_STAY_FOR_GOOD, "2026-03-23", "", "They moved on Mon 23 Mar",
		 "new home not on file"},
		{"not known", TRANSFER_OUT, TRANSFER_STAY_FOR_GOOD, "", "", "The day of the move is not known",
		 "not held"},
		{"on file", TRANSFER_OUT, TRANSFER_STAY_FOR_GOOD, "2026-03-20", "2026-03-20", "", "not held"},
		{"a visit", TRANSFER_OUT, TRANSFER_STAY_FOR_A_TIME, "2026-03-20", "", "", "not held"},
		{"to us", TRANSFER_IN, TRANSFER_STAY_FOR_A_TIME, "2026-03-25", "", "They are to move on Wed 25 Mar",
		 "not held"},
	};
	struct arena mem = {0};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct transfer t = a_move(rows[i].direction, rows[i].stay);
		const day_number today = date_from_iso("2026-03-23");
		const char *words;

		t.address = "4 Mill Lane";
		t.papers = TRANSFER_PAPERS_ALL;
		t.accepted_on = t.notified_on;
		t.moved_on = *rows[i].moved ? date_from_iso(rows[i].moved) : DAY_NONE;
		t.home_on = *rows[i].home ? date_from_iso(rows[i].home) : DAY_NONE;
		words = transfer_home_words(&t, today, &mem);
		if (*rows[i].words ? strncmp(words, rows[i].words, strlen(rows[i].words)) != 0 : *words)
			fail_msg("%s: %s", rows[i].why, words);
		assert_string_equal(transfer_waits_for(&t, today, &mem), rows[i].waits_for);
		t.state = TRANSFER_STOPPED;
		assert_string_equal(transfer_home_words(&t, today, &mem), "");
	}
	arena_finish(&mem);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(steps_where_they_belong), cmocka_unit_test(short_stays),
					   cmocka_unit_test(words), cmocka_unit_test(letters_wait_for_the_move)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
