/* What is said to be missing of a conference, and when that hides what follows from it. */
#include "outlook.h"

#include "invite_steps.h"

/* One invitee on the list and nothing else wrong, unless a row says so. */
static const struct {
	const char *why, *words;
	struct outlook is;
	bool empty_list;
} rows[] = {
	{"nothing is missing", "", {.told = 3, .answered = 2, .is_quorate = true, .wanted = 4, .in = 4}, false},
	{"without a list nothing else of people is worth saying", "nobody is on the list", {.untold = 0}, true},
	{"without an invitation there is no answer and no quorum", "invitations not sent", {.untold = 5}, false},
	{"without an answer there is no quorum", "nobody has answered", {.told = 5}, false},
	{"some answered, and they are too few", "quorum at risk", {.told = 5, .answered = 1}, false},
	{"one who was forgotten", "1 not invited", {.told = 5, .untold = 1, .answered = 4, .is_quorate = true}, false},
	{"it moved, and two believe the old day",
	 "quorum at risk · 2 not told of the change",
	 {.told = 5, .behind = 2, .answered = 1},
	 false},
	{"the chair's own decision comes first",
	 "1 exclusion to decide · quorum at risk · 2 reports not in",
	 {.told = 5, .answered = 1, .to_decide = 1, .wanted = 8, .in = 6},
	 false},
	{"two to decide",
	 "2 exclusions to decide",
	 {.told = 1, .answered = 1, .is_quorate = true, .to_decide = 2},
	 false},
	{"one report", "1 report not in", {.told = 1, .answered = 1, .is_quorate = true, .wanted = 3, .in = 2}, false},
	{"an interpreter for a spoken language is none for a signed one",
	 "signing not confirmed",
	 {.told = 1,
	  .answered = 1,
	  .is_quorate = true,
	  .needs_interpreter = true,
	  .has_interpreter = true,
	  .needs_signing = true},
	 false},
	{"an interpreter is asked for and none has said yes",
	 "interpreter not confirmed",
	 {.told = 1, .answered = 1, .is_quorate = true, .needs_interpreter = true},
	 false},
};

static void what_is_missing_is_said_in_order(void **state)
{
	struct arena mem = {0};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct outlook is = rows[i].is;
		const char *words;

		is.invitees.count = rows[i].empty_list ? 0 : 1;
		words = outlook_missing(&is, &mem);
		if (strcmp(words, rows[i].words) != 0)
			fail_msg("%s: \"%s\"", rows[i].why, words);
	}
	arena_finish(&mem);
}

static void children_with_another_quorum_are_told_apart(void **state)
{
	struct quorum of[2] = {{.is_quorate = true, .social_care = 1, .others = 2, .words = ""},
			       {.words = "social care + GP: needs one more agency"}};
	struct person children[2] = {a_child("Ada", "Okonkwo", "2019-05-04"), a_child("", "Okonkwo", "2014-03-03")};
	struct outlook is = {.quorum = of, .quorum_count = 2, .children = {children, 2, 2}};
	struct arena mem = {0};

	(void)state;
	children[0].known_as = "Dada";
	children[1].known_as = "Chi";
	assert_string_equal(outlook_quorum(&is, &mem), "quorum: Ada: quorate: social care + 2 other agencies;"
						       " Chi: social care + GP: needs one more agency");
	of[0] = of[1];
	assert_string_equal(outlook_quorum(&is, &mem), "quorum: social care + GP: needs one more agency");
	of[0] = of[1] = (struct quorum){.is_quorate = true, .others = 1, .words = ""};
	is.is_quorate = true;
	assert_string_equal(outlook_quorum(&is, &mem), "quorate: 1 other agency");
	arena_finish(&mem);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_missing_is_said_in_order),
		cmocka_unit_test(children_with_another_quorum_are_told_apart),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
