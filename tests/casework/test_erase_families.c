/* Nothing that hangs on a family is left when it is erased, whatever table it is in: what hangs on what is asked of the
 * schema itself. */
#include "every_call.h"
#include "gather.h"
#include "store/erase_store.h"
#include "work.h"

#include <sqlite3.h>

static sqlite3 *raw(struct casework_fixture *fixture)
{
	sqlite3 *db = NULL;

	assert_int_equal(sqlite3_open_v2(fixture->path, &db, SQLITE_OPEN_READONLY, NULL), SQLITE_OK);
	assert_int_equal(
		sqlite3_exec(db,
			     "CREATE TEMP TABLE link AS SELECT t.name AS tbl, k.\"from\" AS col, k.\"table\" AS "
			     "parent FROM main.sqlite_schema AS t, pragma_foreign_key_list(t.name) AS k WHERE "
			     "t.type = 'table' AND k.\"table\" NOT IN ('person', 'user_account', 'contact', "
			     "'agency', 'resource'); CREATE TEMP TABLE hangs (tbl, id, PRIMARY KEY (tbl, id))",
			     NULL, NULL, NULL),
		SQLITE_OK);
	return db;
}

static void run(sqlite3 *db, const char *sql)
{
	char *words = NULL;

	if (sqlite3_exec(db, sql, NULL, NULL, &words) != SQLITE_OK)
		fail_msg("%s: %s", sql, words);
}

static bool has_id(sqlite3 *db, const char *table)
{
	char sql[160];

	snprintf(sql, sizeof sql, "SELECT id FROM \"%s\" LIMIT 0", table);
	return sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK;
}

/* Every row that hangs on the family by any chain of references, asked of the schema itself. */
static void gather_hanging(sqlite3 *db, int64_t family)
{
	char sql[600];
	int before = -1;

	snprintf(sql, sizeof sql, "DELETE FROM hangs; INSERT INTO hangs VALUES ('family', %lld)", (long long)family);
	run(db, sql);
	while (sqlite3_total_changes(db) != before) {
		sqlite3_stmt *q;

		before = sqlite3_total_changes(db);
		assert_int_equal(sqlite3_prepare_v2(db, "SELECT tbl, col, parent FROM link", -1, &q, NULL), SQLITE_OK);
		while (sqlite3_step(q) == SQLITE_ROW) {
			const char *table = (const char *)sqlite3_column_text(q, 0);

			if (!has_id(db, table) || strcmp(table, "disposal") == 0)
				continue;
			snprintf(sql, sizeof sql,
				 "INSERT OR IGNORE INTO hangs SELECT '%s', id FROM \"%s\" WHERE \"%s\" IN (SELECT id "
				 "FROM "
				 "hangs WHERE tbl = '%s')",
				 table, table, (const char *)sqlite3_column_text(q, 1),
				 (const char *)sqlite3_column_text(q, 2));
			run(db, sql);
		}
		sqlite3_finalize(q);
	}
}

static int64_t ask(sqlite3 *db, const char *sql)
{
	sqlite3_stmt *q;
	int64_t number;

	assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &q, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(q), SQLITE_ROW);
	number = sqlite3_column_int64(q, 0);
	sqlite3_finalize(q);
	return number;
}

static void assert_none_hangs(sqlite3 *db)
{
	sqlite3_stmt *q;
	char sql[400];

	assert_int_equal(sqlite3_prepare_v2(db, "SELECT tbl, col, parent FROM link", -1, &q, NULL), SQLITE_OK);
	while (sqlite3_step(q) == SQLITE_ROW) {
		const char *table = (const char *)sqlite3_column_text(q, 0);

		snprintf(sql, sizeof sql,
			 "SELECT count(*) FROM \"%s\" WHERE \"%s\" IN (SELECT id FROM hangs WHERE tbl = '%s')", table,
			 (const char *)sqlite3_column_text(q, 1), (const char *)sqlite3_column_text(q, 2));
		if (ask(db, sql))
			fail_msg("%lld rows of %s still point at a %s that went", (long long)ask(db, sql), table,
				 (const char *)sqlite3_column_text(q, 2));
	}
	sqlite3_finalize(q);
	assert_int_equal(ask(db, "SELECT count(*) FROM family WHERE id IN (SELECT id FROM hangs WHERE tbl = 'family')"),
			 0);
}

/* The world has rows in nearly every table: each of its families goes, one after the other. */
static void no_reference_to_a_family_is_left_in_any_table(void **state)
{
	struct casework_fixture *fixture = *state;
	sqlite3 *db;
	int64_t family, erased = 0, seq, rows, last_family, last_person;
	struct person next = a_child("Ida", "Nobody", "2019-05-04");
	enum audit_verdict verdict;

	make_world(fixture);
	db = raw(fixture);
	last_family = ask(db, "SELECT max(id) FROM family");
	last_person = ask(db, "SELECT max(id) FROM person");
	while ((family = ask(db, "SELECT coalesce(min(id), 0) FROM family")) != 0) {
		const struct erasing order = {family, &fixture->cw->identity, 1775000000, "Z-0000", 0};
		struct erased out;

		gather_hanging(db, family);
		MUST(store_begin(fixture->cw->store, f));
		MUST(family_erase(fixture->cw->store, &order, &fixture->mem, &out, f));
		MUST(store_commit(fixture->cw->store, f));
		assert_none_hangs(db);
		erased++;
	}
	assert_true(erased > 8);
	assert_int_equal(ask(db, "SELECT count(*) FROM pragma_foreign_key_check"), 0);
	/* with the last family nobody is left of whom anything was written */
	assert_int_equal(ask(db, "SELECT count(*) FROM conference"), 0);
	assert_int_equal(ask(db, "SELECT count(*) FROM person"), 0);
	assert_int_equal(ask(db, "SELECT count(*) FROM draft WHERE subject <> ''"), 0);
	/* a form that was left open since then cannot keep its draft under the next family */
	MUST(casework_family_add(fixture->cw, "Nobody", &family, f));
	assert_true(family > last_family);
	MUST(casework_member_add(fixture->cw, family, &next, RELATIONSHIP_CHILD, ANSWER_YES, NULL, f));
	assert_true(next.id > last_person);
	sqlite3_close(db);
	MUST(audit_verify(fixture->cw->store, NULL, &verdict, &seq, &rows, f));
	assert_int_equal(verdict, AUDIT_SOUND);
}

static void a_family(struct casework_fixture *fixture, const char *name, struct family *out)
{
	int64_t id;
	struct person child = a_child("Ida", name, "2019-05-04");

	MUST(casework_family_add(fixture->cw, name, &id, f));
	MUST(casework_member_add(fixture->cw, id, &child, RELATIONSHIP_CHILD, ANSWER_YES, NULL, f));
	MUST(work_begin(fixture->cw, ACTION_TAKE_REQUESTS, f));
	MUST(work_end(fixture->cw, f, "visit.record", SUBJECT_FAMILY, id, id, "she sleeps at her aunt's"));
	*out = (struct family){.id = id, .reference = name};
}

/* What was written of a family before it joined another stands under its own number, and goes with the other. */
static void what_joined_goes_with_what_it_joined(void **state)
{
	struct casework_fixture *fixture = *state;
	struct family first, second, third, apart;
	struct erasing order = {.who = &fixture->cw->identity, .at = 1775000000, .order = "Z-0000"};
	struct erased out;

	a_family(fixture, "Achterberg", &first);
	a_family(fixture, "Nwosu", &second);
	a_family(fixture, "Quill", &third);
	a_family(fixture, "Lim", &apart);
	MUST(gather_family(fixture->cw, &first, &second, &fixture->mem, f));
	MUST(gather_family(fixture->cw, &second, &third, &fixture->mem, f));
	order.family_id = third.id;
	MUST(store_begin(fixture->cw->store, f));
	MUST(family_erase(fixture->cw->store, &order, &fixture->mem, &out, f));
	MUST(store_commit(fixture->cw->store, f));
	assert_int_equal(number(fixture, "SELECT count(*) FROM audit WHERE detail LIKE '%%aunt%%'"), 1);
	assert_int_equal(number(fixture, "SELECT family_id FROM audit WHERE detail LIKE '%%aunt%%'"), apart.id);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, casework_fixture_setup, casework_fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {TEST(no_reference_to_a_family_is_left_in_any_table),
					   TEST(what_joined_goes_with_what_it_joined)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
