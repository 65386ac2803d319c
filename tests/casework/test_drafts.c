/* Drafts are one's own, kept for each session, and found again by the next. */
#include "casework/drafts.h"

#include "work.h"

#include "intake_rows.h"
#include <time.h>

static void test_kept_replaced_and_dropped(void **state)
{
	struct casework_fixture *fixture = *state;
	struct draft_list drafts;
	struct fault f = {0};
	int64_t before = (int64_t)time(NULL);

	assert_done(casework_draft_keep(fixture->cw, "request", "", "Request, 1 of 14", "family=Okonkwo\n", &f), &f);
	assert_done(
		casework_draft_keep(fixture->cw, "request", "", "Request, 2 of 14", "family=Okonkwo\nreason=x\n", &f),
		&f);
	assert_done(casework_drafts(fixture->cw, &fixture->mem, &drafts, &f), &f);
	assert_int_equal(drafts.count, 1);
	assert_string_equal(drafts.items[0].fields, "family=Okonkwo\nreason=x\n");
	assert_false(drafts.items[0].is_of_other_session);
	assert_string_equal(drafts.items[0].when,
			    work_moment_words(fixture->cw, drafts.items[0].saved_at, &fixture->mem));
	assert_true(drafts.items[0].saved_at >= before); /* when it was really kept, whatever day was given */
	assert_done(casework_draft_drop(fixture->cw, "request", "", &f), &f);
	assert_true(casework_drafts(fixture->cw, &fixture->mem, &drafts, &f));
	assert_int_equal(drafts.count, 0);
	assert_true(casework_is_at_rest(fixture->cw));
}

static void test_the_next_session_finds_it(void **state)
{
	struct casework_fixture *fixture = *state;
	struct draft_list drafts;
	struct fault f = {0};

	assert_true(casework_draft_keep(fixture->cw, "request", "", "Request", "a=b\n", &f));
	casework_fixture_reopen(fixture, FIXTURE_TODAY);
	assert_true(casework_drafts(fixture->cw, &fixture->mem, &drafts, &f));
	assert_int_equal(drafts.count, 1);
	assert_true(drafts.items[0].is_of_other_session);
	assert_done(casework_draft_drop_id(fixture->cw, drafts.items[0].id, &f), &f);
	assert_false(casework_draft_drop_id(fixture->cw, drafts.items[0].id, &f));
	assert_int_equal(f.code, FAULT_NOT_FOUND);
}

/* Saved or discarded by the session that took it up, it must not be offered again. */
static void test_taken_over_it_is_this_sessions(void **state)
{
	struct casework_fixture *fixture = *state;
	struct draft_list drafts;
	struct fault f = {0};

	assert_true(casework_draft_keep(fixture->cw, "request", "new 1", "Request", "a=b\n", &f));
	casework_fixture_reopen(fixture, FIXTURE_TODAY);
	assert_true(casework_drafts(fixture->cw, &fixture->mem, &drafts, &f));
	assert_done(casework_draft_take_over(fixture->cw, drafts.items[0].id, &f), &f);
	assert_true(casework_drafts(fixture->cw, &fixture->mem, &drafts, &f));
	assert_int_equal(drafts.count, 1);
	assert_false(drafts.items[0].is_of_other_session);
	assert_string_equal(drafts.items[0].fields, "a=b\n");
	assert_done(casework_draft_take_over(fixture->cw, drafts.items[0].id, &f), &f);
	assert_done(casework_draft_drop(fixture->cw, "request", "new 1", &f), &f);
	assert_int_equal(casework_fixture_number(fixture, "SELECT count(*) FROM draft"), 0);
	assert_false(casework_draft_take_over(fixture->cw, 1, &f));
	assert_int_equal(f.code, FAULT_NOT_FOUND);
	assert_true(casework_is_at_rest(fixture->cw));
}

static void test_nobody_sees_another_persons(void **state)
{
	struct casework_fixture *fixture = *state;
	struct draft_list drafts;
	struct fault f = {0};
	int64_t id;

	assert_true(casework_draft_keep(fixture->cw, "request", "", "Request", "a=b\n", &f));
	id = casework_fixture_number(fixture, "SELECT id FROM draft");
	casework_fixture_open_as(fixture, "amina", ROLE_BIT(ROLE_BUSINESS_SUPPORT));
	assert_true(casework_drafts(fixture->cw, &fixture->mem, &drafts, &f));
	assert_int_equal(drafts.count, 0);
	assert_false(casework_draft_drop_id(fixture->cw, id, &f));
	assert_int_equal(casework_fixture_number(fixture, "SELECT count(*) FROM draft"), 1);
}

static void test_typing_leaves_no_audit_row(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t before = casework_fixture_number(fixture, "SELECT count(*) FROM audit");
	struct fault f = {0};

	assert_true(casework_draft_keep(fixture->cw, "request", "", "Request", "a=b\n", &f));
	assert_int_equal(casework_fixture_number(fixture, "SELECT count(*) FROM audit"), before);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(test_kept_replaced_and_dropped),      FIXTURE_TEST(test_the_next_session_finds_it),
		FIXTURE_TEST(test_taken_over_it_is_this_sessions), FIXTURE_TEST(test_nobody_sees_another_persons),
		FIXTURE_TEST(test_typing_leaves_no_audit_row),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
