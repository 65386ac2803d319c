/* A fresh case file in a scratch folder, with the demonstration's rooms and chairs and a fixed day. */
#include "casework_fixture.h"

#include "scratch.h"
#include "store/authority_store.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
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

static void found(const struct casework_fixture *fixture)
{
	struct casework_founding founding = {.path = fixture->path,
					     .config_folder = fixture->config,
					     .authority = "Northgate Council",
					     .la_code = "201",
					     .profile = "national"};
	struct fault f = {0};

	must(casework_found(&founding, &f), &f);
}

int casework_fixture_setup_with(void **state, struct kept_file *kept, void (*fill)(struct casework *cw))
{
	struct casework_fixture *fixture = calloc(1, sizeof *fixture);

	assert_non_null(fixture);
	snprintf(fixture->folder, sizeof fixture->folder, "%.20s/quorate-test-XXXXXX", scratch_root());
	assert_non_null(mkdtemp(fixture->folder));
	snprintf(fixture->path, sizeof fixture->path, "%s/casefile.db", fixture->folder);
	snprintf(fixture->config, sizeof fixture->config, "%s/data/demo", SOURCE_FOLDER);
	if (kept->bytes) {
		kept_file_write(kept, fixture->path);
	} else {
		found(fixture);
		if (fill) {
			open_as(fixture, FIXTURE_TODAY, NULL);
			fill(fixture->cw);
			casework_close(fixture->cw);
			fixture->cw = NULL;
		}
		kept_file_read(kept, fixture->path);
	}
	open_as(fixture, FIXTURE_TODAY, NULL);
	*state = fixture;
	return 0;
}

int casework_fixture_setup(void **state)
{
	static struct kept_file founded;

	return casework_fixture_setup_with(state, &founded, NULL);
}

/* --- Rows, past every guard --- */

/* Reading the schema takes far longer than any answer: one connection is kept for all that a test asks. */
static struct {
	sqlite3 *db;
	ino_t file; /* which it has open: a restore puts another in its place */
	pid_t by;   /* a child of the test opens its own */
	int questions;
} reader;

static void forget_reader(void)
{
	if (reader.by == getpid())
		sqlite3_close(reader.db);
	reader.db = NULL;
}

sqlite3 *casework_fixture_rows(const struct casework_fixture *fixture)
{
	struct stat file;

	assert_int_equal(stat(fixture->path, &file), 0);
	if (reader.db && reader.by == getpid() && reader.file == file.st_ino)
		return reader.db;
	forget_reader();
	assert_int_equal(sqlite3_open_v2(fixture->path, &reader.db, SQLITE_OPEN_READWRITE, NULL), SQLITE_OK);
	sqlite3_busy_timeout(reader.db, 2000);
	reader.file = file.st_ino;
	reader.by = getpid();
	return reader.db;
}

void casework_fixture_let_go(struct casework_fixture *fixture)
{
	forget_reader();
	casework_close(fixture->cw);
	fixture->cw = NULL;
}

int casework_fixture_teardown(void **state)
{
	struct casework_fixture *fixture = *state;

	forget_reader();
	casework_close(fixture->cw);
	scratch_remove(fixture->folder);
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

static sqlite3_stmt *first_row(const struct casework_fixture *fixture, const char *sql)
{
	sqlite3 *db = casework_fixture_rows(fixture);
	sqlite3_stmt *q = NULL;

	reader.questions++;
	if (sqlite3_prepare_v2(db, sql, -1, &q, NULL) != SQLITE_OK)
		fail_msg("%s: %s", sqlite3_errmsg(db), sql);
	sqlite3_step(q);
	return q;
}

/* Forgets the pages too: a test may put another file's bytes into this one. */
static void let_go(sqlite3_stmt *q)
{
	sqlite3_finalize(q);
	sqlite3_db_release_memory(reader.db);
}

int64_t casework_fixture_number(const struct casework_fixture *fixture, const char *sql)
{
	sqlite3_stmt *q = first_row(fixture, sql);
	int64_t number = sqlite3_column_int64(q, 0);

	let_go(q);
	return number;
}

const char *casework_fixture_text(struct casework_fixture *fixture, const char *sql)
{
	sqlite3_stmt *q = first_row(fixture, sql);
	const char *text = arena_text(&fixture->mem, (const char *)sqlite3_column_text(q, 0));

	let_go(q);
	return text;
}

int casework_fixture_questions(void)
{
	return reader.questions;
}

int64_t casework_fixture_audited(const struct casework_fixture *fixture, const char *action)
{
	char sql[160];

	snprintf(sql, sizeof sql, "SELECT count(*) FROM audit WHERE action = '%s'", action);
	return casework_fixture_number(fixture, sql);
}
