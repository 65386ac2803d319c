/* Any history of a core group: whatever is booked, held, missed, moved, cancelled or taken back, while plans begin and
 * end, reviews are held and complaints bring them forward, each open plan is owed exactly one core group, counted from
 * the last that was held. */
#include "casework/complaints.h"
#include "core_group_steps.h"
#include "deadline_keeping.h"
#include "store/plan_store.h"

enum { HISTORIES = 250, STEPS = 30 };

struct history {
	struct casework_fixture *fixture;
	struct casework *cw;
	int64_t family, child[3], conference, acts;
	struct arena mem;
	unsigned seed, began;
	const char *last; /* what was done last */
};

static unsigned drawn(struct history *h, unsigned below)
{
	h->seed = h->seed * 1103515245u + 12345u;
	return (h->seed >> 16) % below;
}

/* Inside the transaction that is given up at the end of each history. */
static int64_t asked(struct history *h, const struct statement *q)
{
	struct fault f = {0};
	const struct parameter all[] = {PARAMETER_ID("family", h->family), PARAMETER_DAY("today", h->cw->today),
					PARAMETER_ID("conference", h->conference)};
	struct parameter named[4] = {PARAMETER_END, PARAMETER_END, PARAMETER_END, PARAMETER_END};
	size_t count = 0;
	int64_t out;

	for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
		char name[16];

		snprintf(name, sizeof name, ":%s", all[i].name);
		if (strstr(q->sql, name))
			named[count++] = all[i];
	}
	if (!store_select_number(h->cw->store, q, named, -1, &out, &f))
		fail_msg("%s (%s)", f.message, f.detail);
	return out;
}

/* --- What happens --- */

static struct core_group_meeting some_meeting(struct history *h)
{
	struct core_group_page page;
	struct core_group_meeting one = core_group_meeting_blank();

	if (casework_core_group_again(h->cw, h->family, &h->mem, &page, NULL) && page.meetings.count)
		one = page.meetings.items[drawn(h, (unsigned)page.meetings.count)];
	return one;
}

static struct core_group_meeting some_day(struct history *h)
{
	struct core_group_meeting one = core_group_meeting_blank();

	one.day = h->cw->today + (day_number)drawn(h, 70) - 15;
	one.late_reason = "x";
	return one;
}

static bool books(struct history *h)
{
	struct core_group_meeting one = some_day(h);

	return casework_core_group_book(h->cw, h->family, &one, NULL);
}

static bool lays_a_run(struct history *h)
{
	const struct core_group_meeting one = some_day(h);
	size_t booked;

	return casework_core_group_run(h->cw, h->family, &one, &booked, NULL);
}

static bool holds(struct history *h)
{
	struct core_group_meeting one = some_meeting(h);

	return casework_core_group_held(h->cw, h->family, &one, NULL, 0, NULL);
}

static bool holds_another_day(struct history *h)
{
	struct core_group_meeting one = drawn(h, 2) ? some_meeting(h) : core_group_meeting_blank();

	one.day = h->cw->today - (day_number)drawn(h, 12);
	return casework_core_group_held(h->cw, h->family, &one, NULL, 0, NULL);
}

static bool misses(struct history *h)
{
	const struct core_group_meeting one = some_meeting(h);

	return casework_core_group_missed(h->cw, h->family, one.id, one.version, "x", NULL);
}

static bool moves(struct history *h)
{
	struct core_group_meeting one = some_meeting(h);

	one.day += (day_number)drawn(h, 20) - 10;
	one.moved_why = one.late_reason = "x";
	return one.id && casework_core_group_book(h->cw, h->family, &one, NULL);
}

static bool cancels(struct history *h)
{
	const struct core_group_meeting one = some_meeting(h);

	return casework_core_group_cancel(h->cw, h->family, one.id, one.version, "x", "x", NULL);
}

static bool takes_back(struct history *h)
{
	const struct core_group_meeting one = some_meeting(h);
	struct core_group_meeting again;

	return casework_core_group_undo(h->cw, h->family, one.id, one.version, "x", &again, NULL);
}

static bool plan_of(struct history *h, int64_t child, struct plan *out)
{
	struct plan_list plans;

	if (!plans_of_person(h->cw->store, child, &h->mem, &plans, NULL) || !plans.count ||
	    plans.items[0].ended_on != DAY_NONE)
		return false;
	*out = plans.items[0];
	return true;
}

static bool ends_a_plan(struct history *h)
{
	struct plan plan;

	if (drawn(h, 3) || !plan_of(h, h->child[drawn(h, 3)], &plan) || plan.started_on > h->cw->today)
		return false;
	plan.ended_on = h->cw->today;
	plan.end_reason = "risk_reduced";
	return plan_save(h->cw->store, &plan, NULL) && deadlines_of_plan(h->cw, plan.id, false, NULL);
}

/* A brother's or sister's, at a conference of today; or one that another authority kept till now. */
static bool begins_a_plan(struct history *h)
{
	struct plan plan = {.person_id = h->child[drawn(h, 3)],
			    .family_id = h->family,
			    .conference_id = h->conference,
			    .started_on = h->cw->today,
			    .ended_on = DAY_NONE,
			    .end_reason = "",
			    .category_initial = CATEGORY_NEGLECT,
			    .category_latest = CATEGORY_NEGLECT};
	bool is_from_elsewhere = drawn(h, 3) == 0;

	if (plan_of(h, plan.person_id, &plan))
		return false;
	if (is_from_elsewhere) {
		plan.conference_id = 0;
		plan.started_on = h->cw->today - (day_number)drawn(h, 200);
	}
	return plan_insert(h->cw->store, &plan, &h->mem, NULL) &&
	       deadlines_of_plan(h->cw, plan.id, !is_from_elsewhere, NULL);
}

/* Names the group anew, which takes along what is booked. */
static bool review_is_held(struct history *h)
{
	static const struct statement add = {
		"INSERT INTO conference (reference, family_id, earlier_id, type, state, source, policy, requested_on,"
		" held_on) SELECT 'C-1' || (SELECT count(*) FROM conference), :family, :conference, 'review', 'closed',"
		" 'request', 'p', :today, :today RETURNING id",
		true};
	static const struct statement group_id = {
		"INSERT INTO core_group (family_id, conference_id) VALUES (:family, (SELECT max(id) FROM conference))"
		" RETURNING id",
		true};
	static const struct statement taken = {
		"UPDATE core_group_meeting SET core_group_id = (SELECT max(id) FROM core_group) WHERE state = 'booked'"
		" AND core_group_id IN (SELECT id FROM core_group WHERE family_id = :family) AND day > :today RETURNING"
		" 1",
		true};
	static const struct statement child = {
		"INSERT INTO conference_child SELECT max(c.id), p.person_id FROM conference AS c, plan AS p WHERE"
		" p.family_id = :family AND p.ended_on IS NULL GROUP BY p.person_id RETURNING 1",
		true};
	bool any = false;

	asked(h, &add);
	asked(h, &child);
	if (drawn(h, 2)) {
		asked(h, &group_id);
		asked(h, &taken);
	}
	for (int i = 0; i < 3; i++) {
		struct plan plan;

		if (plan_of(h, h->child[i], &plan))
			any = deadlines_of_plan(h->cw, plan.id, false, NULL);
	}
	return any;
}

static bool complaint_brings_review_forward(struct history *h)
{
	struct complaint c = complaint_blank();
	int64_t second;
	struct complaint_settlement how = {.outcome = COMPLAINT_OUTCOME_REVIEW_FORWARD, .on = DAY_NONE};

	c.conference_id = h->conference;
	c.who = "Amelia Okonkwo";
	c.as = COMPLAINANT_PARENT;
	c.ground = GROUND_PROCEDURE;
	c.words = c.late_reason = "x";
	if (!casework_complaint_register(h->cw, &c, &h->mem, NULL))
		return false;
	how.complaint_id = c.id;
	how.version = c.version;
	how.review_by = h->cw->today + (day_number)drawn(h, 40);
	how.words = "x";
	return casework_complaint_settle(h->cw, &how, &h->mem, &second, NULL);
}

static const struct {
	const char *name;
	bool (*does)(struct history *h);
} acts[] = {
	{"book", books},
	{"run", lays_a_run},
	{"held", holds},
	{"held", holds},
	{"held another day", holds_another_day},
	{"missed", misses},
	{"move", moves},
	{"cancel", cancels},
	{"undo", takes_back},
	{"undo", takes_back},
	{"plan ends", ends_a_plan},
	{"plan begins", begins_a_plan},
	{"review", review_is_held},
	{"complaint", complaint_brings_review_forward},
};
enum { ACT_COUNT = sizeof acts / sizeof *acts };

/* --- What is always so --- */

#define OWED                                                                                                           \
	"FROM deadline AS d WHERE d.subject_kind = 'plan' AND d.subject_id = p.id AND d.state = 'open' AND d.rule IN"  \
	" ('core_group.first', 'core_group.next')"
#define LAST_HELD                                                                                                      \
	"(SELECT max(m.day) FROM core_group AS g JOIN core_group_meeting AS m ON m.core_group_id = g.id WHERE"         \
	" g.family_id = p.family_id AND m.state = 'held')"

static void assert_always(struct history *h)
{
	static const struct statement unlike_one = {"SELECT count(*) FROM plan AS p WHERE p.family_id = :family AND "
						    "(p.ended_on IS NULL) <> (SELECT count(*) " OWED ")",
						    false};
	static const struct statement wrong_next = {
		"SELECT count(*) FROM plan AS p JOIN deadline AS d ON d.subject_kind = 'plan' AND d.subject_id = p.id "
		"AND"
		" d.state = 'open' WHERE p.family_id = :family AND d.rule IN ('core_group.first', 'core_group.next') "
		"AND"
		" CASE WHEN " LAST_HELD
		" >= p.started_on THEN d.rule <> 'core_group.next' OR d.trigger_on <> " LAST_HELD
		" OR d.due_on <> date(d.trigger_on, '+42 days') WHEN p.conference_id IS NOT NULL THEN d.rule <>"
		" 'core_group.first' ELSE 0 END",
		false};
	static const struct statement twice = {
		"SELECT count(*) - count(DISTINCT m.day) FROM core_group AS g JOIN core_group_meeting AS m ON"
		" m.core_group_id = g.id WHERE g.family_id = :family AND m.state IN ('held', 'booked')",
		false};

	if (asked(h, &unlike_one) != 0)
		fail_msg("history %u, after %s: a plan is owed none or two", h->began, h->last);
	if (asked(h, &wrong_next) != 0)
		fail_msg("history %u, after %s: what is owed counts from the wrong day", h->began, h->last);
	if (asked(h, &twice) != 0)
		fail_msg("history %u, after %s: two meetings on one day", h->began, h->last);
}

static void live_through(struct history *h)
{
	struct fault f = {0};

	h->began = h->seed;
	h->cw->today = date_from_iso("2026-04-01");
	if (!work_open(h->cw, &f))
		fail_msg("%s", f.message);
	for (int step = 0; step < STEPS; step++) {
		size_t act = drawn(h, ACT_COUNT);

		arena_reset(&h->mem);
		h->cw->today += (day_number)drawn(h, 14);
		h->last = acts[act].name;
		if (acts[act].does(h))
			h->acts++;
		assert_always(h);
	}
	work_undo(h->cw);
}

static void each_open_plan_is_owed_one(void **state)
{
	struct casework_fixture *fixture = *state;
	struct history h = {.fixture = fixture, .family = a_family_on_plan(fixture, "2026-04-01"), .seed = 11};

	h.cw = fixture->cw;
	h.conference = number(fixture, "SELECT conference_id FROM plan WHERE conference_id IS NOT NULL LIMIT 1");
	for (int i = 0; i < 3; i++)
		h.child[i] = number(fixture,
				    "SELECT person_id FROM conference_child WHERE conference_id = %lld LIMIT 1"
				    " OFFSET %d",
				    (long long)h.conference, i);
	for (int i = 0; i < HISTORIES; i++)
		live_through(&h);
	assert_true(h.acts > HISTORIES * STEPS / 4); /* or nothing was tried */
	arena_finish(&h.mem);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test_setup_teardown(
		each_open_plan_is_owed_one, casework_fixture_setup, casework_fixture_teardown)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
