/* What was to be done by now in the plans that are in force, by who does it. */
#include "casework/family_plan.h"

#include "base/text.h"
#include "booking_facts.h"
#include "plan_reach.h"
#include "store/plan_version_store.h"

#include <stdlib.h>
#include <string.h>

struct sorting {
	const char *folded; /* of who does it: a capital more is nobody else */
	struct overdue_line line;
};

static int by_owner(const void *a, const void *b)
{
	const struct sorting *x = a, *y = b;
	int order = strcmp(x->folded, y->folded);

	if (order)
		return order;
	if (x->line.by_on != y->line.by_on)
		return x->line.by_on < y->line.by_on ? -1 : 1;
	return (x->line.action_id > y->line.action_id) - (x->line.action_id < y->line.action_id);
}

static struct overdue_line line_of(struct casework *cw, const struct overdue_action *action, struct arena *mem)
{
	return (struct overdue_line){
		.family_id = action->family_id,
		.action_id = action->action_id,
		.reference = action->reference,
		.family_words = family_words(action->name, action->reference, (size_t)action->plans, mem),
		.who = *action->who ? action->who : "nobody named",
		.what = action->what,
		.by_on = action->by_on,
		.working_days = working_day_between(action->by_on, casework_today(cw), casework_calendar(cw),
						    COUNT_LOCAL),
		.is_partly = action->state == PLAN_ACTION_PARTLY,
	};
}

static void count_owners(struct overdue_lines *out, const struct sorting *sorted)
{
	size_t first = 0;

	for (size_t i = 0; i < out->count; i++) {
		if (i == 0 || strcmp(sorted[i].folded, sorted[first].folded) != 0) {
			first = i;
			out->items[i].is_first = true;
			out->owners++;
		}
		out->items[first].owned++;
	}
}

static size_t count_families(const struct overdue_lines *lines)
{
	size_t count = 0;

	for (size_t i = 0; i < lines->count; i++) {
		size_t k = 0;

		while (k < i && lines->items[k].family_id != lines->items[i].family_id)
			k++;
		count += k == i;
	}
	return count;
}

static bool read_overdue(struct casework *cw, int64_t family, struct arena *mem, struct overdue_lines *out,
			 struct fault *f)
{
	struct overdue_action_list all;
	struct sorting *sorted;
	size_t count = 0;

	if (!plan_actions_overdue(cw->store, cw->user_id, casework_today(cw), mem, &all, f))
		return false;
	sorted = arena_alloc(mem, (all.count + 1) * sizeof *sorted);
	for (size_t i = 0; sorted && i < all.count; i++)
		if (!family || all.items[i].family_id == family) {
			sorted[count].line = line_of(cw, &all.items[i], mem);
			sorted[count].folded = text_fold(mem, sorted[count].line.who);
			count++;
		}
	if (arena_exhausted(mem))
		return fault_set(f, FAULT_MEMORY, "There is not enough memory for this list.");
	qsort(sorted, count, sizeof *sorted, by_owner);
	for (size_t i = 0; i < count; i++) {
		struct overdue_line *line = ARENA_PUSH(mem, out);

		if (!line)
			return fault_set(f, FAULT_MEMORY, "There is not enough memory for this list.");
		*line = sorted[i].line;
	}
	count_owners(out, sorted);
	out->families = count_families(out);
	return true;
}

bool casework_overdue_actions(struct casework *cw, int64_t family, struct arena *mem, struct overdue_lines *out,
			      struct fault *f)
{
	struct plan_reached reached;

	*out = (struct overdue_lines){0};
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	if ((family && !plan_reach(cw, family, mem, &reached, f)) || !read_overdue(cw, family, mem, out, f))
		return look_undo(cw);
	return look_end(cw, f, "look.overdue_actions", family ? SUBJECT_FAMILY : SUBJECT_NONE, family, family,
			"%zu actions of %zu families", out->count, out->families);
}
