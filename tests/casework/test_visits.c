/* When children were seen: at every moment one visit is owed for each plan that is owed any, from the last day the
 * child was seen, whatever is written down late, refused or corrected. */
#include "casework/visits.h"

#include "core_group_steps.h"
#include "intake_rows.h"
#include "timeline_calls.h"

static const char *owed(struct casework_fixture *fixture)
{
	return casework_fixture_text(
		fixture,
		"SELECT group_concat(line, '; ') FROM (SELECT p.given_names || ' from ' || d.trigger_on || ' due '"
		" || d.due_on AS line FROM deadline AS d JOIN deadline_child AS k ON k.deadline_id = d.id"
		" JOIN person AS p ON p.id = k.person_id WHERE d.rule = 'visit' AND d.state = 'open' ORDER BY 1)");
}

static int64_t child_called(struct casework_fixture *fixture, const char *name)
{
	return number(fixture, "SELECT id FROM person WHERE given_names = '%s'", name);
}

static struct visit visit_on(const char *day)
{
	struct visit visit = visit_blank();

	visit.visited_on = date_from_iso(day);
	visit.by_whom = "Tom Campbell";
	visit.place = "at home";
	return visit;
}

static struct visit_child of(int64_t child, enum visit_outcome outcome)
{
	return (struct visit_child){.person_id = child, .outcome = outcome, .why = ""};
}

static struct visit_page page_of(struct casework_fixture *fixture, int64_t family)
{
	struct visit_page page;

	MUST(casework_visits_again(fixture->cw, family, &fixture->mem, &page, f));
	return page;
}

static const struct visit_standing *standing(const struct visit_page *page, const char *name)
{
	for (size_t i = 0; i < page->children.count; i++)
		if (strcmp(page->children.items[i].name, name) == 0)
			return &page->children.items[i];
	fail_msg("%s is no child of the family", name);
	return NULL;
}

static void the_next_counts_from_the_day_the_child_was_seen(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = a_family_on_plan(fixture, "2026-04-14");
	int64_t ada = child_called(fixture, "Ada"), chidi = child_called(fixture, "Chidi");
	struct visit visit = visit_on("2026-04-10");
	struct visit_child to[2] = {of(ada, VISIT_SEEN), of(chidi, VISIT_REFUSED)};
	struct visit_page page;

	assert_string_equal(owed(fixture), "Ada from 2026-04-01 due 2026-04-17; Chidi from 2026-04-01 due 2026-04-17");
	to[0].alone = to[0].bedroom = ANSWER_YES;
	to[1].why = "would not come down";
	MUST(casework_visit_record(fixture->cw, family, &visit, to, 2, f));
	assert_string_equal(owed(fixture), "Ada from 2026-04-10 due 2026-04-24; Chidi from 2026-04-01 due 2026-04-17");
	page = page_of(fixture, family);
	assert_string_equal(page.visits.items[0].words,
			    "Chidi refused: would not come down. Ada seen alone; bedroom seen");
	assert_int_equal(standing(&page, "Ada")->last_alone, date_from_iso("2026-04-10"));
	assert_int_equal(standing(&page, "Ada")->due, date_from_iso("2026-04-24"));
	assert_int_equal(standing(&page, "Chidi")->last_seen, DAY_NONE);
	assert_int_equal(standing(&page, "Chidi")->working_days_left, 3);
	visit = visit_on("2026-04-07"); /* an earlier one that comes in late moves nothing */
	to[1] = of(chidi, VISIT_SEEN);
	MUST(casework_visit_record(fixture->cw, family, &visit, to, 2, f));
	assert_string_equal(owed(fixture), "Ada from 2026-04-10 due 2026-04-24; Chidi from 2026-04-07 due 2026-04-21");
	assert_int_equal(audited(fixture, "visit.record"), 2);
}

/* A core group at which the child was is no visit. */
static void a_core_group_is_no_visit(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = a_family_on_plan(fixture, "2026-04-09");
	struct core_group_meeting one = booked_meeting(fixture, family);

	MUST(casework_core_group_held(fixture->cw, family, &one, NULL, 0, f));
	assert_string_equal(owed(fixture), "Ada from 2026-04-01 due 2026-04-17; Chidi from 2026-04-01 due 2026-04-17");
}

static void a_correction_brings_back_what_was_owed(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = a_family_on_plan(fixture, "2026-04-30"), ada = child_called(fixture, "Ada");
	struct visit first = visit_on("2026-04-10"), second = visit_on("2026-04-20"), right = visit_on("2026-04-20");
	struct visit_child seen = of(ada, VISIT_SEEN), not_in = of(ada, VISIT_NOT_IN);

	MUST(casework_visit_record(fixture->cw, family, &first, &seen, 1, f));
	MUST(casework_visit_record(fixture->cw, family, &second, &seen, 1, f));
	right.corrects_id = second.id;
	REFUSED(casework_visit_record(fixture->cw, family, &right, &not_in, 1, f), "correction_why", "Say why");
	right.correction_why = "it was the other sister";
	MUST(casework_visit_record(fixture->cw, family, &right, &not_in, 1, f));
	assert_string_equal(owed(fixture), "Ada from 2026-04-10 due 2026-04-24; Chidi from 2026-04-01 due 2026-04-17");
	REFUSED(casework_visit_record(fixture->cw, family, &right, &seen, 1, f), "", "corrected already");
	right = visit_blank();
	right.corrects_id = first.id;
	right.is_struck = true;
	right.correction_why = "another family";
	REFUSED(casework_visit_record(fixture->cw, family, &right, &seen, 1, f), "", "to nobody");
	MUST(casework_visit_record(fixture->cw, family, &right, NULL, 0, f));
	assert_string_equal(owed(fixture), "Ada from 2026-04-01 due 2026-04-17; Chidi from 2026-04-01 due 2026-04-17");
	assert_int_equal(page_of(fixture, family).visits.count, 4); /* nothing is gone */
	right = visit_on("2026-04-29");
	MUST(casework_visit_record(fixture->cw, family, &right, &seen, 1, f));
	assert_string_equal(owed(fixture), "Ada from 2026-04-29 due 2026-05-14; Chidi from 2026-04-01 due 2026-04-17");
	assert_int_equal(number(fixture, "SELECT count(*) FROM deadline WHERE rule = 'visit' AND state = 'done'"), 1);
	assert_int_equal(audited(fixture, "visit.correct") + audited(fixture, "visit.strike"), 2);
}

/* What a return does not say was not necessarily left undone: a plan from elsewhere owes none until one is kept. */
static void a_plan_from_elsewhere_owes_none_until_one_is_written_down(void **state)
{
	struct casework_fixture *fixture = *state;
	const struct child_row row = {
		.la_child_id = "F1", .born_on = "2018-02-03", .plan_on = "2026-03-16", .reviews = {NULL}};
	struct visit visit = visit_on("2026-03-25"), struck = visit_blank();
	struct visit_child seen;
	int64_t family;

	take_row(fixture, &row);
	family = number(fixture, "SELECT family_id FROM plan");
	assert_int_equal(number(fixture, "SELECT count(*) FROM deadline WHERE rule = 'visit'"), 0);
	seen = of(number(fixture, "SELECT person_id FROM plan"), VISIT_SEEN);
	MUST(casework_visit_record(fixture->cw, family, &visit, &seen, 1, f));
	assert_string_equal(casework_fixture_text(fixture, "SELECT due_on FROM deadline WHERE rule = 'visit'"),
			    "2026-04-10");
	struck.corrects_id = visit.id;
	struck.is_struck = true;
	struck.correction_why = "typed twice";
	MUST(casework_visit_record(fixture->cw, family, &struck, NULL, 0, f));
	assert_int_equal(number(fixture, "SELECT count(*) FROM deadline WHERE rule = 'visit' AND state = 'open'"), 0);
}

/* The visits to a child who is here on the plan of another authority are theirs to owe. */
static void a_plan_of_another_authority_owes_none(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = a_family_on_plan(fixture, "2026-04-14"), ada = child_called(fixture, "Ada");
	struct visit visit = visit_on("2026-04-10");
	struct visit_child to[2] = {of(ada, VISIT_SEEN), of(child_called(fixture, "Chidi"), VISIT_SEEN)};

	number(fixture, "DELETE FROM deadline_child WHERE person_id = %lld", (long long)ada);
	number(fixture, "DELETE FROM deadline WHERE id NOT IN (SELECT deadline_id FROM deadline_child)");
	number(fixture, "UPDATE plan SET is_other_authority = 1 WHERE person_id = %lld", (long long)ada);
	MUST(casework_visit_record(fixture->cw, family, &visit, to, 2, f));
	assert_string_equal(owed(fixture), "Chidi from 2026-04-10 due 2026-04-24");
}

static void what_cannot_have_been_is_said(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = a_family_on_plan(fixture, "2026-04-14"), ada = child_called(fixture, "Ada");
	struct visit visit = visit_on("2026-04-15");
	struct visit_child to[2] = {of(ada, VISIT_SEEN), of(ada, VISIT_SEEN)};

	REFUSED(casework_visit_record(fixture->cw, family, &visit, to, 1, f), "visited_on", "in the future");
	visit.visited_on = DAY_NONE;
	REFUSED(casework_visit_record(fixture->cw, family, &visit, to, 1, f), "visited_on", "Enter the day");
	visit = visit_on("2026-04-13");
	REFUSED(casework_visit_record(fixture->cw, family, &visit, to, 2, f), "children", "named twice");
	REFUSED(casework_visit_record(fixture->cw, family, &visit, to, 0, f), "children", "which child");
	visit.by_whom = "  ";
	REFUSED(casework_visit_record(fixture->cw, family, &visit, to, 1, f), "by_whom", "who made");
	visit = visit_on("2026-04-13");
	to[0] = of(ada, VISIT_NOT_IN);
	to[0].alone = ANSWER_YES;
	REFUSED(casework_visit_record(fixture->cw, family, &visit, to, 1, f), "children", "was not seen");
	to[0] = of(99999, VISIT_SEEN);
	REFUSED(casework_visit_record(fixture->cw, family, &visit, to, 1, f), "children", "children of this family");
	visit.is_struck = true;
	REFUSED(casework_visit_record(fixture->cw, family, &visit, to, 1, f), "", "Choose the visit");
	assert_int_equal(number(fixture, "SELECT count(*) FROM visit"), 0);
}

static void what_was_shared_is_kept_for_good(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = a_family_on_plan(fixture, "2026-04-14"), ada = child_called(fixture, "Ada");
	struct disclosure d = disclosure_blank(), right;
	struct disclosure_page page;

	d.shared_on = date_from_iso("2026-04-13");
	d.what = "That Ada is on a plan.";
	d.name = "Priti Dhillon";
	d.agency = "Northgate Housing";
	d.why = "The lock is to be mended this week.";
	d.ground = DISCLOSURE_PROTECTION;
	d.shared_by = "Tom Campbell";
	REFUSED(casework_disclosure_record(fixture->cw, family, &d, &ada, 1, f), "decided_by", "who decided");
	d.decided_by = "Dana Webb";
	REFUSED(casework_disclosure_record(fixture->cw, family, &d, &ada, 0, f), "children", "which child");
	d.letter_id = 99999;
	REFUSED(casework_disclosure_record(fixture->cw, family, &d, &ada, 1, f), "", "letter");
	d.letter_id = 0;
	MUST(casework_disclosure_record(fixture->cw, family, &d, &ada, 1, f));
	right = d;
	right.corrects_id = d.id;
	right.correction_why = "her mother had agreed";
	right.ground = DISCLOSURE_PERMISSION;
	right.decided_by = "Amelia Okonkwo";
	MUST(casework_disclosure_record(fixture->cw, family, &right, &ada, 1, f));
	REFUSED(casework_disclosure_record(fixture->cw, family, &right, &ada, 1, f), "", "corrected already");
	MUST(casework_disclosures(fixture->cw, family, &fixture->mem, &page, f));
	assert_int_equal(page.written, 2);
	assert_true(page.shared.items[0].stands);
	assert_false(page.shared.items[1].stands);
	assert_string_equal(page.shared.items[0].to, "Priti Dhillon, Northgate Housing");
	assert_string_equal(page.shared.items[0].about, "Ada");
	assert_int_equal(audited(fixture, "disclosure.correct"), 1);
}

static void a_restricted_family_is_silent(void **state)
{
	static call *const calls[] = {
		visits, visits_again, visit_record, disclosures, disclosures_again, disclosure_record, timeline};
	struct casework_fixture *fixture = *state;
	struct world w = {.fixture = fixture, .family = a_family_on_plan(fixture, "2026-04-01")};
	struct timeline out;

	w.child = child_called(fixture, "Ada");
	number(fixture, "UPDATE family SET is_restricted = 1");
	casework_fixture_open_as(fixture, "other", ROLE_BIT(ROLE_BUSINESS_SUPPORT));
	for (size_t i = 0; i < sizeof calls / sizeof *calls; i++) {
		struct fault f = {0};

		if (calls[i](fixture->cw, &w, &fixture->mem, &f))
			fail_msg("call %zu was done", i);
		assert_string_equal(f.message, "There is no such family, or it is not for you to see.");
		assert_true(casework_is_at_rest(fixture->cw));
	}
	REFUSED(casework_timeline(fixture->cw, 0, w.child, &fixture->mem, &out, f), "", "no such family");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, casework_fixture_setup, casework_fixture_teardown)
	const struct CMUnitTest tests[] = {
		TEST(the_next_counts_from_the_day_the_child_was_seen),
		TEST(a_core_group_is_no_visit),
		TEST(a_correction_brings_back_what_was_owed),
		TEST(a_plan_from_elsewhere_owes_none_until_one_is_written_down),
		TEST(a_plan_of_another_authority_owes_none),
		TEST(what_cannot_have_been_is_said),
		TEST(what_was_shared_is_kept_for_good),
		TEST(a_restricted_family_is_silent),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
