/* Going back to a point inside a transaction undoes what came after it and nothing else. */
#include "store_fixture.h"

static void add(struct fixture *x, const char *name)
{
	assert_ok(x, store_change(x->s, &fixture_add_agency, NULL, NULL, PARAMETERS(PARAMETER_TEXT("name", name)), NULL,
				  &x->f));
}

static void what_came_before_stays(void **state)
{
	struct fixture *x = *state;

	assert_ok(x, store_begin(x->s, &x->f));
	add(x, "Police");
	assert_ok(x, store_mark(x->s, &x->f));
	add(x, "Health");
	store_mark_undo(x->s);
	assert_int_equal(fixture_agencies(x->s), 1);
	assert_ok(x, store_mark(x->s, &x->f));
	add(x, "Housing");
	assert_ok(x, store_mark_keep(x->s, &x->f));
	assert_ok(x, store_commit(x->s, &x->f));
	assert_int_equal(fixture_agencies(x->s), 2);
}

static void marks_nest_in_order(void **state)
{
	struct fixture *x = *state;

	assert_ok(x, store_begin(x->s, &x->f));
	assert_ok(x, store_mark(x->s, &x->f));
	add(x, "Police");
	assert_ok(x, store_mark(x->s, &x->f));
	add(x, "Health");
	assert_ok(x, store_mark_keep(x->s, &x->f));
	assert_int_equal(fixture_agencies(x->s), 2);
	store_mark_undo(x->s); /* the outer one takes the inner one with it */
	assert_int_equal(fixture_agencies(x->s), 0);
	add(x, "Housing");
	assert_ok(x, store_commit(x->s, &x->f));
	assert_int_equal(fixture_agencies(x->s), 1);
}

static void there_is_no_mark_outside_a_transaction(void **state)
{
	struct fixture *x = *state;

	assert_false(store_mark(x->s, &x->f));
	assert_int_equal(x->f.code, FAULT_STORAGE);
	assert_int_equal(fixture_agencies(x->s), 0);
	assert_true(store_is_at_rest(x->s));
}

static void what_cannot_be_undone_in_part_is_not_saved_at_all(void **state)
{
	struct fixture *x = *state;

	assert_ok(x, store_begin(x->s, &x->f));
	add(x, "Police");
	store_mark_undo(x->s); /* no mark was set */
	assert_false(store_commit(x->s, &x->f));
	assert_int_equal(fixture_agencies(x->s), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(what_came_before_stays, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(marks_nest_in_order, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(there_is_no_mark_outside_a_transaction, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(what_cannot_be_undone_in_part_is_not_saved_at_all, fixture_begin,
						fixture_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
