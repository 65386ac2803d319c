/* A review is booked in one act: nothing is kept by looking, all by booking, and two people do not ask twice. */
#include "booking_steps.h"

/* A family with an open plan whose first review is due on 2 Jun 2026; the plan's id. */
static int64_t a_plan(struct casework_fixture *fixture)
{
	int64_t id = a_waiting_conference(fixture, "Okonkwo", "2025-11-03");

	number(fixture,
	       "UPDATE conference SET state = 'closed', held_on = '2026-03-02', chair_id = (SELECT id FROM resource"
	       " WHERE name = 'Farida Rahman'), access = 'step-free' WHERE id = %lld",
	       (long long)id);
	number(fixture,
	       "INSERT INTO plan (reference, person_id, family_id, conference_id, started_on, category_initial,"
	       " category_latest) SELECT 'P-0001', min(person_id), 1, conference_id, '2026-03-02', 'NEG', 'NEG' FROM"
	       " conference_child WHERE conference_id = %lld",
	       (long long)id);
	number(fixture,
	       "INSERT INTO deadline (rule, subject_kind, subject_id, family_id, trigger_on, due_on, limit_on,"
	       " policy) VALUES ('review.first', 'plan', 1, 1, '2026-03-02', '2026-06-02', '2026-06-02', 'x')");
	return 1;
}

static struct booking_facts review_facts(struct casework_fixture *fixture, int64_t plan)
{
	struct booking_facts facts;

	MUST(casework_review_facts(fixture->cw, plan, &fixture->mem, &facts, f));
	return facts;
}

static struct booking review_slot(struct casework_fixture *fixture, int64_t plan)
{
	struct proposal_list list;

	MUST(casework_propose_review_slots(fixture->cw, plan, DAY_NONE, 1, &fixture->mem, &list, f));
	assert_int_equal(list.count, 1);
	return (struct booking){.slot = list.items[0].slot};
}

static void looking_asks_for_nothing(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t plan = a_plan(fixture), rows = number(fixture, "SELECT count(*) FROM conference");
	struct booking_facts facts = review_facts(fixture, plan);
	struct booking booking = review_slot(fixture, plan);
	struct resource_list chairs, rooms, minute_takers;

	assert_int_equal(facts.conference.id, 0);
	assert_int_equal(facts.conference.version, 0);
	assert_string_equal(facts.conference.reference, "");
	assert_int_equal(facts.conference.type, CONFERENCE_REVIEW);
	assert_int_equal(facts.due, date_from_iso("2026-06-02"));
	assert_string_equal(facts.needs, "step-free");
	MUST(casework_review_booking_check(fixture->cw, plan, &booking, f));
	MUST(casework_free_for_review(fixture->cw, plan, booking.slot.day, booking.slot.starts, booking.slot.minutes,
				      &fixture->mem, &chairs, &rooms, &minute_takers, f));
	assert_string_equal(chairs.items[0].name, "Farida Rahman");
	assert_int_equal(number(fixture, "SELECT count(*) FROM conference"), rows);
	assert_int_equal(casework_fixture_audited(fixture, "request.take"), 1);
	assert_int_equal(casework_fixture_audited(fixture, "booking.look"), 1);
	assert_int_equal(casework_fixture_audited(fixture, "booking.slots"), 1);
}

static void booking_asks_and_books(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t plan = a_plan(fixture), id;
	struct booking booking = review_slot(fixture, plan);

	MUST(casework_review_booking(fixture->cw, plan, &booking, &fixture->mem, &id, f));
	assert_int_equal(facts_of(fixture, id).conference.state, STATE_SCHEDULED);
	assert_int_equal(facts_of(fixture, id).conference.held_on, booking.slot.day);
	assert_int_equal(review_facts(fixture, plan).conference.id, id);
	assert_int_equal(casework_fixture_audited(fixture, "request.take"), 2);
	assert_int_equal(casework_fixture_audited(fixture, "conference.book"), 1);
}

static void a_slot_that_is_refused_keeps_nothing(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t plan = a_plan(fixture), id, rows = number(fixture, "SELECT count(*) FROM conference");
	struct booking booking = review_slot(fixture, plan);

	booking.slot.day = date_from_iso("2026-04-04");
	REFUSED(casework_review_booking_check(fixture->cw, plan, &booking, f), "day", "weekend");
	REFUSED(casework_review_booking(fixture->cw, plan, &booking, &fixture->mem, &id, f), "day", "weekend");
	assert_int_equal(id, 0);
	assert_int_equal(number(fixture, "SELECT count(*) FROM conference"), rows);
}

static void two_people_ask_once(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t plan = a_plan(fixture), first, id;
	struct booking booking = review_slot(fixture, plan);
	struct fault fault = {0};

	MUST(casework_review_request(fixture->cw, plan, &fixture->mem, &first, f));
	assert_false(casework_review_booking(fixture->cw, plan, &booking, &fixture->mem, &id, &fault));
	assert_int_equal(fault.code, FAULT_CONFLICT);
	assert_non_null(strstr(fault.message, "C-0002"));
	booking.conference_id = review_facts(fixture, plan).conference.id;
	booking.version = review_facts(fixture, plan).conference.version;
	MUST(casework_review_booking(fixture->cw, plan, &booking, &fixture->mem, &id, f));
	assert_int_equal(id, first);
	assert_false(casework_review_booking(fixture->cw, plan, &booking, &fixture->mem, &id, &fault)); /* moved on */
	assert_int_equal(fault.code, FAULT_CONFLICT);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, casework_fixture_setup, casework_fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(looking_asks_for_nothing),
		TEST(booking_asks_and_books),
		TEST(a_slot_that_is_refused_keeps_nothing),
		TEST(two_people_ask_once),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
