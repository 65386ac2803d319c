/* Families who have moved to another authority while we still keep their plan. */
#include "kept_plans.h"

#include "store/transfer_store.h"

#include <limits.h>

static bool add_children(struct casework *cw, const struct transfer *moved, struct arena *mem,
			 struct kept_plan_list *out, struct fault *f)
{
	struct transfer_child_list children;

	if (!transfer_children(cw->store, moved->id, mem, &children, f))
		return false;
	for (size_t i = 0; i < children.count; i++) {
		struct kept_plan *one = ARENA_PUSH(mem, out);

		if (!one)
			return fault_set(f, FAULT_MEMORY, "There is not enough memory to read who moved.");
		*one = (struct kept_plan){moved->family_id, children.items[i], moved->authority};
	}
	return true;
}

bool kept_plans(struct casework *cw, int64_t family, struct arena *mem, struct kept_plan_list *out, struct fault *f)
{
	struct transfer_list open;

	*out = (struct kept_plan_list){0};
	if (!transfers_of(cw->store, cw->user_id, family, true, INT_MAX, mem, &open, f))
		return false;
	for (size_t i = 0; i < open.count; i++)
		if (open.items[i].direction == TRANSFER_OUT && !add_children(cw, &open.items[i], mem, out, f))
			return false;
	return true;
}

const char *kept_plan_in(const struct kept_plan_list *all, int64_t family, int64_t person)
{
	for (size_t i = 0; i < all->count; i++)
		if (all->items[i].family_id == family && (!person || all->items[i].person_id == person))
			return all->items[i].authority;
	return "";
}
