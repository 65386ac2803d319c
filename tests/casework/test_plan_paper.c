/* The plan on paper: whole for colleagues, for one of the family as they may have it, and a file that is logged. */
#include "core_group_steps.h"

#include "casework/family_plan.h"
#include "casework/whose_child.h"

#include <sys/stat.h>

static const char *paper(struct casework_fixture *fixture, int64_t family, int64_t version, int64_t person)
{
	const char *text;

	MUST(casework_plan_text(fixture->cw, family, version, person, &fixture->mem, &text, f));
	return text;
}

static int64_t called(struct casework_fixture *fixture, const char *given)
{
	return number(fixture, "SELECT id FROM person WHERE given_names = '%s'", given);
}

static void it_says_what_became_of_its_actions(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = a_family_on_plan(fixture, "2026-04-09");
	struct core_group_page page = group_page(fixture, family);
	struct plan_action one = page.actions.items[0];
	const char *text;

	one.state = PLAN_ACTION_PARTLY;
	MUST(casework_core_group_action(fixture->cw, family, 0, &one, f));
	text = paper(fixture, family, 0, 0);
	assert_non_null(strstr(text, "a lock for the door"));
	assert_non_null(strstr(text, "partly done"));
	assert_non_null(strstr(text, "Ada Okonkwo"));
	assert_null(strstr(text, "is being written"));
	assert_non_null(strstr(paper(fixture, family, 0, called(fixture, "Amelia")), "a lock for the door"));
	assert_int_equal(audited(fixture, "plan.print"), 2);
}

static void one_that_is_being_written_says_so(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = a_family_on_plan(fixture, "2026-04-09"), draft;

	MUST(casework_plan_begin(fixture->cw, family, &draft, f));
	assert_non_null(strstr(paper(fixture, family, draft, 0), "This version is being written"));
}

/* A father of another child, and a child: neither has what speaks of all of them. */
static void who_may_not_have_it_gets_a_sentence(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = a_family_on_plan(fixture, "2026-04-09");
	int64_t emeka = an_adult(fixture, family, "Emeka", "Obi", RELATIONSHIP_FATHER, ANSWER_YES, "");
	struct parent_of skye = {.adult_id = emeka, .child_id = called(fixture, "Skye"), .is_theirs = true};
	struct parent_of_list said = {&skye, 1, 0};
	struct whose_child whose;
	int64_t version;
	const char *text;

	assert_non_null(strstr(paper(fixture, family, 0, emeka), "a lock for the door"));
	MUST(casework_whose_child(fixture->cw, family, &fixture->mem, &whose, f));
	MUST(casework_whose_child_save(fixture->cw, family, whose.family.version, &said, &version, f));
	REFUSED(casework_plan_text(fixture->cw, family, 0, emeka, &fixture->mem, &text, f), "",
		"Emeka Obi may not have this plan");
	REFUSED(casework_plan_text(fixture->cw, family, 0, called(fixture, "Ada"), &fixture->mem, &text, f), "",
		"may not have this plan");
}

static void a_file_is_for_its_owner_and_logged(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = a_family_on_plan(fixture, "2026-04-09");
	struct stat file;
	const char *path;

	MUST(casework_plan_take_out(fixture->cw, family, 0, 0, fixture->folder, &fixture->mem, &path, f));
	assert_non_null(strstr(path, "-plan-1.pdf"));
	assert_int_equal(stat(path, &file), 0);
	assert_int_equal(file.st_mode & 0777, 0600);
	assert_int_equal(audited(fixture, "plan.take_out"), 1);
	assert_int_equal(audited(fixture, "plan.print"), 0);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, casework_fixture_setup, casework_fixture_teardown)
	const struct CMUnitTest tests[] = {
		TEST(it_says_what_became_of_its_actions),
		TEST(one_that_is_being_written_says_so),
		TEST(who_may_not_have_it_gets_a_sentence),
		TEST(a_file_is_for_its_owner_and_logged),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
