/* People and addresses come back as they went in; a second saver is told. */
#include "store/person_store.h"
#include "store_fixture.h"

static struct person chidi(void)
{
	return (struct person){.reference = "",
			       .la_child_id = "F000123",
			       .upn = "A123456789012",
			       .upn_unknown = "",
			       .nhs_number = "999 000 0018",
			       .surname = "Ọkọ́nkwọ",
			       .given_names = "Chidi",
			       .known_as = "Chi",
			       .sex = SEX_FEMALE,
			       .born_on = date_from_iso("2014-03-03"),
			       .expected_on = DAY_NONE,
			       .died_on = DAY_NONE,
			       .ethnicity = "BAFR",
			       .disabilities = "HEAR VIS",
			       .language = "Igbo",
			       .needs_interpreter = true,
			       .signing = "BSL",
			       .access = "large print",
			       .phone = "01632 960000",
			       .email = "c@example.org",
			       .reached_by = CONTACT_BY_TEXT,
			       .reach_note = "after school"};
}

static void keep(struct fixture *x, struct person *p)
{
	assert_ok(x, store_begin(x->s, &x->f));
	assert_ok(x, person_insert(x->s, p, &x->mem, &x->f));
	assert_ok(x, store_commit(x->s, &x->f));
}

static void a_person_comes_back(void **state)
{
	struct fixture *x = *state;
	struct person p = chidi(), back;
	struct person_list born;

	keep(x, &p);
	assert_string_equal(p.reference, "N-00001");
	assert_ok(x, person_by_la_child_id(x->s, "F000123", &x->mem, &back, &x->f));
	assert_int_equal(back.id, p.id);
	assert_string_equal(back.surname, "Ọkọ́nkwọ");
	assert_int_equal(back.sex, SEX_FEMALE);
	assert_int_equal(back.born_on, p.born_on);
	assert_int_equal(back.expected_on, DAY_NONE);
	assert_true(back.needs_interpreter);
	assert_string_equal(back.disabilities, "HEAR VIS");
	assert_string_equal(back.signing, "BSL");
	assert_string_equal(back.access, "large print");
	assert_int_equal(back.reached_by, CONTACT_BY_TEXT);
	assert_string_equal(back.reach_note, "after school");
	assert_ok(x, people_born_on(x->s, 1, p.born_on, &x->mem, &born, &x->f));
	assert_int_equal(born.count, 1);
	assert_ok(x, person_by_reference(x->s, "N-00001", &x->mem, &back, &x->f));
	assert_false(person_by_la_child_id(x->s, "F9", &x->mem, &back, &x->f));
	assert_int_equal(x->f.code, FAULT_NOT_FOUND);
	assert_false(person_by_id(x->s, 99, &x->mem, &back, &x->f));
	assert_true(*x->f.message);
}

static void two_people_may_have_no_la_child_id_but_never_the_same(void **state)
{
	struct fixture *x = *state;
	struct person one = chidi(), two = chidi(), three = chidi();

	two.la_child_id = three.la_child_id = "";
	keep(x, &one);
	keep(x, &two);
	keep(x, &three);
	two.la_child_id = "F000123";
	assert_ok(x, store_begin(x->s, &x->f));
	assert_false(person_save(x->s, &two, &x->f));
	assert_true(store_refused_by(x->s, "person.la_child_id"));
	store_rollback(x->s);
}

static void a_second_saver_is_told(void **state)
{
	struct fixture *x = *state;
	struct person mine = chidi(), theirs;

	keep(x, &mine);
	theirs = mine;
	assert_ok(x, store_begin(x->s, &x->f));
	assert_ok(x, person_save(x->s, &theirs, &x->f));
	assert_int_equal(theirs.version, 2);
	assert_false(person_save(x->s, &mine, &x->f));
	assert_int_equal(x->f.code, FAULT_CONFLICT);
	store_rollback(x->s);
}

static void where_a_person_lives_now_comes_first(void **state)
{
	struct fixture *x = *state;
	struct person p = chidi();
	struct address old = {.lines = "1 Marsh Road",
			      .postcode = "ZZ1 1AA",
			      .from_on = DAY_NONE,
			      .to_on = date_from_iso("2025-01-01"),
			      .confidential_from = ""},
		       now = {.lines = "2 Marsh Road",
			      .postcode = "",
			      .from_on = DAY_NONE,
			      .to_on = DAY_NONE,
			      .confidential_from = "father"};
	struct address_list list;
	struct alias_list aliases;

	keep(x, &p);
	old.person_id = now.person_id = p.id;
	assert_ok(x, store_begin(x->s, &x->f));
	assert_ok(x, address_insert(x->s, &now, &x->f));
	assert_ok(x, address_insert(x->s, &old, &x->f));
	assert_ok(x, alias_insert(x->s, &(struct alias){p.id, "Chichi"}, &x->f));
	assert_ok(x, store_commit(x->s, &x->f));
	assert_ok(x, addresses_of(x->s, p.id, &x->mem, &list, &x->f));
	assert_int_equal(list.count, 2);
	assert_string_equal(list.items[0].confidential_from, "father");
	assert_ok(x, aliases_of(x->s, p.id, &x->mem, &aliases, &x->f));
	assert_string_equal(aliases.items[0].name, "Chichi");
	assert_ok(x, store_begin(x->s, &x->f));
	assert_ok(x, aliases_drop(x->s, p.id, &x->f));
	assert_ok(x, store_commit(x->s, &x->f));
	assert_ok(x, aliases_of(x->s, p.id, &x->mem, &aliases, &x->f));
	assert_int_equal(aliases.count, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_person_comes_back, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(two_people_may_have_no_la_child_id_but_never_the_same, fixture_begin,
						fixture_end),
		cmocka_unit_test_setup_teardown(a_second_saver_is_told, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(where_a_person_lives_now_comes_first, fixture_begin, fixture_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
