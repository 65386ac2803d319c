/* Whether a case file has the tables, indexes and triggers that this program makes: a trigger that was put in changes
 * what people save, and one that is gone guards nothing any more. */
#include "shape.h"

#include "guard.h"
#include "migrate.h"
#include "sqlite_fault.h"

#include "base/text.h"

#include <string.h>

#define SHOWN_CELLS 60

bool shape_empty(int form, sqlite3 **out, struct fault *f)
{
	int rc = sqlite3_open_v2(":memory:", out, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);

	for (int i = 0; rc == SQLITE_OK && i < form && schema_migrations[i].sql; i++)
		rc = sqlite3_exec(*out, schema_migrations[i].sql, NULL, NULL, NULL);
	return rc == SQLITE_OK || sqlite_fault(*out, STORE_READING, f);
}

/* One schema as it is read through, in the same order whatever it was made in. */
struct reading {
	sqlite3_stmt *stmt;
	bool is_over;
};

static bool begin(sqlite3 *db, struct reading *out, struct fault *f)
{
	static const char objects[] = "SELECT type, name, coalesce(sql, '') FROM sqlite_schema"
				      " WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type, name";

	return sqlite3_prepare_v2(db, objects, -1, &out->stmt, NULL) == SQLITE_OK || sqlite_fault(db, STORE_READING, f);
}

static bool next(struct reading *r, struct fault *f)
{
	int rc = r->is_over ? SQLITE_DONE : sqlite3_step(r->stmt);

	r->is_over = rc == SQLITE_DONE;
	return rc == SQLITE_DONE || rc == SQLITE_ROW || sqlite_fault(sqlite3_db_handle(r->stmt), STORE_READING, f);
}

static const char *part(const struct reading *r, int column)
{
	const char *text = (const char *)sqlite3_column_text(r->stmt, column);

	return text ? text : "";
}

static const char *named(const struct reading *r, const char *what, struct arena *mem)
{
	return arena_printf(mem, "the %s \"%s\" %s", part(r, 0),
			    text_clipped(mem, text_safe(mem, part(r, 1), false), SHOWN_CELLS), what);
}

/* Past blanks and comments, which say nothing to SQLite: a remark that was reworded makes no other table. */
static const char *past_remarks(const char *at)
{
	for (;;) {
		at += strspn(at, " \t\r\n");
		if (strncmp(at, "--", 2) != 0)
			return at;
		at += strcspn(at, "\n");
	}
}

static bool is_same_sql(const char *a, const char *b)
{
	bool is_quoted = false;

	for (;;) {
		if (!is_quoted) {
			a = past_remarks(a);
			b = past_remarks(b);
		}
		if (*a != *b || !*a)
			return *a == *b;
		is_quoted = is_quoted != (*a == '\'');
		a++;
		b++;
	}
}

/* Which of two objects stands first: negative ours, positive theirs, 0 they have the same name. */
static int compare(const struct reading *ours, const struct reading *theirs)
{
	int by_type;

	if (ours->is_over || theirs->is_over)
		return ours->is_over - theirs->is_over;
	by_type = strcmp(part(ours, 0), part(theirs, 0));
	return by_type ? by_type : strcmp(part(ours, 1), part(theirs, 1));
}

static bool first_difference(struct reading *ours, struct reading *theirs, struct arena *mem, const char **out,
			     struct fault *f)
{
	*out = "ok";
	while (next(ours, f) && next(theirs, f)) {
		int order = compare(ours, theirs);

		if (ours->is_over && theirs->is_over)
			return true;
		if (order < 0)
			*out = named(ours, "is missing", mem);
		else if (order > 0)
			*out = named(theirs, "was put in", mem);
		else if (!is_same_sql(part(ours, 2), part(theirs, 2)))
			*out = named(theirs, "was changed", mem);
		if (strcmp(*out, "ok") != 0)
			return true;
	}
	return false;
}

bool store_shape(struct store *s, struct arena *mem, const char **out, struct fault *f)
{
	struct reading ours = {0}, theirs = {0};
	sqlite3 *empty = NULL;
	int64_t form = 0;
	bool ok;

	*out = "";
	ok = guard_number(s, "PRAGMA user_version", &form, f) && shape_empty((int)form, &empty, f) &&
	     begin(empty, &ours, f) && begin(s->db, &theirs, f) && first_difference(&ours, &theirs, mem, out, f);
	sqlite3_finalize(ours.stmt);
	sqlite3_finalize(theirs.stmt);
	sqlite3_close(empty);
	return ok && (!arena_exhausted(mem) ||
		      fault_set(f, FAULT_MEMORY, "There is not enough memory to look through the case file."));
}
