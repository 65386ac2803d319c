/* Separate sittings: set by a person, and going with a conference that moves. */
#include "invite_steps.h"

static struct conference conference_now(struct casework_fixture *fixture, int64_t id)
{
	return list_of(fixture, id).conference;
}

/* Two, an hour each, fifteen minutes between, from the start of a conference of at least 2 h 15. */
static void two_of(const struct conference *c, struct sitting_time out[2])
{
	out[0] = (struct sitting_time){1, c->starts, 60, "mother"};
	out[1] = (struct sitting_time){2, c->starts + 75, 60, "father and his supporter"};
}

static int64_t a_long_conference(struct casework_fixture *fixture)
{
	int64_t id = a_waiting_conference(fixture, "Okonkwo", "2026-03-26");
	struct booking booking = first_booking(fixture, id);

	booking.slot.starts = 600;
	booking.slot.minutes = 150;
	MUST(casework_book(fixture->cw, &booking, f));
	return id;
}

static void times_must_fit_one_after_the_other(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = a_long_conference(fixture); /* 10:00 to 12:30 */
	struct conference c = conference_now(fixture, id);
	const struct {
		const char *why, *field, *words;
		struct sitting_time times[2];
		size_t count;
	} rows[] = {
		{"one alone", "sittings", "two to six", {{1, 600, 60, ""}}, 1},
		{"they overlap", "starts", "before sitting 1 ends at 11:00", {{1, 600, 60, ""}, {2, 659, 30, ""}}, 2},
		{"the wrong order", "starts", "before sitting 1 ends", {{1, 690, 30, ""}, {2, 600, 30, ""}}, 2},
		{"before it begins", "starts", "from 10:00 to 12:30", {{1, 599, 30, ""}, {2, 640, 30, ""}}, 2},
		{"after it ends", "starts", "from 10:00 to 12:30", {{1, 600, 30, ""}, {2, 700, 51, ""}}, 2},
		{"no time", "starts", "time sitting 2 starts", {{1, 600, 30, ""}, {2, -1, 30, ""}}, 2},
		{"no length", "minutes", "how long sitting 1", {{1, 600, 0, ""}, {2, 700, 30, ""}}, 2},
		{"a screen control", "who", "control characters", {{1, 600, 30, "\x1b"}, {2, 700, 30, ""}}, 2},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct fault fault = {0};

		if (casework_sittings_save(fixture->cw, id, c.version, rows[i].times, rows[i].count, &fault) ||
		    strcmp(fault.field, rows[i].field) != 0 || !strstr(fault.message, rows[i].words))
			fail_msg("%s: %s: %s", rows[i].why, fault.field, fault.message);
	}
	assert_int_equal(number(fixture, "SELECT count(*) FROM sitting"), 0);
}

static void they_are_kept_in_order_with_who_comes(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = a_long_conference(fixture), line;
	struct conference c = conference_now(fixture, id);
	struct invitee mother = typed(CAPACITY_FAMILY, "Ngozi Okonkwo");
	struct sitting_time times[2];
	struct invitees_page page;

	two_of(&c, times);
	REFUSED(casework_sittings_save(fixture->cw, id, c.version - 1, times, 2, f), "", "Another person changed");
	MUST(casework_sittings_save(fixture->cw, id, c.version, times, 2, f));
	REFUSED(casework_sittings_save(fixture->cw, id, c.version, times, 2, f), "", "Another person changed");
	page = list_of(fixture, id);
	assert_int_equal(page.sittings.count, 2);
	assert_string_equal(page.sittings.items[1].who, "father and his supporter");
	assert_int_equal(page.sittings.items[1].starts, 675);
	mother.sitting = 2;
	line = put_on(fixture, id, mother);
	REFUSED(casework_sittings_save(fixture->cw, id, c.version + 1, NULL, 0, f), "",
		"Ngozi Okonkwo is down for sitting 2");
	mother = invitee_now(fixture, id, line);
	mother.sitting = 0;
	MUST(casework_invitee_save(fixture->cw, &mother, f));
	MUST(casework_sittings_save(fixture->cw, id, c.version + 1, NULL, 0, f));
	assert_int_equal(list_of(fixture, id).sittings.count, 0);
	assert_int_equal(casework_fixture_audited(fixture, "sittings.save"), 2);
}

static void a_conference_without_a_time_has_none(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = a_waiting_conference(fixture, "Okonkwo", "2026-03-26");
	const struct sitting_time times[2] = {{1, 600, 30, ""}, {2, 640, 30, ""}};

	REFUSED(casework_sittings_save(fixture->cw, id, 1, times, 2, f), "starts", "book it first");
}

static void they_move_with_their_conference(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = a_long_conference(fixture);
	struct booking booking = first_booking(fixture, id);
	struct conference c = conference_now(fixture, id);
	struct withdrawal w = {.conference_id = id, .reason = "mother in hospital", .agreed_by = "chair"};
	struct sitting_time times[2];
	struct invitees_page page;

	two_of(&c, times);
	MUST(casework_sittings_save(fixture->cw, id, c.version, times, 2, f));
	booking.slot = (struct slot){c.held_on + 1, 780, 150, c.chair_id, c.room_id, c.minute_taker_id, ""};
	booking.version = conference_now(fixture, id).version;
	MUST(casework_book(fixture->cw, &booking, f)); /* by a day, from 10:00 to 13:00 */
	page = list_of(fixture, id);
	assert_int_equal(page.sittings.items[0].starts, 780);
	assert_int_equal(page.sittings.items[1].starts, 855);
	assert_string_equal(page.sittings.items[0].who, "mother");
	w.version = page.conference.version;
	MUST(casework_postpone(fixture->cw, &w, f));
	booking.version = conference_now(fixture, id).version;
	booking.slot.starts = 600;
	booking.slot.minutes = 90; /* too short for an hour each: in equal parts */
	MUST(casework_book(fixture->cw, &booking, f));
	page = list_of(fixture, id);
	assert_int_equal(page.sittings.items[0].starts, 600);
	assert_string_equal(page.sittings.items[1].who, "father and his supporter");
	assert_int_equal(page.sittings.items[1].starts + page.sittings.items[1].minutes, 690);
	booking.version = page.conference.version;
	booking.slot.minutes = 20;
	REFUSED(casework_book(fixture->cw, &booking, f), "minutes", "do not fit in 20 minutes");
}

/* Halves that nobody named are halves of the new length. */
static void unnamed_halves_are_made_anew(void **state)
{
	const struct request_child children[] = {{.person = a_child("A", "Begum", "2019-05-04")}};
	struct casework_fixture *fixture = *state;
	struct request request = a_request(children, 1, "2026-03-26");
	struct booking booking;
	struct invitees_page page;
	int64_t id;

	request.sittings = "domestic abuse";
	id = taken(fixture, &request);
	booking = first_booking(fixture, id);
	booking.slot.minutes = 115;
	MUST(casework_book(fixture->cw, &booking, f));
	booking.version = conference_now(fixture, id).version;
	booking.slot.minutes = 135;
	MUST(casework_book(fixture->cw, &booking, f));
	page = list_of(fixture, id);
	assert_int_equal(page.sittings.count, 2);
	assert_int_equal(page.sittings.items[0].minutes, 60);
	assert_int_equal(page.sittings.items[1].minutes, 60);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(times_must_fit_one_after_the_other),   TEST(they_are_kept_in_order_with_who_comes),
		TEST(a_conference_without_a_time_has_none), TEST(they_move_with_their_conference),
		TEST(unnamed_halves_are_made_anew),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
