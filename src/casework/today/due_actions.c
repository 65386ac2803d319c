/* The actions of plans as tasks. They are no rows of the deadline table: what an action is, and by when, stands in the
 * plan, and what became of it is said there. */
#include "due_actions.h"

#include "booking_facts.h"
#include "store/plan_version_store.h"

static const char *missing_words(const struct action_standing *standing, struct arena *mem)
{
	if (standing->overdue)
		return arena_printf(mem, "%lld overdue: %s", (long long)standing->overdue, standing->owing);
	return arena_printf(mem, "%lld to be done", (long long)standing->open);
}

static struct due_item item_of(struct casework *cw, const struct action_standing *standing, struct arena *mem)
{
	const struct working_calendar *calendar = casework_calendar(cw);
	day_number today = casework_today(cw);

	return (struct due_item){
		.id = -standing->family_id,
		.ids = "",
		.rule = RULE_PLAN_ACTION,
		.lane = rule_lane(RULE_PLAN_ACTION),
		.family_id = standing->family_id,
		.subject_kind = SUBJECT_FAMILY,
		.subject_id = standing->family_id,
		.reference = standing->reference,
		.family = standing->reference,
		.family_words = family_words(standing->name, standing->reference, (size_t)standing->plans, mem),
		.children = "",
		.trigger_on = standing->first_by,
		.due = standing->first_by,
		.by = standing->first_by,
		.limit = DAY_NONE,
		.working_days_left = working_days_left(today, standing->first_by, calendar),
		.state = deadline_state(standing->first_by, today, calendar, DUE_SOON_WD),
		.owner = casework_policy(cw)->rules[RULE_PLAN_ACTION].owner,
		.missing = missing_words(standing, mem),
		.later = "",
		.chair = "",
	};
}

static bool has_row(const struct due_group_list *groups, size_t count, int64_t family)
{
	for (size_t i = 0; i < count; i++)
		if (groups->items[i].item.family_id == family)
			return true;
	return false;
}

bool due_actions(struct casework *cw, int64_t family, bool only_among, struct arena *mem, struct due_group_list *groups,
		 struct fault *f)
{
	struct action_standing_list all;
	size_t before = groups->count;

	if (!casework_policy(cw)->rules[RULE_PLAN_ACTION].in_force)
		return true;
	if (!plan_actions_standing(cw->store, cw->user_id, family, casework_today(cw), mem, &all, f))
		return false;
	for (size_t i = 0; i < all.count; i++) {
		struct due_group *group;

		if (only_among && !has_row(groups, before, all.items[i].family_id))
			continue;
		group = ARENA_PUSH(mem, groups);
		if (!group)
			return fault_set(f, FAULT_MEMORY, "There is not enough memory to list what is due.");
		*group = (struct due_group){.item = item_of(cw, &all.items[i], mem)};
	}
	due_groups_sort(groups);
	return !arena_exhausted(mem) || fault_set(f, FAULT_MEMORY, "There is not enough memory to list what is due.");
}
