/* What is proposed: inside the limit, free, honouring what was asked, and not five times the same morning. */
#include "booking_steps.h"

static void proposals_are_varied_free_and_in_time(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = a_waiting_conference(fixture, "Okonkwo", "2026-03-30");
	struct proposal_list list = proposals_for(fixture, id, 6);

	assert_int_equal(list.count, 6);
	for (size_t i = 0; i < list.count; i++) {
		const struct proposal *p = &list.items[i];
		struct booking booking = {.conference_id = id, .version = 1, .slot = p->slot};
		int same_day = 0;

		MUST(casework_booking_check(fixture->cw, &booking, f));
		assert_true(p->slot.starts >= 9 * 60 && p->slot.starts + p->slot.minutes <= 17 * 60);
		assert_true(p->working_days_left >= 0);
		for (size_t k = 0; k < list.count; k++) {
			same_day += list.items[k].slot.day == p->slot.day;
			if (k != i && list.items[k].slot.day == p->slot.day)
				assert_true((list.items[k].slot.starts < 720) != (p->slot.starts < 720));
		}
		assert_true(same_day <= 2);
	}
}

static void full_notice_comes_first(void **state)
{
	struct casework_fixture *fixture = *state;
	const struct working_calendar *calendar = casework_calendar(fixture->cw);
	struct proposal_list list = proposals_for(fixture, a_waiting_conference(fixture, "Okonkwo", "2026-03-30"), 1);
	struct proposal_list tight = proposals_for(fixture, a_waiting_conference(fixture, "Begum", "2026-03-16"), 5);

	assert_int_equal(list.items[0].slot.day,
			 working_day_add(casework_today(fixture->cw),
					 casework_policy(fixture->cw)->rules[RULE_POLICE_NOTICE].n, calendar,
					 COUNT_LOCAL));
	assert_string_equal(list.items[0].warning, "");
	/* limit Wed 8 Apr: the police notice cannot be kept any more, the reports' can */
	assert_int_equal(tight.items[0].slot.day, date_from_iso("2026-04-07"));
	assert_non_null(strstr(tight.items[0].warning, "short notice for police"));
	assert_non_null(strstr(tight.items[4].warning, "short notice for agency reports"));
}

static void what_was_asked_is_honoured_first(void **state)
{
	struct casework_fixture *fixture = *state;
	const struct request_child children[] = {{.person = a_child("A", "Begum", "2019-05-04")}};
	struct request request = a_request(children, 1, "2026-03-19");
	struct proposal_list list;
	bool broken = false;

	request.avoid = "not Tuesdays, afternoons only";
	request.access = "hearing loop";
	list = proposals_for(fixture, taken(fixture, &request), 20);
	assert_true(list.count > 4);
	for (size_t i = 0; i < list.count; i++) {
		const struct proposal *p = &list.items[i];
		bool breaks = strstr(p->warning, "asked") != NULL;

		if (p->working_days_left < 0)
			break; /* after the limit: the list begins anew */
		assert_true(breaks == (date_weekday(p->slot.day) == TUESDAY || p->slot.starts < 720));
		assert_true(!broken || breaks); /* those that break a wish come last */
		broken = broken || breaks;
		assert_true(strcmp(p->room, "Room 1") == 0 || strcmp(p->room, "Mill Lane Centre") == 0);
	}
	assert_true(broken);
}

static bool is_before(const struct slot *a, const struct slot *b)
{
	return a->day < b->day || (a->day == b->day && a->starts < b->starts);
}

/* Limit Thu 9 Apr: four working days are left, each with an afternoon. */
static void afternoons_come_before_any_morning(void **state)
{
	struct casework_fixture *fixture = *state;
	const struct request_child children[] = {{.person = a_child("A", "Begum", "2019-05-04")}};
	struct request request = a_request(children, 1, "2026-03-17");
	static const struct {
		const char *day;
		int starts;
		const char *warning;
	} rows[] = {
		{"2026-04-07", 810, "short notice for police"},
		{"2026-04-08", 810, "short notice for police"},
		{"2026-04-09", 810, "short notice for police"},
		{"2026-04-02", 810, "short notice for agency reports"},
		{"2026-04-02", 570, "morning, though afternoons only was asked; short notice for agency reports"},
		{"2026-04-07", 570, "morning, though afternoons only was asked; short notice for police"},
		{"2026-04-08", 570, "morning, though afternoons only was asked; short notice for police"},
		{"2026-04-09", 570, "morning, though afternoons only was asked; short notice for police"},
		{"2026-04-10", 810, "after the limit; short notice for police"},
	};
	struct proposal_list list;

	request.avoid = "afternoons only";
	list = proposals_for(fixture, taken(fixture, &request), 9);
	assert_int_equal(list.count, 9);
	for (size_t i = 0; i < list.count; i++) {
		assert_int_equal(list.items[i].slot.day, date_from_iso(rows[i].day));
		assert_int_equal(list.items[i].slot.starts, rows[i].starts);
		assert_string_equal(list.items[i].warning, rows[i].warning);
	}
}

static void the_same_kind_is_in_order_of_time(void **state)
{
	struct casework_fixture *fixture = *state;
	struct proposal_list list = proposals_for(fixture, a_waiting_conference(fixture, "Okonkwo", "2026-03-30"), 8);

	for (size_t i = 1; i < list.count; i++) {
		assert_string_equal(list.items[i].warning, "");
		assert_true(is_before(&list.items[i - 1].slot, &list.items[i].slot));
	}
}

static void late_ones_fill_up_the_end(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = a_waiting_conference(fixture, "Okonkwo", "2026-03-12"); /* limit Thu 2 Apr */
	struct proposal_list list = proposals_for(fixture, id, 9);
	bool is_late = false;

	assert_int_equal(list.count, 9);
	assert_true(list.items[1].slot.starts >= 720);
	assert_int_equal(list.items[2].slot.starts, list.items[0].slot.starts + list.items[0].slot.minutes);
	assert_int_equal(list.items[2].working_days_left, 0); /* a second start goes before a later day */
	for (size_t i = 0; i < list.count; i++) {
		assert_true(!is_late || list.items[i].working_days_left < 0);
		is_late = list.items[i].working_days_left < 0;
	}
	assert_true(is_late);
	assert_memory_equal(list.items[8].warning, "after the limit", 15);
}

static void more_begins_with_the_same(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = a_waiting_conference(fixture, "Okonkwo", "2026-03-16");
	struct proposal_list few = proposals_for(fixture, id, 6), more = proposals_for(fixture, id, 40);

	assert_int_equal(more.count, 40);
	for (size_t i = 0; i < few.count; i++) {
		assert_int_equal(few.items[i].slot.day, more.items[i].slot.day);
		assert_int_equal(few.items[i].slot.starts, more.items[i].slot.starts);
		assert_int_equal(few.items[i].slot.chair_id, more.items[i].slot.chair_id);
	}
	for (size_t i = 0; i < more.count; i++)
		for (size_t k = 0; k < i; k++)
			assert_false(more.items[i].slot.day == more.items[k].slot.day &&
				     more.items[i].slot.starts == more.items[k].slot.starts);
}

static void an_interpreter_is_given_notice(void **state)
{
	struct casework_fixture *fixture = *state;
	const struct request_child children[] = {{.person = a_child("A", "Begum", "2019-05-04")}};
	struct request request = a_request(children, 1, "2026-02-20"); /* long past its limit: soonest comes first */
	struct proposal_list list;
	day_number noticed = working_day_add(casework_today(fixture->cw),
					     casework_policy(fixture->cw)->interpreter_notice_wd,
					     casework_calendar(fixture->cw), COUNT_LOCAL);

	request.interpreter = "Sylheti";
	list = proposals_for(fixture, taken(fixture, &request), 4);
	assert_int_equal(list.count, 4);
	for (size_t i = 0; i < list.count; i++) {
		assert_true(list.items[i].slot.day >= noticed);
		assert_non_null(strstr(list.items[i].warning, "after the limit"));
		assert_true(list.items[i].working_days_left < 0);
	}
}

static void taken_people_and_rooms_are_not_proposed(void **state)
{
	struct casework_fixture *fixture = *state;
	char name[32];

	/* Every chair is taken in the first half-day one by one; no two proposals can ever clash. */
	for (int i = 0; i < 12; i++) {
		struct booking booking;

		snprintf(name, sizeof name, "Family%c", 'A' + i);
		booking = first_booking(fixture, a_waiting_conference(fixture, name, "2026-03-30"));
		MUST(casework_book(fixture->cw, &booking, f));
	}
	assert_int_equal(number(fixture,
				"SELECT count(*) FROM booking AS a JOIN booking AS b ON a.id < b.id AND a.day = b.day"
				" AND a.resource_id = b.resource_id AND a.starts < b.ends AND b.starts < a.ends"),
			 0);
	/* Work is spread: nobody has more than twice what another has. */
	assert_true(number(fixture, "SELECT max(n) - min(n) FROM (SELECT count(*) AS n FROM booking JOIN resource"
				    " ON resource.id = resource_id WHERE kind = 'chair' GROUP BY resource_id)") <= 2);
}

static void from_a_day_on(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = a_waiting_conference(fixture, "Okonkwo", "2026-03-30");
	struct proposal_list list;

	MUST(casework_propose_slots(fixture->cw, id, date_from_iso("2026-04-18"), 2, &fixture->mem, &list, f));
	assert_int_equal(list.count, 2);
	assert_int_equal(list.items[0].slot.day, date_from_iso("2026-04-20"));
}

/* Takes every room but video on one day, for a conference of its own. */
static void take_all_rooms(struct casework_fixture *fixture, const char *day)
{
	int64_t id = a_waiting_conference(fixture, "Elsewhere", "2026-03-30");

	number(fixture,
	       "INSERT INTO booking (resource_id, conference_id, day, starts, ends) SELECT id, %lld, '%s', 0, 1439 "
	       "FROM resource"
	       " WHERE kind = 'room' AND is_video = 0",
	       (long long)id, day);
}

static void video_is_for_when_rooms_are_taken(void **state)
{
	struct casework_fixture *fixture = *state;
	const struct request_child children[] = {{.person = a_child("A", "Begum", "2019-05-04")}};
	struct request request = a_request(children, 1, "2026-03-30");
	const day_number day = date_from_iso("2026-04-15");
	int64_t anyhow = a_waiting_conference(fixture, "Okonkwo", "2026-03-30"), in_person;
	struct proposal_list list;

	request.avoid = "in person only";
	in_person = taken(fixture, &request);
	take_all_rooms(fixture, "2026-04-15");
	MUST(casework_propose_slots(fixture->cw, anyhow, day, 1, &fixture->mem, &list, f));
	assert_int_equal(list.items[0].slot.day, day);
	assert_string_equal(list.items[0].room, "Video");
	assert_string_equal(list.items[0].why, "rooms are taken");
	MUST(casework_propose_slots(fixture->cw, in_person, day, 1, &fixture->mem, &list, f));
	assert_int_equal(list.items[0].slot.day, day + 1);
	assert_string_not_equal(list.items[0].room, "Video");
}

/* A family with an open plan made by a conference that one chair held; the plan's id. */
static int64_t a_plan_chaired_by(struct casework_fixture *fixture, const char *chair, const char *started)
{
	int64_t id = a_waiting_conference(fixture, "Okonkwo", "2025-11-03");

	number(fixture,
	       "UPDATE conference SET state = 'closed', held_on = '%s', chair_id = (SELECT id FROM resource WHERE name "
	       "= '%s')"
	       " WHERE id = %lld",
	       started, chair, (long long)id);
	number(fixture,
	       "INSERT INTO plan (reference, person_id, family_id, conference_id, started_on, category_initial, "
	       "category_latest)"
	       " SELECT 'P-0001', min(k.person_id), 1, k.conference_id, '%s', 'NEG', 'NEG' FROM conference_child AS k "
	       "WHERE"
	       " k.conference_id = %lld",
	       started, (long long)id);
	number(fixture,
	       "INSERT INTO deadline (rule, subject_kind, subject_id, family_id, trigger_on, due_on, limit_on, policy)"
	       " VALUES ('review.first', 'plan', 1, 1, '2026-03-02', '2026-06-02', '2026-06-02', 'x')");
	return 1;
}

/* For the whole of a day, by a conference of its own: two of one conference cannot have one chair. */
static void take_chair(struct casework_fixture *fixture, const char *chair, day_number day)
{
	char iso[DATE_TEXT_ROOM];

	number(fixture,
	       "INSERT INTO conference (reference, family_id, type, state, source, policy, requested_on) SELECT "
	       "'X-%lld',"
	       " min(id), 'initial', 'cancelled', 'typed', 'x', '2026-04-01' FROM family",
	       (long long)day);
	number(fixture,
	       "INSERT INTO booking (resource_id, conference_id, day, starts, ends) SELECT r.id, c.id, '%s', 0, 1439 "
	       "FROM"
	       " resource AS r, conference AS c WHERE r.name = '%s' AND c.reference = 'X-%lld'",
	       date_to_iso(day, iso), chair, (long long)day);
}

static void a_review_is_late_in_its_period_with_the_same_chair(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id, plan = a_plan_chaired_by(fixture, "Farida Rahman", "2026-03-02");
	struct proposal_list list;

	MUST(casework_review_request(fixture->cw, plan, &fixture->mem, &id, f));
	list = proposals_for(fixture, id, 4);
	assert_int_equal(list.count, 4);
	for (size_t i = 0; i < list.count; i++) {
		assert_string_equal(list.items[i].chair, "Farida Rahman");
		assert_string_equal(list.items[i].why, "chaired the last conference");
		assert_string_equal(list.items[i].warning, "");
		assert_true(list.items[i].working_days_left >= 0 && list.items[i].working_days_left <= 10);
	}
	assert_int_equal(facts_of(fixture, id).last_chair_day, date_from_iso("2026-03-02"));
	number(fixture,
	       "INSERT INTO booking (resource_id, conference_id, day, starts, ends) SELECT resource.id, 1, '%s', 0, "
	       "1439"
	       " FROM resource WHERE name = 'Farida Rahman'",
	       casework_fixture_text(fixture, "SELECT '2026-05-20'"));
	MUST(casework_propose_slots(fixture->cw, id, date_from_iso("2026-05-20"), 1, &fixture->mem, &list, f));
	assert_string_equal(list.items[0].warning, "same chair not free");
}

/* The review is due on Tue 2 June: its last weeks begin on Mon 18 May. The chair who was there before is taken on the
 * first days of them. */
static void the_same_chair_is_worth_a_few_days(void **state)
{
	static const struct {
		const char *taken_until; /* "" not at all */
		const char *first;
		bool is_same;
	} rows[] = {
		{"", "2026-05-18", true},            /* free at once */
		{"2026-05-18", "2026-05-19", true},  /* a day later is as good */
		{"2026-05-21", "2026-05-22", true},  /* four days are the most */
		{"2026-05-22", "2026-05-18", false}, /* a week is not: another chair, at once */
		{"2026-06-02", "2026-05-18", false}, /* nor is anything past the limit */
	};
	struct casework_fixture *fixture = *state;
	int64_t id, plan = a_plan_chaired_by(fixture, "Farida Rahman", "2026-03-02");

	MUST(casework_review_request(fixture->cw, plan, &fixture->mem, &id, f));
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct proposal_list list;

		number(fixture, "DELETE FROM booking");
		number(fixture, "DELETE FROM conference WHERE reference LIKE 'X-%%'");
		for (day_number day = date_from_iso("2026-04-02");
		     *rows[i].taken_until && day <= date_from_iso(rows[i].taken_until); day++)
			take_chair(fixture, "Farida Rahman", day);
		list = proposals_for(fixture, id, 1);
		assert_int_equal(list.items[0].slot.day, date_from_iso(rows[i].first));
		assert_string_equal(list.items[0].why, rows[i].is_same ? "chaired the last conference" : "");
		assert_string_equal(list.items[0].warning, rows[i].is_same ? "" : "same chair not free");
	}
}

static void after_a_complaint_another_chair(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id;
	struct proposal_list list;
	struct booking booking;

	a_plan_chaired_by(fixture, "Farida Rahman", "2026-03-02");
	number(fixture,
	       "INSERT INTO conference (reference, family_id, earlier_id, type, state, source, policy, requested_on)"
	       " VALUES ('C-0900', 1, 1, 'second', 'requested', 'typed', 'x', '2026-04-01')");
	id = number(fixture, "SELECT id FROM conference WHERE reference = 'C-0900'");
	number(fixture, "INSERT INTO conference_child SELECT %lld, person_id FROM plan", (long long)id);
	list = proposals_for(fixture, id, 8);
	assert_int_equal(list.count, 8);
	for (size_t i = 0; i < list.count; i++)
		assert_string_not_equal(list.items[i].chair, "Farida Rahman");
	booking = first_booking(fixture, id);
	booking.slot.chair_id = number(fixture, "SELECT id FROM resource WHERE name = 'Farida Rahman'");
	REFUSED(casework_booking_check(fixture->cw, &booking, f), "chair", "complained about");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, casework_fixture_setup, casework_fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(proposals_are_varied_free_and_in_time),
		TEST(full_notice_comes_first),
		TEST(what_was_asked_is_honoured_first),
		TEST(afternoons_come_before_any_morning),
		TEST(the_same_kind_is_in_order_of_time),
		TEST(late_ones_fill_up_the_end),
		TEST(more_begins_with_the_same),
		TEST(an_interpreter_is_given_notice),
		TEST(taken_people_and_rooms_are_not_proposed),
		TEST(from_a_day_on),
		TEST(video_is_for_when_rooms_are_taken),
		TEST(a_review_is_late_in_its_period_with_the_same_chair),
		TEST(the_same_chair_is_worth_a_few_days),
		TEST(after_a_complaint_another_chair),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
