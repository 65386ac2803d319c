/* Ticking a task done, waiving it, and taking either back: a whole sibling group at once or not at all. */
#include "booking_check.h"
#include "casework/worklist.h"
#include "store/conference_store.h"
#include "store/deadline_store.h"
#include "words_tidy.h"

#include <stdlib.h>
#include <string.h>

#define DONE_BEFORE_IT_BEGAN 60 /* days */

/* What is asked of each row of a group. */
struct mark {
	enum deadline_standing standing;
	day_number on;
	const char *reason;
	int64_t family, first;
	enum subject_kind kind;
	const char *rules; /* "bundle", for the audit row */
	size_t count;
};

static bool check_open(const struct deadline_row *row, const struct mark *mark, struct fault *f)
{
	enum lane lane = rule_lane(row->rule);

	if (row->state != STANDING_OPEN)
		return fault_set(f, FAULT_REFUSED, "This task (%s) is %s already. Look at the list again.",
				 rule_label(row->rule), deadline_standing_token(row->state));
	if (row->rule == RULE_CORE_GROUP_FIRST || row->rule == RULE_CORE_GROUP_NEXT)
		return fault_set(f, FAULT_REFUSED,
				 "A core group is not ticked or waived: it is met when the group has met. Say on the "
				 "Core groups board that it was held, or missed and why.");
	if (mark->standing == STANDING_DONE && row->rule == RULE_VISIT)
		return fault_set(
			f, FAULT_REFUSED,
			"A visit is not ticked: it is met when the child was seen. Write the visit down; Enter "
			"opens the family's visits.");
	if (mark->standing == STANDING_DONE && row->rule == RULE_REVIEW_UPDATE)
		return fault_set(f, FAULT_REFUSED,
				 "The update of a review is not ticked: say who was asked, on the list of reviews to "
				 "come, and this task is done.");
	if (mark->standing == STANDING_DONE && (lane == LANE_BOOK || lane == LANE_REVIEWS))
		return fault_set(f, FAULT_REFUSED,
				 "The limit of a conference is not ticked: it is met when the conference has been "
				 "held. Book it, or "
				 "have a manager waive it.");
	return true;
}

static bool check_settled(struct casework *cw, const struct deadline_row *row, struct arena *mem, struct fault *f)
{
	struct deadline_row open;

	if (row->state != STANDING_DONE && row->state != STANDING_WAIVED)
		return fault_set(f, FAULT_REFUSED, "This task (%s) is %s, so there is nothing to take back.",
				 rule_label(row->rule), deadline_standing_token(row->state));
	if (row->rule == RULE_REVIEW_UPDATE && row->state == STANDING_DONE)
		return fault_set(f, FAULT_REFUSED,
				 "That the update was asked for is kept, and so it is not owed again: ask once more on "
				 "the list of reviews to come.");
	if (!deadline_open_one(cw->store, row->rule, row->subject_kind, row->subject_id, mem, &open, f))
		return false;
	return !open.id ||
	       fault_set(f, FAULT_REFUSED, "A newer task of the same kind (%s) is open: work with that one.",
			 rule_label(row->rule));
}

/* No task was done before this. Work that was begun on paper comes into the file weeks later, never a year. */
static bool first_day_of(struct casework *cw, const struct deadline_row *row, struct arena *mem, day_number *out,
			 struct fault *f)
{
	struct conference conference = {.requested_on = DAY_NONE};
	day_number began = row->trigger_on;

	if (row->subject_kind == SUBJECT_CONFERENCE &&
	    !conference_by_id(cw->store, row->subject_id, mem, &conference, f))
		return false;
	if (conference.requested_on != DAY_NONE && conference.requested_on < began)
		began = conference.requested_on;
	*out = began - DONE_BEFORE_IT_BEGAN;
	return true;
}

/* The same day and month, in the first year in which the task existed. */
static day_number in_its_time(day_number on, day_number first)
{
	struct civil_date date = date_civil(on);
	day_number day = on;

	for (int years = 0; day < first && years < 200; years++) {
		date.year++;
		if (date_is_real(date))
			day = date_number(date);
	}
	return day;
}

/* A day without its year is read as the last one that was; of a day to come that is last year's. */
static bool check_done_on(struct casework *cw, const struct deadline_row *row, day_number on, struct arena *mem,
			  struct fault *f)
{
	day_number first, meant;
	char day[DATE_TEXT_ROOM], words[DATE_TEXT_ROOM];

	if (!first_day_of(cw, row, mem, &first, f))
		return false;
	if (on >= first)
		return true;
	meant = in_its_time(on, first);
	date_medium(on, day);
	date_medium(meant, words);
	if (meant > casework_today(cw))
		return fault_field(
			f, "on",
			"%s is in the future, and %s is long before this task (%s) existed. Enter the day it "
			"was done.",
			words, day, rule_label(row->rule));
	return fault_field(f, "on",
			   "%s is long before this task (%s) existed: was it on %s? Enter the day it was done.", day,
			   rule_label(row->rule), words);
}

static bool mark_one(struct casework *cw, int64_t id, struct mark *mark, struct arena *mem, struct fault *f)
{
	struct deadline_row row;
	bool may = false;

	if (!deadline_by_id(cw->store, id, mem, &row, f) || !work_may_see_family(cw, row.family_id, &may, f))
		return false;
	if (!may)
		return fault_set(f, FAULT_NOT_FOUND,
				 "This task is not in the case file any more. Look at the list again.");
	if (!(mark->standing == STANDING_OPEN ? check_settled(cw, &row, mem, f) : check_open(&row, mark, f)))
		return false;
	if (mark->standing == STANDING_DONE && !check_done_on(cw, &row, mark->on, mem, f))
		return false;
	row.state = mark->standing;
	row.done_on = mark->on;
	row.reason = mark->reason;
	if (mark->count++ == 0) {
		mark->family = row.family_id;
		mark->first = row.subject_id;
		mark->kind = row.subject_kind;
		mark->rules = rule_token(row.rule);
	}
	return deadline_save(cw->store, &row, f);
}

static bool mark_all(struct casework *cw, const char *ids, struct mark *mark, struct arena *mem, struct fault *f)
{
	for (const char *at = ids ? ids : ""; *at;) {
		char *end;
		long long id = strtoll(at, &end, 10);

		if (end == at)
			break;
		if (!mark_one(cw, id, mark, mem, f))
			return false;
		at = end + strspn(end, " ");
	}
	return mark->count > 0 || fault_set(f, FAULT_NOT_FOUND, "No task was named. Choose one in the list.");
}

static bool mark_verb(struct casework *cw, enum action right, const char *action, const char *ids, struct mark *mark,
		      struct fault *f)
{
	struct arena mem = {0};
	char day[DATE_TEXT_ROOM];
	bool ok;

	if (!work_begin(cw, right, f))
		return false;
	ok = words_tidy(&mark->reason, "reason", true, &mem, f) && mark_all(cw, ids, mark, &mem, f);
	ok = ok ? work_end(cw, f, action, mark->kind, mark->first, mark->family, "%s, tasks %s%s%s%s%s", mark->rules,
			   ids, mark->on == DAY_NONE ? "" : ", on ", date_to_iso(mark->on, day),
			   *mark->reason ? ": " : "", mark->reason)
		: work_undo(cw);
	arena_finish(&mem);
	return ok;
}

bool casework_deadline_done(struct casework *cw, const char *ids, day_number on, const char *how, struct fault *f)
{
	struct mark mark = {.standing = STANDING_DONE, .on = on, .reason = how};

	char day[DATE_TEXT_ROOM];

	if (on == DAY_NONE)
		return fault_field(f, "on", "Enter the day it was done, not later than today.");
	if (on > casework_today(cw))
		return fault_field(f, "on", "%s is in the future: enter the day it was done, not later than today.",
				   date_medium(on, day));
	return mark_verb(cw, ACTION_KEEP_DEADLINES, "deadline.done", ids, &mark, f);
}

bool casework_deadline_waive(struct casework *cw, const char *ids, const char *reason, struct fault *f)
{
	struct mark mark = {.standing = STANDING_WAIVED, .on = DAY_NONE, .reason = reason};

	if (!casework_may(cw, ACTION_WAIVE_DEADLINES, f))
		return false;
	if (!text_is_given(reason))
		return fault_field(f, "reason", "Say why it is waived: the reason stays with the task.");
	return mark_verb(cw, ACTION_WAIVE_DEADLINES, "deadline.waive", ids, &mark, f);
}

bool casework_deadline_reopen(struct casework *cw, const char *ids, struct fault *f)
{
	struct mark mark = {.standing = STANDING_OPEN, .on = DAY_NONE, .reason = ""};

	return mark_verb(cw, ACTION_KEEP_DEADLINES, "deadline.reopen", ids, &mark, f);
}
