/* Every verb of casework with the disk failing or full, the memory refused or the program killed at each step: all of
 * it is there or nothing is, what was confirmed is there, and a failure is said in a sentence. */
#include "fault_memory.h"
#include "fault_vfs.h"
#include "store/audit.h"
#include "verb_day.h"

#include <limits.h>
#include <sys/wait.h>

/* In the short form one verb in so many is tried, and each at so many steps; in the long form each at each. */
enum { NEVER = INT_MAX, ONE_IN = 5, FEW = 2, PREPARING = 100, WARM = 5000 };

static int install(void **state)
{
	(void)state;
	if (!fault_memory_install())
		return -1;
	fault_vfs_install();
	return 0;
}

/* The next step of so many in all: in the long form each, in the short a few, not the same of each verb. */
static int next_of(int step, int total)
{
	return soak_is_long() ? step + 1 : step + sweep_prime_from(total / FEW + 1);
}

static int first_of(size_t verb, int total)
{
	return soak_is_long() || total < 2 ? 0 : (int)(verb * 7) % (total / 2);
}

/* How many operations it takes, and what the file looks like then. Of memory none, where the test itself asks in the
 * file too: to ask past a verb that fails is no part of it. */
static int run_whole(struct verb_day *day, size_t verb, int *memory)
{
	struct fault why;
	unsigned saves;
	int total, asked = casework_fixture_questions();

	put_back(day);
	saves = saves_of(day);
	open_for(day, verb);
	fault_vfs_arm(&(struct fault_plan){.after = NEVER});
	fault_memory_arm(NEVER, false);
	if (!run_verb(day, verb, &why))
		fail_msg("%s: %s [%s]", calls[verb].name, why.message, why.detail);
	*memory = fault_memory_disarm();
	if (casework_fixture_questions() != asked)
		*memory = 0;
	total = fault_vfs_disarm(NULL);
	take_shape(day, day->outside, &day->after);
	close_day(day);
	saves = saves_of(day) - saves - day->signing_in;
	day->is_several = saves > 1;
	if (day->is_several)
		print_message("%s: %u saves\n", calls[verb].name, saves);
	begin_again(day, verb);
	return total;
}

/* Of several verbs the first may be done; the file is sound all the same. */
static bool is_between(const struct verb_day *day, bool saved, const struct shape *now)
{
	return day->is_several && !saved && strchr(now->text, ':');
}

/* The end of the save failed: it may have been made. */
static bool is_unsure(const struct fault *why)
{
	return strstr(why->message, "may or may not") != NULL;
}

static void assert_is_as_said(struct verb_day *day, size_t verb, bool saved, const struct fault *why, const char *when,
			      int step)
{
	bool uncertain = !saved && is_unsure(why);
	const struct shape *fits;
	struct shape now;

	take_shape(day, day->outside, &now);
	if (uncertain)
		saved = is_shape(&now, &day->after);
	fits = saved ? &day->after : &day->before;
	if (!is_between(day, saved, &now) && !is_shape(&now, fits))
		fail_msg("%s, %s, step %d, said %s: %s [%s]\n%s\n%s", calls[verb].name, when, step,
			 saved ? "saved" : "not saved", why->message, why->detail, now.text, fits->text);
	if (!is_shape(&now, &day->before))
		begin_again(day, verb);
}

static void assert_whole(struct verb_day *day, size_t verb, bool saved, const struct fault *why, const char *when,
			 int step)
{
	if (!saved && (!why->message[0] || why->code == FAULT_NONE))
		fail_msg("%s, %s, step %d: failed without a word", calls[verb].name, when, step);
	if (!saved && calls[verb].looks && strstr(why->message, "nothing was saved"))
		fail_msg("%s, %s, step %d: who only looked is told of a save: %s", calls[verb].name, when, step,
			 why->message);
	casework_changed_elsewhere(day->fixture->cw); /* as every second, once there is memory again */
	if (!casework_is_at_rest(day->fixture->cw))
		fail_msg("%s, %s, step %d: something is left open", calls[verb].name, when, step);
	if (saved || !is_untouched(day))
		assert_is_as_said(day, verb, saved, why, when, step);
}

static const struct {
	const char *when;
	struct fault_plan plan;
} ways[] = {
	{"one I/O error", {0}},
	{"a full disk", {.forever = true, .result = SQLITE_FULL}},
	{"I/O errors from then on", {.forever = true}},
	{"full once", {.result = SQLITE_FULL}},
};
enum { WAYS = sizeof ways / sizeof *ways };

static void fail_disk_at(struct verb_day *day, size_t verb, const struct fault_plan *plan, const char *when,
			 bool *failed)
{
	struct fault why;
	bool saved;

	fault_vfs_arm(plan);
	saved = run_verb(day, verb, &why);
	fault_vfs_disarm(failed);
	assert_whole(day, verb, saved, &why, when, plan->after);
}

/* In the long form each step in each way, in the short each in one. */
static int sweep_disk(struct verb_day *day, size_t verb, int total)
{
	int tried = 0, way = (int)verb % WAYS;

	for (int step = first_of(verb, total); step < total; step = next_of(step, total))
		for (int i = 0; i < soak_times(WAYS, 1); i++, tried++, way = (way + 1) % WAYS) {
			struct fault_plan plan = ways[way].plan;

			plan.after = step;
			fail_disk_at(day, verb, &plan, ways[way].when, NULL);
		}
	return tried;
}

/* What is read from the disk, too, ever further apart, until nothing fails. */
static int sweep_reading(struct verb_day *day, size_t verb)
{
	int tried = 0;
	bool failed = true;

	for (int step = 0; failed && (soak_is_long() || tried < 1); step += 1 + step / 8, tried += failed) {
		begin_again(day, verb); /* with nothing read yet */
		fail_disk_at(day, verb, &(struct fault_plan){.after = step, .reads = true}, "one read", &failed);
	}
	return tried;
}

static bool fail_memory_at(struct verb_day *day, size_t verb, int step, int *failures)
{
	struct fault why;
	bool saved;

	fault_memory_arm(step, (step + (int)verb) % 2);
	saved = run_verb(day, verb, &why);
	*failures += fault_memory_disarm() > step;
	assert_whole(day, verb, saved, &why, "memory", step);
	return saved;
}

/* The file as it was, and every statement of the verb prepared: it is run until the last failure of the disk that
 * undoes it. How often memory is asked for then. */
static int warm_up(struct verb_day *day, size_t verb, int total)
{
	struct fault_plan late = {.after = total};
	struct fault why;
	bool undone = is_shape(&day->before, &day->after);

	while (!undone && late.after-- > 0) {
		begin_again(day, verb);
		fault_vfs_arm(&late);
		undone = !run_verb(day, verb, &why) && !is_unsure(&why);
		fault_vfs_disarm(NULL);
	}
	casework_changed_elsewhere(day->fixture->cw);
	if (late.after < total)
		fault_vfs_arm(&late);
	fault_memory_arm(NEVER, false);
	run_verb(day, verb, &why);
	fault_vfs_disarm(NULL);
	casework_changed_elsewhere(day->fixture->cw);
	return fault_memory_disarm();
}

/* SQLite's own sqlite3changeset_apply (3.40) frees what it never had when it is refused memory for the columns of a
 * wider table than the one before: nothing of ours stands between. */
static bool falls_by_itself(size_t verb)
{
	return strcmp(calls[verb].name, "casework_merge_undo") == 0;
}

/* Most memory is asked for by SQLite while it prepares a statement, whatever the statement: a hundred of those. Of what
 * is asked for once they are prepared, each in the long form. */
static int sweep_memory(struct verb_day *day, size_t verb, int total, int total_of_disk)
{
	int failures = 0, stride = sweep_prime_from(total / soak_times(PREPARING, FEW) + 1), warm;

	if (!total || falls_by_itself(verb))
		return 0;
	for (int step = first_of(verb, total); step < total; step += stride) {
		if (soak_is_long())
			begin_again(day, verb); /* with nothing prepared yet */
		fail_memory_at(day, verb, step, &failures);
	}
	warm = soak_is_long() ? warm_up(day, verb, total_of_disk) : 0;
	for (int step = 0; step < warm; step += sweep_prime_from(warm / WARM))
		if (fail_memory_at(day, verb, step, &failures) && !is_shape(&day->before, &day->after))
			warm_up(day, verb, total_of_disk);
	return failures;
}

static void no_failure_leaves_half(void **state)
{
	static struct verb_day day;
	int verbs = 0, disk = 0, reading = 0, memory = 0;

	begin_day(&day, *state);
	for (size_t verb = 0; verb < CALL_COUNT; verb++) {
		int calls_of_memory, total;

		if (!verb_is_tried(verb, ONE_IN))
			continue;
		if (soak_is_long()) { /* where it stands, should it fall */
			print_message("%s\n", calls[verb].name);
			fflush(stdout);
		}
		total = run_whole(&day, verb, &calls_of_memory);
		disk += sweep_disk(&day, verb, total);
		if (calls_of_memory)
			reading += sweep_reading(&day, verb);
		memory += sweep_memory(&day, verb, calls_of_memory, total);
		verbs++;
	}
	print_message("%d verbs, %d failures of the disk, %d of reading, %d of memory: none left half\n", verbs, disk,
		      reading, memory);
	end_day(&day);
}

/* In the short form those that only look are not swept: their first step on a full disk and without memory is tried. */
static void who_only_looks_is_told_nothing_of_a_save(void **state)
{
	static struct verb_day day;
	int verbs = 0, failures = 0;

	begin_day(&day, *state);
	for (size_t verb = 0; verb < CALL_COUNT; verb++) {
		bool failed = false;
		int memory;

		if (verb_changes(verb))
			continue;
		run_whole(&day, verb, &memory);
		fail_disk_at(&day, verb, &(struct fault_plan){.forever = true, .result = SQLITE_FULL}, "a full disk",
			     &failed);
		failures += failed;
		if (memory)
			fail_memory_at(&day, verb, 0, &failures);
		verbs++;
	}
	print_message("%d verbs that only look: %d failures, none speaks of a save\n", verbs, failures);
	assert_true(failures > verbs);
	end_day(&day);
}

/* --- Killed --- */

/* Says so once the verb has said that it is done; dies at the step, or after having said so. */
static void work_until_killed(struct verb_day *day, size_t verb, int step, int say)
{
	struct fault why;

	open_for(day, verb);
	fault_vfs_arm(&(struct fault_plan){.after = step, .kills = true});
	if (run_verb(day, verb, &why) && write(say, "x", 1) == 1)
		kill(getpid(), SIGKILL);
	_exit(1);
}

static bool is_confirmed_by_killed(struct verb_day *day, size_t verb, int step)
{
	int ends[2], status = 0;
	pid_t child;
	bool said;
	char byte;

	assert_int_equal(pipe(ends), 0);
	child = fork();
	assert_true(child >= 0);
	if (child == 0)
		work_until_killed(day, verb, step, ends[1]);
	close(ends[1]);
	said = read(ends[0], &byte, 1) == 1;
	close(ends[0]);
	assert_int_equal(waitpid(child, &status, 0), child);
	if (!WIFSIGNALED(status) || WTERMSIG(status) != SIGKILL)
		fail_msg("%s, step %d: ended by itself", calls[verb].name, step);
	return said;
}

static void assert_chain(struct verb_day *day, const char *name)
{
	enum audit_verdict verdict;
	struct store *s = NULL;
	int64_t bad, rows;

	MUST(store_open(&s, &(struct store_opening){.path = day->fixture->path, .read_only = true}, f));
	MUST(audit_verify(s, NULL, &verdict, &bad, &rows, f));
	store_close(s);
	if (verdict != AUDIT_SOUND)
		fail_msg("%s: the chain is broken at %lld", name, (long long)bad);
}

static void kill_at(struct verb_day *day, size_t verb, int step, int *confirmed)
{
	struct shape now;
	bool said;

	put_back(day);
	said = is_confirmed_by_killed(day, verb, step);
	take_shape(day, day->outside, &now);
	if (!is_between(day, said, &now) && !is_shape(&now, &day->after) && (said || !is_shape(&now, &day->before)))
		fail_msg("%s, killed at step %d, %sconfirmed: %s", calls[verb].name, step, said ? "" : "not ",
			 now.text);
	assert_chain(day, calls[verb].name);
	*confirmed += said;
}

/* In the long form at each step. */
static int kill_everywhere(struct verb_day *day, size_t verb, int total, int *confirmed)
{
	int kills = 0;

	for (int step = soak_is_long() ? 0 : (int)verb % (total + 1); step <= total;
	     step += soak_is_long() ? 1 : total + 1, kills++)
		kill_at(day, verb, step, confirmed);
	kill_at(day, verb, NEVER, confirmed);
	return kills + 1;
}

static void what_was_confirmed_outlives_a_kill(void **state)
{
	static struct verb_day day;
	int kills = 0, confirmed = 0;

	begin_day(&day, *state);
	for (size_t verb = 0; verb < CALL_COUNT; verb++) {
		int memory, total;

		if (!verb_is_tried(verb, ONE_IN))
			continue;
		total = run_whole(&day, verb, &memory);
		kills += kill_everywhere(&day, verb, total, &confirmed);
	}
	print_message("%d kills, %d confirmed saves, none lost\n", kills, confirmed);
	assert_true(confirmed > 0 && confirmed < kills);
	end_day(&day);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(no_failure_leaves_half),
		FIXTURE_TEST(who_only_looks_is_told_nothing_of_a_save),
		FIXTURE_TEST(what_was_confirmed_outlives_a_kill),
	};
	return cmocka_run_group_tests(tests, install, NULL);
}
