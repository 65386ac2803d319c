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

/* --- What of it is logged --- */

static const char *searches(struct casework_fixture *fixture)
{
	return casework_fixture_text(
		fixture, "SELECT coalesce(group_concat(detail, ' | '), '') FROM audit WHERE action = 'find'");
}

/* Whoever looks and goes away again has looked. */
static void what_is_typed_leaves_a_row_when_it_rests(void **state)
{
	struct casework_fixture *fixture = *state;
	struct found_list list;

	found(fixture, "ok");
	found(fixture, "okon");
	assert_string_equal(searches(fixture), "");
	MUST(casework_search_rests(fixture->cw, f));
	assert_string_equal(searches(fixture), "\"okon\": 0 found");
	found(fixture, "okon"); /* read again, because somebody saved something */
	MUST(casework_search_rests(fixture->cw, f));
	MUST(casework_search_rests(fixture->cw, f));
	assert_string_equal(searches(fixture), "\"okon\": 0 found");
	found(fixture, "smith"); /* another */
	found(fixture, "jones");
	assert_string_equal(searches(fixture), "\"okon\": 0 found | \"smith\": 0 found");
	MUST(casework_search_ends(fixture->cw, f));
	MUST(casework_find_families(fixture->cw, "jones", 5, &fixture->mem, &list, f)); /* begun anew */
	MUST(casework_search_rests(fixture->cw, f));
	assert_string_equal(searches(fixture), "\"okon\": 0 found | \"smith\": 0 found | \"jones\": 0 found | "
					       "\"jones\": 0 found");
}

static void rubbing_out_is_one_look(void **state)
{
	struct casework_fixture *fixture = *state;

	found(fixture, "wisni");
	found(fixture, "wisn");
	found(fixture, "wis");
	found(fixture, "wi");
	MUST(casework_search_ends(fixture->cw, f));
	assert_string_equal(searches(fixture), "\"wisni\": 0 found");
	found(fixture, "wisni");
	found(fixture, "wis"); /* and what is left is read */
	MUST(casework_search_rests(fixture->cw, f));
	assert_string_equal(searches(fixture), "\"wisni\": 0 found | \"wisni\": 0 found | \"wis\": 0 found");
}

static void a_search_that_is_acted_on_leaves_one_row(void **state)
{
	struct casework_fixture *fixture = *state;
	struct found_list list;

	found(fixture, "harte");
	MUST(casework_find(fixture->cw, "harte", 20, true, &fixture->mem, &list, f));
	MUST(casework_search_rests(fixture->cw, f));
	assert_string_equal(searches(fixture), "\"harte\": 0 found");
	found(fixture, "diary"); /* and a command is taken */
	casework_search_was_none(fixture->cw);
	MUST(casework_search_rests(fixture->cw, f));
	assert_string_equal(searches(fixture), "\"harte\": 0 found");
}

static void leaving_the_program_leaves_the_row_too(void **state)
{
	struct casework_fixture *fixture = *state;

	found(fixture, "harte");
	casework_fixture_reopen(fixture, FIXTURE_TODAY);
	assert_string_equal(searches(fixture), "\"harte\": 0 found");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, casework_fixture_setup, casework_fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(unborn_twins_are_told_by_their_references),
		TEST(what_is_typed_leaves_a_row_when_it_rests),
		TEST(rubbing_out_is_one_look),
		TEST(a_search_that_is_acted_on_leaves_one_row),
		TEST(leaving_the_program_leaves_the_row_too),
		TEST(a_name_of_its_own_needs_none),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
