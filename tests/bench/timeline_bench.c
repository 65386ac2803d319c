/* How long a timeline of ten years takes: `ninja timeline_bench && tests/timeline_bench FILE REFERENCE`, of any family
 * of a demonstration; what it holds is multiplied in memory to ten years of events for the drawing. No test: it judges
 * nothing, it prints figures. */
#include "casework/pages.h"
#include "casework/timeline.h"
#include "domain/timeline_chart.h"

#include <stdio.h>
#include <time.h>

enum { TIMES = 20, YEARS = 10, EVENTS_A_YEAR = 120, COLUMNS = 118 };

static double milliseconds(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static bool reading(struct casework *cw, int64_t family, struct fault *f)
{
	struct timeline line = {0};
	struct arena mem = {0};
	double began = milliseconds();
	bool ok = true;

	for (int i = 0; ok && i < TIMES; i++) {
		arena_reset(&mem);
		ok = casework_timeline(cw, family, 0, &mem, &line, f);
	}
	printf("the timeline of a family: %zu events in %.2f ms, with its row of the audit log\n", line.events.count,
	       (milliseconds() - began) / TIMES);
	arena_finish(&mem);
	return ok;
}

static void drawing(day_number today)
{
	static struct timeline_event events[YEARS * EVENTS_A_YEAR];
	struct timeline_event_list list = {.items = events, .count = YEARS * EVENTS_A_YEAR};
	struct timeline_chart chart;
	double began;

	for (size_t i = 0; i < list.count; i++) {
		enum timeline_kind kind = (enum timeline_kind)(i % TIMELINE_KIND_COUNT);

		events[i] = (struct timeline_event){.kind = kind,
						    .lane = timeline_kind_lane(kind),
						    .on = today - (day_number)(i * 365 / EVENTS_A_YEAR),
						    .until = DAY_NONE,
						    .is_late = i % 7 == 0};
	}
	began = milliseconds();
	for (int i = 0; i < TIMES; i++)
		timeline_chart_make(&list, timeline_window_around(TIMELINE_ZOOM_ALL, &list, today, today), today,
				    COLUMNS, &chart);
	printf("drawing %zu events of %d years: %.2f ms\n", list.count, YEARS, (milliseconds() - began) / TIMES);
}

int main(int count, char **words)
{
	const struct casework_opening how = {.path = count > 1 ? words[1] : "", .today = DAY_NONE};
	struct casework *cw = NULL;
	enum found_kind kind;
	struct fault f = {0};
	int64_t family;
	bool ok = casework_open(&cw, &how, &f) &&
		  casework_resolve(cw, count > 2 ? words[2] : "FAM-0001", &kind, &family, &f) &&
		  reading(cw, family, &f);

	if (ok)
		drawing(casework_today(cw));
	else
		fprintf(stderr, "%s\n", f.message);
	casework_close(cw);
	return ok ? 0 : 1;
}
