/* Plans: one open at a time, and a second saver is told. */
#include "store/family_store.h"
#include "store/person_store.h"
#include "store/plan_store.h"
#include "store_fixture.h"

static int64_t a_child(struct fixture *x, int64_t *family)
{
	struct family row = {.reference = "FAM-0001", .name = ""};
	struct person p = {.surname = "Miah",
			   .sex = SEX_UNKNOWN,
			   .born_on = date_from_iso("2014-03-03"),
			   .expected_on = DAY_NONE,
			   .died_on = DAY_NONE};

	assert_ok(x, family_insert(x->s, &row, &x->f));
	assert_ok(x, person_insert(x->s, &p, &x->mem, &x->f));
	*family = row.id;
	return p.id;
}

static void one_open_plan_at_a_time(void **state)
{
	struct fixture *x = *state;
	struct plan first = {.started_on = date_from_iso("2025-01-10"),
			     .ended_on = DAY_NONE,
			     .end_reason = "",
			     .category_initial = CATEGORY_NEGLECT,
			     .category_latest = CATEGORY_EMOTIONAL,
			     .previous_plans = 1},
		    second;
	struct plan_list plans;

	assert_ok(x, store_begin(x->s, &x->f));
	first.person_id = a_child(x, &first.family_id);
	assert_ok(x, plan_insert(x->s, &first, &x->mem, &x->f));
	assert_string_equal(first.reference, "P-0001");
	second = first;
	second.started_on = date_from_iso("2025-06-10");
	assert_false(plan_insert(x->s, &second, &x->mem, &x->f));
	assert_true(store_refused_by(x->s, "one_open_plan"));
	first.ended_on = date_from_iso("2025-06-09");
	assert_ok(x, plan_save(x->s, &first, &x->f));
	assert_ok(x, plan_insert(x->s, &second, &x->mem, &x->f));
	assert_ok(x, plans_of_person(x->s, first.person_id, &x->mem, &plans, &x->f));
	assert_int_equal(plans.count, 2);
	assert_int_equal(plans.items[0].id, second.id); /* the open one */
	assert_int_equal(plans.items[1].category_latest, CATEGORY_EMOTIONAL);
	assert_string_equal(first.reference, "P-0001");
	first.version = 1;
	assert_false(plan_save(x->s, &first, &x->f));
	assert_int_equal(x->f.code, FAULT_CONFLICT);
	store_rollback(x->s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(one_open_plan_at_a_time, fixture_begin, fixture_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
