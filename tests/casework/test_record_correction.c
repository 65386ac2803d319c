/* Corrections asked of a record: by field, answered once, and of one that was approved too. */
#include "record_steps.h"

static void asking_is_checked_by_field(void **state)
{
	static const struct {
		const char *why, *by, *on, *words, *field;
	} rows[] = {
		{"nobody asks", " ", "2026-04-01", "I am 31.", "asked_by"},
		{"nothing is wrong", "Amelia Okonkwo", "2026-04-01", " ", "words"},
		{"no day", "Amelia Okonkwo", "", "I am 31.", "asked_on"},
		{"a day to come", "Amelia Okonkwo", "2026-04-02", "I am 31.", "asked_on"},
		{"before it was held", "Amelia Okonkwo", "2026-03-31", "I am 31.", "asked_on"},
	};
	struct casework_fixture *fixture = *state;
	struct live_day d = a_held_day(fixture);

	REFUSED(casework_record_correction_ask(fixture->cw, d.id, "A", date_from_iso(FIXTURE_TODAY), "x", f), "",
		"not drafted yet");
	MUST(casework_record_draft(fixture->cw, d.id, f));
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		REFUSED(casework_record_correction_ask(fixture->cw, d.id, rows[i].by, date_from_iso(rows[i].on),
						       rows[i].words, f),
			rows[i].field, "");
	assert_int_equal(number(fixture, "SELECT count(*) FROM record_correction"), 0);
}

static void an_answer_is_given_once(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = an_approved_day(fixture);
	day_number today = date_from_iso(FIXTURE_TODAY);
	struct record_page page;
	int64_t id;

	MUST(casework_record_correction_ask(fixture->cw, d.id, "Amelia Okonkwo", today, "I am 31.", f));
	page = record_now(fixture, &d);
	assert_int_equal(page.unanswered, 1);
	id = page.corrections.items[0].id;
	REFUSED(casework_record_correction_answer(fixture->cw, d.id, id, false, "", f), "answer", "why it stays");
	REFUSED(casework_record_correction_answer(fixture->cw, d.id, 999, true, "yes", f), "", "none of C-0001");
	MUST(casework_record_correction_answer(fixture->cw, d.id, id, false, "The file says 32.", f));
	CONFLICTS(casework_record_correction_answer(fixture->cw, d.id, id, true, "Mended.", f));
	page = record_now(fixture, &d);
	assert_int_equal(page.corrections.items[0].accepted, OPINION_NO);
	assert_string_equal(page.corrections.items[0].answered_by, "chair");
}

/* What nobody answered is still asked of the next edition. */
static void it_outlives_the_edition_it_was_asked_of(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = an_approved_day(fixture);

	MUST(casework_record_correction_ask(fixture->cw, d.id, "Amelia Okonkwo", date_from_iso(FIXTURE_TODAY),
					    "I am 31.", f));
	MUST(casework_record_reopen(fixture->cw, d.id, "her age is wrong", f));
	assert_int_equal(record_now(fixture, &d).unanswered, 1);
	casework_fixture_reopen(fixture, FIXTURE_TODAY);
	MUST(casework_record_to_chair(fixture->cw, d.id, 1, f));
	as_chair(fixture);
	REFUSED(casework_record_approve(fixture->cw, d.id, 2, f), "", "not answered");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(asking_is_checked_by_field),
		TEST(an_answer_is_given_once),
		TEST(it_outlives_the_edition_it_was_asked_of),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
