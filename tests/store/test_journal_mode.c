/* Which journal is used, by the version of the linked library. */
#include "case_file.h"
#include "store_fixture.h"

static void the_log_is_used_only_where_it_is_safe(void **state)
{
	static const struct {
		const char *why;
		int version;
		bool safe;
	} rows[] = {
		{"Debian 12", 3040001, false},
		{"before the log existed", 3006000, false},
		{"before the first repair", 3044005, false},
		{"repaired in the 3.44 line", 3044006, true},
		{"later in the 3.44 line", 3044099, true},
		{"the next line is not", 3045000, false},
		{"before the second", 3050006, false},
		{"repaired in the 3.50 line", 3050007, true},
		{"later in the 3.50 line", 3050999, true},
		{"the next line is not", 3051000, false},
		{"before the third", 3051002, false},
		{"repaired for good", 3051003, true},
		{"the next line", 3052000, true},
		{"the next kind", 4000000, true},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (store_wal_is_safe(rows[i].version) != rows[i].safe)
			fail_msg("%s: %d", rows[i].why, rows[i].version);
}

static const struct store_seams affected = {.library_version = 3040001};
static const struct store_seams repaired = {.library_version = 3051003};

static const char *mode_of(struct fixture *x, struct store *s)
{
	struct store_health health;

	assert_ok(x, store_examine(s, &x->mem, &health, &x->f));
	return health.journal_mode;
}

static int64_t number(sqlite3 *db, const char *sql)
{
	sqlite3_stmt *q = NULL;
	int64_t out = -1;

	if (sqlite3_prepare_v2(db, sql, -1, &q, NULL) == SQLITE_OK && sqlite3_step(q) == SQLITE_ROW)
		out = sqlite3_column_int64(q, 0);
	sqlite3_finalize(q);
	return out;
}

static struct store *open_as(struct fixture *x, const struct store_seams *library)
{
	struct store *s;

	assert_ok(x, store_open_with(&s, &(struct store_opening){.path = x->scratch.file, .busy_seconds = 1}, library,
				     &x->f));
	return s;
}

static void each_library_gets_its_mode(void **state)
{
	struct fixture *x = *state;
	struct store *s;

	store_close(x->s);
	x->s = open_as(x, &repaired);
	assert_string_equal(mode_of(x, x->s), "wal");
	assert_int_equal(number(x->s->db, "PRAGMA synchronous"), 2);
	assert_ok(x, fixture_save(x->s, "Housing", &x->f));
	store_close(x->s);
	x->s = open_as(x, &affected);
	assert_string_equal(mode_of(x, x->s), "truncate"); /* the first to open it alone switches it back */
	assert_int_equal(number(x->s->db, "PRAGMA synchronous"), 3);
	assert_int_equal(fixture_agencies(x->s), 1);
	s = open_as(x, &affected);
	assert_string_equal(mode_of(x, s), "truncate");
	store_close(s);
}

static void beside_others_the_log_stays_but_is_never_emptied(void **state)
{
	struct fixture *x = *state;
	struct store *other;

	store_close(x->s);
	x->s = open_as(x, &repaired);
	assert_ok(x, fixture_save(x->s, "Housing", &x->f));
	other = open_as(x, &affected);
	assert_string_equal(mode_of(x, other), "wal");
	assert_non_null(strstr(other->why_mode, "others have it open"));
	assert_int_equal(number(other->db, "PRAGMA synchronous"), 2);
	assert_ok(x, fixture_save(other, "Probation", &x->f));
	store_close(other);
	assert_int_equal(fixture_agencies(x->s), 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_log_is_used_only_where_it_is_safe),
		cmocka_unit_test_setup_teardown(each_library_gets_its_mode, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(beside_others_the_log_stays_but_is_never_emptied, fixture_begin,
						fixture_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
