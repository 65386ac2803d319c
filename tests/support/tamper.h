/* A case file changed by another program that knows which triggers guard the audit log, and puts them back. */
#ifndef TESTS_TAMPER_H
#define TESTS_TAMPER_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>
#include <sqlite3.h>

static inline void tamper_by(sqlite3 *db, const char *sql)
{
	if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK)
		fail_msg("%s: %s", sql, sqlite3_errmsg(db));
}

static inline void tamper_carefully(const char *file, const char *sql)
{
	char guards[2000] = "";
	sqlite3_stmt *q;
	sqlite3 *db;

	assert_int_equal(sqlite3_open(file, &db), SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(db,
					    "SELECT group_concat(sql || ';', ' ') FROM sqlite_schema"
					    " WHERE type = 'trigger' AND tbl_name = 'audit'",
					    -1, &q, NULL),
			 SQLITE_OK);
	assert_int_equal(sqlite3_step(q), SQLITE_ROW);
	snprintf(guards, sizeof guards, "%s", sqlite3_column_text(q, 0));
	sqlite3_finalize(q);
	tamper_by(db, "DROP TRIGGER audit_is_never_changed; DROP TRIGGER audit_is_never_deleted");
	tamper_by(db, sql);
	tamper_by(db, guards);
	sqlite3_close(db);
}

#endif
