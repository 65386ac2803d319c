/* Every operation of a save made to fail in turn: reported saved if and only if the rows are there and the file is
 * sound. */
#include "case_file.h"
#include "fault_memory.h"
#include "fault_vfs.h"
#include "migrate.h"
#include "soak.h"
#include "statement.h"
#include "store_fixture.h"
#include "transaction.h"

#include <limits.h>
#include <sqlite3.h>

static int install(void **state)
{
	(void)state;
	if (!fault_memory_install())
		return -1;
	fault_vfs_install();
	return 0;
}

/* --- What is asked of every failure --- */

static int64_t count_of(sqlite3 *db, const char *sql)
{
	sqlite3_stmt *q = NULL;
	int64_t count = -1;

	if (sqlite3_prepare_v2(db, sql, -1, &q, NULL) == SQLITE_OK && sqlite3_step(q) == SQLITE_ROW)
		count = sqlite3_column_int64(q, 0);
	sqlite3_finalize(q);
	return count;
}

/* Looks at the file from outside; a journal left behind is played back by this. */
static void assert_file_holds(struct fixture *x, int64_t agencies, const char *when, int step)
{
	sqlite3 *db = NULL;
	int64_t found, logged, complaints;

	assert_int_equal(sqlite3_open_v2(x->scratch.file, &db, SQLITE_OPEN_READWRITE, "unix"), SQLITE_OK);
	found = count_of(db, "SELECT count(*) FROM agency");
	logged = count_of(db, "SELECT count(*) FROM audit");
	complaints = count_of(db, "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'");
	sqlite3_close(db);
	if (found != agencies || logged != agencies || complaints != 0)
		fail_msg("%s, step %d: said %lld, found %lld rows, %lld logged, %lld complaints", when, step,
			 (long long)agencies, (long long)found, (long long)logged, (long long)complaints);
}

static bool save_another(struct fixture *x)
{
	static int number;
	char name[40];

	snprintf(name, sizeof name, "Agency %d", number++);
	x->f = (struct fault){0};
	return fixture_save(x->s, name, &x->f);
}

/* The failure must have been said in a sentence, with nothing left open; the next save must go through. */
static void assert_recovers(struct fixture *x, bool saved, const char *when, int step)
{
	if (!saved && (!x->f.message[0] || x->f.code == FAULT_NONE))
		fail_msg("%s, step %d: failed without a word", when, step);
	if (!store_is_at_rest(x->s) || store_in_transaction(x->s))
		fail_msg("%s, step %d: something is left open", when, step);
}

/* The one case in which the truth cannot be known: said so, and then both are right. */
static bool is_uncertain(const struct fixture *x)
{
	return strstr(x->f.message, "may or may not") != NULL;
}

static void sweep_disk(struct fixture *x, const char *when, struct fault_plan plan)
{
	int64_t agencies = fixture_agencies(x->s);
	int uncertain = 0;
	bool failed = true;

	for (plan.after = 0; failed; plan.after++) {
		bool saved;

		fault_vfs_arm(&plan);
		saved = save_another(x);
		fault_vfs_disarm(&failed);
		agencies += saved;
		if (!saved && is_uncertain(x)) {
			uncertain++;
			agencies = fixture_agencies(x->s);
		}
		assert_recovers(x, saved, when, plan.after);
		assert_file_holds(x, agencies, when, plan.after);
		if (!failed)
			assert_true(saved);
		if (plan.result == SQLITE_FULL && !saved && !strstr(x->f.message, "disk"))
			fail_msg("%s, step %d: \"%s\" does not speak of the disk", when, plan.after, x->f.message);
		if (!save_another(x))
			fail_msg("%s, step %d: the next save failed: %s", when, plan.after, x->f.message);
		agencies++;
	}
	assert_true(plan.after > 3); /* it did get in the way */
	if (uncertain > (plan.forever ? 2 : 0))
		fail_msg("%s: said %d times that it cannot be known", when, uncertain);
}

static void a_disk_error_loses_nothing(void **state)
{
	struct fixture *x = *state;

	sweep_disk(x, "one I/O error", (struct fault_plan){.forever = false});
	sweep_disk(x, "I/O errors from then on", (struct fault_plan){.forever = true});
	sweep_disk(x, "one I/O error, reading too", (struct fault_plan){.reads = true});
	sweep_disk(x, "I/O errors from then on, reading too", (struct fault_plan){.reads = true, .forever = true});
}

static void a_full_disk_loses_nothing(void **state)
{
	struct fixture *x = *state;

	sweep_disk(x, "full once", (struct fault_plan){.result = SQLITE_FULL});
	sweep_disk(x, "full from then on", (struct fault_plan){.result = SQLITE_FULL, .forever = true});
}

/* The same with the write-ahead log, which a later library will use. */
static void the_write_ahead_log_loses_nothing(void **state)
{
	struct fixture *x = *state;

	store_close(x->s);
	assert_ok(x, store_open_with(&x->s, &(struct store_opening){.path = x->scratch.file, .busy_seconds = 1},
				     &(struct store_seams){.library_version = 3051003}, &x->f));
	sweep_disk(x, "log, one I/O error", (struct fault_plan){.forever = false});
	sweep_disk(x, "log, I/O errors from then on", (struct fault_plan){.forever = true});
	sweep_disk(x, "log, full once", (struct fault_plan){.result = SQLITE_FULL});
	sweep_disk(x, "log, full from then on", (struct fault_plan){.result = SQLITE_FULL, .forever = true});
}

enum { EACH = 100, FEW = 30, NEVER = INT_MAX };

/* So that preparing is swept too. */
static void forget_statements(struct fixture *x)
{
	statement_forget_all(x->s);
	assert_ok(x, transaction_prepare(x->s, &x->f));
}

static int memory_of_a_save(struct fixture *x)
{
	forget_statements(x);
	fault_memory_arm(NEVER, false);
	assert_true(save_another(x));
	return fault_memory_disarm();
}

static void sweep_memory(struct fixture *x, const char *when, bool forever)
{
	int total = memory_of_a_save(x), tried = 0;
	int64_t agencies = fixture_agencies(x->s);
	bool hit = true;

	for (int after = 0; hit; after = sweep_next(after, total, EACH), tried++) {
		bool saved;

		forget_statements(x);
		fault_memory_arm(after, forever);
		saved = save_another(x);
		hit = fault_memory_disarm() > after;
		agencies += saved; /* SQLite can do without some memory */
		assert_recovers(x, saved, when, after);
		assert_file_holds(x, agencies, when, after);
		if (!save_another(x))
			fail_msg("%s, step %d: the next save failed: %s", when, after, x->f.message);
		agencies++;
	}
	assert_true(tried > 100); /* it did get in the way */
	print_message("%s: %d of %d steps\n", when, tried, total);
}

static void lack_of_memory_loses_nothing(void **state)
{
	struct fixture *x = *state;

	sweep_memory(x, "one refusal", false);
	sweep_memory(x, "refusals from then on", true);
}

static int memory_of_an_opening(struct fixture *x)
{
	struct store *s = NULL;

	fault_memory_arm(NEVER, false);
	assert_ok(x, store_open(&s, &(struct store_opening){.path = x->scratch.file}, &x->f));
	store_close(s);
	return fault_memory_disarm();
}

static void sweep_opening(struct fixture *x, const char *when, bool forever)
{
	int total = memory_of_an_opening(x), tried = 0;
	bool hit = true;

	for (int after = 0; hit; after = sweep_next(after, total, EACH), tried++) {
		struct store *s = NULL;
		bool opened;

		x->f = (struct fault){0};
		fault_memory_arm(after, forever);
		opened = store_open(&s, &(struct store_opening){.path = x->scratch.file}, &x->f);
		hit = fault_memory_disarm() > after;
		if (opened)
			assert_int_equal(fixture_agencies(s), 0);
		else if (!x->f.message[0] || s)
			fail_msg("%s, step %d: failed without a word", when, after);
		store_close(s);
	}
	print_message("opening, %s: %d of %d steps\n", when, tried, total);
}

/* Opening with the memory failing: opened and usable, or a sentence and nothing left behind. */
static void opening_fails_with_a_sentence(void **state)
{
	struct fixture *x = *state;

	store_close(x->s);
	x->s = NULL;
	sweep_opening(x, "one refusal", false);
	sweep_opening(x, "refusals from then on", true);
	assert_file_holds(x, 0, "opening", 0);
}

/* A file half made is taken away again. */
static void making_fails_whole(void **state)
{
	struct fixture *x = *state;
	bool failed = true;
	char path[300];
	struct stat file;
	int total;

	snprintf(path, sizeof path, "%s/new.db", x->scratch.folder);
	fault_vfs_arm(&(struct fault_plan){.after = NEVER});
	assert_ok(x, store_create(path, &x->f));
	total = fault_vfs_disarm(&failed);
	assert_int_equal(remove(path), 0);
	failed = true;
	for (int after = 0; failed; after = sweep_next(after, total, FEW)) {
		struct fault_plan plan = {.after = after, .forever = true, .result = SQLITE_FULL};
		bool made;

		fault_vfs_arm(&plan);
		x->f = (struct fault){0};
		made = store_create(path, &x->f);
		fault_vfs_disarm(&failed);
		if (!made && (!x->f.message[0] || stat(path, &file) == 0))
			fail_msg("step %d: no word, or a half-made file is left", after);
		if (made && !failed)
			assert_int_equal(stat(path, &file), 0);
		if (made)
			remove(path);
	}
	print_message("making: %d steps\n", total);
}

/* The copy, the step and the version number: whatever fails, the file is of one version or the other, and whole. */
static void an_upgrade_is_whole_or_not_at_all(void **state)
{
	static const char step[] =
		"ALTER TABLE agency ADD COLUMN town TEXT NOT NULL DEFAULT ''; UPDATE agency SET town = 'Leeds'";
	struct migration list[CASE_FILE_VERSION + 2] = {0};
	const struct store_seams newer = {.migrations = list};
	struct fixture *x = *state;
	bool failed = true, upgraded = false;

	for (int i = 0; i < CASE_FILE_VERSION; i++)
		list[i] = schema_migrations[i];
	list[CASE_FILE_VERSION] = (struct migration){CASE_FILE_VERSION + 1, step};
	for (int i = 0; i < 20; i++)
		assert_true(save_another(x));
	store_close(x->s);
	x->s = NULL;
	for (int after = 0; failed; after++) {
		struct store *s = NULL;

		fault_vfs_arm(&(struct fault_plan){.after = after, .forever = after % 2});
		x->f = (struct fault){0};
		upgraded = store_open_with(&s, &(struct store_opening){.path = x->scratch.file}, &newer, &x->f);
		fault_vfs_disarm(&failed);
		if (!upgraded && !x->f.message[0])
			fail_msg("step %d: failed without a word", after);
		store_close(s);
		assert_file_holds(x, 20, "upgrade", after);
		if (upgraded &&
		    failed) /* the last sync failed after the step was made: the next opening finds it made */
			break;
	}
	assert_ok(x, store_open_with(&x->s, &(struct store_opening){.path = x->scratch.file}, &newer, &x->f));
	assert_file_holds(x, 20, "upgraded", 0);
}

static void a_log_is_never_called_changed_for_want_of_memory(void **state)
{
	struct fixture *x = *state;
	enum audit_verdict verdict;
	int64_t bad, rows;
	bool hit = true;
	int total;

	for (int i = 0; i < 20; i++)
		assert_true(save_another(x));
	fault_memory_arm(NEVER, false);
	assert_ok(x, audit_verify(x->s, NULL, &verdict, &bad, &rows, &x->f));
	total = fault_memory_disarm();
	for (int after = 0; hit; after = sweep_next(after, total, EACH)) {
		bool ok;

		fault_memory_arm(after, true);
		ok = audit_verify(x->s, NULL, &verdict, &bad, &rows, &x->f);
		hit = fault_memory_disarm() > after;
		if (ok && verdict != AUDIT_SOUND)
			fail_msg("step %d: called changed at %lld", after, (long long)bad);
	}
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_begin, fixture_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_disk_error_loses_nothing),        TEST(a_full_disk_loses_nothing),
		TEST(the_write_ahead_log_loses_nothing), TEST(lack_of_memory_loses_nothing),
		TEST(opening_fails_with_a_sentence),     TEST(making_fails_whole),
		TEST(an_upgrade_is_whole_or_not_at_all), TEST(a_log_is_never_called_changed_for_want_of_memory),
	};

	return cmocka_run_group_tests(tests, install, NULL);
}
