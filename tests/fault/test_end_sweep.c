/* Ending a plan outside a review, and writing its letters, while the disk or the memory fails: all or nothing. */
#include "casework/notices.h"
#include "plan_end_steps.h"
#include "sweep.h"

/* Each is of another table that ending a plan, or writing what follows from it, changes. */
static const char *const parts[] = {
	"SELECT group_concat(person_id || end_reason || coalesce(ended_on, '')) FROM plan",
	"SELECT group_concat(reason || state) FROM plan_ending",
	"SELECT count(*) FROM plan_ending_plan",
	"SELECT count(*) FROM plan_ending_step",
	"SELECT group_concat(rule || state || due_on) FROM (SELECT * FROM deadline ORDER BY id)",
	"SELECT count(*) FROM deadline_child",
	"SELECT group_concat(reference || state || version) FROM conference",
	"SELECT count(*) FROM conference_child",
	"SELECT count(*) FROM conference_change",
	"SELECT group_concat(state || day) FROM core_group_meeting",
	"SELECT group_concat(coalesce(died_on, '-')) FROM person",
	"SELECT count(*) FROM loss",
	"SELECT group_concat(recipient || subject) FROM letter",
	"SELECT count(*) FROM enclosure",
	"SELECT group_concat(state || method) FROM delivery",
	"SELECT group_concat(kind || reader) FROM notice",
	"SELECT group_concat(kind || last) FROM reference_counter",
	"SELECT count(*) FROM audit WHERE action <> 'sign-in'",
	"SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'",
};

static void open_later(struct casework_fixture *fixture)
{
	casework_fixture_reopen(fixture, THREE_WEEKS_LATER);
}

/* Of the last child on a plan: review and core group go with it. */
static bool end_both(struct sweep *x, struct fault *f)
{
	const struct live_day *day = x->what;
	struct plan_end_request request = an_end(day->ada, PLAN_END_ABROAD, "2026-04-15");
	int64_t ending;

	request.all_of_family = true;
	return casework_plan_end(x->fixture->cw, &request, &x->fixture->mem, &ending, f);
}

static bool write_letters(struct sweep *x, struct fault *f)
{
	const int64_t *ending = x->what;
	size_t written;

	return casework_notice_send(x->fixture->cw, NOTICE_PLAN_ENDED_AGENCY, *ending, NULL, 0, &written, f);
}

static struct sweep a_sweep(void **state, bool (*act)(struct sweep *x, struct fault *f), const void *what)
{
	return (struct sweep){.fixture = *state,
			      .parts = parts,
			      .count = sizeof parts / sizeof *parts,
			      .open = open_later,
			      .act = act,
			      .what = what,
			      .every = 4,
			      .memory_steps = 15};
}

static void an_ending(void **state)
{
	struct live_day day = two_sisters_on_plans(*state);
	struct sweep x = a_sweep(state, end_both, &day);

	sweep_begin(&x);
	sweep_disks(&x);
	sweep_memory(&x);
	sweep_end(&x);
}

static void its_letters(void **state)
{
	struct live_day day = two_sisters_on_plans(*state);
	struct plan_end_request request = an_end(day.ada, PLAN_END_ABROAD, "2026-04-15");
	const int64_t ending = ended(*state, &request);
	struct sweep x = a_sweep(state, write_letters, &ending);

	sweep_begin(&x);
	sweep_disks(&x);
	sweep_memory(&x);
	sweep_end(&x);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(an_ending),
		FIXTURE_TEST(its_letters),
	};
	return cmocka_run_group_tests(tests, sweep_install, NULL);
}
