/* Feedback forms: which kind goes to whom, and what is refused. */
#include "record_steps.h"

static struct feedback a_form(const struct live_day *d, int64_t invitee)
{
	struct feedback one = feedback_blank();

	one.conference_id = d->id;
	one.invitee_id = invitee;
	one.sent_on = date_from_iso(FIXTURE_TODAY);
	return one;
}

static void the_form_goes_by_age_and_capacity(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_started_day(fixture);
	int64_t ada = put_on(fixture, d.id, of_person(CAPACITY_CHILD, d.ada));
	int64_t chidi = put_on(fixture, d.id, of_person(CAPACITY_CHILD, d.chidi));
	const struct {
		const char *why;
		int64_t invitee;
		enum feedback_kind kind;
	} rows[] = {
		{"six years old", ada, FEEDBACK_YOUNG},
		{"twelve years old", chidi, FEEDBACK_OLDER},
		{"a mother", d.mother, FEEDBACK_PARENT},
	};
	struct feedback one = a_form(&d, d.mother);

	REFUSED(casework_feedback_save(fixture->cw, &one, f), "", "not held yet");
	number(fixture, "UPDATE conference SET state = 'decided' WHERE id = %lld", (long long)d.id);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		one = a_form(&d, rows[i].invitee);
		MUST(casework_feedback_save(fixture->cw, &one, f));
		if (one.kind != rows[i].kind)
			fail_msg("%s: %s", rows[i].why, feedback_kind_label(one.kind));
	}
	one = a_form(&d, d.school);
	REFUSED(casework_feedback_save(fixture->cw, &one, f), "invitee", "children and the family");
}

static void what_is_entered_is_checked_by_field(void **state)
{
	static const struct {
		const char *why, *sent, *returned;
		int heard;
		const char *words, *field;
	} rows[] = {
		{"neither sent nor back", "", "", 0, "", "sent_on"},
		{"answered, and not back", "2026-04-01", "", 4, "", "returned_on"},
		{"words, and not back", "2026-04-01", "", 0, "It was too long.", "returned_on"},
		{"more than the best", "2026-04-01", "2026-04-01", 6, "", "heard"},
		{"sent tomorrow", "2026-04-02", "", 0, "", "sent_on"},
		{"back before it was held", "", "2026-03-31", 0, "", "returned_on"},
	};
	struct casework_fixture *fixture = *state;
	struct live_day d = a_held_day(fixture);
	struct feedback one;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		one = a_form(&d, d.mother);
		one.sent_on = date_from_iso(rows[i].sent);
		one.returned_on = date_from_iso(rows[i].returned);
		one.heard = rows[i].heard;
		one.words = rows[i].words;
		REFUSED(casework_feedback_save(fixture->cw, &one, f), rows[i].field, "");
	}
	one = a_form(&d, d.mother);
	MUST(casework_feedback_save(fixture->cw, &one, f));
	one.returned_on = one.sent_on;
	one.heard = 4;
	one.words = "They listened.";
	MUST(casework_feedback_save(fixture->cw, &one, f));
	one.version = 1;
	CONFLICTS(casework_feedback_save(fixture->cw, &one, f));
	assert_int_equal(number(fixture, "SELECT count(*) FROM feedback"), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_form_goes_by_age_and_capacity),
		TEST(what_is_entered_is_checked_by_field),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
