/* Children who are looked after besides having a plan, and one meeting for both their reviews. */
#include "casework/reviews.h"
#include "conference_reach.h"
#include "people_keeping.h"
#include "store/conference_store.h"
#include "store/person_store.h"
#include "store/review_store.h"
#include "work.h"

bool casework_looked_after(struct casework *cw, int64_t person, struct arena *mem, struct looked_after *out,
			   struct fault *f)
{
	struct person child;

	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	if (!people_may_see_person(cw, person, f) || !person_by_id(cw->store, person, mem, &child, f) ||
	    !looked_after_of(cw->store, person, mem, out, f))
		return look_undo(cw);
	return look_end(cw, f, "looked_after.look", SUBJECT_PERSON, person, 0, "looked after");
}

static bool check_days(struct casework *cw, const struct looked_after *row, const struct person *child, struct fault *f)
{
	day_number today = casework_today(cw);
	char day[DATE_TEXT_ROOM];

	if (person_is_unborn(child))
		return fault_set(f, FAULT_REFUSED,
				 "A child is looked after from its birth on: record the birth first.");
	if (row->since == DAY_NONE || row->since > today)
		return fault_field(f, "since", "Enter since when the child is looked after: today or a day before.");
	if (child->born_on != DAY_NONE && row->since < child->born_on)
		return fault_field(f, "since", "The child was born on %s: enter that day or a later one.",
				   date_medium(child->born_on, day));
	if (row->ended_on != DAY_NONE && (row->ended_on < row->since || row->ended_on > today))
		return fault_field(f, "ended_on", "It ended on a day from %s to today.", date_medium(row->since, day));
	if (row->next_review_on != DAY_NONE && row->next_review_on < row->since)
		return fault_field(f, "next_review_on", "The next review is after %s, when it began.",
				   date_medium(row->since, day));
	return (unsigned)row->status < LEGAL_STATUS_COUNT ||
	       fault_field(f, "status", "Choose under what the child is looked after.");
}

static bool save_in(struct casework *cw, struct looked_after *row, struct arena *mem, struct fault *f)
{
	struct looked_after known;
	struct person child;

	if (!people_may_see_person(cw, row->person_id, f) || !person_by_id(cw->store, row->person_id, mem, &child, f) ||
	    !check_days(cw, row, &child, f) || !looked_after_of(cw->store, row->person_id, mem, &known, f))
		return false;
	if (row->id && known.id != row->id)
		return fault_set(f, FAULT_CONFLICT,
				 "Another time as looked-after was entered since. Look at it again, then change it.");
	if (!row->id && known.id && known.ended_on == DAY_NONE)
		return fault_set(f, FAULT_REFUSED,
				 "This child is looked after already: say when that ended, or change it.");
	if (row->ended_on != DAY_NONE)
		row->next_review_on = DAY_NONE;
	return row->id ? looked_after_save(cw->store, row, f) : looked_after_insert(cw->store, row, f);
}

bool casework_looked_after_save(struct casework *cw, struct looked_after *row, struct fault *f)
{
	struct looked_after wanted = *row;
	struct arena mem = {0};
	char day[DATE_TEXT_ROOM];
	bool ok;

	if (!work_begin(cw, ACTION_RECORD_PEOPLE, f))
		return false;
	ok = save_in(cw, &wanted, &mem, f);
	ok = ok ? work_end(cw, f, "looked_after.save", SUBJECT_PERSON, wanted.person_id, 0, "%s %s, %s",
			   wanted.ended_on == DAY_NONE ? "since" : "until",
			   date_to_iso(wanted.ended_on == DAY_NONE ? wanted.since : wanted.ended_on, day),
			   legal_status_label(wanted.status))
		: work_undo(cw);
	if (ok)
		*row = wanted;
	arena_finish(&mem);
	return ok;
}

/* --- One meeting --- */

static bool has_looked_after(struct casework *cw, int64_t conference, struct arena *mem, bool *out, struct fault *f)
{
	struct person_list children;

	*out = false;
	if (!conference_children(cw->store, conference, mem, &children, f))
		return false;
	for (size_t i = 0; i < children.count; i++) {
		struct looked_after row;

		if (!looked_after_of(cw->store, children.items[i].id, mem, &row, f))
			return false;
		*out = *out || (row.id && row.ended_on == DAY_NONE);
	}
	return true;
}

static bool check_combined(struct casework *cw, const struct conference *c, int starts, struct arena *mem,
			   struct fault *f)
{
	bool is_dual;
	char clock[8];

	if (c->held_on == DAY_NONE || c->starts < 0)
		return fault_set(f, FAULT_REFUSED,
				 "%s has no slot yet: book it, then say when the looked-after review "
				 "begins.",
				 c->reference);
	if (!conference_state_is_to_be_held(c->state))
		return fault_set(f, FAULT_REFUSED, "%s is not to come any more.", c->reference);
	if (!has_looked_after(cw, c->id, mem, &is_dual, f))
		return false;
	if (!is_dual)
		return fault_set(f, FAULT_REFUSED, "No child of %s is looked after: say so on the child's page first.",
				 c->reference);
	return starts >= c->starts + c->minutes ||
	       fault_field(f, "starts", "The conference goes on until %s: the looked-after review follows it.",
			   date_clock((c->starts + c->minutes) % (24 * 60), clock));
}

/* Counted up with its conference: who agrees on another time meanwhile is told. */
static bool combine(struct casework *cw, struct conference *c, int starts, struct arena *mem, struct fault *f)
{
	char clock[8];
	int known;

	if (starts >= 24 * 60)
		return fault_field(f, "starts", "Enter the time as 14:30.");
	if (!combined_review_at(cw->store, c->id, &known, f))
		return false;
	if (starts >= 0 && known == starts)
		return fault_field(f, "starts", "The looked-after review begins at %s already.",
				   date_clock(starts, clock));
	return (starts < 0 || check_combined(cw, c, starts, mem, f)) &&
	       combined_review_set(cw->store, c->id, starts, f) && conference_save(cw->store, c, f);
}

bool casework_review_combine(struct casework *cw, int64_t conference, int64_t version, int starts, struct fault *f)
{
	struct arena mem = {0};
	struct conference c;
	char clock[8];
	bool ok;

	if (!work_begin(cw, ACTION_BOOK, f))
		return false;
	ok = conference_reach(cw, conference, &mem, &c, f);
	if (ok && c.version != version)
		ok = fault_set(f, FAULT_CONFLICT,
			       "Another person changed %s since you opened it. Look at it again, then combine them.",
			       c.reference);
	ok = ok && combine(cw, &c, starts, &mem, f);
	ok = ok ? work_end(cw, f, "review.combine", SUBJECT_CONFERENCE, c.id, c.family_id, "%s: %s%s", c.reference,
			   starts < 0 ? "held apart again" : "looked-after review at ",
			   starts < 0 ? "" : date_clock(starts, clock))
		: work_undo(cw);
	arena_finish(&mem);
	return ok;
}
