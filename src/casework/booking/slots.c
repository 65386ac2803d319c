/* Proposes slots for a conference: inside its limit, with the notice that people need, in the order an officer would
 * take them. */
#include "booking_facts.h"
#include "conference_reach.h"
#include "london.h"

#include <stdlib.h>
#include <string.h>

#define SEARCH_AFTER_LIMIT_WD 60 /* how far past the limit, or with none, a search goes */
#define REVIEW_WINDOW_WD      10 /* a review is proposed in the last weeks before its limit: it covers the whole period */
#define SAME_DAY_MINUTES      60 /* nobody can be called together sooner */
#define SAME_CHAIR_DAYS       4  /* whoever chaired before is worth this many days of waiting inside the limit */

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

/* How good a slot is: first all that is well, then what is worse and worse. Within one of these by day and time, with
 * the same chair ahead of another who is free a few days sooner. */
enum slot_class {
	SLOT_IN_WINDOW, /* well, and in the last weeks of a review's period */
	SLOT_WELL,
	SLOT_SHORT_FOR_POLICE, /* or for invitations */
	SLOT_SHORT_FOR_REPORTS,
	SLOT_SHORT_FOR_INTERPRETER, /* without one there is no conference */
	SLOT_AGAIN,                 /* a later start in a half-day that is proposed above: these classes, once more */
	SLOT_AGAINST_WISH = SLOT_AGAIN + SLOT_AGAIN,
	SLOT_LATE, /* after the limit */
	SLOT_LATE_AGAINST_WISH,
};

struct candidate {
	int class;         /* enum slot_class, SLOT_AGAIN added */
	day_number ranked; /* the day it is ranked with */
	struct slot_found found;
};
struct candidate_list {
	struct candidate *items;
	size_t count, room;
};

/* One proposal list in the making. */
struct search {
	struct casework *cw;
	const struct booking_facts *facts;
	struct slot_needs needs;
	struct slot_world world;
	struct booking_notice notice;
	day_number today, last; /* last: the day it must be held by, DAY_NONE */
	day_number from;        /* asked for, DAY_NONE */
	day_number window;      /* a review is well placed from here on, DAY_NONE */
	struct arena *mem;
	struct candidate_list candidates;
	struct proposal_list *out;
};

static day_number day_with_notice(const struct search *s, int working_days)
{
	return working_day_add(s->today, working_days, s->world.calendar, COUNT_LOCAL);
}

static const char *warning_of(const struct search *s, const struct slot_found *found)
{
	const struct slot *slot = &found->slot;
	char broken[AVOIDANCE_WORDS_ROOM];
	const char *words = "";

	if (s->last != DAY_NONE && slot->day > s->last)
		words = "after the limit";
	words = arena_joined(
		s->mem, words, "; ",
		avoidance_broken(&s->needs.avoid, slot->day, slot->starts, slot->starts + slot->minutes, broken));
	if (slot->day < day_with_notice(s, s->notice.interpreter))
		words = arena_joined(s->mem, words, "; ", "short notice for an interpreter");
	if (slot->day < day_with_notice(s, s->notice.report))
		words = arena_joined(s->mem, words, "; ", "short notice for agency reports");
	else if (slot->day < day_with_notice(s, s->notice.police))
		words = arena_joined(s->mem, words, "; ", "short notice for police");
	else if (slot->day < day_with_notice(s, s->notice.invite))
		words = arena_joined(s->mem, words, "; ", "short notice for invitations");
	if (s->needs.wanted_chair && found->chair->id != s->needs.wanted_chair)
		words = arena_joined(s->mem, words, "; ", "same chair not free");
	return words;
}

static const char *why_of(const struct search *s, const struct slot_found *found)
{
	const char *words = "";

	if (s->needs.wanted_chair && found->chair->id == s->needs.wanted_chair)
		words = "chaired the last conference";
	if (found->room->is_video)
		words = arena_joined(s->mem, words, "; ", "rooms are taken");
	else if (s->needs.access && *s->needs.access)
		words = arena_joined(s->mem, words, "; ", s->needs.access);
	return words;
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
	p->working_days_left = s->last == DAY_NONE ? 0 : working_days_left(found->slot.day, s->last, s->world.calendar);
	p->warning = warning_of(s, found);
	p->why = why_of(s, found);
	return true;
}

/* Who asks from a day on has chosen the day: notice is told, and does not put a later day first. */
static enum slot_class class_of_day(const struct search *s, day_number day)
{
	if (s->from != DAY_NONE)
		return SLOT_WELL;
	if (day < day_with_notice(s, s->notice.interpreter))
		return SLOT_SHORT_FOR_INTERPRETER;
	if (day < day_with_notice(s, s->notice.report))
		return SLOT_SHORT_FOR_REPORTS;
	if (day < day_with_notice(s, s->notice.police) || day < day_with_notice(s, s->notice.invite))
		return SLOT_SHORT_FOR_POLICE;
	return s->window != DAY_NONE && day >= s->window ? SLOT_IN_WINDOW : SLOT_WELL;
}

/* After the limit every day counts, whoever chairs; and a day that was chosen is not put behind another. */
static day_number ranked_with(const struct search *s, int class, const struct slot_found *found)
{
	bool is_worth_waiting = s->needs.wanted_chair && found->chair->id == s->needs.wanted_chair &&
				s->from == DAY_NONE && class < SLOT_LATE;

	return found->slot.day - (is_worth_waiting ? SAME_CHAIR_DAYS : 0);
}

static bool keep(struct search *s, int class, const struct slot_found *found, struct fault *f)
{
	struct candidate *one = ARENA_PUSH(s->mem, &s->candidates);

	if (!one)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to look for slots.");
	*one = (struct candidate){class, ranked_with(s, class, found), *found};
	return true;
}

/* One start that keeps what was asked and one after it; where none does, one that does not. */
static bool look_at_half(struct search *s, const struct slot_day *day, bool morning, bool is_late, struct fault *f)
{
	int class = is_late ? SLOT_LATE : (int)class_of_day(s, day->day);
	struct slot_found found;

	if (!slot_find_in_half(day, &s->needs, morning, true, &found))
		return !slot_find_in_half(day, &s->needs, morning, false, &found) ||
		       keep(s, is_late ? SLOT_LATE_AGAINST_WISH : SLOT_AGAINST_WISH, &found, f);
	if (!keep(s, class, &found, f))
		return false;
	return is_late ||
	       !slot_find(day, &s->needs, found.slot.starts + found.slot.minutes, morning ? SLOT_NOON : 24 * 60, true,
			  &found) ||
	       keep(s, SLOT_AGAIN + class, &found, f);
}

static bool look_at_days(struct search *s, day_number from, day_number to, bool is_late, struct fault *f)
{
	for (day_number day = from; day <= to && day <= s->world.to; day++) {
		struct slot_day looked;

		if (!working_day_is(day, s->world.calendar, COUNT_LOCAL))
			continue;
		looked = slot_day_from_now(s->cw, &s->world, day);
		if (!look_at_half(s, &looked, true, is_late, f) || !look_at_half(s, &looked, false, is_late, f))
			return false;
	}
	return true;
}

static int by_class_and_time(const void *a, const void *b)
{
	const struct candidate *x = a, *y = b;

	if (x->class != y->class)
		return x->class < y->class ? -1 : 1;
	if (x->ranked != y->ranked)
		return x->ranked < y->ranked ? -1 : 1;
	if (x->found.slot.day != y->found.slot.day) /* the later one has the chair who knows the family */
		return x->found.slot.day > y->found.slot.day ? -1 : 1;
	return (x->found.slot.starts > y->found.slot.starts) - (x->found.slot.starts < y->found.slot.starts);
}

/* What is after the limit is looked at only when what is inside does not fill the list: it goes to its end anyway. */
static bool search(struct search *s, size_t most, struct fault *f)
{
	day_number earliest = slot_earliest_day(s->cw, s->last), end, after;

	if (s->from != DAY_NONE && s->from > earliest)
		earliest = s->from;
	end = working_day_add(s->last == DAY_NONE || s->last < earliest ? earliest : s->last, SEARCH_AFTER_LIMIT_WD,
			      casework_calendar(s->cw), COUNT_LOCAL);
	if (!slot_world_load(s->cw, earliest - 7, end, s->mem, &s->world, f) ||
	    !look_at_days(s, earliest, s->last == DAY_NONE ? end : s->last, false, f))
		return false;
	if (s->last == DAY_NONE || s->candidates.count >= most)
		return true;
	after = day_with_notice(s, s->notice.interpreter);
	after = after > s->last + 1 ? after : s->last + 1;
	return look_at_days(s, after > earliest ? after : earliest, end, true, f);
}

bool slots_propose(struct casework *cw, const struct conference *conference, day_number from, size_t most,
		   struct arena *mem, struct proposal_list *out, struct fault *f)
{
	struct booking_facts facts;
	struct search s = {
		.cw = cw, .facts = &facts, .today = casework_today(cw), .from = from, .mem = mem, .out = out};

	if (!booking_facts_read(cw, conference, mem, &facts, f))
		return false;
	s.needs = slot_needs_of(&facts, mem);
	s.last = facts.last;
	s.notice = booking_notice_of(casework_policy(cw), conference->type,
				     *conference->interpreter || *conference->signing);
	s.world.calendar = casework_calendar(cw);
	s.window = s.last == DAY_NONE || conference->type != CONFERENCE_REVIEW
			   ? DAY_NONE
			   : working_day_add(s.last, -REVIEW_WINDOW_WD, s.world.calendar, COUNT_LOCAL);
	if (!search(&s, most, f))
		return false;
	if (s.candidates.count > 0)
		qsort(s.candidates.items, s.candidates.count, sizeof *s.candidates.items, by_class_and_time);
	for (size_t i = 0; i < s.candidates.count && i < most; i++)
		if (!propose(&s, &s.candidates.items[i].found, f))
			return false;
	return true;
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
