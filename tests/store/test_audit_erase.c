/* Words taken out of rows of the audit log: the chain holds, and nobody can take out others under that cover. */
#include "audit_erase.h"
#include "audit_hash.h"
#include "guard.h"
#include "store_fixture.h"

#include <sqlite3.h>

enum { LOG_ROWS = 1200, OF_FAMILY = 7 };

static bool is_of_family(void *payload, const struct audit_row *row)
{
	return row->family_id == *(const int64_t *)payload;
}

static void add(struct fixture *x, int64_t family, const char *detail)
{
	assert_ok(x, audit_append(x->s, &worker,
				  &(struct audit_entry){.at = 1773000000,
							.action = "family.look",
							.subject_kind = "family",
							.subject_id = family,
							.family_id = family,
							.detail = detail},
				  &x->f));
}

static int64_t erase(struct fixture *x, int64_t family)
{
	int64_t rows;

	assert_ok(x, store_begin(x->s, &x->f));
	assert_ok(x, guard_lower(x->s, &x->f));
	assert_ok(x, audit_erase(x->s, &worker, &(struct audit_erasing){is_of_family, &family, 1773000500, "Z-0001", 1},
				 &rows, &x->f));
	guard_raise(x->s);
	assert_ok(x, store_commit(x->s, &x->f));
	return rows;
}

static void fill(struct fixture *x)
{
	assert_ok(x, store_begin(x->s, &x->f));
	for (int i = 1; i <= LOG_ROWS; i++)
		add(x, i % 10, "of Quillfeather, Maud");
	assert_ok(x, store_commit(x->s, &x->f));
}

static enum audit_verdict verdict(struct fixture *x, int64_t *bad)
{
	enum audit_verdict verdict;
	int64_t rows;

	assert_ok(x, audit_verify(x->s, NULL, &verdict, bad, &rows, &x->f));
	return verdict;
}

static void the_words_go_and_the_chain_holds(void **state)
{
	struct fixture *x = *state;
	struct audit_row_list rows;
	struct audit_anchor before;
	enum audit_verdict said;
	int64_t bad, count;

	fill(x);
	assert_ok(x, audit_newest(x->s, &before, &x->f));
	assert_int_equal(erase(x, OF_FAMILY), LOG_ROWS / 10);
	assert_int_equal(verdict(x, &bad), AUDIT_SOUND);
	/* an anchor that was taken before still fits: no hash changed */
	assert_ok(x, audit_verify(x->s, &before, &said, &bad, &count, &x->f));
	assert_int_equal(said, AUDIT_SOUND);
	/* what is left speaks of nobody, so that a family with the same number has a history of its own */
	assert_ok(x, audit_of_family(x->s, OF_FAMILY, 10, &x->mem, &rows, &x->f));
	assert_int_equal(rows.count, 0);
	assert_ok(x, audit_of_subject(x->s, "family", OF_FAMILY, 10, &x->mem, &rows, &x->f));
	assert_int_equal(rows.count, 0);
	assert_ok(x, audit_of_family(x->s, OF_FAMILY + 1, 1000, &x->mem, &rows, &x->f));
	assert_int_equal(rows.count, LOG_ROWS / 10);
	/* the second time there is nothing left of it, and another family can follow */
	assert_int_equal(erase(x, OF_FAMILY), 0);
	assert_int_equal(erase(x, OF_FAMILY + 1), LOG_ROWS / 10);
	assert_int_equal(verdict(x, &bad), AUDIT_SOUND);
}

static void what_is_not_ended_is_undone_whole(void **state)
{
	struct fixture *x = *state;
	int64_t family = OF_FAMILY, rows, bad;
	struct audit_row_list list;

	fill(x);
	assert_ok(x, store_begin(x->s, &x->f));
	assert_ok(x, guard_lower(x->s, &x->f));
	assert_ok(x, audit_erase(x->s, &worker, &(struct audit_erasing){is_of_family, &family, 1, "Z-0001", 1}, &rows,
				 &x->f));
	guard_raise(x->s);
	store_rollback(x->s);
	assert_ok(x, audit_of_family(x->s, OF_FAMILY, 1000, &x->mem, &list, &x->f));
	assert_int_equal(list.count, LOG_ROWS / 10);
	assert_int_equal(verdict(x, &bad), AUDIT_SOUND);
}

static void run(sqlite3 *db, const char *sql)
{
	char *words = NULL;

	if (sqlite3_exec(db, sql, NULL, NULL, &words) != SQLITE_OK)
		fail_msg("%s: %s", sql, words);
}

/* What an insider who knows the hash function could write into the row, to be rid of what it says. */
static void forge(struct fixture *x, sqlite3 *db, int64_t seq, int64_t by)
{
	unsigned char seal[AUDIT_ERASED_BYTES] = {0};
	sqlite3_stmt *q;

	(void)x;
	assert_int_equal(sqlite3_prepare_v2(db, "SELECT detail, detail_seal FROM audit WHERE seq = ?1", -1, &q, NULL),
			 SQLITE_OK);
	sqlite3_bind_int64(q, 1, seq);
	assert_int_equal(sqlite3_step(q), SQLITE_ROW);
	audit_detail_hash((const char *)sqlite3_column_text(q, 0), sqlite3_column_blob(q, 1), seal);
	sqlite3_finalize(q);
	for (int i = 0; i < 8; i++)
		seal[AUDIT_HASH_BYTES + i] = (unsigned char)(by >> 8 * i);
	assert_int_equal(
		sqlite3_prepare_v2(db, "UPDATE audit SET detail = '', detail_seal = ?2 WHERE seq = ?1", -1, &q, NULL),
		SQLITE_OK);
	sqlite3_bind_int64(q, 1, seq);
	sqlite3_bind_blob(q, 2, seal, sizeof seal, SQLITE_STATIC);
	assert_int_equal(sqlite3_step(q), SQLITE_DONE);
	sqlite3_finalize(q);
}

static void a_row_emptied_by_hand_shows(void **state)
{
	static const struct {
		const char *why;
		int64_t seq, by, bad;
	} rows[] = {
		{"no row answers for it", 30, LOG_ROWS + 50, 30},
		{"a row that erases nothing would answer", 30, 40, 30},
		{"under cover of a true erasure", 30, LOG_ROWS + 1, OF_FAMILY},
	};
	struct fixture *x = *state;
	sqlite3 *db = NULL;
	int64_t bad;

	fill(x);
	assert_int_equal(erase(x, OF_FAMILY), LOG_ROWS / 10);
	assert_int_equal(sqlite3_open_v2(x->scratch.file, &db, SQLITE_OPEN_READWRITE, NULL), SQLITE_OK);
	run(db, "DROP TRIGGER audit_is_never_changed; DROP TRIGGER audit_is_never_deleted; "
		"CREATE TABLE kept AS SELECT * FROM audit");
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		forge(x, db, rows[i].seq, rows[i].by);
		if (verdict(x, &bad) != AUDIT_ROW_CHANGED || bad != rows[i].bad)
			fail_msg("%s: found at %lld", rows[i].why, (long long)bad);
		run(db, "DELETE FROM audit; INSERT INTO audit SELECT * FROM kept");
		assert_int_equal(verdict(x, &bad), AUDIT_SOUND);
	}
	/* words put back where they were taken out */
	run(db, "UPDATE audit SET detail = 'nothing of note' WHERE seq = 7");
	assert_int_equal(verdict(x, &bad), AUDIT_ROW_CHANGED);
	assert_int_equal(bad, OF_FAMILY);
	sqlite3_close(db);
}

static void evidence_goes_only_while_the_guard_is_down(void **state)
{
	static const struct statement tries[] = {
		{"UPDATE audit SET detail = ''", false},
		{"UPDATE audit SET login = ''", false},
		{"DELETE FROM audit", false},
		{"DELETE FROM letter", false},
		{"DELETE FROM paper", false},
	};
	static const bool while_down[] = {true, false, false, true, true};
	struct fixture *x = *state;

	fill(x);
	for (int turn = 0; turn < 3; turn++) {
		bool is_down = turn == 1;

		assert_ok(x, store_begin(x->s, &x->f));
		if (is_down)
			assert_ok(x, guard_lower(x->s, &x->f));
		for (size_t i = 0; i < sizeof tries / sizeof *tries; i++)
			if (store_change(x->s, &tries[i], NULL, NULL, NULL, NULL, &x->f) != (is_down && while_down[i]))
				fail_msg("turn %d: %s", turn, tries[i].sql);
		if (is_down)
			guard_raise(x->s);
		store_rollback(x->s);
	}
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_begin, fixture_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_words_go_and_the_chain_holds),
		TEST(what_is_not_ended_is_undone_whole),
		TEST(a_row_emptied_by_hand_shows),
		TEST(evidence_goes_only_while_the_guard_is_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
