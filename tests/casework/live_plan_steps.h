/* What the tests of the plan, the core group and the next review do over and over: a conference that decided. */
#ifndef TESTS_LIVE_PLAN_STEPS_H
#define TESTS_LIVE_PLAN_STEPS_H

#include "casework/live_plan.h"
#include "live_steps.h"

static inline void decides(struct casework_fixture *fixture, const struct child_decision *decision)
{
	struct child_decision one = *decision;

	one.version = number(fixture,
			     "SELECT coalesce(max(version), 0) FROM child_decision WHERE conference_id = %lld"
			     " AND person_id = %lld",
			     (long long)one.conference_id, (long long)one.person_id);
	MUST(casework_live_decide(fixture->cw, &one, "agreed in the room", f));
}

static inline struct child_decision no_plan_for(const struct live_day *d, int64_t child)
{
	struct child_decision one = a_plan_for(d, child, CATEGORY_NEGLECT);

	one.outcome = OUTCOME_CHILD_IN_NEED;
	one.category = CATEGORY_COUNT;
	one.categories = 0;
	one.step_down = "child in need plan";
	return one;
}

/* Ada and Chidi are on a plan after it, Skye is not; the chair is at the keyboard. */
static inline struct live_day a_decided_day(struct casework_fixture *fixture)
{
	struct live_day d = a_started_day(fixture);
	struct child_decision ada = a_plan_for(&d, d.ada, CATEGORY_NEGLECT),
			      chidi = a_plan_for(&d, d.chidi, CATEGORY_NEGLECT), skye = no_plan_for(&d, d.skye);

	make_quorate(fixture, &d);
	as_chair(fixture);
	decides(fixture, &ada);
	decides(fixture, &chidi);
	decides(fixture, &skye);
	return d;
}

/* The same as a review: two have a plan that goes on from 5 Jan 2026, one's ends. */
static inline struct live_day a_decided_review(struct casework_fixture *fixture)
{
	struct live_day d = a_started_day(fixture);
	struct child_decision one = a_plan_for(&d, d.ada, CATEGORY_NEGLECT);

	make_quorate(fixture, &d);
	number(fixture, "UPDATE conference SET type = 'review', enquiry_id = NULL WHERE id = %lld", (long long)d.id);
	number(fixture,
	       "INSERT INTO plan (reference, person_id, family_id, started_on, category_initial, category_latest)"
	       " SELECT 'P-000' || person_id, person_id, %lld, '2026-01-05', 'NEG', 'NEG' FROM conference_child"
	       " WHERE conference_id = %lld",
	       (long long)d.family, (long long)d.id);
	as_chair(fixture);
	one.outcome = OUTCOME_PLAN_CONTINUES;
	decides(fixture, &one);
	one.person_id = d.chidi;
	decides(fixture, &one);
	one.person_id = d.skye;
	one.outcome = OUTCOME_PLAN_ENDS;
	one.category = CATEGORY_COUNT;
	one.categories = 0;
	one.end_reason = PLAN_END_NO_RISK;
	one.step_down = "child in need plan for three months";
	decides(fixture, &one);
	return d;
}

static inline struct live_plan_page plan_page(struct casework_fixture *fixture, int64_t conference)
{
	struct live_plan_page page;

	MUST(casework_live_plan_page(fixture->cw, conference, &fixture->mem, &page, f));
	return page;
}

static inline struct plan_action an_action(const char *what, const char *who)
{
	struct plan_action one = plan_action_blank();

	one.what = what;
	one.who = who;
	return one;
}

/* An earlier plan of the family, given out on 5 Jan 2026, with three actions: still to do, half done, done. Its id. */
static inline int64_t an_earlier_plan(struct casework_fixture *fixture, const struct live_day *d)
{
	number(fixture,
	       "INSERT INTO plan_version (family_id, number, written_on, harm, visits, lead_social_worker, by_user)"
	       " VALUES (%lld, 1, '2026-01-05', 'left alone at night', 'every ten days', 'Emma Evans', 'x')",
	       (long long)d->family);
	number(fixture, "INSERT INTO plan_action (plan_version_id, position, what, who, by_on, state) VALUES"
			" (1, 1, 'nursery place', 'Emma Evans', '2026-02-02', 'open'),"
			" (1, 2, 'smoke alarm', 'Fire service', '2026-06-01', 'partly'),"
			" (1, 3, 'dentist', 'Amelia', '2026-02-02', 'done')");
	number(fixture, "UPDATE plan_version SET issued_on = '2026-01-05'");
	return 1;
}

static inline int64_t audited(struct casework_fixture *fixture, const char *action)
{
	return casework_fixture_audited(fixture, action);
}

#endif
