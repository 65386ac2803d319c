/* Looking through a copy of a case file: what is in it, and whether it is sound. */
#include "snapshot.h"

#include "guard.h"
#include "health.h"
#include "shape.h"
#include "sqlite_fault.h"
#include "store/authority_store.h"

#include <inttypes.h>
#include <string.h>
#include <time.h>

/* --- Rows of each table --- */

static bool count_rows(struct store *copy, const char *table, int64_t *out, struct fault *f)
{
	char *sql = sqlite3_mprintf("SELECT count(*) FROM \"%w\"", table);
	bool ok = sql ? guard_number(copy, sql, out, f) : sqlite_fault(NULL, STORE_READING, f);

	sqlite3_free(sql);
	return ok;
}

static bool count_tables(struct store *copy, sqlite3_stmt *names, struct arena *mem, struct backup_count_list *out,
			 struct fault *f)
{
	int rc;

	while ((rc = sqlite3_step(names)) == SQLITE_ROW) {
		struct backup_count *item = ARENA_PUSH(mem, out);

		if (!item)
			return fault_set(f, FAULT_MEMORY, "There is not enough memory to look through the copy.");
		item->table = arena_text(mem, (const char *)sqlite3_column_text(names, 0));
		if (!count_rows(copy, item->table, &item->rows, f))
			return false;
	}
	return rc == SQLITE_DONE || sqlite_fault(sqlite3_db_handle(names), STORE_READING, f);
}

/* A schema of the same version with nothing in it gives the names, so that no SQL is made from what a file says. */
bool snapshot_count(struct store *copy, int form, struct arena *mem, struct backup_count_list *out, struct fault *f)
{
	static const char names_of[] = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
				       " ORDER BY name";
	sqlite3 *schema = NULL;
	sqlite3_stmt *names = NULL;
	bool ok = shape_empty(form, &schema, f);

	*out = (struct backup_count_list){0};
	if (ok && sqlite3_prepare_v2(schema, names_of, -1, &names, NULL) != SQLITE_OK)
		ok = sqlite_fault(schema, STORE_READING, f);
	ok = ok && count_tables(copy, names, mem, out, f);
	sqlite3_finalize(names);
	sqlite3_close(schema);
	return ok;
}

/* --- What it is --- */

bool snapshot_describe(struct store *copy, struct arena *mem, struct backup_manifest *out, struct fault *f)
{
	struct authority_row authority = {.name = "", .la_code = ""};
	struct fault why = {0};
	int64_t form;

	if (!authority_row_read(copy, mem, &authority, &why) && why.code != FAULT_NOT_FOUND) {
		*f = why;
		return false;
	}
	out->authority = authority.name;
	out->la_code = authority.la_code;
	out->made_at = (int64_t)time(NULL);
	if (!guard_number(copy, "PRAGMA user_version", &form, f) || !audit_newest(copy, &out->anchor, f))
		return false;
	out->form = (int)form;
	return snapshot_count(copy, out->form, mem, &out->counts, f);
}

/* --- Whether it is sound --- */

static bool check_log(struct store *copy, const char *whose, const struct audit_anchor *anchor, struct fault *f)
{
	static const char *const words[] = {
		[AUDIT_ROW_CHANGED] = "was changed after it was written",
		[AUDIT_ROW_MISSING] = "was taken out",
		[AUDIT_END_CUT] = "and those after it were cut off",
		[AUDIT_REWRITTEN] = "is another than it was, and so may be all before it",
		[AUDIT_END_REPLACED] = "and those after it stand in the place of others that were cut off",
	};
	enum audit_verdict verdict;
	int64_t bad, rows;

	if (!audit_verify(copy, anchor, &verdict, &bad, &rows, f))
		return false;
	return verdict == AUDIT_SOUND ||
	       fault_set(f, FAULT_CORRUPT,
			 "%s was tampered with: row %" PRId64
			 " of its audit log %s. Keep it as it is and tell whoever looks after "
			 "information security.",
			 whose, bad, words[verdict]);
}

bool snapshot_check(struct store *copy, const char *whose, const struct audit_anchor *anchor, struct arena *mem,
		    struct fault *f)
{
	const char *integrity = "", *foreign_keys = "";

	if (!health_soundness(copy, mem, &integrity, &foreign_keys, f))
		return false;
	if (strcmp(integrity, "ok") == 0 && strcmp(foreign_keys, "ok") == 0)
		return check_log(copy, whose, anchor, f);
	fault_set(f, FAULT_CORRUPT, "%s is damaged: %s.", whose,
		  strcmp(integrity, "ok") != 0 ? "its pages do not fit together"
					       : "rows point at others that are gone");
	fault_detail(f, "%s; %s", integrity, foreign_keys);
	return false;
}
