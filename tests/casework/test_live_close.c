/* Closing a conference: everything that follows from its decisions, and Today as it is afterwards. */
#include "casework/letters.h"
#include "close_steps.h"

/* What the next review asks for before its day, in the order of Today; R is its reference. */
#define BEFORE_REVIEW(R, update, invite, police, report, replies, manager, bundle, children)                           \
	"review.update " R " due " update ": " children ", not asked\n"                                                \
	"invite.review " R " due " invite ": " children ", not sent\n"                                                 \
	"police_notice " R " due " police ": " children ", not sent\n"                                                 \
	"report.review " R " due " report ": " children ", not in\n"                                                   \
	"report.chair.review " R " due " report ": " children ", not in\n"                                             \
	"report.family.review " R " due " report ": " children ", not shared\n"                                        \
	"replies " R " due " replies ": " children ", not asked\n"                                                     \
	"exclusion_request " R " due " replies ": " children ", not asked\n"                                           \
	"report.manager.review " R " due " manager ": " children ", not in\n"                                          \
	"bundle " R " due " bundle ": " children ", not made\n"

/* Three children, everything that is asked for but what the soft checks miss. */
static struct live_day a_day_to_close(struct casework_fixture *fixture)
{
	struct live_day d = a_started_day(fixture);
	const int64_t all[] = {d.ada, d.chidi, d.skye};

	make_quorate(fixture, &d);
	as_chair(fixture);
	write_plan(fixture, &d);
	name_core_group(fixture, &d, "2026-04-09", "");
	book_next_review(fixture, &d, "C-0900", "2026-06-24", all, 3);
	return d;
}

static struct child_decision in_need(const struct live_day *d, int64_t child)
{
	struct child_decision one = a_plan_for(d, child, CATEGORY_NEGLECT);

	one.outcome = OUTCOME_CHILD_IN_NEED;
	return one;
}

static void an_initial_conference_of_three(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_day_to_close(fixture);

	decides(fixture, a_plan_for(&d, d.ada, CATEGORY_NEGLECT));
	decides(fixture, in_need(&d, d.chidi));
	decides(fixture, a_plan_for(&d, d.skye, CATEGORY_EMOTIONAL));
	assert_string_equal(
		today_words(fixture),
		"invite.initial C-0001 due 2026-04-01: 3, 5 of 5 not told\n"
		"police_notice C-0001 due 2026-04-01: 3, not sent\n"
		"replies C-0001 due 2026-04-09: 3, not asked\n"
		"exclusion_request C-0001 due 2026-04-09: 3, not asked\n"
		"report.family.initial C-0001 due 2026-04-09: 3, not shared\n"
		"report.initial C-0001 due 2026-04-10: 3, 4 of 4 missing: Northgate Children's Services, Northgate NHS "
		"Trust, Northgate Police, Station Primary School\n"
		"report.manager.initial C-0001 due 2026-04-10: 3, not in\n"
		"report.chair.initial C-0001 due 2026-04-10: 3, not in\n"
		"bundle C-0001 due 2026-04-13: 3, 4 reports missing\n"
		"icpc C-0001 due 2026-04-20 limit 2026-04-20: 3, being held\n");
	MUST(casework_live_close(fixture->cw, d.id, "the statements were read by the minute-taker", f));
	assert_one_of_each(fixture);
	assert_string_equal(today_words(fixture),
			    "plan_issue C-0001 due 2026-04-01: 2, not sent\n"
			    "decision_letter C-0001 due 2026-04-02: 3, not sent\n"
			    "record.approve C-0001 due 2026-04-10: 3, not approved\n"
			    "core_group.first P-0001 due 2026-04-17 limit 2026-04-17: 2, booked Thu 9 Apr 14:00\n"
			    "visit P-0001 due 2026-04-17: 2, not seen\n"
			    "record.distribute C-0001 due 2026-04-24: 3, not sent\n" BEFORE_REVIEW(
				    "C-0900", "2026-05-12", "2026-05-27", "2026-06-15", "2026-06-17", "2026-06-19",
				    "2026-06-20", "2026-06-23", "2") "review.first C-0900 due "
								     "2026-07-01 limit 2026-07-01: 2, "
								     "booked Wed 24 Jun 09:30\n");
	assert_int_equal(number(fixture, "SELECT count(*) FROM conference_child WHERE conference_id = (SELECT id FROM"
					 " conference WHERE reference = 'C-0900')"),
			 2); /* Chidi has no plan to review */
	assert_int_equal(live_now(fixture, d.id).conference.state, STATE_DECIDED);
	assert_true(live_now(fixture, d.id).state.closed_at > 0);
}

/* In one act after closing: everybody who was on the list reads what was decided, and both tasks are done. */
static void its_letters_wait_to_be_looked_at(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_day_to_close(fixture);
	struct mailing_item_list letters;
	size_t written;

	decides(fixture, a_plan_for(&d, d.ada, CATEGORY_NEGLECT));
	decides(fixture, in_need(&d, d.chidi));
	decides(fixture, a_plan_for(&d, d.skye, CATEGORY_EMOTIONAL));
	MUST(casework_live_close(fixture->cw, d.id, "said", f));
	assert_one_of_each(fixture);
	MUST(casework_mailing_preview(fixture->cw, d.id, MAILING_DECISIONS, &fixture->mem, &letters, f));
	assert_int_equal(letters.count, 5);
	MUST(casework_mailing_send(fixture->cw, d.id, MAILING_DECISIONS, NULL, 0, &written, f));
	assert_true(written >= 4);
	assert_null(strstr(today_words(fixture), "decision_letter"));
	assert_null(strstr(today_words(fixture), "plan_issue"));
}

/* A plan row, as a person would read it. */
static const char *plan_of(struct casework_fixture *fixture, int64_t child)
{
	char sql[400];

	snprintf(sql, sizeof sql,
		 "SELECT reference || ' ' || started_on || ' ' || category_initial || ' ' || category_latest || ' ' ||"
		 " previous_plans || ' ' || coalesce(ended_on, 'open') || ' ' || end_reason FROM plan WHERE person_id "
		 "= %lld"
		 " ORDER BY started_on DESC",
		 (long long)child);
	return casework_fixture_text(fixture, sql);
}

static void plans_start_on_the_day_and_count_those_before(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_day_to_close(fixture);

	/* As a return gave them: one here whose own count says two before it, one in error, one of another authority.
	 */
	number(fixture,
	       "INSERT INTO plan (reference, person_id, family_id, started_on, ended_on, end_reason, category_initial,"
	       " category_latest, previous_plans, is_other_authority) VALUES"
	       " ('P-0701', %lld, %lld, '2021-03-01', '2021-09-01', 'no_risk', 'NEG', 'NEG', 2, 0),"
	       " ('P-0702', %lld, %lld, '2023-03-01', '2023-03-02', 'error', 'NEG', 'NEG', 3, 0),"
	       " ('P-0703', %lld, %lld, '2026-01-05', NULL, '', 'PHY', 'PHY', 0, 1)",
	       (long long)d.ada, (long long)d.family, (long long)d.ada, (long long)d.family, (long long)d.ada,
	       (long long)d.family);
	decides(fixture, a_plan_for(&d, d.ada, CATEGORY_NEGLECT));
	decides(fixture, in_need(&d, d.chidi));
	decides(fixture, a_plan_for(&d, d.skye, CATEGORY_EMOTIONAL));
	MUST(casework_live_close(fixture->cw, d.id, "said", f));
	assert_one_of_each(fixture);
	assert_string_equal(plan_of(fixture, d.ada), "P-0001 2026-04-01 NEG NEG 3 open ");
	assert_string_equal(plan_of(fixture, d.skye), "P-0002 2026-04-01 EMO EMO 0 open ");
	assert_string_equal(plan_of(fixture, d.chidi), "");
	assert_string_equal(casework_fixture_text(fixture,
						  "SELECT ended_on || ' ' || end_reason FROM plan WHERE reference"
						  " = 'P-0703'"),
			    "2026-04-01 moved");
	assert_int_equal(number(fixture, "SELECT count(*) FROM plan WHERE conference_id = %lld", (long long)d.id), 2);
	/* The outline plan is given out for the two, and fixed. */
	assert_string_equal(casework_fixture_text(fixture, "SELECT issued_on FROM plan_version"), FIXTURE_TODAY);
	assert_int_equal(number(fixture, "SELECT count(*) FROM plan_version_child"), 2);
}

/* All three have a plan since 1 April; their review is today, 24 June, and everybody came. */
static struct live_day a_review_of_three(struct casework_fixture *fixture)
{
	struct live_day first = a_day_to_close(fixture), d = first;

	decides(fixture, a_plan_for(&first, first.ada, CATEGORY_NEGLECT));
	decides(fixture, a_plan_for(&first, first.chidi, CATEGORY_NEGLECT));
	decides(fixture, a_plan_for(&first, first.skye, CATEGORY_EMOTIONAL));
	MUST(casework_live_close(fixture->cw, first.id, "said", f));
	assert_one_of_each(fixture);
	number(fixture,
	       "UPDATE deadline SET state = 'done', done_on = '2026-04-09' WHERE rule IN ('core_group.first', 'visit',"
	       " 'plan_issue', 'decision_letter', 'record.approve', 'record.distribute')");
	number(fixture, "UPDATE core_group_meeting SET state = 'held'");
	number(fixture, "UPDATE conference SET state = 'distributed' WHERE id = %lld", (long long)first.id);
	begin_review(fixture, &d, "2026-06-24");
	make_quorate(fixture, &d);
	return d;
}

static void a_review_of_three_siblings(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_review_of_three(fixture);
	const int64_t all[] = {d.ada, d.chidi, d.skye};
	struct letter_tried letter;
	const char *follows;

	decides(fixture, at_review(d.id, d.ada, OUTCOME_PLAN_CONTINUES, CATEGORY_NEGLECT));
	decides(fixture, at_review(d.id, d.chidi, OUTCOME_PLAN_CONTINUES, CATEGORY_PHYSICAL));
	decides(fixture, at_review(d.id, d.skye, OUTCOME_PLAN_ENDS, CATEGORY_COUNT));
	write_plan(fixture, &d);
	name_core_group(fixture, &d, "2026-07-29", "");
	book_next_review(fixture, &d, "C-0901", "2026-12-09", all, 3);
	checked(fixture, d.id, &follows);
	assert_string_equal(
		follows,
		"Chidi Okonkwo: plan continues, now physical abuse instead of neglect.\n"
		"Ada Okonkwo: plan continues, neglect.\n"
		"Skye Okonkwo: plan ends: no longer at continuing risk of significant harm.\n"
		"The outline plan is issued for Chidi Okonkwo and Ada Okonkwo and can only be changed by a new "
		"version.\n"
		"The core group meets on Wed 29 Jul 2026 at 14:00.\n"
		"The next review is C-0901, Wed 9 Dec 09:30; its limit is Thu 24 Dec 2026.\n"
		"Decision letters are due by Thu 25 Jun 2026.\n"
		"The record is due by Wed 15 Jul 2026.");
	MUST(casework_live_close(fixture->cw, d.id, "said", f));
	assert_one_of_each(fixture);
	assert_string_equal(plan_of(fixture, d.ada), "P-0002 2026-04-01 NEG NEG 0 open ");
	assert_string_equal(plan_of(fixture, d.chidi), "P-0001 2026-04-01 NEG PHY 0 open ");
	assert_string_equal(plan_of(fixture, d.skye), "P-0003 2026-04-01 EMO EMO 0 2026-06-24 no_risk");
	assert_string_equal(
		today_words(fixture),
		"core_group.next P-0001 due 2026-05-21: 2, booked Wed 29 Jul 14:00; record of Thu 9 Apr not sent\n"
		"plan_issue C-0900 due 2026-06-24: 2, not sent\n"
		"decision_letter C-0900 due 2026-06-25: 3, not sent\n"
		"record.approve C-0900 due 2026-07-01: 3, not approved\n"
		"record.distribute C-0900 due 2026-07-15: 3, not sent\n" BEFORE_REVIEW(
			"C-0901", "2026-10-28", "2026-11-11", "2026-11-30", "2026-12-02", "2026-12-04", "2026-12-05",
			"2026-12-08",
			"2") "review.next C-0901 due 2026-12-24 limit 2026-12-24: 2, booked Wed 9 Dec 09:30\n");
	MUST(casework_letter_try(fixture->cw, "decision-professional", "C-0900", "Achebe", false, &fixture->mem,
				 &letter, f));
	assert_non_null(strstr(letter.text, "physical abuse; it was neglect before"));
	/* The first review was held on its day for all three. */
	assert_int_equal(number(fixture,
				"SELECT count(*) FROM deadline WHERE rule = 'review.first' AND state = 'done' AND"
				" done_on = '2026-06-24'"),
			 3);
}

static bool is_child_in(struct casework_fixture *fixture, const char *reference, int64_t child)
{
	return number(fixture,
		      "SELECT count(*) FROM conference_child JOIN conference ON id = conference_id WHERE reference = "
		      "'%s'"
		      " AND person_id = %lld",
		      reference, (long long)child) == 1;
}

/* Nobody is left to review: its slot is free again, and the core group does not meet. */
static void the_last_plans_end(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_review_of_three(fixture);
	const int64_t all[] = {d.ada, d.chidi, d.skye};
	int64_t next;

	for (size_t i = 0; i < 3; i++)
		decides(fixture, at_review(d.id, all[i], OUTCOME_PLAN_ENDS, CATEGORY_COUNT));
	name_core_group(fixture, &d, "2026-07-29", "");
	next = book_next_review(fixture, &d, "C-0901", "2026-12-09", all, 3);
	MUST(casework_live_close(fixture->cw, d.id, "said", f));
	assert_one_of_each(fixture);
	assert_int_equal(number(fixture, "SELECT count(*) FROM plan WHERE ended_on IS NULL"), 0);
	assert_int_equal(number(fixture,
				"SELECT state = 'cancelled' AND held_on IS NULL FROM conference WHERE id = %lld",
				(long long)next),
			 1);
	assert_int_equal(number(fixture, "SELECT count(*) FROM core_group_meeting WHERE state = 'booked'"), 0);
	assert_string_equal(today_words(fixture), "decision_letter C-0900 due 2026-06-25: 3, not sent\n"
						  "record.approve C-0900 due 2026-07-01: 3, not approved\n"
						  "record.distribute C-0900 due 2026-07-15: 3, not sent\n");
}

/* Decided for two; the third goes on another day, and so does everything that waits for it. */
static void a_child_who_is_adjourned_waits(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_review_of_three(fixture);
	const int64_t all[] = {d.ada, d.chidi, d.skye};

	decides(fixture, at_review(d.id, d.ada, OUTCOME_PLAN_CONTINUES, CATEGORY_NEGLECT));
	decides(fixture, at_review(d.id, d.chidi, OUTCOME_ADJOURNED, CATEGORY_COUNT));
	decides(fixture, at_review(d.id, d.skye, OUTCOME_PLAN_ENDS, CATEGORY_COUNT));
	write_plan(fixture, &d);
	name_core_group(fixture, &d, "2026-07-29", "");
	book_next_review(fixture, &d, "C-0901", "2026-12-09", all, 3);
	MUST(casework_live_close(fixture->cw, d.id, "the health visitor is away", f));
	assert_one_of_each(fixture);
	assert_string_equal(plan_of(fixture, d.chidi), "P-0001 2026-04-01 NEG NEG 0 open ");
	assert_true(is_child_in(fixture, "C-0002", d.chidi));
	assert_false(is_child_in(fixture, "C-0002", d.ada));
	assert_true(is_child_in(fixture, "C-0901", d.chidi)); /* on a plan all the same */
	assert_string_equal(casework_fixture_text(fixture,
						  "SELECT type || ' ' || state || ' ' || reason FROM conference"
						  " WHERE reference = 'C-0002'"),
			    "reconvened requested goes on with C-0900: the health visitor is away");
	assert_non_null(strstr(today_words(fixture), "inquorate.rebook C-0002 due 2026-07-08: 1, no slot\n"));
	/* His own review was not held: its limit is still the first one's. */
	assert_non_null(
		strstr(today_words(fixture), "review.first C-0002 due 2026-07-01 limit 2026-07-01: 1, no slot\n"));
	assert_non_null(strstr(today_words(fixture), "review.next C-0901 due 2026-12-24 limit 2026-12-24: 1, "));
}

/* A conference closes once, by its chair, and not while something hard is missing. */
static void what_stands_in_the_way(void **state)
{
	static const char *const hard[] = {
		"Nothing is decided about Chidi Okonkwo yet",
		"Nothing is decided about Skye Okonkwo yet",
		"No core group is named: it meets by Fri 17 Apr 2026.",
	};
	static const char *const soft[] = {
		"Statements: 6 of 6 not ticked.",
		"Attendance is not recorded: Amelia Okonkwo, DC Shaw.",
		"Nothing of what was said is noted",
		"Views are not recorded: Emma Evans, P. Achebe, K. Evans.",
		"No outline plan is written for Ada Okonkwo: write it before people leave.",
		"The next review is not booked: it is held by Wed 1 Jul 2026.",
	};
	struct casework_fixture *fixture = *state;
	struct live_day d = a_started_day(fixture);
	const char *follows;
	struct live_check_list list;
	size_t looks;

	make_quorate(fixture, &d);
	as_chair(fixture);
	decides(fixture, a_plan_for(&d, d.ada, CATEGORY_NEGLECT));
	looks = (size_t)number(fixture, "SELECT count(*) FROM audit");
	list = checked(fixture, d.id, &follows);
	assert_int_equal(number(fixture, "SELECT count(*) FROM audit"), looks);
	assert_int_equal(list.hard, sizeof hard / sizeof *hard);
	assert_int_equal(list.count, list.hard + sizeof soft / sizeof *soft);
	for (size_t i = 0; i < list.count; i++) {
		const char *wanted = i < list.hard ? hard[i] : soft[i - list.hard];

		assert_int_equal(list.items[i].is_hard, i < list.hard);
		if (strncmp(list.items[i].what, wanted, strlen(wanted)) != 0)
			fail_msg("%zu: \"%s\" is not \"%s\"", i, list.items[i].what, wanted);
	}
	assert_int_equal(list.items[0].step, RUN_DECIDE);
	assert_int_equal(list.items[0].person_id, d.chidi);
	REFUSED(casework_live_close(fixture->cw, d.id, "all the same", f), "", hard[0]);
	decides(fixture, in_need(&d, d.chidi));
	decides(fixture, in_need(&d, d.skye));
	REFUSED(casework_live_close(fixture->cw, d.id, "all the same", f), "", hard[2]);
	name_core_group(fixture, &d, "2026-04-20", "the school is closed");
	number(fixture, "UPDATE core_group_meeting SET late_reason = ''");
	REFUSED(casework_live_close(fixture->cw, d.id, "all the same", f), "",
		"Core group: Mon 20 Apr 2026 is after its limit, Fri 17 Apr 2026.");
	number(fixture, "UPDATE core_group_meeting SET late_reason = 'the school is closed'");
	REFUSED(casework_live_close(fixture->cw, d.id, " ", f), "accepted", "No outline plan is written");
	assert_int_equal(number(fixture, "SELECT count(*) FROM plan"), 0);
	MUST(casework_live_close(fixture->cw, d.id, "all the same", f));
	assert_one_of_each(fixture);
	REFUSED(casework_live_close(fixture->cw, d.id, "all the same", f), "", "is over");
	assert_int_equal(number(fixture, "SELECT count(*) FROM conference_change WHERE step = 'decide' AND to_state ="
					 " 'decided' AND reason = 'all the same'"),
			 1);
	assert_int_equal(casework_fixture_audited(fixture, "live.close"), 1);
}

/* Whoever left is not missed, whoever was never there is. */
static void a_quorum_that_was_corrected_away(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_day_to_close(fixture);
	struct attendance nurse = attends(&d, d.nurse, ATTENDANCE_ABSENT);

	decides(fixture, a_plan_for(&d, d.ada, CATEGORY_NEGLECT));
	decides(fixture, in_need(&d, d.chidi));
	decides(fixture, in_need(&d, d.skye));
	nurse.version = 1;
	MUST(casework_live_attend(fixture->cw, &nurse, f));
	REFUSED(casework_live_close(fixture->cw, d.id, "x", f), "", "No quorum for");
}

/* A brother nobody asked about: decided for he is of the conference, not decided for it must be said why. */
static void every_child_of_the_household(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_live_day(fixture);
	struct person obi = a_child("Obi", "Okonkwo", "2016-01-01"), uju = a_child("Uju", "Okonkwo", "2017-01-01");
	const int64_t all[] = {d.ada};
	struct child_decision why = child_decision_blank();

	MUST(casework_member_add(fixture->cw, d.family, &obi, RELATIONSHIP_CHILD, ANSWER_NO, NULL, f));
	MUST(casework_member_add(fixture->cw, d.family, &uju, RELATIONSHIP_CHILD, ANSWER_NO, NULL, f));
	MUST(casework_live_start(fixture->cw, d.id, "", f));
	make_quorate(fixture, &d);
	as_chair(fixture);
	decides(fixture, a_plan_for(&d, d.ada, CATEGORY_NEGLECT));
	decides(fixture, in_need(&d, d.chidi));
	decides(fixture, in_need(&d, d.skye));
	decides(fixture, a_plan_for(&d, obi.id, CATEGORY_NEGLECT));
	name_core_group(fixture, &d, "2026-04-09", "");
	book_next_review(fixture, &d, "C-0900", "2026-06-24", all, 1);
	REFUSED(casework_live_close(fixture->cw, d.id, "x", f), "", "Nothing is decided about Uju");
	why.conference_id = d.id;
	why.person_id = uju.id;
	why.not_decided_why = "lives with her father in Leeds";
	decides(fixture, why);
	MUST(casework_live_close(fixture->cw, d.id, "x", f));
	assert_one_of_each(fixture);
	assert_string_equal(plan_of(fixture, obi.id), "P-0001 2026-04-01 NEG NEG 0 open ");
	assert_true(is_child_in(fixture, "C-0001", obi.id));
	assert_true(is_child_in(fixture, "C-0900", obi.id)); /* the review is for all with a plan */
	assert_false(is_child_in(fixture, "C-0001", uju.id));
	assert_non_null(strstr(today_words(fixture), "decision_letter C-0001 due 2026-04-02: 4, not sent\n"));
}

static void it_ends_before_its_end(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_day_to_close(fixture);

	decides(fixture, a_plan_for(&d, d.ada, CATEGORY_NEGLECT));
	decides(fixture, in_need(&d, d.chidi));
	REFUSED(casework_live_end_early(fixture->cw, d.id, "", f), "why", "Say why");
	REFUSED(casework_live_end_early(fixture->cw, d.id, "fire alarm", f), "",
		"Nothing is decided about Skye Okonkwo: decide, say why not, or adjourn");
	decides(fixture, in_need(&d, d.skye));
	MUST(casework_live_end_early(fixture->cw, d.id, "fire alarm", f));
	assert_string_equal(live_now(fixture, d.id).state.ended_early_why, "fire alarm");
	assert_int_equal(live_now(fixture, d.id).conference.state, STATE_DECIDED);
	assert_int_equal(number(fixture, "SELECT count(*) FROM plan"), 1);
	assert_int_equal(casework_fixture_audited(fixture, "live.end_early"), 1);
}

static void it_is_the_chairs_to_end(void **state)
{
	static const struct {
		const char *login;
		role_set roles;
	} rows[] = {
		{"minutes", ROLE_BIT(ROLE_BUSINESS_SUPPORT)},
		{"boss", ROLE_BIT(ROLE_MANAGER)},
		{"other", ROLE_BIT(ROLE_CHAIR)},
	};
	struct casework_fixture *fixture = *state;
	struct live_day d = a_started_day(fixture);
	int64_t next;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct fault fault = {0};

		casework_fixture_open_as(fixture, rows[i].login, rows[i].roles);
		assert_false(casework_live_close(fixture->cw, d.id, "x", &fault));
		assert_int_equal(fault.code, FAULT_NOT_ALLOWED);
		assert_false(casework_live_end_early(fixture->cw, d.id, "x", &fault));
		assert_int_equal(fault.code, FAULT_NOT_ALLOWED);
		assert_false(casework_live_adjourn(fixture->cw, d.id, "x", "y", &next, &fault));
		assert_int_equal(fault.code, FAULT_NOT_ALLOWED);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(an_initial_conference_of_three),
		TEST(its_letters_wait_to_be_looked_at),
		TEST(plans_start_on_the_day_and_count_those_before),
		TEST(a_review_of_three_siblings),
		TEST(the_last_plans_end),
		TEST(a_child_who_is_adjourned_waits),
		TEST(what_stands_in_the_way),
		TEST(a_quorum_that_was_corrected_away),
		TEST(every_child_of_the_household),
		TEST(it_ends_before_its_end),
		TEST(it_is_the_chairs_to_end),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
