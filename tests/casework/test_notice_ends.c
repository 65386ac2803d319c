/* Letters about plans that ended outside a review and about moves: who gets one, and what stands in none. */
#include "casework/births.h"
#include "casework/notices.h"
#include "invite_steps.h"
#include "kept_home.h"
#include "transfer_steps.h"

static struct mailing_item_list shown(struct casework_fixture *fixture, enum notice notice, int64_t id)
{
	struct mailing_item_list list;

	MUST(casework_notice_preview(fixture->cw, notice, id, &fixture->mem, &list, f));
	return list;
}

static const struct mailing_item *to(const struct mailing_item_list *list, const char *who)
{
	for (size_t i = 0; i < list->count; i++)
		if (strncmp(list->items[i].who, who, strlen(who)) == 0)
			return &list->items[i];
	return NULL;
}

static bool any_says(const struct mailing_item_list *list, const char *words)
{
	for (size_t i = 0; i < list->count; i++)
		if (strstr(list->items[i].text, words))
			return true;
	return false;
}

static size_t noticed(struct casework_fixture *fixture, enum notice notice, int64_t id)
{
	size_t written;

	MUST(casework_notice_send(fixture->cw, notice, id, NULL, 0, &written, f));
	return written;
}

static int64_t an_order_made(struct casework_fixture *fixture, const struct live_day *d)
{
	struct plan_end_request request = an_end(d->ada, PLAN_END_ORDER, "");
	struct plan_ending_act act;
	int64_t id;

	request.words = "Care order of the Family Court, 17 April. CANARY words.";
	id = ended(fixture, &request);
	act = an_act(fixture, id, PLAN_ENDING_STEP_TELL);
	act.object_by = date_from_iso(THREE_WEEKS_LATER);
	acts(fixture, act);
	return id;
}

static void agencies_are_asked_then_everybody_is_told(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = two_sisters_on_plans(fixture);
	int64_t id = an_order_made(fixture, &d);
	struct mailing_item_list list = shown(fixture, NOTICE_PLAN_END_ASKED, id);
	struct plan_ending_act act;

	number(fixture, "UPDATE person SET email = 'amelia@example.org', reached_by = 'email' WHERE given_names = "
			"'Amelia'");
	assert_true(list.count > 0);
	assert_true(any_says(&list, "CANARY words"));
	assert_true(any_says(&list, "Monday 20 April 2026"));
	assert_false(any_says(&list, "Skye"));
	REFUSED(casework_notice_preview(fixture->cw, NOTICE_PLAN_ENDED, id, &fixture->mem, &list, f), "",
		"has not ended");
	assert_true(noticed(fixture, NOTICE_PLAN_END_ASKED, id) > 0);
	casework_fixture_reopen(fixture, "2026-04-28");
	act = an_act(fixture, id, PLAN_ENDING_STEP_END);
	acts(fixture, act);
	list = shown(fixture, NOTICE_PLAN_ENDED, id);
	assert_int_equal(list.count, 1); /* Ada is 6 */
	assert_non_null(to(&list, "Amelia Okonkwo"));
	assert_true(any_says(&list, "A court has made an order"));
	assert_true(any_says(&list, "Ada Okonkwo"));
	assert_false(any_says(&list, "Skye"));
	assert_false(any_says(&list, "CANARY"));
	list = shown(fixture, NOTICE_PLAN_ENDED_AGENCY, id);
	assert_true(list.count > 0);
	assert_true(any_says(&list, "child protection plan ended"));
	assert_false(any_says(&list, "Skye"));
	noticed(fixture, NOTICE_PLAN_ENDED, id);
	assert_int_equal(shown(fixture, NOTICE_PLAN_ENDED, id).count, 0);
}

static void whoever_turned_eighteen_reads_it_in_plain_words(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = two_sisters_on_plans(fixture);
	struct plan_end_request request = an_end(d.ada, PLAN_END_EIGHTEEN, "");
	struct mailing_item_list list;
	int64_t id;

	number(fixture, "UPDATE person SET born_on = '2008-04-12' WHERE id = %lld", (long long)d.ada);
	id = ended(fixture, &request);
	list = shown(fixture, NOTICE_PLAN_ENDED, id);
	assert_non_null(to(&list, "Ada Okonkwo"));
	assert_string_equal(to(&list, "Ada Okonkwo")->template, "plan-ended-child");
	assert_true(any_says(&list, "when a young person turns 18"));
}

/* Nobody who lost a child gets a letter from a list; agencies are told in few words. */
static void nothing_is_written_to_a_bereaved_family(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = two_sisters_on_plans(fixture);
	struct plan_end_request request = an_end(d.ada, PLAN_END_DIED, "2026-04-18");
	int64_t id = ended(fixture, &request);
	struct mailing_item_list list;
	struct notices_due due;

	REFUSED(casework_notice_preview(fixture->cw, NOTICE_PLAN_ENDED, id, &fixture->mem, &list, f), "",
		"the social worker speaks to them");
	MUST(casework_notices_due(fixture->cw, NOTICE_ABOUT_PLAN_ENDING, id, &fixture->mem, &due, f));
	assert_int_equal(due.first, NOTICE_PLAN_ENDED_AGENCY);
	list = shown(fixture, NOTICE_PLAN_ENDED_AGENCY, id);
	assert_null(to(&list, "Amelia"));
	assert_null(to(&list, "Ada"));
}

/* A father of one of two, and a home that is kept from him. */
static void a_father_reads_of_his_own_child_and_not_where(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = two_sisters_on_plans(fixture);
	struct plan_end_request request = an_end(d.ada, PLAN_END_MOVED, "2026-04-17");
	int64_t father = an_adult(fixture, d.family, "Obi", "Eze", RELATIONSHIP_FATHER, ANSWER_YES, ""), id;
	struct mailing_item_list list;

	number(fixture,
	       "INSERT INTO parent_of (family_id, adult_id, child_id, is_theirs, parental_responsibility, said_at) "
	       "VALUES (%lld, %lld, %lld, 1, 'yes', 1), (%lld, %lld, %lld, 0, 'no', 1)",
	       (long long)d.family, (long long)father, (long long)d.skye, (long long)d.family, (long long)father,
	       (long long)d.ada);
	number(fixture,
	       "INSERT INTO address (person_id, lines, postcode, confidential_from) VALUES (%lld, '7 Rose Row', "
	       "'ZZ14 2YH', 'father')",
	       (long long)d.ada);
	id = ended(fixture, &request);
	list = shown(fixture, NOTICE_PLAN_ENDED, id);
	assert_int_equal(list.count, 1);
	assert_null(to(&list, "Obi")); /* Ada is not his */
	request = an_end(d.skye, PLAN_END_MOVED, "2026-04-17");
	id = ended(fixture, &request);
	list = shown(fixture, NOTICE_PLAN_ENDED, id);
	assert_non_null(to(&list, "Obi Eze"));
	assert_null(strstr(to(&list, "Obi Eze")->text, "Ada"));
	assert_false(any_says(&list, "Ashcombe")); /* it would say where they live now */
	assert_false(any_says(&list, "Rose Row"));
	assert_false(any_says(&list, "another area"));
	list = shown(fixture, NOTICE_PLAN_ENDED_AGENCY, id);
	assert_false(any_says(&list, "Rose Row"));
}

/* --- Moves --- */

static void the_other_authority_is_told(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = two_sisters_on_plans(fixture);
	struct transfer_registration move = a_move(d.family, TRANSFER_OUT, "2026-04-14");
	struct mailing_item_list list;
	int64_t id;

	move.transfer.contact = "Duty chair, duty@ashcombe.example";
	id = moves(fixture, &move);
	list = shown(fixture, NOTICE_TRANSFER_TOLD, id);
	assert_int_equal(list.count, 1);
	assert_string_equal(list.items[0].address, "duty@ashcombe.example");
	assert_true(any_says(&list, "Ada Okonkwo"));
	assert_true(any_says(&list, "4 Mill Lane"));
	assert_true(any_says(&list, "Emma Evans")); /* the social worker */
	assert_true(any_says(&list, "fifteen working days"));
	assert_false(any_says(&list, "Chidi")); /* on no plan */
	REFUSED(casework_notice_preview(fixture->cw, NOTICE_TRANSFER_ACCEPTED, id, &fixture->mem, &list, f), "",
		"for Ashcombe to accept");
	REFUSED(casework_notice_preview(fixture->cw, NOTICE_TEMPORARY_RESIDENT, id, &fixture->mem, &list, f), "",
		"here for a time");
	noticed(fixture, NOTICE_TRANSFER_TOLD, id);
	assert_int_equal(shown(fixture, NOTICE_TRANSFER_TOLD, id).count, 0);
}

static void a_kept_home_is_not_told_to_the_other_authority(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = two_sisters_on_plans(fixture);
	struct transfer_registration move = a_move(d.family, TRANSFER_OUT, "2026-04-14");
	struct mailing_item_list list;

	number(fixture,
	       "INSERT INTO address (person_id, lines, postcode, confidential_from) VALUES (%lld, '4 Mill Lane', "
	       "'ZZ14 2YH', 'father')",
	       (long long)d.ada);
	list = shown(fixture, NOTICE_TRANSFER_TOLD, moves(fixture, &move));
	assert_false(any_says(&list, "Mill Lane"));
	assert_true(any_says(&list, "kept confidential"));
}

/* Before anybody lives there: no letter of the family tells where they flee to. */
static void a_home_to_come_is_kept_as_well(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = two_sisters_on_plans(fixture);
	struct transfer_registration move = a_move(d.family, TRANSFER_OUT, "2026-04-14");
	struct mailing_item_list list;
	struct kept_home_list kept;

	move.transfer.moved_on = date_from_iso("2026-04-25");
	move.transfer.kept_from = "father";
	list = shown(fixture, NOTICE_TRANSFER_TOLD, moves(fixture, &move));
	assert_false(any_says(&list, "Mill Lane"));
	assert_true(any_says(&list, "kept confidential"));
	MUST(look_begin(fixture->cw, ACTION_SEE_CASES, f));
	MUST(kept_homes_of_family(fixture->cw, d.family, &fixture->mem, &kept, f));
	look_undo(fixture->cw);
	assert_true(kept_home_stands_in(&kept, "We meet at 4 Mill Lane, Ashcombe.", "", &fixture->mem));
}

static void of_a_stay_here_health_and_education_are_told(void **state)
{
	struct casework_fixture *fixture = *state;
	const struct request_child children[] = {{.person = a_child("Wei", "Wang", "2019-05-04")}};
	struct request request = a_request(children, 1, "");
	struct transfer_registration move = a_move(0, TRANSFER_IN, "2026-03-26");
	struct mailing_item_list list;
	struct transfer_act act;
	int64_t id;

	request.type = CONFERENCE_TRANSFER_IN;
	request.transfer_notified_on = date_from_iso("2026-03-26");
	move.transfer.conference_id = taken(fixture, &request);
	move.transfer.stay = TRANSFER_STAY_FOR_A_TIME;
	move.transfer.moved_on = date_from_iso("2026-03-25");
	id = moves(fixture, &move);
	number(fixture, "INSERT INTO agency (name) VALUES ('Child health records')");
	number(fixture,
	       "INSERT INTO contact (agency_id, name, role, method, email, checked_on) SELECT id, 'L. Amadi', "
	       "'officer', 'email', 'l.amadi@example.org', '2026-01-05' FROM agency WHERE name LIKE 'Child health%%'");
	list = shown(fixture, NOTICE_TEMPORARY_RESIDENT, id);
	assert_int_equal(list.count, 1);
	assert_true(any_says(&list, "Wei Wang"));
	assert_true(any_says(&list, "plan of Ashcombe"));
	REFUSED(casework_notice_preview(fixture->cw, NOTICE_TRANSFER_ACCEPTED, id, &fixture->mem, &list, f), "",
		"not accepted yet");
	act = a_move_act(fixture, id, TRANSFER_STEP_ACCEPT);
	MUST(casework_transfer_act(fixture->cw, &act, f));
	list = shown(fixture, NOTICE_TRANSFER_ACCEPTED, id);
	assert_int_equal(list.count, 1);
	assert_true(any_says(&list, "C-0"));
}

static void of_a_restricted_family_there_is_nothing(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = two_sisters_on_plans(fixture);
	int64_t id = an_order_made(fixture, &d);
	struct mailing_item_list list;
	struct letter_tried out;

	number(fixture, "UPDATE family SET is_restricted = 1 WHERE id = %lld", (long long)d.family);
	REFUSED(casework_notice_preview(fixture->cw, NOTICE_PLAN_END_ASKED, id, &fixture->mem, &list, f), "",
		"not in the case file");
	REFUSED(casework_letter_try(fixture->cw, "plan-end-asked", "X-0001", "", false, &fixture->mem, &out, f),
		"reference", "nothing of that reference");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(agencies_are_asked_then_everybody_is_told),
		FIXTURE_TEST(whoever_turned_eighteen_reads_it_in_plain_words),
		FIXTURE_TEST(nothing_is_written_to_a_bereaved_family),
		FIXTURE_TEST(a_father_reads_of_his_own_child_and_not_where),
		FIXTURE_TEST(the_other_authority_is_told),
		FIXTURE_TEST(a_kept_home_is_not_told_to_the_other_authority),
		FIXTURE_TEST(a_home_to_come_is_kept_as_well),
		FIXTURE_TEST(of_a_stay_here_health_and_education_are_told),
		FIXTURE_TEST(of_a_restricted_family_there_is_nothing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
