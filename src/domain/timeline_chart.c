/* A timeline drawn to scale: from events to signs in cells, without a terminal. */
#include "domain/timeline_chart.h"

#include <stdio.h>
#include <string.h>

enum { QUARTER_DAYS = 92, YEAR_DAYS = 366, MARGIN_DAYS = 7, LABEL_GAP = 1, MANY = 10 };

static const char *const zooms[] = {
#define X(id, label) label,
	TIMELINE_ZOOMS(X)
#undef X
};

static const struct {
	const char *glyph, *ascii;
} signs[] = {
#define X(id, glyph, ascii) {glyph, ascii},
	CHART_SIGNS(X)
#undef X
};

const char *timeline_zoom_label(enum timeline_zoom zoom)
{
	return (unsigned)zoom < TIMELINE_ZOOM_COUNT ? zooms[zoom] : "";
}

/* --- The window --- */

static struct timeline_window centred(day_number day, int days)
{
	return (struct timeline_window){.from = day - days / 2, .until = day - days / 2 + days};
}

/* Of few days it is a quarter all the same, so that one event does not fill the width. */
static struct timeline_window all_of(const struct timeline_event_list *events, day_number today)
{
	day_number first = today, last = today;

	for (size_t i = 0; i < events->count; i++) {
		const struct timeline_event *e = &events->items[i];

		first = e->on < first ? e->on : first;
		last = e->on > last ? e->on : last;
		last = e->until != DAY_NONE && e->until > last ? e->until : last;
	}
	if (last - first < QUARTER_DAYS - 2 * MARGIN_DAYS)
		return centred(first + (last - first) / 2, QUARTER_DAYS);
	return (struct timeline_window){.from = first - MARGIN_DAYS, .until = last + MARGIN_DAYS + 1};
}

struct timeline_window timeline_window_around(enum timeline_zoom zoom, const struct timeline_event_list *events,
					      day_number today, day_number day)
{
	switch (zoom) {
	case TIMELINE_ZOOM_QUARTER: return centred(day, QUARTER_DAYS);
	case TIMELINE_ZOOM_YEAR: return centred(day, YEAR_DAYS);
	default: return all_of(events, today);
	}
}

struct timeline_window timeline_window_hold(struct timeline_window window, day_number day)
{
	return day >= window.from && day < window.until ? window : centred(day, window.until - window.from);
}

int timeline_chart_column(struct timeline_window window, int columns, day_number day)
{
	int64_t days = (int64_t)window.until - window.from;

	if (day < window.from || day >= window.until || days < 1)
		return -1;
	return (int)(((int64_t)day - window.from) * columns / days);
}

/* --- The axis --- */

/* A label is written where it does not touch the one before it. */
static void write_label(struct timeline_chart *chart, int column, const char *label, int *free_from)
{
	int length = (int)strlen(label);

	if (column < *free_from || column + length > chart->columns)
		return;
	memcpy(chart->axis + column, label, (size_t)length);
	*free_from = column + length + LABEL_GAP;
}

/* Would the rest of the month that the chart begins in leave no room for the name of the first whole one? */
static bool is_short_rest(const struct timeline_chart *chart, struct timeline_window window, day_number month)
{
	return timeline_chart_column(window, chart->columns, date_add_months(month, 1)) <
	       (int)strlen("Jan 2026") + LABEL_GAP;
}

/* Each January, and what stands first, with its year; other months by three letters while a month is wide enough. */
static void write_axis(struct timeline_chart *chart, struct timeline_window window)
{
	bool has_months = (int64_t)chart->columns * 31 >= ((int64_t)window.until - window.from) * 4;
	struct civil_date at = date_civil(window.from);
	int free_from = 0;
	bool says_year = true;
	char label[32];

	memset(chart->axis, ' ', (size_t)chart->columns);
	chart->axis[chart->columns] = '\0';
	at.day = 1;
	for (day_number day = date_number(at); day < window.until; day = date_add_months(day, 1)) {
		bool is_first = day <= window.from;
		int column = is_first ? 0 : timeline_chart_column(window, chart->columns, day);

		if (is_first && has_months && day < window.from && is_short_rest(chart, window, day))
			continue;
		at = date_civil(day);
		if (at.month == 1 || says_year)
			snprintf(label, sizeof label, has_months ? "%.3s %d" : "%.0s%d", date_month_name(at.month),
				 at.year);
		else
			snprintf(label, sizeof label, "%.3s", date_month_name(at.month));
		if (at.month == 1 || is_first || has_months)
			write_label(chart, column, label, &free_from);
		says_year = false;
	}
}

/* --- The lanes --- */

static void put(struct timeline_chart *chart, enum timeline_lane lane, int column, enum chart_sign sign)
{
	struct chart_cell *cell = &chart->cells[lane][column];

	if (sign > cell->sign)
		cell->sign = (unsigned char)sign;
}

/* From one day to another, where the window shows them. */
static void put_run(struct timeline_chart *chart, enum timeline_lane lane, struct timeline_window window,
		    day_number from, day_number to, enum chart_sign sign)
{
	if (to < window.from || from >= window.until || to < from)
		return;
	for (int column = timeline_chart_column(window, chart->columns, from < window.from ? window.from : from),
		 last = timeline_chart_column(window, chart->columns, to >= window.until ? window.until - 1 : to);
	     column <= last; column++)
		put(chart, lane, column, sign);
}

static enum chart_sign sign_of(const struct timeline_event *event)
{
	switch (timeline_kind_sign(event->kind)) {
	case TIMELINE_TO_COME: return CHART_TO_COME;
	case TIMELINE_DID_NOT_HAPPEN: return CHART_DID_NOT_HAPPEN;
	case TIMELINE_LIMIT: return event->is_late ? CHART_LIMIT_LATE : CHART_LIMIT;
	default: return CHART_HAPPENED;
	}
}

static void put_event(struct timeline_chart *chart, struct timeline_window window, const struct timeline_event *event,
		      day_number today)
{
	int column = timeline_chart_column(window, chart->columns, event->on);
	enum timeline_sign sign = timeline_kind_sign(event->kind);
	day_number until = event->until == DAY_NONE ? today : event->until;

	if (sign == TIMELINE_SPAN)
		put_run(chart, event->lane, window, event->on, until, CHART_SPAN);
	if (sign == TIMELINE_LIMIT && event->is_late)
		put_run(chart, event->lane, window, event->on + 1, until, CHART_LATE_RUN);
	if (column < 0)
		return;
	put(chart, event->lane, column, sign_of(event));
	if (sign != TIMELINE_LIMIT && chart->cells[event->lane][column].count < MANY)
		chart->cells[event->lane][column].count++;
}

void timeline_chart_make(const struct timeline_event_list *events, struct timeline_window window, day_number today,
			 int columns, struct timeline_chart *out)
{
	int now;

	memset(out, 0, sizeof *out);
	out->columns = columns > TIMELINE_CHART_MOST ? TIMELINE_CHART_MOST : columns;
	if (out->columns < 1)
		return;
	write_axis(out, window);
	now = timeline_chart_column(window, out->columns, today);
	for (int lane = 0; now >= 0 && lane < TIMELINE_LANE_COUNT; lane++)
		put(out, (enum timeline_lane)lane, now, CHART_TODAY);
	for (size_t i = 0; i < events->count; i++)
		if ((unsigned)events->items[i].lane < TIMELINE_LANE_COUNT)
			put_event(out, window, &events->items[i], today);
}

const char *timeline_chart_glyph(struct chart_cell cell, bool is_ascii)
{
	static const char *const numbers[] = {"2", "3", "4", "5", "6", "7", "8", "9", "+"};

	if (cell.count > 1 && cell.sign != CHART_LIMIT_LATE)
		return numbers[(cell.count > MANY ? MANY : cell.count) - 2];
	return is_ascii ? signs[cell.sign].ascii : signs[cell.sign].glyph;
}
