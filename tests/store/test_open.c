/* Opening a case file: what is let in, what is refused and in which words. */
#include "case_file.h"
#include "store_fixture.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

static bool open_file(struct fixture *x, const char *path, struct store **out)
{
	x->f = (struct fault){0};
	return store_open(out, &(struct store_opening){.path = path, .busy_seconds = 1}, &x->f);
}

/* Refused, with one sentence: a capital, a stop, no words the house does not use. */
static void assert_refused(struct fixture *x, const char *why, const char *path, enum fault_code code)
{
	struct store *s = NULL;
	size_t bytes;

	if (open_file(x, path, &s))
		fail_msg("opened: %s", why);
	assert_null(s);
	bytes = strlen(x->f.message);
	if (x->f.code != code || bytes < 20 || x->f.message[bytes - 1] != '.')
		fail_msg("%s: %d \"%s\"", why, x->f.code, x->f.message);
}

static void write_file(const char *path, const char *bytes, size_t count)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, count, file), count);
	assert_int_equal(fclose(file), 0);
}

static void raw(const char *path, const char *sql)
{
	sqlite3 *db = NULL;

	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
}

static void what_is_no_case_file_is_refused(void **state)
{
	static const char noise[8192] = "SQLite format 3";
	static const char letter[] = "Dear Ms Okonkwo, thank you for your letter. Yours, and so on and so forth.\n";
	struct fixture *x = *state;
	char path[300];

	store_close(x->s);
	x->s = NULL;
	snprintf(path, sizeof path, "%s/other", x->scratch.folder);
	assert_refused(x, "nothing there", path, FAULT_NOT_FOUND);
	assert_refused(x, "no such folder", "/nowhere/at/all/case.db", FAULT_NOT_FOUND);
	assert_refused(x, "a folder", x->scratch.folder, FAULT_CORRUPT);
	write_file(path, "", 0);
	assert_refused(x, "an empty file", path, FAULT_CORRUPT);
	write_file(path, letter, sizeof letter - 1);
	assert_refused(x, "a letter", path, FAULT_CORRUPT);
	write_file(path, noise, sizeof noise);
	assert_refused(x, "SQLite's name and then nothing", path, FAULT_CORRUPT);
	unlink(path);
	raw(path, "CREATE TABLE recipe (name TEXT); PRAGMA user_version = 1");
	assert_refused(x, "another program's database", path, FAULT_CORRUPT);
	raw(path, "PRAGMA application_id = 1364545362; PRAGMA user_version = 0");
	assert_refused(x, "our mark but no form", path, FAULT_CORRUPT);
	raw(x->scratch.file, "PRAGMA user_version = 9999");
	assert_refused(x, "made by a newer program", x->scratch.file, FAULT_REFUSED);
	assert_int_equal(mkfifo(strcat(path, "-pipe"), 0600), 0);
	assert_refused(x, "a pipe", path, FAULT_CORRUPT);
}

static void a_cut_off_file_is_damage(void **state)
{
	struct fixture *x = *state;
	static const off_t sizes[] = {1, 50, 99, 100, 512, 4095, 4096, 4097, 40960};
	struct stat whole;

	store_close(x->s);
	x->s = NULL;
	assert_int_equal(stat(x->scratch.file, &whole), 0);
	for (size_t i = sizeof sizes / sizeof *sizes; i-- > 0;) {
		assert_int_equal(truncate(x->scratch.file, sizes[i]), 0);
		assert_refused(x, "cut off", x->scratch.file, FAULT_CORRUPT);
	}
}

/* Whatever stands in the file, the answer is a sentence and never a crash, and what cannot be read is never called
 * read. */
static void damage_anywhere_never_crashes(void **state)
{
	struct fixture *x = *state;
	struct stat whole;
	unsigned char *kept, wreck[64];
	int fd;
	unsigned seed = 1;

	for (int i = 0; i < 40; i++) {
		char name[40];

		snprintf(name, sizeof name, "Agency number %d", i);
		assert_ok(x, fixture_save(x->s, name, &x->f));
	}
	store_close(x->s);
	x->s = NULL;
	assert_int_equal(stat(x->scratch.file, &whole), 0);
	kept = malloc((size_t)whole.st_size);
	fd = open(x->scratch.file, O_RDWR);
	assert_int_equal(pread(fd, kept, (size_t)whole.st_size, 0), whole.st_size);
	for (int round = 0; round < 300; round++) {
		struct store *s = NULL;
		off_t at = (off_t)((seed = seed * 1103515245u + 12345u) % (unsigned)(whole.st_size - 64));
		enum audit_verdict verdict;
		int64_t bad, rows;

		memset(wreck, (int)(seed >> 20 & 0xff), sizeof wreck);
		assert_int_equal(pwrite(fd, wreck, sizeof wreck, at), sizeof wreck);
		if (open_file(x, x->scratch.file, &s)) {
			if (!fixture_save(s, "Saved on a damaged file", &x->f))
				assert_true(x->f.code == FAULT_CORRUPT || x->f.code == FAULT_STORAGE ||
					    x->f.code == FAULT_REFUSED);
			if (!audit_verify(s, NULL, &verdict, &bad, &rows, &x->f))
				assert_true(x->f.code == FAULT_CORRUPT || x->f.code == FAULT_STORAGE);
			store_close(s);
		} else {
			assert_true(x->f.message[0] != '\0');
		}
		assert_int_equal(pwrite(fd, kept, (size_t)whole.st_size, 0), whole.st_size);
		assert_int_equal(ftruncate(fd, whole.st_size), 0);
	}
	close(fd);
	free(kept);
}

static void a_second_name_is_refused(void **state)
{
	struct fixture *x = *state;
	char other[300];

	snprintf(other, sizeof other, "%s/other.db", x->scratch.folder);
	assert_int_equal(symlink(x->scratch.file, other), 0);
	assert_refused(x, "a symbolic link", other, FAULT_REFUSED);
	unlink(other);
	assert_int_equal(link(x->scratch.file, other), 0);
	assert_refused(x, "a hard link", other, FAULT_REFUSED);
	assert_refused(x, "the file that has a hard link", x->scratch.file, FAULT_REFUSED);
}

static void a_linked_folder_is_one_place(void **state)
{
	struct fixture *x = *state;
	char folder[300], path[340];
	struct store *s;

	snprintf(folder, sizeof folder, "%s/way", x->scratch.folder);
	assert_int_equal(symlink(x->scratch.folder, folder), 0);
	snprintf(path, sizeof path, "%s/case.db", folder);
	assert_ok(x, open_file(x, path, &s)); /* the folder's real name is used, so both have the same journal */
	store_close(s);
}

static void a_folder_for_everybody_is_refused(void **state)
{
	struct fixture *x = *state;
	struct store *s;

	assert_int_equal(chmod(x->scratch.folder, 0777), 0);
	assert_refused(x, "everybody may write", x->scratch.file, FAULT_REFUSED);
	assert_int_equal(chmod(x->scratch.folder, 01777), 0); /* as /tmp: nobody may replace another's file */
	assert_ok(x, open_file(x, x->scratch.file, &s));
	store_close(s);
	assert_int_equal(chmod(x->scratch.folder, 0770), 0);
	assert_ok(x, open_file(x, x->scratch.file, &s));
	store_close(s);
}

static bool on_a_share(const char *folder, const char **file_system)
{
	(void)folder;
	*file_system = "NFS";
	return false;
}

static void a_shared_file_system_is_refused(void **state)
{
	struct fixture *x = *state;
	struct store *s;
	char path[300];

	assert_false(store_open_with(&s, &(struct store_opening){.path = x->scratch.file},
				     &(struct store_seams){.is_local = on_a_share}, &x->f));
	assert_int_equal(x->f.code, FAULT_REFUSED);
	assert_non_null(strstr(x->f.message, "NFS"));
	snprintf(path, sizeof path, "%s/new.db", x->scratch.folder);
	assert_false(store_create_with(path, &(struct store_seams){.is_local = on_a_share}, &x->f));
	assert_int_not_equal(access(path, F_OK), 0);
}

static void making_never_touches_what_is_there(void **state)
{
	struct fixture *x = *state;
	char path[300];
	struct stat file;

	assert_false(store_create(x->scratch.file, &x->f));
	assert_int_equal(x->f.code, FAULT_REFUSED);
	snprintf(path, sizeof path, "%s/new.db", x->scratch.folder);
	assert_int_equal(symlink("/nowhere/target", path), 0);
	assert_false(store_create(path, &x->f));
	unlink(path);
	umask(0);
	assert_ok(x, store_create(path, &x->f));
	assert_int_equal(stat(path, &file), 0);
	assert_int_equal(file.st_mode & 0777, 0600);
}

/* Of a folder that a group shares, and that nobody else may enter, the file is the group's. */
static void a_shared_folder_shares_the_file(void **state)
{
	static const struct {
		mode_t folder;
		mode_t file;
		const char *why;
	} rows[] = {
		{02770, 0660, "a group's own folder"},
		{0770, 0600, "the group does not stay with what is made in it"},
		{02750, 0600, "the group may not write there"},
		{02771, 0600, "others may enter"},
		{0700, 0600, "one's own folder"},
	};
	struct fixture *x = *state;
	char folder[300], path[320], journal[340];
	struct stat file;

	snprintf(folder, sizeof folder, "%s/shared", x->scratch.folder);
	snprintf(path, sizeof path, "%s/new.db", folder);
	snprintf(journal, sizeof journal, "%s-journal", path);
	assert_int_equal(mkdir(folder, 0700), 0);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		assert_int_equal(chmod(folder, rows[i].folder), 0);
		assert_ok(x, store_create(path, &x->f));
		assert_int_equal(stat(path, &file), 0);
		if ((file.st_mode & 0777) != rows[i].file)
			fail_msg("%s: %o", rows[i].why, file.st_mode & 0777);
		if (stat(journal, &file) == 0 && (file.st_mode & 0777) != rows[i].file)
			fail_msg("its journal, %s: %o", rows[i].why, file.st_mode & 0777);
		unlink(path);
		unlink(journal);
	}
	assert_int_equal(rmdir(folder), 0);
}

static void looking_only_saves_nothing(void **state)
{
	struct fixture *x = *state;
	struct store *s;

	assert_ok(x, fixture_save(x->s, "Housing", &x->f));
	assert_ok(x, store_open(&s, &(struct store_opening){.path = x->scratch.file, .read_only = true}, &x->f));
	assert_true(store_is_read_only(s));
	assert_int_equal(fixture_agencies(s), 1);
	assert_false(store_begin(s, &x->f));
	assert_int_equal(x->f.code, FAULT_REFUSED);
	assert_false(fixture_save(s, "Probation", &x->f));
	store_close(s);
	assert_int_equal(fixture_agencies(x->s), 1);
}

/* In a child without root's rights: 0 when all was as it should be. */
static int try_without_rights(const char *path)
{
	struct fault f = {0};
	struct store *s;

	if (geteuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0))
		return 10;
	if (!store_open(&s, &(struct store_opening){.path = path}, &f))
		return 11;
	if (!store_is_read_only(s) || fixture_agencies(s) != 1)
		return 12;
	if (store_begin(s, &f) || f.code != FAULT_STORAGE || !strstr(f.message, "nothing was saved"))
		return 13;
	store_close(s);
	return 0;
}

static void a_file_that_may_only_be_read_is_read(void **state)
{
	static const struct {
		const char *why;
		mode_t folder, file;
	} rows[] = {
		{"the file may not be written to", 01777, 0444},
		{"the folder may not be written to, so no journal can be kept", 0555, 0666},
	};
	struct fixture *x = *state;

	assert_ok(x, fixture_save(x->s, "Housing", &x->f));
	store_close(x->s);
	x->s = NULL;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		int status;
		pid_t child;

		assert_int_equal(chmod(x->scratch.folder, rows[i].folder), 0);
		assert_int_equal(chmod(x->scratch.file, rows[i].file), 0);
		child = fork();
		if (child == 0)
			_exit(try_without_rights(x->scratch.file));
		assert_int_equal(waitpid(child, &status, 0), child);
		if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
			fail_msg("%s: %d", rows[i].why, status);
	}
}

static void the_guards_are_up(void **state)
{
	static const char *const refused[] = {
		"ATTACH 'x.db' AS x",
		"DETACH main",
		"PRAGMA writable_schema = ON",
		"PRAGMA journal_mode = OFF",
		"PRAGMA synchronous = OFF",
		"PRAGMA foreign_keys = OFF",
		"CREATE TABLE t (a)",
		"CREATE TEMP TABLE t (a)",
		"DROP TABLE person",
		"ALTER TABLE person ADD COLUMN x TEXT",
		"UPDATE audit SET detail = ''",
		"DELETE FROM audit",
		"BEGIN",
		"COMMIT",
		"VACUUM",
		"SELECT load_extension('x')",
		"UPDATE sqlite_schema SET sql = ''",
		"DELETE FROM name_search_data",
		"SELECT \"no such column\" FROM person",
	};
	struct fixture *x = *state;

	for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
		if (sqlite3_exec(x->s->db, refused[i], NULL, NULL, NULL) == SQLITE_OK)
			fail_msg("let through: %s", refused[i]);
	}
	/* A change that is not between our own begin and commit is undone by the commit hook. */
	assert_int_not_equal(sqlite3_exec(x->s->db, "INSERT INTO agency (name) VALUES ('x')", NULL, NULL, NULL),
			     SQLITE_OK);
	assert_int_equal(fixture_agencies(x->s), 0);
}

static void a_replaced_file_is_noticed(void **state)
{
	struct fixture *x = *state;
	char aside[300];

	assert_ok(x, store_still_ours(x->s, &x->f));
	snprintf(aside, sizeof aside, "%s/aside.db", x->scratch.folder);
	assert_int_equal(rename(x->scratch.file, aside), 0);
	assert_false(store_still_ours(x->s, &x->f));
	assert_ok(x, store_create(x->scratch.file, &x->f));
	assert_false(store_still_ours(x->s, &x->f));
	assert_int_equal(x->f.code, FAULT_CONFLICT);
}

static void others_saves_are_noticed_own_are_not(void **state)
{
	struct fixture *x = *state;
	struct store *other;

	assert_ok(x, open_file(x, x->scratch.file, &other));
	assert_false(store_changed_elsewhere(x->s));
	assert_ok(x, fixture_save(x->s, "Own", &x->f));
	assert_false(store_changed_elsewhere(x->s));
	assert_ok(x, fixture_save(other, "Another's", &x->f));
	assert_true(store_changed_elsewhere(x->s));
	assert_false(store_changed_elsewhere(x->s));
	store_close(other);
}

static void closing_nothing_is_allowed(void **state)
{
	(void)state;
	store_close(NULL);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_begin, fixture_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_is_no_case_file_is_refused),
		TEST(a_cut_off_file_is_damage),
		TEST(damage_anywhere_never_crashes),
		TEST(a_second_name_is_refused),
		TEST(a_linked_folder_is_one_place),
		TEST(a_folder_for_everybody_is_refused),
		TEST(a_shared_file_system_is_refused),
		TEST(making_never_touches_what_is_there),
		TEST(a_shared_folder_shares_the_file),
		TEST(looking_only_saves_nothing),
		TEST(a_file_that_may_only_be_read_is_read),
		TEST(the_guards_are_up),
		TEST(a_replaced_file_is_noticed),
		TEST(others_saves_are_noticed_own_are_not),
		cmocka_unit_test(closing_nothing_is_allowed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
