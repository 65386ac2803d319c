/* Statements prepared once for each connection, lent for one use and given back by scope exit. Private to src/store.
 *
 * How to add a file of statements (also in docs/data-model.md):
 *
 *   1. src/store/plan_store.c:
 *
 *	static const struct statement plan_by_id = {"SELECT id, reference, started_on FROM plan WHERE id = :id", true};
 *	static const struct statement plan_end = {"UPDATE plan SET ended_on = :ended_on WHERE id = :id", true};
 *	const struct statement *const plan_statements[] = {&plan_by_id, &plan_end, NULL};
 *
 *	static const struct column plan_columns[] = {
 *		COLUMN(struct plan_row, id, ID),
 *		COLUMN(struct plan_row, reference, TEXT),
 *		COLUMN(struct plan_row, started_on, DAY),
 *	};
 *	static const struct column_list plan_list = COLUMN_LIST(struct plan_row, plan_columns);
 *
 *	bool plan_load(struct store *s, int64_t id, struct arena *mem, struct plan_row *out, struct fault *f)
 *	{
 *		return store_select_one(s, &plan_by_id, PARAMETERS(PARAMETER_ID("id", id)), &plan_list, mem, out, f);
 *	}
 *
 *   2. one line in statement_list.h:   FILE_OF_STATEMENTS(plan)
 *
 * Most files need nothing but include/store/store.h and statement_list.h: the functions declared below are for the
 * few that must step by hand. Names are matched, never positions. A SELECT gives exactly the members of its column
 * list (AS renames); an INSERT or UPDATE may name some of them. The test of all statements prepares each one and
 * refuses a scan where `hot` is true. */
#ifndef STORE_STATEMENT_H
#define STORE_STATEMENT_H

#include "case_file.h"

struct prepared {
	const struct statement *of;
	sqlite3_stmt *stmt;
	bool is_lent;
	/* Which member each result column fills, and which fills each parameter: found once for each column list. */
	const struct column_list *results, *givers;
	int *result_member, *parameter_member; /* -1: none */
	struct prepared *next;
};

/* NULL with a fault when it cannot be prepared. */
struct prepared *statement_borrow(struct store *s, const struct statement *q, struct fault *f);
void statement_return(struct prepared **p); /* NULL is a no-op */
/* LENT struct prepared *p = statement_borrow(s, &q, f); */
#define LENT __attribute__((cleanup(statement_return)))

void statement_forget_all(struct store *s);
/* When nothing is lent: all but those. */
void statement_forget_but(struct store *s, bool (*is_kept)(const struct statement *q));

/* Fill the maps above; faults when names do not fit. */
bool statement_map_results(struct prepared *p, const struct column_list *columns, struct fault *f);
bool statement_map_parameters(struct prepared *p, const struct column_list *columns, struct fault *f);

#endif
