/* How long the reviews of twelve weeks take to open in the largest council after ten years: 1,700 open plans among
 * 24,000 children, beside a plain SELECT of the same rows: `ninja review_horizon_bench && tests/review_horizon_bench`.
 * No test: it judges nothing, it prints figures; opening is to cost less than 60 ms. */
#include "../casework/review_steps.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <time.h>

enum { TIMES = 20 };

/* Of the processor: other programs do not count. */
static double milliseconds(void)
{
	return (double)clock() * 1e3 / CLOCKS_PER_SEC;
}

/* Twelve thousand families of two children; the plans of the first 850 are open. Four conferences each, done deadlines,
 * and for the open ones a limit, an update that is owed or was asked, a review that waits for half. */
static const char *const steps[] = {
	"CREATE TABLE n AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 12000) "
	"SELECT i "
	"FROM n",
	"INSERT INTO family (id, reference, name) SELECT 100000 + i, 'FAM-9' || i, 'Family ' || i FROM n",
	"INSERT INTO person (id, reference, surname, given_names, born_on) SELECT 200000 + 2 * i + k, 'X-9' || "
	"i || k,"
	" 'Family ' || i, 'Child ' || k, date('2012-01-01', '+' || (i % 4000) || ' days') FROM n, (SELECT 0 AS "
	"k UNION"
	" SELECT 1)",
	"INSERT INTO family_member (family_id, person_id, relationship) SELECT 100000 + (id - 200000) / 2, id, "
	"'child'"
	" FROM person WHERE id >= 200000",
	"INSERT INTO conference (id, reference, family_id, type, state, source, policy, requested_on, held_on, "
	"starts,"
	" minutes, chair_id, social_worker) SELECT 300000 + 4 * i + k, 'C-9' || i || k, 100000 + i, CASE k "
	"WHEN 0 THEN"
	" 'initial' ELSE 'review' END, 'closed', 'typed', 'x', date(day, '-14 days'), day, 600, 90, (SELECT "
	"min(id) FROM"
	" resource WHERE kind = 'chair') + i % 3, 'Worker ' || i % 90 FROM (SELECT i, k, date('2026-03-30', "
	"'-' || (i % 180"
	" + 180 * (3 - k) + CASE WHEN i > 850 THEN i % 3000 ELSE 0 END) || ' days') AS day FROM n, (SELECT 0 "
	"AS k UNION"
	" SELECT 1 UNION SELECT 2 UNION SELECT 3))",
	"INSERT INTO conference_child SELECT c.id, 200000 + 2 * (c.family_id - 100000) + k FROM conference AS "
	"c, (SELECT 0"
	" AS k UNION SELECT 1) WHERE c.id >= 300000",
	"INSERT INTO plan (id, reference, person_id, family_id, conference_id, started_on, ended_on, "
	"category_initial,"
	" category_latest) SELECT 400000 + p.id - 200000, 'P-9' || p.id, p.id, c.family_id, c.id, c.held_on, "
	"CASE WHEN"
	" c.family_id > 100850 THEN date(c.held_on, '+300 days') END, 'NEG', 'NEG' FROM person AS p JOIN "
	"conference AS c"
	" ON c.family_id = 100000 + (p.id - 200000) / 2 AND c.type = 'initial' WHERE p.id >= 200000",
	"INSERT INTO deadline (rule, subject_kind, subject_id, family_id, trigger_on, due_on, limit_on, state, "
	"done_on,"
	" policy) SELECT 'review.next', 'plan', p.id, p.family_id, c.held_on, date(c.held_on, '+182 days'),"
	" date(c.held_on, '+184 days'), CASE WHEN p.ended_on IS NULL AND c.id % 4 = 3 THEN 'open' ELSE 'done' "
	"END,"
	" CASE WHEN p.ended_on IS NULL AND c.id % 4 = 3 THEN NULL ELSE c.held_on END, 'x' FROM plan AS p JOIN "
	"conference"
	" AS c ON c.family_id = p.family_id WHERE p.id >= 400000",
	"INSERT INTO conference (id, reference, family_id, type, state, source, policy, requested_on, held_on, "
	"starts,"
	" minutes, chair_id) SELECT 500000 + i, 'C-8' || i, 100000 + i, 'review', CASE i % 4 WHEN 0 THEN "
	"'requested' ELSE"
	" 'scheduled' END, 'typed', 'x', '2026-03-01', CASE i % 4 WHEN 0 THEN NULL ELSE date('2026-04-10', '+' "
	"|| (i % 70)"
	" || ' days') END, CASE i % 4 WHEN 0 THEN NULL ELSE 600 END, CASE i % 4 WHEN 0 THEN NULL ELSE 90 END, "
	"NULL FROM n"
	" WHERE i <= 850 AND i % 2 = 0",
	"INSERT INTO conference_child SELECT c.id, p.person_id FROM conference AS c JOIN plan AS p ON "
	"p.family_id ="
	" c.family_id WHERE c.id >= 500000",
	"INSERT INTO review_update (id, family_id, by_user, asked_of, asked_on, way) SELECT i, 100000 + i, "
	"'x', 'Worker',"
	" '2026-03-31', 'email' FROM n WHERE i <= 850 AND i % 3 = 0",
	"INSERT INTO review_update_plan SELECT p.id, u.id FROM review_update AS u JOIN plan AS p ON "
	"p.family_id ="
	" u.family_id",
	"INSERT INTO looked_after (person_id, since, status) SELECT person_id, started_on, 'care_order' FROM "
	"plan WHERE id"
	" >= 400000 AND ended_on IS NULL AND id % 10 = 0",
	"DROP TABLE n",
	"ANALYZE",
};

static void fill(struct casework_fixture *fixture)
{
	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
		casework_fixture_number(fixture, steps[i]);
}

/* The same rows with nothing worked out: what reading them costs at least. */
static double plain(const struct casework_fixture *fixture)
{
	static const char sql[] =
		"SELECT p.*, d.*, f.*, n.*, c.* FROM plan AS p JOIN deadline AS d ON d.subject_kind = 'plan' AND"
		" d.subject_id = p.id AND d.state = 'open' JOIN family AS f ON f.id = p.family_id JOIN person"
		" AS n ON n.id = p.person_id LEFT JOIN conference AS c ON c.family_id = p.family_id AND c.state"
		" IN ('requested', 'scheduled') AND c.state NOT IN ('closed', 'cancelled') WHERE p.ended_on IS"
		" NULL";
	sqlite3 *db;
	sqlite3_stmt *st;
	double began;
	size_t letters = 0;

	if (sqlite3_open(fixture->path, &db) != SQLITE_OK)
		return -1;
	began = milliseconds();
	for (int i = 0; i < TIMES; i++) {
		if (sqlite3_prepare_v2(db, sql, -1, &st, NULL) != SQLITE_OK)
			return -1;
		while (sqlite3_step(st) == SQLITE_ROW)
			for (int k = 0; k < sqlite3_column_count(st); k++)
				letters += (size_t)sqlite3_column_bytes(st, k) + (sqlite3_column_text(st, k) != NULL);
		sqlite3_finalize(st);
	}
	began = (milliseconds() - began) / TIMES;
	sqlite3_close(db);
	printf("a plain SELECT of the same rows: %zu letters, %.1f ms of CPU\n", letters / TIMES, began);
	return began;
}

static void horizon(struct casework_fixture *fixture)
{
	struct review_horizon all = {0};
	struct arena mem = {0};
	double began = milliseconds();

	for (int i = 0; i < TIMES; i++) {
		arena_reset(&mem);
		MUST(casework_review_horizon(fixture->cw, &mem, &all, f));
	}
	printf("the reviews of twelve weeks: %zu plans, %zu reviews, %zu late: %.1f ms of CPU, with its row of the "
	       "audit "
	       "log\n",
	       all.plans, all.count, all.late, (milliseconds() - began) / TIMES);
	arena_finish(&mem);
}

int main(void)
{
	void *state = NULL;

	if (casework_fixture_setup(&state) != 0)
		return 1;
	fill(state);
	printf("%lld open plans\n", (long long)number(state, "SELECT count(*) FROM plan WHERE ended_on IS NULL"));
	horizon(state);
	plain(state);
	return casework_fixture_teardown(&state);
}
