/* Every call of the system that a back-up or a restore makes is made to fail in turn, and the program is killed between
 * every two: there is a whole back-up or none, a whole case file always, and nothing is left behind. */
#include "backup_fixture.h"
#include "fault_vfs.h"
#include "soak.h"

#include <errno.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/wait.h>

/* --- The calls, taken over when the test is linked --- */

enum happening { NOTHING, FAILS_ONCE, FAILS_FROM_THEN_ON, IS_KILLED };

enum kind {
	KIND_NONE,
	KIND_write,
	KIND_read,
	KIND_pwrite,
	KIND_pread,
	KIND_fsync,
	KIND_ftruncate,
	KIND_linkat,
	KIND_renameat2,
	KIND_flock,
	KIND_COUNT
};
enum { CALLS_MOST = 20000 };

static struct {
	enum happening happens;
	int counted, after, error;
	unsigned char kinds[CALLS_MOST]; /* of each, in turn */
} calls;

/* A full disk can still be read. */
static bool fails(enum kind kind, bool reads)
{
	bool now = calls.happens == FAILS_FROM_THEN_ON ? calls.counted >= calls.after : calls.counted == calls.after;

	if (reads && calls.error == ENOSPC)
		return false;
	if (calls.happens == NOTHING && calls.counted < CALLS_MOST)
		calls.kinds[calls.counted] = (unsigned char)kind;
	calls.counted++;
	if (calls.happens == NOTHING || !now)
		return false;
	if (calls.happens == IS_KILLED)
		kill(getpid(), SIGKILL);
	errno = calls.error;
	return true;
}

#define TAKEN_OVER(type, name, reads, parameters, arguments)                                                           \
	type __real_##name parameters;                                                                                 \
	type __wrap_##name parameters;                                                                                 \
	type __wrap_##name parameters                                                                                  \
	{                                                                                                              \
		return fails(KIND_##name, reads) ? -1 : __real_##name arguments;                                       \
	}
TAKEN_OVER(ssize_t, write, false, (int fd, const void *from, size_t bytes), (fd, from, bytes))
TAKEN_OVER(ssize_t, read, true, (int fd, void *into, size_t bytes), (fd, into, bytes))
TAKEN_OVER(ssize_t, pwrite, false, (int fd, const void *from, size_t bytes, off_t at), (fd, from, bytes, at))
TAKEN_OVER(ssize_t, pread, true, (int fd, void *into, size_t bytes, off_t at), (fd, into, bytes, at))
TAKEN_OVER(int, fsync, false, (int fd), (fd))
TAKEN_OVER(int, ftruncate, false, (int fd, off_t bytes), (fd, bytes))
TAKEN_OVER(int, linkat, false, (int a, const char *from, int b, const char *to, int flags), (a, from, b, to, flags))
TAKEN_OVER(int, renameat2, false, (int a, const char *from, int b, const char *to, unsigned flags),
	   (a, from, b, to, flags))
TAKEN_OVER(int, flock, true, (int fd, int how), (fd, how))

static void arm(enum happening what, int after, int error)
{
	calls.happens = what;
	calls.after = after;
	calls.error = error;
	calls.counted = 0;
}

static int disarm(void)
{
	calls.happens = NOTHING;
	return calls.counted;
}

/* Which of so many calls are made to fail: in the long form each, in the short those where one kind of call follows on
 * another for the first or for the last time, for what a back-up does most is write one piece like the other. */
struct steps {
	int at[CALLS_MOST];
	int count;
};

static void choose_steps(struct steps *out, int total)
{
	enum { PAIRS = KIND_COUNT * KIND_COUNT };
	int pairs[CALLS_MOST], first[PAIRS], last[PAIRS];

	assert_in_range(total, 1, CALLS_MOST);
	for (int i = 0; i < total; i++) {
		pairs[i] = (i ? calls.kinds[i - 1] : KIND_NONE) * KIND_COUNT + calls.kinds[i];
		first[pairs[i]] = -1;
	}
	for (int i = 0; i < total; i++) {
		if (first[pairs[i]] < 0)
			first[pairs[i]] = i;
		last[pairs[i]] = i;
	}
	out->count = 0;
	for (int i = 0; i < total; i++)
		if (soak_is_long() || i == first[pairs[i]] || i == last[pairs[i]] || i == total - 1)
			out->at[out->count++] = i;
}

/* --- What is asked --- */

static void assert_no_trace(struct fixture *x, const char *when, int step)
{
	if (files_in_folder(x, "case.db") != 0)
		fail_msg("%s, step %d: something was left behind", when, step);
}

static void assert_case_file(struct fixture *x, int64_t agencies, const char *when, int step)
{
	int64_t found = fixture_agencies(x->s);

	if (found != agencies)
		fail_msg("%s, step %d: %lld agencies", when, step, (long long)found);
	if (!store_is_at_rest(x->s))
		fail_msg("%s, step %d: something is left open", when, step);
}

static void assert_sentence(struct fixture *x, const char *when, int step)
{
	if (x->f.code == FAULT_NONE || !*x->f.message)
		fail_msg("%s, step %d: failed without a word", when, step);
	if (calls.error == ENOSPC && x->f.code == FAULT_STORAGE && !strstr(x->f.message, "full") &&
	    !strstr(x->f.message, "could not be"))
		fail_msg("%s, step %d: \"%s\" does not speak of the disk", when, step, x->f.message);
}

static int calls_of_a_back_up(struct fixture *x, int error)
{
	struct backup_manifest manifest;
	int total;

	arm(NOTHING, 0, error);
	assert_ok(x, make_backup(x, "one.backup", &fixture_key, &manifest));
	total = disarm();
	assert_int_equal(unlink(backup_path(x, "one.backup")), 0);
	return total;
}

/* The sync of the folder after the name was given may fail: then the back-up is there, and whole. */
static void sweep_back_up(struct fixture *x, const char *when, enum happening what, int error, int one_in)
{
	static struct steps steps;
	int failures = 0, tried = 0;

	choose_steps(&steps, calls_of_a_back_up(x, error));
	for (int i = 0; i < steps.count; i += soak_times(1, one_in), tried++) {
		struct backup_manifest manifest;
		int after = steps.at[i];
		bool made;

		arm(what, after, error);
		made = make_backup(x, "one.backup", &fixture_key, &manifest);
		disarm();
		failures += !made;
		if (made) {
			assert_ok(x,
				  backup_verify(backup_path(x, "one.backup"), &fixture_key, &x->mem, &manifest, &x->f));
			assert_int_equal(unlink(backup_path(x, "one.backup")), 0);
		} else {
			assert_sentence(x, when, after);
		}
		assert_no_trace(x, when, after);
		assert_case_file(x, 8, when, after);
		arena_reset(&x->mem);
	}
	print_message("back-up, %s: %d tried, %d failed\n", when, tried, failures);
	assert_true(2 * failures > tried); /* it did get in the way */
}

static void a_back_up_that_fails_leaves_nothing(void **state)
{
	struct fixture *x = *state;

	save_agencies(x, 8);
	sweep_back_up(x, "one I/O error", FAILS_ONCE, EIO, 1);
	sweep_back_up(x, "I/O errors from then on", FAILS_FROM_THEN_ON, EIO, 3);
	sweep_back_up(x, "a full disk", FAILS_FROM_THEN_ON, ENOSPC, 2);
}

/* The disk of the case file itself. */
static void a_case_file_that_cannot_be_read_gets_no_back_up(void **state)
{
	struct fixture *x = *state;
	bool failed = true;
	int after;

	save_agencies(x, 8);
	for (after = 0; failed; after += soak_is_long() ? 1 : 1 + after / 3) {
		struct backup_manifest manifest;
		bool made;

		fault_vfs_arm(&(struct fault_plan){.after = after, .reads = true});
		made = make_backup(x, "one.backup", &fixture_key, &manifest);
		fault_vfs_disarm(&failed);
		if (made)
			assert_int_equal(unlink(backup_path(x, "one.backup")), 0);
		else
			assert_sentence(x, "reading", after);
		assert_no_trace(x, "reading", after);
	}
	assert_true(after > 20);
}

/* --- Restoring --- */

static void open_again(struct fixture *x, const char *when, int step)
{
	x->f = (struct fault){0};
	if (!store_open(&x->s, &(struct store_opening){.path = x->scratch.file, .busy_seconds = 1}, &x->f))
		fail_msg("%s, step %d: %s", when, step, x->f.message);
}

static void leave(struct fixture *x)
{
	store_close(x->s);
	x->s = NULL;
}

/* Eight were backed up, three came after. Also takes away what was kept. */
static void prepare_restore(struct fixture *x)
{
	struct backup_manifest manifest;

	save_agencies(x, 8);
	assert_ok(x, make_backup(x, "one.backup", &fixture_key, &manifest));
	save_agencies(x, 3);
	leave(x);
}

static int remove_kept(struct fixture *x)
{
	DIR *folder = opendir(x->scratch.folder);
	struct dirent *entry;
	int count = 0;

	assert_non_null(folder);
	while ((entry = readdir(folder)))
		if (strncmp(entry->d_name, "case.db.", 8) == 0) {
			count++;
			assert_int_equal(unlinkat(dirfd(folder), entry->d_name, 0), 0);
		}
	closedir(folder);
	return count;
}

/* Back to eleven, for the next step. */
static void save_again(struct fixture *x, int64_t *found)
{
	*found = fixture_agencies(x->s);
	if (*found == 8)
		save_agencies(x, 3);
	leave(x);
	remove_kept(x);
	arena_reset(&x->mem);
}

static int calls_of_a_restore(struct fixture *x, int error)
{
	const char *kept;
	int64_t found;
	int total;

	arm(NOTHING, 0, error);
	assert_ok(x, restore_backup(x, "one.backup", &fixture_key, &kept));
	total = disarm();
	open_again(x, "at first", 0);
	save_again(x, &found);
	assert_int_equal(found, 8);
	return total;
}

static void sweep_restore(struct fixture *x, const char *when, enum happening what, int error, int one_in)
{
	static struct steps steps;
	int failures = 0, tried = 0;

	choose_steps(&steps, calls_of_a_restore(x, error));
	for (int i = 0; i < steps.count; i += soak_times(1, one_in), tried++) {
		int after = steps.at[i];
		const char *kept;
		bool done;
		int64_t found;

		arm(what, after, error);
		done = restore_backup(x, "one.backup", &fixture_key, &kept);
		disarm();
		failures += !done;
		if (!done) {
			assert_sentence(x, when, after);
			if (remove_kept(x) != 0)
				fail_msg("%s, step %d: a file was left beside", when, after);
		}
		open_again(x, when, after);
		save_again(x, &found);
		if (found != (done ? 8 : 11))
			fail_msg("%s, step %d: said %d and holds %lld", when, after, done, (long long)found);
	}
	print_message("restore, %s: %d tried, %d failed\n", when, tried, failures);
	assert_true(2 * failures > tried);
}

static void a_restore_that_fails_changes_nothing(void **state)
{
	struct fixture *x = *state;

	prepare_restore(x);
	sweep_restore(x, "one I/O error", FAILS_ONCE, EIO, 1);
	sweep_restore(x, "I/O errors from then on", FAILS_FROM_THEN_ON, EIO, 3);
	sweep_restore(x, "a full disk", FAILS_FROM_THEN_ON, ENOSPC, 2);
}

/* --- Killed --- */

static bool is_killed_at(int after, void (*work)(struct fixture *x), struct fixture *x)
{
	pid_t child = fork();
	int status = 0;

	assert_true(child >= 0);
	if (child == 0) {
		arm(IS_KILLED, after, 0);
		work(x);
		_exit(0);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	return WIFSIGNALED(status);
}

static void back_up_in_a_child(struct fixture *x)
{
	struct backup_manifest manifest;

	if (store_open(&x->s, &(struct store_opening){.path = x->scratch.file}, &x->f))
		make_backup(x, "one.backup", &fixture_key, &manifest);
}

static void restore_in_a_child(struct fixture *x)
{
	const char *kept;

	restore_backup(x, "one.backup", &fixture_key, &kept);
}

static void killed_in_a_back_up(void **state)
{
	struct fixture *x = *state;
	struct backup_manifest manifest;
	static struct steps steps;
	int killed = 0;

	save_agencies(x, 8);
	choose_steps(&steps, calls_of_a_back_up(x, 0));
	leave(x);
	for (int i = 0; i < steps.count; i++) {
		int after = steps.at[i];

		killed += is_killed_at(after, back_up_in_a_child, x);
		if (access(backup_path(x, "one.backup"), F_OK) == 0) {
			if (!backup_verify(backup_path(x, "one.backup"), &fixture_key, &x->mem, &manifest, &x->f))
				fail_msg("step %d: a half back-up: %s", after, x->f.message);
			assert_int_equal(unlink(backup_path(x, "one.backup")), 0);
		}
		assert_no_trace(x, "killed", after);
	}
	print_message("killed in a back-up: %d\n", killed);
	assert_true(killed > 8);
	open_again(x, "after all", 0);
	assert_case_file(x, 8, "after all", 0);
}

static void killed_in_a_restore(void **state)
{
	struct fixture *x = *state;
	static struct steps steps;
	int killed = 0, changed = 0;

	prepare_restore(x);
	choose_steps(&steps, calls_of_a_restore(x, 0));
	for (int i = 0; i <= steps.count; i++) {
		int after = i < steps.count ? steps.at[i] : CALLS_MOST; /* and not at all */
		int64_t found;

		killed += is_killed_at(after, restore_in_a_child, x);
		open_again(x, "killed", after);
		save_again(x, &found);
		if (found != 8 && found != 11)
			fail_msg("step %d: neither the one nor the other: %lld", after, (long long)found);
		changed += found == 8;
	}
	print_message("killed in a restore: %d\n", killed);
	assert_true(killed > 8);
	assert_true(changed > 0);
}

static int install(void **state)
{
	(void)state;
	fault_vfs_install();
	return 0;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_begin, fixture_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_back_up_that_fails_leaves_nothing),
		TEST(a_case_file_that_cannot_be_read_gets_no_back_up),
		TEST(a_restore_that_fails_changes_nothing),
		TEST(killed_in_a_back_up),
		TEST(killed_in_a_restore),
	};

	return cmocka_run_group_tests(tests, install, NULL);
}
