/* The words of the list of children on plans, and how a child stands on it on a day. */
#include "domain/plan_list.h"
#include "words.h"

#include <string.h>
#include <strings.h>

WORDS_OF(list_standing, LIST_STANDINGS, LIST_STANDING_COUNT)
WORDS_OF(list_check, LIST_CHECKS, LIST_CHECK_COUNT)
WORDS_OF(list_answer, LIST_ANSWERS, LIST_ANSWER_COUNT)

bool list_check_is_enough(enum list_check check)
{
	return check == LIST_CHECK_CALL_BACK || check == LIST_CHECK_SECURE_MAIL || check == LIST_CHECK_IN_PERSON;
}

bool plan_is_in_force(const struct plan *plan, day_number day)
{
	return plan->started_on <= day && (plan->ended_on == DAY_NONE || plan->ended_on > day);
}

bool plan_is_ours(const struct plan *plan)
{
	return plan->ended_on == DAY_NONE && !plan->is_other_authority;
}

const struct plan *plan_of_ours(const struct plan_list *plans, int64_t child)
{
	for (size_t i = 0; i < plans->count; i++)
		if (plans->items[i].person_id == child && plan_is_ours(&plans->items[i]))
			return &plans->items[i];
	return NULL;
}

static enum list_standing standing_of(const struct plan *plan, day_number day)
{
	if (plan_is_in_force(plan, day))
		return LIST_ON_PLAN;
	return plan->started_on > day ? LIST_LATER : LIST_ENDED;
}

/* Is `a` nearer to the day than `b`, which stands alike? The last that ended, the first to come. */
static bool is_nearer(const struct plan *a, const struct plan *b, enum list_standing standing)
{
	return standing == LIST_LATER ? a->started_on < b->started_on : a->started_on > b->started_on;
}

const struct plan *list_plan_on(const struct plan_list *plans, day_number day, enum list_standing *standing)
{
	const struct plan *best = NULL;

	*standing = LIST_NOT_LISTED;
	for (size_t i = 0; i < plans->count; i++) {
		const struct plan *plan = &plans->items[i];
		enum list_standing here = standing_of(plan, day);

		if (best && (here > *standing || (here == *standing && !is_nearer(plan, best, here))))
			continue;
		best = plan;
		*standing = here;
	}
	return best;
}
