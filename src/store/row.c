/* One value between a row of the case file and a member of a plain struct. */
#include "row.h"

#include "sqlite_fault.h"
#include "transaction.h"

#include <string.h>

static int bind_day(sqlite3_stmt *q, int i, int64_t day)
{
	char iso[DATE_TEXT_ROOM];

	if (day == DAY_NONE)
		return sqlite3_bind_null(q, i);
	return sqlite3_bind_text(q, i, date_to_iso((day_number)day, iso), -1, SQLITE_TRANSIENT);
}

/* Texts are not copied: the row outlives the statement's use. */
static int bind_text(sqlite3_stmt *q, int i, const char *text, bool empty_is_null)
{
	if (empty_is_null && (!text || !*text))
		return sqlite3_bind_null(q, i);
	return sqlite3_bind_text(q, i, text ? text : "", -1, SQLITE_STATIC);
}

static int bind_number(sqlite3_stmt *q, int i, int64_t number, int64_t absent)
{
	return number == absent ? sqlite3_bind_null(q, i) : sqlite3_bind_int64(q, i, number);
}

/* No bytes are an empty content, not the absence of one. */
static int bind_blob(sqlite3_stmt *q, int i, const void *bytes, uint64_t count)
{
	return count == 0 ? sqlite3_bind_zeroblob(q, i, 0) : sqlite3_bind_blob64(q, i, bytes, count, SQLITE_STATIC);
}

static int bind_blob_member(sqlite3_stmt *q, int i, const struct blob *blob)
{
	return bind_blob(q, i, blob->bytes, blob->count);
}

static int bind_member(sqlite3_stmt *q, int i, const struct column *c, const void *row)
{
	const void *member = (const char *)row + c->offset;

	switch (c->kind) {
	case COLUMN_INT: return sqlite3_bind_int(q, i, *(const int *)member);
	case COLUMN_INTEGER: return sqlite3_bind_int64(q, i, *(const int64_t *)member);
	case COLUMN_BOOL: return sqlite3_bind_int(q, i, *(const bool *)member);
	case COLUMN_TEXT: return bind_text(q, i, *(const char *const *)member, false);
	case COLUMN_OPTIONAL_TEXT: return bind_text(q, i, *(const char *const *)member, true);
	case COLUMN_DAY: return bind_day(q, i, *(const day_number *)member);
	case COLUMN_ID: return bind_number(q, i, *(const int64_t *)member, 0);
	case COLUMN_OPTIONAL_INT: return bind_number(q, i, *(const int *)member, -1);
	case COLUMN_TOKEN: return bind_text(q, i, c->words->token(*(const int *)member), false);
	case COLUMN_BLOB: return bind_blob_member(q, i, member);
	}
	return SQLITE_MISUSE;
}

static int bind_parameter(sqlite3_stmt *q, int i, const struct parameter *given)
{
	switch (given->kind) {
	case COLUMN_TEXT:
	case COLUMN_TOKEN: return bind_text(q, i, given->text, false);
	case COLUMN_OPTIONAL_TEXT: return bind_text(q, i, given->text, true);
	case COLUMN_DAY: return bind_day(q, i, given->integer);
	case COLUMN_ID: return bind_number(q, i, given->integer, 0);
	case COLUMN_OPTIONAL_INT: return bind_number(q, i, given->integer, -1);
	case COLUMN_INT:
	case COLUMN_INTEGER:
	case COLUMN_BOOL: return sqlite3_bind_int64(q, i, given->integer);
	case COLUMN_BLOB: return bind_blob(q, i, given->text, (uint64_t)given->integer);
	}
	return SQLITE_MISUSE;
}

static const struct parameter *parameter_named(const struct parameter *parameters, const char *name, size_t *used)
{
	for (const struct parameter *given = parameters; given && given->name; given++)
		if (strcmp(given->name, name) == 0) {
			++*used;
			return given;
		}
	return NULL;
}

static bool wrong_parameter(struct prepared *p, const char *what, const char *name, struct fault *f)
{
	fault_set(f, FAULT_STORAGE,
		  "This program and its case file do not fit together. Tell whoever looks after the program.");
	fault_detail(f, "%s \"%s\" in: %.120s", what, name, p->of->sql);
	return false;
}

/* A name that the SQL does not know is a slip of the pen that would otherwise pass unseen. */
static bool all_were_used(struct prepared *p, const struct parameter *parameters, size_t used, struct fault *f)
{
	size_t given = 0;

	while (parameters && parameters[given].name)
		given++;
	return used == given ||
	       wrong_parameter(p, "a parameter the statement does not name, or twice, near", parameters[0].name, f);
}

static enum store_doing statement_is_for(const struct store *s, const struct prepared *p)
{
	return sqlite3_stmt_readonly(p->stmt) ? STORE_READING : transaction_is_for(s);
}

bool row_bind(struct store *s, struct prepared *p, const struct column_list *columns, const void *row,
	      const struct parameter *parameters, struct fault *f)
{
	int count = sqlite3_bind_parameter_count(p->stmt);
	size_t used = 0;

	if (!statement_map_parameters(p, columns, f))
		return false;
	for (int i = 0; i < count; i++) {
		const char *name = sqlite3_bind_parameter_name(p->stmt, i + 1) + 1;
		const struct parameter *given = parameter_named(parameters, name, &used);
		int member = p->parameter_member[i];
		int rc;

		if (given)
			rc = bind_parameter(p->stmt, i + 1, given);
		else if (member >= 0 && row)
			rc = bind_member(p->stmt, i + 1, &columns->items[member], row);
		else
			return wrong_parameter(p, "nobody gives the parameter", name, f);
		if (rc != SQLITE_OK)
			return sqlite_fault(s->db, statement_is_for(s, p), f);
	}
	return all_were_used(p, parameters, used, f);
}

static bool not_what_it_should_be(const struct column *c, struct fault *f)
{
	fault_set(f, FAULT_CORRUPT,
		  "The case file holds a value for \"%s\" that this program does not know: it is damaged, or another "
		  "program changed it. Restore the newest back-up.",
		  c->name);
	return false;
}

/* NULL only when memory has run out. */
static const char *column_text(sqlite3_stmt *q, int i)
{
	const char *text;

	if (sqlite3_column_type(q, i) == SQLITE_NULL)
		return "";
	text = (const char *)sqlite3_column_text(q, i);
	return text;
}

static bool read_text(struct store *s, sqlite3_stmt *q, int i, struct arena *mem, const char **out, struct fault *f)
{
	const char *text = column_text(q, i);

	if (!text)
		return sqlite_fault(s->db, STORE_READING, f);
	*out = arena_text_n(mem, text, *text ? (size_t)sqlite3_column_bytes(q, i) : 0);
	return true;
}

static bool read_blob(struct store *s, sqlite3_stmt *q, int i, struct arena *mem, struct blob *out, struct fault *f)
{
	const void *bytes = sqlite3_column_blob(q, i);
	size_t count = (size_t)sqlite3_column_bytes(q, i);
	unsigned char *copy;

	*out = (struct blob){0};
	if (!bytes && sqlite3_errcode(s->db) == SQLITE_NOMEM)
		return sqlite_fault(s->db, STORE_READING, f);
	if (count == 0)
		return true;
	copy = arena_alloc(mem, count);
	if (copy) /* otherwise the arena says so at the end */
		*out = (struct blob){memcpy(copy, bytes, count), count};
	return true;
}

static bool read_day(struct store *s, sqlite3_stmt *q, int i, const struct column *c, day_number *out, struct fault *f)
{
	const char *text = column_text(q, i);

	if (!text)
		return sqlite_fault(s->db, STORE_READING, f);
	*out = *text ? date_from_iso(text) : DAY_NONE;
	return !*text || *out != DAY_NONE || not_what_it_should_be(c, f);
}

static bool read_token(struct store *s, sqlite3_stmt *q, int i, const struct column *c, int *out, struct fault *f)
{
	const char *text = column_text(q, i);

	if (!text)
		return sqlite_fault(s->db, STORE_READING, f);
	for (*out = 0; *out < c->words->count; ++*out)
		if (strcmp(c->words->token(*out), text) == 0)
			return true;
	return not_what_it_should_be(c, f);
}

static bool read_int(sqlite3_stmt *q, int i, const struct column *c, int absent, int *out, struct fault *f)
{
	int64_t number = sqlite3_column_int64(q, i);

	*out = sqlite3_column_type(q, i) == SQLITE_NULL ? absent : (int)number;
	return (number >= INT_MIN && number <= INT_MAX) || not_what_it_should_be(c, f);
}

static bool read_member(struct store *s, sqlite3_stmt *q, int i, const struct column *c, struct arena *mem, void *row,
			struct fault *f)
{
	void *member = (char *)row + c->offset;

	switch (c->kind) {
	case COLUMN_INT: return read_int(q, i, c, 0, member, f);
	case COLUMN_OPTIONAL_INT: return read_int(q, i, c, -1, member, f);
	case COLUMN_INTEGER:
	case COLUMN_ID: *(int64_t *)member = sqlite3_column_int64(q, i); return true;
	case COLUMN_BOOL: *(bool *)member = sqlite3_column_int(q, i) != 0; return true;
	case COLUMN_TEXT:
	case COLUMN_OPTIONAL_TEXT: return read_text(s, q, i, mem, member, f);
	case COLUMN_DAY: return read_day(s, q, i, c, member, f);
	case COLUMN_TOKEN: return read_token(s, q, i, c, member, f);
	case COLUMN_BLOB: return read_blob(s, q, i, mem, member, f);
	}
	return not_what_it_should_be(c, f);
}

bool row_read(struct store *s, struct prepared *p, const struct column_list *columns, struct arena *mem, void *row,
	      struct fault *f)
{
	int count = sqlite3_column_count(p->stmt);

	for (int i = 0; i < count; i++)
		if (!read_member(s, p->stmt, i, &columns->items[p->result_member[i]], mem, row, f))
			return false;
	return true;
}
