/* Episodes are kept once under their natural key, and say honestly whether anything changed. */
#include "store/episode_store.h"
#include "store/family_store.h"
#include "store/person_store.h"
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

static const struct statement ended_parts = {
	"SELECT (SELECT count(*) FROM episode WHERE closed_on = :day) + (SELECT count(*) FROM assessment WHERE "
	"authorised_on = :day) + (SELECT count(*) FROM need_plan WHERE ended_on = :day)",
	false};

static void an_episode_again_changes_nothing(void **state)
{
	struct fixture *x = *state;
	struct episode e = {.referred_on = date_from_iso("2025-01-02"),
			    .closed_on = DAY_NONE,
			    .referral_source = "1A",
			    .primary_need = "N1",
			    .closure_reason = ""};
	struct assessment a = {.started_on = date_from_iso("2025-01-03"),
			       .internal_review_on = DAY_NONE,
			       .authorised_on = DAY_NONE,
			       .factors = "4B"};
	struct need_plan n = {.started_on = date_from_iso("2025-02-03"), .ended_on = DAY_NONE};
	bool changed;
	int64_t family, ended;

	assert_ok(x, store_begin(x->s, &x->f));
	e.person_id = a_child(x, &family);
	for (int time = 0; time < 2; time++) {
		assert_ok(x, episode_put(x->s, &e, &changed, &x->f));
		assert_int_equal(changed, time == 0);
		a.episode_id = n.episode_id = e.id;
		assert_ok(x, assessment_put(x->s, &a, &changed, &x->f));
		assert_int_equal(changed, time == 0);
		assert_ok(x, need_plan_put(x->s, &n, &changed, &x->f));
		assert_int_equal(changed, time == 0);
	}
	e.closed_on = a.authorised_on = n.ended_on = date_from_iso("2025-03-03");
	assert_ok(x, episode_put(x->s, &e, &changed, &x->f));
	assert_true(changed);
	assert_ok(x, assessment_put(x->s, &a, &changed, &x->f));
	assert_true(changed);
	assert_ok(x, need_plan_put(x->s, &n, &changed, &x->f));
	assert_true(changed);
	assert_ok(x, store_select_number(x->s, &ended_parts, PARAMETERS(PARAMETER_DAY("day", e.closed_on)), 0, &ended,
					 &x->f));
	assert_int_equal(ended, 3);
	store_rollback(x->s);
}

static void the_latest_referral_and_an_open_need_plan_are_known(void **state)
{
	struct fixture *x = *state;
	struct episode e = {.closed_on = DAY_NONE, .referral_source = "1A", .primary_need = "N1", .closure_reason = ""};
	struct need_plan n = {.started_on = date_from_iso("2025-02-03"), .ended_on = DAY_NONE};
	struct episode latest;
	bool changed, is_open = true;
	int64_t family;

	assert_ok(x, store_begin(x->s, &x->f));
	e.person_id = a_child(x, &family);
	assert_ok(x, episode_latest(x->s, e.person_id, &x->mem, &latest, &x->f));
	assert_true(latest.id == 0 && latest.referred_on == DAY_NONE);
	assert_ok(x, need_plan_is_open(x->s, e.person_id, &is_open, &x->f));
	assert_false(is_open);
	e.referred_on = date_from_iso("2025-01-02");
	assert_ok(x, episode_put(x->s, &e, &changed, &x->f));
	e.referred_on = date_from_iso("2024-01-02");
	assert_ok(x, episode_put(x->s, &e, &changed, &x->f));
	assert_ok(x, episode_latest(x->s, e.person_id, &x->mem, &latest, &x->f));
	assert_int_equal(latest.referred_on, date_from_iso("2025-01-02"));
	n.episode_id = e.id;
	assert_ok(x, need_plan_put(x->s, &n, &changed, &x->f));
	assert_ok(x, need_plan_is_open(x->s, e.person_id, &is_open, &x->f));
	assert_true(is_open);
	n.ended_on = date_from_iso("2025-03-03");
	assert_ok(x, need_plan_put(x->s, &n, &changed, &x->f));
	assert_ok(x, need_plan_is_open(x->s, e.person_id, &is_open, &x->f));
	assert_false(is_open);
	store_rollback(x->s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(an_episode_again_changes_nothing, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(the_latest_referral_and_an_open_need_plan_are_known, fixture_begin,
						fixture_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
