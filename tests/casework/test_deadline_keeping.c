/* Whatever is done to conferences in whatever order, the deadlines, bookings and the audit log stay true. And what
 * follows from plans. */
#include "booking_steps.h"
#include "deadline_keeping.h"

enum { FAMILIES = 6, STEPS = 150 };

/* Always the same sequence, so that a failure can be seen again. */
static unsigned next_random(unsigned *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 16;
}

static void holds(struct casework_fixture *fixture, int step, const char *why, const char *sql)
{
	int64_t broken = number(fixture, "%s", sql);

	if (broken != 0)
		fail_msg("step %d: %s: %lld", step, why, (long long)broken);
}

static void all_holds(struct casework_fixture *fixture, int step)
{
	holds(fixture, step, "an enquiry that waits has one open limit, one that needs nothing has none",
	      "SELECT count(*) FROM enquiry AS e WHERE (SELECT count(*) FROM deadline WHERE rule = 'icpc' AND state = "
	      "'open'"
	      " AND subject_kind = 'enquiry' AND subject_id = e.id) <> (e.conference_required = 'yes')");
	holds(fixture, step, "three things are taken for a booked conference and none for another",
	      "SELECT count(*) FROM conference AS c WHERE (SELECT count(*) FROM booking AS b WHERE b.conference_id = "
	      "c.id AND"
	      " b.day = c.held_on AND b.starts = c.starts AND b.ends = c.starts + c.minutes AND b.resource_id IN"
	      " (c.chair_id, c.room_id, c.minute_taker_id)) <> 3 * (c.state = 'scheduled')");
	holds(fixture, step, "nothing else is taken",
	      "SELECT count(*) <> 3 * (SELECT count(*) FROM conference WHERE state ="
	      " 'scheduled') FROM booking");
	holds(fixture, step, "what falls due before the day is open while there is a day",
	      "SELECT count(*) FROM conference AS c WHERE (SELECT count(*) FROM deadline WHERE state = 'open' AND "
	      "subject_kind ="
	      " 'conference' AND subject_id = c.id AND trigger_on = c.held_on) <> 9 * (c.state = 'scheduled')");
	holds(fixture, step, "every verb left one audit row and one line of history",
	      "SELECT (SELECT count(*) FROM conference_change) - (SELECT count(*) FROM audit WHERE action IN "
	      "('request.take',"
	      " 'conference.book', 'conference.move', 'conference.postpone', 'conference.cancel'))");
}

static bool book(struct casework_fixture *fixture, int64_t id, unsigned dice)
{
	struct proposal_list list = proposals_for(fixture, id, 1 + dice % 8);
	struct booking booking = {.conference_id = id,
				  .version = facts_of(fixture, id).conference.version,
				  .late_reason = dice % 5 ? "no chair" : "",
				  .late_agreed_by = "D. Walker",
				  .reason = dice % 7 ? "chair ill" : "",
				  .agreed_by = "chair"};

	if (list.count == 0)
		return false;
	booking.slot = list.items[list.count - 1].slot;
	return casework_book(fixture->cw, &booking, NULL);
}

/* A cancelled conference is asked for again, by the same enquiry. */
static bool ask_again(struct casework_fixture *fixture, int64_t *id)
{
	struct conference c = facts_of(fixture, *id).conference;
	struct request_child children[2] = {{0}};
	struct request request = a_request(children, 2, "");
	const char *reference;

	children[0].person_id = number(
		fixture, "SELECT min(person_id) FROM conference_child WHERE conference_id = %lld", (long long)*id);
	children[1].person_id = children[0].person_id + 1;
	request.family_id = c.family_id;
	request.enquiry_id = c.enquiry_id;
	return casework_request_take(fixture->cw, &request, &fixture->mem, &reference, id, NULL);
}

static void stays_true_whatever_is_done(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t ids[FAMILIES];
	unsigned seed = 20260401;
	int done = 0;

	for (int i = 0; i < FAMILIES; i++)
		ids[i] = a_waiting_conference(fixture, "Okonkwo", i % 2 ? "2026-03-26" : "2026-03-05");
	for (int step = 0; step < STEPS; step++) {
		unsigned dice = next_random(&seed), what = next_random(&seed) % 10;
		int64_t *id = &ids[dice % FAMILIES];
		struct withdrawal w = {.conference_id = *id,
				       .version = facts_of(fixture, *id).conference.version,
				       .reason = dice % 6 ? "mother in hospital" : "",
				       .agreed_by = "chair",
				       .no_longer_required = dice % 4 == 0};

		if (what < 5)
			done += book(fixture, *id, dice);
		else if (what < 7)
			done += casework_postpone(fixture->cw, &w, NULL);
		else if (what < 9)
			done += casework_cancel(fixture->cw, &w, NULL);
		else
			done += ask_again(fixture, id);
		all_holds(fixture, step);
	}
	assert_true(done > STEPS / 4); /* or nothing was tried */
}

/* A plan of a family as an import leaves it; its id. */
static int64_t a_plan(struct casework_fixture *fixture, const char *started)
{
	int64_t id = a_waiting_conference(fixture, "Okonkwo", "2025-10-01");

	number(fixture,
	       "INSERT INTO plan (reference, person_id, family_id, conference_id, started_on, category_initial, "
	       "category_latest)"
	       " SELECT 'P-0001', min(k.person_id), c.family_id, c.id, '%s', 'NEG', 'NEG' FROM conference AS c"
	       " JOIN conference_child AS k ON k.conference_id = c.id WHERE c.id = %lld",
	       started, (long long)id);
	number(fixture, "UPDATE conference SET state = 'closed', held_on = '%s' WHERE id = %lld", started,
	       (long long)id);
	return 1;
}

static void a_review_held(struct casework_fixture *fixture, const char *day)
{
	number(fixture,
	       "INSERT INTO conference (reference, family_id, type, state, source, policy, requested_on, held_on)"
	       " VALUES ('R' || '%s', 1, 'review', 'closed', 'census', 'x', '%s', '%s')",
	       day, day, day);
	number(fixture, "INSERT INTO conference_child SELECT max(conference.id), plan.person_id FROM conference, plan");
}

static bool keep(struct casework_fixture *fixture, int64_t plan, bool here)
{
	struct casework *cw = fixture->cw;
	bool ok;

	MUST(work_begin(cw, ACTION_TAKE_REQUESTS, f));
	ok = deadlines_of_plan(cw, plan, here, NULL);
	MUST(work_end(cw, f, "test", SUBJECT_PLAN, plan, 1, "kept"));
	return ok;
}

static const char *reviews(struct casework_fixture *fixture)
{
	return casework_fixture_text(fixture,
				     "SELECT group_concat(rule || ' ' || due_on || ' ' || state || ' ' ||"
				     " coalesce(done_on, '-'), '; ') FROM (SELECT * FROM deadline WHERE rule IN"
				     " ('review.first', 'review.next') ORDER BY id)");
}

static void reviews_follow_each_other(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t plan = a_plan(fixture, "2025-11-30");

	assert_true(keep(fixture, plan, false));
	assert_string_equal(reviews(fixture), "review.first 2026-02-28 open -");
	assert_true(keep(fixture, plan, false)); /* twice is once */
	assert_string_equal(reviews(fixture), "review.first 2026-02-28 open -");
	a_review_held(fixture, "2026-02-20");
	assert_true(keep(fixture, plan, false));
	assert_string_equal(reviews(fixture), "review.first 2026-02-28 done 2026-02-20; review.next 2026-08-20 open -");
	a_review_held(fixture, "2026-03-31");
	assert_true(keep(fixture, plan, false));
	assert_string_equal(reviews(fixture),
			    "review.first 2026-02-28 done 2026-02-20; review.next 2026-08-20 done 2026-03-31;"
			    " review.next 2026-09-30 open -");
	number(fixture, "UPDATE plan SET ended_on = '2026-03-31'");
	assert_true(keep(fixture, plan, false));
	assert_int_equal(
		number(fixture, "SELECT count(*) FROM deadline WHERE subject_kind = 'plan' AND state = 'open'"), 0);
	assert_int_equal(number(fixture, "SELECT count(*) FROM deadline WHERE reason = 'the plan ended'"), 3);
}

static void a_first_core_group_is_owed_while_it_can_be_held(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t plan = a_plan(fixture, "2026-03-20");

	assert_true(keep(fixture, plan, false));
	assert_int_equal(number(fixture, "SELECT count(*) FROM deadline WHERE rule = 'core_group.first' AND due_on ="
					 " '2026-04-07'"),
			 1);
}

static void one_long_past_is_not_ours(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t plan = a_plan(fixture, "2026-03-02");

	assert_true(keep(fixture, plan, false));
	assert_int_equal(number(fixture, "SELECT count(*) FROM deadline WHERE rule = 'core_group.first'"), 0);
	/* when that group met last is not known here: the next counts from the day the plan came to be known */
	assert_string_equal(casework_fixture_text(fixture, "SELECT trigger_on || ' ' || due_on FROM deadline WHERE rule"
							   " = 'core_group.next' AND state = 'open'"),
			    "2026-04-01 2026-05-13");
}

static void one_of_a_plan_made_here_is_late(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t plan = a_plan(fixture, "2026-03-02");

	assert_true(keep(fixture, plan, true));
	assert_int_equal(number(fixture, "SELECT count(*) FROM deadline WHERE rule = 'core_group.first'"), 1);
	assert_int_equal(number(fixture, "SELECT count(*) FROM deadline WHERE rule = 'core_group.next'"), 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, casework_fixture_setup, casework_fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(stays_true_whatever_is_done),
		TEST(reviews_follow_each_other),
		TEST(a_first_core_group_is_owed_while_it_can_be_held),
		TEST(one_long_past_is_not_ours),
		TEST(one_of_a_plan_made_here_is_late),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
