/* The brief's course of things: when and where, why now, and what was decided so far. */
#include "brief_lines.h"

#include <string.h>

/* --- When --- */

static const char *slot_sentence(const struct brief_work *w)
{
	const struct conference *c = w->conference;
	const char *place = *c->room ? c->room : c->place;
	char day[DATE_TEXT_ROOM], from[8], to[8];
	const char *words = arena_printf(w->mem, "%s, %s", conference_type_label(c->type),
					 date_medium(c->held_on, day));

	if (c->starts >= 0)
		words = arena_printf(w->mem, "%s %s", words, date_clock(c->starts, from));
	if (c->starts >= 0 && c->minutes >= 0)
		words = arena_printf(w->mem, "%s-%s", words, date_clock(c->starts + c->minutes, to));
	return brief_listed(words, ", ", *place ? place : "no place yet", w->mem);
}

static const char *premeet_words(const struct brief_work *w, int starts)
{
	int minutes = casework_policy(w->cw)->family_premeet_minutes;
	char at[8];

	if (minutes <= 0 || starts < minutes)
		return "";
	return arena_printf(w->mem, "Meet the family at %s, %d minutes before", date_clock(starts - minutes, at),
			    minutes);
}

void brief_when(struct brief_work *w)
{
	const struct conference *c = w->conference;

	if (c->held_on == DAY_NONE) {
		brief_say(w, BRIEF_WORRY, arena_printf(w->mem, "%s, no day yet", conference_type_label(c->type)));
		return;
	}
	brief_say(w, BRIEF_PLAIN, slot_sentence(w));
	if (c->starts >= 0 && conference_state_is_to_be_held(c->state))
		brief_say(w, BRIEF_PLAIN, premeet_words(w, c->starts));
	brief_review_notes(w, BRIEF_PLAIN, REVIEW_NOTE_COMBINED);
	if (!conference_state_is_to_be_held(c->state))
		brief_say(w, BRIEF_PLAIN, conference_state_label(c->state));
	brief_say(w, *c->chair ? BRIEF_PLAIN : BRIEF_WORRY,
		  arena_printf(w->mem, "%s%s · %s%s", *c->chair ? "Chair " : "", *c->chair ? c->chair : "No chair yet",
			       *c->minute_taker ? "minutes " : "nobody takes the minutes yet", c->minute_taker));
}

/* --- Why now --- */

static void say_limit(struct brief_work *w)
{
	const struct booking_facts *facts = &w->facts;
	day_number last = facts->last;
	bool is_late = last != DAY_NONE && w->conference->held_on != DAY_NONE && w->conference->held_on > last;
	char day[DATE_TEXT_ROOM];

	if (last == DAY_NONE)
		return;
	brief_say(w, is_late ? BRIEF_WORRY : BRIEF_PLAIN,
		  arena_printf(w->mem, "%s: limit %s%s", facts->rule_words, date_medium(last, day),
			       is_late ? ", held after it" : ""));
}

/* The reason stands in the invitations of professionals and in none to the family. */
void brief_why_now(struct brief_work *w)
{
	const struct conference *c = w->conference;

	brief_say(w, BRIEF_RESTRICTED, brief_in_one_line(w->mem, c->reason));
	if (!*c->reason)
		brief_say(w, BRIEF_WORRY, "No reason is recorded.");
	brief_review_notes(w, BRIEF_RESTRICTED, REVIEW_NOTE_EARLY);
	say_limit(w);
	if (*c->late_reason)
		brief_say(w, BRIEF_RESTRICTED | BRIEF_WORRY,
			  arena_printf(w->mem, "Late because: %s%s%s%s", brief_in_one_line(w->mem, c->late_reason),
				       *c->late_agreed_by ? " (agreed by " : "", c->late_agreed_by,
				       *c->late_agreed_by ? ")" : ""));
	brief_lead(w, BRIEF_RESTRICTED, "Until then", brief_in_one_line(w->mem, c->interim_plan));
}

/* --- So far --- */

static const struct plan *open_plan_of(const struct brief_work *w, int64_t child)
{
	for (size_t i = 0; i < w->plans.count; i++)
		if (w->plans.items[i].person_id == child && w->plans.items[i].ended_on == DAY_NONE)
			return &w->plans.items[i];
	return NULL;
}

/* Ended ones in this file, or what another authority or an earlier system counted: whichever is more. */
static int plans_before(const struct brief_work *w, int64_t child, const struct plan *open)
{
	int ended = 0, counted = open ? open->previous_plans : 0;

	for (size_t i = 0; i < w->plans.count; i++) {
		const struct plan *one = &w->plans.items[i];

		if (one->person_id != child || one->ended_on == DAY_NONE)
			continue;
		ended++;
		if (one->previous_plans + 1 > counted)
			counted = one->previous_plans + 1;
	}
	return ended > counted ? ended : counted;
}

static day_number last_ended(const struct brief_work *w, int64_t child)
{
	day_number last = DAY_NONE;

	for (size_t i = 0; i < w->plans.count; i++)
		if (w->plans.items[i].person_id == child && w->plans.items[i].ended_on > last)
			last = w->plans.items[i].ended_on;
	return last;
}

static const char *before_words(int before, struct arena *mem)
{
	return before == 0 ? "none before" : before == 1 ? "one before" : arena_printf(mem, "%d before", before);
}

static const char *plan_words(const struct brief_work *w, int64_t child)
{
	const struct plan *open = open_plan_of(w, child);
	int before = plans_before(w, child, open);
	day_number ended = last_ended(w, child);
	char day[DATE_TEXT_ROOM];
	const char *first = "";

	if (!open)
		return ended == DAY_NONE ? "no plan now or before"
					 : arena_printf(w->mem, "no plan now; %s, the last until %s",
							before_words(before, w->mem), date_plain(ended, day));
	if (open->category_initial != open->category_latest)
		first = arena_printf(w->mem, " (first %s)", category_label(open->category_initial));
	return arena_printf(w->mem, "plan since %s, %s%s; %s", date_plain(open->started_on, day),
			    category_label(open->category_latest), first, before_words(before, w->mem));
}

static bool is_told(const struct brief_work *w, size_t child, const char *words)
{
	for (size_t i = 0; i < child; i++)
		if (strcmp(plan_words(w, w->outlook.children.items[i].id), words) == 0)
			return true;
	return false;
}

/* Children whose plans are alike are told of in one line. */
static void say_plans(struct brief_work *w)
{
	const struct person_list *children = &w->outlook.children;

	for (size_t i = 0; i < children->count; i++) {
		const char *words = plan_words(w, children->items[i].id), *names = "";
		size_t alike = 0;

		if (is_told(w, i, words))
			continue;
		for (size_t j = i; j < children->count; j++)
			if (strcmp(plan_words(w, children->items[j].id), words) == 0) {
				names = brief_listed(names, ", ", outlook_child(&children->items[j], w->mem), w->mem);
				alike++;
			}
		if (alike == children->count && alike > 1)
			names = "All children";
		brief_lead(w, BRIEF_PLAIN, names, words);
	}
}

/* "Ada Fri 10 Apr, alone Fri 10 Apr; Chidi never": of children on a plan, once a visit was written down. */
static const char *seen_words(const struct brief_work *w)
{
	const char *words = "";
	char seen[DATE_TEXT_ROOM], alone[DATE_TEXT_ROOM];

	for (size_t i = 0; w->visits.visits.count && i < w->visits.children.count; i++) {
		const struct visit_standing *one = &w->visits.children.items[i];

		if (!one->plan_id || one->is_unborn)
			continue;
		words = brief_listed(
			words, "; ",
			one->last_seen == DAY_NONE
				? arena_printf(w->mem, "%s never", one->name)
				: arena_printf(w->mem, "%s %s, alone %s", one->name, date_short(one->last_seen, seen),
					       one->last_alone == DAY_NONE ? "never"
									   : date_short(one->last_alone, alone)),
			w->mem);
	}
	return words;
}

void brief_plan_so_far(struct brief_work *w)
{
	char day[DATE_TEXT_ROOM];

	say_plans(w);
	brief_lead(w, BRIEF_PLAIN, "Seen last at a visit", seen_words(w));
	brief_review_notes(w, BRIEF_PLAIN, REVIEW_NOTE_LOOKED_AFTER);
	if (w->last.id == 0)
		brief_say(w, BRIEF_PLAIN, "No conference was held before.");
	else
		brief_say(w, BRIEF_PLAIN,
			  arena_printf(w->mem, "Last conference: %s %s%s%s · %s", conference_type_brief(w->last.type),
				       date_medium(w->last.held_on, day), *w->last.chair ? ", chair " : "",
				       w->last.chair, w->last.reference));
	brief_say(w, BRIEF_WORRY, w->stands);
}
