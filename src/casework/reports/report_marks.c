/* One state of one report on a day: set, or taken back by saying the same again. */
#include "report_marks.h"

#include "casework/reports.h"
#include "report_progress.h"
#include "report_reach.h"
#include "report_whose.h"
#include "store/family_store.h"
#include "store/invitee_store.h"
#include "store/report_store.h"

#define MARKED_BEFORE_REQUEST 60 /* days: papers of a conference are not older than this when it is asked for */

/* What a mark works on. */
struct marking_work {
	const struct report_marking *asked;
	struct report report;
	struct conference conference;
	bool taken_back;
	const char *whose; /* for the audit row: "mother", "" */
};

static bool toggle_day(struct marking_work *work, day_number *kept)
{
	work->taken_back = *kept == work->asked->on;
	*kept = work->taken_back ? DAY_NONE : work->asked->on;
	return true;
}

static bool toggle_answer(struct marking_work *work, enum yes_no *kept)
{
	work->taken_back = *kept == ANSWER_YES;
	*kept = work->taken_back ? ANSWER_UNKNOWN : ANSWER_YES;
	return true;
}

/* In writing and said are two ways in: the other way on the same day changes the way and takes nothing back. */
static bool toggle_received(struct marking_work *work, bool is_verbal)
{
	struct report *report = &work->report;

	work->taken_back = report->received_on == work->asked->on && report->is_verbal == is_verbal;
	report->received_on = work->taken_back ? DAY_NONE : work->asked->on;
	report->is_verbal = !work->taken_back && is_verbal;
	return true;
}

static bool toggle_involved(struct casework *cw, struct marking_work *work, struct arena *mem, struct fault *f)
{
	struct invitee invitee;

	if (!invitee_by_id(cw->store, work->report.invitee_id, mem, &invitee, f))
		return false;
	work->taken_back = invitee.involved == ANSWER_NO;
	invitee.involved = work->taken_back ? ANSWER_UNKNOWN : ANSWER_NO;
	return invitee_save(cw->store, &invitee, f);
}

/* --- Who of the family had it --- */

static bool must_be_for_family(const struct report *report, struct fault *f)
{
	if (report_may_go_to_family(report))
		return true;
	if (report_is_police(report))
		return fault_field(f, "mark", "A police report is never given to the family.");
	return fault_field(
		f, "mark", "This report is not for the family (%s). Change how it is handled first, if that is agreed.",
		report->handling == HANDLING_SHARE ? report->not_shared_why : report_handling_label(report->handling));
}

static bool is_member(const struct member_list *family, int64_t person, const char **whose)
{
	for (size_t i = 0; i < family->count; i++)
		if (family->items[i].person.id == person) {
			*whose = relationship_label(family->items[i].relationship);
			return true;
		}
	return false;
}

static struct report_reader reader_of(const struct report_reader_list *readers, int64_t report, int64_t person)
{
	for (size_t i = 0; i < readers->count; i++)
		if (readers->items[i].report_id == report && readers->items[i].person_id == person)
			return readers->items[i];
	return (struct report_reader){report, person, DAY_NONE, DAY_NONE};
}

/* A report that speaks of a child who is not theirs is given to no parent: the officer says of whom it speaks. */
static bool must_be_of_theirs(struct casework *cw, const struct marking_work *work, struct arena *mem, struct fault *f)
{
	bool may;

	if (!report_is_of_theirs(cw, &work->conference, work->asked->person_id, work->report.id, mem, &may, f))
		return false;
	return may ||
	       fault_field(f, "person",
			   "This report may speak of a child who is not theirs. Say under Edit of which children "
			   "it speaks, or give it to others.");
}

/* One member, named. */
static bool mark_reader(struct casework *cw, struct marking_work *work, struct arena *mem, struct fault *f)
{
	int64_t person = work->asked->person_id;
	struct report_reader_list readers;
	struct report_reader reader;
	struct member_list family;

	if (!members_of_family(cw->store, work->conference.family_id, mem, &family, f) ||
	    !report_readers_of(cw->store, work->conference.id, mem, &readers, f))
		return false;
	if (!is_member(&family, person, &work->whose))
		return fault_field(f, "person",
				   "Only a member of the family is marked as a reader: choose one of them.");
	reader = reader_of(&readers, work->report.id, person);
	if (work->asked->mark == MARK_SHARED && reader.shared_on != work->asked->on &&
	    !must_be_of_theirs(cw, work, mem, f))
		return false;
	toggle_day(work, work->asked->mark == MARK_SEEN ? &reader.seen_on : &reader.shared_on);
	return report_reader_keep(cw->store, &reader, f);
}

/* Everybody it goes to who had it not yet; when all had it, those who had it on this day are taken back. */
static bool mark_readers(struct casework *cw, struct marking_work *work, struct arena *mem, struct fault *f)
{
	struct report_reader_list readers;
	struct reader_ids family;
	size_t without = 0, changed = 0;

	if (!report_readers_by_default(cw, &work->conference, work->report.id, mem, &family, f) ||
	    !report_readers_of(cw->store, work->conference.id, mem, &readers, f))
		return false;
	if (family.count == 0)
		return fault_field(
			f, "person",
			"Nobody of the family comes with the others and may read of each child it speaks of: say "
			"to whom of them it was given.");
	for (size_t i = 0; i < family.count; i++)
		without += reader_of(&readers, work->report.id, family.items[i]).shared_on == DAY_NONE;
	for (size_t i = 0; i < family.count; i++) {
		struct report_reader one = reader_of(&readers, work->report.id, family.items[i]);
		day_number wanted = without ? DAY_NONE : work->asked->on;

		if (one.shared_on != wanted)
			continue;
		one.shared_on = without ? work->asked->on : DAY_NONE;
		if (!report_reader_keep(cw->store, &one, f))
			return false;
		changed++;
	}
	work->taken_back = without == 0;
	return changed > 0 ||
	       fault_field(f, "person", "All of them had it on other days: choose whose day is to be changed.");
}

static bool mark_family(struct casework *cw, struct marking_work *work, struct arena *mem, struct fault *f)
{
	if (!must_be_for_family(&work->report, f))
		return false;
	if (work->asked->person_id)
		return mark_reader(cw, work, mem, f);
	if (work->asked->mark == MARK_SEEN)
		return fault_field(f, "person", "Say who of the family read it.");
	return mark_readers(cw, work, mem, f);
}

static bool apply(struct casework *cw, struct marking_work *work, struct arena *mem, struct fault *f)
{
	switch (work->asked->mark) {
	case MARK_REQUESTED: return toggle_day(work, &work->report.requested_on);
	case MARK_RECEIVED: return toggle_received(work, false);
	case MARK_VERBAL: return toggle_received(work, true);
	case MARK_SIGNED: return toggle_answer(work, &work->report.is_signed);
	case MARK_LEGIBLE: return toggle_answer(work, &work->report.is_legible);
	case MARK_TO_CHAIR: return toggle_day(work, &work->report.to_chair_on);
	case MARK_TO_MANAGER: return toggle_day(work, &work->report.to_manager_on);
	case MARK_SHARED:
	case MARK_SEEN: return mark_family(cw, work, mem, f);
	case MARK_NOT_INVOLVED: return toggle_involved(cw, work, mem, f);
	case REPORT_MARK_COUNT: break;
	}
	return fault_field(f, "mark", "This is nothing a report can be marked as: choose one of the list.");
}

/* --- The verb --- */

static bool check_day(struct casework *cw, const struct marking_work *work, struct fault *f)
{
	day_number on = work->asked->on;
	char day[DATE_TEXT_ROOM];

	if (on == DAY_NONE)
		return fault_field(f, "on", "Enter the day, not later than today.");
	if (on > casework_today(cw))
		return fault_field(f, "on", "%s is in the future: enter the day it was, not later than today.",
				   date_medium(on, day));
	if (work->conference.requested_on != DAY_NONE && on < work->conference.requested_on - MARKED_BEFORE_REQUEST)
		return fault_field(f, "on", "%s is long before this conference was asked for: look at the year.",
				   date_medium(on, day));
	return true;
}

static bool must_be_as_read(const struct report *report, int64_t version, struct fault *f)
{
	return report->version == version ||
	       fault_set(f, FAULT_CONFLICT,
			 "Another person changed this report since you opened it. Look at it again, then repeat what "
			 "you did.");
}

static bool mark_in(struct casework *cw, struct marking_work *work, struct arena *mem, struct fault *f)
{
	struct report_progress before;

	return report_reach(cw, ACTION_RECORD_REPORTS, work->asked->report_id, mem, &work->report, &work->conference,
			    f) &&
	       must_be_as_read(&work->report, work->asked->version, f) && check_day(cw, work, f) &&
	       report_progress_read(cw, &work->conference, mem, &before, f) && apply(cw, work, mem, f) &&
	       report_save(cw->store, &work->report, f) && report_progress_keep(cw, &work->conference, &before, mem, f);
}

bool casework_report_mark(struct casework *cw, const struct report_marking *marking, bool *taken_back, struct fault *f)
{
	struct arena mem = {0};
	struct marking_work work = {.asked = marking, .whose = ""};
	char day[DATE_TEXT_ROOM];
	bool ok;

	*taken_back = false;
	if (!work_begin(cw, ACTION_RECORD_REPORTS, f))
		return false;
	ok = mark_in(cw, &work, &mem, f);
	ok = ok ? work_end(cw, f, "report.mark", SUBJECT_CONFERENCE, work.conference.id, work.conference.family_id,
			   "%s: %s%s%s%s, %s", report_owed_by(&work.report), report_mark_label(marking->mark),
			   *work.whose ? ", " : "", work.whose, work.taken_back ? ", taken back" : "",
			   date_to_iso(marking->on, day))
		: work_undo(cw);
	if (ok)
		*taken_back = work.taken_back;
	arena_finish(&mem);
	return ok;
}

bool report_came_in(struct casework *cw, struct report *report, const struct conference *conference, struct arena *mem,
		    struct fault *f)
{
	struct report_progress before;

	if (report->received_on != DAY_NONE && !report->is_verbal)
		return true;
	if (!report_progress_read(cw, conference, mem, &before, f))
		return false;
	report->received_on = casework_today(cw);
	report->is_verbal = false;
	return report_save(cw->store, report, f) && report_progress_keep(cw, conference, &before, mem, f);
}
