/* What one person at work does in a measured load, by the verbs of casework and by the same SQL on bare SQLite. */
#ifndef BENCH_FORTY_LOAD_H
#define BENCH_FORTY_LOAD_H

#include "case_file.h"
#include "casework/pages.h"
#include "casework/people.h"
#include "casework/visits.h"
#include "casework/worklist.h"
#include "work.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum operation {
	LOOK_TODAY,
	LOOK_FAMILY,
	LOOK_CHILD,
	LOOK_CONFERENCE,
	FIND,
	SAVE_PERSON,
	SAVE_VISIT,
	OPERATION_COUNT,
	FIRST_SAVE = SAVE_PERSON
};

/* Everybody has a family of their own on the desk. */
struct desk_of {
	int64_t family, child, conference;
	char surname[60];
	int saves;
};

static inline double now_milliseconds(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

/* --- By the verbs --- */

static inline bool save_person(struct casework *cw, struct desk_of *desk, double *began, struct arena *mem,
			       struct fault *f)
{
	struct person_record record;
	char word[40];
	bool ok;

	casework_reading_again(cw, true); /* it stands in the form already */
	ok = casework_person_record(cw, desk->child, 0, mem, &record, f);
	casework_reading_again(cw, false);
	if (!ok)
		return false;
	snprintf(word, sizeof word, "Save %d", ++desk->saves);
	record = (struct person_record){.person = record.person};
	record.person.known_as = word;
	*began = now_milliseconds();
	return casework_person_save(cw, &record, f);
}

static inline bool save_visit(struct casework *cw, struct desk_of *desk, struct fault *f)
{
	struct visit visit = visit_blank();
	const struct visit_child seen = {.person_id = desk->child, .outcome = VISIT_SEEN, .why = ""};

	visit.visited_on = casework_today(cw);
	visit.by_whom = "Tom Campbell";
	visit.noted = "All was well; the bedroom was seen.";
	return casework_visit_record(cw, desk->family, &visit, &seen, 1, f);
}

static inline bool look_at(struct casework *cw, const struct desk_of *desk, enum operation what, struct arena *mem,
			   struct fault *f)
{
	union {
		struct {
			struct due_list due;
			struct diary_list diary;
		} today;
		struct family_page family;
		struct child_page child;
		struct conference_page conference;
		struct found_list found;
	} out;

	switch (what) {
	case LOOK_TODAY:
		return casework_board(cw, &(struct due_filter){.within_wd = 10, .lane = -1}, mem, &out.today.due,
				      &out.today.diary, f);
	case LOOK_FAMILY: return casework_family_page(cw, desk->family, mem, &out.family, f);
	case LOOK_CHILD: return casework_child_page(cw, desk->child, mem, &out.child, f);
	case LOOK_CONFERENCE: return casework_conference_page(cw, desk->conference, mem, &out.conference, f);
	default: return casework_find(cw, desk->surname, 20, true, mem, &out.found, f);
	}
}

/* *took is what the person waited for it. */
static inline bool do_by_verb(struct casework *cw, struct desk_of *desk, enum operation what, double *took,
			      struct fault *f)
{
	struct arena mem = {0};
	double began = now_milliseconds();
	bool ok;

	if (what == SAVE_PERSON)
		ok = save_person(cw, desk, &began, &mem, f);
	else if (what == SAVE_VISIT)
		ok = save_visit(cw, desk, f);
	else
		ok = look_at(cw, desk, what, &mem, f);
	*took = now_milliseconds() - began;
	arena_finish(&mem);
	return ok;
}

/* --- By the same SQL: what the verbs ask SQLite for, caught once for each person --- */

struct sql_list {
	char **items;
	size_t count, room;
};

struct plain_work {
	struct sql_list sql[OPERATION_COUNT];
};

/* Of a save only what it writes, with no row of the audit log; of a look only what it reads. */
static inline bool is_of_the_load(const char *sql, bool is_write, bool is_save)
{
	static const char *const frames[] = {"BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE", "PRAGMA", "--"};

	for (size_t i = 0; i < sizeof frames / sizeof *frames; i++)
		if (strncmp(sql, frames[i], strlen(frames[i])) == 0)
			return false;
	return !strstr(sql, " audit") && is_write == is_save;
}

/* A version that was caught is an old one the next time. */
static inline void forget_version(char *sql)
{
	static const char words[] = " AND version = ";
	char *at = strstr(sql, words);

	if (!at)
		return;
	for (char *c = at + sizeof words - 1; *c >= '0' && *c <= '9'; c++)
		*c = ' ';
	memset(at, ' ', sizeof words - 1);
}

/* Rows that hang on the one inserted before them: its number is another each time. */
static inline char *of_the_newest(char *sql)
{
	static const char begins[] = "INSERT INTO visit_child";
	const char *values = strstr(sql, "VALUES (");
	char *changed;

	if (strncmp(sql, begins, sizeof begins - 1) != 0 || !values)
		return sql;
	values += strlen("VALUES (");
	changed = sqlite3_mprintf("%.*s(SELECT max(id) FROM visit)%s", (int)(values - sql), sql,
				  values + strspn(values, "0123456789"));
	sqlite3_free(sql);
	return changed;
}

struct catching {
	struct sql_list *into;
	bool is_save;
};

static inline int catch_sql(unsigned kind, void *payload, void *statement, void *words)
{
	struct catching *c = payload;
	char *sql;

	(void)kind;
	if (strncmp(words, "--", 2) == 0) /* of a trigger: it fires on bare SQLite too */
		return 0;
	sql = sqlite3_expanded_sql(statement);
	if (!sql || !is_of_the_load(sql, !sqlite3_stmt_readonly(statement), c->is_save)) {
		sqlite3_free(sql);
		return 0;
	}
	if (c->into->count == c->into->room) {
		c->into->room = c->into->room ? c->into->room * 2 : 32;
		c->into->items = realloc(c->into->items, c->into->room * sizeof *c->into->items);
	}
	forget_version(sql);
	c->into->items[c->into->count++] = of_the_newest(sql);
	return 0;
}

static inline bool catch_work(struct casework *cw, struct desk_of *desk, struct plain_work *out, struct fault *f)
{
	for (int what = 0; what < OPERATION_COUNT; what++) {
		struct catching catching = {&out->sql[what], what >= FIRST_SAVE};
		double took;
		bool ok;

		/* The first of a day may do more: what is done again and again is measured. */
		if (!do_by_verb(cw, desk, (enum operation)what, &took, f))
			return false;
		sqlite3_trace_v2(cw->store->db, SQLITE_TRACE_STMT, catch_sql, &catching);
		ok = do_by_verb(cw, desk, (enum operation)what, &took, f);
		sqlite3_trace_v2(cw->store->db, 0, NULL, NULL);
		if (!ok)
			return false;
	}
	return true;
}

/* Prepared once, as any careful program does. */
struct plain_connection {
	sqlite3 *db;
	sqlite3_stmt **all[OPERATION_COUNT];
	const struct plain_work *work;
};

static inline bool plain_prepare(struct plain_connection *c)
{
	for (int what = 0; what < OPERATION_COUNT; what++) {
		const struct sql_list *sql = &c->work->sql[what];

		c->all[what] = calloc(sql->count + 1, sizeof *c->all[what]);
		for (size_t i = 0; i < sql->count; i++)
			if (sqlite3_prepare_v2(c->db, sql->items[i], -1, &c->all[what][i], NULL) != SQLITE_OK) {
				fprintf(stderr, "%s: %s\n", sqlite3_errmsg(c->db), sql->items[i]);
				return false;
			}
	}
	return true;
}

/* As a case file is opened; `journal` and `synchronous` as it has them. */
static inline bool plain_open(struct plain_connection *c, const char *path, const char *journal, int synchronous)
{
	char pragmas[300];

	snprintf(pragmas, sizeof pragmas,
		 "PRAGMA journal_mode = %s; PRAGMA synchronous = %d; PRAGMA foreign_keys = ON; PRAGMA secure_delete = "
		 "ON; PRAGMA temp_store = MEMORY; PRAGMA recursive_triggers = ON; PRAGMA cell_size_check = ON",
		 journal, synchronous);
	return sqlite3_open_v2(path, &c->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) == SQLITE_OK &&
	       sqlite3_busy_timeout(c->db, 20000) == SQLITE_OK &&
	       sqlite3_exec(c->db, pragmas, NULL, NULL, NULL) == SQLITE_OK && plain_prepare(c);
}

static inline bool do_plainly(struct plain_connection *c, enum operation what, double *took)
{
	bool is_save = what >= FIRST_SAVE, ok;
	double began = now_milliseconds();

	ok = sqlite3_exec(c->db, is_save ? "BEGIN IMMEDIATE" : "BEGIN", NULL, NULL, NULL) == SQLITE_OK;
	for (size_t i = 0; ok && i < c->work->sql[what].count; i++) {
		int rc;

		while ((rc = sqlite3_step(c->all[what][i])) == SQLITE_ROW)
			;
		ok = sqlite3_reset(c->all[what][i]) == SQLITE_OK && rc == SQLITE_DONE;
	}
	ok = ok && sqlite3_exec(c->db, "COMMIT", NULL, NULL, NULL) == SQLITE_OK;
	if (!ok)
		fprintf(stderr, "bare SQLite: %s\n", sqlite3_errmsg(c->db));
	*took = now_milliseconds() - began;
	return ok;
}

static inline bool plain_changed(struct plain_connection *c, int64_t *version)
{
	sqlite3_stmt *q = NULL;
	int64_t now = *version;
	bool changed;

	if (sqlite3_prepare_v2(c->db, "PRAGMA data_version", -1, &q, NULL) == SQLITE_OK &&
	    sqlite3_step(q) == SQLITE_ROW)
		now = sqlite3_column_int64(q, 0);
	sqlite3_finalize(q);
	changed = now != *version;
	*version = now;
	return changed;
}

#endif
