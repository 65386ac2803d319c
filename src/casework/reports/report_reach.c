/* Finding a report and its conference inside a verb or a look, for somebody who may work on it. */
#include "report_reach.h"

#include "store/report_store.h"

#include <string.h>

bool report_reach(struct casework *cw, enum action action, int64_t id, struct arena *mem, struct report *out,
		  struct conference *conference, struct fault *f)
{
	struct fault why = {0};

	if (!report_by_id(cw->store, id, mem, out, f))
		return false;
	if (conference_reach_for(cw, action, out->conference_id, mem, conference, &why))
		return true;
	if (why.code == FAULT_NOT_FOUND) /* in the same words as one that was never there */
		return report_by_id(cw->store, 0, mem, out, f);
	if (f)
		*f = why;
	return false;
}

const char *report_owed_by(const struct report *report)
{
	return *report->shown_agency ? report->shown_agency : report->shown_name;
}

const char *report_who(const struct report *report, struct arena *mem)
{
	if (!*report->shown_agency || !*report->shown_name || strcmp(report->shown_agency, report->shown_name) == 0)
		return report_owed_by(report);
	return arena_printf(mem, "%s · %s", report->shown_agency, report->shown_name);
}
