/* The bundle by hand: what it would hold, made, for a member of the family, sent, taken out again. */
#include "reports_desk.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void to_the_row(struct desk_fixture *fixture, const char *filter)
{
	desk_keys(fixture, "/");
	desk_type(fixture, filter);
	desk_keys(fixture, "Enter");
}

static const char *folder_of(struct desk_fixture *fixture, const char *name)
{
	static char path[200];

	snprintf(path, sizeof path, "%s/%s", fixture->file->folder, name);
	mkdir(path, 0700);
	return path;
}

static void attach(struct desk_fixture *fixture, const char *agency, const char *name)
{
	char path[200];
	FILE *file;

	snprintf(path, sizeof path, "%s/%s", fixture->file->folder, name);
	file = fopen(path, "w");
	assert_non_null(file);
	fputs("What the school says.\n", file);
	fclose(file);
	to_the_row(fixture, agency);
	desk_keys(fixture, "a");
	desk_type(fixture, path);
	desk_keys(fixture, "Enter");
	desk_shows(fixture, "is in the case file.");
	desk_keys(fixture, "Esc");
}

static void to_the_bundle(struct desk_fixture *fixture)
{
	a_conference_with_reports(fixture);
	desk_keys(fixture, "R > o");
	attach(fixture, "ashgrove", "school.txt");
	to_the_row(fixture, "general");
	desk_keys(fixture, "v Esc b");
}

static void the_plan_reads_well(void **state)
{
	to_the_bundle(*state);
	desk_golden(*state, "bundle-80x24.screen");
}

static void it_is_made_and_taken_out_again(void **state)
{
	struct desk_fixture *fixture = *state;

	to_the_bundle(fixture);
	desk_keys(fixture, "s");
	desk_shows(fixture, "No bundle for professionals is made yet: m makes it.");
	desk_keys(fixture, "m");
	desk_type(fixture, "/nowhere at all");
	desk_keys(fixture, "Enter");
	desk_shows(fixture, "Error: ");
	desk_keys(fixture, "Ctrl-U");
	desk_type(fixture, folder_of(fixture, "first"));
	desk_keys(fixture, "Enter");
	desk_shows(fixture, "Made: ");
	desk_shows(fixture, "Made before");
	desk_keys(fixture, "End Enter");
	desk_type(fixture, folder_of(fixture, "second"));
	desk_keys(fixture, "Enter");
	desk_shows(fixture, "Saved: ");
	desk_shows(fixture, "second/");
	assert_int_equal(number_of(fixture, "SELECT count(*) FROM bundle"), 1);
}

static void a_member_of_the_family_gets_what_they_may_see(void **state)
{
	struct desk_fixture *fixture = *state;

	to_the_bundle(fixture);
	desk_keys(fixture, "f");
	desk_shows(fixture, "A bundle for whom of the family?");
	desk_shows(fixture, "Ngọ́zị̀ Ọ̀ṣúndé");
	desk_keys(fixture, "End Enter");
	desk_shows(fixture, "for Femi Ọ̀ṣúndé, father");
	desk_shows(fixture, "not shared with them: left out");
	desk_keys(fixture, "p");
	desk_shows(fixture, "for professionals");
}

/* A child that is not on the list of invitees: nothing is known of what they may read, and the plan stays. */
static void somebody_who_is_not_invited_is_refused(void **state)
{
	struct desk_fixture *fixture = *state;

	to_the_bundle(fixture);
	desk_keys(fixture, "f 1");
	desk_shows(fixture, "is not on the list of invitees.");
	desk_shows(fixture, "for professionals");
	desk_keys(fixture, "F5");
	desk_shows(fixture, "for professionals");
}

static void it_is_sent_after_a_question(void **state)
{
	struct desk_fixture *fixture = *state;

	to_the_bundle(fixture);
	desk_keys(fixture, "m");
	desk_type(fixture, folder_of(fixture, "first"));
	desk_keys(fixture, "Enter s");
	desk_shows(fixture, "Send the bundle made ");
	desk_keys(fixture, "n");
	assert_int_equal(number_of(fixture, "SELECT count(*) FROM letter"), 0);
	desk_keys(fixture, "s y");
	desk_shows(fixture, "Written: the bundle goes to ");
	assert_true(number_of(fixture, "SELECT count(*) FROM letter") > 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, desk_fixture_setup, desk_fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_plan_reads_well),
		TEST(it_is_made_and_taken_out_again),
		TEST(a_member_of_the_family_gets_what_they_may_see),
		TEST(somebody_who_is_not_invited_is_refused),
		TEST(it_is_sent_after_a_question),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
