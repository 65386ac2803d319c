/* Closing a conference while the disk or the memory fails, or the program is killed: plans, outline plan, deadlines and
 * the conference itself are all as before or all as after, never between. */
#include "close_steps.h"
#include "fault_vfs.h"

#include <signal.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { KILLS = 20, MEMORY_STEPS = 50 };

/* --- Memory: SQLite's own allocator, one call of it refused --- */

static struct {
	sqlite3_mem_methods real;
	bool armed;
	int counted, after;
} memory;

static bool memory_fails(void)
{
	return memory.armed && memory.counted++ == memory.after;
}

static void *failing_malloc(int bytes)
{
	return memory_fails() ? NULL : memory.real.xMalloc(bytes);
}

static void *failing_realloc(void *old, int bytes)
{
	return memory_fails() ? NULL : memory.real.xRealloc(old, bytes);
}

static int install(void **state)
{
	sqlite3_mem_methods ours;

	(void)state;
	sqlite3_config(SQLITE_CONFIG_GETMALLOC, &memory.real);
	ours = memory.real;
	ours.xMalloc = failing_malloc;
	ours.xRealloc = failing_realloc;
	if (sqlite3_config(SQLITE_CONFIG_MALLOC, &ours) != SQLITE_OK)
		return -1;
	fault_vfs_install();
	return 0;
}

/* --- What there is before and after --- */

/* Each is of another table that closing writes. */
static const char *const parts[] = {
	"SELECT group_concat(state || ' ' || version) FROM conference",
	"SELECT count(*) FROM conference_child",
	"SELECT count(*) FROM conference_change",
	"SELECT group_concat(person_id || category_latest || coalesce(ended_on, '')) FROM plan",
	"SELECT group_concat(coalesce(issued_on, '-')) FROM plan_version",
	"SELECT count(*) FROM plan_version_child",
	"SELECT group_concat(rule || state || due_on) FROM (SELECT * FROM deadline ORDER BY id)",
	"SELECT count(*) FROM deadline_child",
	"SELECT group_concat(closed_at > 0) FROM live_state",
	"SELECT last FROM reference_counter WHERE kind = 'P'",
	"SELECT count(*) FROM audit WHERE action <> 'sign-in'",
	"SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'",
};
enum { PARTS = sizeof parts / sizeof *parts };

struct looks {
	char of[PARTS][2000];
};

static void look(const char *path, struct looks *out)
{
	sqlite3 *db = NULL;

	assert_int_equal(sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE, "unix"), SQLITE_OK);
	for (size_t i = 0; i < PARTS; i++) {
		sqlite3_stmt *q = NULL;
		const unsigned char *text = NULL;

		if (sqlite3_prepare_v2(db, parts[i], -1, &q, NULL) != SQLITE_OK)
			fail_msg("%s: %s", sqlite3_errmsg(db), parts[i]);
		if (sqlite3_step(q) == SQLITE_ROW)
			text = sqlite3_column_text(q, 0);
		snprintf(out->of[i], sizeof out->of[i], "%s", text ? (const char *)text : "");
		sqlite3_finalize(q);
	}
	sqlite3_close(db);
}

static bool are_same(const struct looks *a, const struct looks *b)
{
	for (size_t i = 0; i < PARTS; i++)
		if (strcmp(a->of[i], b->of[i]) != 0)
			return false;
	return true;
}

/* --- A day that is ready to be closed, again and again --- */

struct closing_day {
	struct casework_fixture *fixture;
	struct live_day day;
	struct looks before, after;
	char *bytes; /* of the file before */
	size_t size;
};

static void keep_file(struct closing_day *x)
{
	struct stat is;
	FILE *file;

	assert_int_equal(stat(x->fixture->path, &is), 0);
	x->size = (size_t)is.st_size;
	x->bytes = malloc(x->size);
	file = fopen(x->fixture->path, "rb");
	assert_non_null(file);
	assert_int_equal(fread(x->bytes, 1, x->size, file), x->size);
	fclose(file);
}

static void put_back(struct closing_day *x)
{
	char path[120];
	FILE *file;

	casework_close(x->fixture->cw);
	x->fixture->cw = NULL;
	for (size_t i = 0; i < 3; i++) {
		static const char *const beside[] = {"-journal", "-wal", "-shm"};

		snprintf(path, sizeof path, "%s%s", x->fixture->path, beside[i]);
		unlink(path);
	}
	file = fopen(x->fixture->path, "wb");
	assert_non_null(file);
	assert_int_equal(fwrite(x->bytes, 1, x->size, file), x->size);
	fclose(file);
}

static void open_chair(struct closing_day *x)
{
	as_chair(x->fixture);
}

/* An initial conference with a plan, a child in need, an adjourned child and a review that is narrowed. */
static void prepare(struct closing_day *x)
{
	struct casework_fixture *fixture = x->fixture;
	struct child_decision need, later;
	int64_t all[3];

	x->day = a_started_day(fixture);
	make_quorate(fixture, &x->day);
	as_chair(fixture);
	need = a_plan_for(&x->day, x->day.chidi, CATEGORY_NEGLECT);
	need.outcome = OUTCOME_CHILD_IN_NEED;
	later = a_plan_for(&x->day, x->day.skye, CATEGORY_NEGLECT);
	later.outcome = OUTCOME_ADJOURNED;
	decides(fixture, a_plan_for(&x->day, x->day.ada, CATEGORY_NEGLECT));
	decides(fixture, need);
	decides(fixture, later);
	write_plan(fixture, &x->day);
	name_core_group(fixture, &x->day, "2026-04-09", "");
	all[0] = x->day.ada;
	all[1] = x->day.chidi;
	all[2] = x->day.skye;
	book_next_review(fixture, &x->day, "C-0900", "2026-06-24", all, 3);
	casework_close(fixture->cw);
	fixture->cw = NULL;
	keep_file(x);
	look(fixture->path, &x->before);
	open_chair(x);
	MUST(casework_live_close(fixture->cw, x->day.id, "said", f));
	look(fixture->path, &x->after);
	assert_false(are_same(&x->before, &x->after));
	put_back(x);
	open_chair(x);
}

static void finish(struct closing_day *x)
{
	free(x->bytes);
}

/* Whatever was said is so; true when the file was put back. */
static void assert_whole(struct closing_day *x, bool saved, const struct fault *why, const char *when, int step)
{
	struct looks now;
	bool uncertain = !saved && strstr(why->message, "may or may not") != NULL;

	if (!saved && !why->message[0])
		fail_msg("%s, step %d: failed without a word", when, step);
	if (!casework_is_at_rest(x->fixture->cw))
		fail_msg("%s, step %d: something is left open", when, step);
	look(x->fixture->path, &now);
	if (uncertain)
		saved = are_same(&now, &x->after);
	for (size_t i = 0; i < PARTS; i++)
		if (strcmp(now.of[i], (saved ? &x->after : &x->before)->of[i]) != 0)
			fail_msg("%s, step %d, %s: \"%s\" gives %s [%s]", when, step, saved ? "closed" : "not closed",
				 parts[i], now.of[i], why->message);
	if (saved) {
		put_back(x);
		open_chair(x);
	}
}

static void sweep_disk(struct closing_day *x, const char *when, struct fault_plan plan)
{
	bool failed = true;

	for (plan.after = 0; failed; plan.after++) {
		struct fault why = {0};
		bool saved;

		fault_vfs_arm(&plan);
		saved = casework_live_close(x->fixture->cw, x->day.id, "said", &why);
		fault_vfs_disarm(&failed);
		assert_whole(x, saved, &why, when, plan.after);
	}
	assert_true(plan.after > 10); /* it did get in the way */
}

static void a_failing_disk(void **state)
{
	struct closing_day x = {.fixture = *state};

	prepare(&x);
	sweep_disk(&x, "one I/O error", (struct fault_plan){.forever = false});
	sweep_disk(&x, "I/O errors from then on", (struct fault_plan){.forever = true});
	sweep_disk(&x, "full once", (struct fault_plan){.result = SQLITE_FULL});
	finish(&x);
}

/* So many calls that every one would take minutes: the same share of them at each stage, another first one each time
 * would only try neighbours. */
static void a_lack_of_memory(void **state)
{
	struct closing_day x = {.fixture = *state};
	struct fault why = {0};
	int calls, stride;

	prepare(&x);
	memory.after = -1;
	memory.counted = 0;
	memory.armed = true;
	assert_true(casework_live_close(x.fixture->cw, x.day.id, "said", &why));
	memory.armed = false;
	calls = memory.counted;
	put_back(&x);
	open_chair(&x);
	stride = calls / MEMORY_STEPS + 1;
	for (int after = 0; after < calls; after += stride) {
		bool saved;

		why = (struct fault){0};
		memory.after = after;
		memory.counted = 0;
		memory.armed = true;
		saved = casework_live_close(x.fixture->cw, x.day.id, "said", &why);
		memory.armed = false;
		assert_whole(&x, saved, &why, "memory", after);
	}
	print_message("%d calls, every %dth\n", calls, stride);
	finish(&x);
}

static void close_and_say(const struct closing_day *x, int acknowledge)
{
	const struct casework_opening how = {.path = x->fixture->path,
					     .config_folder = x->fixture->config,
					     .today = date_from_iso(FIXTURE_TODAY),
					     .user = "chair"};
	struct casework *cw = NULL;
	struct fault why = {0};

	if (!casework_open(&cw, &how, &why) || write(acknowledge, "o", 1) != 1 ||
	    !casework_live_close(cw, x->day.id, "said", &why))
		_exit(1);
	_exit(write(acknowledge, "x", 1) != 1);
}

/* At a moment of its own each time; what was acknowledged is there. */
static void killed(void **state)
{
	struct closing_day x = {.fixture = *state};
	int closed = 0;

	prepare(&x);
	for (int round = 0; round < KILLS; round++) {
		struct timespec nap = {.tv_nsec = round * 5000000L};
		struct looks now;
		int ends[2];
		pid_t child;
		char said;
		bool was_said;

		put_back(&x); /* closes it: an open file is never carried into a child */
		assert_int_equal(pipe(ends), 0);
		child = fork();
		if (child == 0)
			close_and_say(&x, ends[1]);
		close(ends[1]);
		assert_int_equal(read(ends[0], &said, 1), 1); /* opened */
		nanosleep(&nap, NULL);
		kill(child, SIGKILL);
		waitpid(child, NULL, 0);
		was_said = read(ends[0], &said, 1) == 1;
		close(ends[0]);
		look(x.fixture->path, &now);
		if (!are_same(&now, was_said ? &x.after : &x.before) && !(!was_said && are_same(&now, &x.after)))
			fail_msg("round %d: neither before nor after: %s", round, now.of[0]);
		closed += are_same(&now, &x.after);
	}
	print_message("%d of %d closed before they were killed\n", closed, KILLS);
	open_chair(&x);
	finish(&x);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_failing_disk),
		TEST(a_lack_of_memory),
		TEST(killed),
	};
	return cmocka_run_group_tests(tests, install, NULL);
}
