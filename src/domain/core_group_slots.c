/* Days and times that suit a core group: within its limit, when its people are free, as it met before. Plain
 * arithmetic over what was read. */
#include "domain/core_group.h"

#include <stdlib.h>

enum { MINUTES_OF_DAY = 24 * 60 };

/* Where it begins in `busy`: by day. */
static size_t first_of_day(const struct core_group_busy_list *busy, day_number day)
{
	size_t low = 0, high = busy->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (busy->items[middle].day < day)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* A meeting without a time takes nobody's hour: when it is is not known. */
static int64_t taken_at(const struct core_group_search *s, day_number day, int starts)
{
	const struct core_group_busy_list *busy = s->busy;

	for (size_t i = first_of_day(busy, day); i < busy->count && busy->items[i].day == day; i++) {
		const struct core_group_busy *one = &busy->items[i];
		int length = one->minutes > 0 ? one->minutes : s->minutes;

		if (one->starts >= 0 && one->starts < starts + s->minutes && starts < one->starts + length)
			return one->member_id;
	}
	return 0;
}

/* The hour of the meeting before, or the nearest to it at which all are free; of none, that hour with who is taken. */
static int best_hour(const struct core_group_search *s, day_number day, int64_t *busy_member)
{
	int best = s->like_starts, away = MINUTES_OF_DAY;
	int step = s->step > 0 ? s->step : 30;

	*busy_member = taken_at(s, day, s->like_starts);
	if (!*busy_member)
		return best;
	for (int at = s->day_starts; at + s->minutes <= s->day_ends; at += step) {
		if (taken_at(s, day, at) || abs(at - s->like_starts) >= away)
			continue;
		away = abs(at - s->like_starts);
		best = at;
	}
	if (away < MINUTES_OF_DAY)
		*busy_member = 0;
	return best;
}

static struct core_group_slot look_at(const struct core_group_search *s, day_number day)
{
	struct core_group_slot out = {.day = day, .minutes = s->minutes};

	out.starts = best_hour(s, day, &out.busy_member);
	if (s->limit != DAY_NONE)
		out.working_days_left = working_days_left(day, s->limit, s->calendar);
	out.is_like_before = s->like_day != DAY_NONE && date_weekday(day) == date_weekday(s->like_day) &&
			     out.starts == s->like_starts;
	out.is_last_before = day == s->last_before;
	out.is_before_late = s->last_before != DAY_NONE && day > s->last_before;
	return out;
}

/* --- Which is better --- */

enum slot_class { AS_BEFORE, WELL, LATE_BEFORE_REVIEW, SOMEBODY_TAKEN, AFTER_LIMIT, AFTER_LIMIT_AND_TAKEN };

struct ranked {
	struct core_group_slot slot;
	enum slot_class class;
	int far; /* from the best day of its class */
};

static enum slot_class class_of(const struct core_group_search *s, const struct core_group_slot *slot)
{
	if (s->limit != DAY_NONE && slot->day > s->limit)
		return slot->busy_member ? AFTER_LIMIT_AND_TAKEN : AFTER_LIMIT;
	if (slot->busy_member)
		return SOMEBODY_TAKEN;
	if (slot->is_before_late)
		return LATE_BEFORE_REVIEW;
	return slot->is_like_before ? AS_BEFORE : WELL;
}

static struct ranked rank_of(const struct core_group_search *s, struct core_group_slot slot)
{
	struct ranked out = {.slot = slot, .class = class_of(s, &slot)};
	bool is_soon_better = s->is_first || s->limit == DAY_NONE || slot.day > s->limit;

	out.far = is_soon_better ? (int)(slot.day - s->from) : (int)(s->limit - slot.day);
	return out;
}

static int by_rank(const void *a, const void *b)
{
	const struct ranked *x = a, *y = b;

	if (x->class != y->class)
		return x->class < y->class ? -1 : 1;
	return (x->far > y->far) - (x->far < y->far);
}

size_t core_group_best_slots(const struct core_group_search *search, struct core_group_slot out[CORE_GROUP_SLOTS_MOST])
{
	struct ranked all[CORE_GROUP_SLOTS_MOST];
	size_t count = 0;

	for (day_number day = search->from; day <= search->to && count < CORE_GROUP_SLOTS_MOST; day++)
		if (working_day_is(day, search->calendar, COUNT_LOCAL))
			all[count++] = rank_of(search, look_at(search, day));
	qsort(all, count, sizeof *all, by_rank);
	for (size_t i = 0; i < count; i++)
		out[i] = all[i].slot;
	return count;
}
