/* A worker's own relatives: two things in common with one who works here close the family to them at once, are told to
 * the managers without a name of the family, and are settled by them. */
#include "staff_matching.h"

#include "booking_steps.h"
#include "casework/oversight.h"
#include "casework/pages.h"
#include "casework/restriction.h"
#include "intake_rows.h"

static void two_things_in_common_count(void **state)
{
	static const struct {
		const char *surname, *born, *postcode, *phone, *same, *why;
	} rows[] = {
		{"Okonkwo", "1980-01-02", "", "", "surname and birth date", "the worker"},
		{"okónkwo", "", "se1 7pb", "", "surname and postcode", "a household, written otherwise"},
		{"Bello", "", "SE17PB", "01632 960 001", "postcode and telephone number", "under another name"},
		{"Okonkwo", "", "", "", NULL, "the name alone"},
		{"Bello", "1980-01-02", "", "", NULL, "the birth date alone"},
		{"Konkwo", "", "SE1 7PB", "", NULL, "the end of a name is no name"},
		{"", "", "", "", NULL, "nothing known"},
	};
	const struct staff_detail staff = {.name = "Ada Okónkwo",
					   .born_on = date_from_iso("1980-01-02"),
					   .postcode = "SE1 7PB",
					   .phone = "01632960001"};
	struct arena mem = {0};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const struct staff_candidate person = {.surname = rows[i].surname,
						       .given_names = "",
						       .born_on = *rows[i].born ? date_from_iso(rows[i].born)
										: DAY_NONE,
						       .postcode = rows[i].postcode,
						       .phone = rows[i].phone};
		const char *same = staff_same(&staff, &person, &mem);

		if ((same == NULL) != (rows[i].same == NULL) || (same && strcmp(same, rows[i].same) != 0))
			fail_msg("%s: %s", rows[i].why, same ? same : "nothing");
	}
	arena_finish(&mem);
}

static const struct user_details ada = {.postcode = "SE1 7PB", .phone = ""};

static void write_down(struct casework_fixture *fixture, const char *reference)
{
	struct intake_person row = person_row(reference, "", "Okonkwo", "Grace", RELATIONSHIP_MOTHER, "1985-03-04");
	enum intake_result result;

	row.address.lines = "1 Heron Wharf";
	row.address.postcode = "se1 7pb";
	MUST(intake_person(fixture->cw, &row, &result, f));
}

static void let_ada_in(struct casework_fixture *fixture)
{
	casework_fixture_open_as(fixture, "ada", ROLE_BIT(ROLE_BUSINESS_SUPPORT));
	number(fixture, "UPDATE user_account SET name = 'Ada Okonkwo' WHERE login = 'ada'");
	casework_fixture_reopen(fixture, FIXTURE_TODAY);
}

static bool ada_sees(struct casework_fixture *fixture)
{
	int64_t family = number(fixture, "SELECT id FROM family WHERE reference = 'FAM-5005'");
	struct family_page page;
	bool sees;

	casework_fixture_open_as(fixture, "ada", ROLE_BIT(ROLE_BUSINESS_SUPPORT));
	sees = casework_family_page(fixture->cw, family, &fixture->mem, &page, NULL);
	casework_fixture_reopen(fixture, FIXTURE_TODAY);
	return sees;
}

static struct access_line only_event(struct casework_fixture *fixture)
{
	struct access_line_list events;

	MUST(casework_access_events(fixture->cw, false, &fixture->mem, &events, f));
	assert_int_equal(events.count, 1);
	return events.items[0];
}

static void whoever_is_written_down_later_is_matched(void **state)
{
	struct casework_fixture *fixture = *state;
	struct family_page page;
	struct access_line line;

	let_ada_in(fixture);
	MUST(casework_user_details(fixture->cw, "ada", &ada, f));
	write_down(fixture, "FAM-5005");
	line = only_event(fixture);
	assert_int_equal(line.event.kind, ACCESS_MATCHED);
	assert_string_equal(line.family, "FAM-5005");
	assert_string_equal(line.event.words, "somebody of the family has the same surname and postcode");
	assert_int_equal(casework_fixture_audited(fixture, "relative.match"), 1);
	assert_false(ada_sees(fixture));
	MUST(casework_family_page(fixture->cw, line.event.family_id, &fixture->mem, &page, f)); /* the others go on */
}

static void whoever_comes_to_work_here_is_matched(void **state)
{
	struct casework_fixture *fixture = *state;

	let_ada_in(fixture);
	write_down(fixture, "FAM-5005");
	assert_true(ada_sees(fixture));
	MUST(casework_user_details(fixture->cw, "ada", &ada, f));
	assert_false(ada_sees(fixture));
	MUST(casework_user_details(fixture->cw, "ada", &ada, f)); /* told once */
	only_event(fixture);
	REFUSED(casework_user_details(fixture->cw, "nobody", &ada, f), "account", "is not a user");
}

static void a_manager_opens_what_was_no_relative(void **state)
{
	struct casework_fixture *fixture = *state;
	struct access_line line;

	let_ada_in(fixture);
	MUST(casework_user_details(fixture->cw, "ada", &ada, f));
	write_down(fixture, "FAM-5005");
	line = only_event(fixture);
	REFUSED(casework_access_mistaken(fixture->cw, line.event.id, line.event.version, " ", f), "note", "Say what");
	MUST(casework_access_mistaken(fixture->cw, line.event.id, line.event.version, "a neighbour of that name", f));
	assert_true(ada_sees(fixture));
	assert_int_equal(number(fixture, "SELECT is_restricted FROM family WHERE reference = 'FAM-5005'"), 0);
	write_down(fixture, "FAM-5005"); /* and is not asked again */
	assert_true(ada_sees(fixture));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(two_things_in_common_count),
		FIXTURE_TEST(whoever_is_written_down_later_is_matched),
		FIXTURE_TEST(whoever_comes_to_work_here_is_matched),
		FIXTURE_TEST(a_manager_opens_what_was_no_relative),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
