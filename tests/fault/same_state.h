/* Whether two case files are the same, row by row: all but what names the session that wrote and what is chance. */
#ifndef TESTS_SAME_STATE_H
#define TESTS_SAME_STATE_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

struct comparison {
	sqlite3 *db; /* one of them; the other is attached */
	int64_t tables, rows, different;
};

static inline sqlite3_stmt *comparison_ask(sqlite3 *db, const char *sql)
{
	sqlite3_stmt *q = NULL;

	if (sqlite3_prepare_v2(db, sql, -1, &q, NULL) != SQLITE_OK)
		fprintf(stderr, "%s: %s\n", sqlite3_errmsg(db), sql);
	return q;
}

/* What a look says of what it saw is of a moment before its row; a session has another name each time; the chain is
 * salted, and checked by audit_verify. */
static inline bool is_left_out(const char *table, const char *column)
{
	if (strcmp(column, "session") == 0)
		return true;
	return strcmp(table, "audit") == 0 &&
	       (strcmp(column, "previous") == 0 || strcmp(column, "hash") == 0 || strcmp(column, "detail_seal") == 0);
}

static inline void comparison_columns(sqlite3 *db, const char *table, char *out, size_t room)
{
	char sql[200];
	sqlite3_stmt *q;
	size_t used = 0;

	snprintf(sql, sizeof sql, "SELECT name FROM pragma_table_info('%s')", table);
	q = comparison_ask(db, sql);
	while (sqlite3_step(q) == SQLITE_ROW && used < room) {
		const char *column = (const char *)sqlite3_column_text(q, 0);

		if (strcmp(table, "audit") == 0 && strcmp(column, "detail") == 0)
			column = "CASE WHEN kind IN ('look', 'search') THEN '' ELSE detail END";
		if (!is_left_out(table, column))
			used += (size_t)snprintf(out + used, room - used, "%s%s", used ? ", " : "", column);
	}
	sqlite3_finalize(q);
}

static inline void print_row(sqlite3_stmt *q, const char *table, const char *side)
{
	fprintf(stderr, "%s, only in the %s:", table, side);
	for (int i = 0; i < sqlite3_column_count(q); i++)
		fprintf(stderr, " %.60s|", sqlite3_column_text(q, i) ? (const char *)sqlite3_column_text(q, i) : "");
	fprintf(stderr, "\n");
}

static inline void compare_one_way(struct comparison *c, const char *table, const char *columns, bool is_back)
{
	static char sql[9000];
	sqlite3_stmt *q;

	snprintf(sql, sizeof sql, "SELECT %s FROM %s.%s EXCEPT SELECT %s FROM %s.%s", columns,
		 is_back ? "other" : "main", table, columns, is_back ? "main" : "other", table);
	q = comparison_ask(c->db, sql);
	if (!q)
		c->different++;
	while (sqlite3_step(q) == SQLITE_ROW)
		if (++c->different <= 6)
			print_row(q, table, is_back ? "second" : "first");
	sqlite3_finalize(q);
}

static inline void compare_table(struct comparison *c, const char *table)
{
	static char columns[4000];
	char sql[200];
	sqlite3_stmt *q;

	comparison_columns(c->db, table, columns, sizeof columns);
	compare_one_way(c, table, columns, false);
	compare_one_way(c, table, columns, true);
	/* Rows that are alike but for the columns left out are counted. */
	snprintf(sql, sizeof sql, "SELECT (SELECT count(*) FROM main.%s), (SELECT count(*) FROM other.%s)", table,
		 table);
	q = comparison_ask(c->db, sql);
	if (!q || sqlite3_step(q) != SQLITE_ROW || sqlite3_column_int64(q, 0) != sqlite3_column_int64(q, 1)) {
		fprintf(stderr, "%s: not as many rows\n", table);
		c->different++;
	}
	c->rows += sqlite3_column_int64(q, 0);
	c->tables++;
	sqlite3_finalize(q);
}

/* Every table there is, what people are found by too; not how the search keeps its words on pages. */
static inline void compare_files(const char *one, const char *other, struct comparison *out)
{
	static const char tables[] = "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE "
				     "'%\\_search\\_%' ESCAPE '\\' ORDER BY name";
	sqlite3_stmt *q;

	*out = (struct comparison){0};
	if (sqlite3_open_v2(one, &out->db, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK)
		out->different++;
	sqlite3_busy_timeout(out->db, 5000);
	q = comparison_ask(out->db, "ATTACH :path AS other");
	sqlite3_bind_text(q, 1, other, -1, SQLITE_STATIC);
	out->different += sqlite3_step(q) != SQLITE_DONE;
	sqlite3_finalize(q);
	q = comparison_ask(out->db, tables);
	while (sqlite3_step(q) == SQLITE_ROW)
		compare_table(out, (const char *)sqlite3_column_text(q, 0));
	sqlite3_finalize(q);
	sqlite3_close(out->db);
	out->db = NULL;
}

#endif
