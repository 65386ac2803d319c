/* How a report reads in a list: in, shared, chased, and the line beneath. Pure. */
#ifndef CASEWORK_REPORT_WORDS_H
#define CASEWORK_REPORT_WORDS_H

#include "casework/reports.h"
#include "store/matrix_store.h"

/* What is known of many reports, each list by report. */
struct report_known {
	struct reading_list readings;
	struct chase_day_list chases;
	const struct working_calendar *calendar;
	day_number today;
	int copies_asked;
};

/* Fills standing, distance and words of a line whose report is set. */
void report_line_fill(struct report_line *line, const struct report_known *known, struct arena *mem);

/* "27, 30 Mar" */
const char *chase_days_words(const struct chase_day_list *days, int64_t report, struct arena *mem);

/* Counts of the lines, and "6 of 8 reports in · on time 5 · late 1 · missing 2". */
void reports_count(struct reports_page *page, struct arena *mem);

/* Is it asked of somebody who is involved, so that its absence holds things up? */
bool report_is_wanted(const struct report *report);

/* "mother"; a child is called by name. */
const char *reading_label(const struct reading *reading);

#endif
