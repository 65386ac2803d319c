/* Drafts are kept, replaced, listed and dropped. */
#include "store/draft_store.h"

#include "store_fixture.h"

static struct draft_row draft(const char *login, const char *form, const char *session, int64_t at)
{
	return (struct draft_row){.login = login,
				  .form = form,
				  .subject = "C-0007",
				  .summary = "Request, Okonkwo, 5 of 14 fields",
				  .session = session,
				  .fields = "family=Okonkwo\nday=2026-04-02\n",
				  .saved_at = at};
}

static void each_form_keeps_its_newest(void **state)
{
	struct fixture *x = *state;
	struct draft_row first = draft("bexleya", "request", "1", 10), again = first,
			 other = draft("bexleya", "booking", "1", 20), elsewhere = draft("bexleya", "request", "2", 30),
			 anothers = draft("harrisj", "request", "1", 40);
	struct draft_row_list drafts;

	again.fields = "family=Okonkwo\nday=2026-04-03\n";
	again.saved_at = 15;
	assert_ok(x, draft_keep(x->s, &first, &x->f));
	assert_ok(x, draft_keep(x->s, &again, &x->f));
	assert_ok(x, draft_keep(x->s, &other, &x->f));
	assert_ok(x, draft_keep(x->s, &elsewhere, &x->f));
	assert_ok(x, draft_keep(x->s, &anothers, &x->f));
	assert_ok(x, drafts_of(x->s, "bexleya", 1, &x->mem, &drafts, &x->f));
	assert_int_equal(drafts.count, 3);
	assert_string_equal(drafts.items[0].session, "2"); /* the newest first */
	assert_string_equal(drafts.items[2].fields, again.fields);
	assert_int_equal(drafts.items[2].saved_at, 15);
	assert_ok(x, draft_drop(x->s, "bexleya", "request", "C-0007", "2", &x->f));
	assert_ok(x, draft_drop_id(x->s, drafts.items[1].id, &x->f));
	assert_ok(x, drafts_of(x->s, "bexleya", 1, &x->mem, &drafts, &x->f));
	assert_int_equal(drafts.count, 1);
	assert_string_equal(drafts.items[0].form, "request");
	assert_ok(x, drafts_of(x->s, "harrisj", 1, &x->mem, &drafts, &x->f));
	assert_int_equal(drafts.count, 1);
}

static void a_draft_goes_with_the_save_it_belongs_to(void **state)
{
	struct fixture *x = *state;
	struct draft_row one = draft("bexleya", "request", "1", 10);
	struct draft_row_list drafts;

	assert_ok(x, draft_keep(x->s, &one, &x->f));
	assert_ok(x, store_begin(x->s, &x->f));
	assert_ok(x, draft_drop(x->s, "bexleya", "request", "C-0007", "1", &x->f));
	store_rollback(x->s); /* the save failed, so what was typed is still there */
	assert_ok(x, drafts_of(x->s, "bexleya", 1, &x->mem, &drafts, &x->f));
	assert_int_equal(drafts.count, 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(each_form_keeps_its_newest, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(a_draft_goes_with_the_save_it_belongs_to, fixture_begin, fixture_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
