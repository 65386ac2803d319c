/* Booking, moving, postponing, cancelling: what is asked, what is kept, what follows. */
#include "booking_steps.h"

static void facts_say_where_the_limit_comes_from(void **state)
{
	struct casework_fixture *fixture = *state;
	struct booking_facts facts = facts_of(fixture, a_waiting_conference(fixture, "Okonkwo", "2026-03-26"));

	assert_string_equal(facts.family_words, "Okonkwo ×2");
	assert_string_equal(facts.rule_words, "strategy discussion Thu 26 Mar 2026 + 15 working days");
	assert_int_equal(facts.due, date_from_iso("2026-04-20"));
	assert_int_equal(facts.limit, date_from_iso("2026-04-20"));
	assert_int_equal(facts.minutes, casework_policy(fixture->cw)->initial_minutes);
}

static void needs_make_it_longer(void **state)
{
	struct casework_fixture *fixture = *state;
	const struct policy *policy = casework_policy(fixture->cw);
	const struct request_child children[] = {{.person = a_child("A", "Begum", "2019-05-04")},
						 {.person = a_child("B", "Begum", "2018-05-04")},
						 {.person = a_child("C", "Begum", "2017-05-04")}};
	struct request request = a_request(children, 3, "2026-03-26");
	struct booking_facts facts;
	int one = policy->initial_minutes + policy->sibling_extra_minutes + policy->interpreter_extra_minutes;

	request.interpreter = "Sylheti";
	request.sittings = "separate sittings: domestic abuse";
	request.avoid = "not Tuesdays";
	facts = facts_of(fixture, taken(fixture, &request));
	assert_int_equal(facts.minutes, 2 * one + policy->sitting_gap_minutes);
	assert_string_equal(facts.needs, "Sylheti interpreter · separate sittings (domestic abuse) · not Tuesdays");
	assert_non_null(strstr(facts.length_words, " + "));
}

static void booking_sets_what_falls_due_before_the_day(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = a_waiting_conference(fixture, "Okonkwo", "2026-03-26");
	struct booking booking = first_booking(fixture, id);

	MUST(casework_book(fixture->cw, &booking, f));
	assert_int_equal(number(fixture, "SELECT count(*) FROM conference WHERE id = %lld AND state = 'scheduled'",
				(long long)id),
			 1);
	assert_int_equal(number(fixture, "SELECT count(*) FROM booking WHERE conference_id = %lld", (long long)id), 3);
	for (const char *const *rule =
		     (const char *const[]){"invite.initial", "police_notice", "report.initial", "report.family.initial",
					   "replies", "report.manager.initial", "report.chair.initial",
					   "exclusion_request", "bundle", NULL};
	     *rule; rule++)
		assert_int_equal(
			number(fixture,
			       "SELECT count(*) FROM deadline JOIN deadline_child ON deadline_id = id WHERE state ="
			       " 'open' AND subject_kind = 'conference' AND subject_id = %lld AND rule = '%s'",
			       (long long)id, *rule),
			2);
	assert_int_equal(
		number(fixture, "SELECT count(*) FROM deadline WHERE rule IN ('decision_letter', 'core_group.first')"),
		0);
	assert_int_equal(number(fixture, "SELECT count(*) FROM deadline WHERE rule = 'icpc' AND state = 'open'"), 1);
	assert_int_equal(casework_fixture_audited(fixture, "conference.book"), 1);
}

static void moving_asks_why_and_moves_what_depends_on_the_day(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = a_waiting_conference(fixture, "Okonkwo", "2026-03-26");
	struct booking booking = first_booking(fixture, id);
	day_number first = booking.slot.day;

	MUST(casework_book(fixture->cw, &booking, f));
	REFUSED(casework_book(fixture->cw, &booking, f), "", "Another person changed");
	booking.version = facts_of(fixture, id).conference.version;
	REFUSED(casework_book(fixture->cw, &booking, f), "day", "exactly this slot");
	booking.slot.day = working_day_add(first, 1, casework_calendar(fixture->cw), COUNT_LOCAL);
	booking.reason = "  ";
	REFUSED(casework_book(fixture->cw, &booking, f), "reason", "Say why");
	booking.reason = "chair off sick";
	booking.agreed_by = NULL;
	REFUSED(casework_book(fixture->cw, &booking, f), "agreed_by", "Say who");
	booking.agreed_by = "the chair";
	MUST(casework_book(fixture->cw, &booking, f));
	assert_int_equal(number(fixture, "SELECT count(*) FROM booking WHERE conference_id = %lld", (long long)id), 3);
	assert_int_equal(number(fixture, "SELECT count(*) FROM deadline WHERE rule = 'bundle'"), 1);
	assert_int_equal(casework_fixture_audited(fixture, "deadline.move"), 9);
	assert_string_equal(casework_fixture_text(fixture, "SELECT reason FROM conference_change WHERE step = 'move'"),
			    "chair off sick");
	assert_int_equal(number(fixture,
				"SELECT count(*) FROM conference_change WHERE step = 'move' AND from_slot <> to_slot"
				" AND from_slot LIKE '2026-%%'"),
			 1);
}

static void a_slot_is_refused_by_name(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = a_waiting_conference(fixture, "Okonkwo", "2026-03-26");
	const struct booking good = first_booking(fixture, id);
	struct {
		const char *why, *field, *words;
		const char *day;
		int starts, minutes, without;
	} rows[] = {
		{"no day", "day", "Enter the day", "", 600, 90, 0},
		{"yesterday", "day", "in the past", "2026-03-31", 600, 90, 0},
		{"bank holiday", "day", "Good Friday", "2026-04-03", 600, 90, 0},
		{"weekend", "day", "weekend", "2026-04-04", 600, 90, 0},
		{"closure day", "day", "Council closed", "2026-12-29", 600, 90, 0},
		{"no time", "starts", "time it starts", "2026-04-08", -1, 90, 0},
		{"no length", "minutes", "how long", "2026-04-08", 600, 0, 0},
		{"past midnight", "minutes", "past midnight", "2026-04-08", 1400, 90, 0},
		{"no chair", "chair", "Choose who chairs", "2026-04-08", 600, 90, 1},
		{"no room", "room", "Choose a room", "2026-04-08", 600, 90, 2},
		{"no minute-taker", "minute_taker", "takes the minutes", "2026-04-08", 600, 90, 3},
		{"after the limit, no reason", "late_reason", "Mon 20 Apr 2026", "2026-04-21", 600, 90, 4},
		{"after the limit, nobody agreed", "late_agreed_by", "Mon 20 Apr 2026", "2026-04-21", 600, 90, 5},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct booking booking = good;
		struct fault fault = {0};

		booking.slot.day = date_from_iso(rows[i].day);
		booking.slot.starts = rows[i].starts;
		booking.slot.minutes = rows[i].minutes;
		booking.slot.chair_id = rows[i].without == 1 ? 0 : good.slot.chair_id;
		booking.slot.room_id = rows[i].without == 2 ? 0 : good.slot.room_id;
		booking.slot.minute_taker_id = rows[i].without == 3 ? 0 : good.slot.minute_taker_id;
		booking.late_reason = rows[i].without == 4 ? "" : "no interpreter before";
		booking.late_agreed_by = rows[i].without == 5 ? " " : "D. Walker";
		if (casework_booking_check(fixture->cw, &booking, &fault) || strcmp(fault.field, rows[i].field) != 0 ||
		    !strstr(fault.message, rows[i].words))
			fail_msg("%s: %s: %s", rows[i].why, fault.field, fault.message);
		assert_false(casework_book(fixture->cw, &booking, NULL));
	}
	assert_int_equal(number(fixture, "SELECT count(*) FROM booking"), 0);
	assert_int_equal(casework_fixture_audited(fixture, "conference.book"), 0);
}

static void outside_hours_and_elsewhere_are_allowed(void **state)
{
	struct casework_fixture *fixture = *state;
	struct booking booking = first_booking(fixture, a_waiting_conference(fixture, "Okonkwo", "2026-03-26"));

	booking.slot.starts = 18 * 60;
	booking.slot.room_id = 0;
	booking.slot.place = "St Mary's  Hospital";
	MUST(casework_book(fixture->cw, &booking, f));
	assert_string_equal(casework_fixture_text(fixture, "SELECT place FROM conference"), "St Mary's Hospital");
}

static void what_is_taken_is_named(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t one = a_waiting_conference(fixture, "Okonkwo", "2026-03-26");
	int64_t two = a_waiting_conference(fixture, "Begum", "2026-03-27");
	struct booking first = first_booking(fixture, one), second = first_booking(fixture, two);

	MUST(casework_book(fixture->cw, &first, f));
	second.slot = first.slot;
	REFUSED(casework_book(fixture->cw, &second, f), "chair", "is taken by C-0001 from");
	second.slot = proposals_for(fixture, two, 1).items[0].slot;
	second.slot.starts = first.slot.starts + first.slot.minutes - 5;
	second.slot.day = first.slot.day;
	second.slot.room_id = first.slot.room_id;
	second.slot.chair_id = second.slot.chair_id == first.slot.chair_id ? second.slot.chair_id + 1
									   : second.slot.chair_id;
	REFUSED(casework_book(fixture->cw, &second, f), "room", "Choose another room or time");
	second.slot.starts = first.slot.starts + first.slot.minutes; /* one goes as the other comes */
	MUST(casework_book(fixture->cw, &second, f));
}

static void separate_sittings_are_kept(void **state)
{
	struct casework_fixture *fixture = *state;
	const struct request_child children[] = {{.person = a_child("A", "Begum", "2019-05-04")}};
	struct request request = a_request(children, 1, "2026-03-26");
	int gap = casework_policy(fixture->cw)->sitting_gap_minutes;
	struct booking booking;

	request.sittings = "domestic abuse";
	booking = first_booking(fixture, taken(fixture, &request));
	MUST(casework_book(fixture->cw, &booking, f));
	assert_int_equal(number(fixture, "SELECT count(*) FROM sitting"), 2);
	assert_int_equal(number(fixture, "SELECT b.starts - a.starts - a.minutes FROM sitting a, sitting b"
					 " WHERE a.position = 1 AND b.position = 2"),
			 gap);
	assert_int_equal(number(fixture, "SELECT max(starts + minutes) FROM sitting"),
			 booking.slot.starts + booking.slot.minutes);
}

static void postponing_gives_the_slot_back_and_keeps_the_limit(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = a_waiting_conference(fixture, "Okonkwo", "2026-03-26");
	struct booking booking = first_booking(fixture, id);
	struct withdrawal w = {
		.conference_id = id, .version = booking.version, .reason = "mother in hospital", .agreed_by = "chair"};

	REFUSED(casework_postpone(fixture->cw, &w, f), "", "cannot be postponed");
	MUST(casework_book(fixture->cw, &booking, f));
	REFUSED(casework_postpone(fixture->cw, &w, f), "", "Another person changed");
	w.version = facts_of(fixture, id).conference.version;
	MUST(casework_postpone(fixture->cw, &w, f));
	assert_int_equal(number(fixture, "SELECT count(*) FROM booking"), 0);
	assert_int_equal(number(fixture, "SELECT count(*) FROM deadline WHERE state = 'open'"), 1);
	assert_int_equal(number(fixture, "SELECT count(*) FROM deadline WHERE state = 'open' AND rule = 'icpc'"), 1);
	booking.version = facts_of(fixture, id).conference.version;
	MUST(casework_book(fixture->cw, &booking, f));
	assert_int_equal(number(fixture, "SELECT count(*) FROM deadline WHERE state = 'open'"), 10);
}

static void cancelling_keeps_the_enquirys_limit_unless_it_is_not_needed(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t one = a_waiting_conference(fixture, "Okonkwo", "2026-03-26");
	int64_t two = a_waiting_conference(fixture, "Begum", "2026-03-27");
	struct withdrawal w = {.conference_id = one, .version = 1, .reason = "", .agreed_by = "chair"};

	REFUSED(casework_cancel(fixture->cw, &w, f), "reason", "Say why");
	w.reason = "asked for twice";
	MUST(casework_cancel(fixture->cw, &w, f));
	assert_int_equal(number(fixture, "SELECT count(*) FROM deadline WHERE state = 'open' AND rule = 'icpc'"), 2);
	w = (struct withdrawal){.conference_id = two,
				.version = 1,
				.reason = "no harm found",
				.agreed_by = "D. Walker",
				.no_longer_required = true};
	MUST(casework_cancel(fixture->cw, &w, f));
	assert_int_equal(number(fixture, "SELECT count(*) FROM deadline WHERE state = 'open' AND rule = 'icpc'"), 1);
	assert_int_equal(number(fixture, "SELECT count(*) FROM enquiry WHERE conference_required = 'no'"), 1);
	assert_string_equal(casework_fixture_text(fixture, "SELECT reason FROM deadline WHERE state = 'withdrawn'"),
			    "no harm found");
	REFUSED(casework_cancel(fixture->cw, &w, f), "", "Another person changed");
}

static void roles_are_asked_first(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = a_waiting_conference(fixture, "Okonkwo", "2026-03-26");
	struct booking booking = first_booking(fixture, id);
	struct fault fault = {0};

	casework_fixture_open_as(fixture, "auditor1", ROLE_BIT(ROLE_AUDITOR));
	assert_false(casework_book(fixture->cw, &booking, &fault));
	assert_int_equal(fault.code, FAULT_NOT_ALLOWED);
}

/* A room typed as an outside place would be free for everybody else. */
static void a_room_of_ours_is_no_outside_place(void **state)
{
	static const char *const typed[] = {"Garden Room", "garden room", "  GARDEN   Room "};
	struct casework_fixture *fixture = *state;
	struct booking booking = first_booking(fixture, a_waiting_conference(fixture, "Okonkwo", "2026-03-26"));

	booking.slot.room_id = 0;
	for (size_t i = 0; i < sizeof typed / sizeof *typed; i++) {
		booking.slot.place = typed[i];
		REFUSED(casework_booking_check(fixture->cw, &booking, f), "place", "Garden Room is one of");
		REFUSED(casework_book(fixture->cw, &booking, f), "place", "Garden Room is one of");
	}
	booking.slot.place = "Garden Room, St Anne's Hall";
	MUST(casework_book(fixture->cw, &booking, f));
}

/* What was said about lateness is not kept with a slot that is not late. */
static void a_slot_in_time_has_no_late_reason(void **state)
{
	struct casework_fixture *fixture = *state;
	struct booking booking = first_booking(fixture, a_waiting_conference(fixture, "Okonkwo", "2026-03-26"));

	MUST(casework_book(fixture->cw, &booking, f));
	assert_int_equal(number(fixture, "SELECT count(*) FROM conference WHERE late_reason || late_agreed_by <> ''"),
			 0);
	assert_int_equal(number(fixture, "SELECT count(*) FROM audit WHERE detail LIKE '%%; late: %%'"), 0);
}

/* A conference may begin and end on one day only, whatever is typed. */
static void no_conference_runs_past_midnight(void **state)
{
	static const struct {
		int starts, minutes;
		const char *field, *words;
	} rows[] = {
		{23 * 60, 61, "minutes", "past midnight"},
		{24 * 60, 60, "starts", "time it starts"},
		{-1, 60, "starts", "time it starts"},
		{9 * 60, 4, "minutes", "5 minutes to 12 hours"},
		{9 * 60, 721, "minutes", "5 minutes to 12 hours"},
	};
	struct casework_fixture *fixture = *state;
	struct booking booking = first_booking(fixture, a_waiting_conference(fixture, "Okonkwo", "2026-03-26"));

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		booking.slot.starts = rows[i].starts;
		booking.slot.minutes = rows[i].minutes;
		REFUSED(casework_book(fixture->cw, &booking, f), rows[i].field, rows[i].words);
	}
	booking.slot.starts = 23 * 60;
	booking.slot.minutes = 60;
	MUST(casework_book(fixture->cw, &booking, f));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, casework_fixture_setup, casework_fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(facts_say_where_the_limit_comes_from),
		TEST(needs_make_it_longer),
		TEST(booking_sets_what_falls_due_before_the_day),
		TEST(moving_asks_why_and_moves_what_depends_on_the_day),
		TEST(a_slot_is_refused_by_name),
		TEST(outside_hours_and_elsewhere_are_allowed),
		TEST(what_is_taken_is_named),
		TEST(separate_sittings_are_kept),
		TEST(postponing_gives_the_slot_back_and_keeps_the_limit),
		TEST(cancelling_keeps_the_enquirys_limit_unless_it_is_not_needed),
		TEST(roles_are_asked_first),
		TEST(a_room_of_ours_is_no_outside_place),
		TEST(a_slot_in_time_has_no_late_reason),
		TEST(no_conference_runs_past_midnight),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
