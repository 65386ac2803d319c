/* Finding: children whose names do not tell them apart. */
#include "booking_steps.h"

#include "casework/pages.h"

static struct found_list found(struct casework_fixture *fixture, const char *typed)
{
	struct found_list out;

	MUST(casework_find(fixture->cw, typed, 20, false, &fixture->mem, &out, f));
	return out;
}

static void unborn_twins_are_told_by_their_references(void **state)
{
	struct casework_fixture *fixture = *state;
	struct request_child twins[2] = {{.person = a_child("", "Nguyen-Brown", "")},
					 {.person = a_child("", "Nguyen-Brown", "")}};
	struct request request = a_request(twins, 2, "2026-03-26");
	struct found_list list;

	twins[0].person.expected_on = twins[1].person.expected_on = date_from_iso("2026-08-10");
	request.type = CONFERENCE_PRE_BIRTH;
	taken(fixture, &request);
	list = found(fixture, "nguyen");
	assert_int_equal(list.count, 2);
	for (size_t i = 0; i < 2; i++)
		assert_memory_equal(list.items[i].label, "Nguyen-Brown, unborn (N-0000", 28);
	assert_string_not_equal(list.items[0].label, list.items[1].label);
	MUST(casework_find_families(fixture->cw, "nguyen", 20, &fixture->mem, &list, f));
	assert_int_equal(list.count, 1);
	assert_non_null(strstr(list.items[0].detail, "unborn, unborn"));
}

static void a_name_of_its_own_needs_none(void **state)
{
	struct casework_fixture *fixture = *state;
	struct found_list list;

	a_waiting_conference(fixture, "Okonkwo", "2026-03-26");
	list = found(fixture, "okonkwo");
	assert_int_equal(list.count, 2);
	for (size_t i = 0; i < 2; i++)
		assert_null(strchr(list.items[i].label, '('));
	a_waiting_conference(fixture, "Okonkwo", "2026-03-27"); /* cousins of the same names */
	list = found(fixture, "okonkwo");
	assert_int_equal(list.count, 4);
	for (size_t i = 0; i < 4; i++)
		for (size_t k = 0; k < i; k++)
			assert_string_not_equal(list.items[i].label, list.items[k].label);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, casework_fixture_setup, casework_fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(unborn_twins_are_told_by_their_references),
		TEST(a_name_of_its_own_needs_none),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
