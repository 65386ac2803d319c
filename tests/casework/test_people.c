/* Adding, saving and reading people and families: rights, refusals, audit rows, and who may be the same person. */
#include "casework/people.h"
#include "intake_rows.h"

static int64_t a_family(struct casework_fixture *fixture, const char *reference)
{
	int64_t family = 0;
	struct fault f = {0};

	assert_done(casework_family_add_as(fixture->cw, reference, "", &family, &f), &f);
	return family;
}

static struct person a_child(struct casework_fixture *fixture, int64_t family, const char *surname,
			     const char *given_names)
{
	struct person p = some_person(surname, given_names, "2014-03-03");
	struct fault f = {0};

	assert_done(casework_member_add(fixture->cw, family, &p, RELATIONSHIP_CHILD, ANSWER_UNKNOWN, NULL, &f), &f);
	return p;
}

static void test_a_family_and_its_child(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = a_family(fixture, "");
	struct person p = a_child(fixture, family, "Okonkwo", "Chidi");
	struct member_list members;
	struct family row;
	struct fault f = {0};

	assert_true(p.id > 0);
	assert_done(casework_family(fixture->cw, family, &fixture->mem, &row, &f), &f);
	assert_string_equal(row.name, "Okonkwo"); /* the first child's */
	assert_string_equal(row.reference, "F-0001");
	assert_done(casework_members(fixture->cw, family, &fixture->mem, &members, &f), &f);
	assert_int_equal(members.count, 1);
	assert_string_equal(members.items[0].person.reference, "N-00001");
	assert_int_equal(casework_fixture_audited(fixture, "family.add"), 1);
	assert_int_equal(casework_fixture_audited(fixture, "person.add"), 1);
	assert_int_equal(casework_fixture_audited(fixture, "family.members"), 1);
	assert_int_equal(casework_fixture_audited(fixture, "family.look"), 1);
}

static void test_children_come_first_by_birth(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = a_family(fixture, "FAM-0044");
	struct person mother = some_person("Okonkwo", "Grace", ""), unborn = some_person("Okonkwo", "", ""),
		      old = some_person("Okonkwo", "Ada", "2010-01-01");
	struct member_list members;
	struct fault f = {0};

	unborn.expected_on = date_from_iso("2026-06-01");
	assert_true(casework_member_add(fixture->cw, family, &mother, RELATIONSHIP_MOTHER, ANSWER_YES, NULL, &f));
	assert_true(casework_member_add(fixture->cw, family, &unborn, RELATIONSHIP_CHILD, ANSWER_UNKNOWN, NULL, &f));
	a_child(fixture, family, "Okonkwo", "Chidi");
	assert_true(casework_member_add(fixture->cw, family, &old, RELATIONSHIP_CHILD, ANSWER_UNKNOWN, NULL, &f));
	assert_true(casework_members(fixture->cw, family, &fixture->mem, &members, &f));
	assert_string_equal(members.items[0].person.given_names, "Ada");
	assert_string_equal(members.items[1].person.given_names, "Chidi");
	assert_true(person_is_unborn(&members.items[2].person));
	assert_int_equal(members.items[3].relationship, RELATIONSHIP_MOTHER);
}

static void test_refusals_leave_nothing(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = a_family(fixture, "FAM-0044"), other = a_family(fixture, "FAM-0045");
	struct person known = a_child(fixture, family, "Okonkwo", "Chidi");
	struct person future = some_person("Okonkwo", "Ada", "2026-04-02"),
		      nameless = some_person("", " ", "2014-01-01"),
		      twice = some_person("Okonkwo", "Ada", "2014-01-01");
	int64_t rows = casework_fixture_number(fixture, "SELECT count(*) FROM audit"), taken;
	struct fault f = {0};

	assert_false(casework_family_add_as(fixture->cw, "FAM-0044", "", &taken, &f));
	assert_non_null(strstr(f.message, "FAM-0044"));
	assert_false(casework_member_add(fixture->cw, other, &known, RELATIONSHIP_CHILD, ANSWER_UNKNOWN, NULL, &f));
	assert_non_null(strstr(f.message, "FAM-0044"));
	assert_false(casework_member_add(fixture->cw, family, &future, RELATIONSHIP_CHILD, ANSWER_UNKNOWN, NULL, &f));
	assert_string_equal(f.field, "birth date");
	assert_false(casework_member_add(fixture->cw, family, &nameless, RELATIONSHIP_CHILD, ANSWER_UNKNOWN, NULL, &f));
	assert_string_equal(f.field, "surname");
	twice.la_child_id = "F1";
	assert_true(casework_member_add(fixture->cw, family, &twice, RELATIONSHIP_CHILD, ANSWER_UNKNOWN, NULL, &f));
	twice.id = 0;
	assert_false(casework_member_add(fixture->cw, other, &twice, RELATIONSHIP_CHILD, ANSWER_UNKNOWN, NULL, &f));
	assert_string_equal(f.field, "LA child id");
	assert_int_equal(casework_fixture_number(fixture, "SELECT count(*) FROM audit"), rows + 1);
	assert_int_equal(casework_fixture_number(fixture, "SELECT count(*) FROM person"), 2);
	assert_true(casework_is_at_rest(fixture->cw));
}

static void test_saving_and_being_second(void **state)
{
	struct casework_fixture *fixture = *state;
	struct person mine = a_child(fixture, a_family(fixture, ""), "Okonkwo", "Chidi"), theirs;
	struct fault f = {0};

	assert_true(casework_person(fixture->cw, mine.id, &fixture->mem, &theirs, &f));
	mine = theirs;
	theirs.known_as = "Chi";
	assert_done(casework_person_save(fixture->cw, &(struct person_record){.person = theirs}, &f), &f);
	assert_string_equal(casework_fixture_text(fixture, "SELECT detail FROM audit WHERE action = 'person.save'"),
			    "changed: known as");
	assert_int_equal(
		casework_fixture_number(fixture, "SELECT count(*) FROM name_search WHERE name_search MATCH 'chi'"), 1);
	mine.phone = "07700 900000";
	assert_false(casework_person_save(fixture->cw, &(struct person_record){.person = mine}, &f));
	assert_int_equal(f.code, FAULT_CONFLICT);
	assert_string_equal(casework_fixture_text(fixture, "SELECT phone || known_as FROM person"), "Chi");
	assert_int_equal(casework_fixture_audited(fixture, "person.save"), 1);
}

static void test_who_is_likely_the_same(void **state)
{
	static const struct {
		const char *surname, *given_names, *born_on, *la_child_id, *why;
		size_t count;
	} rows[] = {
		{"Osunde", "chidi", "2014-03-03", "", "accents and case do not matter", 1},
		{"Ọ̀ṣúndé", "Chidi", "", "", "a birth date that is not known does not speak against it", 1},
		{"Ọ̀ṣúndé", "Chidi", "2012-07-19", "", "another birth date does", 0},
		{"Ọ̀ṣúndé", "Chid", "2014-03-03", "", "a name spelt otherwise, on the same day", 1},
		{"Ọ̀ṣúndé", "Chid", "2014-03-04", "", "and on another day nobody", 0},
		{"Bello", "Chidi", "2014-03-03", "", "a surname that changed, on the same day", 1},
		{"Musa", "Ada", "2014-03-03", "", "the same day alone says nothing", 0},
		{"Chidi", "Osunde", "2014-03-03", "", "the names may be the wrong way round", 1},
		{"Osunde", "Chidi Emeka", "2014-03-03", "", "one record has a middle name", 1},
		{"Osunde", "Chi", "2014-03-03", "", "known as", 1},
		{"Bello", "Chi", "2014-03-30", "", "an alias: the father's name; the day off by a key", 1},
		{"Ọ̀ṣúndé", "Chidi", "2013-03-03", "", "the year off by one", 1},
		{"Ọ̀ṣúndé", "Ada", "", "", "one name of two, and no date", 0},
		{"Somebody", "Else", "2001-01-01", "F1", "the same LA child id", 1},
	};
	struct casework_fixture *fixture = *state;
	struct person kept = some_person("Ọ̀ṣúndé", "Chidi", "2014-03-03");
	struct fault f = {0};

	kept.la_child_id = "F1";
	assert_true(casework_member_add(fixture->cw, a_family(fixture, ""), &kept, RELATIONSHIP_CHILD, ANSWER_UNKNOWN,
					NULL, &f));
	casework_fixture_number(fixture, "UPDATE person SET known_as = 'Chi'");
	casework_fixture_number(fixture, "INSERT INTO person_alias (person_id, name) SELECT id, 'Bello' FROM person");
	casework_fixture_number(fixture, "UPDATE name_search SET folded = folded || ' chi bello'");
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct person typed = some_person(rows[i].surname, rows[i].given_names, rows[i].born_on);
		struct look_alike_list found;

		typed.la_child_id = rows[i].la_child_id;
		assert_done(casework_people_like(fixture->cw, &typed, &fixture->mem, &found, &f), &f);
		if (found.count != rows[i].count)
			fail_msg("%s", rows[i].why);
	}
}

static void test_the_likeliest_is_first_and_told_apart(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = a_family(fixture, "FAM-0044");
	struct person unborn = some_person("Okonkwo", "", ""), mother = some_person("Okonkwo", "Grace", ""),
		      typed = some_person("Okonkwo", "Grace", "2026-03-20");
	struct look_alike_list alike;
	struct fault f = {0};

	unborn.expected_on = date_from_iso("2026-04-10");
	a_child(fixture, family, "Okonkwo", "Chidi");
	assert_true(casework_member_add(fixture->cw, family, &unborn, RELATIONSHIP_CHILD, ANSWER_UNKNOWN, NULL, &f));
	assert_true(casework_member_add(fixture->cw, family, &mother, RELATIONSHIP_MOTHER, ANSWER_YES, NULL, &f));
	assert_done(casework_people_like(fixture->cw, &typed, &fixture->mem, &alike, &f), &f);
	assert_int_equal(alike.count, 1); /* not the mother of the same name */
	assert_string_equal(alike.items[0].words, "unborn, due Fri 10 Apr, N-00002, FAM-0044 Okonkwo");
	typed = some_person("Okonkwo", "Ada", "2014-03-03");
	assert_true(casework_people_like(fixture->cw, &typed, &fixture->mem, &alike, &f));
	assert_int_equal(alike.count, 1);
	a_child(fixture, family, "Okonkwo", "Ada");
	assert_true(casework_people_like(fixture->cw, &typed, &fixture->mem, &alike, &f));
	assert_int_equal(alike.count, 2);
	assert_string_equal(alike.items[0].member.person.given_names, "Ada");
	assert_string_equal(alike.items[0].words, "born 3 Mar 2014, N-00004, FAM-0044 Okonkwo");
}

static void test_a_restricted_family(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = a_family(fixture, "FAM-0044");
	struct person p = a_child(fixture, family, "Okonkwo", "Chidi"), typed = some_person("Okonkwo", "Chidi", "");
	struct member_list members;
	struct look_alike_list alike;
	struct address_list addresses;
	struct fault f = {0};

	casework_fixture_number(fixture, "UPDATE family SET is_restricted = 1");
	assert_false(casework_members(fixture->cw, family, &fixture->mem, &members, &f));
	assert_int_equal(f.code, FAULT_NOT_ALLOWED);
	assert_null(strstr(f.message, "Okonkwo"));
	assert_false(casework_person(fixture->cw, p.id, &fixture->mem, &typed, &f));
	assert_false(casework_addresses(fixture->cw, p.id, &fixture->mem, &addresses, &f));
	assert_false(casework_person_save(fixture->cw, &(struct person_record){.person = p}, &f));
	typed = some_person("Okonkwo", "Chidi", "");
	assert_true(casework_people_like(fixture->cw, &typed, &fixture->mem, &alike, &f));
	assert_int_equal(alike.count, 0);
	casework_fixture_number(fixture,
				"INSERT INTO family_named SELECT family.id, user_account.id FROM family, user_account");
	assert_true(casework_members(fixture->cw, family, &fixture->mem, &members, &f));
}

static void test_who_may(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = a_family(fixture, "FAM-0044");
	struct person p = some_person("Okonkwo", "Chidi", "2014-03-03");
	struct member_list members;
	struct look_alike_list alike;
	struct fault f = {0};

	casework_fixture_open_as(fixture, "olu", ROLE_BIT(ROLE_OUT_OF_HOURS));
	assert_false(casework_family_add(fixture->cw, "", &family, &f));
	assert_int_equal(f.code, FAULT_NOT_ALLOWED);
	assert_false(casework_member_add(fixture->cw, family, &p, RELATIONSHIP_CHILD, ANSWER_UNKNOWN, NULL, &f));
	assert_false(casework_members(fixture->cw, family, &fixture->mem, &members, &f));
	assert_false(casework_people_like(fixture->cw, &p, &fixture->mem, &alike, &f));
	assert_int_equal(casework_fixture_number(fixture, "SELECT count(*) FROM person"), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(test_a_family_and_its_child), FIXTURE_TEST(test_children_come_first_by_birth),
		FIXTURE_TEST(test_refusals_leave_nothing), FIXTURE_TEST(test_saving_and_being_second),
		FIXTURE_TEST(test_who_is_likely_the_same), FIXTURE_TEST(test_the_likeliest_is_first_and_told_apart),
		FIXTURE_TEST(test_a_restricted_family),    FIXTURE_TEST(test_who_may),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
