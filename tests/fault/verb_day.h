/* The small world of every call of casework, put back before each trial, and what a case file looks like from outside:
 * as before, as after, or neither. */
#ifndef TESTS_VERB_DAY_H
#define TESTS_VERB_DAY_H

#include "permission_rows.h"
#include "soak.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

/* Of every table how many rows it has, how often they were saved and in which state they are. */
struct shape {
	char text[6000];
};

struct verb_day {
	struct casework_fixture *fixture;
	struct world world;
	struct kept_file kept;
	sqlite3 *outside; /* looks past the faults, at the file or at an image of it */
	char question[30000];
	struct shape before, after; /* of the verb that is tried */
	struct kept_file signed_in; /* the bytes before the verb */
	unsigned signing_in;        /* saves of its own */
	bool is_several;            /* the call is of verbs one after the other, and may end between two */
};

/* It changes the file, or does so to find something out and takes it back. */
static inline bool verb_changes(size_t verb)
{
	return !calls[verb].looks;
}

/* Tried in this run: in the short form one that changes the file in so many; in the long form each, those too that only
 * leave a row in the log for having looked. QUORATE_VERB names one alone. */
static inline bool verb_is_tried(size_t verb, size_t one_in)
{
	const char *only = getenv("QUORATE_VERB");

	if (only)
		return strcmp(only, calls[verb].name) == 0;
	return soak_is_long() ? soak_is_ours(verb) : verb_changes(verb) && verb % one_in == 0;
}

static inline bool has_column(sqlite3 *db, const char *table, const char *column)
{
	return sqlite3_table_column_metadata(db, NULL, table, column, NULL, NULL, NULL, NULL, NULL) == SQLITE_OK;
}

/* One question for the whole file. Signing in and what is known of who sits there are no part of a verb. */
static inline void make_question(struct verb_day *day)
{
	sqlite3_stmt *q;
	size_t used = 0;

	assert_int_equal(sqlite3_prepare_v2(day->outside,
					    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE "
					    "'sqlite%' AND name NOT LIKE '%search%' AND name <> 'presence'",
					    -1, &q, NULL),
			 SQLITE_OK);
	while (sqlite3_step(q) == SQLITE_ROW) {
		const char *table = (const char *)sqlite3_column_text(q, 0);

		used += (size_t)snprintf(
			day->question + used, sizeof day->question - used,
			"%s(SELECT count(*) || ':' || %s || ':' || %s || ' ' FROM %s%s)", used ? " || " : "SELECT ",
			has_column(day->outside, table, "version") ? "ifnull(sum(version), 0)" : "''",
			has_column(day->outside, table, "state") ? "ifnull(sum(length(state)), 0)" : "''", table,
			strcmp(table, "audit") == 0 ? " WHERE action <> 'sign-in'" : "");
		assert_true(used < sizeof day->question);
	}
	sqlite3_finalize(q);
}

static inline sqlite3 *look_from_outside(const char *path)
{
	sqlite3 *db = NULL;

	assert_int_equal(sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE, "unix"), SQLITE_OK);
	sqlite3_busy_timeout(db, 5000);
	return db;
}

static inline void ask(sqlite3 *db, const char *sql, char *into, size_t bytes)
{
	sqlite3_stmt *q = NULL;

	if (sqlite3_prepare_v2(db, sql, -1, &q, NULL) != SQLITE_OK || sqlite3_step(q) != SQLITE_ROW)
		snprintf(into, bytes, "%s", sqlite3_errmsg(db));
	else
		snprintf(into, bytes, "%s", (const char *)sqlite3_column_text(q, 0));
	sqlite3_finalize(q);
	sqlite3_db_release_memory(db); /* the bytes under it are changed behind its back */
}

static inline void take_shape(const struct verb_day *day, sqlite3 *db, struct shape *out)
{
	char sound[200];

	ask(db, day->question, out->text, sizeof out->text);
	ask(db, "SELECT group_concat(integrity_check) FROM pragma_integrity_check", sound, sizeof sound);
	if (strcmp(sound, "ok") != 0)
		snprintf(out->text, sizeof out->text, "%s", sound);
}

/* Whole, and as is told. */
static inline bool is_shape(const struct shape *a, const struct shape *b)
{
	return strcmp(a->text, b->text) == 0;
}

static inline void close_day(struct verb_day *day)
{
	casework_close(day->fixture->cw);
	day->fixture->cw = NULL;
}

static inline void put_back(struct verb_day *day)
{
	char journal[120];

	close_day(day);
	snprintf(journal, sizeof journal, "%s-journal", day->fixture->path);
	unlink(journal);
	unlink(day->fixture->path);
	sqlite3_close(day->outside);
	kept_file_write(&day->kept, day->fixture->path);
	day->outside = look_from_outside(day->fixture->path);
}

/* As somebody who may. */
static inline void open_for(struct verb_day *day, size_t verb)
{
	struct casework_opening how = {.path = day->fixture->path,
				       .config_folder = day->fixture->config,
				       .today = date_from_iso(FIXTURE_TODAY),
				       .user = is_the_chairs(calls[verb].right) ? "chair" : NULL};

	MUST(casework_open(&day->fixture->cw, &how, f));
}

/* How often the file was saved: SQLite counts it in the header. Nobody may have it open but to look. */
static inline unsigned saves_of(const struct verb_day *day)
{
	unsigned char at[4];
	FILE *file = fopen(day->fixture->path, "rb");

	assert_true(file && fseek(file, 24, SEEK_SET) == 0 && fread(at, 1, 4, file) == 4);
	fclose(file);
	return (unsigned)at[0] << 24 | (unsigned)at[1] << 16 | (unsigned)at[2] << 8 | at[3];
}

static inline void begin_day(struct verb_day *day, struct casework_fixture *fixture)
{
	*day = (struct verb_day){.fixture = fixture};
	casework_fixture_open_as(fixture, "spare", ROLE_BIT(ROLE_AUDITOR));
	casework_fixture_open_as(fixture, "chair", ROLE_BIT(ROLE_CHAIR));
	casework_fixture_reopen(fixture, FIXTURE_TODAY);
	day->world = make_world(fixture);
	close_day(day);
	kept_file_read(&day->kept, fixture->path);
	day->outside = look_from_outside(fixture->path);
	make_question(day);
	take_shape(day, day->outside, &day->before);
	day->signing_in = saves_of(day);
	open_for(day, 0);
	close_day(day);
	day->signing_in = saves_of(day) - day->signing_in;
}

/* Somebody who may has signed in and holds no lock. */
static inline void begin_again(struct verb_day *day, size_t verb)
{
	put_back(day);
	open_for(day, verb);
	free(day->signed_in.bytes);
	kept_file_read(&day->signed_in, day->fixture->path);
}

static inline bool is_empty(const char *path)
{
	struct stat about;

	return stat(path, &about) != 0 || about.st_size == 0;
}

/* To the last byte what it was, with nothing in the journal: no question needs to be asked of it. */
static inline bool is_untouched(const struct verb_day *day)
{
	int fd = open(day->fixture->path, O_RDONLY | O_CLOEXEC);
	size_t count = day->signed_in.count;
	char journal[120];
	struct stat about;
	bool same = false;

	snprintf(journal, sizeof journal, "%s-journal", day->fixture->path);
	assert_true(fd >= 0 && fstat(fd, &about) == 0);
	if (is_empty(journal) && (size_t)about.st_size == count) {
		void *now = mmap(NULL, count, PROT_READ, MAP_SHARED, fd, 0);

		assert_true(now != MAP_FAILED);
		same = memcmp(now, day->signed_in.bytes, count) == 0;
		munmap(now, count);
	}
	close(fd);
	return same;
}

static inline void end_day(struct verb_day *day)
{
	close_day(day);
	sqlite3_close(day->outside);
	free(day->kept.bytes);
	free(day->signed_in.bytes);
}

static inline bool run_verb(struct verb_day *day, size_t verb, struct fault *why)
{
	struct arena mem = {0};
	bool ok;

	*why = (struct fault){0};
	ok = calls[verb].run(day->fixture->cw, &day->world, &mem, why);
	arena_finish(&mem);
	return ok;
}

#endif
