/* What a connection may do: settings that make damage less likely, and an authorizer that refuses what no statement of
 * ours needs. */
#include "guard.h"

#include "sqlite_fault.h"
#include "store/paper_store.h"
#include "transaction.h"

#include <string.h>

static bool configure(struct store *s, struct fault *f)
{
	static const struct {
		int option, value;
	} switches[] = {
		{SQLITE_DBCONFIG_DEFENSIVE, 1},       {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
		{SQLITE_DBCONFIG_DQS_DML, 0},         {SQLITE_DBCONFIG_DQS_DDL, 0},
		{SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0}, {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
		{SQLITE_DBCONFIG_ENABLE_FKEY, 1},
	};

	for (size_t i = 0; i < sizeof switches / sizeof *switches; i++) {
		int now = -1;

		if (sqlite3_db_config(s->db, switches[i].option, switches[i].value, &now) != SQLITE_OK ||
		    now != switches[i].value)
			return sqlite_fault(s->db, STORE_OPENING, f);
	}
	return true;
}

static void limit(struct store *s)
{
	static const struct {
		int what, most;
	} limits[] = {
		{SQLITE_LIMIT_LENGTH, PAPER_MOST_BYTES + 1000000}, /* a row with a paper in it */
		{SQLITE_LIMIT_SQL_LENGTH, 100000},
		{SQLITE_LIMIT_COLUMN, 100},
		{SQLITE_LIMIT_EXPR_DEPTH, 100},
		{SQLITE_LIMIT_COMPOUND_SELECT, 10},
		{SQLITE_LIMIT_ATTACHED, 1},
		{SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100},
		{SQLITE_LIMIT_VARIABLE_NUMBER, 200},
		{SQLITE_LIMIT_TRIGGER_DEPTH, 10},
	};

	for (size_t i = 0; i < sizeof limits / sizeof *limits; i++)
		sqlite3_limit(s->db, limits[i].what, limits[i].most);
}

bool guard_number(struct store *s, const char *sql, int64_t *out, struct fault *f)
{
	sqlite3_stmt *q = NULL;
	int rc = sqlite3_prepare_v2(s->db, sql, -1, &q, NULL);

	*out = -1;
	if (rc == SQLITE_OK)
		rc = sqlite3_step(q);
	if (rc == SQLITE_ROW)
		*out = sqlite3_column_int64(q, 0);
	else if (rc != SQLITE_DONE)
		sqlite_fault(s->db, STORE_OPENING, f);
	sqlite3_finalize(q);
	return rc == SQLITE_ROW || rc == SQLITE_DONE;
}

/* Set, then read back: a pragma that is not understood says nothing. */
static bool set_and_check(struct store *s, struct fault *f)
{
	static const struct {
		const char *set, *get;
		int64_t value;
	} settings[] = {
		{"PRAGMA temp_store = MEMORY", "PRAGMA temp_store", 2}, /* no names in /tmp */
		{"PRAGMA mmap_size = 0", "PRAGMA mmap_size", 0},        /* a stray pointer cannot write into the file */
		{"PRAGMA cell_size_check = ON", "PRAGMA cell_size_check", 1},
		{"PRAGMA recursive_triggers = ON", "PRAGMA recursive_triggers",
		 1}, /* REPLACE cannot slip past the audit triggers */
		{"PRAGMA secure_delete = ON", "PRAGMA secure_delete", 1},
		{"PRAGMA foreign_keys = ON", "PRAGMA foreign_keys", 1},
	};

	for (size_t i = 0; i < sizeof settings / sizeof *settings; i++) {
		int64_t now;

		if (sqlite3_exec(s->db, settings[i].set, NULL, NULL, NULL) != SQLITE_OK)
			return sqlite_fault(s->db, STORE_OPENING, f);
		if (!guard_number(s, settings[i].get, &now, f))
			return false;
		/* Builds without memory mapping give no row. */
		if (now != settings[i].value && !(now < 0 && settings[i].value == 0)) {
			sqlite_fault(s->db, STORE_OPENING, f);
			fault_detail(f, "%s gave %lld", settings[i].set, (long long)now);
			return false;
		}
	}
	return true;
}

bool guard_connection(struct store *s, struct fault *f)
{
	sqlite3_extended_result_codes(s->db, 1);
	sqlite3_busy_handler(s->db, transaction_wait, s);
	limit(s);
	return configure(s, f) && set_and_check(s, f);
}

static bool is_any_of(const char *name, const char *const *words)
{
	for (; *words; words++)
		if (sqlite3_stricmp(name, *words) == 0)
			return true;
	return false;
}

/* Reading pragmas only; data_version is also what the search index asks for. */
static bool pragma_is_allowed(const char *name, const char *argument)
{
	static const char *const asking[] = {"data_version", "page_count",   "freelist_count",
					     "journal_mode", "user_version", "application_id",
					     "synchronous",  "foreign_keys", NULL};
	static const char *const looking[] = {"index_info",  "table_info",        "integrity_check",
					      "quick_check", "foreign_key_check", NULL};

	return is_any_of(name, looking) || (!argument && is_any_of(name, asking));
}

/* SQLite asks for the right to update sqlite_master whenever it makes a virtual table known, and then does not use it;
 * that no statement can write there is seen to by SQLITE_DBCONFIG_WRITABLE_SCHEMA. */
static bool is_counted_by_sqlite(const char *table)
{
	return sqlite3_stricmp(table, "sqlite_sequence") == 0 || sqlite3_strnicmp(table, "sqlite_stat", 11) == 0;
}

static bool is_kept_for_ever(const char *table)
{
	return sqlite3_stricmp(table, "audit") == 0 || is_counted_by_sqlite(table);
}

/* Whose time is over is erased, and of the audit log the words alone. */
static bool may_be_erased(const struct store *s, int action, const char *table, const char *column)
{
	if (!s->is_erasing)
		return false;
	if (sqlite3_stricmp(table, "audit") != 0)
		return action == SQLITE_DELETE && !is_counted_by_sqlite(table);
	return action == SQLITE_UPDATE && column &&
	       (strcmp(column, "detail") == 0 || strcmp(column, "detail_seal") == 0);
}

/* What came in and what went out stays, whoever would rather not have it. */
static bool is_never_deleted(const char *table)
{
	return is_kept_for_ever(table) || sqlite3_stricmp(table, "letter") == 0 ||
	       sqlite3_stricmp(table, "enclosure") == 0 || sqlite3_stricmp(table, "paper") == 0;
}

static int authorize(void *payload, int action, const char *first, const char *second, const char *schema,
		     const char *inside)
{
	const struct store *s = payload;
	bool yes;

	(void)schema;
	(void)inside;
	switch (action) {
	case SQLITE_SELECT:
	case SQLITE_READ:
	case SQLITE_RECURSIVE: yes = true; break;
	case SQLITE_FUNCTION: yes = sqlite3_stricmp(second, "load_extension") != 0; break;
	case SQLITE_INSERT: yes = !is_counted_by_sqlite(first); break;
	case SQLITE_UPDATE: yes = !is_kept_for_ever(first) || may_be_erased(s, action, first, second); break;
	case SQLITE_DELETE: yes = !is_never_deleted(first) || may_be_erased(s, action, first, second); break;
	case SQLITE_TRANSACTION:
	case SQLITE_SAVEPOINT: yes = s->is_own_transaction; break;
	case SQLITE_PRAGMA: yes = pragma_is_allowed(first, second); break;
	default: yes = false; break; /* ATTACH, DETACH and every change of the schema */
	}
	return yes ? SQLITE_OK : SQLITE_DENY;
}

void guard_authorize(struct store *s)
{
	sqlite3_set_authorizer(s->db, authorize, s);
	sqlite3_commit_hook(s->db, transaction_commit_hook, s);
}

/* Setting the authorizer anew also has every prepared statement asked again when it runs next. */
static bool set_erasing(struct store *s, bool is_erasing, struct fault *f)
{
	s->is_erasing = is_erasing;
	guard_authorize(s);
	return sqlite3_db_config(s->db, SQLITE_DBCONFIG_ENABLE_TRIGGER, !is_erasing, NULL) == SQLITE_OK ||
	       sqlite_fault(s->db, STORE_SAVING, f);
}

bool guard_lower(struct store *s, struct fault *f)
{
	return set_erasing(s, true, f);
}

void guard_raise(struct store *s)
{
	set_erasing(s, false, NULL);
}
