/* Saying whose child is whose: what follows from it, what the pages say of it, and what is refused. */
#include "casework/pages.h"
#include "casework/people.h"
#include "casework/whose_child.h"
#include "invite_steps.h"

struct half_siblings {
	int64_t family, mother, kofi, liam, ada, chidi;
};

/* Ada is Kofi's and Chidi is Liam's. */
static struct half_siblings half_siblings(struct casework_fixture *fixture)
{
	int64_t family = family_of(fixture, a_waiting_conference(fixture, "Okonkwo", "2026-03-26"));

	return (struct half_siblings){
		.family = family,
		.mother = an_adult(fixture, family, "Amara", "Okonkwo", RELATIONSHIP_MOTHER, ANSWER_YES, ""),
		.kofi = an_adult(fixture, family, "Kofi", "Mensah", RELATIONSHIP_FATHER, ANSWER_UNKNOWN, ""),
		.liam = an_adult(fixture, family, "Liam", "Byrne", RELATIONSHIP_FATHER, ANSWER_YES, ""),
		.ada = child_named(fixture, "Ada"),
		.chidi = child_named(fixture, "Chidi"),
	};
}

static struct whose_child as_it_is(struct casework_fixture *fixture, int64_t family)
{
	struct whose_child now;

	MUST(casework_whose_child(fixture->cw, family, &fixture->mem, &now, f));
	return now;
}

static struct whose_child say(struct casework_fixture *fixture, int64_t family, const struct parent_of *rows,
			      size_t count)
{
	struct parent_of_list said = {(struct parent_of *)rows, count, 0};
	int64_t version = as_it_is(fixture, family).family.version;

	MUST(casework_whose_child_save(fixture->cw, family, version, &said, &version, f));
	return as_it_is(fixture, family);
}

static const char *words_of(const struct whose_line_list *lines, int64_t person)
{
	for (size_t i = 0; i < lines->count; i++)
		if (lines->items[i].person_id == person)
			return lines->items[i].words;
	return "";
}

static enum yes_no responsibility_of(struct casework_fixture *fixture, const struct half_siblings *h, int64_t adult)
{
	struct person_record record;

	MUST(casework_person_record(fixture->cw, adult, h->family, &fixture->mem, &record, f));
	return record.parental_responsibility;
}

/* A child who came later, mostly one who is expected: nothing was said of any adult and this child. */
static void a_child_of_whom_nothing_is_said_is_noticed(void **state)
{
	struct casework_fixture *fixture = *state;
	struct half_siblings h = half_siblings(fixture);
	const struct parent_of before[] = {
		{.adult_id = h.mother, .child_id = h.ada, .is_theirs = true, .parental_responsibility = ANSWER_YES},
		{.adult_id = h.kofi, .child_id = h.ada, .is_theirs = true, .parental_responsibility = ANSWER_YES},
		{.adult_id = h.liam, .child_id = h.ada},
	};
	const struct parent_of after = {
		.adult_id = h.mother, .child_id = h.chidi, .is_theirs = true, .parental_responsibility = ANSWER_YES};
	struct family_page page;

	MUST(casework_family_page(fixture->cw, h.family, &fixture->mem, &page, f));
	assert_string_equal(page.notes, "");
	say(fixture, h.family, before, 3);
	MUST(casework_family_page(fixture->cw, h.family, &fixture->mem, &page, f));
	assert_string_equal(page.notes, "Whose child Chidi Okonkwo is, is not said: nobody of the family is asked or "
					"written to about them. p on the family's page says it.");
	say(fixture, h.family, &after, 1);
	MUST(casework_family_page(fixture->cw, h.family, &fixture->mem, &page, f));
	assert_string_equal(page.notes, "");
}

static void what_was_said_stands_on_the_pages(void **state)
{
	struct casework_fixture *fixture = *state;
	struct half_siblings h = half_siblings(fixture);
	const struct parent_of rows[] = {
		{.adult_id = h.kofi, .child_id = h.ada, .is_theirs = true, .parental_responsibility = ANSWER_YES},
		{.adult_id = h.kofi, .child_id = h.chidi},
		{.adult_id = h.liam, .child_id = h.chidi, .is_theirs = true, .parental_responsibility = ANSWER_NO},
	};
	struct whose_child now = as_it_is(fixture, h.family);
	struct family_page page;
	struct child_page child;

	assert_int_equal(now.lines.count, 0);
	now = say(fixture, h.family, rows, 3);
	assert_string_equal(words_of(&now.lines, h.mother), "all the children: nothing else was said");
	assert_string_equal(words_of(&now.lines, h.kofi), "Ada (PR); not Chidi");
	assert_string_equal(words_of(&now.lines, h.liam), "Chidi (no PR); not said of Ada");
	assert_string_equal(words_of(&now.lines, h.ada),
			    "not said whether Ada belongs to Liam Byrne: until then no letter to them speaks of Ada");
	assert_int_equal(responsibility_of(fixture, &h, h.kofi), ANSWER_YES); /* followed */
	assert_int_equal(responsibility_of(fixture, &h, h.liam), ANSWER_NO);
	MUST(casework_family_page(fixture->cw, h.family, &fixture->mem, &page, f));
	assert_int_equal(page.whose.count, 4);
	assert_string_equal(page.history.items[0].what,
			    "Whose child is whose: Kofi Mensah: not Chidi, Ada with parental responsibility; Liam "
			    "Byrne: Chidi without parental responsibility");
	MUST(casework_child_page(fixture->cw, h.chidi, &fixture->mem, &child, f));
	assert_string_equal(words_of(&child.whose, h.ada), ""); /* on Ada's own page */
}

/* The safe side: whoever comes to the family is nobody's until it is said. */
static void a_child_who_comes_later_is_nobodys(void **state)
{
	struct casework_fixture *fixture = *state;
	struct half_siblings h = half_siblings(fixture);
	const struct parent_of row = {.adult_id = h.kofi, .child_id = h.ada, .is_theirs = true};
	struct person baby = a_child("Efua", "Okonkwo", "2026-03-01");
	struct whose_child now;

	say(fixture, h.family, &row, 1);
	MUST(casework_member_add(fixture->cw, h.family, &baby, RELATIONSHIP_CHILD, ANSWER_UNKNOWN, NULL, f));
	now = as_it_is(fixture, h.family);
	assert_string_equal(words_of(&now.lines, baby.id),
			    "nobody said whose child Efua is: until then no letter to Kofi Mensah speaks of Efua");
	assert_false(parent_of_may_read(&now.said, h.kofi, RELATIONSHIP_FATHER, baby.id));
	assert_true(parent_of_may_read(&now.said, h.mother, RELATIONSHIP_MOTHER, baby.id));
	now = say(fixture, h.family, NULL, 0); /* taken back */
	assert_int_equal(now.lines.count, 0);
	assert_true(parent_of_may_read(&now.said, h.kofi, RELATIONSHIP_FATHER, baby.id));
}

/* Said of the adult in their own details, it holds for each child of theirs. */
static void responsibility_of_the_adult_holds_for_their_children(void **state)
{
	struct casework_fixture *fixture = *state;
	struct half_siblings h = half_siblings(fixture);
	const struct parent_of rows[] = {{.adult_id = h.kofi, .child_id = h.ada, .is_theirs = true},
					 {.adult_id = h.kofi, .child_id = h.chidi}};
	struct person_record record;
	struct whose_child now;

	say(fixture, h.family, rows, 2);
	MUST(casework_person_record(fixture->cw, h.kofi, h.family, &fixture->mem, &record, f));
	record.parental_responsibility = ANSWER_YES;
	MUST(casework_person_save(fixture->cw, &record, f));
	now = as_it_is(fixture, h.family);
	assert_string_equal(words_of(&now.lines, h.kofi), "Ada (PR); not Chidi");
}

static void what_is_refused(void **state)
{
	struct casework_fixture *fixture = *state;
	struct half_siblings h = half_siblings(fixture);
	struct parent_of row = {.adult_id = h.kofi, .child_id = h.ada, .parental_responsibility = ANSWER_YES};
	struct parent_of_list said = {&row, 1, 0};
	int64_t version = as_it_is(fixture, h.family).family.version, next;

	REFUSED(casework_whose_child_save(fixture->cw, h.family, version, &said, &next, f), "parental responsibility",
		"Kofi Mensah has parental responsibility for Ada");
	row.is_theirs = true;
	row.adult_id = h.chidi; /* no adult of this family */
	REFUSED(casework_whose_child_save(fixture->cw, h.family, version, &said, &next, f), "", "Somebody left");
	row.adult_id = h.kofi;
	MUST(casework_whose_child_save(fixture->cw, h.family, version, &said, &next, f));
	REFUSED(casework_whose_child_save(fixture->cw, h.family, version, &said, &next, f), "", "Another person");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, casework_fixture_setup, casework_fixture_teardown)
	const struct CMUnitTest tests[] = {
		TEST(a_child_of_whom_nothing_is_said_is_noticed),
		TEST(what_was_said_stands_on_the_pages),
		TEST(a_child_who_comes_later_is_nobodys),
		TEST(responsibility_of_the_adult_holds_for_their_children),
		TEST(what_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
