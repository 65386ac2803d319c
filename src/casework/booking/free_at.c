/* Who and what is free for a slot that was typed, best first. */
#include "free_at.h"
#include "conference_reach.h"

#include <stdlib.h>

void free_at_empty(const struct free_at_lists *out)
{
	*out->chairs = *out->rooms = *out->minute_takers = (struct resource_list){0};
}

/* What a list is ranked by. */
struct ranking {
	const struct slot_day *day;
	const struct slot_needs *needs;
	const struct conference *conference;
	int starts, ends;
};

/* Lower is better; equal ones stay in the order of the list. */
struct ranked {
	int rank;
	size_t place;
	const struct resource *resource;
};

static int rank_of_person(const struct ranking *r, const struct resource *one)
{
	if (one->id == r->conference->chair_id || one->id == r->conference->minute_taker_id)
		return -2;
	if (one->id == r->needs->wanted_chair)
		return -1;
	return slot_load_in_week(r->day->world, one->id, r->day->day);
}

static int rank_of_room(const struct ranking *r, const struct resource *one)
{
	if (one->id == r->conference->room_id)
		return -1;
	if (one->is_video)
		return r->needs->no_video ? 3 : 1;
	return slot_room_has(one, r->needs->access) ? 0 : 2;
}

static int by_rank(const void *a, const void *b)
{
	const struct ranked *x = a, *y = b;

	if (x->rank != y->rank)
		return x->rank < y->rank ? -1 : 1;
	return (x->place > y->place) - (x->place < y->place);
}

static bool rank_free(const struct ranking *r, const struct resource_list *all, struct arena *mem,
		      struct resource_list *out, struct fault *f)
{
	struct ranked *ranked = arena_alloc(mem, (all->count + 1) * sizeof *ranked);
	size_t count = 0;

	for (size_t i = 0; ranked && i < all->count; i++) {
		const struct resource *one = &all->items[i];

		if (slot_bars(r->needs, one->id) || !slot_works_on(one, r->day->day) ||
		    !slot_is_free(r->day, one, r->conference->id, r->starts, r->ends))
			continue;
		ranked[count] = (struct ranked){
			one->kind == RESOURCE_ROOM ? rank_of_room(r, one) : rank_of_person(r, one), i, one};
		count++;
	}
	if (ranked)
		qsort(ranked, count, sizeof *ranked, by_rank);
	for (size_t i = 0; i < count; i++) {
		struct resource *item = ARENA_PUSH(mem, out);

		if (item)
			*item = *ranked[i].resource;
	}
	return !arena_exhausted(mem) ||
	       fault_set(f, FAULT_MEMORY, "There is not enough memory to look for who is free.");
}

bool free_at(struct casework *cw, const struct conference *conference, const struct free_at_slot *slot,
	     struct arena *mem, const struct free_at_lists *out, struct fault *f)
{
	struct booking_facts facts;
	struct slot_needs needs;
	struct slot_world world;
	struct slot_day day;
	struct ranking r = {.day = &day, .needs = &needs, .conference = conference, .starts = slot->starts};

	free_at_empty(out);
	if (slot->day == DAY_NONE || slot->starts < 0 || slot->minutes <= 0)
		return true;
	if (!booking_facts_read(cw, conference, mem, &facts, f) ||
	    !slot_world_load(cw, slot->day - 6, slot->day + 6, mem, &world, f)) /* the whole week it falls in */
		return false;
	needs = slot_needs_of(&facts, mem);
	day = slot_day_of(&world, slot->day);
	r.ends = slot->starts + slot->minutes;
	return rank_free(&r, &world.chairs, mem, out->chairs, f) && rank_free(&r, &world.rooms, mem, out->rooms, f) &&
	       rank_free(&r, &world.minute_takers, mem, out->minute_takers, f);
}

bool casework_free_at(struct casework *cw, int64_t conference, day_number day, int starts, int minutes,
		      struct arena *mem, struct resource_list *chairs, struct resource_list *rooms,
		      struct resource_list *minute_takers, struct fault *f)
{
	const struct free_at_slot slot = {day, starts, minutes};
	const struct free_at_lists lists = {chairs, rooms, minute_takers};
	struct conference found;
	bool ok;

	free_at_empty(&lists);
	if (!look_begin(cw, ACTION_BOOK, f))
		return false;
	ok = conference_reach(cw, conference, mem, &found, f) && free_at(cw, &found, &slot, mem, &lists, f);
	look_undo(cw);
	return ok;
}
