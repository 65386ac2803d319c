/* A fresh case file in a scratch folder, with the demonstration's rooms and chairs and a fixed day. */
#include "casework_fixture.h"

#include "store/authority_store.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>
#include <sqlite3.h>

static void must(bool ok, const struct fault *f)
{
	if (!ok)
		fail_msg("%s [%s]", f->message, f->detail);
}

static void open_as(struct casework_fixture *fixture, const char *today, const char *user)
{
	struct fault f = {0};
	struct casework_opening how = {
		.path = fixture->path, .config_folder = fixture->config, .today = date_from_iso(today), .user = user};

	casework_close(fixture->cw);
	fixture->cw = NULL;
	must(casework_open(&fixture->cw, &how, &f), &f);
}

int casework_fixture_setup(void **state)
{
	struct casework_fixture *fixture = calloc(1, sizeof *fixture);
	struct fault f = {0};

	assert_non_null(fixture);
	snprintf(fixture->folder, sizeof fixture->folder, "/tmp/quorate-test-XXXXXX");
	assert_non_null(mkdtemp(fixture->folder));
	snprintf(fixture->path, sizeof fixture->path, "%s/casefile.db", fixture->folder);
	snprintf(fixture->config, sizeof fixture->config, "%s/data/demo", SOURCE_FOLDER);
	must(casework_found(&(struct casework_founding){.path = fixture->path,
							.config_folder = fixture->config,
							.authority = "Northgate Council",
							.la_code = "201",
							.profile = "national"},
			    &f),
	     &f);
	open_as(fixture, FIXTURE_TODAY, NULL);
	*state = fixture;
	return 0;
}

int casework_fixture_teardown(void **state)
{
	static const char *const ends[] = {"", "-journal", "-wal", "-shm"};
	struct casework_fixture *fixture = *state;
	char path[120];

	casework_close(fixture->cw);
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		snprintf(path, sizeof path, "%s%s", fixture->path, ends[i]);
		unlink(path);
	}
	rmdir(fixture->folder);
	arena_finish(&fixture->mem);
	free(fixture);
	return 0;
}

void casework_fixture_reopen(struct casework_fixture *fixture, const char *today)
{
	open_as(fixture, today, NULL);
}

static void add_user(const struct casework_fixture *fixture, const char *login, role_set roles)
{
	struct user_row user = {.login = login, .name = login, .roles = roles, .is_active = true};
	struct fault f = {0};
	struct store *s = NULL;

	must(store_open(&s, &(struct store_opening){.path = fixture->path}, &f), &f);
	must(store_begin(s, &f) && user_insert(s, &user, &f) && store_commit(s, &f), &f);
	store_close(s);
}

void casework_fixture_open_as(struct casework_fixture *fixture, const char *login, role_set roles)
{
	char sql[160];

	snprintf(sql, sizeof sql, "SELECT count(*) FROM user_account WHERE login = '%s'", login);
	if (casework_fixture_number(fixture, sql) == 0)
		add_user(fixture, login, roles);
	open_as(fixture, FIXTURE_TODAY, login);
}

static sqlite3_stmt *first_row(const struct casework_fixture *fixture, const char *sql, sqlite3 **db)
{
	sqlite3_stmt *q = NULL;

	assert_int_equal(sqlite3_open_v2(fixture->path, db, SQLITE_OPEN_READWRITE, NULL), SQLITE_OK);
	sqlite3_busy_timeout(*db, 2000);
	if (sqlite3_prepare_v2(*db, sql, -1, &q, NULL) != SQLITE_OK)
		fail_msg("%s: %s", sqlite3_errmsg(*db), sql);
	sqlite3_step(q);
	return q;
}

int64_t casework_fixture_number(const struct casework_fixture *fixture, const char *sql)
{
	sqlite3 *db = NULL;
	sqlite3_stmt *q = first_row(fixture, sql, &db);
	int64_t number = sqlite3_column_int64(q, 0);

	sqlite3_finalize(q);
	sqlite3_close(db);
	return number;
}

const char *casework_fixture_text(struct casework_fixture *fixture, const char *sql)
{
	sqlite3 *db = NULL;
	sqlite3_stmt *q = first_row(fixture, sql, &db);
	const char *text = arena_text(&fixture->mem, (const char *)sqlite3_column_text(q, 0));

	sqlite3_finalize(q);
	sqlite3_close(db);
	return text;
}

int64_t casework_fixture_audited(const struct casework_fixture *fixture, const char *action)
{
	char sql[160];

	snprintf(sql, sizeof sql, "SELECT count(*) FROM audit WHERE action = '%s'", action);
	return casework_fixture_number(fixture, sql);
}
