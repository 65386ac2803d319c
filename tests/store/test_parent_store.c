/* Whose child is whose, and of which children a report speaks: what was said last of two people is what is kept. */
#include "invitation_fixture.h"
#include "store/parent_store.h"

static int64_t person_of(struct fixture *x, int64_t family, const char *name, enum relationship relationship)
{
	return a_member(x, family, name, "Mensah", "2019-05-04", relationship);
}

static void what_was_said_last_is_kept(void **state)
{
	struct fixture *x = *state;
	int64_t family = a_family(x, "FAM-0001", "Mensah"), other = a_family(x, "FAM-0002", "Byrne");
	int64_t father = person_of(x, family, "Kofi", RELATIONSHIP_FATHER);
	int64_t ava = person_of(x, family, "Ava", RELATIONSHIP_CHILD),
		ben = person_of(x, family, "Ben", RELATIONSHIP_CHILD);
	struct parent_of one = {
		.family_id = family, .adult_id = father, .child_id = ava, .is_theirs = true, .said_at = 7};
	struct parent_of_list back;

	assert_ok(x, parent_of_keep(x->s, &one, &x->f));
	one.parental_responsibility = ANSWER_YES;
	one.said_at = 8;
	assert_ok(x, parent_of_keep(x->s, &one, &x->f));
	one.child_id = ben;
	assert_false(parent_of_keep(x->s,
				    &(struct parent_of){.family_id = family,
							.adult_id = father,
							.child_id = ben,
							.parental_responsibility = ANSWER_YES},
				    &x->f)); /* for a child who is not theirs */
	one.is_theirs = false;
	one.parental_responsibility = ANSWER_NO;
	assert_ok(x, parent_of_keep(x->s, &one, &x->f));
	assert_ok(x, parents_of_family(x->s, family, &x->mem, &back, &x->f));
	assert_int_equal(back.count, 2);
	assert_int_equal(back.items[0].child_id, ava);
	assert_true(back.items[0].is_theirs);
	assert_int_equal(back.items[0].parental_responsibility, ANSWER_YES);
	assert_int_equal(back.items[0].said_at, 8);
	assert_false(back.items[1].is_theirs);
	assert_ok(x, parents_of_family(x->s, other, &x->mem, &back, &x->f));
	assert_int_equal(back.count, 0);
	assert_ok(x, parent_of_responsibility(x->s, family, father, ANSWER_UNKNOWN, &x->f));
	assert_ok(x, parent_of_drop(x->s, family, father, ben, &x->f));
	assert_ok(x, parents_of_family(x->s, family, &x->mem, &back, &x->f));
	assert_int_equal(back.count, 1);
	assert_int_equal(back.items[0].parental_responsibility, ANSWER_UNKNOWN);
}

static void a_report_speaks_of_some_or_of_all(void **state)
{
	struct fixture *x = *state;
	int64_t family = a_family(x, "FAM-0001", "Mensah");
	int64_t children[] = {person_of(x, family, "Ava", RELATIONSHIP_CHILD),
			      person_of(x, family, "Ben", RELATIONSHIP_CHILD)};
	struct conference c = a_conference(x, "C-0001", family, "2026-03-26", 570, STATE_SCHEDULED);
	struct invitee i = invite(x, c.id, CAPACITY_PROFESSIONAL, 0, 0, "Dr Wen Li");
	struct report r = owe(x, &i, REPORT_AGENCY, "2026-03-19");
	struct report_child_list back;

	assert_ok(x, report_children_of(x->s, c.id, &x->mem, &back, &x->f));
	assert_int_equal(back.count, 0);
	assert_ok(x, report_children_keep(x->s, r.id, children, 2, &x->f));
	assert_ok(x, report_children_keep(x->s, r.id, children + 1, 1, &x->f));
	assert_ok(x, report_children_of(x->s, c.id, &x->mem, &back, &x->f));
	assert_int_equal(back.count, 1);
	assert_int_equal(back.items[0].report_id, r.id);
	assert_int_equal(back.items[0].person_id, children[1]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(what_was_said_last_is_kept, saving_begin, saving_end),
		cmocka_unit_test_setup_teardown(a_report_speaks_of_some_or_of_all, saving_begin, saving_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
