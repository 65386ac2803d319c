/* When a core group meets: booked, moved, a run of dates laid to the review, cancelled. */
#include "booking_check.h"
#include "casework/core_groups.h"
#include "core_group_reach.h"
#include "live_core_group.h"
#include "words_tidy.h"

/* --- May it be then? --- */

static bool check_day(struct casework *cw, day_number day, struct fault *f)
{
	const struct working_calendar *calendar = casework_calendar(cw);
	char words[DATE_TEXT_ROOM], before[DATE_TEXT_ROOM], closed[CLOSED_TEXT_ROOM];

	if (day == DAY_NONE)
		return fault_field(f, "day", "Enter the day the core group meets.");
	date_medium(day, words);
	if (day < casework_today(cw))
		return fault_field(f, "day",
				   "%s is past: enter a day to come, or say that the core group was held then.", words);
	if (working_day_is(day, calendar, COUNT_LOCAL))
		return true;
	date_medium(working_day_on_or_before(day, calendar, COUNT_LOCAL), before);
	return fault_field(f, "day", "%s is %s: nobody works then. The working day before is %s.", words,
			   working_day_closed_words(day, calendar, closed), before);
}

static bool is_taken(const struct core_group_reached *reached, const struct core_group_meeting *one)
{
	for (size_t i = 0; i < reached->meetings.count; i++) {
		const struct core_group_meeting *other = &reached->meetings.items[i];

		if (other->day == one->day && other->id != one->id &&
		    (other->state == CORE_GROUP_MEETING_BOOKED || other->state == CORE_GROUP_MEETING_HELD))
			return true;
	}
	return false;
}

/* A reason is only kept of a day that needs one. */
static bool check_limit(struct casework *cw, const struct core_group_reached *reached, struct core_group_meeting *one,
			struct fault *f)
{
	const struct core_group_ahead ahead = {.meetings = &reached->meetings,
					       .owed_by = reached->standing.due_on,
					       .today = casework_today(cw),
					       .except = one->id};
	day_number limit = core_group_limit(&ahead, one->day, casework_policy(cw), casework_calendar(cw));
	char words[DATE_TEXT_ROOM];

	if (limit == DAY_NONE || one->day <= limit) {
		one->late_reason = "";
		return true;
	}
	return text_is_given(one->late_reason) ||
	       fault_field(f, "late_reason", "The limit is %s: say why the core group meets after it.",
			   date_medium(limit, words));
}

static bool check_meeting(struct casework *cw, const struct core_group_reached *reached, struct core_group_meeting *one,
			  struct arena *mem, struct fault *f)
{
	char words[DATE_TEXT_ROOM];

	if (!words_tidy(&one->place, "place", false, mem, f) ||
	    !words_tidy(&one->late_reason, "late_reason", true, mem, f) || !check_day(cw, one->day, f) ||
	    !core_group_time_check(one, f) || !check_limit(cw, reached, one, f))
		return false;
	return !is_taken(reached, one) ||
	       fault_field(f, "day", "The core group meets on %s already: choose another day, or move that one.",
			   date_medium(one->day, words));
}

/* --- One --- */

/* A day that is moved says what it was and why; a time or a place may change without. */
static bool take_known(const struct core_group_reached *reached, struct core_group_meeting *one, struct arena *mem,
		       struct fault *f)
{
	struct core_group_meeting known;

	if (!core_group_booked(reached, one->id, one->version, &known, f) ||
	    !words_tidy(&one->moved_why, "moved_why", true, mem, f))
		return false;
	one->core_group_id = known.core_group_id;
	if (known.day == one->day) {
		one->moved_from = known.moved_from;
		one->moved_why = known.moved_why;
		return true;
	}
	one->moved_from = known.day;
	return *one->moved_why || fault_field(f, "moved_why", "Say why the core group is moved.");
}

static bool book_in(struct casework *cw, int64_t family, struct core_group_meeting *one, struct arena *mem,
		    struct core_group_reached *reached, struct fault *f)
{
	if (!core_group_reach(cw, family, mem, reached, f))
		return false;
	one->state = CORE_GROUP_MEETING_BOOKED;
	one->why = one->cancelled_by = one->notes = "";
	if (one->id ? !take_known(reached, one, mem, f) : !core_group_begin(cw, reached, f))
		return false;
	if (!one->id) {
		one->core_group_id = reached->group.id;
		one->moved_from = DAY_NONE;
		one->moved_why = "";
	}
	return check_meeting(cw, reached, one, mem, f) && core_group_meeting_keep(cw->store, one, f);
}

bool casework_core_group_book(struct casework *cw, int64_t family, struct core_group_meeting *meeting, struct fault *f)
{
	struct arena mem = {0};
	struct core_group_meeting one = *meeting;
	struct core_group_reached reached;
	char day[DATE_TEXT_ROOM];
	bool is_new = !meeting->id, ok;

	if (!work_begin(cw, ACTION_KEEP_CORE_GROUPS, f))
		return false;
	ok = book_in(cw, family, &one, &mem, &reached, f);
	ok = ok ? work_end(cw, f, is_new ? "core_group.book" : "core_group.move", SUBJECT_CORE_GROUP, one.core_group_id,
			   family, "%s: %s%s%s", reached.standing.reference, date_to_iso(one.day, day),
			   *one.late_reason ? "; late: " : "", one.late_reason)
		: work_undo(cw);
	if (ok) {
		meeting->id = one.id;
		meeting->version = one.version;
		meeting->core_group_id = one.core_group_id;
	}
	arena_finish(&mem);
	return ok;
}

/* --- A run to the review --- */

static bool run_of(struct casework *cw, const struct core_group_reached *reached, day_number first,
		   struct core_group_run *out, struct fault *f)
{
	char words[DATE_TEXT_ROOM], review[DATE_TEXT_ROOM];

	*out = (struct core_group_run){.review = reached->review, .review_is_booked = reached->review_is_booked};
	if (!check_day(cw, first, f))
		return false;
	if (reached->review == DAY_NONE)
		return fault_set(f, FAULT_REFUSED,
				 "No review is due for these plans: book the core groups one by one.");
	if (reached->review <= casework_today(cw))
		return fault_set(f, FAULT_REFUSED,
				 "The review of %s is not to come any more: book the next review first, then the run.",
				 date_medium(reached->review, review));
	date_medium(first, words);
	if (first >= reached->review)
		return fault_field(f, "day", "%s is not before the review on %s: begin the run earlier.", words,
				   date_medium(reached->review, review));
	for (size_t i = 0; i < reached->meetings.count; i++)
		if (reached->meetings.items[i].state == CORE_GROUP_MEETING_BOOKED &&
		    reached->meetings.items[i].day >= first)
			return fault_field(f, "day", "A core group is booked on %s already: begin the run after it.",
					   date_medium(reached->meetings.items[i].day, words));
	out->count = core_group_lay(first, reached->review, casework_policy(cw), casework_calendar(cw), out->dates);
	return true;
}

bool casework_core_group_run_try(struct casework *cw, int64_t family, day_number first, struct core_group_run *out,
				 struct fault *f)
{
	struct arena mem = {0};
	struct core_group_reached reached;
	bool ok;

	*out = (struct core_group_run){0};
	if (!look_begin(cw, ACTION_KEEP_CORE_GROUPS, f))
		return false;
	ok = core_group_reach(cw, family, &mem, &reached, f) && run_of(cw, &reached, first, out, f);
	look_undo(cw); /* asked at every key of a page that is logged */
	arena_finish(&mem);
	return ok;
}

static bool keep_run(struct casework *cw, const struct core_group_run *run, const struct core_group_meeting *first,
		     int64_t group, struct arena *mem, struct fault *f)
{
	for (size_t i = 0; i < run->count; i++) {
		const struct core_group_date *date = &run->dates[i];
		struct core_group_meeting one = *first;

		one.core_group_id = group;
		one.day = date->day;
		if (i > 0)
			one.late_reason = "";
		if (date->why) {
			one.moved_from = date->asked;
			one.moved_why = arena_text(mem, date->why);
		}
		if (!core_group_meeting_keep(cw->store, &one, f))
			return false;
	}
	return true;
}

static bool run_in(struct casework *cw, int64_t family, struct core_group_meeting *first, struct arena *mem,
		   struct core_group_reached *reached, struct core_group_run *run, struct fault *f)
{
	first->id = first->version = 0;
	first->state = CORE_GROUP_MEETING_BOOKED;
	first->why = first->cancelled_by = first->notes = first->moved_why = "";
	first->moved_from = DAY_NONE;
	return core_group_reach(cw, family, mem, reached, f) && run_of(cw, reached, first->day, run, f) &&
	       check_meeting(cw, reached, first, mem, f) && core_group_begin(cw, reached, f) &&
	       keep_run(cw, run, first, reached->group.id, mem, f);
}

bool casework_core_group_run(struct casework *cw, int64_t family, const struct core_group_meeting *first,
			     size_t *booked, struct fault *f)
{
	struct arena mem = {0};
	struct core_group_meeting one = *first;
	struct core_group_reached reached;
	struct core_group_run run;
	char from[DATE_TEXT_ROOM], to[DATE_TEXT_ROOM];
	bool ok;

	*booked = 0;
	if (!work_begin(cw, ACTION_KEEP_CORE_GROUPS, f))
		return false;
	ok = run_in(cw, family, &one, &mem, &reached, &run, f);
	ok = ok ? work_end(cw, f, "core_group.run", SUBJECT_CORE_GROUP, reached.group.id, family, "%s: %zu, %s to %s",
			   reached.standing.reference, run.count, date_to_iso(run.dates[0].day, from),
			   date_to_iso(run.dates[run.count - 1].day, to))
		: work_undo(cw);
	if (ok)
		*booked = run.count;
	arena_finish(&mem);
	return ok;
}

/* --- Given up --- */

static bool cancel_in(struct casework *cw, int64_t family, struct core_group_meeting *one, const char *by,
		      const char *why, struct arena *mem, struct core_group_reached *reached, struct fault *f)
{
	if (!words_tidy(&by, "by", false, mem, f) || !words_tidy(&why, "why", true, mem, f) ||
	    !core_group_reach(cw, family, mem, reached, f) ||
	    !core_group_booked(reached, one->id, one->version, one, f))
		return false;
	if (!*by)
		return fault_field(f, "by", "Say who cancelled it.");
	if (!*why)
		return fault_field(f, "why", "Say why it was cancelled.");
	one->state = CORE_GROUP_MEETING_CANCELLED;
	one->cancelled_by = by;
	one->why = why;
	return core_group_meeting_keep(cw->store, one, f);
}

bool casework_core_group_cancel(struct casework *cw, int64_t family, int64_t meeting, int64_t version, const char *by,
				const char *why, struct fault *f)
{
	struct arena mem = {0};
	struct core_group_meeting one = {.id = meeting, .version = version};
	struct core_group_reached reached;
	char day[DATE_TEXT_ROOM];
	bool ok;

	if (!work_begin(cw, ACTION_KEEP_CORE_GROUPS, f))
		return false;
	ok = cancel_in(cw, family, &one, by, why, &mem, &reached, f);
	ok = ok ? work_end(cw, f, "core_group.cancel", SUBJECT_CORE_GROUP, one.core_group_id, family, "%s: %s: %s",
			   reached.standing.reference, date_to_iso(one.day, day), one.why)
		: work_undo(cw);
	arena_finish(&mem);
	return ok;
}
