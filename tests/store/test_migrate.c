/* Bringing an older case file up to date: a real one of the first version, and then with an invented next step. */
#include "migrate.h"
#include "store/conference_store.h"
#include "store/directory_store.h"
#include "store/live_store.h"
#include "store_fixture.h"

#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#define NEXT (CASE_FILE_VERSION + 1)

/* The first `count` steps as they are shipped. */
static void first_steps(struct migration *list, int count)
{
	for (int i = 0; i < count; i++)
		list[i] = schema_migrations[i];
	list[count] = (struct migration){0, NULL};
}

static bool open_newer(struct fixture *x, const char *sql, bool read_only, struct store **out)
{
	struct migration list[NEXT + 1];

	first_steps(list, CASE_FILE_VERSION);
	list[CASE_FILE_VERSION] = (struct migration){NEXT, sql};
	list[NEXT] = (struct migration){0, NULL};
	x->f = (struct fault){0};
	return store_open_with(
		out, &(struct store_opening){.path = x->scratch.file, .read_only = read_only, .busy_seconds = 5},
		&(struct store_seams){.migrations = list}, &x->f);
}

static int64_t number(const char *path, const char *sql)
{
	sqlite3 *db = NULL;
	sqlite3_stmt *q = NULL;
	int64_t out = -1;

	if (sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK &&
	    sqlite3_prepare_v2(db, sql, -1, &q, NULL) == SQLITE_OK && sqlite3_step(q) == SQLITE_ROW)
		out = sqlite3_column_int64(q, 0);
	sqlite3_finalize(q);
	sqlite3_close(db);
	return out;
}

static const char good[] =
	"ALTER TABLE agency ADD COLUMN town TEXT NOT NULL DEFAULT ''; UPDATE agency SET town = 'Leeds'";

static void the_shipped_steps_count_up(void **state)
{
	(void)state;
	assert_int_equal(migrate_newest(schema_migrations), CASE_FILE_VERSION);
	for (int i = 0; i < CASE_FILE_VERSION; i++)
		assert_int_equal(schema_migrations[i].version, i + 1);
}

/* A case file as an earlier version of the program left it, with `rows` in it. */
static void make_earlier(struct fixture *x, const char *path, int version, const char *rows)
{
	struct migration first[CASE_FILE_VERSION + 1];
	sqlite3 *db = NULL;

	first_steps(first, version);
	assert_ok(x, store_create_with(path, &(struct store_seams){.migrations = first}, &x->f));
	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, rows, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
	assert_int_equal(number(path, "PRAGMA user_version"), version);
}

/* On a disk that is full, say: whoever tries again finds the folder as it was. */
static void a_file_that_could_not_be_made_leaves_nothing(void **state)
{
	struct fixture *x = *state;
	const struct migration list[] = {schema_migrations[0], {2, "no words of SQL"}, {0, NULL}};
	char path[300], journal[320];

	snprintf(path, sizeof path, "%s/never.db", x->scratch.folder);
	snprintf(journal, sizeof journal, "%s-journal", path);
	assert_false(store_create_with(path, &(struct store_seams){.migrations = list}, &x->f));
	assert_int_not_equal(access(path, F_OK), 0);
	assert_int_not_equal(access(journal, F_OK), 0);
}

#define FAMILY_AND_CONFERENCE                                                                                          \
	"INSERT INTO agency (name) VALUES ('Police');"                                                                 \
	"INSERT INTO contact (agency_id, name, email) VALUES (1, 'Referral desk', 'd@example.net');"                   \
	"INSERT INTO family (reference, name) VALUES ('FAM-0001', 'Mensah');"                                          \
	"INSERT INTO conference (reference, family_id, type, state, source, policy, requested_on)"                     \
	" VALUES ('C-0001', 1, 'initial', 'requested', 'typed', 'national', '2026-03-02');"

/* With a row in each table the second step changes. */
static void make_first_version(const char *path, struct fixture *x)
{
	make_earlier(x, path, 1, FAMILY_AND_CONFERENCE);
}

static void a_file_of_the_first_version_goes_on_as_one_of_the_newest(void **state)
{
	struct fixture *x = *state;
	struct conference conference;
	struct contact contact;
	struct store *s = NULL;
	char path[300], copy[320];

	snprintf(path, sizeof path, "%s/first.db", x->scratch.folder);
	snprintf(copy, sizeof copy, "%s.before-v%d", path, CASE_FILE_VERSION);
	make_first_version(path, x);
	assert_false(store_open(&s, &(struct store_opening){.path = path, .read_only = true}, &x->f));
	assert_int_equal(number(path, "PRAGMA user_version"), 1); /* to look is not to change */
	assert_ok(x, store_open(&s, &(struct store_opening){.path = path}, &x->f));
	assert_int_equal(number(path, "PRAGMA user_version"), CASE_FILE_VERSION);
	assert_ok(x, contact_by_id(s, 1, &x->mem, &contact, &x->f));
	assert_string_equal(contact.email, "d@example.net");
	assert_int_equal(contact.method, METHOD_EMAIL);
	assert_string_equal(contact.address, "");
	assert_int_equal(contact.bounced_on, DAY_NONE);
	assert_int_equal(contact.deputy_id, 0);
	assert_ok(x, conference_by_id(s, 1, &x->mem, &conference, &x->f));
	assert_string_equal(conference.interim_plan, "");
	store_close(s);
	assert_int_equal(number(copy, "PRAGMA user_version"), 1);
	assert_int_equal(number(copy, "SELECT count(*) FROM contact"), 1);
	assert_int_equal(number(copy, "SELECT count(*) FROM sqlite_schema WHERE name = 'invitee'"), 0);
}

static void a_file_of_the_second_version_gets_the_day_of_the_conference(void **state)
{
	struct fixture *x = *state;
	struct live_state live = live_state_blank();
	struct attendance attendance = attendance_blank();
	struct live all;
	struct store *s = NULL;
	char path[300], copy[320];

	snprintf(path, sizeof path, "%s/second.db", x->scratch.folder);
	snprintf(copy, sizeof copy, "%s.before-v%d", path, CASE_FILE_VERSION);
	make_earlier(x, path, 2,
		     FAMILY_AND_CONFERENCE "INSERT INTO invitee (conference_id, contact_id, capacity, method)"
					   " VALUES (1, 1, 'professional', 'email');");
	assert_ok(x, store_open(&s, &(struct store_opening){.path = path}, &x->f));
	assert_int_equal(number(path, "PRAGMA user_version"), CASE_FILE_VERSION);
	assert_ok(x, live_of(s, 1, &x->mem, &all, &x->f));
	assert_int_equal(all.state.version + (int64_t)all.attendances.count, 0);
	live.conference_id = attendance.conference_id = 1;
	live.format = "signs_of_safety";
	attendance.invitee_id = 1; /* whoever was invited before comes now */
	attendance.state = ATTENDANCE_ROOM;
	assert_ok(x, store_begin(s, &x->f));
	assert_ok(x, live_state_keep(s, &live, &x->f));
	assert_ok(x, attendance_keep(s, &attendance, &x->f));
	assert_ok(x, store_commit(s, &x->f));
	assert_ok(x, live_of(s, 1, &x->mem, &all, &x->f));
	assert_int_equal(all.attendances.items[0].state, ATTENDANCE_ROOM);
	store_close(s);
	assert_int_equal(number(copy, "PRAGMA user_version"), 2);
	assert_int_equal(number(copy, "SELECT count(*) FROM invitee"), 1);
	assert_int_equal(number(copy, "SELECT count(*) FROM sqlite_schema WHERE name = 'live_state'"), 0);
}

/* Whoever lived somewhere before addresses could be found is found by it. */
static void addresses_of_an_older_file_are_found(void **state)
{
	struct fixture *x = *state;
	struct store *s = NULL;
	char path[300];

	snprintf(path, sizeof path, "%s/third.db", x->scratch.folder);
	make_earlier(
		x, path, 3,
		"INSERT INTO person (id, reference, surname) VALUES (5, 'N-00005', 'Eze');"
		"INSERT INTO address (id, person_id, lines, postcode) VALUES (7, 5, '1 St John''s Road', 'ZZ6 9UZ');");
	assert_ok(x, store_open(&s, &(struct store_opening){.path = path}, &x->f));
	store_close(s);
	assert_int_equal(number(path, "SELECT rowid FROM address_search WHERE address_search MATCH 'zz69uz johns'"), 7);
}

/* A file that grew has the same tables, columns, indexes and triggers as one that was made new. */
static void a_grown_file_is_like_a_new_one(void **state)
{
	static const char shape[] =
		"SELECT sum(length(t.name) * 7 + length(c.name) * 13 + c.cid + c.\"notnull\" * 3 + length(c.type))"
		" FROM sqlite_schema AS t, pragma_table_info(t.name) AS c WHERE t.type = 'table'";
	static const char parts[] = "SELECT count(*) FROM sqlite_schema";
	struct fixture *x = *state;

	for (int version = 1; version < CASE_FILE_VERSION; version++) {
		struct store *s = NULL;
		char path[300];

		snprintf(path, sizeof path, "%s/earlier-%d.db", x->scratch.folder, version);
		make_earlier(x, path, version, FAMILY_AND_CONFERENCE);
		assert_ok(x, store_open(&s, &(struct store_opening){.path = path}, &x->f));
		store_close(s);
		assert_int_equal(number(path, parts), number(x->scratch.file, parts));
		assert_int_equal(number(path, shape), number(x->scratch.file, shape));
		assert_true(number(path, shape) > 0);
	}
}

static void an_older_file_is_brought_up_to_date_and_a_copy_kept(void **state)
{
	struct fixture *x = *state;
	struct store *s;
	struct stat file;
	char copy[300];

	assert_ok(x, fixture_save(x->s, "Housing", &x->f));
	store_close(x->s);
	x->s = NULL;
	assert_ok(x, open_newer(x, good, false, &s));
	assert_int_equal(number(x->scratch.file, "PRAGMA user_version"), NEXT);
	assert_int_equal(number(x->scratch.file, "PRAGMA application_id"), CASE_FILE_APPLICATION_ID);
	assert_int_equal(number(x->scratch.file, "SELECT count(*) FROM agency WHERE town = 'Leeds'"), 1);
	assert_ok(x, fixture_save(s, "Probation", &x->f));
	store_close(s);
	snprintf(copy, sizeof copy, "%s.before-v%d", x->scratch.file, NEXT);
	assert_int_equal(stat(copy, &file), 0);
	assert_int_equal(file.st_mode & 0777, 0600);
	assert_int_equal(number(copy, "PRAGMA user_version"), CASE_FILE_VERSION);
	assert_int_equal(number(copy, "SELECT count(*) FROM agency"), 1);
	assert_ok(x, open_newer(x, good, false, &s)); /* the second time there is nothing to do */
	store_close(s);
	assert_false(store_open(&s, &(struct store_opening){.path = x->scratch.file}, &x->f));
	assert_int_equal(x->f.code, FAULT_REFUSED); /* and the older program keeps off it */
	assert_non_null(strstr(x->f.message, "newer"));
}

static void a_step_that_fails_changes_nothing(void **state)
{
	static const struct {
		const char *why, *sql;
	} rows[] = {
		{"a slip in the text", "ALTER TABLE agency ADD COLUMN town TEXT; CREATE NONSENSE"},
		{"rows that do not fit", "UPDATE agency SET name = ''"},
		{"rows left pointing at nothing", "PRAGMA defer_foreign_keys = ON; CREATE TABLE x (a INTEGER "
						  "REFERENCES agency); INSERT INTO x VALUES (99)"},
	};
	struct fixture *x = *state;
	struct store *s;

	assert_ok(x, fixture_save(x->s, "Housing", &x->f));
	store_close(x->s);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		if (open_newer(x, rows[i].sql, false, &s))
			fail_msg("went through: %s", rows[i].why);
		assert_true(x->f.message[0] != '\0');
		assert_int_equal(number(x->scratch.file, "PRAGMA user_version"), CASE_FILE_VERSION);
		assert_int_equal(
			number(x->scratch.file, "SELECT count(*) FROM pragma_table_info('agency') WHERE name = 'town'"),
			0);
	}
	assert_ok(x, store_open(&x->s, &(struct store_opening){.path = x->scratch.file}, &x->f));
	assert_int_equal(fixture_agencies(x->s), 1);
}

static void an_older_file_opened_to_look_only_is_left_alone(void **state)
{
	struct fixture *x = *state;
	struct store *s;

	assert_false(open_newer(x, good, true, &s));
	assert_int_equal(x->f.code, FAULT_REFUSED);
	assert_int_equal(number(x->scratch.file, "PRAGMA user_version"), CASE_FILE_VERSION);
}

/* A step that would fail the second time, taken by eight people at once. */
static void people_who_open_together_make_each_step_once(void **state)
{
	struct fixture *x = *state;

	store_close(x->s);
	x->s = NULL;
	for (int i = 0; i < 8; i++)
		if (fork() == 0) {
			struct store *s = NULL;
			bool ok = open_newer(x, good, false, &s);

			store_close(s);
			_exit(ok ? 0 : 1);
		}
	for (int i = 0; i < 8; i++) {
		int status;

		assert_true(wait(&status) > 0);
		assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
	}
	assert_int_equal(number(x->scratch.file, "PRAGMA user_version"), NEXT);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_begin, fixture_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_file_that_could_not_be_made_leaves_nothing, fixture_begin,
						fixture_end),
		cmocka_unit_test(the_shipped_steps_count_up),
		TEST(a_file_of_the_first_version_goes_on_as_one_of_the_newest),
		TEST(a_file_of_the_second_version_gets_the_day_of_the_conference),
		TEST(addresses_of_an_older_file_are_found),
		TEST(a_grown_file_is_like_a_new_one),
		TEST(an_older_file_is_brought_up_to_date_and_a_copy_kept),
		TEST(a_step_that_fails_changes_nothing),
		TEST(an_older_file_opened_to_look_only_is_left_alone),
		TEST(people_who_open_together_make_each_step_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
