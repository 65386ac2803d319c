/* What is due for one child of several: the page of each shows that child's own, however alike they are called. */
#include "booking_steps.h"
#include "casework/pages.h"
#include "intake_rows.h"

static size_t due_of(struct casework_fixture *fixture, const char *la_child_id, const char *given_names)
{
	struct child_page page;

	MUST(casework_child_page(
		fixture->cw,
		number(fixture, "SELECT id FROM person WHERE coalesce(la_child_id, '') = '%s' AND given_names = '%s'",
		       la_child_id, given_names),
		&fixture->mem, &page, f));
	return page.deadlines.count;
}

/* "F12" is not in "F123". */
static void an_id_inside_an_id_is_another_child(void **state)
{
	struct casework_fixture *fixture = *state;
	const struct child_row long_id = {.la_child_id = "F123", .born_on = "2015-01-09", .plan_on = "2026-01-15"};
	struct intake_person rows[] = {
		person_row("FAM-1", "F123", "Okonkwo", "Chidi", RELATIONSHIP_CHILD, "2015-01-09"),
		person_row("FAM-1", "F12", "Okonkwo", "Ada", RELATIONSHIP_CHILD, "2017-01-09")};
	enum intake_result result;

	take_row(fixture, &long_id);
	for (int i = 0; i < 2; i++)
		MUST(intake_person(fixture->cw, &rows[i], &result, f));
	assert_int_equal(due_of(fixture, "F123", "Chidi"), 2); /* the review, the core group */
	assert_int_equal(due_of(fixture, "F12", "Ada"), 0);
}

/* Nor is Ann in Anna, where neither has an id. */
static void a_name_inside_a_name_is_another_child(void **state)
{
	struct casework_fixture *fixture = *state;
	const struct request_child children[] = {{.person = a_child("Anna", "Begum", "2019-05-04")}};
	struct request request = a_request(children, 1, "2026-03-26");
	struct person ann = a_child("Ann", "Begum", "2021-05-04");

	taken(fixture, &request);
	MUST(casework_member_add(fixture->cw, 1, &ann, RELATIONSHIP_CHILD, ANSWER_UNKNOWN, NULL, f));
	assert_int_equal(due_of(fixture, "", "Anna"), 1);
	assert_int_equal(due_of(fixture, "", "Ann"), 0);
}

/* And one who is called by no given name yet has what is due for it. */
static void an_unborn_child_has_its_own(void **state)
{
	struct casework_fixture *fixture = *state;
	struct request_child children[] = {{.person = a_child("", "Begum", "")}};
	struct request request = a_request(children, 1, "2026-03-26");
	struct person brother = a_child("Idris", "Begum", "2021-05-04");

	children[0].person.expected_on = date_from_iso("2026-08-10");
	request.type = CONFERENCE_PRE_BIRTH;
	taken(fixture, &request);
	MUST(casework_member_add(fixture->cw, 1, &brother, RELATIONSHIP_CHILD, ANSWER_UNKNOWN, NULL, f));
	assert_int_equal(due_of(fixture, "", ""), 2);
	assert_int_equal(due_of(fixture, "", "Idris"), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(an_id_inside_an_id_is_another_child),
		FIXTURE_TEST(a_name_inside_a_name_is_another_child),
		FIXTURE_TEST(an_unborn_child_has_its_own),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
