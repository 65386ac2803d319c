/* What must be answered before a slot can be taken, one sentence for the first thing that is missing. */
#include "booking_check.h"

#include "base/text.h"
#include "conference_reach.h"
#include "conflict_keeping.h"

#include <string.h>

#define DAY_MINUTES (24 * 60)

bool text_is_given(const char *text)
{
	return text && text[strspn(text, " \t\n")] != '\0';
}

bool conference_is_as_read(const struct conference *conference, int64_t version, struct fault *f)
{
	return conference->version == version ||
	       fault_set(f, FAULT_CONFLICT,
			 "Another person changed %s since you opened it. Look at it again, then make your change.",
			 conference->reference);
}

static bool check_day(struct casework *cw, day_number day, struct fault *f)
{
	const struct working_calendar *calendar = casework_calendar(cw);
	char words[DATE_TEXT_ROOM], next[DATE_TEXT_ROOM], closed[CLOSED_TEXT_ROOM];

	if (day == DAY_NONE)
		return fault_field(f, "day", "Enter the day of the conference.");
	date_medium(day, words);
	if (day < casework_today(cw))
		return fault_field(f, "day", "%s is in the past: choose today or a later day.", words);
	if (working_day_is(day, calendar, COUNT_LOCAL))
		return true;
	date_medium(working_day_on_or_after(day, calendar, COUNT_LOCAL), next);
	return fault_field(f, "day", "%s is %s: no conference is held then. The next working day is %s.", words,
			   working_day_closed_words(day, calendar, closed), next);
}

static bool check_time(const struct slot *slot, struct fault *f)
{
	if (slot->starts < 0 || slot->starts >= DAY_MINUTES)
		return fault_field(f, "starts", "Enter the time it starts, for example 9:30.");
	if (slot->minutes < 5 || slot->minutes > 720)
		return fault_field(f, "minutes",
				   "Enter how long it takes, from 5 minutes to 12 hours, for example 1h30.");
	if (slot->starts + slot->minutes > DAY_MINUTES)
		return fault_field(f, "minutes", "It would run past midnight: start earlier or make it shorter.");
	return true;
}

static bool has_any(const struct resource_list *all, enum resource_kind kind)
{
	for (size_t i = 0; i < all->count; i++)
		if (all->items[i].kind == kind)
			return true;
	return false;
}

static bool check_one(const struct resource_list *all, enum resource_kind kind, int64_t id, struct fault *f)
{
	static const char *const fields[] = {"chair", "room", "minute_taker"};
	static const char *const ask[] = {"Choose who chairs it.", "Choose a room, or say where it is held.",
					  "Choose who takes the minutes."};

	for (size_t i = 0; i < all->count; i++)
		if (all->items[i].id == id && all->items[i].kind == kind)
			return true;
	if (!id)
		return fault_field(f, fields[kind], "%s", ask[kind]);
	return fault_field(f, fields[kind], "This %s is no longer in the authority's list. %s",
			   kind == RESOURCE_MINUTE_TAKER ? "minute-taker" : fields[kind], ask[kind]);
}

/* A room typed as an outside place would stay free for everybody else. Video rooms are never taken. */
static bool check_place(const struct resource_list *all, const struct slot *slot, struct arena *mem, struct fault *f)
{
	const char *tidy = slot->place ? text_tidy(mem, slot->place, false) : "";
	const char *typed = tidy ? text_fold(mem, tidy) : "";

	for (size_t i = 0; *typed && i < all->count; i++) {
		const struct resource *room = &all->items[i];

		if (room->kind == RESOURCE_ROOM && !room->is_video && room->id != slot->room_id &&
		    strcmp(text_fold(mem, room->name), typed) == 0)
			return fault_field(
				f, "place",
				"%s is one of the authority's own rooms: choose it as the room, so that it is "
				"taken for this conference.",
				room->name);
	}
	return true;
}

static bool check_resources(struct casework *cw, const struct booking_facts *facts, const struct slot *slot,
			    struct arena *mem, struct fault *f)
{
	struct resource_list all;

	if (!resources_in_use(cw->store, mem, &all, f) || !check_one(&all, RESOURCE_CHAIR, slot->chair_id, f))
		return false;
	if (facts->conference.type == CONFERENCE_SECOND && slot->chair_id == facts->last_chair_id)
		return fault_field(f, "chair",
				   "This chair held the conference that was complained about: a second conference has "
				   "another one.");
	if (!conflict_refuses_none(&facts->conflicts, slot->chair_id, "chair", f) ||
	    !conflict_refuses_none(&facts->conflicts, slot->minute_taker_id, "minute_taker", f) ||
	    !check_place(&all, slot, mem, f))
		return false;
	if ((slot->room_id || !text_is_given(slot->place)) && !check_one(&all, RESOURCE_ROOM, slot->room_id, f))
		return false;
	if (!slot->minute_taker_id && !has_any(&all, RESOURCE_MINUTE_TAKER))
		return true;
	return check_one(&all, RESOURCE_MINUTE_TAKER, slot->minute_taker_id, f);
}

bool booking_is_free(struct casework *cw, const struct slot *slot, int64_t conference, struct arena *mem,
		     struct fault *f)
{
	const struct {
		const char *field, *what;
		int64_t id;
	} taken[] = {{"chair", "chair", slot->chair_id},
		     {"room", "room", slot->room_id},
		     {"minute_taker", "minute-taker", slot->minute_taker_id}};
	char day[DATE_TEXT_ROOM], starts[8], ends[8];

	for (size_t i = 0; i < sizeof taken / sizeof *taken; i++) {
		struct booking_row wanted = {taken[i].id, conference, slot->day, slot->starts,
					     slot->starts + slot->minutes};
		struct clash clash;
		bool may = true;

		if (!taken[i].id)
			continue;
		if (!booking_clash(cw->store, &wanted, mem, &clash, f) ||
		    (clash.family_id && !work_may_see_family(cw, clash.family_id, &may, f)))
			return false;
		if (clash.conference_id)
			return fault_field(f, taken[i].field,
					   "%s is taken by %s from %s to %s on %s. Choose another %s or time.",
					   clash.resource, may ? clash.reference : "another conference",
					   date_clock(clash.starts, starts), date_clock(clash.ends, ends),
					   date_medium(slot->day, day), taken[i].what);
	}
	return true;
}

bool booking_is_late(const struct booking_facts *facts, day_number day)
{
	day_number last = facts->last;

	return last != DAY_NONE && day > last;
}

static bool check_lateness(const struct booking_facts *facts, const struct booking *booking, struct fault *f)
{
	char words[DATE_TEXT_ROOM];

	if (!booking_is_late(facts, booking->slot.day))
		return true;
	date_medium(facts->last, words);
	if (!text_is_given(booking->late_reason))
		return fault_field(f, "late_reason", "The limit is %s: say why this conference is held after it.",
				   words);
	if (!text_is_given(booking->late_agreed_by))
		return fault_field(f, "late_agreed_by",
				   "The limit is %s: say which manager and chair agreed to a later day.", words);
	return true;
}

static bool is_same_slot(const struct conference *c, const struct slot *slot)
{
	return c->held_on == slot->day && c->starts == slot->starts && c->minutes == slot->minutes &&
	       c->chair_id == slot->chair_id && c->room_id == slot->room_id &&
	       c->minute_taker_id == slot->minute_taker_id && strcmp(c->place, slot->place ? slot->place : "") == 0;
}

static bool check_answers(const struct booking_facts *facts, const struct booking *booking,
			  const struct transition *step, struct fault *f)
{
	if (step->step == STEP_MOVE && is_same_slot(&facts->conference, &booking->slot))
		return fault_field(f, "day",
				   "It is booked for exactly this slot already: choose another, or leave it as it is.");
	if (!check_lateness(facts, booking, f))
		return false;
	if (step->needs_reason && !text_is_given(booking->reason))
		return fault_field(f, "reason", "Say why it is moved: the reason is kept in its history.");
	if (step->needs_agreement && !text_is_given(booking->agreed_by))
		return fault_field(f, "agreed_by", "Say who agreed to the move, for example the chair.");
	return true;
}

bool booking_check(struct casework *cw, const struct booking_facts *facts, const struct booking *booking,
		   struct arena *mem, const struct transition **step, struct fault *f)
{
	const struct conference *c = &facts->conference;
	enum conference_step wanted = conference_state_awaits_slot(c->state) ? STEP_BOOK : STEP_MOVE;

	return conference_is_as_read(c, booking->version, f) && transition_check(c->state, wanted, step, f) &&
	       check_day(cw, booking->slot.day, f) && check_time(&booking->slot, f) &&
	       check_resources(cw, facts, &booking->slot, mem, f) &&
	       booking_is_free(cw, &booking->slot, c->id, mem, f) && check_answers(facts, booking, *step, f);
}

/* Asked at every field left: it shows nothing that booking_facts has not shown, so it leaves no row of its own. */
bool casework_booking_check(struct casework *cw, const struct booking *booking, struct fault *f)
{
	struct arena mem = {0};
	struct conference conference;
	struct booking_facts facts;
	const struct transition *step;
	bool ok = false;

	if (!look_begin(cw, ACTION_BOOK, f))
		return false;
	ok = conference_reach(cw, booking->conference_id, &mem, &conference, f) &&
	     booking_facts_read(cw, &conference, &mem, &facts, f) && booking_check(cw, &facts, booking, &mem, &step, f);
	look_undo(cw);
	arena_finish(&mem);
	return ok;
}
