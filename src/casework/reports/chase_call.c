/* "Telephoned, spoke to": a chaser that is a call. */
#include "booking_check.h"
#include "casework/reports.h"
#include "chase_check.h"
#include "report_reach.h"
#include "store/report_store.h"
#include "words_tidy.h"

bool chase_is_wanted(const struct report *report, const struct conference *conference, struct fault *f)
{
	if (report->received_on != DAY_NONE && !report->is_verbal)
		return fault_set(f, FAULT_REFUSED, "The report of %s is in: there is nothing to ask for.",
				 report_owed_by(report));
	if (report->involved == ANSWER_NO)
		return fault_set(f, FAULT_REFUSED, "%s is not involved and owes no report.", report_owed_by(report));
	if (conference_state_is_held(conference->state) || conference_state_is_ended(conference->state))
		return fault_set(f, FAULT_REFUSED, "%s is over: its reports are asked for no more.",
				 conference->reference);
	return true;
}

static bool call_in(struct casework *cw, struct chaser *chaser, struct report *report, struct conference *conference,
		    struct arena *mem, struct fault *f)
{
	if (!words_tidy(&chaser->spoke_to, "spoke_to", false, mem, f) ||
	    !words_tidy(&chaser->note, "note", true, mem, f) ||
	    !report_reach(cw, ACTION_RECORD_REPORTS, chaser->report_id, mem, report, conference, f) ||
	    !chase_is_wanted(report, conference, f))
		return false;
	if (!text_is_given(chaser->spoke_to))
		return fault_field(f, "spoke_to",
				   "Say with whom you spoke, or that nobody answered: it stays with the report.");
	return chaser_insert(cw->store, chaser, f);
}

bool casework_chase_by_telephone(struct casework *cw, int64_t report, const char *spoke_to, const char *note,
				 bool to_manager, struct fault *f)
{
	struct arena mem = {0};
	struct chaser chaser = {.report_id = report,
				.chased_on = casework_today(cw),
				.how = METHOD_TELEPHONE,
				.spoke_to = spoke_to,
				.note = note,
				.by_user = casework_user_name(cw),
				.is_to_manager = to_manager};
	struct report found;
	struct conference conference;
	bool ok;

	if (!work_begin(cw, ACTION_RECORD_REPORTS, f))
		return false;
	ok = call_in(cw, &chaser, &found, &conference, &mem, f);
	ok = ok ? work_end(cw, f, "report.chase", SUBJECT_CONFERENCE, conference.id, conference.family_id,
			   "%s: telephoned%s, spoke to %s%s%s", report_owed_by(&found),
			   to_manager ? " the manager" : "", chaser.spoke_to, *chaser.note ? ": " : "", chaser.note)
		: work_undo(cw);
	arena_finish(&mem);
	return ok;
}
