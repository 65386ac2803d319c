/* A back-up comes back whole, beside nobody, with the file that was there kept; or nothing changes. */
#include "backup_fixture.h"
#include "case_file.h"

#include <sqlite3.h>

static void open_again(struct fixture *x)
{
	assert_ok(x, store_open(&x->s, &(struct store_opening){.path = x->scratch.file, .busy_seconds = 1}, &x->f));
}

static void leave(struct fixture *x)
{
	store_close(x->s);
	x->s = NULL;
}

static void what_was_backed_up_comes_back_and_the_old_file_is_kept(void **state)
{
	struct fixture *x = *state;
	struct backup_manifest manifest;
	struct store *old = NULL;
	const char *kept;
	struct stat about;

	save_agencies(x, 7);
	assert_ok(x, make_backup(x, "one.backup", &fixture_key, &manifest));
	save_agencies(x, 4);
	leave(x);
	assert_int_equal(chmod(x->scratch.file, 0660), 0);
	assert_ok(x, restore_backup(x, "one.backup", &fixture_key, &kept));
	assert_non_null(strstr(kept, "case.db.replaced-"));
	assert_int_equal(stat(x->scratch.file, &about), 0);
	assert_int_equal(about.st_mode & 0777, 0660); /* whoever could open it still can */
	open_again(x);
	assert_int_equal(fixture_agencies(x->s), 7);
	assert_ok(x, store_open(&old, &(struct store_opening){.path = kept}, &x->f));
	assert_int_equal(fixture_agencies(old), 11);
	store_close(old);
	save_agencies(x, 1);
}

static void with_no_file_there_it_becomes_the_file(void **state)
{
	struct fixture *x = *state;
	struct backup_manifest manifest;
	const char *kept;
	struct stat about;

	save_agencies(x, 2);
	assert_ok(x, make_backup(x, "one.backup", &fixture_key, &manifest));
	leave(x);
	assert_int_equal(unlink(x->scratch.file), 0);
	assert_ok(x, restore_backup(x, "one.backup", &fixture_key, &kept));
	assert_string_equal(kept, "");
	assert_int_equal(stat(x->scratch.file, &about), 0);
	assert_int_equal(about.st_mode & 0777, 0600);
	open_again(x);
	assert_int_equal(fixture_agencies(x->s), 2);
}

/* A session that waits for a key holds no lock of SQLite's. */
static void it_is_refused_while_anybody_has_the_file_open(void **state)
{
	struct fixture *x = *state;
	struct backup_manifest manifest;
	const char *kept;

	save_agencies(x, 2);
	assert_ok(x, make_backup(x, "one.backup", &fixture_key, &manifest));
	save_agencies(x, 1);
	assert_false(restore_backup(x, "one.backup", &fixture_key, &kept));
	assert_int_equal(x->f.code, FAULT_BUSY);
	assert_int_equal(fixture_agencies(x->s), 3);
	assert_int_equal(files_in_folder(x, "case.db"), 1);
	leave(x);
	assert_ok(x, restore_backup(x, "one.backup", &fixture_key, &kept));
}

static void another_program_counts_too(void **state)
{
	static const char *const holds[] = {"BEGIN IMMEDIATE", "BEGIN; SELECT count(*) FROM agency"};
	struct fixture *x = *state;
	struct backup_manifest manifest;
	const char *kept;

	assert_ok(x, make_backup(x, "one.backup", &fixture_key, &manifest));
	leave(x);
	for (size_t i = 0; i < sizeof holds / sizeof *holds; i++) {
		sqlite3 *db;

		assert_int_equal(sqlite3_open(x->scratch.file, &db), SQLITE_OK);
		assert_int_equal(sqlite3_exec(db, holds[i], NULL, NULL, NULL), SQLITE_OK);
		assert_false(restore_backup(x, "one.backup", &fixture_key, &kept));
		assert_int_equal(x->f.code, FAULT_BUSY);
		sqlite3_close(db);
	}
}

/* With the write-ahead log, and with what a killed session left in it. */
static void a_write_ahead_log_goes_with_its_own_file(void **state)
{
	struct fixture *x = *state;
	struct backup_manifest manifest;
	const char *kept, *log;
	struct store *old;
	unsigned char *pages, *rest;
	size_t page_bytes, rest_bytes;

	leave(x);
	assert_ok(x, store_open_with(&x->s, &(struct store_opening){.path = x->scratch.file},
				     &(struct store_seams){.library_version = 3051003}, &x->f));
	save_agencies(x, 5);
	assert_ok(x, make_backup(x, "one.backup", &fixture_key, &manifest));
	assert_int_equal(count_of(&manifest, "agency"), 5);
	save_agencies(x, 3);
	log = arena_printf(&x->mem, "%s-wal", x->scratch.file);
	pages = whole_file(x, x->scratch.file, &page_bytes); /* as a kill leaves them: before the log is taken in */
	rest = whole_file(x, log, &rest_bytes);
	assert_true(rest_bytes > 0);
	assert_false(restore_backup(x, "one.backup", &fixture_key, &kept));
	assert_int_equal(x->f.code, FAULT_BUSY);
	leave(x);
	put_file(x->scratch.file, pages, page_bytes);
	put_file(log, rest, rest_bytes);
	assert_ok(x, restore_backup(x, "one.backup", &fixture_key, &kept));
	assert_int_not_equal(access(log, F_OK), 0);
	open_again(x);
	assert_int_equal(fixture_agencies(x->s), 5);
	assert_ok(x, store_open(&old, &(struct store_opening){.path = kept}, &x->f));
	assert_int_equal(fixture_agencies(old), 8);
	store_close(old);
}

/* The reason to restore: the file there cannot be opened, and what lies beside it must not be played into the new one.
 */
static void a_damaged_file_is_replaced_and_kept(void **state)
{
	struct fixture *x = *state;
	struct backup_manifest manifest;
	const char *kept, *journal;

	save_agencies(x, 6);
	assert_ok(x, make_backup(x, "one.backup", &fixture_key, &manifest));
	leave(x);
	put_file(x->scratch.file, (const unsigned char *)"overwritten by something else, much longer than a head", 50);
	journal = arena_printf(&x->mem, "%s-journal", x->scratch.file);
	put_file(journal, (const unsigned char *)"a journal of the old file", 25);
	assert_ok(x, restore_backup(x, "one.backup", &fixture_key, &kept));
	assert_int_not_equal(access(journal, F_OK), 0);
	open_again(x);
	assert_int_equal(fixture_agencies(x->s), 6);
}

static void a_bad_back_up_changes_nothing(void **state)
{
	struct fixture *x = *state;
	struct backup_manifest manifest;
	const char *kept;
	unsigned char *bytes;
	size_t count;

	save_agencies(x, 6);
	assert_ok(x, make_backup(x, "one.backup", &fixture_key, &manifest));
	bytes = whole_file(x, backup_path(x, "one.backup"), &count);
	bytes[count - 5] ^= 1;
	put_file(backup_path(x, "one.backup"), bytes, count);
	leave(x);
	assert_false(restore_backup(x, "one.backup", &fixture_key, &kept));
	assert_int_equal(x->f.code, FAULT_CORRUPT);
	assert_int_equal(files_in_folder(x, "case.db-"), 2);
	open_again(x);
	assert_int_equal(fixture_agencies(x->s), 6);
}

struct admission {
	int times;
	bool may;
	const char *kept_name;
};

static bool admit(void *payload, struct store *copy, const struct backup_manifest *manifest, const char *kept_name,
		  struct fault *f)
{
	struct admission *a = payload;
	struct audit_entry entry = {.at = 1773000000, .action = "file.restore", .detail = "restored"};

	a->times++;
	a->kept_name = kept_name;
	assert_int_equal(manifest->anchor.row, 2);
	if (!a->may)
		return fault_set(f, FAULT_NOT_ALLOWED, "You may not.");
	return store_begin(copy, f) && audit_append(copy, &worker, &entry, f) && store_commit(copy, f);
}

static void the_row_that_says_so_is_in_it_from_its_first_moment(void **state)
{
	struct fixture *x = *state;
	struct backup_manifest manifest;
	struct admission a = {.may = false};
	struct restore_order order = {.path = backup_path(x, "one.backup"),
				      .case_file = x->scratch.file,
				      .key = &fixture_key,
				      .admit = admit,
				      .payload = &a};
	enum audit_verdict verdict;
	int64_t bad, rows;
	const char *kept;

	save_agencies(x, 2);
	assert_ok(x, make_backup(x, "one.backup", &fixture_key, &manifest));
	leave(x);
	assert_false(backup_restore(&order, &x->mem, &manifest, &kept, &x->f));
	assert_int_equal(x->f.code, FAULT_NOT_ALLOWED);
	assert_int_equal(files_in_folder(x, "case.db-"), 2);
	a.may = true;
	assert_ok(x, backup_restore(&order, &x->mem, &manifest, &kept, &x->f));
	assert_int_equal(a.times, 2);
	assert_non_null(strstr(kept, a.kept_name));
	open_again(x);
	assert_ok(x, audit_verify(x->s, &manifest.anchor, &verdict, &bad, &rows, &x->f));
	assert_int_equal(verdict, AUDIT_SOUND);
	assert_int_equal(rows, 3);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_begin, fixture_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_was_backed_up_comes_back_and_the_old_file_is_kept),
		TEST(with_no_file_there_it_becomes_the_file),
		TEST(it_is_refused_while_anybody_has_the_file_open),
		TEST(another_program_counts_too),
		TEST(a_write_ahead_log_goes_with_its_own_file),
		TEST(a_damaged_file_is_replaced_and_kept),
		TEST(a_bad_back_up_changes_nothing),
		TEST(the_row_that_says_so_is_in_it_from_its_first_moment),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
