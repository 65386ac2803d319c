/* A move between authorities as it is registered. */
#include "casework/transfers.h"

#include "domain/plan_list.h"
#include "people_keeping.h"
#include "person_check.h"
#include "slot_keeping.h"
#include "store/conference_store.h"
#include "store/family_store.h"
#include "store/person_store.h"
#include "store/plan_store.h"
#include "store/transfer_store.h"
#include "transfer_homes.h"
#include "transfer_keeping.h"
#include "words_tidy.h"

#include <string.h>

struct registering {
	struct casework *cw;
	struct transfer_registration *start;
	struct transfer *t;
	struct arena *mem;
	const int64_t *children;
	size_t count;
};

/* --- Whose children --- */

static bool take_all(struct registering *r, struct fault *f)
{
	struct plan_list plans;
	int64_t *ids;

	if (!plans_of_family(r->cw->store, r->t->family_id, r->mem, &plans, f))
		return false;
	ids = arena_alloc(r->mem, (plans.count + 1) * sizeof *ids);
	if (!ids)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to register this move.");
	for (size_t i = 0; i < plans.count; i++)
		if (plan_is_ours(&plans.items[i]))
			ids[r->count++] = plans.items[i].person_id;
	r->children = ids;
	return true;
}

static bool take_of_conference(struct registering *r, struct fault *f)
{
	struct conference c;
	int64_t *ids;

	if (!conference_by_id(r->cw->store, r->t->conference_id, r->mem, &c, f))
		return false;
	if (c.type != CONFERENCE_TRANSFER_IN)
		return fault_set(f, FAULT_REFUSED, "%s is no transfer-in conference: ask for one of that type.",
				 c.reference);
	r->t->family_id = c.family_id;
	if (r->t->notified_on == DAY_NONE)
		r->t->notified_on = c.transfer_notified_on;
	if (r->t->moved_on == DAY_NONE)
		r->t->moved_on = c.transfer_moved_on;
	if (!conference_children_ids(r->cw, c.id, r->mem, &ids, &r->count, f))
		return false;
	r->children = ids;
	return true;
}

static bool take_children(struct registering *r, struct fault *f)
{
	r->children = r->start->children;
	r->count = r->children ? r->start->child_count : 0;
	if (r->t->conference_id)
		return take_of_conference(r, f);
	return r->count || r->t->direction == TRANSFER_IN || take_all(r, f);
}

/* --- May they? --- */

static bool check_child(struct registering *r, int64_t person, struct plan *open, struct fault *f)
{
	struct plan_list plans;
	struct transfer other;
	struct person child;
	bool is_ours;
	char name[NAME_ROOM];

	*open = (struct plan){0};
	if (!people_may_see_person(r->cw, person, f) || !person_by_id(r->cw->store, person, r->mem, &child, f) ||
	    !plans_of_person(r->cw->store, person, r->mem, &plans, f) ||
	    !transfer_open_of(r->cw->store, person, r->t->direction, r->mem, &other, f))
		return false;
	person_full_name(&child, name);
	if (plans.count && plans.items[0].ended_on == DAY_NONE)
		*open = plans.items[0];
	is_ours = open->id && plan_is_ours(open);
	if (other.id)
		return fault_field(f, "children", "%s is under way for %s already: go on with that one.",
				   other.reference, name);
	if (r->t->direction == TRANSFER_OUT && !is_ours)
		return fault_field(f, "children", "%s has no plan of ours: there is nothing to hand over.", name);
	if (r->t->direction == TRANSFER_IN && is_ours)
		return fault_field(
			f, "children",
			"%s is on our plan %s already, and a child has one plan at a time: end that one first.", name,
			open->reference);
	return true;
}

/* The other authority's plan stands on our list as theirs. */
static bool keep_their_plan(struct registering *r, int64_t person, const struct plan *open, struct fault *f)
{
	struct plan plan = r->start->their_plan;

	if (r->t->direction == TRANSFER_OUT || open->id || plan.started_on == DAY_NONE)
		return true;
	if (plan.started_on > casework_today(r->cw))
		return fault_field(f, "started_on", "Their plan cannot start in the future: check the day.");
	if ((unsigned)plan.category_latest >= CATEGORY_COUNT)
		return fault_field(f, "category", "Enter the category of their plan.");
	plan.id = plan.version = plan.conference_id = 0;
	plan.person_id = person;
	plan.family_id = r->t->family_id;
	plan.reference = plan.end_reason = "";
	plan.ended_on = DAY_NONE;
	plan.category_initial = plan.category_latest;
	plan.is_other_authority = true;
	return plan_insert(r->cw->store, &plan, r->mem, f);
}

static bool check(struct registering *r, struct fault *f)
{
	struct transfer *t = r->t;

	if (!words_tidy(&t->authority, "authority", false, r->mem, f) ||
	    !words_tidy(&t->contact, "contact", false, r->mem, f) ||
	    !words_tidy(&t->address, "address", true, r->mem, f) ||
	    !keep_from_tidy(&t->kept_from, "kept_from", r->mem, f) ||
	    !words_tidy(&r->start->words, "words", true, r->mem, f) || !take_children(r, f) ||
	    !people_may_see_family(r->cw, t->family_id, f))
		return false;
	if (!r->count)
		return t->direction == TRANSFER_OUT
			       ? fault_set(
					 f, FAULT_REFUSED,
					 "No child of this family is on a plan of ours: there is nothing to hand over.")
			       : fault_field(f, "children", "Choose the children who moved here.");
	if (t->direction == TRANSFER_IN && t->stay == TRANSFER_STAY_FOR_GOOD && !t->conference_id)
		return fault_set(f, FAULT_REFUSED,
				 "Who moves here for good gets a conference of ours, and none waits: register the "
				 "move with a on the list of moves, which asks for both.");
	return transfer_check(t, casework_today(r->cw), f);
}

static bool keep(struct registering *r, struct fault *f)
{
	struct transfer *t = r->t;

	t->state = TRANSFER_OPEN;
	if (!check(r, f))
		return false;
	for (size_t i = 0; i < r->count; i++) {
		struct plan open;

		if (!check_child(r, r->children[i], &open, f) || !keep_their_plan(r, r->children[i], &open, f))
			return false;
	}
	if (!transfer_moves_home(r->cw, t, r->children, r->count, r->mem, f) ||
	    !store_next_reference(r->cw->store, "M", 4, r->mem, &t->reference, f) ||
	    !transfer_insert(r->cw->store, t, f))
		return false;
	for (size_t i = 0; i < r->count; i++)
		if (!transfer_child_insert(r->cw->store, t->id, r->children[i], f))
			return false;
	return transfer_tell(r->cw, t, TRANSFER_STEP_REGISTER, t->notified_on, r->start->words, f) &&
	       transfer_clock(r->cw, t, r->children, r->count, t->notified_on, f);
}

bool casework_transfer_register(struct casework *cw, struct transfer_registration *start, struct arena *mem,
				struct fault *f)
{
	struct registering r = {.cw = cw, .start = start, .t = &start->transfer, .mem = mem};

	if (!work_begin(cw, ACTION_END_PLANS, f))
		return false;
	if (!keep(&r, f))
		return work_undo(cw);
	return work_end(cw, f, "transfer.register", SUBJECT_FAMILY, r.t->family_id, r.t->family_id,
			"%s, %zu children: %s %s", r.t->reference, r.count,
			r.t->direction == TRANSFER_OUT ? "to" : "from", r.t->authority);
}
