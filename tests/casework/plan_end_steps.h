/* What the tests of plans that end outside a review do over and over: two sisters on plans, and one of them leaves. */
#ifndef TESTS_PLAN_END_STEPS_H
#define TESTS_PLAN_END_STEPS_H

#include "casework/plan_ends.h"
#include "complaint_steps.h"
#include "intake_rows.h"

#define THREE_WEEKS_LATER "2026-04-20"

/* Ada (born 2019) and Skye (2023) are on plans since 1 April, their core group meets on 9 April and 12 May, their
 * review is booked for 24 June; three weeks later, as the founder. */
static inline struct live_day two_sisters_on_plans(struct casework_fixture *fixture)
{
	struct live_day d = a_decided_day(fixture);

	number(fixture, "INSERT INTO core_group_meeting (core_group_id, day, starts, minutes, place, state) SELECT id, "
			"'2026-05-12', 840, 60, 'Elm Road', 'booked' FROM core_group");
	casework_fixture_reopen(fixture, THREE_WEEKS_LATER);
	return d;
}

static inline struct plan_end_request an_end(int64_t person, enum plan_end_reason reason, const char *on)
{
	return (struct plan_end_request){.person_id = person,
					 .reason = reason,
					 .on = *on ? date_from_iso(on) : DAY_NONE,
					 .words = "told by the social worker",
					 .authority = reason == PLAN_END_MOVED ? "Ashcombe" : ""};
}

static inline int64_t ended(struct casework_fixture *fixture, const struct plan_end_request *request)
{
	int64_t id;

	MUST(casework_plan_end(fixture->cw, request, &fixture->mem, &id, f));
	return id;
}

static inline const char *end_follows(struct casework_fixture *fixture, const struct plan_end_request *request)
{
	const char *lines;

	MUST(casework_plan_end_check(fixture->cw, request, &fixture->mem, &lines, f));
	return lines;
}

/* "P-0001 2026-04-10 died; P-0002 - " of every plan. */
static inline const char *plan_words(struct casework_fixture *fixture)
{
	return casework_fixture_text(fixture, "SELECT group_concat(reference || ' ' || ifnull(ended_on, '-') || ' ' || "
					      "end_reason, '; ') FROM (SELECT * FROM plan ORDER BY id)");
}

static inline struct plan_ending_act an_act(struct casework_fixture *fixture, int64_t id, enum plan_ending_step step)
{
	return (struct plan_ending_act){
		.ending_id = id,
		.version = number(fixture, "SELECT version FROM plan_ending WHERE id = %lld", (long long)id),
		.step = step,
		.on = DAY_NONE,
		.object_by = DAY_NONE,
		.agency = "",
		.words = ""};
}

static inline void acts(struct casework_fixture *fixture, struct plan_ending_act act)
{
	MUST(casework_plan_ending_act(fixture->cw, &act, f));
}

#endif
