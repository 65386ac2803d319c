/* Conferences and enquiries in the file: by version, newest first, nothing lost between two people. */
#include "store_fixture.h"

#include "store/conference_store.h"

static const struct statement add_family = {"INSERT INTO family (reference) VALUES (:reference)", false};
static const struct statement add_person = {"INSERT INTO person (reference, given_names, born_on, expected_on) VALUES "
					    "(:reference, :name, :born, :expected)",
					    false};

static int64_t a_family(struct fixture *x, const char *reference)
{
	assert_ok(x, store_change(x->s, &add_family, NULL, NULL, PARAMETERS(PARAMETER_TEXT("reference", reference)),
				  NULL, &x->f));
	return store_last_id(x->s);
}

static int64_t a_person(struct fixture *x, const char *name, const char *born, const char *expected)
{
	assert_ok(x, store_change(x->s, &add_person, NULL, NULL,
				  PARAMETERS(PARAMETER_TEXT("reference", name), PARAMETER_TEXT("name", name),
					     PARAMETER_DAY("born", date_from_iso(born)),
					     PARAMETER_DAY("expected", date_from_iso(expected))),
				  NULL, &x->f));
	return store_last_id(x->s);
}

static struct conference a_conference(struct fixture *x, const char *reference, int64_t family, const char *held_on,
				      enum conference_state state)
{
	struct conference c = {.reference = reference,
			       .family_id = family,
			       .type = CONFERENCE_REVIEW,
			       .state = state,
			       .source = SOURCE_CENSUS,
			       .policy = "national 2026-04",
			       .requested_on = date_from_iso("2026-03-02"),
			       .transfer_notified_on = DAY_NONE,
			       .transfer_referred_on = DAY_NONE,
			       .transfer_accepted_on = DAY_NONE,
			       .transfer_moved_on = DAY_NONE,
			       .avoid = "not Tuesdays",
			       .interim_plan = "daily visits",
			       .held_on = date_from_iso(held_on),
			       .starts = -1,
			       .minutes = -1};

	assert_ok(x, conference_insert(x->s, &c, &x->f));
	return c;
}

static void what_is_kept_is_read_back(void **state)
{
	struct fixture *x = *state;
	struct conference c, read;
	int64_t id;

	assert_ok(x, store_begin(x->s, &x->f));
	c = a_conference(x, "C-0001", a_family(x, "FAM-1"), "2026-03-20", STATE_CLOSED);
	assert_ok(x, conference_by_id(x->s, c.id, &x->mem, &read, &x->f));
	assert_string_equal(read.reference, "C-0001");
	assert_string_equal(read.avoid, "not Tuesdays");
	assert_string_equal(read.interim_plan, "daily visits");
	assert_string_equal(read.chair, "");
	assert_int_equal(read.held_on, c.held_on);
	assert_int_equal(read.transfer_moved_on, DAY_NONE);
	assert_int_equal(read.starts, -1);
	assert_int_equal(read.version, 1);
	assert_ok(x, conference_by_reference(x->s, "C-0001", &id, &x->f));
	assert_int_equal(id, c.id);
	assert_ok(x, conference_by_reference(x->s, "C-9999", &id, &x->f));
	assert_int_equal(id, 0);
	assert_false(conference_by_id(x->s, 77, &x->mem, &read, &x->f));
	assert_int_equal(x->f.code, FAULT_NOT_FOUND);
	assert_string_not_equal(x->f.message, "");
	assert_ok(x, store_commit(x->s, &x->f));
}

static void the_second_of_two_people_is_told(void **state)
{
	struct fixture *x = *state;
	struct conference mine, theirs;
	struct enquiry enquiry = {.strategy_on = 20514, .source = SOURCE_TYPED}, old;

	assert_ok(x, store_begin(x->s, &x->f));
	mine = theirs = a_conference(x, "C-0001", a_family(x, "FAM-1"), "", STATE_REQUESTED);
	assert_ok(x, conference_save(x->s, &theirs, &x->f));
	assert_int_equal(theirs.version, 2);
	assert_false(conference_save(x->s, &mine, &x->f));
	assert_int_equal(x->f.code, FAULT_CONFLICT);
	enquiry.family_id = mine.family_id;
	assert_ok(x, enquiry_insert(x->s, &enquiry, &x->f));
	old = enquiry;
	assert_ok(x, enquiry_save(x->s, &enquiry, &x->f));
	assert_false(enquiry_save(x->s, &old, &x->f));
	assert_int_equal(x->f.code, FAULT_CONFLICT);
	assert_ok(x, store_commit(x->s, &x->f));
}

static void families_and_children_find_theirs_in_order(void **state)
{
	struct fixture *x = *state;
	struct conference_list list;
	struct conference last;
	struct person_list children;
	int64_t family, unborn, young, old, found;

	assert_ok(x, store_begin(x->s, &x->f));
	family = a_family(x, "FAM-1");
	unborn = a_person(x, "Baby", "", "2026-08-20");
	young = a_person(x, "Ada", "2019-05-04", "");
	old = a_person(x, "Chidi", "2014-03-03", "");
	a_conference(x, "C-0001", family, "2025-09-01", STATE_CLOSED);
	a_conference(x, "C-0002", family, "2026-03-01", STATE_CLOSED);
	found = a_conference(x, "C-0003", family, "2026-09-01", STATE_SCHEDULED).id;
	a_conference(x, "C-0004", family, "", STATE_REQUESTED);
	a_conference(x, "C-0005", family, "2026-03-10", STATE_CANCELLED);
	a_conference(x, "C-0006", a_family(x, "FAM-2"), "2026-03-10", STATE_CLOSED);
	for (int i = 0; i < 2; i++) { /* twice is once */
		assert_ok(x, conference_child_insert(x->s, found, unborn, &x->f));
		assert_ok(x, conference_child_insert(x->s, found, young, &x->f));
		assert_ok(x, conference_child_insert(x->s, found, old, &x->f));
	}
	assert_ok(x, conferences_of_family(x->s, family, &x->mem, &list, &x->f));
	assert_int_equal(list.count, 5);
	assert_string_equal(list.items[0].reference, "C-0004");
	assert_string_equal(list.items[1].reference, "C-0003");
	assert_string_equal(list.items[4].reference, "C-0001");
	assert_ok(x, conferences_of_person(x->s, young, &x->mem, &list, &x->f));
	assert_int_equal(list.count, 1);
	assert_ok(x, conference_children(x->s, found, &x->mem, &children, &x->f));
	assert_int_equal(children.count, 3);
	assert_int_equal(children.items[0].id, old);
	assert_int_equal(children.items[2].id, unborn);
	for (int i = 0; i < 2; i++) /* twice is once */
		assert_ok(x, conference_child_drop(x->s, found, young, &x->f));
	assert_ok(x, conference_children(x->s, found, &x->mem, &children, &x->f));
	assert_int_equal(children.count, 2);
	assert_ok(x, conference_last_held(x->s, family, date_from_iso("2026-04-01"), &x->mem, &last, &x->f));
	assert_string_equal(last.reference, "C-0002");
	assert_ok(x, conference_held_on(x->s, CONFERENCE_REVIEW, family, date_from_iso("2026-03-10"), &found, &x->f));
	assert_int_equal(found, 0); /* it was cancelled */
	assert_ok(x, conference_held_on(x->s, CONFERENCE_REVIEW, family, date_from_iso("2026-03-01"), &found, &x->f));
	assert_int_not_equal(found, 0);
	assert_ok(x, conference_held_on(x->s, CONFERENCE_INITIAL, family, date_from_iso("2026-03-01"), &found, &x->f));
	assert_int_equal(found, 0);
	assert_ok(x, store_commit(x->s, &x->f));
}

static void enquiries_are_found_by_day(void **state)
{
	struct fixture *x = *state;
	struct enquiry first = {.strategy_on = date_from_iso("2026-03-02"), .source = SOURCE_CENSUS}, read;
	struct enquiry_list list;
	struct person_list children;

	assert_ok(x, store_begin(x->s, &x->f));
	first.family_id = a_family(x, "FAM-1");
	assert_ok(x, enquiry_insert(x->s, &first, &x->f));
	assert_ok(x, enquiry_child_insert(x->s, first.id, a_person(x, "Ada", "2019-05-04", ""), &x->f));
	assert_ok(x, enquiry_by_id(x->s, first.id, &x->mem, &read, &x->f));
	assert_int_equal(read.strategy_on, first.strategy_on);
	assert_int_equal(read.conference_required, ANSWER_UNKNOWN);
	assert_ok(x, enquiries_of_family(x->s, first.family_id, &x->mem, &list, &x->f));
	assert_int_equal(list.count, 1);
	assert_ok(x, enquiry_children(x->s, first.id, &x->mem, &children, &x->f));
	assert_string_equal(children.items[0].given_names, "Ada");
	assert_ok(x, store_commit(x->s, &x->f));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(what_is_kept_is_read_back, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(the_second_of_two_people_is_told, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(families_and_children_find_theirs_in_order, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(enquiries_are_found_by_day, fixture_begin, fixture_end),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
