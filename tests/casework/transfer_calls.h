/* Every verb and query of casework/transfers.h and casework/births.h, each called once about the small world. */
#ifndef TESTS_TRANSFER_CALLS_H
#define TESTS_TRANSFER_CALLS_H

#include "call_world.h"
#include "casework/arrivals.h"
#include "casework/births.h"
#include "casework/transfers.h"

static inline struct transfer_registration move_of(const struct world *w, int64_t child, enum transfer_direction to)
{
	struct transfer_registration one = {
		.transfer = transfer_blank(), .their_plan = {.started_on = DAY_NONE}, .words = ""};

	one.transfer.family_id = number(w->fixture, "SELECT family_id FROM family_member WHERE person_id = %lld",
					(long long)child);
	one.transfer.direction = to;
	one.transfer.authority = "Ashcombe";
	one.transfer.notified_on = date_from_iso("2026-03-30");
	return one;
}

CALL(transfer_register)
{
	struct transfer_registration one = move_of(w, w->child, TRANSFER_IN);
	const int64_t child = w->child;

	one.transfer.stay = TRANSFER_STAY_FOR_A_TIME;
	one.children = &child;
	one.child_count = w->child ? 1 : 0;
	return casework_transfer_register(cw, &one, mem, f);
}

/* A child of the small world's family comes again, for a time. */
static inline struct arrival arrival_of(const struct world *w, const struct request_child *child)
{
	struct arrival arrival = {.request = a_request(child, w->family ? 1 : 0, ""),
				  .move = move_of(w, w->child, TRANSFER_IN)};

	arrival.request.family_id = w->family;
	arrival.request.type = CONFERENCE_TRANSFER_IN;
	arrival.request.transfer_notified_on = date_from_iso("2026-03-30");
	arrival.request.accept_warnings = true;
	arrival.move.transfer.stay = TRANSFER_STAY_FOR_A_TIME;
	return arrival;
}

CALL(arrival_warnings)
{
	const struct request_child child = {.person = a_child("Wei", "Wang", "2019-05-04")};
	struct arrival arrival = arrival_of(w, &child);
	const char *words;

	return casework_arrival_warnings(cw, &arrival, mem, &words, f);
}

CALL(arrival_take)
{
	const struct request_child child = {.person = a_child("Wei", "Wang", "2019-05-04")};
	struct arrival arrival = arrival_of(w, &child);
	const char *reference;
	int64_t conference;

	return casework_arrival_take(cw, &arrival, mem, &reference, &conference, f);
}

CALL(transfer_act)
{
	const struct transfer_act act = {
		.transfer_id = w->move, .version = 1, .step = TRANSFER_STEP_ACCEPT, .on = DAY_NONE, .words = ""};

	(void)mem;
	return casework_transfer_act(cw, &act, f);
}

CALL(transfers)
{
	struct transfer_line_list out;

	(void)w;
	return casework_transfers(cw, 0, false, mem, &out, f);
}

CALL(transfer)
{
	struct transfer_page out;

	return casework_transfer(cw, w->move, mem, &out, f);
}

CALL(birth)
{
	const struct birth birth = {.person_id = w->unborn,
				    .version = 1,
				    .born_on = date_from_iso("2026-03-28"),
				    .count = 1,
				    .children = {{.given_names = "Ife", .surname = "", .nhs_number = ""}}};
	const char *follows;

	return casework_birth(cw, &birth, mem, &follows, f);
}

static inline struct loss loss_of(const struct world *w)
{
	return (struct loss){.person_id = w->unborn,
			     .version = 1,
			     .kind = LOSS_STILLBIRTH,
			     .on = date_from_iso("2026-03-28"),
			     .words = "the midwife"};
}

CALL(loss)
{
	const struct loss loss = loss_of(w);

	(void)mem;
	return casework_loss(cw, &loss, f);
}

CALL(loss_waits)
{
	const struct loss loss = loss_of(w);
	const char *waits;

	return casework_loss_check(cw, &loss, mem, &waits, f);
}

/* The one plan's child moves away; an unborn child in a family of its own. */
static inline void make_move(struct casework_fixture *fixture, struct world *w)
{
	struct transfer_registration one = move_of(w, w->planned, TRANSFER_OUT);
	struct person unborn = some_person("Achebe", "", "");
	int64_t family;

	MUST(casework_transfer_register(fixture->cw, &one, &fixture->mem, f));
	w->move = one.transfer.id;
	unborn.expected_on = date_from_iso("2026-04-10");
	MUST(casework_family_add(fixture->cw, "Achebe", &family, f));
	MUST(casework_member_add(fixture->cw, family, &unborn, RELATIONSHIP_CHILD, ANSWER_UNKNOWN, NULL, f));
	w->unborn = unborn.id;
}

#endif
