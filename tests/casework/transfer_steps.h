/* What the tests of moves between authorities do over and over. */
#ifndef TESTS_TRANSFER_STEPS_H
#define TESTS_TRANSFER_STEPS_H

#include "casework/transfers.h"
#include "plan_end_steps.h"

static inline struct transfer_registration a_move(int64_t family, enum transfer_direction direction, const char *on)
{
	struct transfer_registration one = {.transfer = transfer_blank(),
					    .their_plan = {.started_on = DAY_NONE, .category_latest = CATEGORY_NEGLECT},
					    .words = ""};

	one.transfer.family_id = family;
	one.transfer.direction = direction;
	one.transfer.authority = "Ashcombe";
	one.transfer.contact = "duty chair, 01632 960 511";
	one.transfer.address = "4 Mill Lane\nAshcombe";
	one.transfer.notified_on = date_from_iso(on);
	return one;
}

static inline int64_t moves(struct casework_fixture *fixture, struct transfer_registration *registration)
{
	MUST(casework_transfer_register(fixture->cw, registration, &fixture->mem, f));
	return registration->transfer.id;
}

static inline struct transfer_act a_move_act(struct casework_fixture *fixture, int64_t id, enum transfer_step step)
{
	return (struct transfer_act){
		.transfer_id = id,
		.version = number(fixture, "SELECT version FROM transfer WHERE id = %lld", (long long)id),
		.step = step,
		.on = DAY_NONE,
		.words = ""};
}

static inline struct transfer_page move_page(struct casework_fixture *fixture, int64_t id)
{
	struct transfer_page page;

	MUST(casework_transfer(fixture->cw, id, &fixture->mem, &page, f));
	return page;
}

#endif
