/* Whose plans an end outside a review is about. */
#include "plan_ends_inside.h"

#include "base/series.h"
#include "store/person_store.h"
#include "store/plan_store.h"

static bool add_plan(struct plan_ends *ends, const struct plan *plan, struct arena *mem, struct fault *f)
{
	struct plan *one = ARENA_PUSH(mem, &ends->plans);

	if (!one)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to end these plans.");
	*one = *plan;
	return true;
}

static bool is_one_childs(enum plan_end_reason reason)
{
	return reason == PLAN_END_EIGHTEEN || reason == PLAN_END_DIED;
}

bool plan_ends_read_plans(struct casework *cw, const struct plan_end_request *r, struct arena *mem,
			  struct plan_ends *out, struct fault *f)
{
	struct plan_list own, all;

	if (!plans_of_person(cw->store, r->person_id, mem, &own, f))
		return false;
	if (!own.count)
		return fault_set(f, FAULT_REFUSED, "This child has no plan: there is none to end.");
	out->ending.family_id = own.items[0].family_id;
	if (!add_plan(out, &own.items[0], mem, f)) /* an open one comes first */
		return false;
	if (!r->all_of_family)
		return true;
	if (is_one_childs(r->reason))
		return fault_field(f, "reason", "That is one child's alone: end the plan of that child.");
	if (!plans_of_family(cw->store, out->ending.family_id, mem, &all, f))
		return false;
	for (size_t i = 0; i < all.count && all.items[i].ended_on == DAY_NONE; i++)
		if (all.items[i].id != own.items[0].id &&
		    all.items[i].is_other_authority == own.items[0].is_other_authority &&
		    !add_plan(out, &all.items[i], mem, f))
			return false;
	return true;
}

bool plan_ends_of(struct casework *cw, struct plan_ends *ends, struct arena *mem, struct fault *f)
{
	struct series names = {0};
	char name[NAME_ROOM];

	ends->children = arena_alloc(mem, (ends->plans.count + 1) * sizeof *ends->children);
	if (!ends->children)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to end these plans.");
	for (size_t i = 0; i < ends->plans.count; i++) {
		if (!person_by_id(cw->store, ends->plans.items[i].person_id, mem, &ends->children[i], f))
			return false;
		series_add(&names, arena_text(mem, person_full_name(&ends->children[i], name)), mem);
	}
	ends->names = series_words(&names, mem);
	return true;
}

bool plan_end_is_for_everything(enum plan_end_reason reason)
{
	return reason == PLAN_END_DIED || reason == PLAN_END_EIGHTEEN || reason == PLAN_END_MOVED ||
	       reason == PLAN_END_ABROAD;
}
