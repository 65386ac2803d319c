/* A record on its way: given to the chair, given back, approved by them and not by its writer, reopened. */
#include "record_steps.h"

static void the_chair_approves_what_another_wrote(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_drafted_day(fixture);
	struct record_page page;

	REFUSED(casework_record_approve(fixture->cw, d.id, 1, f), "", "You may not approve a record");
	as_chair(fixture);
	REFUSED(casework_record_approve(fixture->cw, d.id, 1, f), "", "still being written");
	casework_fixture_reopen(fixture, FIXTURE_TODAY);
	MUST(casework_record_to_chair(fixture->cw, d.id, 1, f));
	REFUSED(casework_record_to_chair(fixture->cw, d.id, 2, f), "", "with the chair already");
	REFUSED(casework_record_draft(fixture->cw, d.id, f), "", "when the chair gave it back");
	as_chair(fixture);
	assert_true(record_now(fixture, &d).may_approve);
	CONFLICTS(casework_record_approve(fixture->cw, d.id, 1, f));
	MUST(casework_record_approve(fixture->cw, d.id, 2, f));
	page = record_now(fixture, &d);
	assert_string_equal(page.record.approver, "chair");
	assert_int_equal(page.record.state, RECORD_APPROVED);
	assert_int_equal(page.conference.state, STATE_RECORD_APPROVED);
	assert_false(page.may_write);
	REFUSED(casework_record_approve(fixture->cw, d.id, 3, f), "", "approved already");
	REFUSED(casework_record_draft(fixture->cw, d.id, f), "", "From here you can");
}

static void nobody_approves_their_own(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_held_day(fixture);

	as_chair(fixture);
	MUST(casework_record_draft(fixture->cw, d.id, f));
	assert_string_equal(record_now(fixture, &d).record.writer, "");
	assert_non_null(strstr(record_now(fixture, &d).standing, "by nobody yet"));
	REFUSED(casework_record_to_chair(fixture->cw, d.id, 1, f), "", "somebody else finishes it");
	casework_fixture_reopen(fixture, FIXTURE_TODAY); /* the way out that the sentence names */
	MUST(casework_record_to_chair(fixture->cw, d.id, 1, f));
	as_chair(fixture);
	/* Who wrote it took the conference over afterwards. */
	number(fixture, "UPDATE conference_record SET writer = 'chair'");
	assert_false(record_now(fixture, &d).may_approve);
	REFUSED(casework_record_approve(fixture->cw, d.id, 2, f), "", "nobody approves their own");
	number(fixture, "UPDATE conference_record SET writer = 'root'");
	MUST(casework_record_approve(fixture->cw, d.id, 2, f));
}

static void given_back_with_what_is_to_be_mended(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_day_with_the_chair(fixture);
	struct record_page page;

	REFUSED(casework_record_return(fixture->cw, d.id, 2, " ", f), "why", "Say what");
	MUST(casework_record_return(fixture->cw, d.id, 2, "Chidi is 12, not 13.", f));
	page = record_now(fixture, &d);
	assert_int_equal(page.record.state, RECORD_CORRECTIONS);
	assert_int_equal(page.unanswered, 1);
	assert_string_equal(page.corrections.items[0].words, "Chidi is 12, not 13.");
	casework_fixture_reopen(fixture, FIXTURE_TODAY);
	MUST(casework_record_to_chair(fixture->cw, d.id, 3, f));
	as_chair(fixture);
	REFUSED(casework_record_approve(fixture->cw, d.id, 4, f), "", "1 correction of this record is not answered");
	MUST(casework_record_correction_answer(fixture->cw, d.id, page.corrections.items[0].id, true, "Mended.", f));
	MUST(casework_record_approve(fixture->cw, d.id, 4, f));
}

static void its_deadline_is_met_and_open_again(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_day_with_the_chair(fixture);

	number(fixture,
	       "INSERT INTO deadline (rule, subject_kind, subject_id, family_id, trigger_on, due_on, owner, policy)"
	       " VALUES ('record.approve', 'conference', %lld, %lld, '2026-03-20', '2026-03-27', 'chair', 'x')",
	       (long long)d.id, (long long)d.family);
	assert_non_null(strstr(record_now(fixture, &d).standing, "to be approved by Fri 27 Mar, 3 working days late"));
	MUST(casework_record_approve(fixture->cw, d.id, 2, f));
	assert_string_equal(casework_fixture_text(fixture, "SELECT state FROM deadline WHERE rule = 'record.approve'"),
			    "done");
	assert_non_null(
		strstr(record_now(fixture, &d).standing, "on Wed 1 Apr, 3 working days late; to be distributed"));
	MUST(casework_record_reopen(fixture->cw, d.id, "the date of birth is wrong", f));
	assert_string_equal(casework_fixture_text(fixture, "SELECT state FROM deadline WHERE rule = 'record.approve'"),
			    "open");
}

static void reopening_begins_the_next_edition_with_its_words(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_day_with_the_chair(fixture);
	struct record_page before = record_now(fixture, &d), page;

	REFUSED(casework_record_reopen(fixture->cw, d.id, "a slip", f), "", "not approved yet");
	MUST(casework_record_approve(fixture->cw, d.id, 2, f));
	REFUSED(casework_record_reopen(fixture->cw, d.id, "", f), "why", "Say why");
	MUST(casework_record_reopen(fixture->cw, d.id, "a slip", f));
	page = record_now(fixture, &d);
	assert_int_equal(page.record.edition, 2);
	assert_int_equal(page.record.state, RECORD_DRAFTING);
	assert_string_equal(page.record.approver, "");
	assert_int_equal(page.conference.state, STATE_RECORD_DRAFTED);
	assert_int_equal(page.sections.count, before.sections.count);
	assert_string_equal(section_called(&page, "decided")->text, section_called(&before, "decided")->text);
	assert_int_equal(number(fixture, "SELECT count(*) FROM conference_record WHERE state = 'approved'"), 1);
	assert_int_equal(number(fixture, "SELECT count(*) FROM conference_change WHERE step = 'reopen'"), 1);
}

/* The chair took the decision back: the record that was approved stays, the next is owed. */
static void a_decision_taken_back_makes_the_next_edition(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_day_with_the_chair(fixture);

	number(fixture,
	       "INSERT INTO deadline (rule, subject_kind, subject_id, family_id, trigger_on, due_on, owner, policy)"
	       " VALUES ('record.approve', 'conference', %lld, %lld, '2026-04-01', '2026-04-10', 'chair', 'x')",
	       (long long)d.id, (long long)d.family);
	MUST(casework_record_approve(fixture->cw, d.id, 2, f));
	number(fixture, "UPDATE conference SET state = 'decided' WHERE id = %lld", (long long)d.id);
	REFUSED(casework_record_reopen(fixture->cw, d.id, "a slip", f), "", "was taken back: draft");
	casework_fixture_reopen(fixture, FIXTURE_TODAY);
	MUST(casework_record_draft(fixture->cw, d.id, f));
	assert_int_equal(record_now(fixture, &d).record.edition, 2);
	assert_int_equal(number(fixture, "SELECT count(*) FROM conference_record WHERE state = 'approved'"), 1);
	assert_string_equal(casework_fixture_text(fixture, "SELECT state FROM deadline WHERE rule = 'record.approve'"),
			    "open");
}

/* Only the chair of this conference, not whoever chairs another. */
static void another_chair_has_no_say_in_it(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_day_with_the_chair(fixture);

	casework_fixture_open_as(fixture, "visitor", ROLE_BIT(ROLE_CHAIR));
	REFUSED(casework_record_approve(fixture->cw, d.id, 2, f), "", "only for conferences that you chair");
	REFUSED(casework_record_return(fixture->cw, d.id, 2, "x", f), "", "only for conferences that you chair");
	assert_int_equal(number(fixture, "SELECT count(*) FROM conference_record WHERE state = 'with_chair'"), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_chair_approves_what_another_wrote),
		TEST(nobody_approves_their_own),
		TEST(given_back_with_what_is_to_be_mended),
		TEST(its_deadline_is_met_and_open_again),
		TEST(reopening_begins_the_next_edition_with_its_words),
		TEST(a_decision_taken_back_makes_the_next_edition),
		TEST(another_chair_has_no_say_in_it),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
