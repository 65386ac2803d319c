/* Notices: letters to people who are on no list of invitees; shown, sent, held back, sent again, and what follows. */
#include "carrier_steps.h"
#include "complaint_steps.h"

#include "casework/notices.h"

static struct mailing_item_list shown(struct casework_fixture *fixture, enum notice notice, int64_t id)
{
	struct mailing_item_list list;

	MUST(casework_notice_preview(fixture->cw, notice, id, &fixture->mem, &list, f));
	return list;
}

static size_t noticed(struct casework_fixture *fixture, enum notice notice, int64_t id)
{
	size_t written;

	MUST(casework_notice_send(fixture->cw, notice, id, NULL, 0, &written, f));
	return written;
}

static struct letter_item_list waiting(struct casework_fixture *fixture)
{
	struct letter_item_list list;

	MUST(casework_outbox(fixture->cw, &fixture->mem, &list, f));
	return list;
}

/* Does it say this, wherever its lines end? */
static bool says(struct casework_fixture *fixture, const char *text, const char *words)
{
	char *flat = arena_text(&fixture->mem, text), *to = flat;

	for (const char *at = text; *at; at++)
		if ((*at != '\n' && *at != ' ') || (to > flat && to[-1] != ' '))
			*to++ = *at == '\n' ? ' ' : *at;
	*to = '\0';
	return strstr(flat, words) != NULL;
}

static const char *standing(struct casework_fixture *fixture, const char *rule)
{
	char sql[160];

	snprintf(sql, sizeof sql, "SELECT state FROM deadline WHERE subject_kind = 'complaint' AND rule = '%s'", rule);
	return casework_fixture_text(fixture, sql);
}

/* The mother can be written to by e-mail; an advocate supports her. */
static struct complaint a_supported_complaint(struct casework_fixture *fixture, const struct live_day *d)
{
	struct complaint c = a_complaint(d->id, GROUND_NOT_HEARD);

	number(fixture,
	       "UPDATE person SET email = 'amelia@example.org', reached_by = 'email' WHERE given_names = 'Amelia'");
	number(fixture, "UPDATE invitee SET method = 'email' WHERE id = %lld", (long long)d->mother);
	c.advocate = "R. Farrow";
	c.advocate_to = "2 Canal Street\nZZ1 2AB";
	MUST(casework_complaint_register(fixture->cw, &c, &fixture->mem, f));
	return c;
}

static void an_acknowledgement_meets_its_clock_when_it_is_queued(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_decided_day(fixture);
	struct complaint c = a_supported_complaint(fixture, &d);
	struct mailing_item_list list = shown(fixture, NOTICE_COMPLAINT_ACKNOWLEDGED, c.id);
	struct letter_item_list letters;
	struct notices_due due;

	assert_int_equal(list.count, 2);
	assert_string_equal(list.items[0].who, "Amelia Okonkwo, mother");
	assert_string_equal(list.items[0].address, "amelia@example.org");
	assert_string_equal(list.items[0].problem, "");
	assert_string_equal(list.items[1].method, "post");
	assert_true(says(fixture, list.items[0].text, "K-0001"));
	assert_true(says(fixture, list.items[0].text, "by Wednesday 15 April 2026 at the latest"));
	assert_true(says(fixture, list.items[0].text, "stands until"));
	assert_true(says(fixture, list.items[1].text, "Amelia Okonkwo has complained and named you"));
	MUST(casework_notices_due(fixture->cw, NOTICE_ABOUT_COMPLAINT, c.id, &fixture->mem, &due, f));
	assert_int_equal(due.count, 2);
	assert_int_equal(due.letters[0], 2);
	assert_int_equal(due.letters[1], 0); /* not settled */
	assert_int_equal(due.first, NOTICE_COMPLAINT_ACKNOWLEDGED);
	assert_string_equal(standing(fixture, "complaint.acknowledge"), "open");
	assert_int_equal(noticed(fixture, NOTICE_COMPLAINT_ACKNOWLEDGED, c.id), 2);
	assert_string_equal(standing(fixture, "complaint.acknowledge"), "done");
	assert_string_equal(complaint_of(fixture, c.id).told.items[1].what, "Acknowledged");
	assert_string_equal(complaint_of(fixture, c.id).told.items[1].words, "by letter");
	letters = waiting(fixture);
	assert_int_equal(letters.count, 2);
	assert_string_equal(letters.items[0].reference, "K-0001");
	assert_int_equal(shown(fixture, NOTICE_COMPLAINT_ACKNOWLEDGED, c.id).count, 0);
	REFUSED(casework_notice_send(fixture->cw, NOTICE_COMPLAINT_ACKNOWLEDGED, c.id, NULL, 0, &(size_t){0}, f), "",
		"everybody was written to");
	assert_int_equal(casework_fixture_audited(fixture, "notice.send"), 1);
}

/* What a kind says must not change by what follows from sending it, or nothing would ever leave. */
static void what_was_just_written_is_not_held_back(void **state)
{
	struct casework_fixture *fixture = *state;
	struct complaint_settlement how;
	struct complaint c;
	struct live_day d;

	configured(fixture, "/bin/cat", "/bin/cat");
	d = a_decided_day(fixture);
	c = a_supported_complaint(fixture, &d);
	noticed(fixture, NOTICE_COMPLAINT_ACKNOWLEDGED, c.id);
	assert_int_equal(sent(fixture).sent, 1);
	how = a_settlement(fixture, c.id, COMPLAINT_OUTCOME_SECOND_CONFERENCE);
	MUST(casework_complaint_settle(fixture->cw, &how, &fixture->mem, &(int64_t){0}, f));
	assert_true(says(fixture, shown(fixture, NOTICE_COMPLAINT_ANSWERED, c.id).items[0].text,
			 "a second conference with a different chair"));
	noticed(fixture, NOTICE_COMPLAINT_ANSWERED, c.id);
	assert_int_equal(sent(fixture).sent, 1);
	assert_int_equal(waiting(fixture).held, 0);
}

/* One that waits and would be written otherwise now does not leave, and its clock is open again. */
static void what_has_changed_is_held_back_and_written_anew(void **state)
{
	struct casework_fixture *fixture = *state;
	struct complaint c;
	struct live_day d;
	struct sending out;

	configured(fixture, "/bin/cat", "/bin/cat");
	d = a_decided_day(fixture);
	c = a_supported_complaint(fixture, &d);
	noticed(fixture, NOTICE_COMPLAINT_ACKNOWLEDGED, c.id);
	MUST(takes(fixture, c.id, COMPLAINT_STEP_NEXT_STAGE, "", "They asked for it.", f));
	casework_fixture_reopen(fixture, "2026-04-03");
	MUST(takes(fixture, c.id, COMPLAINT_STEP_NEXT_STAGE, "", "They asked for it again.", f));
	out = sent(fixture);
	assert_int_equal(out.sent, 0);
	assert_non_null(strstr(out.first_trouble, "changed since it was written"));
	assert_string_equal(standing(fixture, "complaint.acknowledge"), "open");
	assert_int_equal(waiting(fixture).held, 1);
	assert_int_equal(shown(fixture, NOTICE_COMPLAINT_ACKNOWLEDGED, c.id).count, 1);
	noticed(fixture, NOTICE_COMPLAINT_ACKNOWLEDGED, c.id);
	assert_int_equal(waiting(fixture).held, 0);
	assert_int_equal(sent(fixture).sent, 1);
	assert_string_equal(standing(fixture, "complaint.acknowledge"), "done");
}

static void one_that_is_withdrawn_by_hand_leaves_its_clock_open(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_decided_day(fixture);
	struct complaint c = a_supported_complaint(fixture, &d);
	struct letter_item_list letters;

	noticed(fixture, NOTICE_COMPLAINT_ACKNOWLEDGED, c.id);
	letters = waiting(fixture);
	for (size_t i = 0; i < letters.count; i++)
		MUST(casework_delivery_withdraw(fixture->cw, letters.items[i].delivery_id, "they came in", f));
	assert_string_equal(standing(fixture, "complaint.acknowledge"), "open");
	assert_int_equal(shown(fixture, NOTICE_COMPLAINT_ACKNOWLEDGED, c.id).count, 2);
}

/* A person's mail that comes back is known of them, and another way leads to them. */
static void mail_that_came_back_stands_at_the_person(void **state)
{
	struct casework_fixture *fixture = *state;
	struct letter_item_list letters;
	struct complaint c, other;
	struct live_day d;

	configured(fixture, "/bin/cat", "/bin/cat");
	d = a_decided_day(fixture);
	c = a_supported_complaint(fixture, &d);
	noticed(fixture, NOTICE_COMPLAINT_ACKNOWLEDGED, c.id);
	sent(fixture);
	letters = (struct letter_item_list){0};
	MUST(casework_letters(fixture->cw, d.id, &fixture->mem, &letters, f));
	for (size_t i = 0; i < letters.count; i++)
		if (strcmp(letters.items[i].method, "e-mail") == 0)
			MUST(casework_delivery_bounced(fixture->cw, letters.items[i].delivery_id,
						       date_from_iso(FIXTURE_TODAY), "mailbox full", f));
	other = registered(fixture, d.id, GROUND_CATEGORY);
	assert_true(says(fixture, shown(fixture, NOTICE_COMPLAINT_ACKNOWLEDGED, other.id).items[0].problem,
			 "e-mail came back"));
	letters = waiting(fixture);
	for (size_t i = 0; i < letters.count; i++)
		if (letters.items[i].state == DELIVERY_BOUNCED)
			MUST(casework_delivery_again(fixture->cw, letters.items[i].delivery_id, METHOD_POST,
						     "3 Elm Row\nZZ1 1AA", f));
	assert_int_equal(waiting(fixture).bounced, 0);
}

static void a_child_is_written_to_in_its_own_words(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_decided_day(fixture);
	struct complaint c = a_complaint(d.id, GROUND_NOT_HEARD);
	struct mailing_item_list list;
	struct letter_tried out;

	c.who = "Chidi Okonkwo";
	c.as = COMPLAINANT_CHILD;
	MUST(casework_complaint_register(fixture->cw, &c, &fixture->mem, f));
	list = shown(fixture, NOTICE_COMPLAINT_ACKNOWLEDGED, c.id);
	assert_string_equal(list.items[0].template, "complaint-acknowledged-child");
	assert_true(says(fixture, list.items[0].text, "nobody will be cross with you"));
	MUST(casework_letter_try(fixture->cw, "complaint-acknowledged-child", "K-0001", "", false, &fixture->mem, &out,
				 f));
	assert_string_equal(out.text, list.items[0].text);
	REFUSED(casework_letter_try(fixture->cw, "complaint-acknowledged", "K-0001", "", false, &fixture->mem, &out, f),
		"to", "Nobody gets this letter of K-0001");
	REFUSED(casework_letter_try(fixture->cw, "complaint-acknowledged", "K-0009", "", false, &fixture->mem, &out, f),
		"reference", "nothing of that reference");
}

/* What came of it is told to one parent; where the other lives stands in nothing. */
static void nothing_of_a_kept_home_is_told(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_decided_day(fixture);
	struct complaint c = registered(fixture, d.id, GROUND_CATEGORY);
	struct complaint_settlement how = a_settlement(fixture, c.id, COMPLAINT_OUTCOME_UPHELD);
	struct mailing_item_list list;

	an_adult(fixture, d.family, "Obi", "Okonkwo", RELATIONSHIP_FATHER, ANSWER_YES, "");
	number(fixture, "INSERT INTO address (person_id, lines, postcode, confidential_from) SELECT id, '7 Rose Row', "
			"'ZZ14 2YH',"
			" 'mother' FROM person WHERE given_names = 'Obi'");
	how.words = "We looked at it. The father lives at 7 Rose Row now. The category is right.";
	MUST(casework_complaint_settle(fixture->cw, &how, &fixture->mem, &(int64_t){0}, f));
	list = shown(fixture, NOTICE_COMPLAINT_ANSWERED, c.id);
	assert_true(says(fixture, list.items[0].text, "The category is right."));
	assert_true(says(fixture, list.items[0].text, "confidential address is left out"));
	assert_false(says(fixture, list.items[0].text, "Rose Row"));
	assert_false(says(fixture, list.items[0].text, "Obi"));
	REFUSED(casework_notice_preview(fixture->cw, NOTICE_COMPLAINT_ACKNOWLEDGED, c.id, &fixture->mem, &list, f), "",
		"nothing to acknowledge any more");
}

static void a_restricted_family_is_not_there(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_decided_day(fixture);
	struct complaint c = registered(fixture, d.id, GROUND_CATEGORY);
	struct mailing_item_list list;
	struct notices_due due;
	struct letter_tried out;

	number(fixture, "UPDATE family SET is_restricted = 1 WHERE id = %lld", (long long)d.family);
	number(fixture, "DELETE FROM family_named");
	REFUSED(casework_notices_due(fixture->cw, NOTICE_ABOUT_COMPLAINT, c.id, &fixture->mem, &due, f), "",
		"not in the case file");
	REFUSED(casework_notice_preview(fixture->cw, NOTICE_COMPLAINT_ACKNOWLEDGED, c.id, &fixture->mem, &list, f), "",
		"not in the case file");
	REFUSED(casework_notice_send(fixture->cw, NOTICE_COMPLAINT_ACKNOWLEDGED, c.id, NULL, 0, &(size_t){0}, f), "",
		"not in the case file");
	REFUSED(casework_letter_try(fixture->cw, "complaint-acknowledged", "K-0001", "", false, &fixture->mem, &out, f),
		"reference", "nothing of that reference");
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, casework_fixture_setup, casework_fixture_teardown)
	const struct CMUnitTest tests[] = {
		CASE(an_acknowledgement_meets_its_clock_when_it_is_queued),
		CASE(what_was_just_written_is_not_held_back),
		CASE(what_has_changed_is_held_back_and_written_anew),
		CASE(one_that_is_withdrawn_by_hand_leaves_its_clock_open),
		CASE(mail_that_came_back_stands_at_the_person),
		CASE(a_child_is_written_to_in_its_own_words),
		CASE(nothing_of_a_kept_home_is_told),
		CASE(a_restricted_family_is_not_there),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
