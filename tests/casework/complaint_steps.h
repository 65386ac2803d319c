/* A conference that decided, and complaints about it. */
#ifndef TESTS_COMPLAINT_STEPS_H
#define TESTS_COMPLAINT_STEPS_H

#include "casework/complaints.h"
#include "close_steps.h"

/* Two with a plan, one without; decided today. Leaves the founder at work. */
static inline struct live_day a_decided_day(struct casework_fixture *fixture)
{
	struct live_day d = a_started_day(fixture);
	const int64_t all[] = {d.ada, d.chidi, d.skye};
	struct child_decision chidi = a_plan_for(&d, d.chidi, CATEGORY_NEGLECT);

	make_quorate(fixture, &d);
	as_chair(fixture);
	write_plan(fixture, &d);
	name_core_group(fixture, &d, "2026-04-09", "");
	book_next_review(fixture, &d, "C-0900", "2026-06-24", all, 3);
	chidi.outcome = OUTCOME_CHILD_IN_NEED;
	decides(fixture, a_plan_for(&d, d.ada, CATEGORY_NEGLECT));
	decides(fixture, chidi);
	decides(fixture, a_plan_for(&d, d.skye, CATEGORY_EMOTIONAL));
	MUST(casework_live_close(fixture->cw, d.id, "said", f));
	casework_fixture_reopen(fixture, FIXTURE_TODAY);
	return d;
}

static inline struct complaint a_complaint(int64_t conference, enum complaint_ground ground)
{
	struct complaint c = complaint_blank();

	c.conference_id = conference;
	c.who = "Amelia Okonkwo";
	c.as = COMPLAINANT_PARENT;
	c.ground = ground;
	c.agency = ground == GROUND_AGENCY ? "Station Primary School" : "";
	c.words = "Nobody asked me.";
	return c;
}

static inline struct complaint registered(struct casework_fixture *fixture, int64_t conference,
					  enum complaint_ground ground)
{
	struct complaint c = a_complaint(conference, ground);

	MUST(casework_complaint_register(fixture->cw, &c, &fixture->mem, f));
	return c;
}

static inline struct complaint_page complaint_of(struct casework_fixture *fixture, int64_t id)
{
	struct complaint_page page;

	MUST(casework_complaint(fixture->cw, id, &fixture->mem, &page, f));
	return page;
}

static inline bool takes(struct casework_fixture *fixture, int64_t id, enum complaint_step step, const char *with,
			 const char *words, struct fault *f)
{
	const struct complaint_act act = {
		.complaint_id = id,
		.version = number(fixture, "SELECT version FROM complaint WHERE id = %lld", (long long)id),
		.step = step,
		.on = DAY_NONE,
		.with = with,
		.words = words};

	return casework_complaint_step(fixture->cw, &act, f);
}

static inline struct complaint_settlement a_settlement(struct casework_fixture *fixture, int64_t id,
						       enum complaint_outcome outcome)
{
	return (struct complaint_settlement){
		.complaint_id = id,
		.version = number(fixture, "SELECT version FROM complaint WHERE id = %lld", (long long)id),
		.outcome = outcome,
		.on = DAY_NONE,
		.words = "We looked at it again.",
		.review_by = DAY_NONE};
}

#endif
