/* A timeline drawn to scale: from events to signs in cells, without a terminal. */
#ifndef DOMAIN_TIMELINE_CHART_H
#define DOMAIN_TIMELINE_CHART_H

#include "domain/timeline.h"

#define TIMELINE_ZOOMS(X)                                                                                              \
	X(QUARTER, "3 months")                                                                                         \
	X(YEAR, "a year")                                                                                              \
	X(ALL, "all of it")

enum timeline_zoom {
#define X(id, label) TIMELINE_ZOOM_##id,
	TIMELINE_ZOOMS(X)
#undef X
		TIMELINE_ZOOM_COUNT
};
const char *timeline_zoom_label(enum timeline_zoom zoom);

/* The days that are drawn. */
struct timeline_window {
	day_number from, until; /* until is the day after the last */
};
/* `day` in the middle; of all of it, from the first event to the last, and today. */
struct timeline_window timeline_window_around(enum timeline_zoom zoom, const struct timeline_event_list *events,
					      day_number today, day_number day);
/* As it is while `day` is in it; else moved so that it is in the middle. */
struct timeline_window timeline_window_hold(struct timeline_window window, day_number day);

/* What a cell shows, the weakest first: of two in one cell the stronger is drawn. */
#define CHART_SIGNS(X)                                                                                                 \
	X(BLANK, " ", " ")                                                                                             \
	X(TODAY, ":", ":")                                                                                             \
	X(SPAN, "━", "=")                                                                                              \
	X(LATE_RUN, "~", "~") /* from a limit that was not kept until it was done, or today */                         \
	X(LIMIT, "|", "|")                                                                                             \
	X(HAPPENED, "●", "*")                                                                                          \
	X(TO_COME, "○", "o")                                                                                           \
	X(DID_NOT_HAPPEN, "×", "x")                                                                                    \
	X(LIMIT_LATE, "!", "!")

enum chart_sign {
#define X(id, glyph, ascii) CHART_##id,
	CHART_SIGNS(X)
#undef X
		CHART_SIGN_COUNT
};

enum { TIMELINE_CHART_MOST = 240 };
struct chart_cell {
	unsigned char sign;  /* enum chart_sign */
	unsigned char count; /* events in this cell: 2 and more are drawn as their number */
};
struct timeline_chart {
	int columns;
	struct chart_cell cells[TIMELINE_LANE_COUNT][TIMELINE_CHART_MOST];
	char axis[TIMELINE_CHART_MOST + 1]; /* months or years where they begin, one byte a cell */
};
/* columns: at most TIMELINE_CHART_MOST. */
void timeline_chart_make(const struct timeline_event_list *events, struct timeline_window window, day_number today,
			 int columns, struct timeline_chart *out);
/* The cell of a day; -1 outside the window. */
int timeline_chart_column(struct timeline_window window, int columns, day_number day);
/* "●", "*", "3", "+" for ten and more. */
const char *timeline_chart_glyph(struct chart_cell cell, bool is_ascii);

#endif
