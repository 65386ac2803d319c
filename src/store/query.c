/* Plain structs in and out of the case file by tables. */
#include "answer.h"
#include "row.h"
#include "sqlite_fault.h"
#include "transaction.h"

#include <stdio.h>
#include <string.h>

bool store_select(struct store *s, const struct statement *q, const struct parameter *parameters,
		  const struct column_list *columns, struct arena *mem, void *list, struct fault *f)
{
	LENT struct prepared *p = statement_borrow(s, q, f);
	struct row_list *rows = list;
	int rc;

	*rows = (struct row_list){0};
	if (!p || !statement_map_results(p, columns, f) || !row_bind(s, p, NULL, NULL, parameters, f))
		return false;
	while ((rc = sqlite3_step(p->stmt)) == SQLITE_ROW) {
		void *row = arena_push(mem, &rows->items, &rows->count, &rows->room, columns->row_size);

		if (!row)
			return answer_too_much(f);
		if (!row_read(s, p, columns, mem, row, f))
			return false;
	}
	if (rc != SQLITE_DONE)
		return sqlite_fault(s->db, STORE_READING, f);
	return !arena_exhausted(mem) || answer_too_much(f);
}

bool store_select_one(struct store *s, const struct statement *q, const struct parameter *parameters,
		      const struct column_list *columns, struct arena *mem, void *row, struct fault *f)
{
	LENT struct prepared *p = statement_borrow(s, q, f);
	int rc;

	memset(row, 0, columns->row_size);
	if (!p || !statement_map_results(p, columns, f) || !row_bind(s, p, NULL, NULL, parameters, f))
		return false;
	rc = sqlite3_step(p->stmt);
	if (rc == SQLITE_DONE)
		return fault_set(f, FAULT_NOT_FOUND, "%s", "");
	if (rc != SQLITE_ROW)
		return sqlite_fault(s->db, STORE_READING, f);
	if (!row_read(s, p, columns, mem, row, f))
		return false;
	return !arena_exhausted(mem) || answer_too_much(f);
}

bool store_select_number(struct store *s, const struct statement *q, const struct parameter *parameters,
			 int64_t otherwise, int64_t *out, struct fault *f)
{
	LENT struct prepared *p = statement_borrow(s, q, f);
	bool first = true;
	int rc;

	*out = otherwise;
	if (!p || !row_bind(s, p, NULL, NULL, parameters, f))
		return false;
	if (!sqlite3_stmt_readonly(p->stmt) && !transaction_may_change(s, f))
		return false;
	while ((rc = sqlite3_step(p->stmt)) == SQLITE_ROW) {
		if (first && sqlite3_column_type(p->stmt, 0) != SQLITE_NULL)
			*out = sqlite3_column_int64(p->stmt, 0);
		first = false;
	}
	return rc == SQLITE_DONE || sqlite_fault(s->db, STORE_READING, f);
}

static bool refused(struct store *s, struct fault *f)
{
	if ((sqlite3_errcode(s->db) & 0xff) == SQLITE_CONSTRAINT)
		snprintf(s->refusal, sizeof s->refusal, "%s", sqlite3_errmsg(s->db));
	return sqlite_fault(s->db, transaction_is_for(s), f);
}

bool store_change(struct store *s, const struct statement *q, const struct column_list *columns, const void *row,
		  const struct parameter *parameters, int64_t *changed, struct fault *f)
{
	LENT struct prepared *p = NULL;
	int rc;

	s->refusal[0] = '\0';
	if (changed)
		*changed = 0;
	if (!transaction_may_change(s, f))
		return false;
	p = statement_borrow(s, q, f);
	if (!p || !row_bind(s, p, columns, row, parameters, f))
		return false;
	while ((rc = sqlite3_step(p->stmt)) == SQLITE_ROW)
		; /* what RETURNING gives is not wanted here */
	if (rc != SQLITE_DONE)
		return refused(s, f);
	if (changed)
		*changed = sqlite3_changes64(s->db);
	return true;
}

int64_t store_last_id(struct store *s)
{
	return sqlite3_last_insert_rowid(s->db);
}

/* For a unique index SQLite names the columns, not the index: "plan.person_id" for one_open_plan. */
static const struct statement columns_of_index = {
	"SELECT group_concat(tbl_name || '.' || part, ', ') FROM (SELECT m.tbl_name, c.name AS part FROM sqlite_schema "
	"AS m,"
	" pragma_index_info(m.name) AS c WHERE m.type = 'index' AND m.name = :name ORDER BY c.seqno)",
	false};

bool store_refused_by(struct store *s, const char *constraint)
{
	static const char unique[] = "UNIQUE constraint failed: ";
	LENT struct prepared *p = NULL;
	const char *columns = NULL;

	if (!s->refusal[0])
		return false;
	if (strstr(s->refusal, constraint))
		return true;
	if (strncmp(s->refusal, unique, sizeof unique - 1) != 0)
		return false;
	p = statement_borrow(s, &columns_of_index, NULL);
	if (!p || !row_bind(s, p, NULL, NULL, PARAMETERS(PARAMETER_TEXT("name", constraint)), NULL))
		return false;
	if (sqlite3_step(p->stmt) == SQLITE_ROW)
		columns = (const char *)sqlite3_column_text(p->stmt, 0);
	return columns && strcmp(s->refusal + sizeof unique - 1, columns) == 0;
}
