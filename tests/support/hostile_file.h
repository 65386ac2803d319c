/* A case file in which another program put hostile text into every column of what people wrote. */
#ifndef SUPPORT_HOSTILE_FILE_H
#define SUPPORT_HOSTILE_FILE_H

#include "hostile_text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>
#include <sqlite3.h>

/* Columns of what people wrote. What the program reads as words of its own, days, digests and references stay: the file
 * must open and its rows must be found. */
static const char hostile_columns[] =
	"SELECT t.name, c.name FROM sqlite_master AS t JOIN pragma_table_info(t.name) AS c"
	" WHERE t.type = 'table' AND c.type = 'TEXT' AND t.name NOT LIKE 'sqlite%'"
	" AND t.name NOT IN ('reference_counter', 'user_account')"
	" AND c.name NOT IN ('reference', 'la_child_id', 'digest', 'template', 'policy', 'content', 'exclusion_reason',"
	" 'quorum_exception', 'participation', 'outcome', 'end_reason', 'upn_unknown', 'sittings', 'avoid',"
	" 'warnings_accepted', 'confidential_from', 'kept_from', 'login', 'form', 'subject', 'session', "
	"'relationship', 'postcode')"
	" AND t.name || c.name NOT IN ('agencyname', 'agencyquorum_group', 'authorityprofile', 'authorityla_code')"
	" ORDER BY t.name, c.name";

struct hostile_column {
	char table[64], name[64];
};

static inline size_t hostile_read_columns(sqlite3 *db, struct hostile_column *out, size_t room)
{
	sqlite3_stmt *q = NULL;
	size_t count = 0;

	assert_int_equal(sqlite3_prepare_v2(db, hostile_columns, -1, &q, NULL), SQLITE_OK);
	for (; sqlite3_step(q) == SQLITE_ROW && count < room; count++) {
		snprintf(out[count].table, sizeof out->table, "%s", (const char *)sqlite3_column_text(q, 0));
		snprintf(out[count].name, sizeof out->name, "%s", (const char *)sqlite3_column_text(q, 1));
	}
	sqlite3_finalize(q);
	assert_true(count > 100 && count < room);
	return count;
}

/* One of each class: the first and last of its code points between letters, or the sequence. */
static inline const char *hostile_bytes(int class, char out[80])
{
	size_t used = 0;

	if (class >= HOSTILE_RANGES)
		return hostile_sequences[class - HOSTILE_RANGES].bytes;
	out[used++] = 'K';
	used += hostile_encode(hostile_ranges[class].first, out + used);
	out[used++] = 'i';
	hostile_encode(hostile_ranges[class].last, out + used);
	return out;
}

/* hostile(row, class): of every class in turn where class is below 0. */
static inline void hostile_call(sqlite3_context *context, int count, sqlite3_value **values)
{
	int row = sqlite3_value_int(values[0]), class = sqlite3_value_int(values[1]);
	char bytes[80];

	(void)count;
	sqlite3_result_text(context,
			    hostile_bytes(class < 0 ? row % (HOSTILE_RANGES + HOSTILE_SEQUENCES) : class, bytes), -1,
			    SQLITE_TRANSIENT);
}

static inline void hostile_drop_triggers(sqlite3 *db)
{
	char all[20000] = "";
	sqlite3_stmt *q = NULL;
	size_t used = 0;

	assert_int_equal(sqlite3_prepare_v2(db, "SELECT name FROM sqlite_master WHERE type = 'trigger'", -1, &q, NULL),
			 SQLITE_OK);
	while (sqlite3_step(q) == SQLITE_ROW) {
		used += (size_t)snprintf(all + used, sizeof all - used, "DROP TRIGGER \"%s\";",
					 (const char *)sqlite3_column_text(q, 0));
		assert_true(used < sizeof all);
	}
	sqlite3_finalize(q);
	assert_int_equal(sqlite3_exec(db, all, NULL, NULL, NULL), SQLITE_OK);
}

/* Past every guard; before and after a name, by turns. Returns the rows that hold it now. */
static inline int hostile_tamper(const char *path, int only_class)
{
	struct hostile_column all[800];
	sqlite3 *db = NULL;
	int rows = 0;

	assert_int_equal(sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE, NULL), SQLITE_OK);
	hostile_drop_triggers(db);
	sqlite3_create_function(db, "hostile", 2, SQLITE_UTF8, NULL, hostile_call, NULL, NULL);
	for (size_t i = 0, count = hostile_read_columns(db, all, sizeof all / sizeof *all); i < count; i++) {
		char sql[600];

		snprintf(sql, sizeof sql,
			 "UPDATE OR IGNORE \"%s\" SET \"%s\" = %s hostile(rowid * 7 + %d, %d) %s WHERE \"%s\" GLOB"
			 " '*[A-Z ]*' AND \"%s\" NOT GLOB '[12][0-9][0-9][0-9]-*'",
			 all[i].table, all[i].name, i % 2 ? "" : "'Ada' ||", (int)i, only_class,
			 i % 2 ? "|| 'Ada'" : "", all[i].name, all[i].name);
		sqlite3_exec(db, sql, NULL, NULL, NULL); /* what a check holds stays as it is */
		rows += sqlite3_changes(db);
	}
	sqlite3_close(db);
	return rows;
}

#endif
