/* Proposes slots for a conference: inside its limit, with the notice that people need, in the order an officer would
 * take them. */
#include "booking_facts.h"
#include "london.h"

#include <string.h>

#define SEARCH_AFTER_LIMIT_WD 60 /* how far past the limit, or with none, a search goes */
#define REVIEW_WINDOW_WD      10 /* a review is proposed in the last weeks before its limit: it covers the whole period */
#define SAME_DAY_MINUTES      60 /* nobody can be called together sooner */

static bool of_kind(const struct resource_list *all, enum resource_kind kind, struct arena *mem,
		    struct resource_list *out, struct fault *f)
{
	*out = (struct resource_list){0};
	for (size_t i = 0; i < all->count; i++)
		if (all->items[i].kind == kind) {
			struct resource *one = ARENA_PUSH(mem, out);

			if (!one)
				return fault_set(f, FAULT_MEMORY, "There is not enough memory to look for slots.");
			*one = all->items[i];
		}
	return true;
}

bool slot_world_load(struct casework *cw, day_number from, day_number to, struct arena *mem, struct slot_world *out,
		     struct fault *f)
{
	const struct settings *settings = casework_settings(cw);
	struct resource_list all;

	memset(out, 0, sizeof *out);
	out->calendar = casework_calendar(cw);
	out->day_starts = settings->day_starts;
	out->day_ends = settings->day_ends;
	out->step = settings->slot_step;
	out->premeet = casework_policy(cw)->family_premeet_minutes;
	out->from = from;
	out->to = to;
	return resources_in_use(cw->store, mem, &all, f) && of_kind(&all, RESOURCE_CHAIR, mem, &out->chairs, f) &&
	       of_kind(&all, RESOURCE_ROOM, mem, &out->rooms, f) &&
	       of_kind(&all, RESOURCE_MINUTE_TAKER, mem, &out->minute_takers, f) &&
	       bookings_between(cw->store, from, to, mem, &out->taken, f);
}

day_number slot_earliest_day(const struct casework *cw, day_number last_day)
{
	day_number today = casework_today(cw);

	if (last_day == today && working_day_is(today, casework_calendar(cw), COUNT_LOCAL))
		return today;
	return working_day_add(today, 1, casework_calendar(cw), COUNT_LOCAL);
}

struct slot_day slot_day_from_now(const struct casework *cw, const struct slot_world *world, day_number day)
{
	struct slot_day out = slot_day_of(world, day);
	int soonest = london_second(work_now(cw)) / 60 + SAME_DAY_MINUTES;

	if (day == casework_today(cw) && soonest > out.earliest)
		out.earliest = soonest;
	return out;
}

/* One proposal list in the making. */
struct search {
	struct casework *cw;
	const struct booking_facts *facts;
	struct slot_needs needs;
	struct slot_world world;
	struct booking_notice notice;
	day_number today, last; /* last: the day it must be held by, DAY_NONE */
	size_t most;
	struct arena *mem;
	struct proposal_list *out;
};

static day_number day_with_notice(const struct search *s, int working_days)
{
	return working_day_add(s->today, working_days, s->world.calendar, COUNT_LOCAL);
}

static const char *also(const char *so_far, const char *more, struct arena *mem)
{
	if (!*more)
		return so_far;
	return *so_far ? arena_printf(mem, "%s; %s", so_far, more) : arena_text(mem, more);
}

static const char *warning_of(const struct search *s, const struct slot_found *found)
{
	const struct slot *slot = &found->slot;
	char broken[AVOIDANCE_WORDS_ROOM];
	const char *words = "";

	if (s->last != DAY_NONE && slot->day > s->last)
		words = "after the limit";
	words = also(words,
		     avoidance_broken(&s->needs.avoid, slot->day, slot->starts, slot->starts + slot->minutes, broken),
		     s->mem);
	if (slot->day < day_with_notice(s, s->notice.interpreter))
		words = also(words, "short notice for an interpreter", s->mem);
	if (slot->day < day_with_notice(s, s->notice.report))
		words = also(words, "short notice for agency reports", s->mem);
	else if (slot->day < day_with_notice(s, s->notice.police))
		words = also(words, "short notice for police", s->mem);
	else if (slot->day < day_with_notice(s, s->notice.invite))
		words = also(words, "short notice for invitations", s->mem);
	if (s->needs.wanted_chair && found->chair->id != s->needs.wanted_chair)
		words = also(words, "same chair not free", s->mem);
	return words;
}

static const char *why_of(const struct search *s, const struct slot_found *found)
{
	const char *words = "";

	if (s->needs.wanted_chair && found->chair->id == s->needs.wanted_chair)
		words = "chaired the last conference";
	if (found->room->is_video)
		words = also(words, "rooms are taken", s->mem);
	else if (s->needs.access && *s->needs.access)
		words = also(words, s->needs.access, s->mem);
	return words;
}

static bool is_half_used(const struct search *s, day_number day, bool morning)
{
	for (size_t i = 0; i < s->out->count; i++) {
		const struct slot *slot = &s->out->items[i].slot;

		if (slot->day == day && (slot->starts < SLOT_NOON) == morning)
			return true;
	}
	return false;
}

static bool propose(struct search *s, const struct slot_found *found, struct fault *f)
{
	struct proposal *p = ARENA_PUSH(s->mem, s->out);

	if (!p)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to look for slots.");
	p->slot = found->slot;
	p->chair = found->chair->name;
	p->room = found->room->name;
	p->minute_taker = found->minute_taker ? found->minute_taker->name : "";
	p->working_days_left = s->last == DAY_NONE
				       ? 0
				       : working_day_between(found->slot.day, s->last, s->world.calendar, COUNT_LOCAL);
	p->warning = warning_of(s, found);
	p->why = why_of(s, found);
	return true;
}

/* Day by day, a morning and an afternoon each, until enough are found. */
static bool walk(struct search *s, day_number from, day_number to, bool honour, struct fault *f)
{
	struct slot_found found;

	if (from == DAY_NONE || to == DAY_NONE)
		return true;
	for (day_number day = from; day <= to && day <= s->world.to && s->out->count < s->most; day++) {
		struct slot_day looked;

		if (!working_day_is(day, s->world.calendar, COUNT_LOCAL))
			continue;
		looked = slot_day_from_now(s->cw, &s->world, day);
		for (int half = 0; half < 2 && s->out->count < s->most; half++) {
			if (!is_half_used(s, day, half == 0) &&
			    slot_find_in_half(&looked, &s->needs, half == 0, honour, &found) && !propose(s, &found, f))
				return false;
		}
	}
	return true;
}

/* Inside the limit: first where everybody has the notice policy asks for, then where only some have, interpreters last,
 * for without one there is no conference. */
static bool walk_by_notice(struct search *s, day_number earliest, struct fault *f)
{
	const struct booking_notice *n = &s->notice;
	int most = n->invite > n->police ? n->invite : n->police;
	int report = n->report > n->interpreter ? n->report : n->interpreter;
	day_number full = day_with_notice(s, most > report ? most : report), part = day_with_notice(s, report);
	day_number spoken = day_with_notice(s, n->interpreter);
	day_number window = working_day_add(s->last, -REVIEW_WINDOW_WD, s->world.calendar, COUNT_LOCAL);

	full = full > earliest ? full : earliest;
	part = part > earliest ? part : earliest;
	spoken = spoken > earliest ? spoken : earliest;
	if (s->facts->conference.type == CONFERENCE_REVIEW && window > full && !walk(s, window, s->last, true, f))
		return false;
	return walk(s, full, s->last, true, f) && walk(s, part, s->last, true, f) &&
	       walk(s, spoken, s->last, true, f) && walk(s, earliest, s->last, true, f);
}

static bool search(struct search *s, day_number from, struct fault *f)
{
	day_number earliest = slot_earliest_day(s->cw, s->last), end, after;

	if (from != DAY_NONE && from > earliest)
		earliest = from;
	end = working_day_add(s->last == DAY_NONE || s->last < earliest ? earliest : s->last, SEARCH_AFTER_LIMIT_WD,
			      casework_calendar(s->cw), COUNT_LOCAL);
	if (!slot_world_load(s->cw, earliest - 7, end, s->mem, &s->world, f))
		return false;
	if (s->last == DAY_NONE)
		return walk(s, from == DAY_NONE ? day_with_notice(s, s->notice.report) : earliest, end, true, f) &&
		       walk(s, earliest, end, false, f);
	if (!(from == DAY_NONE ? walk_by_notice(s, earliest, f) : walk(s, earliest, s->last, true, f)) ||
	    !walk(s, earliest, s->last, false, f))
		return false;
	if (s->out->count > 0)
		return true;
	after = day_with_notice(s, s->notice.interpreter);
	after = after > s->last + 1 ? after : s->last + 1;
	after = after > earliest ? after : earliest;
	return walk(s, after, end, true, f) && walk(s, after, end, false, f);
}

bool slots_propose(struct casework *cw, const struct conference *conference, day_number from, size_t most,
		   struct arena *mem, struct proposal_list *out, struct fault *f)
{
	struct booking_facts facts;
	struct search s = {
		.cw = cw, .facts = &facts, .today = casework_today(cw), .most = most, .mem = mem, .out = out};

	if (!booking_facts_read(cw, conference, mem, &facts, f))
		return false;
	s.needs = slot_needs_of(&facts, mem);
	s.last = booking_last_day(facts.due, facts.limit);
	s.notice = booking_notice_of(casework_policy(cw), conference->type,
				     *conference->interpreter || *conference->signing);
	s.world.calendar = casework_calendar(cw);
	return search(&s, from, f);
}

bool casework_propose_slots(struct casework *cw, int64_t conference, day_number from, size_t most, struct arena *mem,
			    struct proposal_list *out, struct fault *f)
{
	struct conference found;

	*out = (struct proposal_list){0};
	if (!look_begin(cw, ACTION_BOOK, f))
		return false;
	if (!conference_reach(cw, conference, mem, &found, f) || !slots_propose(cw, &found, from, most, mem, out, f))
		return look_undo(cw);
	return look_end(cw, f, "booking.slots", SUBJECT_CONFERENCE, conference, found.family_id, "%s: %zu proposed",
			found.reference, out->count);
}
