/* The audit log: appending, reading back, and noticing every change made behind its back. */
#include "store_fixture.h"

#include <sqlite3.h>

#define LOG_ROWS 2000

static void append(struct fixture *x, int64_t number, int64_t later)
{
	static const char *const actions[] = {"conference.book", "today.look", "family.look", "report.chase"};
	char detail[80];
	struct audit_entry entry = {
		.at = 1773000000 + number * 7 + later,
		.action = actions[number % 4],
		.subject_kind = number % 3 ? "conference" : "",
		.subject_id = number % 3 ? number % 50 : 0,
		.family_id = number % 20,
		.detail = detail,
	};

	snprintf(detail, sizeof detail, "row %lld of Saint-Clair, Łukasz", (long long)number);
	assert_ok(x, audit_append(x->s, &worker, &entry, &x->f));
}

static void fill_later(struct fixture *x, int rows, int64_t later)
{
	assert_ok(x, store_begin(x->s, &x->f));
	for (int i = 1; i <= rows; i++)
		append(x, i, later);
	assert_ok(x, store_commit(x->s, &x->f));
}

static void fill(struct fixture *x, int rows)
{
	fill_later(x, rows, 0);
}

static void rows_come_back_newest_first(void **state)
{
	struct fixture *x = *state;
	struct audit_row_list rows;

	fill(x, 100);
	assert_ok(x, audit_of_subject(x->s, "conference", 7, 10, &x->mem, &rows, &x->f));
	assert_int_equal(rows.count, 1); /* 7 is one, 57 is divisible by 3 */
	assert_string_equal(rows.items[0].detail, "row 7 of Saint-Clair, Łukasz");
	assert_string_equal(rows.items[0].login, worker.login);
	assert_int_equal(rows.items[0].uid, 1007);
	assert_ok(x, audit_of_family(x->s, 3, 4, &x->mem, &rows, &x->f));
	assert_int_equal(rows.count, 4);
	assert_int_equal(rows.items[0].seq, 83);
	assert_int_equal(rows.items[3].seq, 23);
}

static void a_look_and_a_change_need_a_transaction(void **state)
{
	struct fixture *x = *state;
	struct audit_entry entry = {.action = "today.look"};

	assert_false(audit_append(x->s, &worker, &entry, &x->f));
	assert_int_equal(x->f.code, FAULT_STORAGE);
}

static void a_long_detail_is_cut_between_characters(void **state)
{
	struct fixture *x = *state;
	char detail[6000];
	struct audit_entry entry = {.action = "import", .subject_kind = "import", .subject_id = 1, .detail = detail};
	struct audit_row_list rows;

	detail[0] = 'x'; /* so that a two-byte letter stands across the limit */
	for (size_t i = 1; i < 5999; i += 2)
		memcpy(detail + i, "é", 2);
	detail[5999] = '\0';
	assert_ok(x, store_begin(x->s, &x->f));
	assert_ok(x, audit_append(x->s, &worker, &entry, &x->f));
	assert_ok(x, store_commit(x->s, &x->f));
	assert_ok(x, audit_of_subject(x->s, "import", 1, 1, &x->mem, &rows, &x->f));
	assert_int_equal(strlen(rows.items[0].detail), 3999);
	assert_memory_equal(rows.items[0].detail, detail, 3999);
}

static void the_program_itself_cannot_rewrite_the_log(void **state)
{
	static const struct statement tries[] = {
		{"UPDATE audit SET detail = ''", false},
		{"DELETE FROM audit", false},
		{"UPDATE sqlite_sequence SET seq = 0", false},
		{"DROP TRIGGER audit_is_never_changed", false},
		{"INSERT OR REPLACE INTO audit SELECT seq, at, uid, login, roles, terminal, address, session, kind, "
		 "action, "
		 "subject_kind,"
		 " subject_id, family_id, 'nothing', program, previous, hash, detail_seal FROM audit WHERE seq = 1",
		 false},
	};
	struct fixture *x = *state;

	fill(x, 3);
	assert_ok(x, store_begin(x->s, &x->f));
	for (size_t i = 0; i < sizeof tries / sizeof *tries; i++)
		if (store_change(x->s, &tries[i], NULL, NULL, NULL, NULL, &x->f))
			fail_msg("let through: %s", tries[i].sql);
	store_rollback(x->s);
}

static sqlite3 *behind_its_back(struct fixture *x)
{
	sqlite3 *db = NULL;

	assert_int_equal(sqlite3_open_v2(x->scratch.file, &db, SQLITE_OPEN_READWRITE, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, "DROP TRIGGER audit_is_never_changed; DROP TRIGGER audit_is_never_deleted",
				      NULL, NULL, NULL),
			 SQLITE_OK);
	return db;
}

static void tamper(sqlite3 *db, const char *sql)
{
	char *words = NULL;

	if (sqlite3_exec(db, sql, NULL, NULL, &words) != SQLITE_OK)
		fail_msg("%s: %s", sql, words);
}

static enum audit_verdict verdict_of(struct fixture *x, int64_t *bad)
{
	enum audit_verdict verdict;
	int64_t rows;

	assert_ok(x, audit_verify(x->s, NULL, &verdict, bad, &rows, &x->f));
	return verdict;
}

static void an_honest_log_is_sound(void **state)
{
	struct fixture *x = *state;
	enum audit_verdict verdict;
	int64_t bad, rows;

	assert_int_equal(verdict_of(x, &bad), AUDIT_SOUND);
	fill(x, LOG_ROWS);
	assert_ok(x, audit_verify(x->s, NULL, &verdict, &bad, &rows, &x->f));
	assert_int_equal(verdict, AUDIT_SOUND);
	assert_int_equal(rows, LOG_ROWS);
	assert_true(store_is_at_rest(x->s));
}

#define ROW "(SELECT row FROM spot)" /* the row to tamper with */

static const struct {
	const char *why, *sql;
	enum audit_verdict verdict;
	int bad; /* from the row */
} tamperings[] = {
	{"when it was done", "UPDATE audit SET at = at + 1 WHERE seq = " ROW, AUDIT_ROW_CHANGED, 0},
	{"by which account", "UPDATE audit SET uid = 0 WHERE seq = " ROW, AUDIT_ROW_CHANGED, 0},
	{"by whom", "UPDATE audit SET login = 'somebody' WHERE seq = " ROW, AUDIT_ROW_CHANGED, 0},
	{"in which role", "UPDATE audit SET roles = 'chair' WHERE seq = " ROW, AUDIT_ROW_CHANGED, 0},
	{"at which terminal", "UPDATE audit SET terminal = '' WHERE seq = " ROW, AUDIT_ROW_CHANGED, 0},
	{"from where", "UPDATE audit SET address = '192.0.2.8' WHERE seq = " ROW, AUDIT_ROW_CHANGED, 0},
	{"in which session", "UPDATE audit SET session = session || 'x' WHERE seq = " ROW, AUDIT_ROW_CHANGED, 0},
	{"of which kind", "UPDATE audit SET kind = 'look' || kind WHERE seq = " ROW, AUDIT_ROW_CHANGED, 0},
	{"what was done", "UPDATE audit SET action = 'nothing' WHERE seq = " ROW, AUDIT_ROW_CHANGED, 0},
	{"to what kind", "UPDATE audit SET subject_kind = 'person' WHERE seq = " ROW, AUDIT_ROW_CHANGED, 0},
	{"to which one", "UPDATE audit SET subject_id = subject_id + 1 WHERE seq = " ROW, AUDIT_ROW_CHANGED, 0},
	{"of which family", "UPDATE audit SET family_id = -1 WHERE seq = " ROW, AUDIT_ROW_CHANGED, 0},
	{"the words", "UPDATE audit SET detail = upper(detail) WHERE seq = " ROW, AUDIT_ROW_CHANGED, 0},
	{"words after a zero byte", "UPDATE audit SET detail = detail || char(0) || 'more' WHERE seq = " ROW,
	 AUDIT_ROW_CHANGED, 0},
	{"the program", "UPDATE audit SET program = '9' WHERE seq = " ROW, AUDIT_ROW_CHANGED, 0},
	{"a letter moved to the next field",
	 "UPDATE audit SET login = login || substr(roles, 1, 1), roles = substr(roles, 2) WHERE seq = " ROW,
	 AUDIT_ROW_CHANGED, 0},
	{"the link back", "UPDATE audit SET previous = zeroblob(32) WHERE seq = " ROW, AUDIT_ROW_CHANGED, 0},
	{"the hash", "UPDATE audit SET hash = randomblob(32) WHERE seq = " ROW, AUDIT_ROW_CHANGED, 0},
	{"the words taken out", "UPDATE audit SET detail = '' WHERE seq = " ROW, AUDIT_ROW_CHANGED, 0},
	{"the words' salt", "UPDATE audit SET detail_seal = randomblob(16) WHERE seq = " ROW, AUDIT_ROW_CHANGED, 0},
	{"the words taken out as an erasure would, without knowing their hash",
	 "UPDATE audit SET detail = '', detail_seal = randomblob(40) WHERE seq = " ROW, AUDIT_ROW_CHANGED, 0},
	{"a short hash", "UPDATE audit SET hash = x'00' WHERE seq = " ROW, AUDIT_ROW_CHANGED, 0},
	{"a row taken out", "DELETE FROM audit WHERE seq = " ROW, AUDIT_ROW_MISSING, 0},
	{"a row taken out and the others moved up",
	 "DELETE FROM audit WHERE seq = " ROW "; UPDATE audit SET seq = -seq WHERE seq > " ROW ";"
	 " UPDATE audit SET seq = -seq - 1 WHERE seq < 0",
	 AUDIT_ROW_CHANGED, 0},
	{"two rows changed about",
	 "UPDATE audit SET seq = -1 WHERE seq = " ROW "; UPDATE audit SET seq = " ROW " WHERE seq = " ROW " + 1;"
	 " UPDATE audit SET seq = " ROW " + 1 WHERE seq = -1",
	 AUDIT_ROW_CHANGED, 0},
	{"a copy of a row put in after it",
	 "UPDATE audit SET seq = -seq - 1 WHERE seq > " ROW
	 "; UPDATE audit SET seq = -seq WHERE seq < 0; INSERT INTO audit SELECT"
	 " seq + 1, at, uid, login, roles, terminal, address, session, kind, action, subject_kind, subject_id, "
	 "family_id, "
	 "detail,"
	 " program, previous, hash, detail_seal FROM audit WHERE seq = " ROW,
	 AUDIT_ROW_CHANGED, 1},
	{"the end cut off", "DELETE FROM audit WHERE seq >= " ROW, AUDIT_END_CUT, 0},
};

/* Each at a row of its own, undone afterwards, so that one log serves for all. */
static void every_tampering_shows(void **state)
{
	struct fixture *x = *state;
	const size_t count = sizeof tamperings / sizeof *tamperings;
	sqlite3 *db;

	fill(x, LOG_ROWS);
	db = behind_its_back(x);
	tamper(db, "CREATE TABLE kept AS SELECT * FROM audit; CREATE TEMP TABLE spot (row)");
	for (size_t i = 0; i < count * 3; i++) {
		/* The first row, the last but one (the last has none after it to change about with), and one between.
		 */
		int64_t row = i < count       ? 1
			      : i < count * 2 ? LOG_ROWS - 1
					      : 2 + (int64_t)(i * 7919 % (LOG_ROWS - 3)),
			bad;
		char place[80];

		snprintf(place, sizeof place, "DELETE FROM spot; INSERT INTO spot VALUES (%lld)", (long long)row);
		tamper(db, place);
		tamper(db, tamperings[i % count].sql);
		if (strcmp(tamperings[i % count].why, "the link back") == 0 && row == 1) {
			assert_int_equal(verdict_of(x, &bad), AUDIT_SOUND); /* the first row's link is zeros already */
		} else {
			if (verdict_of(x, &bad) != tamperings[i % count].verdict ||
			    bad != row + tamperings[i % count].bad)
				fail_msg("%s at %lld: found at %lld", tamperings[i % count].why, (long long)row,
					 (long long)bad);
		}
		tamper(db, "DELETE FROM audit; INSERT INTO audit SELECT * FROM kept; "
			   "UPDATE sqlite_sequence SET seq = 2000 WHERE name = 'audit'");
		assert_int_equal(verdict_of(x, &bad), AUDIT_SOUND);
	}
	sqlite3_close(db);
}

/* --- Against an anchor --- */

static struct audit_anchor anchor_now(struct fixture *x)
{
	struct audit_anchor anchor;

	assert_ok(x, audit_newest(x->s, &anchor, &x->f));
	return anchor;
}

static enum audit_verdict against(struct fixture *x, const struct audit_anchor *anchor, int64_t *bad)
{
	enum audit_verdict verdict;
	int64_t rows;

	assert_ok(x, audit_verify(x->s, anchor, &verdict, bad, &rows, &x->f));
	return verdict;
}

static void an_honest_log_agrees_with_every_anchor_taken_of_it(void **state)
{
	struct fixture *x = *state;
	struct audit_anchor none, at_one, at_many;
	int64_t bad;

	none = anchor_now(x);
	fill(x, 1);
	at_one = anchor_now(x);
	fill(x, 1500);
	at_many = anchor_now(x);
	fill(x, 10);
	assert_int_equal(none.row, 0);
	assert_int_equal(at_many.row, 1501);
	assert_int_equal(against(x, &none, &bad), AUDIT_SOUND);
	assert_int_equal(against(x, &at_one, &bad), AUDIT_SOUND);
	assert_int_equal(against(x, &at_many, &bad), AUDIT_SOUND);
}

/* Whoever knows how cuts the end together with the count that SQLite keeps: without an anchor nothing shows. */
static void an_end_cut_with_care_shows_against_an_anchor_only(void **state)
{
	struct fixture *x = *state;
	struct audit_anchor anchor;
	int64_t bad;
	sqlite3 *db;

	fill(x, 100);
	anchor = anchor_now(x);
	db = behind_its_back(x);
	tamper(db, "DELETE FROM audit WHERE seq > 60; UPDATE sqlite_sequence SET seq = 60 WHERE name = 'audit'");
	sqlite3_close(db);
	assert_int_equal(verdict_of(x, &bad), AUDIT_SOUND);
	assert_int_equal(against(x, &anchor, &bad), AUDIT_END_CUT);
	assert_int_equal(bad, 61);
}

/* Every row made anew with the program's own means: the chain is whole, and another. */
static void a_chain_made_anew_shows_against_an_anchor_only(void **state)
{
	struct fixture *x = *state;
	struct audit_anchor anchor;
	int64_t bad;
	sqlite3 *db;

	fill(x, 100);
	anchor = anchor_now(x);
	db = behind_its_back(x);
	tamper(db, "DELETE FROM audit WHERE seq > 60; UPDATE sqlite_sequence SET seq = 60 WHERE name = 'audit'");
	sqlite3_close(db);
	fill(x, 70); /* other rows in the place of those from 61 on */
	assert_int_equal(verdict_of(x, &bad), AUDIT_SOUND);
	assert_int_equal(against(x, &anchor, &bad), AUDIT_REWRITTEN);
	assert_int_equal(bad, 100);
}

/* Whoever cuts the end and lets people go on has made no row anew: those in the place of the old are of a later day. */
static void an_end_cut_off_and_written_on_is_no_log_made_anew(void **state)
{
	struct fixture *x = *state;
	struct audit_anchor anchor, later;
	int64_t bad;
	sqlite3 *db;

	fill(x, 100);
	anchor = anchor_now(x);
	db = behind_its_back(x);
	tamper(db, "DELETE FROM audit WHERE seq > 60; UPDATE sqlite_sequence SET seq = 60 WHERE name = 'audit'");
	sqlite3_close(db);
	fill_later(x, 70, 86400);
	assert_int_equal(verdict_of(x, &bad), AUDIT_SOUND);
	assert_int_equal(against(x, &anchor, &bad), AUDIT_END_REPLACED);
	assert_int_equal(bad, 61);
	later = anchor_now(x);
	assert_int_equal(against(x, &later, &bad), AUDIT_SOUND);
	anchor.at = 0; /* a head whose moment nobody kept */
	assert_int_equal(against(x, &anchor, &bad), AUDIT_REWRITTEN);
	assert_int_equal(bad, 100);
}

/* What the chain itself shows is said before what the anchor shows: it names the very row. */
static void a_break_is_named_before_the_anchor(void **state)
{
	static const struct {
		const char *sql, *why;
		enum audit_verdict verdict;
		int64_t bad;
	} rows[] = {
		{"UPDATE audit SET login = 'somebody' WHERE seq = 40", "a changed row", AUDIT_ROW_CHANGED, 40},
		{"DELETE FROM audit WHERE seq = 20", "a row taken out before it", AUDIT_ROW_MISSING, 20},
		{"DELETE FROM audit WHERE seq >= 10", "and most of it cut off", AUDIT_END_CUT, 10},
	};
	struct fixture *x = *state;
	struct audit_anchor anchor;
	int64_t bad;
	sqlite3 *db;

	fill(x, 100);
	anchor = anchor_now(x);
	db = behind_its_back(x);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		tamper(db, rows[i].sql);
		if (against(x, &anchor, &bad) != rows[i].verdict || bad != rows[i].bad)
			fail_msg("%s: found at %lld", rows[i].why, (long long)bad);
	}
	sqlite3_close(db);
}

static void an_anchor_is_a_text_that_can_be_typed(void **state)
{
	static const char *const not_anchors[] = {"", "12", ":00", "12:abcd", "-1:00", "x:00", "12:00 "};
	struct fixture *x = *state;
	struct audit_anchor anchor, back;
	char text[AUDIT_ANCHOR_ROOM], wrong[AUDIT_ANCHOR_ROOM + 1];

	fill(x, 12);
	anchor = anchor_now(x);
	audit_anchor_write(&anchor, text);
	assert_int_equal(strncmp(text, "12:", 3), 0);
	assert_ok(x, audit_anchor_read(text, &back, &x->f));
	assert_int_equal(back.row, 12);
	assert_memory_equal(back.hash, anchor.hash, sizeof anchor.hash);
	assert_true(anchor.at > 0);
	assert_int_equal(back.at, anchor.at);
	*strchr(text, '@') = '\0'; /* as heads were written once, or when its end was not copied */
	assert_ok(x, audit_anchor_read(text, &back, &x->f));
	assert_int_equal(back.at, 0);
	for (size_t i = 0; i < sizeof not_anchors / sizeof *not_anchors; i++)
		assert_false(audit_anchor_read(not_anchors[i], &back, &x->f));
	snprintf(wrong, sizeof wrong, "%s0", text);
	assert_false(audit_anchor_read(wrong, &back, &x->f));
	text[5] = 'g';
	assert_false(audit_anchor_read(text, &back, &x->f));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(rows_come_back_newest_first, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(a_look_and_a_change_need_a_transaction, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(a_long_detail_is_cut_between_characters, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(the_program_itself_cannot_rewrite_the_log, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(an_honest_log_is_sound, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(every_tampering_shows, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(an_honest_log_agrees_with_every_anchor_taken_of_it, fixture_begin,
						fixture_end),
		cmocka_unit_test_setup_teardown(an_end_cut_with_care_shows_against_an_anchor_only, fixture_begin,
						fixture_end),
		cmocka_unit_test_setup_teardown(a_chain_made_anew_shows_against_an_anchor_only, fixture_begin,
						fixture_end),
		cmocka_unit_test_setup_teardown(an_end_cut_off_and_written_on_is_no_log_made_anew, fixture_begin,
						fixture_end),
		cmocka_unit_test_setup_teardown(a_break_is_named_before_the_anchor, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(an_anchor_is_a_text_that_can_be_typed, fixture_begin, fixture_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
