/* Begin, keep, undo, and waiting for other people. */
#include "case_file.h"
#include "store_fixture.h"

#include <sqlite3.h>

static bool add(struct fixture *x, const char *name)
{
	return store_change(x->s, &fixture_add_agency, NULL, NULL, PARAMETERS(PARAMETER_TEXT("name", name)), NULL,
			    &x->f);
}

static void only_the_outermost_commit_saves(void **state)
{
	struct fixture *x = *state;
	struct store *other;

	assert_ok(x, store_open(&other, &(struct store_opening){.path = x->scratch.file, .busy_seconds = 1}, &x->f));
	assert_ok(x, store_begin(x->s, &x->f));
	assert_ok(x, store_begin(x->s, &x->f));
	assert_ok(x, add(x, "Housing"));
	assert_ok(x, store_commit(x->s, &x->f));
	assert_true(store_in_transaction(x->s));
	assert_int_equal(fixture_agencies(other), 0);
	assert_ok(x, store_commit(x->s, &x->f));
	assert_false(store_in_transaction(x->s));
	assert_int_equal(fixture_agencies(other), 1);
	store_close(other);
}

static void a_rollback_inside_dooms_the_whole(void **state)
{
	struct fixture *x = *state;

	assert_ok(x, store_begin(x->s, &x->f));
	assert_ok(x, add(x, "Housing"));
	assert_ok(x, store_begin(x->s, &x->f));
	store_rollback(x->s);
	assert_true(store_in_transaction(x->s));
	assert_false(add(x, "Probation"));
	assert_false(store_commit(x->s, &x->f));
	assert_int_equal(x->f.code, FAULT_STORAGE);
	assert_false(store_in_transaction(x->s));
	assert_int_equal(fixture_agencies(x->s), 0);
	assert_ok(x, fixture_save(x->s, "The next save is not doomed", &x->f));
}

static void ends_without_a_beginning_are_harmless(void **state)
{
	struct fixture *x = *state;

	store_rollback(x->s);
	store_look_end(x->s);
	assert_false(store_commit(x->s, &x->f)); /* nothing was saved, so it must not be called saved */
	assert_ok(x, fixture_save(x->s, "Housing", &x->f));
}

static void a_look_sees_one_moment(void **state)
{
	struct fixture *x = *state;

	assert_ok(x, store_look_begin(x->s, &x->f));
	assert_ok(x, store_look_begin(x->s, &x->f));
	assert_int_equal(fixture_agencies(x->s), 0);
	assert_false(store_begin(x->s, &x->f)); /* a look that turns into a save could not wait its turn */
	store_look_end(x->s);
	assert_false(store_is_at_rest(x->s));
	store_look_end(x->s);
	assert_true(store_is_at_rest(x->s));
	assert_ok(x, store_begin(x->s, &x->f));
	assert_ok(x, store_look_begin(x->s, &x->f)); /* inside a save it is part of the save */
	assert_ok(x, add(x, "Housing"));
	store_look_end(x->s);
	assert_ok(x, store_commit(x->s, &x->f));
	assert_int_equal(fixture_agencies(x->s), 1);
}

static void told(void *payload)
{
	++*(int *)payload;
}

static void a_busy_file_is_waited_for_and_then_said(void **state)
{
	struct fixture *x = *state;
	struct store *waiter;
	int times = 0;

	assert_ok(x, store_open(&waiter,
				&(struct store_opening){
					.path = x->scratch.file, .busy_seconds = 1, .waiting = told, .payload = &times},
				&x->f));
	assert_ok(x, store_begin(x->s, &x->f));
	assert_false(store_begin(waiter, &x->f));
	assert_int_equal(x->f.code, FAULT_BUSY);
	assert_non_null(strstr(x->f.message, "Another person is saving"));
	assert_int_equal(times, 1); /* told once, after 300 ms of waiting: so it did wait */
	assert_true(store_is_at_rest(waiter));
	store_rollback(x->s);
	assert_ok(x, fixture_save(waiter, "Housing", &x->f));
	store_close(waiter);
}

/* In the rollback journal an unfinished SELECT would make this commit fail. */
static void a_list_read_to_its_end_keeps_nobody_waiting(void **state)
{
	static const struct statement one = {"SELECT id FROM agency ORDER BY id", false};
	struct fixture *x = *state;
	struct store *other;
	int64_t id;

	assert_ok(x, fixture_save(x->s, "Housing", &x->f));
	assert_ok(x, fixture_save(x->s, "Probation", &x->f));
	assert_ok(x, store_select_number(x->s, &one, NULL, 0, &id, &x->f));
	assert_int_equal(id, 1);
	assert_true(store_is_at_rest(x->s));
	assert_ok(x, store_open(&other, &(struct store_opening){.path = x->scratch.file, .busy_seconds = 1}, &x->f));
	assert_ok(x, fixture_save(other, "Police", &x->f));
	store_close(other);
}

static void marks_go_back_part_of_the_way(void **state)
{
	struct fixture *x = *state;

	assert_ok(x, store_begin(x->s, &x->f));
	assert_ok(x, add(x, "Housing"));
	assert_ok(x, store_mark(x->s, &x->f));
	assert_ok(x, add(x, "Probation"));
	store_mark_undo(x->s);
	assert_ok(x, store_mark(x->s, &x->f));
	assert_ok(x, add(x, "Police"));
	assert_ok(x, store_mark_keep(x->s, &x->f));
	assert_ok(x, store_commit(x->s, &x->f));
	assert_int_equal(fixture_agencies(x->s), 2);
	assert_false(store_mark(x->s, &x->f)); /* only inside a save */
}

static int prepared_statements(const struct store *s)
{
	int count = 0;

	for (sqlite3_stmt *q = NULL; (q = sqlite3_next_stmt(s->db, q));)
		count++;
	return count;
}

/* Only while nothing is open: a save would be given up with its statements. */
static void a_rest_gives_memory_back_and_loses_nothing(void **state)
{
	struct fixture *x = *state;
	sqlite3_int64 before;

	assert_ok(x, store_begin(x->s, &x->f));
	assert_ok(x, add(x, "Housing"));
	store_rest(x->s);
	assert_ok(x, add(x, "Probation"));
	assert_ok(x, store_commit(x->s, &x->f));
	assert_true(prepared_statements(x->s) > 4);
	before = sqlite3_memory_used();
	store_rest(x->s);
	assert_int_equal(prepared_statements(x->s), 4); /* to begin, to look, to keep, to undo */
	assert_true(sqlite3_memory_used() < before);
	assert_int_equal(fixture_agencies(x->s), 2);
	assert_ok(x, fixture_save(x->s, "Work goes on", &x->f));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_begin, fixture_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(only_the_outermost_commit_saves),         TEST(a_rollback_inside_dooms_the_whole),
		TEST(ends_without_a_beginning_are_harmless),   TEST(a_look_sees_one_moment),
		TEST(a_busy_file_is_waited_for_and_then_said), TEST(a_list_read_to_its_end_keeps_nobody_waiting),
		TEST(marks_go_back_part_of_the_way),           TEST(a_rest_gives_memory_back_and_loses_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
