/* Taking back what was said of a core group by mistake: the meeting stays, marked, and what it met is owed again. */
#include "casework/core_groups.h"
#include "core_group_reach.h"
#include "core_group_records.h"
#include "store/core_group_said_store.h"
#include "words_tidy.h"

#include <string.h>

struct undoing {
	struct casework *cw;
	struct core_group_reached reached;
	struct core_group_meeting said; /* what was said */
	struct core_group_correction correction;
	struct arena *mem;
};

static bool find_said(struct undoing *u, int64_t meeting, int64_t version, struct fault *f)
{
	bool found = false;

	for (size_t i = 0; i < u->reached.meetings.count; i++)
		if (u->reached.meetings.items[i].id == meeting) {
			u->said = u->reached.meetings.items[i];
			found = true;
		}
	if (!found)
		return fault_set(f, FAULT_NOT_FOUND,
				 "This meeting is not in the case file any more. Look at the core group again.");
	if (u->said.version != version)
		return fault_set(f, FAULT_CONFLICT,
				 "Another person changed this meeting since you opened it. Look at it again, then make "
				 "your change.");
	return u->said.state == CORE_GROUP_MEETING_HELD || u->said.state == CORE_GROUP_MEETING_MISSED ||
	       fault_set(f, FAULT_REFUSED,
			 "Only what was said of a meeting can be taken back, that it was held or missed: it is %s.",
			 core_group_meeting_state_label(u->said.state));
}

/* From then on others went by it. */
static bool check_is_last(const struct undoing *u, struct fault *f)
{
	char words[DATE_TEXT_ROOM], later[DATE_TEXT_ROOM];

	for (size_t i = 0; i < u->reached.meetings.count; i++) {
		const struct core_group_meeting *other = &u->reached.meetings.items[i];

		if (other->state == CORE_GROUP_MEETING_HELD && other->day > u->said.day)
			return fault_set(f, FAULT_REFUSED,
					 "The core group was held on %s since: what was said of %s stays. Write what "
					 "is wrong in the notes of the later one.",
					 date_medium(other->day, later), date_medium(u->said.day, words));
	}
	return true;
}

static bool check_was_not_sent(const struct undoing *u, int64_t family, struct fault *f)
{
	struct core_group_sent_list sent;
	const struct core_group_sent *gone;

	if (!core_group_records(u->cw, family, u->mem, &sent, f))
		return false;
	gone = core_group_record_gone(&sent, u->said.id);
	return !gone ||
	       fault_set(f, FAULT_REFUSED,
			 "The record of this meeting went to %s: what it says stays. Write what is wrong in the "
			 "notes of the next one.",
			 gone->who);
}

/* On the day it was booked for; one that is booked on that day by now stands for it. */
static bool book_again(const struct undoing *u, struct core_group_meeting *again, struct fault *f)
{
	*again = core_group_meeting_blank();
	if (u->said.was_not_booked)
		return true;
	*again = u->said;
	again->id = again->version = 0;
	again->state = CORE_GROUP_MEETING_BOOKED;
	again->why = again->notes = again->cancelled_by = "";
	again->is_without_social_worker = again->is_inquorate = false;
	if (again->moved_from != DAY_NONE && strcmp(again->moved_why, CORE_GROUP_HELD_ELSEWHEN) == 0) {
		again->day = again->moved_from;
		again->moved_from = DAY_NONE;
		again->moved_why = "";
	}
	again->core_group_id = u->reached.group.id;
	for (size_t i = 0; i < u->reached.meetings.count; i++)
		if (u->reached.meetings.items[i].state == CORE_GROUP_MEETING_BOOKED &&
		    u->reached.meetings.items[i].day == again->day) {
			*again = core_group_meeting_blank();
			return true;
		}
	return core_group_meeting_keep(u->cw->store, again, f) &&
	       core_group_asked_follow(u->cw->store, u->said.id, again->id, f);
}

static bool undo_in(struct undoing *u, int64_t family, const char *why, struct core_group_meeting *again,
		    struct fault *f)
{
	bool was_held = u->said.state == CORE_GROUP_MEETING_HELD;

	if (!words_tidy(&why, "why", true, u->mem, f))
		return false;
	if (!*why)
		return fault_field(f, "why", "Say what was wrong: why it is taken back.");
	if (!check_is_last(u, f) || !check_was_not_sent(u, family, f))
		return false;
	u->correction = (struct core_group_correction){.meeting_id = u->said.id,
						       .was = u->said.state,
						       .why = why,
						       .by_user = u->cw->login,
						       .corrected_on = casework_today(u->cw)};
	if (!book_again(u, again, f) || !core_group_correct(u->cw->store, &u->correction, &u->said, f))
		return false;
	return !was_held || core_group_deadlines_undone(u->cw, family, u->said.day, u->mem, f);
}

bool casework_core_group_undo(struct casework *cw, int64_t family, int64_t meeting, int64_t version, const char *why,
			      struct core_group_meeting *again, struct fault *f)
{
	struct arena mem = {0};
	struct undoing u = {.cw = cw, .mem = &mem};
	struct core_group_meeting booked = core_group_meeting_blank();
	char day[DATE_TEXT_ROOM];
	bool ok;

	*again = core_group_meeting_blank();
	if (!work_begin(cw, ACTION_KEEP_CORE_GROUPS, f))
		return false;
	ok = core_group_reach(cw, family, &mem, &u.reached, f) && find_said(&u, meeting, version, f) &&
	     undo_in(&u, family, why, &booked, f);
	ok = ok ? work_end(cw, f, "core_group.undo", SUBJECT_CORE_GROUP, u.said.core_group_id, family,
			   "%s: %s was not %s: %s", u.reached.standing.reference, date_to_iso(u.said.day, day),
			   core_group_meeting_state_label(u.correction.was), u.correction.why)
		: work_undo(cw);
	if (ok && booked.id) {
		again->id = booked.id;
		again->version = booked.version;
		again->core_group_id = booked.core_group_id;
		again->day = booked.day;
	}
	arena_finish(&mem);
	return ok;
}
