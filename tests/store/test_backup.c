/* A back-up holds what the case file held at one moment, and opens for whoever has its key and for nobody else. */
#include "backup_fixture.h"

#include <sqlite3.h>

static void what_was_there_is_in_it(void **state)
{
	struct fixture *x = *state;
	struct backup_manifest made, read;
	struct audit_anchor anchor;
	struct stat about;

	save_agencies(x, 30);
	assert_ok(x, audit_newest(x->s, &anchor, &x->f));
	assert_ok(x, make_backup(x, "one.backup", &fixture_key, &made));
	assert_int_equal(count_of(&made, "agency"), 30);
	assert_int_equal(count_of(&made, "audit"), 30);
	assert_int_equal(count_of(&made, "family"), 0);
	assert_int_equal(made.form, CASE_FILE_VERSION);
	assert_int_equal(made.anchor.row, 30);
	assert_memory_equal(made.anchor.hash, anchor.hash, sizeof anchor.hash);
	assert_ok(x, backup_verify(backup_path(x, "one.backup"), &fixture_key, &x->mem, &read, &x->f));
	assert_int_equal(read.bytes, made.bytes);
	assert_int_equal(read.made_at, made.made_at);
	assert_memory_equal(read.hash, made.hash, sizeof made.hash);
	assert_string_equal(read.program, "quorate test");
	assert_int_equal(stat(backup_path(x, "one.backup"), &about), 0);
	assert_int_equal(about.st_mode & 0777, 0600);
	assert_int_equal(files_in_folder(x, "case.db"), 1);
	assert_true(store_is_at_rest(x->s));
	save_agencies(x, 1); /* and work goes on */
}

static void nothing_of_it_can_be_read_without_the_key(void **state)
{
	struct fixture *x = *state;
	struct backup_manifest made;
	unsigned char *bytes;
	size_t count;

	save_agencies(x, 50);
	assert_ok(x, make_backup(x, "one.backup", &fixture_key, &made));
	bytes = whole_file(x, backup_path(x, "one.backup"), &count);
	assert_null(memmem(bytes, count, "Family Centre", 13));
	assert_null(memmem(bytes, count, "SQLite format", 13));
	assert_null(memmem(bytes, count, "CREATE TABLE", 12));
	assert_null(memmem(bytes, count, "seven plain words", 17));
}

/* The host that makes them has the public key only. */
static void a_public_key_seals_and_only_its_secret_opens(void **state)
{
	struct fixture *x = *state;
	char public_key[BACKUP_KEY_ROOM], secret_key[BACKUP_KEY_ROOM], other[BACKUP_KEY_ROOM],
		other_secret[BACKUP_KEY_ROOM];
	struct backup_manifest manifest;
	const char *path = backup_path(x, "one.backup");
	enum backup_lock lock;

	assert_ok(x, backup_new_keys(public_key, secret_key, &x->f));
	assert_ok(x, backup_new_keys(other, other_secret, &x->f));
	assert_ok(x, backup_public_key_check(public_key, &x->f));
	assert_false(backup_public_key_check(secret_key, &x->f));
	save_agencies(x, 3);
	assert_ok(x, make_backup(x, "one.backup", &(struct backup_key){.public_key = public_key}, &manifest));
	assert_ok(x, backup_lock_of(path, &lock, &x->f));
	assert_int_equal(lock, BACKUP_BY_KEY);
	assert_ok(x, backup_verify(path, &(struct backup_key){.secret_key = secret_key}, &x->mem, &manifest, &x->f));
	assert_false(backup_verify(path, &(struct backup_key){.secret_key = other_secret}, &x->mem, &manifest, &x->f));
	assert_int_equal(x->f.code, FAULT_NOT_ALLOWED);
	assert_false(backup_verify(path, &(struct backup_key){.secret_key = public_key}, &x->mem, &manifest, &x->f));
	assert_int_equal(x->f.code, FAULT_REFUSED);
	assert_false(backup_verify(path, &fixture_key, &x->mem, &manifest, &x->f));
	assert_int_equal(x->f.code, FAULT_USAGE);
}

static void another_passphrase_does_not_open_it(void **state)
{
	struct fixture *x = *state;
	struct backup_key other = {.passphrase = "seven plain words in a rox"};
	struct backup_manifest manifest;

	assert_ok(x, make_backup(x, "one.backup", &fixture_key, &manifest));
	assert_false(backup_verify(backup_path(x, "one.backup"), &other, &x->mem, &manifest, &x->f));
	assert_int_equal(x->f.code, FAULT_NOT_ALLOWED);
}

static void the_manifest_is_read_alone(void **state)
{
	struct fixture *x = *state;
	struct backup_manifest made, read;

	save_agencies(x, 5);
	assert_ok(x, make_backup(x, "one.backup", &fixture_key, &made));
	assert_ok(x, backup_manifest_read(backup_path(x, "one.backup"), &fixture_key, &x->mem, &read, &x->f));
	assert_int_equal(read.anchor.row, 5);
}

static void a_name_that_is_taken_is_left_alone(void **state)
{
	struct fixture *x = *state;
	struct backup_manifest manifest;
	unsigned char *bytes;
	size_t count;

	put_file(backup_path(x, "mine"), (const unsigned char *)"mine", 4);
	assert_false(make_backup(x, "mine", &fixture_key, &manifest));
	assert_int_equal(x->f.code, FAULT_REFUSED);
	bytes = whole_file(x, backup_path(x, "mine"), &count);
	assert_int_equal(count, 4);
	assert_memory_equal(bytes, "mine", 4);
	assert_false(make_backup(x, "case.db", &fixture_key, &manifest));
	assert_false(make_backup(x, "no-such-folder/one", &fixture_key, &manifest));
	assert_int_equal(files_in_folder(x, "case.db"), 1);
}

/* A row that was deleted by a tool that overwrites nothing is still in the pages of the file, and not in its back-up.
 */
static void what_was_erased_is_not_in_it(void **state)
{
	static const char erase[] = "PRAGMA secure_delete = OFF; INSERT INTO agency (name) VALUES ('CANARYNAME');"
				    "DELETE FROM agency WHERE name = 'CANARYNAME'";
	struct fixture *x = *state;
	struct backup_manifest manifest;
	const char *kept;
	unsigned char *bytes;
	size_t count;
	sqlite3 *db;

	save_agencies(x, 40);
	assert_int_equal(sqlite3_open(x->scratch.file, &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, erase, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
	bytes = whole_file(x, x->scratch.file, &count);
	assert_non_null(memmem(bytes, count, "CANARYNAME", 10)); /* it can fail */
	assert_ok(x, make_backup(x, "one.backup", &fixture_key, &manifest));
	store_close(x->s);
	x->s = NULL;
	assert_ok(x, restore_backup(x, "one.backup", &fixture_key, &kept));
	bytes = whole_file(x, x->scratch.file, &count);
	assert_null(memmem(bytes, count, "CANARYNAME", 10));
}

static void a_damaged_case_file_gets_no_back_up(void **state)
{
	struct fixture *x = *state;
	struct backup_manifest manifest;
	sqlite3 *db;

	save_agencies(x, 10);
	assert_int_equal(sqlite3_open(x->scratch.file, &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db,
				      "DROP TRIGGER audit_is_never_changed; UPDATE audit SET login = 'x' WHERE seq = 4",
				      NULL, NULL, NULL),
			 SQLITE_OK);
	sqlite3_close(db);
	assert_false(make_backup(x, "one.backup", &fixture_key, &manifest));
	assert_int_equal(x->f.code, FAULT_CORRUPT);
	assert_non_null(strstr(x->f.message, "row 4"));
	assert_int_equal(files_in_folder(x, "case.db"), 0);
}

static bool refuse(void *payload, const struct backup_manifest *manifest, struct fault *f)
{
	(void)payload;
	(void)manifest;
	return fault_set(f, FAULT_NOT_ALLOWED, "No.");
}

static void it_has_no_name_before_it_is_announced(void **state)
{
	struct fixture *x = *state;
	struct backup_manifest manifest;
	struct backup_order order = {
		.path = backup_path(x, "one.backup"), .key = &fixture_key, .program = "", .announce = refuse};

	assert_false(backup_make(x->s, &order, &x->mem, &manifest, &x->f));
	assert_int_equal(files_in_folder(x, "case.db"), 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_begin, fixture_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_was_there_is_in_it),
		TEST(nothing_of_it_can_be_read_without_the_key),
		TEST(a_public_key_seals_and_only_its_secret_opens),
		TEST(another_passphrase_does_not_open_it),
		TEST(the_manifest_is_read_alone),
		TEST(a_name_that_is_taken_is_left_alone),
		TEST(what_was_erased_is_not_in_it),
		TEST(a_damaged_case_file_gets_no_back_up),
		TEST(it_has_no_name_before_it_is_announced),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
