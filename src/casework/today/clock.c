/* The Clock: every enquiry, transfer and postponed conference that waits, and the earliest slot each could have. */
#include "base/text.h"
#include "booking_facts.h"
#include "conflict_keeping.h"
#include "due_group.h"

#include <string.h>

#define SEARCH_WD 60 /* how far ahead the earliest slot is looked for */

struct clock_search {
	struct casework *cw;
	struct slot_world world;
	struct need_row_list needs;
	struct conflict_list conflicts;
	day_number from, to;
	struct arena *mem;
};

/* "Siân Pritchard" is "S. Pritchard" in a list; one name stays. */
static const char *brief_name(const char *name, struct arena *mem)
{
	const char *last = strrchr(name, ' ');

	return last ? arena_printf(mem, "%.*s.%s", (int)text_cluster(name), name, last) : name;
}

static const char *booked_words(const struct work_row *row, struct arena *mem)
{
	const char *place = *row->place ? row->place : row->room;

	if (row->held_on == DAY_NONE || !row->conference_id)
		return "";
	return arena_printf(mem, "%s%s%s%s%s", due_booked_words(row, mem), *row->chair ? ", " : "",
			    brief_name(row->chair, mem), *place ? ", " : "", place);
}

static const struct need_row *needs_of(const struct clock_search *s, int64_t conference)
{
	for (size_t i = 0; conference && i < s->needs.count; i++)
		if (s->needs.items[i].conference_id == conference)
			return &s->needs.items[i];
	return NULL;
}

static const char *missing_words(const struct clock_search *s, const struct clock_item *item,
				 const struct need_row *need)
{
	if (!item->conference_id)
		return "not requested";
	if (!need)
		return "";
	return arena_printf(s->mem, "%s%s%s", *need->reason ? "" : "reason",
			    !*need->reason && !*need->social_worker ? ", " : "",
			    *need->social_worker ? "" : "social worker");
}

static struct conflict_list conflicts_with(const struct clock_search *s, int64_t family)
{
	struct conflict_list out = {0};

	for (size_t i = 0; i < s->conflicts.count; i++) {
		struct conflict *one = s->conflicts.items[i].family_id == family ? ARENA_PUSH(s->mem, &out) : NULL;

		if (one)
			*one = s->conflicts.items[i];
	}
	return out;
}

/* What is known of it: a conference nobody has asked for yet needs what every initial one needs. */
static struct slot_needs slot_needs_from(const struct clock_search *s, const struct need_row *need, size_t children)
{
	const struct policy *policy = casework_policy(s->cw);
	bool second = need && need->type == CONFERENCE_SECOND;

	if (!need)
		return (struct slot_needs){
			.minutes = conference_minutes(policy, CONFERENCE_INITIAL, children, false, false),
			.access = "",
			.avoid = avoidance_read("", s->mem)};
	return (struct slot_needs){
		.conference_id = need->conference_id,
		.minutes = conference_minutes(policy, need->type, (size_t)need->child_count,
					      *need->interpreter || *need->signing, *need->sittings),
		.access = need->access,
		.avoid = avoidance_read(need->avoid, s->mem),
		.no_video = avoidance_bars_video(need->avoid),
		.barred_chair = second ? need->last_chair_id : 0,
		.conflicts = conflicts_with(s, need->family_id),
	};
}

static bool find_earliest(const struct clock_search *s, const struct slot_needs *needs, int notice, day_number last,
			  struct slot_found *out)
{
	day_number day = working_day_add(casework_today(s->cw), notice, s->world.calendar, COUNT_LOCAL);
	day_number first = slot_earliest_day(s->cw, last);

	for (day = day > first ? day : first; day <= s->to; day++) {
		struct slot_day looked;

		if (!working_day_is(day, s->world.calendar, COUNT_LOCAL))
			continue;
		looked = slot_day_from_now(s->cw, &s->world, day);
		if (slot_find_in_half(&looked, needs, true, true, out) ||
		    slot_find_in_half(&looked, needs, false, true, out))
			return true;
	}
	return false;
}

static void fill_earliest(const struct clock_search *s, const struct need_row *need, size_t children,
			  struct clock_item *item)
{
	struct slot_needs needs = slot_needs_from(s, need, children);
	bool interpreted = need && (*need->interpreter || *need->signing);
	day_number last = due_act_by(item->due, item->limit);
	struct slot_found found;
	char day[DATE_TEXT_ROOM], clock[8];

	if (!find_earliest(s, &needs, interpreted ? casework_policy(s->cw)->interpreter_notice_wd : 0, last, &found))
		return;
	item->earliest = arena_printf(s->mem, "%s %s", date_short(found.slot.day, day),
				      date_clock(found.slot.starts, clock));
	item->earliest_left = working_days_left(found.slot.day, last, s->world.calendar);
}

/* A pre-birth conference waits by two limits; it is one conference, shown by the nearer. The groups come nearest first.
 */
static bool is_there_already(const struct clock_list *list, int64_t conference)
{
	for (size_t i = 0; conference && i < list->count; i++)
		if (list->items[i].conference_id == conference)
			return true;
	return false;
}

static enum conference_type type_of(const struct work_row *row)
{
	if (row->conference_id)
		return row->type;
	return row->rule == RULE_TRANSFER_IN ? CONFERENCE_TRANSFER_IN
	       : row->rule == RULE_PREBIRTH  ? CONFERENCE_PRE_BIRTH
					     : CONFERENCE_INITIAL;
}

static bool add(const struct clock_search *s, const struct due_group *group, struct clock_list *out, struct fault *f)
{
	const struct due_item *due = &group->item;
	const struct need_row *need = needs_of(s, due->conference_id);
	struct clock_item *item;

	if (is_there_already(out, due->conference_id))
		return true;
	item = ARENA_PUSH(s->mem, out);
	if (!item)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to show the Clock.");
	*item = (struct clock_item){
		.deadline_id = due->id,
		.family_id = due->family_id,
		.enquiry_id = due->subject_kind == SUBJECT_ENQUIRY ? due->subject_id : 0,
		.conference_id = due->conference_id,
		.reference = due->reference,
		.family_words = due->family_words,
		.family = due->family,
		.type = type_of(group->row),
		.trigger_on = due->trigger_on,
		.due = due->due,
		.limit = due->limit,
		.working_days_left = due->working_days_left,
		.state = due->state,
		.booked = booked_words(group->row, s->mem),
		.earliest = "",
		.social_worker = group->row->social_worker,
	};
	item->missing = missing_words(s, item, need);
	if (!*item->booked)
		fill_earliest(s, need, due->child_count, item);
	return true;
}

static bool read_clock(struct casework *cw, struct arena *mem, struct clock_list *out, struct fault *f)
{
	const struct working_calendar *calendar = casework_calendar(cw);
	day_number today = casework_today(cw);
	struct clock_search s = {.cw = cw, .mem = mem, .from = today};
	struct work_view view = {.user_id = cw->user_id,
				 .chairs = "",
				 .until = date_number((struct civil_date){DATE_LAST_YEAR, 12, 31}),
				 .today = today};
	struct work_row_list rows;
	struct work_child_list children;
	struct due_group_list groups;

	s.to = working_day_add(today, SEARCH_WD, calendar, COUNT_LOCAL);
	if (!work_rows_waiting(cw->store, &view, mem, &rows, f) ||
	    !work_children_waiting(cw->store, cw->user_id, mem, &children, f) ||
	    !due_groups(&rows, &children, today, calendar, mem, &groups, f) ||
	    !need_rows(cw->store, cw->user_id, mem, &s.needs, f) ||
	    !conflicts_in_force(cw->store, cw->user_id, mem, &s.conflicts, f) ||
	    !slot_world_load(cw, today - 7, s.to, mem, &s.world, f))
		return false;
	for (size_t i = 0; i < groups.count; i++)
		if (!add(&s, &groups.items[i], out, f))
			return false;
	return true;
}

bool casework_clock(struct casework *cw, struct arena *mem, struct clock_list *out, struct fault *f)
{
	*out = (struct clock_list){0};
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	if (!read_clock(cw, mem, out, f))
		return look_undo(cw);
	return look_end(cw, f, "clock.look", SUBJECT_NONE, 0, 0, "%zu waiting", out->count);
}
