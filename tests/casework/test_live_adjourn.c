/* A conference that is not finished: what is decided stands, the rest waits for the one that reconvenes it. */
#include "close_steps.h"
#include "store/child_events_store.h"

static int64_t adjourned(struct casework_fixture *fixture, int64_t conference)
{
	int64_t next;

	MUST(casework_live_adjourn(fixture->cw, conference, "the nurse was called away", "Nana stays in the house",
				   &next, f));
	return next;
}

static void it_asks_why_and_what_keeps_the_children_safe(void **state)
{
	static const struct {
		const char *why, *field, *reason, *interim;
	} rows[] = {
		{"no reason", "why", " ", "Nana stays"},
		{"nothing until then", "interim_plan", "fire alarm", " "},
	};
	struct casework_fixture *fixture = *state;
	struct live_day d = a_started_day(fixture);
	int64_t next = 7;

	as_chair(fixture);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		REFUSED(casework_live_adjourn(fixture->cw, d.id, rows[i].reason, rows[i].interim, &next, f),
			rows[i].field, "");
		assert_int_equal(next, 0);
	}
	assert_int_equal(number(fixture, "SELECT count(*) FROM conference"), 1);
}

/* The enquiry keeps its limit, the conference that goes on with it is to be held within ten working days. */
static void nothing_was_decided(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_started_day(fixture);
	struct live_page page;
	int64_t next;

	as_chair(fixture);
	next = adjourned(fixture, d.id);
	page = live_now(fixture, d.id);
	assert_int_equal(page.conference.state, STATE_ADJOURNED);
	assert_string_equal(page.conference.interim_plan, "Nana stays in the house");
	assert_true(page.state.closed_at > 0);
	assert_string_equal(
		casework_fixture_text(fixture, "SELECT type || ' ' || state || ' ' || reason || ' ' ||"
					       " interim_plan || ' ' || social_worker FROM conference WHERE"
					       " reference = 'C-0002'"),
		"reconvened requested goes on with C-0001: the nurse was called away Nana stays in the house"
		" Emma Evans");
	assert_int_equal(
		number(fixture, "SELECT count(*) FROM conference_child WHERE conference_id = %lld", (long long)next),
		3);
	assert_int_equal(number(fixture, "SELECT earlier_id FROM conference WHERE id = %lld", (long long)next), d.id);
	assert_int_equal(
		number(fixture, "SELECT count(*) FROM child_decision WHERE outcome = 'adjourned' AND reasons <> ''"),
		3);
	assert_int_equal(number(fixture, "SELECT count(*) FROM conference_change WHERE step = 'adjourn' AND reason ="
					 " 'the nurse was called away' AND interim_plan <> ''"),
			 1);
	assert_string_equal(today_words(fixture), "inquorate.rebook C-0002 due 2026-04-17: 3, no slot\n"
						  "icpc C-0002 due 2026-04-20 limit 2026-04-20: 3, no slot\n");
	assert_int_equal(facts_of(fixture, next).due, date_from_iso("2026-04-17"));
	assert_int_equal(casework_fixture_audited(fixture, "live.adjourn"), 1);
}

static void hold_on(struct casework_fixture *fixture, struct live_day *d, const char *day)
{
	number(fixture,
	       "UPDATE conference SET state = 'scheduled', held_on = '%s', starts = 600, minutes = 60, chair_id ="
	       " (SELECT id FROM resource WHERE login = 'chair') WHERE id = %lld",
	       day, (long long)d->id);
	casework_fixture_reopen(fixture, day);
	d->worker = put_on(fixture, d->id,
			   of_contact(number(fixture, "SELECT id FROM contact WHERE name = 'Emma Evans'")));
	d->school = put_on(fixture, d->id,
			   of_contact(number(fixture, "SELECT id FROM contact WHERE name = 'K. Evans'")));
	d->nurse = put_on(fixture, d->id,
			  of_contact(number(fixture, "SELECT id FROM contact WHERE name = 'P. Achebe'")));
	as_on(fixture, "chair", day);
	MUST(casework_live_start(fixture->cw, d->id, "", f));
	make_quorate(fixture, d);
}

/* A limit of the conference's own goes on with the one that is to meet it, counted from where it was. */
static void its_own_limit_goes_on(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_started_day(fixture);

	number(fixture,
	       "INSERT INTO deadline (rule, subject_kind, subject_id, family_id, trigger_on, due_on, limit_on, policy)"
	       " VALUES ('transfer_in', 'conference', %lld, %lld, '2026-03-20', '2026-04-14', '2026-04-14', 'x')",
	       (long long)d.id, (long long)d.family);
	as_chair(fixture);
	adjourned(fixture, d.id);
	assert_non_null(
		strstr(today_words(fixture), "transfer_in C-0002 due 2026-04-14 limit 2026-04-14: 3, no slot\n"));
	assert_null(strstr(today_words(fixture), "transfer_in C-0001"));
	assert_string_equal(casework_fixture_text(fixture, "SELECT state || ': ' || reason FROM deadline WHERE rule ="
							   " 'transfer_in' AND subject_id = 1"),
			    "withdrawn: it goes on with C-0002");
}

/* Nobody is asked to come to what was. */
static void what_waits_to_be_sent_is_not_sent(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_started_day(fixture);

	for (int i = 0; i < 2; i++)
		number(fixture,
		       "INSERT INTO letter (template, template_version, family_id, conference_id, invitee_id, "
		       "recipient,"
		       " subject, content, digest, written_at, by_user) VALUES ('invitation-parent', '1', %lld, %lld, "
		       "%lld,"
		       " 'Amelia Okonkwo', 's', 'c', '', 1, 'x')",
		       (long long)d.family, (long long)d.id, (long long)d.mother);
	number(fixture, "INSERT INTO delivery (letter_id, method, address, state, queued_at, next_at, by_user) VALUES"
			" (1, 'post', 'a', 'sent', 1, 1, 'x'), (2, 'post', 'a', 'waiting', 1, 1, 'x')");
	as_chair(fixture);
	adjourned(fixture, d.id);
	assert_string_equal(
		casework_fixture_text(fixture, "SELECT group_concat(state || ' ' || said, ', ') FROM delivery"),
		"sent , withdrawn the conference was adjourned");
}

/* A return that is taken in later finds the meeting, and asks for no other. */
static void a_return_knows_it_again(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_started_day(fixture), then = d;
	int64_t found = 0;
	struct store *s = NULL;

	as_chair(fixture);
	then.id = adjourned(fixture, d.id);
	hold_on(fixture, &then, "2026-04-14");
	MUST(store_open(&s, &(struct store_opening){.path = fixture->path}, f));
	MUST(conference_of_child(s, CONFERENCE_INITIAL, d.ada, date_from_iso("2026-04-14"), &found, f));
	assert_int_equal(found, then.id);
	MUST(conference_that_began(s, d.ada, date_from_iso("2026-04-14"), &found, f));
	assert_int_equal(found, then.id);
	store_close(s);
}

/* Adjourned twice; the third decides, and both before it are over. */
static void twice_running(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_started_day(fixture), then = d;

	as_chair(fixture);
	then.id = adjourned(fixture, d.id);
	hold_on(fixture, &then, "2026-04-14");
	then.id = adjourned(fixture, then.id);
	assert_string_equal(today_words(fixture), "icpc C-0003 due 2026-04-20 limit 2026-04-20: 3, no slot\n"
						  "inquorate.rebook C-0003 due 2026-04-28: 3, no slot\n");
	hold_on(fixture, &then, "2026-04-20");
	decides(fixture, a_plan_for(&then, d.ada, CATEGORY_NEGLECT));
	decides(fixture, a_plan_for(&then, d.chidi, CATEGORY_NEGLECT));
	decides(fixture, a_plan_for(&then, d.skye, CATEGORY_NEGLECT));
	name_core_group(fixture, &then, "2026-04-23", "");
	MUST(casework_live_close(fixture->cw, then.id, "said", f));
	assert_string_equal(casework_fixture_text(fixture, "SELECT group_concat(reference || ' ' || state, ', ') FROM"
							   " (SELECT * FROM conference ORDER BY id)"),
			    "C-0001 closed, C-0002 closed, C-0003 decided");
	assert_string_equal(casework_fixture_text(fixture, "SELECT reason FROM conference_change WHERE step ="
							   " 'reconvene' AND from_state = 'adjourned'"),
			    "C-0003 went on with it");
	assert_int_equal(number(fixture,
				"SELECT count(*) FROM deadline WHERE rule = 'icpc' AND state = 'done' AND done_on"
				" = '2026-04-20'"),
			 1);
}

/* Ada's plan starts today; the enquiry waits for the other two alone. */
static void what_was_decided_stands(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_started_day(fixture);

	make_quorate(fixture, &d);
	as_chair(fixture);
	decides(fixture, a_plan_for(&d, d.ada, CATEGORY_NEGLECT));
	adjourned(fixture, d.id);
	assert_int_equal(live_now(fixture, d.id).conference.state, STATE_DECIDED);
	assert_int_equal(number(fixture, "SELECT person_id FROM plan WHERE ended_on IS NULL"), d.ada);
	assert_string_equal(today_words(fixture),
			    "plan_issue C-0001 due 2026-04-01: 1, not sent\n"
			    "decision_letter C-0001 due 2026-04-02: 3, not sent\n"
			    "record.approve C-0001 due 2026-04-10: 3, not approved\n"
			    "inquorate.rebook C-0002 due 2026-04-17: 2, no slot\n"
			    "core_group.first P-0001 due 2026-04-17 limit 2026-04-17: 1, not booked\n"
			    "visit P-0001 due 2026-04-17: 1, not seen\n"
			    "icpc C-0002 due 2026-04-20 limit 2026-04-20: 2, no slot\n"
			    "record.distribute C-0001 due 2026-04-24: 3, not sent\n"
			    "review.update P-0001 due 2026-05-19: 1, not asked\n"
			    "review.first P-0001 due 2026-07-01 limit 2026-07-01: 1, not requested\n");
}

/* The one that goes on with it decides as an initial one could, and answers what both were to answer. */
static void the_one_that_goes_on_with_it_answers(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_started_day(fixture), then = d;

	make_quorate(fixture, &d);
	as_chair(fixture);
	decides(fixture, a_plan_for(&d, d.ada, CATEGORY_NEGLECT));
	then.id = adjourned(fixture, d.id);
	hold_on(fixture, &then, "2026-04-14");
	assert_int_equal(live_now(fixture, then.id).children.count, 2); /* of Ada nothing is asked again */
	decides(fixture, a_plan_for(&then, d.skye, CATEGORY_EMOTIONAL));
	decides(fixture, a_plan_for(&then, d.chidi, CATEGORY_NEGLECT));
	name_core_group(fixture, &then, "2026-04-16", "");
	MUST(casework_live_close(fixture->cw, then.id, "said", f));
	assert_int_equal(number(fixture,
				"SELECT count(*) FROM plan WHERE started_on = '2026-04-14' AND conference_id ="
				" %lld",
				(long long)then.id),
			 2);
	assert_int_equal(number(fixture, "SELECT count(*) FROM deadline WHERE rule IN ('icpc', 'inquorate.rebook') AND"
					 " state = 'done' AND done_on = '2026-04-14'"),
			 2);
	/* Ada's core group counts from her own day. */
	assert_non_null(strstr(today_words(fixture), "core_group.first P-0001 due 2026-04-17 limit 2026-04-17: 1, "));
	assert_non_null(strstr(today_words(fixture), "core_group.first P-0002 due 2026-04-28 limit 2026-04-28: 2, "));
}

static void everything_was_decided(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_started_day(fixture);
	const int64_t three[] = {d.ada, d.chidi, d.skye};
	struct child_decision all = a_plan_for(&d, 0, CATEGORY_NEGLECT);
	int64_t next;

	make_quorate(fixture, &d);
	as_chair(fixture);
	MUST(casework_live_decide_all(fixture->cw, &all, three, 3, "said", f));
	REFUSED(casework_live_adjourn(fixture->cw, d.id, "late", "Nana stays", &next, f), "", "close the conference");
}

/* The same conference follows whether it was adjourned or had no quorum. */
static void a_conference_without_a_quorum_is_asked_for_again(void **state)
{
	const struct quorum_choice choice = {.answer = QUORUM_ANSWER_INTERIM_PLAN,
					     .reason = "the nurse is ill",
					     .interim_plan = "Nana stays in the house"};
	struct casework_fixture *fixture = *state;
	struct live_day d = a_started_day(fixture);

	make_quorate(fixture, &d);
	as_chair(fixture);
	decides(fixture, a_plan_for(&d, d.ada, CATEGORY_NEGLECT));
	{
		struct attendance nurse = attends(&d, d.nurse, ATTENDANCE_ABSENT);
		struct child_decision ada = a_plan_for(&d, d.ada, CATEGORY_NEGLECT);

		nurse.version = 1;
		MUST(casework_live_attend(fixture->cw, &nurse, f));
		REFUSED(casework_live_quorum(fixture->cw, d.id, 1, &choice, f), "answer", "adjourn the conference");
		ada.version = 1;
		ada.outcome = OUTCOME_ADJOURNED;
		decides(fixture, ada);
	}
	MUST(casework_live_quorum(fixture->cw, d.id, 1, &choice, f));
	assert_string_equal(casework_fixture_text(fixture,
						  "SELECT type || ' ' || state || ' ' || reason FROM conference"
						  " WHERE reference = 'C-0002'"),
			    "reconvened requested goes on with C-0001: the nurse is ill");
	assert_string_equal(today_words(fixture), "inquorate.rebook C-0002 due 2026-04-17: 3, no slot\n"
						  "icpc C-0002 due 2026-04-20 limit 2026-04-20: 3, no slot\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(it_asks_why_and_what_keeps_the_children_safe),
		TEST(nothing_was_decided),
		TEST(its_own_limit_goes_on),
		TEST(what_waits_to_be_sent_is_not_sent),
		TEST(a_return_knows_it_again),
		TEST(twice_running),
		TEST(what_was_decided_stands),
		TEST(the_one_that_goes_on_with_it_answers),
		TEST(everything_was_decided),
		TEST(a_conference_without_a_quorum_is_asked_for_again),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
