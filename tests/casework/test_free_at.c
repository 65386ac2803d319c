/* Who is free for a slot that was typed, in the order a form fills them in. */
#include "booking_steps.h"

struct free_lists {
	struct resource_list chairs, rooms, minute_takers;
};

static struct free_lists free_then(struct casework_fixture *fixture, int64_t conference, const char *day, int starts)
{
	struct free_lists out;

	MUST(casework_free_at(fixture->cw, conference, date_from_iso(day), starts, 90, &fixture->mem, &out.chairs,
			      &out.rooms, &out.minute_takers, f));
	return out;
}

static bool holds(const struct resource_list *list, int64_t id)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].id == id)
			return true;
	return false;
}

static void the_first_of_each_can_be_booked(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = a_waiting_conference(fixture, "Okonkwo", "2026-03-30");
	struct free_lists lists = free_then(fixture, id, "2026-04-15", 600);
	struct booking booking = {.conference_id = id,
				  .version = 1,
				  .slot = {.day = date_from_iso("2026-04-15"), .starts = 600, .minutes = 90}};

	booking.slot.chair_id = lists.chairs.items[0].id;
	booking.slot.room_id = lists.rooms.items[0].id;
	booking.slot.minute_taker_id = lists.minute_takers.items[0].id;
	assert_false(lists.rooms.items[0].is_video);
	MUST(casework_booking_check(fixture->cw, &booking, f));
}

static void those_taken_are_left_out_for_others(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t one = a_waiting_conference(fixture, "Okonkwo", "2026-03-26");
	int64_t two = a_waiting_conference(fixture, "Begum", "2026-03-27");
	struct booking booking = first_booking(fixture, one);
	const struct slot *slot = &booking.slot;
	char day[DATE_TEXT_ROOM];
	struct free_lists own, other, after;

	MUST(casework_book(fixture->cw, &booking, f));
	date_to_iso(slot->day, day);
	own = free_then(fixture, one, day, slot->starts);
	other = free_then(fixture, two, day, slot->starts + slot->minutes - 5);
	after = free_then(fixture, two, day, slot->starts + slot->minutes);
	assert_int_equal(own.chairs.items[0].id, slot->chair_id); /* moving: who is booked stays */
	assert_int_equal(own.rooms.items[0].id, slot->room_id);
	assert_int_equal(own.minute_takers.items[0].id, slot->minute_taker_id);
	assert_false(holds(&other.chairs, slot->chair_id) || holds(&other.rooms, slot->room_id) ||
		     holds(&other.minute_takers, slot->minute_taker_id));
	assert_true(holds(&after.chairs, slot->chair_id));
	assert_int_not_equal(after.chairs.items[0].id, slot->chair_id); /* one without work that week first */
}

static void access_comes_before_video_and_video_before_none(void **state)
{
	struct casework_fixture *fixture = *state;
	const struct request_child children[] = {{.person = a_child("A", "Begum", "2019-05-04")}};
	struct request request = a_request(children, 1, "2026-03-30");
	struct free_lists lists;
	int stage = 0;

	request.access = "hearing loop";
	lists = free_then(fixture, taken(fixture, &request), "2026-04-15", 600);
	for (size_t i = 0; i < lists.rooms.count; i++) {
		const struct resource *room = &lists.rooms.items[i];
		int now = room->is_video ? 1 : strstr(room->access, "hearing loop") ? 0 : 2;

		assert_true(now >= stage);
		stage = now;
	}
	assert_int_equal(stage, 2);
}

static void days_off_and_missing_answers(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = a_waiting_conference(fixture, "Okonkwo", "2026-03-30");
	int64_t chair = free_then(fixture, id, "2026-04-15", 600).chairs.items[0].id;
	struct free_lists lists, none;

	number(fixture, "UPDATE resource SET weekdays = 1 WHERE id = %lld", (long long)chair); /* Mondays only */
	lists = free_then(fixture, id, "2026-04-15", 600);
	assert_false(holds(&lists.chairs, chair));
	assert_int_equal(free_then(fixture, id, "", 600).chairs.count, 0);
	assert_int_equal(free_then(fixture, id, "2026-04-15", -1).rooms.count, 0);
	REFUSED(casework_free_at(fixture->cw, 99, date_from_iso("2026-04-15"), 600, 90, &fixture->mem, &none.chairs,
				 &none.rooms, &none.minute_takers, f),
		"", "not in the case file");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, casework_fixture_setup, casework_fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_first_of_each_can_be_booked),
		TEST(those_taken_are_left_out_for_others),
		TEST(access_comes_before_video_and_video_before_none),
		TEST(days_off_and_missing_answers),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
