/* Ending a membership by hand, what holds a child in the family, and coming back. */
#include "booking_steps.h"
#include "casework/pages.h"
#include "intake_rows.h"

static struct leaving leaves(int64_t family, int64_t person)
{
	return (struct leaving){.family_id = family,
				.person_id = person,
				.version = 1,
				.on = date_from_iso("2026-03-30"),
				.reason = "recorded in the wrong family"};
}

static void who_left_is_listed_apart_and_may_come_back(void **state)
{
	struct casework_fixture *fixture = *state;
	struct person father = some_person("Mensah", "Kwame", ""), again;
	struct family_page page;
	struct leaving leaving;
	int64_t family;

	MUST(casework_family_add_as(fixture->cw, "FAM-0044", "Mensah", &family, f));
	MUST(casework_member_add(fixture->cw, family, &father, RELATIONSHIP_FATHER, ANSWER_YES, NULL, f));
	leaving = leaves(family, father.id);
	MUST(casework_member_end(fixture->cw, &leaving, f));
	MUST(casework_family_page(fixture->cw, family, &fixture->mem, &page, f));
	assert_int_equal(page.members.count, 0);
	assert_int_equal(page.former.count, 1);
	assert_int_equal(page.former.items[0].ended_on, leaving.on);
	assert_string_equal(page.history.items[0].what,
			    "Left the family as father since Mon 30 Mar 2026: recorded in the wrong family");
	again = father;
	MUST(casework_member_add(fixture->cw, family, &again, RELATIONSHIP_PARTNER, ANSWER_NO, NULL, f));
	MUST(casework_family_page(fixture->cw, family, &fixture->mem, &page, f));
	assert_int_equal(page.members.count, 1);
	assert_int_equal(page.members.items[0].relationship, RELATIONSHIP_PARTNER);
	assert_int_equal(page.former.count, 0);
	REFUSED(casework_member_add(fixture->cw, family, &again, RELATIONSHIP_PARTNER, ANSWER_NO, NULL, f), "surname",
		"already");
}

static void what_is_refused(void **state)
{
	struct casework_fixture *fixture = *state;
	struct person father = some_person("Mensah", "Kwame", "");
	struct leaving leaving;
	int64_t family, other;

	MUST(casework_family_add_as(fixture->cw, "FAM-0044", "Mensah", &family, f));
	MUST(casework_family_add_as(fixture->cw, "FAM-0045", "Ali", &other, f));
	MUST(casework_member_add(fixture->cw, family, &father, RELATIONSHIP_FATHER, ANSWER_YES, NULL, f));
	leaving = leaves(family, father.id);
	leaving.on = date_from_iso("2026-04-02");
	REFUSED(casework_member_end(fixture->cw, &leaving, f), "on", "not later than today");
	leaving = leaves(family, father.id);
	leaving.reason = " ";
	REFUSED(casework_member_end(fixture->cw, &leaving, f), "reason", "why");
	leaving = leaves(other, father.id);
	REFUSED(casework_member_end(fixture->cw, &leaving, f), "", "does not belong");
	leaving = leaves(family, father.id);
	leaving.version = 7;
	REFUSED(casework_member_end(fixture->cw, &leaving, f), "", "Another person");
	assert_int_equal(number(fixture, "SELECT count(*) FROM family_member WHERE ended_on IS NOT NULL"), 0);
}

/* Nothing is left hanging in the air: a child with a conference or on a plan stays. */
static void a_child_with_something_open_stays(void **state)
{
	static const struct {
		const char *set, *says;
	} rows[] = {
		{"SELECT 1", "belongs to conference C-0001, which is still open"},
		{"UPDATE conference SET state = 'cancelled'", "is in an enquiry that is open"},
		{"UPDATE deadline SET state = 'withdrawn'", ""},
	};
	struct casework_fixture *fixture = *state;
	int64_t conference = a_waiting_conference(fixture, "Okonkwo", "2026-03-26");
	int64_t family = number(fixture, "SELECT family_id FROM conference WHERE id = %lld", (long long)conference);
	struct leaving leaving = leaves(family, number(fixture, "SELECT min(person_id) FROM conference_child"));

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		casework_fixture_number(fixture, rows[i].set);
		if (rows[i].says[0])
			REFUSED(casework_member_end(fixture->cw, &leaving, f), "", rows[i].says);
		else
			MUST(casework_member_end(fixture->cw, &leaving, f));
	}
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, casework_fixture_setup, casework_fixture_teardown)
	const struct CMUnitTest tests[] = {
		TEST(who_left_is_listed_apart_and_may_come_back),
		TEST(what_is_refused),
		TEST(a_child_with_something_open_stays),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
