/* The first meeting of a core group after the conference that names it. */
#include "booking_check.h"
#include "casework/live_plan.h"
#include "live_after.h"
#include "live_core_group.h"
#include "live_decision.h"
#include "live_reach.h"
#include "store/core_group_store.h"
#include "store/deadline_store.h"
#include "store/plan_store.h"
#include "words_tidy.h"

enum { MINUTES_OF_DAY = 24 * 60, LEAST_MINUTES = 5, MOST_MINUTES = 720 };

bool core_group_first_meeting(struct casework *cw, int64_t group, struct arena *mem, struct core_group_meeting *out,
			      struct fault *f)
{
	struct core_group_meeting_list all;

	*out = core_group_meeting_blank();
	if (!core_group_meetings_of(cw->store, group, mem, &all, f))
		return false;
	for (size_t i = all.count; i-- > 0;) /* by day: the last that is seen is the first */
		if (all.items[i].state != CORE_GROUP_MEETING_CANCELLED &&
		    all.items[i].state != CORE_GROUP_MEETING_MISTAKEN)
			*out = all.items[i];
	return true;
}

/* --- By when --- */

/* After a conference that makes plans it is the first of all; where that is not known, the plans tell. */
static bool is_first_of_all(struct casework *cw, const struct conference *c, struct arena *mem, bool *out,
			    struct fault *f)
{
	enum conference_type of;
	struct live_after after;

	*out = false;
	if (!live_type_repeated(cw, c, mem, &of, f))
		return false;
	if (of == CONFERENCE_REVIEW || conference_type_is_initial(of)) {
		*out = of != CONFERENCE_REVIEW;
		return true;
	}
	if (!live_after_read(cw, c, mem, &after, f))
		return false;
	for (size_t i = 0; i < after.on_plan.count && !*out; i++)
		if (!live_plan_starts_here(cw, c, after.on_plan.items[i].id, mem, out, f))
			return false;
	return true;
}

/* What this child's plan owes already; DAY_NONE when it starts with this conference. */
static bool owed_of_child(struct casework *cw, int64_t person, struct arena *mem, day_number *out, struct fault *f)
{
	static const enum rule_key rules[] = {RULE_CORE_GROUP_FIRST, RULE_CORE_GROUP_NEXT};
	struct plan_list plans;

	*out = DAY_NONE;
	if (!plans_of_person(cw->store, person, mem, &plans, f))
		return false;
	for (size_t i = 0; i < plans.count; i++)
		for (size_t k = 0; plans.items[i].ended_on == DAY_NONE && k < sizeof rules / sizeof *rules; k++) {
			struct deadline_row row;

			if (!deadline_open_one(cw->store, rules[k], SUBJECT_PLAN, plans.items[i].id, mem, &row, f))
				return false;
			if (row.id)
				*out = deadline_last_day(*out, deadline_last_day(row.due_on, row.limit_on));
		}
	return true;
}

static bool owed_already(struct casework *cw, const struct conference *c, struct arena *mem, day_number *out,
			 bool *has_new, struct fault *f)
{
	struct live_after after;

	*out = DAY_NONE;
	*has_new = false;
	if (!live_after_read(cw, c, mem, &after, f))
		return false;
	for (size_t i = 0; i < after.on_plan.count; i++) {
		day_number day;

		if (!owed_of_child(cw, after.on_plan.items[i].id, mem, &day, f))
			return false;
		*out = deadline_last_day(*out, day);
		*has_new = *has_new || day == DAY_NONE;
	}
	return true;
}

static day_number counted_from(struct casework *cw, const struct conference *c, enum rule_key rule)
{
	struct deadline_dates dates = deadline_compute(casework_policy(cw), casework_calendar(cw), rule, c->held_on);

	return deadline_last_day(dates.due, dates.limit);
}

/* A conference between core groups moves none of them: the next counts from the one that was held. */
bool core_group_meeting_due(struct casework *cw, const struct conference *conference, struct arena *mem,
			    day_number *out, struct fault *f)
{
	day_number owed;
	bool is_first, has_new;

	if (!is_first_of_all(cw, conference, mem, &is_first, f) ||
	    !owed_already(cw, conference, mem, &owed, &has_new, f))
		return false;
	if (owed == DAY_NONE)
		*out = counted_from(cw, conference, is_first ? RULE_CORE_GROUP_FIRST : RULE_CORE_GROUP_NEXT);
	else
		*out = has_new ? deadline_last_day(owed, counted_from(cw, conference, RULE_CORE_GROUP_FIRST)) : owed;
	return true;
}

/* --- Booked --- */

static bool check_day(struct casework *cw, const struct conference *c, day_number day, struct fault *f)
{
	const struct working_calendar *calendar = casework_calendar(cw);
	char words[DATE_TEXT_ROOM], next[DATE_TEXT_ROOM], closed[CLOSED_TEXT_ROOM];

	if (day == DAY_NONE)
		return fault_field(f, "day", "Enter the day the core group first meets.");
	date_medium(day, words);
	if (day < c->held_on)
		return fault_field(f, "day", "%s is before the conference: enter a later day.", words);
	if (working_day_is(day, calendar, COUNT_LOCAL))
		return true;
	date_medium(working_day_on_or_after(day, calendar, COUNT_LOCAL), next);
	return fault_field(f, "day", "%s is %s: nobody works then. The next working day is %s.", words,
			   working_day_closed_words(day, calendar, closed), next);
}

bool core_group_time_check(const struct core_group_meeting *one, struct fault *f)
{
	if (one->starts < -1 || one->starts >= MINUTES_OF_DAY)
		return fault_field(f, "starts", "Enter the time it starts, for example 9:30, or leave it empty.");
	if (one->minutes != -1 && (one->minutes < LEAST_MINUTES || one->minutes > MOST_MINUTES))
		return fault_field(f, "minutes",
				   "Enter how long it takes, from 5 minutes to 12 hours, for example 1h, or leave it "
				   "empty.");
	return one->starts < 0 || one->minutes < 0 || one->starts + one->minutes <= MINUTES_OF_DAY ||
	       fault_field(f, "minutes", "It would run past midnight: start earlier or make it shorter.");
}

/* A reason is only kept of a day that needs one. */
static bool check_limit(struct casework *cw, const struct conference *c, struct core_group_meeting *one,
			const char *late_reason, struct arena *mem, struct fault *f)
{
	char words[DATE_TEXT_ROOM];
	day_number due;

	if (!core_group_meeting_due(cw, c, mem, &due, f))
		return false;
	one->late_reason = due != DAY_NONE && one->day > due ? late_reason : "";
	return due == DAY_NONE || one->day <= due || text_is_given(late_reason) ||
	       fault_field(f, "late_reason", "The limit is %s: say why the core group first meets after it.",
			   date_medium(due, words));
}

static bool take_known(struct casework *cw, const struct conference *c, struct core_group_meeting *one,
		       struct arena *mem, struct fault *f)
{
	struct core_group_meeting known;
	struct core_group group;

	if (!core_group_of_conference(cw->store, c->id, mem, &group, f))
		return false;
	if (!group.id)
		return fault_set(f, FAULT_REFUSED, "Name the core group of %s first, then its meeting.", c->reference);
	if (!core_group_first_meeting(cw, group.id, mem, &known, f))
		return false;
	if (known.id != (one->version ? one->id : 0))
		return fault_set(
			f, FAULT_CONFLICT,
			"Another person changed the first meeting of this core group since you opened it. Look "
			"at it again, then make your change.");
	one->id = known.id;
	one->core_group_id = group.id;
	one->state = CORE_GROUP_MEETING_BOOKED;
	return true;
}

static bool meeting_in(struct casework *cw, int64_t id, struct core_group_meeting *one, const char *late_reason,
		       struct arena *mem, struct conference *c, struct fault *f)
{
	return words_tidy(&one->place, "place", false, mem, f) &&
	       words_tidy(&late_reason, "late_reason", true, mem, f) &&
	       live_reach(cw, ACTION_WRITE_RECORD, id, mem, c, f) && take_known(cw, c, one, mem, f) &&
	       check_day(cw, c, one->day, f) && core_group_time_check(one, f) &&
	       check_limit(cw, c, one, late_reason, mem, f) && core_group_meeting_keep(cw->store, one, f);
}

bool casework_live_core_group_meeting(struct casework *cw, int64_t conference, struct core_group_meeting *meeting,
				      const char *late_reason, struct fault *f)
{
	struct arena mem = {0};
	struct core_group_meeting kept = *meeting;
	char day[DATE_TEXT_ROOM];
	struct conference c;
	bool ok;

	if (!work_begin(cw, ACTION_WRITE_RECORD, f))
		return false;
	ok = meeting_in(cw, conference, &kept, late_reason, &mem, &c, f);
	ok = ok ? work_end(cw, f, "live.core_group_meeting", SUBJECT_CONFERENCE, c.id, c.family_id, "%s: %s%s%s",
			   c.reference, date_to_iso(kept.day, day), *kept.late_reason ? "; late: " : "",
			   kept.late_reason)
		: work_undo(cw);
	if (ok) {
		meeting->id = kept.id;
		meeting->version = kept.version;
		meeting->core_group_id = kept.core_group_id;
	}
	arena_finish(&mem);
	return ok;
}
