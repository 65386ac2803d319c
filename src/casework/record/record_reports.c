/* The reports in a record: which were in, and who of the family read them. What a report says is the report's own. */
#include "record_writing.h"

#include "report_reach.h"

#include <string.h>

static const char *arrival(const struct record_writing *w, const struct report_line *line)
{
	const struct report *r = &line->report;
	const char *day = record_day(w, r->received_on);

	switch (line->standing) {
	case REPORT_NOT_INVOLVED: return "not involved with the family";
	case REPORT_NOT_ASKED: return "no report was asked for";
	case REPORT_ON_TIME: return arena_printf(w->mem, "came on %s", day);
	case REPORT_LATE:
		return arena_printf(w->mem, "came on %s, %d working day%s late", day, line->working_days,
				    line->working_days == 1 ? "" : "s");
	case REPORT_VERBAL: return arena_printf(w->mem, "said, nothing in writing, on %s", day);
	default: return "did not come";
	}
}

static const char *sharing(const struct record_writing *w, const struct report_line *line)
{
	if (line->report.received_on == DAY_NONE)
		return "";
	if (!line->may_be_shared)
		return arena_printf(w->mem, "; %s", line->shared);
	return strcmp(line->shared, "not yet") == 0 ? "; not shared with the family yet"
						    : arena_printf(w->mem, "; shared with %s", line->shared);
}

static void say_reports(struct record_writing *w, bool may_be_shared)
{
	for (size_t i = 0; i < w->facts->reports.count; i++) {
		struct report_line line = {.report = w->facts->reports.items[i]};

		report_line_fill(&line, &w->facts->known, w->mem);
		if (line.may_be_shared != may_be_shared)
			continue;
		record_line(w, "- %s: %s%s.", line.who, arrival(w, &line), sharing(w, &line));
	}
}

void record_reports(struct record_writing *w)
{
	record_begin(w, "reports", "Reports", false);
	say_reports(w, true);
	record_end(w);
	record_begin(w, "restricted.reports", "Reports that are not for the family", true);
	say_reports(w, false);
	record_end(w);
}
