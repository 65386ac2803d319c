/* Who of the adults of a family may read of which child: all while nothing was said, then those said to be theirs. */
#include "domain/parent_of.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

enum { KOFI = 1, LIAM, GRACE, AMARA, DAN, AVA = 11, BEN, CY };

/* Of Amara and Dan nothing was said. Grace looks after both and answers by law for Ava alone. */
static struct parent_of rows[] = {
	{.adult_id = KOFI,
	 .child_id = AVA,
	 .relationship = RELATIONSHIP_FATHER,
	 .is_theirs = true,
	 .parental_responsibility = ANSWER_NO,
	 .said_at = 5},
	{.adult_id = KOFI, .child_id = BEN, .relationship = RELATIONSHIP_FATHER, .said_at = 9},
	{.adult_id = LIAM, .child_id = AVA, .said_at = 3},
	{.adult_id = GRACE,
	 .child_id = AVA,
	 .relationship = RELATIONSHIP_GRANDMOTHER,
	 .is_theirs = true,
	 .parental_responsibility = ANSWER_YES},
	{.adult_id = GRACE,
	 .child_id = BEN,
	 .relationship = RELATIONSHIP_GRANDMOTHER,
	 .is_theirs = true,
	 .parental_responsibility = ANSWER_NO},
};
static const struct parent_of_list said = {rows, sizeof rows / sizeof *rows, 0};

static void who_may_read_of_whom(void **state)
{
	static const struct {
		int64_t adult, child;
		enum relationship relationship;
		bool may;
		const char *why;
	} tries[] = {
		{AMARA, AVA, RELATIONSHIP_MOTHER, true, "nothing was said of her"},
		{AMARA, CY, RELATIONSHIP_MOTHER, true, "nor of a child who came later"},
		{DAN, AVA, RELATIONSHIP_FATHER, false, "Ava has a father, and nobody said it is Dan"},
		{DAN, BEN, RELATIONSHIP_FATHER, true, "nobody is said to be Ben's father"},
		{DAN, AVA, RELATIONSHIP_UNCLE, true, "an uncle is nobody's father"},
		{DAN, AVA, RELATIONSHIP_GRANDMOTHER, true, "Ava may have two grandmothers"},
		{KOFI, AVA, RELATIONSHIP_FATHER, true, "a father reads of his child without responsibility by law"},
		{KOFI, BEN, RELATIONSHIP_FATHER, false, "said not to be his"},
		{KOFI, CY, RELATIONSHIP_FATHER, false, "nobody said whose Cy is"},
		{LIAM, BEN, RELATIONSHIP_FATHER, false, "a no alone makes no other child his"},
		{GRACE, AVA, RELATIONSHIP_GRANDMOTHER, true, "she answers for Ava"},
		{GRACE, BEN, RELATIONSHIP_GRANDMOTHER, false, "she would read as a parent of a child she is none of"},
		{GRACE, BEN, RELATIONSHIP_MOTHER, true, "a mother of both reads of both"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof tries / sizeof *tries; i++)
		if (parent_of_may_read(&said, tries[i].adult, tries[i].relationship, tries[i].child) != tries[i].may)
			fail_msg("%s", tries[i].why);
	assert_true(parent_of_may_read(&(struct parent_of_list){0}, KOFI, RELATIONSHIP_FATHER, BEN));
}

static void when_it_was_said_last(void **state)
{
	(void)state;
	assert_int_equal(parent_of_said_at(&said, KOFI), 9);
	assert_int_equal(parent_of_said_at(&said, LIAM), 3);
	assert_int_equal(parent_of_said_at(&said, AMARA), 9); /* what is said of others may take a child from her */
	assert_int_equal(parent_of_said_at(&(struct parent_of_list){0}, AMARA), 0);
	assert_false(parent_of_is_said(&said, AMARA));
	assert_null(parent_of_find(&said, LIAM, BEN));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(who_may_read_of_whom),
		cmocka_unit_test(when_it_was_said_last),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
