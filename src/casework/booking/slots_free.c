/* Is a chair, a room and a minute-taker free at the same time? Pure: over what slot_world holds. */
#include "slots.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#define LUNCH_OVER (13 * 60)

struct slot_day slot_day_of(const struct slot_world *world, day_number day)
{
	struct slot_day out = {.world = world, .day = day, .earliest = world->day_starts};
	size_t low = 0, high = world->taken.count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (world->taken.items[middle].day < day)
			low = middle + 1;
		else
			high = middle;
	}
	out.first = world->taken.items + low;
	while (low + out.count < world->taken.count && out.first[out.count].day == day)
		out.count++;
	return out;
}

bool slot_is_free(const struct slot_day *day, const struct resource *resource, int64_t conference, int starts, int ends)
{
	if (resource->is_video)
		return true;
	for (size_t i = 0; i < day->count; i++) {
		const struct booking_row *taken = &day->first[i];

		if (taken->resource_id == resource->id && taken->conference_id != conference && taken->starts < ends &&
		    starts < taken->ends)
			return false;
	}
	return true;
}

bool slot_room_has(const struct resource *room, const char *access)
{
	const char *at = access ? access : "";
	char word[64];

	while (*at) {
		size_t bytes;

		while (*at && (strchr(",;\n", *at) || isspace((unsigned char)*at)))
			at++;
		bytes = strcspn(at, ",;\n");
		while (bytes > 0 && isspace((unsigned char)at[bytes - 1]))
			bytes--;
		if (bytes >= sizeof word)
			return false;
		memcpy(word, at, bytes);
		word[bytes] = '\0';
		if (bytes > 0 && !strcasestr(room->access, word))
			return false;
		at += bytes;
	}
	return true;
}

bool slot_bars(const struct slot_needs *needs, int64_t resource)
{
	return (needs->barred_chair && resource == needs->barred_chair) || conflict_of(&needs->conflicts, resource);
}

bool slot_works_on(const struct resource *resource, day_number day)
{
	return resource->weekdays >> date_weekday(day) & 1;
}

int slot_load_in_week(const struct slot_world *world, int64_t resource, day_number day)
{
	day_number monday = day - (day_number)date_weekday(day);
	const struct booking_row *end = world->taken.items + world->taken.count;
	int load = 0;

	for (const struct booking_row *taken = slot_day_of(world, monday).first; taken < end && taken->day < monday + 7;
	     taken++)
		if (taken->resource_id == resource)
			load++;
	return load;
}

/* The preferred one when free, else the free one with least that week. Where several have equally little, whose turn it
 * is goes by conference and day, or everything would fall to the first of the list. */
static const struct resource *pick(const struct slot_day *day, const struct resource_list *from, int64_t wanted,
				   const struct slot_needs *needs, int starts, int ends)
{
	const struct resource *best = NULL;
	size_t turn = (size_t)(needs->conference_id + day->day);
	int best_load = 0;

	for (size_t i = 0; i < from->count; i++) {
		const struct resource *one = &from->items[(turn + i) % from->count];
		int load;

		if (slot_bars(needs, one->id) || !slot_works_on(one, day->day) ||
		    !slot_is_free(day, one, needs->conference_id, starts, ends))
			continue;
		if (one->id == wanted)
			return one;
		load = slot_load_in_week(day->world, one->id, day->day);
		if (!best || load < best_load) {
			best = one;
			best_load = load;
		}
	}
	return best;
}

/* A room where people can sit together comes first; video when every such room is taken. */
static const struct resource *pick_room(const struct slot_day *day, const struct slot_needs *needs, int starts,
					int ends)
{
	const struct resource *video = NULL;

	for (size_t i = 0; i < day->world->rooms.count; i++) {
		const struct resource *room = &day->world->rooms.items[i];

		if (!slot_works_on(room, day->day))
			continue;
		if (room->is_video)
			video = video ? video : room;
		else if (slot_room_has(room, needs->access) &&
			 slot_is_free(day, room, needs->conference_id, starts, ends))
			return room;
	}
	return needs->no_video ? NULL : video;
}

static bool fill(const struct slot_day *day, const struct slot_needs *needs, int starts, struct slot_found *out)
{
	int ends = starts + needs->minutes;

	memset(out, 0, sizeof *out);
	out->room = pick_room(day, needs, starts, ends);
	if (!out->room)
		return false;
	out->chair = pick(day, &day->world->chairs, needs->wanted_chair, needs, starts, ends);
	out->minute_taker = pick(day, &day->world->minute_takers, 0, needs, starts, ends);
	if (!out->chair || (!out->minute_taker && day->world->minute_takers.count > 0))
		return false;
	out->slot = (struct slot){.day = day->day,
				  .starts = starts,
				  .minutes = needs->minutes,
				  .chair_id = out->chair->id,
				  .room_id = out->room->id,
				  .minute_taker_id = out->minute_taker ? out->minute_taker->id : 0,
				  .place = ""};
	return true;
}

static bool find_with(const struct slot_day *day, const struct slot_needs *needs, int from, int before, bool honour,
		      bool only_wanted_chair, struct slot_found *out)
{
	char words[AVOIDANCE_WORDS_ROOM];
	int start = from > day->earliest ? from : day->earliest;
	int step = day->world->step > 0 ? day->world->step : 30;

	start = day->world->day_starts + (start - day->world->day_starts + step - 1) / step * step;
	for (; start < before && start + needs->minutes <= day->world->day_ends; start += step) {
		if (honour && *avoidance_broken(&needs->avoid, day->day, start, start + needs->minutes, words))
			continue;
		if (fill(day, needs, start, out) && (!only_wanted_chair || out->chair->id == needs->wanted_chair))
			return true;
	}
	return false;
}

/* The chair who knows the family is worth an hour's later start, not another half-day. */
bool slot_find(const struct slot_day *day, const struct slot_needs *needs, int from, int before, bool honour,
	       struct slot_found *out)
{
	return (needs->wanted_chair && find_with(day, needs, from, before, honour, true, out)) ||
	       find_with(day, needs, from, before, honour, false, out);
}

/* Half past nine where the doors open at nine and the chair meets the family for half an hour; after lunch the same. */
bool slot_find_in_half(const struct slot_day *day, const struct slot_needs *needs, bool morning, bool honour,
		       struct slot_found *out)
{
	int opens = morning ? day->world->day_starts : LUNCH_OVER, ends = morning ? SLOT_NOON : 24 * 60;
	int first = opens + day->world->premeet;

	return slot_find(day, needs, first, ends, honour, out) ||
	       slot_find(day, needs, morning ? opens : SLOT_NOON, first < ends ? first : ends, honour, out);
}
