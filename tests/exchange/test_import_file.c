/* A whole authority taken in from its own files: what is there afterwards, what a second time changes, and what a dry
 * run leaves. */
#include "casework_fixture.h"
#include "exchange/import.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static bool import(struct casework_fixture *fixture, enum import_kind kind, const char *folder, const char *name,
		   bool dry_run, struct import_report *out, struct fault *f)
{
	char path[600];

	snprintf(path, sizeof path, "%s/%s", folder, name);
	return import_file(fixture->cw, kind, path, dry_run, NULL, &fixture->mem, out, f);
}

static void imported(struct casework_fixture *fixture, enum import_kind kind, const char *name, bool dry_run,
		     struct import_report *out)
{
	struct fault f = {0};

	if (!import(fixture, kind, SOURCE_FOLDER "/tests/fixtures/samples", name, dry_run, out, &f))
		fail_msg("%s: %s [%s]", name, f.message, f.detail);
	assert_int_equal(out->kept, !dry_run);
	assert_int_equal(out->read, out->added + out->changed + out->unchanged + out->refused);
}

static const struct {
	enum import_kind kind;
	const char *name;
	size_t rows;
} authority[] = {
	{IMPORT_CONTACTS, "median-authority-contacts.csv", 102},
	{IMPORT_CENSUS, "median-authority-2026.xml", 900},
	{IMPORT_PEOPLE, "median-authority-people.csv", 1782},
	{IMPORT_REQUESTS, "median-authority-requests.csv", 20},
};
enum { FILE_COUNT = sizeof authority / sizeof *authority };

static void list(FILE *to, struct arena *mem, const struct import_report *report)
{
	for (size_t i = 0; i < report->problems.count; i++)
		fprintf(to, "%s\n", import_problem_text(report, &report->problems.items[i], mem));
	for (size_t i = 0; i < report->notes.count; i++)
		fprintf(to, "%s\n", import_problem_text(report, &report->notes.items[i], mem));
}

/* UPDATE_GOLDEN=1 writes the file anew, so that a change is seen in its diff. */
static void compare(const char *name, const char *text)
{
	char path[600], *golden = NULL;
	size_t bytes = 0;
	FILE *file;

	snprintf(path, sizeof path, "%s/tests/fixtures/exchange/%s", SOURCE_FOLDER, name);
	if (getenv("UPDATE_GOLDEN")) {
		file = fopen(path, "wb");
		assert_non_null(file);
		fputs(text, file);
		fclose(file);
		return;
	}
	file = fopen(path, "rb");
	assert_non_null(file);
	if (getdelim(&golden, &bytes, '\0', file) < 0)
		golden[0] = '\0';
	fclose(file);
	assert_string_equal(text, golden);
	free(golden);
}

static void an_authority_comes_in_whole(void **state)
{
	struct casework_fixture *fixture = *state;
	char *said = NULL;
	size_t bytes;
	FILE *to = open_memstream(&said, &bytes);
	struct import_report report, again;

	for (size_t i = 0; i < FILE_COUNT; i++) {
		imported(fixture, authority[i].kind, authority[i].name, false, &report);
		assert_int_equal(report.read, authority[i].rows);
		list(to, &fixture->mem, &report);
	}
	fclose(to);
	compare("median-authority.problems", said);
	free(said);
	assert_int_equal(casework_fixture_number(fixture, "SELECT count(*) FROM person WHERE la_child_id IS NOT NULL"),
			 900);
	assert_int_equal(casework_fixture_number(fixture, "SELECT count(*) FROM family"), 453);
	assert_int_equal(casework_fixture_number(fixture, "SELECT count(*) FROM plan"), 727);
	for (size_t i = 0; i < FILE_COUNT; i++) {
		imported(fixture, authority[i].kind, authority[i].name, false, &again);
		if (again.added || again.changed)
			fail_msg("%s: a second import added %zu and changed %zu", authority[i].name, again.added,
				 again.changed);
	}
}

/* One address without an @ costs its own row, not the list. */
static void a_row_that_is_refused_says_where_and_what_to_do(void **state)
{
	static const char text[] = "Agency,Group,Name,Email,Method,Deputy\n"
				   "Police,police,Sam Hall,sam@example.net,,\n"
				   "Police,police,Di Poe,di.example.net,,\n"
				   "Police,police,Bo Tan,bo@example.net,by owl,\n"
				   "Police,police,Kay Fox,kay@example.net,,Kay Fox\n"
				   "Police,police,Ann Lee,,Telephone,Sam Hall\n";
	static const char *const said[] = {
		"contacts.csv, line 3, Email: \"di.example.net\" is no e-mail address: it looks like name@example.org; "
		"correct it or leave it empty.",
		"contacts.csv, line 4, Method: \"by owl\" is no way a letter goes out: type e-mail, post, secure "
		"portal, "
		"telephone or in person, or leave it empty.",
		"contacts.csv, line 5, Deputy: Kay Fox cannot stand in for themselves: name somebody else.",
	};
	struct casework_fixture *fixture = *state;
	struct import_report report;
	struct fault f = {0};
	char path[200];
	FILE *file;

	snprintf(path, sizeof path, "%s/contacts.csv", fixture->folder);
	file = fopen(path, "w");
	assert_non_null(file);
	fputs(text, file);
	fclose(file);
	if (!import(fixture, IMPORT_CONTACTS, fixture->folder, "contacts.csv", false, &report, &f))
		fail_msg("%s", f.message);
	unlink(path);
	assert_int_equal(report.added, 2);
	assert_int_equal(report.refused, 3);
	for (size_t i = 0; i < 3; i++)
		assert_string_equal(import_problem_text(&report, &report.problems.items[i], &fixture->mem), said[i]);
	assert_string_equal(
		casework_fixture_text(fixture, "SELECT group_concat(name || ' ' || method, ', ') FROM contact"),
		"Sam Hall email, Ann Lee telephone");
}

static void a_dry_run_says_the_same_and_keeps_nothing(void **state)
{
	struct casework_fixture *fixture = *state;
	struct import_report dry, real;

	imported(fixture, IMPORT_CENSUS, "d2i_CIN_Census_2021.xml", true, &dry);
	assert_int_equal(casework_fixture_number(fixture, "SELECT count(*) FROM person"), 0);
	imported(fixture, IMPORT_CENSUS, "d2i_CIN_Census_2021.xml", false, &real);
	assert_int_equal(casework_fixture_number(fixture, "SELECT count(*) FROM person"), 1);
	assert_int_equal(dry.problem_count, real.problem_count);
	assert_true(real.problem_count > 0);
	for (size_t i = 0; i < real.problems.count; i++)
		assert_string_equal(import_problem_text(&dry, &dry.problems.items[i], &fixture->mem),
				    import_problem_text(&real, &real.problems.items[i], &fixture->mem));
}

static void the_returns_of_other_projects_load(void **state)
{
	static const struct {
		const char *name;
		size_t children;
	} returns[] = {{"d2i_CIN_Census_2024.xml", 2},
		       {"d2i_CIN_Census_2026.xml", 2},
		       {"liia_cin-2022.xml", 1},
		       {"d2i_fake_CIN_data.xml", 332}};
	struct casework_fixture *fixture = *state;
	struct import_report report;

	for (size_t i = 0; i < sizeof returns / sizeof *returns; i++) {
		imported(fixture, IMPORT_CENSUS, returns[i].name, false, &report);
		assert_int_equal(report.read, returns[i].children);
	}
}

/* The first children are handed on before the break is met; none of them stays. */
static void a_file_that_breaks_off_leaves_nothing(void **state)
{
	struct casework_fixture *fixture = *state;
	char path[300];
	struct import_report report;
	struct fault f = {0};
	FILE *file;

	snprintf(path, sizeof path, "%s/cut.xml", fixture->folder);
	file = fopen(path, "wb");
	assert_non_null(file);
	fputs("<Message><Children>\n", file);
	for (int i = 0; i < 500; i++)
		fprintf(file,
			"<Child><ChildIdentifiers><LAchildID>F%d</LAchildID><Sex>F</Sex></ChildIdentifiers></Child>\n",
			i);
	fclose(file);
	assert_false(import(fixture, IMPORT_CENSUS, fixture->folder, "cut.xml", false, &report, &f));
	assert_int_equal(f.code, FAULT_REFUSED);
	assert_false(report.kept);
	assert_true(report.read > 0);
	assert_int_equal(casework_fixture_number(fixture, "SELECT count(*) FROM person"), 0);
	remove(path);
}

static void a_file_that_is_not_there_is_said(void **state)
{
	struct casework_fixture *fixture = *state;
	struct import_report report;
	struct fault f = {0};

	assert_false(import(fixture, IMPORT_PEOPLE, fixture->folder, "nowhere.csv", false, &report, &f));
	assert_int_equal(f.code, FAULT_NOT_FOUND);
	assert_string_equal(report.file, "nowhere.csv");
}

static int64_t refusals(struct casework_fixture *fixture)
{
	return casework_fixture_number(fixture,
				       "SELECT count(*) FROM audit WHERE action = 'refused' AND family_id > 0");
}

static int64_t kept_from_them(const struct import_report *report, struct arena *mem)
{
	int64_t rows = 0;

	for (size_t i = 0; i < report->problems.count; i++)
		rows += strstr(import_problem_text(report, &report->problems.items[i], mem),
			       "There is no such family that you may see.") != NULL;
	return rows;
}

/* A restricted record stops nothing but its own rows; each of those is named, and stands in the log. */
static void restricted_records_refuse_their_rows_alone(void **state)
{
	static const struct {
		enum import_kind kind;
		const char *name;
	} again[] = {{IMPORT_CENSUS, "median-authority-2026.xml"}, {IMPORT_PEOPLE, "median-authority-people.csv"}};
	struct casework_fixture *fixture = *state;
	struct import_report report;

	for (size_t i = 0; i < 2; i++)
		imported(fixture, again[i].kind, again[i].name, false, &report);
	casework_fixture_number(fixture, "UPDATE family SET is_restricted = 1 WHERE id = (SELECT min(id) FROM family)");
	/* A dry run asks as well. */
	for (size_t i = 0; i < 4; i++) {
		int64_t before = refusals(fixture);

		imported(fixture, again[i % 2].kind, again[i % 2].name, i < 2, &report);
		assert_int_equal(refusals(fixture) - before, kept_from_them(&report, &fixture->mem));
		assert_true(report.refused > 0 && report.refused < 20 && report.unchanged > 500);
		assert_non_null(strstr(import_problem_text(&report, &report.problems.items[0], &fixture->mem),
				       "There is no such family that you may see."));
	}
}

static void who_may_not_import_does_not(void **state)
{
	struct casework_fixture *fixture = *state;
	struct import_report report;
	struct fault f = {0};

	casework_fixture_open_as(fixture, "auditor1", ROLE_BIT(ROLE_AUDITOR));
	assert_false(import(fixture, IMPORT_PEOPLE, SOURCE_FOLDER "/tests/fixtures/samples",
			    "median-authority-people.csv", false, &report, &f));
	assert_int_equal(f.code, FAULT_NOT_ALLOWED);
}

#define ON_A_FILE(test) cmocka_unit_test_setup_teardown(test, casework_fixture_setup, casework_fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		ON_A_FILE(an_authority_comes_in_whole),
		ON_A_FILE(a_row_that_is_refused_says_where_and_what_to_do),
		ON_A_FILE(a_dry_run_says_the_same_and_keeps_nothing),
		ON_A_FILE(the_returns_of_other_projects_load),
		ON_A_FILE(a_file_that_breaks_off_leaves_nothing),
		ON_A_FILE(a_file_that_is_not_there_is_said),
		ON_A_FILE(restricted_records_refuse_their_rows_alone),
		ON_A_FILE(who_may_not_import_does_not),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
