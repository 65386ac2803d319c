/* Approving a disposal while the disk fails, or the program is killed: the record is all there or all gone, the log
 * verifies, and what could not be packed is packed later. */
#include "fault_vfs.h"
#include "retention_steps.h"
#include "store/audit.h"

#include <signal.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { FAULTS = 16, KILLS = 6 };

static const char *const parts[] = {
	"SELECT count(*) FROM family",
	"SELECT count(*) FROM person",
	"SELECT count(*) FROM plan",
	"SELECT count(*) FROM conference",
	"SELECT count(*) FROM letter",
	"SELECT count(*) FROM paper",
	"SELECT count(*) FROM draft",
	"SELECT count(*) FROM disposal",
	"SELECT count(*) FROM disposal WHERE state = 'done'",
	"SELECT count(*) FROM name_search",
	"SELECT sum(detail = '') FROM audit",
};
enum { PARTS = sizeof parts / sizeof *parts };

struct approving {
	struct casework_fixture *fixture;
	struct disposal_approval approval;
	char *bytes; /* of the file before */
	size_t size;
};

static void look(const char *path, int64_t out[PARTS])
{
	sqlite3 *db = NULL;

	assert_int_equal(sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE, "unix"), SQLITE_OK);
	for (size_t i = 0; i < PARTS; i++) {
		sqlite3_stmt *q = NULL;

		if (sqlite3_prepare_v2(db, parts[i], -1, &q, NULL) != SQLITE_OK || sqlite3_step(q) != SQLITE_ROW)
			fail_msg("%s: %s", sqlite3_errmsg(db), parts[i]);
		out[i] = sqlite3_column_int64(q, 0);
		sqlite3_finalize(q);
	}
	sqlite3_close(db);
}

static void keep_file(struct approving *x)
{
	FILE *file = fopen(x->fixture->path, "rb");
	struct stat is;

	assert_non_null(file);
	assert_int_equal(fstat(fileno(file), &is), 0);
	x->size = (size_t)is.st_size;
	x->bytes = malloc(x->size);
	assert_int_equal(fread(x->bytes, 1, x->size, file), x->size);
	fclose(file);
}

static void put_back(struct approving *x)
{
	FILE *file;

	casework_close(x->fixture->cw);
	x->fixture->cw = NULL;
	unlink(arena_printf(&x->fixture->mem, "%s-journal", x->fixture->path));
	file = fopen(x->fixture->path, "wb");
	assert_non_null(file);
	assert_int_equal(fwrite(x->bytes, 1, x->size, file), x->size);
	fclose(file);
	as_second_manager(x->fixture);
}

static bool approve(struct approving *x)
{
	struct disposal_outcome out;
	bool packed;

	return casework_disposal_approve(x->fixture->cw, &x->approval, &x->fixture->mem, &out, NULL) &&
	       casework_disposals_settle(x->fixture->cw, &packed, NULL);
}

/* All as before or all as after; then the next who looks packs what is still to be packed. */
static bool assert_whole(struct approving *x, const int64_t before[PARTS], const int64_t after[PARTS])
{
	struct casework_fixture *fixture = x->fixture;
	enum audit_verdict verdict;
	struct store *store;
	int64_t now[PARTS], seq, rows;
	bool is_done, packed;

	casework_fixture_reopen(fixture, FIXTURE_TODAY);
	look(fixture->path, now);
	is_done = now[8] == 1;
	for (size_t i = 0; i < PARTS; i++)
		if (now[i] != (is_done ? after : before)[i])
			fail_msg("%s: %lld, done %d", parts[i], (long long)now[i], is_done);
	MUST(store_open(&store, &(struct store_opening){.path = fixture->path, .read_only = true}, f));
	MUST(audit_verify(store, NULL, &verdict, &seq, &rows, f));
	store_close(store);
	assert_int_equal(verdict, AUDIT_SOUND);
	assert_int_equal(number(fixture, "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'"),
			 0);
	MUST(casework_disposals_settle(fixture->cw, &packed, f));
	assert_int_equal(number(fixture, "SELECT count(*) FROM disposal WHERE state = 'done' AND wiped_at IS NULL"), 0);
	return is_done;
}

static void prepare(struct approving *x, int64_t before[PARTS], int64_t after[PARTS], int *operations)
{
	struct old_family old = an_old_family(x->fixture);
	const struct fault_plan count_only = {.after = 1 << 30};
	bool failed;

	x->approval = (struct disposal_approval){proposed(x->fixture, &old), 1, old.reference, ""};
	as_second_manager(x->fixture);
	casework_close(x->fixture->cw);
	x->fixture->cw = NULL;
	keep_file(x);
	as_second_manager(x->fixture);
	look(x->fixture->path, before);
	fault_vfs_arm(&count_only);
	assert_true(approve(x));
	*operations = fault_vfs_disarm(&failed);
	look(x->fixture->path, after);
	assert_int_equal(after[8], 1);
	assert_true(*operations > FAULTS);
}

/* Every so many operations, so that the sweep is short; the last ones, where it is decided, one by one. */
static void a_disk_that_fails_leaves_all_or_nothing(void **state)
{
	struct approving x = {.fixture = *state};
	int64_t before[PARTS], after[PARTS];
	int operations, done = 0, step;

	prepare(&x, before, after, &operations);
	step = operations / FAULTS + 1;
	for (int at = 0; at < operations; at += step) {
		const struct fault_plan plan = {.after = at, .forever = at / step % 2 == 0};
		bool failed;

		put_back(&x);
		fault_vfs_arm(&plan);
		approve(&x);
		fault_vfs_disarm(&failed);
		assert_true(failed);
		done += assert_whole(&x, before, after);
	}
	assert_true(done > 0 && done < FAULTS + 1);
	free(x.bytes);
}

static void killed_in_the_middle_it_is_all_or_nothing(void **state)
{
	struct approving x = {.fixture = *state};
	int64_t before[PARTS], after[PARTS];
	int operations, done = 0;

	prepare(&x, before, after, &operations);
	for (int i = 0; i < KILLS; i++) {
		const struct timespec wait = {.tv_nsec = 1000000L * (2 + i * i * 6)};
		pid_t child;
		int status;

		put_back(&x);
		casework_close(x.fixture->cw);
		x.fixture->cw = NULL;
		child = fork(); /* with nothing open: the child opens the file for itself */
		if (child == 0) {
			as_second_manager(x.fixture);
			approve(&x);
			_exit(0);
		}
		assert_true(child > 0);
		nanosleep(&wait, NULL);
		kill(child, SIGKILL);
		assert_int_equal(waitpid(child, &status, 0), child);
		done += assert_whole(&x, before, after);
	}
	assert_true(done <= KILLS);
	free(x.bytes);
}

static int install(void **state)
{
	(void)state;
	fault_vfs_install();
	return 0;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, casework_fixture_setup, casework_fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_disk_that_fails_leaves_all_or_nothing),
		TEST(killed_in_the_middle_it_is_all_or_nothing),
	};

	return cmocka_run_group_tests(tests, install, NULL);
}
