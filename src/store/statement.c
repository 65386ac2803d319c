/* Statements prepared once for each connection, lent for one use and given back by scope exit. statement.h says how to
 * add one. */
#include "statement.h"

#include "sqlite_fault.h"

#include <stdlib.h>
#include <string.h>

static size_t bucket_of(const struct statement *q)
{
	uintptr_t address = (uintptr_t)q;

	return (address >> 4 ^ address >> 12) % STATEMENT_BUCKETS;
}

static bool wrong_statement(const struct statement *q, const char *what, const char *name, struct fault *f)
{
	fault_set(f, FAULT_STORAGE,
		  "This program and its case file do not fit together. Tell whoever looks after the program.");
	fault_detail(f, "%s \"%s\" in: %.120s", what, name, q->sql);
	return false;
}

static struct prepared *prepare(struct store *s, const struct statement *q, struct fault *f)
{
	struct prepared *p = calloc(1, sizeof *p);
	const char *rest = "";

	if (!p) {
		sqlite_fault(NULL, STORE_READING, f);
		return NULL;
	}
	p->of = q;
	if (sqlite3_prepare_v3(s->db, q->sql, -1, SQLITE_PREPARE_PERSISTENT, &p->stmt, &rest) != SQLITE_OK) {
		sqlite_fault(s->db, STORE_READING, f);
		free(p);
		return NULL;
	}
	if (!p->stmt || *rest) { /* a text with nothing in it, or a second statement that would never run */
		wrong_statement(q, "not one statement", rest, f);
		sqlite3_finalize(p->stmt);
		free(p);
		return NULL;
	}
	p->next = s->prepared[bucket_of(q)];
	return s->prepared[bucket_of(q)] = p;
}

struct prepared *statement_borrow(struct store *s, const struct statement *q, struct fault *f)
{
	struct prepared *p = s->prepared[bucket_of(q)];

	while (p && p->of != q)
		p = p->next;
	if (!p)
		p = prepare(s, q, f);
	if (p && p->is_lent) {
		wrong_statement(q, "used inside itself", "", f);
		return NULL;
	}
	if (p)
		p->is_lent = true;
	return p;
}

void statement_return(struct prepared **p)
{
	if (!*p)
		return;
	sqlite3_reset((*p)->stmt);
	sqlite3_clear_bindings((*p)->stmt);
	(*p)->is_lent = false;
}

static void forget(struct prepared *p)
{
	sqlite3_finalize(p->stmt);
	free(p->result_member);
	free(p->parameter_member);
	free(p);
}

static void forget_where(struct store *s, bool (*is_kept)(const struct statement *q))
{
	for (size_t i = 0; i < STATEMENT_BUCKETS; i++)
		for (struct prepared **at = &s->prepared[i]; *at;) {
			struct prepared *p = *at;

			if (is_kept && is_kept(p->of)) {
				at = &p->next;
				continue;
			}
			*at = p->next;
			forget(p);
		}
}

void statement_forget_all(struct store *s)
{
	forget_where(s, NULL);
}

void statement_forget_but(struct store *s, bool (*is_kept)(const struct statement *q))
{
	forget_where(s, is_kept);
}

static int member_named(const struct column_list *columns, const char *name)
{
	for (size_t i = 0; columns && i < columns->count; i++)
		if (strcmp(columns->items[i].name, name) == 0)
			return (int)i;
	return -1;
}

static bool has_result(struct prepared *p, const char *name)
{
	for (int i = 0; i < sqlite3_column_count(p->stmt); i++) {
		const char *result = sqlite3_column_name(p->stmt, i);

		if (result && strcmp(result, name) == 0)
			return true;
	}
	return false;
}

static int *new_map(int count, struct fault *f)
{
	int *map = calloc((size_t)count + 1, sizeof *map);

	if (!map)
		sqlite_fault(NULL, STORE_READING, f);
	return map;
}

bool statement_map_results(struct prepared *p, const struct column_list *columns, struct fault *f)
{
	int count = sqlite3_column_count(p->stmt), *map;

	if (p->results == columns)
		return true;
	map = new_map(count, f);
	if (!map)
		return false;
	for (int i = 0; i < count; i++) {
		const char *name = sqlite3_column_name(p->stmt, i);

		map[i] = name ? member_named(columns, name) : -1;
		if (map[i] < 0) {
			free(map);
			return wrong_statement(p->of, "no member for the result", name ? name : "?", f);
		}
	}
	for (size_t i = 0; i < columns->count; i++)
		if (!has_result(p, columns->items[i].name)) {
			free(map);
			return wrong_statement(p->of, "no result for the member", columns->items[i].name, f);
		}
	free(p->result_member);
	p->result_member = map;
	p->results = columns;
	return true;
}

bool statement_map_parameters(struct prepared *p, const struct column_list *columns, struct fault *f)
{
	int count = sqlite3_bind_parameter_count(p->stmt), *map;

	if (p->givers == columns && p->parameter_member)
		return true;
	map = new_map(count, f);
	if (!map)
		return false;
	for (int i = 0; i < count; i++) {
		const char *name = sqlite3_bind_parameter_name(p->stmt, i + 1);

		if (!name || name[0] != ':') {
			free(map);
			return wrong_statement(p->of, "a parameter that is not a :name", name ? name : "?", f);
		}
		map[i] = member_named(columns, name + 1);
	}
	free(p->parameter_member);
	p->parameter_member = map;
	p->givers = columns;
	return true;
}
