/* Closing a conference while the disk or the memory fails, or the program is killed: plans, outline plan, deadlines and
 * the conference itself are all as before or all as after, never between. */
#include "close_steps.h"
#include "sweep.h"

#include <signal.h>
#include <sys/wait.h>
#include <time.h>

enum { KILLS = 20 };

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
/* --- A day that is ready to be closed, again and again --- */

struct closing_day {
	struct sweep sweep;
	struct live_day day;
};

static bool close_it(struct sweep *x, struct fault *f)
{
	const struct live_day *day = x->what;

	return casework_live_close(x->fixture->cw, day->id, "said", f);
}

static struct closing_day a_closing_day(void **state)
{
	return (struct closing_day){.sweep = {.fixture = *state,
					      .parts = parts,
					      .count = sizeof parts / sizeof *parts,
					      .open = as_chair,
					      .act = close_it,
					      .every = 1,
					      .memory_steps = 50}};
}

/* An initial conference with a plan, a child in need, an adjourned child and a review that is narrowed. */
static void prepare(struct closing_day *x)
{
	struct casework_fixture *fixture = x->sweep.fixture;
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
	x->sweep.what = &x->day;
	sweep_begin(&x->sweep);
}

static void a_failing_disk(void **state)
{
	struct closing_day x = a_closing_day(state);

	prepare(&x);
	sweep_disks(&x.sweep);
	sweep_end(&x.sweep);
}

static void a_lack_of_memory(void **state)
{
	struct closing_day x = a_closing_day(state);

	prepare(&x);
	sweep_memory(&x.sweep);
	sweep_end(&x.sweep);
}

static void close_and_say(const struct closing_day *x, int acknowledge)
{
	const struct casework_opening how = {.path = x->sweep.fixture->path,
					     .config_folder = x->sweep.fixture->config,
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
	struct closing_day x = a_closing_day(state);
	int closed = 0;

	prepare(&x);
	for (int round = 0; round < KILLS; round++) {
		struct timespec nap = {.tv_nsec = round * 5000000L};
		struct looks now;
		int ends[2];
		pid_t child;
		char said;
		bool was_said;

		put_back(&x.sweep); /* closes it: an open file is never carried into a child */
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
		look(&x.sweep, &now);
		if (!are_same(&x.sweep, &now, was_said ? &x.sweep.after : &x.sweep.before) &&
		    !(!was_said && are_same(&x.sweep, &now, &x.sweep.after)))
			fail_msg("round %d: neither before nor after: %s", round, now.of[0]);
		closed += are_same(&x.sweep, &now, &x.sweep.after);
	}
	print_message("%d of %d closed before they were killed\n", closed, KILLS);
	as_chair(x.sweep.fixture);
	sweep_end(&x.sweep);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_failing_disk),
		TEST(a_lack_of_memory),
		TEST(killed),
	};
	return cmocka_run_group_tests(tests, sweep_install, NULL);
}
