/* Writing down what changes while two entries become one, and turning it back: SQLite's session extension. */
#define SQLITE_ENABLE_SESSION
#define SQLITE_ENABLE_PREUPDATE_HOOK
#include "merge_record.h"

#include "guard.h"
#include "sqlite_fault.h"
#include "statement_list.h"
#include "store/merge_store.h"
#include "transaction.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

struct recording {
	struct store *store;
	sqlite3_session *session;
};

struct kept_merge {
	int64_t id, kept_id, gone_id, at;
	const char *by, *reason;
	struct blob changes;
};
static const struct column kept_columns[] = {
	COLUMN(struct kept_merge, id, ID),        COLUMN(struct kept_merge, kept_id, ID),
	COLUMN(struct kept_merge, gone_id, ID),   COLUMN(struct kept_merge, at, INTEGER),
	COLUMN(struct kept_merge, by, TEXT),      COLUMN(struct kept_merge, reason, TEXT),
	COLUMN(struct kept_merge, changes, BLOB),
};
static const struct column_list kept_list = COLUMN_LIST(struct kept_merge, kept_columns);

static const struct column merge_columns[] = {
	COLUMN(struct person_merge, id, ID),
	COLUMN(struct person_merge, kept_id, ID),
	COLUMN(struct person_merge, gone_id, ID),
	COLUMN(struct person_merge, kept, TEXT),
	COLUMN(struct person_merge, gone, TEXT),
	COLUMN(struct person_merge, gone_name, TEXT),
	COLUMN(struct person_merge, gone_la_child_id, TEXT),
	COLUMN(struct person_merge, at, INTEGER),
	COLUMN(struct person_merge, by, TEXT),
	COLUMN(struct person_merge, reason, TEXT),
	COLUMN(struct person_merge, undone_at, ID),
	COLUMN(struct person_merge, undone_by, TEXT),
	COLUMN(struct person_merge, undone_why, TEXT),
};
static const struct column_list merges = COLUMN_LIST(struct person_merge, merge_columns);

static const struct statement add_merge = {"INSERT INTO person_merge (kept_id, gone_id, at, by_user, reason, changes) "
					   "VALUES (:kept_id, :gone_id, :at, :by, :reason, :changes)",
					   true};
static const struct statement changes_of_merge = {
	"SELECT id, kept_id, gone_id, at, by_user AS \"by\", reason, changes FROM person_merge WHERE id = :id", true};
static const struct statement note_undone = {
	"UPDATE person_merge SET undone_at = :undone_at, undone_by = :undone_by, undone_why = :undone_why "
	"WHERE id = :id AND undone_at IS NULL",
	true};
/* Whoever has read either of the two before is told that it changed. */
static const struct statement count_up_people = {
	"UPDATE person SET version = version + 1000 WHERE id IN (:kept_id, :gone_id)", true};
#define MERGE_ROWS                                                                                                     \
	"SELECT m.id, m.kept_id, m.gone_id, kept.reference AS kept, gone.reference AS gone, "                          \
	"trim(gone.given_names || ' ' || gone.surname) AS gone_name, "                                                 \
	"coalesce(gone.la_child_id, '') AS gone_la_child_id, m.at, m.by_user AS \"by\", m.reason, "                    \
	"m.undone_at, m.undone_by, m.undone_why FROM person_merge AS m JOIN person AS kept ON kept.id = m.kept_id "    \
	"JOIN person AS gone ON gone.id = m.gone_id "
static const struct statement merges_of_kept = {
	MERGE_ROWS "WHERE m.kept_id = :person AND m.undone_at IS NULL ORDER BY m.id DESC", true};
static const struct statement merges_of_members = {
	MERGE_ROWS
	"WHERE m.undone_at IS NULL AND m.kept_id IN (SELECT person_id FROM family_member WHERE family_id = :family) "
	"ORDER BY m.id DESC",
	true};
static const struct statement first_of_entry = {"SELECT merged_into_id FROM person WHERE id = :person", true};
static const struct statement merge_of_id = {MERGE_ROWS "WHERE m.id = :id", true};

const struct statement *const merge_record_statements[] = {&add_merge,       &changes_of_merge, &note_undone,
							   &count_up_people, &merges_of_kept,   &merges_of_members,
							   &first_of_entry,  &merge_of_id,      NULL};

bool merge_guards_down(struct store *s, struct fault *f)
{
	return sqlite3_db_config(s->db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL) == SQLITE_OK ||
	       sqlite_fault(s->db, STORE_SAVING, f);
}

void merge_guards_up(struct store *s)
{
	sqlite3_db_config(s->db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 1, NULL);
}

/* --- Writing down --- */

static bool begins_with(const char *text, const char *beginning)
{
	return strncmp(text, beginning, strlen(beginning)) == 0;
}

/* What people are found by is made anew; the audit log and the drafts of others are nobody's to turn back. */
static int is_written_down(void *payload, const char *table)
{
	static const char *const left_out[] = {"audit",       "draft",          "person_merge", "reference_counter",
					       "name_search", "address_search", "sqlite_",      NULL};

	(void)payload;
	for (size_t i = 0; left_out[i]; i++)
		if (begins_with(table, left_out[i]))
			return 0;
	return 1;
}

bool recording_begin(struct store *s, struct recording **out, struct fault *f)
{
	struct recording *r = calloc(1, sizeof *r);

	*out = r;
	if (!r)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to make the two entries one.");
	r->store = s;
	if (sqlite3session_create(s->db, "main", &r->session) == SQLITE_OK) {
		sqlite3session_table_filter(r->session, is_written_down, NULL);
		if (sqlite3session_attach(r->session, NULL) == SQLITE_OK)
			return true;
	}
	recording_drop(r);
	*out = NULL;
	return fault_set(f, FAULT_MEMORY, "There is not enough memory to make the two entries one.");
}

void recording_drop(struct recording *r)
{
	if (!r)
		return;
	if (r->session)
		sqlite3session_delete(r->session);
	free(r);
}

bool recording_digest(struct store *s, struct recording *r, unsigned char out[32], struct fault *f)
{
	void *bytes = NULL;
	int count = 0, rc;

	s->is_own_transaction = true; /* it reads inside a savepoint of its own */
	rc = sqlite3session_changeset(r->session, &count, &bytes);
	s->is_own_transaction = false;
	if (rc == SQLITE_OK)
		crypto_generichash(out, 32, bytes, (unsigned long long)count, NULL, 0);
	sqlite3_free(bytes);
	return rc == SQLITE_OK ||
	       fault_set(f, FAULT_MEMORY, "There is not enough memory to digest what goes: nothing was erased.");
}

bool merge_keep(struct store *s, struct person_merge *merge, struct recording *r, struct fault *f)
{
	struct kept_merge row = {.kept_id = merge->kept_id,
				 .gone_id = merge->gone_id,
				 .at = merge->at,
				 .by = merge->by,
				 .reason = merge->reason};
	void *bytes = NULL;
	int count = 0, rc;
	bool ok;

	s->is_own_transaction = true; /* it reads inside a savepoint of its own */
	rc = sqlite3session_changeset(r->session, &count, &bytes);
	s->is_own_transaction = false;
	recording_drop(r);
	if (rc != SQLITE_OK)
		return fault_set(
			f, FAULT_STORAGE,
			"What changed could not be written down, so nothing was changed. Try again; if it stays "
			"so, tell the administrator.");
	row.changes = (struct blob){bytes, (size_t)count};
	ok = store_change(s, &add_merge, &kept_list, &row, NULL, NULL, f);
	sqlite3_free(bytes);
	merge->id = store_last_id(s);
	return ok;
}

/* --- Turning back --- */

/* What is gone since need not be taken away; a person's own details go back to what they were. Anything else that
 * changed since is somebody's work, and cannot be told apart from the merge. */
static int settle_conflict(void *payload, int kind, sqlite3_changeset_iter *change)
{
	const char *name = "";
	int columns, operation, is_indirect;

	(void)payload;
	if (kind == SQLITE_CHANGESET_NOTFOUND)
		return SQLITE_CHANGESET_OMIT;
	if (kind != SQLITE_CHANGESET_DATA)
		return SQLITE_CHANGESET_ABORT;
	sqlite3changeset_op(change, &name, &columns, &operation, &is_indirect);
	return strcmp(name, "person") == 0 ? SQLITE_CHANGESET_REPLACE : SQLITE_CHANGESET_ABORT;
}

static bool turn_back(struct store *s, const struct blob *changes, struct fault *f)
{
	void *inverse = NULL;
	int bytes = 0, rc = sqlite3changeset_invert((int)changes->count, changes->bytes, &bytes, &inverse);

	if (rc == SQLITE_OK) {
		/* Of every table it makes ready all that could be asked of a row, deleting too, before it looks what
		 * is. */
		sqlite3_set_authorizer(s->db, NULL, NULL);
		rc = sqlite3changeset_apply(s->db, bytes, inverse, NULL, settle_conflict, NULL);
		guard_authorize(s);
	}
	sqlite3_free(inverse);
	if (rc == SQLITE_OK)
		return true;
	if (rc == SQLITE_ABORT || rc == SQLITE_CONSTRAINT)
		return fault_set(f, FAULT_REFUSED,
				 "What was made one was worked on since, so the two entries cannot be taken apart by "
				 "the program any more. Enter the second person anew.");
	return sqlite_fault(s->db, STORE_SAVING, f);
}

bool merge_turn_back(struct store *s, const struct person_merge *merge, struct fault *f)
{
	struct arena mem = {0};
	struct kept_merge kept;
	bool ok = store_select_one(s, &changes_of_merge, PARAMETERS(PARAMETER_ID("id", merge->id)), &kept_list, &mem,
				   &kept, f);

	ok = ok && transaction_may_change(s, f) && merge_guards_down(s, f);
	ok = ok && turn_back(s, &kept.changes, f);
	merge_guards_up(s);
	ok = ok &&
	     store_change(s, &count_up_people, NULL, NULL,
			  PARAMETERS(PARAMETER_ID("kept_id", merge->kept_id), PARAMETER_ID("gone_id", merge->gone_id)),
			  NULL, f) &&
	     store_change(s, &note_undone, &merges, merge, NULL, NULL, f);
	arena_finish(&mem);
	return ok;
}

/* --- Reading --- */

bool merges_of(struct store *s, int64_t person, struct arena *mem, struct person_merge_list *out, struct fault *f)
{
	return store_select(s, &merges_of_kept, PARAMETERS(PARAMETER_ID("person", person)), &merges, mem, out, f);
}

bool merges_of_family(struct store *s, int64_t family, struct arena *mem, struct person_merge_list *out,
		      struct fault *f)
{
	return store_select(s, &merges_of_members, PARAMETERS(PARAMETER_ID("family", family)), &merges, mem, out, f);
}

bool merged_into(struct store *s, int64_t person, int64_t *out, struct fault *f)
{
	return store_select_number(s, &first_of_entry, PARAMETERS(PARAMETER_ID("person", person)), 0, out, f);
}

bool merge_by_id(struct store *s, int64_t id, struct arena *mem, struct person_merge *out, struct fault *f)
{
	struct fault why = {0};

	if (store_select_one(s, &merge_of_id, PARAMETERS(PARAMETER_ID("id", id)), &merges, mem, out, &why))
		return true;
	if (why.code == FAULT_NOT_FOUND)
		return fault_set(f, FAULT_NOT_FOUND, "These two entries are not known to have been made one.");
	if (f)
		*f = why;
	return false;
}
