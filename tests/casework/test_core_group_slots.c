/* Slots proposed for a core group: inside its limit, when its people are free, as it met before. */
#include "core_group_steps.h"

static struct core_group_offer_list offers(struct casework_fixture *fixture, int64_t family)
{
	struct core_group_offer_list out;

	MUST(casework_core_group_slots(fixture->cw, family, 0, 100, &fixture->mem, &out, f));
	return out;
}

static const struct core_group_offer *on_day(const struct core_group_offer_list *all, const char *day)
{
	for (size_t i = 0; i < all->count; i++)
		if (all->items[i].slot.day == date_from_iso(day))
			return &all->items[i];
	return NULL;
}

static void the_next_is_proposed_as_it_met_before(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = a_family_on_plan(fixture, "2026-04-09");
	struct core_group_meeting one = booked_meeting(fixture, family);
	struct core_group_offer_list all;

	MUST(casework_core_group_held(fixture->cw, family, &one, NULL, 0, f));
	all = offers(fixture, family);
	assert_true(all.count > 20);
	assert_int_equal(all.items[0].slot.day, date_from_iso("2026-05-21")); /* six weeks, a Thursday */
	assert_int_equal(all.items[0].slot.starts, 840);
	assert_string_equal(all.items[0].words, "weekday and time as before");
	assert_null(on_day(&all, "2026-05-04")); /* a bank holiday */
	assert_string_equal(on_day(&all, "2026-05-22")->words, "after its limit");
	assert_true(on_day(&all, "2026-05-22")->is_warning);
	assert_true(casework_is_at_rest(fixture->cw));
}

/* What is booked is in people's diaries: the next is looked for after it. */
static void after_one_that_is_booked(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = a_family_on_plan(fixture, "2026-04-01");
	struct core_group_offer_list all = offers(fixture, family);

	assert_null(on_day(&all, "2026-04-08"));
	assert_non_null(on_day(&all, "2026-04-10"));
	MUST(casework_core_group_slots(fixture->cw, family, booked_meeting(fixture, family).id, 100, &fixture->mem,
				       &all, f)); /* that one is moved: from tomorrow */
	assert_int_equal(all.items[0].slot.day, date_from_iso("2026-04-02"));
}

static void whoever_is_elsewhere_is_gone_round(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = a_family_on_plan(fixture, "2026-04-09"), other;
	struct core_group_meeting one = booked_meeting(fixture, family);
	struct core_group_offer_list all;

	MUST(casework_core_group_held(fixture->cw, family, &one, NULL, 0, f));
	other = number(fixture,
		       "INSERT INTO core_group (family_id) SELECT id FROM family WHERE id <> %lld LIMIT 1"
		       " RETURNING id",
		       (long long)family);
	assert_true(number(fixture,
			   "INSERT INTO core_group_member (core_group_id, contact_id, since) SELECT %lld, contact_id,"
			   " '2026-01-01' FROM core_group_member WHERE contact_id IS NOT NULL LIMIT 1 RETURNING id",
			   (long long)other) > 0);
	number(fixture,
	       "INSERT INTO core_group_meeting (core_group_id, day, starts, minutes) VALUES (%lld, '2026-05-21', 840,"
	       " 60), (%lld, '2026-05-14', 540, 480)",
	       (long long)other, (long long)other);
	all = offers(fixture, family);
	assert_int_equal(all.items[0].slot.day, date_from_iso("2026-05-07"));
	assert_int_equal(on_day(&all, "2026-05-21")->slot.starts, 780);
	assert_non_null(strstr(on_day(&all, "2026-05-14")->words, "is elsewhere then"));
}

static void the_last_is_before_the_review(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = a_family_on_plan(fixture, "2026-05-21");
	struct core_group_meeting one = booked_meeting(fixture, family);
	struct core_group_offer_list all;

	one.day = date_from_iso("2026-05-21");
	MUST(casework_core_group_held(fixture->cw, family, &one, NULL, 0, f));
	all = offers(fixture, family);
	assert_null(on_day(&all, "2026-06-24")); /* the review itself */
	assert_int_equal(all.items[0].slot.day, date_from_iso("2026-06-18"));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, casework_fixture_setup, casework_fixture_teardown)
	const struct CMUnitTest tests[] = {
		TEST(the_next_is_proposed_as_it_met_before),
		TEST(after_one_that_is_booked),
		TEST(whoever_is_elsewhere_is_gone_round),
		TEST(the_last_is_before_the_review),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
