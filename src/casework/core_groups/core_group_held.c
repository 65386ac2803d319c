/* Whether a core group met: held and by whom, or missed and why; and its notes. */
#include "booking_check.h"
#include "casework/core_groups.h"
#include "core_group_reach.h"
#include "core_group_records.h"
#include "store/plan_version_store.h"
#include "words_tidy.h"

/* --- Held --- */

static bool check_held_day(struct casework *cw, const struct core_group_reached *reached,
			   const struct core_group_meeting *one, struct fault *f)
{
	char words[DATE_TEXT_ROOM];

	if (one->day == DAY_NONE)
		return fault_field(f, "day", "Enter the day the core group met.");
	date_medium(one->day, words);
	if (one->day > casework_today(cw))
		return fault_field(f, "day", "%s is in the future: say that it was held when it has been.", words);
	if (one->day < reached->standing.started_on)
		return fault_field(f, "day", "%s is before the plan began: enter the day the core group met.", words);
	for (size_t i = 0; i < reached->meetings.count; i++) {
		const struct core_group_meeting *other = &reached->meetings.items[i];

		if (other->state == CORE_GROUP_MEETING_HELD && other->day == one->day)
			return fault_field(f, "day", "That the core group met on %s is written down already.", words);
		if (other->state == CORE_GROUP_MEETING_BOOKED && other->day == one->day && other->id != one->id)
			return fault_field(f, "day", "One is booked for %s: say of that one that it was held.", words);
	}
	return true;
}

/* Where it was booked is kept; when it was held may be another day. */
static bool take_booked(const struct core_group_reached *reached, struct core_group_meeting *one, struct fault *f)
{
	struct core_group_meeting known;

	if (!core_group_booked(reached, one->id, one->version, &known, f))
		return false;
	one->core_group_id = known.core_group_id;
	one->late_reason = known.late_reason;
	one->moved_from = known.day == one->day ? known.moved_from : known.day;
	one->moved_why = known.day == one->day ? known.moved_why : CORE_GROUP_HELD_ELSEWHEN;
	return true;
}

static bool check_presence(const struct core_group_member_list *members, const struct core_group_presence *one,
			   struct fault *f)
{
	if ((unsigned)one->state >= ATTENDANCE_COUNT || one->state == ATTENDANCE_EXCLUDED)
		return fault_field(f, "presence", "Say how each member was there, or that they were not.");
	for (size_t i = 0; i < members->count; i++)
		if (members->items[i].id == one->member_id)
			return true;
	return fault_field(f, "presence", "Somebody is no member of this core group any more. Open it again.");
}

/* Before the meeting is settled: from then on who was there is evidence. */
static bool keep_presences(struct casework *cw, const struct core_group_meeting *one,
			   const struct core_group_presence *presences, size_t count, struct arena *mem,
			   struct fault *f)
{
	struct core_group_member_list members;

	if (!core_group_members_of(cw->store, one->core_group_id, mem, &members, f))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct core_group_presence presence = presences[i];

		if (presence.state == ATTENDANCE_NONE)
			continue;
		presence.meeting_id = one->id;
		if (!check_presence(&members, &presence, f) || !words_tidy(&presence.note, "presence", false, mem, f) ||
		    !core_group_presence_insert(cw->store, &presence, f))
			return false;
	}
	return true;
}

static bool held_in(struct casework *cw, int64_t family, struct core_group_meeting *one,
		    const struct core_group_presence *presences, size_t count, struct arena *mem,
		    struct core_group_reached *reached, struct fault *f)
{
	if (!words_tidy(&one->place, "place", false, mem, f) || !words_tidy(&one->notes, "notes", true, mem, f) ||
	    !core_group_reach(cw, family, mem, reached, f) || !check_held_day(cw, reached, one, f))
		return false;
	one->why = one->cancelled_by = "";
	one->state = CORE_GROUP_MEETING_BOOKED;
	if (one->id ? !take_booked(reached, one, f) : !core_group_begin(cw, reached, f))
		return false;
	if (!one->id) {
		one->core_group_id = reached->group.id;
		one->late_reason = one->moved_why = "";
		one->moved_from = DAY_NONE;
		one->was_not_booked = true;
		if (!core_group_meeting_keep(cw->store, one, f))
			return false;
	}
	if (!keep_presences(cw, one, presences, count, mem, f))
		return false;
	one->state = CORE_GROUP_MEETING_HELD;
	return core_group_meeting_keep(cw->store, one, f) && core_group_deadlines(cw, family, mem, f);
}

bool casework_core_group_held(struct casework *cw, int64_t family, struct core_group_meeting *meeting,
			      const struct core_group_presence *presences, size_t count, struct fault *f)
{
	struct arena mem = {0};
	struct core_group_meeting one = *meeting;
	struct core_group_reached reached;
	char day[DATE_TEXT_ROOM];
	bool ok;

	if (!work_begin(cw, ACTION_KEEP_CORE_GROUPS, f))
		return false;
	ok = held_in(cw, family, &one, presences, count, &mem, &reached, f);
	ok = ok ? work_end(cw, f, "core_group.held", SUBJECT_CORE_GROUP, one.core_group_id, family, "%s: %s%s%s",
			   reached.standing.reference, date_to_iso(one.day, day),
			   one.is_without_social_worker ? "; without the social worker" : "",
			   one.is_inquorate ? "; not quorate" : "")
		: work_undo(cw);
	if (ok) {
		meeting->id = one.id;
		meeting->version = one.version;
		meeting->core_group_id = one.core_group_id;
	}
	arena_finish(&mem);
	return ok;
}

/* --- Missed --- */

static bool missed_in(struct casework *cw, int64_t family, struct core_group_meeting *one, const char *why,
		      struct arena *mem, struct core_group_reached *reached, struct fault *f)
{
	char words[DATE_TEXT_ROOM];

	if (!words_tidy(&why, "why", true, mem, f) || !core_group_reach(cw, family, mem, reached, f) ||
	    !core_group_booked(reached, one->id, one->version, one, f))
		return false;
	if (one->day > casework_today(cw))
		return fault_set(f, FAULT_REFUSED, "%s is still to come: move it or cancel it.",
				 date_medium(one->day, words));
	if (!*why)
		return fault_field(f, "why", "Say why the core group did not meet.");
	one->state = CORE_GROUP_MEETING_MISSED;
	one->why = why;
	return core_group_meeting_keep(cw->store, one, f);
}

bool casework_core_group_missed(struct casework *cw, int64_t family, int64_t meeting, int64_t version, const char *why,
				struct fault *f)
{
	struct arena mem = {0};
	struct core_group_meeting one = {.id = meeting, .version = version};
	struct core_group_reached reached;
	char day[DATE_TEXT_ROOM];
	bool ok;

	if (!work_begin(cw, ACTION_KEEP_CORE_GROUPS, f))
		return false;
	ok = missed_in(cw, family, &one, why, &mem, &reached, f);
	ok = ok ? work_end(cw, f, "core_group.missed", SUBJECT_CORE_GROUP, one.core_group_id, family, "%s: %s: %s",
			   reached.standing.reference, date_to_iso(one.day, day), one.why)
		: work_undo(cw);
	arena_finish(&mem);
	return ok;
}

/* --- Its notes --- */

static bool notes_in(struct casework *cw, int64_t family, struct core_group_meeting *one, struct arena *mem,
		     struct core_group_reached *reached, struct fault *f)
{
	struct core_group_meeting known;

	if (!words_tidy(&one->notes, "notes", true, mem, f) || !core_group_reach(cw, family, mem, reached, f) ||
	    !core_group_was_held(reached, one->id, &known, f))
		return false;
	if (!core_group_notes_are_open(cw, family, one->id, mem, f))
		return false;
	known.notes = one->notes;
	known.version = one->version;
	if (!core_group_notes_keep(cw->store, &known, f))
		return false;
	*one = known;
	return true;
}

bool casework_core_group_notes(struct casework *cw, int64_t family, struct core_group_meeting *meeting, struct fault *f)
{
	struct arena mem = {0};
	struct core_group_meeting one = *meeting;
	struct core_group_reached reached;
	char day[DATE_TEXT_ROOM];
	bool ok;

	if (!work_begin(cw, ACTION_KEEP_CORE_GROUPS, f))
		return false;
	ok = notes_in(cw, family, &one, &mem, &reached, f);
	ok = ok ? work_end(cw, f, "core_group.notes", SUBJECT_CORE_GROUP, one.core_group_id, family, "%s: %s",
			   reached.standing.reference, date_to_iso(one.day, day))
		: work_undo(cw);
	if (ok)
		meeting->version = one.version;
	arena_finish(&mem);
	return ok;
}
