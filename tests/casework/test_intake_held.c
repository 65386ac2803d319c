/* A return says that a conference took place which was booked here: it is over, and keeps its time, chair and room. */
#include "booking_steps.h"
#include "casework/intake.h"
#include "intake_rows.h"

#define SLOT                                                                                                           \
	"(SELECT held_on || ' ' || starts || ' ' || chair_id || ' ' || minute_taker_id FROM conference WHERE id = "    \
	"%lld)"

static const char *slot_of(struct casework_fixture *fixture, int64_t conference)
{
	char sql[300];

	snprintf(sql, sizeof sql, "SELECT " SLOT, (long long)conference);
	return casework_fixture_text(fixture, sql);
}

/* Two siblings on one enquiry, their conference asked for and booked by hand. */
static int64_t booked_for_siblings(struct casework_fixture *fixture, const struct child_row *rows, const char **day)
{
	struct request_child children[2] = {0};
	struct request request;
	struct booking booking;
	int64_t conference;

	for (int i = 0; i < 2; i++) {
		const struct intake_person person = person_row("FAM-0001", rows[i].la_child_id, "Okonkwo",
							       i ? "Ada" : "Chidi", RELATIONSHIP_CHILD,
							       rows[i].born_on);
		enum intake_result result;

		take_row(fixture, &rows[i]);
		MUST(intake_person(fixture->cw, &person, &result, f));
		children[i].person_id = number(fixture, "SELECT id FROM person WHERE la_child_id = '%s'",
					       rows[i].la_child_id);
	}
	request = a_request(children, 2, rows[0].strategy_on);
	request.family_id = number(fixture, "SELECT id FROM family WHERE reference = 'FAM-0001'");
	conference = taken(fixture, &request);
	booking = first_booking(fixture, conference);
	MUST(casework_book(fixture->cw, &booking, f));
	*day = casework_fixture_text(fixture, "SELECT held_on FROM conference");
	return conference;
}

static void a_booked_conference_that_was_held_keeps_its_slot(void **state)
{
	struct casework_fixture *fixture = *state;
	struct child_row rows[] = {{.la_child_id = "F1", .born_on = "2015-01-09", .strategy_on = "2026-03-26"},
				   {.la_child_id = "F2", .born_on = "2017-01-09", .strategy_on = "2026-03-26"}};
	const char *day, *slot;
	int64_t conference = booked_for_siblings(fixture, rows, &day);

	slot = slot_of(fixture, conference);
	casework_fixture_reopen(fixture, "2026-05-11");
	for (int i = 0; i < 2; i++) {
		rows[i].conference_on = rows[i].plan_on = day;
		take_row(fixture, &rows[i]);
	}
	assert_int_equal(number(fixture, "SELECT count(*) FROM conference"), 1);
	assert_int_equal(number(fixture, "SELECT count(*) FROM conference WHERE state = 'closed'"), 1);
	assert_string_equal(slot_of(fixture, conference), slot);
	/* Nothing of it is open any more, and its limit was met on its day. */
	assert_int_equal(
		number(fixture,
		       "SELECT count(*) FROM deadline WHERE state = 'open' AND (subject_kind = 'conference' OR "
		       "rule = 'icpc')"),
		0);
	assert_int_equal(number(fixture, "SELECT count(*) FROM deadline WHERE rule = 'icpc' AND state = 'done'"), 1);
	assert_int_equal(
		number(fixture, "SELECT count(*) FROM deadline WHERE rule = 'review.first' AND state = 'open'"), 2);
	assert_int_equal(number(fixture, "SELECT count(*) FROM conference_change WHERE step = 'close' AND from_state = "
					 "'scheduled' AND to_state = 'closed'"),
			 1);
	assert_int_equal(take_row(fixture, &rows[0]), INTAKE_UNCHANGED);
}

/* The review of one sibling in the return is the review of both: neither is asked for again. */
static void a_held_review_counts_for_every_child(void **state)
{
	struct casework_fixture *fixture = *state;
	struct child_row rows[] = {{.la_child_id = "F1", .born_on = "2015-01-09", .strategy_on = "2026-03-26"},
				   {.la_child_id = "F2", .born_on = "2017-01-09", .strategy_on = "2026-03-26"}};
	const char *day, *review_day;
	struct booking booking;
	int64_t review = 0;

	booked_for_siblings(fixture, rows, &day);
	casework_fixture_reopen(fixture, "2026-05-11");
	for (int i = 0; i < 2; i++) {
		rows[i].conference_on = rows[i].plan_on = day;
		take_row(fixture, &rows[i]);
	}
	MUST(casework_review_request(fixture->cw, number(fixture, "SELECT min(id) FROM plan"), &fixture->mem, &review,
				     f));
	booking = first_booking(fixture, review);
	MUST(casework_book(fixture->cw, &booking, f));
	review_day = casework_fixture_text(fixture, "SELECT held_on FROM conference WHERE type = 'review'");
	casework_fixture_reopen(fixture, "2026-10-01");
	for (int i = 0; i < 2; i++) {
		rows[i].reviews[0] = review_day;
		take_row(fixture, &rows[i]);
	}
	assert_int_equal(number(fixture, "SELECT count(*) FROM conference WHERE type = 'review' AND state = 'closed'"),
			 1);
	assert_int_equal(
		number(fixture, "SELECT count(*) FROM deadline WHERE rule = 'review.first' AND state = 'open'"), 0);
	assert_int_equal(number(fixture,
				"SELECT count(*) FROM deadline WHERE rule = 'review.next' AND state = 'open' "
				"AND trigger_on = '%s'",
				review_day),
			 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_booked_conference_that_was_held_keeps_its_slot,
						casework_fixture_setup, casework_fixture_teardown),
		cmocka_unit_test_setup_teardown(a_held_review_counts_for_every_child, casework_fixture_setup,
						casework_fixture_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
