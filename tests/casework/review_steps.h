/* What the tests of reviews to come do over and over: children on plans, and the line that shows their review. */
#ifndef TESTS_REVIEW_STEPS_H
#define TESTS_REVIEW_STEPS_H

#include "booking_steps.h"
#include "casework/reviews.h"
#include "intake_rows.h"

/* Okonkwo, F1 and F2 of FAM-1: on plans since a conference on 15 Jan 2026, so due on 15 Apr. */
static inline int64_t two_on_plans(struct casework_fixture *fixture)
{
	const struct child_row rows[] = {{.la_child_id = "F1",
					  .born_on = "2015-01-09",
					  .conference_on = "2026-01-15",
					  .strategy_on = "2026-01-05",
					  .plan_on = "2026-01-15"},
					 {.la_child_id = "F2",
					  .born_on = "2017-03-02",
					  .conference_on = "2026-01-15",
					  .strategy_on = "2026-01-05",
					  .plan_on = "2026-01-15"}};
	struct intake_person people[] = {
		person_row("FAM-1", "F1", "Okonkwo", "Chidi", RELATIONSHIP_CHILD, "2015-01-09"),
		person_row("FAM-1", "F2", "Okonkwo", "Ada", RELATIONSHIP_CHILD, "2017-03-02")};
	enum intake_result result;

	for (int i = 0; i < 2; i++) {
		take_row(fixture, &rows[i]);
		MUST(intake_person(fixture->cw, &people[i], &result, f));
	}
	return number(fixture, "SELECT min(id) FROM plan");
}

static inline struct review_horizon horizon_of(struct casework_fixture *fixture)
{
	struct review_horizon out;

	MUST(casework_review_horizon(fixture->cw, &fixture->mem, &out, f));
	return out;
}

static inline struct review_page review_of_plan(struct casework_fixture *fixture, int64_t plan)
{
	struct review_page out;

	MUST(casework_review(fixture->cw, plan, &fixture->mem, &out, f));
	return out;
}

static inline size_t plans_of_line(const struct review_line *line, int64_t plans[8])
{
	for (size_t i = 0; i < line->count; i++)
		plans[i] = line->children[i].plan_id;
	return line->count;
}

static inline struct review_early wanted_by(const char *day, enum early_trigger trigger)
{
	return (struct review_early){.trigger = trigger,
				     .review_by = date_from_iso(day),
				     .why = "The father of the youngest is out of prison.",
				     .told = ""};
}

#endif
