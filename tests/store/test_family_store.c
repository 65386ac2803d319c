/* Families, their members and who may see them. */
#include "store/authority_store.h"
#include "store/family_store.h"
#include "store/person_store.h"
#include "store_fixture.h"

static int64_t a_family(struct fixture *x, const char *reference)
{
	struct family family = {.reference = reference, .name = ""};

	assert_ok(x, family_insert(x->s, &family, &x->f));
	return family.id;
}

static int64_t a_child(struct fixture *x, int64_t family, const char *surname, const char *born_on)
{
	struct person p = {.surname = surname,
			   .given_names = "Sam",
			   .sex = SEX_UNKNOWN,
			   .born_on = date_from_iso(born_on),
			   .expected_on = DAY_NONE,
			   .died_on = DAY_NONE};

	assert_ok(x, person_insert(x->s, &p, &x->mem, &x->f));
	assert_ok(x, member_insert(x->s, &(struct member){.family_id = family, .person_id = p.id}, &x->f));
	return p.id;
}

static void the_name_most_children_share(void **state)
{
	struct fixture *x = *state;
	const char *name;
	int64_t family;

	assert_ok(x, store_begin(x->s, &x->f));
	family = a_family(x, "FAM-0001");
	assert_ok(x, family_common_surname(x->s, family, &x->mem, &name, &x->f));
	assert_string_equal(name, "");
	a_child(x, family, "Miah", "2010-01-01");
	a_child(x, family, "Ali", "2012-01-01");
	assert_ok(x, family_common_surname(x->s, family, &x->mem, &name, &x->f));
	assert_string_equal(name, "Miah"); /* as many of each: the first */
	a_child(x, family, "Ali", "2014-01-01");
	assert_ok(x, family_common_surname(x->s, family, &x->mem, &name, &x->f));
	assert_string_equal(name, "Ali");
	store_rollback(x->s);
}

static void a_child_is_in_one_family(void **state)
{
	struct fixture *x = *state;
	struct member_list members;
	struct family of;
	int64_t one, two, child;

	assert_ok(x, store_begin(x->s, &x->f));
	one = a_family(x, "FAM-0001");
	two = a_family(x, "FAM-0002");
	child = a_child(x, one, "Miah", "2010-01-01");
	assert_false(member_insert(x->s, &(struct member){.family_id = two, .person_id = child}, &x->f));
	assert_ok(x, member_insert(x->s,
				   &(struct member){
					   .family_id = two, .person_id = child, .relationship = RELATIONSHIP_MOTHER},
				   &x->f)); /* a parent under 18 */
	assert_ok(x, family_of_child(x->s, child, &x->mem, &of, &x->f));
	assert_string_equal(of.reference, "FAM-0001");
	assert_ok(x, members_of_person(x->s, child, &x->mem, &members, &x->f));
	assert_int_equal(members.count, 2);
	assert_int_equal(members.items[0].relationship, RELATIONSHIP_CHILD);
	store_rollback(x->s);
}

static void a_restricted_family_is_hidden_from_all_but_those_named(void **state)
{
	static const struct statement name_somebody = {
		"INSERT INTO family_named (family_id, user_id) VALUES (:family, :user)", false};
	struct fixture *x = *state;
	struct user_row user = {.login = "amina", .name = "Amina", .roles = 1, .is_active = true};
	struct family family = {.reference = "FAM-0001", .name = "", .is_restricted = true};
	bool hidden;

	assert_ok(x, store_begin(x->s, &x->f));
	assert_ok(x, user_insert(x->s, &user, &x->f));
	assert_ok(x, family_insert(x->s, &family, &x->f));
	assert_ok(x, family_is_hidden(x->s, family.id, user.id, &hidden, &x->f));
	assert_true(hidden);
	assert_ok(x, store_change(x->s, &name_somebody, NULL, NULL,
				  PARAMETERS(PARAMETER_ID("family", family.id), PARAMETER_ID("user", user.id)), NULL,
				  &x->f));
	assert_ok(x, family_is_hidden(x->s, family.id, user.id, &hidden, &x->f));
	assert_false(hidden);
	assert_ok(x, family_is_hidden(x->s, family.id, user.id + 1, &hidden, &x->f));
	assert_true(hidden);
	assert_ok(x, family_is_hidden(x->s, 99, user.id, &hidden, &x->f));
	assert_true(hidden); /* one that is not there */
	store_rollback(x->s);
}

static void a_second_saver_is_told(void **state)
{
	struct fixture *x = *state;
	struct family mine = {.reference = "FAM-0001", .name = ""}, theirs;

	assert_ok(x, store_begin(x->s, &x->f));
	assert_ok(x, family_insert(x->s, &mine, &x->f));
	theirs = mine;
	theirs.name = "Ali";
	assert_ok(x, family_save(x->s, &theirs, &x->f));
	assert_false(family_save(x->s, &mine, &x->f));
	assert_int_equal(x->f.code, FAULT_CONFLICT);
	store_rollback(x->s);
}

static void who_left_is_kept_apart_and_may_come_back(void **state)
{
	struct fixture *x = *state;
	struct member_list now, former, of;
	struct family family;
	int64_t one, two, child;

	assert_ok(x, store_begin(x->s, &x->f));
	one = a_family(x, "FAM-0001");
	two = a_family(x, "FAM-0002");
	child = a_child(x, one, "Miah", "2010-01-01");
	assert_ok(x, member_end(x->s, one, child, date_from_iso("2026-03-03"), &x->f));
	assert_ok(x, members_of_family(x->s, one, &x->mem, &now, &x->f));
	assert_ok(x, former_members_of_family(x->s, one, &x->mem, &former, &x->f));
	assert_int_equal(now.count, 0);
	assert_int_equal(former.count, 1);
	assert_int_equal(former.items[0].ended_on, date_from_iso("2026-03-03"));
	assert_false(family_of_child(x->s, child, &x->mem, &family, &x->f));
	assert_ok(x, member_insert(x->s, &(struct member){.family_id = two, .person_id = child}, &x->f));
	assert_ok(x, members_of_person(x->s, child, &x->mem, &of, &x->f));
	assert_int_equal(of.count, 2);
	assert_int_equal(of.items[0].family_id, two);                /* where the child is now comes first */
	assert_false(member_end(x->s, one, child, DAY_NONE, &x->f)); /* not while a child of another family */
	assert_ok(x, member_end(x->s, two, child, date_from_iso("2026-03-04"), &x->f));
	assert_ok(x, member_end(x->s, one, child, DAY_NONE, &x->f));
	assert_ok(x, family_of_child(x->s, child, &x->mem, &family, &x->f));
	assert_string_equal(family.reference, "FAM-0001");
	store_rollback(x->s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(the_name_most_children_share, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(a_child_is_in_one_family, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(a_restricted_family_is_hidden_from_all_but_those_named, fixture_begin,
						fixture_end),
		cmocka_unit_test_setup_teardown(who_left_is_kept_apart_and_may_come_back, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(a_second_saver_is_told, fixture_begin, fixture_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
