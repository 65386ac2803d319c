/* Deliveries: no two senders take the same one, and none is sent that may have gone out. */
#include "invitation_fixture.h"

#include <sys/wait.h>
#include <unistd.h>

static struct delivery one_waiting(struct fixture *x, struct conference *c)
{
	*c = a_conference(x, "C-0001", a_family(x, "FAM-0001", "Mensah"), "2026-03-26", 570, STATE_SCHEDULED);
	return a_delivery(x, a_letter(x, c, 0, "Akua Mensah", 100).id, METHOD_EMAIL, DELIVERY_WAITING, 100);
}

static void it_is_saved_from_the_state_it_was_read_in(void **state)
{
	struct fixture *x = *state;
	struct conference c;
	struct delivery mine = one_waiting(x, &c), theirs = mine, back;

	mine.state = DELIVERY_SENDING;
	mine.attempts = 1;
	mine.next_at = 400;
	assert_ok(x, delivery_save(x->s, &mine, DELIVERY_WAITING, &x->f));
	theirs.state = DELIVERY_SENDING;
	assert_false(delivery_save(x->s, &theirs, DELIVERY_WAITING, &x->f));
	assert_int_equal(x->f.code, FAULT_CONFLICT);
	assert_true(*x->f.message);
	mine.state = DELIVERY_SENT;
	mine.settled_at = 160;
	mine.said = "250 queued";
	mine.message_id = "<1@example.net>";
	assert_ok(x, delivery_save(x->s, &mine, DELIVERY_SENDING, &x->f));
	assert_ok(x, delivery_by_id(x->s, mine.id, &x->mem, &back, &x->f));
	assert_int_equal(back.state, DELIVERY_SENT);
	assert_int_equal(back.attempts, 1);
	assert_int_equal(back.settled_at, 160);
	assert_int_equal(back.next_at, 400);
	assert_int_equal(back.queued_at, 100);
	assert_string_equal(back.said, "250 queued");
	assert_string_equal(back.message_id, "<1@example.net>");
	assert_string_equal(back.address, "home@example.net");
	assert_false(delivery_by_id(x->s, 4711, &x->mem, &back, &x->f));
	assert_int_equal(x->f.code, FAULT_NOT_FOUND);
}

static void only_what_may_go_now_is_due(void **state)
{
	static const struct {
		const char *why;
		enum invite_method method;
		enum delivery_state state;
		int64_t next_at;
		bool due;
	} rows[] = {
		{"now", METHOD_EMAIL, DELIVERY_WAITING, 500, true},
		{"tried, waits for its next time", METHOD_EMAIL, DELIVERY_WAITING, 501, false},
		{"by post", METHOD_POST, DELIVERY_WAITING, 500, false},
		{"another sender has it", METHOD_EMAIL, DELIVERY_SENDING, 500, false},
		{"sent", METHOD_EMAIL, DELIVERY_SENT, 500, false},
		{"unsure: a person looks first", METHOD_EMAIL, DELIVERY_UNSURE, 500, false},
		{"overtaken", METHOD_EMAIL, DELIVERY_WITHDRAWN, 500, false},
	};
	struct fixture *x = *state;
	struct conference c = a_conference(x, "C-0001", a_family(x, "FAM-0001", "Mensah"), "2026-03-26", 570,
					   STATE_SCHEDULED);

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct letter l = a_letter(x, &c, 0, "Akua Mensah", 100);
		struct delivery d = a_delivery(x, l.id, rows[i].method, rows[i].state, 100);
		struct letter_listed_list list;
		bool found = false;

		d.next_at = rows[i].next_at;
		assert_ok(x, delivery_save(x->s, &d, d.state, &x->f));
		assert_ok(x, deliveries_due(x->s, METHOD_EMAIL, 500, 100, &x->mem, &list, &x->f));
		for (size_t k = 0; k < list.count; k++)
			found = found || list.items[k].delivery_id == d.id;
		if (found != rows[i].due)
			fail_msg("%s", rows[i].why);
	}
}

static void the_oldest_go_first_and_no_more_than_asked(void **state)
{
	struct fixture *x = *state;
	struct conference c = a_conference(x, "C-0001", a_family(x, "FAM-0001", "Mensah"), "2026-03-26", 570,
					   STATE_SCHEDULED);
	struct letter_listed_list list;

	for (int64_t queued_at = 300; queued_at >= 100; queued_at -= 100)
		a_delivery(x, a_letter(x, &c, 0, "Akua Mensah", queued_at).id, METHOD_EMAIL, DELIVERY_WAITING,
			   queued_at);
	assert_ok(x, deliveries_due(x->s, METHOD_EMAIL, 500, 2, &x->mem, &list, &x->f));
	assert_int_equal(list.count, 2);
	assert_int_equal(list.items[0].written_at, 100);
	assert_int_equal(list.items[1].written_at, 200);
}

static void what_was_cut_off_is_unsure(void **state)
{
	struct fixture *x = *state;
	struct conference c;
	struct delivery waiting = one_waiting(x, &c), back;
	struct delivery cut = a_delivery(x, a_letter(x, &c, 0, "Kofi Mensah", 100).id, METHOD_EMAIL, DELIVERY_SENDING,
					 100);
	int64_t count;

	assert_ok(x, deliveries_left_behind(x->s, 900, &count, &x->f));
	assert_int_equal(count, 1);
	assert_ok(x, delivery_by_id(x->s, cut.id, &x->mem, &back, &x->f));
	assert_int_equal(back.state, DELIVERY_UNSURE);
	assert_int_equal(back.settled_at, 900);
	assert_true(*back.said);
	assert_ok(x, delivery_by_id(x->s, waiting.id, &x->mem, &back, &x->f));
	assert_int_equal(back.state, DELIVERY_WAITING);
	assert_ok(x, deliveries_left_behind(x->s, 950, &count, &x->f));
	assert_int_equal(count, 0);
}

/* 0 when this process took it, 1 when another one had, 2 for anything else. */
static int take(const struct fixture *x, int64_t id)
{
	struct store *s = NULL;
	struct arena mem = {0};
	struct fault f = {0};
	struct delivery d;
	int result = 2;

	if (store_open(&s, &(struct store_opening){.path = x->scratch.file, .busy_seconds = 10}, &f) &&
	    store_begin(s, &f)) {
		if (delivery_by_id(s, id, &mem, &d, &f)) {
			d.state = DELIVERY_SENDING;
			result = delivery_save(s, &d, DELIVERY_WAITING, &f) ? 0 : f.code == FAULT_CONFLICT ? 1 : 2;
		}
		if (result == 0)
			result = store_commit(s, &f) ? 0 : 2;
		else
			store_rollback(s);
	}
	store_close(s);
	arena_finish(&mem);
	return result;
}

static void of_eight_senders_one_takes_it(void **state)
{
	struct fixture *x = *state;
	int taken[3] = {0};
	struct conference c;
	struct delivery d;

	assert_ok(x, store_begin(x->s, &x->f));
	d = one_waiting(x, &c);
	assert_ok(x, store_commit(x->s, &x->f));
	store_close(x->s);
	x->s = NULL;
	for (int i = 0; i < 8; i++)
		if (fork() == 0)
			_exit(take(x, d.id));
	for (int i = 0; i < 8; i++) {
		int status;

		assert_true(wait(&status) > 0);
		assert_true(WIFEXITED(status) && WEXITSTATUS(status) < 3);
		taken[WEXITSTATUS(status)]++;
	}
	assert_int_equal(taken[0], 1);
	assert_int_equal(taken[1], 7);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, saving_begin, saving_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(it_is_saved_from_the_state_it_was_read_in),
		TEST(only_what_may_go_now_is_due),
		TEST(the_oldest_go_first_and_no_more_than_asked),
		TEST(what_was_cut_off_is_unsure),
		cmocka_unit_test_setup_teardown(of_eight_senders_one_takes_it, fixture_begin, fixture_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
