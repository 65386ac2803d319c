/* The record: written in sections by several, approved by another than its writer, and from then on as it is. */
#include "live_fixture.h"
#include "store/record_store.h"

#define FROZEN "Reopen it"

static struct conference_record a_record(struct fixture *x, const struct day *day)
{
	struct conference_record record = conference_record_blank();

	record.conference_id = day->conference.id;
	record.writer = "minutes";
	record.drafted_on = date_from_iso("2026-03-27");
	assert_ok(x, conference_record_keep(x->s, &record, &x->f));
	return record;
}

static struct record_section a_section(struct fixture *x, const struct conference_record *record, int position,
				       const char *key)
{
	struct record_section section = {.record_id = record->id,
					 .position = position,
					 .key = key,
					 .heading = "Who came",
					 .text = "Ms Gill",
					 .by_user = "minutes",
					 .at = 1774600000};

	assert_ok(x, record_section_keep(x->s, &section, &x->f));
	return section;
}

static void approve(struct fixture *x, struct conference_record *record)
{
	record->state = RECORD_APPROVED;
	record->approver = "chair";
	record->approved_on = date_from_iso("2026-04-01");
	assert_ok(x, conference_record_keep(x->s, record, &x->f));
}

static void every_member_of_a_record_is_kept(void **state)
{
	struct fixture *x = *state;
	struct day day = a_day(x);
	struct conference_record record = a_record(x, &day), stale = record, back;

	assert_ok(x, conference_record_of(x->s, day.conference.id + 1, &x->mem, &back, &x->f));
	assert_int_equal(back.id, 0);
	approve(x, &record);
	assert_conflict(x, conference_record_keep(x->s, &stale, &x->f));
	record.state = RECORD_DISTRIBUTED; /* the one thing that may still be said */
	record.distributed_on = date_from_iso("2026-04-03");
	assert_ok(x, conference_record_keep(x->s, &record, &x->f));
	assert_ok(x, conference_record_of(x->s, day.conference.id, &x->mem, &back, &x->f));
	assert_int_equal(back.id, record.id);
	assert_int_equal(back.conference_id, day.conference.id);
	assert_int_equal(back.edition, 1);
	assert_int_equal(back.state, RECORD_DISTRIBUTED);
	assert_string_equal(back.writer, "minutes");
	assert_string_equal(back.approver, "chair");
	assert_int_equal(back.drafted_on, record.drafted_on);
	assert_int_equal(back.approved_on, record.approved_on);
	assert_int_equal(back.distributed_on, record.distributed_on);
	assert_int_equal(back.version, 3);
}

static void nobody_approves_what_they_wrote(void **state)
{
	struct fixture *x = *state;
	struct day day = a_day(x);
	struct conference_record record = a_record(x, &day);

	record.state = RECORD_APPROVED;
	record.approved_on = date_from_iso("2026-04-01");
	assert_false(conference_record_keep(x->s, &record, &x->f)); /* by nobody */
	record.approver = "minutes";
	assert_false(conference_record_keep(x->s, &record, &x->f));
	record.approver = "chair";
	record.approved_on = DAY_NONE;
	assert_false(conference_record_keep(x->s, &record, &x->f)); /* on no day */
	record.approved_on = date_from_iso("2026-04-01");
	assert_ok(x, conference_record_keep(x->s, &record, &x->f));
}

static void every_member_of_a_section_is_kept(void **state)
{
	struct fixture *x = *state;
	struct day day = a_day(x);
	struct conference_record record = a_record(x, &day);
	struct record_section second = a_section(x, &record, 2, "views"), first = a_section(x, &record, 1, "people"),
			      stale = second, twice = first;
	struct record_section_list list;

	twice.version = 0;
	assert_conflict(x, record_section_keep(x->s, &twice, &x->f));
	second.position = 3;
	second.heading = "What people thought";
	second.text = "Ms Gill: a plan.";
	second.by_user = "chair";
	second.is_restricted = true;
	second.at++;
	assert_ok(x, record_section_keep(x->s, &second, &x->f));
	assert_conflict(x, record_section_keep(x->s, &stale, &x->f));
	assert_ok(x, record_sections_of(x->s, record.id, &x->mem, &list, &x->f));
	assert_int_equal(list.count, 2);
	assert_int_equal(list.items[0].id, first.id);
	assert_string_equal(list.items[1].key, "views");
	assert_int_equal(list.items[1].position, 3);
	assert_string_equal(list.items[1].heading, second.heading);
	assert_string_equal(list.items[1].text, second.text);
	assert_string_equal(list.items[1].by_user, "chair");
	assert_true(list.items[1].is_restricted);
	assert_int_equal(list.items[1].at, second.at);
	assert_int_equal(list.items[1].version, 2);
	assert_conflict(x, record_section_drop(x->s, stale.id, stale.version, &x->f));
	assert_ok(x, record_section_drop(x->s, second.id, second.version, &x->f));
	assert_ok(x, record_sections_of(x->s, record.id, &x->mem, &list, &x->f));
	assert_int_equal(list.count, 1);
}

static void an_approved_record_is_never_changed(void **state)
{
	struct fixture *x = *state;
	struct day day = a_day(x);
	struct conference_record record = a_record(x, &day), back;
	struct record_section section = a_section(x, &record, 1, "people"), more = section;
	struct record_section_list list;

	approve(x, &record);
	section.text = "Nobody";
	assert_refused(x, record_section_keep(x->s, &section, &x->f), FROZEN);
	assert_refused(x, record_section_drop(x->s, section.id, section.version, &x->f), FROZEN);
	more.key = "more";
	more.version = 0;
	assert_refused(x, record_section_keep(x->s, &more, &x->f), FROZEN);
	back = record;
	back.state = RECORD_DRAFTING;
	assert_refused(x, conference_record_keep(x->s, &back, &x->f), FROZEN);
	back = a_record(x, &day); /* the next edition */
	assert_int_equal(back.edition, 2);
	assert_ok(x, record_sections_carry_over(x->s, record.id, back.id, &x->f));
	assert_refused(x, record_sections_carry_over(x->s, back.id, record.id, &x->f), FROZEN);
	assert_ok(x, record_sections_of(x->s, back.id, &x->mem, &list, &x->f));
	assert_int_equal(list.count, 1);
	list.items[0].text = "Ms Gill and Mr Osei";
	assert_ok(x, record_section_keep(x->s, &list.items[0], &x->f));
	assert_ok(x, record_sections_of(x->s, record.id, &x->mem, &list, &x->f));
	assert_string_equal(list.items[0].text, "Ms Gill"); /* as it was approved */
	assert_ok(x, conference_record_of(x->s, day.conference.id, &x->mem, &record, &x->f));
	assert_int_equal(record.id, back.id);
}

#define HAND(sql)                                                                                                      \
	{                                                                                                              \
		{                                                                                                      \
			(sql), false                                                                                   \
		}                                                                                                      \
	}

static void the_case_file_itself_keeps_an_approved_record(void **state)
{
	static const struct by_hand rows[] = {
		HAND("UPDATE record_section SET text = 'x'"),
		HAND("UPDATE record_section SET heading = 'x'"),
		HAND("UPDATE record_section SET is_restricted = 1"),
		HAND("UPDATE record_section SET position = 9"),
		HAND("UPDATE record_section SET by_user = 'x'"),
		HAND("DELETE FROM record_section"),
		HAND("INSERT INTO record_section (record_id, position, key, heading, by_user, at)"
		     " SELECT id, 1, 'x', 'x', 'x', 1 FROM conference_record"),
		HAND("UPDATE conference_record SET state = 'drafting'"), /* the way round all the others */
		HAND("UPDATE conference_record SET state = 'corrections'"),
		HAND("UPDATE conference_record SET approver = 'x'"),
		HAND("UPDATE conference_record SET writer = 'x'"),
		HAND("UPDATE conference_record SET approved_on = '2020-01-01'"),
		HAND("UPDATE conference_record SET drafted_on = NULL"),
		HAND("UPDATE conference_record SET edition = 7"),
		HAND("DELETE FROM conference_record"),
	};
	static const struct by_hand distributed[] = {HAND("UPDATE conference_record SET state = 'approved'")};
	struct fixture *x = *state;
	struct day day = a_day(x);
	struct conference_record record = a_record(x, &day);

	a_section(x, &record, 1, "people");
	approve(x, &record);
	assert_each_refused(x, rows, sizeof rows / sizeof *rows, "an approved record is never changed");
	record.state = RECORD_DISTRIBUTED;
	assert_ok(x, conference_record_keep(x->s, &record, &x->f));
	assert_each_refused(x, rows, sizeof rows / sizeof *rows, "an approved record is never changed");
	assert_each_refused(x, distributed, 1, "an approved record is never changed");
}

static void a_correction_is_answered_once(void **state)
{
	struct fixture *x = *state;
	struct day day = a_day(x);
	struct conference_record record = a_record(x, &day);
	struct record_correction asked = record_correction_blank(), later;
	struct record_correction_list list;

	asked.record_id = record.id;
	asked.asked_by = "Akua Mensah";
	asked.asked_on = date_from_iso("2026-04-10");
	asked.words = "my name is spelt Akua";
	later = asked;
	assert_ok(x, record_correction_insert(x->s, &asked, &x->f));
	later.asked_on--;
	assert_ok(x, record_correction_insert(x->s, &later, &x->f));
	asked.accepted = OPINION_YES;
	asked.answer = "put right";
	asked.answered_by = "chair";
	asked.answered_on = date_from_iso("2026-04-13");
	assert_ok(x, record_correction_answer(x->s, &asked, &x->f));
	assert_conflict(x, record_correction_answer(x->s, &asked, &x->f));
	assert_ok(x, record_corrections_of(x->s, record.id, &x->mem, &list, &x->f));
	assert_int_equal(list.count, 2);
	assert_int_equal(list.items[0].id, later.id);
	assert_int_equal(list.items[0].accepted, OPINION_NONE);
	assert_int_equal(list.items[0].answered_on, DAY_NONE);
	assert_string_equal(list.items[1].asked_by, "Akua Mensah");
	assert_string_equal(list.items[1].words, asked.words);
	assert_int_equal(list.items[1].asked_on, asked.asked_on);
	assert_int_equal(list.items[1].accepted, OPINION_YES);
	assert_string_equal(list.items[1].answer, "put right");
	assert_string_equal(list.items[1].answered_by, "chair");
	assert_int_equal(list.items[1].answered_on, asked.answered_on);
}

static void a_feedback_form_is_one_for_each_person(void **state)
{
	struct fixture *x = *state;
	struct day day = a_day(x);
	struct feedback form = feedback_blank(), stale;
	struct feedback_list list;

	form.conference_id = day.conference.id;
	form.invitee_id = day.parent.id;
	form.kind = FEEDBACK_PARENT;
	form.sent_on = date_from_iso("2026-03-27");
	stale = form;
	assert_ok(x, feedback_keep(x->s, &form, &x->f));
	assert_conflict(x, feedback_keep(x->s, &stale, &x->f));
	stale = form;
	form.returned_on = date_from_iso("2026-04-02");
	form.heard = 4;
	form.understood = 3;
	form.fair = 1;
	form.words = "too many people";
	assert_ok(x, feedback_keep(x->s, &form, &x->f));
	assert_conflict(x, feedback_keep(x->s, &stale, &x->f));
	assert_ok(x, feedbacks_of(x->s, day.conference.id, &x->mem, &list, &x->f));
	assert_int_equal(list.count, 1);
	assert_int_equal(list.items[0].id, form.id);
	assert_int_equal(list.items[0].invitee_id, day.parent.id);
	assert_int_equal(list.items[0].kind, FEEDBACK_PARENT);
	assert_int_equal(list.items[0].sent_on, form.sent_on);
	assert_int_equal(list.items[0].returned_on, form.returned_on);
	assert_int_equal(list.items[0].heard, 4);
	assert_int_equal(list.items[0].understood, 3);
	assert_int_equal(list.items[0].fair, 1);
	assert_string_equal(list.items[0].words, "too many people");
	form.fair = 6;
	assert_false(feedback_keep(x->s, &form, &x->f)); /* of five */
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, saving_begin, saving_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_member_of_a_record_is_kept),
		TEST(nobody_approves_what_they_wrote),
		TEST(every_member_of_a_section_is_kept),
		TEST(an_approved_record_is_never_changed),
		TEST(the_case_file_itself_keeps_an_approved_record),
		TEST(a_correction_is_answered_once),
		TEST(a_feedback_form_is_one_for_each_person),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
