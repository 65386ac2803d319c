/* An unborn child is born: the plan goes on, the review comes sooner, a twin gets everything of its own. */
#include "birth_steps.h"
#include "casework/pages.h"
#include "casework/worklist.h"

static void the_plan_goes_on_and_the_review_comes_sooner(void **state)
{
	struct casework_fixture *fixture = *state;
	struct birth birth = a_birth(fixture, an_unborn_child(fixture), "2026-03-25");
	struct found_list found;
	const char *follows;

	birth.children[0].nhs_number = "943 476 5919";
	follows = is_born(fixture, &birth);
	assert_non_null(strstr(follows, "Ifeoma Okonkwo, born 25 Mar 2026."));
	assert_non_null(strstr(follows, "P-0001 goes on."));
	assert_non_null(strstr(follows, "by Fri 10 Apr 2026"));
	assert_int_equal(number(fixture, "SELECT count(*) FROM plan WHERE ended_on IS NULL"), 1);
	assert_string_equal(casework_fixture_text(fixture,
						  "SELECT born_on || ' ' || ifnull(expected_on, '-') || sex || "
						  "nhs_number FROM person"),
			    "2026-03-25 -F943 476 5919");
	MUST(casework_find(fixture->cw, "Ifeoma", 5, true, &fixture->mem, &found, f));
	assert_int_equal(found.count, 1);
	assert_int_equal(casework_fixture_audited(fixture, "child.born"), 1);
}

static void a_twin_gets_a_plan_of_its_own(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t first = an_unborn_child(fixture);
	struct birth birth = a_birth(fixture, first, "2026-03-25");
	const char *follows;

	birth.count = 2;
	follows = is_born(fixture, &birth);
	assert_non_null(strstr(follows, "each of the others has a plan of its own"));
	assert_string_equal(
		casework_fixture_text(fixture,
				      "SELECT group_concat(given_names || ' ' || reference || ' ' || started_on, "
				      "'; ') FROM (SELECT p.given_names, q.reference, q.started_on FROM plan AS q "
				      "JOIN person AS p ON p.id = q.person_id ORDER BY q.id)"),
		"Ifeoma P-0001 2026-02-16; Obi P-0002 2026-02-16");
	assert_int_equal(number(fixture, "SELECT count(*) FROM deadline WHERE rule = 'review.after_birth' AND state = "
					 "'open' AND due_on = '2026-04-10'"),
			 2);
	assert_int_equal(number(fixture, "SELECT count(DISTINCT family_id) FROM family_member WHERE relationship = "
					 "'child'"),
			 1);
	assert_int_equal(number(fixture, "SELECT count(*) FROM conference_child"), 2);
}

/* What is written and not given out yet is for the twin too; and for nobody whose plan has ended. */
static void a_draft_of_the_plan_follows(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = an_unborn_child(fixture);
	struct birth birth = a_birth(fixture, id, "2026-03-25");
	struct loss loss = {.kind = LOSS_DEATH, .on = DAY_NONE, .words = "The ward sister rang."};

	number(fixture, "INSERT INTO plan_version (family_id, number, written_on, by_user) SELECT family_id, 1, "
			"'2026-03-20', 'x' FROM family_member LIMIT 1");
	number(fixture, "INSERT INTO plan_version_child (plan_version_id, person_id) VALUES (1, %lld)", (long long)id);
	birth.count = 2;
	is_born(fixture, &birth);
	assert_int_equal(number(fixture, "SELECT count(*) FROM plan_version_child"), 2);
	loss.person_id = id;
	loss.version = number(fixture, "SELECT version FROM person WHERE id = %lld", (long long)id);
	loss.on = date_from_iso("2026-03-30");
	MUST(casework_loss(fixture->cw, &loss, f));
	assert_int_equal(
		number(fixture, "SELECT count(*) FROM plan_version_child WHERE person_id <> %lld", (long long)id), 1);
	assert_int_equal(number(fixture, "SELECT count(*) FROM plan_version_child"), 1);
}

/* Asked about and lost before any conference: nothing is owed for this child any more. */
static void an_enquiry_owes_a_lost_child_nothing(void **state)
{
	struct casework_fixture *fixture = *state;
	const struct child_row row = {.la_child_id = "F1", .expected_on = "2026-05-20", .strategy_on = "2026-03-24"};
	struct loss loss = {.kind = LOSS_MISCARRIAGE, .on = DAY_NONE, .words = "The midwife rang."};
	struct clock_list clock;

	assert_int_equal(take_row(fixture, &row), INTAKE_ADDED);
	assert_int_equal(
		number(fixture, "SELECT count(*) FROM deadline WHERE subject_kind = 'enquiry' AND state = 'open'"), 1);
	loss.person_id = number(fixture, "SELECT id FROM person");
	loss.version = number(fixture, "SELECT version FROM person");
	loss.on = date_from_iso("2026-03-30");
	MUST(casework_loss(fixture->cw, &loss, f));
	assert_int_equal(number(fixture, "SELECT count(*) FROM deadline WHERE state = 'open'"), 0);
	MUST(casework_clock(fixture->cw, &fixture->mem, &clock, f));
	assert_int_equal(clock.count, 0);
}

static void what_cannot_be_is_refused(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = an_unborn_child(fixture);
	struct birth birth = a_birth(fixture, id, "2026-04-02");
	const char *follows;

	REFUSED(casework_birth(fixture->cw, &birth, &fixture->mem, &follows, f), "born_on", "still to come");
	birth.born_on = DAY_NONE;
	REFUSED(casework_birth(fixture->cw, &birth, &fixture->mem, &follows, f), "born_on", "Enter the day");
	birth.born_on = date_from_iso("2025-03-25");
	REFUSED(casework_birth(fixture->cw, &birth, &fixture->mem, &follows, f), "born_on", "was expected on");
	birth.born_on = date_from_iso("2026-03-25");
	birth.children[0].nhs_number = "943 476 5918";
	REFUSED(casework_birth(fixture->cw, &birth, &fixture->mem, &follows, f), "NHS number", "ten digits");
	birth.children[0].nhs_number = "";
	birth.count = 2;
	birth.children[1].given_names = "";
	REFUSED(casework_birth(fixture->cw, &birth, &fixture->mem, &follows, f), "given_names2", "told apart");
	assert_int_equal(number(fixture, "SELECT count(*) FROM person WHERE born_on IS NOT NULL"),
			 0); /* nor the first */
	birth.count = 1;
	is_born(fixture, &birth);
	REFUSED(casework_birth(fixture->cw, &birth, &fixture->mem, &follows, f), "", "already");
}

/* --- With care --- */

static struct loss a_loss(struct casework_fixture *fixture, int64_t person, enum loss_kind kind, const char *on)
{
	return (struct loss){
		.person_id = person,
		.version = number(fixture, "SELECT version FROM person WHERE id = %lld", (long long)person),
		.kind = kind,
		.on = date_from_iso(on),
		.words = "the midwife, by telephone"};
}

static void a_loss_stops_what_would_reach_the_family(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = an_unborn_child(fixture);
	struct loss loss = a_loss(fixture, id, LOSS_STILLBIRTH, "2026-03-20");
	struct person child;
	const char *waits;
	char age[NAME_ROOM];

	a_waiting_letter(fixture, "about unborn Okonkwo");
	a_waiting_letter(fixture, "about Skye Okonkwo");
	MUST(casework_loss_check(fixture->cw, &loss, &fixture->mem, &waits, f));
	assert_non_null(strstr(waits, "Held back: Conference, to Amelia Okonkwo."));
	assert_non_null(strstr(waits, "P-0001 ends"));
	MUST(casework_loss(fixture->cw, &loss, f));
	assert_string_equal(casework_fixture_text(fixture, "SELECT ended_on || ' ' || end_reason FROM plan"),
			    "2026-03-20 died");
	assert_string_equal(casework_fixture_text(fixture, "SELECT group_concat(state, ' ') FROM (SELECT state FROM "
							   "delivery ORDER BY id)"),
			    "withdrawn waiting");
	assert_int_equal(number(fixture, "SELECT count(*) FROM deadline WHERE state = 'open'"), 0);
	assert_string_equal(casework_fixture_text(fixture, "SELECT kind FROM loss"), "stillbirth");
	MUST(casework_person(fixture->cw, id, &fixture->mem, &child, f));
	assert_string_equal(person_age_text(&child, casework_today(fixture->cw), age), ""); /* never "due" */
}

static void a_loss_is_what_it_can_be(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = an_unborn_child(fixture);
	struct loss loss = a_loss(fixture, id, LOSS_DEATH, "2026-03-20");
	struct birth birth = a_birth(fixture, id, "2026-03-25");

	REFUSED(casework_loss(fixture->cw, &loss, f), "kind", "record the birth first");
	loss.kind = LOSS_MISCARRIAGE;
	loss.words = "";
	REFUSED(casework_loss(fixture->cw, &loss, f), "words", "who told us");
	is_born(fixture, &birth);
	loss = a_loss(fixture, id, LOSS_STILLBIRTH, "2026-03-26");
	REFUSED(casework_loss(fixture->cw, &loss, f), "kind", "record a death");
	loss.kind = LOSS_DEATH;
	loss.on = date_from_iso("2026-03-24");
	REFUSED(casework_loss(fixture->cw, &loss, f), "on", "before the birth");
	loss.on = date_from_iso("2026-03-26");
	MUST(casework_loss(fixture->cw, &loss, f));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(the_plan_goes_on_and_the_review_comes_sooner),
		FIXTURE_TEST(a_twin_gets_a_plan_of_its_own),
		FIXTURE_TEST(a_draft_of_the_plan_follows),
		FIXTURE_TEST(an_enquiry_owes_a_lost_child_nothing),
		FIXTURE_TEST(what_cannot_be_is_refused),
		FIXTURE_TEST(a_loss_stops_what_would_reach_the_family),
		FIXTURE_TEST(a_loss_is_what_it_can_be),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
