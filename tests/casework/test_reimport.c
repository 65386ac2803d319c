/* The same file taken in again after people have worked: what was booked, moved, postponed, cancelled or asked for by
 * hand stands, and no limit comes or goes behind anybody's back. */
#include "booking_steps.h"
#include "casework/intake.h"
#include "intake_rows.h"

/* What hand-made work there is, as one text: any change shows. */
static const char *hand_made(struct casework_fixture *fixture)
{
	return casework_fixture_text(
		fixture,
		"SELECT (SELECT group_concat(reference || state || coalesce(held_on, '-') || version, ' ') FROM"
		" conference) || '; ' || coalesce((SELECT group_concat(rule || due_on || state || trigger_on, "
		"' ')"
		" FROM (SELECT * FROM deadline ORDER BY id)), '') || '; ' || (SELECT group_concat(strategy_on "
		"||"
		" conference_required, ' ') FROM enquiry) || '; ' || (SELECT count(*) FROM booking) || '; ' ||"
		" (SELECT group_concat(deadline_id || '-' || person_id, ' ') FROM (SELECT * FROM deadline_child"
		" ORDER BY deadline_id, person_id))");
}

static int64_t asked_for(struct casework_fixture *fixture, const char *la_child_id, const char *strategy_on)
{
	struct request_child child = {
		.person_id = number(fixture, "SELECT id FROM person WHERE la_child_id = '%s'", la_child_id)};
	struct request request = a_request(&child, 1, strategy_on);

	request.family_id = number(fixture, "SELECT family_id FROM family_member WHERE person_id = %lld",
				   (long long)child.person_id);
	return taken(fixture, &request);
}

static void book(struct casework_fixture *fixture, int64_t conference)
{
	struct booking booking = first_booking(fixture, conference);

	MUST(casework_book(fixture->cw, &booking, f));
}

static struct withdrawal withdrawal_of(struct casework_fixture *fixture, int64_t conference)
{
	return (struct withdrawal){.conference_id = conference,
				   .version = facts_of(fixture, conference).conference.version,
				   .reason = "mother in hospital",
				   .agreed_by = "the chair"};
}

/* What may be done by hand to a conference; the enquiry came from a return that left it open. */
static void done_by_hand(struct casework_fixture *fixture, int64_t conference, int what)
{
	struct withdrawal w;

	if (what == 0)
		return;
	book(fixture, conference);
	if (what == 2)
		book(fixture, conference); /* moved: the first proposal is another one now */
	w = withdrawal_of(fixture, conference);
	w.no_longer_required = what == 5;
	if (what == 3)
		MUST(casework_postpone(fixture->cw, &w, f));
	if (what >= 4)
		MUST(casework_cancel(fixture->cw, &w, f));
}

static const char *const by_hand[] = {"asked for", "booked",    "moved",
				      "postponed", "cancelled", "cancelled and not needed any more"};
enum { BY_HAND = sizeof by_hand / sizeof *by_hand };

/* Each in a file of its own. */
static void for_each_kind_of_work(void (*try)(struct casework_fixture *fixture, int what))
{
	for (int what = 0; what < BY_HAND; what++) {
		void *own = NULL;

		casework_fixture_setup(&own);
		try(own, what);
		casework_fixture_teardown(&own);
	}
}

static void try_census(struct casework_fixture *fixture, int what)
{
	const struct child_row row = {.la_child_id = "F1", .born_on = "2015-01-09", .strategy_on = "2026-03-26"};
	const char *before;

	assert_int_equal(take_row(fixture, &row), INTAKE_ADDED);
	done_by_hand(fixture, asked_for(fixture, "F1", "2026-03-26"), what);
	before = hand_made(fixture);
	if (take_row(fixture, &row) != INTAKE_UNCHANGED || strcmp(before, hand_made(fixture)) != 0)
		fail_msg("%s: %s became %s", by_hand[what], before, hand_made(fixture));
}

static void a_census_again_changes_no_work(void **state)
{
	(void)state;
	for_each_kind_of_work(try_census);
}

/* The return said that none is needed; a person knew better. Its limit must not vanish with the next import. */
static void try_not_required(struct casework_fixture *fixture, int what)
{
	const struct child_row row = {
		.la_child_id = "F1", .born_on = "2015-01-09", .strategy_on = "2026-03-26", .not_required = ANSWER_YES};
	struct intake_complaint_list complaints;
	struct built_child built;
	const char *before;

	assert_int_equal(take_row(fixture, &row), INTAKE_ADDED);
	done_by_hand(fixture, asked_for(fixture, "F1", "2026-03-26"), what);
	before = hand_made(fixture);
	build_child(&built, &row);
	if (take_child(fixture, &built, &complaints) != INTAKE_UNCHANGED || strcmp(before, hand_made(fixture)) != 0)
		fail_msg("%s: %s became %s", by_hand[what], before, hand_made(fixture));
	if (what == 5) { /* nobody disagrees */
		assert_int_equal(complaints.count, 0);
		return;
	}
	assert_int_equal(complaints.count, 1);
	assert_string_equal(complaints.items[0].field, "ICPCnotRequired");
	assert_non_null(strstr(complaints.items[0].message, "C-0001"));
}

static void an_answer_of_the_return_ends_no_work(void **state)
{
	(void)state;
	for_each_kind_of_work(try_not_required);
}

/* Each from a return, then brought together by the list of people. */
static void two_siblings(struct casework_fixture *fixture, const struct child_row *rows)
{
	for (int i = 0; i < 2; i++) {
		const struct intake_person person = person_row("FAM-0001", rows[i].la_child_id, "Okonkwo",
							       i ? "Ada" : "Chidi", RELATIONSHIP_CHILD,
							       rows[i].born_on);
		enum intake_result result;

		take_row(fixture, &rows[i]);
		MUST(intake_person(fixture->cw, &person, &result, f));
	}
	assert_int_equal(number(fixture, "SELECT count(*) FROM enquiry"), 1);
}

/* One sibling is asked for by hand, the other left out: the return has no say in who belongs to the enquiry. */
static void siblings_stay_as_they_were_asked_for(void **state)
{
	struct casework_fixture *fixture = *state;
	const struct child_row rows[] = {{.la_child_id = "F1", .born_on = "2015-01-09", .strategy_on = "2026-03-26"},
					 {.la_child_id = "F2", .born_on = "2017-01-09", .strategy_on = "2026-03-26"}};
	const char *before;

	two_siblings(fixture, rows);
	asked_for(fixture, "F1", "2026-03-26");
	before = hand_made(fixture);
	for (int i = 0; i < 2; i++)
		assert_int_equal(take_row(fixture, &rows[i]), INTAKE_UNCHANGED);
	assert_string_equal(before, hand_made(fixture));
}

static const char *limits_by_child(struct casework_fixture *fixture)
{
	return casework_fixture_text(fixture, "SELECT group_concat(la_child_id || ' ' || state, '; ') FROM (SELECT "
					      "la_child_id, state FROM deadline JOIN deadline_child ON deadline_id = "
					      "deadline.id JOIN person ON person.id = person_id WHERE rule = 'icpc' "
					      "ORDER BY la_child_id, deadline.id)");
}

static const struct answer {
	const char *held[2];
	enum yes_no not_required[2];
	bool last_first;
	const char *limits, *why;
} answers[] = {
	{{"2026-03-30", ""}, {0}, false, "F2 open", "one went to a conference"},
	{{"", "2026-03-30"}, {0}, false, "F1 open", "the other did"},
	{{"2026-03-30", ""}, {0}, true, "F2 open", "the order of the return does not matter"},
	{{"", ""}, {ANSWER_UNKNOWN, ANSWER_YES}, false, "F1 open", "one needs none"},
	{{"", ""}, {ANSWER_YES, ANSWER_UNKNOWN}, true, "F2 open", "the other needs none"},
	{{"", ""}, {ANSWER_YES, ANSWER_YES}, false, "F2 withdrawn", "neither does"},
	{{"2026-03-30", "2026-03-30"}, {0}, false, "F2 done", "both went to the same one"},
};

static void try_answer(struct casework_fixture *fixture, const struct answer *a)
{
	struct child_row rows[] = {{.la_child_id = "F1", .born_on = "2015-01-09", .strategy_on = "2026-03-26"},
				   {.la_child_id = "F2", .born_on = "2017-01-09", .strategy_on = "2026-03-26"}};

	two_siblings(fixture, rows);
	for (int i = 0; i < 2; i++) {
		rows[i].conference_on = a->held[i];
		rows[i].not_required = a->not_required[i];
	}
	for (int k = 0; k < 4; k++) { /* the second time nothing changes */
		const struct child_row *row = &rows[(k + a->last_first) % 2];

		if (take_row(fixture, row) != INTAKE_UNCHANGED && k > 1)
			fail_msg("%s: the second import changes %s", a->why, row->la_child_id);
	}
	if (strcmp(limits_by_child(fixture), a->limits) != 0)
		fail_msg("%s: %s", a->why, limits_by_child(fixture));
}

/* Two siblings wait by one enquiry; then a return answers, for one or for both, in either order. */
static void an_answer_for_one_sibling_is_for_one(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof answers / sizeof *answers; i++) {
		void *own = NULL;

		casework_fixture_setup(&own);
		try_answer(own, &answers[i]);
		casework_fixture_teardown(&own);
	}
}

/* A brother was to a conference; the sister's, asked for by hand after the same discussion, is still to come. */
static void a_conference_of_one_ends_no_limit_of_another(void **state)
{
	struct casework_fixture *fixture = *state;
	const struct child_row row = {.la_child_id = "F2",
				      .born_on = "2017-01-09",
				      .strategy_on = "2026-03-26",
				      .conference_on = "2026-03-30"};
	enum intake_result result;

	for (int i = 0; i < 2; i++) {
		const struct intake_person person = person_row("FAM-0001", i ? "F2" : "F1", "Okonkwo",
							       i ? "Ada" : "Chidi", RELATIONSHIP_CHILD,
							       i ? "2017-01-09" : "2015-01-09");

		MUST(intake_person(fixture->cw, &person, &result, f));
	}
	asked_for(fixture, "F1", "2026-03-26");
	take_row(fixture, &row);
	assert_string_equal(limits_by_child(fixture), "F1 open");
}

/* --- The list of requests --- */

static struct intake_request row_of(const char *family, enum conference_type type, const char *strategy_on)
{
	return (struct intake_request){.family_reference = family,
				       .children = "",
				       .type = type,
				       .strategy_on = day_or_none(strategy_on),
				       .social_worker = "",
				       .reason = "injury to a baby",
				       .interpreter = "",
				       .sittings = "",
				       .avoid = ""};
}

static void try_request(struct casework_fixture *fixture, int what)
{
	const struct intake_person child = person_row("FAM-0001", "F1", "Okonkwo", "Chidi", RELATIONSHIP_CHILD,
						      "2015-01-09");
	const struct intake_request row = row_of("FAM-0001", CONFERENCE_INITIAL, "2026-03-26");
	enum intake_result result;
	struct fault f = {0};
	const char *before;

	assert_done(intake_person(fixture->cw, &child, &result, &f), &f);
	assert_done(intake_request(fixture->cw, &row, &result, &f), &f);
	done_by_hand(fixture, number(fixture, "SELECT id FROM conference"), what);
	before = hand_made(fixture);
	if (what < 4) {
		assert_done(intake_request(fixture->cw, &row, &result, &f), &f);
		assert_int_equal(result, INTAKE_UNCHANGED);
	} else {
		assert_false(intake_request(fixture->cw, &row, &result, &f));
		assert_int_equal(result, INTAKE_REFUSED);
		assert_non_null(strstr(f.message, "C-0001"));
		assert_non_null(strstr(f.message, "cancelled"));
	}
	if (strcmp(before, hand_made(fixture)) != 0)
		fail_msg("%s: %s became %s", by_hand[what], before, hand_made(fixture));
}

static void requests_again_change_no_work(void **state)
{
	(void)state;
	for_each_kind_of_work(try_request);
}

/* A review has no discussion to know it again by: the one that waits, in the same words, is it. */
static void a_review_asked_for_again_is_the_same(void **state)
{
	struct casework_fixture *fixture = *state;
	const struct child_row child = {.la_child_id = "F1", .born_on = "2015-01-09", .plan_on = "2026-01-15"};
	struct intake_request row = row_of("CIN-F1", CONFERENCE_REVIEW, "");
	enum intake_result result;

	take_row(fixture, &child);
	MUST(intake_request(fixture->cw, &row, &result, f));
	assert_int_equal(result, INTAKE_ADDED);
	MUST(intake_request(fixture->cw, &row, &result, f));
	assert_int_equal(result, INTAKE_UNCHANGED);
	row.reason = "a new injury";
	assert_false(intake_request(fixture->cw, &row, &result, NULL)); /* other words: the one that waits is named */
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_census_again_changes_no_work),
		cmocka_unit_test(an_answer_of_the_return_ends_no_work),
		FIXTURE_TEST(siblings_stay_as_they_were_asked_for),
		cmocka_unit_test(an_answer_for_one_sibling_is_for_one),
		FIXTURE_TEST(a_conference_of_one_ends_no_limit_of_another),
		cmocka_unit_test(requests_again_change_no_work),
		FIXTURE_TEST(a_review_asked_for_again_is_the_same),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
