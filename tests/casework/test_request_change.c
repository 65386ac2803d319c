/* A request is changed after it was taken: what is kept, what is refused, what the history says. */
#include "booking_steps.h"

#include "casework/intake.h"

static struct request_change change_of(int64_t conference, int64_t version)
{
	return (struct request_change){.conference_id = conference, .version = version};
}

static void what_differs_is_kept_and_said(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = a_waiting_conference(fixture, "Okonkwo", "2026-03-30");
	struct request_change change = change_of(id, 1);
	struct conference c;

	change.social_worker = "  Tomasz   Czerwinski ";
	change.interpreter = "Igbo";
	change.reason = "injury to a baby"; /* as it was */
	MUST(casework_request_change(fixture->cw, &change, f));
	c = facts_of(fixture, id).conference;
	assert_string_equal(c.social_worker, "Tomasz Czerwinski");
	assert_string_equal(c.interpreter, "Igbo");
	assert_string_equal(c.reason, "injury to a baby");
	assert_int_equal(c.version, 2);
	assert_string_equal(casework_fixture_text(fixture, "SELECT detail FROM audit WHERE action = 'request.change'"),
			    "social worker (was Emma Evans), interpreter (was none)");
	change = change_of(id, 2);
	change.interpreter = ""; /* empties; what is NULL stays */
	MUST(casework_request_change(fixture->cw, &change, f));
	c = facts_of(fixture, id).conference;
	assert_string_equal(c.interpreter, "");
	assert_string_equal(c.social_worker, "Tomasz Czerwinski");
}

static void the_length_follows_when_booked(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = a_waiting_conference(fixture, "Okonkwo", "2026-03-30");
	struct request_change change = change_of(id, 1);
	int before = facts_of(fixture, id).minutes;

	change.sittings = "domestic abuse";
	MUST(casework_request_change(fixture->cw, &change, f));
	assert_int_equal(facts_of(fixture, id).minutes, 2 * before + casework_policy(fixture->cw)->sitting_gap_minutes);
}

static void a_booked_one_keeps_its_slot(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = a_waiting_conference(fixture, "Okonkwo", "2026-03-30");
	struct booking booking = first_booking(fixture, id);
	struct request_change change = change_of(id, 2);
	struct conference c;

	MUST(casework_book(fixture->cw, &booking, f));
	change.access = "step-free";
	MUST(casework_request_change(fixture->cw, &change, f));
	c = facts_of(fixture, id).conference;
	assert_int_equal(c.held_on, booking.slot.day);
	assert_int_equal(c.state, STATE_SCHEDULED);
	assert_int_equal(number(fixture, "SELECT count(*) FROM booking WHERE conference_id = %lld", (long long)id), 3);
	assert_string_equal(facts_of(fixture, id).needs, "step-free");
}

static void a_change_of_nothing_leaves_no_row(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = a_waiting_conference(fixture, "Okonkwo", "2026-03-30");
	struct request_change change = change_of(id, 1);

	change.social_worker = "Emma Evans";
	change.avoid = "";
	MUST(casework_request_change(fixture->cw, &change, f));
	assert_int_equal(casework_fixture_audited(fixture, "request.change"), 0);
	assert_int_equal(facts_of(fixture, id).conference.version, 1);
}

static void it_is_refused(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = a_waiting_conference(fixture, "Okonkwo", "2026-03-30");
	struct request_change change = change_of(id, 7);
	static const char *const over[] = {"in_progress", "decided", "closed", "cancelled"};
	struct fault fault = {0};

	change.avoid = "not Tuesdays";
	assert_false(casework_request_change(fixture->cw, &change, &fault));
	assert_int_equal(fault.code, FAULT_CONFLICT);
	change.version = 1;
	change.avoid = "not \x01 Tuesdays";
	REFUSED(casework_request_change(fixture->cw, &change, f), "avoid", "control characters");
	change.avoid = "not Tuesdays";
	for (size_t i = 0; i < sizeof over / sizeof *over; i++) {
		number(fixture, "UPDATE conference SET state = '%s'", over[i]);
		REFUSED(casework_request_change(fixture->cw, &change, f), "", "until the conference is held");
	}
	number(fixture, "UPDATE conference SET state = 'requested'");
	number(fixture, "UPDATE family SET is_restricted = 1");
	REFUSED(casework_request_change(fixture->cw, &change, f), "", "not in the case file any more");
	assert_int_equal(casework_fixture_audited(fixture, "request.change"), 0);
}

static void an_unknown_social_worker_is_warned_of(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = a_waiting_conference(fixture, "Okonkwo", "2026-03-30");
	const struct intake_contact row = {.agency = "Children's services",
					   .quorum_group = "children_social_care",
					   .name = "Tomasz Łukasik",
					   .role = "Social worker",
					   .email = "",
					   .phone = "",
					   .checked_on = DAY_NONE};
	const struct {
		const char *why, *typed, *words;
	} rows[] = {
		{"nobody is called so", "Tom Lukas", "Nobody in the directory is called \"Tom Lukas\""},
		{"the directory's one", "tomasz lu", ""},
		{"the words that were kept when the request was taken", " Emma  Evans", ""},
		{"nobody at all", "", ""},
		{"left as it is", NULL, ""},
	};
	struct request_change change = change_of(id, 1);
	enum intake_result result;
	const char *words;

	MUST(intake_contact(fixture->cw, &row, &result, f));
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		change.social_worker = rows[i].typed;
		MUST(casework_request_change_warnings(fixture->cw, &change, &fixture->mem, &words, f));
		if (*rows[i].words ? !strstr(words, rows[i].words) : *words)
			fail_msg("%s: %s", rows[i].why, words);
	}
	change.social_worker = "Tom Lukas";
	REFUSED(casework_request_change(fixture->cw, &change, f), "accept_warnings", "keep it all the same");
	change.accept_warnings = true;
	MUST(casework_request_change(fixture->cw, &change, f));
	assert_string_equal(facts_of(fixture, id).conference.social_worker, "Tom Lukas");
}

static void an_auditor_may_not(void **state)
{
	struct casework_fixture *fixture = *state;
	struct request_change change = change_of(a_waiting_conference(fixture, "Okonkwo", "2026-03-30"), 1);
	struct fault fault = {0};

	change.avoid = "not Tuesdays";
	casework_fixture_open_as(fixture, "amara", ROLE_BIT(ROLE_AUDITOR));
	assert_false(casework_request_change(fixture->cw, &change, &fault));
	assert_int_equal(fault.code, FAULT_NOT_ALLOWED);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, casework_fixture_setup, casework_fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_differs_is_kept_and_said),
		TEST(the_length_follows_when_booked),
		TEST(a_booked_one_keeps_its_slot),
		TEST(a_change_of_nothing_leaves_no_row),
		TEST(it_is_refused),
		TEST(an_unknown_social_worker_is_warned_of),
		TEST(an_auditor_may_not),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
