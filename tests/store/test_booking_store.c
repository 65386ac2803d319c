/* Bookings in the file: what is taken is named before and refused after, and video is never taken. */
#include "store_fixture.h"

#include "store/booking_store.h"
#include "store/conference_store.h"
#include "store/deadline_store.h"

static const struct statement furniture[] = {
	{"INSERT INTO family (id, reference) VALUES (1, 'FAM-1')", false},
	{"INSERT INTO resource (id, kind, name) VALUES (1, 'chair', 'Siân Pritchard'), (2, 'room', 'Room 2')", false},
	{"INSERT INTO resource (id, kind, name, is_video) VALUES (3, 'room', 'Video', 1)", false},
	{"INSERT INTO resource (id, kind, name, is_active) VALUES (4, 'chair', 'Retired', 0)", false},
	{"INSERT INTO enquiry (id, family_id, strategy_on, source) VALUES (1, 1, '2026-03-02', 'typed')", false},
	{"INSERT INTO conference (id, reference, family_id, enquiry_id, type, state, source, policy, requested_on) "
	 "VALUES"
	 " (1, 'C-0001', 1, 1, 'initial', 'requested', 'typed', 'x', '2026-03-02'),"
	 " (2, 'C-0002', 1, NULL, 'transfer_in', 'requested', 'typed', 'x', '2026-03-02')",
	 false},
};

static int begin(void **state)
{
	struct fixture *x;

	if (fixture_begin(state) != 0)
		return -1;
	x = *state;
	if (!store_begin(x->s, &x->f))
		return -1;
	for (size_t i = 0; i < sizeof furniture / sizeof *furniture; i++)
		if (!store_change(x->s, &furniture[i], NULL, NULL, NULL, NULL, &x->f))
			return -1;
	return 0;
}

static void what_is_taken_is_named_and_refused(void **state)
{
	struct fixture *x = *state;
	const day_number day = date_from_iso("2026-04-02");
	const struct {
		const char *why;
		int64_t resource, conference;
		int starts, ends;
		bool free;
	} rows[] = {
		{"the same hour", 1, 2, 600, 690, false},      {"its last minute", 1, 2, 689, 700, false},
		{"around it", 1, 2, 500, 800, false},          {"just after", 1, 2, 690, 700, true},
		{"just before", 1, 2, 500, 600, true},         {"another room", 2, 2, 600, 690, true},
		{"any number by video", 3, 2, 600, 690, true},
	};
	struct booking_row first = {1, 1, day, 600, 690}, video = {3, 1, day, 600, 690};
	struct clash clash;

	assert_ok(x, booking_insert(x->s, &first, &x->f) && booking_insert(x->s, &video, &x->f));
	assert_ok(x, booking_clash(x->s, &first, &x->mem, &clash, &x->f));
	assert_int_equal(clash.conference_id, 0); /* its own booking stands in nobody's way */
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct booking_row wanted = {rows[i].resource, rows[i].conference, day, rows[i].starts, rows[i].ends};

		assert_ok(x, booking_clash(x->s, &wanted, &x->mem, &clash, &x->f));
		if ((clash.conference_id == 0) != rows[i].free)
			fail_msg("%s", rows[i].why);
		if (clash.conference_id) {
			assert_string_equal(clash.reference, "C-0001");
			assert_string_equal(clash.resource, "Siân Pritchard");
		}
		assert_ok(x, store_mark(x->s, &x->f));
		assert_int_equal(booking_insert(x->s, &wanted, NULL), rows[i].free);
		assert_int_equal(store_refused_by(x->s, "double booking"), !rows[i].free);
		store_mark_undo(x->s);
	}
	assert_ok(x, store_commit(x->s, &x->f));
}

static void given_back_is_free(void **state)
{
	struct fixture *x = *state;
	struct booking_row row = {1, 1, date_from_iso("2026-04-02"), 600, 690};
	struct booking_row_list list;

	assert_ok(x, booking_insert(x->s, &row, &x->f));
	assert_ok(x, bookings_between(x->s, row.day - 1, row.day, &x->mem, &list, &x->f));
	assert_int_equal(list.count, 1);
	assert_ok(x, bookings_between(x->s, row.day + 1, row.day + 9, &x->mem, &list, &x->f));
	assert_int_equal(list.count, 0);
	assert_ok(x, bookings_drop(x->s, 1, &x->f));
	assert_ok(x, bookings_of(x->s, 1, &x->mem, &list, &x->f));
	assert_int_equal(list.count, 0);
	row.conference_id = 2;
	assert_ok(x, booking_insert(x->s, &row, &x->f));
	assert_ok(x, store_commit(x->s, &x->f));
}

static void who_left_cannot_be_booked(void **state)
{
	struct fixture *x = *state;
	struct resource_list list;
	struct resource one;

	assert_ok(x, resources_in_use(x->s, &x->mem, &list, &x->f));
	assert_int_equal(list.count, 3);
	assert_ok(x, resource_of_id(x->s, 4, &x->mem, &one, &x->f)); /* the history still names them */
	assert_string_equal(one.name, "Retired");
	assert_ok(x, resource_of_id(x->s, 99, &x->mem, &one, &x->f));
	assert_int_equal(one.id, 0);
	assert_ok(x, store_commit(x->s, &x->f));
}

static struct deadline_row a_deadline(struct fixture *x, enum rule_key rule, enum subject_kind kind, int64_t subject,
				      const char *due)
{
	struct deadline_row row = {.rule = rule,
				   .subject_kind = kind,
				   .subject_id = subject,
				   .family_id = 1,
				   .trigger_on = date_from_iso("2026-03-02"),
				   .due_on = date_from_iso(due),
				   .limit_on = DAY_NONE,
				   .done_on = DAY_NONE,
				   .policy = "x"};

	assert_ok(x, deadline_insert(x->s, &row, &x->f));
	return row;
}

static void a_conference_is_limited_by_its_enquiry_and_itself(void **state)
{
	struct fixture *x = *state;
	struct deadline_row icpc = a_deadline(x, RULE_ICPC, SUBJECT_ENQUIRY, 1, "2026-03-23"), mine = icpc, found;
	struct deadline_row_list list;
	bool settled;

	a_deadline(x, RULE_PREBIRTH, SUBJECT_CONFERENCE, 1, "2026-03-20");
	a_deadline(x, RULE_BUNDLE, SUBJECT_CONFERENCE, 1, "2026-03-19"); /* no limit of the conference */
	a_deadline(x, RULE_TRANSFER_IN, SUBJECT_CONFERENCE, 2, "2026-03-23");
	assert_ok(x, deadlines_limiting(x->s, 1, &x->mem, &list, &x->f));
	assert_int_equal(list.count, 2);
	assert_int_equal(list.items[0].rule, RULE_PREBIRTH);
	assert_int_equal(list.items[1].rule, RULE_ICPC);
	icpc.state = STANDING_DONE;
	icpc.done_on = date_from_iso("2026-03-20");
	assert_ok(x, deadline_save(x->s, &icpc, &x->f));
	assert_false(deadline_save(x->s, &mine, &x->f));
	assert_int_equal(x->f.code, FAULT_CONFLICT);
	assert_ok(x, deadline_open_one(x->s, RULE_ICPC, SUBJECT_ENQUIRY, 1, &x->mem, &found, &x->f));
	assert_int_equal(found.id, 0);
	assert_ok(x, deadline_is_settled(x->s, RULE_ICPC, SUBJECT_ENQUIRY, 1, icpc.trigger_on, &settled, &x->f));
	assert_true(settled);
	assert_ok(x, deadline_is_settled(x->s, RULE_ICPC, SUBJECT_ENQUIRY, 1, icpc.trigger_on + 1, &settled, &x->f));
	assert_false(settled);
	assert_ok(x, deadlines_limiting(x->s, 1, &x->mem, &list, &x->f));
	assert_int_equal(list.count, 1);
	assert_ok(x, store_commit(x->s, &x->f));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(what_is_taken_is_named_and_refused, begin, fixture_end),
		cmocka_unit_test_setup_teardown(given_back_is_free, begin, fixture_end),
		cmocka_unit_test_setup_teardown(who_left_cannot_be_booked, begin, fixture_end),
		cmocka_unit_test_setup_teardown(a_conference_is_limited_by_its_enquiry_and_itself, begin, fixture_end),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
