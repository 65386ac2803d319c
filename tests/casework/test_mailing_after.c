/* What was decided, told to everybody who may know, with its papers; then the record, to each their own copy. */
#include "casework/letters.h"
#include "deadline_keeping.h"
#include "letter_hold.h"
#include "record_steps.h"

#include <sys/stat.h>

struct after {
	struct casework_fixture *fixture;
	struct live_day d;
	int64_t father, solicitor, interpreter, ada, health;
};

static void awaits(struct casework_fixture *fixture, const struct live_day *d, enum rule_key rule)
{
	const struct deadline_subject subject = {.kind = SUBJECT_CONFERENCE, .id = d->id, .family_id = d->family};

	MUST(work_begin(fixture->cw, ACTION_BOOK, f));
	MUST(deadline_set(fixture->cw, rule, &subject, date_from_iso(FIXTURE_TODAY), f));
	MUST(work_end(fixture->cw, f, "test", SUBJECT_CONFERENCE, d->id, d->family, "-"));
}

static int64_t listed(const struct after *a, const char *columns, const char *values)
{
	number(a->fixture, "INSERT INTO invitee (conference_id, %s) VALUES (%lld, %s)", columns, (long long)a->d.id,
	       values);
	return number(a->fixture, "SELECT max(id) FROM invitee");
}

/* The father is kept out of all of it; his solicitor came, and an interpreter; Ada is on the list. Child health is in
 * the directory and not on the list. */
static void people(struct after *a)
{
	char values[200];
	int64_t father = an_adult(a->fixture, a->d.family, "Emeka", "Okonkwo", RELATIONSHIP_FATHER, ANSWER_YES,
				  "HMP Eastgate");

	snprintf(values, sizeof values, "%lld, 'family', 'post', 'whole', 'A court says so.', '2026-03-30'",
		 (long long)father);
	a->father = listed(a, "person_id, capacity, method, exclusion, exclusion_words, exclusion_decided_on", values);
	snprintf(values, sizeof values, "%lld, 'solicitor', 'J. Achterberg', 'in_person'", (long long)a->d.mother);
	a->solicitor = listed(a, "for_invitee_id, capacity, name, method", values);
	snprintf(values, sizeof values, "%lld, 'interpreter', 'A. Nowak', 'in_person'", (long long)a->d.mother);
	a->interpreter = listed(a, "for_invitee_id, capacity, name, method", values);
	snprintf(values, sizeof values, "%lld, 'child', 'in_person'", (long long)a->d.ada);
	a->ada = listed(a, "person_id, capacity, method", values);
	a->health = a_contact(a->fixture, "Northgate Child Health", "child health", "O. Marsh", "records officer");
	number(a->fixture, "UPDATE invitee SET method = 'in_person' WHERE id = %lld", (long long)a->d.mother);
}

/* The group meets at the mother's home, which is kept from the father; she is in it, and the school. */
static void core_group(struct after *a)
{
	number(a->fixture,
	       "INSERT INTO plan_version (family_id, conference_id, number, written_on, issued_on, visits, by_user, "
	       "contact_limits) VALUES (%lld, %lld, 2, '" FIXTURE_TODAY "', '" FIXTURE_TODAY
	       "', 'every ten days', 'x', 'He stays away from 7 Rose Row. He may write.')",
	       (long long)a->d.family, (long long)a->d.id);
	number(a->fixture,
	       "INSERT INTO address (person_id, lines, postcode, confidential_from) SELECT person_id, '7 Rose Row', "
	       "'ZZ14 2YH', 'father' FROM invitee WHERE id = %lld",
	       (long long)a->d.mother);
	number(a->fixture,
	       "INSERT INTO core_group_member (core_group_id, person_id, since) SELECT g.id, i.person_id, "
	       "'" FIXTURE_TODAY "' FROM core_group AS g, invitee AS i WHERE i.id = %lld",
	       (long long)a->d.mother);
	number(a->fixture, "INSERT INTO core_group_meeting (core_group_id, day, starts, minutes, place, state) SELECT "
			   "id, '2026-04-10', 570, 60, 'Station Primary School', 'booked' FROM core_group");
}

static struct after an_after(struct casework_fixture *fixture)
{
	struct after a = {.fixture = fixture, .d = a_held_day(fixture)};

	people(&a);
	core_group(&a);
	awaits(fixture, &a.d, RULE_DECISION_LETTER);
	awaits(fixture, &a.d, RULE_PLAN_ISSUE);
	return a;
}

static struct mailing_item_list previewed(const struct after *a, enum mailing mailing)
{
	struct mailing_item_list list;

	MUST(casework_mailing_preview(a->fixture->cw, a->d.id, mailing, &a->fixture->mem, &list, f));
	return list;
}

static const struct mailing_item *item_of(const struct mailing_item_list *list, int64_t invitee)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].invitee_id == invitee)
			return &list->items[i];
	return NULL;
}

static int64_t open_deadlines(const struct after *a, const char *rule)
{
	return number(a->fixture, "SELECT count(*) FROM deadline WHERE rule = '%s' AND state = 'open'", rule);
}

static const char *enclosed_to(const struct after *a, int64_t invitee, const char *name)
{
	char sql[300];

	snprintf(sql, sizeof sql,
		 "SELECT coalesce((SELECT e.content FROM enclosure AS e JOIN letter AS l ON l.id = e.letter_id WHERE "
		 "l.invitee_id = %lld AND e.name = '%s'), '')",
		 (long long)invitee, name);
	return casework_fixture_text(a->fixture, sql);
}

/* --- Decisions --- */

static void everybody_is_told_as_they_may_be(void **state)
{
	struct casework_fixture *fixture = *state;
	struct after a = an_after(fixture);
	struct mailing_item_list list = previewed(&a, MAILING_DECISIONS);
	const struct {
		const char *why;
		int64_t id;
		const char *template, *encloses, *says, *never;
	} rows[] = {
		{"a parent: why, and the plan", a.d.mother, "decision-parent", "outline plan, feedback form",
		 "Friday 10 April 2026", "police is going on"},
		{"kept out: the decision alone", a.father, "decision-parent", "feedback form",
		 "There will be a child protection plan.", "Station Primary School"},
		{"kept out: not why", a.father, "decision-parent", "feedback form", "neglect", "no food"},
		{"her solicitor, as she is told", a.solicitor, "decision-supporter", "outline plan",
		 "for Amelia Okonkwo", "police is going on"},
		{"a child: its own", a.ada, "decision-child", "feedback form",
		 "There will be a plan to help keep you safe", "Chidi"},
		{"a child: nothing of the adults", a.ada, "decision-child", "feedback form", "not your fault",
		 "neglect"},
		{"the school, with its notice", a.d.school, "decision-professional", "outline plan, plan notice",
		 "Chidi Okonkwo", "7 Rose Row"},
		{"the police", a.d.police, "decision-professional", "outline plan, plan notice", "neglect",
		 "7 Rose Row"},
		{"social care keeps its own register", a.d.worker, "decision-professional", "outline plan", "neglect",
		 "7 Rose Row"},
		{"child health, which is on no list", -a.health, "plan-notice", "", "child protection plan started",
		 "alone at night"},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const struct mailing_item *item = item_of(&list, rows[i].id);

		if (!item || strcmp(item->template, rows[i].template) != 0 ||
		    strcmp(item->encloses, rows[i].encloses) != 0 || !strstr(item->text, rows[i].says) ||
		    strstr(item->text, rows[i].never) || *item->problem)
			fail_msg("%s: %s, %s, %s\n%s", rows[i].why, item ? item->template : "nobody",
				 item ? item->encloses : "", item ? item->problem : "", item ? item->text : "");
	}
	assert_null(item_of(&list, a.interpreter));
	assert_int_equal(number(fixture, "SELECT count(*) FROM letter"), 0);
}

static void what_follows_is_kept_with_the_letters(void **state)
{
	struct casework_fixture *fixture = *state;
	struct after a = an_after(fixture);
	const int64_t first[] = {a.d.mother, -a.health};
	size_t written;

	MUST(casework_mailing_send(fixture->cw, a.d.id, MAILING_DECISIONS, first, 2, &written, f));
	assert_int_equal(written, 2);
	assert_int_equal(open_deadlines(&a, "decision_letter"), 1); /* the others wait */
	MUST(casework_mailing_send(fixture->cw, a.d.id, MAILING_DECISIONS, NULL, 0, &written, f));
	assert_int_equal(previewed(&a, MAILING_DECISIONS).count, 0);
	assert_int_equal(open_deadlines(&a, "decision_letter"), 0);
	assert_int_equal(open_deadlines(&a, "plan_issue"), 0);
	assert_int_equal(number(fixture, "SELECT count(*) FROM feedback WHERE sent_on = '" FIXTURE_TODAY "'"), 3);
	assert_int_equal(number(fixture, "SELECT count(*) FROM feedback WHERE kind = 'young'"), 1);
	assert_int_equal(casework_fixture_audited(fixture, "decisions.send"), 2);
	assert_non_null(strstr(enclosed_to(&a, a.d.mother, "Outline plan"), "every ten days"));
	assert_non_null(strstr(enclosed_to(&a, a.d.mother, "Outline plan"), "He may write."));
	assert_null(strstr(enclosed_to(&a, a.d.mother, "Outline plan"), "Rose Row"));
	assert_string_equal(enclosed_to(&a, a.father, "Outline plan"), "");
	REFUSED(casework_mailing_send(fixture->cw, a.d.id, MAILING_DECISIONS, NULL, 0, &written, f), "",
		"everybody was told what was decided");
}

/* Somebody was taken for excluded at the door, whom nobody had excluded before. */
static void who_was_sent_away_learns_the_decision_alone(void **state)
{
	struct casework_fixture *fixture = *state;
	struct after a = an_after(fixture);
	struct mailing_item_list list;
	const struct mailing_item *item;

	number(fixture, "UPDATE attendance SET state = 'excluded' WHERE invitee_id = %lld", (long long)a.d.mother);
	list = previewed(&a, MAILING_DECISIONS);
	item = item_of(&list, a.d.mother);
	assert_string_equal(item->encloses, "feedback form");
	assert_null(strstr(item->text, "Friday 10 April 2026"));
	assert_non_null(strstr(item->text, "There will be a child protection plan."));
	assert_string_equal(item_of(&list, a.solicitor)->encloses, "");
}

static void there_is_nothing_to_tell_before_it_is_decided(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_started_day(fixture);
	struct mailing_item_list list;
	struct mailings_due due;

	REFUSED(casework_mailing_preview(fixture->cw, d.id, MAILING_DECISIONS, &fixture->mem, &list, f), "",
		"decide for each child");
	REFUSED(casework_mailing_preview(fixture->cw, d.id, MAILING_RECORD, &fixture->mem, &list, f), "",
		"its chair approves it first");
	number(fixture, "UPDATE conference SET state = 'closed' WHERE id = %lld", (long long)d.id);
	REFUSED(casework_mailing_preview(fixture->cw, d.id, MAILING_DECISIONS, &fixture->mem, &list, f), "",
		"decide for each child"); /* entered from elsewhere */
	MUST(casework_mailings_due(fixture->cw, d.id, &fixture->mem, &due, f));
	assert_int_equal(due.letters[MAILING_DECISIONS], 0);
}

static void a_letter_that_was_withdrawn_is_written_again(void **state)
{
	struct casework_fixture *fixture = *state;
	struct after a = an_after(fixture);
	struct mailings_due due;
	size_t written;

	MUST(casework_mailing_send(fixture->cw, a.d.id, MAILING_DECISIONS, NULL, 0, &written, f));
	number(fixture,
	       "UPDATE delivery SET state = 'withdrawn' WHERE letter_id = (SELECT id FROM letter WHERE invitee_id = "
	       "%lld)",
	       (long long)a.d.school);
	assert_int_equal(previewed(&a, MAILING_DECISIONS).count, 1);
	MUST(casework_mailings_due(fixture->cw, a.d.id, &fixture->mem, &due, f));
	assert_int_equal(due.letters[MAILING_DECISIONS], 1);
	assert_int_equal(due.first, MAILING_DECISIONS);
}

/* Excluded from the next one while the letter of this one waits: the plan in it does not leave any more. */
static void what_became_too_telling_is_held_back(void **state)
{
	struct casework_fixture *fixture = *state;
	struct after a = an_after(fixture);
	const struct mailing_item *item;
	struct mailing_item_list list;
	size_t written, held;

	MUST(casework_mailing_send(fixture->cw, a.d.id, MAILING_DECISIONS, NULL, 0, &written, f));
	number(fixture, "UPDATE invitee SET exclusion = 'whole' WHERE id = %lld", (long long)a.d.mother);
	MUST(letters_hold_back(fixture->cw, METHOD_IN_PERSON, &held, f));
	assert_int_equal(held, 1);
	assert_int_equal(open_deadlines(&a, "decision_letter"), 1);
	list = previewed(&a, MAILING_DECISIONS);
	item = item_of(&list, a.d.mother);
	assert_string_equal(item->encloses, "feedback form");
	assert_null(strstr(item->text, "Friday 10 April 2026"));
}

/* --- The record --- */

static struct after an_approved_record(struct casework_fixture *fixture)
{
	struct after a = {.fixture = fixture, .d = an_approved_day(fixture)};

	casework_fixture_reopen(fixture, FIXTURE_TODAY);
	people(&a);
	awaits(fixture, &a.d, RULE_RECORD_DISTRIBUTE);
	return a;
}

static void everybody_gets_their_own_copy(void **state)
{
	struct casework_fixture *fixture = *state;
	struct after a = an_approved_record(fixture);
	struct mailing_item_list list = previewed(&a, MAILING_RECORD);
	const int64_t first[] = {a.d.mother};
	size_t written;

	assert_string_equal(item_of(&list, a.d.mother)->encloses, "record without restricted parts");
	assert_string_equal(item_of(&list, a.d.school)->encloses, "record, whole");
	assert_null(item_of(&list, a.father));
	assert_null(item_of(&list, a.ada));
	assert_null(item_of(&list, a.solicitor));
	MUST(casework_mailing_send(fixture->cw, a.d.id, MAILING_RECORD, first, 1, &written, f));
	assert_int_equal(open_deadlines(&a, "record.distribute"), 1);
	assert_int_equal(number(fixture, "SELECT count(*) FROM conference WHERE state = 'record_approved'"), 1);
	MUST(casework_mailing_send(fixture->cw, a.d.id, MAILING_RECORD, NULL, 0, &written, f));
	assert_int_equal(open_deadlines(&a, "record.distribute"), 0);
	assert_int_equal(number(fixture, "SELECT count(*) FROM conference WHERE state = 'distributed'"), 1);
	assert_int_equal(number(fixture, "SELECT count(*) FROM conference_record WHERE state = 'distributed'"), 1);
	assert_non_null(strstr(enclosed_to(&a, a.d.mother, "Record"), "Nana comes every evening."));
	assert_null(strstr(enclosed_to(&a, a.d.mother, "Record"), "An enquiry by the police"));
	assert_null(strstr(enclosed_to(&a, a.d.mother, "Record"), "informant"));
	assert_non_null(strstr(enclosed_to(&a, a.d.school, "Record"), "An enquiry by the police"));
	assert_int_equal(previewed(&a, MAILING_RECORD).count, 0);
}

/* It was reopened because of what it said: the copies of that edition which wait do not leave any more. */
static void a_reopened_record_does_not_leave(void **state)
{
	struct casework_fixture *fixture = *state;
	struct after a = an_approved_record(fixture);
	size_t written, held;

	MUST(casework_mailing_send(fixture->cw, a.d.id, MAILING_RECORD, NULL, 0, &written, f));
	MUST(letters_hold_back(fixture->cw, METHOD_EMAIL, &held, f));
	assert_int_equal(held, 0);
	number(fixture, "UPDATE delivery SET method = 'in_person' WHERE state = 'waiting'");
	as_chair(fixture);
	MUST(casework_record_reopen(fixture->cw, a.d.id, "it names the informant", f));
	casework_fixture_reopen(fixture, FIXTURE_TODAY);
	MUST(letters_hold_back(fixture->cw, METHOD_IN_PERSON, &held, f));
	assert_int_equal(held, written);
	assert_int_equal(number(fixture, "SELECT count(*) FROM delivery WHERE said LIKE '%%was reopened after%%'"),
			 (int)written);
}

/* Who was there for a part reads what was decided, and nothing that was said. */
static void who_was_there_for_a_part_gets_what_concerns_them(void **state)
{
	struct casework_fixture *fixture = *state;
	struct after a = an_approved_record(fixture);
	struct mailing_item_list list;
	size_t written;

	number(fixture, "UPDATE invitee SET exclusion = 'part', exclusion_part = 'the middle' WHERE id = %lld",
	       (long long)a.d.mother);
	list = previewed(&a, MAILING_RECORD);
	assert_string_equal(item_of(&list, a.d.mother)->encloses, "record, of what concerns them");
	MUST(casework_mailing_send(fixture->cw, a.d.id, MAILING_RECORD, NULL, 0, &written, f));
	assert_null(strstr(enclosed_to(&a, a.d.mother, "Record"), "Nana comes every evening."));
	assert_non_null(strstr(enclosed_to(&a, a.d.mother, "Record"), "What was decided"));
}

/* --- The room --- */

static void the_plan_is_printed_for_the_room(void **state)
{
	struct casework_fixture *fixture = *state;
	struct after a = an_after(fixture);
	const unsigned char *pdf;
	struct stat file;
	const char *path;
	size_t bytes;

	MUST(casework_outline_plan_pdf(fixture->cw, a.d.id, &fixture->mem, &pdf, &bytes, f));
	assert_true(bytes > 1000 && memcmp(pdf, "%PDF-", 5) == 0);
	assert_int_equal(casework_fixture_audited(fixture, "outline_plan.print"), 1);
	MUST(casework_outline_plan_take_out(fixture->cw, a.d.id, fixture->folder, &fixture->mem, &path, f));
	assert_int_equal(stat(path, &file), 0);
	assert_int_equal(file.st_mode & 0777, 0600);
	assert_int_equal(casework_fixture_audited(fixture, "outline_plan.take_out"), 1);
	assert_int_equal(remove(path), 0);
	number(fixture, "UPDATE child_decision SET outcome = 'no_further_action'");
	REFUSED(casework_outline_plan_pdf(fixture->cw, a.d.id, &fixture->mem, &pdf, &bytes, f), "",
		"no child has a plan");
}

#define AFTER_TEST(test) cmocka_unit_test_setup_teardown(test, casework_fixture_setup, casework_fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		AFTER_TEST(everybody_is_told_as_they_may_be),
		AFTER_TEST(what_follows_is_kept_with_the_letters),
		AFTER_TEST(who_was_sent_away_learns_the_decision_alone),
		AFTER_TEST(there_is_nothing_to_tell_before_it_is_decided),
		AFTER_TEST(a_letter_that_was_withdrawn_is_written_again),
		AFTER_TEST(what_became_too_telling_is_held_back),
		AFTER_TEST(everybody_gets_their_own_copy),
		AFTER_TEST(a_reopened_record_does_not_leave),
		AFTER_TEST(who_was_there_for_a_part_gets_what_concerns_them),
		AFTER_TEST(the_plan_is_printed_for_the_room),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
