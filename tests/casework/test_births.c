/* A birth changes limits: the first review comes sooner, a conference before the birth has no more time to be before
 * it. Whichever way the birth date reaches the file. */
#include "booking_steps.h"
#include "casework/intake.h"
#include "intake_rows.h"

static const char *limits(struct casework_fixture *fixture)
{
	return casework_fixture_text(fixture, "SELECT group_concat(rule || ' ' || due_on || ' ' || state, '; ') FROM"
					      " (SELECT * FROM deadline WHERE rule IN ('review.first', 'review.next',"
					      " 'review.after_birth', 'prebirth') ORDER BY id)");
}

/* Unborn, on a plan since its pre-birth conference. */
static void an_unborn_child_on_a_plan(struct casework_fixture *fixture)
{
	const struct child_row row = {.la_child_id = "F1",
				      .expected_on = "2026-03-20",
				      .strategy_on = "2026-02-02",
				      .conference_on = "2026-02-16",
				      .plan_on = "2026-02-16"};

	assert_int_equal(take_row(fixture, &row), INTAKE_ADDED);
	assert_string_equal(limits(fixture), "review.first 2026-05-16 open");
}

static const char *const after_birth = "review.first 2026-05-16 withdrawn; review.after_birth 2026-04-10 open";

static void a_birth_in_the_list_of_people_brings_the_review_forward(void **state)
{
	struct casework_fixture *fixture = *state;
	struct intake_person row = person_row("FAM-0001", "F1", "Okonkwo", "Baby", RELATIONSHIP_CHILD, "2026-03-25");
	enum intake_result result;

	an_unborn_child_on_a_plan(fixture);
	MUST(intake_person(fixture->cw, &row, &result, f));
	assert_string_equal(limits(fixture), after_birth);
	MUST(intake_person(fixture->cw, &row, &result, f));
	assert_int_equal(result, INTAKE_UNCHANGED);
}

/* A later return may hold the birth without the plan of the year before. */
static void a_birth_in_a_return_does_too(void **state)
{
	struct casework_fixture *fixture = *state;
	const struct child_row row = {.la_child_id = "F1", .born_on = "2026-03-25"};

	an_unborn_child_on_a_plan(fixture);
	assert_int_equal(take_row(fixture, &row), INTAKE_CHANGED);
	assert_string_equal(limits(fixture), after_birth);
}

static void a_birth_that_is_typed_does_too(void **state)
{
	struct casework_fixture *fixture = *state;
	struct person p;

	an_unborn_child_on_a_plan(fixture);
	MUST(casework_person(fixture->cw, number(fixture, "SELECT id FROM person"), &fixture->mem, &p, f));
	p.born_on = date_from_iso("2026-03-25");
	p.expected_on = DAY_NONE;
	p.surname = "Okonkwo";
	MUST(casework_person_save(fixture->cw, &(struct person_record){.person = p}, f));
	assert_string_equal(limits(fixture), after_birth);
}

/* A review held before the birth is not the first review after it. */
static void a_review_before_the_birth_does_not_count(void **state)
{
	struct casework_fixture *fixture = *state;
	struct child_row row = {.la_child_id = "F1",
				.expected_on = "2026-03-20",
				.strategy_on = "2025-12-01",
				.conference_on = "2025-12-15",
				.plan_on = "2025-12-15",
				.reviews = {"2026-03-10"}};

	take_row(fixture, &row);
	assert_string_equal(limits(fixture), "review.next 2026-09-10 open");
	row.expected_on = "";
	row.born_on = "2026-03-25";
	take_row(fixture, &row);
	assert_string_equal(limits(fixture), "review.next 2026-09-10 withdrawn; review.after_birth 2026-04-10 open");
	casework_fixture_reopen(fixture, "2026-04-10");
	row.reviews[1] = "2026-04-08";
	take_row(fixture, &row);
	assert_string_equal(limits(fixture), "review.next 2026-09-10 withdrawn; review.after_birth 2026-04-10 done;"
					     " review.next 2026-10-08 open");
}

/* --- A conference before the birth --- */

static int64_t a_pre_birth_request(struct casework_fixture *fixture)
{
	struct request_child children[2] = {{.person = a_child("", "Okonkwo", "")},
					    {.person = a_child("", "Okonkwo", "")}};
	struct request request = a_request(children, 2, "2026-03-26");

	children[0].person.expected_on = date_from_iso("2026-08-10");
	children[1].person.expected_on = date_from_iso("2026-08-12"); /* a twin, as another clinic counts */
	request.type = CONFERENCE_PRE_BIRTH;
	return taken(fixture, &request);
}

static void save_dates(struct casework_fixture *fixture, int64_t id, const char *born_on, const char *expected_on)
{
	struct person p;

	MUST(casework_person(fixture->cw, id, &fixture->mem, &p, f));
	p.born_on = day_or_none(born_on);
	p.expected_on = day_or_none(expected_on);
	MUST(casework_person_save(fixture->cw, &(struct person_record){.person = p}, f));
}

static void the_limit_follows_the_day_expected(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = a_pre_birth_request(fixture),
		first = number(fixture, "SELECT min(person_id) FROM conference_child WHERE conference_id = %lld",
			       (long long)id);

	assert_string_equal(limits(fixture), "prebirth 2026-06-01 open");
	save_dates(fixture, first, "", "2026-08-03");
	assert_string_equal(limits(fixture), "prebirth 2026-05-25 open");
	save_dates(fixture, first, "2026-03-31", ""); /* one twin is born: the other still waits */
	assert_string_equal(limits(fixture), "prebirth 2026-06-03 open");
	save_dates(fixture, first + 1, "2026-03-31", "");
	assert_string_equal(limits(fixture), "prebirth 2026-06-03 withdrawn");
	assert_int_equal(number(fixture, "SELECT count(*) FROM deadline WHERE rule = 'icpc' AND state = 'open'"), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(a_birth_in_the_list_of_people_brings_the_review_forward),
		FIXTURE_TEST(a_birth_in_a_return_does_too),
		FIXTURE_TEST(a_birth_that_is_typed_does_too),
		FIXTURE_TEST(a_review_before_the_birth_does_not_count),
		FIXTURE_TEST(the_limit_follows_the_day_expected),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
