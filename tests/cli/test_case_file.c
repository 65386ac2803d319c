/* The verbs over a real case file: made, filled from an authority's own files, listed, shown and checked. */
#include "command.h"
#include "scratch.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>
#include <sqlite3.h>

#define SAMPLES SOURCE_FOLDER "/tests/fixtures/samples/"

struct office {
	struct scratch scratch;
	char named[300]; /* QUORATE_FILE=... */
};

static struct command_result run(struct office *office, const char *line)
{
	return command_run(&(struct command){.program = QUORATE_PROGRAM,
					     .home = office->scratch.folder,
					     .environment = {office->named}},
			   line);
}

/* Runs and looks: parts of what comes out, "" for nothing at all, NULL for anything. */
static void must(struct office *office, const char *line, int status, const char *out, const char *err)
{
	struct command_result result = run(office, line);
	bool out_ok = !out || (*out ? strstr(result.out, out) != NULL : !*result.out);
	bool err_ok = !err || (*err ? strstr(result.err, err) != NULL : !*result.err);

	if (result.status != status || !out_ok || !err_ok)
		fail_msg("%s: exit %d\n%s\n%s", line, result.status, result.out, result.err);
	command_forget(&result);
}

static int begin(void **state)
{
	struct office *office = calloc(1, sizeof *office);
	char line[600];

	assert_non_null(office);
	scratch_begin(&office->scratch);
	snprintf(office->named, sizeof office->named, "QUORATE_FILE=%s", office->scratch.file);
	snprintf(line, sizeof line, "init %s --authority 'Northgate Council' --la-code 201 --profile national",
		 office->scratch.file);
	must(office, line, 0, "Made the case file of Northgate Council", "");
	*state = office;
	return 0;
}

static int begin_filled(void **state)
{
	begin(state);
	must(*state, "--today 2026-04-01 import contacts " SAMPLES "median-authority-contacts.csv", 0, "added", "");
	must(*state, "--today 2026-04-01 import people " SAMPLES "median-authority-people.csv", 0, "added", "");
	must(*state, "--today 2026-04-01 import requests " SAMPLES "median-authority-requests.csv", 0, "refused", "");
	return 0;
}

static int end(void **state)
{
	struct office *office = *state;

	scratch_end(&office->scratch);
	free(office);
	return 0;
}

/* --- Making --- */

static void a_file_is_private_and_never_made_twice(void **state)
{
	struct office *office = *state;
	struct stat about;
	char line[600];

	assert_int_equal(stat(office->scratch.file, &about), 0);
	assert_int_equal(about.st_mode & 0777, 0600);
	snprintf(line, sizeof line, "init %s --authority X --la-code 201 --profile national", office->scratch.file);
	must(office, line, 3, "", "already");
	must(office, "due --json", 0, "[]\n", "");
}

/* Until there are settings of one's own: without a chair nothing can be booked. */
static void founding_says_where_chairs_and_rooms_are_named(void **state)
{
	struct office *office = *state;
	struct command_result result;
	char line[600], settings[240];
	FILE *own;

	snprintf(line, sizeof line, "--config %s init %s/second.db --authority X --la-code 201 --profile national",
		 office->scratch.folder, office->scratch.folder);
	must(office, line, 0, "/authority.yaml: docs/settings.md says how.\n", "");
	snprintf(line, sizeof line, "--file %s/second.db doctor", office->scratch.folder);
	must(office, line, 0, "! to book with: 0 chairs, 3 rooms", "");
	snprintf(settings, sizeof settings, "%s/authority.yaml", office->scratch.folder);
	own = fopen(settings, "w");
	assert_non_null(own);
	fputs("hours: {start: \"09:00\", end: \"17:00\"}\nslot_step: 30\nchairs: []\nrooms: []\nminute_takers: []\n",
	      own);
	fclose(own);
	snprintf(line, sizeof line, "--config %s init %s/third.db --authority X --la-code 201 --profile national",
		 office->scratch.folder, office->scratch.folder);
	result = run(office, line);
	assert_int_equal(result.status, 0);
	assert_null(strstr(result.out, "authority.yaml"));
	command_forget(&result);
}

static void founding_names_what_is_wrong(void **state)
{
	must(*state, "init other.db --authority X --la-code 20 --profile national", 3, "", "three digits");
	must(*state, "init other.db --authority X --la-code 201 --profile nowhere", 3, "", "newham");
	must(*state, "init other.db --authority '' --la-code 201 --profile national", 3, "", "name");
	must(*state, "init /nonexistent/other.db --authority X --la-code 201 --profile national", 1, "", "folder");
}

/* --- Importing --- */

static void a_second_import_changes_nothing(void **state)
{
	must(*state, "--today 2026-04-01 import contacts " SAMPLES "median-authority-contacts.csv --dry-run", 0,
	     "this was a dry run", "");
	must(*state, "--today 2026-04-01 import contacts " SAMPLES "median-authority-contacts.csv", 0,
	     " 0 changed, 0 unchanged, 0 refused", "");
	must(*state, "--today 2026-04-01 import contacts " SAMPLES "median-authority-contacts.csv", 0,
	     "0 added, 0 changed, ", "");
}

static void a_file_that_is_none_is_refused(void **state)
{
	must(*state, "import people /nonexistent.csv", 1, "", "nonexistent.csv");
	must(*state, "import census " SAMPLES "median-authority-contacts.csv", 3, NULL,
	     "median-authority-contacts.csv");
	must(*state, "import people " SAMPLES "median-authority-contacts.csv", 3, NULL, "quorate: ");
	must(*state, "due --json", 0, "[]\n", "");
}

static void refused_rows_are_listed_with_line_and_field(void **state)
{
	must(*state, "--today 2026-04-01 import requests " SAMPLES "median-authority-requests.csv", 0, ", line ", "");
	must(*state, "--today 2026-04-01 import requests " SAMPLES "median-authority-requests.csv --json", 0,
	     "\"problems\": [", "");
	must(*state, "--today 2026-04-01 import requests " SAMPLES "median-authority-requests.csv --csv", 0,
	     "line,subject,field,message\r\n", "");
}

/* --- Listing --- */

static void due_has_the_keys_of_the_contract(void **state)
{
	static const char *const keys[] = {"lane",    "rule", "label", "reference",         "family", "children",
					   "trigger", "due",  "limit", "working_days_left", "state",  "owner"};
	struct command_result result = run(*state, "--today 2026-04-01 due --json");
	const char *row = strchr(result.out, '{');
	const char *at = row;

	assert_int_equal(result.status, 0);
	assert_non_null(row);
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		char key[40];

		snprintf(key, sizeof key, "\"%s\": ", keys[i]);
		at = strstr(at, key);
		if (!at || at > strchr(row, '}'))
			fail_msg("no %s in %s", keys[i], row);
	}
	assert_non_null(strstr(row, "\"children\": [\"F0"));
	assert_non_null(strstr(row, "\"lane\": \"book\""));
	command_forget(&result);
}

static size_t rows_of(struct office *office, const char *line)
{
	struct command_result result = run(office, line);
	size_t rows = 0;

	assert_int_equal(result.status, 0);
	for (const char *at = result.out; (at = strstr(at, "\"lane\": ")); at++)
		rows++;
	command_forget(&result);
	return rows;
}

static void due_is_narrowed_by_what_is_asked(void **state)
{
	size_t all = rows_of(*state, "--today 2026-04-01 due --json");
	size_t near = rows_of(*state, "--today 2026-04-01 due --json --within 3wd");

	assert_true(all > 0);
	assert_true(near < all);
	assert_int_equal(rows_of(*state, "--today 2026-04-01 due --json --within 400d"), all);
	assert_int_equal(rows_of(*state, "--today 2026-04-01 due --json --lane book"), all);
	assert_int_equal(rows_of(*state, "--today 2026-04-01 due --json --lane letters"), 0);
	must(*state, "--today 2026-04-01 due --lane letters", 0, "", "Nothing is due.");
	must(*state, "--today 2026-04-01 due --chair 'nobody of that name'", 1, "", "nobody of that name");
}

static void today_is_plain_sentences(void **state)
{
	struct command_result result = run(*state, "--today 2026-04-01 today");

	assert_int_equal(result.status, 0);
	assert_non_null(strstr(result.out, "Northgate Council, Wednesday 1 April 2026."));
	assert_null(strchr(result.out, '\033'));
	for (char *rest = result.out, *line; (line = strsep(&rest, "\n"));) {
		size_t cells = 0;

		for (; *line; line++)
			cells += (*line & 0xc0) != 0x80;
		assert_true(cells <= 80);
	}
	command_forget(&result);
	must(*state, "--today 2026-04-01 today --json", 0, "{\"date\": \"2026-04-01\",\n\"late\": [", "");
	must(*state, "--today 2026-04-01 today --json", 0, "\"conferences\": [", "");
	must(*state, "--today 2026-04-03 today", 0, "Friday 3 April 2026 (Good Friday).", "");
	must(*state, "--today 2026-04-02 today", 0, "There is no conference on Tuesday 7 April 2026.", "");
	must(*state, "--today 2026-04-04 today", 0, "Saturday 4 April 2026.", "");
}

static void show_knows_every_kind_of_reference(void **state)
{
	must(*state, "show C-0001", 0, "\nReference: C-0001\n", "");
	must(*state, "show c-0001 --json", 0, "{\"kind\": \"conference\", \"reference\": \"C-0001\"", "");
	must(*state, "show C-0001 --json", 0, "\"type\": \"initial\", \"state\": \"requested\"", "");
	must(*state, "show C-0001 --csv", 0, "kind,reference,type,state,", "");
	must(*state, "show FAM-0001", 0, "Kind: family\n", "");
	must(*state, "show F000001", 0, "LA child id: F000001\n", "");
	must(*state, "show C-9999", 1, "", "C-9999");
	must(*state, "show ''", 2, "", "needs a reference");
	must(*state, "show \"Robert');DROP\"", 1, "", "Nothing is called");
}

/* A program reads every key, dates as dates, and deadlines by the keys of `due`. */
static void show_is_stable_for_programs(void **state)
{
	static const struct {
		const char *line, *part, *why;
	} rows[] = {
		{"show C-0001 --json", "\"limit\": \"2026-", "a date, not words"},
		{"show C-0001 --json", "\"deadlines\": [{\"lane\": \"book\", \"rule\": \"", "objects"},
		{"show C-0001 --json", "\"working_days_left\": ", "with the keys of due"},
		{"show FAM-0001 --json", "\"members\": [{\"la_child_id\": \"", "members are objects"},
		{"show F000001 --json", "\"members\": [{", "a child's family too"},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char line[100];

		snprintf(line, sizeof line, "--today 2026-04-01 %s", rows[i].line);
		must(*state, line, 0, rows[i].part, "");
	}
}

/* "Left" is read at a glance: no minus sign. Programs count with the number. */
static void due_says_how_long_is_left(void **state)
{
	must(*state, "--today 2026-04-01 due", 0, " Left ", "");
	must(*state, "--today 2026-04-01 due", 0, " wd  ", "");
	must(*state, "--today 2026-06-01 due", 0, " late  ", "");
	must(*state, "--today 2026-06-01 due --csv", 0, ",-", "");
}

static void the_reader_of_due_may_leave(void **state)
{
	static const char *const lines[] = {"due", "due --json", "due --csv", "today", "today --json", "show C-0001"};
	struct office *office = *state;

	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
		struct command_result result = command_run(&(struct command){.program = QUORATE_PROGRAM,
									     .home = office->scratch.folder,
									     .environment = {office->named},
									     .has_no_reader = true},
							   lines[i]);

		if (result.status > 1 || *result.err)
			fail_msg("%s: exit %d, %s", lines[i], result.status, result.err);
		command_forget(&result);
	}
}

/* The version is said once, however many look at it. */
static void doctor_says_the_version_once(void **state)
{
	struct command_result result = run(*state, "doctor");
	const char *first = strstr(result.out, "quorate " QUORATE_VERSION);

	assert_non_null(first);
	assert_null(strstr(first + strlen("quorate " QUORATE_VERSION), QUORATE_VERSION));
	command_forget(&result);
}

/* --- Rights --- */

static void users_come_and_go(void **state)
{
	must(*state, "user list", 0, "administrator", "");
	must(*state, "user add daemon --roles chair,auditor --name 'Siân Pritchard'", 0, "daemon may work", "");
	must(*state, "user list --json", 0, "\"roles\": [\"chair\", \"auditor\"]", "");
	must(*state, "user disable daemon", 0, "may no longer work", "");
	must(*state, "user disable nobody-of-that-name", 1, "", "is not a user");
	must(*state, "user add no-such-account --roles chair", 3, "", "no account");
	must(*state, "--user daemon due", 4, "", "--today");
	must(*state, "--today 2026-04-01 --user daemon due", 4, "", "disabled");
}

static void the_last_administrator_stays(void **state)
{
	struct command_result result = run(*state, "user list --csv");
	char *login = strchr(result.out, '\n') + 1;
	char line[200];

	login[strcspn(login, ",")] = '\0';
	snprintf(line, sizeof line, "user disable %s", login);
	must(*state, line, 3, "", "last administrator");
	snprintf(line, sizeof line, "user add %s --roles chair", login);
	must(*state, line, 3, "", "last administrator");
	command_forget(&result);
}

static void another_role_may_not(void **state)
{
	must(*state, "user add daemon --roles auditor", 0, NULL, "");
	must(*state, "--today 2026-04-01 --user daemon due", 4, "", "You may not");
	must(*state, "--today 2026-04-01 --user daemon user list", 4, "", "You may not");
	must(*state, "--today 2026-04-01 --user daemon audit verify", 0, "unbroken", "");
}

/* --- Soundness --- */

static void run_sql(sqlite3 *db, const char *sql)
{
	assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
}

/* As somebody with a tool and the file would: the guards of the table go first. */
static void change_the_log(const struct office *office)
{
	sqlite3 *db = NULL;
	sqlite3_stmt *q = NULL;
	char drop[1000];

	assert_int_equal(sqlite3_open(office->scratch.file, &db), SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(db,
					    "SELECT coalesce(group_concat('DROP TRIGGER ' || name, ';'), '') FROM "
					    "sqlite_schema WHERE type = 'trigger' AND tbl_name = 'audit'",
					    -1, &q, NULL),
			 SQLITE_OK);
	assert_int_equal(sqlite3_step(q), SQLITE_ROW);
	snprintf(drop, sizeof drop, "%s", (const char *)sqlite3_column_text(q, 0));
	sqlite3_finalize(q);
	run_sql(db, drop);
	run_sql(db, "UPDATE audit SET login = 'somebody' WHERE seq = 1");
	sqlite3_close(db);
}

static void a_changed_log_is_found(void **state)
{
	must(*state, "audit verify", 0, "The audit log is unbroken", "");
	must(*state, "audit verify --json", 0, "{\"sound\": true", "");
	change_the_log(*state);
	must(*state, "audit verify", 6, "", "Row 1 of the audit log");
	must(*state, "audit verify --json", 6, "\"sound\": false", "Row 1");
	must(*state, "doctor", 6, "! audit log", "damaged or was tampered with");
}

static void doctor_tells_of_a_file_that_is_none(void **state)
{
	struct office *office = *state;
	FILE *file = fopen(office->scratch.file, "w");

	assert_non_null(file);
	for (int i = 0; i < 500; i++)
		fputs("this is a letter and no case file\n", file);
	fclose(file);
	must(office, "doctor", 6, "! state", "not a case file");
	must(office, "due", 6, "", "quorate: ");
}

static void doctor_is_content_with_a_good_file(void **state)
{
	must(*state, "doctor", 0, "soundness: ok", "");
	must(*state, "doctor --csv", 0, "what,found,act\r\n", "");
	must(*state, "doctor --profile islington", 0, "settings read for islington: ", "");
	must(*state, "doctor --profile zzz", 1, "", "There is no profile \"zzz\"");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_file_is_private_and_never_made_twice, begin, end),
		cmocka_unit_test_setup_teardown(founding_names_what_is_wrong, begin, end),
		cmocka_unit_test_setup_teardown(founding_says_where_chairs_and_rooms_are_named, begin, end),
		cmocka_unit_test_setup_teardown(a_second_import_changes_nothing, begin, end),
		cmocka_unit_test_setup_teardown(a_file_that_is_none_is_refused, begin, end),
		cmocka_unit_test_setup_teardown(refused_rows_are_listed_with_line_and_field, begin_filled, end),
		cmocka_unit_test_setup_teardown(due_has_the_keys_of_the_contract, begin_filled, end),
		cmocka_unit_test_setup_teardown(due_is_narrowed_by_what_is_asked, begin_filled, end),
		cmocka_unit_test_setup_teardown(today_is_plain_sentences, begin_filled, end),
		cmocka_unit_test_setup_teardown(show_knows_every_kind_of_reference, begin_filled, end),
		cmocka_unit_test_setup_teardown(show_is_stable_for_programs, begin_filled, end),
		cmocka_unit_test_setup_teardown(due_says_how_long_is_left, begin_filled, end),
		cmocka_unit_test_setup_teardown(the_reader_of_due_may_leave, begin_filled, end),
		cmocka_unit_test_setup_teardown(doctor_says_the_version_once, begin, end),
		cmocka_unit_test_setup_teardown(users_come_and_go, begin, end),
		cmocka_unit_test_setup_teardown(the_last_administrator_stays, begin, end),
		cmocka_unit_test_setup_teardown(another_role_may_not, begin, end),
		cmocka_unit_test_setup_teardown(a_changed_log_is_found, begin, end),
		cmocka_unit_test_setup_teardown(doctor_tells_of_a_file_that_is_none, begin, end),
		cmocka_unit_test_setup_teardown(doctor_is_content_with_a_good_file, begin, end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
