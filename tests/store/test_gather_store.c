/* Two enquiries that are one: children and deadlines of the younger go to the older, whatever their standing. */
#include "invitation_fixture.h"
#include "store/complaint_store.h"
#include "store/core_group_store.h"
#include "store/deadline_store.h"
#include "store/gather_store.h"
#include "store/live_store.h"
#include "store/plan_version_store.h"

static int64_t a_child(struct fixture *x, int64_t family)
{
	struct person p = {.surname = "Miah",
			   .sex = SEX_UNKNOWN,
			   .born_on = date_from_iso("2014-03-03"),
			   .expected_on = DAY_NONE,
			   .died_on = DAY_NONE};

	assert_ok(x, person_insert(x->s, &p, &x->mem, &x->f));
	assert_ok(x, member_insert(x->s, &(struct member){.family_id = family, .person_id = p.id}, &x->f));
	return p.id;
}

static int64_t an_enquiry(struct fixture *x, int64_t family, int64_t child, enum deadline_standing standing)
{
	struct enquiry e = {.family_id = family, .strategy_on = date_from_iso("2026-03-16"), .source = SOURCE_CENSUS};
	struct deadline_row d = {.rule = RULE_ICPC,
				 .subject_kind = SUBJECT_ENQUIRY,
				 .family_id = family,
				 .trigger_on = e.strategy_on,
				 .due_on = date_from_iso("2026-04-08"),
				 .limit_on = date_from_iso("2026-04-08"),
				 .owner = "",
				 .state = standing,
				 .done_on = DAY_NONE,
				 .reason = "",
				 .policy = "national"};

	assert_ok(x, enquiry_insert(x->s, &e, &x->f));
	assert_ok(x, enquiry_child_insert(x->s, e.id, child, &x->f));
	d.subject_id = e.id;
	assert_ok(x, deadline_insert(x->s, &d, &x->f));
	assert_ok(x, deadline_child_insert(x->s, d.id, child, &x->f));
	return e.id;
}

static void check_joined(struct fixture *x, enum deadline_standing younger, size_t deadlines)
{
	struct family one = {.reference = "FAM-0001", .name = ""}, two = {.reference = "CIN-F2", .name = ""};
	struct deadline_row_list rows;
	struct person_list children;
	struct twin_list twins;
	int64_t older;

	assert_ok(x, store_begin(x->s, &x->f));
	assert_ok(x, family_insert(x->s, &one, &x->f));
	assert_ok(x, family_insert(x->s, &two, &x->f));
	older = an_enquiry(x, one.id, a_child(x, one.id), STANDING_OPEN);
	an_enquiry(x, two.id, a_child(x, two.id), younger);
	assert_ok(x, family_pour(x->s, two.id, one.id, &x->f));
	assert_ok(x, family_drop(x->s, two.id, &x->f));
	assert_ok(x, twin_enquiries(x->s, one.id, &x->mem, &twins, &x->f));
	assert_int_equal(twins.count, 1);
	assert_int_equal(twins.items[0].keep, older);
	assert_ok(x, enquiry_join(x->s, &twins.items[0], &x->f));
	assert_ok(x, enquiry_children(x->s, older, &x->mem, &children, &x->f));
	assert_int_equal(children.count, 2);
	assert_ok(x, deadlines_of_subject(x->s, SUBJECT_ENQUIRY, older, &x->mem, &rows, &x->f));
	assert_int_equal(rows.count, deadlines);
	assert_ok(x, twin_enquiries(x->s, one.id, &x->mem, &twins, &x->f));
	assert_int_equal(twins.count, 0);
	assert_ok(x, store_commit(x->s, &x->f)); /* no foreign key is left hanging */
}

static void open_limits_become_one(void **state)
{
	check_joined(*state, STANDING_OPEN, 1);
}

static void a_limit_that_was_met_stays_beside_the_open_one(void **state)
{
	check_joined(*state, STANDING_DONE, 2);
}

/* A child who left one of the two families belongs to what becomes of them when the other still has the child. */
static void who_belongs_to_either_belongs_to_both(void **state)
{
	struct fixture *x = *state;
	struct family one = {.reference = "FAM-0001", .name = ""}, two = {.reference = "CIN-F2", .name = ""};
	struct member_list now, former;
	int64_t back, gone;

	assert_ok(x, store_begin(x->s, &x->f));
	assert_ok(x, family_insert(x->s, &one, &x->f));
	assert_ok(x, family_insert(x->s, &two, &x->f));
	back = a_child(x, one.id);
	assert_ok(x, member_end(x->s, one.id, back, date_from_iso("2026-03-03"), &x->f));
	assert_ok(x, member_insert(x->s, &(struct member){.family_id = two.id, .person_id = back}, &x->f));
	gone = a_child(x, two.id);
	assert_ok(x, member_end(x->s, two.id, gone, date_from_iso("2026-03-03"), &x->f));
	assert_ok(x, member_insert(x->s, &(struct member){.family_id = one.id, .person_id = gone}, &x->f));
	assert_ok(x, family_pour(x->s, two.id, one.id, &x->f));
	assert_ok(x, members_of_family(x->s, one.id, &x->mem, &now, &x->f));
	assert_ok(x, former_members_of_family(x->s, one.id, &x->mem, &former, &x->f));
	assert_int_equal(now.count, 2);
	assert_int_equal(former.count, 0);
	assert_ok(x, family_drop(x->s, two.id, &x->f));
	assert_ok(x, store_commit(x->s, &x->f));
}

/* A complaint goes with its family, and with its conference where that is a row of a return twice. */
static void a_complaint_goes_along(void **state)
{
	struct fixture *x = *state;
	int64_t one = a_family(x, "FAM-0001", "Miah"), two = a_family(x, "CIN-F2", "Miah");
	struct conference early = a_conference(x, "C-0001", one, "2026-03-26", 570, STATE_CLOSED),
			  late = a_conference(x, "C-0002", two, "2026-03-26", 570, STATE_CLOSED);
	const struct twin twin = {.keep = early.id, .drop = late.id};
	struct complaint c = complaint_blank(), now;

	c.conference_id = late.id;
	c.family_id = two;
	c.reference = "K-0001";
	c.who = "Shirin Miah";
	c.words = "Nobody asked me.";
	c.received_on = c.stage_on = date_from_iso("2026-04-01");
	assert_ok(x, complaint_insert(x->s, &c, &x->f));
	assert_ok(x, family_pour(x->s, two, one, &x->f));
	assert_ok(x, family_drop(x->s, two, &x->f));
	assert_ok(x, conference_join(x->s, &twin, &x->f));
	assert_ok(x, complaint_by_id(x->s, c.id, &x->mem, &now, &x->f));
	assert_int_equal(now.family_id, one);
	assert_int_equal(now.conference_id, early.id);
	assert_ok(x, store_commit(x->s, &x->f));
}

/* A conference somebody was invited to is not swept together with a row of a return. */
static void what_was_written_and_came_in_goes_along(void **state)
{
	struct fixture *x = *state;
	int64_t one = a_family(x, "FAM-0001", "Miah"), two = a_family(x, "CIN-F2", "Miah");
	struct conference early = a_conference(x, "C-0001", one, "2026-03-26", 570, STATE_CLOSED),
			  late = a_conference(x, "C-0002", two, "2026-03-26", 570, STATE_CLOSED);
	struct letter letter = a_letter(x, &late, 0, "Shirin Miah", 1773000000);
	struct paper paper = {.family_id = two,
			      .name = "report.pdf",
			      .media_type = "application/pdf",
			      .by_user = "bexleya",
			      .bytes = 4};
	struct plan_version plan = plan_version_blank();
	struct core_group group = {.conference_id = early.id, .lead = ""};
	struct live_state live = live_state_blank();
	struct twin_list twins;

	plan.family_id = two;
	plan.written_on = date_from_iso("2026-03-26");
	assert_ok(x, plan_version_keep(x->s, &plan, &x->f));
	assert_ok(x, plan_version_issue(x->s, &plan, plan.written_on, &x->f));
	group.family_id = two;
	assert_ok(x, core_group_keep(x->s, &group, &x->f));
	early.source = late.source = SOURCE_CENSUS;
	assert_ok(x, conference_save(x->s, &early, &x->f));
	assert_ok(x, conference_save(x->s, &late, &x->f));
	assert_ok(x, paper_insert(x->s, &paper, "%PDF", &x->mem, &x->f));
	assert_ok(x, family_pour(x->s, two, one, &x->f));
	assert_ok(x, family_drop(x->s, two, &x->f));
	assert_ok(x, letter_by_id(x->s, letter.id, &x->mem, &letter, &x->f));
	assert_int_equal(letter.family_id, one);
	assert_ok(x, paper_by_id(x->s, paper.id, &x->mem, &paper, &x->f));
	assert_int_equal(paper.family_id, one);
	assert_ok(x, plan_version_by_id(x->s, plan.id, &x->mem, &plan, &x->f));
	assert_int_equal(plan.family_id, one); /* an issued one too: its text stays, its family may become another */
	assert_ok(x, core_group_of_conference(x->s, early.id, &x->mem, &group, &x->f));
	assert_int_equal(group.family_id, one);
	assert_ok(x, twin_conferences(x->s, one, &x->mem, &twins, &x->f));
	assert_int_equal(twins.count, 1);
	assert_ok(x, store_mark(x->s, &x->f));
	live.conference_id = late.id;
	live.format = "signs_of_safety";
	assert_ok(x, live_state_keep(x->s, &live, &x->f));
	assert_ok(x, twin_conferences(x->s, one, &x->mem, &twins, &x->f));
	assert_int_equal(twins.count, 0);
	store_mark_undo(x->s);
	invite(x, late.id, CAPACITY_FAMILY, 0, 0, "Shirin Miah");
	assert_ok(x, twin_conferences(x->s, one, &x->mem, &twins, &x->f));
	assert_int_equal(twins.count, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(open_limits_become_one, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(a_limit_that_was_met_stays_beside_the_open_one, fixture_begin,
						fixture_end),
		cmocka_unit_test_setup_teardown(who_belongs_to_either_belongs_to_both, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(a_complaint_goes_along, saving_begin, saving_end),
		cmocka_unit_test_setup_teardown(what_was_written_and_came_in_goes_along, saving_begin, saving_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
