/* Moves between authorities: the plan is kept by the one that is left until the other has held its conference. */
#include "transfer_steps.h"

#include "casework/core_groups.h"
#include "casework/pages.h"
#include "casework/reviews.h"

/* Where the board and the list of reviews say that the family lives while its plan is ours. */
static void assert_lives_in(struct casework_fixture *fixture, const char *where)
{
	struct core_group_board board;
	struct review_horizon horizon;

	MUST(casework_core_groups(fixture->cw, &fixture->mem, &board, f));
	MUST(casework_review_horizon(fixture->cw, &fixture->mem, &horizon, f));
	assert_true(board.count > 0 && horizon.count > 0);
	assert_string_equal(board.items[0].keeps, where);
	assert_string_equal(horizon.items[0].keeps, where);
}

/* What Today says is owed of the one move there is, "2, Ashcombe: not held"; "" nothing. */
static void assert_owes(struct casework_fixture *fixture, const char *words)
{
	const char *line = strstr(today_words(fixture), "transfer_out M-0001 due ");

	assert_int_equal(line != NULL, *words != '\0');
	line = line ? strstr(line, ": ") + 2 : "";
	assert_string_equal(arena_text_n(&fixture->mem, line, strcspn(line, "\n")), words);
}

/* Its notice, when the other authority must have met, and how that stands. */
static const char *clock_of_move(struct casework_fixture *fixture)
{
	return casework_fixture_text(fixture, "SELECT trigger_on || ' ' || due_on || ' ' || state || ' ' || "
					      "coalesce(done_on, '') FROM deadline WHERE subject_kind = 'transfer'");
}

static void we_keep_our_plan_until_their_conference(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = two_sisters_on_plans(fixture);
	struct transfer_registration move = a_move(d.family, TRANSFER_OUT, "2026-04-14");
	int64_t id = moves(fixture, &move);
	struct transfer_act act = a_move_act(fixture, id, TRANSFER_STEP_PAPERS);
	struct transfer_page page = move_page(fixture, id);

	assert_string_equal(page.line.children, "Ada Okonkwo, Skye Okonkwo");
	assert_string_equal(page.line.whose, "We keep our plan until Ashcombe has held its conference.");
	assert_one_of_each(fixture);
	assert_owes(fixture, "2, Ashcombe: 7 papers not sent");
	REFUSED(casework_transfer_act(fixture->cw, &act, f), "papers", "Choose which");
	act.papers = TRANSFER_PAPERS_ALL & ~TRANSFER_PAPER_BIT(TRANSFER_PAPER_CHRONOLOGY);
	MUST(casework_transfer_act(fixture->cw, &act, f));
	assert_string_equal(move_page(fixture, id).line.missing, "chronology");
	assert_owes(fixture, "2, Ashcombe: 1 paper not sent");
	act = a_move_act(fixture, id, TRANSFER_STEP_PAPERS);
	act.papers = TRANSFER_PAPER_BIT(TRANSFER_PAPER_CHRONOLOGY);
	MUST(casework_transfer_act(fixture->cw, &act, f));
	assert_owes(fixture, "2, Ashcombe: not accepted");
	act = a_move_act(fixture, id, TRANSFER_STEP_ACCEPT);
	act.on = date_from_iso("2026-04-16");
	MUST(casework_transfer_act(fixture->cw, &act, f));
	assert_string_equal(plan_words(fixture), "P-0001 - ; P-0002 - ");
	assert_owes(fixture, "2, Ashcombe: not held");
	act = a_move_act(fixture, id, TRANSFER_STEP_HELD);
	act.on = date_from_iso("2026-04-20");
	MUST(casework_transfer_act(fixture->cw, &act, f));
	assert_string_equal(plan_words(fixture), "P-0001 2026-04-20 moved; P-0002 2026-04-20 moved");
	assert_string_equal(casework_fixture_text(fixture,
						  "SELECT authority || ' ' || state || ' ' || transfer_id FROM "
						  "plan_ending"),
			    "Ashcombe ended 1");
	assert_string_equal(casework_fixture_text(fixture, "SELECT state FROM conference WHERE reference = 'C-0900'"),
			    "cancelled");
	assert_string_equal(move_page(fixture, id).line.whose, "");
	assert_int_equal(move_page(fixture, id).told.count, 5);
	assert_owes(fixture, "");
	assert_string_equal(clock_of_move(fixture), "2026-04-14 2026-05-06 done 2026-04-20");
}

static void a_stay_for_a_time_ends_nothing(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = two_sisters_on_plans(fixture);
	struct transfer_registration move = a_move(d.family, TRANSFER_OUT, "2026-04-14");
	struct transfer_act act;
	int64_t id;

	move.transfer.stay = TRANSFER_STAY_FOR_A_TIME;
	move.transfer.moved_on = date_from_iso("2026-04-13");
	move.transfer.until_on = date_from_iso("2026-04-25");
	assert_lives_in(fixture, "");
	id = moves(fixture, &move);
	assert_lives_in(fixture, "Ashcombe");
	assert_true(move_page(fixture, id).is_short);
	assert_owes(fixture, "");
	act = a_move_act(fixture, id, TRANSFER_STEP_HELD);
	REFUSED(casework_transfer_act(fixture->cw, &act, f), "step", "for a time only");
	act.step = TRANSFER_STEP_STAYS;
	MUST(casework_transfer_act(fixture->cw, &act, f));
	assert_owes(fixture, "2, Ashcombe: 7 papers not sent");
	assert_string_equal(clock_of_move(fixture), "2026-04-20 2026-05-12 open ");
	act = a_move_act(fixture, id, TRANSFER_STEP_STOP);
	REFUSED(casework_transfer_act(fixture->cw, &act, f), "words", "why");
	act.words = "the family came back";
	MUST(casework_transfer_act(fixture->cw, &act, f));
	assert_string_equal(plan_words(fixture), "P-0001 - ; P-0002 - ");
	assert_lives_in(fixture, "");
	assert_owes(fixture, "");
	assert_string_equal(clock_of_move(fixture), "2026-04-20 2026-05-12 withdrawn ");
	act = a_move_act(fixture, id, TRANSFER_STEP_HELD);
	REFUSED(casework_transfer_act(fixture->cw, &act, f), "step", "is over");
}

static const char *home_of(struct casework_fixture *fixture, int64_t person)
{
	char sql[300];

	snprintf(sql, sizeof sql,
		 "SELECT group_concat(lines || '/' || postcode || '/' || coalesce(from_on, '') || '/' || "
		 "coalesce(to_on, '') || '/' || confidential_from, ' | ') FROM (SELECT * FROM address WHERE "
		 "person_id = %lld ORDER BY id)",
		 (long long)person);
	return casework_fixture_text(fixture, sql);
}

/* Letters follow the children; who may have stayed is named. */
static void the_children_live_where_they_moved(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = two_sisters_on_plans(fixture);
	struct transfer_registration move = a_move(d.family, TRANSFER_OUT, "2026-04-14");
	struct family_page page;

	number(fixture,
	       "INSERT INTO address (person_id, lines, postcode, from_on, confidential_from) SELECT person_id, '1 Old "
	       "Row', "
	       "'ZZ1 1ZZ', '2025-01-01', iif(person_id = %lld, 'father', '') FROM family_member WHERE family_id = %lld "
	       "AND "
	       "person_id NOT IN (SELECT person_id FROM address)",
	       (long long)d.ada, (long long)d.family);
	number(fixture, "UPDATE address SET lines = '1 Old Row', postcode = 'ZZ1 1ZZ', from_on = '2025-01-01'");
	move.transfer.address = "4 Mill Lane\nAshcombe\nzz19 9zz";
	move.transfer.moved_on = date_from_iso("2026-04-16");
	move.transfer.kept_from = "the landlord";
	REFUSED(casework_transfer_register(fixture->cw, &move, &fixture->mem, f), "kept_from", "not one known");
	move.transfer.kept_from = "father";
	moves(fixture, &move);
	assert_string_equal(home_of(fixture, d.ada), "1 Old Row/ZZ1 1ZZ/2025-01-01/2026-04-16/father | 4 Mill "
						     "Lane\nAshcombe/ZZ19 9ZZ/2026-04-16//father");
	MUST(casework_family_page(fixture->cw, d.family, &fixture->mem, &page, f));
	assert_non_null(strstr(page.notes, "still go to the home the children left"));
	assert_non_null(strstr(page.notes, "Okonkwo"));
	number(fixture, "UPDATE address SET lines = '4 Mill Lane' WHERE to_on IS NULL");
	MUST(casework_family_page(fixture->cw, d.family, &fixture->mem, &page, f));
	assert_null(strstr(page.notes, "still go"));
}

/* Registered before the day: the home follows when it is kept that they moved, on whatever day that was. */
static void a_move_to_come_moves_the_home_later(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = two_sisters_on_plans(fixture);
	struct transfer_registration move = a_move(d.family, TRANSFER_OUT, "2026-04-14");
	struct transfer_act act;
	struct family_page page;
	int64_t id;

	number(fixture,
	       "INSERT INTO address (person_id, lines, postcode, from_on) VALUES (%lld, '1 Old Row', '', "
	       "'2025-01-01')",
	       (long long)d.ada);
	number(fixture, "DELETE FROM address WHERE lines <> '1 Old Row'");
	move.transfer.moved_on = date_from_iso("2026-04-25");
	id = moves(fixture, &move);
	assert_string_equal(home_of(fixture, d.ada), "1 Old Row//2025-01-01//");
	MUST(casework_family_page(fixture->cw, d.family, &fixture->mem, &page, f));
	assert_non_null(strstr(page.notes, "They are to move on Sat 25 Apr"));
	assert_owes(fixture, "2, Ashcombe: 7 papers not sent");
	assert_false(move_page(fixture, id).line.is_home_missing);
	casework_fixture_reopen(fixture, "2026-04-27");
	assert_owes(fixture, "2, Ashcombe: new home not on file");
	assert_true(move_page(fixture, id).line.is_home_missing);
	act = a_move_act(fixture, id, TRANSFER_STEP_MOVED);
	act.on = date_from_iso("2026-04-24");
	act.address = " ";
	REFUSED(casework_transfer_act(fixture->cw, &act, f), "address", "where they live");
	act.address = "9 Weir Court\nAshcombe";
	act.kept_from = "father";
	MUST(casework_transfer_act(fixture->cw, &act, f));
	assert_string_equal(home_of(fixture, d.ada), "1 Old Row//2025-01-01/2026-04-24/ | 9 Weir "
						     "Court\nAshcombe//2026-04-24//father");
	assert_owes(fixture, "2, Ashcombe: 7 papers not sent");
	act = a_move_act(fixture, id, TRANSFER_STEP_MOVED); /* a slip in the address */
	act.on = date_from_iso("2026-04-24");
	act.address = "9 Weir Court, Ashcombe";
	MUST(casework_transfer_act(fixture->cw, &act, f));
	assert_string_equal(home_of(fixture, d.ada), "1 Old Row//2025-01-01/2026-04-24/ | 9 Weir Court, "
						     "Ashcombe//2026-04-24//father");
	MUST(casework_family_page(fixture->cw, d.family, &fixture->mem, &page, f));
	assert_null(strstr(page.notes, "old home"));
}

/* From a stay with relatives a home: since they went there. */
static void who_stays_for_good_lives_there(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = two_sisters_on_plans(fixture);
	struct transfer_registration move = a_move(d.family, TRANSFER_OUT, "2026-04-14");
	struct transfer_act act;

	move.transfer.stay = TRANSFER_STAY_FOR_A_TIME;
	move.transfer.moved_on = date_from_iso("2026-04-13");
	act = a_move_act(fixture, moves(fixture, &move), TRANSFER_STEP_MOVED);
	REFUSED(casework_transfer_act(fixture->cw, &act, f), "step", "their home stays");
	assert_null(strstr(home_of(fixture, d.skye), "Mill Lane"));
	act.step = TRANSFER_STEP_STAYS;
	act.kept_from = "step_father";
	MUST(casework_transfer_act(fixture->cw, &act, f));
	assert_non_null(strstr(home_of(fixture, d.skye), "4 Mill Lane\nAshcombe//2026-04-13//step-father"));
}

/* One sister came back on a plan of another authority meanwhile: their conference ends ours and not that one. */
static void a_plan_of_another_authority_is_not_ours_to_end(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = two_sisters_on_plans(fixture);
	struct transfer_registration move = a_move(d.family, TRANSFER_OUT, "2026-04-14");
	int64_t id = moves(fixture, &move);
	struct transfer_act act = a_move_act(fixture, id, TRANSFER_STEP_HELD);

	number(fixture, "UPDATE plan SET is_other_authority = 1 WHERE reference = 'P-0001'");
	act.on = date_from_iso("2026-04-20");
	MUST(casework_transfer_act(fixture->cw, &act, f));
	assert_string_equal(plan_words(fixture), "P-0001 - ; P-0002 2026-04-20 moved");
}

/* One sister's plan ends otherwise, then the other's: nobody is waited for any more. */
static void a_move_of_nobody_is_over(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = two_sisters_on_plans(fixture);
	struct transfer_registration move = a_move(d.family, TRANSFER_OUT, "2026-04-14");
	struct plan_end_request request = an_end(d.ada, PLAN_END_DIED, "2026-04-18");
	int64_t id = moves(fixture, &move);

	ended(fixture, &request);
	assert_owes(fixture, "1, Ashcombe: 7 papers not sent");
	assert_int_equal(number(fixture, "SELECT count(*) FROM deadline_child WHERE deadline_id = (SELECT id FROM "
					 "deadline WHERE subject_kind = 'transfer')"),
			 1);
	request = an_end(d.skye, PLAN_END_ABROAD, "2026-04-19");
	ended(fixture, &request);
	assert_owes(fixture, "");
	assert_int_equal(move_page(fixture, id).line.transfer.state, TRANSFER_STOPPED);
	assert_string_equal(move_page(fixture, id).line.whose, "");
}

static void what_cannot_move_is_refused(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = two_sisters_on_plans(fixture);
	struct transfer_registration move = a_move(d.family, TRANSFER_OUT, "2026-04-14");

	move.children = &d.chidi;
	move.child_count = 1;
	REFUSED(casework_transfer_register(fixture->cw, &move, &fixture->mem, f), "children", "no plan of ours");
	move = a_move(d.family, TRANSFER_IN, "2026-04-14");
	move.children = &d.chidi;
	move.child_count = 1;
	REFUSED(casework_transfer_register(fixture->cw, &move, &fixture->mem, f), "", "none waits");
	move.transfer.stay = TRANSFER_STAY_FOR_A_TIME;
	move.children = &d.ada;
	move.child_count = 1;
	REFUSED(casework_transfer_register(fixture->cw, &move, &fixture->mem, f), "children", "one plan at a time");
	move = a_move(d.family, TRANSFER_OUT, "2026-04-21");
	REFUSED(casework_transfer_register(fixture->cw, &move, &fixture->mem, f), "notified_on", "still to come");
	move = a_move(d.family, TRANSFER_OUT, "2026-04-14");
	move.transfer.authority = " ";
	REFUSED(casework_transfer_register(fixture->cw, &move, &fixture->mem, f), "authority", "other authority");
	move.transfer.authority = "Ashcombe";
	moves(fixture, &move);
	move = a_move(d.family, TRANSFER_OUT, "2026-04-14");
	REFUSED(casework_transfer_register(fixture->cw, &move, &fixture->mem, f), "children", "under way");
	assert_int_equal(number(fixture, "SELECT count(*) FROM transfer"), 1);
}

/* --- Here --- */

static int64_t a_transfer_in(struct casework_fixture *fixture)
{
	const struct request_child children[] = {{.person = a_child("Wei", "Wang", "2019-05-04")}};
	struct request request = a_request(children, 1, "");

	request.type = CONFERENCE_TRANSFER_IN;
	request.transfer_notified_on = date_from_iso("2026-03-26");
	return taken(fixture, &request);
}

static void a_child_who_moves_here_is_on_their_plan(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t conference = a_transfer_in(fixture), id;
	struct transfer_registration move = a_move(0, TRANSFER_IN, "2026-03-26");
	struct transfer_act act;

	move.transfer.conference_id = conference;
	move.transfer.papers = TRANSFER_PAPER_BIT(TRANSFER_PAPER_PLAN);
	move.their_plan.started_on = date_from_iso("2025-11-03");
	id = moves(fixture, &move);
	assert_string_equal(move_page(fixture, id).line.whose, "Ashcombe keeps its plan until our conference.");
	assert_int_equal(number(fixture, "SELECT is_other_authority FROM plan WHERE started_on = '2025-11-03'"), 1);
	assert_string_equal(home_of(fixture, number(fixture, "SELECT person_id FROM transfer_child")),
			    "4 Mill Lane\nAshcombe//2026-03-26//");
	act = a_move_act(fixture, id, TRANSFER_STEP_HELD);
	REFUSED(casework_transfer_act(fixture->cw, &act, f), "step", "is ours");
	act = a_move_act(fixture, id, TRANSFER_STEP_STOP);
	act.words = "they went back";
	MUST(casework_transfer_act(fixture->cw, &act, f));
	assert_string_equal(plan_words(fixture), "P-0001 2026-04-01 moved");
}

static const char *limit(struct casework_fixture *fixture)
{
	return casework_fixture_text(fixture, "SELECT group_concat(due_on || ' ' || state, '; ') FROM (SELECT * FROM "
					      "deadline WHERE rule = 'transfer_in' ORDER BY id)");
}

/* The child is here all the same: cancelling the conference stops no clock. */
static void a_cancelled_transfer_in_keeps_its_limit(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t conference = a_transfer_in(fixture);
	struct withdrawal withdrawal = {.conference_id = conference,
					.version = 1,
					.reason = "asked for twice",
					.agreed_by = "the chair",
					.interim_plan = ""};
	const struct request_child children[] = {
		{.person_id = number(fixture, "SELECT person_id FROM conference_child")}};
	struct request again = a_request(children, 1, "");

	MUST(casework_cancel(fixture->cw, &withdrawal, f));
	assert_string_equal(limit(fixture), "2026-04-20 open");
	again.family_id = number(fixture, "SELECT family_id FROM conference");
	again.type = CONFERENCE_TRANSFER_IN;
	again.transfer_notified_on = date_from_iso("2026-03-26");
	conference = taken(fixture, &again);
	assert_string_equal(limit(fixture), "2026-04-20 withdrawn; 2026-04-20 open");
	withdrawal.conference_id = conference;
	withdrawal.no_longer_required = true;
	MUST(casework_cancel(fixture->cw, &withdrawal, f));
	assert_string_equal(limit(fixture), "2026-04-20 withdrawn; 2026-04-20 withdrawn");
}

static void a_restricted_family_moves_unseen(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = two_sisters_on_plans(fixture);
	struct transfer_registration move = a_move(d.family, TRANSFER_OUT, "2026-04-14");
	int64_t id = moves(fixture, &move);
	struct transfer_act act = a_move_act(fixture, id, TRANSFER_STEP_ACCEPT);
	struct transfer_line_list lines;
	struct transfer_page page;
	struct fault why = {0};

	number(fixture, "UPDATE family SET is_restricted = 1 WHERE id = %lld", (long long)d.family);
	MUST(casework_transfers(fixture->cw, 0, false, &fixture->mem, &lines, f));
	assert_int_equal(lines.count, 0);
	assert_false(casework_transfer(fixture->cw, id, &fixture->mem, &page, &why));
	assert_false(casework_transfer_act(fixture->cw, &act, &why));
	assert_int_equal(why.code, FAULT_NOT_FOUND);
	assert_false(casework_transfer_register(fixture->cw, &move, &fixture->mem, &why));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(we_keep_our_plan_until_their_conference),
		FIXTURE_TEST(a_stay_for_a_time_ends_nothing),
		FIXTURE_TEST(the_children_live_where_they_moved),
		FIXTURE_TEST(a_move_to_come_moves_the_home_later),
		FIXTURE_TEST(who_stays_for_good_lives_there),
		FIXTURE_TEST(a_move_of_nobody_is_over),
		FIXTURE_TEST(a_plan_of_another_authority_is_not_ours_to_end),
		FIXTURE_TEST(what_cannot_move_is_refused),
		FIXTURE_TEST(a_child_who_moves_here_is_on_their_plan),
		FIXTURE_TEST(a_cancelled_transfer_in_keeps_its_limit),
		FIXTURE_TEST(a_restricted_family_moves_unseen),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
