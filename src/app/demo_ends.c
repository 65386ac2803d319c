/* What is under way when the demonstration is opened: a family that moves away, an order that is asked to end a plan.
 */
#include "casework/plan_ends.h"
#include "casework/plan_list.h"
#include "casework/transfers.h"
#include "demo_desk.h"

enum { MOVED_DAYS = 6, TOLD_DAYS = 7 };

/* The first from `at` on who was born and is on a plan of ours, begun some time ago. */
static const struct plan_list_line *child_from(const struct plan_list_line_list *all, size_t at, day_number before)
{
	for (size_t i = at; i < all->count; i++) {
		const struct plan_list_line *one = &all->items[i];

		if (one->born_on != DAY_NONE && !one->is_other_authority && one->plan.started_on < before)
			return one;
	}
	return NULL;
}

static bool leave_move(struct casework *cw, const struct plan_list_line *child, day_number day, struct arena *mem,
		       struct fault *f)
{
	struct transfer_registration move = {.transfer = transfer_blank(), .words = "the housing office moved them"};
	struct transfer_act papers = {.step = TRANSFER_STEP_PAPERS,
				      .on = day - 2,
				      .papers = TRANSFER_PAPERS_ALL & ~(TRANSFER_PAPER_BIT(TRANSFER_PAPER_CHRONOLOGY) |
									TRANSFER_PAPER_BIT(TRANSFER_PAPER_NEEDS)),
				      .words = ""};

	move.transfer.family_id = child->family_id;
	move.transfer.authority = "Ashcombe";
	move.transfer.contact = "duty chair, 01632 960 511";
	move.transfer.address = "4 Mill Lane\nAshcombe\nZZ19 4ML";
	move.transfer.notified_on = day - MOVED_DAYS;
	move.transfer.moved_on = day - MOVED_DAYS;
	if (!casework_transfer_register(cw, &move, mem, f))
		return false;
	papers.transfer_id = move.transfer.id;
	papers.version = move.transfer.version;
	return casework_transfer_act(cw, &papers, f);
}

static bool leave_order(struct casework *cw, const struct plan_list_line *child, day_number day, struct arena *mem,
			struct fault *f)
{
	const struct plan_end_request order = {.person_id = child->person_id,
					       .reason = PLAN_END_ORDER,
					       .on = DAY_NONE,
					       .words = "Special guardianship order to the grandmother, family court.",
					       .authority = ""};
	struct plan_ending_act tell = {.version = 1,
				       .step = PLAN_ENDING_STEP_TELL,
				       .on = DAY_NONE,
				       .object_by = day + TOLD_DAYS,
				       .agency = "",
				       .words = ""};

	return casework_plan_end(cw, &order, mem, &tell.ending_id, f) && casework_plan_ending_act(cw, &tell, f);
}

bool demo_leave_ends(struct casework *cw, day_number day, struct fault *f)
{
	struct arena mem = {0};
	struct plan_list_line_list all;
	bool ok = casework_plan_list_as_at(cw, day, &mem, &all, f);
	const struct plan_list_line *moves = ok ? child_from(&all, all.count / 3, day - MOVED_DAYS) : NULL;
	const struct plan_list_line *order = ok ? child_from(&all, all.count * 2 / 3, day - MOVED_DAYS) : NULL;

	if (ok && moves)
		ok = leave_move(cw, moves, day, &mem, f);
	if (ok && order && order->family_id != (moves ? moves->family_id : 0))
		ok = leave_order(cw, order, day, &mem, f);
	arena_finish(&mem);
	return ok;
}
