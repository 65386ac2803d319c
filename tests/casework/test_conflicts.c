/* A chair or minute-taker with a conflict of interest is offered nothing of the family, may not be booked, take over or
 * begin, and the page says it, until it is ended. */
#include "booking_steps.h"
#include "casework/conflicts.h"
#include "casework/live.h"
#include "casework/pages.h"
#include "intake_rows.h"

static int64_t chair_of(const struct booking *booking)
{
	return booking->slot.chair_id;
}

static void whoever_has_one_is_not_offered_and_not_booked(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t waiting = a_waiting_conference(fixture, "Okonkwo", "2026-03-26");
	struct booking booking = first_booking(fixture, waiting);
	struct resource_list chairs, rooms, minute_takers;
	struct proposal_list slots;
	struct clock_list clock;

	MUST(casework_conflict_declare(fixture->cw, waiting, chair_of(&booking), "  taught the mother ", f));
	MUST(casework_conflict_declare(fixture->cw, waiting, booking.slot.minute_taker_id, "lives next door", f));
	assert_int_equal(casework_fixture_audited(fixture, "conflict.declare"), 2);
	REFUSED(casework_book(fixture->cw, &booking, f), "chair", "has a conflict of interest with this family");
	slots = proposals_for(fixture, waiting, 20);
	assert_true(slots.count > 3);
	for (size_t i = 0; i < slots.count; i++) {
		assert_int_not_equal(slots.items[i].slot.chair_id, chair_of(&booking));
		assert_int_not_equal(slots.items[i].slot.minute_taker_id, booking.slot.minute_taker_id);
	}
	MUST(casework_free_at(fixture->cw, waiting, booking.slot.day, booking.slot.starts, 60, &fixture->mem, &chairs,
			      &rooms, &minute_takers, f));
	for (size_t i = 0; i < chairs.count; i++)
		assert_int_not_equal(chairs.items[i].id, chair_of(&booking));
	for (size_t i = 0; i < minute_takers.count; i++)
		assert_int_not_equal(minute_takers.items[i].id, booking.slot.minute_taker_id);
	booking.slot.chair_id = slots.items[0].slot.chair_id;
	REFUSED(casework_book(fixture->cw, &booking, f), "minute_taker", "choose another minute-taker");
	MUST(casework_clock(fixture->cw, &fixture->mem, &clock, f));
	assert_int_equal(clock.count, 1);
}

static void it_is_of_one_family_alone(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t waiting = a_waiting_conference(fixture, "Okonkwo", "2026-03-26");
	int64_t other = a_waiting_conference(fixture, "Suleiman", "2026-03-26");
	struct booking booking = first_booking(fixture, other);

	MUST(casework_conflict_declare(fixture->cw, waiting, chair_of(&booking), "taught the mother", f));
	MUST(casework_book(fixture->cw, &booking, f));
}

/* Booked before it was said: the page and the lists of what is due ask for another chair, who alone may begin. */
static void who_is_booked_does_not_begin(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t waiting = a_waiting_conference(fixture, "Okonkwo", "2026-03-26");
	struct booking booking = first_booking(fixture, waiting);
	struct conference_page page;
	struct due_list due;
	int told[LANE_COUNT] = {0};

	MUST(casework_book(fixture->cw, &booking, f));
	MUST(casework_conflict_declare(fixture->cw, waiting, chair_of(&booking), "taught the mother", f));
	MUST(casework_conference_page(fixture->cw, waiting, &fixture->mem, &page, f));
	assert_non_null(strstr(page.missing, "another chair (conflict of interest)"));
	assert_non_null(strstr(page.conflicts, "(chair): taught the mother · said by "));
	MUST(casework_due(fixture->cw, &(struct due_filter){.within_wd = -1, .lane = -1}, &fixture->mem, &due, f));
	for (size_t i = 0; i < due.count; i++)
		if (due.items[i].conference_id == waiting)
			told[due.items[i].lane] += strncmp(due.items[i].missing, "another chair; ", 15) == 0;
	assert_true(told[LANE_BOOK] == 1 && told[LANE_INVITE] && told[LANE_REPORTS] && told[LANE_BUNDLE]);
	assert_false(told[LANE_RECORD]);
	number(fixture, "UPDATE conference SET held_on = '" FIXTURE_TODAY "' WHERE id = %lld", (long long)waiting);
	REFUSED(casework_live_start(fixture->cw, waiting, "", f), "chair", "conflict of interest");
}

static void it_is_said_once_and_ended_with_a_reason(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t waiting = a_waiting_conference(fixture, "Okonkwo", "2026-03-26");
	struct booking booking = first_booking(fixture, waiting);
	struct conflict_page page;
	int64_t room = number(fixture, "SELECT id FROM resource WHERE kind = 'room' LIMIT 1");

	REFUSED(casework_conflict_declare(fixture->cw, waiting, chair_of(&booking), " ", f), "reason", "few words");
	REFUSED(casework_conflict_declare(fixture->cw, waiting, room, "x", f), "who", "Choose the chair");
	REFUSED(casework_conflict_declare(fixture->cw, waiting, 9999, "x", f), "who", "Choose the chair");
	MUST(casework_conflict_declare(fixture->cw, waiting, chair_of(&booking), "taught the mother", f));
	REFUSED(casework_conflict_declare(fixture->cw, waiting, chair_of(&booking), "x", f), "who", "already");
	MUST(casework_conflicts(fixture->cw, waiting, &fixture->mem, &page, f));
	assert_int_equal(page.conflicts.count, 1);
	REFUSED(casework_conflict_end(fixture->cw, waiting, page.conflicts.items[0].id, 1, "", f), "reason", "why");
	REFUSED(casework_conflict_end(fixture->cw, waiting, page.conflicts.items[0].id, 7, "x", f), "",
		"Another person changed this");
	MUST(casework_conflict_end(fixture->cw, waiting, page.conflicts.items[0].id, 1, "it was her sister", f));
	REFUSED(casework_conflict_end(fixture->cw, waiting, page.conflicts.items[0].id, 2, "x", f), "", "no more");
	MUST(casework_book(fixture->cw, &booking, f));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(whoever_has_one_is_not_offered_and_not_booked),
		FIXTURE_TEST(it_is_of_one_family_alone),
		FIXTURE_TEST(who_is_booked_does_not_begin),
		FIXTURE_TEST(it_is_said_once_and_ended_with_a_reason),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
