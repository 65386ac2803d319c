/* How far the reports of a conference are, and the deadlines that follow. */
#include "report_progress.h"

#include "deadline_keeping.h"
#include "report_whose.h"
#include "report_words.h"
#include "store/invitee_store.h"
#include "store/report_store.h"

bool report_readers_by_default(struct casework *cw, const struct conference *conference, int64_t report,
			       struct arena *mem, struct reader_ids *out, struct fault *f)
{
	struct invitee_list list;

	*out = (struct reader_ids){0};
	if (!invitees_of(cw->store, conference->id, false, mem, &list, f))
		return false;
	for (size_t i = 0; i < list.count; i++) {
		const struct invitee *one = &list.items[i];
		bool is_free = one->exclusion == EXCLUSION_NONE || one->exclusion == EXCLUSION_REFUSED, may;
		int64_t *id;

		if (one->capacity != CAPACITY_FAMILY || !one->person_id || !is_free || one->sitting != 0)
			continue;
		if (!report_is_of_theirs(cw, conference, one->person_id, report, mem, &may, f))
			return false;
		if (!may)
			continue;
		id = ARENA_PUSH(mem, out);
		if (!id)
			return fault_set(f, FAULT_MEMORY, "There is not enough memory to read who is invited.");
		*id = one->person_id;
	}
	return true;
}

static day_number day_shared(const struct report_reader_list *readers, int64_t report, int64_t person)
{
	for (size_t i = 0; i < readers->count; i++)
		if (readers->items[i].report_id == report && readers->items[i].person_id == person)
			return readers->items[i].shared_on;
	return DAY_NONE;
}

/* The day on which the last of those it goes to had it; where nobody is on the list, the first who had it. */
static day_number day_family_had(const struct report_reader_list *readers, const struct reader_ids *family,
				 int64_t report)
{
	day_number last = DAY_NONE;

	for (size_t i = 0; i < family->count; i++) {
		day_number on = day_shared(readers, report, family->items[i]);

		if (on == DAY_NONE)
			return DAY_NONE;
		last = on > last ? on : last;
	}
	for (size_t i = 0; family->count == 0 && i < readers->count; i++)
		if (readers->items[i].report_id == report && readers->items[i].shared_on != DAY_NONE)
			return readers->items[i].shared_on;
	return last;
}

/* DAY_NONE is the smallest day: a maximum passes it by. */
static day_number day_all_in(const struct report_list *reports)
{
	day_number last = DAY_NONE;

	for (size_t i = 0; i < reports->count; i++) {
		const struct report *one = &reports->items[i];

		if (!report_is_wanted(one))
			continue;
		if (one->received_on == DAY_NONE)
			return DAY_NONE;
		last = one->received_on > last ? one->received_on : last;
	}
	return last;
}

bool report_progress_read(struct casework *cw, const struct conference *conference, struct arena *mem,
			  struct report_progress *out, struct fault *f)
{
	struct report_list reports;
	struct report_reader_list readers;
	struct reader_ids family;

	*out = (struct report_progress){DAY_NONE, DAY_NONE, DAY_NONE, DAY_NONE};
	if (!reports_of(cw->store, conference->id, mem, &reports, f) ||
	    !report_readers_of(cw->store, conference->id, mem, &readers, f))
		return false;
	out->all_in = day_all_in(&reports);
	for (size_t i = 0; i < reports.count; i++) {
		const struct report *one = &reports.items[i];

		if (one->kind != REPORT_SOCIAL_WORK)
			continue;
		out->to_chair = one->to_chair_on;
		out->to_manager = one->to_manager_on;
		if (!report_readers_by_default(cw, conference, one->id, mem, &family, f))
			return false;
		out->to_family = day_family_had(&readers, &family, one->id);
		break;
	}
	return true;
}

bool report_progress_keep(struct casework *cw, const struct conference *conference,
			  const struct report_progress *before, struct arena *mem, struct fault *f)
{
	bool is_review = conference->type == CONFERENCE_REVIEW;
	struct report_progress after;
	bool ok = report_progress_read(cw, conference, mem, &after, f);
	const struct {
		enum rule_key rule;
		day_number before, after;
	} steps[] = {
		{is_review ? RULE_REPORT_REVIEW : RULE_REPORT_INITIAL, before->all_in, after.all_in},
		{is_review ? RULE_REPORT_CHAIR_REVIEW : RULE_REPORT_CHAIR_INITIAL, before->to_chair, after.to_chair},
		{is_review ? RULE_REPORT_MANAGER_REVIEW : RULE_REPORT_MANAGER_INITIAL, before->to_manager,
		 after.to_manager},
		{is_review ? RULE_REPORT_FAMILY_REVIEW : RULE_REPORT_FAMILY_INITIAL, before->to_family,
		 after.to_family},
	};

	for (size_t i = 0; ok && i < sizeof steps / sizeof *steps; i++) {
		if (steps[i].before == DAY_NONE && steps[i].after != DAY_NONE)
			ok = deadline_met(cw, steps[i].rule, SUBJECT_CONFERENCE, conference->id, steps[i].after, f);
		else if (steps[i].before != DAY_NONE && steps[i].after == DAY_NONE)
			ok = deadline_undone(cw, steps[i].rule, SUBJECT_CONFERENCE, conference->id, f);
	}
	return ok;
}
