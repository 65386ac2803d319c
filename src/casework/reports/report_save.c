/* How a report is handled, and what is noted about it. */
#include "base/text.h"
#include "casework/reports.h"
#include "report_progress.h"
#include "report_reach.h"
#include "report_whose.h"
#include "store/report_store.h"
#include "words_tidy.h"

#define MOST_COPIES 99

static bool check(const struct report *kept, const struct report *wanted, struct fault *f)
{
	if (kept->version != wanted->version)
		return fault_set(f, FAULT_CONFLICT,
				 "Another person changed this report since you opened it. Look at it again, then "
				 "repeat what you did.");
	if ((unsigned)wanted->handling >= REPORT_HANDLING_COUNT)
		return fault_field(f, "handling", "Choose how the report is handled.");
	if (report_is_police(kept) && wanted->handling == HANDLING_SHARE)
		return fault_field(f, "handling",
				   "A police report is never shared with the family: choose another way to handle it.");
	if (wanted->copies < 0 || wanted->copies > MOST_COPIES)
		return fault_field(f, "copies", "Enter how many copies there are, 0 to %d.", MOST_COPIES);
	return true;
}

static bool save_in(struct casework *cw, const struct report *wanted, struct report *kept,
		    struct conference *conference, struct arena *mem, struct fault *f)
{
	struct report_progress before;

	if (!report_reach(cw, ACTION_RECORD_REPORTS, wanted->id, mem, kept, conference, f) || !check(kept, wanted, f) ||
	    !report_progress_read(cw, conference, mem, &before, f))
		return false;
	kept->handling = wanted->handling;
	kept->is_required = wanted->is_required;
	kept->copies = wanted->copies;
	kept->is_signed = wanted->is_signed;
	kept->is_legible = wanted->is_legible;
	kept->not_shared_why = wanted->not_shared_why;
	kept->note = wanted->note;
	return words_tidy(&kept->not_shared_why, "not_shared_why", false, mem, f) &&
	       words_tidy(&kept->note, "note", true, mem, f) && report_save(cw->store, kept, f) &&
	       (!wanted->speaks_of || report_speaks_of(cw, conference, kept->id, wanted->speaks_of, mem, f)) &&
	       report_progress_keep(cw, conference, &before, mem, f);
}

bool casework_report_save(struct casework *cw, struct report *report, struct fault *f)
{
	struct arena mem = {0};
	struct report kept;
	struct conference conference;
	bool ok;

	if (!work_begin(cw, ACTION_RECORD_REPORTS, f))
		return false;
	ok = save_in(cw, report, &kept, &conference, &mem, f);
	ok = ok ? work_end(cw, f, "report.save", SUBJECT_CONFERENCE, conference.id, conference.family_id,
			   "%s: %s%s%s%s", report_owed_by(&kept), report_handling_label(kept.handling),
			   kept.is_required ? "" : ", not required", *kept.not_shared_why ? ", not shared: " : "",
			   kept.not_shared_why)
		: work_undo(cw);
	if (ok)
		report->version = kept.version;
	arena_finish(&mem);
	return ok;
}
