/* Days that suit a core group: what is known of its people, its limit and the review is read, the domain chooses. */
#include "casework/core_groups.h"
#include "core_group_reach.h"
#include "store/core_group_busy_store.h"

enum { USUAL_MINUTES = 60, USUAL_START = 10 * 60, LOOK_WD = 30 };

struct offering {
	struct casework *cw;
	struct core_group_reached reached;
	struct core_group_member_list members;
	struct core_group_busy_list busy;
	struct core_group_search search;
	struct arena *mem;
};

/* The last that was held at a known time, or is booked: what people have in their diaries. */
static void take_before(struct offering *o, int64_t except)
{
	const struct core_group_meeting_list *meetings = &o->reached.meetings;

	o->search.like_day = DAY_NONE;
	o->search.like_starts = USUAL_START;
	o->search.minutes = USUAL_MINUTES;
	for (size_t i = 0; i < meetings->count; i++) { /* by day */
		const struct core_group_meeting *one = &meetings->items[i];

		if (one->id == except ||
		    (one->state != CORE_GROUP_MEETING_HELD && one->state != CORE_GROUP_MEETING_BOOKED))
			continue;
		o->search.like_day = one->day;
		if (one->starts >= 0)
			o->search.like_starts = one->starts;
		if (one->minutes > 0)
			o->search.minutes = one->minutes;
	}
}

/* After the last that is booked, or from the next working day; a little past the limit, so that one that is late can be
 * booked at all. */
static void take_days(struct offering *o, int64_t except)
{
	const struct working_calendar *calendar = casework_calendar(o->cw);
	day_number today = casework_today(o->cw), last_booked = DAY_NONE, end;
	const struct core_group_ahead ahead = {.meetings = &o->reached.meetings,
					       .owed_by = o->reached.standing.due_on,
					       .today = today,
					       .except = except};

	for (size_t i = 0; i < o->reached.meetings.count; i++) {
		const struct core_group_meeting *one = &o->reached.meetings.items[i];

		if (one->state == CORE_GROUP_MEETING_BOOKED && one->id != except && one->day >= today)
			last_booked = one->day;
	}
	o->search.from = working_day_add(last_booked == DAY_NONE ? today : last_booked, 1, calendar, COUNT_LOCAL);
	o->search.is_first = o->reached.standing.is_first && last_booked == DAY_NONE;
	o->search.limit = core_group_limit(&ahead, o->search.from, casework_policy(o->cw), calendar);
	if (o->reached.review != DAY_NONE)
		o->search.last_before = core_group_last_before(o->reached.review, casework_policy(o->cw), calendar);
	else
		o->search.last_before = DAY_NONE;
	end = o->search.limit == DAY_NONE || o->search.limit < o->search.from ? o->search.from : o->search.limit;
	o->search.to = working_day_add(end, o->search.limit == DAY_NONE ? LOOK_WD : LOOK_WD / 3, calendar, COUNT_LOCAL);
	if (o->reached.review_is_booked && o->search.to >= o->reached.review && o->reached.review > o->search.from)
		o->search.to = o->reached.review - 1;
}

static const char *name_of(const struct offering *o, int64_t member)
{
	for (size_t i = 0; i < o->members.count; i++)
		if (o->members.items[i].id == member)
			return o->members.items[i].shown_name;
	return "Somebody";
}

static struct core_group_offer offer_of(const struct offering *o, const struct core_group_slot *slot)
{
	struct core_group_offer out = {.slot = *slot, .words = "", .is_warning = true};
	int days = casework_policy(o->cw)->core_group_before_review_wd;

	if (o->search.limit != DAY_NONE && slot->day > o->search.limit)
		out.words = "after its limit";
	else if (slot->busy_member)
		out.words = arena_printf(o->mem, "%s is elsewhere then", name_of(o, slot->busy_member));
	else if (slot->is_before_late && days > 0)
		out.words = arena_printf(o->mem, "less than %d working days before the review", days);
	else
		out.is_warning = false;
	if (out.is_warning)
		return out;
	if (slot->is_last_before && days > 0)
		out.words = "the last day before the review";
	else if (slot->is_like_before)
		out.words = "weekday and time as before";
	return out;
}

static bool read_offering(struct offering *o, int64_t family, int64_t except, struct fault *f)
{
	const struct settings *settings = casework_settings(o->cw);

	if (!core_group_reach(o->cw, family, o->mem, &o->reached, f) ||
	    !core_group_members_of(o->cw->store, o->reached.group.id, o->mem, &o->members, f))
		return false;
	take_before(o, except);
	take_days(o, except);
	o->search.calendar = casework_calendar(o->cw);
	o->search.busy = &o->busy;
	o->search.day_starts = settings->day_starts;
	o->search.day_ends = settings->day_ends;
	o->search.step = settings->slot_step;
	return core_group_busy_between(o->cw->store, o->reached.group.id, o->search.from, o->search.to, o->mem,
				       &o->busy, f);
}

bool casework_core_group_slots(struct casework *cw, int64_t family, int64_t except, size_t most, struct arena *mem,
			       struct core_group_offer_list *out, struct fault *f)
{
	struct core_group_slot slots[CORE_GROUP_SLOTS_MOST];
	struct offering o = {.cw = cw, .mem = mem};
	bool ok;

	*out = (struct core_group_offer_list){0};
	if (!look_begin(cw, ACTION_KEEP_CORE_GROUPS, f))
		return false;
	ok = read_offering(&o, family, except, f);
	look_undo(cw); /* asked of a page that is logged */
	for (size_t i = 0, count = ok ? core_group_best_slots(&o.search, slots) : 0; ok && i < count && i < most; i++) {
		struct core_group_offer *one = ARENA_PUSH(mem, out);

		ok = one || fault_set(f, FAULT_MEMORY, "There is not enough memory to look for days.");
		if (one)
			*one = offer_of(&o, &slots[i]);
	}
	return ok;
}
